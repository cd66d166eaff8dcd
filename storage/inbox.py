"""
Updates as they came in: taken in durably, carried out once, their replies kept; what cannot be is set
aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam as q
from sqlalchemy import literal_column, select

from bot.kept import Arrived
from storage import clean, writes
from storage.core import Core
from storage.tables import inbox
from storage.writer import Batch

_c = inbox.c
_REPLY = select(_c.reply).where(
    _c.key == q("key"), _c.state.in_([literal_column("'done'"), literal_column("'owed'")])
)
_OWED = (
    select(_c.key, _c.channel, _c.chat, _c.body, _c.attempts, _c.received_at, _c.reply)
    .where(_c.state == literal_column("'owed'"), _c.channel == q("channel"))
    .order_by(_c.id)
    .limit(q("most"))
)
_PENDING = (
    select(_c.key, _c.channel, _c.chat, _c.body, _c.attempts, _c.received_at)
    .where(_c.state == literal_column("'pending'"))
    .order_by(_c.id)
    .limit(q("most"))
)


async def reply_of(core: Core, key: str) -> str | None:
    """The reply of an update that was carried out."""
    rows = await core.reader.near(_REPLY, {"key": clean.text(key)})
    return rows[0][0] if rows else None


async def take_in(core: Core, arrived: Sequence[Arrived]) -> None:
    """Keep updates as pending."""
    now = core.stamp()
    batch = Batch()
    for update in arrived:
        row = (
            clean.text(update.key), update.channel, clean.text(update.chat), clean.text(update.body),
            update.received or now,
        )  # fmt: skip
        batch.stage(writes.INBOX_TAKE, row)
    if arrived:
        await core.writer.commit(batch)


async def pending(core: Core, limit: int) -> Sequence[Arrived]:
    """What waits, oldest first."""
    return [Arrived(*row) for row in await core.reader.all(_PENDING, {"most": limit})]


def over(key: str, reply: str, now: str) -> tuple[str, str, str, str]:
    """The row of an update that is over."""
    key = clean.text(key)
    return (key, key.partition(":")[0], clean.text(reply), now)


async def finish(core: Core, key: str, reply: str) -> None:
    """An update without an effect is done."""
    batch = Batch()
    batch.stage(writes.INBOX_FINISH, over(key, reply, core.stamp()))
    await core.writer.commit(batch)


async def retry(core: Core, key: str, error: str) -> int:
    """Count a failure."""
    batch = Batch()
    batch.ask(writes.INBOX_RETRY, (clean.text(error)[:500], clean.text(key)))
    await core.writer.commit(batch)
    return batch.answers[0][0][0] if batch.answers[0] else 0


async def dead(core: Core, key: str, error: str) -> None:
    """Set an update aside."""
    batch = Batch()
    batch.stage(writes.INBOX_DEAD, (clean.text(error)[:500], clean.text(key)))
    await core.writer.commit(batch)


async def revive(core: Core, key: str) -> Arrived | None:
    """Make a dead update pending again."""
    batch = Batch()
    batch.ask(writes.INBOX_REVIVE, (clean.text(key),))
    await core.writer.commit(batch)
    return Arrived(*batch.answers[0][0]) if batch.answers[0] else None


async def owed(core: Core, channel: str, limit: int) -> Sequence[tuple[Arrived, str]]:
    """Carried out, reply not sent yet, oldest first."""
    rows = await core.reader.all(_OWED, {"channel": channel, "most": limit})
    return [(Arrived(*start), reply) for *start, reply in rows]
