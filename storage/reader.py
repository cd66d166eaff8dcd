"""
Reading: the SQLAlchemy engine for lists and streams, and a shorter way for single rows by their key.

A row read by its key costs some 10 µs on SQLite when the loop's own thread reads it, against 500 to 900 µs through
the engine and its thread (docs/speed.md); WAL readers never wait for the writer. On PostgreSQL a few of the engine's
connections stay out for such reads, which spares SQLAlchemy's part.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Executable, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import NotKept
from storage import sqlite

CLOSING = 10.0  # seconds
LENT = 4  # connections to PostgreSQL kept for reads by key

Rows = Sequence[Sequence[Any]]


class Reader:
    """Runs selects. Rows are tuples in the order of the select's columns."""

    def __init__(self, engine: AsyncEngine, path: Path | None, patience: float) -> None:
        self.engine = engine
        self._patience = patience
        self._path = path
        self._near: sqlite3.Connection | None = None
        self._idle: list[AsyncConnection] = []
        self._lent = 0
        self._texts: dict[int, tuple[Executable, str, tuple[str, ...], Mapping[str, Any]]] = {}

    async def all(self, query: Executable, values: Mapping[str, Any] | None = None) -> Rows:
        """
        All rows of a query.

        A broken connection is replaced and the query asked again; NotKept when there is none for too long.
        """
        started = time.monotonic()
        while True:
            try:
                async with self.engine.connect() as connection:
                    result = await connection.execute(query, values or {})
                    return result.fetchall()
            except (OSError, DBAPIError) as why:
                if isinstance(why, DBAPIError) and not _broken(why):
                    raise
                if time.monotonic() - started > self._patience:
                    raise NotKept(why="connection") from why
            await asyncio.sleep(0.1)

    async def first(self, query: Executable, values: Mapping[str, Any] | None = None) -> Sequence[Any] | None:
        """The first row of a query that has few, None for none."""
        rows = await self.all(query, values)
        return rows[0] if rows else None

    async def near(self, query: Executable, values: Mapping[str, Any]) -> Rows:
        """
        Rows of a query that an index answers at once.

        *query* must be a module's constant with every value a named bind parameter: its text is kept by
        identity.
        """
        known = self._texts.get(id(query))
        if known is None:
            compiled = query.compile(dialect=self.engine.dialect)  # type: ignore[attr-defined]
            known = (query, str(compiled), tuple(compiled.positiontup or ()), compiled.params)
            self._texts[id(query)] = known
        _, text, names, constants = known
        given = [values[name] if name in values else constants[name] for name in names]
        if self._path is None:
            return await self._lent_row(query, values, text, given)
        try:
            if self._near is None:
                self._near = sqlite.connect(self._path, readonly=True)
                # the loop must not wait: where it would have to, the engine waits in its thread
                self._near.execute("PRAGMA busy_timeout=50")
            return self._near.execute(text, given).fetchall()
        except sqlite3.OperationalError:
            return await self.all(query, values)

    async def _lent_row(
        self, query: Executable, values: Mapping[str, Any], text: str, given: Sequence[Any]
    ) -> Rows:
        """The same on PostgreSQL, over a connection kept out of the pool; anything unusual goes through the engine."""
        if self._idle:
            connection = self._idle.pop()
        elif self._lent < LENT:
            self._lent += 1
            try:
                connection = await self.engine.connect()
            except (OSError, DBAPIError):
                self._lent -= 1
                return await self.all(query, values)
        else:
            return await self.all(query, values)
        try:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            rows: Rows = await driver.fetch(text, *given)
        except BaseException as why:
            self._lent -= 1
            with contextlib.suppress(OSError, DBAPIError):
                await connection.invalidate()
                await connection.close()
            if not isinstance(why, Exception):
                raise
            return await self.all(query, values)
        self._idle.append(connection)
        return rows

    async def close(self) -> None:
        """Close every connection."""
        if self._near is not None:
            self._near.close()
        # a server that does not answer must not keep us from ending
        with contextlib.suppress(TimeoutError, OSError, DBAPIError):
            async with asyncio.timeout(CLOSING):
                while self._idle:
                    await self._idle.pop().close()
                await self.engine.dispose()


def _broken(why: DBAPIError) -> bool:
    """Whether the connection was lost, or the server is going down or coming up (SQLSTATE 57P01 to 57P03)."""
    state = getattr(why.orig, "sqlstate", None) or ""
    return why.connection_invalidated or str(state).startswith(("57P", "08"))


# one select needs no transaction round it: three round trips less
_READING: dict[str, Any] = {"isolation_level": "AUTOCOMMIT", "pool_reset_on_return": None}


def open_engine(url: str) -> tuple[AsyncEngine, Path | None]:
    """The engine of a database and, for SQLite, the path of its file. Its connections only read on SQLite."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+asyncpg")
        return create_async_engine(parsed, pool_size=12, max_overflow=4, **_READING), None
    if not parsed.database or parsed.database == ":memory:":
        raise ValueError("a database in memory cannot be shared with the writer: name a file")
    path = Path(parsed.database)
    parsed = parsed.set(drivername="sqlite+aiosqlite")
    engine = create_async_engine(parsed, pool_size=2, max_overflow=2, pool_timeout=60, **_READING)

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _: Any) -> None:
        sqlite.prepare(connection, readonly=True)

    return engine, path
