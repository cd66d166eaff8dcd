"""The ways in: an invitation works once, a device until it is ended or its time is over."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.errors import AlreadyExists, InvitationGone
from bot.kept import Device, Invitation
from bot.people import Person
from storage import DatabaseStore
from storage.clock import later
from tests.storage import cast
from tests.storage.conftest import OpenStore

FAR = "2099-01-01T00:00:00.000000Z"
CODE = "kIu8-7Hh2_long-and-random"


def invitation(number: int = 1, **more: str) -> Invitation:
    """An invitation for somebody new."""
    wanted = {
        "role": "member",
        "org": "QX0301",
        "name": "赵某某",
        "expires_at": FAR,
        "created_by": "p-secretary",
    } | more
    return Invitation(f"i{number}", **wanted)


async def invite(store: DatabaseStore, code: str = CODE, **more: Any) -> None:
    """Keep an invitation."""
    unit = store.unit()
    unit.ways.invite(code, invitation(**more))
    await store.commit(unit)


async def test_invitation(store: DatabaseStore) -> None:
    """An invitation is found by its code alone and shows who used it."""
    await invite(store)
    assert await store.unit().ways.invitation("another") is None
    found = await store.unit().ways.invitation(CODE)
    assert found is not None
    assert (found.role, found.org, found.name, found.used_at) == ("member", "QX0301", "赵某某", "")
    unit = store.unit()
    unit.ways.use_invitation(CODE, "p-new")
    await store.commit(unit)
    found = await store.unit().ways.invitation(CODE)
    assert found is not None
    assert (found.used_at, found.used_by) == (unit.now, "p-new")
    unit = store.unit()
    unit.ways.use_invitation(CODE, "p-late")
    with pytest.raises(InvitationGone):
        await store.commit(unit)


@pytest.mark.parametrize("why", ["expired", "ended", "unknown"])
async def test_gone(store: DatabaseStore, why: str) -> None:
    """Past its time, ended, or never made: it does not work, and nothing else of the step is written."""
    if why != "unknown":
        await invite(store, expires_at=later(store.unit().now, -1) if why == "expired" else FAR)
    if why == "ended":
        unit = store.unit()
        unit.ways.end_invitation("i1")
        await store.commit(unit)
    unit = store.unit()
    unit.people.put_person(Person("p-new", "赵某某"))
    unit.ways.use_invitation(CODE, "p-new")
    with pytest.raises(InvitationGone):
        await store.commit(unit)
    assert await store.unit().people.person("p-new") is None


async def test_race(store: DatabaseStore, open_again: OpenStore) -> None:
    """Twenty uses at once, from two processes: one goes through, and one person is made."""
    await invite(store)
    async with open_again() as other:
        units = []
        for number in range(20):
            of = store if number % 2 else other
            unit = of.unit()
            unit.people.put_person(Person(f"p-new-{number}", "赵某某"))
            unit.ways.use_invitation(CODE, f"p-new-{number}")
            units.append((of, unit))
        codes = await asyncio.gather(*(cast.outcome(of, unit) for of, unit in units))
    assert sorted(codes) == ["", *["invitation_gone"] * 19]
    made = [person.id async for person in store.unit().people.everybody()]
    assert len(made) == 1


async def test_lists(store: DatabaseStore) -> None:
    """Invitations are listed by node and by person, newest first."""
    for number, org, person in ((1, "QX0301", ""), (2, "QX0301", "p-member"), (3, "QX0302", "")):
        unit = store.unit(f"2026-11-22T05:53:0{number}.000000Z")
        unit.ways.invite(f"code-{number}", invitation(number, org=org, person=person))
        await store.commit(unit)
    ways = store.unit().ways
    assert [found.id for found in await ways.invitations(org="QX0301")] == ["i2", "i1"]
    assert [found.id for found in await ways.invitations(person="p-member")] == ["i2"]
    assert len(await ways.invitations()) == 3


async def test_same_code(store: DatabaseStore) -> None:
    """The same code is never given twice."""
    await invite(store)
    with pytest.raises(AlreadyExists):
        await invite(store)


async def test_device(store: DatabaseStore) -> None:
    """A device signs in by its token, slides on when used, and is gone once ended or past its time."""
    now = store.unit().now
    unit = store.unit()
    unit.ways.add_device(
        "token-1", Device("d1", "p-member", "member", "微信 Android", now, now, later(now, 60))
    )
    unit.ways.add_device("token-2", Device("d2", "p-member", "member", "旧手机", now, now, later(now, -60)))
    await store.commit(unit)
    ways = store.unit().ways
    found = await ways.device("token-1")
    assert found is not None
    assert (found.id, found.person, found.label) == ("d1", "p-member", "微信 Android")
    assert await ways.device("token-2") is None
    assert await ways.device("nothing") is None
    assert [device.id for device in await ways.devices_of("p-member")] == ["d1"]
    unit = store.unit()
    unit.ways.seen_device("d1", FAR)
    await store.commit(unit)
    found = await store.unit("2090-01-01T00:00:00.000000Z").ways.device("token-1")
    assert found is not None
    assert (found.seen_at, found.expires_at) == (unit.now, FAR)
    unit = store.unit()
    unit.ways.end_device("d1")
    await store.commit(unit)
    assert await store.unit().ways.device("token-1") is None
    assert await store.unit().ways.devices_of("p-member") == []


async def test_no_secret_kept(store: DatabaseStore, url: str) -> None:
    """Neither code nor token can be read out of the database."""
    await invite(store)
    unit = store.unit()
    unit.ways.add_device("token-secret", Device("d1", "p", "admin", "", "", "", FAR))
    await store.commit(unit)
    if url.startswith("sqlite"):
        path = Path(url.partition("///")[2])
        content = b"".join(found.read_bytes() for found in path.parent.glob("lianxin.db*"))
        assert b"i1" in content
        assert CODE.encode() not in content
        assert b"token-secret" not in content
