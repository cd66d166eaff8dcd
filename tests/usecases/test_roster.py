"""Importing a roster: what is kept, what is named, what stays as it was."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NotKept
from bot.kept import Household
from bot.people import Person, Post
from bot.texts import LANGS
from bot.usecases.roster import NothingToImport, Report, problems_of
from bot.usecases.roster_sheets import Odd, Words
from storage import DatabaseStore, open_store, upgrade
from tests.usecases.rosters import COUNTY, TEXTS, Cells, Line, faults, importer, load, with_rows

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of this version, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "lianxin.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
async def store(empty: Path, tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """An empty database."""
    shutil.copy(empty, tmp_path / "lianxin.db")
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    async with open_store(url, files_dir=tmp_path / "files") as opened:
        yield opened


@pytest.fixture
async def county(store: DatabaseStore) -> DatabaseStore:
    """A database with the small county of ``COUNTY``."""
    report = await load(store, COUNTY)
    assert faults(report) == []
    return store


def counts(report: Report, sheet: str) -> tuple[int, int, int, int]:
    """(new, changed, unchanged, bad) of a sheet."""
    found = report.sheets[sheet]
    return found.new, found.changed, found.unchanged, len(found.bad)


async def roster(store: DatabaseStore, on: str = "2026-11-22") -> list[list[Any]]:
    """Households of 清溪村 on a day, without their ids."""
    return [row[1:7] for row in await store.unit().households.roster("QX0301", on)]


async def person(store: DatabaseStore, name: str) -> Person:
    """The one person of a name."""
    found = [one async for one in store.unit().people.everybody() if one.name == name]
    assert len(found) == 1, found
    return found[0]


# ------------------------------------------------------------------------------------------- a county


async def test_a_county_stands(county: DatabaseStore) -> None:
    """Tree, people, posts, households, representatives and other rosters are as the workbook says."""
    people = county.unit().people
    village = await people.org("QX0301")
    assert village is not None
    assert (village.path, village.kind, village.short) == ("/SF/QX03/QX0301/", "village", "清溪村")
    secretary = await person(county, "张某某")
    assert (secretary.id, secretary.phone) == ("r-A1", "13800000001")
    assert [(post.role, post.title, post.valid_from, post.level) for post in secretary.posts] == [
        ("branch_secretary", "书记", "2022-01-01", "branch")
    ]
    assert (await person(county, "李某某")).has_role("information_officer", "2026-11-22")
    assert await roster(county, "2019-01-01") == [
        ["1-001", "赵某甲", "1组", "1点", "赵某甲", 3],
        ["1-002", "钱某某", "1组", "1点", "赵某乙", 2],
    ]
    members = await county.unit().households.people_of("QX0301", "representatives", "2026-11-22")
    assert [row[1:] for row in members] == [["1", "孙某某", "1组", "", True]]


async def test_a_second_import_changes_nothing(county: DatabaseStore) -> None:
    """All rows are found again; not a byte of the database is written, no audit entry either."""
    before = await everything(county)
    report = await load(county, COUNTY)
    assert faults(report) == []
    assert {name: counts(report, name)[:2] for name in COUNTY} == dict.fromkeys(COUNTY, (0, 0))
    assert [report.sheets[name].unchanged for name in COUNTY] == [3, 3, 3, 2, 2, 1]
    assert report.changes == 0
    assert await everything(county) == before


async def test_a_dry_run_writes_nothing(store: DatabaseStore) -> None:
    """It tells the same as the import would, and the database stays empty."""
    before = await everything(store)
    rows = with_rows(people=[{"code": "A9", "name": "某"}])
    dry = await load(store, rows, dry_run=True)
    assert await everything(store) == before
    real = await load(store, rows)
    assert replace(dry, dry_run=False) == real
    assert (dry.dry_run, real.bad, counts(real, "people")) == (True, 1, (3, 0, 0, 1))


async def test_every_commit_is_in_the_audit_trail(store: DatabaseStore) -> None:
    """Each commit carries its entry with counts, the last one the whole; nobody's name or number is in there."""
    houses = [{"org": "QX0301", "house_no": f"2-{n}", "head": "赵某丙", "adults": 1} for n in range(1, 1201)]
    await load(store, with_rows(households=houses))
    entries = [row for row in await everything(store) if "roster_import" in row]
    assert len(entries) == 3
    assert "'system:test'" in entries[-1]
    assert '"households":[1202,0,0,0]' in entries[-1]
    assert not re.search("某|1380000", "".join(entries))
    assert [found async for found in store.verify()] == []


