"""SIGKILL at random points of a form: nothing acknowledged is lost, nothing happens twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.killing import Run, Zygote

pytestmark = pytest.mark.faults
KILLS = 18  # each way; with PostgreSQL at least fifty in all


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    """One warm parent for all runs of this file."""
    parent = Zygote()
    yield parent
    parent.close()


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_kills_lose_nothing(tmp_path: Path, zygote: Zygote, mode: str) -> None:
    """Eighteen kills each way: every acknowledged answer is kept, every form is one record."""
    tally = await Run(tmp_path, zygote, mode, seed=1).kill(KILLS)
    assert tally.kills == KILLS
    assert (tally.lost, tally.wrong, tally.findings) == (0, [], 0), tally
    assert tally.records == tally.sent, tally


async def test_acknowledging_first_loses(tmp_path: Path, zygote: Zygote) -> None:
    """The control experiment: with the acknowledgement before the commit the same test finds losses."""
    tally = await Run(tmp_path, zygote, "webhook", seed=2, ack_first=True).kill(10)
    assert tally.lost > 0 or tally.records != tally.sent, tally


async def test_kills_on_postgresql(tmp_path: Path, zygote: Zygote, postgres_url: str) -> None:
    """The same on PostgreSQL."""
    tally = await Run(tmp_path, zygote, "webhook", seed=3, url=postgres_url).kill(15)
    assert (tally.lost, tally.wrong, tally.findings) == (0, [], 0), tally
    assert tally.records == tally.sent, tally


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_cold_starts(tmp_path: Path, zygote: Zygote, mode: str) -> None:
    """``lianxin run`` itself, killed and started again in a fresh interpreter, as an operator's supervisor does it."""
    tally = await Run(tmp_path, zygote, mode, seed=4, people=1, cold=True).kill(2)
    assert (tally.lost, tally.wrong, tally.findings) == (0, [], 0), tally
    assert tally.records == tally.sent, tally
