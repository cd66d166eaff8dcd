"""How a body of the village is made up: warnings beside the accepted rows of an import (VCL 14, 29)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.forms.core.law import Readings
from bot.texts import LANGS
from bot.usecases.roster import Importer, Report
from bot.usecases.roster_sheets import Words
from storage import DatabaseStore, open_store, upgrade
from tests.usecases.rosters import COUNTY, TEXTS, TODAY, Cells, Line, Pages, faults, load

ORGS: Pages = {"orgs": COUNTY["orgs"]}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """清溪村 without a household."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    async with open_store(url, files_dir=tmp_path / "files") as opened:
        assert faults(await load(opened, ORGS)) == []
        yield opened


def homes(*groups: tuple[str, int]) -> list[Line]:
    """So many households in each group."""
    return [
        {"org": "QX0301", "house_no": f"{g}-{n:03d}", "group": name, "head": "赵某甲", "adults": 2}
        for g, (name, count) in enumerate(groups, 1)
        for n in range(1, count + 1)
    ]


def seats(count: int, body: str = "村民代表", start: int = 1, **more: Any) -> list[Line]:
    """Members of a body."""
    return [
        {"org": "QX0301", "body": body, "no": str(n), "name": "孙某某", **more}
        for n in range(start, start + count)
    ]


def told(report: Report, lang: str = "zh-Hans") -> list[str]:
    """The remarks in words."""
    return [Words(TEXTS, lang).text(remark.key, **remark.values) for remark in report.remarks]


async def test_a_body_as_it_should_be(store: DatabaseStore) -> None:
    """One for every five to fifteen, four fifths representatives: nothing is said, nor of women where nobody noted it."""
    report = await load(
        store, {"households": homes(("1组", 40)), "members": [*seats(4), *seats(1, "村委会成员")]}
    )
    assert (faults(report), report.ok, told(report)) == ([], True, [])


@pytest.mark.parametrize(
    ("groups", "members", "said"),
    [
        ([("", 40)], seats(2), "村民代表 2 名；按户推选的，每 5 至 15 户一名，40 户应有 3 至 8 名"),
        ([("", 40)], seats(9), "40 户应有 3 至 8 名"),
        ([("1组", 40), ("2组", 40)], [*seats(8, group="1组"), *seats(1, start=9, group="2组")],
         "有 1 个村民小组不是这样：2组 40 户 1 名（应有 3 至 8 名）（村民委员会组织法第二十九条）"),
        ([("1组", 40), ("2组", 40)], seats(8, group="1组"), "2组 40 户 0 名"),
        ([("1组", 20), ("2组", 20)], seats(2, group="9组"), "40 户应有 3 至 8 名"),
        ([(f"{n}组", 40) for n in range(1, 8)], seats(3, group="1组"), "有 6 个村民小组不是这样：2组"),
        ([("", 40)], [*seats(4), *seats(2, "村委会成员")], "占组成人员 6 名的比例不到五分之四（5 名）"),
        ([("", 40)], [*seats(1, sex="女"), *seats(3, start=2, sex="男")], "妇女代表 1 名，不到 4 名的三分之一（2 名）"),
        ([], seats(20, "集体经济组织成员代表"), "成员代表 20 名，要多于二十名（至少 21 名）"),
        ([("", 60)], seats(21, "集体经济组织成员代表"), "成员代表 21 名；按户推选的，每 5 至 15 户一名，60 户应有 4 至 12 名"),
    ],
)  # fmt: skip
async def test_a_body_that_is_made_up_otherwise(
    store: DatabaseStore, groups: list[tuple[str, int]], members: list[Line], said: str
) -> None:
    """One warning with the figures and the article; every row is taken, and a dry run says the same before."""
    pages = {"households": homes(*groups), "members": members}
    checked, done = await load(store, pages, dry_run=True), await load(store, pages)
    assert told(checked) == told(done)
    (line,) = told(done)
    assert line.startswith("清溪村：")
    assert said in line
    assert (faults(done), done.ok, done.sheets["members"].new) == ([], True, len(members))
    for lang in LANGS:
        assert "{" not in "".join(told(done, lang))


