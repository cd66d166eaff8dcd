"""
What the use cases need of storage: Protocols, which ``storage`` fits without importing them from here.

A :class:`Unit` is one person's step: it reads what it needs, *stages* what shall change, and the store
carries all
of it out in ONE transaction (``Store.commit``), grouped with the steps of others that wait at the same
moment.
Nothing is written before the commit; a refused commit (:class:`~bot.errors.DraftStale`,
:class:`~bot.errors.RecordStale`, :class:`~bot.errors.AlreadyExists`, :class:`~bot.errors.DuplicateUpdate`)
wrote nothing.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from bot.forms.core.draft import Draft
from bot.forms.core.records import Act, Record
from bot.kept import (
    Arrived,
    AuditEntry,
    BodyMember,
    Chat,
    ChatLine,
    Device,
    DraftHead,
    Filter,
    Finding,
    Household,
    Invitation,
    Message,
    PendingEffect,
    RecordHead,
    Speaker,
    StoredFile,
    Version,
    Waiting,
)
from bot.people import Org, Person, Post

__all__ = [
    "Arrived", "AuditEntry", "BodyMember", "Chat", "ChatLine", "ChatLog", "Device", "DraftHead", "Drafts",
    "Files", "Filter", "Finding", "Household", "Households", "Invitation", "Message", "Outbox",
    "PendingEffect", "People", "RecordHead", "Records", "Snapshots", "Store", "StoredFile", "Unit",
    "Version", "Waiting", "Ways",
]  # fmt: skip


class Drafts(Protocol):
    """Forms being filled."""

    async def get(self, draft_id: str) -> Draft | None: ...
    async def find(
        self,
        owner: str,
        form: str,
        *,
        org: str = "",
        subject: str = "",
        period: str = "",
        record: str = "",
        row: str = "",
    ) -> Draft | None:
        """
        The newest open draft of this person for exactly this; *org* "" = of any node; *subject* counts for what is no
        act on a *record*.
        """

    async def open_of(self, owner: str) -> Sequence[DraftHead]:
        """Open drafts of a person, newest first, at most 50."""

    def add(self, draft: Draft) -> None: ...
    def save(self, draft: Draft) -> None:
        """
        Stage *draft* over revision ``draft.rev - 1``; commit raises DraftStale when that is not what is
        stored.
        """


class Records(Protocol):
    """What was sent, and every act on it."""

    async def get(self, record_id: str) -> Record | None: ...
    async def some(self, ids: Sequence[str]) -> Sequence[Record]:
        """Those of the records that there are, with their acts, in no order, in two questions however many they are."""

    async def by_receipt(self, receipt: str) -> Record | None: ...
    async def versions(self, record_id: str) -> Sequence[Version]: ...
    async def heads(
        self, where: Filter, *, limit: int = 50, offset: int = 0, oldest_first: bool = False
    ) -> Sequence[RecordHead]: ...
    async def count(self, where: Filter) -> int: ...
    def stream(self, where: Filter, *, with_acts: bool = False) -> AsyncIterator[Record]:
        """Records with answers, ordered by org, period, submission; constant memory; acts where wanted."""

    async def last(
        self, type_id: str, *, org: str = "", subject: str = "", before_period: str = ""
    ) -> Record | None:
        """
        The newest record that counts (not withdrawn, not void) of this subject, of an earlier period if one
        is given.
        """

    def add(self, record: Record) -> None:
        """Stage a new record with its first act and version 1; AlreadyExists on a taken unique key."""

    def act(self, record: Record, act: Act) -> None:
        """
        Stage *act* over revision ``record.rev - 1`` (RecordStale otherwise); *record* is as it is after the
        act.
        """

    def new_version(self, record: Record) -> None:
        """Stage the answers of ``record.version`` beside the earlier ones, with ``record.change_reason``."""


class People(Protocol):
    """Persons, posts, the tree, the chats people talk in."""

    async def person(self, person_id: str) -> Person | None: ...
    async def by_chat(self, channel: str, chat_id: str) -> Person | None: ...
    async def org(self, org_id: str) -> Org | None: ...
    async def orgs(self, *, under: str = "", kind: str = "", level: str = "") -> Sequence[Org]: ...
    async def holders(
        self, roles: Sequence[str], *, org: str = "", under: str = "", at_or_above: str = ""
    ) -> Sequence[Person]:
        """
        Persons holding one of the roles today: at *org*, below path *under*, or at a node of path
        *at_or_above* or above it.
        """

    async def at_org(self, org_id: str) -> Sequence[Person]:
        """Everybody with a post at the node today."""

    def everybody(self, *, under: str = "") -> AsyncIterator[Person]:
        """
        All persons with any post below *under*, past ones too ("" = all persons), by id; for imports and
        checks.
        """

    async def chats_of(self, person_id: str) -> Sequence[tuple[str, str]]:
        """(channel, chat id) where a person can be written to; blocked ones left out; newest first."""

    async def chat(self, channel: str, chat_id: str) -> Chat | None: ...
    async def live_draft(self, channel: str, chat_id: str) -> str:
        """Id of the draft a chat is talking about, "" for none."""

    def bind_chat(self, channel: str, chat_id: str, person_id: str) -> None: ...
    def set_blocked(self, channel: str, chat_id: str, blocked: bool) -> None: ...
    def set_live_draft(self, channel: str, chat_id: str, draft_id: str) -> None: ...
    def set_memo(self, channel: str, chat_id: str, memo: Mapping[str, Any]) -> None:
        """What the skin remembers of a chat, replacing what it remembered."""

    def set_lang(self, person_id: str, lang: str) -> None: ...
    def set_consent(self, person_id: str, version: str, way: str) -> None: ...
    def put_org(self, org: Org) -> None:
        """Add a node or replace what is stored of it; its parent goes first."""

    def put_person(self, person: Person) -> None:
        """Add a person or replace name, phone and language; posts and consent are left as they are."""

    def put_post(self, person_id: str, post: Post) -> None:
        """
        Add a post, or replace title and ``valid_to`` of the one with the same org, role and ``valid_from``.
        """


class Ways(Protocol):
    """The ways in: invitations used once, devices signed in. Codes and tokens are stored as hashes only."""

    async def invitation(self, code: str) -> Invitation | None:
        """The invitation of a code, used, ended or expired ones too: the use case words the difference."""

    async def invitations(self, *, org: str = "", person: str = "") -> Sequence[Invitation]:
        """Open and used invitations, newest first, at most 200."""

    def invite(self, code: str, invitation: Invitation) -> None: ...
    def use_invitation(self, code: str, person_id: str) -> None:
        """Stage the one use; commit raises InvitationGone when it is used, ended or past its time."""

    def end_invitation(self, invitation_id: str) -> None: ...
    async def device(self, token: str) -> Device | None:
        """The device of a token while it is neither ended nor past its time."""

    async def devices_of(self, person_id: str) -> Sequence[Device]:
        """Devices that are signed in, newest use first."""

    def add_device(self, token: str, device: Device) -> None: ...
    def seen_device(self, device_id: str, expires_at: str) -> None:
        """The device was used now; its sign-in slides on to *expires_at*."""

    def end_device(self, device_id: str) -> None: ...


class Snapshots(Protocol):
    """Frozen facts by content digest; shared, never changed."""

    async def get(self, digest: str) -> Any:
        """The value, or None when there is no such snapshot. It is shared: do not change it."""

    def put(self, kind: str, value: Any) -> str:
        """Stage a snapshot (once per content) and return its digest."""


class Households(Protocol):
    """Households and their representatives, versioned."""

    async def roster(self, org_id: str, on: str) -> list[list[Any]]:
        """
        Rows valid on *on*: [id, house_no, representative, group, point, head, adults, people, term], by house number.

        ``term``: the last day the representative is chosen for, "" where nobody said it.
        """

    async def people_of(self, org_id: str, body: str, on: str) -> list[list[Any]]:
        """Members of a body of the village (representatives, collective …): [id, no, name, group, sex, capable]."""

    async def versions(self, org_id: str) -> Sequence[Household]:
        """Every version of every household, past ones too, ``representative`` left empty; for imports."""

    async def spoken_for(self, org_id: str) -> Sequence[Speaker]:
        """Everybody who ever spoke for one of them."""

    async def members(self, org_id: str) -> Sequence[BodyMember]:
        """Every version of every member of every body."""

    def put(self, household: Household, *, reason: str = "") -> None:
        """
        Add a household, or a new version of it from ``valid_from`` on; the version before ends the day
        before.

        The representative is versioned beside it: only another one, another phone or another term makes a new row,
        with the *reason*.
        """

    def put_said(self, speaker: Speaker) -> None:
        """The phone and the term of somebody who speaks for a household, from the day on they are known to."""

    def put_member(self, member: BodyMember, *, reason: str = "") -> None: ...


class Outbox(Protocol):
    """What must be told."""

    def tell(self, message: Message) -> None: ...


class Files(Protocol):
    """What is known of files; their content lies outside the database under its digest."""

    async def get(self, digest: str) -> StoredFile | None: ...
    async def uses(self, digest: str) -> Sequence[tuple[str, str]]:
        """(kind, id) of what shows the file: ("draft", …), ("record", …)."""

    def add(self, file: StoredFile) -> None: ...
    def use(self, digest: str, kind: str, target: str) -> None: ...


class Unit(Protocol):
    """One step: reads now, writes at commit. ``now``: UTC stamp taken when the unit began."""

    @property
    def now(self) -> str: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def records(self) -> Records: ...
    @property
    def people(self) -> People: ...
    @property
    def ways(self) -> Ways: ...
    @property
    def snapshots(self) -> Snapshots: ...
    @property
    def households(self) -> Households: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def files(self) -> Files: ...

    def audit(self, entry: AuditEntry) -> None: ...
    def keep_effect(self, effect: PendingEffect) -> None: ...
    async def pending_effects(self, type_id: str) -> Sequence[PendingEffect]: ...
    def drop_effect(self, key: str) -> None:
        """
        Stage that the effect was carried out; commit raises AlreadyExists when somebody else did it first.
        """

    def mark_update(self, key: str, reply: str, *, owed: bool = False) -> None:
        """
        Stage the inbox row of the update this step answers, with its reply; commit raises DuplicateUpdate.

        A row that is pending, or dead, becomes this; only one that was answered before is a duplicate.
        *owed*: nobody waits for the reply any more (polling), so it stands in ``Store.owed_replies`` until
        ``Store.finish_update`` says that it has been sent; a crash in between sends it again.
        """


class ChatLog(Protocol):
    """
    What stands in each chat of the built-in channel. Each call that writes is one transaction, durable when it
    returns.

    A page that has seen everything up to ``seq`` asks for what changed since, and nothing is lost; an edited line
    comes once, as it is now, a deleted one stays as a mark. ``origin`` names the cause of a change: the same origin
    changes a chat once, ever.
    """

    async def append(self, chat: str, doc: Mapping[str, Any], *, origin: str = "") -> ChatLine:
        """Add a line at the end; with an *origin* that is known, the line it made, as it is now."""

    async def edit(
        self, chat: str, line_id: int, doc: Mapping[str, Any] | None, *, origin: str = ""
    ) -> ChatLine | None:
        """Put *doc* in the place of a line (None: delete it); None when it is not there or *origin* is known."""

    async def line(self, chat: str, line_id: int) -> ChatLine | None: ...
    async def of_origin(self, chat: str, origin: str) -> ChatLine | None:
        """The line that *origin* made or changed, as it is now; None when the origin is not known."""

    async def history(self, chat: str, *, before: int = 0, limit: int = 40) -> Sequence[ChatLine]:
        """The last *limit* lines before line *before* (0: the end), oldest first, without deleted ones."""

    async def since(self, chat: str, seq: int, limit: int) -> Sequence[ChatLine]:
        """What changed after *seq*, in the order of change, deleted ones too; at most *limit*."""

    async def last_seq(self, chat: str) -> int: ...
    async def facts(self, chat: str) -> Mapping[str, Any]:
        """What is kept of a chat beside its lines, by name: ``commands``, ``menu``."""

    async def keep_fact(self, chat: str, name: str, value: Any) -> None: ...


class Store(Protocol):
    """The database behind the units."""

    @property
    def chat(self) -> ChatLog: ...
    def unit(self) -> Unit: ...
    async def commit(self, unit: Any) -> None:
        """Carry out all that *unit* (one of this store) staged, or nothing; returns when it is durable."""

    async def receipt_number(self, town: str, type_id: str, letter: str, period: str) -> str:
        """
        The next receipt, ``LX-D-QX03-202611-0017``: never given twice, gaps allowed (its own transaction).
        """

    async def meta(self, key: str) -> str:
        """A word kept about the database itself ("demo" …), "" for none."""

    async def set_meta(self, key: str, value: str) -> None: ...

    # the inbox
    async def reply_of(self, key: str) -> str | None:
        """The stored reply of an update that was carried out before."""

    async def take_in(self, arrived: Sequence[Arrived]) -> None:
        """
        Keep raw updates as pending, in their order, in one commit; keys that are known already are passed
        over.
        """

    async def pending_updates(self, *, limit: int = 1000) -> Sequence[Arrived]:
        """What was taken in and is neither done nor dead, oldest first."""

    async def finish_update(self, key: str, reply: str = "") -> None:
        """An update had no effect to commit: it is done. Nothing happens when it was done before."""

    async def retry_update(self, key: str, error: str) -> int:
        """An update failed and is to be tried again; returns how often it has failed by now."""

    async def dead_update(self, key: str, error: str) -> None:
        """An update cannot be carried out: set aside with its body, for the administrator."""

    async def revive_update(self, key: str) -> Arrived | None:
        """The person asks for a dead update to be tried again: it is pending again, once; None when it is not dead."""

    async def owed_replies(self, channel: str, *, limit: int = 1000) -> Sequence[tuple[Arrived, str]]:
        """Updates marked as owed and not finished, with their replies, oldest first: sent again after a crash."""

    # the outbox
    def on_told(self, call: Callable[[], None]) -> None:
        """From now on *call* after each commit of this process that put messages into the outbox."""

    async def claim_messages(self, limit: int, lease: float) -> Sequence[Waiting]:
        """
        Messages to send now, this process's for *lease* seconds; one a person at a time and in their order.

        Who does not call message_sent or message_failed in time loses the message to the next claim.
        """

    async def message_sent(self, key: str) -> None: ...
    async def message_failed(self, key: str, error: str, next_at: str | None) -> None:
        """Sending failed: again at *next_at* (UTC stamp), or given up when None."""

    async def undelivered(self, *, limit: int = 200) -> Sequence[Waiting]:
        """Messages that were given up or are being tried again, newest first."""

    async def next_message_at(self) -> str:
        """UTC stamp of the earliest message not sent yet, "" for none: when the outbox must wake."""

    async def forget_done(self, before: str) -> int:
        """
        Forget updates that are done and messages that were sent before *before* (UTC stamp); returns how many.

        Afterwards a repeat of such an update would be carried out again, so keep at least a week.
        """

    async def forget_file(self, digest: str, drafts_before: str) -> bool:
        """
        Forget a file that no record and no act shows, and no draft that is open and was touched since *drafts_before*
        (UTC stamp). True when nothing is known of the content now, so that it may go.
        """

    # files and checks
    def file_path(self, digest: str) -> Path:
        """Where the content of a file lies."""

    async def keep_file(self, content: bytes) -> str:
        """Put content where files lie, durable, and return its digest; the same content is kept once."""

    def verify(self) -> AsyncIterator[Finding]:
        """Check the audit chain, acts, versions, snapshots and files; nothing found = nothing yielded."""
