"""
One chain of migrations for both databases, run by :func:`upgrade`; alembic is imported nowhere else.

An upgrade is one transaction, on SQLite too, so that a killed one leaves nothing half done and can be run
again. An SQLite file is copied before an older one is changed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import DatabaseNotReady, DatabaseTooNew, DatabaseUnreachable

_HERE = Path(__file__).parent
CONNECTING = 10  # seconds; a server that is not there would otherwise be waited for a minute
_LOCK = 0x11A41  # PostgreSQL advisory lock: one upgrade at a time


def config(connection: Connection | None = None, also: Path | None = None) -> Config:
    """
    Alembic's settings, without a file; *connection* is the one env.py uses, *also* as in :func:`upgrade`.
    """
    found = Config()
    found.set_main_option("script_location", str(_HERE))
    found.set_main_option("path_separator", "os")
    folders = [_HERE / "versions", *([also] if also is not None else [])]
    found.set_main_option("version_locations", os.pathsep.join(str(folder) for folder in folders))
    found.attributes["connection"] = connection
    return found


def newest(also: Path | None = None) -> str:
    """The newest revision this Lianxin knows."""
    return ScriptDirectory.from_config(config(also=also)).get_current_head() or ""


def engine_for(url: str) -> AsyncEngine:
    """
    An engine that migrates: on SQLite with real transactions round schema changes, without foreign keys
    meanwhile.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_async_engine(
            parsed.set(drivername="postgresql+asyncpg"), connect_args={"timeout": CONNECTING}
        )
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(parsed.set(drivername="sqlite+aiosqlite"))

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver must not commit before a schema change
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=30000")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@asynccontextmanager
async def _reached(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection that migrates; what keeps us from it becomes DatabaseUnreachable."""
    try:
        engine = engine_for(url)
    except OSError as error:
        raise DatabaseUnreachable(why="file", database=_shown(url)) from error
    try:
        connection = await _connect(engine, url)
        try:
            yield connection
        finally:
            await connection.close()
    finally:
        await engine.dispose()


async def _connect(engine: AsyncEngine, url: str) -> AsyncConnection:
    try:
        return await engine.connect()
    except Exception as error:
        if why := _why(error):
            raise DatabaseUnreachable(why=why, database=_shown(url)) from error
        raise


def _why(error: Exception) -> str | None:
    """Which words of ``error-database_unreachable--…`` say it; None for what is no trouble of connecting."""
    error = error.orig if isinstance(error, DBAPIError) and isinstance(error.orig, Exception) else error
    if isinstance(error, sqlite3.Error):
        damaged = getattr(error, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_CORRUPT")
        return "damaged" if damaged else "file"
    state = getattr(error, "sqlstate", None)  # told without asyncpg, which SQLite never imports
    if state is not None:
        return "login" if state.startswith("28") else "unknown" if state == "3D000" else "silent"
    return "silent" if isinstance(error, OSError) else None


def _shown(url: str) -> str:
    """The database for people: SQLite's file, PostgreSQL's address without its password."""
    parsed = make_url(url)
    sqlite = parsed.get_backend_name() == "sqlite"
    return str(parsed.database) if sqlite else parsed.render_as_string(hide_password=True)


async def upgrade(url: str, *, also: Path | None = None) -> str:
    """
    Create or upgrade a database; returns the revision it had before ("" for a new one).

    Two processes that start at once take turns. *also*: one more folder of revisions, beyond ours.

    Raises:
        DatabaseTooNew: a newer Lianxin has written it; nothing was touched.
        DatabaseUnreachable: it does not let us in.
    """
    async with _reached(url) as connection, connection.begin():
        return await connection.run_sync(_upgrade, url, also)


async def revision(url: str) -> str:
    """The revision of a database, "" for an empty one. Raises DatabaseUnreachable."""
    async with _reached(url) as connection:
        return await connection.run_sync(_current)


async def check_version(url: str) -> None:
    """
    Raises DatabaseNotReady unless the database is of this version, DatabaseTooNew where a newer Lianxin has written it,
    DatabaseUnreachable where it does not let us in.
    """
    file = make_url(url).database if make_url(url).get_backend_name() == "sqlite" else None
    found = _peek(Path(file), url) if file else await revision(url)
    if found == newest():
        return
    if found and not _is_known(found):
        raise DatabaseTooNew(found=found, known=newest())
    raise DatabaseNotReady(why="other" if found else "missing", database=_shown(url))


def _peek(file: Path, url: str) -> str:
    """The revision of an SQLite file, "" for an empty one; the file is not touched."""
    # a reader of a journal leaves it behind; where there is none, nobody has the file open
    how = "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "immutable=1"
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)) as connection:
            if not connection.execute(
                "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
            ).fetchall():
                return ""
            return str((connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",))[0])
    except sqlite3.Error as error:
        raise DatabaseUnreachable(why=_why(error), database=_shown(url)) from error


async def downgrade(url: str, to: str, *, also: Path | None = None) -> None:
    """Go back to an earlier revision ("base" = no tables); for who must."""
    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(lambda inner: command.downgrade(config(inner, also), to))
    finally:
        await engine.dispose()


def _current(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _is_known(found: str, also: Path | None = None) -> bool:
    script = ScriptDirectory.from_config(config(also=also))
    return found in {known.revision for known in script.walk_revisions()}


def _upgrade(connection: Connection, url: str, also: Path | None) -> str:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    before = _current(connection)
    if before and not _is_known(before, also):
        raise DatabaseTooNew(found=before, known=newest(also))
    if before == newest(also):
        return before
    if before and connection.dialect.name == "sqlite":
        back_up(Path(str(make_url(url).database)), before)
    command.upgrade(config(connection, also), "head")
    return before


def back_up(path: Path, label: str) -> Path:
    """A consistent copy of an SQLite file beside it, ``lianxin.db.<label>-<stamp>.bak``; returns its path."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target = path.with_name(f"{path.name}.{label}-{moment}.bak")
    with closing(sqlite3.connect(path)) as source:
        source.execute("VACUUM INTO ?", (str(target),))
    return target
