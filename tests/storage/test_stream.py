"""An export of any length needs the memory of one page."""

from __future__ import annotations

import gc
import tracemalloc

from bot.kept import AuditEntry, Filter
from storage import DatabaseStore
from tests.storage import cast


async def fill(store: DatabaseStore, start: int, end: int) -> None:
    """Records of some 2 kB each, with an audit entry beside."""
    for first in range(start, end, 500):
        unit = store.unit()
        for number in range(first, min(first + 500, end)):
            unit.records.add(cast.record(number, answers={"note": "字" * 600}))
            unit.audit(AuditEntry("step", "p-member", f"t{number}"))
        await store.commit(unit)


async def peak_of_stream(store: DatabaseStore) -> tuple[int, int]:
    """(records seen, most bytes in use while they were)."""
    gc.collect()
    tracemalloc.start()
    seen = 0
    async for found in store.unit().records.stream(Filter(type="check_in"), with_acts=True):
        seen += len(found.acts)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return seen, peak


async def peak_of_verify(store: DatabaseStore) -> int:
    """Most bytes in use while everything is checked."""
    gc.collect()
    tracemalloc.start()
    assert [finding async for finding in store.verify()] == []
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


async def test_constant_memory(store: DatabaseStore) -> None:
    """Four times the records: the stream and the check need no more memory, and every record came once."""
    await fill(store, 0, 1_000)
    (seen, small), checked = await peak_of_stream(store), await peak_of_verify(store)
    assert seen == 1_000
    await fill(store, 1_000, 4_000)
    (seen, large), checked_all = await peak_of_stream(store), await peak_of_verify(store)
    assert seen == 4_000
    assert large < 1.5 * small
    assert checked_all < 1.5 * checked
