"""
An update as it comes in: read, cleaned once at the edge, placed with its person, made into aiogram's objects.

``Update.model_validate`` costs 60 to 190 µs, the largest part of a step once the rest is lean. The two
updates that nearly all traffic consists of, a typed text and a tapped button in a private chat, are
therefore built here field by field (11 and 40 µs); the result is *equal* to pydantic's, as the tests
compare, and whatever holds a field or a type this page does not know goes through pydantic.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, NoReturn

import orjson
from aiogram import Bot
from aiogram.types import (
    CallbackQuery,
    Chat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    TelegramObject,
    Update,
    User,
)
from pydantic import ValidationError
from pydantic_core import PydanticUndefined

Raw = dict[str, Any]

MAX_DEPTH: Final = 200
"""Levels of nesting. Telegram's own updates stay below 20; deeper ones could only exhaust the stack."""

NOT_A_CHARACTER: Final = "\N{REPLACEMENT CHARACTER}"


class BadUpdate(ValueError):
    """What came in is no update at all: not JSON, not an object, or without a usable ``update_id``."""


class StrangeUpdate(BadUpdate):
    """An update with a number, but not of a shape aiogram knows. It is set aside, never refused for ever."""


class Place(NamedTuple):
    """
    Whose update it is. ``lane``: what is worked one after the other, a person if one is known, else a chat.

    ``chat``: id of the chat to answer in, "" for none. ``lang``: the language_code of the sender's app.
    """

    lane: str
    chat: str
    lang: str


# ---------------------------------------------------------------- reading and cleaning


def read_json(body: bytes) -> Any:
    """
    The value of a JSON text, cleaned: no NUL, no lone surrogate, no NaN, at most MAX_DEPTH
    deep.

    Raises:
        BadUpdate: it is not such a text.
    """
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return clean(_patient_json(body))
    return clean(value) if b"\\u0000" in body else value


