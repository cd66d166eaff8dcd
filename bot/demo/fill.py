"""Fills an empty database with the invented county and marks it as a demo."""

from __future__ import annotations

import io
from typing import Any

from bot.app import DEMO, utc_now
from bot.demo.county import County, Maker
from bot.demo.endings import Endings
from bot.demo.history import Historian, Past, months_before
from bot.demo.meetings import Meetings
from bot.demo.stories import Stories
from bot.errors import NotEmpty
from bot.forms.core.places import Places
from bot.forms.registry import registry
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.calendars import build_calendar
from bot.usecases.entry import Entry, Invited
from bot.usecases.files import note_files
from bot.usecases.ports import Store
from bot.usecases.world import World

MONTHS = 3
#: One invitation per role of the demo: (role, where): the first village, its town, or the county.
SEATS = (
    ("member", "village"), ("information_officer", "village"), ("branch_secretary", "village"), ("convener", "village"),
    ("supervisor", "village"), ("town_clerk", "town"), ("town_committee", "town"), ("county", "county"), ("admin", "county"),
)  # fmt: skip


async def fill(store: Store, settings: Settings, *, months: int = MONTHS) -> list[Invited]:
    """
    The county, its history, one invitation per role.

    Raises:
        NotEmpty: somebody lives here already.
    """
    if await store.unit().people.orgs():
        raise NotEmpty()
    now = utc_now()
    county = Maker().make()
    await keep_county(store, county)
    clock = Past(now)
    world = World(registry(), Texts(), settings.zone, clock, Places.load(), build_calendar(), settings.law)
    today = now.astimezone(settings.zone).date().isoformat()
    historian = Historian(store, world, clock)
    stories = Stories(county, historian, today)
    span = months_before(today, months)
    await stories.check_ins(span)
    await stories.monthly_reports(months_before(today, months + 1))
    meetings = Meetings(county, historian, today, await sample_photo(store))
    await meetings.minutes()
    await meetings.commitments()
    await Endings(stories, meetings).all()
    await historian.flush()
    await store.set_meta(DEMO, today)
    return await invitations(store, settings, county)


async def keep_county(store: Store, county: County) -> None:
    """Tree, people, posts, consent, households: in a few large commits."""
    unit = store.unit()
    for org in county.orgs:
        unit.people.put_org(org)
    for person in county.people:
        unit.people.put_person(person)
        for post in person.posts:
            unit.people.put_post(person.id, post)
    for village in county.villages:
        fill_in = (*village.mobile, village.secretary)
        for member in (one for one in fill_in if any(post.role == "member" for post in one.posts)):
            unit.people.set_consent(member.id, "v1", "demo")
    await store.commit(unit)
    for village in county.villages:
        unit = store.unit()
        for household in village.households:
            unit.households.put(household)
        await store.commit(unit)


async def sample_photo(store: Store) -> dict[str, Any]:
    """The one invented photo that every sign-in sheet of the demo shows; as answers name a file."""
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (640, 480), (226, 221, 211)).save(picture, "JPEG")
    content = picture.getvalue()
    ref = {
        "hash": await store.keep_file(content),
        "name": "签到表.jpg",
        "type": "image/jpeg",
        "size": len(content),
    }
    unit = store.unit()
    note_files(unit, ref, "demo", "demo", "demo")
    await store.commit(unit)
    return ref


async def invitations(store: Store, settings: Settings, county: County) -> list[Invited]:
    """One invitation per role, for people of 清溪村, its town and the county."""
    entry = Entry(store, zone=settings.timezone)
    village = county.villages[0]
    where = {"village": village.org.id, "town": village.org.parent, "county": county.orgs[0].id}
    named: dict[str, Any] = {
        "member": village.mobile[0], "information_officer": village.clerk, "branch_secretary": village.secretary,
        "convener": village.convener, "supervisor": village.supervisor, "town_clerk": county.clerks[where["town"]],
        "town_committee": county.committee[where["town"]], "county": county.county_clerk, "admin": county.admin,
    }  # fmt: skip
    return [await entry.invite(role, where[level], person_id=named[role].id) for role, level in SEATS]
