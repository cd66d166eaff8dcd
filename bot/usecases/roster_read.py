"""The sheets of a roster workbook, row by row: what could be read, and every row that could not with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from bot.forms.core.reading import fold
from bot.usecases.roster_cells import Bad, CellReader, quoted, shown
from bot.usecases.roster_sheets import (
    ROWS,
    SHAPE,
    SHAPES,
    Cell,
    Column,
    Odd,
    Piece,
    RawRow,
    Row,
    Shape,
    Words,
)

HEAD: Final = 20  # rows in which the headings are looked for: offices put a title above them
_MERGED = Odd("merged", "")  # part of a merged cell that holds nothing

#: Faults of a row that would be taken as it is if it came alone: its key is left out of the workbook of bad rows.
DOUBLES: Final = frozenset({"roster-bad-twice", "roster-bad-two_speakers"})


class Fault(NamedTuple):
    """Why a row is bad. ``column``: "" for the row as a whole; ``key``, ``values``: the words of the reason."""

    column: str
    key: str
    values: Mapping[str, str | int]


@dataclass(slots=True)
class BadRow:
    """A row that is not taken. ``cells``: what it said, in the order of the sheet's columns."""

    n: int
    cells: tuple[str, ...]
    faults: list[Fault]


class Remark(NamedTuple):
    """Something about a whole sheet. ``key``, ``values``: its words. ``bad``: rows are not read because of it."""

    key: str
    values: Mapping[str, str | int]
    bad: bool = True