async def test_what_was_cut_off_is_finished_by_starting_again(store: DatabaseStore) -> None:
    """The database goes away in the middle: what was committed stays, the next import does the rest."""
    houses = [{"org": "QX0301", "house_no": f"2-{n}", "head": "赵某丙", "adults": 1} for n in range(1, 1201)]
    rows = with_rows(households=houses)
    commit, left = store.commit, 2

    class Failing:
        """The store until its third commit."""

        def __getattr__(self, name: str) -> Any:
            return getattr(store, name)

        async def commit(self, unit: Any) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise NotKept(why="full")
            await commit(unit)

    with pytest.raises(NotKept):
        await load(Failing(), rows)  # type: ignore[arg-type]
    assert 0 < len(await roster(store)) < 1202
    report = await load(store, rows)
    assert faults(report) == []
    assert report.sheets["orgs"].unchanged == 3
    assert len(await roster(store)) == 1202
    assert (await load(store, rows)).changes == 0


async def everything(store: DatabaseStore) -> list[str]:
    """Every row of every table of a database, as text."""
    from sqlalchemy import select

    from storage.tables import metadata

    rows: list[str] = []
    for table in metadata.sorted_tables:
        rows += [f"{table.name} {tuple(row)!r}" for row in await store._core.reader.all(select(table))]
    return rows


# ------------------------------------------------------------------------------------------- the tree


ORG: Line = {"code": "X1", "name": "某村党支部", "level": "党支部", "kind": "村", "parent": "QX03"}


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ([{**ORG, "parent": "NO"}], [(5, "parent", "org_unknown")]),
        ([{**ORG, "parent": None}], [(5, "parent", "parent_missing")]),
        ([{**ORG, "parent": "SF"}], [(5, "parent", "parent_level")]),
        ([{**ORG, "level": "镇", "parent": "QX03"}], [(5, "parent", "parent_level")]),
        ([{**ORG, "level": "县", "parent": "QX03"}], [(5, "parent", "no_parent")]),
        ([{**ORG, "level": "省"}], [(5, "level", "choice")]),
        ([{**ORG, "kind": None}], [(5, "kind", "missing")]),
        ([{**ORG, "code": "QX0301"}], [(5, "code", "twice")]),
        ([{**ORG, "code": "ｑｘ０３０１"}], [(5, "code", "twice")]),
        ([{**ORG, "code": "清溪"}], [(5, "code", "code")]),
        ([{**ORG, "code": "ABCDEFGHIJKLM"}], [(5, "code", "code")]),
        ([{**ORG, "code": "A/B"}], [(5, "code", "code")]),
        ([{**ORG, "name": None}], [(5, "name", "missing")]),
        ([{**ORG, "name": "长" * 61}], [(5, "name", "long")]),
        ([{**ORG, "since": "2022-01-01", "until": "2021-01-01"}], [(5, "until", "until_before")]),
        (
            [{**ORG, "parent": "X2"}, {**ORG, "code": "X2", "parent": "X3"}, {**ORG, "code": "X3", "parent": "X1"}],
            [(5, "parent", "circle"), (6, "parent", "circle"), (7, "parent", "circle")],
        ),
        (
            [{**ORG, "parent": "X2"}, {**ORG, "code": "X2", "parent": "X2"}],
            [(5, "parent", "parent_bad"), (6, "parent", "circle")],
        ),
        (
            [{**ORG, "parent": "X2"}, {**ORG, "code": "X2", "parent": "X3"}, {**ORG, "code": "X3", "parent": "NO"}],
            [(5, "parent", "parent_bad"), (6, "parent", "parent_bad"), (7, "parent", "org_unknown")],
        ),
    ],
)  # fmt: skip
async def test_a_node_that_cannot_be(store: DatabaseStore, more: list[Line], wanted: list[Any]) -> None:
    """It is named with its column, and all good rows are taken."""
    report = await load(store, with_rows(orgs=more))
    assert faults(report) == [("orgs", *fault) for fault in wanted]
    assert counts(report, "orgs") == (3, 0, 0, len(wanted))
    assert [org.id for org in await store.unit().people.orgs()] == ["SF", "QX03", "QX0301"]


async def test_words_of_any_language_and_script(store: DatabaseStore) -> None:
    """Levels, kinds and roles are known by their words in all three languages, by other words and by their code."""
    more: list[Line] = [
        {**ORG, "code": f"X{n}", "level": level, "kind": kind}
        for n, (level, kind) in enumerate(
            [("黨支部", "社區"), ("Party branch", "Village"), ("branch", "social"), ("党总支", "两新组织"), ("村", "机关")]
        )
    ]  # fmt: skip
    report = await load(store, with_rows(orgs=more))
    assert faults(report) == []
    kinds = {org.id: org.kind for org in await store.unit().people.orgs(level="branch")}
    assert kinds == {
        "QX0301": "village", "X0": "community", "X1": "village", "X2": "social", "X3": "enterprise", "X4": "office",
    }  # fmt: skip


