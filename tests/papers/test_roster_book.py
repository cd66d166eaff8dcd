"""The roster workbook: what the template offers, and that it can be filled, imported, mended and imported again."""

from __future__ import annotations

import asyncio
import html
import random
import re
import shutil
import stat
import subprocess
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from bot.papers.roster_book import write_errors, write_template
from bot.papers.workbooks import Workbook
from bot.texts import EN, LANGS, ZH_HANS, ZH_HANT
from bot.usecases.roster import Report
from bot.usecases.roster_read import BadRow, Fault
from bot.usecases.roster_sheets import ASKED_ROLES, ROWS, SHAPE, SHAPES, Words
from storage import DatabaseStore, open_store, upgrade
from tests.papers.nasty import NASTY
from tests.usecases.rosters import COUNTY, TEXTS, Line, Pages, faults, importer, put, workbook

TWICE_ESCAPED = "_x005F_x0041_"  # XlsxWriter makes _x005FA of it, which looks odd and does no harm
SHEETS = ["说明", "组织", "人员", "任职", "户", "户代表", "其他名册"]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of this version, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "lianxin.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
async def store(empty: Path, tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """An empty database."""
    shutil.copy(empty, tmp_path / "lianxin.db")
    async with open_store(
        f"sqlite+aiosqlite:///{tmp_path}/lianxin.db", files_dir=tmp_path / "files"
    ) as opened:
        yield opened


async def load(store: DatabaseStore, path: Path) -> Report:
    """Import a file."""
    return await importer(store).load(Workbook(path), by="system:test")


def template(path: Path, lang: str = ZH_HANS) -> Path:
    write_template(path, Words(TEXTS, lang))
    return path


def cells(path: Path) -> dict[str, list[list[Any]]]:
    """Sheet -> rows, as calamine reads them."""
    with CalamineWorkbook.from_path(path) as book:
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def part(path: Path, name: str) -> str:
    """The text of one part of a workbook."""
    with zipfile.ZipFile(path) as book:
        return book.read(name).decode()


# ------------------------------------------------------------------------------------------- the template


def test_rows_fit_their_sheets() -> None:
    """What is read of a sheet has a field for each of its columns, in their order."""
    for shape in SHAPES:
        assert ROWS[shape.name]._fields == ("n", *(column.name for column in shape.columns))


@pytest.mark.parametrize("lang", LANGS)
def test_the_template(tmp_path: Path, lang: str) -> None:
    """Sheets have their names in every language; headings in row 1, one example below, nothing else."""
    found = cells(template(tmp_path / "t.xlsx", lang))
    assert list(found) == SHEETS
    words = Words(TEXTS, lang)
    for shape in SHAPES:
        rows = found[words.sheet(shape.name)]
        assert rows[0] == [words.heading(shape, column) for column in shape.columns]
        assert len(rows) == 2
        assert rows[1][0].startswith(words.text("roster-example"))
    about = "\n".join(str(cell) for row in found["说明"] for cell in row)
    assert words.text("roster-posts-role.help") in about
    assert all(words.text(f"role-{role}") in about for role in ASKED_ROLES)


def test_what_a_spreadsheet_program_makes_of_it(tmp_path: Path) -> None:
    """The heading stays in view, columns are text and wide enough, choices are lists, every column has its help."""
    path = template(tmp_path / "t.xlsx")
    words = Words(TEXTS)
    styles = part(path, "xl/styles.xml")
    assert 'numFmtId="49"' in styles  # text
    for number, shape in enumerate(SHAPES, 2):
        sheet = part(path, f"xl/worksheets/sheet{number}.xml")
        assert re.search(r'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>', sheet)
        formats = re.search(r"<cellXfs.*?</cellXfs>", styles, re.DOTALL)
        assert formats is not None
        looks = re.findall(r"<xf [^>]*?>", formats[0])
        styled = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)" style="(\d+)"', sheet)
        covered = {n for low, high, _, _ in styled for n in range(int(low), int(high) + 1)}
        assert covered == set(range(1, len(shape.columns) + 1))
        assert all('numFmtId="49"' in looks[int(style)] for *_, style in styled)
        told = re.findall(r"<dataValidation (.*?)(?:/>|>)", sheet)
        assert len(told) == len(shape.columns)
        assert all('promptTitle="' in one and 'prompt="' in one for one in told)
        lists = re.findall(r"<formula1>(.*?)</formula1>", sheet)
        assert len(lists) == sum(bool(column.choices) for column in shape.columns)
        comments = html.unescape(part(path, f"xl/comments{number - 1}.xml"))
        for column in shape.columns:
            assert words.text(f"roster-{shape.name}-{column.name}.help") in comments


