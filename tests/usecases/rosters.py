"""Roster workbooks for tests: rows by heading, as a real xlsx file or as cells that were read already."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from bot.texts import ZH_HANS, Texts
from bot.usecases.roster import Importer, Report
from bot.usecases.roster_sheets import SHAPE, Cell, Odd, Piece, Words
from storage import DatabaseStore

TEXTS = Texts(strict=True).load()
TODAY = date(2026, 11, 22)
Line = Mapping[str, Any]
Pages = Mapping[str, Sequence[Line]]

COUNTY: dict[str, list[Line]] = {
    "orgs": [
        {"code": "QX0301", "name": "清溪村党支部", "short": "清溪村", "level": "党支部", "kind": "村", "parent": "QX03"},
        {"code": "SF", "name": "示范县委组织部", "short": "示范县", "level": "县"},
        {"code": "QX03", "name": "清溪镇党委", "short": "清溪镇", "level": "镇", "parent": "SF"},
    ],
    "people": [
        {"code": "A1", "name": "张某某", "phone": "13800000001"},
        {"name": "李某某", "phone": "13800000002"},
        {"code": "A3", "name": "王某某"},
    ],
    "posts": [
        {"person": "A1", "org": "QX0301", "role": "书记", "title": "书记", "since": "2022-01-01"},
        {"person": "13800000002", "org": "QX0301", "role": "信息员", "title": "信息员", "since": "2022-01-01"},
        {"person": "A3", "org": "SF", "role": "管理员", "since": "2022-01-01"},
    ],
    "households": [
        {"org": "QX0301", "house_no": "1-001", "group": "1组", "point": "1点", "head": "赵某甲", "adults": 3},
        {"org": "QX0301", "house_no": "1-002", "group": "1组", "point": "1点", "head": "赵某乙", "adults": 2},
    ],
    "representatives": [
        {"org": "QX0301", "house_no": "1-001", "name": "赵某甲", "adult": "是"},
        {"org": "QX0301", "house_no": "1-002", "name": "钱某某", "adult": "是"},
    ],
    "members": [{"org": "QX0301", "body": "村民代表", "no": "1", "name": "孙某某", "group": "1组"}],
}  # fmt: skip


class Cells:
    """A workbook that was read already: rows of *pages* below the headings of *lang*, from row 2 on."""

    def __init__(self, pages: Pages, lang: str = ZH_HANS, digest: str = "0" * 64) -> None:
        self.digest = digest
        self._pages, self._words = pages, Words(TEXTS, lang)

    async def pieces(self) -> AsyncIterator[Piece]:
        """Each sheet in one piece."""
        for name, lines in self._pages.items():
            shape = SHAPE[name]
            sheet = self._words.sheet(name)
            heading: list[Cell] = [self._words.heading(shape, column) for column in shape.columns]
            yield Piece(sheet, [])
            rows = [[_cell(line.get(column.name)) for column in shape.columns] for line in lines]
            yield Piece(sheet, [(1, heading), *enumerate(rows, 2)])


def _cell(value: Any) -> Cell:
    return value if value is None or isinstance(value, str | Odd) else str(value)


def workbook(path: Path, pages: Pages, lang: str = ZH_HANS) -> Path:
    """A real file with the same; a value ``("formula", text, result)`` becomes a formula, a date a date."""
    words = Words(TEXTS, lang)
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in pages.items():
            shape = SHAPE[name]
            page = book.add_worksheet(words.sheet(name))
            for place, column in enumerate(shape.columns):
                page.write_string(0, place, words.heading(shape, column))
            for number, line in enumerate(lines, 1):
                for place, column in enumerate(shape.columns):
                    put(page, number, place, line.get(column.name), day)
    return path


def put(page: Any, row: int, place: int, value: Any, day: Any) -> None:
    """One cell as a spreadsheet program would hold it."""
    if value is None or value == "":
        return
    if isinstance(value, tuple):
        page.write_formula(row, place, value[1], None, value[2])
    elif isinstance(value, bool):
        page.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        page.write_number(row, place, value)
    elif isinstance(value, date | datetime):
        page.write_datetime(row, place, value, day)
    else:
        page.write_string(row, place, value)


def importer(store: DatabaseStore, lang: str = ZH_HANS) -> Importer:
    """The import as the office's day stands."""
    return Importer(store, TEXTS, TODAY, lang=lang)


async def load(store: DatabaseStore, pages: Pages, *, dry_run: bool = False) -> Report:
    """Import *pages*."""
    return await importer(store).load(Cells(pages), by="system:test", dry_run=dry_run)


def faults(report: Report) -> list[tuple[str, int, str, str]]:
    """(sheet, row, column, key) of every fault, in order."""
    return [
        (name, row.n, fault.column, fault.key.removeprefix("roster-bad-"))
        for name, sheet in report.sheets.items()
        for row in sheet.bad
        for fault in row.faults
    ]


def with_rows(**more: Sequence[Line]) -> dict[str, list[Line]]:
    """The county, with *more* rows below those of a sheet."""
    return {name: [*lines, *more.get(name, ())] for name, lines in COUNTY.items()}