async def test_a_node_moves_with_all_below_it(county: DatabaseStore) -> None:
    """A branch moves to another town: its groups and its people's posts move along; empty cells stay as they are."""
    more: list[Line] = [
        {"code": "QX04", "name": "白石镇党委", "level": "镇", "parent": "SF"},
        {"code": "G1", "name": "第一党小组", "level": "党小组", "parent": "QX0301"},
    ]
    await load(county, {"orgs": more})
    moved = {
        "code": "qx0301",
        "name": "清溪村党总支",
        "level": "党支部",
        "parent": "QX04",
        "until": "2030-12-31",
    }
    report = await load(county, {"orgs": [moved]})
    assert (faults(report), counts(report, "orgs")) == ([], (0, 1, 0, 0))
    people = county.unit().people
    village, group = await people.org("QX0301"), await people.org("G1")
    assert village is not None
    assert group is not None
    assert (village.path, village.name, village.short) == ("/SF/QX04/QX0301/", "清溪村党总支", "清溪村")
    assert (village.kind, village.valid_to, group.path) == ("village", "2030-12-31", "/SF/QX04/QX0301/G1/")
    assert (await person(county, "张某某")).posts[0].path == "/SF/QX04/QX0301/"


async def test_a_node_does_not_change_its_level_or_hang_under_itself(county: DatabaseStore) -> None:
    """A town stays a town; nothing stored is moved into a circle, in however roundabout a way."""
    await load(county, {"orgs": [{**ORG, "code": "B2", "parent": "QX0301"}]})
    rows: list[Line] = [
        {"code": "QX03", "name": "清溪镇党委", "level": "党支部", "kind": "村", "parent": "QX0301"},
        {"code": "QX0301", "name": "清溪村党支部", "level": "党支部", "parent": "B2"},
    ]
    report = await load(county, {"orgs": rows})
    assert faults(report) == [("orgs", 2, "level", "level_changed"), ("orgs", 3, "parent", "circle")]
    assert [org.path for org in await county.unit().people.orgs()] == [
        "/SF/", "/SF/QX03/", "/SF/QX03/QX0301/", "/SF/QX03/QX0301/B2/",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------- people


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"name": "周某某"}, ("phone", "no_key")),
        ({"code": "A9", "name": "周"}, ("name", "name_length")),
        ({"code": "A9", "name": "周" * 21}, ("name", "name_length")),
        ({"code": "A9", "name": "=1+1()"}, ("name", "name_signs")),
        ({"code": "A9", "name": "周某某", "phone": "1380000000"}, ("phone", "reading-phone_length")),
        ({"code": "A9", "name": "周某某", "phone": "0574-1234567"}, ("phone", "reading-landline")),
        ({"code": "A9", "name": "周某某", "phone": "13800000001"}, ("phone", "phone_twice")),
        ({"code": "a1", "name": "周某某"}, ("code", "twice")),
        ({"code": "13900000000", "name": "周某某"}, ("code", "code_phone")),
        ({"code": "A9", "name": "周某某", "lang": "法语"}, ("lang", "choice")),
        (
            {"name": "周某某", "phone": "13800000009", "old_phone": "13800000008"},
            ("old_phone", "old_unknown"),
        ),
        ({"code": Odd("lost", "3.501e17"), "name": "周某某"}, ("code", "cell_lost")),
        ({"code": Odd("date", "2026-03-12"), "name": "周某某"}, ("code", "cell_date")),
        ({"code": "A9", "name": Odd("formula", "")}, ("name", "cell_formula")),
        ({"code": "A9", "name": Odd("error", "")}, ("name", "cell_error")),
        ({"code": "A9", "name": Odd("merged", "周某某")}, ("name", "cell_merged")),
        ({"code": "A9", "name": Odd("bool", "TRUE")}, ("name", "cell_other")),
    ],
)
async def test_a_person_that_cannot_be(store: DatabaseStore, row: Line, wanted: tuple[str, str]) -> None:
    """The row is named with column and reason; the others are there."""
    report = await load(store, with_rows(people=[row]))
    assert faults(report) == [("people", 5, *wanted)]
    assert counts(report, "people") == (3, 0, 0, 1)


@pytest.mark.parametrize(
    ("name", "phone"),
    [
        ("阿依古丽·买买提", "+86 138-0000-0009"),
        ("欧阳某某（大）", "138 0000 0009"),
        ("O'Brien Jr.", "１３８００００００９９"),
        ("刘某2", "86 13800000009"),
        ("㛃某某", "13800000009"),
    ],
)
async def test_unusual_but_right(store: DatabaseStore, name: str, phone: str) -> None:
    """Dots, brackets, rare characters, spaces and prefixes are no fault."""
    report = await load(store, with_rows(people=[{"code": "A9", "name": name, "phone": phone}]))
    assert faults(report) == []
    assert re.fullmatch("138000000[09]9", (await person(store, name)).phone)


