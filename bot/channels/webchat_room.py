"""
One room for every chat: takes an action from a page, hands it to the inbox, carries out what the bot answers.

Acknowledged means kept: the page hears "ack" only after the inbox has the effect, or the action itself,
durably; until then it sends the same action with the same key again. The same key acts once, and its answer
is shown once. Actions of one chat are done one after the other, whichever device they come from; different
chats do not wait.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import TelegramMethod

from bot.channels.reply import Call, method_of
from bot.channels.webchat import CHANNEL, once
from bot.channels.webchat_actions import Said, Visitor, read_action, said_update, tap_update
from bot.channels.webchat_files import FileShelf
from bot.channels.webchat_hub import Hub
from bot.channels.webchat_shapes import put_event
from bot.kept import ChatLine
from bot.usecases.ports import ChatLog

log = logging.getLogger(__name__)


class Inbox(Protocol):
    """The durable inbox (bot/channels/inbox.py)."""

    async def receive(
        self, channel: str, key: str, raw: dict[str, Any], *, more: bool | None = None
    ) -> Sequence[TelegramMethod[Any] | Call]:
        """
        Keep the update's effect and return what answers it, in order; the same for the same key. *more*: another picture
        of the same album follows.
        """


class Room:
    """Where actions come in. ``now``: seconds since 1970."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        chat_log: ChatLog,
        files: FileShelf,
        hub: Hub,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._log = chat_log
        self._files = files
        self._hub = hub
        self._now = now
        self._turns: dict[str, tuple[asyncio.Lock, int]] = {}

    async def act(self, who: Visitor, key: str, raw: Any) -> None:
        """
        Do what the page asks; returns when it is kept and answered.

        Raises:
            BadAction: nothing was done, and sending it again is no use.
        """
        action = read_action(raw, who.chat, self._files)
        async with self._turn(who.chat):
            if isinstance(action, Said):
                line = await self._say(who, key, action)
                update = said_update(who, key, line)
            else:
                update = tap_update(who, key, action, await self._log.line(who.chat, action.line))
            cause = f"{CHANNEL}:{who.chat}:{key}"
            more = isinstance(action, Said) and action.more
            await self._carry_out(await self._inbox.receive(CHANNEL, cause, update, more=more), cause)

    async def _say(self, who: Visitor, key: str, said: Said) -> ChatLine:
        """Write the person's own line, once per key."""
        message = {"date": int(self._now()), "from": who.as_user(), "chat": who.as_chat()}
        doc: dict[str, Any] = {"own": True, "key": key, "message": message | dict(said.shown or said.message)}
        if said.shown is not None:
            doc["as_sent"] = dict(said.message)
        if said.hidden:
            return ChatLine(who.chat, 0, 0, doc)
        line = await self._log.append(who.chat, doc, origin=key)
        self._hub.publish(who.chat, put_event(line))
        return line

    async def _carry_out(self, said: Sequence[TelegramMethod[Any] | Call], cause: str) -> None:
        """
        One answer that cannot be shown is logged and does not stop the next: the effect itself is kept
        already.
        """
        for number, one in enumerate(said):
            method = method_of(one) if isinstance(one, dict) else one
            try:
                with once(f"{cause}:{number}"):
                    await self._bot(method)
            except TelegramAPIError as error:
                if "message is not modified" not in error.message:
                    log.error(
                        "webchat_answer_refused",
                        extra={"method": type(method).__name__, "why": error.message},
                    )

    @asynccontextmanager
    async def _turn(self, chat: str) -> AsyncIterator[None]:
        lock, waiting = self._turns.get(chat, (asyncio.Lock(), 0))
        self._turns[chat] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._turns[chat]
            if waiting == 1:
                del self._turns[chat]
            else:
                self._turns[chat] = (lock, waiting - 1)
