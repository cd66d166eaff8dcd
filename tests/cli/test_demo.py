"""The invented county, filled once: its scale, every state of every record, and that it holds together."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.forms.core.expressions import Call, Lit, Node
from bot.forms.core.model import RecordType, Transition
from bot.forms.core.records import Record
from bot.forms.registry import found
from bot.kept import Filter
from storage.store import DatabaseStore, open_store

TYPES = found()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    """The data directory and the invitations that ``lianxin demo --json`` printed."""
    folder = tmp_path_factory.mktemp("demo")
    env = {name: value for name, value in os.environ.items() if not name.startswith("LIANXIN_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--json"], env=env | {"LIANXIN_DATA_DIR": str(folder)},
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return folder, json.loads(done.stdout)


@pytest.fixture(scope="module")
def records(demo: tuple[Path, list[dict[str, Any]]]) -> dict[str, list[Record]]:
    """Everything that was reported: type -> records with their acts."""

    async def read() -> dict[str, list[Record]]:
        async with opened(demo[0]) as store:
            return {
                kind.id: [one async for one in store.unit().records.stream(Filter(type=kind.id), with_acts=True)]
                for kind in TYPES
            }  # fmt: skip

    return asyncio.run(read())


@pytest.fixture
async def store(demo: tuple[Path, list[dict[str, Any]]]) -> AsyncIterator[DatabaseStore]:
    """The demo's database, open."""
    async with opened(demo[0]) as found_store:
        yield found_store


def opened(folder: Path) -> Any:
    """The store of a data directory."""
    return open_store(f"sqlite+aiosqlite:///{folder}/lianxin.db", files_dir=folder / "files")


def goals(to: str | Node) -> set[str]:
    """The states a transition may lead to."""
    if isinstance(to, str):
        return {to}
    if isinstance(to, Lit):
        return {to.value}
    return set().union(*map(goals, to.args[1:])) if isinstance(to, Call) and to.fn == "if" else set()


def reachable(kind: RecordType) -> set[str]:
    """Every state in which a record of this type can lie for a while."""
    flow = kind.workflow
    steps: list[Transition] = list(flow.transitions)
    states = goals(flow.start).union(*(goals(step.to) for step in steps), *({auto.to} for auto in flow.autos))
    return states - {""}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.id)
def test_every_state_can_be_looked_at(kind: RecordType, records: dict[str, list[Record]]) -> None:
    """Whatever a record can come to, one of the demo has come to."""
    assert reachable(kind) - {record.state for record in records[kind.id]} == set()


def test_every_kind_of_commitment(records: dict[str, list[Record]]) -> None:
    """For a year, for a term, in one sentence, to build something, when to resign; one checked and appraised."""
    kinds = {record.answers["kind"] for record in records["commitment"]}
    assert kinds == {"annual", "term", "pledge", "venture", "resign"}
    acts = Counter(act.name for record in records["commitment"] for act in record.acts)
    assert acts["check"] >= 8
    assert acts["final"] >= 2


def test_late_mended_and_told_afterwards(records: dict[str, list[Record]]) -> None:
    """Late ones, one of a second version, one marked 补录 with its reason."""
    reports, minutes = records["monthly_report"], records["minutes"]
    assert any(record.late for record in reports)
    assert any(record.version == 2 for record in reports)
    assert [record.backfill_reason for record in minutes if record.backfill] == ["信息员外出学习"]


def test_three_months(records: dict[str, list[Record]]) -> None:
    """Check-ins of this month and the two before, reports of the three before."""
    assert len({record.period for record in records["check_in"]}) == 3
    assert len({record.period for record in records["monthly_report"]}) == 3


async def test_the_county_has_the_scale_of_a_county(store: DatabaseStore) -> None:
    """7 townships, 85 villages, 478 cadres; about a fifth of the members are away."""
    people = store.unit().people
    orgs = await people.orgs()
    levels = Counter((org.level, org.kind) for org in orgs)
    assert levels["town", "office"] == 7
    assert levels["branch", "village"] == 85
    roles: Counter[str] = Counter()
    away = 0
    async for person in people.everybody():
        roles.update({post.role for post in person.posts})
        gone = [post for post in person.posts if post.away("2026-11-22")]
        assert all(post.away_from and post.title == "流动党员" for post in gone)
        away += bool(gone)
    assert roles["village_cadre"] == 478
    assert 0.15 < away / (roles["member"] + roles["village_cadre"]) < 0.25


async def test_the_chain_holds(store: DatabaseStore) -> None:
    """What was made in the past is as sound as what is made today."""
    assert [finding async for finding in store.verify()] == []


def test_one_invitation_a_role(demo: tuple[Path, list[dict[str, Any]]]) -> None:
    """The shape of ``--json``; no chat link without a token."""
    invited = demo[1]
    assert len({one["role"] for one in invited}) == len(invited) == 9
    for one in invited:
        assert set(one) == {"role", "person", "org", "code", "chat_link", "web_link"}
        assert one["chat_link"] is None
        assert one["web_link"].endswith(one["code"])


def test_a_second_demo_is_refused(demo: tuple[Path, list[dict[str, Any]]]) -> None:
    """Somebody lives here already."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("LIANXIN_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo"], env=env | {"LIANXIN_DATA_DIR": str(demo[0])}, capture_output=True,
        text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
