"""Which of several days an incomplete date means: arithmetic shared by the readers of dates and periods."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from bot.forms.core.outcomes import Outcome, Prefer, Read, Refused, one_or_ask

EARLIEST, LATEST = 1900, 2100  # years; the lunar table and the stored shapes end here too
WEEK, MONTH, YEAR = 7, 30, 365
ASKED = {WEEK: "which_week", MONTH: "which_month", YEAR: "which_year"}


def same_period(length: int, today: date) -> Callable[[date], bool]:
    """Whether a day lies in the week, month or year of *today*."""
    if length == WEEK:
        monday = today - timedelta(days=today.weekday())
        return lambda day: 0 <= (day - monday).days < 7
    if length == MONTH:
        return lambda day: (day.year, day.month) == (today.year, today.month)
    return lambda day: day.year == today.year


def choose(
    days: Iterable[date],
    today: date,
    prefer: Prefer,
    length: int,
    inside: Callable[[date], bool] | None = None,
) -> list[date]:
    """
    The day that is meant among *days* (one in each week, month or year around *today*), or the two it may be.

    Somebody telling what was done (*past*) means the last one, somebody planning the next one, unless that is
    nearly a whole period away: then the neighbour on the other side may be meant, and we ask. Without a
    preference the day of the running period is meant if it is also the nearer one; at the turn of the year
    (two months) the nearer one. Today is always itself.
    """
    known = sorted(set(days))
    if not known or today in known:
        return [today] if known else []
    before = max((day for day in known if day < today), default=None)
    after = min((day for day in known if day > today), default=None)
    if before is None or after is None:
        only = before or after
        return [only] if only else []
    inside = inside or same_period(length, today)
    if prefer != "near":
        meant = before if prefer == "past" else after
        sure = inside(meant) or abs((meant - today).days) <= length * 3 // 4
        return [meant] if sure else [before, after]
    nearer = min(before, after, key=lambda day: abs((day - today).days))
    turn = length == YEAR and abs((nearer - today).days) <= 62
    return [nearer] if inside(nearer) or turn else [before, after]


def month_after(year: int, month: int, shift: int) -> tuple[int, int]:
    """The month *shift* months later (earlier when negative)."""
    index = year * 12 + month - 1 + shift
    return index // 12, index % 12 + 1


def last_day(year: int, month: int) -> int:
    """How many days the month has."""
    return monthrange(year, month)[1]


def nth_weekday(year: int, month: int, number: int, weekday: int) -> date | None:
    """The so-many-eth Monday (0) to Sunday (6) of a month, the last for -1; None where it has none."""
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):
        return None
    days = [day for day in range(1, last_day(year, month) + 1) if date(year, month, day).weekday() == weekday]
    at = number - 1 if number > 0 else number
    return date(year, month, days[at]) if -len(days) <= at < len(days) else None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day or its year is out of reach."""
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= last_day(year, month)):
        return None
    return date(year, month, day)


def plus_days(day: date, days: int) -> date | None:
    """The day so many days later, or None when it is out of reach."""
    ordinal = day.toordinal() + days
    if not date(EARLIEST, 1, 1).toordinal() <= ordinal <= date(LATEST, 12, 31).toordinal():
        return None
    return date.fromordinal(ordinal)


def full_years(two_digits: int, today: date, prefer: Prefer) -> list[int]:
    """The year 26 or 85 may be: this century up to now, the last one beyond, both where both are likely."""
    this_century = today.year - today.year % 100 + two_digits
    if this_century <= today.year + 1:
        return [this_century]
    if this_century > today.year + 10 or prefer == "past":
        return [this_century - 100]
    return [this_century] if prefer == "future" else [this_century - 100, this_century]


def in_year(year: int, month: int, day: int) -> Outcome:
    """The day, or why there is none."""
    made = day_or_none(year, month, day)
    if made is not None:
        return Read(made)
    if not 1 <= month <= 12:
        return Refused("no_such_month", {"month": month})
    if not 1900 <= year <= 2100:
        return Refused("year_out_of_range", {})
    return Refused("no_such_day", {"month": month, "day": day, "last": last_day(year, month)})


def yearless(month: int, day: int, today: date, prefer: Prefer) -> Outcome:
    """The day of this year or a neighbouring one."""
    days = [day_or_none(today.year + n, month, day) for n in (-1, 0, 1)]
    found = choose([one for one in days if one], today, prefer, YEAR)
    return one_or_ask(list(found), ASKED[YEAR]) if found else in_year(today.year, month, day)


def monthless(day: int, today: date, prefer: Prefer) -> Outcome:
    """``3号``: of this month or a neighbouring one."""
    months = [month_after(today.year, today.month, n) for n in (-1, 0, 1)]
    days = [made for year, month in months if (made := day_or_none(year, month, day))]
    found = choose(days, today, prefer, MONTH)
    return one_or_ask(list(found), ASKED[MONTH]) if found else in_year(today.year, today.month, day)
