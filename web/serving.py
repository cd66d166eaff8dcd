"""
A listening socket that slow and greedy clients cannot hold on to.

aiohttp waits for ever for the rest of a request's head. Between the socket and aiohttp's own protocol stands
a thin one that knows two things more: how many connections there are, and since when a head is on its way.
Reading a body has its own deadline where the body is read (web/guard.py, web/chat.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, cast

from aiohttp import web

from web.services import Limits

BUSY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
CONNECTIONS: web.AppKey[dict[int, _Guarded]] = web.AppKey("connections", dict)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class _Guarded(asyncio.Protocol):
    """One connection. ``busy``: requests of it that are being answered."""

    def __init__(self, inner: asyncio.Protocol, open_now: dict[int, _Guarded], limits: Limits) -> None:
        self._inner = inner
        self._open = open_now
        self._limits = limits
        self._timer: asyncio.TimerHandle | None = None
        self._transport: asyncio.Transport | None = None
        self._refused = False
        self._idle = False
        self.busy = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        if len(self._open) >= self._limits.connections:
            self._refused = True
            self._transport.write(BUSY)
            self._transport.close()
            return
        self._open[id(transport)] = self
        self._inner.connection_made(transport)
        self._expect(self._limits.header)  # saying nothing is no better than saying half

    def data_received(self, data: bytes) -> None:
        if self._refused:
            return
        if self._idle:
            self._idle = False
            self._expect(self._limits.header)
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return None if self._refused else self._inner.eof_received()

    def pause_writing(self) -> None:
        if not self._refused:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        if not self._refused:
            self._inner.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._relax()
        if not self._refused:
            self._open.pop(id(self._transport), None)
            self._inner.connection_lost(exc)

    def started(self) -> None:
        """A whole head has come."""
        self.busy += 1
        self._idle = False
        self._relax()

    def finished(self) -> None:
        """It has been answered; the next one has its own time, and half of it may be here already."""
        self.busy -= 1
        if not self.busy and not self._refused:
            self._idle = True
            self._expect(self._limits.idle)

    def _expect(self, seconds: float) -> None:
        self._relax()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._too_slow)

    def _relax(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _too_slow(self) -> None:
        self._timer = None
        if self._transport is not None and not self.busy:
            self._transport.abort()


@web.middleware
async def count_requests(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Tell the connection that its head has come, and when it has been answered."""
    connection = request.app[CONNECTIONS].get(id(request.transport))
    if connection is None:  # served by a plain site, as in most tests
        return await handler(request)
    connection.started()
    try:
        return await handler(request)
    finally:
        connection.finished()


class GuardedSite(web.BaseSite):
    """Serve *app*'s runner at host and port; ``reuse_port`` for several processes on one port."""

    __slots__ = ("_app", "_host", "_limits", "_port", "_reuse_port")

    def __init__(
        self,
        runner: web.AppRunner,
        host: str,
        port: int,
        *,
        limits: Limits,
        reuse_port: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(runner, **more)
        self._app = runner.app
        self._host, self._port, self._reuse_port = host, port, reuse_port
        self._limits = limits

    @property
    def name(self) -> str:
        """The address people can open."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.port}"

    @property
    def port(self) -> int:
        """The port it listens on, also where 0 was asked for."""
        sockets = getattr(self._server, "sockets", None)
        return int(sockets[0].getsockname()[1]) if sockets else self._port

    async def start(self) -> None:
        await super().start()
        serve = self._runner.server
        assert serve is not None, "the runner is set up before its site starts"
        open_now = self._app[CONNECTIONS]

        def connection() -> asyncio.Protocol:
            return _Guarded(cast("asyncio.Protocol", serve()), open_now, self._limits)

        self._server = await asyncio.get_running_loop().create_server(
            connection, self._host, self._port, backlog=self._backlog, reuse_port=self._reuse_port or None
        )  # fmt: skip
