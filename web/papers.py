"""
A file of the chat as a page: what can be shown is shown, so that nobody depends on a download (WeChat has
none).

Sheets are read only while they are small, also unpacked: a sheet can claim to be 10 GB.
"""

from __future__ import annotations

import asyncio
import csv
import io
import zipfile
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.webchat_files import Kept
from web.auth import whoever
from web.render import render
from web.services import SERVICES

ROWS, COLUMNS, CELL = 100, 40, 300
MOST_BYTES = 4 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
SHEETS = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"}


async def paper(request: web.Request) -> web.StreamResponse:
    """``GET /chat/papers/<id>``: a document of one's own chat."""
    who, services = whoever(request), request.app[SERVICES]
    kept = services.files.find(who.chat, request.match_info["id"])
    if kept is None:
        raise web.HTTPNotFound
    table = await asyncio.to_thread(table_of, kept, services.files.path(kept))
    kind = (
        "table"
        if table
        else "image"
        if kept.mime.startswith("image/") and kept.mime != "image/svg+xml"
        else "none"
    )
    if kept.mime == "application/pdf":
        kind = "open"
    wechat = "MicroMessenger" in request.headers.get("User-Agent", "")
    return await render(
        request, "paper.html", kept=kept, table=table, kind=kind, wechat=wechat,
        address=f"/chat/files/{kept.id}", rows=ROWS,
    )  # fmt: skip


def table_of(kept: Kept, path: Path) -> list[list[str]] | None:
    """The first sheet as text, None where there is none or it is too large to look into."""
    if kept.size > MOST_BYTES:
        return None
    try:
        if kept.mime == "text/csv":
            text = path.read_bytes().decode("utf-8-sig", "replace")
            return [
                _cells(row) for row, _ in zip(csv.reader(io.StringIO(text)), range(ROWS + 1), strict=False)
            ]
        if kept.mime in SHEETS and kept.name.lower().endswith(".xlsx"):
            return _sheet(path)
    except Exception:  # any broken file is simply one that cannot be shown here
        return None
    return None


def _sheet(path: Path) -> list[list[str]] | None:
    from python_calamine import CalamineWorkbook

    with zipfile.ZipFile(path) as packed:
        parts = packed.infolist()
        if len(parts) > 1000 or sum(part.file_size for part in parts) > MOST_UNPACKED:
            return None
    with CalamineWorkbook.from_path(str(path)) as book:
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False, nrows=ROWS + 1)
    return [_cells(row) for row in rows]


def _cells(row: list[Any]) -> list[str]:
    return [_text(cell)[:CELL] for cell in row[:COLUMNS]]


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).removesuffix(" 00:00:00")
