"""
The function table of the expression language: name -> what it does and how it treats blanks.

Blank is ``None``. Order comparisons with a blank are false; arithmetic with a blank is blank; ``=`` and ``!=``
treat blank as a value; aggregates drop blanks. Every other function is *strict* (blank in, blank out) unless
it says otherwise; a property test feeds blanks to all of them.

Dates and periods are ISO text in local wall time (see fields.py), so they compare as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from bot.forms.core import law
from bot.forms.core.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Function:
    """
    One entry: ``run`` takes the values of the arguments, after the turn's environment if it wants it.

    ``table``: the attribute of the environment that holds the functions of this name as they are read here and now.
    """

    run: Callable[..., Any]
    wants_env: bool = False
    table: str = ""
    blank: Any = None  # what a blank argument makes of it, for documentation and the property test


def _strict(run: Callable[..., Any]) -> Function:
    def guarded(*args: Any) -> Any:
        return None if None in args else run(*args)

    return Function(guarded)


def _of_the_law(name: str) -> Function:
    """An entry of core/law.py, under the readings this record was made by, or those of this deployment."""
    return Function(law.FUNCTIONS[name], table="law")


def _compare(run: Callable[[Any, Any], bool]) -> Function:
    def compared(a: Any, b: Any) -> bool:
        return a is not None and b is not None and run(a, b)

    return Function(compared, blank=False)


def _div(a: Any, b: Any) -> Any:
    return None if b == 0 else Decimal(a) / Decimal(b)


def _mod(a: Any, b: Any) -> Any:
    return None if b == 0 else a % b


def _round(value: Any, places: int = 0) -> Any:
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return int(rounded) if places == 0 else rounded


def _floor(value: Any) -> int:
    return int(Decimal(value) // 1)


def _ceil(value: Any) -> int:
    return -int(-Decimal(value) // 1)


def _in(value: Any, *options: Any) -> bool:
    return value in options


def _selected(values: Any, option: Any) -> bool:
    return values is not None and option in (values if isinstance(values, list) else [values])


def _has_all(values: Any, *options: Any) -> bool:
    return values is not None and all(option in values for option in options)


PATTERNS = {
    "mobile": re.compile(r"1[3-9]\d{9}"),
    "name": re.compile(r"[^\s\d<>@#]{2,20}"),
    "month": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
}


def similar(a: str, b: str) -> Decimal:
    """Share of neighbouring pairs of characters two texts have in common, 0 to 1; linear in their length."""
    if not a and not b:
        return Decimal(1)
    left, right = ({text[i : i + 2] for i in range(max(1, len(text) - 1))} for text in (a, b))
    return Decimal(2 * len(left & right)) / Decimal(len(left) + len(right))


# ------------------------------------------------------------------------------------------------ dates


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def add_days(text: str, n: int) -> str:
    """The day *n* days after the day of *text*."""
    return (_day(text) + timedelta(days=n)).isoformat()


def add_months(text: str, n: int) -> str:
    """The same day *n* months on, cut to the month's length; periods stay periods."""
    year, month = int(text[:4]), int(text[5:7])
    year, month = divmod(year * 12 + month - 1 + n, 12)
    if len(text) == 7:
        return f"{year:04d}-{month + 1:02d}"
    for day in range(int(text[8:10]), 27, -1):
        try:
            return date(year, month + 1, day).isoformat()
        except ValueError:
            continue
    return date(year, month + 1, int(text[8:10])).isoformat()


def period_start(period: str) -> str:
    """First day of ``2026``, ``2026-Q4`` or ``2026-11``."""
    if "Q" in period:
        return f"{period[:4]}-{int(period[-1]) * 3 - 2:02d}-01"
    return f"{period}-01" if len(period) == 7 else f"{period}-01-01"


def period_end(period: str) -> str:
    """Last day of a period."""
    months = 3 if "Q" in period else 1 if len(period) == 7 else 12
    return add_days(add_months(period_start(period), months), -1)


def in_period(text: str, period: str) -> bool:
    """Whether a day, a date-time or a shorter period lies in *period*."""
    day = text[:10] if len(text) >= 10 else period_start(text)
    return period_start(period) <= day <= period_end(period)


def quarter(text: str) -> str:
    """The quarter a day or month lies in, ``2026-Q4``."""
    return f"{text[:4]}-Q{(int(text[5:7]) + 2) // 3}"


def days_between(a: str, b: str) -> int:
    """Days from *a* to *b*; the first day does not count (Civil Code 201)."""
    return (_day(b) - _day(a)).days


