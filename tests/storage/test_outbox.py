"""What must be told is told once, in order per person, tried again, given up with a reason."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.kept import Message
from storage import DatabaseStore, open_store
from storage.clock import later
from tests.storage import cast
from tests.storage.conftest import OpenStore

START = datetime(2026, 11, 22, 5, 53, tzinfo=UTC)


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def on(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """A quarter to two in the afternoon, in Asia/Shanghai."""
    return Clock()


def message(key: str, person: str = "p-member", **more: str) -> Message:
    """A message with everything a message can have."""
    buttons: Any = ((("review-open", {"n": 1}, "open:1"), ("later", {}, "later")), (("help", {}, "help"),))
    return Message(key, person, "returned", {"label": "第1份", "count": 2}, buttons, **more)


async def tell(store: DatabaseStore, *messages: Message) -> None:
    """Commit messages in one unit."""
    unit = store.unit()
    for one in messages:
        unit.outbox.tell(one)
    await store.commit(unit)


async def claim(store: DatabaseStore, limit: int = 10, lease: float = 30) -> list[str]:
    """Keys of what is claimed."""
    return [waiting.message.key for waiting in await store.claim_messages(limit, lease)]


async def test_told(store: DatabaseStore) -> None:
    """A message comes out as it went in, is leased, and is gone once sent."""
    await tell(store, message("m1"))
    (waiting,) = await store.claim_messages(10, 30)
    assert waiting.message == message("m1")
    assert (waiting.state, waiting.attempts) == ("waiting", 1)
    assert await claim(store) == []
    await store.message_sent("m1")
    assert await store.next_message_at() == ""
    await tell(store, message("m1"))
    assert await claim(store) == [], "the same key is told once, though its words are gone"
    assert await store.undelivered() == []


async def test_with_the_step(store: DatabaseStore) -> None:
    """A step that was refused tells nobody."""
    unit = store.unit()
    unit.drafts.save(cast.next_of(cast.draft()))
    unit.outbox.tell(message("m1"))
    assert await cast.outcome(store, unit) == "draft_stale"
    assert await store.next_message_at() == ""


async def test_order(url: str, clock: Clock) -> None:
    """One message a person at a time, the earlier first, even while the earlier one is tried again."""
    async with open_store(url, now=clock) as store:
        await tell(store, message("a1", "p-a"), message("a2", "p-a"), message("b1", "p-b"))
        assert await claim(store) == ["a1", "b1"]
        await store.message_failed("a1", "timeout", later(store.unit().now, 60))
        await store.message_sent("b1")
        assert await claim(store) == [], "a2 waits for a1"
        clock.on(61)
        assert await claim(store) == ["a1"]
        await store.message_sent("a1")
        assert await claim(store) == ["a2"]


async def test_lease(url: str, clock: Clock) -> None:
    """Who claims and dies loses the message to the next claim after the lease, not before."""
    async with open_store(url, now=clock) as store:
        await tell(store, message("m1"))
        assert await claim(store, lease=30) == ["m1"]
        clock.on(29)
        assert await claim(store) == []
        clock.on(2)
        (waiting,) = await store.claim_messages(10, 30)
        assert waiting.attempts == 2


async def test_given_up(url: str, clock: Clock) -> None:
    """A message that cannot arrive is given up with its reason, shown, and never claimed again; the next follows."""
    async with open_store(url, now=clock) as store:
        await tell(store, message("m1"), message("m2"))
        assert await claim(store) == ["m1"]
        await store.message_failed("m1", "Forbidden: bot was blocked by the user", None)
        assert await claim(store) == ["m2"]
        clock.on(3600)
        await store.message_failed("m2", "timeout", later(store.unit().now, 60))
        shown = [(found.message.key, found.state, found.last_error) for found in await store.undelivered()]
        assert shown == [
            ("m2", "waiting", "timeout"),
            ("m1", "failed", "Forbidden: bot was blocked by the user"),
        ]


async def test_not_before(url: str, clock: Clock) -> None:
    """A message for tomorrow does not hold up one for now, and the outbox knows when to wake."""
    async with open_store(url, now=clock) as store:
        tomorrow = later(store.unit().now, 86_400)
        await tell(store, message("late", not_before=tomorrow), message("now"))
        assert await claim(store) == ["now"]
        await store.message_sent("now")
        assert await store.next_message_at() == tomorrow
        clock.on(86_401)
        assert await claim(store) == ["late"]


async def test_claimed_once(store: DatabaseStore, open_again: OpenStore) -> None:
    """Two processes that claim at once never get the same message."""
    await tell(store, *(message(f"m{number}", f"p-{number}") for number in range(60)))
    async with open_again() as other:
        found = await asyncio.gather(*(claim(of, limit=7) for of in (store, other) * 5))
    keys = [key for part in found for key in part]
    assert len(keys) == len(set(keys))
    assert all(len(part) <= 7 for part in found)
    rest = await claim(store, limit=100)
    assert sorted([*keys, *rest]) == sorted(f"m{number}" for number in range(60))


async def test_woken(store: DatabaseStore) -> None:
    """Whoever sends is called once after each commit that has something for them, and not otherwise."""
    calls: list[int] = []
    store.on_told(lambda: calls.append(1))
    await tell(store, message("m1"), message("m2"))
    assert len(calls) == 1
    await cast.keep(store, cast.draft())
    assert len(calls) == 1
    unit = store.unit()
    unit.drafts.save(cast.next_of(cast.draft(9)))
    unit.outbox.tell(message("m3"))
    await cast.outcome(store, unit)
    assert len(calls) == 1
