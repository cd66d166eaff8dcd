"""``lianxin migrate``: create the database or bring it up to date; an old SQLite file is copied first."""

from __future__ import annotations

import asyncio

from bot.cli.language import spoken
from bot.settings import Settings
from bot.texts import Texts
from storage.migrations import newest, upgrade


def main(settings: Settings) -> None:
    """Say what was done; DatabaseTooNew when a newer Lianxin has written it."""
    before = asyncio.run(upgrade(settings.database_url))
    texts, lang = Texts(files=("cli", "common")), spoken()
    key = "cli-migrated-new" if not before else "cli-migrated-same" if before == newest() else "cli-migrated"
    print(texts.text(key, lang, database=settings.database_shown))
