"""Working days and due days: the published lists, days moved off, years nobody has announced."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.forms.core.workdays import NEW_YEAR_FROM, BadPeriod, Calendar, Due, due_end, due_start
from bot.usecases.calendars import Override, build_calendar

CHINA = build_calendar()
PLAIN = Calendar()


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-11-20", True),  # a Friday
        ("2026-11-21", False),  # a Saturday
        ("2026-10-01", False),  # National Day
        ("2026-10-07", False),
        ("2026-10-08", True),
        ("2026-10-10", True),  # a Saturday worked in return
        ("2026-02-17", False),  # Spring Festival
        ("2026-02-14T19:30", True),  # a Saturday worked in return; date-times count by their day
        ("2007-12-29", True),  # a Saturday worked for the New Year of 2008
    ],
)
def test_days_of_the_published_lists(day: str, worked: bool) -> None:
    """Holidays are off, weekend days worked in return are worked, all else follows the week."""
    assert CHINA.is_workday(day) is worked


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-20", 3, "2026-11-25"),
        ("2026-09-30", 1, "2026-10-08"),  # over the whole of National Day week
        ("2026-10-08", 3, "2026-10-12"),  # Saturday the 10th is worked
        ("2026-10-08", -1, "2026-09-30"),
        ("2026-11-21", 0, "2026-11-23"),
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-20T23:00", 1, "2026-11-23"),
    ],
)
def test_add_workdays(day: str, n: int, expected: str) -> None:
    """The first day does not count; holidays are passed over, days worked in return are not."""
    assert CHINA.add_workdays(day, n) == expected


@given(day=st.dates(date(2004, 1, 1), date(2026, 11, 1)), n=st.integers(1, 40))
def test_adding_and_counting_agree(day: date, n: int) -> None:
    """n working days on lies a working day with exactly n working days between; back again is not later."""
    start = day.isoformat()
    end = CHINA.add_workdays(start, n)
    assert CHINA.is_workday(end)
    assert CHINA.workdays_between(start, end) == n
    assert CHINA.workdays_between(end, start) == -n
    assert CHINA.add_workdays(end, -n) <= start


@given(day=st.dates(date(2004, 1, 1), date(2030, 12, 31)))
def test_a_due_day_moves_forward_to_a_working_day(day: date) -> None:
    """The day itself where it is worked, else the next that is; nothing worked lies between."""
    due = CHINA.next_workday_on_or_after(day.isoformat())
    assert CHINA.is_workday(due.day)
    assert due.moved is (due.day != day.isoformat())
    between = [day + timedelta(days=k) for k in range((date.fromisoformat(due.day) - day).days)]
    assert not any(CHINA.is_workday(each.isoformat()) for each in between)


@pytest.mark.parametrize(
    ("period", "day", "due"),
    [
        ("2026-08", 5, Due("2026-09-07", moved=True, certain=True)),  # the 5th is a Saturday
        ("2026-10", 5, Due("2026-11-05", moved=False, certain=True)),
        ("2026-09", 5, Due("2026-10-08", moved=True, certain=True)),  # inside National Day week
        ("2026-11", 5, Due("2026-12-07", moved=True, certain=True)),
        ("2026-Q3", 10, Due("2026-10-10", moved=False, certain=True)),  # a Saturday, but worked
        ("2026-Q4", 10, Due("2027-01-11", moved=True, certain=False)),  # 2027 is not announced
        ("2026-12", 5, Due("2027-01-05", moved=False, certain=False)),
        ("2025", 31, Due("2026-02-02", moved=True, certain=True)),  # 31 January is a Saturday
        ("2026-01", 31, Due("2026-02-28", moved=False, certain=True)),  # 28 February is a Saturday worked
    ],
)
def test_due_after_a_period(period: str, day: int, due: Due) -> None:
    """Monthly reports by day 5, quarterly filings by day 10, a day the month does not have."""
    assert due_end(period, day, CHINA) == due


@pytest.mark.parametrize(
    ("period", "day", "due"),
    [
        ("2026", 31, Due("2026-02-02", moved=True, certain=True)),  # the yearly commitment
        ("2026-Q4", 20, Due("2026-10-20", moved=False, certain=True)),
        ("2026-11", 1, Due("2026-11-02", moved=True, certain=True)),
    ],
)
def test_due_at_the_start_of_a_period(period: str, day: int, due: Due) -> None:
    """Counted from the period's first month."""
    assert due_start(period, day, CHINA) == due


def test_more_months_may_pass() -> None:
    """The month is counted from the period, over a year's end too."""
    assert due_end("2025-11", 5, CHINA, months=2).day == "2026-01-05"
    assert due_start("2026", 15, CHINA, months=3).day == "2026-04-15"


@pytest.mark.parametrize(
    "period", ["", "26", "2026-13", "2026-00", "2026-Q5", "2026-Qx", "2026-1", "2026-11-05", "x026"]
)
def test_what_is_no_period_is_refused(period: str) -> None:
    """A form that names something else is told so."""
    with pytest.raises(BadPeriod):
        due_end(period, 5, CHINA)


def test_a_year_without_a_notice_is_never_a_guess() -> None:
    """Weekdays are used, and every answer that touched such a year says that it is not certain."""
    assert not CHINA.covers(2027)
    assert CHINA.covers(2026)
    assert CHINA.is_workday("2027-10-01")  # a Friday: the plain week
    assert not CHINA.certain("2027-03-01")
    assert CHINA.certain("2026-03-01", "2026-12-25")
    assert not CHINA.certain("2026-11-20", "2027-01-04")
    assert not CHINA.certain("2027-01-04", "2026-11-20")
    assert PLAIN.next_workday_on_or_after("2026-10-01") == Due("2026-10-01", moved=False, certain=False)


def test_the_last_days_of_a_year_wait_for_the_next_notice() -> None:
    """New Year is in the next year's notice, which has moved days of December before."""
    assert CHINA.certain("2026-12-25")
    assert not CHINA.certain("2026-12-26")
    touched = [day for day in CHINA.holidays | CHINA.workdays if day[5:7] == "12"]
    assert touched
    assert min(day[5:] for day in touched) >= NEW_YEAR_FROM


def test_overrides_win_over_the_lists() -> None:
    """An administrator's day off or day worked replaces the published one; it does not make a year known."""
    local = build_calendar(
        [
            Override("2026-11-23", off=True),
            Override("2026-10-01", off=False),
            Override("2027-01-01", off=True),
        ]
    )
    assert local.add_workdays("2026-11-20", 1) == "2026-11-24"
    assert local.is_workday("2026-10-01")
    assert not local.is_workday("2027-01-01")
    assert not local.covers(2027)
    assert CHINA.is_workday("2026-11-23")
    again = build_calendar([Override("2026-11-23", off=True), Override("2026-11-23", off=False)])
    assert again.is_workday("2026-11-23")


def test_a_year_entered_by_hand_is_certain() -> None:
    """Once its whole notice is entered, a year counts as known, the last days of the year before too."""
    entered = build_calendar([Override("2027-01-01", off=True)], complete_years=[2027])
    assert entered.covers(2027)
    assert due_end("2026-Q4", 1, entered) == Due("2027-01-04", moved=True, certain=True)
    assert entered.certain("2026-12-31")


def test_the_published_lists_are_whole() -> None:
    """From 2004 on, every year up to the newest is there."""
    assert min(CHINA.years) == 2004
    assert CHINA.years == frozenset(range(2004, max(CHINA.years) + 1))
    assert max(CHINA.years) >= 2026
    assert not CHINA.holidays & CHINA.workdays
