"""The database of a command that makes and upgrades none: there and of this version, or one sentence and exit code 2."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.errors import DatabaseNotReady
from bot.settings import Settings

if TYPE_CHECKING:
    from storage.store import DatabaseStore


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[DatabaseStore]:
    """
    The store over the database of the settings.

    Raises DatabaseNotReady, DatabaseUnreachable, DatabaseTooNew: nothing was made or changed.
    """
    await check(settings)
    from storage.store import open_store  # `lianxin template` shares modules with these and needs no database

    async with open_store(
        settings.database_url, files_dir=settings.files_dir, timezone=settings.timezone
    ) as store:
        yield store


async def check(settings: Settings) -> None:
    """Whether the database is there and of this version; raises as :func:`opened` does."""
    from storage.migrations import check_version

    file = settings.sqlite_file
    if file is not None and not file.exists():
        raise DatabaseNotReady(why="missing", database=settings.database_shown)
    await check_version(settings.database_url)
