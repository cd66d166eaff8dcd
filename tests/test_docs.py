"""What is written down matches what is there: settings, commands, make targets, changelog, records."""

from __future__ import annotations

import re
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from bot.forms.core.law import Readings
from bot.forms.core.model import Open, x
from bot.forms.registry import registry
from bot.settings import PREFIX, SECRETS, Settings

ROOT = Path(__file__).parent.parent
OPERATORS = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8")
#: Name -> (default, description) of every row of the operators' table of settings.
ROWS = {
    name: (default.strip(), text.strip())
    for name, default, text in re.findall(
        r"^\| `(LIANXIN_\w+)` \| (.*?) \| (.*?) \|$", OPERATORS, re.MULTILINE
    )
}
SETTINGS = sorted(f"{PREFIX}{name.upper()}" for name in Settings.model_fields if name != "law")


def test_every_setting_is_documented() -> None:
    """And none that does not exist."""
    assert sorted(ROWS) == SETTINGS


def test_every_reading_of_the_law_is_documented() -> None:
    """Each with its default and the other choice, in the table that the operators' page points to."""
    law = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
    assert "`LIANXIN_LAW_…`" in OPERATORS
    assert [one.name for one in fields(Readings) if f"`{one.name}`" not in law] == []


@pytest.mark.parametrize("name", SETTINGS)
def test_a_documented_default_is_the_real_one(name: str) -> None:
    """A default that is a plain value stands in the table as it is in the code."""
    default = Settings.model_fields[name.removeprefix(PREFIX).lower()].default
    said = ROWS[name][0]
    if default is None:
        assert said == "–"
    elif isinstance(default, bool):
        assert said == f"`{str(default).lower()}`"
    elif isinstance(default, str | int | Path) and str(default):
        assert said.removeprefix("`").removesuffix("`").removeprefix("./") == str(default)
    else:
        assert said not in ("", "–")  # made from other settings: told in words


@pytest.mark.parametrize("name", sorted(f"{PREFIX}{name.upper()}" for name in SECRETS))
def test_a_secret_is_marked(name: str) -> None:
    """Operators see which values must not be passed round."""
    assert "**Secret" in ROWS[name][1]


def test_test_settings_are_documented() -> None:
    """What the test house reads from the environment stands on the same page."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("*.py")]
    used = set(re.findall(r'environ\.get\("(LIANXIN_TEST_\w+)"', "\n".join(sources)))
    assert used
    assert sorted(name for name in used if f"`{name}`" not in OPERATORS) == []


def test_the_readme_begins_with_the_two_commands() -> None:
    """The first code block of the README is `make run` and `make test`."""
    block = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    assert [line.split("#")[0].strip() for line in block[1].splitlines()] == ["make run", "make test"]


def test_every_make_target_is_explained() -> None:
    """``make help`` shows each target with a sentence, and those people are told of are among them."""
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    shown = re.findall(r"^  make ([a-z-]+) ", done.stdout, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert sorted(shown) == sorted(phony[1].split())
    wanted = {
        "install",
        "run",
        "test",
        "lint",
        "types",
        "golden",
        "bench",
        "bench-long",
        "faults",
        "migrate",
        "demo",
    }
    assert wanted <= set(shown)


def test_the_changelog_speaks_to_users() -> None:
    """Newest first, under Added, Changed or Fixed, and of nothing that only developers see."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### (.*)$", text, re.MULTILINE)
    assert headings
    assert set(headings) <= {"Added", "Changed", "Fixed"}
    assert re.search(r"\b(refactor|mypy|ruff|pytest|fixture)\b", text) is None


def test_decisions_are_numbered_and_whole() -> None:
    """Records are numbered in order, and each has its three parts."""
    records = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(path.name[:4])}. "), path.name
        assert re.findall(r"^## (Context|Decision|Consequences)\b", text, re.MULTILINE) == [
            "Context", "Decision", "Consequences",
        ], path.name  # fmt: skip


LINKED = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")})


@pytest.mark.parametrize("page", [str(path.relative_to(ROOT)) for path in LINKED])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    """A file or picture that a page points to is there."""
    path = ROOT / page
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (path.parent / target).exists()] == []


def test_every_part_of_storage_is_in_its_table() -> None:
    """docs/architecture.md names each module of storage/, and none that is gone."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Storage")[2]
    named = set(re.findall(r"`(\w+\.py)`", page))
    there = {path.name for path in (ROOT / "storage").glob("*.py")} - {"__init__.py"}
    assert named == there


def test_expressions_in_the_documents_are_expressions() -> None:
    """Every example of the expression language can be parsed."""
    examples = re.findall(r'x\("([^"…]+)"\)', (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert len(examples) > 6
    for example in examples:
        x(example)


def test_each_record_type_and_what_it_leads_to_is_told_of() -> None:
    """docs/records.md has a chapter for each type and names the types that are opened and not there yet."""
    records = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    for kind in registry():
        assert f"`{kind.id}.py`" in records or f"(`{kind.id}`)" in records, kind.id
        for step in (kind.type.workflow.leads, *(one.effects for one in kind.type.workflow.transitions)):
            for effect in step:
                if isinstance(effect, Open):
                    assert f"`{effect.type}`" in records, effect.type


def test_nothing_is_cited_that_is_not_here() -> None:
    """A document named in the code or the documents is one of the repository."""
    folders = ("bot", "storage", "web", "locales", "docs", "tests")
    files = (
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".ftl", ".md", ".js")
    )
    known = {path.name for path in ROOT.rglob("*.md") if ".venv" not in path.parts}
    for path in files:
        if "__pycache__" in path.parts or (path.suffix == ".py" and path.name == "test_docs.py"):
            continue
        for name in re.findall(r"(?<![\w{}>/.-])(?:docs/)?([a-z_]+\.md)\b", path.read_text(encoding="utf-8")):
            assert name in known, f"{path.relative_to(ROOT)} cites {name}"
