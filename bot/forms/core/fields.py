"""
Kinds of answer: what each accepts, which buttons it offers; how it reads what people type is in :mod:`typed`.

:func:`accept` is the one gate for every value, whether it came from a button, a page or a reader; nothing a skin sends
is trusted. Stored shapes: text, choice, bool, int as JSON; select_multiple a list in the order of the choices; decimal a
string; money an int of 分; dates and periods ISO text in local wall time; person ``{"id", "name", "post"}``;
organisation ``{"id", "name"}``; place ``{"code", "name"}``; file a list of ``{"hash", "name", "type", "size"}``;
ref ``{"id", "label", …}``; own_hand ``{"way": "account"|"paper", "by", "name", "at", "files"}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.forms.core import functions
from bot.forms.core.draft import Note, Option
from bot.forms.core.model import Field
from bot.forms.core.plan import Entry, Scope

TEXT_LIMIT = 2000  # characters of a text whose field names no limit of its own
INT_LIMIT = 10**12  # far above any count or sum of 分 a county has, far below 2**63
FILES_LIMIT = 9
BUTTON_LIMIT = 200  # more options than this are searched by typing

_SHAPES = {
    "time": re.compile(r"([01]\d|2[0-3]):[0-5]\d"),
    "month": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
    "quarter": re.compile(r"\d{4}-Q[1-4]"),
    "year": re.compile(r"(19|20|21)\d\d"),
    "phone": re.compile(r"1[3-9]\d{9}"),
    "decimal": re.compile(r"-?\d{1,15}(\.\d{1,6})?"),
}


class NotAccepted(Exception):
    """A value is not one of this field's; ``note`` says why."""

    def __init__(self, code: str, **args: Any) -> None:
        super().__init__(code)
        self.note = Note(f"problem-{code}", args)


def _field(entry: Entry) -> Field:
    assert isinstance(entry.item, Field)
    return entry.item


# ------------------------------------------------------------------------------------------------ choices


def choice_values(entry: Entry, scope: Scope) -> list[str]:
    """The values of a list that apply to this row."""
    return [value for value, relevant in entry.choices if relevant is None or relevant(scope)]


def listed(entry: Entry, scope: Scope) -> list[Mapping[str, Any]]:
    """The options a fact supplies: ``[{"value", "label", …}]``."""
    return list(entry.options(scope) or ()) if entry.options is not None else []


def options(entry: Entry, scope: Scope) -> tuple[Option, ...]:
    """The buttons under the question, at most :data:`BUTTON_LIMIT`; an empty list means: typed."""
    static: tuple[Option, ...] | None = entry.static
    if static is not None:
        return static
    field, kind = _field(entry), entry.kind
    if kind in ("select_one", "select_multiple"):
        if entry.options is not None:
            return _listed_options(entry, scope)
        made = tuple(Option(value, f"{entry.words}-{value}") for value in choice_values(entry, scope))
        if all(relevant is None for _, relevant in entry.choices):
            entry.static = made
        return made
    if kind == "boolean":
        made = Option(True, f"{entry.words}-yes"), Option(False, f"{entry.words}-no")
        entry.static = made
        return made
    if kind in ("person", "organisation", "ref", "place"):
        return _listed_options(entry, scope)
    offers = entry.default is not None or kind in ("integer", "date", "month")
    if not offers or (kind == "integer" and entry.default is None and field.appearance != "quick"):
        entry.static = ()
        return ()
    return _offered(entry, scope, field)


def _listed_options(entry: Entry, scope: Scope) -> tuple[Option, ...]:
    """The buttons of a list from data; made anew when it is another list than last time."""
    found = (entry.options(scope) if entry.options is not None else None) or ()
    if entry.listed is None or entry.listed[0] is not found:
        entry.listed = (
            found,
            tuple(Option(o["value"], o["label"], literal=True) for o in found[:BUTTON_LIMIT]),
        )
    made: tuple[Option, ...] = entry.listed[1]
    return made


def _offered(entry: Entry, scope: Scope, field: Field) -> tuple[Option, ...]:
    """Values that save typing: the default, small numbers, today, this month."""
    values: list[Any] = []
    default = entry.default(scope) if entry.default is not None else None
    if default is not None:
        values.append(default)
    live = scope.env.live
    if entry.kind == "integer" and field.appearance == "quick":
        values += range(max(0, field.min or 0), 4)
    elif entry.kind == "date" and field.prefer == "past" and field.appearance != "typed":
        days = [live["today"], functions.add_days(live["today"], -1)]
        period = str((live.get("about") or {}).get("period") or "")
        month = len(period) == 7 and period[5] != "Q"  # a form about a month offers that month's days
        values += [day for day in days if not month or day.startswith(period)]
    elif entry.kind == "month" and field.appearance == "quick":
        now = live["today"][:7]
        values += [now, functions.add_months(now, -1), functions.add_months(now, -2)]
    unique = list(dict.fromkeys(values)) if all(not isinstance(v, (dict, list)) for v in values) else values
    if entry.kind == "integer":
        unique.sort()
    return tuple(Option(value, f"value-{entry.kind}") for value in unique)


# ------------------------------------------------------------------------------------------------- accept


