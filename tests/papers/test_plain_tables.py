"""Plain tables and data: opened by others without harm, read back without loss."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.forms.core.types import compile_type
from bot.papers.exports import CsvSink, JsonSink, SheetSink, open_sink
from bot.papers.plain_cells import csv_cell, guarded
from bot.texts import Texts
from bot.usecases.cells import plain_text
from bot.usecases.export_job import Cover
from bot.usecases.layout import Layout
from tests.papers.nasty import NASTY
from tests.usecases.samples import ORGS, ROSTER, SAMPLE, checked, sample, sample_texts

ZONE = ZoneInfo("Asia/Shanghai")
COVER = Cover("说明", "样例", ("项目", "内容"), (), "导出编号 1")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return sample_texts(tmp_path_factory.mktemp("words") / "locales")


@pytest.fixture
def layout(texts: Texts) -> Layout:
    names = {org.id: org.name for org in ORGS}
    return Layout(compile_type(SAMPLE), texts, "zh-Hans", ZONE, orgs=names)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


# A spreadsheet program may take these, alone or behind blanks, for the beginning of a formula.
SIGNS = "=+-@＝＋－＠"


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_can_become_a_formula(text: str) -> None:
    """
    However a program splits the file (comma, semicolon, tab, line), no piece of a text begins with a
    sign that makes a formula.
    """
    safe = guarded(plain_text(text))
    for piece in re.split("[,;|\t\n\r，；]", safe):
        assert piece.strip(' \u3000\ufeff\u200b"“”')[:1] not in tuple(SIGNS), safe
    assert not safe.startswith(("\t", "\r"))


@pytest.mark.parametrize(
    "text",
    [
        "清溪村",
        "11月例会，28人",
        "张某某；李某某",
        "a-b",
        "1+1=2",
        "3-027",
        "a@b.example",
        "一\n二",
        "",
        "'x",
    ],
)
def test_harmless_texts_stay_as_they_are(text: str) -> None:
    """A sign inside a word makes no formula and is left alone."""
    assert guarded(text) == text


def test_nasty_texts_come_back(tmp_path: Path, layout: Layout) -> None:
    """
    Read back and without the apostrophes put in, every text is what was typed (control characters
    aside).
    """
    sink = CsvSink(tmp_path / "a.csv", layout)
    for number, text in enumerate(NASTY):
        sink.add(sample(number, answers={"title": text, "story": text}))
    sink.finish(COVER)
    rows = rows_of(tmp_path / "a.csv")
    assert len(rows) == len(NASTY)
    for text, row in zip(NASTY, rows, strict=True):
        plain = plain_text(text)
        assert row["叫什么"] == row["说说情况"] == guarded(plain)
        assert row["叫什么"].replace("'", "") == plain.replace("'", "")
        assert row["回执编号"].startswith("LX-Z-")


@pytest.mark.parametrize(
    ("kind", "cell", "shown"),
    [
        ("money", 36_500_050, "365000.50"),
        ("money", -5, "-0.05"),
        ("integer", -3, "-3"),
        ("decimal", Decimal("1E+3"), "1000"),
        ("decimal", Decimal("-0.50"), "-0.50"),
        ("date", date(2026, 11, 3), "2026-11-03"),
        ("datetime", datetime.fromisoformat("2026-11-03T19:30:15"), "2026-11-03 19:30"),
        ("time", time(8, 5), "08:05"),
        ("text", None, ""),
        ("text", "=1", "'=1"),
    ],
)
def test_cells_of_plain_tables(kind: str, cell: Any, shown: str) -> None:
    """Numbers stay numbers, a negative one too; days are ISO; text is guarded."""
    assert csv_cell(kind, cell) == shown


def test_one_table_and_repeats_beside_it(tmp_path: Path, layout: Layout) -> None:
    """BOM, CRLF, one file a repeat, acts only when there are any; the same rows as the workbook's."""
    sink = CsvSink(tmp_path / "out.csv", layout)
    sink.add(sample(1))
    sink.add(sample(2))
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    done = sink.finish(COVER)
    assert [path.name for path in done.files] == [
        "out.csv", "out.session.csv", "out.session.vote.csv", "out.score.csv",
    ]  # fmt: skip
    assert dict(done.rows) == {"": 2, "session": 4, "session.vote": 4, "score": 4}
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf\xe6\x89\x80")
    assert raw.count(b"\r\n") == raw.count(b"\r") == 3
    first = rows_of(tmp_path / "out.csv")[0]
    assert (first["花了多少钱"], first["手机号"], first["提交时间"]) == (
        "365000.50",
        "138****5678",
        "2026-11-22 13:53",
    )
    votes = rows_of(tmp_path / "out.session.vote.csv")
    assert [(row["回执编号"][-1], row["场次序号"], row["事项"]) for row in votes] == [
        ("1", "1", "修路"), ("1", "1", "修渠"), ("2", "1", "修路"), ("2", "1", "修渠"),
    ]  # fmt: skip


