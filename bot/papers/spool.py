"""
Rows set aside on disk until all are known: how many, how wide, from which receipt to which.

A workbook's first page tells of all the others and its writers take one sheet after the other, so the
rows wait in nameless temporary files (they vanish with the process, and nobody else can open them).
Memory stays constant.
"""

from __future__ import annotations

import pickle
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Final

from bot.usecases.cells import CellKind
from bot.usecases.layout import Column, Row, Table

BATCH: Final = 200  # rows in memory of each table
SAMPLE: Final = 200  # rows a column's width is measured on
WIDEST: Final = 48  # of a column, in characters of the Latin alphabet
ROOM: Final = 4  # beside a text: its indent, and air
HEADING: Final = 12  # a longer heading is broken into lines rather than widening its column
LEAST: Final[Mapping[CellKind, int]] = {"date": 12, "datetime": 18, "time": 8, "money": 14, "long": 24}


class Spool:
    """The rows of several tables, written once, read once, in order."""

    def __init__(self, tables: Sequence[Table], folder: Path) -> None:
        self.tables = tables
        self._folder = folder
        self._waiting: list[list[Row]] = [[] for _ in tables]
        self._files: list[IO[bytes] | None] = [None] * len(tables)
        self.counts = [0] * len(tables)
        self.widths = [[_least(column) for column in table.columns] for table in tables]

    def add(self, index: int, row: Row) -> None:
        """Set a row of the table *index* aside."""
        waiting = self._waiting[index]
        waiting.append(row)
        self.counts[index] += 1
        if self.counts[index] <= SAMPLE:
            self._measure(self.widths[index], row)
        if len(waiting) >= BATCH:
            self._put(index)

    def rows(self, index: int) -> Iterator[Row]:
        """The rows of the table *index*; its file is gone afterwards."""
        if self._waiting[index] and self._files[index] is not None:
            self._put(index)
        file, self._files[index] = self._files[index], None
        if file is not None:
            with file:
                file.seek(0)
                while file.peek(1) if hasattr(file, "peek") else True:
                    yield from pickle.load(file)  # noqa: S301 — our own, from a file nobody else can open
        waiting, self._waiting[index] = self._waiting[index], []
        yield from waiting

    def close(self) -> None:
        """Let go of all files."""
        for file in self._files:
            if file is not None:
                file.close()
        self._files = [None] * len(self.tables)

    def _put(self, index: int) -> None:
        file = self._files[index]
        if file is None:
            file = self._files[index] = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115
        pickle.dump(self._waiting[index], file, pickle.HIGHEST_PROTOCOL)
        self._waiting[index] = []

    @staticmethod
    def _measure(widths: list[int], row: Row) -> None:
        for place, cell in enumerate(row):
            if cell is not None:
                if not isinstance(cell, str | int):
                    continue  # dates and the like have a width of their own
                wide = width_of(cell.partition("\n")[0]) if isinstance(cell, str) else len(str(cell))
                if wide + ROOM > widths[place]:
                    widths[place] = min(wide + ROOM, WIDEST)


def _least(column: Column) -> int:
    """A column's width before its first row: room for its kind, and for a heading of a few characters a line."""
    return max(LEAST.get(column.kind, 6), min(width_of(column.heading), HEADING) + 3)


def lines_of(text: str, wide: int) -> int:
    """How many lines a text takes in a column *wide* characters across."""
    room = max(wide - 1, 1)
    return sum(
        max(1, -(-sum(map(width_of, (part[i : i + WIDEST] for i in range(0, len(part), WIDEST)))) // room))
        for part in text.split("\n")
    )


def width_of(text: str) -> int:
    """How wide a text is drawn, in Latin characters: a Chinese one counts two."""
    text = text[:WIDEST]
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
