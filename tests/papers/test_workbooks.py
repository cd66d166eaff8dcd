"""Workbooks from somewhere else: what is read of honest ones, and that hostile ones cost nothing."""

from __future__ import annotations

import io
import os
import random
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from bot.papers.workbook_check import Part, Unfit, address, check, column_number, sheets_of
from bot.papers.workbooks import Workbook, WorkbookRefused
from bot.texts import LANGS, Texts
from bot.usecases.roster_sheets import Odd, RawRow

TEXTS = Texts(strict=True).load()
MAIN = "xl/worksheets/sheet1.xml"
at = datetime.fromisoformat


async def rows_of(path: Path, command: list[str] | None = None) -> dict[str, list[RawRow]]:
    """Sheet -> rows."""
    book = Workbook(path, command) if command else Workbook(path)
    found: dict[str, list[RawRow]] = {}
    async for piece in book.pieces():
        found.setdefault(piece.sheet, []).extend(piece.rows)
    assert len(book.digest) == 64
    return found


def honest(path: Path) -> Path:
    """A workbook as an office might send it."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        page = book.add_worksheet("户")
        page.write_row(0, 0, ["组织代码", "户号", "户主"])
        page.write_row(1, 0, ["QX0301", "3-027", "王某某"])
        book.add_worksheet("空")
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return honest(tmp_path / "名册.xlsx")


# ------------------------------------------------------------------------------------------- honest ones


async def test_cells_as_people_see_them(tmp_path: Path) -> None:
    """Text is text, whole numbers have no point, formulas give their value; the rest is marked for what it is."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as made:
        page = made.add_worksheet("组织")
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        moment = made.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        clock = made.add_format({"num_format": "hh:mm"})
        page.write_string(0, 0, '=HYPERLINK("http://x.example")')
        page.write_string(0, 1, "007")
        page.write_number(0, 2, 13800000001)
        page.write_number(0, 3, 1.5)
        page.write_number(1, 0, 350102199001011234)
        page.write_datetime(1, 1, at("2026-11-03"), day)
        page.write_datetime(1, 2, at("2026-11-03T04:05"), moment)
        page.write_datetime(1, 3, time(4, 5), clock)
        page.write_boolean(2, 0, True)
        page.write_formula(2, 1, "=1+1", None, 2)
        page.write_formula(2, 2, "=A1&B1", None, "清溪村")
        page.write_formula(2, 3, "=A1", None, "")
        page.write_formula(3, 0, "=NA()", None, "#N/A")
        page.write_string(3, 3, "x" * 5000)
    found = await rows_of(path)
    assert found == {"组织": [
        (1, ['=HYPERLINK("http://x.example")', "007", "13800000001", "1.5"]),
        (2, [Odd("lost", "3.501021990010113e+17"), Odd("date", "2026-11-03"), Odd("moment", "2026-11-03 04:05:00"),
             Odd("time", "04:05:00")]),
        (3, [Odd("bool", "TRUE"), "2", "清溪村", Odd("formula", "")]),
        (4, [Odd("error", ""), None, None, "x" * 2000]),
    ]}  # fmt: skip


async def test_rows_keep_their_numbers(tmp_path: Path) -> None:
    """Empty rows and columns before and between are left out, and numbers are those on the screen."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        page = made.add_worksheet("户")
        page.write_string(4, 2, "a")
        page.write_string(9, 3, "b")
        page.write_blank(2000, 3, None, made.add_format({"bold": True}))
        made.add_chartsheet("图")
        made.add_worksheet("人员").write_string(0, 0, "c")
    assert await rows_of(path) == {
        "户": [(5, [None, None, "a", None]), (10, [None, None, None, "b"])],
        "人员": [(1, ["c"])],
    }


async def test_merged_cells_are_marked(tmp_path: Path) -> None:
    """All of a merged cell but its first one says so, with the value that is seen there."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        page = made.add_worksheet("户")
        page.merge_range(0, 0, 0, 2, "清溪村名册")
        page.merge_range(1, 1, 3, 1, "1组")
        for row in range(1, 5):
            page.write_string(row, 0, f"{row}")
        page.write_string(4, 2, "x")
        page.merge_range(6, 0, 7, 1, "")
        page.write_string(7, 2, "y")
    one, two, nothing = Odd("merged", "清溪村名册"), Odd("merged", "1组"), Odd("merged", "")
    assert (await rows_of(path))["户"] == [
        (1, ["清溪村名册", one, one]), (2, ["1", "1组", None]), (3, ["2", two, None]), (4, ["3", two, None]),
        (5, ["4", None, "x"]), (7, [None, nothing, None]), (8, [nothing, nothing, "y"]),
    ]  # fmt: skip


