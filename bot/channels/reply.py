"""
What is said in answer to an update: *calls*, the methods of the Bot API as plain JSON.

A call is ``{"method": "sendMessage", "chat_id": …, "text": …}``, just what Telegram takes in a webhook's
response. It can be kept with its update and sent again unchanged. Handlers may return aiogram's methods (a
keyboard and a message cost 140 µs to build and dump) or such calls (a few µs, see `send`, `edit`, `answer`);
both may stand in one list.

Files lie beside the fields, under ``$files``: name -> {"path", "name"} or {"data" (base64), "name"}; the
field says ``attach://<name>``. Content worth keeping belongs where files are kept, so that only a path stands
here.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, Final, cast

import orjson
from aiogram import methods
from aiogram.client.default import Default, DefaultBotProperties
from aiogram.dispatcher.event.bases import REJECTED, UNHANDLED
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, FSInputFile, InputFile, TelegramObject, URLInputFile

Call = dict[str, Any]
Said = TelegramMethod[Any] | Call
Button = tuple[str, str]
"""What stands on a button and the callback_data it sends (at most 64 bytes)."""

FILES: Final = "$files"
MOST_INLINE_BYTES: Final = 1 << 20
"""Bytes of a file that may travel inside a kept reply; larger ones are handed over by path."""

PARSE_MODE: Final = "HTML"


# ---------------------------------------------------------------- building calls


def keyboard(rows: Iterable[Iterable[Button]]) -> dict[str, Any]:
    """An inline keyboard; a button whose data is a web address opens it."""
    return {"inline_keyboard": [[_button(text, data) for text, data in row] for row in rows]}


def _button(text: str, data: str) -> dict[str, str]:
    if data.startswith(("https://", "http://")):
        return {"text": text, "url": data}
    return {"text": text, "callback_data": data}


def send(chat_id: int | str, text: str, rows: Sequence[Sequence[Button]] = ()) -> Call:
    """A new message. *text*: HTML, foreign parts escaped, at most 4096 characters once parsed."""
    call: Call = {"method": "sendMessage", "chat_id": chat_id, "text": text, "parse_mode": PARSE_MODE}
    if rows:
        call["reply_markup"] = keyboard(rows)
    return call


def edit(chat_id: int | str, message_id: int, text: str, rows: Sequence[Sequence[Button]] = ()) -> Call:
    """A message of ours in its new form; without *rows* its buttons go."""
    call = send(chat_id, text, rows)
    call["method"] = "editMessageText"
    call["message_id"] = message_id
    return call


def answer(query_id: str, text: str = "", *, alert: bool = False) -> Call:
    """The tap is heard: the button stops spinning. *text*, at most 200 characters, is shown for a moment."""
    call: Call = {"method": "answerCallbackQuery", "callback_query_id": query_id}
    if text:
        call["text"] = text
    if alert:
        call["show_alert"] = True
    return call


# ---------------------------------------------------------------- aiogram's methods as calls


def calls_of(said: Any, default: DefaultBotProperties | None = None) -> list[Call]:
    """
    What a handler returned, as calls; None and aiogram's UNHANDLED are no answer.

    Raises:
        TypeError: it is something else, or holds a file that cannot be kept.
    """
    if isinstance(said, list | tuple):
        return [call_of(one, default) for one in said]
    if said is None or said is UNHANDLED or said is REJECTED:
        return []
    if isinstance(said, dict | TelegramMethod):
        return [call_of(said, default)]
    raise TypeError(f"a handler returns methods, not {type(said).__name__}")


def call_of(said: Said, default: DefaultBotProperties | None = None) -> Call:
    """One method as a call, with the bot's defaults filled in and its files put beside it."""
    if isinstance(said, dict):
        if type(said.get("method")) is not str:
            raise TypeError("a call names its method")
        return said
    files: dict[str, Any] = {}
    call: Call = {"method": said.__api_method__}
    for key, value in said.model_dump(exclude_none=True, warnings=False).items():
        if key == "reply_markup":
            call[key] = value
        elif (plain := _plain(value, default, files)) is not None:
            call[key] = plain
    if files:
        call[FILES] = files
    return call


def _plain(value: Any, default: DefaultBotProperties | None, files: dict[str, Any]) -> Any:
    """*value* as JSON; None for what is not sent."""
    if isinstance(value, str | int | float):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Default):
        return None if default is None else _plain(default[value.name], None, files)
    if isinstance(value, InputFile):
        return _file(value, files)
    if isinstance(value, Mapping):
        pairs = ((key, _plain(item, default, files)) for key, item in value.items())
        return {key: plain for key, plain in pairs if plain is not None}
    if isinstance(value, list | tuple):
        return [plain for plain in (_plain(item, default, files) for item in value) if plain is not None]
    if isinstance(value, timedelta):
        return round((datetime.now(UTC) + value).timestamp())
    if isinstance(value, datetime):
        return round(value.timestamp())
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, TelegramObject):
        return _plain(value.model_dump(exclude_none=True, warnings=False), default, files)
    if value is None:
        return None
    raise TypeError(f"{type(value).__name__} cannot be sent")


