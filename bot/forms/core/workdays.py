"""
The working-day calendar: which days count, and when something falls due.

The State Council announces the days off of a year (and the weekend days worked in return) once a year,
usually in November. A year whose notice is not in the calendar is *not covered*: weekdays are used, and
every answer that touched such a year says so (``certain=False``), so that a screen can warn instead of
guessing silently.

Days are ISO text (``2026-11-05``); a local date-time is taken by its day. No clock: today is always an
argument.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.errors import LianxinError

NEW_YEAR_FROM = "12-26"
"""
From this day on the *next* year's notice may still change the days of this one (New Year, e.g.

2007-12-29).
"""

_PERIOD = re.compile(r"(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?", re.ASCII)


class BadPeriod(LianxinError):
    """A period that is none (``2026``, ``2026-Q4``, ``2026-11``): a form's mistake. Details: period."""


@dataclass(frozen=True, slots=True)
class Due:
    """
    A day something falls due.

    ``moved``: it had fallen on a day off. ``certain``: every day looked at is covered.
    """

    day: str
    moved: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """
    Days off and days worked, over the plain week.

    ``holidays``: days off that are announced (weekend days may be among them); ``workdays``: weekend days
    worked; ``years``: the years whose notice is in the two sets. A day in both is worked: the narrower
    notice wins.
    """

    holidays: frozenset[str] = frozenset()
    workdays: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()

    def covers(self, year: int) -> bool:
        """Whether the notice for *year* is known."""
        return year in self.years

    def certain(self, day: str, until: str = "") -> bool:
        """
        Whether every day from *day* to *until* (itself, if not given) is known and not guessed from the
        week.
        """
        last = (until or day)[:10]
        first = day[:10]
        if first > last:
            first, last = last, first
        end = int(last[:4]) + (last[5:10] >= NEW_YEAR_FROM)
        return all(year in self.years for year in range(int(first[:4]), end + 1))

    def is_workday(self, day: str) -> bool:
        """Whether *day* is worked; by the plain week where the year is not covered."""
        text = day[:10]
        if text in self.workdays:
            return True
        return text not in self.holidays and date.fromisoformat(text).weekday() < 5

    def add_workdays(self, day: str, n: int) -> str:
        """
        The day *n* working days after *day* (before it, if negative); *day* itself does not count (Civil
        Code 201).

        0 gives *day* where it is worked, else the next working day.
        """
        if n == 0:
            return self.next_workday_on_or_after(day).day
        at, step = date.fromisoformat(day[:10]), timedelta(days=1 if n > 0 else -1)
        left = abs(n)
        while left:
            at += step
            left -= self.is_workday(at.isoformat())
        return at.isoformat()

    def workdays_between(self, start: str, end: str) -> int:
        """Working days after *start* up to and with *end*; negative when *end* lies before."""
        first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
        sign = 1 if first <= last else -1
        low, high = (first, last) if sign > 0 else (last, first)
        days = (low + timedelta(days=k) for k in range(1, (high - low).days + 1))
        return sign * sum(self.is_workday(each.isoformat()) for each in days)

    def next_workday_on_or_after(self, day: str) -> Due:
        """*day*, or the next working day where it is a day off (Civil Code 203)."""
        first = at = date.fromisoformat(day[:10])
        while not self.is_workday(at.isoformat()):
            at += timedelta(days=1)
        return Due(at.isoformat(), at != first, self.certain(first.isoformat(), at.isoformat()))


def due_end(period: str, day: int, calendar: Calendar, months: int = 1) -> Due:
    """
    When something owed *after* a period falls due: day *day* of the month *months* after the period's last
    month.

    ``due_end("2026-11", 5, c)``: the monthly report, 5 December, moved to a working day.
    ``due_end("2026-Q4", 10, c)``: the quarterly filing, 10 January. A *day* beyond the month's end means
    its last day.

    Raises: BadPeriod: *period* is no year, quarter or month.
    """
    return _due(_last_month(period) + months, day, calendar)


def due_start(period: str, day: int, calendar: Calendar, months: int = 0) -> Due:
    """
    When something owed *at the beginning of* a period falls due: counted from the period's first month.

    ``due_start("2026", 31, c)``: the yearly commitment, by 31 January of the year itself.
    """
    return _due(_first_month(period) + months, day, calendar)


def _due(month: int, day: int, calendar: Calendar) -> Due:
    year, index = divmod(month, 12)
    last = (date(year + (index == 11), (index + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return calendar.next_workday_on_or_after(f"{year:04d}-{index + 1:02d}-{max(1, min(day, last)):02d}")


def _first_month(period: str) -> int:
    """Months since year 0 of the first month of *period*."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        raise BadPeriod(period=period)
    year, quarter, month = found.groups()
    return int(year) * 12 + (int(quarter) * 3 - 3 if quarter else int(month or 1) - 1)


def _last_month(period: str) -> int:
    first = _first_month(period)
    return first + (11 if len(period) == 4 else 2 if "Q" in period else 0)
