"""``lianxin export`` as a person at a console types it: the real command, in a process of its own."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import pty
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.forms.registry import registry
from bot.papers.apart import Apart, Database
from bot.papers.exports import open_sink
from bot.texts import Texts
from bot.usecases.export import Exporter
from bot.usecases.export_job import (
    ExportFailed,
    ExportJob,
    ExportOrder,
    ExportResult,
    Maker,
    Produce,
    Progress,
)
from storage import DatabaseStore, open_store, upgrade
from tests.cli.console import Console
from tests.usecases.samples import ORGS, sample

ANSWERS = {
    "done": [{"_": "r1", "item": "主题党日", "date": "2026-11-20", "text": "=1+1 在村部学习，28人参加",
    "result": None}],
    "member_mtg": 1, "committee": 1, "group": 3, "class": 0, "theme_day": 1, "should": 32, "present": 27,
    "members": 34, "outflow": 6, "inflow": 1, "applicants": 2, "visits": 18, "issues_new": 3,
    "issues_closed": 2,
    "problems": [], "next_plan": [{"_": "r2", "item": "完成招标", "due": "2026-12-05", "owner": {"id": "p7",
    "name": "陈某某"}}],
}  # fmt: skip


async def fill(url: str, folder: Path, count: int) -> None:
    """A database with the tree and *count* monthly reports."""
    await upgrade(url)
    async with open_store(url, files_dir=folder / "files") as store:
        unit = store.unit()
        for org in ORGS:
            unit.people.put_org(org)
        await store.commit(unit)
        for start in range(1, count + 1, 500):
            unit = store.unit()
            for n in range(start, min(start + 500, count + 1)):
                record = sample(n, org="QX0301" if n % 2 else "QX0401")
                unit.records.add(
                    replace(record, type="monthly_report", form_version=1, answers=ANSWERS, event_at="")
                )
            await store.commit(unit)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of a small county."""
    folder = tmp_path_factory.mktemp("county")
    asyncio.run(fill(f"sqlite+aiosqlite:///{folder}/lianxin.db", folder, 7))
    return folder


def lianxin(folder: Path, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command with *folder* as data directory."""
    env = {**os.environ, "LIANXIN_DATA_DIR": str(folder), "LIANXIN_LOCALE": "zh-Hans", **more}
    command = [sys.executable, "-m", "bot", *args]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False)


def test_one_line_and_a_file(county: Path, tmp_path: Path) -> None:
    """
    It writes the file, says where and how much, asks nothing, and logs the purpose with the system
    user.
    """
    out = tmp_path / "d.csv"
    done = lianxin(
        county, "export", "monthly_report", "--period", "2026-11", "--format", "csv", "-o", str(out)
    )
    assert done.returncode == 0, done.stderr
    assert "7 条记录" in done.stdout
    assert "\r" not in done.stderr
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 7
    assert rows[0]["党员大会（次）"] == "1"
    with (tmp_path / "d.done.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["情况"] == "'=1+1 在村部学习，28人参加"
    with closing(sqlite3.connect(county / "lianxin.db")) as database:
        said = repr(database.execute("SELECT * FROM audit").fetchall())
    assert "命令行导出" in said
    assert "system:" in said


def test_all_tables_in_one_file(county: Path, tmp_path: Path) -> None:
    """-o FILE.zip: every table in it, by the names people read, and nothing beside it."""
    done = lianxin(
        county,
        "export",
        "monthly_report",
        "--period",
        "2026-11",
        "--format",
        "csv",
        "-o",
        str(tmp_path / "d.zip"),
    )
    assert "7 条记录" in done.stdout, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["d.zip"]
    with zipfile.ZipFile(tmp_path / "d.zip") as packed:
        assert packed.namelist() == ["月度汇报.csv", "本月工作.csv", "下月计划.csv"]


def test_json_tells_everything(county: Path, tmp_path: Path) -> None:
    """--json: one object with the number, the files and their digests, rows per table; --org narrows it."""
    out = tmp_path / "d.xlsx"
    done = lianxin(
        county, "export", "monthly_report", "--period", "2026-Q4", "--org", "QX04", "--purpose", "季度汇总",
        "--json", "-o", str(out),
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert (found["rows"], found["tables"]["done"]) == (3, 3)
    assert found["files"][0]["path"] == str(out)
    assert len(found["files"][0]["sha256"]) == 64
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("monthly_report", "--period", "2026-11", "--format", "docx"), "docx"),
        (("monthly_report", "--period", "2026-11", "--format", "pdf"), "以后的版本"),
        (("monthly_report", "--period", "November"), "看不出是哪个月"),
        (("nothing", "--period", "2026"), "monthly_report"),
        (("monthly_report", "--period", "2026", "--org", "NONE"), "NONE"),
    ],
)
def test_refused_in_one_sentence(county: Path, tmp_path: Path, args: tuple[str, ...], says: str) -> None:
    """A sentence that says what to write, code 1, no file."""
    done = lianxin(county, "export", *args, "-o", str(tmp_path / "d.xlsx"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_no_database_no_folder(county: Path, tmp_path: Path) -> None:
    """Nothing is created or upgraded by an export; a folder that is not there is said."""
    empty = tmp_path / "empty"
    empty.mkdir()
    done = lianxin(empty, "export", "monthly_report", "--period", "2026", "-o", str(tmp_path / "d.xlsx"))
    assert (done.returncode, "lianxin migrate" in done.stderr) == (2, True)
    assert list(empty.iterdir()) == []
    done = lianxin(
        county, "export", "monthly_report", "--period", "2026", "-o", str(tmp_path / "no" / "d.xlsx")
    )
    assert (done.returncode, "d.xlsx" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    "args",
    [
        ("export", "monthly_report", "--period", "2026", "-o", "d.xlsx"),
        ("verify",),
        ("invite", "--role", "village_secretary", "--org", "QX0301"),
        ("import", "roster", "roster.xlsx"),
    ],
)
def test_what_is_refused_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder without a database no command makes a key, a folder or any other file."""
    (tmp_path / "roster.xlsx").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert Console(tmp_path / "data", capsys)(*args).returncode != 0
    assert [path.name for path in tmp_path.iterdir()] == ["roster.xlsx"]


def test_the_command_never_loads_the_chat_library(county: Path, tmp_path: Path) -> None:
    """Neither aiogram nor a web server is imported."""
    code = (
        "import sys; sys.argv = ['lianxin', 'export', 'monthly_report', '--period', '2026', '-o', sys.argv[1]]\n"
        "from bot.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print([name for name in ('aiogram', 'aiohttp', 'jinja2') if name in sys.modules])\n"
    )
    env = {**os.environ, "LIANXIN_DATA_DIR": str(county)}
    command = [sys.executable, "-c", code, str(tmp_path / "d.xlsx")]
    done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_progress_on_a_terminal_only(tmp_path: Path) -> None:
    """On a terminal a line tells how far it is, and is wiped away at the end."""
    asyncio.run(fill(f"sqlite+aiosqlite:///{tmp_path}/lianxin.db", tmp_path, 450))
    ours, theirs = pty.openpty()
    env = {**os.environ, "LIANXIN_DATA_DIR": str(tmp_path), "LIANXIN_LOCALE": "zh-Hans"}
    args = ["export", "monthly_report", "--period", "2026", "-o", str(tmp_path / "d.xlsx")]
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *args], env=env, stderr=theirs, stdout=subprocess.PIPE
    ) as run:
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 4096):
                said += piece
        except OSError:  # Linux says so when the other end is closed
            pass
        assert run.wait(timeout=120) == 0
    os.close(ours)
    assert "已写 200 条，共 450 条".encode() in said
    assert said.endswith(b"\r\x1b[K")


