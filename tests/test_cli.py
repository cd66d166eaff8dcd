"""The ``lianxin`` command: quick to answer, plain about what is wrong, offering only what is there."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tomllib
import types
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import asyncpg
import pytest

from bot import __main__ as command
from bot.cli import checkup, doctor, first_run
from bot.cli.language import spoken
from bot.settings import Settings
from bot.texts import EN, LANGS, ZH_HANS, ZH_HANT, Texts
from storage.migrations import upgrade
from tests.botapi.server import BotApiDouble
from tests.postgres import MakeDatabase

ROOT = Path(__file__).parent.parent
SECRET = "k3J9-vQ7xT_mZ2pR8wL5cN4b"
#: Heavy libraries, each of them tenths of seconds or more.
HEAVY = (
    "aiogram",
    "sqlalchemy",
    "aiohttp",
    "alembic",
    "asyncpg",
    "jinja2",
    "structlog",
    "rich",
    "PIL",
)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test starts where there is no .env and no data."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lianxin(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run ``lianxin`` as a person would, with *env* added to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *args],
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def imported_by(*args: str) -> set[str]:
    """Top-level modules that ``lianxin`` with *args* has imported when it ends."""
    code = (
        "import sys, runpy; sys.argv = ['lianxin', *sys.argv[1:]]\n"
        "try: runpy.run_module('bot', run_name='__main__')\n"
        "except SystemExit as end: print('exit', end.code or 0, file=sys.stderr)\n"
        "print('modules', *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert "exit 0" in done.stderr, done.stderr
    return set(done.stderr.rpartition("modules ")[2].split())


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["doctor", "--help"]])
def test_help_is_quick(args: list[str]) -> None:
    """Help imports no chat library, no web server, no database: it must not take seconds."""
    assert imported_by(*args) & set(HEAVY) == set()


def test_export_needs_no_chat() -> None:
    """``lianxin export`` reads the database and writes a file: aiogram stays where it is."""
    if find_spec("bot.cli.export") is None:
        pytest.skip("this Lianxin has no export command yet")
    assert "aiogram" not in imported_by("export", "--help")
    code = "import bot.cli.export, sys; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    ("locale", "lang"), [("", ZH_HANS), ("zh_TW", ZH_HANT), ("en_GB", EN), ("fr", ZH_HANS)]
)
def test_help_speaks_the_language_set(locale: str, lang: str) -> None:
    """LIANXIN_LOCALE decides, also where no other setting can be read."""
    done = lianxin("--help", LIANXIN_LOCALE=locale, LIANXIN_PORT="nonsense")
    assert done.returncode == 0
    shown = done.stdout.replace("\n", "").replace(" ", "")
    assert Texts(strict=True).text("cli-about", lang).replace(" ", "") in shown


def test_the_env_file_decides_the_language_too(in_an_empty_folder: Path) -> None:
    """A .env that cannot be read is for the settings to complain of."""
    Path(".env").write_text("LIANXIN_LOCALE=en\n", encoding="utf-8")
    assert spoken() == EN
    Path(".env").write_bytes(b"LIANXIN_LOCALE=\xd6\xd0\n")
    assert spoken() == ZH_HANS


def test_a_wrong_setting_is_one_line_and_a_code() -> None:
    """Exit code 2, nothing but the sentence on standard error, and nothing was made (F27)."""
    done = lianxin("doctor", LIANXIN_PORT="x")
    assert done.returncode == 1
    ready = find_spec("bot.cli.migrate") is not None
    done = lianxin("migrate", LIANXIN_PORT="x") if ready else done
    assert "LIANXIN_PORT" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if ready else 1)
    assert list(Path.cwd().iterdir()) == []


def test_a_plain_terminal_is_no_reason_to_crash() -> None:
    """A C locale cannot print 连心; the help still comes, exit code 0."""
    done = lianxin("--help", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "lianxin" in done.stdout


def test_the_version_is_that_of_the_project() -> None:
    """``lianxin --version`` prints what pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert lianxin("--version").stdout == f"lianxin {project['version']}\n"


# ---------------------------------------------------------------- what stands behind each command

CONTRACTS = {
    "run.main": "settings",
    "migrate.main": "settings",
    "demo.main": "settings *years *as_json",
    "roster.template": "out",
    "roster.load": "settings file *dry_run *as_json",
    "invite.main": "settings *role *org *name *as_json",
    "export.main": "settings *type_id *period *org *format *purpose *out *annex *as_json",
    "verify.main": "settings *as_json",
    "doctor.main": "*as_json",
}