async def test_a_code_stays_for_life(county: DatabaseStore) -> None:
    """With a code, phone, name and language change; an empty cell changes nothing; 无 clears."""
    report = await load(county, {"people": [{"code": "A1", "name": "张某丁", "lang": "繁體中文"}]})
    assert counts(report, "people") == (0, 1, 0, 0)
    changed = await person(county, "张某丁")
    assert (changed.id, changed.phone, changed.lang, len(changed.posts)) == (
        "r-A1",
        "13800000001",
        "zh-Hant",
        1,
    )
    await load(county, {"people": [{"code": "A1", "name": "张某丁", "phone": "无"}]})
    assert (await person(county, "张某丁")).phone == ""


async def test_a_phone_does_not_hand_somebody_over(county: DatabaseStore) -> None:
    """Another name under a known phone is refused, unless the row says what the name was; so is an unknown old one."""
    other: Line = {"name": "何某某", "phone": "13800000002"}
    assert faults(await load(county, {"people": [other]})) == [("people", 2, "name", "other_name")]
    assert faults(await load(county, {"people": [{**other, "old_name": "郑某某"}]})) == [
        ("people", 2, "name", "other_name")
    ]
    was = await person(county, "李某某")
    report = await load(county, {"people": [{**other, "old_name": "李某某"}]})
    assert counts(report, "people") == (0, 1, 0, 0)
    assert (await person(county, "何某某")).id == was.id


async def test_a_new_phone_without_a_code(county: DatabaseStore) -> None:
    """The old number finds the person; a second import of the same row finds them by the new one."""
    row: Line = {"name": "李某某", "phone": "13900000002", "old_phone": "13800000002"}
    was = await person(county, "李某某")
    assert counts(await load(county, {"people": [row]}), "people") == (0, 1, 0, 0)
    now = await person(county, "李某某")
    assert (now.id, now.phone) == (was.id, "13900000002")
    assert counts(await load(county, {"people": [row]}), "people") == (0, 0, 1, 0)
    wrong: Line = {"name": "郑某某", "phone": "13900000003", "old_phone": "13900000002"}
    assert faults(await load(county, {"people": [wrong]})) == [("people", 2, "old_phone", "other_name")]


async def test_phones_change_hands_only_when_given_up(county: DatabaseStore) -> None:
    """A taken number is refused; two who swap theirs in one workbook may."""
    taken: Line = {"code": "A3", "name": "王某某", "phone": "13800000001"}
    assert faults(await load(county, {"people": [taken]})) == [("people", 2, "phone", "phone_taken")]
    await load(county, {"people": [{**taken, "phone": "13800000003"}]})
    swap: list[Line] = [taken, {"code": "A1", "name": "张某某", "phone": "13800000003"}]
    assert faults(await load(county, {"people": swap})) == []
    assert (await person(county, "王某某")).phone == "13800000001"


async def test_somebody_who_came_before_the_codes(county: DatabaseStore) -> None:
    """Who was known by phone alone is found again when the office gives out codes, and stays one person."""
    was = await person(county, "李某某")
    row: Line = {"code": "A2", "name": "李某某", "phone": "13800000002"}
    post: Line = {"person": "a2", "org": "QX0301", "role": "村干部", "since": "2024-01-01"}
    report = await load(county, {"people": [row], "posts": [post]})
    assert (faults(report), report.sheets["people"].unchanged) == ([], 1)
    now = await person(county, "李某某")
    assert (now.id, [one.role for one in now.posts]) == (was.id, ["information_officer", "village_cadre"])


# ------------------------------------------------------------------------------------------- posts


POST: Line = {"person": "A1", "org": "QX0301", "role": "村干部", "since": "2022-01-01"}


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({**POST, "person": "A9"}, ("person", "person_unknown")),
        ({**POST, "person": "13911111111"}, ("person", "person_unknown")),
        ({**POST, "person": "张某某"}, ("person", "who")),
        ({**POST, "name": "李某某"}, ("name", "name_differs")),
        ({**POST, "org": "QX9"}, ("org", "org_unknown")),
        ({**POST, "role": "皇帝"}, ("role", "choice")),
        ({**POST, "org": "SF"}, ("role", "role_level")),
        ({**POST, "role": "镇组织办"}, ("role", "role_level")),
        ({**POST, "since": None}, ("since", "missing")),
        ({**POST, "since": "3月1日"}, ("since", "day_moves")),
        ({**POST, "since": "昨天"}, ("since", "day_moves")),
        ({**POST, "since": "3/4/2022"}, ("since", "two_ways")),
        ({**POST, "since": "45000"}, ("since", "day_number")),
        ({**POST, "since": "2022-02-30"}, ("since", "reading-no_such_day")),
        ({**POST, "since": "2022-05"}, ("since", "reading-day_missing")),
        ({**POST, "since": Odd("date", "1823-01-01")}, ("since", "reading-year_out_of_range")),
        ({**POST, "until": "2021-12-31"}, ("until", "until_before")),
        ({**POST, "role": "书记"}, ("since", "twice")),
        ({**POST, "role": "书记", "since": "2024-01-01"}, ("since", "terms_overlap")),
        ({**POST, "role": "书记", "since": "2021-01-01", "until": "2022-01-01"}, ("since", "terms_overlap")),
    ],
)
async def test_a_post_that_cannot_be(store: DatabaseStore, row: Line, wanted: tuple[str, str]) -> None:
    """The row is named with column and reason; the others are there."""
    report = await load(store, with_rows(posts=[row]))
    named = [("posts", 5, *wanted)]
    if (
        row.get("since") == "2021-01-01"
    ):  # of two terms that overlap, the later one must wait for the earlier to end
        named = [("posts", 2, *wanted)]
    assert faults(report) == named
    assert counts(report, "posts") == (3, 0, 0, 1)


