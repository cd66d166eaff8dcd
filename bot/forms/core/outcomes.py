"""What a reader answers: one value, two readings to choose from, or a refusal with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

Prefer = Literal["past", "future", "near"]
# The largest count or sum of 分 a reader gives: far above what a county has, far below 2**53.
LARGEST = 10**12
QUOTED = 20  # characters of the person's own text that go back to them

# Every refusal, with what its words (``reading-<code>``) need besides ``text`` and ``kind``.
CODES: dict[str, tuple[str, ...]] = {
    # any kind
    "empty": (), "not_known": (), "too_long": (), "too_vague": (), "a_range": (), "unread_words": (),
    # numbers and money
    "not_a_number": (), "not_whole": (), "negative": (), "too_large": (), "too_precise": ("places",),
    "unclear_number": (), "several_numbers": (), "extra_words": ("found",), "a_percentage": (), "other_money": (),
    # dates, times, periods
    "not_a_date": (), "no_such_day": ("month", "day", "last"), "no_such_lunar_day": ("month", "day"),
    "no_such_month": ("month",), "year_out_of_range": (), "day_missing": (), "month_missing": (), "year_missing": (),
    "weekday_mismatch": ("month", "day", "weekday"), "dates_differ": ("month", "day", "other_month", "other_day"),
    "several_dates": (), "not_a_time": (), "no_such_time": (), "part_and_hour": (), "unclear_time": (),
    "vague_time": (), "not_a_datetime": (), "time_missing": (), "unclear_datetime": (), "lunar_month": (),
    "not_a_month": (), "not_a_quarter": (), "no_such_quarter": (), "not_a_year": (),
    # phones, yes and no, choices, rosters
    "not_a_phone": (), "phone_length": ("digits",), "landline": (), "foreign_phone": (), "several_phones": (),
    "not_yes_or_no": (), "no_such_choice": ("count", "part"), "several_match": ("part",), "no_such_row": ("part",),
}  # fmt: skip
# Every question, with how many of its readings have words of their own; elsewhere the value speaks for itself.
QUESTIONS: dict[str, int] = {
    "lunar_or_solar": 2, "regular_or_leap": 2, "north_or_south": 2, "holiday_or_day": 2, "day_or_month": 0,
    "which_date": 0, "which_day": 0, "which_week": 0, "which_month": 0, "which_year": 0, "which_century": 0,
    "which_moment": 0, "morning_or_evening": 2, "which_night": 2, "jiao_or_fen": 0, "yuan_or_wan": 2,
    "number_or_label": 0, "which_choice": 0, "this_choice": 0, "which_row": 0,
}  # fmt: skip


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


def values(outcome: Outcome) -> list[Any]:
    """What *outcome* may mean: one value, two or three, or nothing."""
    if isinstance(outcome, Read):
        return [outcome.value]
    return list(outcome.values) if isinstance(outcome, Ambiguous) else []


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