def test_several_tables_leave_as_one(tmp_path: Path, layout: Layout) -> None:
    """One .zip, its tables called as people call them, the same bytes whenever it is packed, nothing left beside it."""
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        sink = CsvSink(tmp_path / folder / "a.csv", layout, together=True)
        sink.add(checked(sample()))
        done = sink.finish(COVER)
        assert [path.name for path in done.files] == ["a.zip"]
        assert [path.name for path in (tmp_path / folder).iterdir()] == ["a.zip"]
    with zipfile.ZipFile(tmp_path / "first" / "a.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == ["样例记录.csv", "场次.csv", "表决.csv", "打分.csv", "对照检查.csv"]
        assert all(entry.flag_bits & 0x800 for entry in packed.infolist()), "the names are marked as UTF-8"
        plain = CsvSink(tmp_path / "b.csv", layout)
        plain.add(checked(sample()))
        plain.finish(COVER)
        assert packed.read("样例记录.csv") == (tmp_path / "b.csv").read_bytes()
        assert packed.read("对照检查.csv") == (tmp_path / "b.act-check.csv").read_bytes()
    assert (tmp_path / "first" / "a.zip").read_bytes() == (tmp_path / "second" / "a.zip").read_bytes()


def test_one_table_is_not_packed_unless_a_zip_was_asked_for(tmp_path: Path, layout: Layout) -> None:
    """Without rows there is one table only: a plain file, or the .zip that somebody named."""
    assert [path.name for path in CsvSink(tmp_path / "a.csv", layout, together=True).finish(COVER).files] == [
        "a.csv"
    ]
    assert [path.name for path in CsvSink(tmp_path / "a.zip", layout, together=True).finish(COVER).files] == [
        "a.zip"
    ]


def test_acts_get_a_file_when_there_are_any(tmp_path: Path, layout: Layout) -> None:
    """A check that was made is a row of its own file."""
    sink = CsvSink(tmp_path / "report", layout)
    sink.add(checked(sample()))
    names = [path.name for path in sink.finish(COVER).files]
    assert names[0] == "report"
    assert names[-1] == "report.act-check.csv"
    assert rows_of(tmp_path / "report.act-check.csv")[0]["结论"] == "滞后"


def test_data_is_one_array(tmp_path: Path, layout: Layout) -> None:
    """JSON that any reader takes, one record a line; an empty export is an empty array."""
    sink = JsonSink(tmp_path / "a.json", layout)
    for number, text in enumerate(NASTY):
        sink.add(sample(number, answers={"title": text}))
    sink.finish(COVER)
    raw = (tmp_path / "a.json").read_text(encoding="utf-8")
    back = json.loads(raw)
    assert [one["answers"]["title"] for one in back] == [plain_text(text) for text in NASTY]
    assert len(raw.splitlines()) >= len(NASTY) + 2
    empty = JsonSink(tmp_path / "b.json", layout)
    empty.finish(COVER)
    assert json.loads((tmp_path / "b.json").read_text()) == []


def test_long_texts_are_cut_in_workbooks_only(tmp_path: Path, layout: Layout) -> None:
    """csv and json hold every character; the workbook says how long the text was."""
    record = sample(1, answers={"story": "字" * 40_000})
    cut = 0
    for name, sink_of in (("a.csv", CsvSink), ("a.json", JsonSink), ("a.xlsx", SheetSink)):
        sink = sink_of(tmp_path / name, layout)
        sink.add(record)
        cut += sink.finish(COVER).cut
    assert cut == 1
    assert rows_of(tmp_path / "a.csv")[0]["说说情况"] == "字" * 40_000
    assert len(json.loads((tmp_path / "a.json").read_text())[0]["answers"]["story"]) == 40_000
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("样例记录").to_python()
    story = str(rows[1][rows[0].index("说说情况")])
    assert len(story) == 32_767
    assert story.endswith("…（太长，已截短，原文 40000 字）")


@pytest.mark.parametrize("format_", ["xlsx", "csv", "json"])
def test_nothing_stands_there_before_it_is_whole(tmp_path: Path, layout: Layout, format_: str) -> None:
    """
    A dropped export leaves no file; a finished one is readable by its owner only and replaces an older
    one.
    """
    target = tmp_path / f"a.{format_}"
    sink = open_sink(format_, target, layout)
    sink.add(sample())
    sink.discard()
    assert list(tmp_path.iterdir()) == []
    target.write_text("an older one")
    sink = open_sink(format_, target, layout)
    sink.add(sample())
    assert target.read_text() == "an older one"
    for path in sink.finish(COVER).files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.stat().st_size > 50
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    sink.discard()
    assert target.exists()


def test_the_annex_is_a_table_of_its_own(tmp_path: Path, texts: Texts) -> None:
    """签到册 beside the sessions, when it was asked for."""
    names = {org.id: org.name for org in ORGS}
    layout = Layout(compile_type(SAMPLE), texts, "zh-Hans", ZONE, orgs=names, annex=True)
    sink = CsvSink(tmp_path / "a.csv", layout)
    sink.add(sample(), {"homes": ROSTER})
    assert sink.finish(COVER).rows["session.attend"] == 24
    assert rows_of(tmp_path / "a.session.attend.csv")[4]["签到"] == "委托"


def test_plain_tables_are_read_by_a_strict_reader(tmp_path: Path, layout: Layout) -> None:
    """Quotes and line ends inside cells never move a column."""
    sink = CsvSink(tmp_path / "a.csv", layout)
    sink.add(sample(1, answers={"story": 'a"b\r\nc,"d",\n\n'}))
    sink.finish(COVER)
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    (heading, row) = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(heading) == len(row)
