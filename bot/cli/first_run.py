"""
``make run`` before ``lianxin run``: a database that does not exist yet is made, with the demo county in it.

A database that is there is left alone, whoever made it and whatever is in it. SQLite's file is filled under
another name and gets its own only when it is whole, so that an interrupted first run is simply begun anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import sys
from importlib import import_module
from pathlib import Path

from bot import logs
from bot.cli.invite import address_of
from bot.cli.language import exit_code, spoken
from bot.errors import LianxinError
from bot.settings import Settings
from bot.texts import Texts


def main() -> int:
    """Make a database that does not exist yet; 0 when ``lianxin run`` may follow."""
    texts, lang = Texts(files=("cli", "common", "errors")), spoken()
    try:
        settings = Settings.load()
        if not is_new(settings):
            return 0
        logs.set_up(settings.log_format, secrets=settings.secrets, zone=settings.zone)
        print(texts.text("cli-first-run", lang, address=address_of(settings)), file=sys.stderr)
        begin(settings)
        print(texts.text("cli-first-run-kept", lang, database=settings.database_shown), file=sys.stderr)
    except LianxinError as error:
        print(texts.problem(error, lang), file=sys.stderr)
        return exit_code(error)
    return 0


def is_new(settings: Settings) -> bool:
    """Whether there is no database yet: no file, or nothing of ours in PostgreSQL."""
    if file := settings.sqlite_file:
        return not file.exists()
    return asyncio.run(_is_empty_postgres(settings.database_url))


async def _is_empty_postgres(url: str) -> bool:
    """Whether nobody has migrated the database at *url*; one out of reach is for `run` to complain of."""
    import asyncpg

    try:
        connection = await asyncpg.connect(url.replace("+asyncpg", "", 1), timeout=10)
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return False
    try:
        return bool(await connection.fetchval("SELECT to_regclass('alembic_version') IS NULL"))
    finally:
        await connection.close()


def begin(settings: Settings) -> None:
    """Create the database and fill it."""
    file = settings.sqlite_file
    if file is None:
        _fill(settings)
        return
    unfinished = file.with_name(f".{file.name}.first-run")
    file.parent.mkdir(parents=True, exist_ok=True)
    _remove(unfinished)
    _fill(settings.model_copy(update={"database_url": f"sqlite+aiosqlite:///{unfinished}"}))
    with contextlib.closing(sqlite3.connect(unfinished)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # all of it in the one file that is renamed
    with contextlib.suppress(FileExistsError):  # somebody was quicker: theirs stays
        os.link(unfinished, file)
    _remove(unfinished)


def _fill(settings: Settings) -> None:
    """
    The demo makes its tables itself: `lianxin migrate` would name a file that people never see. No invitations are shown:
    the page lets everybody pick a person.
    """
    import_module("bot.cli.demo").make(settings)


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
