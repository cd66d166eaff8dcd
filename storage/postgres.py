"""The PostgreSQL side: scripts played on one asyncpg connection of the same engine."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable
from typing import Any

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import NotKept
from storage.errors import Lost, Passing, Taken
from storage.statements import Compiled, Row, compile_all
from storage.writer import Script, Step
from storage.writes import WRITES

_PASSING = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.LockNotAvailableError,
    asyncpg.QueryCanceledError,
)
_GONE = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.IdleSessionTimeoutError,
    asyncpg.TooManyConnectionsError,
)
_REFUSING = (asyncpg.DiskFullError, asyncpg.OutOfMemoryError, asyncpg.ReadOnlySQLTransactionError)

ASKING = 60.0  # seconds
CLOSING = 10.0
_OURS = "INSERT INTO meta (key, value) VALUES ($1, '') ON CONFLICT (key) DO NOTHING"
_NUMBER = "UPDATE meta SET value = $2 WHERE key = $1"
# FOR UPDATE: a COMMIT whose connection broke may still be under way in the server
_LAST = "SELECT value FROM meta WHERE key = $1 FOR UPDATE"
_GO = "DELETE FROM meta WHERE key = $1"


class PostgresDriver:
    """
    Plays scripts on a connection it keeps.

    When the connection breaks while COMMIT is under way nobody has told whether it went through. Each transaction
    therefore writes its number into a row of this driver's own, and that row is read afterwards. (The server's own
    transaction ids do not serve: one that was never flushed is given out again after a crash.)
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._compiled = compile_all(WRITES, engine.dialect)
        self._connection: AsyncConnection | None = None
        self._row = f"writer:{secrets.token_hex(8)}"
        self._number = 0

    async def play(self, script: Callable[[], Script]) -> None:
        """See :class:`storage.writer.Driver`."""
        committing = False
        self._number += 1
        try:
            connection = await self._driver()
            await connection.execute("BEGIN")
            try:
                await connection.execute(_NUMBER, self._row, str(self._number))
                await self._run(connection, script())
                committing = True
                await connection.execute("COMMIT")
            except BaseException:
                if not connection.is_closed():
                    with contextlib.suppress(*_GONE):
                        await connection.execute("ROLLBACK")
                raise
        except _PASSING as why:
            raise Passing(str(why)) from why
        except _REFUSING as why:
            raise NotKept(why="full") from why
        except (*_GONE, DBAPIError) as why:
            await self._drop()
            raise Lost(committed=committing and await self._went_through()) from why

    async def close(self) -> None:
        """Give the connection back."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(*_GONE, DBAPIError):
                async with asyncio.timeout(CLOSING):
                    driver: Any = (await connection.get_raw_connection()).driver_connection
                    await driver.execute(_GO, self._row)
                    await connection.close()

    async def _driver(self) -> Any:
        """The asyncpg connection, a new one after a break."""
        if self._connection is None:
            self._connection = await self._engine.connect()
            driver: Any = (await self._connection.get_raw_connection()).driver_connection
            # what is acknowledged is kept, whatever the server's own default says
            await driver.execute("SET synchronous_commit = on; SET lock_timeout = '10s'")
            await driver.execute(_OURS, self._row)
            return driver
        return (await self._connection.get_raw_connection()).driver_connection

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(*_GONE, DBAPIError):
                await connection.invalidate()
            with contextlib.suppress(*_GONE, DBAPIError):
                await connection.close()

    async def _went_through(self) -> bool:
        """
        Whether the last transaction was committed.

        Raises NotKept (why "unknown") when the server cannot be asked for ASKING seconds.
        """
        asked = time.monotonic()
        while True:
            try:
                last = await (await self._driver()).fetchval(_LAST, self._row)
            except (*_GONE, *_PASSING, DBAPIError) as why:
                await self._drop()
                if time.monotonic() - asked > ASKING:
                    raise NotKept(why="unknown") from why
            else:
                return bool(last == str(self._number))
            await asyncio.sleep(0.1)

    async def _run(self, connection: Any, script: Script) -> None:
        try:
            step = next(script)
            while True:
                try:
                    answer = await _do(connection, self._compiled[step.write.name], step)
                except asyncpg.UniqueViolationError as why:
                    step = script.throw(Taken(str(why)))
                else:
                    step = script.send(answer)
        except StopIteration:
            return


async def _do(connection: Any, compiled: Compiled, step: Step) -> int | list[Row] | None:
    rows = step.rows if compiled.pick is None else [compiled.pick(row) for row in step.rows]
    if compiled.returns:
        return [tuple(found) for found in await connection.fetch(compiled.sql, *rows[0])]
    if compiled.counted:
        if len(rows) == 1:
            return len(await connection.fetch(compiled.sql, *rows[0]))
        return len(await connection.fetchmany(compiled.sql, rows))
    if len(rows) == 1:
        await connection.execute(compiled.sql, *rows[0])
    else:
        await connection.executemany(compiled.sql, rows)
    return None