@pytest.mark.parametrize("function", sorted(CONTRACTS))
def test_each_command_finds_what_it_calls(function: str) -> None:
    """A module behind a command takes what the command line hands it; one not there is not offered."""
    module, _, name = function.partition(".")
    words = Texts(strict=True, files=["cli"])
    offered = {info.name or info.callback.__name__ for info in _commands(command.build(words, ZH_HANS))}
    group = {"roster.template": "template roster", "roster.load": "import roster"}.get(function, module)
    if find_spec(f"bot.cli.{module}") is None:
        assert group not in offered
        return
    assert group in offered
    asked = inspect.signature(getattr(import_module(f"bot.cli.{module}"), name)).parameters.values()
    shown = [f"*{p.name}" if p.kind is p.KEYWORD_ONLY else p.name for p in asked]
    assert sorted(shown) == sorted(CONTRACTS[function].split())


def _commands(app: object) -> list[types.SimpleNamespace]:
    """Every command of *app*, those of groups as "group name"."""
    import typer

    assert isinstance(app, typer.Typer)
    found = [types.SimpleNamespace(name=c.name, callback=c.callback) for c in app.registered_commands]
    for group in app.registered_groups:
        assert isinstance(group.typer_instance, typer.Typer)
        inner = group.typer_instance.registered_commands
        found += [types.SimpleNamespace(name=f"{group.typer_instance.info.name} {c.name}") for c in inner]
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_has_words(lang: str) -> None:
    """Each command and option is described in each language, built yet or not."""
    words = Texts(strict=True, files=["cli"])
    for name in ("run", "migrate", "demo", "template", "import", "invite", "export", "verify", "doctor"):
        assert words.text(f"cli-{name}", lang)
    command.build(words, lang)


# ---------------------------------------------------------------- the doctor


def diagnose(capsys: pytest.CaptureFixture[str], **env: str) -> tuple[int, dict[str, str]]:
    """The doctor's exit code and its findings, key -> state."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in env.items():
            patch.setenv(f"LIANXIN_{name}", value)
        code = doctor.main(as_json=True)
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] == (code == 0)
    assert all(row["text"] for row in said["findings"])
    return code, {row["key"]: row["state"] for row in said["findings"]}


FINDINGS = [
    ({"WEBHOOK_URL": "https://a.example", "WEBHOOK_SECRET": SECRET}, "webhook_without_token"),
    ({"HOST": "0.0.0.0"}, "links_point_inside"),
    ({"HOST": "0.0.0.0", "PUBLIC_URL": "http://lianxin.example"}, "plain_links"),
    ({"DEMO_OUTSIDE": "true"}, "demo_outside"),
    ({"WEBHOOK_SECERT": SECRET}, "unknown"),
    ({}, "no_database"),
]


@pytest.mark.parametrize(("env", "key"), FINDINGS)
def test_the_doctor_finds(env: dict[str, str], key: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Right by themselves, but not what anybody wants: said with what to do, not a reason to refuse."""
    code, found = diagnose(capsys, **env)
    assert (code, found[key]) == (0, "look")


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-10-01", "good"), ("2026-10-27", "look"), ("2026-12-01", "look"), ("2031-01-01", "look")],
)
def test_the_doctor_knows_how_far_the_holidays_go(day: str, state: str) -> None:
    """The lists end with 2026, and its last days stand in the next one: told before anything falls due there."""
    assert checkup.days_off(date.fromisoformat(day)).state == state


def test_the_doctor_is_content(capsys: pytest.CaptureFixture[str]) -> None:
    """With a database and nothing odd there is only good to say, and nothing was changed."""
    asyncio.run(upgrade("sqlite+aiosqlite:///data/lianxin.db"))
    before = Path("data/lianxin.db").read_bytes()
    code, found = diagnose(capsys, PORT="0")
    assert code == 0
    assert {state for key, state in found.items() if not key.startswith("days_off")} == {"good"}
    assert {"all-good", "data_open", "database_newest", "clock"} <= set(found)
    assert Path("data/lianxin.db").read_bytes() == before
    assert [path.name for path in Path("data").iterdir()] == ["lianxin.db"]


