"""
A small HTTP/1.1 client for the webhook.

The double posts thousands of updates a second and must be able to cut a connection at a chosen
moment; both are simpler with a socket of one's own than with a general client.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import cast


@dataclass(slots=True)
class Reply:
    """A webhook's answer. Header names are lower case."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def retry_after(self) -> int:
        """The header Retry-After in seconds, 0 when it is missing or a date."""
        value = self.headers.get("retry-after", "")
        return int(value) if value.isascii() and value.isdigit() else 0


class _Connection(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.buffer = bytearray()
        self.waiter: asyncio.Future[Reply] | None = None
        self.closed = False
        self.keep = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self._finish_if_whole(ended=False)

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed = True
        self._finish_if_whole(ended=True)
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_exception(ConnectionError("Webhook connection closed"))

    def send(self, request: bytes) -> asyncio.Future[Reply]:
        """Send *request*; the future is the answer."""
        assert self.transport is not None
        self.waiter = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self.waiter

    def close(self) -> None:
        """Leave at once."""
        if self.transport is not None:
            self.transport.abort()

    def _finish_if_whole(self, ended: bool) -> None:
        if self.waiter is None or self.waiter.done():
            return
        try:
            reply = self._read(ended)
        except ValueError:
            self.keep = False
            self.waiter.set_exception(ConnectionError("Wrong response from the webhook"))
            return
        if reply is not None:
            self.waiter.set_result(reply)

    def _read(self, ended: bool) -> Reply | None:
        head, separator, _ = self.buffer.partition(b"\r\n\r\n")
        if not separator:
            return None
        lines = bytes(head).decode("latin-1").split("\r\n")
        status = int(lines[0].split(" ", 2)[1])
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        begin = len(head) + 4
        if 100 <= status < 200:
            del self.buffer[:begin]
            return self._read(ended)
        body = self._body(begin, headers, status, ended)
        if body is None:
            return None
        self.keep = headers.get("connection", "").lower() != "close" and not ended
        self.buffer.clear()
        return Reply(status, headers, body)

    def _body(self, begin: int, headers: dict[str, str], status: int, ended: bool) -> bytes | None:
        if status in (204, 304):
            return b""
        if "chunked" in headers.get("transfer-encoding", "").lower():
            return self._chunks(begin)
        if "content-length" in headers:
            end = begin + int(headers["content-length"])
            return bytes(self.buffer[begin:end]) if len(self.buffer) >= end else None
        self.keep = False
        return bytes(self.buffer[begin:]) if ended else None

    def _chunks(self, at: int) -> bytes | None:
        pieces: list[bytes] = []
        while (line := self.buffer.find(b"\r\n", at)) >= 0:
            size = int(bytes(self.buffer[at:line]).partition(b";")[0], 16)
            begin = line + 2
            if len(self.buffer) < begin + size + 2:
                return None
            if size == 0:
                return b"".join(pieces)
            pieces.append(bytes(self.buffer[begin : begin + size]))
            at = begin + size + 2
        return None


class Wire:
    """Keep-alive connections to one host and port."""

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        self.port = port
        self._idle: list[_Connection] = []
        self._all: set[_Connection] = set()

    async def post(self, request: bytes, within: float, cut: bool = False) -> Reply:
        """
        Send one request and wait for its answer.

        With *cut* the connection is dropped as soon as the request is out, as a network does at
        the worst moment: the bot has the update, Telegram never learns what became of it.
        Raises ConnectionError or TimeoutError.
        """
        connection = await self._connection(within)
        try:
            async with asyncio.timeout(within):
                answer = connection.send(request)
                if cut:
                    await asyncio.sleep(0.005)  # long enough for the bytes to leave
                    answer.cancel()
                    raise ConnectionError("Webhook connection closed")
                reply = await answer
        except BaseException:
            self._drop(connection)
            raise
        if connection.keep and not connection.closed:
            self._idle.append(connection)
        else:
            self._drop(connection)
        return reply

    async def _connection(self, within: float) -> _Connection:
        while self._idle:
            connection = self._idle.pop()
            if not connection.closed:
                return connection
            self._all.discard(connection)
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(within):
            try:
                _, connection = await loop.create_connection(_Connection, self.host, self.port)
            except OSError as error:
                raise ConnectionError(f"Connection refused: {error}") from None
        self._all.add(connection)
        return connection

    def _drop(self, connection: _Connection) -> None:
        connection.close()
        self._all.discard(connection)

    def abort(self) -> None:
        """Drop every connection."""
        for connection in list(self._all):
            connection.close()
        self._all.clear()
        self._idle.clear()
