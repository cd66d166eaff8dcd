"""A roster imported into either database: kept, found again, versioned, in the audit trail."""

from __future__ import annotations

from storage import DatabaseStore
from tests.usecases.rosters import COUNTY, Line, faults, load


async def test_a_roster_on_both_databases(store: DatabaseStore) -> None:
    """What one import writes the next one finds, and a change is a version beside the first."""
    first = await load(store, COUNTY)
    assert faults(first) == []
    assert [sheet.new for sheet in first.sheets.values()] == [3, 3, 3, 2, 2, 1]
    again = await load(store, COUNTY)
    assert (again.changes, faults(again)) == (0, [])
    house: Line = {**COUNTY["households"][0], "adults": 4, "since": "2026-03-01", "reason": "子女成年"}
    speaker: Line = {
        **COUNTY["representatives"][0],
        "name": "孙某某",
        "since": "2026-04-01",
        "reason": "外出",
    }
    member: Line = {**COUNTY["members"][0], "name": "钱某某", "since": "2026-05-01", "reason": "改选"}
    change = {"households": [house], "representatives": [speaker], "members": [member]}
    assert (await load(store, change)).changes == 3
    assert (await load(store, change)).changes == 0
    households = store.unit().households
    assert sorted((one.adults, one.valid_from, one.valid_to) for one in await households.versions("QX0301")) == [
        (2, "", ""), (3, "", "2026-02-28"), (4, "2026-03-01", "2026-03-31"), (4, "2026-04-01", ""),
    ]  # fmt: skip
    assert sorted(spoken[1:4] for spoken in await households.spoken_for("QX0301")) == [
        ("孙某某", "2026-04-01", ""), ("赵某甲", "", "2026-03-31"), ("钱某某", "", ""),
    ]  # fmt: skip
    assert [(one.name, one.valid_from) for one in sorted(await households.members("QX0301"), key=lambda one: one.valid_from)] == [
        ("孙某某", ""), ("钱某某", "2026-05-01"),
    ]  # fmt: skip
    assert [found async for found in store.verify()] == []


async def test_what_may_stay_empty_on_both_databases(store: DatabaseStore) -> None:
    """Sex, capacity and how many live somewhere are kept, and come later without a change of anything."""
    await load(store, COUNTY)
    home, member = {**COUNTY["households"][0], "people": 4}, {**COUNTY["members"][0], "sex": "女"}
    unfit = {**COUNTY["members"][0], "body": "集体经济组织成员", "capable": "否"}
    pages = {"households": [home], "members": [member, unfit]}
    assert [(report.changes, faults(report)) for report in [await load(store, pages) for _ in range(2)]] == [
        (3, []),
        (0, []),
    ]
    households = store.unit().households
    assert sorted((one.house_no, one.people) for one in await households.versions("QX0301")) == [
        ("1-001", 4),
        ("1-002", None),
    ]
    assert sorted((one.body, one.sex, one.capable) for one in await households.members("QX0301")) == [
        ("collective", "", False), ("representatives", "female", True),
    ]  # fmt: skip


async def test_who_is_away_on_both_databases(store: DatabaseStore) -> None:
    """The day a member left is kept, the day they were back comes beside it, and both are found again."""
    await load(store, COUNTY)
    line = {"person": "A3", "org": "QX0301", "role": "党员", "title": "党员", "since": "2012-07-01"}
    for more, left, back in (
        ({"away_from": "2026-03-01"}, "2026-03-01", ""),
        ({"away_to": "2026-06-01"}, "2026-03-01", "2026-06-01"),
    ):
        for changes in (1, 0):
            report = await load(store, {"posts": [{**line, **more}]})
            assert (report.changes, faults(report)) == (changes, [])
        person = await store.unit().people.person("r-A3")
        assert person is not None
        assert [(one.away_from, one.away_to) for one in person.posts if one.role == "member"] == [
            (left, back)
        ]
