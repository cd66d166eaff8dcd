"""
Telegram's webhook: 200 only after the commit, and the reply in the response itself, as one JSON method.

aiogram's own handler answers first and works afterwards, or works and lets an error block the
chat's queue for a day (T2). Here an update is kept with its effect, or, when that takes longer than
Telegram likes to wait, as it came; what cannot be kept is answered 503 and brought again.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
from contextlib import suppress
from typing import Final

import orjson
from aiohttp import web

from bot.channels.albums import album_of
from bot.channels.inbox import Inbox, arrived
from bot.channels.reply import Call, creates, owes, split
from bot.channels.sender import Sender
from bot.channels.updates import BadUpdate, Raw, place_of, read_json, update_id_of
from bot.channels.worker import CHANNEL, Worker
from bot.errors import NotKept
from bot.usecases.ports import Store

log = logging.getLogger(__name__)

PATH: Final = "/telegram"
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name, not the secret
MOST_BYTES: Final = 1 << 20
"""Of one update. Telegram's largest, a long text with its entities and keyboard, stays far below."""
BODY_SECONDS: Final = 10.0
"""How long a body may take to come (aiohttp itself waits for ever)."""
HAND_OVER_SECONDS: Final = 20.0
"""After this the update is kept as it came and answered, and the work goes on; Telegram waits 60 s."""
SETTLE_SECONDS: Final = 25.0
"""How long a reply waits for earlier ones to the same chat that are still being sent."""
OPEN_SECONDS: Final = 10.0
"""How long what comes right after the start waits for what an earlier process left."""
MOST_LOAD: Final = 2000
"""Updates in work at once; more are asked to come again."""
RETRY_AFTER: Final = 5

_DELIVERED: Final = 1000


