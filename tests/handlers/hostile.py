"""
What people and machines send that no form expects, and what must be true after each of it.

:class:`Watched` is a chat whose every outgoing call is checked; :class:`Walker` plays a form over the real desk and
database, so that a draft stands at every question once without tapping through each time.
"""

from __future__ import annotations

import io
import itertools
import json
import random
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html import unescape
from typing import Any

from aiogram import Bot

from bot.channels.inbox import Inbox
from bot.channels.updates import read_json
from bot.forms.core.draft import About, Draft, Event, Facts, Screen
from bot.forms.core.plan import Plan
from bot.handlers.dispatch import build_dispatcher
from bot.kept import Filter
from bot.people import Person
from bot.usecases.files import note_files
from bot.usecases.ports import Store
from tests.botapi.telegram_html import telegram_html_faults
from tests.forms.machine_play import Player
from tests.handlers.chat import Chat, House

NOW = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
MIB = 2**20
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
CJK = re.compile("[\u4e00-\u9fff]")
_ids = itertools.count(500_000)


class FileBot(Bot):
    """A bot whose downloads are the bytes put into :attr:`content`; it has no network."""

    content: bytes = PDF

    async def download(self, *_: Any, **__: Any) -> io.BytesIO:
        """The next file somebody sends."""
        return io.BytesIO(self.content)


class WatchedHouse(House):
    """A house in which files can be downloaded and the clock stands still."""

    def __init__(self, settings: Any, store: Store) -> None:
        super().__init__(settings, store, clock=lambda: NOW)
        self.bot = self.files = FileBot("42:TEST")
        self.inbox = Inbox(store, build_dispatcher(self.services), {"web": self.bot}, self.services.texts)


@dataclass
class Watched(Chat):
    """A chat that sends updates as JSON, as every channel does, and checks each call that comes back."""

    faults: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    async def send(self, update: dict[str, Any], key: str = "") -> list[dict[str, Any]]:
        """Feed one update through the edge's cleaning, carry the answer out and check it."""
        number = next(_ids)
        raw = read_json(json.dumps({"update_id": number, **update}).encode())
        calls = await self.house.inbox.receive("web", key or f"web:{self.user}:{number}", raw)
        query = update.get("callback_query", {}).get("id")
        answered = [call for call in calls if call["method"] == "answerCallbackQuery"]
        if query is not None and [call["callback_query_id"] for call in answered] != [query]:
            self.faults.append(f"callback query answered {len(answered)} times")
        self.said = [str(call["text"]) for call in calls if call.get("text")]
        for call in calls:
            self._judge(call)
            self._carry(call)
        return calls

    def _judge(self, call: Mapping[str, Any]) -> None:
        text = call.get("text")
        if call["method"] == "answerCallbackQuery":
            if text is not None and not 0 < len(text) <= 200:
                self.faults.append(f"toast of {len(text)} characters")
        elif text is not None:
            self.faults += [f"{fault}: {text[:80]!r}" for fault in telegram_html_faults(text)]
            if call.get("parse_mode") not in ("HTML", None):
                self.faults.append(f"parse mode {call['parse_mode']}")
        for row in call.get("reply_markup", {}).get("inline_keyboard", []):
            for one in row:
                if len(one["callback_data"].encode()) > 64 or not one["text"].strip():
                    self.faults.append(f"button {one}")

    def message(self, **content: Any) -> dict[str, Any]:
        """An update with a message that holds *content*."""
        message = {
            "message_id": next(_ids),
            "date": int(self.house.now()),
            "chat": self._chat(),
            "from": self._user(),
        }
        return {"message": {**message, **content}}

    def edit(self, text: str) -> dict[str, Any]:
        """An update that says an earlier message reads *text* now."""
        message = self.message(text=text)["message"]
        return {"edited_message": {**message, "edit_date": message["date"]}}

    def tap_of(self, data: str) -> dict[str, Any]:
        """An update with a tap on a button that carries *data*."""
        message = {
            "message_id": self.touched,
            "date": int(self.house.now()),
            "chat": self._chat(),
            "text": "x",
        }
        query = {
            "id": str(next(_ids)),
            "from": self._user(),
            "chat_instance": "1",
            "data": data,
            "message": message,
        }
        return {"callback_query": query}

    def file(self, name: str, mime: str, size: int) -> dict[str, Any]:
        """An update with a document."""
        document = {
            "file_id": "F",
            "file_unique_id": "U",
            "file_name": name,
            "mime_type": mime,
            "file_size": size,
        }
        return self.message(document=document)


async def watched(house: House, person: str, user: int) -> Watched:
    """A watched chat bound to *person*."""
    unit = house.store.unit()
    unit.people.bind_chat("web", str(user), person)
    await house.store.commit(unit)
    return Watched(house, user)


TEXTS: dict[str, str] = {
    "empty": " \u3000\n",
    "4096 characters": "好" * 4096,
    "4096 marks": "&" * 4096,
    "markup": "<b>&_*[",
    "open tag": "<a href='x'>&lt;" + "<b>" * 60,
    "NUL": "\0十\0",
    "surrogates": "\ud800\udfff好\udc00",
    "2^63": str(2**63),
    "1e309": "1e309",
    "2月30日": "2月30日",
    "the future": "2031-05-06",
    "bidi": "\u202e二十\u2066\u200b",
    "no command": "/nosuch <b>&",
    "command of nothing": "/",
}
"""
What is typed; every form must stand every one of them at every question. An answer that was sent while the bot was down
is one more input: it needs a process that dies and comes back, and is shown by tests/faults.
"""


