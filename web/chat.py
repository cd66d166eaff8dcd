"""
The chat page and its WebSocket: a thin skin over the room; the protocol is written down in docs/webchat.md.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Mapping
from typing import Any

from aiohttp import WSMsgType, web

from bot.channels.webchat_actions import KEY, BadAction, Visitor
from bot.channels.webchat_files import MAX_BYTES, FileTooBig, Kept
from bot.channels.webchat_hub import Listener
from bot.channels.webchat_shapes import put_event, shown, to_json
from bot.errors import LianxinError
from bot.usecases.entry import SignedIn
from web.auth import cookie_name, go, whoever
from web.demo import PICKER, allowed
from web.problems import BadRequest, TooSlow
from web.render import lang_of, render, words
from web.services import SERVICES, WHO, Services

log = logging.getLogger(__name__)
PAGE = 40  # lines of history a page asks for at once
MOST_CHANGES = 200  # more than these since the last visit: the page starts from the end instead
MAX_MESSAGE = 64 * 1024
RECHECK = 30.0  # seconds after which an open page's sign-in is looked at again
FIRST_KEY = "first-contact"

GONE, LOST, OTHER = (
    4001,
    4008,
    4009,
)  # WebSocket close codes: signed out, lagged behind, somebody else signed in


async def page(request: web.Request) -> web.StreamResponse:
    """``GET /chat``."""
    who = request.get(WHO)
    if who is None:
        return go("/")
    services = request.app[SERVICES]
    lang = lang_of(request)
    picker = await request.app[PICKER].groups() if await allowed(services) else None
    setup = {
        "chat": who.chat, "lang": lang, "zone": services.zone, "name": who.person.name,
        "words": words(services.texts, lang, "webchat-"), "maxFile": MAX_BYTES, "device": who.device.id,
    }  # fmt: skip
    return await render(request, "chat.html", setup=setup, groups=picker, place=await _place(services, who))


async def _place(services: Services, who: SignedIn) -> str:
    unit = services.store.unit()
    for post in who.person.held(services.entry.today(unit)):
        if (org := await unit.people.org(post.org)) is not None:
            return org.name
    return ""


# ---------------------------------------------------------------- the WebSocket


async def socket(request: web.Request) -> web.StreamResponse:
    """``GET /chat/ws``: one open page."""
    who = whoever(request)
    ws = web.WebSocketResponse(heartbeat=25.0, max_msg_size=MAX_MESSAGE, compress=True)
    await ws.prepare(request)
    services = request.app[SERVICES]
    try:
        async with asyncio.timeout(services.limits.hello):
            hello = read_json(await ws.receive_str())
    except (TimeoutError, TypeError, ValueError):
        await ws.close(code=4000, message=b"hello first")
        return ws
    if hello.get("t") != "hello" or hello.get("chat") != who.chat:
        await ws.send_str(to_json({"t": "bye", "why": "other"}))
        await ws.close(code=OTHER)
        return ws
    sockets = request.app[SOCKETS]
    sockets.add(ws)
    try:
        with services.hub.listen(who.chat) as listener:
            await OpenPage(request, ws, who, listener).serve(hello)
    except ConnectionResetError:
        pass
    finally:
        sockets.discard(ws)
    return ws


class OpenPage:
    """One connection: events go out in one task, actions are done one after the other in another."""

    def __init__(
        self, request: web.Request, ws: web.WebSocketResponse, who: SignedIn, listener: Listener
    ) -> None:
        self._services: Services = request.app[SERVICES]
        self._token = request.cookies.get(cookie_name(request), "")
        self._lang = lang_of(request)
        self._ws = ws
        self._who = who
        self._listener = listener
        self._checked = time.monotonic()
        self._actions: asyncio.Queue[tuple[str, Any]] = asyncio.Queue(100)

    async def serve(self, hello: Mapping[str, Any]) -> None:
        """Until the page goes away."""
        await self._welcome(hello)
        tasks = [asyncio.create_task(each()) for each in (self._write, self._work, self._cut_off)]
        try:
            async for message in self._ws:
                if message.type is not WSMsgType.TEXT:
                    continue
                try:
                    await self._hear(read_json(message.data))
                except ValueError:
                    await self._ws.close(code=4000, message=b"not understood")
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def visitor(self) -> Visitor:
        person = self._who.person
        return Visitor(self._who.chat, person.id, person.name, self._lang)

    async def _welcome(self, hello: Mapping[str, Any]) -> None:
        chat, since = self._who.chat, hello.get("since")
        last = await self._services.store.chat.last_seq(chat)
        changes = []
        fresh = not isinstance(since, int) or isinstance(since, bool) or not 0 < since <= last
        if not fresh:
            changes = list(await self._services.store.chat.since(chat, int(since or 0), MOST_CHANGES + 1))
            fresh = len(changes) > MOST_CHANGES
        welcome: dict[str, Any] = {
            "t": "welcome", "seq": last, "fresh": fresh, "lang": self._lang,
            "commands": await self._services.session.commands(chat, self._lang),
            "menu": (await self._services.store.chat.facts(chat)).get("menu"),
        }  # fmt: skip
        if fresh:
            welcome |= await self._history(0)
        else:
            welcome["changes"] = [put_event(line) for line in changes]
        await self._ws.send_str(to_json(welcome))
        if not last:
            await self._actions.put((FIRST_KEY, {"kind": "start"}))

    async def _history(self, before: int) -> dict[str, Any]:
        lines = await self._services.store.chat.history(self._who.chat, before=before, limit=PAGE + 1)
        return {
            "more": len(lines) > PAGE,
            "lines": [
                {"id": line.id, "seq": line.seq, "line": shown(line.doc or {})} for line in lines[-PAGE:]
            ],
        }

    async def _hear(self, word: Mapping[str, Any]) -> None:
        kind = word.get("t")
        if kind == "do":
            key = word.get("key")
            if not isinstance(key, str) or not KEY.match(key):
                raise ValueError("key")
            await self._actions.put((key, word.get("act")))  # a page in a hurry waits here, and TCP behind it
        elif kind == "more":
            before = word.get("before")
            if not isinstance(before, int) or before < 1:
                raise ValueError("before")
            self._listener.put({"t": "page", "before": before} | await self._history(before))
        elif kind == "ping":
            self._listener.put({"t": "pong"})
        else:
            raise ValueError("kind")

    async def _write(self) -> None:
        while True:
            event = await self._listener.events.get()
            if event["t"] == "bye" and event.get("device") not in (None, self._who.device.id):
                continue
            await self._ws.send_str(to_json(event))
            if event["t"] == "bye":
                await self._ws.close(code=GONE)

    async def _cut_off(self) -> None:
        """A page that does not keep up is cut off; it comes back and asks for what it missed."""
        await self._listener.lost.wait()
        await self._ws.close(code=LOST)

    async def _work(self) -> None:
        allowance = _Allowance(
            self._services.limits.actions_per_second, self._services.limits.actions_at_once
        )
        while True:
            key, act = await self._actions.get()
            await allowance.one()
            if not await self._still_signed_in():
                self._listener.put({"t": "bye", "why": "signed_out"})
                return
            went = await self._do(key, act)
            if key != FIRST_KEY:  # the page did not ask for that one
                self._listener.put(went)

    async def _do(self, key: str, act: Any) -> dict[str, Any]:
        """Carry one action out, and say how it went: done, never, or not now."""
        texts = self._services.texts
        try:
            await self._services.room.act(self.visitor(), key, act)
            await self._follow_language()
        except BadAction as error:
            log.warning("webchat_bad_action why=%s", error.details.get("why"))
            return {"t": "refused", "key": key, "text": texts.problem(error, self._lang)}
        except LianxinError as error:
            log.error("webchat_not_kept code=%s", error.code)
            return {"t": "later", "key": key, "text": texts.text("webchat-later", self._lang)}
        except Exception:
            log.exception("webchat_action_failed")
            return {"t": "later", "key": key, "text": texts.text("webchat-later", self._lang)}
        return {"t": "ack", "key": key}

    async def _follow_language(self) -> None:
        """The person chose another language in the chat: the page is drawn anew in it."""
        person = await self._services.store.unit().people.person(self._who.person.id)
        if person is not None and person.lang != self._who.person.lang:
            self._services.hub.publish(self._who.chat, {"t": "lang", "lang": person.lang})
            self._who = SignedIn(person, self._who.device, self._who.chat)
            self._lang = person.lang

    async def _still_signed_in(self) -> bool:
        now = time.monotonic()
        if now - self._checked < RECHECK:
            return True
        self._checked = now
        return await self._services.entry.signed_in(self._token) is not None


class _Allowance:
    """So many actions at once, then so many a second: the rest waits, nothing is refused."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate, self._burst = rate, float(burst)
        self._left, self._at = float(burst), time.monotonic()

    async def one(self) -> None:
        now = time.monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate) - 1
        self._at = now
        if self._left < 0:
            await asyncio.sleep(-self._left / self._rate)


