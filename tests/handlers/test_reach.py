"""
Nothing is out of reach: whoever may do something finds it by tapping, from /start on.

The demo, which holds a record in every state, is walked through button by button, and what was found is compared with
what the workflow allows. Buttons are pressed as they were shown; no id is made up.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.fill import fill
from bot.forms.core import acts
from bot.forms.core.records import Record
from bot.forms.core.upgrades import read_today
from bot.forms.registry import found
from bot.kept import Filter
from bot.people import Person
from bot.settings import Settings
from storage.migrations import upgrade
from storage.store import open_store
from tests.handlers.chat import Chat, House

LISTS = ("h:home", "h:drafts:", "r:wait", "r:late", "r:mine", "l:")  # buttons that only look
APART = (":o:", ":d:")  # parts of a list that is walked through whole
Acts = dict[str, set[tuple[str, str]]]  # person -> (record, act)
_users = itertools.count(70_000)


def settings(folder: Path) -> Settings:
    """The settings of a data directory."""
    return Settings(data_dir=folder, database_url=f"sqlite+aiosqlite:///{folder}/lianxin.db", _env_file=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the demo in it."""
    made = tmp_path_factory.mktemp("reach")

    async def make() -> None:
        known = settings(made)
        await upgrade(known.database_url)
        async with open_store(known.database_url, files_dir=known.files_dir) as store:
            await fill(store, known)

    asyncio.run(make())
    return made


@pytest.fixture
async def house(folder: Path) -> AsyncIterator[House]:
    """The demo as a house to talk in."""
    known = settings(folder)
    async with open_store(known.database_url, files_dir=known.files_dir) as store:
        yield House(known, store)


async def everything(house: House) -> list[Record]:
    """Every record, as today's forms read it."""
    unit = house.store.unit()
    return [
        read_today(house.services.registry[kind.id], one)
        for kind in found()
        async for one in unit.records.stream(Filter(type=kind.id), with_acts=True)
    ]


async def allowed(house: House, records: list[Record]) -> tuple[Acts, dict[str, Person]]:
    """What each person of the county may do today."""
    world, may, people = house.services.world, defaultdict(set), {}
    async for person in house.store.unit().people.everybody():
        people[person.id] = person
        paths = tuple(post.path for post in person.posts)
        for record in records:
            if not record.org_path.startswith(paths):
                continue
            kind = house.services.registry[record.type]
            for step in acts.available(kind, record, person, world.today(), world.facing(person, record)):
                may[person.id].add((record.id, step.name))
    return dict(may), people


async def walked(house: House, person: str, wanted: set[str]) -> tuple[set[tuple[str, str]], set[str]]:
    """(acts, records) behind the buttons somebody reaches from /start, each pressed once; only *wanted* are opened."""
    chat = await house.chat(person, next(_users))
    await chat.say("/start")
    seen: set[str] = set()
    todo = [(data, chat.touched) for _, data in chat.last.buttons]
    while todo:
        data, number = todo.pop()
        if data not in seen:
            seen.add(data)
            opens = data.startswith("r:view:") and data.split(":")[2] in wanted
            if opens or (data.startswith(LISTS) and not any(part in data for part in APART)):
                await chat.press(data, number)
                todo += [(more, chat.touched) for _, more in chat.last.buttons if more not in seen]
    found_acts = {(data.split(":")[2], data.split(":")[1]) for data in seen if data.startswith("a:")}
    return found_acts, {data.split(":")[2] for data in seen if data.startswith("r:view:")}


def some_for_each_act(may: Acts, kinds: dict[str, str]) -> list[str]:
    """As few people as it takes to have everything done once by somebody of each standing."""
    left = {(kinds[record], name) for pairs in may.values() for record, name in pairs}
    chosen = []
    for person, pairs in sorted(may.items(), key=lambda one: -len({(kinds[r], n) for r, n in one[1]})):
        new = {(kinds[record], name) for record, name in pairs} & left
        if new:
            chosen.append(person)
            left -= new
    return chosen


async def test_whatever_somebody_may_do_can_be_tapped_to(house: House) -> None:
    """Every act the workflow gives to somebody, on any record, stands behind buttons that lead there from /start."""
    records = await everything(house)
    may, people = await allowed(house, records)
    kinds = {record.id: record.type for record in records}
    chosen = some_for_each_act(may, kinds)
    first: dict[str, str] = {}  # and one person of each role, whatever they may do
    for person in people.values():
        for post in person.posts:
            first.setdefault(post.role, person.id)
    for person_id in dict.fromkeys([*chosen, *first.values()]):
        mine = may.get(person_id, set())
        tapped, _ = await walked(house, person_id, {record for record, _ in mine})
        missing = mine - tapped
        roles = [post.role for post in people[person_id].posts]
        assert not missing, (
            roles,
            sorted((kinds[record], name) for record, name in missing)[:5],
            len(missing),
        )


