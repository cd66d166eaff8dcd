"""A small village in a fresh database, and a cast that every chat test shares."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.kept import Household
from bot.people import Org, Person, Post
from bot.settings import Settings
from storage.migrations import upgrade
from storage.store import DatabaseStore, open_store
from tests.handlers.chat import Chat, House

COUNTY = Org("SF", "示范县委组织部", "示范县", "county", "office", "", "/SF/")
TOWN = Org("QX03", "清溪镇党委", "清溪镇", "town", "office", "SF", "/SF/QX03/")
VILLAGE = Org("QX0301", "清溪村党支部", "清溪村", "branch", "village", "QX03", "/SF/QX03/QX0301/")
OTHER = Org("QX0302", "白岭村党支部", "白岭村", "branch", "village", "QX03", "/SF/QX03/QX0302/")
PEOPLE = {
    "secretary": ("张某某", VILLAGE, "branch_secretary", "书记"),
    "officer": ("李某某", VILLAGE, "information_officer", "信息员"),
    "member": ("王某某", VILLAGE, "member", "流动党员"),
    "convener": ("陈某某", VILLAGE, "convener", "议事长"),
    "supervisor": ("吴某某", VILLAGE, "supervisor", "村务监督小组组长"),
    "clerk": ("赵某某", TOWN, "town_clerk", "组织办干事"),
    "committee": ("孙某某", TOWN, "town_committee", "组织委员"),
    "stranger": ("周某某", OTHER, "branch_secretary", "书记"),
}


@dataclass
class Village:
    """The cast, each with a chat of their own: ``village.clerk.say("/todo")``."""

    house: House
    secretary: Chat
    officer: Chat
    member: Chat
    convener: Chat
    supervisor: Chat
    clerk: Chat
    committee: Chat
    stranger: Chat


async def people(store: DatabaseStore, households: int = 312) -> None:
    """Put tree, cast and households into an empty store."""
    unit = store.unit()
    for org in (COUNTY, TOWN, VILLAGE, OTHER):
        unit.people.put_org(org)
    for key, (name, org, role, title) in PEOPLE.items():
        unit.people.put_person(Person(key, name, phone="13800000000"))
        unit.people.put_post(key, Post(org.id, org.path, org.level, role, title, "2020-01-01"))
    for n in range(1, households + 1):
        house = Household(f"h{n}", VILLAGE.id, f"{(n - 1) // 40 + 1}-{(n - 1) % 40 + 1:03d}", f"{(n - 1) // 40 + 1}组", "",
                          f"户{n}", 2, f"户{n}", "2020-01-01")  # fmt: skip
        unit.households.put(house)
    await store.commit(unit)


@pytest.fixture
async def village(tmp_path: Path) -> AsyncIterator[Village]:
    """清溪村 and its people, talking through the real dispatcher over SQLite."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    async with open_store(url, files_dir=settings.files_dir) as store:
        await people(store)
        house = House(settings, store)
        chats = {key: await house.chat(key, 1000 + n) for n, key in enumerate(PEOPLE)}
        yield Village(house, **chats)
