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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import accumulate
from sys import intern
from typing import Literal

from bot.forms.core.plain import strip_any_end
from bot.forms.core.romanized import Romanized, is_latin
from bot.forms.core.vocabulary import BEFORE_PLACE, PLACE_TAIL

Level = Literal["province", "city", "county"]

_NOISE = re.compile(r"[\s·・,，、。.;；:：/\\|()（）\-—_\"'“”「」]+")
_COUNTRY = re.compile("^(中华人民共和国|中国)")
_LONGEST = 15
"""Characters of the longest name (双江拉祜族佤族布朗族傣族自治县)."""
_KIND_ENDS = "省市区县旗州盟"
_ZONES = ("新区", "开发区", "高新", "经开", "经济", "工业", "保税", "自贸", "科技", "产业")
_OTHER_WORDS = ("市场", "区域", "区块", "区间")  # 义乌市场 is a market, not 义乌市
_AND = "和与跟及或"  # between two names: 杭州和宁波
# After a short name these make it part of another name: 江北新区, 昆山路, 松山湖.
_NAME_GOES_ON = (*_ZONES, *"省市区县旗州盟路街道巷村镇乡湖山河江桥站岛港湾城大")


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


@dataclass(frozen=True, slots=True)
class _Run:
    """Names that lie in one another: the innermost, the one around it, where they end, how many, said in full or short."""

    place: Place
    outer: Place | None
    end: int
    depth: int
    whole: bool


ABROAD = Place("990000", "境外", "境外", "")
"""Outside the country: no division, in no province, and as fine as it gets; countries are read by typed.py."""