class Webhook:
    """The handler behind PATH."""

    def __init__(
        self,
        inbox: Inbox,
        sender: Sender,
        worker: Worker,
        store: Store,
        secret: str,
        *,
        hand_over_after: float = HAND_OVER_SECONDS,
    ) -> None:
        if not secret:
            raise ValueError("a webhook without a secret would let anybody speak as Telegram")
        self._inbox = inbox
        self._sender = sender
        self._worker = worker
        self._store = store
        self._secret = secret.encode()
        self._hand_over_after = hand_over_after
        self._closing = False
        self._handling = 0
        self._idle = asyncio.Event()
        self._open = asyncio.Event()
        self._refused = 0
        self._delivered: dict[str, None] = {}

    def open(self) -> None:
        """What an earlier process left is in work: what comes now may follow it."""
        self._open.set()

    async def close(self, grace: float) -> None:
        """
        Take nothing more: what comes now is asked to come again, to the next process. Wait at most *grace*
        seconds for what is under way.
        """
        self._closing = True
        if self._handling:
            self._idle.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(grace):
                    await self._idle.wait()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One update (Telegram Bot API, setWebhook)."""
        if not self._from_telegram(request):
            self._refused += 1
            if self._refused & (self._refused - 1) == 0:  # 1, 2, 4, 8 …: a flood must not fill the log
                log.warning("webhook called without the right secret, %d times so far", self._refused)
            return _closed(web.Response(status=401))
        if not self._open.is_set() and not await self._opened():
            return _busy()
        if self._closing or self._inbox.load >= MOST_LOAD:
            return _busy()
        self._handling += 1
        try:
            return await self._take(request)
        finally:
            self._handling -= 1
            if not self._handling:
                self._idle.set()

    async def _opened(self) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(OPEN_SECONDS):
                await self._open.wait()
        return self._open.is_set()

    async def _take(self, request: web.Request) -> web.StreamResponse:
        """Whose update this is has been seen; now its body."""
        try:
            raw = read_json(await _body(request))
            number = update_id_of(raw)
        except BadUpdate as error:
            log.warning("webhook brought no update: %s", error)
            return _closed(web.Response(status=400))
        if album_of(CHANNEL, raw) is not None:
            return await self._aside(f"{CHANNEL}:{number}", raw)
        turn = _Turn(self, request, f"{CHANNEL}:{number}", raw)
        timer = asyncio.get_running_loop().call_later(self._hand_over_after, turn.late)
        try:
            if self._worker.working:
                await self._worker.behind(place_of(raw).lane)
            calls = await self._inbox.receive(CHANNEL, turn.key, raw, owed=turn.owes)
        except NotKept:
            if await turn.handed_over():
                self._worker.start(turn.key, raw)
                return turn.response
            return _busy()
        finally:
            timer.cancel()
            turn.done = True
        if await turn.handed_over():
            self._worker.send(turn.key, place_of(raw).chat, calls)
            return turn.response
        return await self._respond(turn, calls)

    async def _aside(self, key: str, raw: Raw) -> web.Response:
        """
        A picture of an album is kept as it came and worked in the background: Telegram brings the next one of a chat only
        after the answer, and which is the last is seen when they are there together.
        """
        try:
            if await self._store.reply_of(key) is None:
                await self._store.take_in([arrived(CHANNEL, key, raw, place_of(raw))])
                self._worker.start(key, raw)
        except NotKept:
            return _busy()
        return web.Response()

    def _from_telegram(self, request: web.Request) -> bool:
        # compared as bytes: a header that is not ASCII makes compare_digest raise on text
        given = request.headers.getall(SECRET_HEADER, [])
        return len(given) == 1 and hmac.compare_digest(
            given[0].encode("utf-8", "surrogateescape"), self._secret
        )

    async def _respond(self, turn: _Turn, calls: list[Call]) -> web.Response:
        """200 with the one call that fits, the others on their way by themselves."""
        if not calls:
            return web.Response()
        inline, ordered, free = split(calls)
        chat = str((inline or calls[0]).get("chat_id", ""))
        if inline is not None and creates(inline) and self._sender.busy(chat):
            try:
                async with asyncio.timeout(SETTLE_SECONDS):
                    await self._sender.settled(chat)
            except TimeoutError:
                return _busy()  # brought again, it finds the same reply
        if ordered or free:
            self._send_once(turn, chat, ordered, free)
        if turn.owed and not ordered:
            self._worker.send(turn.key, chat, [])
        if inline is None:
            return web.Response()
        if creates(inline):
            self._sender.pace.note(chat)
        return web.Response(body=orjson.dumps(inline), content_type="application/json")

    def _send_once(self, turn: _Turn, chat: str, ordered: list[Call], free: list[Call]) -> None:
        """A repeat of the update gets the response again, but no second copy of the calls beside it."""
        if turn.key in self._delivered:
            return
        self._delivered[turn.key] = None
        if len(self._delivered) > _DELIVERED:
            del self._delivered[next(iter(self._delivered))]
        for call in free:
            self._sender.later(self._sender.insist(call))
        if ordered:
            self._worker.send(turn.key, chat, ordered)


class _Turn:
    """One request. After HAND_OVER_SECONDS its update is kept as it came and answered; the work goes on."""

    __slots__ = ("_handing", "_webhook", "decided", "done", "key", "owed", "raw", "request", "response")

    def __init__(self, webhook: Webhook, request: web.Request, key: str, raw: Raw) -> None:
        self._webhook = webhook
        self._handing: asyncio.Task[bool] | None = None
        self.request = request
        self.key = key
        self.raw = raw
        self.response: web.Response = None  # type: ignore[assignment]
        self.decided = False
        self.owed = False
        self.done = False

    def owes(self, calls: list[Call]) -> bool:
        """Asked just before the commit: will the reply go by calls?"""
        self.decided = True
        self.owed = self._handing is not None or owes(calls)
        return self.owed

    def late(self) -> None:
        """It has taken too long."""
        if not self.decided:  # else the commit is under way, and the answer with it
            self._handing = asyncio.create_task(self._hand_over())

    async def _hand_over(self) -> bool:
        """Keep the update as it came and answer 200, unless the work ends meanwhile."""
        try:
            await self._webhook._store.take_in([arrived(CHANNEL, self.key, self.raw, place_of(self.raw))])
        except NotKept:
            return False
        if self.done:
            return False
        response = web.Response()
        response.force_close()  # the next update must not wait behind this handler
        self.response = response
        await response.prepare(self.request)
        await response.write_eof()
        return True

    async def handed_over(self) -> bool:
        """Whether 200 has been said already."""
        return self._handing is not None and await self._handing


async def _body(request: web.Request) -> bytes:
    """The whole body. Raises HTTPRequestEntityTooLarge, HTTPRequestTimeout."""
    if (length := request.content_length) is not None and length > MOST_BYTES:
        raise _refusal(web.HTTPRequestEntityTooLarge(MOST_BYTES, length))
    content = request.content
    if content.is_eof():
        body = await content.read()
    else:
        chunks: list[bytes] = []
        total = 0
        try:
            async with asyncio.timeout(BODY_SECONDS):
                async for chunk in content.iter_any():
                    total += len(chunk)
                    if total > MOST_BYTES:
                        raise _refusal(web.HTTPRequestEntityTooLarge(MOST_BYTES, total))
                    chunks.append(chunk)
        except TimeoutError:
            raise _refusal(web.HTTPRequestTimeout()) from None
        body = b"".join(chunks)
    if len(body) > MOST_BYTES:
        raise _refusal(web.HTTPRequestEntityTooLarge(MOST_BYTES, len(body)))
    return body


def _refusal(error: web.HTTPException) -> web.HTTPException:
    """The rest of such a body is not waited for."""
    error.force_close()
    return error


def _busy() -> web.Response:
    # never 410: after a day of those Telegram removes the webhook
    return web.Response(status=503, headers={"Retry-After": str(RETRY_AFTER)})


def _closed(response: web.Response) -> web.Response:
    response.force_close()
    return response


def routes(webhook: Webhook) -> list[web.RouteDef]:
    """What the web server serves for Telegram."""
    return [web.post(PATH, webhook.handle)]


__all__ = ["PATH", "SECRET_HEADER", "Webhook", "routes"]
