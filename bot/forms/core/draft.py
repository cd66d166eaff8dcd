"""
A form being filled, what happens to it, and what is shown: plain frozen data between any skin and the machine.

Paths are names and row ids, ``("agenda", "r12", "owner")``; row ids are never reused, so an old button cannot hit
another row. Menus have paths too: ``("agenda", "+", "3")`` is "add another or done" while there are three rows.
``()`` is the summary.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """
    A dataclass that the type checker holds frozen and Python leaves quick: a frozen one of twenty fields takes ten times
    as long to make, and every step makes several.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


Path = tuple[str, ...]
Json = Any
SUMMARY: Path = ()


def key_of(path: Path) -> str:
    """A path as one text, used as key in stored maps."""
    return "/".join(path)


def path_from(key: str) -> Path:
    """The path of :func:`key_of`."""
    return tuple(key.split("/")) if key else ()


@dataclass(frozen=True, slots=True)
class About:
    """
    What a draft is for. ``form``: ``<type>`` to submit one, ``<type>/<transition>`` for an act on ``record``.

    ``proxy_for``: the person an assisted entry is made for. ``base_rev``: the record's revision it was begun at.
    """

    form: str
    owner: str
    org: str
    subject: str = ""
    period: str = ""
    record: str = ""
    row: str = ""
    base_rev: int = 0
    proxy_for: str = ""
    proxy_reason: str = ""

    @property
    def type(self) -> str:
        """Id of the record type."""
        return self.form.partition("/")[0]

    @property
    def transition(self) -> str:
        """Name of the transition, or "" for a submission."""
        return self.form.partition("/")[2]


@value
class Draft:
    """
    Everything kept of a form being filled. Treated as immutable: the machine builds the next one.

    ``answers``: key absent = not asked yet, ``None`` = skipped; ``<repeat>`` a list of rows with ``_`` ids,
    ``<repeat>#`` = closed at that many rows. ``reask``: paths a change made invalid. ``confirmed``: path|rule said
    yes to. ``pre``: path key -> {"value", "from"} as prefilled. ``why``: path key or path|rule -> reason typed.
    ``frozen``: need -> {"digest", "args"}. ``marks``: path key -> {"code", "text"} of a return. ``base``: answers
    as sent, shown as old. ``ret``: go back to the summary. ``pending``: two readings, or a rule to be confirmed.
    ``asked``: UTC stamp when the live question was first shown; ``where``: the chat that showed it last. ``done``: "" |
    sent | cancelled | overtaken | <door>.
    """

    id: str
    about: About
    version: int
    rev: int = 0
    answers: dict[str, Json] = field(default_factory=dict)
    at: Path = SUMMARY
    reask: tuple[Path, ...] = ()
    confirmed: tuple[str, ...] = ()
    pre: Mapping[str, Json] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    frozen: Mapping[str, Json] = field(default_factory=dict)
    marks: Mapping[str, Json] | None = None
    base: Mapping[str, Json] | None = None
    ret: bool = False
    seq: int = 0
    pending: Mapping[str, Json] | None = None
    asked: str = ""
    done: str = ""
    where: str = ""

    def to_json(self) -> dict[str, Json]:
        """Plain JSON; :meth:`from_json` reads it back equal."""
        about = self.about
        return {
            "id": self.id,
            "about": {name: value for name in about.__slots__ if (value := getattr(about, name))},
            "version": self.version,
            "rev": self.rev,
            "answers": self.answers,
            "at": list(self.at),
            "reask": [list(path) for path in self.reask],
            "confirmed": list(self.confirmed),
            "pre": dict(self.pre),
            "why": dict(self.why),
            "frozen": dict(self.frozen),
            "marks": None if self.marks is None else dict(self.marks),
            "base": None if self.base is None else dict(self.base),
            "ret": self.ret,
            "seq": self.seq,
            "pending": None if self.pending is None else dict(self.pending),
            "asked": self.asked,
            "done": self.done,
            "where": self.where,
        }

    @classmethod
    def from_json(cls, doc: Mapping[str, Json]) -> Draft:
        """The draft of :meth:`to_json`."""
        known = dict(doc)
        known["about"] = About(**doc["about"])
        known["at"] = tuple(doc["at"])
        known["reask"] = tuple(tuple(path) for path in doc["reask"])
        known["confirmed"] = tuple(doc["confirmed"])
        return cls(**known)

    def dumps(self) -> str:
        """Canonical text, as tests compare it."""
        return json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)


