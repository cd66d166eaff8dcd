"""
The log of the built-in chat: what stands in each chat now, in the order it came.

A line keeps its place (``id``, the message id) when it is edited; every change gives it a new ``seq``, which
counts all changes of a chat. A page that has seen everything up to ``seq`` asks for what changed since, and
nothing is lost; an edited line comes once, as it is now. A deleted line stays as a mark (``doc`` None), so
that pages hear of it too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line of a chat. ``id``, ``seq``: from 1 in each chat. ``doc``: None once deleted, else

    ``{"message": <Bot API Message without message_id>, "own": bool, "panel": <reply keyboard> | absent}``.
    """

    chat: str
    id: int
    seq: int
    doc: Mapping[str, Any] | None


class ChatLog(Protocol):
    """
    Every chat's lines. ``origin``: names the cause of a change; the same origin changes a chat only once,
    ever.

    Each call is one transaction, durable when it returns.
    """

    async def append(self, chat: str, doc: Mapping[str, Any], *, origin: str = "") -> Line:
        """Add a line at the end; with an *origin* that is known, the line it made, unchanged."""

    async def edit(
        self, chat: str, line_id: int, doc: Mapping[str, Any] | None, *, origin: str = ""
    ) -> Line | None:
        """
        Put *doc* in the place of a line (None: delete it); None when it is not there or *origin* is known.
        """

    async def line(self, chat: str, line_id: int) -> Line | None: ...
    async def of_origin(self, chat: str, origin: str) -> Line | None:
        """The line that *origin* made or changed, as it is now; None when the origin is not known."""

    async def history(self, chat: str, *, before: int = 0, limit: int = 40) -> Sequence[Line]:
        """
        The newest *limit* lines that stand before line *before* (0: the end), oldest first, deleted ones left
        out.
        """

    async def since(self, chat: str, seq: int, limit: int) -> Sequence[Line]:
        """What changed after *seq*, in the order of change, deleted ones too; at most *limit*."""

    async def last_seq(self, chat: str) -> int: ...
    async def facts(self, chat: str) -> Mapping[str, Any]:
        """What is kept of a chat beside its lines: ``commands``, ``menu``."""

    async def keep_fact(self, chat: str, name: str, value: Any) -> None: ...


class MemoryLog:
    """A :class:`ChatLog` in memory, for tests and trials."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[int, Line]] = {}
        self._seq: dict[str, int] = {}
        self._origins: dict[tuple[str, str], int] = {}
        self._facts: dict[str, dict[str, Any]] = {}

    async def append(self, chat: str, doc: Mapping[str, Any], *, origin: str = "") -> Line:
        lines = self._lines.setdefault(chat, {})
        if origin and (known := self._origins.get((chat, origin))):
            return lines[known]
        line = Line(chat, len(lines) + 1, self._next(chat), doc)
        lines[line.id] = line
        if origin:
            self._origins[chat, origin] = line.id
        return line

    async def edit(
        self, chat: str, line_id: int, doc: Mapping[str, Any] | None, *, origin: str = ""
    ) -> Line | None:
        line = self._lines.get(chat, {}).get(line_id)
        if line is None or line.doc is None or (origin and (chat, origin) in self._origins):
            return None
        changed = replace(line, seq=self._next(chat), doc=doc)
        self._lines[chat][line_id] = changed
        if origin:
            self._origins[chat, origin] = line_id
        return changed

    async def line(self, chat: str, line_id: int) -> Line | None:
        return self._lines.get(chat, {}).get(line_id)

    async def of_origin(self, chat: str, origin: str) -> Line | None:
        return self._lines.get(chat, {}).get(self._origins.get((chat, origin), 0))

    async def history(self, chat: str, *, before: int = 0, limit: int = 40) -> Sequence[Line]:
        lines = [line for line in self._lines.get(chat, {}).values() if line.doc is not None]
        return [line for line in lines if not before or line.id < before][-limit:]

    async def since(self, chat: str, seq: int, limit: int) -> Sequence[Line]:
        changed = [line for line in self._lines.get(chat, {}).values() if line.seq > seq]
        return sorted(changed, key=lambda line: line.seq)[:limit]

    async def last_seq(self, chat: str) -> int:
        return self._seq.get(chat, 0)

    async def facts(self, chat: str) -> Mapping[str, Any]:
        return dict(self._facts.get(chat, {}))

    async def keep_fact(self, chat: str, name: str, value: Any) -> None:
        self._facts.setdefault(chat, {})[name] = value

    def _next(self, chat: str) -> int:
        self._seq[chat] = self._seq.get(chat, 0) + 1
        return self._seq[chat]
