"""
Places in Latin letters: Shenzhen, Ningbo, Guangzhou Tianhe, Tianhe District, Guangzhou; Hong Kong, Inner Mongolia.

Pinyin without tones, spaces or apostrophes, built from data/pinyin.tsv at the first name so written. Several places sound
alike (朝阳 and 潮阳 are Chaoyang): all are given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import Any

from bot.forms.core.vocabulary import AROUND_PLACE

_LATIN = re.compile("[a-z]+")
_PARTS = re.compile("[,;/]+")
_IN = frozenset({"in", "at", "from", "near", "to"})
_LONGEST = 60  # letters of a place with all that lies around it
_CHINESE = re.compile("[\u3400-\u9fff]")


def is_latin(text: str) -> bool:
    """Whether *text* is written in Latin letters and holds no Chinese."""
    return _CHINESE.search(text) is None and _LATIN.search(text.lower()) is not None


class Romanized:
    """The names of places by their sound."""

    def __init__(
        self,
        places: Iterable[Any],
        areas: Mapping[str, Sequence[str]],
        within: Callable[[str, str], bool],
    ) -> None:
        """*areas*: codes by the names of areas that are no division; *within*: whether one code lies in another."""
        self._within = within
        self._forms: dict[str, dict[str, Any]] = {}
        by_code = {place.code: place for place in places}
        text = resources.files("bot.forms.core").joinpath("data", "pinyin.tsv").read_text(encoding="utf-8")
        usual: dict[str, str] = {}
        own: dict[str, list[str]] = {}
        for line in text.splitlines():
            kind, *cells = line.split("\t")
            if kind == "=":
                own.setdefault(cells[0], []).append(cells[1].replace(" ", ""))
            elif kind == "!":
                self._add(cells[0], by_code[cells[1]])
            elif not line.startswith("#"):
                usual.update(dict.fromkeys(cells[0], kind))
        named = [(name, place) for place in by_code.values() for name in {place.name, place.short}]
        named += [(name, by_code[code]) for name, codes in areas.items() for code in codes]
        for name, place in named:
            if all(char in usual for char in name):
                for sound in own.get(name) or ["".join(usual[char] for char in name)]:
                    self._add(sound, place)

    def _add(self, sound: str, place: Any) -> None:
        self._forms.setdefault(_sound(sound), {})[place.code] = place

    def named(self, text: str) -> list[Any]:
        """The places *text* is the name of, with or without what lies around them, in either order."""
        parts = [words for part in _PARTS.split(text[:200]) if (words := _words(part))]
        words = [word for part in parts for word in part]
        tries = [words, [word for part in reversed(parts) for word in part], list(reversed(words))]
        return next((found for one in tries if (found := self._chained("".join(one)))), [])

    def around(self, text: str) -> list[Any]:
        """The place the words of *text* begin with, where what follows says nothing: Shenzhen CBD."""
        words = [word for part in _PARTS.split(text[:200]) for word in _words(part)]
        for size in range(min(len(words), 6) - 1, 0, -1):
            if found := self._chained("".join(words[:size])):
                return found
        return []

    def _chained(self, letters: str) -> list[Any]:
        return list(dict.fromkeys(self._chain(letters, None))) if 0 < len(letters) <= _LONGEST else []

    def _chain(self, letters: str, outer: Any) -> Iterator[Any]:
        yield from self._inside(letters, outer)
        for cut in range(2, len(letters) - 1):
            for place in self._inside(letters[:cut], outer):
                yield from self._chain(letters[cut:], place)

    def _inside(self, letters: str, outer: Any) -> list[Any]:
        found = self._forms.get(letters, {}).values()
        return [
            place
            for place in found
            if outer is None or (place is not outer and self._within(place.code, outer.code))
        ]


def _sound(text: str) -> str:
    """Letters without tones: Lǜ and lv are lu."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char)
    )
    return re.sub("(?<=[ln])v", "u", plain)


def _words(text: str) -> list[str]:
    """The words of a name, what stands round it left aside: I am working in Ningbo City is Ningbo."""
    found = _LATIN.findall(_sound(re.sub("['’`]", "", text)))
    leads = [at for at, word in enumerate(found) if word in _IN]
    if leads and leads[-1] + 1 < len(found):
        found = found[leads[-1] + 1 :]
    kept = [word for word in found if word not in AROUND_PLACE]
    return kept or found


__all__ = ["Romanized", "is_latin"]