def periods(start: str, end: str, grain: str) -> list[str]:
    """Every ``year``, ``quarter`` or ``month`` the days from *start* to *end* touch, in order; none the other way."""
    if end[:10] < start[:10]:
        return []
    months, name = _GRAINS[grain]
    at, found = period_start(name(start)), []
    while at <= end[:10]:
        found.append(name(at))
        at = add_months(at, months)
    return found


_GRAINS: dict[str, tuple[int, Callable[[str], str]]] = {
    "year": (12, lambda day: day[:4]), "quarter": (3, quarter), "month": (1, lambda day: day[:7]),
}  # fmt: skip


def months_between(a: str, b: str) -> int:
    """Whole months from the month of *a* to the month of *b*."""
    return (int(b[:4]) - int(a[:4])) * 12 + int(b[5:7]) - int(a[5:7])


def hours_between(a: str, b: str) -> Decimal:
    """Hours between two local date-times."""
    seconds = (datetime.fromisoformat(b) - datetime.fromisoformat(a)).total_seconds()
    return Decimal(int(seconds)) / 3600


def add_hours(text: str, n: int) -> str:
    """The local date-time *n* hours on, to the minute."""
    return (datetime.fromisoformat(text) + timedelta(hours=n)).isoformat(timespec="minutes")


def years_since(a: str, b: str) -> int:
    """Whole years from day *a* to day *b*."""
    return int(b[:4]) - int(a[:4]) - (b[5:10] < a[5:10])


def weekday(text: str) -> int:
    """1 Monday to 7 Sunday."""
    return _day(text).isoweekday()


def _workdays(env: Any, start: str | None, n: int | None) -> str | None:
    if start is None or n is None:
        return None
    calendar: Calendar = env.live["calendar"]
    return calendar.add_workdays(start, n)


# ---------------------------------------------------------------------------------------------- rosters

AWAY, IN_PERSON, PROXY = "-", "i", "p"
_PRESENT = str.maketrans("-0123456789abcdefghijklmnopqrstuvwxyz", "00" + "1" * 35)


def ticked(marks: str, states: str = "ip") -> int:
    """How many rows of a roster carry one of *states*."""
    found = 0
    for state in states:
        found += marks.count(state)
    return found


def heads(marks: str) -> int:
    """Sum of persons present where each character is a number of adults (0-9, then a-z)."""
    return sum(int(mark, 36) * marks.count(mark) for mark in set(marks) if mark != AWAY)


def overlap(lists: Sequence[str]) -> int:
    """How many rows are ticked in more than one list of marks (a household counted twice)."""
    seen = twice = 0
    longest = max(map(len, lists), default=0)
    for marks in lists if len(lists) > 1 else ():
        here = int(
            marks.translate(_PRESENT).ljust(longest, "0") or "0", 2
        )  # one bit a row: a few thousand rows at once
        twice |= seen & here
        seen |= here
    return twice.bit_count()


def others(lists: Sequence[str], own: str | None) -> list[str]:
    """The marks of the other sessions: *lists* without one that equals *own* (two equal ones that tick a row cannot be)."""
    rest = list(lists)
    if own in rest:
        rest.remove(own)
    return rest


def marked(rows: Sequence[Sequence[Any]], marks: str, states: str) -> list[dict[str, str]]:
    """The rows of a roster ticked with one of *states*, as options of a choice."""
    return [
        {"value": str(row[0]), "label": f"{row[1]} {row[2]}"}
        for row, mark in zip(rows, marks, strict=False)
        if mark in states
    ]


def ticked_of(places: Sequence[int], lists: Sequence[str]) -> int:
    """How many of the rows at *places* are ticked in any of the *lists* of marks."""
    return sum(any(marks[place : place + 1] not in ("", AWAY) for marks in lists) for place in places)


def next_time(moment: str, time: str) -> str:
    """The first local moment after *moment* at which the clock shows *time*: a meeting may end after midnight."""
    day = moment[:10] if time > moment[11:16] else add_days(moment, 1)
    return f"{day}T{time}"


def pick(keys: Sequence[Any], values: Sequence[Any], key: Any) -> Any:
    """The value that stands where *key* stands in *keys*; blank when it is not there."""
    return next((value for one, value in zip(keys, values, strict=False) if one == key), None)


def without(values: Sequence[Any], taken: Sequence[Any]) -> list[Any]:
    """*values* in their order, without those that stand in *taken*."""
    return [value for value in values if value not in taken]