def test_a_list_offers_the_choices(tmp_path: Path) -> None:
    """The range that a list refers to holds the labels, one below the other."""
    path = template(tmp_path / "t.xlsx")
    words, rows = Words(TEXTS), cells(path)["说明"]
    for number, shape in enumerate(SHAPES, 2):
        wanted = [column for column in shape.columns if column.choices]
        lists = re.findall(
            r"<formula1>'说明'!\$(\w)\$(\d+):\$\w\$(\d+)</formula1>",
            part(path, f"xl/worksheets/sheet{number}.xml"),
        )
        for column, (letter, first, last) in zip(wanted, lists, strict=True):
            offered = [rows[row][ord(letter) - ord("A")] for row in range(int(first) - 1, int(last))]
            assert offered == [words.label(column, choice) for choice in column.choices]
            assert [words.choices(column)[key] for key in map(folded, offered)] == list(column.choices)


def folded(text: str) -> str:
    from bot.forms.core.reading import fold

    return fold(text)


async def test_the_example_is_passed_over(store: DatabaseStore, tmp_path: Path) -> None:
    """An empty template holds no rows and no faults, which is said; an example that was written over is named."""
    for lang in LANGS:
        report = await load(store, template(tmp_path / f"{lang}.xlsx", lang))
        assert (faults(report), report.changes) == ([], 0)
        assert report.remarks[0].key == "roster-remark-unfilled"
        assert [sheet.examples for sheet in report.sheets.values()] == [1] * len(SHAPES)
    words = Words(TEXTS)
    shape = SHAPE["households"]
    line = {column.name: words.example(shape, column) for column in shape.columns}
    rows: dict[str, list[Line]] = {
        **COUNTY,
        "households": [{**line, "org": "示例 QX0301"}, {**line, "org": "示例 QX0301", "head": "周某某"}],
    }
    report = await load(store, workbook(tmp_path / "a.xlsx", rows))
    assert faults(report) == [
        ("households", 3, "org", "code"),
        ("representatives", 2, "house_no", "house_unknown"),
        ("representatives", 3, "house_no", "house_unknown"),
    ]
    assert report.sheets["households"].examples == 1


def fill(source: Path, target: Path, pages: Pages) -> Path:
    """What somebody does who opens the template and writes below the example."""
    words = Words(TEXTS)
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in cells(source).items():
            page = book.add_worksheet(name)
            lines = [list(row) for row in rows]
            shape = next((one for one in SHAPES if words.sheet(one.name) == name), None)
            if shape is not None:
                lines += [[line.get(column.name) for column in shape.columns] for line in pages[shape.name]]
            for number, line in enumerate(lines):
                for place, value in enumerate(line):
                    put(page, number, place, value, day)
    return target


async def test_a_filled_template_comes_in(store: DatabaseStore, tmp_path: Path) -> None:
    """Template, filled, imported: the county stands; again: nothing changes."""
    path = fill(template(tmp_path / "t.xlsx"), tmp_path / "f.xlsx", COUNTY)
    report = await load(store, path)
    assert faults(report) == []
    assert [(sheet.new, sheet.examples) for sheet in report.sheets.values()] == [
        (len(COUNTY[shape.name]), 1) for shape in SHAPES
    ]
    assert (await load(store, path)).changes == 0


