"""The web skin on a real database, a real inbox and a small talk, served on a port of this machine."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiohttp import web

from bot.channels.inbox import Inbox
from bot.channels.webchat import BOT_TOKEN, CHANNEL, WebChatSession
from bot.channels.webchat_files import FileShelf
from bot.channels.webchat_hub import LocalHub
from bot.channels.webchat_room import Room
from bot.people import Org, Person, Post
from bot.texts import Texts
from bot.usecases.entry import Entry, web_chat_id
from bot.usecases.ports import ChatLog
from storage import DatabaseStore, open_store
from tests.web.talk import talk
from web.app import build_web
from web.services import Limits, Services
from web.serving import GuardedSite

TEXTS = Texts(strict=True)

COUNTY = Org("SF", "示范县委", "示范县", "county", "office", "", "/SF/")
TOWN = Org("QX03", "青石镇党委", "青石镇", "town", "office", "SF", "/SF/QX03/")
VILLAGE = Org("QX0301", "清溪村党支部", "清溪村", "branch", "village", "QX03", "/SF/QX03/QX0301/")
OTHER = Org("QX0302", "柳湾村党支部", "柳湾村", "branch", "village", "QX03", "/SF/QX03/QX0302/")


def person(person_id: str, name: str, role: str, org: Org, title: str = "") -> Person:
    return Person(person_id, name, posts=(Post(org.id, org.path, org.level, role, title, "2024-01-01"),))


CAST = {
    "member": person("p1", "张某某", "member", VILLAGE, "党员"),
    "officer": person("p2", "陈某某", "information_officer", VILLAGE, "信息员"),
    "secretary": person("p3", "李某某", "branch_secretary", VILLAGE, "书记"),
    "convener": person("p4", "周某某", "convener", VILLAGE, "议事长"),
    "supervisor": person("p5", "吴某某", "supervisor", VILLAGE, "监督小组成员"),
    "clerk": person("p6", "王某某", "town_clerk", TOWN, "组织办干事"),
    "county": person("p7", "赵某某", "county", COUNTY, "组织部干部"),
    "admin": person("p8", "孙某某", "admin", TOWN, "管理员"),
    "other": person("p9", "郑某某", "branch_secretary", OTHER, "书记"),
    "traveller": person("p10", "钱某某", "member", OTHER, "流动党员"),
}


async def settle(store: DatabaseStore) -> None:
    """Put the invented county into an empty database."""
    unit = store.unit()
    for org in (COUNTY, TOWN, VILLAGE, OTHER):
        unit.people.put_org(org)
    for one in CAST.values():
        unit.people.put_person(one)
        unit.people.put_post(one.id, one.posts[0])
    await store.commit(unit)


class Flaky:
    """An inbox that can be told to fail after the effect is kept, or before, as a crash would."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self.before = 0
        self.after = 0
        self.keys: list[str] = []
        self.more: list[bool | None] = []

    def answer_with(self, inbox: Inbox) -> None:
        """From now on somebody else answers: the real handlers, which need the store of a running house."""
        self._inbox = inbox

    async def receive(self, channel: str, key: str, raw: dict[str, Any], *, more: bool | None = None) -> Any:
        self.keys.append(key)
        self.more.append(more)
        if self.before:
            self.before -= 1
            raise OSError("the store is away")
        calls = await self._inbox.receive(channel, key, raw, more=more)
        if self.after:
            self.after -= 1
            raise OSError("gone before the answer")
        return calls


