"""
The one writer of a process: everything that waits goes into one transaction, so that a durable commit costs
little.

:func:`carry_out` is the transaction as a script: a generator that asks for statements and is told what came
of them. It knows no database; a driver (sqlite.py, postgres.py) plays it. A group is carried out statement by
statement, all units together. If anything in it is refused, it is rolled back and redone unit by unit, so
that exactly the unit that is to blame gets its error.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from bot.errors import LianxinError, NotKept
from storage import clean, writes
from storage.errors import Lost, Passing, Refused, Taken
from storage.statements import Row, Write
from storage.writes import ORDER, WRITES

GROUP = 500  # units in one transaction at most
PATIENCE = 40.0  # seconds one commit is tried again while the database is locked or away
REPEATS = 10  # how often a deadlock or a serialisation failure is met with another try

PEOPLE_COUNTER = "people_changes"


class Step(NamedTuple):
    """
    What the script wants done. ``answered``: rows come back, else a count (None where the driver has none).
    """

    write: Write
    rows: Sequence[Row]


Answer = Any
Script = Generator[Step, Answer, None]


class AuditRow(NamedTuple):
    """An entry of the chain before it has its place."""

    at: str
    actor: str
    kind: str
    action: str
    target: str
    digest: str
    details: str


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A change of a chat before it has its numbers. ``number``: the line, 0 for a new one. ``doc`` "": delete it."""

    chat_id: str
    number: int
    doc: str
    origin: str
    at: str