# ------------------------------------------------------------------------------- in a process of its own


@pytest.fixture
async def store(county: Path) -> AsyncIterator[DatabaseStore]:
    async with open_store(f"sqlite+aiosqlite:///{county}/lianxin.db", files_dir=county / "files") as opened:
        yield opened


ORDER = ExportOrder("monthly_report", "2026-11", purpose="例会")
CONSOLE = Maker("system:root", "root")


def exporter_of(store: DatabaseStore, apart: Produce | None = None) -> Exporter:
    return Exporter(store, registry(), Texts(), ZoneInfo("Asia/Shanghai"), open_sink, apart=apart)


def database(county: Path) -> Database:
    return Database(f"sqlite+aiosqlite:///{county}/lianxin.db", county / "files", "Asia/Shanghai")


async def test_a_child_writes_the_same_rows(store: DatabaseStore, county: Path, tmp_path: Path) -> None:
    """Whether here or in a child: the same bytes of a csv; digest, counts and progress come back."""
    exporter = exporter_of(store)
    job = await exporter.prepare(replace(ORDER, format="csv"), CONSOLE)
    told: list[tuple[int, int]] = []
    here = await exporter.produce(job, tmp_path / "here.csv")
    there = await Apart(database(county))(job, tmp_path / "there.csv", lambda *now: told.append(now))
    assert (tmp_path / "here.csv").read_bytes() == (tmp_path / "there.csv").read_bytes()
    assert (here.rows, dict(here.tables), here.digest) == (there.rows, dict(there.tables), there.digest)
    assert told


async def test_a_broken_child_is_one_refusal(store: DatabaseStore, county: Path, tmp_path: Path) -> None:
    """A child that ends without a result, at once or after reading: ExportFailed, no file, no audit entry."""
    exporter = exporter_of(store)
    job = await exporter.prepare(ORDER, CONSOLE)
    for code in (
        "import sys; sys.exit(3)",
        'import sys; sys.stdin.read(); print(\'{"done": 1, "total": 2}\')',
    ):
        with pytest.raises(ExportFailed):
            await Apart(database(county), [sys.executable, "-c", code])(job, tmp_path / "a.xlsx")
    lost = replace(database(county), url=f"sqlite+aiosqlite:///{tmp_path}/none.db")
    with pytest.raises(ExportFailed):
        await Apart(lost)(job, tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.slow
async def test_long_exports_leave_this_process_alone(tmp_path: Path) -> None:
    """Above a few hundred records the work is a child's; told to end, it takes what it had begun with it."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await fill(url, tmp_path, 6000)
    async with open_store(url, files_dir=tmp_path / "files") as store:
        child, used = Apart(Database(url, tmp_path / "files", "Asia/Shanghai")), 0

        async def apart(job: ExportJob, target: Path, progress: Progress | None = None) -> ExportResult:
            nonlocal used
            used += 1
            return await child(job, target, progress)

        exporter = exporter_of(store, apart)
        few = await exporter.export(replace(ORDER, period="2025"), CONSOLE, tmp_path / "few.xlsx")
        assert (few.rows, used) == (0, 0)
        many = await exporter.export(ORDER, CONSOLE, tmp_path / "many.xlsx")
        assert (many.rows, used) == (6000, 1)
        begun = asyncio.Event()
        task = asyncio.create_task(
            exporter.export(ORDER, CONSOLE, tmp_path / "a.xlsx", progress=lambda done, total: begun.set())
        )
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not [path.name for path in tmp_path.iterdir() if "a.xlsx" in path.name]
