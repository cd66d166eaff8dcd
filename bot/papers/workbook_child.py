"""
The process that parses a workbook from somewhere else (bot/papers/workbooks.py): the path as its argument, JSON
lines on standard output.

Nobody types this command. What the parser could be made to do, it does here: with little memory, little time,
no database and nothing to tell but cells. Lines: ``{"sheet": name}``, ``{"rows": [[number, [cell, …]], …]}``,
at the end ``{"digest": SHA-256 of the file}``, or ``{"why", "details"}``.
"""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

import orjson
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from bot.papers.workbook_check import Part, Unfit, check, sheets_of

MEMORY: Final = 700 * 2**20  # bytes of address space beyond what the process has when it begins
SECONDS: Final = 90  # of the processor
ROWS: Final = 500  # of one line
CELL: Final = 2_000  # characters of a cell that are handed on; nothing we keep is as long
DIGITS: Final = 10**15  # whole numbers from here on have lost digits
OPEN: Final = 300  # merged areas side by side; a sheet has at most one a column

#: A row range, a column range (0-based, both ends included) and the text in its first cell.
Merged = list[tuple[int, int, int, int]]


def main(path: str) -> int:
    """Write the cells of the workbook at *path*; 0 also for one that is refused."""
    _limit()
    try:
        data = Path(path).read_bytes()
        for line in told(data):
            _say(line)
    except Unfit as unfit:
        _say({"why": unfit.why, "details": unfit.details})
    except (MemoryError, OverflowError):
        _say({"why": "too_big", "details": {}})
    return 0


def told(data: bytes) -> Iterator[dict[str, Any]]:
    """The lines of a workbook. Raises Unfit."""
    parts = sheets_of(data, check(data))
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet in book.sheets_metadata:
                if sheet.typ == SheetTypeEnum.WorkSheet:
                    yield {"sheet": sheet.name}
                    yield from _rows(book.get_sheet_by_name(sheet.name), parts.get(sheet.name, Part()))
    except CalamineError as why:
        raise Unfit("broken") from why
    yield {"digest": hashlib.sha256(data).hexdigest()}


def _rows(sheet: CalamineSheet, part: Part) -> Iterator[dict[str, Any]]:
    """The rows of a sheet that hold anything, with their numbers as people see them."""
    if sheet.start is None:
        return
    left = sheet.start[1]  # rows come from the first one, columns only from the first that holds something
    flagged: dict[int, dict[int, str]] = {}
    for (row, column), kind in part.flags.items():
        flagged.setdefault(row - 1, {})[column - 1] = kind
    merged = _Merged(sheet.merged_cell_ranges or [])

    def made() -> Iterator[tuple[int, list[Any]]]:
        for number, row in enumerate(sheet.iter_rows()):
            cells: list[Any] = [None] * left
            cells += [None if cell == "" else cell if cell.__class__ is str else _cell(cell) for cell in row]
            if number in flagged:
                for column, kind in flagged[number].items():
                    if column < len(cells) and cells[column] is None:
                        cells[column] = [kind, ""]
            merged.mark(number, cells)
            if any(cell is not None for cell in cells):
                yield number + 1, [cell[:CELL] if cell.__class__ is str else cell for cell in cells]

    rows = made()
    while some := list(islice(rows, ROWS)):
        yield {"rows": some}


class _Merged:
    """The merged areas of a sheet, met row by row: all of a cell but the first have no value of their own."""

    def __init__(self, ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        self._coming = sorted(ranges, reverse=True)
        self._here: list[tuple[int, int, int, int, str]] = []

    def mark(self, number: int, cells: list[Any]) -> None:
        """Mark what of this row lies in a merged area."""
        while self._coming and self._coming[-1][0][0] <= number:
            (top, first), (bottom, last) = self._coming.pop()
            if first < len(cells) and number <= bottom:
                value = cells[first] if top == number else None
                text = value if isinstance(value, str) else value[1] if value else ""
                self._here.append((top, bottom, first, last, text[:CELL]))
        if not self._here:
            return
        self._here = [area for area in self._here if area[1] >= number]
        if len(self._here) > OPEN:
            raise Unfit("broken")
        for top, _, first, last, text in self._here:
            for column in range(first, min(last + 1, len(cells))):
                if (number, column) != (top, first):
                    cells[column] = ["merged", text]


def _cell(cell: Any) -> Any:
    """Text as it is and numbers as people write them; anything else as [what it is, text]."""
    if isinstance(cell, bool):
        return ["bool", "TRUE" if cell else "FALSE"]
    if isinstance(cell, int | float):
        if abs(cell) >= DIGITS:
            return ["lost", str(cell)]
        return str(int(cell)) if cell == int(cell) else format(cell, ".15g")
    if isinstance(cell, datetime):
        return (
            ["date", cell.date().isoformat()]
            if cell.time() == time()
            else ["moment", cell.isoformat(" ", "seconds")]
        )
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    return ["time", str(cell) if isinstance(cell, time | timedelta) else ""]


def _limit() -> None:
    """Little memory, little time: where the system can hold a process to it."""
    if sys.platform == "win32":
        return
    import resource

    now = (
        int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        if sys.platform == "linux"
        else 2**30
    )
    for what, most in (
        (resource.RLIMIT_AS, now + MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _say(line: dict[str, Any]) -> None:
    sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
