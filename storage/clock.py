"""Server stamps: UTC, microseconds, as text that sorts (``2026-11-22T05:53:00.123456Z``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of the machine."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """An aware moment as a server stamp."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")[:26] + "Z"  # 26: all but +00:00


def moment(written: str) -> datetime:
    """The moment of :func:`stamp`; a stamp without fractions is read too."""
    return datetime.fromisoformat(written)


def later(written: str, seconds: float) -> str:
    """The stamp *seconds* after another."""
    return stamp(moment(written) + timedelta(seconds=seconds))


def day_before(day: str) -> str:
    """The ISO day before an ISO day."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