async def test_a_million_empty_rows(book: Path, tmp_path: Path) -> None:
    """Rows that only have a border cost some seconds and no memory to speak of; what stands above them is read."""
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="0"/><c r="B%d" s="0"/></row>' % (n, n, n) for n in range(3, 1_000_001)
    )
    path = changed(
        book, tmp_path / "b.xlsx", {MAIN: lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>")}
    )
    assert [n for n, _ in (await rows_of(path))["户"]] == [1, 2]


# ------------------------------------------------------------------------------------------- hostile ones


def changed(source: Path, target: Path, parts: dict[str, Callable[[bytes], bytes] | bytes]) -> Path:
    """A copy of a workbook with some parts changed or added."""
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as new,
    ):
        for info in old.infolist():
            change = parts.get(info.filename)
            data = old.read(info)
            new.writestr(
                info.filename, change if isinstance(change, bytes) else change(data) if change else data
            )
        for name, part in parts.items():
            if isinstance(part, bytes) and name not in old.namelist():
                new.writestr(name, part)
    return target


def in_sheet(more: bytes) -> dict[str, Any]:
    """The sheet with *more* at the end of its rows."""
    return {MAIN: lambda xml: xml.replace(b"</sheetData>", more + b"</sheetData>")}


def filled(size: int, piece: bytes) -> bytes:
    return piece * (size // len(piece))


def lying(path: Path, name: str) -> None:
    """Let the directory say that a part has 100 bytes."""
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.rfind(name.encode()) - 46 + 24, 100)
    path.write_bytes(bytes(data))


