"""``lianxin invite``: a single-use invitation; its code is shown now and never again."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from bot.cli.checkup import bot_name
from bot.cli.database import opened
from bot.cli.language import spoken
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.entry import Entry, Invited


def main(settings: Settings, *, role: str, org: str, name: str, as_json: bool) -> None:
    """Print code, chat link and web link. RoleUnknown, OrgUnknown, InviteAmbiguous are told in words."""
    invited = asyncio.run(_invite(settings, role, org, name))
    links = links_of(settings, invited, bot_name(settings))
    if as_json:
        print(json.dumps(links, ensure_ascii=False, indent=1))
        return
    texts, lang = Texts(files=("cli", "common", "roles")), spoken()
    print(
        texts.text("cli-invited", lang, name=links["person"] or "—", org=invited.org.name, code=links["code"])
    )
    for one in (links["web_link"], links["chat_link"]):
        if one:
            print(one)


async def _invite(settings: Settings, role: str, org: str, name: str) -> Invited:
    async with opened(settings) as store:
        return await Entry(store, zone=settings.timezone).invite(role, org, name=name)


def address_of(settings: Settings) -> str:
    """Where people open Lianxin, without a slash at the end."""
    return (settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/")


def links_of(settings: Settings, invited: Invited, bot_name: str = "") -> dict[str, Any]:
    """``{role, person, org, code, chat_link, web_link}``; chat_link None while the bot has no name that is known."""
    base = address_of(settings)
    return {
        "role": invited.invitation.role, "person": invited.invitation.name, "org": invited.org.id,
        "code": invited.code,
        "chat_link": f"https://t.me/{bot_name}?start={invited.code}" if bot_name else None,
        "web_link": f"{base}/i/{invited.code}",
    }  # fmt: skip