def read_json(raw: str) -> dict[str, Any]:
    """One word of the page; ValueError for anything but an object."""
    try:
        word = json.loads(raw)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(word, dict):
        raise ValueError("no object")
    return word


class Sockets(set[web.WebSocketResponse]):
    """The pages that are open in this process."""


SOCKETS: web.AppKey[Sockets] = web.AppKey("sockets", Sockets)


async def close_sockets(app: web.Application) -> None:
    """The server stops: pages are told to come back; what they have not heard of they send again."""
    open_now: Sockets = app[SOCKETS]
    closing = [ws.close(code=1012, message=b"restart") for ws in list(open_now)]
    await asyncio.gather(*closing, return_exceptions=True)


# ---------------------------------------------------------------- files


async def upload(request: web.Request) -> web.StreamResponse:
    """
    ``POST /chat/files/<key>?kind=photo|document&name=…``: the body is the file; the same key is the same
    file.
    """
    who, services = whoever(request), request.app[SERVICES]
    key, kind = request.match_info["key"], request.query.get("kind")
    if kind not in ("photo", "document") or not KEY.match(key):
        raise BadRequest(why="upload")
    if (request.content_length or 0) > MAX_BYTES:
        raise FileTooBig(limit_mb=MAX_BYTES // (1024 * 1024))
    try:
        async with asyncio.timeout(services.limits.upload):
            kept = await services.files.keep(
                who.chat, _pieces(request, services.limits.stall), name=request.query.get("name", "")[:255],
                photo=kind == "photo", key=key,
            )  # fmt: skip
    except TimeoutError:
        raise TooSlow from None
    return web.json_response(
        {"file": kept.id, "name": kept.name, "size": kept.size, "width": kept.width, "height": kept.height}
    )


async def _pieces(request: web.Request, stall: float) -> AsyncIterator[bytes]:
    while True:
        async with asyncio.timeout(stall):
            piece = await request.content.readany()
        if not piece:
            return
        yield piece


#: What a browser may show by itself; everything else is offered, never run.
INLINE = {"image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf", "text/plain", "text/csv"}


async def file(request: web.Request) -> web.StreamResponse:
    """``GET /chat/files/<id>``: a file of one's own chat; another chat's looks like one that is not there."""
    who, services = whoever(request), request.app[SERVICES]
    kept = services.files.find(who.chat, request.match_info["id"])
    if kept is None:
        raise web.HTTPNotFound
    small = "small" in request.query
    response = web.StreamResponse()
    response.content_length = services.files.path(kept, small=small).stat().st_size
    response.headers["Content-Type"] = _content_type(kept)
    response.headers["Content-Disposition"] = disposition(kept, save="save" in request.query)
    response.headers["Cache-Control"] = "private, max-age=86400"
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
        "object-src 'self'; frame-ancestors 'self'" + ("" if kept.mime == "application/pdf" else "; sandbox")
    )
    try:
        async with asyncio.timeout(services.limits.upload):
            await response.prepare(request)
            if request.method != "HEAD":
                async for piece in services.files.read(kept, small=small):
                    await response.write(piece)
            await response.write_eof()
    except TimeoutError:  # a reader that takes nothing must not hold it for ever
        if request.transport is not None:
            request.transport.abort()
    return response


def _content_type(kept: Kept) -> str:
    if kept.mime in ("text/plain", "text/csv"):
        return "text/plain; charset=utf-8"
    return kept.mime if kept.mime in INLINE else "application/octet-stream"


def disposition(kept: Kept, *, save: bool) -> str:
    """RFC 6266, with a plain name for old readers."""
    from urllib.parse import quote

    how = "inline" if kept.mime in INLINE and not save else "attachment"
    ending = kept.name.rpartition(".")[2] if "." in kept.name else ""
    plain = f"file.{ending}" if ending.isascii() and ending.isalnum() else "file"
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(kept.name, safe='')}"
