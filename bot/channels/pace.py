"""
How fast messages may leave: about 30 a second in all and one a second per chat
(core.telegram.org/bots/faq).
"""

from __future__ import annotations

import asyncio
from typing import Final

PER_SECOND: Final = 25.0
BURST: Final = 5.0
"""With PER_SECOND: at most 30 messages in any second."""
PER_CHAT: Final = 1.05
"""Seconds between two messages to one chat."""

_MOST_LEAD: Final = 2.0
_MANY: Final = 10_000


class Pace:
    """
    Says when the next message may leave. Replies do not wait here, people do; but they count (`note`).

    That is why this is no limiter from a library: those cannot be told of what left without asking.
    """

    def __init__(
        self, per_second: float = PER_SECOND, burst: float = BURST, per_chat: float = PER_CHAT
    ) -> None:
        self._interval = 1 / per_second
        self._slack = (burst - 1) / per_second
        self._per_chat = per_chat
        self._next = 0.0  # when the next one is due if all came evenly
        self._chats: dict[str, float] = {}
        self._held_until = 0.0

    def note(self, chat: str) -> None:
        """A message left for *chat* without having asked."""
        now = asyncio.get_running_loop().time()
        self._next = min(max(self._next, now) + self._interval, now + _MOST_LEAD)
        self._chat(chat, now)

    def hold(self, seconds: float) -> None:
        """Telegram said to wait: nothing leaves before that."""
        self._held_until = max(self._held_until, asyncio.get_running_loop().time() + seconds)

    def held(self) -> float:
        """Seconds until messages may leave again, 0 when they may."""
        return max(0.0, self._held_until - asyncio.get_running_loop().time())

    async def turn(self, chat: str) -> None:
        """Wait until a message may leave for *chat*; its place is taken then. A `hold` is not waited for."""
        loop = asyncio.get_running_loop()
        while (wait := self._chats.get(chat, 0.0) - loop.time()) > 0:  # noqa: ASYNC110 - time is waited for
            await asyncio.sleep(wait)
        now = loop.time()
        self._chat(chat, now)
        due = max(self._next, now)
        self._next = due + self._interval
        if (wait := due - self._slack - now) > 0:
            await asyncio.sleep(wait)
            self._chat(chat, loop.time())

    def _chat(self, chat: str, now: float) -> None:
        if len(self._chats) > _MANY:
            self._chats = {key: due for key, due in self._chats.items() if due > now}
        self._chats[chat] = now + self._per_chat
