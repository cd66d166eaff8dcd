"""A fake Telegram over real HTTP: the Bot API on loopback, with people to talk to the bot."""

from __future__ import annotations

import asyncio
import socket
import struct
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.botapi import control
from tests.botapi.arguments import Arguments, read_arguments
from tests.botapi.base import ApiError, Bell, Clock, Json, fail, to_bytes
from tests.botapi.delivery import Delivery
from tests.botapi.faults import Faults, Flood, Rule
from tests.botapi.ledger import Call, Ledger, Update
from tests.botapi.methods import Described, Methods
from tests.botapi.people import Group, User
from tests.botapi.polling import Polling
from tests.botapi.world import TOKEN, Chat, World

FIRST_UPDATE_ID = 700_000_001
FIRST_GROUP_ID = -1_001_000_000_001
NOT_FOUND = to_bytes({"ok": False, "error_code": 404, "description": "Not Found"})
SLICES = 20


class BotApiDouble:
    """
    Telegram's side of one bot, for tests, fault tests and benchmarks.

    ``async with BotApiDouble() as api:`` serves ``api.base`` (for aiogram:
    ``TelegramAPIServer.from_base(api.base)``) under ``api.token``. ``factor`` shortens Telegram's own
    waits (repeats of updates, Retry-After from the webhook); ``history`` bounds what is remembered
    of each chat, for long runs; ``seed`` settles all chance.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        token: str = TOKEN,
        factor: float = 1.0,
        history: int | None = None,
        seed: int = 1,
    ) -> None:
        self.port = port
        self.token = token
        self.clock = Clock()
        self.bell = Bell()
        self.world = World(self.clock, history)
        self.ledger = Ledger(self.clock, self.bell, FIRST_UPDATE_ID, history)
        self.faults = Faults()
        self.flood = Flood(self.clock.now)
        self.polling = Polling(self.ledger, factor)
        self.delivery = Delivery(self.ledger, self.clock, self.faults, self._from_webhook, factor, seed)
        self.methods = Methods(self.world, self.ledger, self.delivery, self.polling, self.flood)
        self.profile = self.methods.profile
        self.users: dict[int, User] = {}
        self.groups: dict[int, Group] = {}
        self.polls = 0  # getUpdates being answered
        self._runner: web.ServerRunner | None = None
        self._quit = asyncio.Event()

    # ------------------------------------------------------------ life

    async def __aenter__(self) -> Self:
        # handlers must not be cancelled when a client goes away: Telegram carries calls out all the same
        self._runner = web.ServerRunner(web.Server(self._handle, access_log=None), shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, backlog=1024)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.delivery.close()
        self.polling.abort("Conflict: the double is closing")
        assert self._runner is not None
        await self._runner.cleanup()

    @property
    def base(self) -> str:
        """The address to give the bot instead of https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    def quit(self) -> None:
        """End :meth:`serve`."""
        self._quit.set()

    async def serve(self) -> None:
        """Run until :meth:`quit`."""
        await self._quit.wait()

    # ------------------------------------------------------------ people

    def user(
        self,
        user_id: int,
        first_name: str = "张某某",
        language_code: str = "zh-hans",
        *,
        last_name: str = "",
        username: str = "",
        phone: str = "",
    ) -> User:
        """A person; the same id again gives the same person. Until they write, the bot knows nobody."""
        if user_id in self.users:
            return self.users[user_id]
        names = {"first_name": first_name, "last_name": last_name, "username": username}
        names = {key: value for key, value in names.items() if value}
        chat = self.world.chat(user_id, {**names, "type": "private"})
        json = {"id": user_id, "is_bot": False, **names}
        if language_code:
            json["language_code"] = language_code
        phone = phone or f"+86138{user_id % 100_000_000:08d}"
        user = self.users[user_id] = User(self.world, self.ledger, self.bell, chat, json, phone)
        return user

    def group(self, title: str, *, privacy: bool = True, admin: bool = False) -> Group:
        """A group the bot is in; with *privacy* it hears only commands and replies to itself."""
        group_id = FIRST_GROUP_ID - len(self.groups)
        chat = self.world.chat(group_id, {"title": title, "type": "supergroup"})
        chat.started, chat.privacy, chat.bot_is_admin = True, privacy, admin
        group = self.groups[group_id] = Group(self.world, chat)
        return group

    def commands_for(self, user: User, chat: Chat | None = None) -> list[Json]:
        """The commands this person finds in the menu, by scope and language."""
        chat_id = (chat or user.chat).id
        language = str(user.json.get("language_code", ""))
        return self.profile.shown_commands(chat_id, user.id, language)

    # ------------------------------------------------------------ delivery and trouble

    def deliver_to(
        self,
        url: str,
        secret: str = "",
        *,
        max_connections: int = 40,
        allowed_updates: list[str] | None = None,
    ) -> None:
        """Webhook mode without the bot's setWebhook: post every pending and new update to *url*."""
        self.ledger.want(allowed_updates)
        self.delivery.set(url, secret, max_connections)

    def route(self, public: str, local: str) -> None:
        """Let webhook URLs that begin with *public* (https://…) reach *local* on loopback."""
        self.delivery.routes[public.rstrip("/")] = local.rstrip("/")

    async def redeliver(self, update: Update, times: int = 1, concurrently: bool = False) -> list[int]:
        """
        Send the same bytes again, acknowledged or not; gives the statuses, 0 where none came.

        In polling mode the update heads the next *times* answers of getUpdates, and nothing is
        waited for.
        """
        if not self.delivery.url:
            self.polling.again += [update] * times
            self.polling.wake()
            return []
        sends = [self.delivery.send(update) for _ in range(times)]
        replies = await asyncio.gather(*sends) if concurrently else [await one for one in sends]
        if any(reply is not None and 200 <= reply.status <= 299 for reply, _ in replies):
            self.ledger.ack(update, "webhook")
        return [0 if reply is None else reply.status for reply, _ in replies]

    def plan(self, *rules: Rule, seed: int = 1) -> None:
        """Make trouble from now on (see Rule); no rules: peace."""
        self.faults.plan(rules, seed)

    def pause(self) -> None:
        """Telegram sends no updates until :meth:`resume`; calls are answered all the same."""
        self.delivery.pause()
        self.polling.paused = True

    def resume(self) -> None:
        """Go on sending updates."""
        self.delivery.resume()
        self.polling.paused = False
        self.polling.wake()

    def pass_time(self, seconds: float) -> None:
        """Let time pass for Telegram: taps grow too old (150 s), updates expire (24 h)."""
        self.clock.skip(seconds)
        self.ledger.expire()

    # ------------------------------------------------------------ waiting

    async def ready(self, within: float = 60.0) -> None:
        """Wait until the bot polls, or a webhook is set."""
        what = "the bot neither polled nor set a webhook"
        await self.bell.until(lambda: self.polls > 0 or bool(self.delivery.url), "ready", within, what)

    async def acked(self, update: Update, within: float = 10.0) -> Update:
        """Wait until the bot acknowledged *update*."""
        what = f"{update!r} was not acknowledged"
        await self.bell.until(lambda: update.state != "pending", ("update", update.id), within, what)
        if update.state != "acked":
            raise LookupError(f"{update!r} will never be acknowledged")
        return update

    async def quiet(self, idle: float = 0.05, within: float = 10.0) -> None:
        """
        Wait until nothing is pending and no call came for *idle* seconds.

        The wait is cut into slices, so that a machine that stands still for longer than *idle* does not
        pass for a bot that has nothing to say: each slice gives a bot on this loop a turn.
        """
        ledger = self.ledger
        end = asyncio.get_running_loop().time() + within
        while True:
            seen, busy = ledger.spoken, bool(ledger.pending or ledger.in_flight)
            for _ in range(SLICES):
                await asyncio.sleep(idle / SLICES)
            if not busy and seen == ledger.spoken and not ledger.pending and not ledger.in_flight:
                return
            if asyncio.get_running_loop().time() > end:
                raise TimeoutError(f"not quiet within {within:g} s: {ledger.counts()}")

    async def after(self, *updates: Update, idle: float = 0.05, within: float = 10.0) -> None:
        """Wait until *updates* are acknowledged and the bot has said all it had to say."""
        for update in updates:
            await self.acked(update, within)
        await self.quiet(idle, within)

    # ------------------------------------------------------------ HTTP

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path, _, query = request.raw_path.partition("?")
        if path.startswith("/bot"):
            token, slash, method = path[4:].partition("/")
            if token.replace("%3A", ":") == self.token and slash:
                return await self._call(request, method, query)
            return _json(401, ApiError(401, "Unauthorized").body())
        if path.startswith("/file/bot"):
            return await self._download(request, path[len("/file/bot") :])
        if path.startswith("/control/"):
            return await control.handle(self, request, path[len("/control/") :])
        return _json(404, NOT_FOUND)

    async def _call(self, request: web.BaseRequest, method: str, query: str) -> web.StreamResponse:
        body = await request.content.read()
        content_type = request.headers.get("Content-Type", "")
        polling = method.lower() == "getupdates"
        try:
            arguments = read_arguments(content_type, body, query)
            broken: ApiError | None = None
        except ApiError as error:
            arguments, broken = Arguments({}), error
        call = self._open(method, arguments, "http", body)
        rule = self.faults.take(method, arguments.number("chat_id")) if self.faults.rules else None
        if polling:
            self.polls += 1
            self.bell.ring("ready")
        else:
            self.ledger.in_flight += 1
        try:
            if rule is not None:
                return await self._troubled(request, arguments, call, rule, broken)
            return await self._answered(arguments, call, broken)
        finally:
            if polling:
                self.polls -= 1
            else:
                self.ledger.in_flight -= 1

    async def _answered(self, arguments: Arguments, call: Call, broken: ApiError | None) -> web.Response:
        if broken is not None:
            self._fail(call, broken)
        elif call.method.lower() == "getupdates":
            await self._get_updates(arguments, call)
        else:
            self._perform(arguments, call)
        headers = {}
        if call.status == 429 and isinstance(call.result, int):
            headers["Retry-After"] = str(call.result)
        return _json(call.status, call.answer, headers)

    async def _troubled(
        self, request: web.BaseRequest, arguments: Arguments, call: Call, rule: Rule, broken: ApiError | None
    ) -> web.StreamResponse:
        call.fault = rule.kind
        if rule.kind in ("delay", "hang"):
            await asyncio.sleep(rule.seconds)
        if rule.kind == "delay":
            return await self._answered(arguments, call, broken)
        if rule.takes_effect:
            await self._answered(arguments, call, broken)
            call.fault = rule.kind
        if rule.kind in ("reset", "hang"):
            return _reset(request)
        if rule.kind == "cut":
            return await _cut(request, call.answer or NOT_FOUND)
        if rule.kind == "broken":
            whole = call.answer or NOT_FOUND
            return _json(200, whole[: max(1, len(whole) // 2)])
        status, answer, headers = rule.answer()
        call.status, call.answer, call.ok = status, answer, False
        return _json(status, answer, headers)

    async def _get_updates(self, arguments: Arguments, call: Call) -> None:
        try:
            result = await self.polling.get_updates(arguments, bool(self.delivery.url))
        except ApiError as error:
            self._fail(call, error)
            return
        call.status, call.ok = 200, True
        call.answer = b'{"ok":true,"result":' + result + b"}"

    async def _download(self, request: web.BaseRequest, rest: str) -> web.StreamResponse:
        token, _, path = rest.partition("/")
        call = self._open("file", Arguments({"path": path}), "http", b"")
        stored = self.world.files.by_path.get(path)
        if token.replace("%3A", ":") != self.token or stored is None:
            call.status, call.answer = 404, NOT_FOUND
            return _json(404, NOT_FOUND)
        call.status, call.ok, call.answer = 200, True, stored.content
        rule = self.faults.take("file")
        if rule is not None:
            call.fault = rule.kind
            if rule.kind in ("delay", "hang"):
                await asyncio.sleep(rule.seconds)
            if rule.kind in ("reset", "hang"):
                return _reset(request)
            if rule.kind in ("cut", "broken"):
                return await _cut(request, stored.content)
            if rule.kind != "delay":
                call.status, call.answer, _ = rule.answer()
                return _json(call.status, call.answer)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    # ------------------------------------------------------------ carrying out

    def _open(self, method: str, arguments: Arguments, via: str, body: bytes) -> Call:
        call = self.ledger.open(method, arguments.values, via, body)
        if arguments.files:
            call.files = [f"{name}={one.name} {len(one.content)}" for name, one in arguments.files.items()]
        return call

    def _perform(self, arguments: Arguments, call: Call) -> None:
        try:
            result = self.methods.run(arguments, call)
        except ApiError as error:
            self._fail(call, error)
        else:
            answer: Json = {"ok": True, "result": result}
            if isinstance(result, Described):
                answer = {"ok": True, "result": result.result, "description": result.description}
            call.result = answer["result"]
            call.status, call.ok = 200, True
            if call.via == "http":
                call.answer = to_bytes(answer)
        self.bell.ring(call.chat_id)

    @staticmethod
    def _fail(call: Call, error: ApiError) -> None:
        call.status, call.description, call.answer = error.code, error.description, error.body()
        call.result = error.parameters.get("retry_after")

    def _from_webhook(self, method: str, arguments: Arguments, body: bytes) -> None:
        """A method call inside a webhook's answer: the same code, but nobody is told how it went."""
        call = self._open(method, arguments, "webhook", body)
        rule = self.faults.take(method, arguments.number("chat_id"), "webhook")
        if rule is None or rule.takes_effect:
            self._perform(arguments, call)
        else:
            self._fail(call, fail("lost on purpose", 400))
        call.fault = rule.kind if rule is not None else ""


def _json(status: int, body: bytes, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)


def _reset(request: web.BaseRequest) -> web.StreamResponse:
    """Close the connection with a reset, not a byte sent."""
    transport = request.transport
    if transport is not None:
        connection: Any = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    raise asyncio.CancelledError


async def _cut(request: web.BaseRequest, body: bytes) -> web.StreamResponse:
    """Promise the whole body, send half of it, close."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    raise asyncio.CancelledError
