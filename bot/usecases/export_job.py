"""What an export is asked with and answered with: plain data, so that another process may do the work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final, Protocol

from bot.errors import LianxinError
from bot.forms.core.records import Record
from bot.people import Person
from bot.usecases.layout import Layout

FORMATS: Final = ("xlsx", "csv", "json")
LATER: Final = ("docx", "pdf")  # the official prints come with their own part
PURPOSE_LIMIT: Final = 200  # characters


class UnknownType(LianxinError):
    """No such record type. Details: type, known."""

    code: ClassVar[str] = "unknown_type"


class UnknownOrg(LianxinError):
    """No such organisation, or none of this person's: the two look the same on purpose. Details: org."""

    code: ClassVar[str] = "unknown_org"


class FormatRefused(LianxinError):
    """Not a format that can be written. Details: format, why (later | unknown)."""

    code: ClassVar[str] = "export_format"


class PurposeMissing(LianxinError):
    """An export needs a stated purpose (docs/records.md: who may). Details: most (characters)."""

    code: ClassVar[str] = "export_purpose"


class ExportFailed(LianxinError):
    """The process that was to write it ended without a result. Details: none; the log has more."""

    code: ClassVar[str] = "export_failed"


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """
    What is asked for. ``org``: code of a node, with all below it; "" = the whole scope. ``annex``:
    rosters line by line too. ``unmask``: show what is sensitive; the caller has checked that this
    person may. ``together``: plain tables leave as one .zip where there are several.
    """

    type: str
    period: str
    org: str = ""
    format: str = "xlsx"
    purpose: str = ""
    annex: bool = False
    unmask: bool = False
    lang: str = "zh-Hans"
    together: bool = False


@dataclass(frozen=True, slots=True)
class Maker:
    """Who exports. ``person`` None: the operator at the console, who sees all of it, always masked."""

    id: str
    name: str
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class ExportJob:
    """
    An order that was checked, as plain data. ``id``: the mark that every file carries. ``paths``:
    prefixes of the tree, empty = everything. ``at``: UTC stamp.
    """

    id: str
    type: str
    period: str
    format: str
    purpose: str
    lang: str
    by: str
    by_name: str
    at: str
    org: str = ""
    unit: str = ""
    paths: tuple[str, ...] = ()
    annex: bool = False
    unmask: bool = False
    together: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain JSON for another process."""
        return asdict(self)

    @classmethod
    def from_json(cls, doc: Mapping[str, Any]) -> ExportJob:
        """The job of :meth:`to_json`."""
        return cls(**{**doc, "paths": tuple(doc["paths"])})


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written. ``sha256`` names it when it turns up where it should not be."""

    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ExportResult:
    """
    What was written. ``rows``: records. ``tables``: table name -> rows ("" is the record's own). ``digest``:
    SHA-256 over the files' digests, in their order. ``masked``: something in it is withheld, as its cover says.
    """

    id: str
    rows: int
    tables: Mapping[str, int]
    files: tuple[ExportedFile, ...]
    digest: str
    cut: int = 0
    masked: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain JSON; paths as text."""
        files = [{"path": str(one.path), "size": one.size, "sha256": one.sha256} for one in self.files]
        return {"id": self.id, "rows": self.rows, "tables": dict(self.tables), "files": files,
                "digest": self.digest, "cut": self.cut, "masked": self.masked}  # fmt: skip

    @classmethod
    def from_json(cls, doc: Mapping[str, Any]) -> ExportResult:
        """The result of :meth:`to_json`."""
        files = tuple(ExportedFile(Path(one["path"]), one["size"], one["sha256"]) for one in doc["files"])
        return cls(doc["id"], doc["rows"], doc["tables"], files, doc["digest"], doc["cut"], doc["masked"])


@dataclass(frozen=True, slots=True)
class Cover:
    """
    The first page: a title and lines of (label, value). ``mark``: who, when, id in one line, for every
    page.
    """

    name: str
    title: str
    head: tuple[str, str]
    lines: tuple[tuple[str, str], ...]
    mark: str
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What a sink wrote: files in order, rows per table, how many texts were too long for a cell."""

    files: Sequence[Path]
    rows: Mapping[str, int]
    cut: int = 0


class Sink(Protocol):
    """
    One file, or one set of files, being written beside its place; nothing stands there before
    ``finish``.
    """

    def add(self, record: Record, frozen: Mapping[str, Any] | None = None) -> None: ...
    def finish(self, cover: Cover) -> Written:
        """Complete the files and put them in place. Heavy: called in a thread."""

    def discard(self) -> None:
        """Remove whatever was begun; after ``finish`` nothing happens."""


#: Format, where it shall stand, the tables, whether several files shall leave as one.
OpenSink = Callable[[str, Path, Layout, bool], Sink]
#: Told now and then: records done, records expected at most.
Progress = Callable[[int, int], None]
Produce = Callable[[ExportJob, Path, "Progress | None"], Awaitable[ExportResult]]
