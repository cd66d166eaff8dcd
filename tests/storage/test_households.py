"""Households, their representatives and the bodies of a village, as they were on a day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.kept import BodyMember, Household
from storage import DatabaseStore
from storage.tables import body_members, households


async def put(store: DatabaseStore, *households: Household, reason: str = "") -> None:
    """Keep households in one unit."""
    unit = store.unit()
    for household in households:
        unit.households.put(household, reason=reason)
    await store.commit(unit)


def household(number: str, name: str, since: str = "2020-01-01", **more: str) -> Household:
    """A household of Qingxi."""
    return Household(
        f"h{number}", "QX0301", number, "一组", more.get("point", "清溪小学"), "户主" + number, 3, name, since
    )


async def names(store: DatabaseStore, on: str) -> list[tuple[str, str]]:
    """(house number, representative) in the order of the roster."""
    return [(row[1], row[2]) for row in await store.unit().households.roster("QX0301", on)]


async def test_roster(store: DatabaseStore) -> None:
    """Rows as the contract says, 2 before 10, of this village only."""
    await put(store, household("10", "张"), household("2", "李"), household("2-1", "王"))
    unit = store.unit()
    unit.households.put(Household("x1", "QX0302", "1", representative="别村", valid_from="2020-01-01"))
    await store.commit(unit)
    rows = await store.unit().households.roster("QX0301", "2026-11-01")
    assert rows[0] == ["h2", "2", "李", "一组", "清溪小学", "户主2", 3, None, ""]
    assert [row[1] for row in rows] == ["2", "10", "2-1"]


async def test_new_representative(store: DatabaseStore) -> None:
    """Who speaks for a household changes on a day; earlier meetings still find who spoke then."""
    await put(store, household("1", "张"))
    await put(store, household("1", "李", "2024-03-01"), reason="外出务工")
    await put(store, household("1", "张", "2026-05-01"), reason="返乡")
    assert await names(store, "2019-12-31") == []
    assert await names(store, "2024-02-29") == [("1", "张")]
    assert await names(store, "2024-03-01") == [("1", "李")]
    assert await names(store, "2026-04-30") == [("1", "李")]
    assert await names(store, "2026-11-01") == [("1", "张")]


async def test_another_term(store: DatabaseStore) -> None:
    """The same person for another term is another row from its day on; a phone given later takes the place of none."""
    first = household("1", "张")
    await put(store, first)
    await put(store, replace(first, phone="13800000009", term="2025-12-31"))
    await put(
        store, replace(first, phone="13800000009", term="2030-12-31", valid_from="2026-01-05"), reason="续任"
    )
    spoken = sorted(await store.unit().households.spoken_for("QX0301"))
    assert [(one.name, one.since, one.until, one.phone, one.term) for one in spoken] == [
        ("张", "2020-01-01", "2026-01-04", "13800000009", "2025-12-31"),
        ("张", "2026-01-05", "", "13800000009", "2030-12-31"),
    ]
    terms = [
        (await store.unit().households.roster("QX0301", day))[0][8] for day in ("2026-01-04", "2026-01-05")
    ]
    assert terms == ["2025-12-31", "2030-12-31"]


async def test_history_at_once(store: DatabaseStore) -> None:
    """The whole history of a household in one step, or an older version entered late: one row a day, the right one."""
    versions = [household("1", "张"), household("1", "李", "2024-03-01"), household("1", "张", "2026-05-01")]
    await put(store, *versions)
    await put(store, household("1", "王", "2022-01-01"))
    days = ("2021-06-01", "2023-06-01", "2025-06-01", "2026-06-01")
    assert [await names(store, day) for day in days] == [[("1", name)] for name in ("张", "王", "李", "张")]


async def test_same_again(store: DatabaseStore) -> None:
    """The same household put again makes one row a day; a moved one keeps its representative."""
    await put(store, household("1", "张"))
    await put(store, household("1", "张"))
    await put(store, household("1", "张", "2025-01-01", point="新点"))
    rows = await store.unit().households.roster("QX0301", "2025-06-01")
    assert rows == [["h1", "1", "张", "一组", "新点", "户主1", 3, None, ""]]
    assert await names(store, "2024-06-01") == [("1", "张")]


@pytest.mark.parametrize("since", ["", "2020-01-01"])
async def test_moved_away(store: DatabaseStore, since: str) -> None:
    """A household that ended is on no later roster."""
    await put(
        store, Household("h1", "QX0301", "1", representative="张", valid_from=since, valid_to="2025-12-31")
    )
    assert await names(store, "2025-12-31") == [("1", "张")]
    assert await names(store, "2026-01-01") == []


async def test_a_reason_stays(store: DatabaseStore) -> None:
    """What is put again without a reason keeps the one it had; a new one takes its place."""
    member = BodyMember("m1", "QX0301", "representatives", "1", "李", "", "2024-01-01")
    for changed, reason in ((member, "改选"), (replace(member, sex="female", capable=False), "")):
        unit = store.unit()
        unit.households.put_member(changed, reason=reason)
        await store.commit(unit)
    rows = await store.unit().households.people_of("QX0301", "representatives", "2026-01-01")
    assert rows == [["m1", "1", "李", "", "female", False]]
    assert [*await store.unit().households.members("QX0301")] == [
        replace(member, sex="female", capable=False)
    ]
    home = Household("h1", "QX0301", "1", adults=2, valid_from="2020-01-01")
    await put(store, home, reason="分户")
    await put(store, replace(home, people=5))
    assert [one.people for one in await store.unit().households.versions("QX0301")] == [5]
    core = store.unit()._core
    for table in (body_members, households):
        reasons = [row[0] for row in await core.reader.all(select(table.c.reason))]
        assert reasons == ["改选" if table is body_members else "分户"]


async def test_bodies(store: DatabaseStore) -> None:
    """Members of a body on a day, by number."""
    unit = store.unit()
    for number, name, body in (
        ("2", "李", "representatives"),
        ("10", "张", "representatives"),
        ("1", "王", "collective"),
    ):
        unit.households.put_member(
            BodyMember(f"m{number}", "QX0301", body, number, name, "一组", "2021-01-01")
        )
    await store.commit(unit)
    unit = store.unit()
    unit.households.put_member(
        BodyMember("m2", "QX0301", "representatives", "2", "赵", "一组", "2024-01-01"), reason="改选"
    )
    await store.commit(unit)
    people_of = store.unit().households.people_of
    assert await people_of("QX0301", "representatives", "2026-01-01") == [
        ["m2", "2", "赵", "一组", "", True],
        ["m10", "10", "张", "一组", "", True],
    ]
    assert await people_of("QX0301", "representatives", "2023-12-31") == [
        ["m2", "2", "李", "一组", "", True],
        ["m10", "10", "张", "一组", "", True],
    ]
    assert await people_of("QX0301", "collective", "2026-01-01") == [["m1", "1", "王", "一组", "", True]]
    assert await people_of("QX0302", "collective", "2026-01-01") == []
