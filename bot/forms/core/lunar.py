"""
The lunar calendar of lunar years 1900 to 2100, from a table of our own.

The rules are those of GB/T 33661-2017; tests compare every day with a permissively licensed library.
Lunar year 1900 begins on 1900-01-31, lunar year 2100 ends on 2101-01-28.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

FIRST_YEAR = 1900
LAST_YEAR = 2100
_FIRST_DAY = date(1900, 1, 31).toordinal()

# One number a year: bits 0-11 say which months have 30 days (bit 11 is the first month),
# bit 12 says that the leap month has 30, bits 13 and up name the month it follows (0: none).
# fmt: off
_YEARS = (
    0x104BD, 0x004AE, 0x00A57, 0x0A54D, 0x00D26, 0x00D95, 0x09655, 0x0056A, 0x009AD, 0x0455D,
    0x004AE, 0x0CA5B, 0x00A4D, 0x00D25, 0x0BD25, 0x00B54, 0x00D6A, 0x04ADA, 0x0095B, 0x0F497,
    0x00497, 0x00A4B, 0x0AB4B, 0x006A5, 0x006D4, 0x09AB5, 0x002B6, 0x00957, 0x0452F, 0x00497,
    0x0C656, 0x00D4A, 0x00EA5, 0x0B6A9, 0x005AD, 0x002B6, 0x0786E, 0x0092E, 0x0FC8D, 0x00C95,
    0x00D4A, 0x0DD8A, 0x00B55, 0x0056A, 0x09A5B, 0x0025D, 0x0092D, 0x04D2B, 0x00A95, 0x0EB55,
    0x006CA, 0x00B55, 0x0B535, 0x004DA, 0x00A5B, 0x07457, 0x0052B, 0x10A9A, 0x00E95, 0x006AA,
    0x0CAEA, 0x00AB5, 0x004B6, 0x08AAE, 0x00A57, 0x00526, 0x06F26, 0x00D95, 0x0E5B5, 0x0056A,
    0x0096D, 0x0A4DD, 0x004AD, 0x00A4D, 0x08D4D, 0x00D25, 0x10D55, 0x00B54, 0x00B6A, 0x0D95A,
    0x0095B, 0x0049B, 0x08A97, 0x00A4B, 0x14B27, 0x006A5, 0x006D4, 0x0CAF4, 0x00AB6, 0x00957,
    0x0A4AF, 0x00497, 0x0064B, 0x0674A, 0x00EA5, 0x106B5, 0x005AC, 0x00AB6, 0x0A96D, 0x0092E,
    0x00C96, 0x08D95, 0x00D4A, 0x00DA5, 0x04755, 0x0056A, 0x0EABB, 0x0025D, 0x0092D, 0x0ACAB,
    0x00A95, 0x00B4A, 0x08BAA, 0x00AD5, 0x1255D, 0x004BA, 0x00A5B, 0x0D517, 0x0052B, 0x00A93,
    0x08795, 0x006AA, 0x00AD5, 0x045B5, 0x004B6, 0x0CA6E, 0x00A4E, 0x00D26, 0x0AEA6, 0x00D53,
    0x005AA, 0x0676A, 0x0096D, 0x164AF, 0x004AD, 0x00A4D, 0x0DD0B, 0x00D25, 0x00D52, 0x0ADD4,
    0x00B5A, 0x0056D, 0x0455B, 0x0049B, 0x0EA57, 0x00A4B, 0x00AA5, 0x0BB25, 0x006D2, 0x00ADA,
    0x074B6, 0x00937, 0x1049F, 0x00497, 0x0064B, 0x0D68A, 0x00EA5, 0x006B2, 0x09A6C, 0x00AAE,
    0x0092E, 0x06D2E, 0x00C96, 0x0ED55, 0x00D4A, 0x00DA5, 0x0A5D5, 0x0056A, 0x00A6D, 0x0855D,
    0x0052D, 0x10A9B, 0x00A95, 0x00B4A, 0x0CB6A, 0x00AD5, 0x0055A, 0x08ABA, 0x00A5B, 0x0052B,
    0x06B27, 0x00693, 0x0E733, 0x006AA, 0x00AD5, 0x0B4B5, 0x004B6, 0x00A57, 0x0854E, 0x00D16,
    0x10E96, 0x00D52, 0x00DAA, 0x0D6AA, 0x0056D, 0x004AE, 0x08A9D, 0x00A2D, 0x00D15, 0x04F25,
    0x00D52,
)
# fmt: on

# Last digit of the day: 清明 is 4, 5 or 6 April, 冬至 is 21, 22 or 23 December.
_QINGMING = (
    "5566556655665556555655565556555655565556555655555555555555555555555555555555455545554555455545554555"
    "4555455544554455445544554455445544554455444544454445444544454445444544454444444444444444444444444444"
    "5"
)
_DONGZHI = (
    "2233223322332233222322232223222322232223222322232223222222222222222222222222222222222222122212221222"
    "1222122212221222122211221122112211221122112211221122112211121112111211121112111211121112111111111111"
    "2"
)


@dataclass(frozen=True, slots=True)
class Lunar:
    """A day of the lunar calendar. ``leap``: the month repeats the one before it (闰)."""

    year: int
    month: int
    day: int
    leap: bool = False


def leap_month(year: int) -> int:
    """The month that is repeated in the lunar *year*, 0 when none is or the table ends before it."""
    return _YEARS[year - FIRST_YEAR] >> 13 if FIRST_YEAR <= year <= LAST_YEAR else 0


def month_days(year: int, month: int, leap: bool = False) -> int:
    """How many days the month has, 29 or 30; 0 when there is no such month in the table."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return 0
    bits = _YEARS[year - FIRST_YEAR]
    if leap:
        return (30 if bits >> 12 & 1 else 29) if bits >> 13 == month else 0
    return 30 if bits >> (12 - month) & 1 else 29


