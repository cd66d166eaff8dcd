"""A store in memory that keeps its promises as the real one does, and can be told to fail."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from bot.errors import DuplicateUpdate, NotKept
from bot.kept import Arrived, AuditEntry, Message, Waiting
from bot.people import Person
from bot.usecases.ports import Store


def stamp(later: float = 0.0) -> str:
    """UTC stamp *later* seconds from now."""
    return f"{datetime.now(UTC) + timedelta(seconds=later):%Y-%m-%dT%H:%M:%S.%f}Z"


@dataclass
class Row:
    """An update in the inbox. ``state``: pending | owed | done | dead."""

    arrived: Arrived
    state: str = "pending"
    reply: str = ""
    error: str = ""


@dataclass
class Letter:
    """A message in the outbox. ``state``: waiting | sent | failed."""

    message: Message
    state: str = "waiting"
    attempts: int = 0
    created: str = field(default_factory=stamp)
    next_at: str = field(default_factory=stamp)
    lease_until: str = ""
    error: str = ""


class FakePeople:
    """Who talks where."""

    def __init__(self, store: FakeStore, unit: FakeUnit) -> None:
        self._store = store
        self._unit = unit

    async def person(self, person_id: str) -> Person | None:
        self._store.check()
        return self._store.persons.get(person_id)

    async def by_chat(self, channel: str, chat_id: str) -> Person | None:
        self._store.check()
        return self._store.persons.get(self._store.chats.get((channel, chat_id), ""))

    async def chats_of(self, person_id: str) -> Sequence[tuple[str, str]]:
        chats = [chat for chat, owner in self._store.chats.items() if owner == person_id]
        return [chat for chat in chats if chat not in self._store.blocked]

    def set_blocked(self, channel: str, chat_id: str, blocked: bool) -> None:
        def do() -> None:
            (self._store.blocked.add if blocked else self._store.blocked.discard)((channel, chat_id))

        self._unit.staged.append(do)


class FakeOutbox:
    """What must be told."""

    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def tell(self, message: Message) -> None:
        self._unit.messages.append(message)


class FakeUnit:
    """One step."""

    def __init__(self, store: FakeStore) -> None:
        self.now = stamp()
        self.people = FakePeople(store, self)
        self.outbox = FakeOutbox(self)
        self.staged: list[Callable[[], None]] = []
        self.effects: list[AuditEntry] = []
        self.messages: list[Message] = []
        self.marks: list[tuple[str, str, bool]] = []

    def audit(self, entry: AuditEntry) -> None:
        self.effects.append(entry)

    def mark_update(self, key: str, reply: str, *, owed: bool = False) -> None:
        self.marks.append((key, reply, owed))


class FakeStore:
    """
    ``effects``: what units staged by ``audit``, in the order it was committed.

    ``down``: nothing can be read or kept. ``refusals``: what the next commits raise (None: let one through).
    ``gate``: commits wait for it. ``commits`` counts transactions of any kind.
    """

    def __init__(self) -> None:
        self.persons: dict[str, Person] = {}
        self.chats: dict[tuple[str, str], str] = {}
        self.blocked: set[tuple[str, str]] = set()
        self.effects: list[AuditEntry] = []
        self.inbox: dict[str, Row] = {}
        self.outbox: dict[str, Letter] = {}
        self.down = False
        self.refusals: deque[Exception | None] = deque()
        self.gate: asyncio.Event | None = None
        self.commits = 0
        self.claims = 0
        self._told: list[Callable[[], None]] = []

    def as_store(self) -> Store:
        """For those who want the whole protocol: only what channels use is here."""
        return cast("Store", self)

    def check(self) -> None:
        """Raise when down."""
        if self.down:
            raise NotKept(why="down")

    def state(self, key: str) -> str:
        """State of an update, "" for an unknown one."""
        return self.inbox[key].state if key in self.inbox else ""

    def knows(self, person: Person, channel: str, chat_id: str) -> None:
        """Put a person and one of their chats in."""
        self.persons[person.id] = person
        self.chats[channel, chat_id] = person.id

    # ------------------------------------------------------------ units

    def unit(self) -> FakeUnit:
        return FakeUnit(self)

    async def commit(self, unit: FakeUnit) -> None:
        await self._begin()
        if self.refusals and (refusal := self.refusals.popleft()) is not None:
            raise refusal
        for key, _, _ in unit.marks:
            if self.state(key) in ("done", "owed"):
                raise DuplicateUpdate(key=key)
        for key, reply, owed in unit.marks:
            row = self.inbox.setdefault(key, Row(Arrived(key, key.partition(":")[0], "", "")))
            row.state, row.reply = "owed" if owed else "done", reply
            row.arrived = replace(row.arrived, body="")
        self.effects += unit.effects
        for do in unit.staged:
            do()
        for message in unit.messages:
            self.outbox.setdefault(message.key, Letter(message))
        if unit.messages:
            for call in self._told:
                call()

    async def _begin(self) -> None:
        await asyncio.sleep(0)
        if self.gate is not None:
            await self.gate.wait()
        self.check()
        self.commits += 1

    # ------------------------------------------------------------ inbox

    async def reply_of(self, key: str) -> str | None:
        self.check()
        row = self.inbox.get(key)
        return row.reply if row is not None and row.state in ("done", "owed") else None

    async def take_in(self, arrived: Sequence[Arrived]) -> None:
        await self._begin()
        for update in arrived:
            self.inbox.setdefault(update.key, Row(update))

    async def pending_updates(self, *, limit: int = 1000) -> Sequence[Arrived]:
        self.check()
        return [row.arrived for row in self.inbox.values() if row.state == "pending"][:limit]

    async def finish_update(self, key: str, reply: str = "") -> None:
        await self._begin()
        row = self.inbox.setdefault(key, Row(Arrived(key, "", "", "")))
        if row.state in ("pending", "owed"):
            row.state = "done"

    async def dead_update(self, key: str, error: str) -> None:
        await self._begin()
        self.inbox[key].state, self.inbox[key].error = "dead", error

    async def revive_update(self, key: str) -> Arrived | None:
        await self._begin()
        row = self.inbox.get(key)
        if row is None or row.state != "dead":
            return None
        row.state = "pending"
        return row.arrived

    async def owed_replies(self, channel: str, *, limit: int = 1000) -> Sequence[tuple[Arrived, str]]:
        self.check()
        rows = [row for row in self.inbox.values() if row.state == "owed" and row.arrived.channel == channel]
        return [(row.arrived, row.reply) for row in rows][:limit]

    # ------------------------------------------------------------ outbox

    def on_told(self, call: Callable[[], None]) -> None:
        self._told.append(call)

    async def tell(self, *messages: Message) -> None:
        """Commit a unit that only tells."""
        unit = self.unit()
        for message in messages:
            unit.outbox.tell(message)
        await self.commit(unit)

    async def claim_messages(self, limit: int, lease: float) -> Sequence[Waiting]:
        await self._begin()
        self.claims += 1
        now, claimed, taken = stamp(), list[Waiting](), set[str]()
        for letter in self.outbox.values():
            who = letter.message.person
            if letter.state != "waiting" or who in taken or len(claimed) >= limit:
                continue
            taken.add(who)  # one a person, and the oldest first
            if letter.next_at <= now and letter.lease_until <= now:
                letter.attempts += 1
                letter.lease_until = stamp(lease)
                claimed.append(
                    Waiting(
                        letter.message,
                        "waiting",
                        letter.attempts,
                        letter.created,
                        letter.next_at,
                        letter.error,
                    )
                )
        return claimed

    async def message_sent(self, key: str) -> None:
        await self._begin()
        self.outbox[key].state = "sent"

    async def message_failed(self, key: str, error: str, next_at: str | None) -> None:
        await self._begin()
        letter = self.outbox[key]
        letter.error, letter.lease_until = error, ""
        if next_at is None:
            letter.state = "failed"
        else:
            letter.next_at = next_at

    async def next_message_at(self) -> str:
        self.check()
        return min((one.next_at for one in self.outbox.values() if one.state == "waiting"), default="")


def person(person_id: str, lang: str = "zh-Hans", **more: Any) -> Person:
    """An invented person."""
    return Person(id=person_id, name="张某某", lang=lang, **more)
