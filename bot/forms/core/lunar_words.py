"""Lunar dates and feasts as people type them: 农历八月十五, 腊月廿三, 初八, 除夕, 清明, 国庆."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.forms.core import lunar
from bot.forms.core import vocabulary as words
from bot.forms.core.choosing import ASKED, MONTH, YEAR, choose, day_or_none, month_after
from bot.forms.core.numerals import small
from bot.forms.core.outcomes import Ambiguous, Outcome, Prefer, Read, Refused, one_or_ask

Scanned = tuple[Outcome, str]
# Atomic, so that 十五点 is never read as 十 with 五点 after it.
_CN_NUM = "(?>[二三]十[一二三四五六七八九]?|[十廿卄卅][一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = re.compile(
    rf"(?:(?P<n>[0-9]{{4}}|[〇零一二三四五六七八九]{{4}})年?|(?P<word>{'|'.join(words.YEAR_SHIFTS)}))度?的?"
)
_MONTH = re.compile(rf"(?P<leap>闰)?(?P<n>[正冬腊]|{_CN_NUM}|[0-9]{{1,2}})月")
_DAY = re.compile(
    rf"(?P<first>初)?(?P<n>{_CN_NUM}|[0-9]{{1,2}})(?:(?P<suffix>[日号])|(?![月年点时:个天0-9]))"
)
_NEW_YEAR_DAY = re.compile("大?年(?=初)")
_THIS_MONTH = re.compile("(?:本|这个?)月(?=初)")


def _year(text: str, today: date) -> tuple[int | None, str]:
    """The year a lunar date or a feast begins with (2026年, 去年), if any, and the rest."""
    found = _YEAR.match(text)
    if found is None:
        return None, text
    if found["word"]:
        return today.year + words.YEAR_SHIFTS[found["word"]], text[found.end() :]
    return int("".join(words.PHONE_DIGITS.get(char, char) for char in found["n"])), text[found.end() :]


# ---------------------------------------------------------------------------------------------------- feasts


def _of(year: int, feast: str) -> list[date | None]:
    """The day of a feast in the civil *year*; two where north and south differ."""
    if feast in words.SOLAR_FEASTS:
        return [day_or_none(year, *words.SOLAR_FEASTS[feast])]
    if feast == words.QINGMING:
        return [lunar.qingming(year)]
    if feast == words.DONGZHI:
        return [lunar.dongzhi(year)]
    if feast == words.LITTLE_NEW_YEAR:
        return [_in_civil_year(year, 12, 23), _in_civil_year(year, 12, 24)]
    month, day = words.LUNAR_FEASTS[feast]
    return [_in_civil_year(year, month, day)]


def _in_civil_year(year: int, month: int, day: int) -> date | None:
    """The lunar day that falls in the civil *year*: of that lunar year or, in winter, of the one before."""
    for lunar_year in (year - 1, year):
        made = lunar.new_years_eve(lunar_year) if day == 0 else lunar.to_solar(lunar_year, month, day)
        if made is not None and made.year == year:
            return made
    return None


def _meant_by_year(year: int, month: int, day: int) -> list[date]:
    """
    What a lunar day "of *year*" may be. The last days of a lunar year fall in the next civil one, so
    2026年除夕 is the eve in February 2026 to some and, as lunar 2026 ends with it, that of 2027 to others.
    """
    own = lunar.new_years_eve(year) if day == 0 else lunar.to_solar(year, month, day)
    return sorted({made for made in (_in_civil_year(year, month, day), own) if made})


_FEASTS = tuple(
    sorted(
        {*words.SOLAR_FEASTS, *words.LUNAR_FEASTS, words.QINGMING, words.DONGZHI, words.LITTLE_NEW_YEAR},
        key=len,
        reverse=True,
    )
)


def feasts(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """国庆, 今年中秋, 2027年春节, 小年 (two days), 十一 (a feast or the 11th)."""
    year, rest = _year(text, today)
    if rest.startswith(words.OVER_NEW_YEAR):
        return _over_new_year(year, today, prefer), rest[len(words.OVER_NEW_YEAR) :]
    if not rest.startswith(_FEASTS):
        return _eleven(year, rest, today, prefer)
    feast = next(name for name in _FEASTS if rest.startswith(name))
    rest = rest[len(feast) :].removeprefix("节")
    if rest[:1] in ("日", "号", "月"):
        return None
    if year is not None and feast in words.LUNAR_FEASTS:
        days = _meant_by_year(year, *words.LUNAR_FEASTS[feast])
        return (one_or_ask(list(days), ASKED[YEAR]) if days else Refused("year_out_of_range", {})), rest
    by_year = [_of(one, feast) for one in ([year] if year else range(today.year - 1, today.year + 2))]
    variants = [[day for day in column if day] for column in zip(*by_year, strict=True)]
    if not all(variants):
        return Refused("year_out_of_range", {}), rest
    chosen = [choose(days, today, prefer, YEAR) if year is None else days for days in variants]
    if len(chosen) == 2:
        return one_or_ask([days[0] for days in chosen], "north_or_south"), rest
    return one_or_ask(list(chosen[0]), ASKED[YEAR]), rest


def _over_new_year(year: int | None, today: date, prefer: Prefer) -> Outcome:
    """过年: the eve or the first day of the lunar year; nobody can tell which."""
    years = [year] if year is not None else [today.year + n for n in (-1, 0, 1)]
    firsts = [day for one in years if (day := lunar.to_solar(one, 1, 1))]
    if not firsts:
        return Refused("year_out_of_range", {})
    chosen = firsts if year is not None else choose(firsts, today, prefer, YEAR)
    first = chosen[0] if prefer == "past" else chosen[-1]
    return Ambiguous((first - timedelta(days=1), first), "which_date")


def _eleven(year: int | None, rest: str, today: date, prefer: Prefer) -> Scanned | None:
    """``十一`` alone is the first of October to most, and the eleventh to some."""
    if rest not in ("十一", "十一节", "十一那天", "十一当天"):
        return None
    if year is not None:
        made = day_or_none(year, 10, 1)
        return (Read(made) if made else Refused("year_out_of_range", {})), ""
    years = range(today.year - 1, today.year + 2)
    feast = choose([day for y in years if (day := day_or_none(y, 10, 1))], today, prefer, YEAR)
    months = [month_after(today.year, today.month, n) for n in (-1, 0, 1)]
    eleventh = choose([day for y, m in months if (day := day_or_none(y, m, 11))], today, prefer, MONTH)
    return one_or_ask([feast[-1], eleventh[0]], "holiday_or_day"), ""


# ---------------------------------------------------------------------------------------------- lunar dates


def lunar_date(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """
    农历八月十五, 腊月廿三, 闰六月初三: lunar for certain. 八月十五, 初八, 廿三: two readings, lunar first.

    None where nothing says lunar: a month in Arabic figures, or 日 or 号 after the day.
    """
    certain, text = _lunar_word(text)
    year, rest = _year(text, today)
    later, rest = _lunar_word(rest)
    certain = certain or later
    if year is None and (this := _THIS_MONTH.match(rest)):
        rest = rest[this.end() :]
    if found := _NEW_YEAR_DAY.match(rest):
        rest, month, leap, named = rest[found.end() :], 1, False, True
    elif found := _MONTH.match(rest):
        month = words.LUNAR_MONTHS.get(found["n"]) or small(found["n"]) or 99
        rest, leap = rest[found.end() :], bool(found["leap"])
        named = found["n"] in words.LUNAR_MONTHS or leap
    else:
        month, leap, named = 0, False, False
    said = _DAY.match(rest)
    if said is None:
        return (Refused("day_missing", {}), rest) if certain or named else None
    day, rest = small(said["n"]) or 99, rest[said.end() :]
    chinese = not (found and found[0][0].isdecimal()) and not said["n"].isdecimal()
    if said["suffix"] and not (certain or named or said["first"]):
        return None
    if not (certain or named or chinese or said["first"]):
        return None
    if not month:
        borrowed = said["n"][0] in "廿卄卅"  # nobody counts solar days so; a bare 十二 is a number like 12
        if year is not None or not (certain or said["first"] or borrowed):
            return None
        return _without_month(day, certain, today, prefer), rest
    days = _lunar_days(year, month, day, leap, today, prefer)
    if certain or named or (said["first"] and chinese):
        return _lunar_only(days, month, day), rest
    return _either(days, _solar_days(year, month, day, today, prefer), month, day), rest


def _lunar_word(text: str) -> tuple[bool, str]:
    for word in words.LUNAR_WORDS:
        if text.startswith(word):
            return True, text[len(word) :].removeprefix("的")
    return False, text


def _lunar_days(
    year: int | None, month: int, day: int, leap: bool, today: date, prefer: Prefer
) -> tuple[list[date], str]:
    """The days that are meant, and the key of the question where there are two."""
    if year is not None:
        if leap:
            made = lunar.to_solar(year, month, day, leap=True)
            return [made] if made else [], ASKED[YEAR]
        days = _meant_by_year(year, month, day)
        repeated = lunar.to_solar(year, month, day, leap=True)
        if len(days) == 1 and repeated is not None:
            return [*days, repeated], "regular_or_leap"
        return days, ASKED[YEAR]
    here = lunar.from_solar(today)
    years = range(here.year - 1, here.year + 2) if here else ()
    days = choose([one for y in years if (one := lunar.to_solar(y, month, day, leap))], today, prefer, YEAR)
    if len(days) == 1 and not leap:
        found = lunar.from_solar(days[0])
        repeated = lunar.to_solar(found.year, month, day, leap=True) if found else None
        if repeated is not None:
            return [days[0], repeated], "regular_or_leap"
    return days, ASKED[YEAR]


def _solar_days(year: int | None, month: int, day: int, today: date, prefer: Prefer) -> list[date]:
    if year is not None:
        made = day_or_none(year, month, day)
        return [made] if made else []
    years = range(today.year - 1, today.year + 2)
    return choose([made for y in years if (made := day_or_none(y, month, day))], today, prefer, YEAR)


def _no_day(month: int, day: int) -> Refused:
    if not 1 <= month <= 12:
        return Refused("no_such_month", {"month": month})
    return Refused("no_such_lunar_day", {"month": month, "day": day})


def _lunar_only(days: tuple[list[date], str], month: int, day: int) -> Outcome:
    return one_or_ask(list(days[0]), days[1]) if days[0] else _no_day(month, day)


def _either(lunar_days: tuple[list[date], str], solar_days: list[date], month: int, day: int) -> Outcome:
    """A lunar and a solar reading; where one has no such day the other is read."""
    found = lunar_days[0]
    if not found or not solar_days:
        days = found or solar_days
        return (
            one_or_ask(list(days), lunar_days[1] if found else ASKED[YEAR]) if days else _no_day(month, day)
        )
    if len(found) == len(solar_days) == 1:
        return one_or_ask([found[0], solar_days[0]], "lunar_or_solar")
    together = sorted({*found, *solar_days})
    return Ambiguous(tuple(together), "which_date") if len(together) <= 3 else Refused("year_missing", {})


def _without_month(day: int, certain: bool, today: date, prefer: Prefer) -> Outcome:
    """初八 and 廿三 name a day of a lunar month, or of this month to those who only borrow the word."""
    here = lunar.from_solar(today)
    near: list[date] = []
    for year in (here.year - 1, here.year, here.year + 1) if here else ():
        for month in range(1, 13):
            for leap in (False, True):
                made = lunar.to_solar(year, month, day, leap)
                if made and abs((made - today).days) <= 45:
                    near.append(made)
    moons = choose(near, today, prefer, MONTH, _same_moon(today))
    months = [month_after(today.year, today.month, n) for n in (-1, 0, 1)]
    suns = choose([made for y, m in months if (made := day_or_none(y, m, day))], today, prefer, MONTH)
    if certain or not suns:
        return one_or_ask(moons, ASKED[MONTH]) if moons else _no_day(1, day)
    if not moons:
        return one_or_ask(list(suns), ASKED[MONTH])
    if len(moons) == len(suns) == 1:
        return one_or_ask([moons[0], suns[0]], "lunar_or_solar")
    together = sorted({*moons, *suns})
    return Ambiguous(tuple(together), "which_date") if len(together) <= 3 else Refused("month_missing", {})


def _same_moon(today: date) -> Callable[[date], bool]:
    """Whether a day lies in the lunar month of *today*."""
    here = lunar.from_solar(today)

    def inside(day: date) -> bool:
        there = lunar.from_solar(day)
        return here is not None and there is not None and replace(there, day=1) == replace(here, day=1)

    return inside
