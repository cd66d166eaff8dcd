"""
Telegram as one channel: by webhook where an address for it is set, else by long polling.

The composition root makes one `Telegram`, serves its `routes`, calls `start` once the loop runs and `stop`
at the end.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Sequence
from typing import Final

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiohttp import web

from bot.channels.commands import Profile, introduce
from bot.channels.inbox import Inbox
from bot.channels.outbox import TelegramCarrier, mark_blocked
from bot.channels.pace import Pace
from bot.channels.polling import POLL_SECONDS, Polling
from bot.channels.reply import Call
from bot.channels.sender import Sender
from bot.channels.session import LeanSession
from bot.channels.webhook import PATH, Webhook, routes
from bot.channels.worker import CHANNEL, Worker
from bot.errors import NotKept
from bot.usecases.ports import Store

log = logging.getLogger(__name__)

GRACE: Final = 25.0
"""
Seconds for what is under way when the process is told to end; a supervisor kills after 30.
"""
MOST_CONNECTIONS: Final = 100
"""Updates Telegram may bring at the same time (setWebhook, max_connections)."""
FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 60.0


class Telegram:
    """The channel ``tg``. *webhook_url*: our public base address, "" for polling; PATH is added to it."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        store: Store,
        *,
        allowed_updates: Sequence[str],
        webhook_url: str = "",
        secret: str = "",
        profile: Profile | None = None,
        pace: Pace | None = None,
        poll_seconds: int = POLL_SECONDS,
    ) -> None:
        session = bot.session
        if not isinstance(session, LeanSession):
            raise TypeError("make_bot gives the bot that Telegram needs")
        self._session = session
        self._profile = profile
        self._allowed = list(allowed_updates)
        self._url = webhook_url.rstrip("/") + PATH if webhook_url else ""
        self._secret = secret
        self._start_task: asyncio.Task[None] | None = None
        self.sender = Sender(
            session, bot.token, blocked=lambda chat: mark_blocked(store, CHANNEL, chat), pace=pace
        )
        self.worker = Worker(inbox, self.sender, store)
        self.carrier = TelegramCarrier(self.sender)
        self.webhook = Webhook(inbox, self.sender, self.worker, store, secret) if webhook_url else None
        self.polling = (
            None
            if webhook_url
            else Polling(
                self.sender, self.worker, store, allowed_updates=self._allowed, poll_seconds=poll_seconds
            )
        )

    def routes(self) -> list[web.RouteDef]:
        """What the web server serves for it."""
        return routes(self.webhook) if self.webhook is not None else []

    def start(self) -> None:
        """
        Begin; returns at once. A Telegram that cannot be reached is tried again for as long as it takes.
        """
        if self.polling is not None:
            self.polling.start()
        self._start_task = asyncio.create_task(self._introduce())

    async def _introduce(self) -> None:
        if self.webhook is not None:
            await self._until_done("resume")
            self.webhook.open()
            await self._until_done("setWebhook")
        if self._profile is not None:
            await introduce(self.sender, self._profile)

    async def _until_done(self, what: str) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                if what == "resume":
                    await self.worker.resume()
                else:
                    await self.sender.call(self._set_webhook())
            except (TelegramAPIError, NotKept) as error:
                wait = pause * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, guards nothing
                if isinstance(error, TelegramRetryAfter):
                    wait = error.retry_after
                log.error("%s failed, trying again: what=%s", what, type(error).__name__)
                await asyncio.sleep(wait)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    def _set_webhook(self) -> Call:
        return {
            "method": "setWebhook",
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": self._allowed,
            "max_connections": MOST_CONNECTIONS,
            "drop_pending_updates": False,
        }

    async def stop(self, grace: float = GRACE) -> None:
        """
        Take nothing more, finish what is under way within *grace* seconds; the rest is kept for the next
        start.
        """
        loop = asyncio.get_running_loop()
        ends = loop.time() + grace
        if self._start_task is not None:
            self._start_task.cancel()
            await asyncio.gather(self._start_task, return_exceptions=True)
        if self.polling is not None:
            await self.polling.stop()
        if self.webhook is not None:
            await self.webhook.close(grace)
        await self.worker.stop(max(0.0, ends - loop.time()))
        await self.sender.close(max(0.0, ends - loop.time()))
        await self._session.close()


def allowed_updates(dispatcher: Dispatcher) -> list[str]:
    """The kinds of update that have a handler."""
    return dispatcher.resolve_used_update_types()
