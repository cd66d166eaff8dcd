"""Which way things point: read from the imports themselves."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: What the pure core may import besides the standard library.
CORE = ("bot.forms", "bot.errors", "bot.people")
#: Parts of the standard library that reach out of the process or bring in chance or the time of day.
REACHES_OUT = frozenset(
    {
        "asyncio", "concurrent", "ctypes", "http", "io", "logging", "multiprocessing", "os", "pathlib",
        "random", "secrets", "select", "shelve", "shutil", "socket", "sqlite3", "ssl", "subprocess",
        "tempfile", "threading", "time", "urllib", "uuid", "zoneinfo",
    }
)  # fmt: skip
#: Calls that ask the world for the time, by attribute.
CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp"})
#: The registry finds the record types in its own folder, as its name says; it opens no other file.
MAY_LOOK_AT_ITS_FOLDER: dict[str, set[str]] = {"bot/forms/registry.py": {"pathlib"}}


def imports_of(source: str) -> Iterator[tuple[int, str]]:
    """(line, module) of every import in *source*; ``from a import b`` gives ``a`` and ``a.b``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def impurities(source: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """What in *source* does not belong in the pure core, one sentence each."""
    found = []
    for line, module in imports_of(source):
        top = module.partition(".")[0]
        if any(module == ours or module.startswith(f"{ours}.") for ours in CORE):
            continue
        if top not in sys.stdlib_module_names:
            found.append(
                f"line {line}: imports {module}; the core knows the standard library and {CORE} only"
            )
        elif top in REACHES_OUT - allowed:
            found.append(f"line {line}: imports {module}, which reaches out of the process")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr in CLOCKS and not node.args:
                owner = ast.unparse(called.value)
                if owner.rpartition(".")[2] in ("date", "datetime"):
                    found.append(f"line {node.lineno}: asks the clock; time arrives as an argument")
            if isinstance(called, ast.Name) and called.id in ("open", "print", "input"):
                found.append(f"line {node.lineno}: calls {called.id}(); the core has no input and output")
    return found


CORE_FILES = [
    str(path.relative_to(ROOT))
    for place in ("bot/forms", "bot/errors.py", "bot/people.py")
    for path in sorted([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    if path.parent.name != "data"  # tables, and scripts that make them, run by hand
]


@pytest.mark.parametrize("path", CORE_FILES)
def test_the_core_is_pure(path: str) -> None:
    """Forms import the standard library, themselves, errors and people: no clock, no chance, no I/O."""
    allowed = frozenset(MAY_LOOK_AT_ITS_FOLDER.get(path, set()))
    assert impurities((ROOT / path).read_text(encoding="utf-8"), allowed) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import aiogram", "aiogram"),
        ("from sqlalchemy import select", "sqlalchemy"),
        ("from bot.texts import Texts", "bot.texts"),
        ("from bot import usecases", "imports bot;"),
        ("import bot.formsandmore", "bot.formsandmore"),
        ("from . import model", "imports ."),
        ("import random", "random"),
        ("def f():\n    import time", "line 2"),
        ("from os import path", "os"),
        ("import datetime\ndatetime.datetime.now()", "clock"),
        ("from datetime import date\ndate.today()", "clock"),
        ("print('x')", "print()"),
    ],
)
def test_an_impurity_is_found(source: str, said: str) -> None:
    """The check above is not blind: each of these is refused with a reason."""
    (found,) = impurities(source)
    assert said in found


def test_no_table_maker_is_imported() -> None:
    """Scripts beside the core's tables need tools of development; nothing of ours imports them."""
    for folder in ("bot", "storage", "web"):
        for path in (ROOT / folder).rglob("*.py"):
            modules = {module for _, module in imports_of(path.read_text(encoding="utf-8"))}
            assert not [module for module in modules if module.startswith("bot.forms.core.data.")], path


def test_errors_import_nothing() -> None:
    """bot/errors.py is imported by all and imports nothing of ours."""
    modules = {module for _, module in imports_of((ROOT / "bot" / "errors.py").read_text(encoding="utf-8"))}
    assert modules <= {"__future__", "typing"}


def test_the_arrows_point_inwards() -> None:
    """import-linter's contracts of pyproject.toml hold."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run(
        [*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("package", ["bot", "bot/cli", "bot/forms", "bot/forms/core", "bot/usecases"])
def test_a_package_pulls_in_nothing(package: str) -> None:
    """``import bot.forms`` must load no framework, so package files stay empty of imports."""
    source = (ROOT / package / "__init__.py").read_text(encoding="utf-8")
    assert [module for _, module in imports_of(source)] == []
