"""A stretch of time as people ask for it: ``2026-11``, ``2026-Q4``, ``2026`` or 上个月, 第三季度; and what belongs to it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.errors import LianxinError
from bot.forms.core.outcomes import values
from bot.forms.core.plain import plain
from bot.forms.core.reading import read_month, read_quarter, read_year

_WRITTEN = re.compile(r"((?:19|20|21)\d\d)(?:-(0[1-9]|1[0-2])|-?[Qq]([1-4]))?")


class BadPeriod(LianxinError):
    """Not a month, quarter or year. Details: given."""

    code: ClassVar[str] = "bad_period"


@dataclass(frozen=True, slots=True)
class Span:
    """
    A month, a quarter or a year. ``periods``: itself and every period inside it, coarse to fine, as records
    carry them. ``first`` and ``last``: its days, ISO, both included.
    """

    name: str
    periods: tuple[str, ...]
    first: str
    last: str

    def holds_day(self, day: str) -> bool:
        """Whether a day (or a local date-time) lies in it."""
        return self.first <= day[:10] <= self.last

    def holds(self, period: str, event_at: str, submitted_on: str) -> bool:
        """
        Whether a record belongs to it: by its period where that is fine enough to say so, else by the day it
        happened, else by the day it was sent.

        A quarterly record belongs to no month by its period, but its meeting of 20 November does by its day.
        """
        if period in self.periods:
            return True
        if period and _grain(period) >= _grain(self.name):
            return False
        day = event_at or ("" if period else submitted_on)
        return bool(day) and self.holds_day(day)

    def overlaps(self, valid_from: str, valid_to: str) -> bool:
        """Whether something valid from day to day (either may be open, "") was valid in it."""
        if not valid_from and not valid_to:
            return False
        return valid_from[:10] <= self.last and (not valid_to or valid_to[:10] >= self.first)


def _grain(period: str) -> int:
    """How fine a period is: a year 0, a quarter 1, a month 2."""
    return 0 if "-" not in period else 1 if "Q" in period else 2


def span(text: str) -> Span:
    """The stretch that *text* names. Raises BadPeriod."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not text.isascii():
        raise BadPeriod(given=text[:40])
    year, month, quarter = found.groups()
    if month:
        months = [int(month)]
        name, periods = f"{year}-{month}", [f"{year}-{month}"]
    elif quarter:
        months = [int(quarter) * 3 - 2 + n for n in range(3)]
        name = f"{year}-Q{quarter}"
        periods = [name, *(f"{year}-{n:02}" for n in months)]
    else:
        months = list(range(1, 13))
        name = year
        periods = [year, *(f"{year}-Q{n}" for n in range(1, 5)), *(f"{year}-{n:02}" for n in months)]
    last = monthrange(int(year), months[-1])[1]
    return Span(name, tuple(periods), f"{year}-{months[0]:02}-01", f"{year}-{months[-1]:02}-{last:02}")


def spans_said(text: str, today: str) -> list[str]:
    """
    The name of the stretch somebody writes (2026年11月, 上个月, Q3, 今年), of two where it may be either (12月).

    Raises BadPeriod: nothing of the kind, a day, or a bare number that may be a month or a quarter.
    """
    said = plain(text, 40)
    if _WRITTEN.fullmatch(said.upper()):
        return [span(said.upper()).name]
    if not re.search("[日号]", said) and not (said.isdecimal() and len(said) < 4):
        day = date.fromisoformat(today)
        for reader in (read_quarter, read_month, read_year):
            if found := values(reader(text, day, "past")):
                return found
    raise BadPeriod(given=text[:40])
