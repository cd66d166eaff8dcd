"""
Days by their distance from today: 大前天, 昨晚, 3天前, 两周后, 三个月后, 去年今天; ten days ago, in 3 months.

What is not a distance after all is left to the other readers of dates: 25日前, where a day to come is asked for, is a
deadline.
"""

from __future__ import annotations

import re
from datetime import date

from bot.forms.core import vocabulary as words
from bot.forms.core.choosing import day_or_none, in_year, last_day, month_after, monthless, plus_days
from bot.forms.core.numerals import NUM, english, small
from bot.forms.core.outcomes import Outcome, Prefer, Read, Refused, one_or_ask, values

Scanned = tuple[Outcome, str]

_DAY_WORDS = tuple(words.DAY_SHIFTS)
_DAY_PART = re.compile("|".join(map(re.escape, words.DAY_AND_PART)))
_SAME_DAY = re.compile(
    rf"(?:(?P<year>{'|'.join(words.YEAR_SHIFTS)})|(?P<month>{'|'.join(words.MONTH_SHIFTS)}))的?(?:今天|今日|同一天|同日)"
)
_AGO = re.compile(
    rf"(?:(?P<n>[0-9]{{3}}|{NUM})个?(?P<unit>天|日|周|星期|礼拜|月|年)|(?P<half>半年))(?:之|以)?(?P<way>前|后)"
)
_MONTH = re.compile(rf"(?:{NUM})月")  # 三月后 is no distance: only 三个月 is
_COUNT_EN = rf"[0-9]{{1,3}}|half|an?|(?:{'|'.join(words.ENGLISH_NUMBERS)}|hundred|-)+?"
_UNIT_EN = "(?:a|of)*(?:day|week|month|year)"
_AGO_EN = re.compile(
    rf"(?:in(?P<m>{_COUNT_EN})(?P<until>{_UNIT_EN})s?(?:time)?(?![a-z])"
    rf"|(?P<n>{_COUNT_EN})(?P<unit>{_UNIT_EN})s?(?P<way>ago|before|fromnow|fromtoday)(?![a-z]))"
)
_MONTHS = {"month": 1, "year": 12, "月": 1, "年": 12}
_DAYS = {"day": 1, "week": 7, "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}


def near_day(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """The day *text* begins with, if it is said by its distance from today, and the rest; or None."""
    if found := _DAY_PART.match(text):  # the part of the day is left to the time
        shift, cut = words.DAY_AND_PART[found[0]]
        return _shifted(today, shift), text[cut:]
    if text.startswith(_DAY_WORDS):
        word = next(word for word in _DAY_WORDS if text.startswith(word))
        return _shifted(today, words.DAY_SHIFTS[word]), text[len(word) :]
    if found := _SAME_DAY.match(text):
        return _same_day(found, today), text[found.end() :]
    if found := _AGO.match(text):
        outcome = _ago(found, today, prefer)
    elif found := _AGO_EN.match(text):
        outcome = _ago_in_english(found, today)
    else:
        return None
    return None if outcome is None else (outcome, text[found.end() :])


def _same_day(found: re.Match[str], today: date) -> Outcome:
    year, month = today.year, today.month
    if found["year"]:
        year += words.YEAR_SHIFTS[found["year"]]
    else:
        year, month = month_after(year, month, words.MONTH_SHIFTS[found["month"]])
    return in_year(year, month, today.day)


def _ago(found: re.Match[str], today: date, prefer: Prefer) -> Outcome | None:
    """
    3天前, 两周后, 三个月后, 半年后. 25日前 is a deadline where a coming day is asked for, and may elsewhere be the 25th or
    25 days ago: both are offered.
    """
    if found["half"]:
        return _months_away(today, 6 if found["way"] == "后" else -6)
    count, unit = small(found["n"]), found["unit"]
    if count is None or (unit == "月" and _MONTH.match(found[0])):
        return None
    way = 1 if found["way"] == "后" else -1
    if unit in _MONTHS:
        return _months_away(today, way * count * _MONTHS[unit])
    away = _shifted(today, way * count * _DAYS[unit])
    if unit != "日" or way > 0:
        return away
    if prefer == "future":
        return None
    days = values(monthless(count, today, prefer))
    if prefer == "past":
        days = [day for day in days if day <= today] or days
    both = [*values(away), *days]
    return one_or_ask(sorted(both), "which_date") if both else away


def _ago_in_english(found: re.Match[str], today: date) -> Outcome | None:
    written = found["n"] or found["m"]
    unit = (found["unit"] or found["until"]).removeprefix("a").removeprefix("of")
    way = -1 if found["way"] in ("ago", "before") else 1
    if written == "half":
        return _months_away(today, 6 * way) if unit == "year" else None
    if written in ("a", "an"):
        count: int | None = 1
    elif written.isdecimal():
        count = int(written)
    else:
        spelled = english(written)
        count = spelled[0] if spelled is not None and not spelled[1] else None
    if count is None:
        return None
    if unit in _MONTHS:
        return _months_away(today, way * count * _MONTHS[unit])
    return _shifted(today, way * count * _DAYS[unit])


def _shifted(today: date, days: int) -> Outcome:
    day = plus_days(today, days)
    return Read(day) if day else Refused("year_out_of_range", {})


def _months_away(today: date, months: int) -> Outcome:
    """The same day of another month, or its last where it has no such day."""
    year, month = month_after(today.year, today.month, months)
    if not 1 <= year <= 9999:
        return Refused("year_out_of_range", {})
    day = day_or_none(year, month, min(today.day, last_day(year, month)))
    return Read(day) if day else Refused("year_out_of_range", {})
