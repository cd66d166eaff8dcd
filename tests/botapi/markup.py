"""Keyboards: what Telegram accepts under a message."""

from __future__ import annotations

import json
from typing import Any, cast

from tests.botapi.base import ApiError, Json, fail
from tests.botapi.telegram_html import link_fault
from tests.botapi.texts import clean

INLINE_BUTTONS = 100
INLINE_ROW = 8
REPLY_BUTTONS = 300
REPLY_ROW = 12
DATA_BYTES = 64

_PRIVATE_ONLY = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
_PLAIN = {"text", "callback_data"}
_INLINE_KINDS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


def reply_markup(value: Any, private: bool, inline_only: bool = False) -> Json | None:
    """
    The parameter reply_markup, checked; None when it shows nothing.

    Telegram quietly hides buttons beyond its limits (8 in a row, 100 in all). Here they are an
    error, because a person would miss them: ``reply markup is too long``.
    """
    if value is None or value == "":
        return None
    markup = _object(value)
    rows = _rows(markup.get("keyboard"), 'Field "keyboard" must be an Array of Arrays')
    inline = _rows(
        markup.get("inline_keyboard"),
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    if any(rows):
        if inline_only:
            raise fail("Inline keyboard expected")
        _limit(rows, REPLY_ROW, REPLY_BUTTONS)
        checked = [[_reply_button(button, private) for button in row] for row in rows]
        return markup | {"keyboard": checked}
    if any(inline):
        _limit(inline, INLINE_ROW, INLINE_BUTTONS)
        return {"inline_keyboard": [[_inline_button(one, private) for one in row] for row in inline if row]}
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        if inline_only:
            raise fail("Inline keyboard expected")
        return markup
    return None


def _object(value: Any) -> Json:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise fail("Can't parse reply keyboard markup JSON object") from None
    if not isinstance(value, dict):
        raise fail("Object expected as reply markup")
    return cast("Json", value)


def _rows(value: Any, complaint: str) -> list[list[Any]]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise fail(complaint)
    return value


def _limit(rows: list[list[Any]], row: int, total: int) -> None:
    if any(len(one) > row for one in rows) or sum(map(len, rows)) > total:
        raise fail("Reply markup is too long")


def _label(button: Json, kind: str) -> str:
    text = button.get("text")
    if text is None:
        raise fail(f"Can't parse {kind.lower()}: Can't find field \"text\"")
    if not isinstance(text, str):
        raise fail(f'Can\'t parse {kind.lower()}: Field "text" must be of type String')
    if not clean(text).strip():
        raise fail(f"{kind} text must be non-empty")
    return text


def _reply_button(button: Any, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise fail("Can't parse keyboard button: KeyboardButton must be a String or an Object")
    _label(button, "Keyboard button")
    for name, complaint in _PRIVATE_ONLY.items():
        if button.get(name) and not private:
            raise fail(complaint)
    if button.get("web_app"):
        _web_app(button["web_app"], "Keyboard button")
    return button


def _inline_button(button: Any, private: bool) -> Json:
    if not isinstance(button, dict):
        raise fail("Can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    _label(button, "Inline keyboard button")
    if button.keys() == _PLAIN and button["callback_data"]:  # nearly every button
        _data(button["callback_data"])
        return button
    # an empty url or callback_data counts as none, as in tdlib/telegram-bot-api
    kind = next((name for name in _INLINE_KINDS if button.get(name) not in (None, "")), None)
    if kind is None and not {"switch_inline_query", "switch_inline_query_current_chat"} & button.keys():
        raise fail("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if kind == "callback_data":
        _data(button["callback_data"])
    elif kind == "url":
        _url(button["url"])
    elif kind == "web_app":
        if not private:
            raise ApiError(400, "Bad Request: BUTTON_TYPE_INVALID")
        _web_app(button["web_app"], "Inline keyboard button")
    elif kind == "copy_text":
        text = button["copy_text"].get("text", "") if isinstance(button["copy_text"], dict) else ""
        if not isinstance(text, str) or not 1 <= len(text) <= 256:
            raise fail("BUTTON_COPY_TEXT_INVALID")
    return button


def _data(data: Any) -> None:
    if not isinstance(data, str):
        raise fail('Can\'t parse inline keyboard button: Field "callback_data" must be of type String')
    if not 1 <= len(data.encode("utf-8", "surrogatepass")) <= DATA_BYTES:
        raise fail("BUTTON_DATA_INVALID")


def _url(url: Any) -> None:
    if not isinstance(url, str):
        raise fail('Can\'t parse inline keyboard button: Field "url" must be of type String')
    if not url.lower().startswith(("tg://user?", "tg:user?")) and (fault := link_fault(url)):
        raise fail(f"Inline keyboard button URL '{url}' is invalid: {fault}")


def _web_app(value: Any, where: str) -> None:
    url = value.get("url") if isinstance(value, dict) else None
    if not isinstance(url, str):
        raise fail(f"Can't parse {where.lower()}: Can't find field \"url\"")
    if fault := link_fault(url, https_only=True):
        raise fail(f"{where} Web App URL '{url}' is invalid: {fault}")
