"""
Long polling. A batch is kept durably before the next one is asked for, since asking for it is what tells
Telegram that the last one has been received; the work itself goes on beside, one person not
waiting for another.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Sequence
from typing import Any, Final

from aiogram.exceptions import TelegramAPIError, TelegramConflictError, TelegramRetryAfter

from bot.channels.inbox import arrived
from bot.channels.sender import Sender
from bot.channels.updates import BadUpdate, Raw, clean, place_of, update_id_of
from bot.channels.worker import CHANNEL, Worker
from bot.errors import NotKept
from bot.usecases.ports import Store

log = logging.getLogger(__name__)

POLL_SECONDS: Final = 50
"""How long Telegram holds an empty answer back (getUpdates, timeout)."""
BATCH: Final = 100
FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 30.0
CONFLICT_PAUSE: Final = 10.0


class Polling:
    """Asks for updates and hands them to the worker, until told to stop."""

    def __init__(
        self,
        sender: Sender,
        worker: Worker,
        store: Store,
        *,
        allowed_updates: Sequence[str],
        poll_seconds: int = POLL_SECONDS,
    ) -> None:
        self._sender = sender
        self._worker = worker
        self._store = store
        self._allowed = list(allowed_updates)
        self._poll_seconds = poll_seconds
        self._offset = 0
        self._task: asyncio.Task[None] | None = None
        self._failing = ""

    def start(self) -> None:
        """Begin, with what an earlier process left."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Ask for nothing more. What was received is kept already; what was not is brought again."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        await self._stubbornly(self._worker.resume)
        await self._stubbornly(self._free)
        while True:
            await self._stubbornly(self._next)

    async def _free(self) -> None:
        """
        A webhook that is set would keep updates from us (deleteWebhook); what waits there is not dropped.
        """
        await self._sender.call({"method": "deleteWebhook", "drop_pending_updates": False})

    async def _next(self) -> None:
        await self._worker.room()
        found = await self._sender.call(
            {
                "method": "getUpdates",
                "offset": self._offset,
                "limit": BATCH,
                "timeout": self._poll_seconds,
                "allowed_updates": self._allowed,
            },
            within=self._poll_seconds + 15.0,
        )
        batch: dict[str, Raw] = {}
        last = -1
        for raw in found if isinstance(found, list) else ():
            try:
                number = update_id_of(raw)
                last = max(last, number)
                if number >= self._offset:  # else it was received already
                    batch[f"{CHANNEL}:{number}"] = clean(raw)
            except BadUpdate as error:
                log.warning("an update that is none was passed over: %s", error)
        if batch:
            await self._store.take_in(
                [arrived(CHANNEL, key, raw, place_of(raw)) for key, raw in batch.items()]
            )
        first, self._offset = not self._offset, max(self._offset, last + 1)
        for key, raw in batch.items():
            # only what comes first can have been brought to an earlier process too, and been answered there
            if not first or await self._store.reply_of(key) is None:
                self._worker.start(key, raw)

    async def _stubbornly(self, step: Any) -> None:
        """
        Do *step* until it works, with growing pauses; say once that it does not, and once that it does
        again.
        """
        pause = FIRST_PAUSE
        while True:
            try:
                await step()
            except TelegramRetryAfter as error:
                wait: float = error.retry_after
                self._failed("TelegramRetryAfter")
            except (TelegramAPIError, NotKept) as error:
                wait = pause * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, guards nothing
                if isinstance(error, TelegramConflictError):
                    wait = CONFLICT_PAUSE
                self._failed(
                    f"{type(error).__name__} {error.message if isinstance(error, TelegramAPIError) else ''}"
                )
            else:
                if self._failing:
                    log.warning("polling works again")
                    self._failing = ""
                return
            pause = min(pause * 2, LONGEST_PAUSE)
            await asyncio.sleep(wait)

    def _failed(self, why: str) -> None:
        if why != self._failing:
            log.error("polling fails, trying again: %s", why)
        self._failing = why
