"""The lunar table against lunar-python (MIT), which computes the same calendar from astronomy."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lunar_python import LunarYear, Solar

from bot.forms.core import lunar


def test_every_month_of_the_table_is_the_librarys_month() -> None:
    """All 2,486 months have the library's number, leap, length and first day."""
    months = 0
    for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR + 1):
        for month in LunarYear.fromYear(year).getMonthsInYear():
            number, leap = abs(month.getMonth()), month.isLeap()
            first = Solar.fromJulianDay(month.getFirstJulianDay())
            assert lunar.month_days(year, number, leap) == month.getDayCount(), (year, number, leap)
            assert lunar.to_solar(year, number, 1, leap) == date(
                first.getYear(), first.getMonth(), first.getDay()
            )
            months += 1
    assert months == 2_486


def test_every_day_there_and_back() -> None:
    """Each of the 73,412 days becomes a lunar day and the same day again; every 97th is the library's too."""
    start, last = date(1900, 1, 31), date(2101, 1, 28)
    days = (last - start).days + 1
    assert days == 73_412
    for offset in range(days):
        day = start + timedelta(days=offset)
        ours = lunar.from_solar(day)
        assert ours is not None
        assert lunar.to_solar(ours.year, ours.month, ours.day, ours.leap) == day
        if offset % 97 == 0:
            theirs = Solar.fromYmd(day.year, day.month, day.day).getLunar()
            month = theirs.getMonth()
            assert ours == lunar.Lunar(theirs.getYear(), abs(month), theirs.getDay(), month < 0), day


def test_solar_terms_are_the_librarys() -> None:
    """清明 and 冬至 fall on the library's day in each of the 201 years."""
    for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR + 1):
        for term, day in (("清明", lunar.qingming(year)), ("冬至", lunar.dongzhi(year))):
            assert day is not None
            assert Solar.fromYmd(day.year, day.month, day.day).getLunar().getJieQi() == term, (year, term)


@pytest.mark.parametrize(
    ("year", "eve"),
    [
        (2025, date(2026, 2, 16)),  # a year whose last month has 29 days
        (2026, date(2027, 2, 5)),
        (2033, date(2034, 2, 18)),  # the year with the late leap month
        (2100, date(2101, 1, 28)),  # the last day of the table
    ],
)
def test_new_years_eve(year: int, eve: date) -> None:
    """除夕 is the day before the new year, also in the last year of the table."""
    assert lunar.new_years_eve(year) == eve


def test_outside_the_table() -> None:
    """What the table does not hold is None, never a wrong day and never an exception."""
    assert lunar.from_solar(date(1900, 1, 30)) is None
    assert lunar.from_solar(date(2101, 1, 29)) is None
    assert lunar.to_solar(1899, 12, 1) is None
    assert lunar.to_solar(2101, 1, 1) is None
    assert lunar.to_solar(2026, 13, 1) is None
    assert lunar.to_solar(2026, 1, 31) is None
    assert lunar.to_solar(2026, 6, 1, leap=True) is None
    assert lunar.new_years_eve(2101) is None
    assert lunar.leap_month(1899) == 0
    assert lunar.qingming(2101) is None
    assert lunar.dongzhi(1899) is None


def test_leap_months() -> None:
    """闰六月 of 2025 is the month after the sixth, and 2033 repeats the eleventh."""
    assert lunar.leap_month(2025) == 6
    assert lunar.to_solar(2025, 6, 1, leap=True) == date(2025, 7, 25)
    assert lunar.leap_month(2033) == 11