def _months(year: int) -> list[tuple[int, bool, int]]:
    """Months of the lunar *year* in order: number, leap, days."""
    leap = leap_month(year)
    rows = []
    for month in range(1, 13):
        rows.append((month, False, month_days(year, month)))
        if month == leap:
            rows.append((month, True, month_days(year, month, True)))
    return rows


# Ordinal of the first day of each lunar year, and of the year after the last.
_STARTS = list(
    accumulate(
        (sum(days for _, _, days in _months(year)) for year in range(FIRST_YEAR, LAST_YEAR + 1)),
        initial=_FIRST_DAY,
    )
)


def to_solar(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The civil date of a lunar day; None when there is no such day or the table does not reach it."""
    if not 1 <= day <= month_days(year, month, leap):
        return None
    ordinal = _STARTS[year - FIRST_YEAR] + day - 1
    for number, is_leap, days in _months(year):
        if (number, is_leap) == (month, leap):
            return date.fromordinal(ordinal)
        ordinal += days
    return None


def from_solar(day: date) -> Lunar | None:
    """The lunar day of a civil date; None outside the table."""
    ordinal = day.toordinal()
    if not _STARTS[0] <= ordinal < _STARTS[-1]:
        return None
    index = bisect_right(_STARTS, ordinal) - 1
    left = ordinal - _STARTS[index]
    for number, leap, days in _months(FIRST_YEAR + index):
        if left < days:
            return Lunar(FIRST_YEAR + index, number, left + 1, leap)
        left -= days
    return None


def new_years_eve(year: int) -> date | None:
    """除夕, the last day of the lunar *year*."""
    new_year = to_solar(year + 1, 1, 1)
    if new_year is not None:
        return new_year - timedelta(days=1)
    return date.fromordinal(_STARTS[-1] - 1) if year == LAST_YEAR else None


def qingming(year: int) -> date | None:
    """清明 of the civil *year*."""
    return date(year, 4, int(_QINGMING[year - FIRST_YEAR])) if FIRST_YEAR <= year <= LAST_YEAR else None


def dongzhi(year: int) -> date | None:
    """冬至 of the civil *year*."""
    return date(year, 12, 20 + int(_DONGZHI[year - FIRST_YEAR])) if FIRST_YEAR <= year <= LAST_YEAR else None
