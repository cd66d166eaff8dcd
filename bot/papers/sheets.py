"""
Workbooks (xlsx): real dates and numbers, text that is never a formula, one sheet after the other.

Two writers behind one protocol, because neither has everything (docs/adr tells the figures): XlsxWriter
is the oldest and most complete, rustpy-xlsxwriter is seven times as quick but young and knows no
document properties, which are added afterwards. :func:`writer_for` takes the first for what people
usually export and the second for what is long. Both keep to constant memory, both write the same cells;
tests hold them to that.

Limits are those of the format (ECMA-376; Microsoft, "Excel specifications and limits"): 1,048,576 rows
a sheet, then the next sheet goes on; 32,767 characters a cell, then the text is cut and says so; 15
digits a number, then it is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from importlib.util import find_spec
from itertools import islice
from math import ceil
from pathlib import Path
from typing import Any, Final, Protocol

from bot.papers.properties import add_properties
from bot.papers.spool import WIDEST, Spool, lines_of, width_of
from bot.usecases.cells import Cell, CellKind
from bot.usecases.export_job import Cover
from bot.usecases.layout import Column, Row

ROWS: Final = 1_048_576  # of a sheet, its heading included
CELL: Final = 32_767  # characters of a cell, as UTF-16 counts them
DIGITS: Final = 10**15  # whole numbers from here on lose digits as numbers
EARLIEST: Final = date(1900, 3, 1)  # before it spreadsheet programs disagree about days
MANY: Final = 5_000  # rows from which the quick writer is taken

NUMBERS: Final[Mapping[CellKind, str]] = {
    "integer": "0", "decimal": "General", "money": "#,##0.00", "date": "yyyy-mm-dd",
    "datetime": "yyyy-mm-dd hh:mm", "time": "hh:mm", "text": "@", "long": "General",
}  # fmt: skip
#: What a writer is given: text, a number, a day, a moment; nothing else.
Plain = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows``: plain cells in the order of ``columns``, ``count`` of them, to be read once."""

    name: str
    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    count: int
    rows: Iterator[list[Plain]]

    @property
    def pages(self) -> int:
        """How many sheets of A4 across its columns are printed on, so that they can still be read."""
        return max(1, round(sum(self.widths) / PAGE))

    @property
    def heading_height(self) -> int:
        """Points that the longest heading needs when it is broken to the width of its column."""
        lines = [
            ceil(width_of(one.heading) / (wide - 2))
            for one, wide in zip(self.columns, self.widths, strict=True)
        ]
        return LINE * max(lines)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: the cover, then the sheets in order. ``footer``: the line under every printed page."""

    cover: Cover
    sheets: tuple[Sheet, ...]
    footer: str


class SheetWriter(Protocol):
    """Writes a workbook to a path that is there, empty, or not there yet."""

    def write(self, path: Path, book: Book) -> None: ...


# ------------------------------------------------------------------------------------------- the book


def book_of(spool: Spool, cover: Cover, page: str, *, limit: int = ROWS) -> Book:
    """
    The workbook of everything set aside; what hangs below the records is left out where it is empty.

    *page*: the words of the page number, with ``&P`` and ``&N`` in them.
    """
    sheets: list[Sheet] = []
    taken = {cover.name.casefold()}
    for index, table in enumerate(spool.tables):
        count = spool.counts[index]
        if table.optional and not count:
            continue
        rows = plain_rows(table.columns, spool.rows(index))
        widths = tuple(spool.widths[index])
        for start in range(0, max(count, 1), limit - 1):
            name = sheet_name(table.title, taken)
            part = min(count - start, limit - 1)
            sheets.append(Sheet(name, wrapped(table.columns, widths), widths, part, islice(rows, part)))
    footer = f"&L&8{_footer_text(cover.mark)}&R&8{page}"
    return Book(cover, tuple(sheets), footer)


def wrapped(columns: Sequence[Column], widths: Sequence[int]) -> tuple[Column, ...]:
    """The columns; one whose texts are wider than a column may be is broken into lines instead of cut off in print."""
    return tuple(
        replace(one, kind="long") if one.kind == "text" and wide >= WIDEST else one
        for one, wide in zip(columns, widths, strict=True)
    )


def _footer_text(text: str) -> str:
    """Text inside a footer, where ``&`` begins an order and 255 characters are all there is."""
    return text[:150].replace("&", "&&")


_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def sheet_name(title: str, taken: set[str]) -> str:
    """A name Excel accepts: 1 to 31 characters, none of ``[]:*?/\\``, different from all before."""
    base = _NOT_IN_NAMES.sub(" ", title).strip(" '")[:31].strip(" '") or "1"
    base = f"{base}_" if base.casefold() == "history" else base
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: 31 - len(str(number)) - 2]}({number})"
    taken.add(name.casefold())
    return name


def plain_rows(columns: Sequence[Column], rows: Iterator[Row]) -> Iterator[list[Plain]]:
    """
    Rows as a workbook holds them: 元 instead of 分, hours as parts of a day, nothing a number cannot be.
    """
    convert = {
        place: _CONVERT[column.kind] for place, column in enumerate(columns) if column.kind in _CONVERT
    }
    changes = tuple(convert.items())
    for row in rows:
        made: list[Any] = list(row)
        for place, change in changes:
            cell = made[place]
            if cell is not None and cell.__class__ is not str:
                made[place] = change(cell)
        yield made


def _whole(cell: Any) -> Plain:
    return _loose(cell) if cell.__class__ is not int else cell if -DIGITS < cell < DIGITS else str(cell)


def _yuan(cell: Any) -> Plain:
    if cell.__class__ is not int:
        return _loose(cell)
    return cell / 100 if -DIGITS < cell < DIGITS else format(Decimal(cell) / 100, ".2f")


def _loose(cell: Any) -> Plain:
    """Whatever is not text, by its own type."""
    if cell.__class__ is int:
        return _whole(cell)
    if isinstance(cell, Decimal):
        return float(cell) if cell.is_finite() and len(cell.as_tuple().digits) <= 15 else str(cell)
    if isinstance(cell, time):
        return (cell.hour * 3600 + cell.minute * 60 + cell.second) / 86400
    return _day(cell)


def _day(cell: Any) -> Plain:
    if isinstance(cell, datetime):
        return cell if cell.date() >= EARLIEST else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell if cell >= EARLIEST else cell.isoformat()
    return _loose(cell) if isinstance(cell, int | Decimal | time) else str(cell)


_CONVERT: Final[Mapping[CellKind, Callable[[Any], Plain]]] = {
    "integer": _whole, "money": _yuan, "decimal": _loose, "time": _loose, "date": _day, "datetime": _day,
}  # fmt: skip


def fit(cell: Cell, say_cut: Callable[[int], str]) -> Cell:
    """*cell*, cut when it is a longer text than a cell holds; *say_cut* words how long it was."""
    if not isinstance(cell, str) or len(cell) <= CELL // 2:
        return cell
    units = len(cell.encode("utf-16-le", "replace")) // 2
    if units <= CELL:
        return cell
    tail = say_cut(len(cell))
    room = (CELL - len(tail)) * 2
    return cell.encode("utf-16-le", "replace")[:room].decode("utf-16-le", "ignore") + tail


# ---------------------------------------------------------------------------------------- the writers


def writer_for(rows: int) -> SheetWriter:
    """The writer for so many rows in all."""
    return QuickWriter() if rows > MANY and find_spec("rustpy_xlsxwriter") else SteadyWriter()


class SteadyWriter:
    """XlsxWriter in its constant-memory mode. Source: xlsxwriter.readthedocs.io, "Working with Memory"."""

    def write(self, path: Path, book: Book) -> None:
        """See :class:`SheetWriter`."""
        import xlsxwriter

        options = {
            "constant_memory": True, "tmpdir": str(path.parent), "strings_to_formulas": False,
            "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        workbook = xlsxwriter.Workbook(str(path), options)
        if sum(sheet.count * len(sheet.columns) for sheet in book.sheets) > 20_000_000:
            workbook.use_zip64()
        cover = book.cover
        workbook.set_properties(
            {
                "title": cover.title,
                "comments": cover.mark,
                "author": cover.properties.get("LianxinByName", ""),
            }
        )
        for name, value in cover.properties.items():
            workbook.set_custom_property(name, value, "text")
        heading = workbook.add_format(
            {
                "bold": True,
                "bg_color": GREY,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
                "bottom": 1,
            }
        )
        formats = {kind: workbook.add_format(_looks(kind)) for kind in NUMBERS}
        self._cover(workbook, book, heading)
        exact = _exact_worksheet()
        for sheet in book.sheets:
            page = workbook.add_worksheet(sheet.name, exact)
            self._sheet(page, sheet, book.footer, heading, formats)
        workbook.close()

    @staticmethod
    def _cover(workbook: Any, book: Book, heading: Any) -> None:
        page = workbook.add_worksheet(book.cover.name)
        page.set_column(0, 0, COVER_WIDTHS[0])
        page.set_column(1, 1, COVER_WIDTHS[1])
        page.set_row(0, TITLE_HEIGHT)
        page.merge_range(0, 0, 0, 1, "", workbook.add_format())
        page.write_string(0, 0, book.cover.title, workbook.add_format({"bold": True, "font_size": 16}))
        for place, text in enumerate(book.cover.head):
            page.write_string(COVER_HEAD, place, text, heading)
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        for number, (label, value) in enumerate(book.cover.lines, COVER_HEAD + 1):
            page.write_string(number, 0, label, wrapped)
            page.write_string(number, 1, value, wrapped)
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_footer(book.footer)

    @staticmethod
    def _sheet(page: Any, sheet: Sheet, footer: str, heading: Any, formats: Mapping[CellKind, Any]) -> None:
        last = len(sheet.columns) - 1
        page.set_row(0, sheet.heading_height)
        for place, (column, width) in enumerate(zip(sheet.columns, sheet.widths, strict=True)):
            page.set_column(place, place, width, formats[column.kind])
            page.write_string(0, place, column.heading, heading)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(sheet.count, 1), last)
        page.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS}"})
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(sheet.pages, 0)
        page.repeat_rows(0)
        if sheet.pages > 1:
            page.repeat_columns(NAMING, NAMING)
        page.set_footer(footer)
        looks = [formats[column.kind] for column in sheet.columns]
        text, number, day = page.write_string, page.write_number, page.write_datetime
        broken = [(n, sheet.widths[n]) for n, column in enumerate(sheet.columns) if column.kind == "long"]
        for place, row in enumerate(sheet.rows, 1):
            lines = max([lines_of(str(row[n] or ""), wide) for n, wide in broken], default=1)
            if lines > 1:  # Excel finds the height by itself, LibreOffice does not
                page.set_row(place, min(LINE * lines, TALLEST))
            for across, cell in enumerate(row):
                if cell is None:
                    continue
                kind = cell.__class__
                if kind is str:
                    text(place, across, cell, looks[across])
                elif kind is int or kind is float:
                    number(place, across, cell, looks[across])
                else:
                    day(place, across, cell, looks[across])


_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def _exact_worksheet() -> type:
    """
    XlsxWriter's worksheet with one mend: ``_x005F_x0041_`` typed by somebody comes back as typed.

    ``_xHHHH_`` stands for a character (ECMA-376 part 1 §22.9.2.19, ST_Xstring), so each underscore that
    begins such a thing must itself be written ``_x005F_``, overlapping ones too; XlsxWriter 3.3 misses
    those.
    """
    from xlsxwriter.worksheet import Worksheet

    class ExactWorksheet(Worksheet):  # type: ignore[misc]
        @staticmethod
        def _escape_control_characters(data: str) -> str:
            return _ESCAPE.sub("_x005F_", data)

    return ExactWorksheet


class QuickWriter:
    """rustpy-xlsxwriter, which pulls rows from generators; document properties are added afterwards."""

    def write(self, path: Path, book: Book) -> None:
        """See :class:`SheetWriter`."""
        from rustpy_xlsxwriter import Format, write_worksheets

        cover = book.cover
        heading = (
            Format()
            .set_bold()
            .set_background_color(GREY)
            .set_text_wrap()
            .set_align("vcenter")
            .set_align("center")
        )
        heading = heading.set_border_bottom("thin")
        title = Format().set_bold().set_font_size(16)
        wrapped = Format().set_text_wrap().set_align("top").set_quote_prefix()
        names = [sheet.name for sheet in book.sheets]
        formats = {kind: _look(Format(), kind) for kind in NUMBERS}
        first_page = {"paper_size": A4, "fit_to_pages": (1, 0), "footer": book.footer}
        pages = {
            sheet.name: {
                "landscape": True, "paper_size": A4, "fit_to_pages": (sheet.pages, 0), "repeat_rows": 0,
                "footer": book.footer, **({"repeat_columns": (NAMING, NAMING)} if sheet.pages > 1 else {}),
            }
            for sheet in book.sheets
        }  # fmt: skip
        texts = {
            sheet.name: [one.heading for one in sheet.columns if one.kind in ("text", "long")]
            for sheet in book.sheets
        }
        write_worksheets(
            [
                (cover.name, [dict(zip(cover.head, line, strict=True)) for line in cover.lines]),
                *((sheet.name, _records(sheet)) for sheet in book.sheets),
            ],
            str(path),
            freeze_panes={name: {"row": 1, "col": 0} for name in names},
            autofilter=dict.fromkeys(names, True),
            header_format={"general": heading},
            header_row={cover.name: COVER_HEAD},
            merge_ranges={cover.name: [(0, 0, 0, 1, cover.title, title)]},
            column_widths={
                cover.name: list(COVER_WIDTHS),
                **{sheet.name: [float(width) for width in sheet.widths] for sheet in book.sheets},
            },
            column_formats={
                cover.name: [wrapped, wrapped],
                **{sheet.name: [formats[one.kind] for one in sheet.columns] for sheet in book.sheets},
            },
            row_heights={
                cover.name: {0: TITLE_HEIGHT},
                **{sheet.name: {0: sheet.heading_height} for sheet in book.sheets},
            },
            page_setup={cover.name: first_page, **pages},
            ignore_errors={name: found for name, found in texts.items() if found},
        )
        about = {
            "title": cover.title,
            "description": cover.mark,
            "creator": cover.properties.get("LianxinByName", ""),
        }
        add_properties(path, about, cover.properties)


def _records(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """
    Rows by heading; an empty sheet gets one blank row, since it is the first row that brings the
    headings.
    """
    headings = [column.heading for column in sheet.columns]
    for row in sheet.rows:
        yield dict(zip(headings, row, strict=True))
    if not sheet.count:
        yield dict.fromkeys(headings)


GREY: Final = "#E7E6E6"
A4: Final = 9
COVER_WIDTHS: Final = (18.0, 66.0)
TITLE_HEIGHT: Final = 28  # points
NAMING: Final = 1  # the column that names a row (党组织): printed again where columns go on on the next sheet
LINE: Final = 16  # points of one line of a heading
TALLEST: Final = 400  # points; a row of a sheet is at most 409 high
PAGE: Final = 150  # width of the columns that stay readable on one sheet of A4, lying
COVER_HEAD: Final = 2  # row of the cover's heading, from 0


def _looks(kind: CellKind) -> dict[str, Any]:
    """A column's format as XlsxWriter names it."""
    looks: dict[str, Any] = {"num_format": NUMBERS[kind], "valign": "top"}
    if kind in ("text", "long"):
        looks |= {
            "quote_prefix": True,
            "align": "left",
            "indent": 1,
        }  # apart from the number that ends at its left edge
    if kind == "long":
        looks["text_wrap"] = True
    return looks


def _look(made: Any, kind: CellKind) -> Any:
    """The same as rustpy-xlsxwriter names it."""
    made = made.set_num_format(NUMBERS[kind]).set_align("top")
    if kind in ("text", "long"):
        made = made.set_quote_prefix().set_align("left").set_indent(1)
    return made.set_text_wrap() if kind == "long" else made