def _file(file: InputFile, files: dict[str, Any]) -> str:
    if isinstance(file, URLInputFile):
        return file.url
    name = f"file{len(files)}"
    if isinstance(file, FSInputFile):
        files[name] = {"path": str(file.path), "name": file.filename}
    elif isinstance(file, BufferedInputFile):
        if len(file.data) > MOST_INLINE_BYTES:
            raise TypeError("a file of this size is handed over by its path")
        files[name] = {"data": base64.b64encode(file.data).decode(), "name": file.filename}
    else:
        raise TypeError(f"{type(file).__name__} cannot be kept")
    return f"attach://{name}"


def method_of(call: Call) -> TelegramMethod[Any]:
    """The aiogram method of a call, for a session that takes those."""
    model: Any = getattr(methods, call["method"][:1].upper() + call["method"][1:])
    fields = {key: value for key, value in call.items() if key not in ("method", FILES)}
    if files := call.get(FILES):
        fields = _attached(fields, {f"attach://{name}": _input_file(file) for name, file in files.items()})
    return cast("TelegramMethod[Any]", model.model_validate(fields))


def _input_file(file: Mapping[str, str]) -> InputFile:
    if "data" in file:
        return BufferedInputFile(base64.b64decode(file["data"]), filename=file["name"])
    return FSInputFile(file["path"], filename=file["name"])


def _attached(value: Any, files: Mapping[str, InputFile]) -> Any:
    if isinstance(value, str):
        return files.get(value, value)
    if isinstance(value, dict):
        return {key: _attached(item, files) for key, item in value.items()}
    if isinstance(value, list):
        return [_attached(item, files) for item in value]
    return value


# ---------------------------------------------------------------- kept and sent again


def dumps(calls: Sequence[Call]) -> str:
    """The reply as it is kept beside its update."""
    return orjson.dumps(calls).decode()


def loads(reply: str) -> list[Call]:
    """The calls of a kept reply; an empty text is none."""
    return cast("list[Call]", orjson.loads(reply)) if reply else []


# ---------------------------------------------------------------- in which way, in which order


def creates(call: Call) -> bool:
    """Whether the call puts a new message into the chat, so that its place among the others matters."""
    method: str = call["method"]
    return method.startswith(("send", "copy", "forward")) and method != "sendChatAction"


def split(calls: Sequence[Call]) -> tuple[Call | None, list[Call], list[Call]]:
    """
    How a reply travels by webhook: (the call in the response, calls in this order, calls in any order).

    The response takes the only new message; where there are several, or one with a file, those go as calls
    one after the other and the response takes the heaviest of the rest. Answering a tap and changing older
    messages need no order among new messages.
    """
    new = [call for call in calls if creates(call)]
    rest = [call for call in calls if not creates(call)]
    if len(new) == 1 and FILES not in new[0]:
        return new[0], [], rest
    inline = max((call for call in rest if FILES not in call), key=_weight, default=None)
    if inline is not None:
        rest = [call for call in rest if call is not inline]
    return inline, new, rest


def _weight(call: Call) -> int:
    return len(call.get("text") or call.get("caption") or "") + (100 if "reply_markup" in call else 0)


def owes(calls: Sequence[Call]) -> bool:
    """Whether a webhook's reply holds new messages that its response cannot carry."""
    new = 0
    for call in calls:
        if creates(call):
            new += 1
            if new > 1 or FILES in call:
                return True
    return False


# ---------------------------------------------------------------- second best


def anew(call: Call) -> Call:
    """A new message in place of a change of one that is gone."""
    made = {key: value for key, value in call.items() if key not in ("message_id", "inline_message_id")}
    made["method"] = "sendMessage"
    return made


_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")


def unformatted(call: Call) -> Call:
    """The same words without formatting, for a text whose HTML Telegram would not take."""
    made = {key: value for key, value in call.items() if key != "parse_mode"}
    for key in ("text", "caption"):
        if type(made.get(key)) is str:
            made[key] = html.unescape(_TAG.sub("", made[key]))
    return made


__all__ = [
    "FILES", "Button", "Call", "Said", "anew", "answer", "call_of", "calls_of", "creates", "dumps",
    "edit", "keyboard", "loads", "method_of", "owes", "send", "split", "unformatted",
]  # fmt: skip
