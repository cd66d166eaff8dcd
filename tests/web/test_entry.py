"""
The ways in, as use cases over a real database: once, for the right person, locked after too many guesses.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.errors import InvitationGone, LianxinError
from bot.usecases.entry import (
    GUESSES,
    Entry,
    Guesses,
    InviteAmbiguous,
    NameWrong,
    OrgUnknown,
    RoleUnknown,
    TooManyGuesses,
    masked,
    same_name,
    web_chat_id,
)
from storage import DatabaseStore, open_store
from tests.web.house import CAST, VILLAGE, person

NOON = dt.datetime(2026, 11, 22, 4, 0, tzinfo=dt.UTC)


class Watch:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()

    def go(self, **time: float) -> None:
        self.now += dt.timedelta(**time)


@asynccontextmanager
async def opened(database: Path, watch: Watch) -> AsyncIterator[tuple[DatabaseStore, Entry]]:
    url = f"sqlite+aiosqlite:///{database}"
    async with open_store(url, files_dir=database.parent / "files", now=watch) as store:
        yield store, Entry(store, guesses=Guesses(watch.seconds))


async def why_gone(entry: Entry, code: str, place: str = "10.0.0.1") -> str:
    """Why an invitation cannot be opened."""
    with pytest.raises(InvitationGone) as gone:
        await entry.open_invitation(code, place=place)
    return str(gone.value.details["why"])


async def test_a_members_link_needs_one_tap(database: Path) -> None:
    """It shows the name, is used once, and binds the device and the chat in the same transaction."""
    async with opened(database, Watch()) as (store, entry):
        invited = await entry.invite("member", VILLAGE.id)
        assert invited.person == CAST["member"] or invited.person is not None
        seen = await entry.open_invitation(invited.code, place="a")
        assert (seen.name, seen.must_type, seen.org.id) == ("张某某", False, VILLAGE.id)
        token, who = await entry.enter(invited.code, label="Android", place="a")
        assert who.chat == web_chat_id("p1")
        again = await entry.signed_in(token)
        assert again is not None
        assert (again.person.id, again.device.label, again.chat) == ("p1", "Android", who.chat)
        assert await why_gone(entry, invited.code) == "used"
        talker = await store.unit().people.by_chat("web", who.chat)
        assert talker is not None
        assert talker.id == "p1"


async def test_a_cadres_link_needs_the_name(database: Path) -> None:
    """A link forwarded to a group opens nothing: the name is masked and must be typed, as people type it."""
    async with opened(database, Watch()) as (_, entry):
        invited = await entry.invite("branch_secretary", VILLAGE.id)
        seen = await entry.open_invitation(invited.code, place="a")
        assert (seen.name, seen.must_type) == ("李**", True)
        for wrong in ("", "李", "王某某", "李**"):
            with pytest.raises(NameWrong):
                await entry.enter(invited.code, name=wrong, place="a")
        _, who = await entry.enter(invited.code, name=" 李 某某 ", place="a")
        assert who.person.id == "p3"


async def test_ten_wrong_names_lock_the_link_wherever_they_come_from(database: Path) -> None:
    """The name is short, so it is guarded by itself; after a while it can be tried again."""
    watch = Watch()
    async with opened(database, watch) as (_, entry):
        invited = await entry.invite("branch_secretary", VILLAGE.id)
        for n in range(GUESSES):
            with pytest.raises(NameWrong):
                await entry.enter(invited.code, name="王某某", place=f"10.0.0.{n}")
        with pytest.raises(TooManyGuesses):
            await entry.enter(invited.code, name="李某某", place="10.0.9.9")
        watch.go(minutes=16)
        _, who = await entry.enter(invited.code, name="李某某", place="10.0.9.9")
        assert who.person.id == "p3"


async def test_ten_wrong_codes_lock_the_address(database: Path) -> None:
    """Guessing is hopeless anyway; the lock keeps it from costing anything."""
    watch = Watch()
    async with opened(database, watch) as (_, entry):
        good = await entry.invite("member", VILLAGE.id)
        for n in range(GUESSES):
            assert await why_gone(entry, f"guess-number-{n:020}") == "unknown"
        with pytest.raises(TooManyGuesses) as locked:
            await entry.open_invitation(good.code, place="10.0.0.1")
        assert locked.value.details["minutes"] == 15
        assert (await entry.open_invitation(good.code, place="10.0.0.2")).name == "张某某"
        watch.go(minutes=15, seconds=1)
        assert (await entry.open_invitation(good.code, place="10.0.0.1")).name == "张某某"


async def test_twenty_at_once_let_one_in(database: Path) -> None:
    """A race for the same link has one winner."""
    async with opened(database, Watch()) as (_, entry):
        invited = await entry.invite("member", VILLAGE.id)

        async def attempt(n: int) -> str:
            try:
                await entry.enter(invited.code, place=f"10.0.0.{n}")
            except LianxinError as error:
                return error.code
            return "in"

        assert Counter(await asyncio.gather(*map(attempt, range(20)))) == {"in": 1, "invitation_gone": 19}


async def test_links_end(database: Path) -> None:
    """Past its time, withdrawn, cut short: each is told apart in words, none opens."""
    watch = Watch()
    async with opened(database, watch) as (_, entry):
        late = await entry.invite("member", VILLAGE.id, days=1)
        ended = await entry.invite("convener", VILLAGE.id)
        await entry.end_invitation(ended.invitation.id, by="p3")
        watch.go(days=1, seconds=1)
        assert await why_gone(entry, late.code) == "expired"
        assert await why_gone(entry, ended.code) == "ended"
        assert await why_gone(entry, late.code[:-1]) == "unknown"
        assert await why_gone(entry, "../../etc/passwd") == "unknown"
        assert await why_gone(entry, "码" * 20) == "unknown"


async def test_a_link_sent_again_ends_the_one_before(database: Path) -> None:
    """The branch secretary sends a lost link anew: only the newest opens, links of another role stay."""
    async with opened(database, Watch()) as (_, entry):
        first = await entry.invite("member", VILLAGE.id)
        other = await entry.invite("village_cadre", VILLAGE.id, person_id="p1")
        second = await entry.invite("member", VILLAGE.id)
        assert await why_gone(entry, first.code) == "ended"
        assert (await entry.open_invitation(second.code, place="b")).name == "张某某"
        assert (await entry.open_invitation(other.code, place="b")).must_type


async def test_a_new_county_gets_its_first_administrator(database: Path) -> None:
    """Nobody holds the role: whoever types a name becomes that person, with the post of the invitation."""
    async with opened(database, Watch()) as (_, entry):
        invited = await entry.invite("admin", "SF")
        assert invited.person is None
        seen = await entry.open_invitation(invited.code, place="a")
        assert (seen.name, seen.must_type) == ("", True)
        with pytest.raises(NameWrong):
            await entry.enter(invited.code, name="  ", place="a")
        token, who = await entry.enter(invited.code, name="冯  某某", place="a")
        assert who.person.name == "冯 某某"
        signed = await entry.signed_in(token)
        assert signed is not None
        assert signed.person.has_role("admin", "2026-11-22")
        named = await entry.invite("county", "QX03", name="褚某某")
        with pytest.raises(NameWrong):
            await entry.use_invitation(named.code, "telegram", "77", name="卫某某")
        newcomer = await entry.use_invitation(named.code, "telegram", "77", name="褚某某")
        assert newcomer.name == "褚某某"


async def test_whom_an_invitation_means(database: Path) -> None:
    """A role or node that does not exist is refused; of several holders one must be named."""
    async with opened(database, Watch()) as (store, entry):
        unit = store.unit()
        second = person("p99", "蒋某某", "member", VILLAGE)
        unit.people.put_person(second)
        unit.people.put_post("p99", second.posts[0])
        await store.commit(unit)
        with pytest.raises(RoleUnknown):
            await entry.invite("king", VILLAGE.id)
        with pytest.raises(OrgUnknown):
            await entry.invite("member", "NOWHERE")
        with pytest.raises(InviteAmbiguous):
            await entry.invite("member", VILLAGE.id)
        named = await entry.invite("member", VILLAGE.id, name="蒋某某")
        assert named.person is not None
        assert named.person.id == "p99"


async def test_how_long_devices_last(database: Path) -> None:
    """
    A member's sign-in slides on for 400 days; an administrator's ends after 12 hours, or 30 idle minutes.
    """
    watch = Watch()
    async with opened(database, watch) as (_, entry):
        member, _ = await entry.enter((await entry.invite("member", VILLAGE.id)).code, place="a")
        for _ in range(3):
            watch.go(days=399)
            assert await entry.signed_in(member) is not None
        watch.go(days=401)
        assert await entry.signed_in(member) is None

        async def admin() -> str:
            token, _ = await entry.enter((await entry.invite("admin", "QX03")).code, name="孙某某", place="a")
            return token

        busy = await admin()
        for _ in range(35):
            watch.go(minutes=20)
            assert await entry.signed_in(busy) is not None
        watch.go(minutes=25)
        assert await entry.signed_in(busy) is None  # 12 hours are over, however busy
        idle = await admin()
        watch.go(minutes=31)
        assert await entry.signed_in(idle) is None
        watch.now -= dt.timedelta(minutes=31)  # a clock set back revives nothing
        assert await entry.signed_in(idle) is None


async def test_devices_are_listed_and_ended_by_their_owner_only(database: Path) -> None:
    """Somebody else's device looks like one that is not there."""
    async with opened(database, Watch()) as (_, entry):
        mine, who = await entry.enter((await entry.invite("member", VILLAGE.id)).code, label="甲", place="a")
        other, _ = await entry.enter((await entry.invite("member", VILLAGE.id)).code, label="乙", place="a")
        assert {device.label for device in await entry.devices("p1")} == {"甲", "乙"}
        assert not await entry.end_device("p3", who.device.id)
        assert await entry.signed_in(mine) is not None
        assert await entry.end_device("p1", who.device.id)
        assert await entry.signed_in(mine) is None
        assert await entry.signed_in(other) is not None
        assert await entry.signed_in("") is None
        assert await entry.signed_in("x" * 32) is None


