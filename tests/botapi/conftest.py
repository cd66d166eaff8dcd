"""A double, a plain HTTP client that speaks to it, and a webhook that writes down what comes."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.botapi.base import Json
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble

OPEN_TAP = {
    "inline_keyboard": [[{"text": "是", "callback_data": "yes"}, {"text": "否", "callback_data": "no"}]]
}


class Client:
    """A bot in its barest form: method calls over HTTP, no library."""

    def __init__(self, api: BotApiDouble, session: aiohttp.ClientSession) -> None:
        self.api = api
        self.session = session

    def url(self, method: str) -> str:
        """Where a method is called."""
        return f"{self.api.base}/bot{self.api.token}/{method}"

    async def answer(self, method: str, **parameters: Any) -> Json:
        """The whole answer to a JSON call."""
        async with self.session.post(self.url(method), json=parameters) as response:
            answer: Json = await response.json()
            return answer

    async def __call__(self, method: str, **parameters: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.answer(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **parameters: Any) -> str:
        """Code and description of a call that must fail."""
        answer = await self.answer(method, **parameters)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"


class Sink:
    """A webhook. ``script`` holds what to answer next: statuses, or steps that see the update."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.secrets: list[str | None] = []
        self.script: list[int | Callable[[Json], Awaitable[web.StreamResponse]]] = []
        self.busy = 0
        self.most_busy = 0
        self.url = ""

    @property
    def updates(self) -> list[Json]:
        """What came, oldest first, repeats included."""
        return [json.loads(body) for body in self.bodies]

    @property
    def ids(self) -> list[int]:
        """The update_ids that came."""
        return [update["update_id"] for update in self.updates]

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Write the update down and answer as told, 200 when told nothing."""
        body = await request.content.read()
        self.bodies.append(body)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        await asyncio.sleep(0)
        step = self.script.pop(0) if self.script else 200
        try:
            return web.Response(status=step) if isinstance(step, int) else await step(json.loads(body))
        finally:
            self.busy -= 1


async def upload(bot: Client, method: str, field: str, content: bytes, name: str, **others: str) -> Json:
    """A multipart call."""
    form = aiohttp.FormData(quote_fields=False)  # quoted names would arrive as %E5…, at Telegram too
    form.add_field(field, io.BytesIO(content), filename=name)
    for key, value in others.items():
        form.add_field(key, value)
    async with bot.session.post(bot.url(method), data=form) as response:
        answer: Json = await response.json()
        return answer


@pytest.fixture
async def api() -> AsyncIterator[BotApiDouble]:
    """A double whose waits are a hundredth of Telegram's."""
    async with BotApiDouble(factor=0.01) as double:
        yield double


@pytest.fixture
async def bot(api: BotApiDouble) -> AsyncIterator[Client]:
    """A plain HTTP client of the double."""
    async with aiohttp.ClientSession() as session:
        yield Client(api, session)


@pytest.fixture
def li(api: BotApiDouble) -> User:
    """A person who has already written to the bot, so that the bot may write back."""
    user = api.user(1001, "李某某")
    user.start()
    return user


@pytest.fixture
async def sink() -> AsyncIterator[Sink]:
    """A webhook on loopback."""
    webhook = Sink()
    runner = web.ServerRunner(web.Server(webhook.handle, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    webhook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield webhook
    await runner.cleanup()
