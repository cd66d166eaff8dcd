"""What a reader answers: one value, two readings to choose from, or a refusal with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

Prefer = Literal["past", "future", "near"]
# The largest count or sum of 分 a reader gives: far above what a county has, far below 2**53.
LARGEST = 10**12
QUOTED = 20  # characters of the person's own text that go back to them


@dataclass(frozen=True, slots=True)
class Read:
    """One canonical value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """
    Two readings, at most three, in a fixed order; the person picks one by a button.

    ``why`` names the question (``reading-ambiguous-<why>``) and the order: ``lunar_or_solar`` gives the
    lunar reading first, ``morning_or_evening`` the morning, ``which_…`` the earlier day. Where a reading
    needs a word of its own, it is ``reading-ambiguous-<why>-<1, 2 or 3>`` with the argument ``value``.
    """

    values: tuple[Any, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """
    Not taken. ``code``: the key ``reading-<code>``; ``details``: its arguments.

    ``details`` always hold ``text`` (at most 20 characters of what was typed) and ``kind`` (number, decimal,
    percent, money, date, time, datetime, month, quarter, year, phone, boolean, choice, ticks). They go to the
    person and to no log.
    """

    code: str
    details: dict[str, Any]


Outcome = Read | Ambiguous | Refused


def refuse(code: str, kind: str, text: str, **details: Any) -> Refused:
    """A refusal that quotes the beginning of what was typed."""
    quoted = text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"
    return Refused(code, {"text": quoted, "kind": kind, **details})


def one_or_ask(values: list[Any], why: str) -> Read | Ambiguous:
    """One value is read, two or three are asked about; doubles count once, and the order stays."""
    unique = list(dict.fromkeys(values))
    return Read(unique[0]) if len(unique) == 1 else Ambiguous(tuple(unique[:3]), why)


def canonical(outcome: Outcome) -> Outcome:
    """The same outcome with dates and moments as the ISO text that answers hold."""
    if isinstance(outcome, Read):
        return Read(_iso(outcome.value))
    if isinstance(outcome, Ambiguous):
        return Ambiguous(tuple(_iso(value) for value in outcome.values), outcome.why)
    return outcome


def _iso(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value
