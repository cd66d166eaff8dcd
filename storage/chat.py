"""What stands in the built-in chat; see :class:`bot.usecases.ports.ChatLog`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy import bindparam as q

from bot.kept import ChatLine
from storage import clean, writes
from storage.core import Core
from storage.tables import chat_facts, chat_heads, chat_messages, chat_origins
from storage.writer import Batch, Said

_c, _o, _f = chat_messages.c, chat_origins.c, chat_facts.c
_NOTHING: ColumnElement[str] = literal_column("''")
_ALL = select(_c.chat_id, _c.message_id, _c.seq, _c.doc).where(_c.chat_id == q("chat"))
_ONE = _ALL.where(_c.message_id == q("number"))
_OF_ORIGIN = (
    select(_c.chat_id, _c.message_id, _c.seq, _c.doc)
    .join(chat_origins, (_o.chat_id == _c.chat_id) & (_o.message_id == _c.message_id))
    .where(_o.chat_id == q("chat"), _o.origin == q("origin"))
)
_HISTORY = (
    _ALL.where(_c.message_id < q("before"), _c.doc != _NOTHING)
    .order_by(_c.message_id.desc())
    .limit(q("most"))
)
_SINCE = _ALL.where(_c.seq > q("seq")).order_by(_c.seq).limit(q("most"))
_LAST = select(chat_heads.c.seq).where(chat_heads.c.chat_id == q("chat"))
_FACTS = select(_f.name, _f.doc).where(_f.chat_id == q("chat"))
_NO_LIMIT = 2**31 - 1


class ChatRows:
    """Every chat's lines, in the database."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def append(self, chat: str, doc: Mapping[str, Any], *, origin: str = "") -> ChatLine:
        number, seq = await self._say(chat, 0, clean.dumps(dict(doc)), origin)
        if seq:
            return ChatLine(chat, number, seq, doc)
        known = await self.line(chat, number)
        assert known is not None, "lines stay, deleted ones too"
        return known

    async def edit(
        self, chat: str, line_id: int, doc: Mapping[str, Any] | None, *, origin: str = ""
    ) -> ChatLine | None:
        _, seq = await self._say(chat, line_id, "" if doc is None else clean.dumps(dict(doc)), origin)
        return ChatLine(chat, line_id, seq, doc) if seq else None

    async def line(self, chat: str, line_id: int) -> ChatLine | None:
        rows = await self._core.reader.near(_ONE, {"chat": chat, "number": line_id})
        return _line(rows[0]) if rows else None

    async def of_origin(self, chat: str, origin: str) -> ChatLine | None:
        rows = await self._core.reader.near(_OF_ORIGIN, {"chat": chat, "origin": origin})
        return _line(rows[0]) if rows else None

    async def history(self, chat: str, *, before: int = 0, limit: int = 40) -> Sequence[ChatLine]:
        values = {"chat": chat, "before": before or _NO_LIMIT, "most": limit}
        rows = await self._core.reader.near(_HISTORY, values)
        return [_line(row) for row in reversed(rows)]

    async def since(self, chat: str, seq: int, limit: int) -> Sequence[ChatLine]:
        rows = await self._core.reader.near(_SINCE, {"chat": chat, "seq": seq, "most": limit})
        return [_line(row) for row in rows]

    async def last_seq(self, chat: str) -> int:
        rows = await self._core.reader.near(_LAST, {"chat": chat})
        last: int = rows[0][0] if rows else 0
        return last

    async def facts(self, chat: str) -> Mapping[str, Any]:
        rows = await self._core.reader.near(_FACTS, {"chat": chat})
        return {name: clean.loads(doc) for name, doc in rows}

    async def keep_fact(self, chat: str, name: str, value: Any) -> None:
        batch = Batch()
        batch.stage(writes.CHAT_FACT, (chat, name, clean.dumps(value)))
        await self._core.writer.commit(batch)

    async def _say(self, chat: str, number: int, doc: str, origin: str) -> tuple[int, int]:
        batch = Batch()
        batch.said.append(Said(chat, number, doc, clean.text(origin), self._core.stamp()))
        await self._core.writer.commit(batch)
        line, seq = batch.answers[0][0]
        return line, seq


def _line(row: Sequence[Any]) -> ChatLine:
    chat, number, seq, doc = row
    return ChatLine(chat, number, seq, clean.loads(doc) if doc else None)