def many_entries() -> bytes:
    """A zip whose directory names the same byte 60,000 times."""
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + b"a"
    central = (
        struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    )
    size = len(central) * 60_000
    return (
        local
        + central * 60_000
        + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 60_000, 60_000, size, len(local), 0)
    )


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
Make = Callable[[Path, Path], Any]
HOSTILE: dict[str, tuple[str, Make]] = {
    "empty": ("not_a_workbook", lambda _, to: to.write_bytes(b"")),
    "text": ("not_a_workbook", lambda _, to: to.write_text("组织代码,户号\nQX0301,1\n")),
    "page": ("not_a_workbook", lambda _, to: to.write_text("<html><table></table></html>")),
    "no workbook": ("not_a_workbook", lambda _, to: zipped(to, {"a.txt": b"1"})),
    "a document": ("not_a_workbook", lambda _, to: zipped(to, {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"})),
    "old or locked": ("old_or_locked", lambda _, to: to.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))),
    "cut off": ("broken", lambda book, to: to.write_bytes(book.read_bytes()[:-200])),
    "flipped": ("broken", lambda book, to: to.write_bytes(flipped(book.read_bytes()))),
    "1,200 parts": ("entries", lambda book, to: changed(book, to, {f"xl/p{n}.xml": b"<a/>" for n in range(1200)})),
    "60,000 parts": ("entries", lambda _, to: to.write_bytes(many_entries())),
    "a bomb": ("too_big", lambda book, to: changed(book, to, in_sheet(filled(2**28, b" " * 2**20)))),
    "a bomb that says it is small": ("broken", lambda book, to: lying(
        changed(book, to, in_sheet(filled(2**28, b" " * 2**20))), MAIN)),
    "400 MB of cells": ("too_big", lambda book, to: changed(book, to, in_sheet(noise(400 * 2**20)))),
    "100 MB of texts": ("too_big", lambda book, to: changed(book, to, {
        "xl/sharedStrings.xml": b"<sst>" + noise(100 * 2**20) + b"</sst>"})),
    "opposite corners": ("too_wide", lambda book, to: changed(book, to, in_sheet(
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))),
    "opposite corners with a prefix": ("too_wide", lambda book, to: changed(book, to, in_sheet(
        b'<row r="9"><x:c s="0" r="XFD1048576"><x:v>1</x:v></x:c></row>'))),
    "opposite corners over lines": ("too_wide", lambda book, to: changed(book, to, in_sheet(
        b"<row r='9'><c\n\tt='n'\r\n r = 'xfd1048576'\n><v>1</v></c></row>"))),
    "an address inside another": ("unusual", lambda book, to: changed(book, to, in_sheet(
        b'<row r="9"><c s=\'x> r="A9" \' r="XFD1048576"><v>1</v></c></row>'))),
    "no address": ("unusual", lambda book, to: changed(book, to, in_sheet(b"<row>" + b"<c><v>1</v></c>" * 20_000 + b"</row>"))),
    "laughs in a sheet": ("unusual", lambda book, to: changed(book, to, {MAIN: lambda xml: LAUGHS + xml})),
    "laughs in the texts": ("unusual", lambda book, to: changed(book, to, {"xl/sharedStrings.xml": lambda xml: LAUGHS + xml})),
    "laughs in the list of sheets": ("unusual", lambda book, to: changed(book, to, {"xl/workbook.xml": lambda xml: LAUGHS + xml})),
    "two bytes a letter": ("unusual", lambda book, to: changed(book, to, {
        MAIN: lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")})),
    "another alphabet": ("unusual", lambda book, to: changed(book, to, {MAIN: lambda xml: xml.replace(b"UTF-8", b"UTF-7")})),
    "macros": ("macros", lambda book, to: changed(book, to, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})),
    "other files": ("linked", lambda book, to: changed(book, to, {"xl/externalLinks/externalLink1.xml": b"<a/>"})),
    "60,000 merged": ("merged", lambda book, to: changed(book, to, {MAIN: lambda xml: xml.replace(
        b"</sheetData>", b"</sheetData><mergeCells>" + b"".join(
            b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(9, 60_009)) + b"</mergeCells>")})),
    "one endless tag": ("broken", lambda book, to: changed(book, to, in_sheet(b'<row x="' + os.urandom(2**21).hex().encode() + b'"/>'))),
    "a locked part": ("old_or_locked", lambda book, to: to.write_bytes(locked(book.read_bytes()))),
    "a part twice": ("broken", lambda book, to: to.write_bytes(twice(book.read_bytes()))),
    "parts that overlap": ("broken", lambda book, to: to.write_bytes(overlapping(book.read_bytes()))),
    "no list of sheets": ("broken", lambda book, to: changed(book, to, {"xl/workbook.xml": b"<workbook><sheets>"})),
}  # fmt: skip


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return path


def noise(size: int) -> bytes:
    """Cells that pack badly enough not to look like a bomb, and are many."""
    dice = random.Random(1)
    block = b"".join(b'<x y="%d"/>' % dice.randrange(8) for _ in range(4000))
    return filled(size, block)


def flipped(data: bytes) -> bytes:
    """One byte in the middle of the packed sheet is another one."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        info = book.getinfo(MAIN)
    place = info.header_offset + 30 + len(MAIN) + info.compress_size // 2
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def directory(data: bytes) -> int:
    """Where the directory of a zip begins."""
    end = data.rfind(b"PK\x05\x06")
    return int(struct.unpack_from("<I", data, end + 16)[0])


def locked(data: bytes) -> bytes:
    made = bytearray(data)
    made[directory(data) + 8] |= 1
    return bytes(made)


def twice(data: bytes) -> bytes:
    """The second sheet has the first one's name."""
    return data.replace(b"xl/worksheets/sheet2.xml", MAIN.encode())


def overlapping(data: bytes) -> bytes:
    """Every entry of the directory points at the first part."""
    made = bytearray(data)
    at = directory(data)
    while made[at : at + 4] == b"PK\x01\x02":
        name, extra, comment = struct.unpack_from("<HHH", made, at + 28)
        struct.pack_into("<I", made, at + 42, 0)
        at += 46 + name + extra + comment
    return bytes(made)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes a hostile workbook, once."""
    folder = tmp_path_factory.mktemp("hostile")
    book = honest(folder / "honest.xlsx")

    def make(kind: str) -> Path:
        path = folder / f"{kind}.xlsx"
        if not path.exists():
            HOSTILE[kind][1](book, path)
        return path

    return make


@pytest.mark.parametrize("kind", HOSTILE)
async def test_hostile(hostile: Callable[[str], Path], kind: str) -> None:
    """It is refused before it is parsed, with a reason that can be said in every language."""
    why, path = HOSTILE[kind][0], hostile(kind)
    with pytest.raises(WorkbookRefused) as refused:
        await rows_of(path)
    assert refused.value.details["why"] == why
    for lang in LANGS:
        words = TEXTS.problem(refused.value, lang)
        assert TEXTS.has(f"error-workbook_refused--{why}", lang)
        assert "{" not in words


@pytest.mark.parametrize(
    "kind",
    ["a bomb", "400 MB of cells", "100 MB of texts", "opposite corners", "60,000 parts", "60,000 merged"],
)
def test_hostile_ones_cost_no_memory(book: Path, hostile: Callable[[str], Path], kind: str) -> None:
    """The process that reads one stays within 100 MB of what an honest workbook takes."""
    assert peak(hostile(kind)) - peak(book) < 100


def peak(path: Path) -> int:
    """The most memory a reader of *path* ever had, in MB."""
    code = (
        "import resource, sys; from bot.papers import workbook_child; workbook_child.main(sys.argv[1]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return int(done.stderr)


async def test_a_reader_has_little_memory(tmp_path: Path, book: Path) -> None:
    """What would take the whole machine ends the reader, and this process only hears that it ended."""
    greedy = "from bot.papers.workbook_child import _limit; _limit(); print(len(bytes(2**33)))"
    for code in (
        greedy,
        "import os; os.abort()",
        "import sys; sys.exit(3)",
        "print('{\"rows\": [[1,')",
        "pass",
    ):
        with pytest.raises(WorkbookRefused) as refused:
            await rows_of(book, [sys.executable, "-c", code])
        assert refused.value.details == {"why": "broken"}


async def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder, a pipe, nothing at all: nobody waits for them."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "nothing.xlsx"):
        with pytest.raises(WorkbookRefused) as refused:
            await rows_of(path)
        assert refused.value.details == {"why": "unreadable"}
    with (tmp_path / "large.xlsx").open("wb") as file:
        file.truncate(41 * 2**20)
    with pytest.raises(WorkbookRefused) as refused:
        await rows_of(tmp_path / "large.xlsx")
    assert refused.value.details == {"why": "file_big", "most": 40}


async def test_odd_but_harmless(book: Path, tmp_path: Path) -> None:
    """What no parser trips over is read: nesting a hundred thousand deep, comments, texts in other parts."""
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    path = changed(
        book, tmp_path / "a.xlsx", {"xl/media/image1.png": os.urandom(10_000), "docProps/custom.xml": deep}
    )
    assert [n for n, _ in (await rows_of(path))["户"]] == [1, 2]
    path = changed(
        book, tmp_path / "b.xlsx", in_sheet(b"<!-- a comment --><row r='9'><c r='A9'><v>7</v></c></row>")
    )
    assert (await rows_of(path))["户"][-1] == (9, ["7", None, None])


# ------------------------------------------------------------------------------------------- the check itself


def test_addresses() -> None:
    """Columns have letters and count from 1."""
    assert [column_number(letters) for letters in (b"A", b"z", b"AB", b"XFD")] == [1, 26, 28, 16384]
    assert [address(column, 7) for column in (1, 26, 28, 16384)] == ["A7", "Z7", "AB7", "XFD7"]


def test_a_sheet_is_measured_wherever_it_is_cut(book: Path) -> None:
    """The same content is found however long the pieces are in which the part comes out of the zip."""
    cells = b"".join(
        b'<row r="%d" x14ac:dyDescent="0.2"><c r="A%d" t="inlineStr"><is><t>%s</t></is></c><c r="H%d"/></row>'
        % (n, n, b"x" * (n % 700), n)
        for n in range(3, 2000)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, data.replace(b"</sheetData>", cells + b"</sheetData>"))
    parts = check(out.getvalue())
    assert parts[MAIN] == Part(rows=1999, columns=3)
    assert sheets_of(out.getvalue(), parts)["户"] is parts[MAIN]
    with pytest.raises(Unfit):
        check(out.getvalue()[:-1000])
