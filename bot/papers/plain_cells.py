"""
Cells of a plain table (csv).

UTF-8 with a byte order mark (else Excel and WPS read Chinese as GBK), CRLF, one table a file, repeats
beside the record's own file. Texts that a spreadsheet program would take for a formula get an
apostrophe in front, also behind a separator or quote inside the text (a program that splits there would
see a new cell), full-width signs included. Source: OWASP, "CSV Injection"; ASVS 5.0, V1.2.10.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, Final

from bot.usecases.cells import CellKind
from bot.usecases.layout import Row

_SIGNS: Final = "=+\\-@＝＋－＠﹢﹣﹦﹫"
_BLANK: Final = "\\s\"'“”\u200b-\u200f\u2060\ufeff"  # what a program may skip before a formula
_AT_START = re.compile(rf"\A[{_BLANK}]*[{_SIGNS}\t\r]")
_AFTER = re.compile(rf"([,;|\t\n\r\"“”，；][ \u3000]*)(?=[{_SIGNS}])")


def guarded(text: str) -> str:
    """*text* so that no spreadsheet program takes it, or what it may split off it, for a formula."""
    if _AFTER.search(text) is not None:
        text = _AFTER.sub(r"\1'", text)
    return f"'{text}" if _AT_START.match(text) is not None else text


SHORT: Final = 40  # characters; names, labels and receipts come again and again
guarded_short = lru_cache(4096)(guarded)


def csv_cell(kind: str, cell: Any) -> str:
    """A cell as text: 元 with two decimals, ISO days, moments to the minute, texts guarded."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if kind == "money" and isinstance(cell, int):
        return format(Decimal(cell) / 100, ".2f")
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


Line = Callable[[Row], list[Any]]


def line_writer(kinds: Sequence[CellKind]) -> Line:
    """A function from a row to what csv.writer is given, with the work of each column decided beforehand."""
    ways = [_WAYS.get(kind) or partial(csv_cell, kind) for kind in kinds]
    plain = [kind != "money" for kind in kinds]

    def line(row: Row) -> list[Any]:
        return [
            cell if cell is None or (cell.__class__ is int and as_is) else way(cell)
            for way, as_is, cell in zip(ways, plain, row, strict=True)
        ]

    return line


def _text(cell: Any) -> str:
    if cell.__class__ is str:
        return guarded_short(cell) if len(cell) <= SHORT else guarded(cell)
    return csv_cell("text", cell)


_WAYS: Final[dict[CellKind, Callable[[Any], str]]] = {"text": _text, "long": _text}
