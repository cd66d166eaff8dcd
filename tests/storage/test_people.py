"""Persons, posts, the tree, the chats people talk in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.people import Person
from storage import DatabaseStore
from tests.storage import cast
from tests.storage.conftest import OpenStore


def ids(found: Iterable[Person]) -> list[str]:
    """Ids in order."""
    return [person.id for person in found]


async def test_tree(store: DatabaseStore) -> None:
    """Nodes come back equal and are found by path, kind and level."""
    await cast.settle(store)
    people = store.unit().people
    assert await people.org("QX0301") == cast.VILLAGE
    assert await people.org("nothing") is None
    assert list(await people.orgs()) == [cast.COUNTY, cast.TOWN, cast.VILLAGE, cast.OTHER]
    assert list(await people.orgs(under=cast.TOWN.path, kind="village")) == [cast.VILLAGE, cast.OTHER]
    assert list(await people.orgs(level="town")) == [cast.TOWN]
    unit = store.unit()
    unit.people.put_org(replace(cast.OTHER, short="石桥新村"))
    await store.commit(unit)
    found = await people.org("QX0302")
    assert found is not None
    assert found.short == "石桥新村"


async def test_person(store: DatabaseStore) -> None:
    """A person comes back with all posts, past ones too, each with where it is."""
    await cast.settle(store)
    unit = store.unit()
    past = cast.post(cast.OTHER, "village_cadre", since="2020-01-01", until="2021-12-31")
    unit.people.put_post(cast.SECRETARY.id, past)
    await store.commit(unit)
    found = await store.unit().people.person(cast.SECRETARY.id)
    now = cast.post(cast.VILLAGE, "branch_secretary", "书记")
    assert found == replace(cast.SECRETARY, posts=(now, past))
    assert await store.unit().people.person("nobody") is None


async def test_put_again(store: DatabaseStore) -> None:
    """A second import changes what changed: a post's end, a person's name; consent is left alone."""
    await cast.settle(store)
    unit = store.unit()
    unit.people.set_consent(cast.SECRETARY.id, "2026-1", "chat")
    await store.commit(unit)
    unit = store.unit()
    unit.people.put_person(replace(cast.SECRETARY, name="张改名"))
    unit.people.put_post(
        cast.SECRETARY.id, cast.post(cast.VILLAGE, "branch_secretary", "书记", until="2026-10-01")
    )
    await store.commit(unit)
    found = await store.unit().people.person(cast.SECRETARY.id)
    assert found is not None
    assert (found.name, found.consent, len(found.posts)) == ("张改名", "2026-1", 1)
    assert found.posts[0].valid_to == "2026-10-01"


async def test_away(store: DatabaseStore) -> None:
    """When a member left and was back is kept with the post; since when somebody is known stays what it was."""
    await cast.settle(store)
    first = await store.unit().people.person(cast.MEMBER.id)
    assert first is not None
    assert first.known_at.endswith("Z")
    unit = store.unit("2099-01-01T00:00:00.000000Z")
    gone = replace(cast.post(cast.OTHER, "member"), away_from="2026-03-01", away_to="2026-06-01")
    unit.people.put_person(cast.MEMBER)
    unit.people.put_post(cast.MEMBER.id, gone)
    await store.commit(unit)
    found = await store.unit().people.person(cast.MEMBER.id)
    assert found is not None
    assert (found.posts, found.known_at) == ((gone,), first.known_at)


async def test_holders(store: DatabaseStore) -> None:
    """Who holds a role today: at a node, below a path, at or above a path."""
    await cast.settle(store)
    unit = store.unit()
    unit.people.put_post(
        cast.MEMBER.id, cast.post(cast.VILLAGE, "convener", since="2026-01-01", until="2026-12-31")
    )
    await store.commit(unit)
    people = store.unit().people
    assert ids(await people.holders(["branch_secretary"])) == ["p-secretary"]
    assert ids(await people.holders(["branch_secretary", "town_clerk"], under=cast.TOWN.path)) == [
        "p-clerk",
        "p-secretary",
    ]
    assert ids(await people.holders(["branch_secretary", "town_clerk"], under=cast.VILLAGE.path)) == [
        "p-secretary"
    ]
    assert ids(await people.holders(["town_clerk", "member"], at_or_above=cast.VILLAGE.path)) == ["p-clerk"]
    assert ids(await people.holders(["town_clerk"], org="QX0301")) == []
    assert ids(await people.at_org("QX0301")) == ["p-member", "p-secretary"]
    later = store.unit("2027-01-01T00:00:00.000000Z").people
    assert ids(await later.at_org("QX0301")) == ["p-secretary"]


@pytest.mark.parametrize(
    ("stamp", "held"), [("2026-12-31T15:59:59.000000Z", True), ("2026-12-31T16:00:00.000000Z", False)]
)
async def test_local_day(store: DatabaseStore, stamp: str, held: bool) -> None:
    """A post ends at midnight of the place, not of Greenwich."""
    await cast.settle(store)
    unit = store.unit()
    unit.people.put_post(cast.MEMBER.id, cast.post(cast.VILLAGE, "convener", until="2026-12-31"))
    await store.commit(unit)
    assert bool(await store.unit(stamp).people.holders(["convener"])) is held


async def test_everybody(store: DatabaseStore) -> None:
    """All persons, or those who ever held a post below a path."""
    await cast.settle(store)
    people = store.unit().people
    assert [person.id async for person in people.everybody()] == ["p-clerk", "p-member", "p-secretary"]
    assert [person.id async for person in people.everybody(under=cast.OTHER.path)] == ["p-member"]


async def test_chats(store: DatabaseStore) -> None:
    """A chat is bound, blocked, comes back, belongs to somebody else; its live draft is its person's own."""
    await cast.settle(store)

    async def step(**done: object) -> None:
        unit = store.unit()
        for name, args in done.items():
            getattr(unit.people, name)("telegram", "7", *([] if args is None else [args]))
        await store.commit(unit)

    assert await store.unit().people.by_chat("telegram", "7") is None
    await step(set_live_draft="draft-0")
    assert await store.unit().people.live_draft("telegram", "7") == "draft-0"
    await step(bind_chat="p-member")
    found = await store.unit().people.by_chat("telegram", "7")
    assert found is not None
    assert found.id == "p-member"
    assert await store.unit().people.live_draft("telegram", "7") == ""
    await step(set_live_draft="draft-1", set_memo={"live": 42})
    await step(bind_chat="p-member")
    chat = await store.unit().people.chat("telegram", "7")
    assert chat is not None
    assert (chat.live_draft, chat.memo, chat.blocked) == ("draft-1", {"live": 42}, False)
    assert list(await store.unit().people.chats_of("p-member")) == [("telegram", "7")]
    await step(set_blocked=True)
    assert await store.unit().people.chats_of("p-member") == []
    await step(bind_chat="p-clerk")
    chat = await store.unit().people.chat("telegram", "7")
    assert chat is not None
    assert (chat.person, chat.live_draft, chat.memo, chat.blocked) == ("p-clerk", "", {}, False)
    assert list(await store.unit().people.chats_of("p-clerk")) == [("telegram", "7")]


