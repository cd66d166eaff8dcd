"""``lianxin export``: one type of record, one stretch of time, one file. Masked, audited, never asks back."""

from __future__ import annotations

import asyncio
import errno
import getpass
import json
import sys
import time
from pathlib import Path
from typing import ClassVar

from bot.cli.database import opened
from bot.cli.language import exit_code, spoken
from bot.errors import LianxinError
from bot.forms.registry import registry
from bot.papers.exports import open_sink
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.export import Exporter
from bot.usecases.export_job import ExportOrder, ExportResult, Maker

NO_ROOM = frozenset({errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ENOENT, errno.EISDIR})
EVERY = 0.2  # seconds between two drawings of the progress line


class NoFolder(LianxinError):
    """The file cannot be written where it was asked for. Details: file."""

    code: ClassVar[str] = "no_folder"


def main(
    settings: Settings,
    *,
    type_id: str,
    period: str,
    org: str,
    format: str,  # noqa: A002
    purpose: str,
    out: Path,
    as_json: bool = False,
    annex: bool = False,
) -> int:
    """
    Export and say where the files are; what is refused is one sentence on standard error and 1 (2: the database).

    csv is one table, its lists beside it in ``FILE.<repeat>.csv``, names that scripts can rely on; all of them are in
    one file, under the names people read, where *out* ends in .zip.
    *as_json*: print the result (files, digests, rows per table, export number) as one JSON object.
    """
    texts, lang = Texts(), spoken()
    order = ExportOrder(
        type_id, period, org, format, purpose or texts.text("export-default-purpose", lang), annex, lang=lang,
        together=out.suffix.lower() == ".zip",
    )  # fmt: skip
    try:
        if not out.parent.is_dir():
            raise NoFolder(file=str(out))
        result = asyncio.run(_export(settings, order, out, texts, lang))
    except LianxinError as refused:
        print(texts.problem(refused, lang), file=sys.stderr)
        return exit_code(refused)
    if as_json:
        print(json.dumps(result.to_json(), ensure_ascii=False))
        return 0
    first, *others = result.files
    print(texts.text("export-done", lang, file=str(first.path), rows=result.rows, id=result.id))
    beside = [rows for name, rows in result.tables.items() if name]
    for one, rows in zip(others, beside, strict=False):
        print(texts.text("export-beside", lang, file=str(one.path), rows=rows))
    return 0


async def _export(settings: Settings, order: ExportOrder, out: Path, texts: Texts, lang: str) -> ExportResult:
    async with opened(settings) as store:
        exporter = Exporter(store, registry(), texts, settings.zone, open_sink)
        user = _user()
        line = ProgressLine(texts, lang) if sys.stderr.isatty() else None
        try:
            return await exporter.export(order, Maker(f"system:{user}", user), out, progress=line)
        except OSError as error:
            if error.errno in NO_ROOM:
                raise NoFolder(file=str(out)) from error
            raise
        finally:
            if line is not None:
                line.close()


def _user() -> str:
    """The system user, as the audit entry names it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "unknown"


class ProgressLine:
    """How far it is, on a terminal only, one line that is drawn over and goes away at the end."""

    def __init__(self, texts: Texts, lang: str) -> None:
        self._texts, self._lang = texts, lang
        self._next, self._drawn = 0.0, False

    def __call__(self, done: int, total: int) -> None:
        """Draw, not too often."""
        now = time.monotonic()
        if now >= self._next:
            self._next, self._drawn = now + EVERY, True
            text = self._texts.text("export-progress", self._lang, done=done, total=total)
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Wipe the line."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