@dataclass
class SheetIn:
    """
    The rows of one kind as they came: ``good`` ones in order, ``bad`` ones by row number.

    ``sheets``: the names under which they stood in the workbook. The cells of good rows are not kept; one that turns
    out bad later is written again from what was read.
    """

    shape: Shape
    good: list[Any] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    examples: int = 0
    sheets: list[str] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Rows that held something and are not dealt with yet, or are bad."""
        return len(self.good) + len(self.bad)

    def refuse(self, words: Words, row: Row, column: str, key: str, /, **values: str | int) -> None:
        """A row that could be read is bad all the same; the caller takes it out of ``good``."""
        self.bad.append(BadRow(row.n, shown_of(words, self.shape, row), [Fault(column, key, values)]))


class BookIn:
    """What stands in a workbook; fed piece by piece."""

    def __init__(self, words: Words, cells: CellReader) -> None:
        self.words, self.cells = words, cells
        self.sheets: dict[str, SheetIn] = {shape.name: SheetIn(shape) for shape in SHAPES}
        self.remarks: list[Remark] = []
        self._open: _SheetReader | None = None

    def feed(self, piece: Piece) -> None:
        """The next rows."""
        if not piece.rows or self._open is None or self._open.name != piece.sheet:
            self.end()
            self._open = _SheetReader(self, piece.sheet)
        self._open.feed(piece.rows)

    def end(self) -> None:
        """A sheet is over."""
        if self._open is not None:
            self._open.end()
        self._open = None


class _SheetReader:
    """One sheet of the workbook: finds the headings, then reads the rows below them."""

    def __init__(self, book: BookIn, name: str) -> None:
        self.name = name
        self._book, self._words = book, book.words
        folded = fold(name)
        self._shape: Shape | None = None
        if folded in self._words.sheets:
            self._shape = SHAPE[self._words.sheets[folded]]
        self._skip = folded in self._words.ignored_sheets
        self._wrong_name = False
        self._waiting: list[RawRow] | None = []
        self._places: tuple[int, ...] = ()  # of each column of the shape in the sheet, -1 = not there
        self._always: list[Fault] = []
        self._into: SheetIn | None = None

    def feed(self, rows: list[RawRow]) -> None:
        """The next rows, in order."""
        if self._skip:
            return
        if self._waiting is not None:
            self._waiting += rows
            if len(self._waiting) < HEAD:
                return
            rows = self._start()
        for row in rows:
            self._read(*row)

    def end(self) -> None:
        """There are no more rows."""
        if self._waiting and not self._skip:
            for row in self._start():
                self._read(*row)

    # ---------------------------------------------------------------- headings

    def _start(self) -> list[RawRow]:
        """Find the headings; the rows below them."""
        waiting, self._waiting = self._waiting or [], None
        named = [self._shape] if self._shape else list(SHAPES)
        found = max(
            (
                (self._matches(shape, cells), -at, shape)
                for shape in named
                for at, (_, cells) in enumerate(waiting[:HEAD])
            ),
            key=lambda one: one[:2],
            default=(0, 0, None),
        )
        score, at, shape = found[0], -found[1], found[2]
        if shape is None or not self._enough(shape, score, waiting[at][1]):
            self._skip = True
            key = "roster-remark-no_headings" if self._shape else "roster-remark-unknown"
            self._book.remarks.append(Remark(key, {"sheet": quoted(self.name)}))
            return []
        self._wrong_name = self._shape is None
        self._shape = shape
        self._into = self._book.sheets[shape.name]
        self._into.sheets.append(self.name)
        self._headings(shape, waiting[at][1])
        return waiting[at + 1 :]

    def _matches(self, shape: Shape, cells: list[Cell]) -> int:
        known = self._words.headings[shape.name]
        return len({known[folded] for cell in cells if (folded := _folded(cell)) in known and known[folded]})

    def _enough(self, shape: Shape, score: int, cells: list[Cell]) -> bool:
        """A sheet of ours is known by two headings; one with a strange name only by all that must be there."""
        if self._shape is not None:
            return score >= 2
        known = self._words.headings[shape.name]
        there = {known.get(_folded(cell), "") for cell in cells}
        return score >= 3 and all(column.name in there for column in shape.columns if column.must)

    def _headings(self, shape: Shape, cells: list[Cell]) -> None:
        known = self._words.headings[shape.name]
        places: dict[str, int] = {}
        strange = []
        for place, cell in enumerate(cells):
            folded = _folded(cell)
            column = known.get(folded)
            if column is None and folded:
                strange.append(quoted(shown(cell)))
            elif column and column in places:
                self._always.append(Fault(column, "roster-bad-column_twice", {}))
            elif column:
                places[column] = place
        self._places = tuple(places.get(column.name, -1) for column in shape.columns)
        self._always += [
            Fault(column.name, "roster-bad-column_missing", {})
            for column, place in zip(shape.columns, self._places, strict=True)
            if column.must and place < 0
        ]
        if self._wrong_name:
            name = self._words.sheet(shape.name)
            self._always.append(
                Fault("", "roster-bad-sheet_name", {"sheet": quoted(self.name), "name": name})
            )
        if strange:
            names = "、".join(strange[:10])
            self._book.remarks.append(
                Remark("roster-remark-columns", {"sheet": quoted(self.name), "names": names}, bad=False)
            )

    # ---------------------------------------------------------------- rows

    def _read(self, n: int, cells: list[Cell]) -> None:
        shape, into = self._shape, self._into
        assert shape is not None
        assert into is not None
        width = len(cells)
        ours = [cells[place] if 0 <= place < width else None for place in self._places]
        if all(cell is None or cell == _MERGED for cell in ours):
            return
        if self._is_example(shape, ours):
            into.examples += 1
            return
        faults = list(self._always)
        there = {fault.column for fault in faults}
        values: list[Any] = []
        for column, cell in zip(shape.columns, ours, strict=True):
            try:
                values.append(self._book.cells.read(column, cell))
            except Bad as bad:
                if column.name not in there:
                    faults.append(Fault(column.name, bad.key, bad.values))
        if faults:
            into.bad.append(BadRow(n, tuple(map(shown, ours)), faults))
        else:
            into.good.append(ROWS[shape.name](n, *values))

    def _is_example(self, shape: Shape, ours: list[Cell]) -> bool:
        """The grey row of the template. Somebody may have written over it and left the mark: then it is a row."""
        first = ours[0]
        if first.__class__ is not str or not _folded(first).startswith(self._words.marks):
            return False
        return tuple(map(_folded, ours[1:])) in self._words.examples[shape.name]


def _folded(cell: Cell) -> str:
    return "" if cell is None else fold(cell if isinstance(cell, str) else cell.text)


def shown_of(words: Words, shape: Shape, row: Row) -> tuple[str, ...]:
    """A row that was read, as the cells of a workbook."""
    return tuple(_again(words, column, value) for column, value in zip(shape.columns, row[1:], strict=True))


def _again(words: Words, column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.label(column, ("no", "yes")[value])
    if column.choices:
        return words.label(column, value)
    if value == "":
        return words.first("roster-vacant" if column.kind == "speaker" else "roster-nothing")
    return str(value)
