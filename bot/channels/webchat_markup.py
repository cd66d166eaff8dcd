"""Keyboards of the built-in chat, held to Telegram's rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.types import ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

MAX_DATA = 64  # bytes of callback_data, Bot API InlineKeyboardButton
MAX_BUTTONS = 100
MAX_COLUMNS = 8
STYLES = ("primary", "success", "danger")
KEYBOARDS = ("numeric", "decimal", "tel", "text")
_WAYS = ("callback_data", "url", "web_app", "copy_text")

Bad = Callable[[str], Exception]


def inline_keyboard(markup: Any, bad: Bad) -> dict[str, Any] | None:
    """
    The inline keyboard as plain JSON, None for none or an empty one; raises ``bad(...)`` as Telegram would
    refuse it.
    """
    if not isinstance(markup, InlineKeyboardMarkup):
        return None
    rows = []
    for row in markup.inline_keyboard:
        if len(row) > MAX_COLUMNS:
            raise bad("too many buttons in a row")
        buttons = [_button(button.model_dump(exclude_none=True), bad) for button in row]
        if buttons:
            rows.append(buttons)
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    if not rows:
        return None
    wish = _wish((markup.model_extra or {}).get("lianxin"))
    return {"inline_keyboard": rows} | ({"lianxin": wish} if wish else {})


def _button(button: dict[str, Any], bad: Bad) -> dict[str, Any]:
    if not button.get("text", "").strip():
        raise bad("inline keyboard button text must not be empty")
    ways = [way for way in _WAYS if button.get(way) is not None]
    if len(ways) != 1:
        raise bad(
            "inline keyboard button must have exactly one of callback_data, url, web_app, copy_text here"
        )
    if ways == ["callback_data"] and not 1 <= len(button["callback_data"].encode()) <= MAX_DATA:
        raise bad("BUTTON_DATA_INVALID")
    target = button.get("url") or button.get("web_app", {}).get("url")
    if target is not None and not target.startswith(("https://", "http://", "tg://")):
        raise bad("BUTTON_URL_INVALID")
    if button.get("style") not in (None, *STYLES):
        raise bad("unknown button style")
    return {key: button[key] for key in ("text", "style", *ways) if key in button}


def panel_of(markup: Any) -> dict[str, Any] | None:
    """
    What a reply keyboard, its removal or a forced reply asks of the page's input line; None for anything
    else.
    """
    if isinstance(markup, ReplyKeyboardRemove):
        return {"keyboard": []}
    if isinstance(markup, ForceReply):
        panel: dict[str, Any] = {
            "keyboard": [],
            "focus": True,
            "placeholder": markup.input_field_placeholder or "",
        }
        return panel | _wish((markup.model_extra or {}).get("lianxin"))
    if isinstance(markup, ReplyKeyboardMarkup):
        rows = [
            [
                {"text": button.text} | ({"location": True} if button.request_location else {})
                for button in row
            ]
            for row in markup.keyboard
        ]
        return {
            "keyboard": rows,
            "once": bool(markup.one_time_keyboard),
            "placeholder": markup.input_field_placeholder or "",
        }
    return None


def _wish(raw: Any) -> dict[str, Any]:
    """How the page should treat the question (``webchat.dress``), only what it knows."""
    if not isinstance(raw, dict):
        return {}
    wish: dict[str, Any] = {}
    if raw.get("keyboard") in KEYBOARDS:
        wish["keyboard"] = raw["keyboard"]
    if isinstance(raw.get("placeholder"), str):
        wish["placeholder"] = raw["placeholder"][:64]
    if raw.get("location"):
        wish["location"] = True
    if isinstance(raw.get("quiet"), int):
        wish["quiet"] = raw["quiet"]
    return wish
