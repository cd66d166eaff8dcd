"""What the minutes ask of the database: rosters of every kind of meeting, the village in numbers, days with minutes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import build_services
from bot.forms.core.draft import About
from bot.forms.core.law import Readings
from bot.forms.core.records import Act, Record
from bot.kept import BodyMember, Household
from bot.people import Org, Person
from bot.settings import Settings
from bot.usecases.sources import filed_lately, markable_places, met_days, readings, roster, village
from bot.usecases.world import World
from storage.migrations import upgrade
from storage.store import DatabaseStore, open_store
from storage.unit import StoreUnit
from tests.forms.test_minutes_after import filled

ABOUT = About("minutes", "p2", "QX0301")
SOMEBODY = Person("p2", "周某某")
BODIES = (
    "committee",
    "representatives",
    "representatives",
    "collective",
    "collective",
    "collective",
    "delegates",
)


@dataclass
class Hall:
    """A village in a real database."""

    store: DatabaseStore
    world: World

    def unit(self) -> StoreUnit:
        """A fresh look."""
        return self.store.unit()

    async def rows(self, mode: str, as_of: str = "2026-11-20", group: str | None = None) -> dict[str, Any]:
        """The roster of one kind of meeting."""
        args = {"mode": mode, "as_of": as_of, "group": group}
        found: dict[str, Any] = await roster(self.world, self.unit(), ABOUT, args)
        return found


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    """清溪村: six households in two groups, one of them new in December; a member of each body."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    async with open_store(url, files_dir=settings.files_dir) as store:
        unit = store.unit()
        unit.people.put_org(Org("SF", "示范县委组织部", "示范县", "county", "office", "", "/SF/"))
        unit.people.put_org(Org("QX03", "清溪镇党委", "清溪镇", "town", "office", "SF", "/SF/QX03/"))
        unit.people.put_org(
            Org("QX0301", "清溪村党支部", "清溪村", "branch", "village", "QX03", "/SF/QX03/QX0301/")
        )
        for n in range(1, 7):
            since = "2026-12-01" if n == 6 else "2020-01-01"
            group, point = ("一组", "东片") if n <= 3 else ("二组", "西片")
            unit.households.put(
                Household(f"h{n}", "QX0301", str(n), group, point, f"户主{n}", n, f"代表{n}", since)
            )
        for n, body in enumerate(BODIES, 1):
            unit.households.put_member(
                BodyMember(f"m{n}", "QX0301", body, str(n), f"成员{n}", "一组", "2020-01-01")
            )
        await store.commit(unit)
        yield Hall(store, build_services(settings, store).world)


@pytest.mark.parametrize(
    ("mode", "should", "names"),
    [
        ("assembly_households", 5, ["代表1", "代表2", "代表3", "代表4", "代表5"]),
        ("assembly_adults", 15, ["代表1", "代表2", "代表3", "代表4", "代表5"]),
        ("representatives", 3, ["成员1", "成员2", "成员3"]),
        ("collective", 3, ["成员4", "成员5", "成员6"]),
        ("collective_delegates", 1, ["成员7"]),
        ("talk", 5, ["代表1", "代表2", "代表3", "代表4", "代表5"]),
    ],
)
async def test_who_should_come(hall: Hall, mode: str, should: int, names: list[str]) -> None:
    """Households, adults, or the body the law counts: committee and representatives are one body."""
    found = await hall.rows(mode)
    assert (found["should"], [row[2] for row in found["rows"]]) == (should, names)


async def test_whose_term_is_over(hall: Hall) -> None:
    """On the day of the meeting; who may come anyway keeps their place, and nobody's phone is frozen with the minutes."""
    unit = hall.unit()
    for n, term in ((2, "2026-11-19"), (3, "2026-11-20")):
        made = Household(f"h{n}", "QX0301", str(n), "一组", "东片", f"户主{n}", n, f"代表{n}", "2020-01-01")
        unit.households.put(replace(made, phone="13800000009", term=term))
    await hall.store.commit(unit)
    found = await hall.rows("assembly_households")
    assert (found["ended"], [row[1] for row in found["rows"]]) == ([1], ["1", "2", "3", "4", "5"])
    assert "13800000009" not in str(found)
    assert (await hall.rows("assembly_households", "2026-11-21"))["ended"] == [1, 2]
    assert "ended" not in await hall.rows("assembly_households", group="二组")


