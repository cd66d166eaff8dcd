"""
What stands in a button: at most 64 bytes of ASCII (Bot API, InlineKeyboardButton.callback_data).

``f:<draft>:<address>:<verb><value>`` is an event of a form; the address names the question it belongs to, so that an
old button is known to be old. ``<area>:<action>:<args>`` is everything else. Option numbers are positions in the
form's own list (guarded by the version in the address); options that come from data travel as a short hash.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

from bot.forms.core import fields
from bot.forms.core.draft import Draft, Event, EventKind, Facts, Option, Path
from bot.forms.core.plan import Entry, Plan, Scope
from bot.forms.core.work import Work

VERBS = {
    "back": "b", "skip": "s", "done": "d", "close": "d", "none_to_report": "d", "add": "+", "send": "!", "same": "=",
    "yes": "y", "remove": "r",
}  # fmt: skip
_PLAIN: dict[str, EventKind] = {
    "b": "back",
    "s": "skip",
    "d": "close",
    "+": "add",
    "!": "send",
    "=": "same",
    "r": "remove",
}


def kind_of(name: str) -> EventKind | None:
    """The event of a button that is no answer and needs nothing said with it, None for the others."""
    return _PLAIN.get(VERBS.get(name, ""))


@dataclass(frozen=True, slots=True)
class FormPress:
    """A pressed form button taken apart. ``verb`` one letter, ``value`` what follows it."""

    draft: str
    address: str
    verb: str
    value: str


def form(draft: str, address: str, verb: str, value: str = "") -> str:
    """The data of a form button."""
    return f"f:{draft}:{address}:{verb}{value}"


def parse_form(data: str) -> FormPress | None:
    """The parts of :func:`form`, None for nonsense."""
    parts = data.split(":", 3)
    if len(parts) != 4 or parts[0] != "f" or not parts[3]:
        return None
    return FormPress(parts[1], parts[2], parts[3][0], parts[3][1:])


def short_hash(value: Any) -> str:
    """Seven characters that stand for a value from data."""
    return f"{zlib.crc32(repr(value).encode('utf-8', 'surrogatepass')):x}"


def option_value(entry: Entry, option: Option) -> str:
    """How an option travels: ``a<n>`` position in the form's list · ``h<hash>`` from data · ``v<value>`` itself."""
    if option.literal:
        return f"h{short_hash(option.value)}"
    if entry.choices:
        return f"a{next(n for n, (value, _) in enumerate(entry.choices) if value == option.value)}"
    if isinstance(option.value, bool):
        return f"a{int(option.value)}"
    return f"v{option.value}"


def option_of(entry: Entry, scope: Scope, text: str) -> Any:
    """The value behind :func:`option_value`; KeyError when it is not offered (any more)."""
    how, rest = text[:1], text[1:]
    if how == "a" and rest.isdigit():
        if entry.choices:
            return entry.choices[int(rest)][0] if int(rest) < len(entry.choices) else _gone()
        return bool(int(rest))
    if how == "h":
        for option in fields.options(entry, scope):
            if short_hash(option.value) == rest:
                return option.value
    if how == "v":
        return int(rest) if entry.kind in ("integer", "money") and rest.lstrip("-").isdigit() else rest
    return _gone()


def _gone() -> Any:
    raise KeyError("option")


LATE = Event(
    "answer", ("?",)
)  # a button of another version of the form, or nonsense: there is no such question


def event_of(plan: Plan, draft: Draft, facts: Facts, press: FormPress) -> Event:
    """What a press means for *draft*; a button that is not offered any more is a late one."""
    at = plan.path_of(press.address)
    if at is None:
        return LATE
    if press.verb in _PLAIN:
        return Event(_PLAIN[press.verb], at)
    if press.verb in "ahvxu":
        return _picked(plan, draft, facts, press, at)
    match press.verb:
        case "y" | "n":
            return Event("confirm", at, press.verb == "y")
        case "o":
            return Event("goto", at, list(at))
        case "c":
            return Event("choose", at, int(press.value) if press.value.isdigit() else -1)
        case "g":
            to = plan.path_of(press.value)
            return LATE if to is None else Event("goto", None, list(to))
        case "p":
            return Event("show", at, {"page": int(press.value) if press.value.isdigit() else 0})
        case "t":
            index, mark, page = [*press.value.split("."), "-", "0"][:3]
            rows = [int(index)] if index.isdigit() else [-1]
            return Event(
                "tick", at, {"rows": rows, "mark": mark or "-", "page": int(page) if page.isdigit() else 0}
            )
        case "A":
            return Event("tick", at, {"all": press.value or "i"})
        case "N":
            return Event("tick", at, {"all": "-"})
    return LATE


def _picked(plan: Plan, draft: Draft, facts: Facts, press: FormPress, at: Path) -> Event:
    work = Work(plan, draft, facts)
    if not at or len(at) % 2 == 0 or not work.exists(at):
        return LATE
    entry, scope = work.locate(at)
    chosen = press.verb + press.value if press.verb in "ahv" else press.value
    try:
        value = option_of(entry, scope, chosen)
    except (KeyError, ValueError, AttributeError):
        return LATE
    if press.verb in "xu":
        return Event("tick", at, {"value": value, "on": press.verb == "x"})
    return Event("answer", at, value)