def as_options(values: Sequence[str]) -> list[dict[str, str]]:
    """Values as options of a choice; a skin words them by what they are (a period, a day)."""
    return [{"value": value, "label": value} for value in values]


def as_person(actor: dict[str, Any]) -> dict[str, str]:
    """The fact ``actor`` as the value of a person field."""
    return {
        "id": str(actor.get("id", "")),
        "name": str(actor.get("name", "")),
        "post": str(actor.get("post", "")),
    }


def _get(table: Any, key: Any) -> Any:
    return table.get(key) if isinstance(table, dict) else None


def _length(value: Any) -> int:
    return 0 if value is None else len(value)


TABLE: dict[str, Function] = {
    "=": Function(lambda a, b: a == b, blank=False),
    "!=": Function(lambda a, b: a != b, blank=True),
    "<": _compare(lambda a, b: a < b),
    "<=": _compare(lambda a, b: a <= b),
    ">": _compare(lambda a, b: a > b),
    ">=": _compare(lambda a, b: a >= b),
    "+": _strict(lambda a, b: a + b),
    "-": _strict(lambda a, b: a - b),
    "*": _strict(lambda a, b: a * b),
    "neg": _strict(lambda a: -a),
    "div": _strict(_div),
    "mod": _strict(_mod),
    "round": _strict(_round),
    "floor": _strict(_floor),
    "ceil": _strict(_ceil),
    "min": Function(lambda *v: min((a for a in v if a is not None), default=None)),
    "max": Function(lambda *v: max((a for a in v if a is not None), default=None)),
    "blank": Function(lambda a: a is None or a in ("", []), blank=True),
    "selected": Function(_selected, blank=False),
    "count-selected": Function(_length, blank=0),
    "in": Function(_in, blank=False),
    "has_all": Function(_has_all, blank=False),
    "string-length": Function(_length, blank=0),
    "format": Function(
        lambda text, name: text is not None and bool(PATTERNS[name].fullmatch(text)), blank=False
    ),
    "similar": Function(
        lambda a, b: Decimal(0) if a is None or b is None else similar(a, b), blank=Decimal(0)
    ),
    "today": Function(lambda env: env.live["today"], wants_env=True),
    "now": Function(lambda env: env.live["now"], wants_env=True),
    "days": _strict(days_between),
    "hours": _strict(hours_between),
    "add_days": _strict(add_days),
    "add_hours": _strict(add_hours),
    "add_months": _strict(add_months),
    "month": _strict(lambda text: text[:7]),
    "months": _strict(months_between),
    "quarter": _strict(quarter),
    "year": _strict(lambda text: text[:4]),
    "weekday": _strict(weekday),
    "years_since": _strict(years_since),
    "in_period": Function(lambda a, p: a is not None and p is not None and in_period(a, p), blank=False),
    "period_start": _strict(period_start),
    "period_end": _strict(period_end),
    "workdays": Function(_workdays, wants_env=True),
    "ticked": Function(lambda marks, states="ip": 0 if marks is None else ticked(marks, states), blank=0),
    "heads": Function(lambda marks: 0 if marks is None else heads(marks), blank=0),
    "overlap": Function(lambda lists: 0 if lists is None else overlap(lists), blank=0),
    "others": Function(lambda lists, own: [] if lists is None else others(lists, own), blank=[]),
    "marked": Function(
        lambda rows, marks, states: [] if None in (rows, marks) else marked(rows, marks, states), blank=[]
    ),
    "ticked_of": Function(
        lambda places, lists: 0 if None in (places, lists) else ticked_of(places, lists), blank=0
    ),
    "option-values": _strict(lambda options: [option["value"] for option in options]),
    "next_time": _strict(next_time),
    "pick": _strict(pick),
    "periods": _strict(periods),
    "without": Function(lambda values, taken: without(values or [], taken or []), blank=[]),
    "head": _strict(lambda values: values[0] if values else None),
    "options": Function(lambda values: as_options(values or []), blank=[]),
    "as_person": _strict(as_person),
    "day": _strict(lambda text: text[:10]),
    "get": Function(_get),
    "join": _strict(lambda texts: "\n".join(str(text) for text in texts)),
    **{name: _of_the_law(name) for name in law.FUNCTIONS},
}

GATHER: dict[str, Callable[[list[Any]], Any]] = {
    "sum": sum,
    "min": lambda values: min(values, default=None),
    "max": lambda values: max(values, default=None),
    "first": lambda values: values[0] if values else None,
    "last": lambda values: values[-1] if values else None,
    "list": lambda values: values,
    "distinct": lambda values: len({repr(value) for value in values}),
}
