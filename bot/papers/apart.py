"""
A long export in a process of its own: the bot goes on as if nothing were.

The child (bot/cli/export_child.py) gets the checked job on its standard input, reads the database by
itself, and answers with JSON lines: ``{"done", "total"}`` now and then, ``{"result"}`` at the end. It
runs at a lower priority. Cancelling ends it, and what it had begun is removed.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.usecases.export_job import ExportFailed, ExportJob, ExportResult, Progress

log = logging.getLogger(__name__)

COMMAND: Final = (sys.executable, "-m", "bot.cli.export_child")
GRACE: Final = 10.0  # seconds a child has to clean up when it is told to end
LINE: Final = 1 << 20  # bytes of one line of its answer


@dataclass(frozen=True, slots=True)
class Database:
    """Where a child finds the records."""

    url: str
    files_dir: Path
    timezone: str


class Apart:
    """Does the work of a job in a child process; fits :data:`bot.usecases.export_job.Produce`."""

    def __init__(self, database: Database, command: Sequence[str] = COMMAND) -> None:
        self._database, self._command = database, tuple(command)

    async def __call__(self, job: ExportJob, target: Path, progress: Progress | None = None) -> ExportResult:
        """
        Write the export.

        Raises:
            ExportFailed: the child ended without a result; no file is left.
        """
        child = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=LINE,
        )
        complaints = asyncio.create_task(_tail(child.stderr))
        try:
            result = await self._talk(child, job, target, progress)
            await child.wait()
        finally:
            await _ended(child)
            said = await complaints
        if result is None:
            log.error("export %s: the child ended with %s: %s", job.id, child.returncode, said)
            raise ExportFailed
        return result

    def _asked(self, job: ExportJob, target: Path) -> bytes:
        database = self._database
        asked = {
            "job": job.to_json(), "target": str(target.absolute()), "url": database.url,
            "files_dir": str(database.files_dir.absolute()), "timezone": database.timezone,
        }  # fmt: skip
        return json.dumps(asked).encode()

    async def _talk(
        self, child: asyncio.subprocess.Process, job: ExportJob, target: Path, progress: Progress | None
    ) -> ExportResult | None:
        assert child.stdin is not None
        assert child.stdout is not None
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it ended at once: seen below
            child.stdin.write(self._asked(job, target))
            await child.stdin.drain()
            child.stdin.close()
        result: ExportResult | None = None
        async for line in child.stdout:
            answer: dict[str, Any] = json.loads(line)
            if "result" in answer:
                result = ExportResult.from_json(answer["result"])
            elif progress is not None:
                progress(answer["done"], answer["total"])
        return result


async def _tail(stream: asyncio.StreamReader | None) -> str:
    """The last words of a stream, for the log: where it broke, never what was exported."""
    last = b""
    while stream is not None and (piece := await stream.read(4096)):
        last = (last + piece)[-400:]
    return last.decode("utf-8", "replace").strip()


async def _ended(child: asyncio.subprocess.Process) -> None:
    """Let the child end, tell it to, make it: in this order."""
    if child.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        child.terminate()
    try:
        await asyncio.wait_for(asyncio.shield(child.wait()), GRACE)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
