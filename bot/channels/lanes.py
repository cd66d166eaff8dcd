"""Lanes: things with the same key one after the other in the order they came, all others at the same time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Hashable


class Lanes:
    """
    First come, first served per key. A lane exists while somebody is in it; a free one costs two dictionary
    steps.

    ``take(key) or await wait(key)`` enters, ``leave(key)`` must follow in a finally.
    """

    __slots__ = ("_lanes",)

    def __init__(self) -> None:
        # None: somebody is in it and nobody waits
        self._lanes: dict[Hashable, deque[asyncio.Future[None]] | None] = {}

    def __len__(self) -> int:
        return len(self._lanes)

    def busy(self, key: Hashable) -> bool:
        """Whether somebody is in the lane."""
        return key in self._lanes

    def take(self, key: Hashable) -> bool:
        """Enter the lane if it is free."""
        if key in self._lanes:
            return False
        self._lanes[key] = None
        return True

    async def wait(self, key: Hashable) -> None:
        """Enter the lane behind those who came before."""
        if self.take(key):
            return
        queue = self._lanes[key]
        if queue is None:
            queue = self._lanes[key] = deque()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # it became our turn in the same moment
                self.leave(key)
            raise

    def leave(self, key: Hashable) -> None:
        """Let the next one in, or end the lane."""
        queue = self._lanes[key]
        while queue:
            turn = queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        del self._lanes[key]
