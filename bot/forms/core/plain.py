"""
Text as it may be kept (:func:`clean`), compared (:func:`fold`) and parsed (:func:`plain`).

All three cut first and then look at each character once, so hostile input costs no more than long input.
"""

from __future__ import annotations

import re
import unicodedata

from bot.forms.core.scripts import SAME_CHARACTER
from bot.forms.core.vocabulary import FORMAL_NUMERALS, SAME_SIGN

# Printable by Unicode's rules and yet not to be seen: joiners and fillers that make twins of names.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_LOOSE_JOINER = re.compile(f"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
# Marks stacked to overflow a line; eight are more than any language writes.
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACK = re.compile(f"({_MARK}{{8}}){_MARK}+")
# What is mostly typed: nothing of it is hidden, composed or put in order, so it is clean as it stands.
_USUAL = re.compile("[ -~\u4e00-\u9fff，。、：；！？“”‘’（）《》]*")
_KEPT = 20_000  # characters a table remembers; the rest is worked out again
_LONG_RUN = re.compile("m{31,}")
_MOST_MARKS = 30  # in a row, as Unicode's stream-safe text format has it (UAX 15)
# Single signs that stand for a number or a word in lists made by phones and by old forms.
_COMPATIBLE = (range(0x2F00, 0x2FD6), range(0x32C0, 0x32CC), range(0x3358, 0x3371), range(0x33E0, 0x33FF))
_ZERO_BY_SHAPE = re.compile("(?<=[〇零一二三四五六七八九])[0oO○◯]+")
_SPACE_TO_DROP = re.compile("(?<![0-9]) | (?![0-9])")


class _Table(dict[int, str | None]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        made = self.make(code)
        if len(self) < _KEPT:
            self[code] = made
        return made

    def make(self, code: int) -> str | None:
        raise NotImplementedError


class _Clean(_Table):
    def make(self, code: int) -> str | None:
        char = chr(code)
        if char in _LINE_ENDS:
            return "\n"
        if char == "\u200d":
            return char  # judged by its neighbours
        category = unicodedata.category(char)
        if category == "Zs" or char == "\t":
            return " "
        if category in ("Cc", "Cf", "Cs") or char in _UNSEEN:
            return None
        if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
            return None
        return char


class _Marks(_Table):
    """``m`` for what is put in order behind its letter, a dot for all else."""

    def make(self, code: int) -> str | None:
        return "m" if unicodedata.combining(chr(code)) else "."


class _Fold(_Table):
    def make(self, code: int) -> str | None:
        char = SAME_CHARACTER.get(code) or chr(code)
        if unicodedata.category(char)[0] in "PZC" or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
            return None
        return char


class _FoldLines(_Fold):
    def make(self, code: int) -> str | None:
        return "\n" if code == 10 else super().make(code)


class _Plain(_Table):
    def make(self, code: int) -> str | None:
        if 0xFF01 <= code <= 0xFF5E:
            code -= 0xFEE0
        char = chr(code)
        if char in "\ufe0e\ufe0f\u20e3" or 0x1F3FB <= code <= 0x1F3FF:  # a keycap 5️⃣ is a 5, 👍🏼 is 👍
            return None
        if any(code in span for span in _COMPATIBLE):
            return unicodedata.normalize("NFKC", char)
        if code in SAME_SIGN:
            return SAME_SIGN[code]
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            return str(digit)
        return FORMAL_NUMERALS.get(char) or SAME_CHARACTER.get(code) or char.lower()


_CLEAN, _MARKS, _FOLD, _FOLD_LINES, _PLAIN = _Clean(), _Marks(), _Fold(), _FoldLines(), _Plain()


def _unstacked(text: str) -> str:
    """*text* without stacks of marks: ordering a run of them costs the square of its length."""
    text = _STACK.sub(r"\1", text)
    if len(text) > 2 * _MOST_MARKS:
        cut = [
            slice(run.start() + _MOST_MARKS, run.end()) for run in _LONG_RUN.finditer(text.translate(_MARKS))
        ]
        for span in reversed(cut):
            text = text[: span.start] + text[span.stop :]
    return text


def clean(text: str, limit: int = 4096) -> str:
    """
    *text* as it may be stored: NFC, at most *limit* characters, nothing hidden, nothing a database refuses.

    Gone are NUL and other control characters, lone surrogates, bidi overrides, zero-width signs (a joiner
    between emoji stays) and fillers; every line end is ``\\n`` and every space a plain one.
    """
    text = text[: 2 * limit + 64]
    if _USUAL.fullmatch(text):
        return text.strip()[:limit].rstrip()
    text = text.replace("\r\n", "\n").translate(_CLEAN)
    if "\u200d" in text:
        text = _LOOSE_JOINER.sub("", text)
    text = unicodedata.normalize("NFC", _unstacked(text))
    return text.strip()[:limit].rstrip()


def fold(text: str) -> str:
    """
    The key two texts are compared by: width, case, spaces and punctuation do not count.

    The standard library knows no traditional and simplified forms; those of
    :data:`~bot.forms.core.scripts.SAME_CHARACTER` meet.
    """
    text = clean(text)
    if _USUAL.fullmatch(text):
        return text.casefold().translate(_FOLD)
    text = unicodedata.normalize("NFKC", text)[:8192].casefold()  # one sign may become eighteen
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).translate(_FOLD))


