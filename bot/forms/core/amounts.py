"""Counts, decimals, percentages and sums of money as people type them; :mod:`reading` is the public door."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from bot.forms.core import vocabulary as words
from bot.forms.core.numerals import LONGEST, english, first_numeral, has_numeral, numeral, span
from bot.forms.core.outcomes import LARGEST, Outcome, Read, Refused, one_or_ask, refuse
from bot.forms.core.own_words import is_own
from bot.forms.core.plain import plain, strip_any

_LONGEST_ANSWER = 200  # characters; a number in a longer text is a story, not an answer
_VAGUE = re.compile("|".join(map(re.escape, words.VAGUE)))
_NO_NUMBER = re.compile(r"[ex_^*²³¹⁰-⁹₀-₉½¼¾]")  # what calculators and typesetters put after a digit
# 32~ goes on to something; a kind 32户~ does not. plain() takes the sign for a full stop.
_GOES_ON = re.compile(r"[0-9０-９〇零一二两三四五六七八九十百千万亿]\s*[~～〜∼˜〰]+\s*$")
_BY_THREES = re.compile(r"[1-9][0-9]{0,2}(?: 000)+(?![0-9 ])")
_FOREIGN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}\.000")  # a thousand, or one
_IN_BRACKETS = re.compile(r"\(([^0-9()]{1,3})\)")
_RANGE = re.compile(r"(?:-|~|到|至|或)+")


@dataclass(frozen=True, slots=True)
class _Quantity:
    value: Fraction
    percent: bool = False


def _nothing(text: str) -> bool:
    return text in words.NOTHING


def _opening(text: str, kind: str) -> str | Refused:
    """The plain text to parse, or why there is nothing to parse."""
    said = plain(text)
    if not said:
        return refuse("empty", kind, text)
    if said in words.NOT_KNOWN:
        return refuse("not_known", kind, text)
    if len(said) > _LONGEST_ANSWER:
        return refuse("too_large" if said.isdecimal() else "too_long", kind, text)
    if _GOES_ON.search(text[-20:]):
        return refuse("too_vague", kind, text)
    return _BY_THREES.sub(lambda found: found[0].replace(" ", ""), said) if " " in said else said


def _vague(said: str) -> bool:
    if said.startswith(words.VAGUE_BEFORE) and (has_numeral(said[1:2]) or said[1:2] == "几"):
        return True
    if _VAGUE.search(said) is not None:
        return True
    return said.isascii() and said.startswith(words.VAGUE_ENGLISH)


def _not_only(rest: str, value: Fraction, kind: str, text: str) -> Refused:
    """Why what follows the first number cannot be left aside."""
    if (found := _RANGE.match(rest)) and has_numeral(rest[found.end() : found.end() + 1]):
        return refuse("a_range", kind, text)
    if _NO_NUMBER.match(rest):
        return refuse("not_a_number", kind, text)
    if has_numeral(rest):
        return refuse("several_numbers", kind, text)
    return refuse("extra_words", kind, text, found=as_text(value))


def _words_first(said: str, kind: str, text: str) -> Refused:
    """Why a number that is not at the beginning cannot be taken: 第3次, 比上月少3次."""
    said = said[first_numeral(said) :]
    written = span(said)
    value = numeral(written)
    if isinstance(value, str):
        return refuse(value, kind, text)
    rest = said[len(written) :]
    return _not_only(rest, value, kind, text)


def _sign(said: str) -> tuple[bool, str]:
    for sign in words.NEGATIVE:
        if said.startswith(sign):
            return True, said[len(sign) :]
    return False, said


def _quantity(text: str, kind: str, negative: bool, own: str = "") -> _Quantity | Refused:
    """The one number in *text*, its unit and the question's *own* words left aside."""
    said = _opening(text, kind)
    if isinstance(said, Refused):
        return said
    if _nothing(said):
        return _Quantity(Fraction(0))
    said = _without_own(strip_any(said, words.LEAD_IN), own)
    if _vague(said):
        return refuse("too_vague", kind, text)
    below, said = _sign(said)
    percent = said.startswith("百分之")
    said = said.removeprefix("百分之") if percent else said
    if percent and said == "百":
        return _Quantity(Fraction(100), percent=True)
    taken = _number(said, kind, text)
    if isinstance(taken, Refused):
        return taken
    value, rest = taken
    if not percent and rest[:1] in ("%", "成"):
        percent, value, rest = True, *_percent(value, rest)
    value, rest = _after_unit(value, rest)
    if rest.startswith(words.VAGUE_AFTER):
        return refuse("too_vague", kind, text)
    rest = strip_any(rest, words.TAIL_WORDS)
    if rest and not is_own(rest, own):
        return _not_only(rest, value, kind, text)
    if below and value and not negative:
        return refuse("negative", kind, text)
    return _Quantity(-value if below else value, percent)


