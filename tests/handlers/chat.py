"""Somebody in a chat with the real dispatcher, inbox, desk and database; only the network is left out."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from aiogram import Bot

from bot.app import build_services
from bot.channels.inbox import Inbox
from bot.forms.registry import Registry
from bot.handlers.dispatch import build_dispatcher
from bot.services import Services
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.ports import Store

_ids = itertools.count(1000)


@dataclass
class Bubble:
    """One message of the bot as the person sees it."""

    text: str
    buttons: list[tuple[str, str]]


@dataclass
class Chat:
    """One person's chat. ``bubbles``: message id -> what it shows now; ``toasts``: short answers to taps."""

    house: House
    user: int
    lang: str = "zh-hans"
    channel: str = "web"
    bubbles: dict[int, Bubble] = field(default_factory=dict)
    toasts: list[str] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    photos: list[dict[str, Any]] = field(default_factory=list)
    touched: int = 0

    @property
    def last(self) -> Bubble:
        """The message that was sent or edited last."""
        return self.bubbles[self.touched]

    async def say(self, text: str, **more: Any) -> Bubble:
        """Write something; the newest message afterwards."""
        message = {
            "message_id": next(_ids),
            "date": int(self.house.now()),
            "chat": self._chat(),
            "from": self._user(),
            "text": text,
        }
        await self.send({"message": {**message, **more}})
        return self.last

    async def tap(self, label: str, *, on: int | None = None) -> Bubble:
        """Press the button whose text contains *label*, on the newest message that has it."""
        number, data = self.find(label) if on is None else (on, self._data(on, label))
        return await self.press(data, number)

    async def newest(self, form: str) -> Bubble:
        """The newest record of a form, found as this person finds it: by 查看记录, else in 与我有关."""
        said = await self.say("/records")
        if any(label.startswith(f"{form}　") for label, _ in said.buttons):
            said = await self.tap(f"{form}　")
        here = said.text.startswith(form)
        if not here or not any(data.startswith("r:view:") for _, data in said.buttons):
            here, said = False, await self.say("/mine")
        for label, data in said.buttons:
            if data.startswith("r:view:") and (here or form in label):
                return await self.press(data, self.touched)
        raise AssertionError(f"no {form} in\n{said.text}\n{[label for label, _ in said.buttons]}")

    def find(self, label: str) -> tuple[int, str]:
        """(message id, data) of a button."""
        for number in (self.touched, *sorted(self.bubbles, reverse=True)):
            for text, data in self.bubbles[number].buttons:
                if label == text or label in text:
                    return number, data
        raise AssertionError(
            f"no button {label!r}; the last message is\n{self.last.text}\n{[t for t, _ in self.last.buttons]}"
        )

    def _data(self, number: int, label: str) -> str:
        return next(data for text, data in self.bubbles[number].buttons if label in text)

    async def press(self, data: str, number: int) -> Bubble:
        """Send a callback query with these data."""
        message = {"message_id": number, "date": int(self.house.now()), "chat": self._chat(), "text": "x"}
        query = {
            "id": str(next(_ids)),
            "from": self._user(),
            "chat_instance": "1",
            "data": data,
            "message": message,
        }
        await self.send({"callback_query": query})
        return self.last

    async def send(self, update: dict[str, Any], key: str = "") -> list[dict[str, Any]]:
        """Feed one update and carry the answer out."""
        number = next(_ids)
        calls = await self.house.inbox.receive(
            self.channel, key or f"{self.channel}:{self.user}:{number}", {"update_id": number, **update}
        )
        for call in calls:
            self._carry(call)
        return calls

    def _carry(self, call: dict[str, Any]) -> None:
        match call["method"]:
            case "answerCallbackQuery":
                self.toasts.append(call.get("text", ""))
            case "sendMessage":
                self.touched = next(_ids)
                self.bubbles[self.touched] = _bubble(call)
            case "editMessageText":
                self.touched = call["message_id"]
                self.bubbles[self.touched] = _bubble(call)
            case "sendDocument":
                self.documents.append(call["$files"]["document"])
            case "sendPhoto":
                self.photos.append({**call["$files"]["photo"], "caption": call.get("caption", "")})
            case "setMyCommands":
                self.toasts.append(f"{len(call['commands'])} commands")
            case other:
                raise AssertionError(f"a handler called {other}")

    def _chat(self) -> dict[str, Any]:
        return {"id": self.user, "type": "private", "first_name": "x"}

    def _user(self) -> dict[str, Any]:
        return {"id": self.user, "is_bot": False, "first_name": "x", "language_code": self.lang}


def _bubble(call: dict[str, Any]) -> Bubble:
    rows = call.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [(one["text"], one["callback_data"]) for row in rows for one in row]
    for text, data in buttons:
        assert len(data.encode()) <= 64, (text, data)
    assert 0 < len(call["text"]) <= 4096
    return Bubble(unescape(re.sub(r"</?[bi]>", "", call["text"])), buttons)


class House:
    """The services of one process over an open store, with chats for the people in it."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        clock: Any = None,
        *,
        texts: Texts | None = None,
        types: Registry | None = None,
    ) -> None:
        self.services: Services = build_services(
            settings,
            store,
            texts=texts or Texts(strict=True),
            types=types,
            **({"clock": clock} if clock else {}),
        )
        self.bot = Bot("42:TEST")
        bots = {"web": self.bot, "tg": self.bot}
        self.inbox = Inbox(store, build_dispatcher(self.services), bots, self.services.texts)
        self.store = store

    def now(self) -> float:
        """Seconds since 1970 by the house's clock."""
        return self.services.world.clock().timestamp()

    async def chat(self, person: str, user: int, channel: str = "web") -> Chat:
        """A chat bound to *person*."""
        unit = self.store.unit()
        unit.people.bind_chat(channel, str(user), person)
        await self.store.commit(unit)
        return Chat(self, user, channel=channel)
