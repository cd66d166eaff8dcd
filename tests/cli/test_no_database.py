"""A command without its database: one sentence (what, why, what to do), exit code 2, nothing made."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from storage.migrations import downgrade
from tests.cli.console import Console
from tests.cli.test_export import lianxin
from tests.usecases.rosters import with_rows, workbook

COMMANDS = ("verify", "invite", "export", "import")


def args_of(command: str, folder: Path) -> list[str]:
    """A command line that lacks nothing but the database."""
    if command == "invite":
        return ["invite", "--role", "admin", "--org", "QX"]
    if command == "export":
        return ["export", "minutes", "--period", "2026", "-o", str(folder / "a.xlsx")]
    if command == "import":
        return ["import", "roster", str(workbook(folder / "r.xlsx", with_rows()))]
    return [command]


def one_sentence(console: Console, command: str, **env: str) -> str:
    """What *command* says on standard error, held to one line, nothing else and exit code 2."""
    work = console.folder.parent / "work"
    work.mkdir(exist_ok=True)
    done = console(*args_of(command, work), **env)
    assert (done.returncode, done.stdout) == (2, ""), done
    said = done.stderr.strip()
    assert len(said.splitlines()) == 1, said
    return said


@pytest.mark.parametrize("command", COMMANDS)
def test_no_database_file(console: Console, command: str) -> None:
    """Nothing was migrated yet: how to, in the language set, and no empty file is left behind."""
    assert re.fullmatch(
        "数据库还没有建好（.*lianxin.db）。.*lianxin migrate.*make run。", one_sentence(console, command)
    )
    assert list(console.folder.glob("*.db*")) == []
    said = one_sentence(console, command, LIANXIN_LOCALE="en")
    assert said.startswith("There is no database yet")


@pytest.mark.parametrize("command", ["verify", "invite"])
def test_a_database_never_migrated(console: Console, command: str) -> None:
    """An empty file, as a broken start leaves it, is no database either."""
    console.folder.mkdir()
    (console.folder / "lianxin.db").touch()
    assert "数据库还没有建好" in one_sentence(console, command)


@pytest.mark.parametrize("command", ["verify", "migrate", "demo", "run"])
def test_a_file_that_is_no_database(console: Console, command: str) -> None:
    """Damaged, or another program's: said, and left as it is."""
    console.folder.mkdir()
    file = console.folder / "lianxin.db"
    file.write_text("姓名,电话\n" * 400, encoding="utf-8")
    assert "文件坏了，或者不是 SQLite 数据库" in one_sentence(console, command, LIANXIN_PORT="0")
    assert file.read_text(encoding="utf-8").startswith("姓名")


@pytest.mark.parametrize("command", [*COMMANDS, "migrate", "run"])
def test_no_postgres_there(console: Console, command: str) -> None:
    """Nobody listens: said without the password, and soon."""
    url = "postgresql://lianxin:pw-of-the-db@127.0.0.1:1/lianxin"
    said = one_sentence(console, command, LIANXIN_DATABASE_URL=url, LIANXIN_PORT="0")
    assert "服务器没有应答" in said
    assert "LIANXIN_DATABASE_URL" in said
    assert "pw-of-the-db" not in said


@pytest.mark.postgres
def test_postgres_will_not(console: Console, postgres_url: str) -> None:
    """No such user, no such database, nothing in it yet: each is its own sentence."""
    parts = urlsplit(postgres_url)
    nobody = urlunsplit(parts._replace(netloc=f"nobody:x@{parts.hostname}:{parts.port}"))
    elsewhere = urlunsplit(parts._replace(path="/not_there"))
    assert "用户名或密码不对" in one_sentence(console, "verify", LIANXIN_DATABASE_URL=nobody)
    assert "服务器上没有这个数据库" in one_sentence(console, "verify", LIANXIN_DATABASE_URL=elsewhere)
    assert "数据库还没有建好" in one_sentence(console, "verify", LIANXIN_DATABASE_URL=postgres_url)


def test_a_database_of_another_version(console: Console) -> None:
    """A newer one needs the newer program; one whose tables were taken back is as good as none."""
    assert console("migrate").returncode == 0
    file = console.folder / "lianxin.db"
    set_revision(file, "9999")
    assert "数据库是更新的版本写的（9999）" in one_sentence(console, "invite")
    set_revision(file, "0001")
    asyncio.run(downgrade(f"sqlite+aiosqlite:///{file}", "base"))
    assert "数据库还没有建好" in one_sentence(console, "invite")


def set_revision(file: Path, revision: str) -> None:
    """Pretend that the database was written by another version."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        database.commit()


def test_a_command_is_quiet_in_a_process_of_its_own(tmp_path: Path) -> None:
    """The whole of what a terminal shows: no library tells of itself first."""
    done = lianxin(tmp_path, "migrate")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"数据库已建好：{tmp_path}/lianxin.db\n"
