"""Receipt numbers are never given twice and never renumbered."""

from __future__ import annotations

import asyncio

import pytest

from storage import DatabaseStore
from tests.storage.conftest import OpenStore


@pytest.mark.parametrize(
    ("period", "shown"),
    [("2026-11", "202611"), ("2026-11-03", "202611"), ("2026-Q4", "2026Q4"), ("2026", "2026")],
)
async def test_form(store: DatabaseStore, period: str, shown: str) -> None:
    """The number names type, town and period and counts from one."""
    assert await store.receipt_number("QX03", "monthly_report", "D", period) == f"LX-D-QX03-{shown}-0001"
    assert await store.receipt_number("QX03", "monthly_report", "D", period) == f"LX-D-QX03-{shown}-0002"


async def test_counted_apart(store: DatabaseStore) -> None:
    """Each town, type and period counts by itself."""
    for town, letter, period in (
        ("QX03", "D", "2026-11"),
        ("QX04", "D", "2026-11"),
        ("QX03", "E", "2026-11"),
    ):
        number = await store.receipt_number(town, "any", letter, period)
        assert number == f"LX-{letter}-{town}-202611-0001"


async def test_at_once(store: DatabaseStore, open_again: OpenStore) -> None:
    """A hundred wanted at once by two processes: a hundred numbers, none twice."""
    async with open_again() as other:
        numbers = await asyncio.gather(
            *(
                of.receipt_number("QX03", "check_in", "A", "2026-11")
                for _ in range(50)
                for of in (store, other)
            )
        )
    assert sorted(numbers) == [f"LX-A-QX03-202611-{n:04d}" for n in range(1, 101)]
