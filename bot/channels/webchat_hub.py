"""Fan-out of what happens in a chat to every page that has it open, in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

MAX_WAITING = (
    400  # events a slow page may lag behind before it is cut off; it resumes from its last event number
)


class Hub(Protocol):
    """Where the session says what happened; several processes would share one through Redis."""

    def publish(self, chat: str, event: Mapping[str, Any]) -> None: ...


class Listener:
    """One open page: events wait here until its connection takes them. ``lost``: it lagged too far behind."""

    def __init__(self) -> None:
        self.events: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue(MAX_WAITING)
        self.lost = asyncio.Event()

    def put(self, event: Mapping[str, Any]) -> None:
        """Queue *event*, or mark the page lost when it does not keep up."""
        try:
            self.events.put_nowait(event)
        except asyncio.QueueFull:
            self.lost.set()


class LocalHub:
    """A :class:`Hub` within one process."""

    def __init__(self) -> None:
        self._pages: dict[str, set[Listener]] = {}

    @contextmanager
    def listen(self, chat: str) -> Iterator[Listener]:
        """Hear everything that is published for *chat* from now on."""
        page = Listener()
        self._pages.setdefault(chat, set()).add(page)
        try:
            yield page
        finally:
            pages = self._pages[chat]
            pages.discard(page)
            if not pages:
                del self._pages[chat]

    def publish(self, chat: str, event: Mapping[str, Any]) -> None:
        for page in self._pages.get(chat, ()):
            page.put(event)

    def open_pages(self, chat: str) -> int:
        """How many pages have *chat* open here."""
        return len(self._pages.get(chat, ()))
