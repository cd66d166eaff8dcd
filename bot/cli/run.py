"""``lianxin run``: everything in one process, in the foreground, until it is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import signal

from bot.cli.language import spoken
from bot.serving import serving
from bot.settings import Settings
from bot.texts import Texts


def main(settings: Settings) -> int:
    """Serve; returns the exit code. Ctrl-C and SIGTERM finish what is under way first."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(settings))
    return 0


async def _run(settings: Settings) -> None:
    end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, end.set)
    async with serving(settings) as address:
        texts, lang = Texts(files=("cli", "common")), spoken()
        print(texts.text("cli-serving", lang, address=address), flush=True)
        await end.wait()
