"""
Places by code: province, prefecture, county, with names, parents and a search that takes what people type.

County level is the finest on purpose (PIPL 28: where somebody is is sensitive): a check-in says 浙江省宁波市鄞州区 and no
more. The data are data/places.tsv, built by data/build_places.py; codes are GB/T 2260. A code that is no
longer in force still reads (:meth:`Places.get`), and its old name finds its successor. Hong Kong, Macao and
Taiwan end at their own level: the standard gives their districts no codes.

Pure but for :meth:`Places.load`, which reads the packaged table once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from sys import intern
from typing import Literal

Level = Literal["province", "city", "county"]

_NOISE = re.compile(r"[\s·・,，、。.;；:：/\\|()（）\-—_\"'“”「」]+")
_COUNTRY = re.compile("^(中华人民共和国|中国)")
_LONGEST = 15
"""Characters of the longest name (双江拉祜族佤族布朗族傣族自治县)."""


@dataclass(frozen=True, slots=True)
class Place:
    """
    One division.

    ``code``: six digits. ``short``: what people say (鄞州). ``parent``: code, "" for a province. ``now``:
    code of the successor where this one is no longer in force, else "".
    """

    code: str
    name: str
    short: str
    parent: str
    now: str = ""

    @property
    def level(self) -> Level:
        """Where its code stands: 330000 province, 330200 city, 330212 county."""
        if self.code.endswith("0000"):
            return "province"
        return "city" if self.code.endswith("00") else "county"


ABROAD = Place("990000", "境外", "境外", "")
"""Outside the country: no division, in no province, and as fine as it gets; countries are read by typed.py."""


class Places:
    """All divisions, by code and by name. The name index is built at the first search."""

    def __init__(self, rows: Iterable[Place], traditional: str = "") -> None:
        """*traditional*: pairs of one traditional and one simplified character, for the search."""
        self._by_code = {place.code: place for place in rows}
        self._children: dict[str, list[Place]] = {}
        for place in sorted(self._by_code.values(), key=lambda each: each.code):
            if not place.now:
                self._children.setdefault(place.parent, []).append(place)
        self._by_code.setdefault(ABROAD.code, ABROAD)
        self._simplified = str.maketrans(dict(zip(traditional[::2], traditional[1::2], strict=True)))
        self._forms: dict[str, tuple[Place, ...]] = {}

    @staticmethod
    @cache
    def load() -> Places:
        """The packaged table, read once per process."""
        text = resources.files("bot.forms.core").joinpath("data", "places.tsv").read_text(encoding="utf-8")
        traditional, rows = "", []
        for line in text.splitlines():
            cells = line.split("\t")
            if cells[0] == "!hant":
                traditional = cells[1]
            elif not line.startswith("#"):
                rows.append(Place(*map(intern, cells)))
        return Places(rows, traditional)

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, code: str) -> Place | None:
        """The place of this code, in force or former; None for a code that is none."""
        return self._by_code.get(code)

    def children(self, code: str = "") -> tuple[Place, ...]:
        """
        What lies directly in it and is in force, by code.

        The provinces for "". Municipalities hold counties.
        """
        return tuple(self._children.get(code, ()))

    def path(self, code: str) -> tuple[Place, ...]:
        """From the province down to the place itself; empty for a code that is none."""
        place = self._by_code.get(code)
        found: list[Place] = []
        while place is not None:
            found.append(place)
            place = self._by_code.get(place.parent)
        return tuple(reversed(found))

    def full_name(self, code: str) -> str:
        """浙江省宁波市鄞州区; "" for a code that is none."""
        return "".join(place.name for place in self.path(code))

    def is_finest(self, code: str) -> bool:
        """Whether nothing lies below it: a county, or a city without counties such as 东莞市."""
        return code in self._by_code and code not in self._children

    def within(self, code: str, outer: str) -> bool:
        """Whether *code* is *outer* or lies in it."""
        place = self._by_code.get(code)
        while place is not None:
            if place.code == outer:
                return True
            place = self._by_code.get(place.parent)
        return False

    # ------------------------------------------------------------------ search

    def search(self, text: str, limit: int = 8) -> list[Place]:
        """
        Places somebody may mean, best first, at most *limit*, all in force.

        Understood: a name or its short form (鄞州区, 鄞州), with what lies around it (浙江宁波鄞州), the
        beginning or a part of a name (西双, 浙江宁), traditional characters, former names, a six-digit
        code, and a name inside a sentence (我在宁波市鄞州区打工). A province or city is followed by what
        lies in it; places of one name are all given. Nothing found: [].
        """
        if limit <= 0:
            return []
        query = self._normal(text)
        if not query:
            return []
        if query in self._by_code:
            return [self._current(self._by_code[query])]
        exact = self._ordered(self._chain(query))
        if exact:
            inside = [child for place in exact for child in self.children(place.code)]
            return self._unique([*exact, *inside])[:limit]
        found = self._ordered(self._partial(query), query) or self._ordered(self._inside(query))
        return self._unique(found)[:limit]

    def named(self, text: str) -> list[Place]:
        """Places of exactly this name, alone or with what lies around it (宁波, 浙江宁波, 朝阳), or of this code."""
        query = self._normal(text)
        if query in self._by_code:
            return [self._current(self._by_code[query])]
        return self._unique(self._ordered(self._chain(query)))

    def _normal(self, text: str) -> str:
        """Full width to half, noise out, traditional to simplified, the country's own name off."""
        plain = unicodedata.normalize("NFKC", text[:200])
        return _COUNTRY.sub("", _NOISE.sub("", plain).translate(self._simplified))

    def _named(self, form: str, outer: Place | None = None) -> list[Place]:
        """Places of exactly this name or short name, in *outer*."""
        if not self._forms:
            for place in self._by_code.values():
                for each in {place.name, place.short}:
                    self._forms[each] = (*self._forms.get(each, ()), place)
        found = self._forms.get(form, ())
        if outer is None:
            return list(found)
        return [place for place in found if place is not outer and self.within(place.code, outer.code)]

    def _chain(self, query: str, outer: Place | None = None) -> Iterator[Place]:
        """Places whose names from outside in, each in full or short or left out, spell *query*."""
        yield from self._named(query, outer)
        for head, rest in self._cuts(query):
            for place in self._named(head, outer):
                yield from self._chain(rest, place)

    def _partial(self, query: str) -> Iterator[Place]:
        """Places whose name holds *query*, or its end after the names of what lies around."""
        yield from (place for place in self._by_code.values() if query in place.name)
        for head, rest in self._cuts(query):
            for outer in set(self._chain(head)):
                yield from (
                    place
                    for place in self._by_code.values()
                    if place.name.startswith(rest)
                    and place is not outer
                    and self.within(place.code, outer.code)
                )

    @staticmethod
    def _cuts(query: str) -> Iterator[tuple[str, str]]:
        return ((query[:k], query[k:]) for k in range(2, min(len(query), _LONGEST + 1)))

    def _inside(self, query: str) -> Iterator[Place]:
        """Places named inside a sentence: the deepest of the longest run of names that lie in one another."""
        runs: list[tuple[int, list[Place]]] = []
        depth, last, at = 0, list[Place](), 0
        while at < len(query) - 1:
            form = next(
                (query[at : at + k] for k in range(_LONGEST, 1, -1) if self._named(query[at : at + k])), ""
            )
            if not form:
                at += 1
                continue
            deeper = [place for outer in last for place in self._named(form, outer)]
            depth, last = (depth + 1, deeper) if deeper else (1, self._named(form))
            runs.append((depth, last))
            at += len(form)
        longest = max((depth for depth, _ in runs), default=0)
        for depth, places in runs:
            if depth == longest:
                yield from places

    def _current(self, place: Place) -> Place:
        return self._by_code[place.now] if place.now else place

    def _ordered(self, found: Iterable[Place], query: str = "") -> list[Place]:
        """
        In force before former names, a name that begins so before one that holds it, larger before smaller.
        """
        levels = ("province", "city", "county")

        def rank(place: Place) -> tuple[bool, bool, int, str]:
            in_the_middle = bool(query) and place.name.find(query) > 0
            return bool(place.now), in_the_middle, levels.index(place.level), place.code

        return [self._current(place) for place in sorted(set(found), key=rank)]

    @staticmethod
    def _unique(places: Iterable[Place]) -> list[Place]:
        return list(dict.fromkeys(places))
