"""A workbook that is imported again says nothing new: no row of it changes anything, and none is bad."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import DatabaseStore, open_store, upgrade
from tests.usecases.rosters import COUNTY, Line, Pages, faults, load

HOME: Line = {"org": "QX0301", "house_no": "1-009", "head": "周某甲", "adults": 3, "since": "2022-01-01"}
VOICE: Line = {"org": "QX0301", "house_no": "1-009", "name": "周某甲", "since": "2024-01-10"}
MOVED: Line = {**HOME, "adults": 4, "since": "2026-03-01", "reason": "子女成年"}
GONE: Line = {**HOME, "until": "2026-03-31", "reason": "并户"}
BACK: Line = {**HOME, "since": "2026-06-01", "reason": "重新分户"}
KNOWN: Line = {**VOICE, "phone": "13800000009", "term": "2025-12-31"}
"""The representative with what is said of them later; the term ended before the household last changed."""
LONGER: Line = {**KNOWN, "term": "2030-12-31", "since": "2026-01-05", "reason": "续任"}
OTHER: Line = {**VOICE, "name": "孙某某", "since": "2026-05-01", "reason": "外出"}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the small county, to be copied."""
    path = tmp_path_factory.mktemp("county") / "lianxin.db"

    async def make() -> None:
        await upgrade(f"sqlite+aiosqlite:///{path}")
        async with open_store(f"sqlite+aiosqlite:///{path}", files_dir=path.parent / "files") as store:
            assert faults(await load(store, COUNTY)) == []

    asyncio.run(make())
    return path


@asynccontextmanager
async def copied(county: Path) -> AsyncIterator[DatabaseStore]:
    """A copy of the county."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copy(county, f"{place}/lianxin.db")
        url = f"sqlite+aiosqlite:///{place}/lianxin.db"
        async with open_store(url, files_dir=Path(place) / "files") as store:
            yield store


def pages(home: Line, voice: Line) -> Pages:
    """The whole workbook, with one more household and whoever speaks for it."""
    more = {"households": home, "representatives": voice}
    return {name: [*lines, more[name]] if name in more else lines for name, lines in COUNTY.items()}


async def voices(store: DatabaseStore) -> list[tuple[str, ...]]:
    """Whoever spoke for the household: name, days, phone, term."""
    households = store.unit().households
    mine = {one.id for one in await households.versions("QX0301") if one.house_no == "1-009"}
    found = [one for one in await households.spoken_for("QX0301") if one.household in mine]
    return [tuple(one[1:]) for one in sorted(found, key=lambda one: one.since) if one.name]


FIRST, SAID = ("周某甲", "2024-01-10", "", "", ""), ("周某甲", "2024-01-10", "", "13800000009", "2025-12-31")


@pytest.mark.parametrize(
    ("books", "spoken"),
    [
        ([(HOME, VOICE)], [FIRST]),
        ([(HOME, VOICE), (MOVED, VOICE)], [FIRST]),
        ([(HOME, VOICE), (MOVED, VOICE), (MOVED, KNOWN)], [SAID]),
        ([(HOME, VOICE), (MOVED, KNOWN)], [SAID]),
        ([(HOME, VOICE), (MOVED, KNOWN), (MOVED, VOICE), (MOVED, {**VOICE, "since": None})], [SAID]),
        ([(HOME, VOICE), (GONE, VOICE), (BACK, KNOWN), (BACK, VOICE)], [SAID]),
        (
            [(HOME, KNOWN), (MOVED, LONGER), (MOVED, {**VOICE, "phone": "13800000008"})],
            [
                ("周某甲", "2024-01-10", "2026-01-04", "13800000009", "2025-12-31"),
                ("周某甲", "2026-01-05", "", "13800000008", "2030-12-31"),
            ],
        ),
        ([(HOME, VOICE), (MOVED, OTHER)], [
            ("周某甲", "2024-01-10", "2026-04-30", "", ""), ("孙某某", "2026-05-01", "", "", ""),
        ]),
    ],
)  # fmt: skip
async def test_a_workbook_again(
    county: Path, books: Sequence[tuple[Line, Line]], spoken: list[tuple[str, ...]]
) -> None:
    """Whatever came before: what is said of the same person is written where they stand, and is there the next time."""
    async with copied(county) as store:
        for book in books:
            first, again = await load(store, pages(*book)), await load(store, pages(*book))
            assert (faults(first), faults(again), again.changes) == ([], [], 0), book
        assert await voices(store) == [*spoken]
        assert [found async for found in store.verify()] == []


async def test_split_by_an_earlier_version_of_the_import(county: Path) -> None:
    """Where a phone once made a second row of the same person, that person still speaks since the first."""
    async with copied(county) as store:
        await load(store, pages(HOME, VOICE))
        await load(store, {"households": [MOVED]})
        unit = store.unit()
        versions = await unit.households.versions("QX0301")
        home = next(one for one in versions if one.valid_from == "2026-03-01")
        unit.households.put(replace(home, representative="周某甲", phone="13800000009"))
        await store.commit(unit)
        assert len(await voices(store)) == 2
        report = await load(store, pages(MOVED, {**VOICE, "phone": "13800000009"}))
        assert (faults(report), report.changes) == ([], 0)
        early = await load(store, pages(MOVED, {**VOICE, "since": "2023-01-01"}))
        assert faults(early) == [("representatives", 4, "since", "later_known")]


DAYS = st.sampled_from([None, "2022-01-01", "2024-01-10", "2026-03-01", "2026-05-01"])
WHY = st.sampled_from([None, "变更"])
HOMES = st.fixed_dictionaries({
    **{name: st.just(value) for name, value in HOME.items()}, "since": DAYS, "adults": st.sampled_from([3, 4]),
    "point": st.sampled_from([None, "1点"]), "reason": WHY, "until": st.sampled_from([None, None, None, "2026-04-30"]),
})  # fmt: skip
VOICES = st.fixed_dictionaries({
    **{name: st.just(value) for name, value in VOICE.items()}, "since": DAYS, "reason": WHY,
    "name": st.sampled_from(["周某甲", "孙某某", "空缺"]), "phone": st.sampled_from([None, "13800000008", "13800000009"]),
    "term": st.sampled_from([None, "2025-12-31", "2030-12-31"]),
})  # fmt: skip


@given(st.lists(st.tuples(HOMES, VOICES), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_workbooks_again(county: Path, books: list[tuple[Line, Line]]) -> None:
    """Rows in any order, right or wrong: what was taken is known the next time, what was refused is refused again."""

    async def play() -> None:
        async with copied(county) as store:
            for book in books:
                first, again = await load(store, pages(*book)), await load(store, pages(*book))
                assert (faults(again), again.changes) == (faults(first), 0), book

    asyncio.run(play())
