"""
The built-in chat 连心网页聊天 as an aiogram session: what Telegram's servers are to Telegram, this is to the
page.

The dispatcher is the same; the methods the bot calls are checked against Telegram's limits, written to the
chat's log and shown on every page that has the chat open. A method this chat does not carry raises, as an
unknown one does there.

Three things the page can do that Telegram cannot hang on a keyboard as one extra field, see :func:`dress`;
Telegram ignores fields it does not know.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup, InputFile, URLInputFile

from bot.channels.webchat_files import FileShelf, Kept
from bot.channels.webchat_html import BadMarkup, utf16
from bot.channels.webchat_hub import Hub
from bot.channels.webchat_markup import panel_of
from bot.channels.webchat_method import MAX_TEXT, Method
from bot.channels.webchat_shapes import document_of, message_of, put_event, sizes_of
from bot.usecases.ports import ChatLog

CHANNEL: Final = "web"
BOT_TOKEN: Final = "1000000000:built-in-chat"  # never leaves the process; aiogram wants one of this shape  # noqa: S105
MAX_ALERT = 200

_origin: ContextVar[str] = ContextVar("webchat_origin", default="")


@contextmanager
def once(origin: str) -> Iterator[None]:
    """
    What is sent inside happens to a chat only once per *origin*, however often it is tried: one method a
    block.
    """
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


def dress(
    markup: InlineKeyboardMarkup,
    *,
    keyboard: str = "",
    placeholder: str = "",
    location: bool = False,
    quiet: int = 0,
) -> InlineKeyboardMarkup:
    """
    Say how the page should treat the question under which *markup* stands.

    ``keyboard``: ``numeric``, ``decimal`` or ``tel``, the on-screen keyboard; ``placeholder``: shown in the
    empty input line, e.g. 例如 32; ``location``: offer the location button; ``quiet``: that many last rows
    are the fixed ones.
    """
    wish = {"keyboard": keyboard, "placeholder": placeholder, "location": location, "quiet": quiet}
    return markup.model_copy(update={"lianxin": {name: value for name, value in wish.items() if value}})


class WebChatSession(BaseSession):
    """Carries Bot API methods into the built-in chat. ``now``: seconds since 1970."""

    def __init__(
        self, log: ChatLog, files: FileShelf, hub: Hub, *, now: Callable[[], float] = time.time
    ) -> None:
        super().__init__(
            api=TelegramAPIServer(base="webchat:/{token}/{method}", file="webchat:/{token}/{path}")
        )
        self._log = log
        self._files = files
        self._hub = hub
        self._now = now
        self._writing: dict[str, asyncio.Lock] = {}
        self._commands: dict[str, list[dict[str, str]]] = {}

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        """Carry out one method at once; raises what Telegram would answer with."""
        name = method.__api_method__
        carry = getattr(self, f"_do_{name.lower()}", None)
        if carry is None:
            raise TelegramNotFound(method, f"Not Found: the built-in chat does not carry {name}")
        call = Method(bot, method)
        try:
            return call.result(await carry(call))  # type: ignore[no-any-return]
        except BadMarkup as error:
            raise TelegramBadRequest(method, f"Bad Request: {error}") from error

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """The bytes of a file somebody sent (``Bot.download``); other addresses are refused, whoever asks."""
        found = self._files.by_file_id(url.rpartition("/")[2]) if url.startswith("webchat:/") else None
        if found is None:
            raise FileNotFoundError(url.rpartition("/")[2])
        kept, small = found
        async for chunk in self._files.read(kept, small=small, chunk_size=chunk_size):
            yield chunk

    # -------------------------------------------------------------- who

    async def _do_getme(self, call: Method) -> Any:
        return self._bot_user(call.bot)

    @staticmethod
    def _bot_user(bot: Bot) -> dict[str, Any]:
        return {"id": bot.id, "is_bot": True, "first_name": "连心", "username": "lianxin_bot"}

    # -------------------------------------------------------------- messages

    async def _do_sendmessage(self, call: Method) -> Any:
        text, entities = call.text("text", "entities", MAX_TEXT, "message text is empty")
        return await self._send(call, {"text": text} | ({"entities": entities} if entities else {}))

    async def _do_senddocument(self, call: Method) -> Any:
        kept = await self._take(call, call.value("document"), photo=False)
        return await self._send(call, {"document": document_of(kept)} | call.caption())

    async def _do_sendphoto(self, call: Method) -> Any:
        kept = await self._take(call, call.value("photo"), photo=True)
        return await self._send(call, {"photo": sizes_of(kept)} | call.caption())

    async def _do_sendlocation(self, call: Method) -> Any:
        place = {"latitude": call.value("latitude"), "longitude": call.value("longitude")}
        return await self._send(call, {"location": place})

    async def _do_sendmediagroup(self, call: Method) -> Any:
        media = call.value("media")
        if not 2 <= len(media) <= 10:
            raise call.bad("wrong number of messages in the album")
        sent: list[dict[str, Any]] = []
        album = secrets.token_hex(8)
        for number, item in enumerate(media):
            part = Method(call.bot, call.method, item)
            if item.type not in ("photo", "document"):
                raise call.bad(f"the built-in chat carries no {item.type} in an album")
            kept = await self._take(part, item.media, photo=item.type == "photo", part=number)
            what = {"photo": sizes_of(kept)} if item.type == "photo" else {"document": document_of(kept)}
            sent.append(
                await self._send(call, what | part.caption() | {"media_group_id": album}, part=number)
            )
        return sent

    async def _do_sendchataction(self, call: Method) -> Any:
        self._hub.publish(call.chat, {"t": "typing", "action": str(call.value("action"))})
        return True

    async def _do_editmessagetext(self, call: Method) -> Any:
        text, entities = call.text("text", "entities", MAX_TEXT, "message text is empty")

        def change(message: dict[str, Any]) -> dict[str, Any]:
            if "text" not in message:
                raise call.bad("there is no text in the message to edit")
            message |= {"text": text, "entities": entities}
            return call.with_keyboard(message)

        return await self._edit(call, change)

    async def _do_editmessagecaption(self, call: Method) -> Any:
        caption = call.caption()

        def change(message: dict[str, Any]) -> dict[str, Any]:
            return call.with_keyboard(
                {key: message[key] for key in message if not key.startswith("caption")} | caption
            )

        return await self._edit(call, change)

    async def _do_editmessagereplymarkup(self, call: Method) -> Any:
        return await self._edit(call, call.with_keyboard)

    async def _do_deletemessage(self, call: Method) -> Any:
        return await self._delete(call, [int(call.value("message_id"))])

    async def _do_deletemessages(self, call: Method) -> Any:
        return await self._delete(call, [int(each) for each in call.value("message_ids")])

    async def _send(self, call: Method, what: dict[str, Any], *, part: int = 0) -> dict[str, Any]:
        message: dict[str, Any] = {
            "date": int(self._now()),
            "chat": {"id": int(call.chat), "type": "private"},
            "from": self._bot_user(call.bot),
        } | what
        doc: dict[str, Any] = {"own": False, "message": call.with_keyboard(message)}
        if panel := panel_of(call.value("reply_markup")):
            doc["panel"] = panel
        if reply := call.value("reply_parameters"):
            doc["reply_to"] = reply.message_id
        origin = f"{_origin.get()}/{part}" if _origin.get() else ""
        async with self._one_writer(call.chat):
            line = await self._log.append(call.chat, doc, origin=origin)
            self._hub.publish(call.chat, put_event(line))
        return message_of(line)

    async def _edit(self, call: Method, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
        if call.value("inline_message_id"):
            raise call.bad("the built-in chat has no inline messages")
        origin = _origin.get()
        async with self._one_writer(call.chat):
            if origin and (done := await self._log.of_origin(call.chat, origin)):
                return message_of(done) if done.doc is not None else True
            line = await self._log.line(call.chat, int(call.value("message_id")))
            if line is None or line.doc is None:
                raise call.bad("message to edit not found")
            if line.doc["own"]:
                raise call.bad("message can't be edited")
            before = line.doc["message"]
            after = {key: value for key, value in change(dict(before)).items() if value not in (None, [])}
            if {**after, "edit_date": 0} == {**before, "edit_date": 0}:
                raise call.bad(
                    "message is not modified: specified new message content and reply markup are "
                    "exactly the same as a current content and reply markup of the message"
                )
            doc = dict(line.doc) | {"message": after | {"edit_date": int(self._now())}}
            changed = await self._log.edit(call.chat, line.id, doc, origin=origin)
            if changed is None:
                raise call.bad("message to edit not found")
            self._hub.publish(call.chat, put_event(changed))
        return message_of(changed)

    async def _delete(self, call: Method, ids: list[int]) -> bool:
        async with self._one_writer(call.chat):
            origin = _origin.get()
            if origin and await self._log.of_origin(call.chat, origin):
                return True
            gone = 0
            for number, line_id in enumerate(ids):
                line = await self._log.edit(call.chat, line_id, None, origin=origin if number == 0 else "")
                if line is not None:
                    gone += 1
                    self._hub.publish(call.chat, put_event(line))
            if not gone:
                raise call.bad("message to delete not found")
        return True

    # -------------------------------------------------------------- taps

    async def _do_answercallbackquery(self, call: Method) -> Any:
        chat, _, key = str(call.value("callback_query_id")).partition(":")
        text = call.value("text") or ""
        if utf16(text) > MAX_ALERT:
            raise call.bad("MESSAGE_TOO_LONG")
        event = {"t": "answer", "key": key, "text": text, "alert": bool(call.value("show_alert"))}
        if url := call.value("url"):
            event["url"] = url
        self._hub.publish(chat, event)
        return True

    # -------------------------------------------------------------- files

    async def _do_getfile(self, call: Method) -> Any:
        file_id = str(call.value("file_id"))
        found = self._files.by_file_id(file_id)
        if found is None:
            raise call.bad("invalid file_id")
        kept, small = found
        size = kept.size if not small else self._files.path(kept, small=True).stat().st_size
        return {
            "file_id": file_id,
            "file_unique_id": kept.digest[:16],
            "file_size": size,
            "file_path": file_id,
        }

    async def _take(self, call: Method, given: Any, *, photo: bool, part: int = 0) -> Kept:
        """
        The file a method names: new bytes, or the id of one that is on the shelf (in whichever chat it lies).
        """
        key = f"{_origin.get()}/{part}" if _origin.get() else ""
        if isinstance(given, InputFile) and not isinstance(given, URLInputFile):
            return await self._files.keep(
                call.chat, given.read(call.bot), name=given.filename or "file", photo=photo, key=key
            )
        found = self._files.by_file_id(given) if isinstance(given, str) else None
        if found is None:
            raise call.bad("wrong file identifier/HTTP URL specified")  # no address is ever fetched from here
        kept, _ = found
        if kept.chat == call.chat and bool(kept.width) == photo:
            return kept
        return await self._files.keep(call.chat, self._files.read(kept), name=kept.name, photo=photo, key=key)

    # -------------------------------------------------------------- menus and the bot's own card

    async def _do_setmycommands(self, call: Method) -> Any:
        commands = [
            {"command": each.command, "description": each.description} for each in call.value("commands")
        ]
        if len(commands) > 100:
            raise call.bad("BOT_COMMANDS_TOO_MUCH")
        return await self._keep_commands(call, commands)

    async def _do_deletemycommands(self, call: Method) -> Any:
        return await self._keep_commands(call, None)

    async def _do_getmycommands(self, call: Method) -> Any:
        scope = call.value("scope")
        if scope is not None and scope.type == "chat":
            return (await self._log.facts(str(scope.chat_id))).get("commands") or []
        return self._commands.get(call.value("language_code") or "", [])

    async def _keep_commands(self, call: Method, commands: list[dict[str, str]] | None) -> bool:
        scope = call.value("scope")
        if scope is not None and scope.type == "chat":
            chat = str(scope.chat_id)
            await self._log.keep_fact(chat, "commands", commands)
            self._hub.publish(chat, {"t": "commands", "commands": commands or await self.commands(chat, "")})
        elif scope is None or scope.type in ("default", "all_private_chats"):
            self._commands[call.value("language_code") or ""] = commands or []
        return True

    async def commands(self, chat: str, lang: str) -> list[dict[str, str]]:
        """
        The menu of a chat: its own list, else the one of the language (``zh-Hans`` -> ``zh``), else the
        general one.
        """
        own = (await self._log.facts(chat)).get("commands")
        return own or self._commands.get(lang[:2]) or self._commands.get("", [])

    async def _do_setchatmenubutton(self, call: Method) -> Any:
        button = call.value("menu_button")
        if call.value("chat_id") is not None:
            web_app = getattr(button, "web_app", None)
            menu = {"text": button.text, "url": web_app.url} if web_app is not None else None
            await self._log.keep_fact(call.chat, "menu", menu)
            self._hub.publish(call.chat, {"t": "menu", "menu": menu})
        return True

    async def _accepted(self, call: Method) -> Any:
        """Set for Telegram's profile of the bot; the page has a card of its own."""
        return True

    _do_setmyname = _do_setmydescription = _do_setmyshortdescription = _accepted

    @contextlib.asynccontextmanager
    async def _one_writer(self, chat: str) -> AsyncGenerator[None, None]:
        """
        Write and publish as one: pages hear of changes in the order of their numbers, so none falls into a
        gap.
        """
        lock = self._writing.setdefault(chat, asyncio.Lock())
        async with lock:
            yield
        if not lock.locked() and not getattr(lock, "_waiters", None):
            self._writing.pop(chat, None)
