"""
What the use cases need of storage: Protocols, which ``storage`` fits without importing them from here.

A :class:`Unit` is one person's step: it reads what it needs, *stages* what shall change, and the store carries all
of it out in ONE transaction (``Store.commit``), grouped with the steps of others that wait at the same moment.
Nothing is written before the commit; a refused commit (:class:`~bot.errors.DraftStale`,
:class:`~bot.errors.RecordStale`, :class:`~bot.errors.AlreadyExists`, :class:`~bot.errors.DuplicateUpdate`) wrote nothing.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.forms.core.draft import Draft
from bot.forms.core.records import Act, Record
from bot.people import Org, Person


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


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records: every part that is set must hold. ``paths``: prefixes of the tree; ``periods``: any of them."""

    type: str = ""
    paths: tuple[str, ...] = ()
    org: str = ""
    states: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    event_from: str = ""
    event_to: str = ""
    filler: str = ""
    subject: str = ""


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


@dataclass(frozen=True, slots=True)
class Message:
    """
    One row of the outbox: something somebody must be told. ``key``: unique, so that it is told once.

    ``words``: a words key with arguments; ``buttons``: rows of (words key, args, action text). Never answers.
    """

    key: str
    person: str
    words: str
    args: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[tuple[tuple[str, Mapping[str, Any], str], ...], ...] = ()
    not_before: str = ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Something that happened outside a record: export, import, invitation used, sign-in. Hash-chained like acts."""

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
    """An effect waiting for its record type to exist, or to be carried out. ``key``: (record, act, row, effect)."""

    key: str
    type: str
    doc: Mapping[str, Any]


class Drafts(Protocol):
    """Forms being filled."""

    async def get(self, draft_id: str) -> Draft | None: ...
    async def find(self, owner: str, form: str, *, org: str = "", period: str = "", record: str = "", row: str = "") -> Draft | None:
        """The newest open draft of this person for exactly this."""

    async def open_of(self, owner: str) -> Sequence[DraftHead]:
        """Open drafts of a person, newest first, at most 50."""

    def add(self, draft: Draft) -> None: ...
    def save(self, draft: Draft) -> None:
        """Stage *draft* over revision ``draft.rev - 1``; commit raises DraftStale when that is not what is stored."""


class Records(Protocol):
    """What was sent, and every act on it."""

    async def get(self, record_id: str) -> Record | None: ...
    async def by_receipt(self, receipt: str) -> Record | None: ...
    async def versions(self, record_id: str) -> Sequence[Version]: ...
    async def heads(self, where: Filter, *, limit: int = 50, offset: int = 0, oldest_first: bool = False) -> Sequence[RecordHead]: ...
    async def count(self, where: Filter) -> int: ...
    def stream(self, where: Filter) -> AsyncIterator[Record]:
        """Records with answers, ordered by org, period, submission; constant memory; acts only where cheap."""

    async def last(self, type_id: str, *, org: str = "", subject: str = "", before_period: str = "") -> Record | None:
        """The newest record that counts (not withdrawn, not void) of this subject, of an earlier period if one is given."""

    def add(self, record: Record) -> None:
        """Stage a new record with its first act and version 1; AlreadyExists on a taken unique key."""

    def act(self, record: Record, act: Act) -> None:
        """Stage *act* over revision ``record.rev - 1`` (RecordStale otherwise); *record* is as it is after the act."""

    def new_version(self, record: Record) -> None:
        """Stage the answers of ``record.version`` beside the earlier ones, with ``record.change_reason``."""


class People(Protocol):
    """Persons, posts, the tree, the ways in."""

    async def person(self, person_id: str) -> Person | None: ...
    async def by_chat(self, channel: str, chat_id: str) -> Person | None: ...
    async def org(self, org_id: str) -> Org | None: ...
    async def orgs(self, *, under: str = "", kind: str = "", level: str = "") -> Sequence[Org]: ...
    async def holders(self, roles: Sequence[str], *, org: str = "", under: str = "", at_or_above: str = "") -> Sequence[Person]:
        """Persons holding one of the roles today: at *org*, below path *under*, or at a node of path *at_or_above* or above it."""

    async def at_org(self, org_id: str) -> Sequence[Person]:
        """Everybody with a post at the node today."""

    async def chats_of(self, person_id: str) -> Sequence[tuple[str, str]]:
        """(channel, chat id) where a person can be written to; blocked ones left out."""

    def bind_chat(self, channel: str, chat_id: str, person_id: str) -> None: ...
    def set_blocked(self, channel: str, chat_id: str, blocked: bool) -> None: ...
    def set_lang(self, person_id: str, lang: str) -> None: ...
    def set_consent(self, person_id: str, version: str, way: str) -> None: ...
    async def live_draft(self, channel: str, chat_id: str) -> str:
        """Id of the draft a chat is talking about, "" for none."""

    def set_live_draft(self, channel: str, chat_id: str, draft_id: str) -> None: ...


class Snapshots(Protocol):
    """Frozen facts by content digest; shared, never changed."""

    async def get(self, digest: str) -> Any: ...
    def put(self, kind: str, value: Any) -> str:
        """Stage a snapshot (once per content) and return its digest."""


class Households(Protocol):
    """Households and their representatives, versioned."""

    async def roster(self, org_id: str, on: str) -> list[list[Any]]:
        """Rows valid on *on*: [id, house_no, representative, group, point, head, adults], by house number."""

    async def people_of(self, org_id: str, body: str, on: str) -> list[list[Any]]:
        """Members of a body of the village (representatives, collective …): [id, no, name, group]."""


class Outbox(Protocol):
    """What must be told."""

    def tell(self, message: Message) -> None: ...


class Unit(Protocol):
    """One step: reads now, writes at commit. ``now``: UTC stamp taken when the unit began."""

    drafts: Drafts
    records: Records
    people: People
    snapshots: Snapshots
    households: Households
    outbox: Outbox

    def audit(self, entry: AuditEntry) -> None: ...
    def keep_effect(self, effect: PendingEffect) -> None: ...
    async def pending_effects(self, type_id: str) -> Sequence[PendingEffect]: ...
    def drop_effect(self, key: str) -> None: ...
    def mark_update(self, key: str, reply: str) -> None:
        """Stage the inbox row of the update this step answers, with its reply; commit raises DuplicateUpdate."""


class Store(Protocol):
    """The database behind the units."""

    def unit(self) -> Unit: ...
    async def commit(self, unit: Unit) -> None:
        """Carry out everything staged, all or nothing; returns when it is durable."""

    async def receipt_number(self, town: str, type_id: str, letter: str, period: str) -> str:
        """The next receipt, ``LX-D-QX03-202611-0017``: never given twice, gaps allowed (its own transaction)."""

    async def reply_of(self, key: str) -> str | None:
        """The stored reply of an update that was carried out before."""
