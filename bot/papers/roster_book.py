"""
The roster workbook as it is handed out: empty with an example in each sheet, or with the rows that must be mended.

Both have the same sheets, headings, help and lists to choose from, so the second can be imported when it is mended.
Every cell is text: a spreadsheet program must turn no house number into a date and cut no digit off a phone, and
nothing anybody wrote becomes a formula. Source: xlsxwriter.readthedocs.io, "Working with Data Validation".
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bot.usecases.roster_read import DOUBLES, BadRow
from bot.usecases.roster_sheets import SHAPES, Shape, Words

FILLED: Final = 5_000  # rows for which a choice is offered by a list
TITLE, HELP, NOTE = 32, 255, 2_000  # characters that a spreadsheet program shows of each
GREY, YELLOW, HEADING = "#808080", "#FFF2CC", "#E7E6E6"
REASON_WIDTH: Final = 60
HEAD: Final = 9  # row of the headings of the first sheet, from 0
_HEADS: Final = (
    ("sheet", 16),
    ("column", 22),
    ("must", 10),
    ("fill", 70),
    ("sample", 20),
)  # with their widths
TEXT: Final = 49  # the built-in format "text" (ECMA-376 part 1 §18.8.30)


def write_template(path: Path, words: Words) -> None:
    """
    An empty workbook.

    Raises:
        FileExistsError: there is a file with something in it; a filled roster must not be lost.
    """
    if path.exists() and path.stat().st_size:
        raise FileExistsError(path)
    _Book(path, words).write(None)


def write_errors(path: Path, words: Words, rows: Mapping[str, Sequence[BadRow]]) -> None:
    """
    The rows that were not taken, each with its reasons; cells to mend are marked. Only the owner may read it.

    Raises:
        FileExistsError: it is there already: somebody may be mending it.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _Book(path, words).write(rows)