@pytest.mark.parametrize(
    "since", ["2022年3月1日", "2022.3.1", "2022/3/1", "20220301", "二〇二二年三月一日", Odd("date", "2022-03-01"),
              Odd("moment", "2022-03-01 08:30:00")],
)  # fmt: skip
async def test_days_as_offices_write_them(store: DatabaseStore, since: Any) -> None:
    """A whole date is read however it is written, a cell that is a date too."""
    await load(store, with_rows(posts=[{**POST, "since": since}]))
    assert "2022-03-01" in [post.valid_from for post in (await person(store, "张某某")).posts]


async def test_a_term_ends_and_another_begins(county: DatabaseStore) -> None:
    """The last day goes into the same row; the next term follows it; titles change; nothing is taken twice."""
    rows: list[Line] = [
        {**POST, "role": "书记", "title": "书记", "until": "2025-05-31"},
        {**POST, "role": "书记", "title": "总支书记", "since": "2025-06-01"},
    ]
    report = await load(county, {"posts": rows})
    assert (faults(report), counts(report, "posts")) == ([], (1, 1, 0, 0))
    held = [(post.title, post.valid_from, post.valid_to) for post in (await person(county, "张某某")).posts]
    assert held == [("书记", "2022-01-01", "2025-05-31"), ("总支书记", "2025-06-01", "")]
    assert (await load(county, {"posts": rows})).changes == 0
    empty: Line = {**POST, "role": "书记"}  # neither title nor last day: both stay as they are
    assert (await load(county, {"posts": [empty]})).changes == 0


async def test_the_last_administrator_stays(county: DatabaseStore) -> None:
    """Who is the last to administer cannot leave; with a second one they may."""
    leave: Line = {
        "person": "A3",
        "org": "SF",
        "role": "管理员",
        "since": "2022-01-01",
        "until": "2026-12-31",
    }
    assert faults(await load(county, {"posts": [leave]})) == [("posts", 2, "until", "last_admin")]
    other: Line = {"person": "A1", "org": "SF", "role": "管理员", "since": "2026-11-22"}
    assert faults(await load(county, {"posts": [leave, other]})) == []
    assert (await person(county, "王某某")).posts[0].valid_to == "2026-12-31"


async def test_a_post_of_a_bad_person_says_which_row(store: DatabaseStore) -> None:
    """What hangs on a bad row is bad too, and says where that one stands."""
    house: Line = {"org": "X1", "house_no": "1", "head": "周某某", "adults": 1}
    speaker: Line = {"org": "X1", "house_no": "1", "name": "周某某"}
    rows = with_rows(
        people=[{"code": "A9", "name": "周"}],
        orgs=[{**ORG, "parent": "NO"}],
        posts=[{**POST, "person": "A9"}, {**POST, "org": "X1"}],
        households=[house, {**house, "org": "QX0301", "house_no": "9", "head": "周"}],
        representatives=[speaker, {**speaker, "org": "QX0301", "house_no": "９"}],
    )
    report = await load(store, rows)
    assert faults(report) == [
        ("orgs", 5, "parent", "org_unknown"), ("people", 5, "name", "name_length"), ("posts", 5, "person", "person_bad"),
        ("posts", 6, "org", "org_bad"), ("households", 4, "org", "org_bad"), ("households", 5, "head", "name_length"),
        ("representatives", 4, "org", "org_bad"), ("representatives", 5, "house_no", "house_bad"),
    ]  # fmt: skip
    said = [reason for _, _, _, reason in problems_of(report, Words(TEXTS))]
    assert said[2] == "这个人在“人员”表第 5 行，那一行有错"
    assert said[-1] == "这一户在“户”表第 5 行，那一行有错"


# ------------------------------------------------------------------------------------------- households


