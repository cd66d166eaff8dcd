"""Lanes: one after the other per key, side by side across keys, gone when empty."""

from __future__ import annotations

import asyncio
import random

import pytest

from bot.channels.lanes import Lanes


async def test_first_come_first_served() -> None:
    """Each one enters after the one before has left, in the order they came."""
    lanes, order = Lanes(), list[str]()

    async def go(lane: str, name: str) -> None:
        if not lanes.take(lane):
            await lanes.wait(lane)
        order.append(f"{name} in")
        await asyncio.sleep(0)
        order.append(f"{name} out")
        lanes.leave(lane)

    await asyncio.gather(*(go("a", str(n)) for n in range(5)))
    assert order == [f"{n} {way}" for n in range(5) for way in ("in", "out")]
    assert len(lanes) == 0


async def test_other_lanes_do_not_wait() -> None:
    """A lane that is taken stops nobody in another."""
    lanes = Lanes()
    assert lanes.take("a")
    assert not lanes.take("a")
    assert lanes.take("b")
    lanes.leave("b")
    assert lanes.busy("a")
    assert not lanes.busy("b")


@pytest.mark.parametrize("seed", range(20))
async def test_whoever_gives_up_holds_up_nobody(seed: int) -> None:
    """Waiters cancelled at random moments, also in the very moment of their turn: the rest pass in order."""
    chance, lanes, passed = random.Random(seed), Lanes(), list[int]()
    inside = 0

    async def go(number: int) -> None:
        nonlocal inside
        if not lanes.take("a"):
            await lanes.wait("a")
        try:
            inside += 1
            assert inside == 1
            await asyncio.sleep(0)
            passed.append(number)
        finally:
            inside -= 1
            lanes.leave("a")

    tasks = [asyncio.create_task(go(n)) for n in range(30)]
    for _ in range(40):
        await asyncio.sleep(0)
        chance.choice(tasks).cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    finished = [n for n, result in enumerate(results) if result is None]
    assert passed[-len(finished) :] == finished or passed == sorted(passed)
    assert set(finished) <= set(passed)
    assert len(lanes) == 0
