"""
The process behind a long export (bot/papers/apart.py): a checked job on standard input, JSON lines on
standard output.

Nobody types this command. It checks no rights and writes no audit entry: whoever started it does both.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.forms.registry import registry
from bot.papers.exports import open_sink
from bot.texts import Texts
from bot.usecases.export import Exporter
from bot.usecases.export_job import ExportJob
from storage.store import open_store

LOWER = 10  # steps of priority below the bot's
EVERY = 0.5  # seconds between two words on how far it is


def main() -> int:
    """Do the job; 0 when a result was written."""
    if hasattr(os, "nice"):
        os.nice(LOWER)
    asked = json.load(sys.stdin.buffer)
    try:
        asyncio.run(_work(asked))
    except asyncio.CancelledError:
        return 1
    return 0


async def _work(asked: dict[str, Any]) -> None:
    task = asyncio.current_task()
    assert task is not None
    if os.name == "posix":  # told to end: remove what was begun, then end
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    async with open_store(asked["url"], files_dir=asked["files_dir"], timezone=asked["timezone"]) as store:
        exporter = Exporter(store, registry(), Texts(), ZoneInfo(asked["timezone"]), open_sink)
        job = ExportJob.from_json(asked["job"])
        result = await exporter.produce(job, Path(asked["target"]), _Teller())
    _say({"result": result.to_json()})


class _Teller:
    """Says how far it is, not too often."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + EVERY
            _say({"done": done, "total": total})


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