async def test_language_and_consent(store: DatabaseStore) -> None:
    """Language and consent follow at once."""
    await cast.settle(store)
    unit = store.unit()
    unit.people.set_lang(cast.MEMBER.id, "en")
    unit.people.set_consent(cast.MEMBER.id, "2026-1", "web")
    await store.commit(unit)
    found = await store.unit().people.person(cast.MEMBER.id)
    assert found is not None
    assert (found.lang, found.consent) == ("en", "2026-1")


async def test_other_process(store: DatabaseStore, open_again: OpenStore) -> None:
    """What another process changes of people is seen here soon, though it was cached."""
    await cast.settle(store)
    unit = store.unit()
    unit.people.bind_chat("web", "1", "p-member")
    await store.commit(unit)
    found = await store.unit().people.by_chat("web", "1")
    assert found is not None
    assert len(await store.unit().people.orgs()) == 4
    async with open_again() as other:
        unit = other.unit()
        unit.people.put_org(replace(cast.OTHER, id="QX0303", path="/SF/QX03/QX0303/"))
        unit.people.put_person(replace(cast.MEMBER, name="王改名"))
        unit.people.bind_chat("web", "1", "p-clerk")
        await other.commit(unit)
    async with asyncio.timeout(10):
        while found is None or found.id != "p-clerk":
            await asyncio.sleep(0.1)
            found = await store.unit().people.by_chat("web", "1")
    member = await store.unit().people.person("p-member")
    assert member is not None
    assert member.name == "王改名"
    assert len(await store.unit().people.orgs()) == 5


async def test_replica_sees_chat(store: DatabaseStore, open_again: OpenStore) -> None:
    """With replicas a chat is looked up each time: what it talks about changed a moment ago elsewhere."""
    async with open_again(replicas=True) as replica:
        unit = store.unit()
        unit.people.set_live_draft("web", "1", "draft-1")
        await store.commit(unit)
        assert await replica.unit().people.live_draft("web", "1") == "draft-1"
        unit = store.unit()
        unit.people.set_live_draft("web", "1", "draft-2")
        await store.commit(unit)
        assert await replica.unit().people.live_draft("web", "1") == "draft-2"
