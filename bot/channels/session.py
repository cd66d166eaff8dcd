"""
The way to the Bot API: an aiogram session that does no more than is needed.

aiogram's own session builds a multipart form for every call (90 µs) and pydantic objects of every answer
(98 µs). Here a call without files is one JSON body, and an answer is built into objects only for whoever
awaits ``bot(method)``; `LeanSession.call` gives the bare result. Errors are aiogram's in both cases. No error
that leaves this page holds the token or what was said.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi
import orjson
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import (
    ClientConnectionError,
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    FormData,
    TCPConnector,
)
from pydantic import TypeAdapter, ValidationError
from yarl import URL

from bot.channels.reply import FILES, PARSE_MODE, Call, call_of

CALL_TIMEOUT: Final = 30.0
"""Seconds one call may take, its answer read; a long poll adds its own."""
CONNECT_TIMEOUT: Final = 10.0
UPLOAD_TIMEOUT: Final = 300.0
MOST_CONNECTIONS: Final = 100
CHUNK: Final = 1 << 16
MOST_ANSWER_BYTES: Final = 32 << 20

NOT_MODIFIED: Final = "message is not modified"
_HEADERS: Final = {"Content-Type": "application/json", "Accept": "application/json"}
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def make_bot(token: str, api: str, *, session: BaseSession | None = None) -> Bot:
    """A bot of the Bot API at the base address *api* (https://api.telegram.org, or one's own server)."""
    if session is None:
        session = LeanSession(api)
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode=PARSE_MODE))


class LeanSession(BaseSession):
    """One keep-alive pool of connections to one Bot API server."""

    def __init__(self, api: str, *, timeout: float = CALL_TIMEOUT, limit: int = MOST_CONNECTIONS) -> None:
        super().__init__(
            api=TelegramAPIServer.from_base(api),
            json_loads=orjson.loads,
            json_dumps=lambda value: orjson.dumps(value).decode(),
            timeout=timeout,
        )
        self._limit = limit
        self._http: ClientSession | None = None
        self._closed = False
        self._urls: dict[tuple[str, str], URL] = {}
        self._timeouts: dict[float, ClientTimeout] = {}
        self._proxy = _proxy_for(api)

    # ------------------------------------------------------------ calls

    async def call(self, token: str, call: Call, within: float | None = None) -> Any:
        """
        Make one call, *within* so many seconds, and return its ``result`` as JSON.

        "message is not modified" is success (True).

        Raises:
            TelegramAPIError: one of aiogram's; TelegramNetworkError also where the answer could not be read.
        """
        name = call["method"]
        files = call.get(FILES)
        url = self._urls.get((token, name))
        if url is None:
            url = self._urls[token, name] = URL(self.api.api_url(token=token, method=name), encoded=True)
        seconds = within or (UPLOAD_TIMEOUT if files else self.timeout)
        limit = self._timeouts.get(seconds)
        if limit is None:
            limit = self._timeouts[seconds] = ClientTimeout(total=seconds, sock_connect=CONNECT_TIMEOUT)
        try:
            if files:
                data: Any = _form(call, files)
                headers: Mapping[str, str] | None = None
            else:
                data, headers = orjson.dumps(call), _HEADERS
            async with self._client().post(
                url, data=data, headers=headers, timeout=limit, proxy=self._proxy, allow_redirects=False
            ) as response:
                body = await response.read()
        except TimeoutError:
            raise TelegramNetworkError(_method(call), "no answer in time") from None
        except (ClientError, OSError, EOFError) as error:
            # an aiohttp error may quote the address, and with it the token
            raise TelegramNetworkError(_method(call), type(error).__name__) from None
        return _result(call, response.status, body)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        """A call as aiogram makes it: the result is built into its objects."""
        call = call_of(method, bot.default)
        result = await self.call(bot.token, call, timeout)
        if result is True:
            return cast("TelegramType", result)
        returning = method.__returning__
        adapter = _ADAPTERS.get(returning)
        if adapter is None:
            adapter = _ADAPTERS[returning] = TypeAdapter(returning)
        try:
            return cast("TelegramType", adapter.validate_python(result, context={"bot": bot}))
        except ValidationError:
            raise TelegramNetworkError(method, "the answer has an unknown form") from None

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109
        chunk_size: int = CHUNK,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """The content of a file of the Bot API, in chunks. Raises TelegramNetworkError when it breaks off."""
        nothing: Any = SimpleNamespace()
        try:
            async with self._client().get(
                URL(url, encoded=True),
                headers=headers,
                timeout=ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT, sock_read=timeout),
                proxy=self._proxy,
                allow_redirects=False,
            ) as response:
                if raise_for_status and response.status >= 400:
                    raise TelegramNetworkError(nothing, f"HTTP {response.status}")
                async for chunk in response.content.iter_chunked(chunk_size):
                    yield chunk
        except TimeoutError:
            raise TelegramNetworkError(nothing, "no answer in time") from None
        except (ClientError, OSError) as error:
            raise TelegramNetworkError(nothing, type(error).__name__) from None

    # ------------------------------------------------------------ life

    def _client(self) -> ClientSession:
        if self._closed:
            raise ClientConnectionError
        if self._http is None or self._http.closed:
            secure = self.api.base.startswith("https:")
            self._http = ClientSession(
                connector=TCPConnector(
                    limit=self._limit,
                    ttl_dns_cache=300,
                    keepalive_timeout=60,
                    ssl=ssl.create_default_context(cafile=certifi.where()) if secure else True,
                ),
                headers={"User-Agent": "Lianxin"},
                cookie_jar=DummyCookieJar(),
                read_bufsize=1 << 18,
            )
        return self._http

    async def close(self) -> None:
        """Close all connections for good; a later call raises TelegramNetworkError."""
        self._closed = True
        if self._http is not None and not self._http.closed:
            await self._http.close()
            if self.api.base.startswith("https:"):
                await asyncio.sleep(0.25)  # lets TLS connections say goodbye (aiohttp, Graceful Shutdown)
        self._http = None


