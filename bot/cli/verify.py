"""``lianxin verify``: checks the audit chain and every hash; prints what it found, 1 when anything is wrong."""

from __future__ import annotations

import asyncio
import json

from bot.cli.database import opened
from bot.cli.language import spoken
from bot.kept import Finding
from bot.settings import Settings
from bot.texts import Texts


def main(settings: Settings, *, as_json: bool) -> int:
    """Exit code 0 only when nothing was found."""
    found = asyncio.run(_verify(settings))
    if as_json:
        rows = [{"kind": one.kind, "where": one.where, "details": dict(one.details)} for one in found]
        print(json.dumps({"ok": not found, "findings": rows}, ensure_ascii=False, indent=1))
        return 1 if found else 0
    texts, lang = Texts(files=("cli", "common")), spoken()
    for one in found:
        print(
            texts.text(
                "cli-verify-found", lang, kind=texts.text(f"cli-verify-{one.kind}", lang), where=one.where
            )
        )
    print(texts.text("cli-verify-bad" if found else "cli-verify-good", lang, count=len(found)))
    return 1 if found else 0


async def _verify(settings: Settings) -> list[Finding]:
    async with opened(settings) as store:
        return [one async for one in store.verify()]
