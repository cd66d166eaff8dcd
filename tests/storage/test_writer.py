"""One writer for all: grouped, all or nothing, and only the guilty one is told."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.errors import AlreadyExists, DraftStale, NotKept
from bot.forms.core.draft import Draft
from bot.kept import AuditEntry, Filter, Message, PendingEffect
from storage import DatabaseStore, StoreUnit
from tests.storage import cast
from tests.storage.conftest import OpenStore


async def everything(store: DatabaseStore) -> list[Any]:
    """What a step that writes to every corner left behind."""
    unit = store.unit()
    return [
        await unit.drafts.get("draft-1"),
        await unit.records.get("record-1"),
        await unit.people.chat("web", "1"),
        list(await unit.pending_effects("rectification")),
        await store.next_message_at(),
        await store.reply_of("web:1"),
    ]


def write_everywhere(unit: StoreUnit) -> None:
    """A step that writes to every corner."""
    unit.drafts.add(cast.draft())
    unit.records.add(cast.record())
    unit.people.set_live_draft("web", "1", "draft-1")
    unit.keep_effect(PendingEffect("e", "rectification", {}))
    unit.outbox.tell(Message("m", "p-member", "hello"))
    unit.audit(AuditEntry("export", "p-clerk", "minutes", {"rows": 3}))
    unit.mark_update("web:1", "r")


@pytest.mark.parametrize("how", ["draft", "record", "update"])
async def test_all_or_nothing(store: DatabaseStore, how: str) -> None:
    """Whatever in a step is refused, nothing of it is written; without it, all of it is."""
    before = await everything(store)
    unit = store.unit()
    write_everywhere(unit)
    if how == "draft":
        unit.drafts.save(cast.next_of(cast.draft(9)))
    elif how == "record":
        await cast.keep(store, cast.record(8, unique_key="k"))
        unit.records.add(cast.record(9, unique_key="k"))
    else:
        await store.finish_update("web:0")
        unit.mark_update("web:0", "again")
    assert await cast.outcome(store, unit) in ("draft_stale", "already_exists", "duplicate_update")
    assert await everything(store) == before
    assert [finding async for finding in store.verify()] == []
    unit = store.unit()
    write_everywhere(unit)
    await store.commit(unit)
    assert all(await everything(store))
    assert [finding async for finding in store.verify()] == []


async def test_group_with_a_guilty_one(store: DatabaseStore) -> None:
    """Of twelve steps at once three are to blame: each gets its own error, the others are kept."""
    await cast.keep(store, *(cast.draft(number) for number in range(12)), cast.record(1, unique_key="k"))
    await store.finish_update("web:done")
    units = []
    for number in range(12):
        unit = store.unit()
        unit.drafts.save(cast.next_of(cast.draft(number)))
        if number == 3:
            unit.drafts.save(cast.next_of(cast.draft(99)))
        elif number == 5:
            unit.records.add(cast.record(2, unique_key="k"))
        elif number == 7:
            unit.mark_update("web:done", "r")
        units.append(unit)
    before = store.writer.commits
    codes = await asyncio.gather(*(cast.outcome(store, unit) for unit in units))
    assert codes == ["", "", "", "draft_stale", "", "already_exists", "", "duplicate_update", "", "", "", ""]
    assert store.writer.commits - before == 9
    for number in range(12):
        draft = await store.unit().drafts.get(f"draft-{number}")
        assert draft is not None
        assert draft.rev == (0 if number in (3, 5, 7) else 1)


async def test_two_hundred(store: DatabaseStore, open_again: OpenStore) -> None:
    """Two hundred people answer twenty questions each: every answer is kept, in far fewer transactions."""
    await cast.keep(store, *(cast.draft(number) for number in range(200)))
    before = store.writer.commits

    async def person(number: int) -> None:
        draft = cast.draft(number)
        for step in range(20):
            draft = cast.next_of(draft, answers={"step": step})
            unit = store.unit()
            unit.drafts.save(draft)
            unit.mark_update(f"web:{number}:{step}", str(step))
            await store.commit(unit)

    await asyncio.gather(*(person(number) for number in range(200)))
    assert store.writer.commits - before <= 400
    async with open_again() as other:
        for number in range(200):
            draft = await other.unit().drafts.get(f"draft-{number}")
            assert draft is not None
            assert (draft.rev, draft.answers) == (20, {"step": 19})
            assert await other.reply_of(f"web:{number}:19") == "19"


async def test_two_processes(store: DatabaseStore, open_again: OpenStore) -> None:
    """Two stores on one database write at once: nothing is lost, no step fails, the chain stays whole."""
    drafts = [cast.draft(number) for number in range(40)]
    await cast.keep(store, *drafts)

    async def person(of: DatabaseStore, draft: Draft) -> None:
        for _ in range(10):
            draft = cast.next_of(draft)
            unit = of.unit()
            unit.drafts.save(draft)
            unit.audit(AuditEntry("step", draft.about.owner, draft.id))
            await of.commit(unit)

    async with open_again() as other:
        await asyncio.gather(
            *(person((store, other)[number % 2], draft) for number, draft in enumerate(drafts))
        )
    async with open_again() as third:
        kept = [await third.unit().drafts.get(draft.id) for draft in drafts]
        assert [draft.rev for draft in kept if draft] == [10] * 40
        assert [finding async for finding in third.verify()] == []


async def test_one_draft_two_devices(store: DatabaseStore, open_again: OpenStore) -> None:
    """Two devices on one draft: every acknowledged answer is a revision of its own, no silent overwrite."""
    await cast.keep(store, cast.draft())
    kept: list[tuple[int, str]] = []

    async def device(of: DatabaseStore, name: str) -> None:
        for number in range(25):
            while True:
                draft = await of.unit().drafts.get("draft-1")
                assert draft is not None
                after = cast.next_of(draft, answers={**draft.answers, f"{name}{number}": number})
                unit = of.unit()
                unit.drafts.save(after)
                try:
                    await of.commit(unit)
                except DraftStale:
                    continue
                kept.append((after.rev, f"{name}{number}"))
                break

    async with open_again() as other:
        await asyncio.gather(device(store, "a"), device(other, "b"))
    assert sorted(rev for rev, _ in kept) == list(range(1, 51))
    async with open_again() as third:
        final = await third.unit().drafts.get("draft-1")
    assert final is not None
    assert set(final.answers) >= {name for _, name in kept}


async def test_nothing_to_do(store: DatabaseStore) -> None:
    """A step that staged nothing costs no transaction."""
    before = store.writer.commits
    await store.commit(store.unit())
    assert store.writer.commits == before


async def test_foreign_key(store: DatabaseStore) -> None:
    """A mistake of ours (a post at no node) fails its own step with the database's words, and no other."""
    good, bad = store.unit(), store.unit()
    good.drafts.add(cast.draft())
    bad.people.put_person(cast.MEMBER)
    bad.people.put_post(cast.MEMBER.id, cast.post(cast.VILLAGE, "member"))
    results = await asyncio.gather(store.commit(good), store.commit(bad), return_exceptions=True)
    assert results[0] is None
    assert isinstance(results[1], Exception)
    assert "foreign key" in str(results[1]).lower()
    assert await store.unit().drafts.get("draft-1") is not None
    assert await store.unit().people.person(cast.MEMBER.id) is None