def test_the_doctor_names_every_wrong_setting(capsys: pytest.CaptureFixture[str]) -> None:
    """All at once, exit code 1; a secret is not repeated."""
    code, found = diagnose(capsys, PORT="x", WEBHOOK_SECRET="too-short-1")
    assert code == 1
    assert found["LIANXIN_PORT"] == found["LIANXIN_WEBHOOK_SECRET"] == "bad"


def test_the_doctor_speaks_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    """One line a finding, its state in a word; secrets nowhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LIANXIN_WEBHOOK_SECRET", SECRET)
        patch.setenv("LIANXIN_DATABASE_URL", "postgresql://lianxin:pw-of-the-db@127.0.0.1:1/l")
        assert doctor.main(as_json=False) == 1  # nobody answers there
    said = capsys.readouterr().out
    assert "[好] 数据库：postgresql+asyncpg://lianxin:***@127.0.0.1:1/l" in said
    assert "[不行] 连不上数据库 postgresql+asyncpg://lianxin:***@127.0.0.1:1/l：服务器没有应答" in said
    assert "pw-of-the-db" not in said
    assert SECRET not in said
    assert all(line.startswith("[") for line in said.splitlines())


def test_an_env_file_with_secrets_that_all_can_read_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Only where it holds a secret, and until its mode is mended."""
    env = Path(".env")
    env.write_text("LIANXIN_PORT=8080\n", encoding="utf-8")
    env.chmod(0o644)
    assert "env_file_open" not in diagnose(capsys)[1]
    env.write_text(f"LIANXIN_WEBHOOK_SECRET={SECRET}\n", encoding="utf-8")
    assert diagnose(capsys)[1]["env_file_open"] == "look"
    env.chmod(0o600)
    assert "env_file_open" not in diagnose(capsys)[1]


def test_a_key_file_that_all_can_read_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """The doctor only tells; the next start mends the mode."""
    Settings.load()
    key = Path("data/secret_key")
    key.chmod(0o644)
    assert diagnose(capsys)[1]["key_file_open"] == "look"


