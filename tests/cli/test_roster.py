"""A real county from the console: migrate, template, fill, import, invite, and somebody begins minutes with it."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.cli import roster
from bot.settings import Settings
from bot.texts import EN, ZH_HANS, ZH_HANT, Texts
from storage import open_store
from tests.handlers.chat import Chat, House
from tests.papers.test_roster_book import fill
from tests.usecases.rosters import Line, Pages, with_rows, workbook

Run = Callable[..., Any]
HOUSES: list[Line] = [
    {"org": "QX0301", "house_no": f"2-{n:03d}", "group": "2组", "head": "周某某", "adults": 2}
    for n in range(1, 31)
]
SPEAKERS: list[Line] = [
    {"org": "QX0301", "house_no": f"2-{n:03d}", "name": f"周某{'甲乙丙丁戊己庚辛壬癸'[n % 10]}"}
    for n in range(1, 31)
]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with an empty database."""
    folder = tmp_path_factory.mktemp("ready")
    done = lianxin(folder, "migrate")
    assert done.returncode == 0, done.stderr
    return folder / "lianxin.db"


@pytest.fixture
def data(ready: Path, tmp_path: Path) -> Path:
    """A data directory of one's own."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "lianxin.db").write_bytes(ready.read_bytes())
    return folder


def lianxin(folder: Path, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command with *folder* as data directory."""
    env = {**os.environ, "LIANXIN_DATA_DIR": str(folder), "LIANXIN_LOCALE": "zh-Hans", **more}
    command = [sys.executable, "-m", "bot", *args]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False)


