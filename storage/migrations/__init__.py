"""
One chain of migrations for both databases, run by :func:`upgrade`; alembic is imported nowhere else.

An upgrade is one transaction, on SQLite too, so that a killed one leaves nothing half done and can be run
again. An SQLite file is copied before an older one is changed.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import DatabaseTooNew

_HERE = Path(__file__).parent
logging.getLogger("alembic").setLevel(logging.WARNING)  # its steps are no news to whoever starts Lianxin

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
        return create_async_engine(parsed.set(drivername="postgresql+asyncpg"))
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


async def upgrade(url: str, *, also: Path | None = None) -> str:
    """
    Create or upgrade a database; returns the revision it had before ("" for a new one).

    Two processes that start at once take turns. *also*: one more folder of revisions, beyond ours.

    Raises:
        DatabaseTooNew: a newer Lianxin has written it; nothing was touched.
    """
    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(_upgrade, url, also)
    finally:
        await engine.dispose()


async def revision(url: str) -> str:
    """The revision of a database, "" for an empty one."""
    engine = engine_for(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_current)
    finally:
        await engine.dispose()


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


def _upgrade(connection: Connection, url: str, also: Path | None) -> str:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    before = _current(connection)
    script = ScriptDirectory.from_config(config(also=also))
    if before and before not in {found.revision for found in script.walk_revisions()}:
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