@dataclass
class House:
    """Everything behind one running server."""

    store: DatabaseStore
    log: ChatLog
    services: Services
    session: WebChatSession
    bot: Bot
    inbox: Flaky
    hub: LocalHub
    files: FileShelf
    app: web.Application
    address: str

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    def chat(self, who: str) -> str:
        """The chat id of somebody of the cast."""
        return web_chat_id(CAST[who].id)

    def client(self, **more: Any) -> aiohttp.ClientSession:
        """A browser without a page: keeps cookies also for addresses, says where it comes from."""
        jar = aiohttp.CookieJar(unsafe=True)
        headers = {"Origin": self.address} | more.pop("headers", {})
        return aiohttp.ClientSession(self.address, cookie_jar=jar, headers=headers, **more)

    async def enter(self, client: aiohttp.ClientSession, who: str) -> None:
        """Sign in as somebody of the cast by a personal link."""
        invited = await self.services.entry.invite(
            CAST[who].posts[0].role, CAST[who].posts[0].org, person_id=CAST[who].id
        )
        async with client.post(
            f"/i/{invited.code}", data={"name": CAST[who].name}, allow_redirects=False
        ) as answer:
            assert answer.status == 303, await answer.text()

    @asynccontextmanager
    async def page(self, client: aiohttp.ClientSession, who: str, since: int = 0) -> AsyncIterator[Page]:
        """An open WebSocket of somebody who is signed in."""
        async with client.ws_connect("/chat/ws") as ws:
            await ws.send_json({"t": "hello", "v": 1, "chat": self.chat(who), "since": since})
            yield Page(ws)


class Page:
    """One end of the wire, as the page's script is."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        self.ws = ws
        self.heard: list[dict[str, Any]] = []

    async def hear(self) -> dict[str, Any]:
        """The next event."""
        message = await self.ws.receive(timeout=10)
        assert message.type is aiohttp.WSMsgType.TEXT, message
        event: dict[str, Any] = json.loads(message.data)
        self.heard.append(event)
        return event

    async def until(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Events up to the one of this kind with these fields, which comes back."""
        while True:
            event = await self.hear()
            if event["t"] == kind and all(event.get(name) == value for name, value in fields.items()):
                return event

    async def shows(self, line: int) -> None:
        """Wait until a line is there, however it comes."""
        while line not in self.lines():
            await self.hear()

    async def do(self, key: str, **act: Any) -> None:
        await self.ws.send_json({"t": "do", "key": key, "act": act})

    async def done(self, key: str, **act: Any) -> list[dict[str, Any]]:
        """Do something and wait until it is kept: what was heard meanwhile."""
        before = len(self.heard)
        await self.do(key, **act)
        await self.until("ack", key=key)
        return self.heard[before:]

    def lines(self) -> dict[int, dict[str, Any]]:
        """The chat as this page shows it now."""
        lines: dict[int, dict[str, Any]] = {}
        for event in self.heard:
            if event["t"] in ("welcome", "page"):
                if event.get("fresh"):
                    lines = {}
                lines |= {each["id"]: each["line"] for each in event.get("lines", [])}
            for change in event.get("changes", [event]):
                if change["t"] == "put":
                    lines[change["id"]] = change["line"]
                elif change["t"] == "gone":
                    lines.pop(change["id"], None)
        return dict(sorted(lines.items()))

    def texts(self) -> list[str]:
        return [line.get("text") or line.get("caption") or "" for line in self.lines().values()]


@asynccontextmanager
async def house(
    folder: Path,
    *,
    database: Path,
    demo: bool = False,
    port: int = 0,
    dispatcher: Dispatcher | None = None,
    routes: Sequence[web.RouteDef] = (),
    **changed: Any,
) -> AsyncIterator[House]:
    """A server on a copy of the invented county; *changed* fields of its Services."""
    async with open_store(f"sqlite+aiosqlite:///{database}", files_dir=folder / "files") as store:
        shelf, hub = FileShelf(folder / "chat"), LocalHub()
        session = WebChatSession(store.chat, shelf, hub)
        bot = Bot(BOT_TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
        inbox = Flaky(Inbox(store, dispatcher or talk(), {CHANNEL: bot}, TEXTS))

        async def is_demo() -> bool:
            return demo

        services = Services(
            store=store, entry=Entry(store), texts=TEXTS, room=Room(bot, inbox, store.chat, shelf, hub),
            session=session, hub=hub, files=shelf, demo=is_demo,
        )  # fmt: skip
        services = replace(services, **changed)
        app = build_web(services)
        app.add_routes(routes)
        runner = web.AppRunner(app, shutdown_timeout=2.0)
        await runner.setup()
        site = GuardedSite(runner, "127.0.0.1", port, limits=services.limits)
        await site.start()
        try:
            yield House(store, store.chat, services, session, bot, inbox, hub, shelf, app, site.name)
        finally:
            await runner.cleanup()


__all__ = ["CAST", "TEXTS", "VILLAGE", "House", "Limits", "Page", "house", "settle"]
