"""
Workbooks from somewhere else, read safely: checked before they are parsed, parsed in a process of their own.

The child (bot/papers/workbook_child.py) hands over the cells that hold something, in pieces; whatever a workbook
makes of its parser, this process only sees that the child ended.
"""

from __future__ import annotations

import asyncio
import logging
import stat
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, Final

import orjson

from bot.errors import LianxinError
from bot.papers.workbook_check import FILE_BYTES
from bot.usecases.roster_sheets import Odd, Piece

log = logging.getLogger(__name__)

COMMAND: Final = (sys.executable, "-m", "bot.papers.workbook_child")
PATIENCE: Final = 120.0  # seconds for the next piece
LINE: Final = 64 * 2**20  # bytes of one line of the child
GRACE: Final = 5.0


class WorkbookRefused(LianxinError):
    """This file is not read. Details: why (a key ``error-workbook_refused--<why>``) and what its words need."""

    code: ClassVar[str] = "workbook_refused"


class Workbook:
    """
    The cells of an xlsx file; read once. ``digest``: SHA-256 of the file, hex, known when all was read.

    ``command``: how the child is started; tests start broken ones.
    """

    def __init__(self, path: Path, command: Sequence[str] = COMMAND) -> None:
        self.digest = ""
        self._path, self._command = path, tuple(command)

    async def pieces(self) -> AsyncIterator[Piece]:
        """
        Every sheet's rows in the order of the workbook; a sheet begins with an empty piece.

        Raises:
            WorkbookRefused: it is no workbook, is locked, too big, or made to do harm.
        """
        _fit(self._path)
        child = await asyncio.create_subprocess_exec(
            *self._command, str(self._path.absolute()),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            limit=LINE,
        )  # fmt: skip
        assert child.stderr is not None
        complaints = asyncio.create_task(child.stderr.read())
        try:
            async for piece in self._pieces(child):
                yield piece
        finally:
            await _ended(child)
            said = await complaints
        if not self.digest:
            log.warning(
                "workbook: the child ended with %s: %s",
                child.returncode,
                said[-400:].decode("utf-8", "replace"),
            )
            raise WorkbookRefused(why="broken")

    async def _pieces(self, child: asyncio.subprocess.Process) -> AsyncIterator[Piece]:
        sheet = ""
        while line := await _line(child):
            try:
                said: dict[str, Any] = orjson.loads(line)
            except orjson.JSONDecodeError:  # it ended in the middle of a line
                return
            if "rows" in said:
                yield Piece(
                    sheet, [(number, [_cell(cell) for cell in cells]) for number, cells in said["rows"]]
                )
            elif "sheet" in said:
                sheet = said["sheet"]
                yield Piece(sheet, [])
            elif "why" in said:
                raise WorkbookRefused(why=said["why"], **said["details"])
            else:
                self.digest = said["digest"]


async def _line(child: asyncio.subprocess.Process) -> bytes:
    """The next line of the child, empty at the end."""
    assert child.stdout is not None
    try:
        return await asyncio.wait_for(child.stdout.readline(), PATIENCE)
    except TimeoutError:
        raise WorkbookRefused(why="too_slow") from None
    except ValueError as why:  # longer than LINE
        raise WorkbookRefused(why="too_big") from why


def _cell(cell: Any) -> str | Odd | None:
    return cell if cell is None or cell.__class__ is str else Odd(cell[0], cell[1])


def _fit(path: Path) -> None:
    """A plain file of a size that can be looked at, before anybody opens it."""
    try:
        found = path.stat()
    except OSError as why:
        raise WorkbookRefused(why="unreadable") from why
    if not stat.S_ISREG(found.st_mode):
        raise WorkbookRefused(why="unreadable")
    if found.st_size > FILE_BYTES:
        raise WorkbookRefused(why="file_big", most=FILE_BYTES >> 20)


async def _ended(child: asyncio.subprocess.Process) -> None:
    """No child outlives its reader."""
    if child.returncode is None:
        child.kill()
        async with asyncio.timeout(GRACE):
            await child.wait()
