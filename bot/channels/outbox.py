"""
The outbox's sender: what somebody must be told leaves here, once, in order per person, at Telegram's pace.

Rows are claimed with a lease, so that a process that dies in between loses nothing and repeats at most what
it was just sending. A message goes to every open chat of its person. A chat that is gone is marked as
blocked; a message that reached nobody is given up with its reason, where the administrator sees it.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from bot.channels.pace import Pace
from bot.channels.reply import Call, Said, calls_of, method_of
from bot.channels.sender import Sender, is_gone, is_passing
from bot.channels.webchat import once
from bot.errors import NotKept
from bot.kept import Message, Waiting
from bot.people import Person
from bot.usecases.ports import Store

log = logging.getLogger(__name__)

LEASE: Final = 60.0
"""Seconds a claimed message is this process's; sending one never takes as long."""
CARRY_SECONDS: Final = 30.0
POLL: Final = 1.0
SLOTS: Final = 50
"""Messages on their way at once."""
LONGEST_PAUSE: Final = 600.0
GIVE_UP_AFTER: Final = timedelta(days=3)

Render = Callable[[Message, Person, str, str], Sequence[Said]]
"""
(message, person, channel, chat id) -> what is said there: words in the person's language, as methods or
calls.
"""


class Carrier(Protocol):
    """A channel's way out. ``pace``: what its messages wait for, None where there is no limit."""

    pace: Pace | None

    async def carry(self, call: Call, origin: str) -> None:
        """
        One try. *origin* names the call for good: a channel that can tell a repeat by it shows it once. Raises aiogram's
        errors.
        """


class TelegramCarrier:
    """By the Bot API, which has no key against repeats: what a crash leaves unmarked is sent once more."""

    def __init__(self, sender: Sender) -> None:
        self.pace: Pace | None = sender.pace
        self._sender = sender

    async def carry(self, call: Call, origin: str) -> None:
        await self._sender.call(call, CARRY_SECONDS if "$files" not in call else None)


class WebCarrier:
    """By the built-in chat's bot; unpaced, and a line that stands in the chat already is not written again."""

    def __init__(self, bot: Bot) -> None:
        self.pace: Pace | None = None
        self._bot = bot

    async def carry(self, call: Call, origin: str) -> None:
        with once(origin):
            await self._bot(method_of(call))