def test_guesses_cannot_fill_the_memory() -> None:
    """A flood from many addresses pushes out the oldest, and a locked one stays locked while it goes on."""
    guesses = Guesses(lambda: 0.0)
    for n in range(Guesses.MOST_PLACES + 500):
        guesses.wrong(f"place-{n}")
    for _ in range(GUESSES):
        guesses.wrong("one")
    with pytest.raises(TooManyGuesses):
        guesses.check("one")
    guesses.right("one")
    guesses.check("one")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("张某某", "张某某", True),
        ("张某某", " 张 某 某", True),
        ("阿依·古丽", "阿依古丽", True),
        ("Ａnna", "anna", True),
        ("张某某", "张某", False),
        ("", "", False),
        ("·", "·", False),
    ],
)
def test_names_are_compared_as_people_write_them(one: str, other: str, same: bool) -> None:
    """Width, case, spaces and the dot do not count; two empty names are not the same."""
    assert same_name(one, other) is same


def test_masked_names() -> None:
    """Enough to know one's own."""
    assert (masked("张某某"), masked("欧"), masked("")) == ("张**", "欧*", "")


def test_chat_ids_fit_everywhere() -> None:
    """They are numbers that aiogram, JavaScript and both databases hold, and differ between people."""
    ids = {web_chat_id(f"p{n}") for n in range(5000)}
    assert len(ids) == 5000
    assert all(0 < int(one) < 2**52 for one in ids)
