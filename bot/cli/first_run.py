"""
``make run`` before ``lianxin run``: a database that does not exist yet is created and filled with the demo county.

A database that is there is left alone, whoever made it and whatever is in it. A first run that was interrupted is
begun anew: a marker in the data directory tells it from a database that an operator has just migrated.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from importlib import import_module

from bot import logs
from bot.cli.language import spoken
from bot.errors import BadSetting, LianxinError
from bot.settings import Settings
from bot.texts import Texts

MARKER = ".first-run"


def main() -> int:
    """Fill a database that does not exist yet; 0 when ``lianxin run`` may follow."""
    texts, lang = Texts(files=("cli", "common", "errors")), spoken()
    try:
        settings = Settings.load()
        if not is_new(settings):
            return 0
        logs.set_up(settings.log_format, secrets=settings.secrets)
        print(texts.text("cli-first-run", lang), file=sys.stderr)
        begin(settings)
    except LianxinError as error:
        print(texts.problem(error, lang), file=sys.stderr)
        return 2 if isinstance(error, BadSetting) else 1
    return 0


def is_new(settings: Settings) -> bool:
    """Whether there is no database yet, or only what an interrupted first run left."""
    file = settings.sqlite_file
    if (settings.data_dir / MARKER).exists():
        return True
    if file is not None:
        return not file.exists() or file.stat().st_size == 0
    return asyncio.run(_is_empty_postgres(settings.database_url))


async def _is_empty_postgres(url: str) -> bool:
    """Whether nobody has migrated the database at *url*. One that cannot be reached is for `run` to complain of."""
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
    """Migrate and fill, from the start when an earlier try was cut short."""
    marker, file = settings.data_dir / MARKER, settings.sqlite_file
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if marker.exists() and file is not None:
        for path in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
            path.unlink(missing_ok=True)
    marker.touch()
    import_module("bot.cli.migrate").main(settings)
    import_module("bot.cli.demo").main(settings, years=None, as_json=False)
    with contextlib.suppress(FileNotFoundError):
        marker.unlink()


if __name__ == "__main__":
    sys.exit(main())
