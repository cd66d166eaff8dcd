"""
Cells of a plain table (csv).

UTF-8 with a byte order mark (else Excel and WPS read Chinese as GBK), CRLF, one table a file, repeats
beside the record's own file. Texts that a spreadsheet program would take for a formula get an
apostrophe in front, also behind a separator or quote inside the text (a program that splits there would
see a new cell), full-width signs included. Source: OWASP, "CSV Injection"; ASVS 5.0, V1.2.10.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

_SIGNS: Final = "=+\\-@＝＋－＠﹢﹣﹦﹫"
_DANGEROUS = re.compile(f"[{_SIGNS}\t\r]")
_AT_START = re.compile(rf"\A[\s\"'“”\u200b-\u200f\u2060\ufeff]*[{_SIGNS}\t\r]")
_AFTER = re.compile(rf"([,;|\t\n\r\"“”，；][ \u3000]*)(?=[{_SIGNS}])")


def guarded(text: str) -> str:
    """*text* so that no spreadsheet program takes it, or what it may split off it, for a formula."""
    if _DANGEROUS.search(text) is None:
        return text
    text = _AFTER.sub(r"\1'", text)
    return f"'{text}" if _AT_START.match(text) else text


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