def sends(chat: Watched) -> dict[str, dict[str, Any]]:
    """What is sent that is no text: name -> update."""
    file = {"file_id": "F", "file_unique_id": "U"}
    return {
        "no text": chat.message(text=""),
        "sticker": chat.message(sticker={
            **file, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}),
        "voice": chat.message(voice={**file, "duration": 3, "mime_type": "audio/ogg"}),
        "edited": chat.edit("改成十二"),
        "edited voice": {"edited_message": chat.message(voice={**file, "duration": 3})["message"]},
        "25 MB": chat.file("大.pdf", "application/pdf", 25 * MIB),
        "PDF named .jpg": chat.file("签到表.jpg", "image/jpeg", len(PDF)),
        "nonsense button": chat.tap_of("f:::"),
        "nonsense area": chat.tap_of("zz:<b>:&"),
        "button without data": chat.tap_of(""),
    }  # fmt: skip


@dataclass(frozen=True)
class Stand:
    """A draft at a question nobody stood at before in this walk."""

    draft: Draft
    screen: Screen


class Walker(Player):
    """
    Plays a form through the real desk, as Player plays the bare machine; :meth:`stands` yields each new question.

    What happens to the draft at a stand is undone before the walk goes on, so every question is met in good order.
    """

    def __init__(self, house: House, person: Person, about: About, seed: int) -> None:
        self.house, self.person, self.about = house, person, about
        self.random = random.Random(seed)
        self._facts = Facts({})

    @property
    def facts(self) -> Facts:
        """The facts of the house at the last look."""
        return self._facts

    async def open(self) -> Walker:
        """Begin the draft."""
        unit = self.house.store.unit()
        result = await self.house.services.desk.begin(unit, self.person, self.about)
        await self.house.store.commit(unit)
        self.turn = result.turn
        self.plan: Plan = self.house.services.registry.plan(self.turn.draft.about.form)
        return self

    async def stored(self) -> Draft:
        """The draft as it is kept."""
        draft = await self.house.store.unit().drafts.get(self.turn.draft.id)
        assert draft is not None, "the draft is gone"
        return draft

    async def put_back(self, draft: Draft) -> None:
        """Let the kept draft be as *draft* was."""
        kept = await self.stored()
        if kept.rev != draft.rev:
            unit = self.house.store.unit()
            unit.drafts.save(replace(draft, rev=kept.rev + 1))
            await self.house.store.commit(unit)

    known = 0  # records of this type that earlier sendings of the same draft have left

    async def doubled(self) -> str:
        """What there is too much of once it was sent, "" when it was sent once."""
        count = await self.house.store.unit().records.count(Filter(type=self.about.type))
        more, self.known = count - self.known, count
        return "" if more == 1 else f"{more} records"

    async def shown(self) -> tuple[Draft, Screen]:
        """The draft as it is kept and the screen it stands at."""
        unit = self.house.store.unit()
        turn = (
            await self.house.services.desk.submit(unit, self.person, self.turn.draft.id, Event("show"))
        ).turn
        return turn.draft, turn.screen

    async def step(self) -> bool:
        """One sensible event; False when the form has come to its end."""
        unit = self.house.store.unit()
        draft = await self.stored()
        self._facts = await self.house.services.world.facts(unit, draft, self.plan, self.person)
        event = self.next_event()
        while event.kind in ("back", "send") or (event.kind == "goto" and self.turn.screen.kind == "summary"):
            if self.turn.screen.kind == "summary":
                return False
            event = self.next_event()
        if event.kind == "file":  # one that was really sent
            event = replace(event, value=await self._sent_file(draft.id))
        result = await self.house.services.desk.submit(unit, self.person, draft.id, event)
        if result.turn.draft.done:
            return False  # a door out of the form: not taken, the walk ends here
        await self.house.store.commit(unit)
        self.turn = result.turn
        return True

    async def _sent_file(self, draft: str) -> dict[str, Any]:
        """A new file of this person's, as answers name it."""
        content = PDF.replace(b"trailer", f"% {self.random.random()}\ntrailer".encode())
        ref = (await self.house.services.files.take(content, "签到表.pdf", size=len(content))).to_json()
        unit = self.house.store.unit()
        note_files(unit, ref, "draft", draft, self.person.id)
        await self.house.store.commit(unit)
        return ref

    async def stands(self, met: set[tuple[str, str]], most: int = 160) -> AsyncIterator[Stand]:
        """Each screen whose question and kind are not in *met* yet."""
        for _ in range(most):
            key = (self.turn.screen.question, self.turn.screen.kind)
            if key not in met:
                met.add(key)
                draft = await self.stored()
                yield Stand(draft, self.turn.screen)
                await self.put_back(draft)
                draft, screen = await self.shown()
                self.turn = replace(self.turn, draft=draft, screen=screen)
            if not await self.step():
                return

    async def drop(self) -> None:
        """Throw the draft away, so that the next walk begins anew."""
        unit = self.house.store.unit()
        await self.house.services.desk.submit(unit, self.person, self.turn.draft.id, Event("cancel"))
        await self.house.store.commit(unit)


def flat(values: Mapping[str, Any], at: str = "") -> dict[str, Any]:
    """Answers by path; rows under their ids."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping) and "_" in value[0]:
            for row in value:
                found |= flat(row, f"{at}{name}/{row['_']}/")
        elif name != "_":
            found[at + name] = value
    return found


def plain(text: str) -> str:
    """What a person reads of an HTML text."""
    return unescape(re.sub(r"</?[a-z][^>]*>", "", text))


def asks(house: House, screen: Screen, lang: str) -> str:
    """The words in which a screen asks; of a row and the summary, the first thing they list."""
    answers = house.services.answers
    if screen.kind == "summary":
        return answers.texts.text("summary-check", lang)
    if screen.kind == "row":
        return answers.short(screen.lines[0].key, lang)
    return answers.texts.text(screen.question, lang, **answers.args(screen.show, lang))
