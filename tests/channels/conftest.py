"""A small bot on the real channel code, the Bot API double on the other side of real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, Message
from aiohttp import web

from bot.channels.inbox import Inbox
from bot.channels.pace import Pace
from bot.channels.reply import Call, answer, edit, send
from bot.channels.session import make_bot
from bot.channels.telegram import Telegram, allowed_updates
from bot.channels.worker import CHANNEL
from bot.errors import DraftStale, LianxinError
from bot.kept import AuditEntry
from bot.texts import Texts
from bot.usecases.ports import Store, Unit
from tests.botapi.server import BotApiDouble
from tests.channels.whole import town, village_file
from tests.channels.words import small_texts
from tests.fakes import FakeStore

__all__ = ["town", "village_file"]  # fixtures
SECRET = "a-secret-of-the-tests-0000000000"


class SmallBot:
    """
    A bot that keeps what it is told. ``slow``: events that hold up a text of that name until they are set.

    ``booms``: how many runs of "boom" still fail. ``stales``: how many runs of "stale" still come too late.
    ``runs`` counts handler runs.
    """

    def __init__(self, store: FakeStore) -> None:
        self.store = store
        self.slow: dict[str, asyncio.Event] = {}
        self.booms = 10_000
        self.stales = 0
        self.runs = 0
        self.refusal: LianxinError | None = None
        self.say: Callable[[int, str], list[Any]] | None = None
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.message.register(self.on_message)
        self.dispatcher.callback_query.register(self.on_tap)

    def said(self, who: int) -> list[str]:
        """What was kept of one person, in order."""
        return [entry.target for entry in self.store.effects if entry.actor == str(who)]

    async def on_message(self, message: Message, unit: Unit, channel: str) -> list[Any]:
        assert channel == CHANNEL
        assert message.from_user is not None
        self.runs += 1
        who, text = message.from_user.id, message.text or ""
        number = len(self.said(who)) + 1
        await asyncio.sleep(0.001)  # as a store that is asked something
        if text in self.slow:
            await self.slow[text].wait()
        if text == "boom" and self.booms:
            self.booms -= 1
            raise ValueError("somebody's 13800000000 words")
        if text == "stale" and self.stales:
            self.stales -= 1
            raise DraftStale(draft_id="d1", rev=3)
        if self.refusal is not None:
            raise self.refusal
        unit.audit(AuditEntry("said", str(who), text))
        if self.say is not None:
            return self.say(message.chat.id, text)
        return [send(message.chat.id, f"{number}. {text}", [[("记下", f"note:{number}")]])]

    async def on_tap(self, query: CallbackQuery, unit: Unit) -> list[Call]:
        self.runs += 1
        assert query.message is not None
        unit.audit(AuditEntry("tapped", str(query.from_user.id), query.data or ""))
        return [
            answer(query.id, "已记下"),
            edit(query.message.chat.id, query.message.message_id, f"已记下 {query.data}"),
        ]


class Rig:
    """The small bot in one way of reaching Telegram; `restart` is what a new process does."""

    def __init__(self, api: BotApiDouble, mode: str, texts: Texts) -> None:
        self.api = api
        self.mode = mode
        self.texts = texts
        self.store = FakeStore()
        self.bot = SmallBot(self.store)
        self.pace = Pace()
        self.url = ""
        self.port = 0
        self.telegram: Telegram
        self.inbox: Inbox
        self.tg_bot: Bot
        self._runner: web.AppRunner | None = None

    async def start(self, *, deliver: bool = True, hand_over_after: float | None = None) -> None:
        """Serve; *deliver*: the double may bring updates at once."""
        store: Store = self.store.as_store()
        self.tg_bot = make_bot(self.api.token, self.api.base)
        self.inbox = Inbox(store, self.bot.dispatcher, {CHANNEL: self.tg_bot}, self.texts)
        webhook = self.mode == "webhook"
        self.telegram = Telegram(
            self.tg_bot,
            self.inbox,
            store,
            allowed_updates=allowed_updates(self.bot.dispatcher),
            webhook_url="https://lianxin.example.org" if webhook else "",
            secret=SECRET if webhook else "",
            pace=self.pace,
            poll_seconds=5,
        )
        if webhook:
            assert self.telegram.webhook is not None
            if hand_over_after is not None:
                self.telegram.webhook._hand_over_after = hand_over_after
            app = web.Application()
            app.add_routes(self.telegram.routes())
            self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
            await self._runner.setup()
            site = web.TCPSite(self._runner, "127.0.0.1", self.port)
            await site.start()
            self.port = self._runner.addresses[0][1]  # kept over restarts, as Telegram keeps the address
            self.url = f"http://127.0.0.1:{self.port}"
            # Telegram wants https; the double leads that address to our loopback port
            self.api.route("https://lianxin.example.org", self.url)
        if deliver:
            self.telegram.start()

    async def stop(self, grace: float = 5.0) -> None:
        """As on SIGTERM: the channel first, then the server."""
        await self.telegram.stop(grace)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def kill(self) -> None:
        """As by SIGKILL, as far as one process can: everything under way is dropped where it stands."""
        self.api.pause()
        if self.telegram.polling is not None:
            await self.telegram.polling.stop()
        await self.telegram.worker.stop(0)
        await self.telegram.sender.close(0)
        await self.stop(0)
        self.api.resume()


@pytest.fixture
async def api() -> AsyncIterator[BotApiDouble]:
    """A double whose waits are a fiftieth of Telegram's."""
    async with BotApiDouble(factor=0.02) as double:
        yield double


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """A handful of words."""
    return small_texts(tmp_path_factory.mktemp("locales"))


@pytest.fixture(params=["webhook", "polling"])
async def rig(request: pytest.FixtureRequest, api: BotApiDouble, texts: Texts) -> AsyncIterator[Rig]:
    """A running bot, once by webhook and once by polling."""
    made = Rig(api, request.param, texts)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def hooked(api: BotApiDouble, texts: Texts) -> AsyncIterator[Rig]:
    """A running bot by webhook."""
    made = Rig(api, "webhook", texts)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def polled(api: BotApiDouble, texts: Texts) -> AsyncIterator[Rig]:
    """A running bot by polling."""
    made = Rig(api, "polling", texts)
    await made.start()
    yield made
    await made.stop()