EventKind = Literal[
    "answer", "text", "file", "tick", "skip", "add", "close", "remove", "goto", "back", "same", "confirm", "choose",
    "reason", "supply", "send", "cancel", "show",
]  # fmt: skip


@value
class Event:
    """
    One thing a person did. ``at``: the question it answers, ``None`` where the channel cannot know (typed text
    in Telegram). ``value``: canonical for ``answer``; raw text for ``text``; see machine.py for each kind.
    ``was``: the value a page showed (compare-and-set per field). ``via``: chat | page | paper.
    ``written``: UTC stamp when it was written, to catch answers to an older question.
    """

    kind: EventKind
    at: Path | None = None
    value: Json = None
    was: Json = None
    via: str = "chat"
    written: str = ""


@value
class Note:
    """Something to say: a words key and its arguments (values are canonical, skins word them by ``kinds``)."""

    key: str
    args: Mapping[str, Json] = field(default_factory=dict)


@value
class Option:
    """One answer to press. ``label``: a words key, or literal text when ``literal``."""

    value: Json
    label: str
    literal: bool = False
    chosen: bool = False


@value
class Line:
    """One line of a summary or outline. status: open answered kept again computed locked problem."""

    path: Path
    key: str
    kind: str
    value: Json
    status: str
    options: tuple[Option, ...] = ()
    number: int = 0
    rows: tuple[tuple[Line, ...], ...] = ()
    mark: Mapping[str, Json] | None = None
    was: Json = None


@value
class Screen:
    """
    What to show, in keys and values, never in words.

    ``kind``: ask (one question) · rows (a repeat's menu) · roster · which (two readings) · confirm (a rule asks for
    a yes or a reason) · reason (a typed reason is wanted) · summary · ended.
    ``question``: words key. ``field_kind``: the field's kind. ``progress``: (n, of). ``crumbs``: rows we are in, as
    (repeat words key, row number, row label). ``options``: buttons of answers. ``buttons``: fixed verbs that apply
    (back skip later help done add close remove same send change cancel …). ``last``: last period's value, ``last_on``: the
    day it was told, where it may be of any. ``value``: the answer there is already. ``problem``: why the last event was
    not taken. ``pages``: (this one from 0, of), of a long list of options; of a summary (0 = unknown) the skin knows how
    many messages it fills.
    """

    kind: str
    at: Path
    question: str = ""
    field_kind: str = ""
    progress: tuple[int, int] = (0, 0)
    crumbs: tuple[tuple[str, int, str], ...] = ()
    options: tuple[Option, ...] = ()
    buttons: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: Note | None = None
    last: Json = None
    last_on: str = ""
    value: Json = None
    show: Mapping[str, Json] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    mark: Mapping[str, Json] | None = None
    was: Json = None
    multiple: bool = False
    pages: tuple[int, int] = (0, 1)


@value
class Request:
    """The machine needs a fact before it can go on: answer with a ``supply`` event {name: {"digest", "args"}}."""

    name: str
    source: str
    args: Mapping[str, Json]


@value
class Sent:
    """The form is complete: these are the answers to keep, materialised, with what was flagged."""

    answers: dict[str, Json]
    flags: tuple[Note, ...] = ()


@value
class Turn:
    """What came of an event. ``changed``: the draft must be kept. ``requests``: facts wanted first."""

    draft: Draft
    screen: Screen
    changed: bool
    requests: tuple[Request, ...] = ()
    sent: Sent | None = None


@value
class Facts:
    """
    The world as the machine may know it. ``live``: handed in at every call (``today`` ISO date, ``now`` local
    minute, ``stamp`` UTC, ``calendar``, ``places``, ``people`` …). ``frozen``: need -> snapshot. ``record``,
    ``acts``, ``round``: of the record a transition acts on.
    """

    live: Mapping[str, Any]
    frozen: Mapping[str, Any] = field(default_factory=dict)
    record: Mapping[str, Any] | None = None
    acts: tuple[Any, ...] = ()
    round: int = 1


__all__ = [
    "SUMMARY", "About", "Draft", "Event", "Facts", "Line", "Note", "Option", "Path", "Request", "Screen", "Sent",
    "Turn", "key_of", "path_from", "replace",
]  # fmt: skip
