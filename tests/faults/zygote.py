"""
A warm parent: it has imported the libraries and opened nothing; each line on its standard input forks the bot.

``{"settings": {…}, "ack_first": false}`` -> ``{"pid": n}``. The child is the real process (bot/serving.py) and is meant
to be killed. *ack_first* is the control experiment: it acknowledges before the commit, as aiogram's default does,
and a test that finds no loss then does not test.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import traceback
from typing import Any

from aiohttp import web

import bot.serving
from bot.channels.updates import place_of, read_json, update_id_of
from bot.channels.webhook import Webhook
from bot.channels.worker import CHANNEL
from bot.settings import Settings


def main() -> None:
    """Fork on demand until the input ends."""
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            child(order)
        print(json.dumps({"pid": pid}), flush=True)
        while True:  # reap what was killed before
            try:
                if os.waitpid(-1, os.WNOHANG)[0] == 0:
                    break
            except ChildProcessError:
                break


def child(order: dict[str, Any]) -> None:
    """Serve until killed."""
    os.close(0)
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    if order.get("ack_first"):
        acknowledge_first()
    try:
        asyncio.run(serve(order["settings"]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


async def serve(given: dict[str, Any]) -> None:
    """The whole process over these settings."""
    async with bot.serving.serving(Settings(**given, _env_file=None)):
        await asyncio.Event().wait()


def acknowledge_first() -> None:
    """The usual mistake: 200 first, work afterwards (aiogram: ``handle_in_background=True``)."""
    running: set[asyncio.Task[Any]] = set()

    async def wrong(self: Webhook, request: web.Request) -> web.StreamResponse:
        raw = read_json(await request.read())

        async def later() -> None:
            await asyncio.sleep(0.004)  # a handler that does anything at all
            calls = await self._inbox.receive(CHANNEL, f"{CHANNEL}:{update_id_of(raw)}", raw)
            await self._sender.deliver(place_of(raw).chat, calls)

        task = asyncio.create_task(later())
        running.add(task)
        task.add_done_callback(running.discard)
        return web.Response()

    Webhook.handle = wrong  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