async def test_whatever_somebody_may_read_can_be_tapped_to(house: House) -> None:
    """County, supervisor, secretary, contact cadre, a promiser: each finds every record they may read, and no other."""
    records = await everything(house)
    roles: dict[str, Person] = {}
    async for person in house.store.unit().people.everybody():
        for post in person.posts:
            roles.setdefault(post.role, person)
    promisers = {
        record.subject
        for record in records
        if record.type == "commitment" and record.subject != record.filler
    }
    unit = house.store.unit()
    named = [one for one in [await unit.people.person(who) for who in promisers] if one is not None][:2]
    for person in [
        roles[role] for role in ("county", "supervisor", "branch_secretary", "contact_cadre", "member")
    ] + named:
        readable = {record.id for record in records if house.services.reading.may_read(record, person)}
        _, seen = await walked(house, person.id, set())
        assert seen == readable, (person.posts[0].role, len(seen - readable), len(readable - seen))


async def test_the_list_tells_records_apart(house: House) -> None:
    """A clerk sees place, person, time and state on each button, by state and by village; a village may be written."""
    unit = house.store.unit()
    clerks = await unit.people.holders(["town_clerk"], org="QX01")
    chat = await house.chat(clerks[0].id, next(_users))
    await chat.say("/start")
    await chat.tap("查看记录")
    said = await chat.tap("月度汇报")
    assert said.text.startswith("月度汇报 · 全部")
    labels = shown(chat)
    assert len(labels) == 8
    assert len(set(labels)) == 8
    assert all("村 · 20" in label for label in labels)
    await chat.tap("下一页")
    assert shown(chat) != labels
    await chat.tap("上一页")
    assert shown(chat) == labels
    await chat.tap("已办结")
    assert all("已归档" in label or "已撤回" in label or "已作废" in label for label in shown(chat))
    await chat.tap("办理中")
    assert not any("已归档" in label for label in shown(chat))

    await chat.tap("全部")
    await chat.tap("按村看")
    said = await chat.say("清溪")
    assert said.text.startswith("月度汇报 · 全部 · 清溪村")
    assert all(label.startswith("20") for label in shown(chat)), (
        "the village stands above, not on each button"
    )
    said = await chat.say("2")
    assert "月度汇报 · 全部 · " in said.text
    assert "清溪村" not in said.text
    said = await chat.say("没有这个村")
    assert "没有找到叫“没有这个村”的村" in said.text
    record = (await unit.records.heads(Filter(type="monthly_report", paths=("/SF/QX01/",)), limit=1))[0]
    assert record.receipt in (await chat.say(record.receipt.lower())).text
    foreign = (await unit.records.heads(Filter(type="monthly_report", paths=("/SF/QX02/",)), limit=1))[0]
    await chat.say("/records")
    await chat.tap("月度汇报")
    assert "没有找到这份记录" in (await chat.say(foreign.receipt)).text


def shown(chat: Chat) -> list[str]:
    """The buttons of records on the page."""
    return [label for label, data in chat.last.buttons if data.startswith("r:view:")]


async def test_nobody_is_led_to_another_place_by_an_id(house: House) -> None:
    """A made-up type or village of a list looks like one that is not there."""
    clerk = (await house.store.unit().people.holders(["town_clerk"], org="QX01"))[0]
    chat = await house.chat(clerk.id, next(_users))
    await chat.say("/start")
    for data in ("l:monthly_report:a:QX0201:0", "l:nosuch:a:-:0", "l:monthly_report:a:SF:0", "lv:nosuch:a:0"):
        assert "没有找到这份记录" in (await chat.press(data, chat.touched)).text, data


async def test_the_demo_has_a_secretary_who_is_a_member(house: House) -> None:
    """清溪村's secretary is asked whose check-in it is."""
    secretary = (await house.store.unit().people.holders(["branch_secretary"], org="QX0101"))[0]
    chat = await house.chat(secretary.id, next(_users))
    await chat.say("/check_in")
    assert [label for label, _ in chat.last.buttons] == ["本人的", "替别人填", "回首页"]