async def test_women_are_counted_when_it_is_said_of_everybody(store: DatabaseStore) -> None:
    """Sex may come later, without a day or a reason; the last one said makes the count, by the reading that was chosen."""
    base = {"households": homes(("", 40)), "members": [*seats(4), *seats(1, "村委会成员")]}
    await load(store, base)
    some = await load(store, {"members": seats(3, sex="男")})
    assert (some.sheets["members"].changed, told(some)) == (3, [])
    last = await load(store, {"members": seats(1, start=4, sex="女性")})
    assert "妇女代表 1 名，不到 4 名" in told(last)[0]
    unit = store.unit()
    assert [(one.sex, one.valid_from, one.valid_to) for one in await unit.households.members("QX0301")].count(
        ("male", "", "")
    ) == 3
    again = await load(store, {"members": seats(3, sex="男")})
    assert again.changes == 0
    of_body = Importer(store, TEXTS, TODAY, readings=Readings(women_base="body"))
    found = await of_body.load(Cells({"members": seats(1, sex="男")}), by="system:test")
    assert "妇女代表 1 名，不到 5 名" in told(found)[0]


async def test_another_person_in_the_seat(store: DatabaseStore) -> None:
    """Nothing is known of the sex of who follows; a sex that is known changes only with a day and a reason."""
    await load(store, {"members": seats(1, sex="女")})
    row: Line = {"org": "QX0301", "body": "村民代表", "no": "1", "name": "孙某某", "sex": "男"}
    assert faults(await load(store, {"members": [row]})) == [("members", 2, "sex", "change_undated")]
    other: Line = {**row, "name": "钱某某", "sex": None, "since": "2026-03-01", "reason": "改选"}
    assert faults(await load(store, {"members": [other]})) == []
    members = sorted(await store.unit().households.members("QX0301"), key=lambda one: one.valid_from)
    assert [(one.name, one.sex) for one in members] == [("孙某某", "female"), ("钱某某", "")]


async def test_more_households_than_before(store: DatabaseStore) -> None:
    """Households alone may upset the count; where nothing of a village changed, nothing is said again."""
    await load(store, {"households": homes(("", 15)), "members": seats(1)})
    report = await load(store, {"households": homes(("", 16))})
    assert "16 户应有 2 至 3 名" in told(report)[0]
    assert told(await load(store, {"households": homes(("", 16))})) == []


async def test_capacity(store: DatabaseStore) -> None:
    """是 where nothing is written; lost on a day with a reason, and whoever follows in the register has it again."""
    row = {"org": "QX0301", "body": "集体经济组织成员", "no": "1", "name": "孙某某"}
    await load(store, {"members": [row, {**row, "no": "2", "capable": "否"}]})
    lost = {**row, "capable": "否"}
    assert faults(await load(store, {"members": [lost]})) == [("members", 2, "capable", "change_undated")]
    steps: list[Line] = [
        {**lost, "since": "2026-03-01", "reason": "法院宣告"},
        {**row, "no": "2", "name": "钱某某", "since": "2026-05-01", "reason": "继承"},
    ]
    assert faults(await load(store, {"members": steps})) == []
    assert (await load(store, {"members": steps})).changes == 0
    found = sorted(
        (one.no, one.valid_from, one.capable) for one in await store.unit().households.members("QX0301")
    )
    assert found == [("1", "", True), ("1", "2026-03-01", False), ("2", "", False), ("2", "2026-05-01", True)]


