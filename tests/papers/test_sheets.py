"""Workbooks: both writers hold the same contract, and other programs read back what was written."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bot.papers.sheets import (
    CELL,
    MANY,
    QuickWriter,
    SheetWriter,
    SteadyWriter,
    book_of,
    fit,
    sheet_name,
    writer_for,
)
from bot.papers.spool import Spool
from bot.usecases.cells import plain_text
from bot.usecases.export_job import Cover
from bot.usecases.layout import Column, Row, Table
from tests.papers.nasty import NASTY

at = datetime.fromisoformat
WRITERS: dict[str, SheetWriter] = {"steady": SteadyWriter(), "quick": QuickWriter()}
COVER = Cover(
    "说明",
    "月度汇报（2026年11月）",
    ("项目", "内容"),
    (("填报范围", "中共清溪镇委员会"), ("用途", "=1+1 例会"), ("隐去规则", "长" * 300)),
    "导出编号 7F3A　李某某 & 周某某　2026年11月22日 14:05",
    {"LianxinExport": "7F3A", "LianxinByName": "李某某 <&\"'>", "LianxinAt": "2026-11-22T06:05:00.000000Z"},
)
COLUMNS = (
    Column("t", "文字"),
    Column("l", "长文字", "long"),
    Column("n", "人数", "integer"),
    Column("d", "长度", "decimal"),
    Column("m", "金额", "money"),
    Column("on", "日期", "date"),
    Column("at", "时间", "datetime"),
    Column("o", "开门", "time"),
)
ROW: Row = (
    "清溪村", "一\n二", 226, Decimal("1.25"), 36_500_050, date(2026, 11, 3), at("2026-11-03T19:30:15"),
    time(8, 5),
)  # fmt: skip


@pytest.fixture(params=WRITERS)
def writer(request: pytest.FixtureRequest) -> SheetWriter:
    return WRITERS[request.param]


def written(
    folder: Path,
    writer: SheetWriter,
    tables: Sequence[tuple[Table, Sequence[Row]]],
    *,
    limit: int = 1_048_576,
) -> Path:
    """A workbook of these tables."""
    path = folder / "book.xlsx"
    path.unlink(missing_ok=True)
    spool = Spool([table for table, _ in tables], folder)
    for index, (_, rows) in enumerate(tables):
        for row in rows:
            spool.add(index, row)
    writer.write(path, book_of(spool, COVER, "第 &P 页，共 &N 页", limit=limit))
    spool.close()
    return path


def one(*rows: Row, columns: tuple[Column, ...] = COLUMNS) -> list[tuple[Table, Sequence[Row]]]:
    return [(Table("", "记录", columns), rows)]


def read(path: Path, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name).decode() for name in names}


def test_numbers_dates_and_texts_read_back_as_what_they_are(tmp_path: Path, writer: SheetWriter) -> None:
    """Another program sees text, numbers, days and moments, under our headings."""
    rows = read(written(tmp_path, writer, one(ROW)), "记录")
    assert rows[0] == [column.heading for column in COLUMNS]
    assert rows[1][:7] == [
        "清溪村",
        "一\n二",
        226,
        1.25,
        365000.5,
        date(2026, 11, 3),
        at("2026-11-03T19:30:15"),
    ]
    assert rows[1][7] in (time(8, 5), at("1899-12-31T08:05"))
    assert [type(cell) for cell in rows[1][:5]] == [str, str, float, float, float]


def test_formats_are_set_by_column(tmp_path: Path, writer: SheetWriter) -> None:
    """Days look like days, 元 has two decimals, whole numbers none, text is marked as text."""
    found = parts(written(tmp_path, writer, one(ROW)))
    styles, sheet = found["xl/styles.xml"], ET.fromstring(found["xl/worksheets/sheet2.xml"])
    for wanted in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm", 'quotePrefix="1"', 'wrapText="1"'):
        assert wanted in styles
    cell = {one.get("r"): one for one in sheet.iter(f"{NS}c")}
    looks = [number_format(styles, int(cell[f"{letter}2"].get("s", "0"))) for letter in "ABCDEFGH"]
    assert looks == ["@", "General", "0", "General", "#,##0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm"]


NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BUILT_IN = {0: "General", 1: "0", 4: "#,##0.00", 49: "@", 20: "hh:mm"}


def number_format(styles: str, style: int) -> str:
    root = ET.fromstring(styles)
    own = {int(one.attrib["numFmtId"]): one.attrib["formatCode"] for one in root.iter(f"{NS}numFmt")}
    formats = root.find(f"{NS}cellXfs")
    assert formats is not None
    number = int(formats[style].attrib["numFmtId"])
    return own.get(number) or BUILT_IN[number]


def test_nothing_is_a_formula(tmp_path: Path, writer: SheetWriter) -> None:
    """
    Every nasty text comes back letter by letter as text; no cell of the workbook is a formula or a
    link.
    """
    columns = (
        Column("a", "文字"),
        Column("b", "长文字", "long"),
        Column("c", "=2+3"),
        Column("d", "数", "decimal"),
    )
    texts = [plain_text(text) for text in NASTY]
    path = written(tmp_path, writer, one(*[(text, text, text, text) for text in texts], columns=columns))
    rows = read(path, "记录")
    assert rows[0] == ["文字", "长文字", "=2+3", "数"]
    assert rows[1:] == [[text] * 4 for text in texts]
    assert all(type(cell) is str for row in rows for cell in row)
    for name, text in parts(path).items():
        assert "<f>" not in text, name
        assert "<f " not in text, name
        assert "<hyperlink" not in text, name
        ET.fromstring(text)


TEXTS = st.text(st.characters(codec="utf-16-le") | st.sampled_from("=+-@\t\n_x0041&<>'\""), max_size=60)
CELLS = st.tuples(
    st.none() | TEXTS.map(plain_text),
    st.none() | TEXTS.map(plain_text),
    st.none() | st.integers(-(10**15) + 1, 10**15 - 1),
    st.none() | st.decimals(-(10**6), 10**6, places=4),
    st.none() | st.integers(-(10**12), 10**12),
    st.none() | st.dates(date(1900, 3, 1), date(9999, 12, 31)),
    st.none() | st.datetimes(at("1900-03-01"), at("9999-12-31")).map(lambda one: one.replace(microsecond=0)),
    st.none() | st.times().map(lambda one: one.replace(microsecond=0)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(CELLS, min_size=1, max_size=8))
def test_any_cells_read_back_equal(tmp_path: Path, writer: SheetWriter, rows: list[tuple[Any, ...]]) -> None:
    """Whatever stands in a row stands in the workbook: blank, text, number, day, moment."""
    back = read(written(tmp_path, writer, one(*rows)), "记录")[1:]
    back += [[""] * 8] * (len(rows) - len(back))  # a last row of blanks is not there at all
    for row, found in zip(rows, back, strict=True):
        text, long, whole, decimal, money, day, moment, _ = row
        assert found[:2] == [text or "", long or ""]
        assert found[2:4] == ["" if one is None else float(one) for one in (whole, decimal)]
        assert found[4] == ("" if money is None else money / 100)
        assert found[5] == ("" if day is None else day)
        if isinstance(found[6], date) and not isinstance(found[6], datetime):
            found[6] = datetime.combine(found[6], time())  # calamine calls midnight a day
        assert found[6] == ("" if moment is None else moment)


def test_what_a_number_cannot_hold_is_text(tmp_path: Path, writer: SheetWriter) -> None:
    """More than 15 digits, days before 1900-03-01: as text, exact, instead of a wrong number."""
    long_number = Decimal("12345678901234.5678")
    row: Row = (None, None, 2**63, long_number, 10**16 + 1, date(1893, 12, 26), at("1621-01-01T08:00"), None)
    back = read(written(tmp_path, writer, one(row)), "记录")[1]
    assert back[2:7] == [
        "9223372036854775808", "12345678901234.5678", "100000000000000.01", "1893-12-26",
        "1621-01-01 08:00",
    ]  # fmt: skip


def test_heading_is_frozen_filtered_repeated_and_wide_enough(tmp_path: Path, writer: SheetWriter) -> None:
    """
    What makes a long table usable: frozen heading, filter, widths by content, heading on every printed
    page.
    """
    rows: list[Row] = [("中共清溪镇清溪村支部委员会", *ROW[1:])] * 3
    found = parts(written(tmp_path, writer, one(*rows)))
    sheet = found["xl/worksheets/sheet2.xml"]
    assert re.search(r'<pane [^>]*ySplit="1"[^>]*state="frozen"', sheet)
    assert '<autoFilter ref="A1:H4"' in sheet
    width = re.search(r'<col min="1" max="1" width="([\d.]+)"', sheet)
    assert width is not None
    assert 26 <= float(width[1]) <= 32
    assert "_xlnm.Print_Titles" in found["xl/workbook.xml"]
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert "numberStoredAsText" in sheet
    assert "李某某 &amp;&amp; 周某某" in sheet
    assert "第 &amp;P 页，共 &amp;N 页" in sheet


def test_texts_stand_apart_and_are_not_cut_off_in_print(tmp_path: Path, writer: SheetWriter) -> None:
    """A text begins an indent after the number before it; one wider than its column is broken into lines."""
    columns = (Column("n", "人数", "integer"), Column("t", "情况"), Column("s", "结果"))
    path = written(
        tmp_path, writer, one((1, "走访困难户，记下用水、看病等诉求，" * 3, "办结"), columns=columns)
    )
    root = ET.fromstring(parts(path)["xl/styles.xml"])
    space = {"m": root.tag[1:].partition("}")[0]}
    looks = root.findall("m:cellXfs/m:xf", space)
    found = []
    for cell in ("A2", "B2", "C2"):
        style = re.search(rf'r="{cell}" s="(\d+)"', parts(path)["xl/worksheets/sheet2.xml"])
        assert style is not None
        look = looks[int(style[1])].find("m:alignment", space)
        assert look is not None
        found.append((look.get("indent"), look.get("wrapText")))
    assert found == [(None, None), ("1", "1"), ("1", None)]


def test_wide_tables_are_printed_on_several_sheets_across(tmp_path: Path, writer: SheetWriter) -> None:
    """Small print helps nobody: a wide table goes on to the right, with the naming column and the heading again."""
    columns = tuple(Column(f"c{n}", f"很长很长的第{n}个表头", "long") for n in range(14))
    path = written(tmp_path, writer, one(("一",) * 14, columns=columns))
    found = parts(path)
    assert 'fitToWidth="2"' in found["xl/worksheets/sheet2.xml"]
    assert "$B:$B,记录!$1:$1" in found["xl/workbook.xml"].replace("'", "")
    narrow = parts(written(tmp_path, writer, one(("一", "二"), columns=columns[:2])))
    assert "fitToWidth" not in narrow["xl/worksheets/sheet2.xml"]
    assert "$B:$B" not in narrow["xl/workbook.xml"]


def test_cover_comes_first_and_tells_all(tmp_path: Path, writer: SheetWriter) -> None:
    """说明 is the first sheet: title, then lines of label and value, none of them a formula."""
    path = written(tmp_path, writer, one(ROW))
    assert CalamineWorkbook.from_path(path).sheet_names == ["说明", "记录"]
    rows = read(path, "说明")
    assert rows[0][0] == COVER.title
    assert [row for row in rows[1:] if any(row)] == [["项目", "内容"], *([a, b] for a, b in COVER.lines)]
    page = parts(path)["xl/worksheets/sheet1.xml"]
    assert 'fitToPage="1"' in page
    assert 'fitToHeight="0"' in page
    assert re.search(r'<row r="1"[^>]* ht="2[78]', page)


def test_the_file_says_who_made_it(tmp_path: Path, writer: SheetWriter) -> None:
    """Title and mark in the core properties, number, name and time in the custom ones, well-formed."""
    found = parts(written(tmp_path, writer, one(ROW)))
    custom = ET.fromstring(found["docProps/custom.xml"])
    assert {one.attrib["name"]: "".join(one.itertext()) for one in custom} == dict(COVER.properties)
    core = {one.tag.rpartition("}")[2]: one.text for one in ET.fromstring(found["docProps/core.xml"])}
    assert (core["title"], core["description"], core["creator"]) == (COVER.title, COVER.mark, "李某某 <&\"'>")
    types, relations = found["[Content_Types].xml"], found["_rels/.rels"]
    assert types.count("docProps/custom.xml") == relations.count("docProps/custom.xml") == 1


def test_rows_beyond_the_limit_go_on_on_the_next_sheet(tmp_path: Path, writer: SheetWriter) -> None:
    """A full sheet is followed by another with the same headings; no row is lost or twice."""
    rows: list[Row] = [(f"{n}", *ROW[1:]) for n in range(25)]
    path = written(tmp_path, writer, one(*rows), limit=11)
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["说明", "记录", "记录(2)", "记录(3)"]
    sheets = [read(path, name) for name in book.sheet_names[1:]]
    assert [len(sheet) for sheet in sheets] == [11, 11, 6]
    assert [row[0] for sheet in sheets for row in sheet[1:]] == [f"{n}" for n in range(25)]
    assert len({tuple(sheet[0]) for sheet in sheets}) == 1


def test_empty_tables_keep_their_headings(tmp_path: Path, writer: SheetWriter) -> None:
    """No rows: headings and nothing else. Lists without rows are left out."""
    tables = [*one(), (Table("act-x", "办理", COLUMNS), ())]
    path = written(tmp_path, writer, tables)
    assert CalamineWorkbook.from_path(path).sheet_names == ["说明", "记录"]
    rows = read(path, "记录")
    assert rows[0] == [column.heading for column in COLUMNS]
    assert not any(any(row) for row in rows[1:])


def test_long_texts_are_cut_and_say_so(tmp_path: Path, writer: SheetWriter) -> None:
    """At most 32,767 characters as UTF-16 counts them, never half a character, and a tail that tells."""

    def say(length: int) -> str:
        return f"…（原文 {length} 字）"

    whole = "字" * CELL
    for text in (whole + "多", "𠮷" * 20_000, "a" + "👨" * 20_000, "x" * 200_000):
        cut = fit(text, say)
        assert isinstance(cut, str)
        assert len(cut.encode("utf-16-le")) // 2 <= CELL
        assert cut.endswith(say(len(text)))
        assert text.startswith(cut.removesuffix(say(len(text))))
        columns = (Column("l", "长文字", "long"),)
        assert read(written(tmp_path, writer, one((cut,), columns=columns)), "记录")[1] == [cut]
    assert fit(whole, say) is whole
    assert fit("𠮷" * 16_383, say) == "𠮷" * 16_383
    assert fit(5, say) == 5


def test_sheet_names_are_names_excel_takes() -> None:
    """At most 31 characters, no forbidden sign, never the same twice, whatever the case."""
    taken: set[str] = {"说明"}
    given_names = [
        "说明",
        "a/b:c*d?[e]\\f",
        "'quoted'",
        "",
        "长" * 40,
        "长" * 40,
        "History",
        "Data",
        "DATA",
        "\x00x",
    ]
    names = [sheet_name(name, taken) for name in given_names]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\\x00]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"
    assert names[0] == "说明(2)"


def test_long_exports_take_the_quick_writer() -> None:
    """What people usually export goes the complete way, what is long the quick one."""
    assert isinstance(writer_for(MANY), SteadyWriter)
    assert isinstance(writer_for(MANY + 1), QuickWriter)


def test_both_writers_write_the_same_cells(tmp_path: Path) -> None:
    """Cell by cell: which writer was taken is nothing a reader can tell."""
    rows: list[Row] = [ROW, (None,) * 8, *((text, *ROW[1:]) for text in map(plain_text, NASTY) if text)]
    tables = [*one(*rows), (Table("a", "第二张", COLUMNS[:2]), [("x", "y")])]
    found = []
    for name, made in WRITERS.items():
        (tmp_path / name).mkdir()
        path = written(tmp_path / name, made, tables)
        found.append({sheet: read(path, sheet) for sheet in CalamineWorkbook.from_path(path).sheet_names})
    steady, quick = found
    assert steady["记录"] == quick["记录"]
    assert steady["第二张"] == quick["第二张"]
    assert [row for row in steady["说明"] if any(row)] == [row for row in quick["说明"] if any(row)]


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_opens_it_clean(tmp_path: Path, writer: SheetWriter, libreoffice: str) -> None:
    """LibreOffice converts the sheet to plain text without a murmur, with the values as they look."""
    nasty = [text for text in map(plain_text, NASTY) if text.strip() and "\n" not in text and len(text) < 100]
    rows: list[Row] = [ROW, *((text, text, *ROW[2:]) for text in nasty)]
    path = written(tmp_path, writer, one(*rows))
    shown = converted(libreoffice, path, sheet=2)
    assert shown[0] == [column.heading for column in COLUMNS]
    assert shown[1] == [
        "清溪村",
        "一\n二",
        "226",
        "1.25",
        "365,000.50",
        "2026-11-03",
        "2026-11-03 19:30",
        "08:05",
    ]
    assert [row[0] for row in shown[2:]] == nasty
    assert [row[1] for row in shown[2:]] == nasty
    cover = converted(libreoffice, path, sheet=1)
    assert cover[0][0] == COVER.title


def converted(libreoffice: str, path: Path, sheet: int) -> list[list[str]]:
    """A sheet as LibreOffice shows it."""
    import csv

    home, out = path.parent / "office", path.parent / f"out{sheet}"
    options = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,{sheet}"
    command = [
        libreoffice, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", options,
        "--outdir", str(out), str(path),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
    assert "Error" not in done.stderr
    assert "repair" not in done.stdout + done.stderr
    (made,) = out.iterdir()
    return list(csv.reader(made.read_text(encoding="utf-8").splitlines(keepends=True)))


def test_a_workbook_is_put_aside_row_by_row(tmp_path: Path) -> None:
    """Rows wait in nameless files and come back in order, however many tables take turns."""
    tables = [Table("", "a", COLUMNS[:1]), Table("b", "b", COLUMNS[:1])]
    spool = Spool(tables, tmp_path)
    for n in range(1000):
        spool.add(n % 3 % 2, (f"{n}",))
    assert list(tmp_path.iterdir()) == []
    assert spool.counts == [667, 333]
    assert [row[0] for row in spool.rows(0)] == [f"{n}" for n in range(1000) if n % 3 % 2 == 0]
    assert [row[0] for row in spool.rows(1)] == [f"{n}" for n in range(1000) if n % 3 % 2 == 1]
    assert replace(tables[0], title="c").columns == tables[0].columns
    spool.close()
