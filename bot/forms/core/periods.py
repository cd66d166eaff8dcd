"""Months, quarters and years as people type them: 上个月, 11月份, 202611, 三季度, Q3, 二〇二六年."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from bot.forms.core import vocabulary as words
from bot.forms.core.calendar_words import opening, year_lead
from bot.forms.core.choosing import ASKED, EARLIEST, LATEST, YEAR, choose, full_years, month_after
from bot.forms.core.moments import read_date
from bot.forms.core.numerals import NUM, numeral, small
from bot.forms.core.outcomes import Outcome, Prefer, Read, Refused, one_or_ask, refuse
from bot.forms.core.plain import strip_any, strip_any_end

_TAIL = ("份", "分", "的", "吧", "了", ".", ",", "!")
_VAGUE = re.compile("|".join(map(re.escape, words.VAGUE_DATE)))
_MONTHS_EN = "|".join(words.MONTH_NAMES)
_YEAR_MONTH = re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2}|[-/. ][0-9]{1,2})(?:月份?)?")
_SHORT_YEAR_MONTH = re.compile(r"(?P<y>[0-9]{2})[-/.](?P<m>[0-9]{1,2})(?:月份?)?")
_MONTH_YEAR = re.compile(r"(?P<m>[0-9]{1,2})[-/.](?P<y>[0-9]{4})")
_MONTH_YEAR_EN = re.compile(rf"(?P<m>{_MONTHS_EN})[.,]?(?P<y>[0-9]{{4}})?")
_YEAR_MONTH_EN = re.compile(rf"(?P<y>[0-9]{{4}})(?P<m>{_MONTHS_EN})")
_MONTH = re.compile(rf"(?P<n>{NUM}|元)(?:月份?|$)")
_MONTHS = re.compile(rf"(?:{NUM})月?(?:-|~|到|至)(?:{NUM})月份?")
_QUARTER = re.compile(
    r"(?:第)?(?P<n>[1-9一二两三四五六七八九])(?:个)?(?:季度?|$)|q(?P<q>[0-9])|(?P<r>[0-9])q"
)
_QUARTER_MONTHS = re.compile(rf"(?P<a>{NUM})月?(?:-|~|到|至)(?P<b>{NUM})月份?")
_QUARTER_EN = re.compile(rf"(?:the)?(?P<n>{'|'.join(words.QUARTER_NAMES)})quarter(?:of)?")


def _said(text: str, kind: str) -> str | Refused:
    said = opening(text, kind)
    if isinstance(said, Refused):
        return said
    said = strip_any_end(strip_any(said, words.DATE_LEAD), _TAIL)
    if kind == "month":
        said = strip_any_end(strip_any_end(said, words.PAID, 1), _TAIL)
    return refuse("too_vague", kind, text) if _VAGUE.search(said) else said


def _yearless(number: int, of: int, today: date, prefer: Prefer) -> list[int]:
    """The years a month (of 12) or quarter (of 4) said without one may belong to."""
    width = 12 // of
    here = date(today.year, (today.month - 1) // width * width + 1, 1)
    days = [date(today.year + n, (number - 1) * width + 1, 1) for n in (-1, 0, 1)]
    years = [day.year for day in choose([day for day in days if day.year >= EARLIEST], here, prefer, YEAR)]
    if prefer == "near" and years == [today.year + 1] and _months_to(here, days[-1]) > 1:
        return [today.year, *years]  # 1月 in November: dues paid up to the last January, or ahead to the next
    return years


def _months_to(first: date, last: date) -> int:
    """How many months lie from one to the other."""
    return (last.year - first.year) * 12 + last.month - first.month


def _months(pairs: list[tuple[int, int]], text: str) -> Outcome:
    for year, month in pairs:
        if not 1 <= month <= 12:
            return refuse("no_such_month", "month", text, month=month)
        if not EARLIEST <= year <= LATEST:
            return refuse("year_out_of_range", "month", text)
    return one_or_ask([f"{year:04}-{month:02}" for year, month in pairs], ASKED[YEAR])


def read_month(text: str, today: date, prefer: Prefer = "near") -> Outcome:
    """A month as ``2026-11``; a whole date gives its month."""
    said = _said(text, "month")
    if isinstance(said, Refused):
        return said
    if said in words.MONTH_SHIFTS:
        return _months([month_after(today.year, today.month, words.MONTH_SHIFTS[said])], text)
    for pattern in (_YEAR_MONTH, _MONTH_YEAR, _YEAR_MONTH_EN, _MONTH_YEAR_EN):
        if found := pattern.fullmatch(said):
            month = words.MONTH_NAMES.get(found["m"]) or int(found["m"].lstrip("-/. "))
            if found["y"]:
                return _months([(int(found["y"]), month)], text)
            return _months([(year, month) for year in _yearless(month, 12, today, prefer)], text)
    if (found := _SHORT_YEAR_MONTH.fullmatch(said)) and int(found["y"]) > 12:
        years = full_years(int(found["y"]), today, prefer)
        return _months([(year, int(found["m"])) for year in years], text)
    if _MONTHS.fullmatch(said):
        return refuse("a_range", "month", text)
    lead = year_lead(said, today, prefer)
    years, rest = lead or ([], said)
    if rest[:1] in words.LUNAR_MONTHS or said.startswith(words.LUNAR_WORDS) or rest.startswith("闰"):
        return refuse("lunar_month", "month", text)
    found = _MONTH.fullmatch(rest)
    if found is not None:
        month = 1 if found["n"] == "元" else small(found["n"]) or 0
        if not 1 <= month <= 12:
            return refuse("no_such_month", "month", text, month=month)
        return _months([(year, month) for year in years or _yearless(month, 12, today, prefer)], text)
    whole = read_date(said, today, prefer)
    if isinstance(whole, Read) and re.search("月|^[0-9]{4}", said):
        return Read(whole.value[:7])
    if isinstance(whole, Refused) and whole.code in ("no_such_month", "no_such_day", "year_out_of_range"):
        return refuse(
            whole.code, "month", text, **{k: v for k, v in whole.details.items() if k not in ("text", "kind")}
        )
    return refuse("month_missing" if years and not rest else "not_a_month", "month", text)


def read_quarter(text: str, today: date, prefer: Prefer = "near") -> Outcome:
    """A quarter as ``2026-Q4``."""
    said = _said(text, "quarter")
    if isinstance(said, Refused):
        return said
    if said in words.QUARTER_SHIFTS:
        year, month = month_after(today.year, today.month, 3 * words.QUARTER_SHIFTS[said])
        return Read(f"{year:04}-Q{(month + 2) // 3}")
    number, years = _quarter_after_year(said, today, prefer)
    if number is None:
        number, years = _quarter_before_year(said)
    if number is None:
        return refuse("not_a_quarter", "quarter", text)
    if not 1 <= number <= 4:
        return refuse("no_such_quarter", "quarter", text)
    years = years or _yearless(number, 4, today, prefer)
    if not all(EARLIEST <= year <= LATEST for year in years):
        return refuse("year_out_of_range", "quarter", text)
    return one_or_ask([f"{year:04}-Q{number}" for year in years], ASKED[YEAR])


def _quarter_after_year(said: str, today: date, prefer: Prefer) -> tuple[int | None, list[int]]:
    """2026年三季度, 2026-Q3, 三季度, Q3, 7-9月."""
    years: list[int] = []
    if found := re.match("([0-9]{4}|[0-9]{2})[-/. ]?(?=q)", said):
        year = int(found[1])
        years, said = ([year] if year > 99 else full_years(year, today, prefer)), said[found.end() :]
    elif lead := year_lead(said, today, prefer):
        years, said = lead
    if found := _QUARTER.fullmatch(said):
        return small(found["n"] or found["q"] or found["r"]), years
    if found := _QUARTER_MONTHS.fullmatch(said):
        first, last = small(found["a"]) or 0, small(found["b"]) or 0
        if first % 3 == 1 and last == first + 2 <= 12:
            return (first + 2) // 3, years
    return None, years


def _quarter_before_year(said: str) -> tuple[int | None, list[int]]:
    """Q3 2026, third quarter of 2026."""
    found = re.search("[-/. ]?((?:19|20|21)[0-9]{2})$", said)
    years, head = ([int(found[1])], said[: found.start()]) if found else ([], said)
    if short := re.fullmatch("q([0-9])|([0-9])q", head):
        return int(short[1] or short[2]), years
    if named := _QUARTER_EN.fullmatch(head):
        return words.QUARTER_NAMES[named["n"]], years
    return None, years


def read_year(text: str, today: date, prefer: Prefer = "near") -> Outcome:
    """A year as ``2026``."""
    said = _said(text, "year")
    if isinstance(said, Refused):
        return said
    if re.fullmatch("[0-9]{2}|[〇零一二三四五六七八九]{2}", said):
        years = full_years(int("".join(words.PHONE_DIGITS.get(char, char) for char in said)), today, prefer)
    else:
        lead = year_lead(said, today, prefer)
        if lead is None or strip_any(lead[1], ("全年", "度", "份")):
            spelled = (
                numeral(said.removesuffix("年")) if said.startswith(("二千", "两千", "一千九百")) else ""
            )
            if not isinstance(spelled, Fraction):
                return refuse("not_a_year", "year", text)
            lead = [int(spelled)], ""
        years = lead[0]
    if not all(EARLIEST <= year <= LATEST for year in years):
        return refuse("year_out_of_range", "year", text)
    return one_or_ask([f"{year:04}" for year in years], "which_century")