async def test_a_county_that_counts_the_representatives_alone(hall: Hall) -> None:
    """VCL 30 under the other reading: the committee is not on the roster; the choice is frozen with the minutes."""
    hall.world.readings = Readings(representatives_base="representatives")
    found = await hall.rows("representatives")
    assert (found["should"], [row[2] for row in found["rows"]]) == (2, ["成员2", "成员3"])
    assert await readings(hall.world, hall.unit(), ABOUT, {}) == {"representatives_base": "representatives"}


async def test_a_roster_is_that_of_its_day(hall: Hall) -> None:
    """A household of December does not stand on November's roster; two days without a change give the same value."""
    assert (await hall.rows("assembly_households", "2026-12-01"))["should"] == 6
    assert await hall.rows("assembly_households", "2026-11-19") == await hall.rows("assembly_households")


@pytest.mark.parametrize(("group", "should"), [("一组", 3), ("二组", 2), ("西片", 2), ("三组", 0)])
async def test_a_group_or_point_alone(hall: Hall, group: str, should: int) -> None:
    """A villagers' group or a deliberation point has its own roster."""
    assert (await hall.rows("group_households", group=group))["should"] == should


@pytest.mark.parametrize(("day", "numbers"), [("2026-11-20", [5, 15]), ("2026-12-01", [6, 21])])
async def test_the_village_in_numbers(hall: Hall, day: str, numbers: list[int]) -> None:
    """For who may ask for a meeting, how a body is made up, which groups and points there are: on the day of the meeting."""
    found = await village(hall.world, hall.unit(), ABOUT, {"as_of": day})
    assert [found[name] for name in ("households", "adults")] == numbers
    assert [found[name] for name in ("committee", "representatives", "delegates")] == [1, 2, 1]
    assert [one["value"] for one in found["groups"]] == ["一组", "二组"]
    assert [one["value"] for one in found["parts"]] == ["一组", "二组", "东片", "西片"]


@pytest.mark.parametrize(
    ("sexes", "women"),
    [(("", ""), None), (("female", ""), None), (("female", "male"), 1), (("male", "male"), 0)],
)
async def test_women_among_the_representatives(hall: Hall, sexes: tuple[str, str], women: int | None) -> None:
    """Counted only where it is known of each of them; no roster of a meeting says who is what."""
    unit = hall.unit()
    for n, sex in enumerate(sexes, 2):
        unit.households.put_member(
            BodyMember(
                f"m{n}", "QX0301", "representatives", str(n), f"成员{n}", "一组", "2020-01-01", sex=sex
            )
        )
    await hall.store.commit(unit)
    assert (await village(hall.world, hall.unit(), ABOUT, {}))["women"] == women
    assert (await hall.rows("representatives"))["rows"][1] == ["m2", "2", "成员2", "一组"]


async def test_who_has_full_capacity(hall: Hall) -> None:
    """RCEO 27: members without full capacity are not on the roster of their meeting, unless the county counts all of them."""
    unit = hall.unit()
    since = "2020-01-01"
    for n, body in ((4, "collective"), (7, "delegates")):
        unit.households.put_member(
            BodyMember(f"m{n}", "QX0301", body, str(n), f"成员{n}", "一组", since, capable=False)
        )
    await hall.store.commit(unit)
    assert [row[0] for row in (await hall.rows("collective"))["rows"]] == ["m5", "m6"]
    assert (await hall.rows("collective"))["should"] == 2
    assert (await hall.rows("collective_delegates"))["should"] == 1, "chosen by the members, whoever they are"
    hall.world.readings = Readings(collective_base="all")
    assert (await hall.rows("collective"))["should"] == 3


