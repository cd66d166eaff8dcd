"""``lianxin template roster`` and ``lianxin import roster``: a real county from a workbook that the office fills in."""

from __future__ import annotations

import asyncio
import getpass
import json
import os
import sys
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from bot.cli.database import opened
from bot.cli.language import exit_code, spoken
from bot.errors import LianxinError
from bot.papers.roster_book import write_errors, write_template
from bot.papers.workbooks import Workbook
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.roster import Importer, Report, SheetReport, problems_of
from bot.usecases.roster_sheets import Words

SHOWN = (
    50  # faults, and remarks, that are printed; all of them stand in the workbook of bad rows, and in --json
)
EVERY = 0.2  # seconds between two drawings of the progress line


class FileThere(LianxinError):
    """A file that must not be written over. Details: file."""

    code: ClassVar[str] = "file_there"


def template(out: Path) -> int:
    """Write an empty workbook; what is in the way is one sentence on standard error and 1."""
    texts, lang = Texts(), spoken()
    try:
        write_template(out, Words(texts, lang))
    except FileExistsError:
        return _refused(texts, lang, FileThere(file=str(out)))
    except OSError:
        from bot.cli.export import NoFolder

        return _refused(texts, lang, NoFolder(file=str(out)))
    print(texts.text("roster-template-made", lang, file=str(out)))
    return 0


def load(settings: Settings, file: Path, *, dry_run: bool, as_json: bool) -> int:
    """
    Import and tell what came of it; 0 when every row was taken, 2 when there is no database to take them, else 1.

    Bad rows go to ``<file>.errors.xlsx`` beside the workbook, under a new name when that is there already.
    """
    texts, lang = Texts(), spoken()
    words = Words(texts, lang)
    try:
        report = asyncio.run(_load(settings, file, dry_run, texts, lang))
    except LianxinError as refused:
        return _refused(texts, lang, refused)
    target, written = (None, False) if dry_run or not report.bad else _put_aside(file, words, report)
    if as_json:
        print(json.dumps(to_json(report, words, str(target) if written else None), ensure_ascii=False))
    else:
        _tell(report, words, file, target, written)
    return 0 if report.ok else 1


async def _load(settings: Settings, file: Path, dry_run: bool, texts: Texts, lang: str) -> Report:
    async with opened(settings) as store:
        today = datetime.now(settings.zone).date()
        line = _Line(texts, lang)
        try:
            importer = Importer(store, texts, today, lang=lang, readings=settings.law)
            return await importer.load(Workbook(file), by=f"system:{_user()}", dry_run=dry_run, progress=line)
        finally:
            line.close()


def _user() -> str:
    """The system user, as the audit entry names it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "unknown"


def _refused(texts: Texts, lang: str, error: LianxinError) -> int:
    print(texts.problem(error, lang), file=sys.stderr)
    return exit_code(error)


# ------------------------------------------------------------------------------------------- telling


def free_name(file: Path) -> Path:
    """``名册.errors.xlsx``, or the first of ``名册.errors-2.xlsx`` … that is not there: somebody may be mending one."""
    stem = file.stem
    stem = stem.partition(".errors")[0] if ".errors" in stem else stem
    number = 1
    while True:
        found = file.with_name(f"{stem}.errors{'' if number == 1 else f'-{number}'}.xlsx")
        if not os.path.lexists(found):
            return found
        number += 1


def _put_aside(file: Path, words: Words, report: Report) -> tuple[Path, bool]:
    """Write the workbook of bad rows; its path, and whether it could be written."""
    while True:
        target = free_name(file)
        try:
            write_errors(target, words, {name: sheet.bad for name, sheet in report.sheets.items()})
        except FileExistsError:  # somebody was quicker
            continue
        except OSError:
            return target, False
        return target, True


def _tell(report: Report, words: Words, file: Path, target: Path | None, written: bool) -> None:
    print(words.text("roster-checked" if report.dry_run else "roster-done", file=file.name))
    for name, sheet in report.sheets.items():
        counts = {
            "new": sheet.new,
            "changed": sheet.changed,
            "unchanged": sheet.unchanged,
            "bad": len(sheet.bad),
        }
        print("  " + words.text("roster-line", sheet=words.sheet(name), **counts))
    for remark in report.remarks[:SHOWN]:
        print(words.text(remark.key, **remark.values))
    if len(report.remarks) > SHOWN:
        print(words.text("roster-remarks-more", count=len(report.remarks) - SHOWN))
    if report.ok and not report.changes:
        print(words.text("roster-nothing-changed"))
    count = 0
    for sheet_name, row, column, reason in problems_of(report, words):
        count += 1
        if count <= SHOWN:
            print(
                words.text("roster-fault", sheet=sheet_name, row=row, column=column or "none", reason=reason)
            )
    if count > SHOWN:
        print(words.text("roster-more", count=count - SHOWN, dry="no" if written else "yes"))
    if target is not None:
        key = "roster-errors-file" if written else "roster-errors-unwritten"
        print(words.text(key, count=report.bad, file=str(target)))


def to_json(report: Report, words: Words, errors: str | None) -> dict[str, Any]:
    """``{ok, dry_run, digest, sheets, remarks, problems, errors_file}``; problems hold one entry a fault."""
    return {
        "ok": report.ok, "dry_run": report.dry_run, "digest": report.digest,
        "sheets": {words.sheet(name): _counts(sheet) for name, sheet in report.sheets.items()},
        "remarks": [words.text(remark.key, **remark.values) for remark in report.remarks],
        "problems": [
            {"sheet": sheet, "row": row, "column": column, "reason": reason}
            for sheet, row, column, reason in problems_of(report, words)
        ],
        "errors_file": errors,
    }  # fmt: skip


def _counts(sheet: SheetReport) -> Mapping[str, int]:
    return {
        "new": sheet.new, "changed": sheet.changed, "unchanged": sheet.unchanged, "bad": len(sheet.bad),
        "examples": sheet.examples,
    }  # fmt: skip


class _Line:
    """How far it is, on a terminal only, one line that is drawn over and goes away at the end."""

    def __init__(self, texts: Texts, lang: str) -> None:
        self._texts, self._lang, self._on = texts, lang, sys.stderr.isatty()
        self._next, self._drawn = 0.0, False

    def __call__(self, what: str, rows: int) -> None:
        """Draw, not too often."""
        now = time.monotonic()
        if self._on and now >= self._next:
            self._next, self._drawn = now + EVERY, True
            text = self._texts.text("roster-progress", self._lang, what=what, rows=rows)
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Wipe the line."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
