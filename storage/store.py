"""The database behind the units."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam as q
from sqlalchemy import select

from bot.kept import Arrived, Finding, Waiting
from storage import clock, files, inbox, outbox, verify, writes
from storage.chat import ChatRows
from storage.core import Core
from storage.reader import Reader, open_engine
from storage.sqlite import SqliteDriver
from storage.tables import meta
from storage.unit import StoreUnit
from storage.writer import PATIENCE, Batch, Driver, Writer

FORGET = 500  # rows at a time
_META = select(meta.c.value).where(meta.c.key == q("key"))


class DatabaseStore:
    """See :class:`bot.usecases.ports.Store`."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.chat = ChatRows(core)

    @property
    def writer(self) -> Writer:
        """The group writer; its counters show how well it groups."""
        return self._core.writer

    def unit(self, now: str = "") -> StoreUnit:
        """A new step; *now* (UTC stamp) only for what is told afterwards, as the demo's three past months."""
        return StoreUnit(self._core, now or self._core.stamp())

    async def commit(self, unit: StoreUnit) -> None:
        """Carry out everything staged, all or nothing; returns when it is durable."""
        if not unit.staged.empty:
            await self._core.writer.commit(unit.staged)

    async def receipt_number(self, town: str, type_id: str, letter: str, period: str) -> str:
        """
        The next receipt of a town, a letter and a period.

        *period*: a date, ``2026-11``, ``2026-Q4`` or ``2026``; a date counts as its month.
        """
        counted = receipt_period(period)
        batch = Batch()
        batch.ask(writes.RECEIPT_NEXT, (town, letter, counted))
        await self._core.writer.commit(batch)
        return f"LX-{letter}-{town}-{counted}-{batch.answers[0][0][0]:04d}"

    async def meta(self, key: str) -> str:
        """A word about the database itself."""
        rows = await self._core.reader.near(_META, {"key": key})
        return rows[0][0] if rows else ""

    async def set_meta(self, key: str, value: str) -> None:
        """Keep a word about the database."""
        batch = Batch()
        batch.stage(writes.META_SET, (key, value))
        await self._core.writer.commit(batch)

    async def reply_of(self, key: str) -> str | None:
        """The stored reply of an update that was carried out before."""
        return await inbox.reply_of(self._core, key)

    async def take_in(self, arrived: Sequence[Arrived]) -> None:
        """Keep raw updates as pending."""
        await inbox.take_in(self._core, arrived)

    async def pending_updates(self, *, limit: int = 1000) -> Sequence[Arrived]:
        """What waits to be carried out."""
        return await inbox.pending(self._core, limit)

    async def finish_update(self, key: str, reply: str = "") -> None:
        """An update without effect is done."""
        await inbox.finish(self._core, key, reply)

    async def retry_update(self, key: str, error: str) -> int:
        """Count a failure of an update."""
        return await inbox.retry(self._core, key, error)

    async def dead_update(self, key: str, error: str) -> None:
        """Set an update aside."""
        await inbox.dead(self._core, key, error)

    async def revive_update(self, key: str) -> Arrived | None:
        """A dead update is to be tried again."""
        return await inbox.revive(self._core, key)

    async def owed_replies(self, channel: str, *, limit: int = 1000) -> Sequence[tuple[Arrived, str]]:
        """Updates that are carried out and whose replies have not been sent yet."""
        return await inbox.owed(self._core, channel, limit)

    def on_told(self, call: Callable[[], None]) -> None:
        """From now on *call* after each commit that put messages into the outbox."""
        self._core.told.append(call)

    async def claim_messages(self, limit: int, lease: float) -> Sequence[Waiting]:
        """Messages to send now."""
        return await outbox.claim(self._core, limit, lease)

    async def message_sent(self, key: str) -> None:
        """A message arrived."""
        await outbox.sent(self._core, key)

    async def message_failed(self, key: str, error: str, next_at: str | None) -> None:
        """A message did not arrive."""
        await outbox.failed(self._core, key, error, next_at)

    async def undelivered(self, *, limit: int = 200) -> Sequence[Waiting]:
        """What was given up or is being tried again."""
        return await outbox.undelivered(self._core, limit)

    async def next_message_at(self) -> str:
        """When the earliest message is due."""
        return await outbox.next_at(self._core)

    async def forget_done(self, before: str) -> int:
        """Forget updates, messages and chat origins that were over before a stamp; returns how many rows went."""
        gone = 0
        for write in (writes.INBOX_FORGET, writes.OUTBOX_FORGET, writes.ORIGINS_FORGET):
            while True:
                batch = Batch()
                batch.ask(write, (before, FORGET))
                await self._core.writer.commit(batch)
                gone += len(batch.answers[0])
                if len(batch.answers[0]) < FORGET:
                    break
        return gone

    async def forget_file(self, digest: str, drafts_before: str) -> bool:
        """Forget a file that only drafts of old show."""
        return await files.forget(self._core, digest, drafts_before)

    def file_path(self, digest: str) -> Path:
        """Where the content of a file lies."""
        return files.path_of(self._core.files, digest)

    async def keep_file(self, content: bytes) -> str:
        """Put content where files lie."""
        return await files.keep(self._core.files, content)

    def verify(self) -> AsyncIterator[Finding]:
        """Check all that is hashed."""
        return verify.findings(self._core)

    async def close(self) -> None:
        """Carry out what waits, then close every connection."""
        await self._core.writer.close()
        await self._core.reader.close()


def receipt_period(period: str) -> str:
    """
    ``2026-11`` -> ``202611``, ``2026-11-03`` -> ``202611``, ``2026-Q4`` -> ``2026Q4``, ``2026`` ->
    ``2026``.
    """
    return period[:7].replace("-", "")


@asynccontextmanager
async def open_store(
    url: str,
    *,
    files_dir: Path | str = "files",
    timezone: str = "Asia/Shanghai",
    replicas: bool = False,
    now: clock.Clock = clock.utc_now,
    patience: float = PATIENCE,
) -> AsyncIterator[DatabaseStore]:
    """
    Open a database that is at this version (``storage.migrations.upgrade``).

    *url*: SQLAlchemy's form, ``sqlite+aiosqlite:///data/lianxin.db`` or ``postgresql+asyncpg://…``.
    *replicas*: other processes serve the same chats (trust nothing cached of them).
    """
    engine, path = open_engine(url)
    driver: Driver
    if path is None:
        from storage.postgres import PostgresDriver  # asyncpg is loaded only where it is used

        driver = PostgresDriver(engine)
    else:
        driver = SqliteDriver(path, engine.dialect, patience)
    core = Core(
        Reader(engine, path, patience),
        Writer(driver, patience),
        Path(files_dir),
        ZoneInfo(timezone),
        now,
        replicas,
    )
    store = DatabaseStore(core)
    try:
        yield store
    finally:
        await store.close()