def _without_own(said: str, own: str) -> str:
    """*said* without the question's own words before the number."""
    at = first_numeral(said)
    return strip_any(said[at:], words.LEAD_IN) if 0 < at < len(said) and is_own(said[:at], own) else said


def _number(said: str, kind: str, text: str) -> tuple[Fraction, str] | Refused:
    """The value *said* begins with, and what follows it."""
    written = span(said)
    if not written:
        if said.startswith("半"):
            return Fraction(1, 2), said[1:]
        if word := next((word for word in words.TOGETHER if said.startswith(word)), ""):
            return Fraction(words.TOGETHER[word]), said[len(word) :]
        if said.isascii() and (spelled := english(said)):
            return Fraction(spelled[0]), spelled[1]
        if "几" in said:
            return refuse("too_vague", kind, text)
        return _words_first(said, kind, text) if has_numeral(said) else refuse("not_a_number", kind, text)
    if kind in ("number", "money") and _FOREIGN.fullmatch(written):
        return refuse("unclear_number", kind, text)
    value = numeral(written)
    if isinstance(value, str):
        return refuse(value, kind, text)
    rest = _IN_BRACKETS.sub(r"\1", said[len(written) :], count=1)
    if scale := next((name for name in words.ENGLISH_SCALES if rest.startswith(name)), ""):  # 2 million
        value, rest = value * words.ENGLISH_SCALES[scale], rest[len(scale) :]
    if rest.startswith(words.VAGUE_AFTER):
        return refuse("too_vague", kind, text)
    if len(written) > LONGEST:
        return refuse("too_large", kind, text)
    return value, rest


def _percent(value: Fraction, rest: str) -> tuple[Fraction, str]:
    """``60%`` is 60, 六成 is 60, 三成五 is 35."""
    if rest[0] == "%":
        return value, rest[1:]
    rest = rest[1:]
    if rest.startswith("半"):
        return value * 10 + 5, rest[1:]
    tail = span(rest)
    extra = numeral(tail) if len(tail) == 1 else ""
    if isinstance(extra, Fraction):
        return value * 10 + extra, rest[1:]
    return value * 10, rest


def _after_unit(value: Fraction, rest: str) -> tuple[Fraction, str]:
    """The value and what follows its unit; 半 after a unit is half a unit more (两个半, 三天半)."""
    unit = next((unit for unit in words.COUNTERS if rest.startswith(unit)), "")
    rest = rest[len(unit) :]
    if unit and rest in ("半", "半钱") and value.denominator == 1:
        return value + Fraction(1, 2), ""
    return value, rest


def as_text(value: Fraction) -> str:
    """A decimal fraction in plain digits, without an exponent or needless zeros: ``-12.5``, ``0.05``."""
    if value.denominator == 1:
        return str(value.numerator)
    places = 0
    while (value * 10**places).denominator != 1 and places < 30:
        places += 1
    scaled = int(value * 10**places)
    digits = str(abs(scaled)).rjust(places + 1, "0")
    return f"{'-' if scaled < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _places(value: Fraction) -> int:
    _, mark, decimals = as_text(value).partition(".")
    return len(decimals) if mark else 0


def read_integer(text: str, *, negative: bool = False, percent: bool = False, own: str = "") -> Outcome:
    """
    A whole number as ``int``; *percent* says that the answer is one (60% and 六成 are 60). *own*: the question, whose
    words may stand round the number (赞成201票).
    """
    if len(text) <= 12 and text.isascii() and text.isdecimal():  # what nearly everybody types
        return Read(int(text))
    kind = "percent" if percent else "number"
    found = _whole_words(text) if percent else None
    taken = found or _quantity(text, kind, negative, own)
    if isinstance(taken, Refused):
        return taken
    if taken.percent and not percent:
        return refuse("a_percentage", kind, text)
    if taken.value.denominator != 1:
        return refuse("not_whole", kind, text)
    if abs(taken.value) > LARGEST:
        return refuse("too_large", kind, text)
    return Read(int(taken.value))


def read_decimal(
    text: str, *, places: int = 6, negative: bool = False, percent: bool = False, own: str = ""
) -> Outcome:
    """A number with at most *places* decimals, as plain text without needless zeros: ``12.5``; *own* as above."""
    kind = "percent" if percent else "decimal"
    found = _whole_words(text) if percent else None
    taken = found or _quantity(text, kind, negative, own)
    if isinstance(taken, Refused):
        return taken
    if taken.percent and not percent:
        return refuse("a_percentage", kind, text)
    if abs(taken.value) > LARGEST:
        return refuse("too_large", kind, text)
    if _places(taken.value) > places:
        return refuse("too_precise", kind, text, places=places)
    return Read(as_text(taken.value))


