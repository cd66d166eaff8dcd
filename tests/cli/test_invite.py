"""``lianxin invite``: the code, and the ways in that there are."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing

from tests.botapi.server import BotApiDouble
from tests.cli.console import Console


def county(console: Console) -> None:
    """An empty county with its office."""
    assert console("migrate").returncode == 0
    with closing(sqlite3.connect(console.folder / "lianxin.db")) as db, db:
        db.execute(
            "INSERT INTO orgs (id, name, short, level, kind, parent, path, valid_from, valid_to)"
            " VALUES ('SF', '示范县委组织部', '示范县', 'county', 'office', '', '/SF/', '2020-01-01', '')"
        )


def test_without_a_token_there_is_the_web_alone(console: Console) -> None:
    """The shape that other programs read: no key more, no key less."""
    county(console)
    said = console(
        "invite", "--role", "admin", "--org", "SF", "--json", LIANXIN_PUBLIC_URL="https://lianxin.example"
    )
    link = json.loads(said.stdout)
    assert set(link) == {"role", "person", "org", "code", "chat_link", "web_link"}
    assert (link["chat_link"], link["web_link"]) == (None, f"https://lianxin.example/i/{link['code']}")


async def test_with_a_token_the_chat_link_names_the_bot(console: Console) -> None:
    """Telegram says what the bot is called; where it is silent the web link is there all the same."""
    await asyncio.to_thread(county, console)
    order = ("invite", "--role", "admin", "--org", "SF", "--json")
    async with BotApiDouble() as api:
        env = {"LIANXIN_BOT_TOKEN": api.token, "LIANXIN_BOT_API": api.base}
        link = json.loads((await asyncio.to_thread(lambda: console(*order, **env))).stdout)
        assert link["chat_link"] == f"https://t.me/{api.world.bot['username']}?start={link['code']}"
    silent = json.loads((await asyncio.to_thread(lambda: console(*order, **env))).stdout)
    assert (silent["chat_link"], bool(silent["web_link"])) == (None, True)
