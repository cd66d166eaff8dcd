"""
Dates as people type them. :func:`scan_date` reads the date a text begins with and gives back the rest of it,
so that a moment ("昨晚七点半") and a date with its weekday ("11月3日（周二）") are read by the same grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.forms.core import vocabulary as words
from bot.forms.core.choosing import (
    ASKED,
    MONTH,
    WEEK,
    YEAR,
    choose,
    day_or_none,
    full_years,
    in_year,
    last_day,
    month_after,
    monthless,
    nth_weekday,
    yearless,
)
from bot.forms.core.english_dates import english_day
from bot.forms.core.lunar_words import feasts, lunar_date
from bot.forms.core.near_words import Scanned, near_day
from bot.forms.core.numerals import NUM, small
from bot.forms.core.outcomes import (
    Ambiguous,
    Outcome,
    Prefer,
    Read,
    Refused,
    canonical,
    one_or_ask,
    refuse,
    values,
)
from bot.forms.core.plain import plain

LONGEST = 80  # characters of a date with its weekday and time; longer texts are stories
_YEAR4 = "(?:[0-9]{4}|[〇零一二三四五六七八九]{4})"
_YEAR2 = "(?:[0-9]{2}|[〇零一二三四五六七八九]{2})"

_VAGUE = re.compile(
    "|".join(map(re.escape, words.VAGUE_DATE))
    + "|个半月|[几多数]个?(?:月|年|星期|周|礼拜)|半年(?!(?:之|以)?[前后])|(?<![0-9一二两三四五六七八九十半])年[前后]"
    "|年中(?![秋元])|月初(?![一二三四五六七八九十0-9])|(?<!大)年初(?![一二三四五六七八九十])"
)
_RANGE = re.compile("[(,]*(?:到|至|~|-)+(?:[0-9一二三四五六七八九十周星礼今明后下本初]|农历)")
_WEEK_ONLY = re.compile("(?:上|下|这|本|那)+一?个?(?:周|星期|礼拜)|(?:last|next|this)(?:week|weekend)")
_SAID_TOO = re.compile(
    r"[(,的]*(?:[0-9一二三四五六七八九十〇]{1,4}(?:[月日号年/]|-[0-9]{1,2}-)|农历|初"
    rf"|(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:of)?)?(?:{'|'.join(words.MONTH_NAMES)}))|\("
)
_WEEKDAY = re.compile(
    rf"(?P<shift>{'|'.join(words.WEEK_SHIFTS)})?(?:周|星期|礼拜)"
    r"(?P<day>[一二三四五六日天](?![天号日])|[1-7](?![0-9天号日点:.]))"
)
_WEEKDAY_AFTER = re.compile(r"[(,]*(?:是)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])\)?")
_DAYS_EN = "|".join(words.DAY_NAMES)
_WEEKDAY_EN = re.compile(
    rf"(?P<shift>last|next|this|on)?(?P<day>{_DAYS_EN})"
    "(?=at|morning|afternoon|evening|night|[^a-z]|$)"
)
_WEEKDAY_EN_AFTER = re.compile(rf"[(,]*(?P<day>{_DAYS_EN})(?![a-z])\)?")
_YMD = re.compile(
    r"(?P<y>[0-9]{4})(?P<sep>[-/. ,、])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})(?![0-9])[日号]?"
)
_YMD_SHORT = re.compile(r"(?P<y>[0-9]{1,2})(?P<sep>[-/.])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})(?![0-9])")
_DMY = re.compile(r"(?P<a>[0-9]{1,2})(?P<sep>[-/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<y>[0-9]{4})(?![0-9])")
_MD = re.compile(r"(?P<m>[0-9]{1,2})(?P<sep>[-/. ])(?P<d>[0-9]{1,2})(?![0-9:])(?P<suffix>[日号]?)")
_YM = re.compile(r"[0-9]{4}[-/.][0-9]{1,2}$")
_DIGITS = re.compile(r"[0-9]{1,8}(?![0-9:a-su-z])(?!点|时|月|年|[-/.][0-9])")
_YEAR_LEAD = re.compile(
    rf"(?:(?P<full>{_YEAR4})年?|(?P<short>{_YEAR2})年|(?P<word>{'|'.join(words.YEAR_SHIFTS)}))度?(?:的)?"
)
_MONTH_LEAD = re.compile(rf"(?P<n>{NUM}|元)月份?的?|(?P<word>{'|'.join(words.MONTH_SHIFTS)})份?的?")
_DAY = re.compile(rf"(?P<n>{NUM})(?:(?P<suffix>[日号])|(?![月年点时:.0-9个天]))")
_END = re.compile(r"(?:月|年)?(?:底|末)|最后一天")
_NTH = re.compile(
    r"(?:第(?P<n>[1-5一二三四五])个?|(?P<last>最后一?个?))(?:周|星期|礼拜)(?P<day>[一二三四五六日天]|[1-7](?![0-9]))"
)


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, of a Chinese character, a digit or an English name."""
    if name in words.DAY_NAMES:
        return words.DAY_NAMES[name]
    return int(name) - 1 if name.isdecimal() else words.WEEKDAYS[name]