def _whole_words(text: str) -> _Quantity | None:
    """Shares said without a number: 一半, 全部完成."""
    said = plain(text)
    if said in words.HALF_OF_IT:
        return _Quantity(Fraction(50), percent=True)
    return _Quantity(Fraction(100), percent=True) if said in words.WHOLE_OF_IT else None


# ------------------------------------------------------------------------------------------------------ money

_DIGIT = "[0-9一二两三四五六七八九]"
# What may follow 元 or 块: 12块5, 12块5毛3, 12块零5分, 12块05, 三块二毛五分.
_AFTER_YUAN = re.compile(
    rf"(?P<zero>[零〇]?)(?:(?P<jiao>{_DIGIT})[角毛](?:[零〇]?(?P<fen>{_DIGIT})分?)?"
    rf"|(?P<cents>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?P<unit>分?))钱?"
)
_AFTER_JIAO = re.compile(rf"[零〇]?(?P<fen>{_DIGIT})分?钱?")


def read_money(text: str, *, in_wan: bool = False) -> Outcome:
    """
    A sum as whole 分. *in_wan*: the question asks for 万元, so a bare 36.5 is 365,000 元.

    Where it asks so and a bare number is large (365000), both readings are offered: 元 first, 万元 second.
    """
    said = _opening(text, "money")
    if isinstance(said, Refused):
        return said
    if _nothing(said):
        return Read(0)
    said = strip_any(said, words.MONEY_LEAD)
    if _vague(said):
        return refuse("too_vague", "money", text)
    if any(name in said for name in words.OTHER_MONEY):
        return refuse("other_money", "money", text)
    below, said = _sign(said)
    said = strip_any(said, words.MONEY_LEAD)
    taken = _number(said, "money", text)
    if isinstance(taken, Refused):
        return taken
    if below and taken[0]:
        return refuse("negative", "money", text)
    written = said[: len(said) - len(taken[1])]
    return _fen(*taken, text, in_wan and not re.search("[万亿w千k百]|thousand|million", written))


def _fen(value: Fraction, rest: str, text: str, bare_wan: bool) -> Outcome:
    """The sum that *value* and the units after it make."""
    unit = next((unit for unit in words.MONEY_UNITS if rest.startswith(unit)), "")
    tail = rest[len(unit) :]
    if tail.startswith(words.VAGUE_AFTER):
        return refuse("too_vague", "money", text)
    factor = words.MONEY_UNITS.get(unit, 100)
    sums = [value * factor]
    why = "jiao_or_fen"
    tail = strip_any(tail, words.MONEY_TAIL)
    if tail == "半" and unit and value.denominator == 1:
        sums, tail = [(value + Fraction(1, 2)) * factor], ""
    elif tail and unit and value.denominator == 1:
        more = _small_change(tail, factor)
        if more is None:
            return _not_only(tail, value, "money", text)
        sums, tail = [sums[0] + one for one in more], ""
    if tail:
        return _not_only(tail, value, "money", text)
    if not unit and bare_wan:
        why = "yuan_or_wan"
        sums = [value * 100, value * 1_000_000] if value >= 10_000 else [value * 1_000_000]
    if any(one.denominator != 1 for one in sums):
        return refuse("too_precise", "money", text, places=2)
    if any(one > LARGEST for one in sums[:1]):
        return refuse("too_large", "money", text)
    return one_or_ask([int(one) for one in sums if one <= LARGEST], why)


def _small_change(tail: str, factor: int) -> list[int] | None:
    """角 and 分 after 元 (or 分 after 角), in 分: one sum, or the two it may be; None: not understood."""
    if factor == 10:
        found = _AFTER_JIAO.fullmatch(tail)
        return [_value(found["fen"])] if found else None
    found = _AFTER_YUAN.fullmatch(tail) if factor == 100 else None
    if found is None:
        return None
    if found["jiao"]:
        return [_value(found["jiao"]) * 10 + (_value(found["fen"]) if found["fen"] else 0)]
    cents, value = found["cents"], _value(found["cents"])
    if found["unit"]:
        return [value] if value < 100 else None
    if len(cents) == 2 and cents.isdecimal():
        return None if found["zero"] else [value]  # 12块50, 12块05
    if len(cents) > 1 or not value:
        return None
    return [value * 10, value] if found["zero"] else [value * 10]


def _value(written: str) -> int:
    value = numeral(written)
    return int(value) if isinstance(value, Fraction) else 0