class _Book:
    def __init__(self, path: Path, words: Words) -> None:
        import xlsxwriter
        from xlsxwriter.exceptions import FileCreateError

        self._words, self._unwritten = words, FileCreateError
        options = {
            "constant_memory": True, "tmpdir": str(path.parent), "strings_to_formulas": False,
            "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        self._book = xlsxwriter.Workbook(str(path), options)
        text: dict[str, Any] = {"num_format": TEXT, "valign": "top"}
        self._text = self._book.add_format(text)
        self._look = self._book.add_format({**text, "bg_color": YELLOW})
        self._wrapped = self._book.add_format({**text, "text_wrap": True})
        self._example = self._book.add_format({**text, "font_color": GREY, "italic": True})
        self._heading = self._book.add_format(
            {"bold": True, "bg_color": HEADING, "text_wrap": True, "valign": "vcenter", "bottom": 1}
        )
        self._title = self._book.add_format({"bold": True, "font_size": 16})
        self._bold = self._book.add_format({"bold": True, "valign": "top"})

    def write(self, rows: Mapping[str, Sequence[BadRow]] | None) -> None:
        """*rows*: by sheet; None for the template."""
        about = self._book.add_worksheet(self._words.sheet("help"))
        lists = self._about(about)
        first = None
        for shape in SHAPES:
            page = self._book.add_worksheet(self._words.sheet(shape.name))
            if rows is None:
                self._sheet(page, shape, lists, FILLED)
                self._example_row(page, shape)
            else:
                bad = rows.get(shape.name, ())
                self._sheet(page, shape, lists, len(bad) + 1)
                self._bad_rows(page, shape, bad)
                if bad and first is None:
                    first = page
        if first is not None:
            first.activate()
        self._book.set_properties({"title": self._words.text("roster-help-title")})
        try:
            self._book.close()
        except self._unwritten as why:
            raise OSError(str(why)) from why

    # ---------------------------------------------------------------- sheets of rows

    def _sheet(self, page: Any, shape: Shape, lists: Mapping[str, str], last: int) -> None:
        """Headings, widths, text formats, help at each cell, lists to choose from."""
        words = self._words
        page.freeze_panes(1, 0)
        page.set_row(0, 34)
        for place, column in enumerate(shape.columns):
            heading = words.heading(shape, column)
            help_text = words.text(f"roster-{shape.name}-{column.name}.help")
            page.set_column(place, place, max(column.width, _width(heading)), self._text)
            page.write_string(0, place, heading, self._heading)
            page.write_comment(0, place, help_text[:NOTE], {"x_scale": 1.6})
            asked: dict[str, Any] = {
                "validate": "any",
                "input_title": heading[:TITLE],
                "input_message": help_text[:HELP],
            }
            if column.choices:
                # a wrong word is told by the import in words; here it only warns, since other words are known too
                asked |= {"validate": "list", "source": lists[column.words], "error_type": "warning"}
            page.data_validation(1, place, last, place, asked)
        page.ignore_errors({"number_stored_as_text": "A1:Z1048576"})

    def _example_row(self, page: Any, shape: Shape) -> None:
        for place, column in enumerate(shape.columns):
            example = self._words.example(shape, column)
            if place == 0:
                example = f"{self._words.text('roster-example')} {example}"
            page.write_string(1, place, example, self._example)

    def _bad_rows(self, page: Any, shape: Shape, rows: Sequence[BadRow]) -> None:
        words, reason = self._words, len(shape.columns)
        page.set_column(reason, reason, REASON_WIDTH, self._wrapped)
        page.write_string(0, reason, words.text("roster-problem"), self._heading)
        names = {column.name: words.heading(shape, column).rstrip("*") for column in shape.columns}
        for number, row in enumerate(rows, 1):
            wrong = {fault.column for fault in row.faults}
            doubled = {fault.column for fault in row.faults if fault.key in DOUBLES}
            for place, (column, cell) in enumerate(zip(shape.columns, row.cells, strict=True)):
                text = "" if column.name in doubled else cell
                page.write_string(number, place, text, self._look if column.name in wrong else self._text)
            page.write_string(number, reason, reasons(words, names, row), self._wrapped)

    # ---------------------------------------------------------------- the first sheet

    def _about(self, page: Any) -> dict[str, str]:
        """What goes where, column by column, and the choices beside it: list -> the range in which they stand."""
        words = self._words
        cells: dict[tuple[int, int], tuple[str, Any]] = {
            (0, 0): (words.text("roster-help-title"), self._title)
        }
        for number, line in enumerate(words.text("roster-help-how").splitlines(), 1):
            cells[number, 0] = (line, None)
        for place, (head, width) in enumerate(_HEADS):
            page.set_column(place, place, width)
            cells[HEAD, place] = (words.text(f"roster-help-{head}"), self._heading)
        at = HEAD
        for shape in SHAPES:
            at += 1
            cells[at, 0] = (words.sheet(shape.name), self._bold)
            cells[at, 1] = (words.text(f"roster-sheet-{shape.name}.what"), self._bold)
            for column in shape.columns:
                at += 1
                told = (
                    words.heading(shape, column).rstrip("*"), words.text("roster-help-yes") if column.must else "",
                    words.text(f"roster-{shape.name}-{column.name}.help"), words.example(shape, column),
                )  # fmt: skip
                cells |= {(at, place): (text, self._wrapped) for place, text in enumerate(told, 1)}
        lists = self._lists(page, cells)
        for (row, place), (text, look) in sorted(
            cells.items(), key=lambda one: one[0]
        ):  # constant memory: row by row
            page.write_string(row, place, text, look)
        return lists

    def _lists(self, page: Any, cells: dict[tuple[int, int], tuple[str, Any]]) -> dict[str, str]:
        """Each list in a column of its own, to the right of the help."""
        words, lists = self._words, dict[str, str]()
        for shape in SHAPES:
            for column in shape.columns:
                if not column.choices or column.words in lists:
                    continue
                place = len(_HEADS) + 1 + len(lists)
                page.set_column(place, place, 22)
                heading = words.heading(shape, column).rstrip("*")
                cells[HEAD, place] = (words.text("roster-help-options", column=heading), self._heading)
                for number, choice in enumerate(column.choices, HEAD + 1):
                    cells[number, place] = (words.label(column, choice), None)
                letter, first = chr(ord("A") + place), HEAD + 2
                area = f"${letter}${first}:${letter}${first + len(column.choices) - 1}"
                lists[column.words] = f"='{words.sheet('help')}'!{area}"
        return lists


def reasons(words: Words, names: Mapping[str, str], row: BadRow) -> str:
    """All that is wrong with a row, each with its column."""
    told = []
    for fault in row.faults:
        reason = words.text(fault.key, **fault.values)
        told.append(f"{names[fault.column]}：{reason}" if fault.column in names else reason)
    return "\n".join(told)


def _width(heading: str) -> float:
    """Columns a heading takes: a Chinese character is two wide; long ones wrap."""
    return min(sum(1 if char.isascii() else 2 for char in heading) + 2, 24)