class Outbox:
    """Sends what waits. ``carriers``: channel name -> its way out."""

    def __init__(
        self,
        store: Store,
        carriers: Mapping[str, Carrier],
        render: Render,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        lease: float = LEASE,
    ) -> None:
        self._store = store
        self._carriers = carriers
        self._render = render
        self._now = now
        self._lease = lease
        self._bell = asyncio.Event()
        self._run_task: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._delivered: dict[str, set[tuple[str, str, int]]] = {}
        self._failing = False
        store.on_told(self.wake)

    def wake(self) -> None:
        """Something has been put into the outbox."""
        self._bell.set()

    def start(self) -> None:
        """Begin sending."""
        self._run_task = asyncio.create_task(self._run())

    async def stop(self, grace: float) -> None:
        """Claim nothing more; what is on its way has *grace* seconds. The rest is sent by the next start."""
        if self._run_task is not None:
            self._run_task.cancel()
            with suppress(asyncio.CancelledError):
                await self._run_task
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _run(self) -> None:
        due = True
        while True:
            if due:
                self._bell.clear()
                with suppress(NotKept):
                    for waiting in await self._claim():
                        task = asyncio.create_task(self._deliver(waiting))
                        self._tasks.add(task)
                        task.add_done_callback(self._done)
            try:
                async with asyncio.timeout(POLL):
                    await self._bell.wait()
                due = True
            except TimeoutError:
                due = await self._is_due()

    async def _claim(self) -> Sequence[Waiting]:
        free = SLOTS - len(self._tasks)
        return await self._store.claim_messages(free, self._lease) if free > 0 else ()

    async def _is_due(self) -> bool:
        """Whether there is anything to claim; another process, or the clock, may have made it so."""
        try:
            at = await self._store.next_message_at()
        except Exception as error:
            if not self._failing:
                log.error("outbox cannot be read: what=%s", type(error).__name__)
            self._failing = True
            return False
        self._failing = False
        return bool(at) and at <= self._stamp(0)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._bell.set()  # the next message of the same person may be claimed now
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a message stays in the outbox: what=%s", type(error).__name__)

    # ------------------------------------------------------------ one message

    async def _deliver(self, waiting: Waiting) -> None:
        """Send one message to all chats of its person and write down what came of it."""
        message = waiting.message
        unit = self._store.unit()
        person = await unit.people.person(message.person)
        chats = await unit.people.chats_of(message.person) if person is not None else ()
        chats = [chat for chat in chats if chat[0] in self._carriers]
        if person is None or not chats:
            await self._give_up(message.key, "no_person" if person is None else "no_chat")
            return
        reached, again, refused = False, -1.0, ""
        for channel, chat in chats:
            try:
                await self._to(channel, chat, message, person)
                reached = True
            except _Later as later:
                again = max(again, later.seconds)
            except TelegramAPIError as error:
                if is_gone(error):
                    refused = refused or "blocked"
                    await mark_blocked(self._store, channel, chat)
                elif is_passing(error):
                    again = max(again, self._pause(error, waiting.attempts))
                    refused = type(error).__name__
                else:
                    refused = f"refused: {error.message}"
                    log.error("message refused: key=%s said=%s", message.key, error.message)
            except Exception as error:  # words that cannot be made would fail for ever
                refused = f"render: {type(error).__name__}"
                log.exception("message cannot be worded: key=%s", message.key)
        if again >= 0 and not self._too_old(waiting):
            await self._store.message_failed(message.key, refused or "flood", self._stamp(again))
        elif reached:
            self._delivered.pop(message.key, None)
            await self._store.message_sent(message.key)
        else:
            await self._give_up(message.key, refused or "unreachable")

    async def _to(self, channel: str, chat: str, message: Message, person: Person) -> None:
        """One chat. What arrived before a failure is not sent again while this process lives."""
        carrier = self._carriers[channel]
        delivered = self._delivered.setdefault(message.key, set())
        for number, call in enumerate(calls_of(list(self._render(message, person, channel, chat)))):
            if (channel, chat, number) in delivered:
                continue
            pace = carrier.pace
            if pace is not None:
                await pace.turn(chat)
                if (held := pace.held()) > 0:
                    raise _Later(held)
            try:
                await carrier.carry(call, f"told:{message.key}:{number}")
            except TelegramRetryAfter as flood:
                if pace is not None:
                    pace.hold(flood.retry_after)
                raise
            delivered.add((channel, chat, number))

    async def _give_up(self, key: str, why: str) -> None:
        self._delivered.pop(key, None)
        # who has not come yet finds it in 待办 and among their records; that is no fault
        log.log(
            logging.DEBUG if why == "no_chat" else logging.WARNING,
            "message given up: key=%s why=%s",
            key,
            why,
        )
        await self._store.message_failed(key, why, None)

    def _pause(self, error: TelegramAPIError, attempts: int) -> float:
        if isinstance(error, TelegramRetryAfter):
            return float(error.retry_after)
        longest = min(LONGEST_PAUSE, 2.0 ** min(attempts, 20))
        return longest * random.uniform(0.8, 1.0)  # noqa: S311 - spreads retries, guards nothing

    def _too_old(self, waiting: Waiting) -> bool:
        return waiting.created < self._stamp(-GIVE_UP_AFTER.total_seconds())

    def _stamp(self, later: float) -> str:
        """UTC stamp *later* seconds from now."""
        at = (self._now() + timedelta(seconds=later)).astimezone(UTC)
        return f"{at:%Y-%m-%dT%H:%M:%S.%f}Z"


class _Later(Exception):
    """Telegram has asked us to wait: not tried."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


async def mark_blocked(store: Store, channel: str, chat: str) -> None:
    """A chat cannot be written to; its person is not written to there until they come back."""
    unit = store.unit()
    unit.people.set_blocked(channel, chat, True)
    try:
        await store.commit(unit)
    except NotKept:
        log.warning("a blocked chat could not be marked; it will be tried once more")


__all__ = ["Carrier", "Outbox", "Render", "TelegramCarrier", "WebCarrier", "mark_blocked"]