HOUSE: Line = {
    "org": "QX0301",
    "house_no": "1-001",
    "group": "1组",
    "point": "1点",
    "head": "赵某甲",
    "adults": 3,
}
REP: Line = {"org": "QX0301", "house_no": "1-001", "name": "赵某甲"}


@pytest.mark.parametrize(
    ("sheet", "row", "wanted"),
    [
        ("households", {**HOUSE, "house_no": "1-002"}, ("house_no", "twice")),
        ("households", {**HOUSE, "house_no": "１－２"}, ("house_no", "twice")),
        ("households", {**HOUSE, "house_no": Odd("date", "2026-03-12")}, ("house_no", "cell_date")),
        ("households", {**HOUSE, "house_no": "2-1", "org": "QX03"}, ("org", "no_village")),
        ("households", {**HOUSE, "house_no": "2-1", "adults": "好几个"}, ("adults", "reading-too_vague")),
        ("households", {**HOUSE, "house_no": "2-1", "adults": "100"}, ("adults", "many")),
        ("households", {**HOUSE, "house_no": "2-1", "adults": None}, ("adults", "missing")),
        ("households", {**HOUSE, "house_no": "2-1", "since": "2022-01-01", "until": "2021-01-01"}, ("until", "until_before")),
        ("representatives", {**REP, "name": "孙某某"}, ("house_no", "two_speakers")),
        ("representatives", {**REP, "house_no": "7-7"}, ("house_no", "house_unknown")),
        ("members", {"org": "QX0301", "body": "村民代表", "no": "01", "name": "钱某某"}, ("no", "twice")),
        ("members", {"org": "QX0301", "body": "龙舟队", "no": "2", "name": "钱某某"}, ("body", "choice")),
        ("members", {"org": "QX03", "body": "村民代表", "no": "2", "name": "钱某某"}, ("org", "no_village")),
    ],
)  # fmt: skip
async def test_a_household_that_cannot_be(
    store: DatabaseStore, sheet: str, row: Line, wanted: tuple[str, str]
) -> None:
    """The row is named with column and reason; the others are there."""
    report = await load(store, with_rows(**{sheet: [row]}))
    assert faults(report) == [(sheet, len(COUNTY[sheet]) + 2, *wanted)]
    assert counts(report, sheet)[0] == len(COUNTY[sheet])


async def test_a_child_speaks_for_nobody(county: DatabaseStore) -> None:
    """否 under 年满18周岁 is refused; no birthday is asked for."""
    report = await load(county, {"representatives": [{**REP, "adult": "否"}]})
    assert faults(report) == [("representatives", 2, "adult", "not_adult")]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({**HOUSE, "head": "赵某新"}, ("head", "change_undated")),
        ({**HOUSE, "head": "赵某新", "since": "2026-03-01"}, ("reason", "reason_missing")),
        ({**HOUSE, "adults": 4, "reason": "成年"}, ("adults", "change_undated")),
        ({**HOUSE, "until": "2026-03-01"}, ("reason", "reason_missing")),
    ],
)
async def test_a_change_needs_day_and_reason(
    county: DatabaseStore, row: Line, wanted: tuple[str, str]
) -> None:
    """A household that differs from what is stored is no correction in passing."""
    before = await roster(county)
    report = await load(county, {"households": [row]})
    assert faults(report) == [("households", 2, *wanted)]
    assert await roster(county) == before


async def test_households_change_from_a_day_on(county: DatabaseStore) -> None:
    """Meetings before the day find the household as it was then; the same row again changes nothing."""
    row: Line = {**HOUSE, "point": "2点", "adults": 4, "since": "2026-03-01", "reason": "子女成年"}
    report = await load(county, {"households": [row]})
    assert (faults(report), counts(report, "households")) == ([], (0, 1, 0, 0))
    assert (await roster(county, "2026-02-28"))[0] == ["1-001", "赵某甲", "1组", "1点", "赵某甲", 3]
    assert (await roster(county, "2026-03-01"))[0] == ["1-001", "赵某甲", "1组", "2点", "赵某甲", 4]
    assert (await load(county, {"households": [row]})).changes == 0
    earlier: Line = {**HOUSE, "point": None, "adults": 5, "since": "2025-01-01", "reason": "更正"}
    assert faults(await load(county, {"households": [earlier]})) == [
        ("households", 2, "adults", "change_before")
    ]
    back: Line = {**row, "since": "2025-01-01"}
    assert faults(await load(county, {"households": [back]})) == [("households", 2, "since", "later_known")]


