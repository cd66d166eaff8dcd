"""Updates are carried out once, their replies kept; what waits is kept through a crash."""

from __future__ import annotations

import asyncio

import pytest

from bot.errors import DuplicateUpdate
from bot.kept import Arrived
from storage import DatabaseStore
from tests.storage import cast
from tests.storage.conftest import OpenStore


def arrived(number: int, chat: str = "7") -> Arrived:
    """An update of Telegram."""
    return Arrived(f"telegram:{number}", "telegram", chat, f'{{"update_id":{number}}}')


async def keys(store: DatabaseStore) -> list[str]:
    """What waits."""
    return [update.key for update in await store.pending_updates()]


async def test_once(store: DatabaseStore) -> None:
    """The second time an update is carried out nothing happens, and the first reply is there."""
    draft = cast.draft()
    await cast.keep(store, draft)
    unit = store.unit()
    unit.drafts.save(cast.next_of(draft))
    unit.mark_update("telegram:1", '{"text":"下一题"}')
    await store.commit(unit)
    unit = store.unit()
    unit.drafts.save(cast.next_of(cast.next_of(draft)))
    unit.mark_update("telegram:1", '{"text":"别的"}')
    with pytest.raises(DuplicateUpdate) as why:
        await store.commit(unit)
    assert why.value.details == {"key": "telegram:1"}
    assert await store.unit().drafts.get(draft.id) == cast.next_of(draft)
    assert await store.reply_of("telegram:1") == '{"text":"下一题"}'
    assert await store.reply_of("telegram:2") is None


async def test_repeats_at_once(store: DatabaseStore, open_again: OpenStore) -> None:
    """The same update five times at once in each of two processes: one effect."""
    async with open_again() as other:
        units = []
        for number in range(10):
            of = store if number % 2 else other
            unit = of.unit()
            unit.drafts.add(cast.draft(number))
            unit.mark_update("telegram:1", str(number))
            units.append((of, unit))
        codes = await asyncio.gather(*(cast.outcome(of, unit) for of, unit in units))
    assert sorted(codes) == ["", *["duplicate_update"] * 9]
    kept = [await store.unit().drafts.get(f"draft-{number}") for number in range(10)]
    (draft,) = [draft for draft in kept if draft is not None]
    assert await store.reply_of("telegram:1") == draft.id.removeprefix("draft-")


async def test_taken_in(store: DatabaseStore, open_again: OpenStore) -> None:
    """Updates taken in wait in their order, once each, in another process too, until they are carried out."""
    await store.take_in([arrived(3), arrived(1), arrived(2, "8")])
    await store.take_in([arrived(1), arrived(4)])
    assert await keys(store) == ["telegram:3", "telegram:1", "telegram:2", "telegram:4"]
    async with open_again() as other:
        waiting = await other.pending_updates(limit=3)
    assert waiting[2].chat == "8"
    assert waiting[2].body == '{"update_id":2}'
    unit = store.unit()
    unit.mark_update("telegram:3", "r3")
    await store.commit(unit)
    await store.finish_update("telegram:1")
    assert await keys(store) == ["telegram:2", "telegram:4"]
    assert await store.reply_of("telegram:1") == ""
    await store.take_in([arrived(3)])
    assert await keys(store) == ["telegram:2", "telegram:4"], "what is done does not come back"
    await store.take_in([])


async def test_finished(store: DatabaseStore) -> None:
    """An update without effect is over, whether it was taken in or not; one that is over keeps its reply."""
    await store.finish_update("telegram:1", "first")
    await store.finish_update("telegram:1", "second")
    assert await store.reply_of("telegram:1") == "first"
    unit = store.unit()
    unit.mark_update("telegram:1", "third")
    with pytest.raises(DuplicateUpdate):
        await store.commit(unit)


async def test_dead(store: DatabaseStore) -> None:
    """A poison update is counted, set aside, wanted again by a person once, and then carried out."""
    await store.take_in([arrived(1), arrived(2)])
    assert [await store.retry_update("telegram:1", "boom") for _ in range(3)] == [1, 2, 3]
    assert (await store.pending_updates())[0].attempts == 3
    await store.dead_update("telegram:1", "boom\0")
    await store.finish_update("telegram:1")  # "it did not work" was sent: it is still to be seen, not done
    assert await keys(store) == ["telegram:2"]
    assert await store.reply_of("telegram:1") is None
    assert await store.retry_update("telegram:1", "again") == 0
    revived = await store.revive_update("telegram:1")
    assert revived is not None
    assert (revived.body, revived.attempts) == ('{"update_id":1}', 0)
    assert await store.revive_update("telegram:1") is None
    assert await keys(store) == ["telegram:1", "telegram:2"]
    await store.dead_update("telegram:1", "boom")
    unit = store.unit()
    unit.mark_update("telegram:1", "done after all")
    await store.commit(unit)
    assert await store.reply_of("telegram:1") == "done after all"


async def test_owed(store: DatabaseStore, open_again: OpenStore) -> None:
    """A reply nobody waits for any more stands as owed until it has been sent, through a crash too."""
    await store.take_in([arrived(1), arrived(2)])
    for number in (2, 1):
        unit = store.unit()
        unit.mark_update(f"telegram:{number}", f"r{number}", owed=True)
        await store.commit(unit)
    assert await keys(store) == []
    async with open_again() as other:
        owed = await other.owed_replies("telegram")
        assert [(update.key, update.chat, update.body, reply) for update, reply in owed] == [
            ("telegram:1", "7", '{"update_id":1}', "r1"),
            ("telegram:2", "7", '{"update_id":2}', "r2"),
        ]
        assert await other.owed_replies("web") == []
    unit = store.unit()
    unit.mark_update("telegram:1", "twice", owed=True)
    with pytest.raises(DuplicateUpdate):
        await store.commit(unit)
    assert await store.reply_of("telegram:1") == "r1"
    await store.finish_update("telegram:1")
    assert [update.key for update, _ in await store.owed_replies("telegram")] == ["telegram:2"]
    assert await store.reply_of("telegram:1") == "r1", "its reply stays for whoever asks again"


async def test_forgotten(store: DatabaseStore) -> None:
    """What is long over goes, a lot of it too; what waits, is owed or is recent stays."""
    old, recent = "2026-01-01T00:00:00.000000Z", "2026-11-22T00:00:00.000000Z"
    many = store.unit(old)
    for number in range(1_100):
        many.mark_update(f"web:{number}", "r")
    await store.commit(many)
    unit = store.unit(recent)
    unit.mark_update("web:recent", "r")
    await store.commit(unit)
    unit = store.unit(old)
    unit.mark_update("web:owed", "r", owed=True)
    await store.commit(unit)
    await store.take_in([Arrived("web:waiting", "web", "1", "{}", received=old)])
    assert await store.forget_done("2026-06-01T00:00:00.000000Z") == 1_100
    assert await store.reply_of("web:0") is None
    assert await store.reply_of("web:recent") == "r"
    assert await store.reply_of("web:owed") == "r"
    assert await keys(store) == ["web:waiting"]
    assert await store.forget_done("2026-06-01T00:00:00.000000Z") == 0
