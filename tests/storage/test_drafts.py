"""Forms being filled are kept, found again, and moved by one device at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import AlreadyExists, DraftStale
from bot.forms.core.draft import Draft
from storage import DatabaseStore
from tests.storage import cast
from tests.storage.conftest import OpenStore


async def read(store: DatabaseStore, number: int = 1) -> Draft | None:
    """The draft as a later step sees it."""
    return await store.unit().drafts.get(f"draft-{number}")


async def test_kept(store: DatabaseStore, open_again: OpenStore) -> None:
    """Every part of a draft comes back equal, from the cache and from the database."""
    full = replace(
        cast.draft(record="record-9", row="r12", subject="p-x", base_rev=3, proxy_for="p-y", proxy_reason="无手机"),
        at=("agenda", "r12", "owner"), reask=(("title",), ("agenda", "r12")), confirmed=("title|long",),
        pre={"title": {"value": 1, "from": "last"}}, why={"a|b": "因为"},
        frozen={"roster": {"digest": "d", "args": {}}},
        marks={"title": {"code": "unclear", "text": "不清楚"}}, base={"title": "旧"}, ret=True, seq=7,
        pending={"readings": [1, 2]}, asked="2026-11-22T05:53:00.000000Z",
    )  # fmt: skip
    await cast.keep(store, full)
    assert await read(store) == full
    async with open_again() as other:
        assert await read(other) == full


async def test_unknown(store: DatabaseStore) -> None:
    """A draft nobody made is None."""
    assert await read(store) is None


async def test_saved(store: DatabaseStore, open_again: OpenStore) -> None:
    """A later revision replaces the earlier one."""
    first = cast.draft()
    await cast.keep(store, first)
    second = cast.next_of(first, answers={"mood": "low"})
    unit = store.unit()
    unit.drafts.save(second)
    assert await read(store) == first, "staged is not stored"
    await store.commit(unit)
    assert await read(store) == second
    async with open_again() as other:
        assert await read(other) == second


async def test_stale(store: DatabaseStore, open_again: OpenStore) -> None:
    """Of two devices that answer at once one is told; afterwards it sees what the other did."""
    first = cast.draft()
    await cast.keep(store, first)
    async with open_again() as other:
        assert await read(other) == first
        unit = other.unit()
        unit.drafts.save(cast.next_of(first, answers={"mood": "low"}))
        await other.commit(unit)
        late = store.unit()
        late.drafts.save(cast.next_of(first, answers={"mood": "mixed"}))
        with pytest.raises(DraftStale) as why:
            await store.commit(late)
        assert why.value.details == {"draft_id": first.id, "rev": 1}
        assert await read(store) == cast.next_of(first, answers={"mood": "low"})


async def test_replicas_look_again(store: DatabaseStore, open_again: OpenStore) -> None:
    """With replicas a cached draft is believed only while its revision is the stored one."""
    first = cast.draft()
    await cast.keep(store, first)
    async with open_again(replicas=True) as replica:
        assert await read(replica) == first
        unit = store.unit()
        unit.drafts.save(cast.next_of(first))
        await store.commit(unit)
        assert await read(replica) == cast.next_of(first)


async def test_twice(store: DatabaseStore) -> None:
    """A draft's id is given once."""
    await cast.keep(store, cast.draft())
    unit = store.unit()
    unit.drafts.add(cast.draft())
    with pytest.raises(AlreadyExists):
        await store.commit(unit)


async def test_found(store: DatabaseStore) -> None:
    """The newest open draft for exactly this form, period, record and row; any node when none is named."""
    drafts = [
        cast.draft(1),
        cast.draft(2),
        cast.draft(3, period="2026-12"),
        replace(cast.draft(4), done="sent"),
        cast.draft(5, owner="p-clerk"),
        cast.draft(6, form="check_in/return", record="record-1", row="r1"),
        cast.draft(7, org=cast.OTHER.id),
    ]
    for one in drafts:
        await cast.keep(store, one)
    find = store.unit().drafts.find
    me = cast.MEMBER.id
    assert await find(me, "check_in", period="2026-11", org=cast.VILLAGE.id) == drafts[1]
    assert await find(me, "check_in", period="2026-11") == drafts[6]
    assert await find(me, "check_in", period="2026-12") == drafts[2]
    assert await find(me, "check_in") is None
    assert await find(me, "check_in/return", period="2026-11", record="record-1", row="r1") == drafts[5]
    assert await find(me, "check_in/return", period="2026-11", record="record-1") is None
    heads = await store.unit().drafts.open_of(me)
    assert [head.id for head in heads] == ["draft-7", "draft-6", "draft-3", "draft-2", "draft-1"]
    assert (heads[1].form, heads[1].record, heads[1].row) == ("check_in/return", "record-1", "r1")


async def test_many(store: DatabaseStore) -> None:
    """A list of open drafts ends at fifty."""
    await cast.keep(store, *(cast.draft(number) for number in range(60)))
    assert len(await store.unit().drafts.open_of(cast.MEMBER.id)) == 50
