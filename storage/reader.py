"""
Reading: the SQLAlchemy engine for lists and streams, and a shorter way for single rows by their key.

On SQLite a row read by its key costs some 10 µs on the loop's own thread, against 500 to 900 µs through the
engine and its thread (speed.md §3); WAL readers never wait for the writer. PostgreSQL reads all through the
engine.
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
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import NotKept
from storage import sqlite

CLOSING = 10.0  # seconds

Rows = Sequence[Sequence[Any]]


class Reader:
    """Runs selects. Rows are tuples in the order of the select's columns."""

    def __init__(self, engine: AsyncEngine, path: Path | None, patience: float) -> None:
        self.engine = engine
        self._patience = patience
        self._path = path
        self._near: sqlite3.Connection | None = None
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
        if self._path is None:
            return await self.all(query, values)
        known = self._texts.get(id(query))
        if known is None:
            compiled = query.compile(dialect=self.engine.dialect)  # type: ignore[attr-defined]
            known = (query, str(compiled), tuple(compiled.positiontup or ()), compiled.params)
            self._texts[id(query)] = known
        _, text, names, constants = known
        try:
            if self._near is None:
                self._near = sqlite.connect(self._path, readonly=True)
                self._near.execute(
                    "PRAGMA busy_timeout=50"
                )  # the loop must not wait: the engine waits instead
            found = [values[name] if name in values else constants[name] for name in names]
            return self._near.execute(text, found).fetchall()
        except sqlite3.OperationalError:
            return await self.all(query, values)

    async def close(self) -> None:
        """Close every connection."""
        if self._near is not None:
            self._near.close()
        with contextlib.suppress(TimeoutError):  # a server that does not answer must not keep us from ending
            async with asyncio.timeout(CLOSING):
                await self.engine.dispose()


def _broken(why: DBAPIError) -> bool:
    """Whether the connection was lost, or the server is going down or coming up (SQLSTATE 57P01 to 57P03)."""
    state = getattr(why.orig, "sqlstate", None) or ""
    return why.connection_invalidated or str(state).startswith(("57P", "08"))


def open_engine(url: str) -> tuple[AsyncEngine, Path | None]:
    """The engine of a database and, for SQLite, the path of its file. Its connections only read on SQLite."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+asyncpg")
        return create_async_engine(parsed, pool_size=8, max_overflow=8, pool_pre_ping=True), None
    if not parsed.database or parsed.database == ":memory:":
        raise ValueError("a database in memory cannot be shared with the writer: name a file")
    path = Path(parsed.database)
    engine = create_async_engine(
        parsed.set(drivername="sqlite+aiosqlite"), pool_size=2, max_overflow=2, pool_timeout=60
    )

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _: Any) -> None:
        sqlite.prepare(connection, readonly=True)

    return engine, path
