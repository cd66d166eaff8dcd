"""
The working-day calendar of this deployment: the published holiday lists, and what an administrator added by
hand.

The lists come with chinesecalendar (the State Council's notices, 2004 to the newest one published when that
package was released). A year it does not know is not guessed: the calendar answers ``covers(year)`` with
False until an administrator enters that year's notice as overrides and names the year complete.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.forms.core.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Override:
    """
    One day an administrator set by hand.

    ``day`` ISO, ``off``: a day off, else worked. It wins over the lists.
    """

    day: str
    off: bool


def build_calendar(overrides: Iterable[Override] = (), complete_years: Iterable[int] = ()) -> Calendar:
    """
    The published lists with *overrides* on top.

    *complete_years*: years whose whole notice an administrator has entered; single overrides (a local day
      off, a flood) do not make a year known.
    """
    published = _published()
    holidays, workdays = set(published.holidays), set(published.workdays)
    for override in overrides:
        (holidays if override.off else workdays).add(override.day)
        (workdays if override.off else holidays).discard(override.day)
    return Calendar(frozenset(holidays), frozenset(workdays), published.years | frozenset(complete_years))


@cache
def _published() -> Calendar:
    from chinese_calendar.constants import holidays, workdays

    off = frozenset(day.isoformat() for day in holidays)
    worked = frozenset(day.isoformat() for day in workdays)
    # A year's notice always names 1 October; its last days may stand in the next year's notice (New Year).
    return Calendar(off, worked, frozenset(day.year for day in holidays if (day.month, day.day) == (10, 1)))
