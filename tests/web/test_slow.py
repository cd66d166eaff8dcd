"""Slow and greedy clients: let go in time, while others are served."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from tests.web.house import Limits, house
from web.serving import CONNECTIONS


async def closed(port: int, *pieces: bytes) -> bytes:
    """Send *pieces* and read until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
    try:
        async with asyncio.timeout(20):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def test_half_a_head_does_not_hold_the_door(tmp_path: Path, database: Path) -> None:
    """Nothing, half a head, half a second head: closed; a body that never comes: 408; others are served."""
    limits = Limits(header=0.3, idle=0.3, form=0.6, stall=0.3)
    async with house(tmp_path, database=database, limits=limits) as served, served.client() as client:
        await served.enter(client, "member")
        [cookie] = [f"{one.key}={one.value}" for one in client.cookie_jar]
        head = f"Host: 127.0.0.1:{served.port}\r\nOrigin: {served.address}\r\nCookie: {cookie}\r\n".encode()
        whole = b"GET /healthz HTTP/1.1\r\n" + head + b"\r\n"
        assert await closed(served.port) == b""
        assert await closed(served.port, b"GET / HT") == b""
        assert (await closed(served.port, whole + b"GET / HT")).count(b"HTTP/1.1 200") == 1
        form = b"POST /leave HTTP/1.1\r\n" + head + b"Content-Type: application/x-www-form-urlencoded\r\n"
        late = await closed(
            served.port,
            b"POST /demo HTTP/1.1\r\n" + form.partition(b"\r\n")[2] + b"Content-Length: 9\r\n\r\na",
        )
        assert late.startswith((b"HTTP/1.1 408", b"HTTP/1.1 404"))
        upload = b"POST /chat/files/key-00000001?kind=document&name=x HTTP/1.1\r\n" + head
        stalled = await closed(served.port, upload + b"Content-Length: 900000\r\n\r\n" + b"x" * 100)
        assert stalled.startswith(b"HTTP/1.1 408")
        lying = await closed(served.port, upload + b"Content-Length: 999999999\r\n\r\n")
        assert lying.startswith(b"HTTP/1.1 413")
        async with served.page(client, "member") as page:
            await page.done("key-00000002", kind="text", text="照常")
            await asyncio.sleep(0.5)  # an open page is no slow head, however quiet
            await page.done("key-00000003", kind="text", text="照常")


async def test_a_reader_that_takes_nothing_is_let_go(tmp_path: Path, database: Path) -> None:
    """Somebody asks for a large file and never reads it: the connection ends, the file was not kept open."""
    async with (
        house(tmp_path, database=database, limits=Limits(upload=1.0)) as served,
        served.client() as client,
    ):
        await served.enter(client, "member")

        async def large() -> AsyncIterator[bytes]:
            yield b"x" * 19_000_000

        kept = await served.files.keep(served.chat("member"), large(), name="big.bin")
        [cookie] = [f"{one.key}={one.value}" for one in client.cookie_jar]
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port, limit=1024)
        request = f"GET /chat/files/{kept.id} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n"
        writer.write(request.encode())
        assert await reader.readline() == b"HTTP/1.1 200 OK\r\n"

        def busy() -> bool:
            return any(one.busy for one in served.app[CONNECTIONS].values())

        async with asyncio.timeout(20):
            while busy():  # noqa: ASYNC110 - the server has no word for it
                await asyncio.sleep(0.05)
        with contextlib.suppress(ConnectionResetError):
            assert len(await reader.read()) < 18_000_000
        writer.close()


async def test_too_many_connections_are_told_to_come_back(tmp_path: Path, database: Path) -> None:
    """Beyond the cap a connection gets 503 and ends; those before are served."""
    async with house(tmp_path, database=database, limits=Limits(connections=3)) as served:
        held = [await asyncio.open_connection("127.0.0.1", served.port) for _ in range(3)]
        await asyncio.sleep(0)
        assert (await closed(served.port)).startswith(b"HTTP/1.1 503")
        reader, writer = held[0]
        writer.write(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n\r\n".encode())
        assert (await reader.readline()).startswith(b"HTTP/1.1 200")
        for _, one in held:
            one.close()
