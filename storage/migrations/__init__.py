"""
One chain of migrations for both databases, run by :func:`upgrade`; alembic is imported nowhere else.

Each step runs in one transaction, on SQLite too, so that a killed one leaves nothing half done and can be run
again. An SQLite file is copied before an older one is changed.
"""

from __future__ import annotations

import sqlite3
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

_LOCK = 0x11A41  # PostgreSQL advisory lock: one migration at a time


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file; *connection* is the one env.py uses."""
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent))
    found.set_main_option("path_separator", "os")
    found.attributes["connection"] = connection
    return found


def newest() -> str:
    """The revision this Lianxin knows as the newest."""
    head = ScriptDirectory.from_config(config()).get_current_head()
    assert head is not None
    return head


def engine_for(url: str) -> AsyncEngine:
    """
    An engine that migrates: on SQLite with real transactions round schema changes, and no foreign keys
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


async def upgrade(url: str, to: str = "head") -> str:
    """
    Create or upgrade a database; returns the revision it had before ("" for a new one).

    Two processes that start at once take turns. Raises DatabaseTooNew when a newer Lianxin has written it:
    nothing is touched then.
    """
    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(_upgrade, url, to)
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


async def downgrade(url: str, to: str) -> None:
    """Go back to an earlier revision ("base" = empty); for tests and for who must."""
    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(lambda inner: command.downgrade(config(inner), to))
    finally:
        await engine.dispose()


def _current(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _upgrade(connection: Connection, url: str, to: str) -> str:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    before = _current(connection)
    script = ScriptDirectory.from_config(config())
    known = {found.revision for found in script.walk_revisions()}
    if before and before not in known:
        raise DatabaseTooNew(found=before, known=newest())
    if before == newest():
        return before
    if before and connection.dialect.name == "sqlite":
        back_up(Path(str(make_url(url).database)), before)
    command.upgrade(config(connection), to)
    return before


def back_up(path: Path, label: str) -> Path:
    """A consistent copy of an SQLite file beside it, ``lianxin.db.<label>-<stamp>.bak``."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.{label}-{moment}.bak")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.{label}-{moment}-{number}.bak")
    source = sqlite3.connect(path)
    try:
        source.execute("VACUUM INTO ?", (str(target),))
    finally:
        source.close()
    return target