def test_the_doctor_looks_at_the_disk(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nearly full is told, full is wrong, and so is a folder that cannot be written to."""
    usage = shutil.disk_usage(".")
    for free, state, code in ((900, "look", 0), (50, "bad", 1)):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: usage._replace(free=free * 1_000_000))
        got, found = diagnose(capsys)
        assert (got, found["data_full"]) == (code, state)
    monkeypatch.setattr(os, "access", lambda *_: False)
    got, found = diagnose(capsys)
    assert (got, found["LIANXIN_DATA_DIR"]) == (1, "bad")


def test_the_doctor_looks_at_the_port(capsys: pytest.CaptureFixture[str]) -> None:
    """Taken may be Lianxin itself; an address of another machine is wrong."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        got, found = diagnose(capsys, PORT=port)
        assert (got, found["port_taken"]) == (0, "look")
    got, found = diagnose(capsys, PORT=port)
    assert (got, found["port_free"]) == (0, "good")
    got, found = diagnose(capsys, HOST="192.0.2.1", PORT=port, PUBLIC_URL="https://lianxin.example")
    assert (got, found["port_closed"]) == (1, "bad")


def test_the_doctor_reads_the_database(capsys: pytest.CaptureFixture[str]) -> None:
    """Damaged, or of a newer version: wrong, in the words of any other command."""
    Path("data").mkdir()
    Path("data/lianxin.db").write_text("姓名" * 2000, encoding="utf-8")
    assert diagnose(capsys)[1]["database"] == "bad"
    Path("data/lianxin.db").unlink()
    asyncio.run(upgrade("sqlite+aiosqlite:///data/lianxin.db"))
    with contextlib.closing(sqlite3.connect("data/lianxin.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert diagnose(capsys)[1]["database"] == "bad"


async def test_the_doctor_asks_telegram(capsys: pytest.CaptureFixture[str]) -> None:
    """A token it knows, one it does not, nobody there."""
    wrong = f"123456789:{SECRET}-{SECRET[:10]}"
    async with BotApiDouble() as api:
        for token, base, key, code in (
            (api.token, api.base, "telegram_open", 0),
            (wrong, api.base, "telegram_token", 1),
            (wrong, "http://127.0.0.1:1", "telegram_silent", 1),
        ):
            got, found = await asyncio.to_thread(diagnose, capsys, BOT_TOKEN=token, BOT_API=base)
            assert (got, found.get(key)) == (code, "bad" if code else "good")


def test_the_doctor_compares_clocks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An hour from Telegram's is wrong; a second is not."""
    for off, code, key in ((3600, 1, "clock_wrong"), (1, 0, "clock")):
        theirs = datetime.now(UTC) - timedelta(seconds=off)
        answer = (theirs, checkup.Finding("good", "telegram_open", {"name": "@x"}))
        monkeypatch.setattr(checkup, "telegram", lambda _, answer=answer: answer)
        got, found = diagnose(capsys, BOT_TOKEN=f"123456789:{SECRET}-{SECRET[:10]}")
        assert (got, key in found) == (code, True)


# ---------------------------------------------------------------- the first run


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand-ins for migrate, which prints the name of its file, and for demo, which writes a small one; what was called."""
    called: list[str] = []

    def migrate(settings: Settings) -> None:
        called.append("migrate")
        print(settings.database_shown)

    def demo(settings: Settings) -> None:
        called.append("demo")
        if settings.sqlite_file:
            with sqlite3.connect(settings.sqlite_file) as connection:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("CREATE TABLE county (name TEXT)")
            connection.close()
        if "fail" in called:
            raise KeyboardInterrupt
        if settings.sqlite_file:
            with sqlite3.connect(settings.sqlite_file) as connection:
                connection.execute("INSERT INTO county VALUES ('示范县')")
            connection.close()

    for name, entry, function in (("migrate", "main", migrate), ("demo", "make", demo)):
        module = types.ModuleType(f"bot.cli.{name}")
        setattr(module, entry, function)
        monkeypatch.setitem(sys.modules, f"bot.cli.{name}", module)
    return called


def counties(file: Path) -> list[str]:
    """What the demo left."""
    connection = sqlite3.connect(file)
    try:
        return [row[0] for row in connection.execute("SELECT name FROM county")]
    finally:
        connection.close()


def test_a_first_run_makes_the_demo(steps: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """No database: the demo makes one; the second run leaves it alone. People read where the data is, once it is there."""
    assert first_run.main() == 0
    said = capsys.readouterr()
    assert "http://127.0.0.1:8080" in said.err.splitlines()[1]
    assert "lianxin.db" in said.err.splitlines()[-1]
    assert ".first-run" not in said.out + said.err
    assert steps == ["demo"]
    assert counties(Path("data/lianxin.db")) == ["示范县"]
    assert first_run.main() == 0
    assert steps == ["demo"]
    assert capsys.readouterr() == ("", "")
    assert sorted(path.name for path in Path("data").iterdir()) == ["lianxin.db", "secret_key"]


def test_an_interrupted_first_run_is_begun_anew(steps: list[str]) -> None:
    """Ctrl-C in the middle leaves no half-filled database behind."""
    steps.append("fail")
    with pytest.raises(KeyboardInterrupt):
        first_run.main()
    assert not Path("data/lianxin.db").exists()
    steps.clear()
    assert first_run.main() == 0
    assert counties(Path("data/lianxin.db")) == ["示范县"]


def test_an_operators_database_is_left_alone(steps: list[str]) -> None:
    """A database that was only migrated, or holds a real county, is never filled with an invented one."""
    Path("data").mkdir()
    Path("data/lianxin.db").write_bytes(b"")
    assert first_run.main() == 0
    assert steps == []


def test_a_wrong_setting_stops_the_first_run(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is made."""
    monkeypatch.setenv("LIANXIN_PORT", "x")
    assert first_run.main() == 2
    assert "LIANXIN_PORT" in capsys.readouterr().err
    assert steps == []
    assert list(Path.cwd().iterdir()) == []


def test_postgresql_is_new_until_it_is_migrated(
    postgres_database: MakeDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty PostgreSQL database is filled too; one with our version table is not."""
    import asyncio

    url = postgres_database()
    monkeypatch.setenv("LIANXIN_DATABASE_URL", url)
    assert first_run.is_new(Settings.load())

    async def migrate() -> None:
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        await connection.execute("CREATE TABLE alembic_version (version_num text)")
        await connection.close()

    asyncio.run(migrate())
    assert not first_run.is_new(Settings.load())


def test_postgresql_out_of_reach_is_for_run_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first run does not hang or guess."""
    monkeypatch.setenv("LIANXIN_DATABASE_URL", "postgresql://u:p@127.0.0.1:1/l")
    assert not first_run.is_new(Settings.load())