async def test_a_household_ends_and_begins_again(county: DatabaseStore) -> None:
    """It is on no roster after its last day; beginning again needs a later day and a reason."""
    ended: Line = {**HOUSE, "until": "2026-03-31", "reason": "并户"}
    assert faults(await load(county, {"households": [ended]})) == []
    assert len(await roster(county, "2026-03-31")) == 2
    assert len(await roster(county, "2026-04-01")) == 1
    assert (await load(county, {"households": [ended]})).changes == 0
    assert (await load(county, {"households": [HOUSE]})).changes == 0  # an empty last day changes nothing
    changed: Line = {**HOUSE, "adults": 1, "since": "2026-02-01", "reason": "分户"}
    assert faults(await load(county, {"households": [changed]})) == [("households", 2, "since", "ended")]
    late: Line = {**REP, "name": "孙某某", "since": "2026-05-01", "reason": "换人"}
    assert faults(await load(county, {"representatives": [late]})) == [
        ("representatives", 2, "since", "ended")
    ]
    again: Line = {**HOUSE, "since": "2026-06-01", "reason": "重新分户"}
    report = await load(county, {"households": [again], "representatives": [{**late, "since": "2026-06-01"}]})
    assert faults(report) == []
    assert len(await roster(county, "2026-05-31")) == 1
    assert (await roster(county, "2026-06-01"))[0][:2] == ["1-001", "孙某某"]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({**REP, "name": "孙某某"}, ("name", "change_undated")),
        ({**REP, "name": "孙某某", "since": "2026-03-01"}, ("reason", "reason_missing")),
    ],
)
async def test_another_representative_needs_day_and_reason(
    county: DatabaseStore, row: Line, wanted: tuple[str, str]
) -> None:
    """A household has one representative, and changing it is an act with a date."""
    report = await load(county, {"representatives": [row]})
    assert faults(report) == [("representatives", 2, *wanted)]
    assert (await roster(county))[0][1] == "赵某甲"


async def test_representatives_are_versioned(county: DatabaseStore) -> None:
    """Who spoke on a day stays known; a vacancy is one; nothing before what is known can be slipped in."""
    for name, since in (("孙某某", "2026-03-01"), ("空缺", "2026-05-01"), ("赵某甲", "2026-07-01")):
        row: Line = {**REP, "name": name, "since": since, "reason": "换人"}
        report = await load(county, {"representatives": [row]})
        assert (faults(report), counts(report, "representatives")) == ([], (0, 1, 0, 0))
        assert (await load(county, {"representatives": [row]})).changes == 0
    days = ("2026-02-28", "2026-03-01", "2026-04-30", "2026-05-01", "2026-07-01")
    spoke = [(await roster(county, day))[0][1] for day in days]
    assert spoke == ["赵某甲", "孙某某", "孙某某", "", "赵某甲"]
    late: Line = {**REP, "name": "李某某", "since": "2026-06-01", "reason": "换人"}
    assert faults(await load(county, {"representatives": [late]})) == [
        ("representatives", 2, "since", "later_known")
    ]


async def test_household_and_representative_change_in_one_workbook(county: DatabaseStore) -> None:
    """On one day or on two, in either order, each finds the other as it was."""
    house: Line = {**HOUSE, "head": "赵某新", "since": "2026-03-01", "reason": "户主去世"}
    speaker: Line = {**REP, "name": "赵某新", "since": "2026-03-01", "reason": "户主去世"}
    assert faults(await load(county, {"households": [house], "representatives": [speaker]})) == []
    assert (await roster(county, "2026-03-01"))[0] == ["1-001", "赵某新", "1组", "1点", "赵某新", 3]
    house = {**house, "adults": 2, "since": "2026-05-01", "reason": "外迁"}
    speaker = {**speaker, "name": "孙某某", "since": "2026-04-01", "reason": "外出"}
    assert faults(await load(county, {"households": [house], "representatives": [speaker]})) == []
    assert (await roster(county, "2026-03-31"))[0] == ["1-001", "赵某新", "1组", "1点", "赵某新", 3]
    assert (await roster(county, "2026-04-30"))[0] == ["1-001", "孙某某", "1组", "1点", "赵某新", 3]
    assert (await roster(county, "2026-05-01"))[0] == ["1-001", "孙某某", "1组", "1点", "赵某新", 2]
    house = {**house, "adults": 1, "since": "2026-06-01"}
    speaker = {**speaker, "name": "赵某新", "since": "2026-07-01"}
    assert faults(await load(county, {"households": [house], "representatives": [speaker]})) == []
    assert (await roster(county, "2026-06-30"))[0] == ["1-001", "孙某某", "1组", "1点", "赵某新", 1]
    assert (await roster(county, "2026-07-01"))[0] == ["1-001", "赵某新", "1组", "1点", "赵某新", 1]
    assert [found async for found in county.verify()] == []