# ---------------------------------------------------------------- answers and errors


def _result(call: Call, status: int, body: bytes) -> Any:
    """The result in an answer, or the error it tells of."""
    if len(body) > MOST_ANSWER_BYTES:
        raise TelegramNetworkError(_method(call), "the answer is too long")
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        answer = None
    if type(answer) is not dict:
        if status >= 500:
            raise TelegramServerError(_method(call), f"HTTP {status}")
        if status == 413:
            raise TelegramEntityTooLarge(_method(call), "HTTP 413")
        raise TelegramNetworkError(_method(call), f"HTTP {status} without an answer")
    if answer.get("ok") is True and 200 <= status < 300:
        return answer.get("result")
    description = str(answer.get("description") or "")
    if status == 400 and NOT_MODIFIED in description:
        return True
    raise _error(call, status, description, answer.get("parameters"))


_ERRORS: Final[dict[int, type[TelegramAPIError]]] = {
    400: TelegramBadRequest,
    401: TelegramUnauthorizedError,
    403: TelegramForbiddenError,
    404: TelegramNotFound,
    409: TelegramConflictError,
    413: TelegramEntityTooLarge,
}
_QUOTED: Final = re.compile(r'"[^"]*"')


def _error(call: Call, status: int, description: str, parameters: Any) -> TelegramAPIError:
    # Telegram quotes what it could not parse, which may be what somebody wrote
    description = _QUOTED.sub('"…"', description)[:300]
    method = _method(call)
    given = parameters if type(parameters) is dict else {}
    retry_after = given.get("retry_after")
    if status == 429 or retry_after:
        usable = isinstance(retry_after, int | float) and retry_after > 0
        return TelegramRetryAfter(method, description, retry_after=cast("int", retry_after) if usable else 1)
    if type(moved := given.get("migrate_to_chat_id")) is int:
        return TelegramMigrateToChat(method, description, migrate_to_chat_id=moved)
    if status >= 500:
        return TelegramServerError(method, description or f"HTTP {status}")
    return _ERRORS.get(status, TelegramAPIError)(method, description or f"HTTP {status}")


def _method(call: Call) -> Any:
    """What aiogram's errors want to know of the method: its name, and where it went."""
    return SimpleNamespace(method=call.get("method"), chat_id=call.get("chat_id"))


# ---------------------------------------------------------------- files and proxies


def _form(call: Call, files: Mapping[str, Mapping[str, str]]) -> FormData:
    """A multipart body: plain fields as text, others as JSON, files as parts."""
    form = FormData(quote_fields=False)
    for key, value in call.items():
        if key not in ("method", FILES):
            form.add_field(key, value if isinstance(value, str) else orjson.dumps(value).decode())
    for key, file in files.items():
        content: Any = base64.b64decode(file["data"]) if "data" in file else _read(Path(file["path"]))
        form.add_field(key, content, filename=file.get("name") or key)
    return form


async def _read(path: Path) -> AsyncIterator[bytes]:
    content = await asyncio.to_thread(lambda: path.open("rb"))
    try:
        while chunk := await asyncio.to_thread(content.read, CHUNK):
            yield chunk
    finally:
        content.close()


def _proxy_for(api: str) -> str | None:
    """The proxy the environment names for this server (HTTPS_PROXY, NO_PROXY), looked up once."""
    parts = urlsplit(api)
    with contextlib.suppress(OSError):
        if parts.hostname and not proxy_bypass(parts.hostname):
            return getproxies().get(parts.scheme)
    return None
