"""
Calls on their way to the Bot API: in the order of each chat, as often as it takes, never in vain.

What Telegram says decides: 429 is waited for exactly, 5xx and broken connections are tried again with
growing pauses, 403 and a chat that is gone mark the chat as blocked, a message that cannot be edited any
more is sent anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Final

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.channels.lanes import Lanes
from bot.channels.pace import Pace
from bot.channels.reply import FILES, Call, anew, creates, unformatted
from bot.channels.session import LeanSession

log = logging.getLogger(__name__)

PATIENCE: Final = 900.0
"""Seconds a reply is tried before it is given up; what must arrive goes through the outbox."""
TAP_PATIENCE: Final = 20.0
"""Seconds within which answering a tap is of any use."""
FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 30.0

_GONE: Final = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "peer_id_invalid",
    "chat was deleted",
)
_NOT_EDITABLE: Final = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NOT_PARSED: Final = ("can't parse entities", "unsupported start tag", "can't find end")

Blocked = Callable[[str], Awaitable[None]]
"""Called with a chat's id when it cannot be written to any more."""


def is_gone(error: TelegramAPIError) -> bool:
    """Whether the chat cannot be written to until the person comes back by themselves."""
    if isinstance(error, TelegramForbiddenError):
        return True
    said = error.message.lower()
    return isinstance(error, TelegramBadRequest) and any(words in said for words in _GONE)


def is_passing(error: TelegramAPIError) -> bool:
    """Whether the same call may succeed later."""
    if isinstance(error, TelegramEntityTooLarge):
        return False
    return isinstance(error, TelegramRetryAfter | TelegramNetworkError | TelegramServerError)


class Sender:
    """
    Sends what one bot says. ``pace`` hears of every new message, so that the outbox leaves room for
    replies.
    """

    def __init__(
        self, session: LeanSession, token: str, *, blocked: Blocked, pace: Pace | None = None
    ) -> None:
        self.session = session
        self.pace = pace or Pace()
        self._token = token
        self._blocked = blocked
        self._lanes = Lanes()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    async def call(self, call: Call, within: float | None = None) -> Any:
        """One call, tried once. Raises aiogram's errors."""
        return await self.session.call(self._token, call, within)

    async def deliver(self, chat: str, calls: Sequence[Call]) -> None:
        """
        Send *calls* one after the other, behind what is on its way to *chat* already; never raises for a
        refusal.
        """
        if not self._lanes.take(chat):
            await self._lanes.wait(chat)
        try:
            for call in calls:
                await self.insist(call)
        finally:
            self._lanes.leave(chat)

    async def insist(self, call: Call) -> None:
        """Send one call until it is taken, refused for good, or too late."""
        loop = asyncio.get_running_loop()
        too_late = loop.time() + (TAP_PATIENCE if call["method"] == "answerCallbackQuery" else PATIENCE)
        pause = FIRST_PAUSE
        while True:
            try:
                await self.call(call)
            except TelegramMigrateToChat as error:
                call = {**call, "chat_id": error.migrate_to_chat_id}
                continue
            except TelegramAPIError as error:
                if not is_passing(error):
                    other = await self._second_best(call, error)
                    if other is None:
                        return
                    call = other
                    continue
                wait = pause * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, guards nothing
                pause = min(pause * 2, LONGEST_PAUSE)
                if isinstance(error, TelegramRetryAfter):
                    wait = error.retry_after
                if loop.time() + wait > too_late:
                    log.error("reply given up: method=%s what=%s", call["method"], type(error).__name__)
                    return
                await asyncio.sleep(wait)
            else:
                if creates(call):
                    self.pace.note(str(call.get("chat_id", "")))
                return

    async def _second_best(self, call: Call, error: TelegramAPIError) -> Call | None:
        """What to send instead of a refused call, None for nothing."""
        said = error.message.lower()
        if call["method"] == "answerCallbackQuery":
            return None  # too late for this tap, which is no harm
        if is_gone(error):
            await self._blocked(str(call.get("chat_id", "")))
            return None
        if call["method"] == "editMessageText" and any(words in said for words in _NOT_EDITABLE):
            return anew(call)
        log.error("refused: method=%s what=%s said=%s", call["method"], type(error).__name__, error.message)
        if "parse_mode" in call and any(words in said for words in _NOT_PARSED):
            return unformatted(call)
        if FILES in call:
            log.error("a file could not be sent: chat=%s", call.get("chat_id"))
        return None

    # ------------------------------------------------------------ in the background

    def busy(self, chat: str) -> bool:
        """Whether something is on its way to *chat*."""
        return self._lanes.busy(chat)

    async def settled(self, chat: str) -> None:
        """Wait until nothing is on its way to *chat*."""
        if self._lanes.busy(chat):
            await self._lanes.wait(chat)
            self._lanes.leave(chat)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do *work* besides; `close` waits for it, and after it nothing is begun any more."""
        if self._closed:
            work.close()
            return
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("sending failed: what=%s", type(error).__name__, exc_info=None)

    async def close(self, grace: float) -> None:
        """Wait at most *grace* seconds for what is on its way, and stop the rest: what is owed stays owed."""
        self._closed = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        for task in list(self._tasks):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await task
