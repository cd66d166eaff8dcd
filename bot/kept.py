"""What is kept, as plain data: the rows that storage and use cases hand each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class DraftHead:
    """What a list of open drafts shows. ``updated``: UTC stamp."""

    id: str
    form: str
    org: str
    period: str
    record: str
    row: str
    updated: str
    subject: str


@dataclass(frozen=True, slots=True)
class Filter:
    """
    Which records: every part that is set must hold. ``paths``: prefixes of the tree; ``periods``: any of
    them.

    ``event_from`` and ``event_to`` are days (ISO), both included. ``involved``: who sent it, or is its subject.
    """

    type: str = ""
    paths: tuple[str, ...] = ()
    org: str = ""
    states: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    event_from: str = ""
    event_to: str = ""
    filler: str = ""
    subject: str = ""
    involved: str = ""


@dataclass(frozen=True, slots=True)
class RecordHead:
    """The indexed columns of a record; lists and ledgers read these and no document."""

    id: str
    type: str
    receipt: str
    org: str
    org_path: str
    subject: str
    subject_name: str
    filler: str
    filler_name: str
    period: str
    event_at: str
    submitted_at: str
    due_at: str
    late: bool
    backfill: bool
    state: str
    version: int
    rev: int
    label: str
    arrived_at: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """
    One row of the outbox: something somebody must be told. ``key``: unique, so that it is told once.

    ``words``: a words key with arguments; ``buttons``: rows of (words key, args, action text). Never answers.
    ``not_before``: UTC stamp, "" for at once.
    """

    key: str
    person: str
    words: str
    args: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[tuple[tuple[str, Mapping[str, Any], str], ...], ...] = ()
    not_before: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """
    A message as the outbox holds it. ``state``: waiting | sent | failed; ``attempts`` counts this one. UTC
    stamps.
    """

    message: Message
    state: str
    attempts: int
    created: str
    next_at: str
    last_error: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """
    An update as it came in, to be answered once. ``key``: unique (``tg:<update id>``); ``body``: as it was
    sent.
    """

    key: str
    channel: str
    chat: str
    body: str
    attempts: int = 0
    received: str = ""


@dataclass(frozen=True, slots=True)
class ChatLine:
    """
    One line of the built-in chat. ``id``: the message id, from 1 in each chat; it keeps its place when it is edited.

    ``seq`` counts all changes of a chat from 1; a line carries that of its last one. ``doc``: None once deleted,
    else ``{"message": <Bot API Message without message_id>, "own": bool, "panel": <reply keyboard> | absent}``.
    """

    chat: str
    id: int
    seq: int
    doc: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """
    Something that happened outside a record: export, import, invitation used, sign-in. Hash-chained like
    acts.
    """

    action: str
    actor: str
    target: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record's answers as the filler sent it. ``at``: UTC stamp."""

    n: int
    by: str
    at: str
    reason: str
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PendingEffect:
    """
    An effect waiting for its record type to exist, or to be carried out. ``key``: (record, act, row,
    effect).
    """

    key: str
    type: str
    doc: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Invitation:
    """
    A way in, used once: for ``person`` if that is known, else for somebody of ``name`` in ``role`` at
    ``org``.

    ``id`` is what lists show and what ends it; the code itself is kept nowhere. ``used_at`` "" = not yet;
    UTC stamps.
    """

    id: str
    role: str
    org: str
    person: str = ""
    name: str = ""
    created_by: str = ""
    created_at: str = ""
    expires_at: str = ""
    used_at: str = ""
    used_by: str = ""
    ended_at: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """
    A signed-in browser. ``kind``: member | admin. ``id`` is what lists show; the token is kept nowhere. UTC
    stamps.
    """

    id: str
    person: str
    kind: str
    label: str
    created_at: str
    seen_at: str
    expires_at: str
    ended_at: str = ""


@dataclass(frozen=True, slots=True)
class Chat:
    """
    A chat of a channel. ``person`` "" = nobody known yet. ``live_draft``: what it is talking about.

    ``memo``: what a skin must remember of the chat (id of the live question's message, and the like).
    """

    channel: str
    chat_id: str
    person: str = ""
    live_draft: str = ""
    blocked: bool = False
    memo: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Household:
    """
    A household of a village. ``valid_from``/``valid_to`` ISO days, ``valid_to`` "" = open. ``adults``: 18
    and over; ``people``: all of them, None where nobody counted. ``phone``, ``term``: of the representative, the last
    day they are chosen for; "" where nobody said it.
    """

    id: str
    org: str
    house_no: str
    group: str = ""
    point: str = ""
    head: str = ""
    adults: int = 0
    representative: str = ""
    valid_from: str = ""
    valid_to: str = ""
    people: int | None = None
    phone: str = ""
    term: str = ""


class Speaker(NamedTuple):
    """Who speaks for a household, from a day to a day. ``name`` "" = nobody; ``phone``, ``term`` as in :class:`Household`."""

    household: str
    name: str
    since: str
    until: str
    phone: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True)
class BodyMember:
    """
    A member of a body of the village (``representatives``, ``collective`` …). ISO days, ``valid_to`` "" =
    open.

    ``sex``: ``male`` | ``female``, "" where nobody said it. ``capable``: has full capacity for civil acts.
    """

    id: str
    org: str
    body: str
    no: str
    name: str
    group: str = ""
    valid_from: str = ""
    valid_to: str = ""
    sex: str = ""
    capable: bool = True


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file outside the database. ``digest``: SHA-256 of its content, lower-case hex; ``size`` in bytes."""

    digest: str
    name: str
    media_type: str
    size: int
    owner: str
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Something ``verify`` found. ``kind``: a words key part; ``where``: what it concerns; ``details``: no
    answers.
    """

    kind: str
    where: str
    details: Mapping[str, Any] = field(default_factory=dict)
