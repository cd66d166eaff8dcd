"""
Periods in a Party member's life that rules count: away, out of contact, dues, appraisals (docs/law.md).

Six months are calendar months in print and law, 180 days only as an alarm. Nothing here decides about a
person: it says what is due to be looked at. Texts known from reprints only (docs/law.md); days are ISO
text, no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

AWAY_MONTHS = 6
LOST_ALARM_DAYS = 180
DUES_ALARMS = (4, 5)
DUES_LIMIT = 6


def months_later(day: str, months: int) -> str:
    """
    The same day *months* months on.

    A day that month does not have becomes its last (31 August -> 28 February).
    """
    year, index = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    following = date(year + (index == 11), (index + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return f"{year:04d}-{index + 1:02d}-{min(int(day[8:10]), last):02d}"


def away(left_on: str, on: str, expect_back: str | None = None) -> bool:
    """
    Whether a member counts as mobile on day *on*: six months away, elapsed or expected (2024
    Opinions).

    Shorter is 短期外出.
    """
    full = months_later(left_on, AWAY_MONTHS)
    return on[:10] >= full or (expect_back is not None and expect_back >= full)


def lost_alarm(last_contact: str, on: str) -> bool:
    """
    180 days without contact.

    Open a lost-contact case. Whether membership is suspended is for Party bodies.
    """
    days = (date.fromisoformat(on[:10]) - date.fromisoformat(last_contact[:10])).days
    return days >= LOST_ALARM_DAYS


def arrears(paid_through: str, on: str) -> int:
    """
    Dues owed, in whole months before the current one.

    Paid through 2026-08 in November is 2 (September, October).
    """
    months = (int(on[:4]) - int(paid_through[:4])) * 12 + int(on[5:7]) - int(paid_through[5:7])
    return max(0, months - 1)


def arrears_state(months: int) -> Literal["clear", "owing", "alarm", "limit"]:
    """
    ``alarm`` at 4 and 5 months, ``limit`` from 6 (rule 21.

    A matter for Party bodies, never for this product).
    """
    if months >= DUES_LIMIT:
        return "limit"
    if months >= DUES_ALARMS[0]:
        return "alarm"
    return "owing" if months > 0 else "clear"


@dataclass(frozen=True, slots=True)
class Appraisal:
    """
    One yearly appraisal.

    ``year``, ``post``, ``term`` (any name of the term of office), ``failed`` = 不称职.
    """

    year: int
    post: str
    term: str
    failed: bool


@dataclass(frozen=True, slots=True)
class TwoFailures:
    """
    The last two of one post failed.

    ``skipped``: years without one between; ``new_term``: a new term began between.
    """

    first: Appraisal
    second: Appraisal
    skipped: tuple[int, ...]
    new_term: bool


def two_failures(appraisals: Sequence[Appraisal], post: str) -> TwoFailures | None:
    """
    Whether the last two appraisals of *post* in a row were 不称职 (VCL 38: the post ends). Opens a case,
    removes nobody.

    Consecutive are appraisals of the same post; a year without one or a new term between them is shown with
    the result, never passed over in silence.
    """
    row = sorted((a for a in appraisals if a.post == post), key=lambda a: a.year)[-2:]
    if len(row) < 2 or not all(a.failed for a in row):
        return None
    first, second = row
    return TwoFailures(first, second, tuple(range(first.year + 1, second.year)), first.term != second.term)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "law.away": away,
    "law.lost": lost_alarm,
    "law.arrears": arrears,
    "law.arrears_state": arrears_state,
}
"""Joined to law.FUNCTIONS, which makes them blank-safe."""
