"""
Albums: several pictures sent at once, each an update of its own, answered below the last of them.

Which one is the last no update says. So those that are in hand are counted, and where none is left behind one, a
moment is waited for another. A page that knows says it (docs/webchat.md: ``more``).
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, Final

from bot.channels.updates import Raw

PAUSE: Final = 0.5
"""Seconds in which the next picture of an album is still looked for; Telegram brings them one right after the other."""

KEPT: Final = 100
"""Albums whose faults are kept: one whose last picture never comes must not stay for ever."""

Album = tuple[str, str]
"""Channel and media_group_id."""


def album_of(channel: str, raw: Raw) -> Album | None:
    """The album a message belongs to."""
    message = raw.get("message")
    group: Any = message.get("media_group_id") if isinstance(message, dict) else None
    return (channel, group) if isinstance(group, str) else None


class Albums:
    """The updates of albums that are in hand: being worked, or waiting for their turn."""

    def __init__(self) -> None:
        self._in_hand: dict[Album, set[str]] = {}
        self._refused: dict[Album, list[str]] = {}
        self._news: dict[Album, asyncio.Event] = {}  # set when another one comes while the newest is held

    def enter(self, album: Album, key: str) -> None:
        """An update of the album has come; one that is known already changes nothing."""
        self._in_hand.setdefault(album, set()).add(key)
        if album in self._news:
            self._news[album].set()

    def leave(self, album: Album, key: str, *, more: bool) -> None:
        """It is done with. *more*: another one was still to come, so what was wrong is still to be said."""
        keys = self._in_hand.get(album)
        if keys is not None:
            keys.discard(key)
            if not keys:
                del self._in_hand[album]
        if not more:
            self._refused.pop(album, None)

    def more(self, album: Album, key: str) -> bool:
        """Whether another of its updates is in hand."""
        return bool(self._in_hand.get(album, set()) - {key})

    def refused(self, album: Album) -> list[str]:
        """What was wrong with pictures of it so far, in words to be said below its last one; forgotten with it."""
        while len(self._refused) > KEPT:
            del self._refused[next(iter(self._refused))]
        return self._refused.setdefault(album, [])

    async def settle(self, album: Album, key: str) -> None:
        """Wait a moment for the next one, if none is in hand."""
        if self.more(album, key):
            return
        news = self._news[album] = asyncio.Event()
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(PAUSE):
                    await news.wait()
        finally:
            del self._news[album]