def _patient_json(body: bytes) -> Any:
    """What orjson refuses and the standard library reads: lone surrogates. All else is refused here too."""
    if b"\\u" not in body or body.count(b"[") + body.count(b"{") > 10_000:
        raise BadUpdate("not JSON")
    try:
        return json.loads(body, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise BadUpdate("not JSON") from error


def _refuse(token: str) -> NoReturn:
    raise ValueError(token)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("too large")
    return number


def clean(value: Any, depth: int = 0) -> Any:
    """The same value with NUL taken out of its texts and every lone surrogate replaced by U+FFFD."""
    if depth > MAX_DEPTH:
        raise BadUpdate("nested too deep")
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_text(key): clean(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [clean(item, depth + 1) for item in value]
    return value


def clean_text(text: str) -> str:
    """*text* as both databases can keep it."""
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def update_id_of(raw: Any) -> int:
    """
    The number of an update (Telegram Bot API, *Update*: a positive integer).

    Raises:
        BadUpdate: *raw* is no object or has no such number.
    """
    number = raw.get("update_id") if type(raw) is dict else None
    if type(number) is not int or not 0 < number < 1 << 63:
        raise BadUpdate("no update_id")
    return number


def place_of(raw: Raw) -> Place:
    """
    Whose update this is, read without trusting anything in it; the update's own number where nobody is
    named.
    """
    event = raw.get("message") or raw.get("callback_query")
    if event is None:
        event = next(
            (value for key, value in raw.items() if key != "update_id" and type(value) is dict), None
        )
    if type(event) is not dict:
        return Place(f"update {raw.get('update_id')}", "", "")
    user = event.get("from") or event.get("user")
    user = user if type(user) is dict else {}
    chat = event.get("chat")
    if type(chat) is not dict:
        message = event.get("message")
        chat = message.get("chat") if type(message) is dict else None
    user_id, lang = user.get("id"), user.get("language_code")
    chat_id = chat.get("id") if type(chat) is dict else user_id
    owner = user_id if type(user_id) is int else chat_id
    return Place(
        str(owner) if type(owner) is int else f"update {raw.get('update_id')}",
        str(chat_id) if type(chat_id) is int else "",
        lang if type(lang) is str else "",
    )


# ---------------------------------------------------------------- aiogram's objects


def parse(raw: Raw, bot: Bot | None) -> Update:
    """
    The aiogram Update of *raw*, mounted to *bot*.

    Raises:
        StrangeUpdate: its fields are not of the types the Bot API knows.
    """
    try:
        return _usual(raw, bot)
    except _Unusual:
        pass
    try:
        return Update.model_validate(raw, context={"bot": bot})
    except (ValidationError, RecursionError, OverflowError) as error:
        # what pydantic says quotes the values; only the places may be told
        places = (
            sorted({".".join(map(str, fault["loc"][:4])) for fault in error.errors(include_input=False)})
            if isinstance(error, ValidationError)
            else []
        )
        raise StrangeUpdate(", ".join(places[:5]) or type(error).__name__) from None


class _Unusual(Exception):
    """A field or type outside the two usual shapes."""


def _defaults(model: type[TelegramObject]) -> dict[str, Any]:
    """
    What each field holds when it was not sent, in the order of the fields; required ones are always given.
    """
    values = {
        name: info.get_default(call_default_factory=True, validated_data={})
        for name, info in model.model_fields.items()
    }
    return {name: None if value is PydanticUndefined else value for name, value in values.items()}


_MODELS: Final = (
    Update,
    Message,
    CallbackQuery,
    Chat,
    User,
    MessageEntity,
    InlineKeyboardMarkup,
    InlineKeyboardButton,
)
_DEFAULTS: Final = {model: _defaults(model) for model in _MODELS}
_put = object.__setattr__


def _make(model: Any, given: dict[str, Any], bot: Bot | None) -> Any:
    """An instance as pydantic would leave it after validating *given*, whose values are right already."""
    made = model.__new__(model)
    _put(made, "__dict__", {**_DEFAULTS[model], **given})
    _put(made, "__pydantic_fields_set__", set(given))
    _put(made, "__pydantic_extra__", {})
    _put(made, "__pydantic_private__", {"_bot": bot})
    return made


_USER: Final = {"id": int, "is_bot": bool, "first_name": str, "last_name": str, "username": str,
                "language_code": str, "is_premium": bool}  # fmt: skip
_CHAT: Final = {"id": int, "type": str, "first_name": str, "last_name": str, "username": str}
_ENTITY: Final = {"type": str, "offset": int, "length": int}
_BUTTON: Final = {"text": str, "callback_data": str, "url": str}
_MESSAGE: Final = {"message_id": int, "text": str, "edit_date": int}
_QUERY: Final = {"id": str, "chat_instance": str, "data": str}


def _plain(model: Any, kinds: Mapping[str, type], need: tuple[str, ...], raw: Any, bot: Bot | None) -> Any:
    """An object all of whose fields are plain values of exactly the expected type."""
    if type(raw) is not dict:
        raise _Unusual
    for key, value in raw.items():
        if type(value) is not kinds.get(key):
            raise _Unusual
    for key in need:
        if key not in raw:
            raise _Unusual
    return _make(model, raw, bot)


def _message(raw: Any, bot: Bot | None) -> Any:
    if type(raw) is not dict:
        raise _Unusual
    given: dict[str, Any] = {}
    for key, value in raw.items():
        if _MESSAGE.get(key) is type(value):
            given[key] = value
        elif key == "date" and type(value) is int and 0 < value < 1 << 33:
            given[key] = datetime.fromtimestamp(value, UTC)
        elif key == "from":
            given["from_user"] = _plain(User, _USER, ("id", "is_bot", "first_name"), value, bot)
        elif key == "chat":
            given[key] = _plain(Chat, _CHAT, ("id", "type"), value, bot)
        elif key == "entities" and type(value) is list:
            given[key] = [
                _plain(MessageEntity, _ENTITY, ("type", "offset", "length"), one, bot) for one in value
            ]
        elif key == "reply_markup" and type(value) is dict and list(value) == ["inline_keyboard"]:
            given[key] = _make(
                InlineKeyboardMarkup, {"inline_keyboard": _rows(value["inline_keyboard"], bot)}, bot
            )
        else:
            raise _Unusual
    if "message_id" not in given or "date" not in given or "chat" not in given:
        raise _Unusual
    return _make(Message, given, bot)


def _rows(raw: Any, bot: Bot | None) -> list[list[InlineKeyboardButton]]:
    if type(raw) is not list:
        raise _Unusual
    rows = []
    for row in raw:
        if type(row) is not list:
            raise _Unusual
        rows.append([_plain(InlineKeyboardButton, _BUTTON, ("text",), button, bot) for button in row])
    return rows


def _query(raw: Any, bot: Bot | None) -> Any:
    if type(raw) is not dict:
        raise _Unusual
    given: dict[str, Any] = {}
    for key, value in raw.items():
        if _QUERY.get(key) is type(value):
            given[key] = value
        elif key == "from":
            given["from_user"] = _plain(User, _USER, ("id", "is_bot", "first_name"), value, bot)
        elif key == "message":
            given[key] = _message(value, bot)
        else:
            raise _Unusual
    if "id" not in given or "chat_instance" not in given or "from_user" not in given:
        raise _Unusual
    return _make(CallbackQuery, given, bot)


def _usual(raw: Raw, bot: Bot | None) -> Update:
    if len(raw) != 2 or type(raw.get("update_id")) is not int:
        raise _Unusual
    if "message" in raw:
        given = {"update_id": raw["update_id"], "message": _message(raw["message"], bot)}
    elif "callback_query" in raw:
        given = {"update_id": raw["update_id"], "callback_query": _query(raw["callback_query"], bot)}
    else:
        raise _Unusual
    update: Update = _make(Update, given, bot)
    return update
