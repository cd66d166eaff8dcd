"""Days of the calendar in English: 3 Nov 2026, November 3rd, the 8th, end of June, first Saturday of November."""

from __future__ import annotations

import re
from datetime import date

from bot.forms.core import vocabulary as words
from bot.forms.core.choosing import (
    ASKED,
    MONTH,
    YEAR,
    choose,
    day_or_none,
    in_year,
    last_day,
    month_after,
    monthless,
    nth_weekday,
    yearless,
)
from bot.forms.core.outcomes import Outcome, Prefer, Refused, one_or_ask

_MONTHS = "|".join(words.MONTH_NAMES)
_DAYS = "|".join(words.DAY_NAMES)
_DAY_MONTH = re.compile(
    rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:of)?(?P<m>{_MONTHS})"
    r"(?:[.,]*(?P<y>[0-9]{4})(?![0-9:]))?(?!(?!at)[a-z])"
)
_MONTH_DAY = re.compile(
    rf"(?P<m>{_MONTHS})\.?(?:the)?(?P<d>[0-9]{{1,2}})(?![0-9:])(?:st|nd|rd|th)?"
    r"(?:[ ,]+(?P<y>[0-9]{4})(?![0-9:]))?(?!(?!at)[a-z])"
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?P<y>[0-9]{{4}})(?P<m>{_MONTHS})\.?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9a-z])"
)
_DAY = re.compile(
    r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)(?:of(?P<month>this|last|next|the)month)?(?!(?!at|in|morning|afternoon|evening)[a-z])"
)
_OF = (
    rf"(?:of)?(?:(?P<which>the|this|last|next)?(?P<what>month|year)|(?P<m>{_MONTHS})[.,]*(?P<y>[0-9]{{4}})?)"
)
_END = re.compile(rf"(?:the)?(?:end|lastday){_OF}(?![a-z0-9])")
_NTH = re.compile(rf"(?P<n>first|second|third|fourth|last)(?P<day>{_DAYS})(?:of|in){_OF}(?![a-z0-9])")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_SHIFTS = {"last": -1, "next": 1}


def english_day(text: str, today: date, prefer: Prefer) -> tuple[Outcome, str] | None:
    """The day *text* begins with, and the rest; or None."""
    if not text.isascii():
        return None
    patterns = (_YEAR_MONTH_DAY, _DAY_MONTH, _MONTH_DAY)
    found = next((found for pattern in patterns if (found := pattern.match(text))), None)
    if found is not None:
        month, day = words.MONTH_NAMES[found["m"]], int(found["d"])
        made = in_year(int(found["y"]), month, day) if found["y"] else yearless(month, day, today, prefer)
        return made, text[found.end() :]
    if found := _DAY.match(text):
        day = int(found["d"])
        if found["month"] in (None, "the"):
            return monthless(day, today, prefer), text[found.end() :]
        year, month = month_after(today.year, today.month, _SHIFTS.get(found["month"], 0))
        return in_year(year, month, day), text[found.end() :]
    if (found := _END.match(text)) or (found := _NTH.match(text)):
        return _of_month(found, today, prefer), text[found.end() :]
    return None


def _of_month(found: re.Match[str], today: date, prefer: Prefer) -> Outcome:
    """The last day of a month or year, or its so-many-eth weekday; of the neighbouring ones where none is named."""
    number = _ORDER[found["n"]] if "n" in found.groupdict() else 0

    def day(year: int, month: int) -> date | None:
        if number:
            return nth_weekday(year, month, number, words.DAY_NAMES[found["day"]])
        return day_or_none(year, month, last_day(year, month))

    if found["what"] == "year":
        pairs = [(today.year + n, 12) for n in (-1, 0, 1)]
    elif found["what"] == "month":
        pairs = [month_after(today.year, today.month, n) for n in (-1, 0, 1)]
    else:
        month = words.MONTH_NAMES[found["m"]]
        pairs = [(int(found["y"] or today.year) + n, month) for n in ((0,) if found["y"] else (-1, 0, 1))]
    length = MONTH if found["what"] == "month" else YEAR
    named = found["which"] in ("this", "last", "next")
    if named:
        pairs = pairs[1 + _SHIFTS.get(found["which"], 0) :][:1]
    days = [made for pair in pairs if (made := day(*pair))]
    if not days:
        return Refused("not_a_date", {})
    return one_or_ask(list(days if len(pairs) == 1 else choose(days, today, prefer, length)), ASKED[length])
