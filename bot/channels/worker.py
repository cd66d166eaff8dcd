"""Updates whose bringer was told "received" already: worked to the end, in order, also after a restart."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Final

from bot.channels.inbox import Inbox, always
from bot.channels.lanes import Lanes
from bot.channels.reply import Call, loads
from bot.channels.sender import Sender
from bot.channels.updates import BadUpdate, Raw, place_of, read_json
from bot.errors import NotKept
from bot.usecases.ports import Store

log = logging.getLogger(__name__)

CHANNEL: Final = "tg"
PAGE: Final = 1000
MOST_AT_ONCE: Final = 2000
"""Updates in memory; the others wait in the store, or with Telegram."""
FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 10.0


class Worker:
    """Works taken-in updates through the inbox and sends their replies by calls."""

    def __init__(self, inbox: Inbox, sender: Sender, store: Store) -> None:
        self._inbox = inbox
        self._sender = sender
        self._store = store
        self._lanes = Lanes()
        self._tasks: set[asyncio.Task[None]] = set()
        self._keys: set[str] = set()
        self._stopped = False

    def start(self, key: str, raw: Raw) -> None:
        """Work a taken-in update in the background, behind earlier ones of the same person."""
        if key not in self._keys and not self._stopped:
            self._inbox.expects(CHANNEL, key, raw)
            self._run(key, self._work(key, raw))

    def send(self, key: str, chat: str, calls: list[Call]) -> None:
        """Send an owed reply in the background; the update is finished then."""
        if key not in self._keys and not self._stopped:
            self._run(key, self._send(key, chat, calls))

    @property
    def working(self) -> bool:
        """Whether any update is being worked here."""
        return len(self._lanes) > 0

    async def behind(self, lane: str) -> None:
        """Wait until nothing of this person is in work here."""
        if self._lanes.busy(lane):
            await self._lanes.wait(lane)
            self._lanes.leave(lane)

    async def room(self) -> None:
        """Wait until more updates may be started."""
        while len(self._tasks) >= MOST_AT_ONCE:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def resume(self) -> None:
        """Carry on with what an earlier process left: replies it owed first, then updates it took in."""
        while owed := await self._store.owed_replies(CHANNEL, limit=PAGE):
            for update, reply in owed:
                calls = loads(reply)
                self.send(update.key, _chat_of(update.chat, calls), calls)
            if len(owed) < PAGE:
                break
            await self._all()
        while pending := await self._store.pending_updates(limit=PAGE):
            ours = [update for update in pending if update.channel == CHANNEL]
            for update in ours:
                try:
                    raw = read_json(update.body.encode())
                except BadUpdate:
                    await self._store.dead_update(update.key, "BadUpdate")
                else:
                    self.start(update.key, raw)
            if len(pending) < PAGE or not ours:
                break
            await self._all()

    async def stop(self, grace: float) -> None:
        """
        Finish what can be finished within *grace* seconds; the rest stays in the store for the next start.
        """
        self._stopped = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    # ------------------------------------------------------------ inside

    def _run(self, key: str, work: Coroutine[Any, Any, None]) -> None:
        self._keys.add(key)
        task = asyncio.create_task(work)
        self._tasks.add(task)

        def done(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            self._keys.discard(key)
            if not task.cancelled() and (error := task.exception()) is not None:
                log.error("update left for the next start: key=%s what=%s", key, type(error).__name__)

        task.add_done_callback(done)

    async def _all(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _work(self, key: str, raw: Raw) -> None:
        place = place_of(raw)
        if not self._lanes.take(place.lane):
            await self._lanes.wait(place.lane)
        try:
            calls = await self._received(key, raw)
        finally:
            self._lanes.leave(place.lane)
        if calls:
            await self._sender.deliver(_chat_of(place.chat, calls), calls)
            if not self._inbox.is_set_aside(key):
                await self._finish(key)

    async def _received(self, key: str, raw: Raw) -> list[Call]:
        """The reply, however long the store cannot take it."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._inbox.receive(CHANNEL, key, raw, owed=always)
            except NotKept:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _send(self, key: str, chat: str, calls: list[Call]) -> None:
        if calls:
            await self._sender.deliver(chat, calls)
        await self._finish(key)

    async def _finish(self, key: str) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                await self._store.finish_update(key)
            except NotKept:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return


def _chat_of(chat: str, calls: list[Call]) -> str:
    """The chat a reply goes to, in whose order it is sent."""
    return chat or next((str(call["chat_id"]) for call in calls if "chat_id" in call), "")
