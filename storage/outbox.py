"""
What must be told: rows of the same transaction, claimed with a lease, tried again, given up with a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam as q
from sqlalchemy import func, literal_column, select

from bot.kept import Message, Waiting
from storage import clean, clock, writes
from storage.core import Core, Part
from storage.tables import outbox
from storage.writer import Batch

_c = outbox.c
_UNDELIVERED = (
    select(_c.doc, _c.state, _c.attempts, _c.created_at, _c.next_at, _c.last_error)
    .where(
        (_c.state == literal_column("'failed'"))
        | ((_c.state == literal_column("'waiting'")) & (_c.attempts > 0))
    )
    .order_by(_c.id.desc())
    .limit(q("most"))
)
_NEXT = select(func.min(_c.next_at)).where(_c.state == literal_column("'waiting'"))


class OutboxRows(Part):
    """See :class:`bot.usecases.ports.Outbox`."""

    def tell(self, message: Message) -> None:
        now = self._staged.now
        doc = clean.dumps(
            {
                "key": message.key, "person": message.person, "words": message.words, "args": dict(message.args),
                "buttons": message.buttons, "not_before": message.not_before,
            }
        )  # fmt: skip
        row = (clean.text(message.key), message.person, doc, now, max(now, message.not_before))
        staged = self._staged
        staged.stage(writes.OUTBOX_TELL, row)
        if not staged.told:
            staged.told = True
            staged.kept.extend(self._core.told)


async def claim(core: Core, limit: int, lease: float) -> Sequence[Waiting]:
    """See :meth:`bot.usecases.ports.Store.claim_messages`."""
    now = core.stamp()
    batch = Batch()
    batch.ask(writes.OUTBOX_CLAIM, (clock.later(now, lease), now, limit))
    await core.writer.commit(batch)
    rows = sorted(batch.answers[0], key=lambda row: (row[4], row[0]))
    return [
        Waiting(_message(doc), "waiting", attempts, created, next_at, error)
        for _, doc, attempts, created, next_at, error in rows
    ]


async def sent(core: Core, key: str) -> None:
    """The message arrived; its words are no longer kept."""
    batch = Batch()
    batch.stage(writes.OUTBOX_SENT, (core.stamp(), clean.text(key)))
    await core.writer.commit(batch)


async def failed(core: Core, key: str, error: str, next_at: str | None) -> None:
    """Again later, or given up."""
    batch = Batch()
    why = clean.text(error)[:500]
    if next_at is None:
        batch.stage(writes.OUTBOX_FAILED, (why, clean.text(key)))
    else:
        batch.stage(writes.OUTBOX_AGAIN, (next_at, why, clean.text(key)))
    await core.writer.commit(batch)


async def undelivered(core: Core, limit: int) -> Sequence[Waiting]:
    """What was given up or is being tried again."""
    rows = await core.reader.all(_UNDELIVERED, {"most": limit})
    return [Waiting(_message(row[0]), *row[1:]) for row in rows]


async def next_at(core: Core) -> str:
    """When the earliest message is due."""
    found = await core.reader.near(_NEXT, {})
    return (found[0][0] or "") if found else ""


def _message(written: str) -> Message:
    doc: dict[str, Any] = clean.loads(written)
    buttons = tuple(tuple((words, args, action) for words, args, action in row) for row in doc.pop("buttons"))
    return Message(**doc, buttons=buttons)
