"""``lianxin demo``: fill an empty database with the invented county, three months of records, an invitation per role."""

from __future__ import annotations

import asyncio
import json

from bot.cli.checkup import bot_name
from bot.cli.invite import links_of
from bot.cli.language import spoken
from bot.demo.fill import MONTHS, fill
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.entry import Invited
from storage.migrations import upgrade
from storage.store import open_store


def make(settings: Settings, years: int | None = None) -> list[Invited]:
    """Fill the database; an invitation per role. NotEmpty when there is anything in it."""
    return asyncio.run(_fill(settings, years))


def main(settings: Settings, *, years: int | None, as_json: bool) -> None:
    """Print what was made and the ways in; NotEmpty when there is anything in the database."""
    made = make(settings, years)
    name = bot_name(settings)
    ways = [links_of(settings, one, name) for one in made]
    if as_json:
        print(json.dumps(ways, ensure_ascii=False, indent=1))
        return
    texts, lang = Texts(files=("cli", "common", "roles")), spoken()
    print(texts.text("cli-demo-made", lang))
    for one in ways:
        print(f"  {texts.text('role-' + one['role'], lang)}　{one['person']}　{one['web_link']}")


async def _fill(settings: Settings, years: int | None) -> list[Invited]:
    await upgrade(settings.database_url)
    async with open_store(
        settings.database_url, files_dir=settings.files_dir, timezone=settings.timezone
    ) as store:
        return await fill(store, settings, months=MONTHS + 12 * (years or 0))
