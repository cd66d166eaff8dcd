"""
The SQLite side: one writing connection in a thread of its own, and quick reads on the loop's own thread.

The writing connection is the standard library's: one hop to its thread carries a whole group (aiosqlite hops
once a statement; docs/speed.md). WAL with synchronous=FULL: what was acknowledged survives the machine, not
only the process.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from sqlalchemy import Dialect

from bot.errors import NotKept
from storage.errors import Passing, Taken
from storage.statements import Compiled, Row, compile_all
from storage.writer import Script, Step
from storage.writes import WRITES

BUSY_MS = 30_000
_PASSING = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_REFUSING = {
    sqlite3.SQLITE_FULL: "full", sqlite3.SQLITE_IOERR: "disk", sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CORRUPT: "corrupt", sqlite3.SQLITE_NOTADB: "corrupt", sqlite3.SQLITE_CANTOPEN: "disk",
}  # fmt: skip
_UNIQUE = frozenset({sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY})


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """A connection as all of ours are: WAL, FULL, foreign keys, no transactions but those we begin."""
    connection = sqlite3.connect(
        path, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    prepare(connection, readonly=readonly)
    return connection


def prepare(connection: Any, *, readonly: bool) -> None:
    """Set the pragmas; *connection* may be SQLAlchemy's wrapper."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    if readonly:
        cursor.execute("PRAGMA query_only=ON")
    cursor.close()


class SqliteDriver:
    """Plays scripts in its own thread."""

    def __init__(self, path: Path, dialect: Dialect, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._compiled = compile_all(WRITES, dialect)
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._connection: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._work, name="storage-writer", daemon=True)
        self._thread.start()

    async def play(self, script: Callable[[], Script]) -> None:
        """See :class:`storage.writer.Driver`."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()

        def job() -> None:
            try:
                self._play(script())
            except BaseException as why:
                loop.call_soon_threadsafe(_fail, future, why)
            else:
                loop.call_soon_threadsafe(_finish, future)

        self._jobs.put(job)
        await future

    async def close(self) -> None:
        """End the thread when its work is done."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
        if self._connection is not None:
            self._connection.close()

    def _play(self, script: Script) -> None:
        try:
            if self._connection is None:
                self._connection = connect(self._path)
                self._connection.execute(f"PRAGMA busy_timeout={int(min(self._patience * 1000, BUSY_MS))}")
            cursor = self._connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            try:
                self._run(cursor, script)
                cursor.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has rolled back by itself
                    cursor.execute("ROLLBACK")
                raise
            finally:
                cursor.close()
        except sqlite3.Error as why:
            raise _translated(why) from why

    def _run(self, cursor: sqlite3.Cursor, script: Script) -> None:
        try:
            step = next(script)
            while True:
                try:
                    answer = _do(cursor, self._compiled[step.write.name], step)
                except sqlite3.IntegrityError as why:
                    if why.sqlite_errorcode not in _UNIQUE:
                        raise
                    step = script.throw(Taken(str(why)))
                else:
                    step = script.send(answer)
        except StopIteration:
            return


def _do(cursor: sqlite3.Cursor, compiled: Compiled, step: Step) -> int | list[Row]:
    rows = step.rows if compiled.pick is None else [compiled.pick(row) for row in step.rows]
    if compiled.returns:
        return cursor.execute(compiled.sql, rows[0]).fetchall()
    if len(rows) == 1:
        cursor.execute(compiled.sql, rows[0])
    else:
        cursor.executemany(compiled.sql, rows)
    return cursor.rowcount


def _translated(why: sqlite3.Error) -> Exception:
    """A passing trouble as Passing, a refusal of the machine as NotKept, anything else as it is."""
    code = getattr(why, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in _PASSING:
        return Passing(str(why))
    if primary in _REFUSING:
        return NotKept(why=_REFUSING[primary])
    return why


def _finish(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


def _fail(future: asyncio.Future[None], why: BaseException) -> None:
    if not future.done():
        future.set_exception(why)