async def test_how_many_live_there(store: DatabaseStore) -> None:
    """Counted later it changes nothing else, asks for no reason and is found again; another count is a change from a day on."""
    home: Line = {"org": "QX0301", "house_no": "1-001", "head": "赵某甲", "adults": 2, "since": "2022-01-01"}
    speaker: Line = {"org": "QX0301", "house_no": "1-001", "name": "赵某甲"}
    other = {**speaker, "name": "孙某某", "since": "2026-04-01", "reason": "外出"}
    await load(store, {"households": [home], "representatives": [speaker]})
    await load(store, {"representatives": [other]})
    for pages, changes in (([{**home, "people": 5}], 1), ([{**home, "people": 5}], 0), ([home], 0)):
        report = await load(store, {"households": pages})
        assert (faults(report), report.changes) == ([], changes)
    households = store.unit().households
    assert sorted((one.valid_from, one.valid_to, one.people) for one in await households.versions("QX0301")) == [
        ("2022-01-01", "2026-03-31", None), ("2026-04-01", "", 5),
    ]  # fmt: skip
    assert sorted(one[1:3] for one in await households.spoken_for("QX0301")) == [
        ("孙某某", "2026-04-01"), ("赵某甲", "2022-01-01"),
    ]  # fmt: skip
    for line, key in (
        ({**home, "people": 6}, "change_before"),
        ({**home, "people": 1}, "fewer_people"),
        ({**home, "adults": 6}, "fewer_people"),
    ):
        assert faults(await load(store, {"households": [line]})) == [("households", 2, "people", key)]
    more: Line = {**home, "people": 6, "since": "2026-06-01", "reason": "出生"}
    assert faults(await load(store, {"households": [more]})) == []
    rows = await store.unit().households.roster("QX0301", "2026-11-22")
    assert [(row[2], row[6], row[7]) for row in rows] == [("孙某某", 2, 6)]


HOME: Line = {"org": "QX0301", "house_no": "1-001", "head": "赵某甲", "adults": 2, "since": "2022-01-01"}
SPEAKER: Line = {"org": "QX0301", "house_no": "1-001", "name": "赵某甲"}


async def voices(store: DatabaseStore) -> list[tuple[str, ...]]:
    """Who ever spoke for the village's households: name, days, phone, term."""
    return sorted(
        (tuple(one[1:]) for one in await store.unit().households.spoken_for("QX0301")), key=lambda one: one[1]
    )


async def test_a_phone_and_a_term_come_later(store: DatabaseStore) -> None:
    """Both may stay empty; written down later they change nothing, ask for no reason and are found again."""
    await load(store, {"households": [HOME], "representatives": [SPEAKER]})
    known = {**SPEAKER, "phone": "138 0000 0009", "term": "2026-12-31"}
    for line, changes in ((known, 1), (known, 0), (SPEAKER, 0), ({**SPEAKER, "phone": "13800000008"}, 1)):
        report = await load(store, {"representatives": [line]})
        assert (faults(report), report.changes) == ([], changes), line
    assert await voices(store) == [("赵某甲", "2022-01-01", "", "13800000008", "2026-12-31")]
    await load(store, {"households": [{**HOME, "adults": 3, "since": "2026-03-01", "reason": "成年"}]})
    assert (await voices(store))[-1][3:] == ("13800000008", "2026-12-31"), (
        "a household that changes keeps who speaks"
    )


async def test_another_term_is_a_change(store: DatabaseStore) -> None:
    """Another term needs its day and a reason; somebody else brings neither the phone nor the term of the one before."""
    term = {**SPEAKER, "phone": "13800000009", "term": "2025-12-31"}
    await load(store, {"households": [HOME], "representatives": [term]})
    longer: Line = {**SPEAKER, "term": "2028-12-31"}
    for line, column, key in (
        (longer, "term", "change_undated"),
        ({**longer, "since": "2026-01-05"}, "reason", "reason_missing"),
        ({**longer, "since": "2029-01-05", "reason": "续任"}, "term", "term_before"),
        ({**longer, "phone": "12345"}, "phone", None),
    ):
        found = faults(await load(store, {"representatives": [line]}))
        assert [(one[0], one[2]) for one in found] == [("representatives", column)]
        assert key is None or found[0][3] == key
    right = {**longer, "since": "2026-01-05", "reason": "续任"}
    assert [(await load(store, {"representatives": [right]})).changes for _ in range(2)] == [1, 0]
    other: Line = {**SPEAKER, "name": "孙某某", "since": "2026-04-01", "reason": "外出"}
    await load(store, {"representatives": [other]})
    assert await voices(store) == [
        ("赵某甲", "2022-01-01", "2026-01-04", "13800000009", "2025-12-31"),
        ("赵某甲", "2026-01-05", "2026-03-31", "13800000009", "2028-12-31"),
        ("孙某某", "2026-04-01", "", "", ""),
    ]
