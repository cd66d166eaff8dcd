"""
What a person does on the page -> the update a dispatcher knows.

An action arrives as JSON from a browser: nothing in it is trusted, only the names below are read, and text is
cleaned once here (no NUL, no lone surrogates, no control characters), the same for every database behind.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.webchat_files import FileShelf, Kept
from bot.channels.webchat_shapes import document_of, message_of, sizes_of
from bot.errors import LianxinError
from bot.kept import ChatLine

MAX_TEXT = 4096  # as a Telegram client sends
MAX_CAPTION = 1024
KEY = re.compile(
    r"^[0-9A-Za-z_-]{8,36}$"
)  # with the chat before it, it must fit into callback_data (inbox.AGAIN)
_ALBUM = re.compile(r"^[0-9A-Za-z_-]{1,40}$")
_COMMAND = re.compile(r"^/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]+)?")


class BadAction(LianxinError):
    """The page sent something that is no action. Details: why."""

    code = "bad_action"


@dataclass(frozen=True, slots=True)
class Visitor:
    """
    Who sits before the page. ``chat``: the numeric chat id, also the user id there. ``lang``: zh-Hans,
    zh-Hant, en.
    """

    chat: str
    person: str
    name: str
    lang: str = "zh-Hans"

    def as_user(self) -> dict[str, Any]:
        """The Bot API's User; IETF language tag as Telegram sends it."""
        tag = {"zh-Hans": "zh-hans", "zh-Hant": "zh-hant"}.get(self.lang, self.lang)
        return {"id": int(self.chat), "is_bot": False, "first_name": self.name or "-", "language_code": tag}

    def as_chat(self) -> dict[str, Any]:
        """The Bot API's private Chat."""
        return {"id": int(self.chat), "type": "private", "first_name": self.name or "-"}


@dataclass(frozen=True, slots=True)
class Said:
    """
    Something a person wrote or sent: ``message`` as the bot gets it, ``shown`` where the page shows it
    otherwise. ``more``: another picture of its album follows.
    """

    message: Mapping[str, Any]
    shown: Mapping[str, Any] | None = None
    hidden: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button was pressed. ``line``: the message it stands under."""

    line: int
    data: str


def read_action(raw: Any, chat: str, files: FileShelf) -> Said | Tapped:
    """
    What an action asks for.

    Raises:
        BadAction: not one of the kinds in docs/webchat.md, or a file that is not this chat's.
    """
    if not isinstance(raw, dict):
        raise BadAction(why="not an object")
    kind = raw.get("kind")
    if kind == "tap":
        line, data = raw.get("line"), raw.get("data")
        if not isinstance(line, int) or not _is_id(line) or not isinstance(data, str):
            raise BadAction(why="tap")
        data = clean(data)
        if not 1 <= len(data.encode()) <= 64:
            raise BadAction(why="tap length")
        return Tapped(line, data)
    if kind == "text":
        return Said(text_message(_text(raw, "text", MAX_TEXT)))
    if kind == "command":
        command, label = _text(raw, "command", 64), clean(str(raw.get("label") or ""))[:64].strip()
        if not _COMMAND.fullmatch(command):
            raise BadAction(why="command")
        return Said(text_message(command), {"text": label} if label else None)
    if kind == "start":
        return Said(text_message("/start"), hidden=True)
    if kind in ("photo", "document"):
        kept = files.find(chat, str(raw.get("file")))
        if kept is None or (kind == "photo" and not kept.width):
            raise BadAction(why="file")
        sent = file_message(kept, kind, raw)
        return Said(sent, more="media_group_id" in sent and raw.get("more") is True)
    if kind == "location":
        return Said({"location": _location(raw)})
    raise BadAction(why="kind")


def text_message(text: str) -> dict[str, Any]:
    """The text part of a message; a command is marked as one."""
    command = _COMMAND.match(text)
    entities = [{"type": "bot_command", "offset": 0, "length": command.end()}] if command else None
    return {"text": text} | ({"entities": entities} if entities else {})


def file_message(kept: Kept, kind: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The file part of a message: photo or document, its caption and the album it belongs to."""
    message: dict[str, Any] = (
        {"photo": sizes_of(kept)} if kind == "photo" else {"document": document_of(kept)}
    )
    caption = clean(str(raw.get("caption") or "")).strip()[:MAX_CAPTION]
    album = raw.get("album")
    if isinstance(album, str) and _ALBUM.match(album):
        message["media_group_id"] = album
    return message | ({"caption": caption} if caption else {})


def _location(raw: Mapping[str, Any]) -> dict[str, Any]:
    try:
        latitude, longitude = float(raw["latitude"]), float(raw["longitude"])
        accuracy = float(raw.get("accuracy") or 0)
    except (KeyError, TypeError, ValueError, OverflowError):
        raise BadAction(why="location") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # refuses NaN too
        raise BadAction(why="location")
    place = {"latitude": round(latitude, 6), "longitude": round(longitude, 6)}
    return place | ({"horizontal_accuracy": round(accuracy, 1)} if 0 < accuracy <= 1500 else {})


def _text(raw: Mapping[str, Any], name: str, most: int) -> str:
    text = raw.get(name)
    if not isinstance(text, str):
        raise BadAction(why=name)
    text = clean(text).strip()
    if not text or len(text) > most:
        raise BadAction(why=f"{name} length")
    return text


def _is_id(value: int) -> bool:
    return not isinstance(value, bool) and 0 < value < 2**31


def clean(text: str) -> str:
    """Text without what no database or page can hold: NUL, control characters, lone surrogates; NFC."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))


def said_update(who: Visitor, key: str, line: ChatLine) -> dict[str, Any]:
    """The update of a message that stands in the log as *line*."""
    message = message_of(line) | {"from": who.as_user(), "chat": who.as_chat()}
    assert line.doc is not None
    if "as_sent" in line.doc:
        shown = ("text", "entities")
        message = {name: value for name, value in message.items() if name not in shown} | line.doc["as_sent"]
    return {"update_id": update_id(key), "message": message}


def tap_update(who: Visitor, key: str, tapped: Tapped, line: ChatLine | None) -> dict[str, Any]:
    """The update of a press; a message that is gone comes as the Bot API's InaccessibleMessage."""
    if line is None or line.doc is None:
        message: dict[str, Any] = {"message_id": tapped.line, "date": 0, "chat": who.as_chat()}
    else:
        message = message_of(line) | {"chat": who.as_chat()}
        if "reply_markup" in message:  # the page's own wishes are none of the update
            message["reply_markup"] = {"inline_keyboard": message["reply_markup"]["inline_keyboard"]}
    return {
        "update_id": update_id(key),
        "callback_query": {
            "id": f"{who.chat}:{key}",
            "from": who.as_user(),
            "chat_instance": who.chat,
            "data": tapped.data,
            "message": message,
        },
    }


def update_id(key: str) -> int:
    """A number for the update; what makes it one of a kind is its key, not this."""
    return zlib.crc32(key.encode()) & 0x7FFFFFFF