async def test_a_first_representative_needs_no_reason(county: DatabaseStore) -> None:
    """Households first, their representatives later: from the day given, or as long as the household is there."""
    houses: list[Line] = [
        {"org": "QX0301", "house_no": "2-1", "head": "周某某", "adults": 2, "since": "2024-01-01"},
        {"org": "QX0301", "house_no": "2-2", "head": "吴某某", "adults": 2, "since": "2024-01-01"},
    ]
    await load(county, {"households": houses})
    speakers: list[Line] = [
        {"org": "QX0301", "house_no": "2-1", "name": "周某某"},
        {"org": "QX0301", "house_no": "2-2", "name": "吴某某", "since": "2025-01-01"},
    ]
    report = await load(county, {"representatives": speakers})
    assert (faults(report), counts(report, "representatives")) == ([], (2, 0, 0, 0))
    assert [row[:2] for row in (await roster(county, "2024-06-01"))[:2]] == [["2-1", "周某某"], ["2-2", ""]]
    assert [row[:2] for row in (await roster(county, "2025-01-01"))[:2]] == [
        ["2-1", "周某某"],
        ["2-2", "吴某某"],
    ]
    assert (await load(county, {"households": houses, "representatives": speakers})).changes == 0


async def test_households_that_came_another_way_are_found(county: DatabaseStore) -> None:
    """A household is known by its number in the village, whatever its id: nothing is doubled."""
    unit = county.unit()
    unit.households.put(
        Household("demo-7", "QX0301", "3-007", "3组", "", "吴某某", 2, "吴某某", "2022-01-01")
    )
    await county.commit(unit)
    row: Line = {"org": "QX0301", "house_no": "3-7", "head": "吴某某", "adults": 2}
    report = await load(county, {"households": [row]})
    assert counts(report, "households") == (0, 0, 1, 0)
    assert [one[0] for one in await county.unit().households.roster("QX0301", "2026-11-22")][-1] == "demo-7"


async def test_members_of_bodies(county: DatabaseStore) -> None:
    """A seat changes hands on a day with a reason; who left is on no later list."""
    row: Line = {"org": "QX0301", "body": "村民代表", "no": "1", "name": "钱某某"}
    assert faults(await load(county, {"members": [row]})) == [("members", 2, "name", "change_undated")]
    row = {**row, "since": "2026-03-01", "reason": "改选"}
    assert faults(await load(county, {"members": [row]})) == []
    assert (await load(county, {"members": [row]})).changes == 0
    gone: Line = {**row, "since": None, "until": "2026-09-30", "reason": "外迁"}
    assert faults(await load(county, {"members": [gone]})) == []
    names = [
        [one[2] for one in await county.unit().households.people_of("QX0301", "representatives", day)]
        for day in ("2026-02-28", "2026-03-01", "2026-10-01")
    ]
    assert names == [["孙某某"], ["钱某某"], []]


# ------------------------------------------------------------------------------------------- reasons in words


async def test_nothing_of_the_roster(store: DatabaseStore) -> None:
    """A workbook of something else is refused as a whole, and says what was found in it."""

    class Other(Cells):
        async def pieces(self) -> Any:
            async for piece in super().pieces():
                yield piece._replace(sheet="Sheet1", rows=[(1, ["姓名", "工资"]), (2, ["张某某", "1"])])

    with pytest.raises(NothingToImport) as refused:
        await importer(store).load(Other({"people": []}), by="system:test")
    assert "Sheet1" in TEXTS.problem(refused.value, "zh-Hans")


@pytest.mark.parametrize("lang", LANGS)
async def test_every_reason_can_be_said(store: DatabaseStore, lang: str) -> None:
    """Every reason in the code has words in the language, and no words are left over."""
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "usecases").glob("roster*.py")
    )
    used = set(re.findall(r'"(roster-(?:bad|remark)-[a-z_]+)"', source))
    used |= {f"roster-bad-cell_{kind}" for kind in ("formula", "error", "lost")}
    worded = {key for key in TEXTS.keys(lang) if key.startswith(("roster-bad-", "roster-remark-"))}
    assert used == worded
    rows = with_rows(
        people=[{"code": "A9", "name": "周"}], posts=[{**POST, "since": "45号"}, {**POST, "role": "x" * 99}]
    )
    report = await importer(store, lang).load(Cells(rows, lang), by="system:test")
    said = list(problems_of(report, Words(TEXTS, lang)))
    assert [(sheet, row) for sheet, row, _, _ in said] == [("人员", 5), ("任职", 5), ("任职", 6)]
    assert all(column and reason for _, _, column, reason in said)
    assert max(len(reason) for *_, reason in said) < 600


async def test_a_post_survives_in_two_scripts(store: DatabaseStore) -> None:
    """A workbook with the headings of another language is read as well."""
    for lang in LANGS:
        report = await importer(store).load(Cells(COUNTY, lang), by="system:test")
        assert faults(report) == []
    assert isinstance((await person(store, "张某某")).posts[0], Post)