class Places:
    """All divisions, by code and by name. The name index is built at the first search."""

    def __init__(
        self, rows: Iterable[Place], traditional: str = "", areas: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """
        *traditional*: pairs of one traditional and one simplified character, for the search. *areas*: names of what is no
        division (雄安新区), with the codes of those it lies in.
        """
        self._by_code = {place.code: place for place in rows}
        self._children: dict[str, list[Place]] = {}
        for place in sorted(self._by_code.values(), key=lambda each: each.code):
            if not place.now:
                self._children.setdefault(place.parent, []).append(place)
        self._by_code.setdefault(ABROAD.code, ABROAD)
        self._simplified = str.maketrans(dict(zip(traditional[::2], traditional[1::2], strict=True)))
        self._forms: dict[str, tuple[Place, ...]] = {}
        self._areas = dict(areas or {})
        self._romanized: Romanized | None = None

    @staticmethod
    @cache
    def load() -> Places:
        """The packaged table, read once per process."""
        text = resources.files("bot.forms.core").joinpath("data", "places.tsv").read_text(encoding="utf-8")
        traditional, rows, areas = "", [], {}
        for line in text.splitlines():
            cells = line.split("\t")
            if cells[0] == "!hant":
                traditional = cells[1]
            elif cells[0] == "!area":
                areas[cells[1]] = cells[2].split(",")
            elif not line.startswith("#"):
                rows.append(Place(*map(intern, cells)))
        return Places(rows, traditional, areas)

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
        Places somebody may mean, best first, at most *limit*, all in force; nothing found: [].

        As :meth:`meant` finds them; a province or city that is named is followed by what lies in it.
        """
        exact = self.named(text)
        inside = [child for place in exact for child in self.children(place.code)]
        return self._unique([*exact, *inside] or self.meant(text)[0])[: max(limit, 0)]

    def meant(self, text: str) -> tuple[list[Place], bool]:
        """
        Places somebody may mean, all in force, and whether that is what the text says rather than what it may mean.

        Understood: a name or its short form (鄞州区, 鄞州), with what lies around it (浙江宁波鄞州), the beginning or a
        part of a name (西双, 浙江宁), traditional characters, pinyin, former names, a six-digit code, and a name inside a
        sentence (我在宁波市鄞州区打工). Of a name that goes on as another one (南京江北新区) the place around is meant, if
        one is named; 安新 in 贵安新区 is not.
        """
        exact = self.named(text)
        if exact:
            return exact, True
        query, starts = self._marked(text)
        if not query:
            return [], False
        if is_latin(text):
            around = self._unique(self._ordered(self._sounds().around(text)))
            return around, len(around) == 1 and not self.is_finest(around[0].code)
        begun = self._unique(self._ordered(self._partial(query), query))
        if begun:
            return begun, begun[0].name.find(query) <= 0
        return self._in_sentence(query, starts)

    def named(self, text: str) -> list[Place]:
        """Places of exactly this name, alone or with what lies around it (宁波, 浙江宁波, Ningbo), or of this code."""
        query = self._normal(text)
        if query in self._by_code:
            return [self._current(self._by_code[query])]
        if is_latin(text):
            return self._unique(self._ordered(self._sounds().named(text)))
        return self._unique(self._ordered(self._chain(query)))

    def _sounds(self) -> Romanized:
        if self._romanized is None:
            self._romanized = Romanized(self._by_code.values(), self._areas, self.within)
        return self._romanized

    def _marked(self, text: str) -> tuple[str, frozenset[int]]:
        """The text as it is searched, and where in it something began anew after a comma or a space."""
        pieces = [self._normal(piece) for piece in _NOISE.split(text[:200])]
        return "".join(pieces), frozenset(accumulate(len(piece) for piece in pieces))

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
            for name, codes in self._areas.items():
                self._forms[name] = (*self._forms.get(name, ()), *(self._by_code[code] for code in codes))
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

    def _in_sentence(self, query: str, starts: frozenset[int]) -> tuple[list[Place], bool]:
        """Places named inside a sentence: those of the longest run of names that lie in one another."""
        runs: list[_Run] = []
        at = 0
        while at < len(query) - 1:
            begins = at == 0 or at in starts or query[at - 1] in BEFORE_PLACE
            last = runs[-1].end if runs else -1
            goes_on = last >= 0 and (at == last or (at == last + 1 and query[last] in _AND))
            found = [
                run for run in self._runs(query, at) if begins or goes_on or (run.depth > 1 and run.whole)
            ]
            if goes_on and not begins:  # 杭州宁波 are two; in 上海南京路 there is one
                found = [run for run in found if run.depth > 1 or self._names_only(query, run.end)]
            if not found:
                at += 1
                continue
            best = max((run.end, run.depth) for run in found)
            newest = [run for run in found if (run.end, run.depth) == best]
            if goes_on:  # neither is said more closely than the other
                depth = max(best[1], runs[-1].depth)
                runs = [replace(run, depth=depth) if run.end == last else run for run in runs]
                newest = [replace(run, depth=depth) for run in newest]
            runs += newest
            at = best[0]
        deepest = max((run.depth for run in runs), default=0)
        heard = [self._judged(run, query[run.end :]) for run in runs if run.depth == deepest]
        places = self._unique(self._ordered(place for some, _ in heard for place in some))
        return places, bool(places) and all(sure for _, sure in heard)

    def _runs(self, query: str, at: int, outer: Place | None = None) -> Iterator[_Run]:
        """Names from *at* on, each lying in the one before it."""
        for size in range(min(_LONGEST, len(query) - at), 1, -1):
            form = query[at : at + size]
            for place in self._named(form, outer):
                yield _Run(place, outer, at + size, 1, form != place.short or place.short == place.name)
                for deeper in self._runs(query, at + size, place):
                    yield replace(deeper, depth=deeper.depth + 1, outer=deeper.outer or place)

    def _names_only(self, query: str, at: int) -> bool:
        """Whether nothing but names, and what may end a sentence about them, stands from *at* on."""
        return not strip_any_end(query[at:], PLACE_TAIL, 4) or any(
            self._names_only(query, run.end) for run in self._runs(query, at)
        )

    def _judged(self, run: _Run, rest: str) -> tuple[list[Place], bool]:
        """What a name in a sentence means, with *rest* after it, and whether that is sure."""
        place = run.place
        rest = strip_any_end(rest, PLACE_TAIL, 4)
        if run.whole and rest and place.name[-1] + rest[0] in _OTHER_WORDS:
            return [place], False
        if not rest or run.whole or rest[0] in BEFORE_PLACE:
            return [place], True
        if len(rest) == 1 and rest in _KIND_ENDS:  # 萧山市, where it is a 区
            return [place], False
        if rest.startswith(_NAME_GOES_ON):
            if run.outer is not None:
                return [run.outer], True
            city = rest.startswith(_ZONES) and not self.is_finest(self._current(place).code)
            return ([place] if city else []), city
        return [place], run.depth > 1 or not self.is_finest(
            self._current(place).code
        ) or place.level == "city"

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