def plain(text: str, limit: int = 512) -> str:
    """
    *text* as the grammars read it: half-width, lower case, simplified, one sign for each meaning.

    Spaces stay only between two digits. Quotation marks, and punctuation at the end, are gone. No number or
    date fills *limit*: what is longer is cut, and still too long for its reader.
    """
    text = " ".join(clean(text, limit).translate(_PLAIN).split())
    text = _ZERO_BY_SHAPE.sub(lambda found: "〇" * len(found[0]), text)
    text = _SPACE_TO_DROP.sub("", text)
    return text.lstrip(",;!、:").rstrip(".,;!?~、:") or text


def plain_signs(text: str) -> str:
    """*text* half-width and in lower case with one sign for each meaning; spaces and line ends stay."""
    return text.translate(_PLAIN)


def fold_all(texts: list[str]) -> list[str]:
    """:func:`fold` of many short texts at the price of one; they are taken as clean."""
    whole = unicodedata.normalize("NFKC", "\n".join(texts)).casefold()
    whole = unicodedata.normalize("NFKC", whole).translate(_FOLD_LINES)
    lines = unicodedata.normalize("NFC", whole).split("\n")
    return lines if len(lines) == len(texts) else [fold(text) for text in texts]


def simplified(text: str) -> str:
    """*text* with the simplified forms of its characters, one for one: positions stay."""
    return text.translate(SAME_CHARACTER)


def strip_any(text: str, words: tuple[str, ...], times: int = 6) -> str:
    """*text* without the leading *words* (longest first in the tuple), at most so many of them."""
    while times and text.startswith(words):
        text = text[next(len(word) for word in words if text.startswith(word)) :]
        times -= 1
    return text


def strip_any_end(text: str, words: tuple[str, ...], times: int = 6) -> str:
    """*text* without the *words* it ends in (longest first in the tuple), at most so many of them."""
    while times and text.endswith(words):
        text = text[: -next(len(word) for word in words if text.endswith(word))]
        times -= 1
    return text


def peeled(text: str, lead: tuple[str, ...], tail: tuple[str, ...], times: int = 4) -> list[str]:
    """*text*, and what is left of it without one, two … of the words it begins with, ends in, or both."""
    ends = dict.fromkeys(strip_any_end(text, tail, n) for n in range(times + 1))
    return [
        one for end in ends for one in dict.fromkeys(strip_any(end, lead, n) for n in range(times + 1)) if one
    ]