@dataclass
class Said:
    """What a command printed, and how it ended."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """The same commands in this process, which spares seconds: ``run(folder, "import", path, dry_run=True)``."""

    def run(folder: Path, command: str, path: Path, *, lang: str = ZH_HANS, **options: bool) -> Said:
        monkeypatch.setenv("LIANXIN_LOCALE", lang)
        capsys.readouterr()
        if command == "template":
            code = roster.template(path)
        else:
            settings = Settings(data_dir=folder, _env_file=None)
            code = roster.load(settings, path, **{"dry_run": False, "as_json": False, **options})
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def rows_in(folder: Path, table: str) -> int:
    """How many rows a table has."""
    with closing(sqlite3.connect(folder / "lianxin.db")) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


# ------------------------------------------------------------------------------------------- the whole way


def test_a_real_county(data: Path, tmp_path: Path) -> None:
    """Template, filled, checked, imported, invited: and the secretary's first minutes are counted by its households."""
    out = tmp_path / "空白.xlsx"
    done = lianxin(data, "template", "roster", "-o", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert str(out) in done.stdout
    pages: Pages = with_rows(households=HOUSES, representatives=SPEAKERS)
    path = fill(out, tmp_path / "名册.xlsx", pages)

    done = lianxin(data, "import", "roster", str(path), "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "户：新增 32，更新 0，没有变化 0，有错 0" in done.stdout
    assert rows_in(data, "households") == rows_in(data, "orgs") == rows_in(data, "audit") == 0

    done = lianxin(data, "import", "roster", str(path))
    assert done.returncode == 0, done.stderr
    assert "户代表：新增 32" in done.stdout
    assert (rows_in(data, "households"), rows_in(data, "persons"), rows_in(data, "posts")) == (32, 3, 3)
    done = lianxin(data, "import", "roster", str(path))
    assert (done.returncode, "和系统里的一致，什么也没有改" in done.stdout) == (0, True)

    done = lianxin(data, "invite", "--role", "information_officer", "--org", "QX0301", "--json")
    invited = json.loads(done.stdout)
    assert (invited["person"], invited["org"]) == ("李某某", "QX0301")
    asyncio.run(first_minutes(data, invited["code"]))


async def first_minutes(data: Path, code: str) -> None:
    """The information officer comes in with the invitation and gets as far as ticking who came."""
    settings = Settings(data_dir=data, _env_file=None)
    async with open_store(settings.database_url, files_dir=settings.files_dir) as store:
        house = House(settings, store)
        chat = Chat(house, 4711)
        shown = await chat.say(f"/start {code}")
        assert "李**" in shown.text
        shown = await chat.say("李某某")
        assert "信息员" in shown.text
        now = house.services.world.now()
        held = now - timedelta(days=1)
        await chat.tap("户代表会议")
        await chat.tap("户代表")
        await chat.tap("村民委员会")
        await chat.tap("没有")
        await chat.tap("张某某")
        await chat.tap("李某某")
        await chat.say((now - timedelta(days=20)).strftime("%Y-%m-%d"))
        await chat.tap("入户")
        await chat.tap("完成")
        await chat.say(held.strftime("%Y-%m-%d 09:00"))
        await chat.say("10:30")
        shown = await chat.say("村部会议室")
        assert "1-001 赵某甲" in str(shown.buttons)
        shown = await chat.say("除了 2-030")
        assert "31" in shown.text


# ------------------------------------------------------------------------------------------- what is wrong


@pytest.mark.parametrize("lang", [ZH_HANS, ZH_HANT, EN])
def test_an_unfilled_template(run: Run, data: Path, tmp_path: Path, lang: str) -> None:
    """Nothing filled in is no success: said, with what each sheet expects, in the language set; nothing is kept."""
    path = tmp_path / "a.xlsx"
    run(data, "template", path, lang=lang)
    done = run(data, "import", path, lang=lang)
    assert done.returncode == 1
    texts = Texts(strict=True)
    assert texts.text("roster-remark-unfilled", lang) in done.stdout
    assert texts.text("roster-nothing-changed", lang) not in done.stdout
    for sheet, column in (("orgs", "level"), ("posts", "since"), ("households", "adults")):
        (line,) = [
            line
            for line in done.stdout.splitlines()
            if texts.text(f"roster-sheet-{sheet}.what", lang) in line
        ]
        assert texts.text(f"roster-{sheet}-{column}", lang) in line
    found = json.loads(run(data, "import", path, as_json=True).stdout)
    assert (found["ok"], len(found["remarks"]), found["problems"]) == (False, 7, [])
    assert rows_in(data, "audit") == 0


def test_bad_rows_are_told_and_put_aside(run: Run, data: Path, tmp_path: Path) -> None:
    """Sheet, row, column and reason on the screen; the rows in a second workbook, which is mended and imported."""
    bad: Line = {"code": "A9", "name": "周某某", "phone": "1380000000"}
    post: Line = {"person": "A9", "org": "QX0301", "role": "村干部", "since": "2024-01-01"}
    path = workbook(tmp_path / "名册.xlsx", with_rows(people=[bad], posts=[post]))
    done = run(data, "import", path)
    assert done.returncode == 1
    assert "人员 第 5 行“手机号”：“1380000000”有 10 位，手机号是 11 位" in done.stdout
    assert "任职 第 5 行“人员编号或手机号”：这个人在“人员”表第 5 行，那一行有错" in done.stdout
    target = tmp_path / "名册.errors.xlsx"
    assert f"有错的 2 行写到了 {target}" in done.stdout
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with CalamineWorkbook.from_path(target) as book:
        rows = book.get_sheet_by_name("人员").to_python()
    assert rows[0][-1] == "原因"
    assert [str(cell) for cell in rows[1][:3]] == ["A9", "周某某", "1380000000"]
    assert str(rows[1][-1]).startswith("手机号：“1380000000”有 10 位")

    done = run(data, "import", target, as_json=True)
    found = json.loads(done.stdout)
    assert (done.returncode, found["ok"], found["dry_run"]) == (1, False, False)
    assert found["sheets"]["人员"] == {"new": 0, "changed": 0, "unchanged": 0, "bad": 1, "examples": 0}
    assert [(one["sheet"], one["row"], one["column"]) for one in found["problems"]] == [
        ("人员", 2, "手机号"), ("任职", 2, "人员编号或手机号"),
    ]  # fmt: skip
    assert found["errors_file"] == str(tmp_path / "名册.errors-2.xlsx")  # nobody's mending is written over
    right: Pages = {"people": [{**bad, "phone": "13800000009"}], "posts": [post]}
    done = run(data, "import", workbook(tmp_path / "改好.xlsx", right))
    assert done.returncode == 0, done.stdout
    assert rows_in(data, "persons") == 4


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (ZH_HANT, "人员 第 5 列「姓名」：姓名有 1 個字，應在 2 到 20 個字之間"),
        (EN, "人员 row 5, Name: a name of 1 characters; it should have 2 to 20"),
    ],
)
def test_reasons_in_other_languages(run: Run, data: Path, tmp_path: Path, lang: str, line: str) -> None:
    """The command speaks the language of the settings; a dry run writes no second workbook."""
    path = workbook(tmp_path / "a.xlsx", with_rows(people=[{"code": "A9", "name": "周"}]))
    done = run(data, "import", path, lang=lang, dry_run=True)
    assert done.returncode == 1
    assert line in done.stdout
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".xlsx"] == ["a.xlsx"]


