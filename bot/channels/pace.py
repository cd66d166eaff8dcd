"""How fast messages may leave: about 30 a second in all, one a second per chat (core.telegram.org/bots/faq)."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Final

PER_SECOND: Final = 25
"""Messages a second, evenly; the rest up to 30 is left for what the way there pushes together."""
AT_LEAST_EVERY: Final = 1 / 3
"""Seconds after which one message may leave though replies alone keep the way full."""
PER_CHAT: Final = 1.05
"""Seconds between two messages to one chat."""

_MANY: Final = 10_000


class Pace:
    """
    Says when the next message may leave. Replies do not wait here, people do; but they count (`note`).

    That is why this is no limiter from a library: those cannot be told of what left without asking.
    """

    def __init__(self, per_second: int = PER_SECOND, per_chat: float = PER_CHAT) -> None:
        self._per_chat = per_chat
        self._spacing = 1 / per_second
        self._left: deque[float] = deque(maxlen=per_second)  # when the last ones left
        self._chats: dict[str, float] = {}  # when the next one may leave
        self._queue = asyncio.Lock()
        self._held_until = 0.0
        self._last = 0.0

    def note(self, chat: str) -> None:
        """A message left for *chat* without having asked."""
        now = asyncio.get_running_loop().time()
        self._left.append(now)
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
        self._chat(chat, loop.time())
        async with self._queue:
            # measured by when they really left: a loop that was held up must not let them out in a heap
            while (wait := self._full_for(loop.time())) > 0:  # noqa: ASYNC110
                await asyncio.sleep(wait)
            self._last = loop.time()
            self._left.append(self._last)
            self._chat(chat, self._last)

    def _full_for(self, now: float) -> float:
        """Seconds until one more message may leave: evenly, and not while replies keep the way full."""
        wait = self._last + self._spacing - now
        if len(self._left) == self._left.maxlen:
            wait = max(wait, min(self._left[0] + 1, self._last + AT_LEAST_EVERY) - now)
        return wait

    def _chat(self, chat: str, now: float) -> None:
        if len(self._chats) > _MANY:
            self._chats = {key: due for key, due in self._chats.items() if due > now}
        self._chats[chat] = now + self._per_chat
