"""
One number as people write it, Arabic, Chinese or both: ``1,234.56``, ``两千零五``, ``3千5``, ``36.5万``.

Values are exact fractions. What could be two numbers is not guessed: ``三四十`` is vague, ``2万50`` unclear.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from bot.forms.core.vocabulary import (
    DIGITS,
    ENGLISH_NUMBERS,
    ENGLISH_SCALES,
    LARGE_UNITS,
    SHORT_NUMERALS,
    SMALL_UNITS,
)

# A small number within a date or time. Atomic, so that 十五点 is never read as 十 with 五点 after it.
NUM = (
    "(?>[0-9]{1,2}|[一二三四五六七八九]十[一二三四五六七八九]?|[十廿卄卅][一二三四五六七八九]?"
    "|[〇零]?[一二两三四五六七八九])"
)
LONGEST = 60  # characters of a numeral; the longest sensible one has about 30
_MOST_DIGITS = 18
_CN = "〇" + "".join(DIGITS)
_UNIT_VALUES = {**SMALL_UNITS, **LARGE_UNITS}
_DIGIT_VALUES = {**DIGITS, "〇": 0}
_ANY = f"0-9{_CN}"
# Every branch takes at least one character and nothing follows the loop, so there is nothing to go back for.
_SPAN = re.compile(
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?!,?[0-9])|[{_ANY}十百千万亿廿卄卅卌]"
    rf"|(?:(?<=[{_ANY}])|^)\.(?=[{_ANY}])|(?<=[{_ANY}十百千万亿])点(?=[{_ANY}])|(?<=[0-9])[kw](?![a-z]))+"
)
_NUMERAL = re.compile(rf"[{_ANY}十百千万亿kw.点]+")
_TOKENS = re.compile(rf"[0-9]+|[{_CN}]+|[十百千万亿kw]")
_HAS_NUMERAL = re.compile(rf"[{_ANY}十百廿卅]")


def span(text: str) -> str:
    """The numeral *text* begins with, which may be empty."""
    found = _SPAN.match(text)
    return found[0] if found else ""


def has_numeral(text: str) -> bool:
    """Whether any number is written in *text*."""
    return _HAS_NUMERAL.search(text) is not None


def first_numeral(text: str) -> int:
    """Where the first number of *text* begins; its length when there is none."""
    found = _HAS_NUMERAL.search(text)
    return found.start() if found else len(text)


def numeral(written: str) -> Fraction | str:
    """The value of a numeral, or the code of what is wrong with it."""
    for short, full in SHORT_NUMERALS.items():
        written = written.replace(short, full)
    written = written.replace(",", "")
    if sum(char in _DIGIT_VALUES or char.isdecimal() for char in written.lstrip("0")) > _MOST_DIGITS:
        return "too_large"
    if len(written) > LONGEST:
        return "unclear_number"
    if not _NUMERAL.fullmatch(written):
        return "not_a_number"
    head, mark, tail = re.sub("[.点]", ".", written).partition(".")
    if not mark:
        whole = _whole(head)
        return whole if isinstance(whole, str) else Fraction(whole)
    return _with_point(head, tail)


def _with_point(head: str, tail: str) -> Fraction | str:
    """``1.2万``, ``三点一四``, ``.5``: units follow the point or stand before it, not both."""
    digits = "".join(str(_DIGIT_VALUES.get(char, char)) for char in tail.rstrip("十百千万亿kw"))
    units = tail[len(digits) :]
    if not digits.isdecimal() or (units and re.search("[十百千万亿]", head)):
        return "unclear_number"
    scale = _scale(units)
    whole = _whole(head) if head else 0
    if isinstance(whole, str) or scale is None:
        return whole if isinstance(whole, str) else "unclear_number"
    return (whole + Fraction(int(digits), 10 ** len(digits))) * scale


def _scale(units: str) -> int | None:
    """The product of units written one after the other: 千万, 万亿; None for an order nobody writes."""
    values = [_UNIT_VALUES[unit] for unit in units]
    if len(values) > 2 or (len(values) == 2 and values[0] >= values[1]):
        return None
    return values[0] * (values[1] if len(values) == 2 else 1) if values else 1


def _whole(written: str) -> int | str:
    if written.isdecimal():
        return int(written)
    if all(char in _DIGIT_VALUES for char in written):
        return _one_by_one(written)
    return _with_units(_TOKENS.findall(written))


def _one_by_one(digits: str) -> int | str:
    """Digits without units: 二〇二六, 三〇; but 三四 and 三五 say "three or four", "a few"."""
    if len(digits) > 1 and ("两" in digits or (len(digits) == 2 and _is_guess(digits))):
        return "too_vague"
    return int("".join(str(_DIGIT_VALUES[char]) for char in digits)) if digits else "not_a_number"


def _is_guess(digits: str) -> bool:
    first, second = (_DIGIT_VALUES[char] for char in digits[:2])
    return (second == first + 1 and first > 0) or digits in ("三五", "三两")


class _Sum:
    """A number being added up from digits and units, most significant first."""

    def __init__(self) -> None:
        self.total = self.section = 0  # what 亿 and 万 have closed; what stands before the next of them
        self.small: int | None = None  # the last small unit of this section
        self.large: int | None = None
        self.unit = 0  # the last unit of any kind
        self.digit: str | None = None  # digits waiting for their unit
        self.zero = False  # a 零 stands between
        self.gap = False  # one stood somewhere after the last 亿 or 万

    def take_small(self, unit: int) -> bool:
        count = self.digit if self.digit is not None else ("1" if unit == 10 else "0")
        if self.small is not None and unit >= self.small:
            return False
        if self.zero and unit * 10 >= self.unit:  # 一百零八十: a 零 leaves a place out
            return False
        if int(count) == 0 or (unit < 1000 and len(count) > 1):
            return False
        self.section += int(count) * unit
        self.small = self.unit = unit
        self.digit, self.zero = None, False
        return True

    def take_large(self, unit: int) -> bool:
        if self.digit is not None:
            # 一百二万 could be 102 or 120: only a 零, a 十 or nothing may stand before the last digit
            if self.section and not (self.zero or self.small == 10):
                return False
            self.section += int(self.digit)
        if not self.section and self.total and unit > (self.large or unit):
            self.total *= unit  # 一万亿
        elif not self.section or (self.large is not None and unit >= self.large):
            return False
        else:
            self.total += self.section * unit
        self.section, self.small, self.digit, self.zero, self.gap = 0, None, None, False, False
        self.large = self.unit = unit
        return True

    def close(self) -> int | str:
        value = self.total + self.section
        if self.section and self.large == LARGE_UNITS["亿"] and not self.gap:
            return "unclear_number"  # 一亿五千 is 150 million to most, and 100,005,000 by the rule
        if self.digit is None:
            return "unclear_number" if self.zero else value
        last = int(self.digit)
        if self.zero or self.unit == 10:  # 两千零五, 二十五; but not 十零五
            fits = last < self.unit and (self.unit > 10 or not self.zero)
            return value + last if fits else "unclear_number"
        if len(self.digit) == 1 and last:  # 两千五, 3万5: the next lower unit is left unsaid
            return value + last * self.unit // 10
        if len(self.digit) == len(str(self.unit)) - 1:  # 12万3456
            return value + last
        return "unclear_number"


def _with_units(tokens: list[str]) -> int | str:
    made = _Sum()
    for token in tokens:
        if token in _UNIT_VALUES:
            unit = _UNIT_VALUES[token]
            if not (made.take_large(unit) if token in LARGE_UNITS else made.take_small(unit)):
                return "unclear_number"
            continue
        if token[0] in "零〇" and made.unit and made.digit is None and not made.zero:
            made.zero, made.gap, token = True, True, token[1:]
            if not token:
                continue
        if made.digit is not None or (made.zero and token[0] in "零〇"):
            return "unclear_number"
        if not token.isdecimal():
            if len(token) == 2 and ("两" in token or _is_guess(token)):
                return "too_vague"
            if len(token) > 1:
                return "unclear_number"
            token = str(_DIGIT_VALUES[token])
        made.digit = token
    return made.close()


@lru_cache(maxsize=512)
def small(written: str) -> int | None:
    """A small whole number in a date or time: ``11``, ``十一``, ``廿三``, ``〇八``; else None."""
    if written in ("", "两"):
        return 2 if written else None
    value = numeral(written) if len(written) <= 4 else "too_large"
    if value == "too_vague" and all(char in _DIGIT_VALUES for char in written):
        return int("".join(str(_DIGIT_VALUES[char]) for char in written))
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else None


def _fits(section: int, value: int) -> bool:
    """Whether *value* may follow: "two hundred | fifty", "twenty | three"."""
    return section % 100 == 0 or (section % 100 >= 20 and section % 10 == 0 and 0 < value < 10)


_A = re.compile(rf"a(?={'|'.join(ENGLISH_SCALES)})|(?=dozen(?!s))")
_ENGLISH = tuple(sorted((*ENGLISH_NUMBERS, *ENGLISH_SCALES), key=len, reverse=True))


def english(text: str) -> tuple[int, str] | None:
    """The English number *text* begins with, and the rest; words stand together, as plain() leaves them."""
    total = section = 0
    taken = False
    if article := _A.match(text):  # a hundred, dozen
        text = "one" + text[article.end() :]
    while True:
        rest = text.removeprefix("-").removeprefix("and") if taken else text
        word = next((word for word in _ENGLISH if rest.startswith(word)), None)
        if word is None or (word in ENGLISH_SCALES and not section):
            return (total + section, text) if taken else None
        if word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            if scale <= 100:
                section *= scale
            else:
                total, section = total + section * scale, 0
        elif _fits(section, ENGLISH_NUMBERS[word]):
            section += ENGLISH_NUMBERS[word]
        else:
            return None  # "one two three" is no number
        text, taken = rest[len(word) :], True
        if total + section > 10**15:
            return None
