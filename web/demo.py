"""
The demo's person picker: sit down as anybody of the invented county.

It exists only in a database that ``lianxin demo`` marked, and is shown beyond this machine only where a
setting says so; every screen of it says 演示.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import web

from bot.people import Org, Person, Post
from bot.usecases.ports import Store
from web.auth import form, go, keep, label_of
from web.guard import loopback
from web.problems import BadRequest
from web.render import render
from web.services import SERVICES, WHO, Services

#: In the order in which a newcomer meets them: first those of one village, then those who read what comes
#: from it.
ROLES = (
    "member", "information_officer", "branch_secretary", "village_cadre", "convener", "supervisor",
    "town_clerk", "town_committee", "contact_cadre",
    "dispatched_secretary", "host_contact", "county", "city", "admin",
)  # fmt: skip
PER_ROLE = 3
MOST_FOUND = 40


@dataclass(frozen=True, slots=True)
class Seat:
    """
    A person as the picker lists them. ``place``: the town and the village or branch; ``find``: what search
    reads.
    """

    id: str
    name: str
    role: str
    title: str
    place: str
    org_id: str
    find: str


class Picker:
    """Who is in the invented county: read once, since the demo's people do not change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seats: list[Seat] = []
        self._reading = asyncio.Lock()

    async def groups(self) -> Mapping[str, Sequence[Seat]]:
        """
        A few good persons for each role, those of one village together so that they can be tried on each
        other.
        """
        seats = await self._all()
        village = _fullest(seats)
        held = Counter(seat.id for seat in seats)
        groups: dict[str, list[Seat]] = {}
        for role in ROLES:
            of_role = [seat for seat in seats if seat.role == role]
            of_role.sort(
                key=lambda seat: (
                    seat.org_id != village,
                    not _related(seat.org_id, village),
                    held[seat.id] > 1,  # who is nothing else comes first: a new face in every group
                    seat.org_id,
                    seat.id,
                )
            )
            if of_role:
                groups[role] = of_role[:PER_ROLE]
        return groups

    async def search(self, wanted: str) -> Sequence[Seat]:
        """Everybody whose name, post or place has all the words wanted; at most MOST_FOUND."""
        words = wanted.casefold().split()
        found = [seat for seat in await self._all() if all(word in seat.find for word in words)]
        return found[:MOST_FOUND] if words else []

    async def has(self, person_id: str) -> bool:
        """Whether this is one of the demo's people."""
        return any(seat.id == person_id for seat in await self._all())

    async def _all(self) -> Sequence[Seat]:
        async with self._reading:
            if not self._seats:
                self._seats = await self._read()
        return self._seats

    async def _read(self) -> list[Seat]:
        unit = self._store.unit()
        orgs = {org.id: org for org in await unit.people.orgs()}
        seats = []
        async for person in unit.people.everybody():
            held = person.held(unit.now[:10])
            seats += [_seat(person, post, orgs) for post in held if post.org in orgs]
        seats.sort(
            key=lambda seat: (
                ROLES.index(seat.role) if seat.role in ROLES else len(ROLES),
                seat.org_id,
                seat.id,
            )
        )
        return seats


def _seat(person: Person, post: Post, orgs: Mapping[str, Org]) -> Seat:
    org = orgs[post.org]
    town = orgs.get(org.town)
    place = (
        org.name
        if town is None or town.id == org.id or town.short in org.name
        else f"{town.short} {org.name}"
    )
    find = f"{person.name} {post.title} {place} {org.short} {post.role}".casefold()
    return Seat(person.id, person.name, post.role, post.title, place, org.id, find)


def _fullest(seats: Sequence[Seat]) -> str:
    """The village in which the most different roles are held: where a newcomer finds every kind of work."""
    roles: dict[str, set[str]] = {}
    for seat in seats:
        roles.setdefault(seat.org_id, set()).add(seat.role)
    return min(roles, key=lambda org: (-len(roles[org]), org), default="")


def _related(org_id: str, village: str) -> bool:
    return bool(org_id) and (village.startswith(org_id) or org_id.startswith(village[:4]))


PICKER: web.AppKey[Picker] = web.AppKey("picker", Picker)


async def allowed(services: Services) -> bool:
    """Whether the picker may be shown at all."""
    return (services.demo_public or loopback(services.host)) and await services.demo()


async def home(request: web.Request) -> web.StreamResponse:
    """``GET /``: the picker in a demo; else how to get in, or straight on for who is in."""
    services = request.app[SERVICES]
    if not await allowed(services):
        return go("/chat") if WHO in request else await render(request, "door.html")
    wanted = request.query.get("q", "")[:60].strip()
    picker = request.app[PICKER]
    found = await picker.search(wanted) if wanted else None
    return await render(request, "picker.html", groups=await picker.groups(), found=found, wanted=wanted)


async def choose(request: web.Request) -> web.StreamResponse:
    """``POST /demo``: sit down as the person chosen; the seat before is left."""
    services = request.app[SERVICES]
    if not await allowed(services):
        raise web.HTTPNotFound
    person_id = (await form(request)).get("person", "")
    if not await request.app[PICKER].has(person_id):
        raise BadRequest(why="person")
    before = request.get(WHO)
    entered = await services.entry.sign_in_demo(person_id, label=label_of(request))
    if entered is None:
        raise BadRequest(why="person")
    token, who = entered
    if before is not None:
        await services.entry.end_device(before.person.id, before.device.id)
        services.hub.publish(before.chat, {"t": "bye", "device": before.device.id})
    response = go("/chat")
    keep(request, response, token, who)
    return response