def accept(entry: Entry, value: Any, scope: Scope) -> Any:
    """The canonical form of *value*, or :class:`NotAccepted`."""
    kind = entry.kind
    if kind in ("select_one", "select_multiple"):
        return _accept_choice(entry, value, scope)
    if kind in ("person", "organisation", "ref", "place"):
        return _accept_listed(entry, value, scope)
    if kind == "file":
        return _accept_files(entry, value)
    if kind == "own_hand":
        return _accept_hand(value, scope)
    if kind == "boolean":
        if not isinstance(value, bool):
            raise NotAccepted("wrong_kind")
        return value
    if kind in ("integer", "money"):
        return _accept_int(entry, value)
    if not isinstance(value, str):
        raise NotAccepted("wrong_kind")
    if kind == "text":
        return _accept_text(entry, value)
    if kind == "date":
        return _accept_day(value)
    if kind == "datetime":
        return _accept_moment(value)
    if not _SHAPES[kind].fullmatch(value) or not value.isascii():
        raise NotAccepted("wrong_kind")
    if kind == "decimal":
        _bounds(entry, Decimal(value))
    return value


def _accept_choice(entry: Entry, value: Any, scope: Scope) -> Any:
    known = (
        [o["value"] for o in listed(entry, scope)]
        if entry.options is not None
        else choice_values(entry, scope)
    )
    if entry.kind == "select_one":
        if value not in known:
            raise NotAccepted("choice_gone")
        return value
    if not isinstance(value, list) or any(one not in known for one in value):
        raise NotAccepted("choice_gone")
    chosen = [one for one in known if one in value]
    _count(entry, len(chosen))
    return chosen


def _accept_listed(entry: Entry, value: Any, scope: Scope) -> Any:
    if isinstance(value, Mapping):  # typed by hand, or a value as it is stored already
        name = value.get("name") or value.get("label")
        if not isinstance(name, str) or not 1 <= len(name) <= 60:
            raise NotAccepted("wrong_kind")
        if entry.kind == "place":
            return _place(value, name, scope)
        if value.get("id"):
            return _from_list(entry, value["id"], scope)
        return _by_hand(entry, name)
    return _from_list(entry, value, scope)


def _from_list(entry: Entry, value: Any, scope: Scope) -> Any:
    if entry.kind == "place":
        places, code = scope.env.live["places"], str(value)
        if places.get(code) is None:
            raise NotAccepted("choice_gone")
        if not places.is_finest(code):
            raise NotAccepted("place_wide", place=places.full_name(code))
        return {"code": code, "name": places.full_name(code)}
    for option in listed(entry, scope):
        if option["value"] == value:
            return option.get("take") or {"id": value, "name": option["label"]}
    raise NotAccepted("choice_gone")


def _place(value: Mapping[str, Any], name: str, scope: Scope) -> dict[str, str]:
    """A place as it is stored, of an older record or a country's name behind 境外."""
    code = str(value.get("code") or "")
    if scope.env.live["places"].get(code) is None:
        raise NotAccepted("choice_gone")
    return {"code": code, "name": name}


def _by_hand(entry: Entry, name: str) -> Any:
    if _field(entry).listed_only:
        raise NotAccepted("not_listed", text=name[:20])
    if entry.kind == "person":
        if not functions.PATTERNS["name"].fullmatch(name):
            raise NotAccepted("not_a_name")
        return {"id": "", "name": name, "post": ""}
    if entry.kind == "organisation":
        return {"id": "", "name": name}
    raise NotAccepted("choice_gone")


def _accept_files(entry: Entry, value: Any) -> Any:
    if not isinstance(value, list) or not all(isinstance(one, Mapping) and one.get("hash") for one in value):
        raise NotAccepted("wrong_kind")
    if len(value) > (_field(entry).max or FILES_LIMIT):
        raise NotAccepted("too_many_files", most=_field(entry).max or FILES_LIMIT)
    return [dict(one) for one in value]


def _accept_hand(value: Any, scope: Scope) -> Any:
    live = scope.env.live
    actor = live["actor"]
    if value == "account":
        return {"way": "account", "by": actor["id"], "name": actor["name"], "at": live["stamp"], "files": []}
    if isinstance(value, list) and value:
        return {
            "way": "paper",
            "by": "",
            "name": "",
            "at": live["stamp"],
            "files": [dict(one) for one in value],
        }
    raise NotAccepted("wrong_kind")


def _accept_int(entry: Entry, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotAccepted("wrong_kind")
    if abs(value) > INT_LIMIT:
        raise NotAccepted("too_large")
    _bounds(entry, value)
    return value


def _bounds(entry: Entry, value: Any) -> None:
    field = _field(entry)
    low, high = field.min, field.max
    if low is None and value < 0:
        raise NotAccepted("negative")
    if (low is not None and value < low) or (high is not None and value > high):
        raise NotAccepted(
            "range", low=low if low is not None else 0, high=high if high is not None else INT_LIMIT
        )


def _accept_text(entry: Entry, value: str) -> str:
    field = _field(entry)
    text = value.strip()
    if not text:
        raise NotAccepted("empty")
    if not any(map(str.isalnum, text)):  # a smile, a dash, three dots: nothing anybody could read later
        raise NotAccepted("no_words")
    if len(text) > (field.max or TEXT_LIMIT):
        raise NotAccepted("too_long", most=field.max or TEXT_LIMIT, has=len(text))
    if field.min is not None and len(text) < field.min:
        raise NotAccepted("too_short", least=field.min, has=len(text))
    return text


def _accept_day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise NotAccepted("no_such_day") from None


def _accept_moment(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise NotAccepted("no_such_day") from None
    if moment.tzinfo is not None:
        raise NotAccepted("wrong_kind")
    return moment.isoformat(timespec="minutes")


def _count(entry: Entry, count: int) -> None:
    field = _field(entry)
    if field.min is not None and count < field.min:
        raise NotAccepted("too_few", least=field.min)
    if field.max is not None and count > field.max:
        raise NotAccepted("too_many", most=field.max)
