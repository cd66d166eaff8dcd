"""
Where exported records go: a workbook, plain tables, or data; see bot/usecases/export_job.py: Sink.

Everything is written beside its place under a hidden name and renamed when it is whole, so that a file
under its own name is always a complete one; whoever exports may read it, nobody else.
"""

from __future__ import annotations

import csv
import re
import secrets
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Final

import orjson

from bot.forms.core.records import Record
from bot.papers.plain_cells import csv_cell, line_writer
from bot.papers.sheets import CELL, SheetWriter, book_of, fit, sheet_name, writer_for
from bot.papers.spool import Spool
from bot.usecases.export_job import Cover, Sink, Written
from bot.usecases.layout import Layout


def open_sink(format_: str, target: Path, layout: Layout, together: bool = False) -> Sink:
    """The sink of a format that :mod:`bot.usecases.export_job` lists."""
    if format_ == "csv":
        return CsvSink(target, layout, together=together)
    return JsonSink(target, layout) if format_ == "json" else SheetSink(target, layout)


def hidden_part(target: Path) -> Path:
    """A name beside *target* that nobody looks at and that no other export takes."""
    return target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")


def private(path: Path) -> Path:
    """*path*, made new and empty, readable by its owner only."""
    path.touch(mode=0o600, exist_ok=False)
    return path


class SheetSink:
    """One workbook. *writer*: chosen by the number of rows when None."""

    def __init__(self, target: Path, layout: Layout, writer: SheetWriter | None = None) -> None:
        self._target, self._layout, self._writer = target, layout, writer
        self._part = hidden_part(target)
        self._spool = Spool(layout.tables, target.parent)
        self._cut = 0

    def add(self, record: Record, frozen: Mapping[str, Any] | None = None) -> None:
        """Set the rows of a record aside."""
        for index, row in self._layout.rows(record, frozen):
            for cell in row:
                if isinstance(cell, str) and len(cell) > CELL // 2:
                    row = tuple([fit(one, self._say_cut) for one in row])
                    break
            self._spool.add(index, row)

    def _say_cut(self, length: int) -> str:
        self._cut += 1
        return self._layout.say("cut", length=length)

    def finish(self, cover: Cover) -> Written:
        """Write the workbook and put it in place."""
        counts = {
            table.name: count for table, count in zip(self._spool.tables, self._spool.counts, strict=True)
        }
        book = book_of(self._spool, cover, self._layout.say("page", page="&P", pages="&N"))
        (self._writer or writer_for(sum(counts.values()))).write(private(self._part), book)
        self._part.replace(self._target)
        self._spool.close()
        return Written((self._target,), counts, self._cut)

    def discard(self) -> None:
        """Remove what was begun."""
        self._spool.close()
        self._part.unlink(missing_ok=True)


class CsvSink:
    """
    ``FILE.csv`` for the records, ``FILE.<repeat>.csv`` beside it for each repeat that has rows.

    *together*: several of them leave as one ``FILE.zip``, in which people read the names (pack); a FILE that is
    called .zip is one in any case.
    """

    def __init__(self, target: Path, layout: Layout, *, together: bool = False) -> None:
        self._target, self._layout, self._together = target, layout, together
        self._packed: Path | None = None
        self._open: dict[int, tuple[Path, Path, IO[str], Any]] = {}
        self._rows = [0] * len(layout.tables)
        self._lines = [line_writer([column.kind for column in table.columns]) for table in layout.tables]
        for index, table in enumerate(layout.tables):
            if not table.optional:
                self._start(index)

    def _start(self, index: int) -> Any:
        table = self._layout.tables[index]
        target = self._beside(table.name)
        part = hidden_part(target)
        file = private(part).open("w", encoding="utf-8-sig", errors="replace", newline="")
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([csv_cell("text", column.heading) for column in table.columns])
        self._open[index] = part, target, file, writer
        return writer

    def _beside(self, name: str) -> Path:
        if not name:
            return self._target
        stem = self._target.name
        stem = stem[:-4] if stem.lower().endswith(".csv") else stem
        return self._target.with_name(f"{stem}.{name}.csv")

    def add(self, record: Record, frozen: Mapping[str, Any] | None = None) -> None:
        """Write the rows of a record."""
        for index, row in self._layout.rows(record, frozen):
            found = self._open.get(index)
            writer = found[3] if found is not None else self._start(index)
            writer.writerow(self._lines[index](row))
            self._rows[index] += 1

    def finish(self, cover: Cover) -> Written:
        """Put the files in place. A plain table has no room for the cover."""
        made = [(self._layout.tables[index], *self._open[index][:3]) for index in sorted(self._open)]
        rows = {self._layout.tables[index].name: self._rows[index] for index in sorted(self._open)}
        for _, _, _, file in made:
            file.close()
        asked = self._target.suffix.lower() == ".zip"
        if self._together and (len(made) > 1 or asked):
            zipped = self._target if asked else self._target.with_suffix(".zip")
            self._packed = private(hidden_part(zipped))
            pack(self._packed, [(table.title, part) for table, part, _, _ in made])
            self._packed.replace(zipped)
            for _, part, _, _ in made:
                part.unlink()
            return Written((zipped,), rows)
        for _, part, target, _ in made:
            part.replace(target)
        return Written([target for _, _, target, _ in made], rows)

    def discard(self) -> None:
        """Remove what was begun."""
        for part, _, file, _ in self._open.values():
            file.close()
            part.unlink(missing_ok=True)
        if self._packed is not None:
            self._packed.unlink(missing_ok=True)


BORN: Final = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # of every entry: the same tables are the same bytes, whenever they were packed
_NOT_IN_FILES = re.compile(r'["<>|]')  # what sheet_name leaves and Windows does not take


def pack(path: Path, tables: Sequence[tuple[str, Path]]) -> None:
    """Put plain tables into the .zip at *path*, piece by piece, each called as its sheet of the workbook would be."""
    taken: set[str] = set()
    with zipfile.ZipFile(path, "w") as packed:
        for title, part in tables:
            entry = zipfile.ZipInfo(f"{sheet_name(_NOT_IN_FILES.sub(' ', title), taken)}.csv", BORN)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = 0o600 << 16
            entry.file_size = part.stat().st_size  # known beforehand, so that it may be larger than 2 GB
            with part.open("rb") as source, packed.open(entry, "w") as target:
                shutil.copyfileobj(source, target, 1 << 16)


class JsonSink:
    """An array with one record a line. UTF-8, no byte order mark (RFC 8259)."""

    def __init__(self, target: Path, layout: Layout) -> None:
        self._target, self._layout = target, layout
        self._part = hidden_part(target)
        self._file = private(self._part).open("wb")
        self._rows = 0

    def add(self, record: Record, frozen: Mapping[str, Any] | None = None) -> None:
        """Write a record."""
        self._file.write(b",\n" if self._rows else b"[\n")
        self._file.write(orjson.dumps(self._layout.document(record)))
        self._rows += 1

    def finish(self, cover: Cover) -> Written:
        """Close the array and put the file in place."""
        self._file.write(b"\n]\n" if self._rows else b"[]\n")
        self._file.close()
        self._part.replace(self._target)
        return Written((self._target,), {"": self._rows})

    def discard(self) -> None:
        """Remove what was begun."""
        self._file.close()
        self._part.unlink(missing_ok=True)
