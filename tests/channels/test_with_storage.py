"""The channels on the real store: the promises of both sides fit together, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, Message

from bot.channels.inbox import Inbox
from bot.channels.outbox import Outbox
from bot.channels.pace import Pace
from bot.channels.reply import Said, answer, edit, send
from bot.channels.session import make_bot
from bot.channels.telegram import Telegram, allowed_updates
from bot.channels.worker import CHANNEL
from bot.kept import Message as Told
from bot.people import Person
from bot.texts import Texts
from bot.usecases.ports import Unit
from storage import DatabaseStore, open_store, upgrade
from tests.botapi.server import BotApiDouble


class NoteBot:
    """Keeps what it is told in the chat's memo; tells the person again by the outbox when asked to."""

    def __init__(self) -> None:
        self.broken = False
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.message.register(self.on_message)
        self.dispatcher.callback_query.register(self.on_tap)

    async def on_message(self, message: Message, unit: Unit) -> list[Said]:
        chat, text = message.chat.id, message.text or ""
        if text == "boom" and self.broken:
            raise RuntimeError(text)
        notes = await self._note(unit, chat, text)
        if text.startswith("tell"):
            unit.outbox.tell(Told(f"told:{message.message_id}", f"p{chat}", "one"))
        return [send(chat, f"{len(notes)}. {text}", [[("再记", "more")]])]

    async def on_tap(self, query: CallbackQuery, unit: Unit) -> list[Said]:
        assert query.message is not None
        chat = query.message.chat.id
        notes = await self._note(unit, chat, "tap")
        return [answer(query.id), edit(chat, query.message.message_id, f"{len(notes)}. tap")]

    async def _note(self, unit: Unit, chat: int, text: str) -> list[str]:
        known = await unit.people.chat(CHANNEL, str(chat))
        notes = [*(known.memo.get("notes", []) if known else []), text]
        unit.people.set_memo(CHANNEL, str(chat), {"notes": notes})
        return notes


class Process:
    """One life of the program on one database."""

    def __init__(self, api: BotApiDouble, store: DatabaseStore, bot: NoteBot, texts: Texts) -> None:
        self.store = store
        self.tg_bot: Bot = make_bot(api.token, api.base)
        inbox = Inbox(store, bot.dispatcher, {CHANNEL: self.tg_bot}, texts)
        self.telegram = Telegram(
            self.tg_bot, inbox, store, allowed_updates=allowed_updates(bot.dispatcher),
            pace=Pace(per_second=500, per_chat=0.01), poll_seconds=5,
        )  # fmt: skip
        carriers = {CHANNEL: self.telegram.carrier}
        self.outbox = Outbox(
            store, carriers, lambda told, who, channel, chat: [send(int(chat), f"{who.name}!")]
        )

    def start(self) -> None:
        self.telegram.start()
        self.outbox.start()

    async def stop(self, grace: float) -> None:
        await self.telegram.stop(grace)
        await self.outbox.stop(grace)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """An empty database of this version."""
    sqlite = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    await upgrade(url)
    async with open_store(url, files_dir=tmp_path / "files") as opened:
        yield opened


async def notes(store: DatabaseStore, chat: int) -> list[str]:
    known = await store.unit().people.chat(CHANNEL, str(chat))
    found: Any = known.memo.get("notes", []) if known else []
    return list(found)


async def test_talk_trouble_and_messages(api: BotApiDouble, store: DatabaseStore, texts: Texts) -> None:
    """Words, a tap, a poison update tried again, a message by the outbox: all of it as on the fake store."""
    bot = NoteBot()
    process = Process(api, store, bot, texts)
    process.start()
    li = api.user(11)
    unit = store.unit()
    unit.people.put_person(Person("p11", "李某某"))
    unit.people.bind_chat(CHANNEL, "11", "p11")
    await store.commit(unit)
    await api.after(li.text("一"))
    await api.after(li.tap("再记"))
    bot.broken = True
    await api.after(li.text("boom"), li.text("二"))
    trouble = await li.sees("再试一次")
    bot.broken = False
    await api.after(li.tap("再试一次", trouble.message_id), li.tap("再试一次", trouble.message_id))
    assert (await notes(store, 11))[:4] == ["一", "tap", "二", "boom"]
    assert (await notes(store, 11)).count("boom") == 1
    await api.after(li.text("tell"))
    await li.sees("李某某!")
    assert await store.undelivered() == []
    assert await store.pending_updates() == []
    assert await store.owed_replies(CHANNEL) == []
    await process.stop(5)


async def test_blocked_and_back(api: BotApiDouble, store: DatabaseStore, texts: Texts) -> None:
    """403 marks the chat in the database, and the message stands among the undelivered with its reason."""
    process = Process(api, store, NoteBot(), texts)
    process.start()
    li = api.user(11)
    li.chat.started = True
    li.chat.blocked = True
    unit = store.unit()
    unit.people.put_person(Person("p11", "李某某"))
    unit.people.bind_chat(CHANNEL, "11", "p11")
    unit.outbox.tell(Told("a", "p11", "one"))
    await store.commit(unit)
    async with asyncio.timeout(5):
        while not (  # noqa: ASYNC110 - the store rings no bell
            failed := [one for one in await store.undelivered() if one.state == "failed"]
        ):
            await asyncio.sleep(0.02)
    assert [one.last_error for one in failed] == ["blocked"]
    assert await store.unit().people.chats_of("p11") == []
    await process.stop(5)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_restarts_at_random_moments(
    api: BotApiDouble, store: DatabaseStore, texts: Texts, seed: int
) -> None:
    """
    Ten people write while the process is dropped where it stands, eight times over: all kept once,
    in order.
    """
    chance, bot = random.Random(seed), NoteBot()
    people = [api.user(100 + n) for n in range(10)]
    updates = []
    for life in range(8):
        process = Process(api, store, bot, texts)
        process.start()
        for one in people:
            updates.append(one.text(f"第{life}句"))
            await asyncio.sleep(chance.uniform(0, 0.004))
        await asyncio.sleep(chance.uniform(0, 0.03))
        await process.stop(0)
        await store.set_meta("life", str(life))  # the writer lives on: let what it was given go through
    process = Process(api, store, bot, texts)
    process.start()
    await api.after(*updates, within=20)
    for one in people:
        await one.sees("8. 第7句")
        assert await notes(store, one.id) == [f"第{life}句" for life in range(8)]
        shown = [post.text for post in one.from_bot]
        assert list(dict.fromkeys(shown)) == [f"{n + 1}. 第{n}句" for n in range(8)]
    await process.stop(5)