class Batch:
    """What one unit staged. ``kept`` and ``refused`` are called in the loop's thread when it is known."""

    __slots__ = ("answers", "asks", "audits", "kept", "refused", "rows", "said")

    def __init__(self) -> None:
        self.rows: list[tuple[Write, Row]] = []
        self.asks: list[tuple[Write, Row]] = []
        self.said: list[Said] = []
        self.audits: list[AuditRow] = []
        self.answers: list[list[Row]] = []
        self.kept: list[Callable[[], None]] = []
        self.refused: list[Callable[[], None]] = []

    def stage(self, write: Write, row: Row) -> None:
        """Have *write* carried out for *row*."""
        self.rows.append((write, row))

    def ask(self, write: Write, row: Row) -> None:
        """The same for a statement that answers: its rows are in ``answers``, in the order of asking."""
        self.asks.append((write, row))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to carry out."""
        return not (self.rows or self.asks or self.said or self.audits)


class Driver(Protocol):
    """Plays scripts on the one writing connection."""

    async def play(self, script: Callable[[], Script]) -> None:
        """
        One transaction: begin, the script, commit. Returns when it is durable; any error has rolled back.

        Raises what the script raises, Passing, or Lost.
        """

    async def close(self) -> None: ...


def carry_out(batches: Sequence[Batch], *, careful: bool) -> Script:
    """
    The transaction. Careful: row by row, and what is refused raises the error it means; else it raises
    Refused.
    """
    merged: dict[str, list[Row]] = {}
    for batch in batches:
        for write, row in batch.rows:
            rows = merged.get(write.name)
            if rows is None:
                merged[write.name] = [row]
            else:
                rows.append(row)
    people = False
    for name in sorted(merged, key=ORDER.__getitem__):
        write = WRITES[ORDER[name]]
        people = people or write.people
        if careful:
            for row in merged[name]:
                yield from _careful(write, row)
        else:
            yield from _together(write, merged[name])
    if people:
        yield Step(writes.COUNT, [(PEOPLE_COUNTER,)])
    for batch in batches:
        batch.answers = []
        for write, row in batch.asks:
            batch.answers.append((yield Step(write, [row])))
    yield from _number(batches)
    yield from _chain([row for batch in batches for row in batch.audits])


def _together(write: Write, rows: list[Row]) -> Script:
    try:
        count = yield Step(write, rows)
    except Taken as why:
        raise Refused from why
    if write.counted and count != len(rows):
        raise Refused


def _careful(write: Write, row: Row) -> Script:
    try:
        count = yield Step(write, [row])
    except Taken as why:
        if write.taken is None:
            raise
        raise write.taken(row) from why
    if write.counted and count != 1 and write.missing is not None:
        raise write.missing(row)


def _number(batches: Sequence[Batch]) -> Script:
    """
    Changes of chats get the numbers after the last ones; an origin that is known changes nothing.

    Answers one row a change: (line, seq), the line 0 where there was none to change, the seq 0 where nothing was
    changed. Chats in the order of their ids, so that two processes never wait for each other crosswise.
    """
    changes = [(said, answers) for batch in batches for said in batch.said for answers in [batch.answers]]
    told: dict[Said, Row] = {}
    lines: list[Row] = []
    origins: dict[tuple[str, str], Row] = {}
    try:
        for said, _ in sorted(changes, key=lambda change: change[0].chat_id):
            told[said] = yield from _say(said, lines, origins)
        if lines:
            yield Step(writes.CHAT_ADD, lines)
        if origins:
            yield Step(writes.CHAT_ORIGIN_ADD, list(origins.values()))
    except Taken as why:  # another process was told the same thing at the same moment
        raise Passing from why
    for said, answers in changes:
        answers.append([told[said]])


def _say(
    said: Said, lines: list[Row], origins: dict[tuple[str, str], Row]
) -> Generator[Step, Answer, tuple[int, int]]:
    cause = (said.chat_id, said.origin)
    if said.origin:
        if cause in origins:
            return origins[cause][2], 0
        if found := (yield Step(writes.CHAT_ORIGIN, [cause])):
            return found[0][0], 0
    number = said.number
    if number and not (yield Step(writes.CHAT_THERE, [(said.chat_id, number)])):
        return 0, 0
    last, seq = (yield Step(writes.CHAT_NEXT, [(said.chat_id, 0 if number else 1)]))[0]
    if number:
        if not (yield Step(writes.CHAT_EDIT, [(said.doc, seq, said.at, said.chat_id, number)])):
            return 0, 0
    else:
        number = last
        lines.append((said.chat_id, number, seq, said.doc, said.at))
    if said.origin:
        origins[cause] = (*cause, number, said.at)
    return number, seq


def _chain(entries: Sequence[AuditRow]) -> Script:
    """Entries are hung onto the chain; its head is read and moved inside the transaction."""
    if not entries:
        return
    found = yield Step(writes.AUDIT_HEAD, [()])
    seq, prev = found[0]
    rows: list[Row] = []
    for entry in entries:
        seq += 1
        link = link_hash(seq, entry, prev)
        rows.append((seq, *entry, prev, link))
        prev = link
    yield Step(writes.AUDIT_ADD, rows)
    yield Step(writes.AUDIT_MOVE, [(seq, prev)])


def link_hash(seq: int, entry: AuditRow, prev: str) -> str:
    """
    The hash of an entry in its place: SHA-256 over the one before and everything it says, lower-case hex.
    """
    said = clean.canonical(
        [prev, seq, entry.at, entry.actor, entry.kind, entry.action, entry.target, entry.digest]
    )
    return hashlib.sha256(said).hexdigest()


class Writer:
    """Groups what waits. No timer: a group is what came while the one before was being carried out."""

    def __init__(self, driver: Driver, patience: float = PATIENCE) -> None:
        self._driver = driver
        self._patience = patience
        self._waiting: list[tuple[Batch, asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        self.commits = 0  # transactions carried out, for the benchmark and the tests
        self.units = 0
        self.repeats = 0  # transactions that had to be tried again

    async def commit(self, batch: Batch) -> None:
        """
        Carry out *batch*: returns when it is durable.

        Raises the error of the unit's own fault, or NotKept when the database could not for PATIENCE seconds.
        Cancelling the wait does not take the batch back.
        """
        if self._closed:
            raise NotKept(why="closed")
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((batch, future))
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._drain())
        await future

    async def close(self) -> None:
        """Carry out what waits, then end."""
        self._closed = True
        if self._task is not None:
            await self._task
        await self._driver.close()

    async def _drain(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:GROUP], self._waiting[GROUP:]
                await self._carry_out(group)
        finally:
            self._task = None

    async def _carry_out(self, group: list[tuple[Batch, asyncio.Future[None]]]) -> None:
        batches = [batch for batch, _ in group]
        alone = len(group) == 1 and len(batches[0].rows) <= 16
        failed: Exception | None = None
        try:
            await self._persist(batches, careful=alone)
        except Exception as why:
            if not alone and not isinstance(why, NotKept) and (len(group) > 1 or isinstance(why, Refused)):
                await self._one_by_one(group)
                return
            failed = why
        for batch, future in group:
            _settle(batch, future, failed)

    async def _one_by_one(self, group: list[tuple[Batch, asyncio.Future[None]]]) -> None:
        down: NotKept | None = None
        for batch, future in group:
            failed: Exception | None = down
            if down is None:
                try:
                    await self._persist([batch], careful=True)
                except NotKept as why:
                    failed = down = why
                except Exception as why:
                    failed = why
            _settle(batch, future, failed)

    async def _persist(self, batches: list[Batch], *, careful: bool) -> None:
        """Play the script until it is in, or is refused, or patience ends."""
        started = time.monotonic()
        repeats = 0
        pause = 0.01
        while True:
            try:
                await self._driver.play(lambda: carry_out(batches, careful=careful))
            except Lost as why:
                if why.committed:
                    break
                reason = "connection"
            except Passing:
                reason = "busy"
                repeats += 1
            except (Refused, LianxinError):
                raise
            else:
                break
            if repeats > REPEATS or time.monotonic() - started > self._patience:
                raise NotKept(why=reason)
            self.repeats += 1
            await asyncio.sleep(pause * (0.5 + random.random()))  # noqa: S311 - two that met must not meet again
            pause = min(0.5, 2 * pause)
        self.commits += 1
        self.units += len(batches)


def _settle(batch: Batch, future: asyncio.Future[None], why: Exception | None = None) -> None:
    """Tell the caches, then whoever waits (they may have gone away)."""
    for hook in batch.kept if why is None else batch.refused:
        hook()
    if future.done():
        return
    if why is None:
        future.set_result(None)
    else:
        future.set_exception(why)