async def test_libreoffice_saves_it_and_it_still_comes_in(
    store: DatabaseStore, tmp_path: Path, libreoffice: str
) -> None:
    """A real spreadsheet program opens the filled workbook, writes it in its own way, and nothing is lost."""
    path = fill(template(tmp_path / "t.xlsx"), tmp_path / "名册.xlsx", COUNTY)
    for source in (path, tmp_path / "t.xlsx"):
        subprocess.run(
            [libreoffice, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to",
             "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(source)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    report = await load(store, tmp_path / "out" / "名册.xlsx")
    assert faults(report) == []
    assert [sheet.new for sheet in report.sheets.values()] == [len(COUNTY[shape.name]) for shape in SHAPES]
    again = await load(store, tmp_path / "out" / "t.xlsx")
    assert ([sheet.examples for sheet in again.sheets.values()], faults(again)) == ([1] * len(SHAPES), [])
    kept = part(tmp_path / "out" / "t.xlsx", "xl/worksheets/sheet4.xml")
    assert 'type="list"' in kept


def test_a_filled_roster_is_not_written_over(tmp_path: Path) -> None:
    """The template goes to a new file or an empty one, never over somebody's work."""
    path = tmp_path / "名册.xlsx"
    path.touch()
    template(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        template(path)
    assert path.read_bytes() == before


# ------------------------------------------------------------------------------------------- whole sheets


def sheets(path: Path, pages: dict[str, list[list[Any]]]) -> Path:
    """A workbook of these cells."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for name, rows in pages.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return path


HEADS = ["组织代码", "组织全称", "层级", "上级组织代码"]
COUNTY_ROW = ["SF", "示范县委组织部", "县", ""]


async def test_headings_are_found_where_offices_put_them(store: DatabaseStore, tmp_path: Path) -> None:
    """Titles above, columns in another order, no stars, other scripts, strange columns: told, and no obstacle."""
    rows = [
        ["清溪镇组织名册"], [], ["填表人：张某某"],
        ["上級組織代碼", "備註", "層級", "组织全称*", "Organisation code"], ["", "x", "县", "示范县委组织部", "SF"], [],
        ["SF", "", "镇", "清溪镇党委", "QX03"],
    ]  # fmt: skip
    report = await load(store, sheets(tmp_path / "a.xlsx", {"組織表": rows, "附表": [["a"], ["b"]]}))
    assert faults(report) == []
    assert [org.path for org in await store.unit().people.orgs()] == ["/SF/", "/SF/QX03/"]
    assert [(one.key, one.values) for one in report.remarks] == [
        ("roster-remark-columns", {"sheet": "組織表", "names": "備註"}),
        ("roster-remark-unknown", {"sheet": "附表"}),
    ]


async def test_a_missing_column(store: DatabaseStore, tmp_path: Path) -> None:
    """Every row of the sheet is named with the column that is not there; one that is optional is not missed."""
    rows = [[*HEADS[:2], HEADS[3]], ["SF", "示范县委组织部", ""], ["QX03", "清溪镇党委", "SF"]]
    report = await load(store, sheets(tmp_path / "a.xlsx", {"组织": rows}))
    assert faults(report) == [("orgs", 2, "level", "column_missing"), ("orgs", 3, "level", "column_missing")]
    rows = [[*HEADS, "层级"], [*COUNTY_ROW, "县"]]
    report = await load(store, sheets(tmp_path / "b.xlsx", {"组织": rows}))
    assert faults(report) == [("orgs", 2, "level", "column_twice")]


async def test_a_wrong_sheet_name(store: DatabaseStore, tmp_path: Path) -> None:
    """Rows under a strange name are named one by one, with the name the sheet should have; nothing is guessed."""
    report = await load(store, sheets(tmp_path / "a.xlsx", {"Sheet1": [HEADS, COUNTY_ROW]}))
    assert faults(report) == [("orgs", 2, "", "sheet_name")]
    assert await store.unit().people.orgs() == []
    report = await load(store, sheets(tmp_path / "b.xlsx", {"组织": [["a", "b"], ["c", "d"]]}))
    assert [(one.key, one.bad) for one in report.remarks] == [("roster-remark-no_headings", True)]
    assert not report.ok


# ------------------------------------------------------------------------------------------- bad rows


def test_nothing_written_becomes_a_formula(tmp_path: Path) -> None:
    """Whatever a bad row holds comes out as text; the file is the owner's alone and is never written over."""
    shape = SHAPE["people"]
    rows = [
        BadRow(n, ("A1", text, "", "", "", ""), [Fault("name", "roster-bad-missing", {})])
        for n, text in enumerate(NASTY, 2)
        if text != TWICE_ESCAPED
    ]
    from bot.usecases.roster_cells import shown

    clean = [BadRow(row.n, tuple(map(shown, row.cells)), row.faults) for row in rows]
    path = tmp_path / "e.xlsx"
    write_errors(path, Words(TEXTS), {"people": clean})
    assert "<f>" not in part(path, "xl/worksheets/sheet3.xml")
    found = cells(path)["人员"]
    assert [str(row[1]) for row in found[1:]] == [row.cells[1] for row in clean]
    assert found[0][-1] == "原因"
    assert len(found[0]) == len(shape.columns) + 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        write_errors(path, Words(TEXTS), {})


# ------------------------------------------------------------------------------------------- two thousand rows


@dataclass
class Sown:
    """A county with planted errors. ``planted``: id of a line -> (sheet, column, key) and how it is mended."""

    pages: dict[str, list[Line]] = field(default_factory=dict)
    planted: dict[int, tuple[str, str, str, Line | None]] = field(default_factory=dict)
    merged: list[int] = field(default_factory=list)

    def plant(
        self, dice: random.Random, sheet: str, line: Line, column: str, key: str, mend: Line | None
    ) -> None:
        """One bad line somewhere below the middle of its sheet; *mend* None: a line that should not be there at all."""
        lines = self.pages[sheet]
        lines.insert(dice.randint(len(lines) // 2, len(lines)), line)
        self.planted[id(line)] = (sheet, column, key, mend)


def sown(seed: int = 7, villages: int = 10, houses: int = 80) -> Sown:
    """About two thousand good rows and some forty bad ones, one of each kind of fault that a row can have."""
    dice = random.Random(seed)
    made = Sown({shape.name: [] for shape in SHAPES})
    pages, family = made.pages, "张王李赵陈杨黄周吴徐孙马朱胡"

    def name() -> str:
        return f"{dice.choice(family)}某{dice.choice('甲乙丙丁戊己庚辛壬癸')}"

    pages["orgs"] += [{"code": "SF", "name": "示范县委组织部", "level": "县"}]
    pages["orgs"] += [
        {"code": f"T{n}", "name": f"第{n}镇党委", "level": "镇", "parent": "SF"} for n in range(5)
    ]
    for v in range(villages):
        code = f"V{v:03d}"
        pages["orgs"].append(
            {"code": code, "name": f"第{v}村党支部", "level": "党支部", "kind": "村", "parent": f"T{v % 5}"}
        )
        for n in range(15):
            number = v * 15 + n
            known = number % 3
            line: Line = {
                "code": f"P{number:04d}" if known else None,
                "name": name(),
                "phone": f"1390000{number:04d}" if known < 2 else None,
            }
            pages["people"].append(line)
            who = line["code"] or line["phone"]
            role = ("书记", "信息员", "村干部", "流动党员")[min(n, 3)]
            pages["posts"].append(
                {"person": who, "org": code, "role": role, "since": "2022-01-01", "title": role}
            )
        for n in range(houses):
            home = {"org": code, "house_no": f"{n // 20 + 1}-{n % 20 + 1:03d}"}
            pages["households"].append(
                {**home, "group": f"{n // 20 + 1}组", "head": name(), "adults": dice.randint(1, 5)}
            )
            pages["representatives"].append({**home, "name": name(), "adult": "是"})
        pages["members"] += [
            {"org": code, "body": "村民代表", "no": str(n), "name": name()} for n in range(1, 6)
        ]
    dice.shuffle(pages["orgs"])
    _bad_orgs(made, dice)
    _bad_people(made, dice)
    _bad_posts(made, dice)
    _bad_homes(made, dice)
    return made


def _bad_orgs(made: Sown, dice: random.Random) -> None:
    good: Line = {"code": "B0", "name": "某村党支部", "level": "党支部", "kind": "社区", "parent": "T0"}
    for n, (column, value, key) in enumerate([
        ("parent", "NO", "org_unknown"), ("parent", "SF", "parent_level"), ("parent", None, "parent_missing"), ("level", "省", "choice"),
        ("kind", None, "missing"), ("code", "清溪", "code"), ("name", "长" * 61, "long"), ("parent", "B7", "circle"),
    ]):  # fmt: skip
        line = {**good, "code": f"B{n}"}
        made.plant(dice, "orgs", {**line, column: value}, column, key, line)
    made.plant(dice, "orgs", {**good, "code": "T0"}, "code", "twice", None)


def _bad_people(made: Sown, dice: random.Random) -> None:
    good: Line = {"code": "B0", "name": "周某某", "phone": None}
    for n, (column, value, key) in enumerate([
        ("name", "周", "name_length"), ("name", "周*", "name_signs"), ("phone", "1380000000", "reading-phone_length"),
        ("phone", "13900000000", "phone_twice"), ("code", 350102199001011234, "cell_lost"), ("lang", "法语", "choice"),
        ("name", ("formula", "=A1", ""), "cell_formula"), ("name", ("formula", "=NA()", "#N/A"), "cell_error"),
        ("code", "13900000000", "code_phone"), ("old_phone", "+1 212 555 0100", "reading-foreign_phone"),
    ]):  # fmt: skip
        line = {**good, "code": f"B{n}"}
        made.plant(dice, "people", {**line, column: value}, column, key, line)
    made.plant(dice, "people", {"name": "周某某"}, "phone", "no_key", {"name": "周某某", "code": "B99"})
    made.plant(dice, "people", {**good, "code": "P0001"}, "code", "twice", None)


def _bad_posts(made: Sown, dice: random.Random) -> None:
    good: Line = {
        "person": "P0001",
        "org": "V001",
        "role": "流动党员",
        "since": "2020-01-01",
        "until": "2020-12-31",
    }
    for n, (column, value, key) in enumerate([
        ("person", "P9999", "person_unknown"), ("person", "周某某", "who"), ("name", "周某某", "name_differs"),
        ("org", "T0", "role_level"), ("role", "皇帝", "choice"), ("since", "2020-02-30", "reading-no_such_day"),
        ("since", "3/4/2020", "two_ways"), ("since", "去年3月1日", "day_moves"), ("since", 43831, "day_number"),
        ("until", "2019-12-31", "until_before"), ("until", "", None),
    ]):  # fmt: skip
        person = f"P{(n + 2) * 3 + 1:04d}"
        line = {**good, "person": person}
        if key is not None:
            made.plant(
                dice, "posts", {**line, column: value}, "role" if key == "role_level" else column, key, line
            )
    bad = {**good, "person": "P0001", "org": "V000", "role": "信息员", "since": "2024-01-01"}
    made.plant(dice, "posts", {**bad, "until": None}, "since", "terms_overlap", None)


def _bad_homes(made: Sown, dice: random.Random) -> None:
    good: Line = {"org": "V001", "house_no": "9-0", "group": "9组", "head": "周某某", "adults": 2}
    for n, (column, value, key) in enumerate([
        ("org", "T1", "no_village"), ("head", None, "missing"), ("adults", "三十多", "reading-too_vague"), ("adults", 100, "many"),
        ("house_no", "1-001", "twice"), ("until", "1999", "reading-day_missing"), ("group", "长" * 21, "long"),
    ]):  # fmt: skip
        line = {**good, "house_no": f"9-{n}"}
        made.plant(dice, "households", {**line, column: value}, column, key, line)
    merged = {**good, "house_no": "9-99", "head": "合并某"}
    made.plant(dice, "households", merged, "group", "cell_merged", None)
    speaker: Line = {"org": "V001", "house_no": "1-001", "name": "周某某"}
    made.plant(
        dice,
        "representatives",
        {**speaker, "adult": "否", "house_no": "1-2"},
        "house_no",
        "two_speakers",
        None,
    )
    made.plant(dice, "representatives", {**speaker, "house_no": "8-8"}, "house_no", "house_unknown", None)
    made.plant(
        dice, "members", {"org": "V001", "body": "村民代表", "no": "1", "name": "周某某"}, "no", "twice", None
    )
    made.plant(dice, "members", {"org": "V001", "body": "龙舟队", "no": "9", "name": "周某某"}, "body", "choice",
               {"org": "V001", "body": "村民代表", "no": "9", "name": "周某某"})  # fmt: skip


def written(path: Path, made: Sown) -> Path:
    """The county as a workbook; the group of the one that is merged reaches down from the row above."""
    words = Words(TEXTS)
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in made.pages.items():
            shape = SHAPE[name]
            page = book.add_worksheet(words.sheet(name))
            for place, column in enumerate(shape.columns):
                page.write_string(0, place, words.heading(shape, column))
            for number, line in enumerate(lines, 1):
                for place, column in enumerate(shape.columns):
                    put(page, number, place, line.get(column.name), day)
                if line.get("head") == "合并某":
                    above = lines[number - 2]["group"]
                    page.merge_range(number - 1, 2, number, 2, above)
    return path


def wanted(made: Sown) -> list[tuple[str, int, str, str]]:
    """What the import must name."""
    return [
        (sheet, number, *made.planted[id(line)][1:3])
        for sheet, lines in made.pages.items()
        for number, line in enumerate(lines, 2)
        if id(line) in made.planted
    ]


def mended(path: Path, made: Sown, report: Report) -> Iterator[tuple[str, list[str], Line | None]]:
    """The rows of the workbook of bad rows, each with what it should have been."""
    found = cells(path)
    words = Words(TEXTS)
    for shape in SHAPES:
        bad = report.sheets[shape.name].bad if shape.name in report.sheets else ()
        rows = found[words.sheet(shape.name)][1:]
        assert len(rows) == len(bad)
        for row, one in zip(rows, bad, strict=True):
            line = made.pages[shape.name][one.n - 2]
            yield shape.name, row, made.planted[id(line)][3]


async def test_two_thousand_rows_with_one_in_fifty_bad(store: DatabaseStore, tmp_path: Path) -> None:
    """Every bad row is named with its column and reason, no good one is lost, a second import changes nothing."""
    made = sown()
    path = written(tmp_path / "名册.xlsx", made)
    rows = sum(map(len, made.pages.values()))
    planted = wanted(made)
    assert (rows > 1900, len(planted)) == (True, len(made.planted))
    report = await load(store, path)
    assert sorted(faults(report)) == sorted(planted)
    kept = sum(sheet.new for sheet in report.sheets.values())
    assert (kept, report.bad) == (rows - len(planted), len(planted))
    assert [found async for found in store.verify()] == []

    again = await load(store, path)
    assert (again.changes, sorted(faults(again))) == (0, sorted(planted))
    assert sum(sheet.unchanged for sheet in again.sheets.values()) == kept

    target = tmp_path / "名册.errors.xlsx"
    write_errors(target, Words(TEXTS), {name: sheet.bad for name, sheet in report.sheets.items()})
    repeated = await load(
        store, target
    )  # as it is: the same rows, for the same reasons, now that the rest is there
    assert repeated.changes == 1  # the cell that was merged is a cell of its own in here
    assert repeated.bad == report.bad - 1
    pages: dict[str, list[Line]] = {}
    for sheet, row, right in mended(target, made, report):
        assert row[-1]
        if right is not None:
            pages.setdefault(sheet, []).append(right)
    fixed = await load(store, workbook(tmp_path / "b.xlsx", pages))
    assert faults(fixed) == []
    assert fixed.changes == sum(map(len, pages.values()))


async def test_other_words_for_the_same(store: DatabaseStore, tmp_path: Path) -> None:
    """A template of another language takes the words of that language."""
    for lang in (ZH_HANT, EN):
        words = Words(TEXTS, lang)
        pages = {
            "orgs": [
                {
                    "code": f"C{lang[-1]}",
                    "name": "示范县委组织部",
                    "level": words.label(SHAPE["orgs"].columns[3], "county"),
                }
            ]
        }
        assert faults(await load(store, workbook(tmp_path / f"{lang}.xlsx", pages, lang))) == []
    assert len(await store.unit().people.orgs()) == 2
