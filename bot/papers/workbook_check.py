"""
Whether a workbook may be parsed at all, found out without parsing it.

A workbook is a zip of XML parts. What it says of their sizes must be little enough; then everything in it is
unpacked here once, piece by piece, and must be as long as it says. In the sheets only the addresses of the
cells that hold something are looked at: the parser makes a dense table of a sheet, and two cells in opposite
corners would cost it half a terabyte. Regular expressions over bytes do it at the speed of C; what they do not
understand is refused, not passed over.

The workbook need not be unpacked to disk and nothing in it is ever opened: no entity, no link, no macro.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

FILE_BYTES: Final = 40 * 2**20
ENTRIES: Final = 1_000
LIMIT: Final = 320 * 2**20  # bytes of all parts, unpacked: a million empty rows with a border are 200 MB
TEXTS: Final = 80 * 2**20  # of them the table of texts, which the parser keeps in memory whole
RATIO: Final = 300  # how much smaller a part may be packed; sheets come to 10 to 60
RATIO_FROM: Final = 8 * 2**20  # bytes from which the ratio counts
SMALL: Final = 2**20  # bytes of the parts that say what is where
COLUMNS: Final = 256
AREA: Final = 4_000_000  # cells of the smallest rectangle round all that a sheet holds
MERGED: Final = 50_000
FLAGS: Final = 200_000  # cells without a value of their own that are remembered
TAG: Final = 2**20  # bytes between two ``<``
PIECE: Final = 2**16

_END = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HELD = (
    rb"c(?=[\s/>])(?![^<>]*/>)"
    rb"(?:(?:\s+(?!r\s*=)[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*?"
    rb"\s+r\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'])?"
)
#: A cell that is not ``<c …/>``, with its address; no address where it is not written as every program does.
_CELL = re.compile(b"<" + _HELD)
_PREFIXED_CELL = re.compile(rb"<(?:[^\s<>/:!?]+:)?" + _HELD)
#: Without one of these no cell holds anything (``<v>``, ``<is>``), or is written as it must be to be cut off right.
_HOLDING = (b"v", b"is", b":", b"\t", b"\n", b"\r")
#: Where a cell begins or has ended.
_JOINTS = (b"<c ", b"<c>", b"</row>", b"</sheetData>")
#: A formula whose value nobody has worked out, as programs write it that cannot calculate.
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s+r=\"([A-Z]{1,3})([0-9]{1,7})\"(?![^>]*\st=\"str\")[^<>]*>"
    rb"<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR = re.compile(rb"<(?:\w+:)?c\s+r=\"([A-Z]{1,3})([0-9]{1,7})\"[^<>]*\st=\"e\"")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell[\s/>]")
_OTHER_TEXT = re.compile(
    rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"'](?!utf-8|us-ascii)[^\"']*[\"']", re.IGNORECASE
)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

#: What a cell is in place of a value: "formula" without a result, "error" (#REF!).
Flags = dict[tuple[int, int], str]


class Unfit(Exception):
    """A workbook that is not parsed. ``why``: a words key part (``error-workbook_refused--<why>``)."""

    def __init__(self, why: str, **details: str | int) -> None:
        super().__init__(why, details)
        self.why, self.details = why, details


@dataclass(slots=True)
class Part:
    """What was seen in one sheet: where its content ends (1-based) and which cells have no value."""

    rows: int = 0
    columns: int = 0
    merged: int = 0
    flags: Flags = field(default_factory=dict)


def check(data: bytes) -> dict[str, Part]:
    """
    Sheets of a workbook by the name of their part (``xl/worksheets/sheet1.xml``).

    Raises:
        Unfit: it is no workbook, or one that must not be parsed.
    """
    entries = _entries(data)
    seen: dict[str, Part] = {}
    for entry in entries:
        scan = _Scan(entry.filename)
        for piece in _unpacked(data, entry):
            scan.feed(piece)
        scan.end()
        if scan.sheet:
            seen[entry.filename] = scan.part
    return seen


# ------------------------------------------------------------------------------------------- the zip


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    """The directory of the zip, sound and of a workbook."""
    if len(data) > FILE_BYTES:
        raise Unfit("file_big", most=FILE_BYTES >> 20)
    if data.startswith(_OLE):
        raise Unfit("old_or_locked")
    if not data.startswith(b"PK\x03\x04"):
        raise Unfit("not_a_workbook")
    end = data.rfind(_END, max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        raise Unfit("broken")
    count, size = struct.unpack_from("<HI", data, end + 10)
    if count > ENTRIES or size > ENTRIES * 512:  # before anything is made of the directory
        raise Unfit("entries", most=ENTRIES)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            entries = book.infolist()
    except (zipfile.BadZipFile, NotImplementedError, UnicodeError, ValueError, OSError) as why:
        raise Unfit("broken") from why
    names = [entry.filename for entry in entries]
    if len(names) != count or len(set(names)) != count:
        raise Unfit("broken")
    known = {name.replace("\\", "/").lstrip("/").casefold() for name in names}
    if not {"[content_types].xml", "xl/workbook.xml"} <= known:
        raise Unfit("not_a_workbook")
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in known):
        raise Unfit("macros")
    if any(name.startswith("xl/externallinks/") for name in known):
        raise Unfit("linked")
    _apart(data, entries)
    return entries


def _apart(data: bytes, entries: list[zipfile.ZipInfo]) -> None:
    """Packed parts lie one after the other: ones that share bytes are the trick of the densest bombs."""
    if (
        sum(entry.file_size for entry in entries) > LIMIT
    ):  # what it says; unpacking ends where that is not true
        raise Unfit("too_big")
    reached = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.flag_bits & 1:
            raise Unfit("old_or_locked")
        if entry.header_offset < reached or entry.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise Unfit("broken")
        dense = entry.file_size > max(RATIO_FROM, RATIO * entry.compress_size)
        if dense or (entry.file_size > TEXTS and entry.filename.casefold().endswith("sharedstrings.xml")):
            raise Unfit("too_big")
        reached = _start(data, entry) + entry.compress_size
        if reached > len(data):
            raise Unfit("broken")


def _start(data: bytes, entry: zipfile.ZipInfo) -> int:
    """Where the packed bytes of a part begin: after a header of its own, which may differ from the directory's."""
    at = entry.header_offset
    if at < 0 or data[at : at + 4] != b"PK\x03\x04" or len(data) < at + 30:
        raise Unfit("broken")
    name, extra = struct.unpack_from("<HH", data, at + 26)
    return at + 30 + int(name) + int(extra)


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces; Unfit when it is not as long as the directory says."""
    start = _start(data, entry)
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        if entry.compress_size != entry.file_size:
            raise Unfit("broken")
        yield from (bytes(packed[at : at + PIECE]) for at in range(0, len(packed), PIECE))
        return
    machine, left = zlib.decompressobj(-15), entry.file_size
    try:
        for at in range(0, len(packed), PIECE):
            waiting: bytes | memoryview = packed[at : at + PIECE]
            while waiting:
                piece = machine.decompress(waiting, 4 * PIECE)
                left -= len(piece)
                if left < 0:
                    raise Unfit("broken")
                yield piece
                waiting = machine.unconsumed_tail
        while piece := machine.decompress(b"", 4 * PIECE):
            left -= len(piece)
            yield piece
    except zlib.error as why:
        raise Unfit("broken") from why
    if left or not machine.eof or machine.unused_data:
        raise Unfit("broken")


# ------------------------------------------------------------------------------------------- the parts


class _Scan:
    """Looks through one part as it is unpacked."""

    def __init__(self, name: str) -> None:
        self.name = name.replace("\\", "/").lstrip("/").casefold()
        self.part = Part()
        self.sheet = False
        self._xml = self.name.endswith((".xml", ".rels"))
        self._rest = b""
        self._begun = False
        self._size = 0

    def feed(self, piece: bytes) -> None:
        """The next bytes."""
        self._size += len(piece)
        text = self._rest + piece
        if not self._begun:
            if len(text) < 256 and len(text) == self._size:  # too little to see how it begins
                self._rest = text
                return
            self._begin(text)
        if not self.sheet and b"sheetData" in text:
            self.sheet = True
        if not (self.sheet or self._xml):
            self._rest = text[-16:]  # a picture, or whatever it is: "sheetData" may lie across two pieces
            return
        cut = self._joint(text)
        if len(text) - cut > TAG:
            raise Unfit("broken")
        self._rest = text[cut:]
        self._look(text[:cut])

    def _joint(self, text: bytes) -> int:
        """Where *text* may be cut without cutting a cell, or a tag, in two; 0 = nowhere."""
        if self.sheet:
            for joint in _JOINTS:
                if (cut := text.rfind(joint)) > 0:
                    return cut
            if text.startswith(b"<c"):
                return 0
        return max(text.rfind(b"<"), 0)

    def end(self) -> None:
        """There is no more."""
        if not self._begun:
            self._begin(self._rest)
        if not self.sheet and b"sheetData" in self._rest:
            self.sheet = True
        if self.sheet or self._xml:
            self._look(self._rest)
        self._rest = b""

    def _begin(self, text: bytes) -> None:
        self._begun = True
        # two bytes a character, or another table of characters, would hide everything from what follows
        if self._xml and (
            text[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in text[:256] or _OTHER_TEXT.match(text)
        ):
            raise Unfit("unusual")

    def _look(self, text: bytes) -> None:
        if b"<!" in text and _DOCTYPE.search(text):
            raise Unfit("unusual")
        if not self.sheet:
            return
        part = self.part
        if any(sign in text for sign in _HOLDING):
            self._measure((_PREFIXED_CELL if b":c" in text else _CELL).findall(text))
        if b"f>" in text or b"f/>" in text:
            self._flag(_FORMULA, "formula", text)
        if b't="e"' in text:
            self._flag(_ERROR, "error", text)
        if b"mergeCell" in text:
            part.merged += len(_MERGE.findall(text))
            if part.merged > MERGED:
                raise Unfit("merged", most=MERGED)

    def _measure(self, found: list[tuple[bytes, bytes]]) -> None:
        """The rectangle grows to hold these cells."""
        part, letters, last = self.part, set(), self.part.rows
        for column, row in found:
            letters.add(column)
            if (number := int(row or 0)) > last:
                last = number
        if b"" in letters:
            raise Unfit("unusual")
        part.rows = last
        part.columns = max(part.columns, *map(column_number, letters)) if letters else part.columns
        if part.columns > COLUMNS or part.columns * part.rows > AREA:
            raise Unfit("too_wide", last=address(part.columns, part.rows))

    def _flag(self, pattern: re.Pattern[bytes], kind: str, text: bytes) -> None:
        flags = self.part.flags
        for column, row in pattern.findall(text):
            if len(flags) < FLAGS:
                flags[int(row), column_number(column)] = kind


def column_number(letters: bytes) -> int:
    """``A`` -> 1, ``AB`` -> 28; case does not count."""
    number = 0
    for byte in letters.upper():
        number = number * 26 + byte - 64
    return number


def address(column: int, row: int) -> str:
    """(28, 7) -> ``AB7``."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(65 + place) + letters
    return f"{letters}{row}"


# ------------------------------------------------------------------------------------------- which sheet is which


def sheets_of(data: bytes, parts: dict[str, Part]) -> dict[str, Part]:
    """
    The same by the names people see. A sheet whose part is not found is missing here and harmless.

    Raises:
        Unfit: the list of sheets cannot be read.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        try:
            main = _small(book, "xl/workbook.xml")
            rels = _small(book, "xl/_rels/workbook.xml.rels")
        except KeyError:  # written with other slashes or letters: then no sheet has flags
            return {}
    targets = {one.get("Id", ""): one.get("Target", "") for one in rels}
    found: dict[str, Part] = {}
    for sheet in main.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            target = targets.get(sheet.get(_REL, ""), "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if path in parts:
                found[sheet.get("name", "")] = parts[path]
    return found


def _small(book: zipfile.ZipFile, name: str) -> ET.Element:
    if book.getinfo(name).file_size > SMALL:
        raise Unfit("unusual")
    try:
        return ET.fromstring(book.read(name))  # noqa: S314 - no document type: check() has seen to it
    except (ET.ParseError, zipfile.BadZipFile) as why:
        raise Unfit("broken") from why