def test_a_long_list_is_cut_on_the_screen(run: Run, data: Path, tmp_path: Path) -> None:
    """Fifty faults are printed, the rest stands in the workbook and in --json."""
    people: list[Line] = [{"code": f"B{n}", "name": "周"} for n in range(60)]
    path = workbook(tmp_path / "a.xlsx", with_rows(people=people))
    done = run(data, "import", path)
    assert done.stdout.count("应在 2 到 20 个字之间") == 50
    assert "还有 10 处，都在下面这个文件里" in done.stdout
    found = json.loads(run(data, "import", path, dry_run=True, as_json=True).stdout)
    assert (len(found["problems"]), found["errors_file"]) == (60, None)


def test_refused_in_one_sentence(run: Run, data: Path, tmp_path: Path) -> None:
    """No workbook, none of the roster's sheets, no folder, a file in the way: one sentence and 1."""
    text = tmp_path / "a.xlsx"
    text.write_text("组织代码\n")
    other = tmp_path / "b.xlsx"
    fill_other(other)
    cases = [
        (data, "import", text, "不是 Excel 工作簿"),
        (data, "import", other, "没有找到名册的工作表，只有：Sheet1"),
        (data, "template", other, "已经有了"),
        (data, "template", tmp_path / "no" / "t.xlsx", "t.xlsx"),
    ]
    for folder, command, path, says in cases:
        done = run(folder, command, path)
        assert (done.returncode, done.stdout) == (1, ""), done
        assert says in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert rows_in(data, "orgs") == 0


def fill_other(path: Path) -> None:
    """A workbook of something else."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Sheet1").write_row(0, 0, ["姓名", "工资"])


def test_bad_rows_that_cannot_be_put_aside(run: Run, data: Path, tmp_path: Path) -> None:
    """Where the second workbook cannot be written, the import still says what was wrong."""
    path = workbook(tmp_path / f"{'a' * 250}.xlsx", with_rows(people=[{"code": "A9", "name": "周"}]))
    done = run(data, "import", path)  # a name of 255 letters has no room for .errors
    assert (done.returncode, done.stderr) == (1, "")
    assert "应在 2 到 20 个字之间" in done.stdout
    assert "那里写不进去" in done.stdout


def test_neither_command_loads_the_chat_library(data: Path, tmp_path: Path) -> None:
    """Neither aiogram nor a web server; for the template no database either."""
    code = (
        "import sys; sys.argv = ['lianxin', *sys.argv[1:]]\n"
        "from bot.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print([name for name in ('aiogram', 'aiohttp', 'jinja2', 'sqlalchemy') if name in sys.modules])\n"
    )
    env = {**os.environ, "LIANXIN_DATA_DIR": str(data)}
    filled = str(workbook(tmp_path / "a.xlsx", with_rows()))
    for args, loaded in (
        (("template", "roster", "-o", str(tmp_path / "t.xlsx")), "[]"),
        (("import", "roster", filled), "['sqlalchemy']"),
    ):
        command = [sys.executable, "-c", code, *args]
        done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False)
        assert done.stdout.splitlines()[-1] == loaded, done.stderr
