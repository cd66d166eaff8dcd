"""What is installed is what was tested: the wheel is whole, the lock complete, every import declared."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from bot.texts import LANGS
from tests.test_layers import imports_of

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
OURS = ("bot", "storage", "web")
#: Imports that come with a package declared under another name.
COMES_WITH = {"pydantic_core": "pydantic"}


def plain(name: str) -> str:
    """A distribution's name in the one form that compares."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*extras: str) -> set[str]:
    """Names of the packages that pyproject.toml asks for."""
    lines = list(PROJECT["dependencies"])
    for extra in extras:
        lines += PROJECT["optional-dependencies"][extra]
    return {plain(re.split(r"[\[~=<>; ]", line)[0]) for line in lines}


def imported(folder: str) -> dict[str, str]:
    """Top-level module -> a file that imports it, of everything below *folder*."""
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        if path.parent.name == "data":  # makers of tables, run by hand with the tools of development
            continue
        for _, module in imports_of(path.read_text(encoding="utf-8")):
            found[module.partition(".")[0]] = str(path.relative_to(ROOT))
    return found


@pytest.mark.parametrize(
    ("folder", "extras"), [("bot", []), ("storage", []), ("web", []), ("tests", ["dev"])]
)
def test_every_import_is_declared(folder: str, extras: list[str]) -> None:
    """What we import is our own dependency, not something that another package happens to bring along."""
    distributions = packages_distributions()
    wanted = declared(*extras)
    undeclared = {}
    for module, path in imported(folder).items():
        if module in sys.stdlib_module_names or module in (*OURS, "tests", "bench"):
            continue
        names = {plain(name) for name in distributions.get(COMES_WITH.get(module, module), [])}
        if not names & wanted:
            undeclared[module] = path
    assert undeclared == {}


#: Declared, and used without an import of ours: the driver in a database's URL, the zones behind zoneinfo.
UNSEEN = {"aiosqlite", "tzdata"}


def test_everything_declared_is_imported() -> None:
    """A package that nothing of ours uses any more is only weight."""
    distributions = packages_distributions()
    modules = {module for folder in ("bot", "storage", "web") for module in imported(folder)}
    modules |= {COMES_WITH.get(module, module) for module in modules}
    used = {plain(name) for module in modules for name in distributions.get(module, [])}
    assert declared() - used == UNSEEN


def test_what_others_made_is_named() -> None:
    """Each table that comes from somebody else's work, with its licence, in the notice."""
    notice = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    for path in (
        "bot/forms/core/data/places.tsv",
        "bot/forms/core/scripts.py",
        "LICENSE.places.txt",
        "LICENSE.pinyin.txt",
    ):
        assert path in notice
    for path in re.findall(r"`((?:bot|licenses|docs)/[\w./-]+)`", notice):
        assert (ROOT / path).exists(), path


def test_everything_declared_is_locked_with_hashes() -> None:
    """The lock has a pinned version and at least one hash for each package, and names no host."""
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", LOCK)[1:]
    pinned = {plain(block.partition("==")[0]): block for block in blocks}
    assert declared("dev") - set(pinned) == set()
    for name, block in pinned.items():
        assert re.match(r"[\w.-]+==\S+", block), name
        assert "--hash=sha256:" in block, name
    assert re.search(r"://|--index-url|--find-links", LOCK) is None


def test_the_lock_fits_every_python_we_support() -> None:
    """pyproject.toml, the installer and the lock speak of the same versions."""
    assert PROJECT["requires-python"] == ">=3.11,<3.14"
    installer = (ROOT / ".ci" / "install.sh").read_text(encoding="utf-8")
    assert "(3, 11) <= sys.version_info[:2] <= (3, 13)" in installer


@pytest.mark.slow
def test_the_wheel_is_whole(tmp_path: Path) -> None:
    """Packages, words, templates and tables are in it, tests are not; unpacked elsewhere it speaks."""
    build = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(tmp_path / done.stdout.split()[-1]) as wheel:
        names = set(wheel.namelist())
        wheel.extractall(tmp_path / "unpacked")
    for lang in LANGS:
        assert f"bot/locales/{lang}/errors.ftl" in names
    for folder in OURS:
        tracked = subprocess.run(
            ["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout.split("\n")
        missing = [name for name in tracked if name and name not in names and (ROOT / name).exists()]
        assert missing == []
    for notice in ("LICENSE", "THIRD_PARTY.md", "licenses/Apache-2.0.txt"):
        assert [name for name in names if name.endswith(f".dist-info/licenses/{notice}")], notice
    assert "bot/forms/core/data/LICENSE.places.txt" in names
    assert "bot/forms/core/data/LICENSE.pinyin.txt" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/", "locales/"))]
    speak = (
        "from bot.texts import Texts, LANGS; t = Texts(strict=True).load();"
        "print(t.folder, *(t.text('common-back', lang) for lang in LANGS))"
    )
    said = subprocess.run(
        [sys.executable, "-c", speak],
        cwd=tmp_path / "unpacked", env={"PYTHONPATH": ".", "PYTHONUTF8": "1"}, capture_output=True, text=True,
        check=True, encoding="utf-8",
    ).stdout.split()  # fmt: skip
    assert Path(said[0]) == tmp_path / "unpacked" / "bot" / "locales" or said[0].endswith("bot/locales")
    assert said[1:] == ["上一步", "上一步", "Back"]
