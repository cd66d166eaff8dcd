"""A method of the Bot API being carried out in the built-in chat: its values, checked as Telegram does."""

from __future__ import annotations

from functools import cache
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import TelegramObject
from pydantic import TypeAdapter

from bot.channels.webchat_html import read_html, utf16
from bot.channels.webchat_markup import inline_keyboard

MAX_TEXT = 4096  # characters after entities, Bot API sendMessage
MAX_CAPTION = 1024


class Method:
    """One method being carried out: its values with the bot's defaults filled in."""

    def __init__(self, bot: Bot, method: TelegramMethod[Any], part: TelegramObject | None = None) -> None:
        self.bot = bot
        self.method = method
        self._of: Any = method if part is None else part

    @property
    def chat(self) -> str:
        chat_id = getattr(self.method, "chat_id", None)
        try:
            return str(int(chat_id))  # type: ignore[arg-type]
        except (TypeError, ValueError):
            raise self.bad("chat not found") from None

    def value(self, name: str) -> Any:
        value = getattr(self._of, name, None)
        return self.bot.default[value.name] if isinstance(value, Default) else value

    def bad(self, message: str) -> TelegramBadRequest:
        return TelegramBadRequest(self.method, f"Bad Request: {message}")

    def text(self, name: str, entities: str, most: int, when_empty: str) -> tuple[str, list[dict[str, Any]]]:
        """The plain text and entities of a text field, within Telegram's limit."""
        raw = self.value(name) or ""
        given = self.value(entities)
        mode = (self.value("parse_mode") or "").lower()
        if given is not None:
            text, found = raw, [each.model_dump(exclude_none=True) for each in given]
        elif mode == "html":
            text, found = read_html(raw)
        elif not mode:
            text, found = raw.strip(), []
        else:
            raise self.bad("unsupported parse_mode: the built-in chat reads HTML")
        if when_empty and not text:
            raise self.bad(when_empty)
        if utf16(text) > most:
            raise self.bad("message is too long" if most == MAX_TEXT else "message caption is too long")
        return text, found

    def caption(self) -> dict[str, Any]:
        text, entities = self.text("caption", "caption_entities", MAX_CAPTION, "")
        return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})

    def with_keyboard(self, message: dict[str, Any]) -> dict[str, Any]:
        """*message* with the inline keyboard of this method, and no other."""
        message = {key: value for key, value in message.items() if key != "reply_markup"}
        if keyboard := inline_keyboard(self.value("reply_markup"), self.bad):
            message["reply_markup"] = keyboard
        return message

    def result(self, raw: Any) -> Any:
        """*raw* as the type the method returns."""
        if isinstance(raw, bool):
            return raw
        return _adapter(type(self.method)).validate_python(raw, context={"bot": self.bot})


@cache
def _adapter(method: type[TelegramMethod[Any]]) -> TypeAdapter[Any]:
    return TypeAdapter(method.__returning__)
