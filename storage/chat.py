"""The messages of the built-in chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam as q
from sqlalchemy import select

from bot.kept import ChatMessage
from storage import clean, writes
from storage.core import Core
from storage.statements import Row, Write
from storage.tables import chat_messages
from storage.writer import Batch, Said

_c = chat_messages.c
_ALL = select(_c.chat_id, _c.message_id, _c.direction, _c.doc, _c.at, _c.edited_at).where(
    _c.chat_id == q("chat")
)
_ONE = _ALL.where(_c.message_id == q("number"))
_HISTORY = _ALL.where(_c.message_id < q("before")).order_by(_c.message_id.desc()).limit(q("most"))
_NO_LIMIT = 2**31 - 1


class ChatRows:
    """See :class:`bot.usecases.ports.ChatLog`."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def append(self, chat_id: str, direction: str, doc: Mapping[str, Any]) -> int:
        batch = Batch()
        batch.said.append(Said(chat_id, direction, clean.dumps(dict(doc)), self._core.stamp()))
        await self._core.writer.commit(batch)
        number: int = batch.answers[0][0][0]
        return number

    async def edit(self, chat_id: str, message_id: int, doc: Mapping[str, Any]) -> bool:
        row = (clean.dumps(dict(doc)), self._core.stamp(), chat_id, message_id)
        return await self._changed(writes.CHAT_EDIT, row)

    async def delete(self, chat_id: str, message_id: int) -> bool:
        return await self._changed(writes.CHAT_DELETE, (chat_id, message_id))

    async def get(self, chat_id: str, message_id: int) -> ChatMessage | None:
        rows = await self._core.reader.near(_ONE, {"chat": chat_id, "number": message_id})
        return _message(rows[0]) if rows else None

    async def history(self, chat_id: str, *, before: int = 0, limit: int = 50) -> Sequence[ChatMessage]:
        values = {"chat": chat_id, "before": before or _NO_LIMIT, "most": limit}
        rows = await self._core.reader.all(_HISTORY, values)
        return [_message(row) for row in reversed(rows)]

    async def _changed(self, write: Write, row: Row) -> bool:
        batch = Batch()
        batch.ask(write, row)
        await self._core.writer.commit(batch)
        return bool(batch.answers[0])


def _message(row: Sequence[Any]) -> ChatMessage:
    chat_id, number, direction, doc, at, edited_at = row
    return ChatMessage(chat_id, number, direction, clean.loads(doc), at, edited_at)
