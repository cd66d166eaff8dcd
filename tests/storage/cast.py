"""The small cast of the storage tests: a town, two villages, a few people, and forms of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.forms.core.draft import About, Draft
from bot.forms.core.records import Act, Record
from bot.people import Org, Person, Post
from storage import DatabaseStore, StoreUnit

COUNTY = Org("SF", "中共示范县委", "示范县", "county", "office", "", "/SF/")
TOWN = Org("QX03", "清溪镇党委", "清溪镇", "town", "office", "SF", "/SF/QX03/")
VILLAGE = Org("QX0301", "清溪村党支部", "清溪村", "branch", "village", "QX03", "/SF/QX03/QX0301/")
OTHER = Org("QX0302", "石桥村党支部", "石桥村", "branch", "village", "QX03", "/SF/QX03/QX0302/")

SECRETARY = Person("p-secretary", "张某某", phone="13800000001")
CLERK = Person("p-clerk", "李某某", lang="zh-Hant")
MEMBER = Person("p-member", "王某某")


async def settle(store: DatabaseStore) -> None:
    """The tree, the people, their posts."""
    unit = store.unit()
    for org in (COUNTY, TOWN, VILLAGE, OTHER):
        unit.people.put_org(org)
    for person in (SECRETARY, CLERK, MEMBER):
        unit.people.put_person(person)
    unit.people.put_post(SECRETARY.id, post(VILLAGE, "branch_secretary", "书记"))
    unit.people.put_post(CLERK.id, post(TOWN, "town_clerk", "干事"))
    unit.people.put_post(MEMBER.id, post(OTHER, "member"))
    await store.commit(unit)


def post(org: Org, role: str, title: str = "", since: str = "", until: str = "") -> Post:
    """A post at a node."""
    return Post(org.id, org.path, org.level, role, title, since, until)


def draft(number: int = 1, owner: str = MEMBER.id, **about: Any) -> Draft:
    """A check-in being filled."""
    wanted = {"form": "check_in", "owner": owner, "org": VILLAGE.id, "period": "2026-11"} | about
    return Draft(f"draft-{number}", About(**wanted), 1, answers={"mood": "good", "note": "一切都好"})


def next_of(found: Draft, **changed: Any) -> Draft:
    """The same draft one step on."""
    return replace(found, rev=found.rev + 1, **changed)


def act(n: int = 1, name: str = "submit", frm: str = "", to: str = "submitted", **more: Any) -> Act:
    """One transition."""
    at = f"2026-11-22T05:53:0{n % 10}.000000Z"
    wanted = {"by": MEMBER.id, "by_name": MEMBER.name, "post": "member@QX0302", "at": at} | more
    return Act(n, name, frm=frm, to=to, **wanted)


def record(number: int = 1, **more: Any) -> Record:
    """A check-in as sent."""
    wanted = {
        "type": "check_in", "form_version": 1, "receipt": f"LX-A-QX03-202611-{number:04d}", "org": VILLAGE.id,
        "org_path": VILLAGE.path, "filler": MEMBER.id, "filler_name": MEMBER.name, "post": "member@QX0302",
        "submitted_at": f"2026-11-{1 + number % 28:02d}T05:53:00.000000Z", "state": "submitted",
        "subject": MEMBER.id, "subject_name": MEMBER.name, "period": "2026-11", "label": f"第{number}份",
        "answers": {"mood": "good", "hours": None, "money": 1234500}, "acts": (act(),),
    } | more  # fmt: skip
    return Record(f"record-{number}", **wanted)  # type: ignore[arg-type]


def acted(found: Record, done: Act, **changed: Any) -> Record:
    """The record after one more act."""
    return replace(found, state=done.to, rev=found.rev + 1, acts=(*found.acts, done), **changed)


async def keep(store: DatabaseStore, *found: Draft | Record) -> None:
    """Commit drafts and records in one unit."""
    unit = store.unit()
    for one in found:
        if isinstance(one, Draft):
            unit.drafts.add(one)
        else:
            unit.records.add(one)
    await store.commit(unit)


async def outcome(store: DatabaseStore, unit: StoreUnit) -> str:
    """The code of what a commit came to, "" for kept."""
    from bot.errors import LianxinError

    try:
        await store.commit(unit)
    except LianxinError as why:
        return why.code
    return ""