async def test_given_up_waiting(store: DatabaseStore) -> None:
    """Who goes away while the commit runs takes nothing back, and the cache knows what was kept."""
    await cast.keep(store, cast.draft())
    unit = store.unit()
    unit.drafts.save(cast.next_of(cast.draft()))
    waiting = asyncio.create_task(store.commit(unit))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    after = store.unit()
    after.drafts.save(cast.next_of(cast.next_of(cast.draft())))
    await store.commit(after)
    draft = await store.unit().drafts.get("draft-1")
    assert draft is not None
    assert draft.rev == 2


async def test_closed(open_again: OpenStore) -> None:
    """Closing carries out what waits; afterwards a commit is refused in words."""
    async with open_again() as store:
        unit = store.unit()
        unit.drafts.add(cast.draft())
        waiting = asyncio.create_task(store.commit(unit))
        await asyncio.sleep(0)
    await waiting
    late = store.unit()
    late.drafts.add(cast.draft(2))
    with pytest.raises(NotKept):
        await store.commit(late)
    async with open_again() as store:
        assert await store.unit().drafts.get("draft-1") is not None


async def test_big_unit(store: DatabaseStore) -> None:
    """An import of five thousand rows is one step: all of it, or the row that is there already is named."""
    unit = store.unit()
    for number in range(5_000):
        unit.records.add(cast.record(number, unique_key=f"k{number}"))
    await store.commit(unit)
    assert await store.unit().records.count(Filter()) == 5_000
    unit = store.unit()
    for number in range(5_000, 5_100):
        unit.records.add(cast.record(number, unique_key=f"k{number - 50}"))
    with pytest.raises(AlreadyExists) as why:
        await store.commit(unit)
    assert why.value.details == {"key": "k4950"}
    assert await store.unit().records.count(Filter()) == 5_000


async def test_meta(store: DatabaseStore, open_again: OpenStore) -> None:
    """A word about the database itself is kept."""
    assert await store.meta("demo") == ""
    await store.set_meta("demo", "1")
    await store.set_meta("demo", "2")
    async with open_again() as other:
        assert await other.meta("demo") == "2"