async def test_all_villagers_may_ask(hall: Hall) -> None:
    """The tenth is of all of them only by that reading, and only where every household says how many live there."""
    wanted = {"as_of": "2026-11-20"}
    hall.world.readings = Readings(request_base="villagers")
    assert (await village(hall.world, hall.unit(), ABOUT, wanted))["villagers"] == 15, (
        "nobody counted: the adults"
    )
    unit = hall.unit()
    for n in range(1, 6):
        group = "一组" if n <= 3 else "二组"
        unit.households.put(
            Household(
                f"h{n}", "QX0301", str(n), group, "", f"户主{n}", n, f"代表{n}", "2020-01-01", people=n + 2
            )
        )
    await hall.store.commit(unit)
    assert (await village(hall.world, hall.unit(), ABOUT, wanted))["villagers"] == 25
    assert (await village(hall.world, hall.unit(), ABOUT, {"as_of": "2026-12-01"}))["villagers"] == 21, (
        "one is missing"
    )
    assert all(len(row) == 7 for row in (await hall.rows("assembly_households"))["rows"])
    hall.world.readings = Readings()
    assert (await village(hall.world, hall.unit(), ABOUT, wanted))["villagers"] == 15


def record(**more: Any) -> Record:
    """Minutes of 20 November as they are kept."""
    act = Act(
        1,
        "submit",
        "p2",
        "周某某",
        "information_officer@QX0301",
        "2026-11-22T11:30:00.000000Z",
        "",
        "submitted",
    )
    kept = Record(
        "rec1", "minutes", 1, "LX-E-QX03-202611-0001", "QX0301", "/SF/QX03/QX0301/", "p2", "周某某",
        "information_officer@QX0301", "2026-11-22T11:30:00.000000Z", "submitted", period="2026-11",
        event_at="2026-11-20T19:00", acts=(act,),
    )  # fmt: skip
    return replace(kept, **more)


async def test_days_that_have_minutes(hall: Hall) -> None:
    """Withdrawn and void ones do not count, nor does the record that is being mended."""
    unit = hall.unit()
    unit.records.add(record())
    unit.records.add(record(id="rec2", receipt="LX-2", event_at="2026-11-25T09:00"))
    unit.records.add(record(id="rec3", receipt="LX-3", event_at="2026-11-26T09:00", state="withdrawn"))
    await hall.store.commit(unit)
    assert await met_days(hall.world, hall.unit(), ABOUT, SOMEBODY) == ["2026-11-25", "2026-11-20"]
    mending = replace(ABOUT, form="minutes/resubmit", record="rec2")
    assert await met_days(hall.world, hall.unit(), mending, SOMEBODY) == ["2026-11-20"]


async def test_the_day_something_was_sent_is_the_days_here(hall: Hall) -> None:
    """Six in the morning of the 22nd is still the 21st in Greenwich."""
    unit = hall.unit()
    unit.records.add(record(submitted_at="2026-11-21T22:00:00.000000Z", label="村道"))
    await hall.store.commit(unit)
    hall.world.clock = lambda: datetime(2026, 11, 22, 4, tzinfo=UTC)
    found = await filed_lately(hall.world, hall.unit(), ABOUT, SOMEBODY)
    assert [one["day"] for one in found.values()] == ["2026-11-22"]


async def test_numbers_and_ticks_cannot_be_marked(hall: Hall) -> None:
    """What decides a vote is not among what a reviewer may mark; words, persons and dates around it are."""
    unit = hall.unit()
    unit.records.add(record(answers=filled().sent.answers))
    await hall.store.commit(unit)
    about = replace(ABOUT, form="minutes/return", record="rec1")
    options = await markable_places(hall.world, hall.unit(), about, SOMEBODY)
    marked = {".".join(one["value"].split("/")[::2]) for one in options}
    assert {"session.place", "session.sheet", "agenda.title", "agenda.discussion", "agenda.resolution", "notified_on", "chair",
            "agenda.resolution.due", "party_review_date"} <= marked  # fmt: skip
    final = {
        "meeting_kind",
        "session",
        "session.held_at",
        "session.attend",
        "agenda",
        "agenda.category",
        "party_reviewed",
    }
    assert not final & marked
    assert not any(name.startswith("agenda.ballot") for name in marked)
    assert not [one["label"] for one in options if one["label"][:1].isdigit()], (
        "lists number them, places do not"
    )
