"""What was sent, every act on it, every version of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.errors import AlreadyExists, RecordStale
from bot.forms.core.records import Record
from bot.kept import Filter, PendingEffect
from storage import DatabaseStore
from tests.storage import cast


async def read(store: DatabaseStore, number: int = 1) -> Record:
    """The record as a later step sees it."""
    found = await store.unit().records.get(f"record-{number}")
    assert found is not None
    return found


async def test_kept(store: DatabaseStore) -> None:
    """Every part of a record comes back equal, by id and by receipt."""
    full = cast.record(
        event_at="2026-11-20T19:30", due_at="2026-12-05T15:59:59.000000Z", late=True, backfill=True,
        backfill_reason="停电", round=2, unique_key="k", proxy_for="p-z", frozen={"roster": {"digest": "d"}},
        flags=({"key": "similar", "args": {"percent": 93}},),
    )  # fmt: skip
    await cast.keep(store, full)
    assert await read(store) == full
    assert await store.unit().records.by_receipt(full.receipt) == full
    assert await store.unit().records.by_receipt("LX-A-QX03-202611-9999") is None
    assert await store.unit().records.get("nothing") is None


async def test_acts(store: DatabaseStore) -> None:
    """An act moves the record on; a version is kept beside the earlier ones with its reason."""
    first = cast.record()
    await cast.keep(store, first)
    back = cast.acted(
        first, cast.act(2, "return", "submitted", "returned", answers={"marks": {"mood": "why"}})
    )
    unit = store.unit()
    unit.records.act(back, back.acts[-1])
    await store.commit(unit)
    mended = cast.acted(
        back,
        cast.act(3, "mend", "returned", "submitted"),
        version=2,
        change_reason="改错字",
        answers={"mood": "low"},
    )
    unit = store.unit()
    unit.records.act(mended, mended.acts[-1])
    unit.records.new_version(mended)
    await store.commit(unit)
    assert await read(store) == mended
    versions = await store.unit().records.versions(first.id)
    assert [(found.n, found.by, found.reason, found.answers) for found in versions] == [
        (1, cast.MEMBER.id, "", first.answers),
        (2, cast.MEMBER.id, "改错字", {"mood": "low"}),
    ]


async def test_stale(store: DatabaseStore) -> None:
    """Of two people who act on the same revision one is told, and nothing of theirs is written."""
    first = cast.record()
    await cast.keep(store, first)
    units = []
    for name in ("accept", "return"):
        unit = store.unit()
        after = cast.acted(first, cast.act(2, name, "submitted", name))
        unit.records.act(after, after.acts[-1])
        unit.keep_effect(PendingEffect(name, "rectification", {}))
        units.append(unit)
    await store.commit(units[0])
    with pytest.raises(RecordStale) as why:
        await store.commit(units[1])
    assert why.value.details == {"record_id": first.id}
    assert (await read(store)).state == "accept"
    assert [effect.key for effect in await store.unit().pending_effects("rectification")] == ["accept"]


async def test_unique(store: DatabaseStore) -> None:
    """What may exist once exists once, until it is withdrawn or void; then another may stand in its place."""
    key = "check_in:p-member:2026-11"
    first = cast.record(1, unique_key=key)
    await cast.keep(store, first)
    with pytest.raises(AlreadyExists) as why:
        await cast.keep(store, cast.record(2, unique_key=key))
    assert why.value.details == {"key": key}
    await cast.keep(
        store, cast.record(2, unique_key=key, type="monthly_report"), cast.record(3), cast.record(4)
    )
    gone = cast.acted(first, cast.act(2, "withdraw", "submitted", "withdrawn"))
    unit = store.unit()
    unit.records.act(gone, gone.acts[-1])
    await store.commit(unit)
    await cast.keep(store, cast.record(5, unique_key=key))
    again = cast.acted(gone, cast.act(3, "restore", "withdrawn", "submitted"))
    unit = store.unit()
    unit.records.act(again, again.acts[-1])
    with pytest.raises(AlreadyExists):
        await store.commit(unit)
    assert (await read(store)).unique_key == key, "what it was about is not forgotten"


async def test_unique_together(store: DatabaseStore) -> None:
    """Withdrawn and sent again in one step: the old one gives the place free first."""
    first = cast.record(1, unique_key="k")
    await cast.keep(store, first)
    gone = cast.acted(first, cast.act(2, "void", "submitted", "void"))
    unit = store.unit()
    unit.records.add(cast.record(2, unique_key="k"))
    unit.records.act(gone, gone.acts[-1])
    await store.commit(unit)
    assert (await read(store, 2)).state == "submitted"


async def filled(store: DatabaseStore) -> None:
    """Twelve records of two types, two villages, three months, two states."""
    await cast.keep(
        store,
        *(
            cast.record(
                number,
                type="check_in" if number % 2 else "minutes",
                org=org.id,
                org_path=org.path,
                period=f"2026-{9 + number % 3:02d}",
                event_at=f"2026-11-{number:02d}T19:30" if number % 2 == 0 else "",
                state="accepted" if number > 8 else "submitted",
                filler="p-even" if number % 2 == 0 else "p-odd",
                subject=f"s{number % 3}",
            )
            for number in range(1, 13)
            for org in [cast.VILLAGE if number <= 6 else cast.OTHER]
        ),
    )


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        ({}, range(1, 13)),
        ({"type": "minutes"}, (2, 4, 6, 8, 10, 12)),
        ({"org": "QX0301"}, range(1, 7)),
        ({"paths": ("/SF/QX03/",)}, range(1, 13)),
        ({"paths": ("/SF/QX03/QX0302/", "/SF/QX04/")}, range(7, 13)),
        ({"paths": ("/SF/QX03/QX030",)}, range(1, 13)),
        ({"paths": ("/SF/QX0_/", "/%")}, ()),
        ({"states": ("accepted", "void")}, (9, 10, 11, 12)),
        ({"periods": ("2026-09", "2026-11")}, (2, 3, 5, 6, 8, 9, 11, 12)),
        ({"event_from": "2026-11-04", "event_to": "2026-11-08"}, (4, 6, 8)),
        ({"event_to": "2026-11-04"}, (2, 4)),
        ({"filler": "p-odd", "subject": "s1"}, (1, 7)),
        ({"involved": "s0"}, (3, 6, 9, 12)),
        ({"involved": "p-odd", "type": "check_in"}, (1, 3, 5, 7, 9, 11)),
        ({"type": "check_in", "org": "QX0302", "states": ("submitted",)}, (7,)),
    ],
)
async def test_filter(store: DatabaseStore, where: dict[str, Any], numbers: Any) -> None:
    """Each part of a filter narrows; lists, counts and streams agree."""
    await filled(store)
    records = store.unit().records
    wanted = {f"record-{number}" for number in numbers}
    heads = await records.heads(Filter(**where))
    assert {head.id for head in heads} == wanted
    assert [head.id for head in heads] == [
        head.id for head in sorted(heads, key=lambda head: (head.submitted_at, head.id), reverse=True)
    ]
    assert await records.count(Filter(**where)) == len(wanted)
    streamed = [found async for found in records.stream(Filter(**where))]
    assert {found.id for found in streamed} == wanted
    keys = [(found.type, found.org, found.period, found.submitted_at, found.id) for found in streamed]
    assert keys == sorted(keys)


async def test_pages(store: DatabaseStore) -> None:
    """Pages of a list follow each other, newest or oldest first."""
    await filled(store)
    records = store.unit().records
    newest = [head.id for head in await records.heads(Filter())]
    pages = [head.id for start in (0, 5, 10) for head in await records.heads(Filter(), limit=5, offset=start)]
    assert pages == newest
    assert [head.id for head in await records.heads(Filter(), oldest_first=True)] == newest[::-1]


async def test_head(store: DatabaseStore) -> None:
    """A head shows the columns of its record."""
    full = cast.record(late=True, due_at="2026-12-05T00:00:00.000000Z")
    await cast.keep(store, full)
    (head,) = await store.unit().records.heads(Filter())
    for name in head.__slots__:
        assert getattr(head, name) == getattr(full, name), name


async def test_stream_acts(store: DatabaseStore) -> None:
    """A stream brings acts where they are wanted."""
    await cast.keep(store, cast.record(1), cast.record(2))
    records = store.unit().records
    assert [len(found.acts) async for found in records.stream(Filter())] == [0, 0]
    with_acts = [found async for found in records.stream(Filter(), with_acts=True)]
    assert with_acts == [cast.record(1), cast.record(2)]


async def test_some(store: DatabaseStore) -> None:
    """Several at once, with their acts; what is not there is left out."""
    await cast.keep(store, cast.record(1), cast.record(2), cast.record(3))
    records = store.unit().records
    found = await records.some(["record-1", "record-3", "nosuch"])
    assert sorted(found, key=lambda one: one.id) == [cast.record(1), cast.record(3)]
    assert await records.some([]) == []


async def test_last(store: DatabaseStore) -> None:
    """The newest record that counts, before a period if one is given."""
    await cast.keep(
        store,
        cast.record(1, period="2026-09"),
        cast.record(2, period="2026-10"),
        cast.record(3, period="2026-11", state="void"),
        cast.record(4, period="2026-11", org="QX0302", subject="p-other"),
    )
    last = store.unit().records.last
    for wanted, given in (
        (4, {}),
        (2, {"org": "QX0301"}),
        (2, {"subject": "p-member", "before_period": "2026-11"}),
        (1, {"subject": "p-member", "before_period": "2026-10"}),
        (4, {"subject": "p-other"}),
    ):
        found = await last("check_in", **given)
        assert found is not None
        assert found.id == f"record-{wanted}"
        assert found.acts
    assert await last("check_in", subject="p-member", before_period="2026-09") is None
    assert await last("minutes") is None


async def test_effects(store: DatabaseStore) -> None:
    """An effect waits for its type, is kept once, and is carried out once."""
    for doc in ({"a": 1}, {"a": 2}):
        unit = store.unit()
        unit.keep_effect(PendingEffect("record-1/2//0", "rectification", doc))
        await store.commit(unit)
    assert list(await store.unit().pending_effects("rectification")) == [
        PendingEffect("record-1/2//0", "rectification", {"a": 1})
    ]
    units = [store.unit(), store.unit()]
    for unit in units:
        unit.drop_effect("record-1/2//0")
    assert [await cast.outcome(store, unit) for unit in units] == ["", "already_exists"]
    assert await store.unit().pending_effects("rectification") == []


async def test_snapshots(store: DatabaseStore) -> None:
    """A snapshot is kept once per content, whatever the order of its keys."""
    unit = store.unit()
    digest = unit.snapshots.put("roster", {"rows": [[1, "张"]], "on": "2026-11-01"})
    assert digest == unit.snapshots.put("roster", {"on": "2026-11-01", "rows": [[1, "张"]]})
    await store.commit(unit)
    assert await store.unit().snapshots.get(digest) == {"rows": [[1, "张"]], "on": "2026-11-01"}
    assert await store.unit().snapshots.get("0" * 64) is None


async def test_old_place(store: DatabaseStore) -> None:
    """An act never moves a record to another node: history keeps the place it was made in."""
    first = cast.record()
    await cast.keep(store, first)
    moved = cast.acted(first, cast.act(2, "accept", "submitted", "accepted"), org="QX0302", org_path="/x/")
    unit = store.unit()
    unit.records.act(moved, moved.acts[-1])
    await store.commit(unit)
    assert await read(store) == replace(moved, org=first.org, org_path=first.org_path)


async def test_only_a_version_changes_answers(store: DatabaseStore) -> None:
    """An act on a record that was read in a newer form's shape leaves the stored answers as they were sent."""
    first = cast.record()
    await cast.keep(store, first)
    upgraded = replace(first, answers={**first.answers, "new_field": None})
    after = cast.acted(upgraded, cast.act(2, "accept", "submitted", "accepted"))
    unit = store.unit()
    unit.records.act(after, after.acts[-1])
    await store.commit(unit)
    assert (await read(store)).answers == first.answers
    assert [finding async for finding in store.verify()] == []