# ------------------------------------------------------------------------------------------------- weekdays


def _weekdays(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """上周五, 这周三, 下下周一, 星期天; last Friday. Weeks begin on Monday, as Chinese weeks do."""
    found, english = _WEEKDAY.match(text), False
    if found is None:
        found, english = _WEEKDAY_EN.match(text), True
    if found is None:
        return None
    rest = text[found.end() :]
    this_week = today + timedelta(days=weekday_number(found["day"]) - today.weekday())
    shift = found["shift"] or ""
    if english and shift in ("last", "next"):
        # "next Friday" on a Wednesday: the day after tomorrow to some, a week later to others
        way = 1 if shift == "next" else -1
        near = this_week if (this_week - today).days * way > 0 else this_week + timedelta(days=7 * way)
        days = [near] if near != this_week else sorted([near, near + timedelta(days=7 * way)])
    elif shift and not english:
        days = [this_week + timedelta(days=7 * words.WEEK_SHIFTS[shift])]
    elif shift == "this":
        days = [this_week]
    else:
        days = choose([this_week + timedelta(days=7 * n) for n in (-1, 0, 1)], today, prefer, WEEK)
    return one_or_ask(list(days), ASKED[WEEK]), rest


def _said_twice(outcome: Outcome, rest: str, today: date, prefer: Prefer) -> Scanned:
    """上周五（11月13日）, 昨天17号: a day said in two ways must be one day."""
    again = scan_explicit(rest.lstrip("(,的"), today, prefer) if _SAID_TOO.match(rest) else None
    if again is None or isinstance(outcome, Refused):
        return outcome, rest
    if isinstance(again[0], Refused):
        return again
    first, second = values(outcome), values(again[0])
    both = [day for day in first if day in second]
    if not both:
        days = {"month": second[0].month, "day": second[0].day}
        others = {"other_month": first[0].month, "other_day": first[0].day}
        return Refused("dates_differ", {**days, **others}), again[1]
    return one_or_ask(both, "which_date"), again[1].removeprefix(")")


def _on_weekday(outcome: Outcome, weekday: int) -> Outcome:
    """*outcome* with only those days that fall on the weekday."""
    if isinstance(outcome, Refused):
        return outcome
    days = values(outcome)
    right = [day for day in days if day.weekday() == weekday]
    if not right:
        day = days[0]
        return Refused("weekday_mismatch", {"month": day.month, "day": day.day, "weekday": day.isoweekday()})
    return one_or_ask(right, outcome.why if isinstance(outcome, Ambiguous) else "")


# ------------------------------------------------------------------------------------------- days by number


def _of_years(years: list[int], month: int, day: int) -> Outcome:
    outcomes = [in_year(year, month, day) for year in years]
    read = [outcome.value for outcome in outcomes if isinstance(outcome, Read)]
    return one_or_ask(read, "which_century") if read else outcomes[0]


def _figures(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """2026-11-3, 26.11.3, 11/3, 3/11/2026: figures with signs between them."""
    if found := _YMD.match(text):
        return in_year(int(found["y"]), int(found["m"]), int(found["d"])), text[found.end() :]
    if found := _DMY.match(text):
        first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
        days = [day_or_none(year, second, first), day_or_none(year, first, second)]
        known = [day for day in days if day]
        outcome = one_or_ask(list(known), "day_or_month") if known else in_year(year, second, first)
        return outcome, text[found.end() :]
    if found := _YMD_SHORT.match(text):
        return _short_year(int(found["y"]), int(found["m"]), int(found["d"]), today, prefer), text[
            found.end() :
        ]
    if _YM.match(text):
        return Refused("day_missing", {}), ""
    if found := _MD.match(text):
        if found["suffix"] and found["sep"] == "-" and int(found["m"]) < int(found["d"]):
            return Refused("a_range", {}), text[found.end() :]  # 3-5号: two days, or the fifth of March
        return yearless(int(found["m"]), int(found["d"]), today, prefer), text[found.end() :]
    return None


def _short_year(first: int, month: int, last: int, today: date, prefer: Prefer) -> Outcome:
    """
    ``26.11.3``: the year comes first, as in all of China. Where that gives a year long gone and the end could
    be this year (11/3/26), all three orders are asked about.
    """
    usual = _of_years(full_years(first, today, prefer), month, last)
    years = {day.year for day in values(usual)}
    if any(abs(year - today.year) <= 1 for year in years):
        return usual
    foreign = today.year - today.year % 100 + last
    others = [day_or_none(foreign, month, first), day_or_none(foreign, first, month)]
    likely = [day for day in others if day and abs(day.year - today.year) <= 1]
    return one_or_ask(sorted({*values(usual), *likely}), "which_date") if likely else usual


def _digits(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """20261103, 261103, 1103, 113, 3: figures and nothing between them."""
    found = _DIGITS.match(text)
    if found is None:
        return None
    digits, rest = found[0], text[found.end() :]
    if rest[:1] in ("日", "号"):
        return None
    size = len(digits)
    if size == 8:
        return in_year(int(digits[:4]), int(digits[4:6]), int(digits[6:])), rest
    if size == 6 and digits[:2] not in ("19", "20"):
        years = full_years(int(digits[:2]), today, prefer)
        return _of_years(years, int(digits[2:4]), int(digits[4:])), rest
    if size in (4, 6) and digits[:2] in ("19", "20", "21"):
        return Refused("day_missing", {}), rest
    if size == 4:
        return yearless(int(digits[:2]), int(digits[2:]), today, prefer), rest
    if size in (3, 7):  # 113 is 1/13 or 11/3
        head, tail = digits[:-3], digits[-3:]
        splits = [(int(tail[:1]), int(tail[1:])), (int(tail[:2]), int(tail[2:]))]
        years = [int(head)] if head else [today.year - 1, today.year, today.year + 1]
        days = [[d for y in years if (d := day_or_none(y, *split))] for split in splits]
        chosen = [choose(one, today, prefer, YEAR)[:1] if not head else one for one in days if one]
        known = [day for one in chosen for day in one]
        return (one_or_ask(sorted(known), "which_date") if known else Refused("not_a_date", {})), rest
    return (monthless(int(digits), today, prefer), rest) if size <= 2 else (Refused("not_a_date", {}), rest)


def year_lead(text: str, today: date, prefer: Prefer) -> tuple[list[int], str] | None:
    """The year *text* begins with (two where the century is open), and the rest."""
    found = _YEAR_LEAD.match(text)
    if found is None or (found["full"] and "年" not in found[0] and text[found.end() :][:1].isdecimal()):
        return None
    rest = text[found.end() :]
    if found["word"]:
        return [today.year + words.YEAR_SHIFTS[found["word"]]], rest
    written = found["full"] or found["short"]
    year = int("".join(words.PHONE_DIGITS.get(char, char) for char in written))
    return ([year] if found["full"] else full_years(year, today, prefer)), rest


def _month_and_day(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """2026年11月3日, 去年12月5日, 上月3号, 11月底, 年底, 十五号."""
    lead = year_lead(text, today, prefer)
    years, rest = lead or ([], text)
    found = _MONTH_LEAD.match(rest)
    if found is None:
        return _without_month(years, rest, today, prefer)
    rest = rest[found.end() :]
    month = 1 if found["n"] == "元" else small(found["n"] or "")
    if found["word"]:
        year, month = month_after(today.year, today.month, words.MONTH_SHIFTS[found["word"]])
        years = [year]
    if not month or month > 12:
        return Refused("no_such_month", {"month": month or 0}), rest
    if nth := _NTH.match(rest):
        return _nth(nth, years, month, today, prefer), rest[nth.end() :]
    if end := _END.match(rest):
        day, rest = 0, rest[end.end() :]
    elif said := _DAY.match(rest):
        day, rest = small(said["n"]) or 99, rest[said.end() :]
    elif rest.startswith("初"):
        return None  # 上月初八: of which calendar's last month, nobody can tell
    else:
        return Refused("day_missing", {}), rest
    if years:
        return _of_years(years, month, day or last_day(min(max(years[0], 1900), 2100), month)), rest
    if day:
        return yearless(month, day, today, prefer), rest
    ends = [day_or_none(y, month, last_day(y, month)) for y in range(today.year - 1, today.year + 2)]
    return one_or_ask(list(choose([end for end in ends if end], today, prefer, YEAR)), ASKED[YEAR]), rest


def _nth(found: re.Match[str], years: list[int], month: int, today: date, prefer: Prefer) -> Outcome:
    """11月第一个周六, 本月最后一个周五."""
    number = -1 if found["last"] else small(found["n"]) or 0
    near = years or [today.year + n for n in (-1, 0, 1)]
    days = [day for year in near if (day := nth_weekday(year, month, number, weekday_number(found["day"])))]
    if not days:
        return Refused("not_a_date", {})
    return one_or_ask(list(days if years else choose(days, today, prefer, YEAR)), ASKED[YEAR])


def _without_month(years: list[int], rest: str, today: date, prefer: Prefer) -> Scanned | None:
    """月底, 今年底, 年底, 3号; a year with neither month nor day misses the day."""
    if (end := re.match("年?年?[底末]", rest)) and (years or "年" in end[0]):
        ends = [day_or_none(year, 12, 31) for year in years or range(today.year - 1, today.year + 2)]
        days = [day for day in ends if day]
        chosen = days if years else choose(days, today, prefer, YEAR)
        return (one_or_ask(list(chosen), ASKED[YEAR]) if chosen else Refused("year_out_of_range", {})), rest[
            end.end() :
        ]
    if years:
        return Refused("day_missing", {}), rest
    if end := re.match("月[底末]", rest):
        months = [month_after(today.year, today.month, n) for n in (-1, 0, 1)]
        ends = [day_or_none(year, month, last_day(year, month)) for year, month in months]
        found = choose([day for day in ends if day], today, prefer, MONTH)
        return one_or_ask(list(found), ASKED[MONTH]), rest[end.end() :]
    said = _DAY.match(rest)
    if said and (said["suffix"] or (len(said["n"]) > 1 and said.end() == len(rest))):  # 十五号; 十五 as 15
        return monthless(small(said["n"]) or 99, today, prefer), rest[said.end() :]
    return None


# ------------------------------------------------------------------------------------------------- all of it

_Reader = Callable[[str, date, Prefer], "Scanned | None"]
_SOLAR_ONLY: tuple[_Reader, ...] = (english_day, _figures, _digits, _month_and_day)
_EXPLICIT: tuple[_Reader, ...] = (lunar_date, *_SOLAR_ONLY)


def scan_explicit(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """A date by lunar day or by number, and the rest of *text*."""
    for word in words.SOLAR_WORDS:
        if text.startswith(word):
            readers, text = _SOLAR_ONLY, text[len(word) :]
            break
    else:
        readers = _EXPLICIT
    return next((found for reader in readers if (found := reader(text, today, prefer))), None)


def scan_date(text: str, today: date, prefer: Prefer) -> Scanned | None:
    """The date plain *text* begins with, its weekday checked, and what follows; or None."""
    said = near_day(text, today, prefer) or _weekdays(text, today, prefer) or feasts(text, today, prefer)
    if said is not None:
        outcome, rest = _said_twice(*said, today, prefer)
    else:
        found = scan_explicit(text, today, prefer)
        if found is None:
            return None
        outcome, rest = found
    weekday = _WEEKDAY_AFTER.match(rest) or _WEEKDAY_EN_AFTER.match(rest)
    if weekday:
        return _on_weekday(outcome, weekday_number(weekday["day"])), rest[weekday.end() :]
    return outcome, rest


def opening(text: str, kind: str) -> str | Refused:
    """Plain text worth scanning, or the refusal all readers of dates and times share."""
    said = plain(text)
    if not said:
        return refuse("empty", kind, text)
    if said in words.NOT_KNOWN:
        return refuse("not_known", kind, text)
    if len(said) > LONGEST:
        return refuse("too_long", kind, text)
    return said


def is_vague(said: str) -> bool:
    """Whether a word makes any date of *said* a guess, or a stretch of days."""
    return _VAGUE.search(said) is not None or _WEEK_ONLY.fullmatch(said) is not None


def is_range(rest: str) -> bool:
    """Whether *rest*, left after a date or time, goes on to a second one: 到5日, -11.5."""
    return _RANGE.match(rest) is not None


def finish(outcome: Outcome, kind: str, text: str) -> Outcome:
    """*outcome* in its stored form; a refusal quotes the text and names the kind."""
    if isinstance(outcome, Refused):
        return refuse(outcome.code, kind, text, **outcome.details)
    return canonical(outcome)
