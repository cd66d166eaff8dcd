"""Persons, posts, the tree, the chats people talk in."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Executable, literal_column, or_, select
from sqlalchemy import bindparam as q

from bot.kept import Chat
from bot.people import Org, Person, Post
from storage import clean, writes
from storage.core import Core, Part
from storage.shapes import LAST, SHAPES, below
from storage.tables import chats, meta, orgs, persons, posts
from storage.writer import PEOPLE_COUNTER

CHECK_SECONDS = 1.0  # how long another process's change of people may go unseen
CHUNK = 500
FEW = 50  # people who are looked up one by one; more are read together

_p, _o, _c = persons.c, orgs.c, chats.c
_PERSON = select(_p.id, _p.name, _p.lang, _p.phone, _p.consent, _p.created_at)
_POST = select(
    posts.c.person,
    posts.c.org,
    _o.path,
    _o.level,
    posts.c.role,
    posts.c.title,
    posts.c.valid_from,
    posts.c.valid_to,
    posts.c.away_from,
    posts.c.away_to,
).join_from(posts, orgs, posts.c.org == _o.id)
_ORDER = (posts.c.person, posts.c.valid_from, posts.c.org, posts.c.role)
_ONE_PERSON = _PERSON.where(_p.id == q("id"))
_ONE_POSTS = _POST.where(posts.c.person == q("id")).order_by(*_ORDER)
_CHAT = select(_c.channel, _c.chat_id, _c.person, _c.live_draft, _c.blocked, _c.memo).where(
    _c.channel == q("channel"), _c.chat_id == q("chat_id")
)
_CHATS_OF = (
    select(_c.channel, _c.chat_id)
    .where(_c.person == q("person"), _c.blocked == literal_column("0"))
    .order_by(_c.bound_at.desc(), _c.channel, _c.chat_id)
)
_ORGS = select(
    _o.id, _o.name, _o.short, _o.level, _o.kind, _o.parent, _o.path, _o.valid_from, _o.valid_to
).order_by(_o.path)
_COUNTER = select(meta.c.value).where(meta.c.key == q("key"))


@lru_cache(SHAPES)
def _holders(roles: int, above: int, org: bool, under: bool) -> Executable:
    """Ids of who holds one of so many roles today, at one node, below a path, or at any of so many paths."""
    held = posts.c
    wanted = [
        held.valid_from <= q("day"),
        or_(held.valid_to == literal_column("''"), held.valid_to >= q("day")),
    ]
    if roles:
        wanted.append(held.role.in_([q(f"role{n}") for n in range(roles)]))
    if above:
        wanted.append(_o.path.in_([q(f"path{n}") for n in range(above)]))
    if org:
        wanted.append(held.org == q("org"))
    if under:
        wanted += [_o.path >= q("under"), _o.path < q("under_")]
    joined = select(held.person).join_from(posts, orgs, held.org == _o.id)
    return joined.where(*wanted).distinct().order_by(held.person)


async def refresh(core: Core) -> None:
    """
    Forget cached people when another process changed them; asks the database at most once in CHECK_SECONDS.
    """
    now = time.monotonic()
    if now - core.people_checked < CHECK_SECONDS:
        return
    core.people_checked = now
    rows = await core.reader.near(_COUNTER, {"key": PEOPLE_COUNTER})
    version = rows[0][0] if rows else ""
    if version != core.people_version:
        core.people_version = version
        forget(core)


def forget(core: Core) -> None:
    """Forget all cached people, nodes and chats."""
    core.people_changes += 1
    core.persons.clear()
    core.chats.clear()
    core.orgs = None


class PeopleRows(Part):
    """See :class:`bot.usecases.ports.People`."""

    async def person(self, person_id: str) -> Person | None:
        core = self._core
        await refresh(core)
        known = core.persons.get(person_id)
        if known is not None:
            return known
        before = core.people_changes
        rows = await core.reader.near(_ONE_PERSON, {"id": person_id})
        if not rows:
            return None
        held = await core.reader.near(_ONE_POSTS, {"id": person_id})
        found = _person(rows[0], held)
        if before == core.people_changes:
            core.persons.put(person_id, found)
        return found

    async def by_chat(self, channel: str, chat_id: str) -> Person | None:
        chat = await self.chat(channel, chat_id)
        return await self.person(chat.person) if chat is not None and chat.person else None

    async def chat(self, channel: str, chat_id: str) -> Chat | None:
        core = self._core
        await refresh(core)
        known = None if core.replicas else core.chats.get((channel, chat_id))
        if known is not None:
            return known
        before = core.people_changes
        rows = await core.reader.near(_CHAT, {"channel": channel, "chat_id": chat_id})
        if not rows:
            return None
        _, _, person, live_draft, blocked, memo = rows[0]
        found = Chat(channel, chat_id, person, live_draft, bool(blocked), clean.loads(memo))
        if before == core.people_changes:
            core.chats.put((channel, chat_id), found)
        return found

    async def live_draft(self, channel: str, chat_id: str) -> str:
        chat = await self.chat(channel, chat_id)
        return chat.live_draft if chat is not None else ""

    async def chats_of(self, person_id: str) -> Sequence[tuple[str, str]]:
        rows = await self._core.reader.near(_CHATS_OF, {"person": person_id})
        return [(channel, chat_id) for channel, chat_id in rows]

    async def org(self, org_id: str) -> Org | None:
        return (await self._tree()).get(org_id)

    async def orgs(self, *, under: str = "", kind: str = "", level: str = "") -> Sequence[Org]:
        return [
            org
            for org in (await self._tree()).values()
            if org.path.startswith(under) and kind in ("", org.kind) and level in ("", org.level)
        ]

    async def holders(
        self, roles: Sequence[str], *, org: str = "", under: str = "", at_or_above: str = ""
    ) -> Sequence[Person]:
        if not roles:
            return []
        values: dict[str, Any] = {f"role{n}": role for n, role in enumerate(roles)}
        above = _upwards(at_or_above) if at_or_above else []
        values.update({f"path{n}": path for n, path in enumerate(above)})
        if org:
            values["org"] = org
        if under:
            values["under"], values["under_"] = under, under + LAST
        return await self._holding(
            _holders(len(roles), len(above), bool(org), bool(under)), values, quick=not under
        )

    async def at_org(self, org_id: str) -> Sequence[Person]:
        return await self._holding(_holders(0, 0, True, False), {"org": org_id}, quick=True)

    async def everybody(self, *, under: str = "") -> AsyncIterator[Person]:
        query = _PERSON.order_by(_p.id).limit(CHUNK)
        if under:
            there = (
                select(posts.c.person)
                .join_from(posts, orgs, posts.c.org == _o.id)
                .where(below(_o.path, under))
            )
            query = query.where(_p.id.in_(there))
        last = ""
        while rows := await self._core.reader.all(query.where(_p.id > last)):
            for person in await self._with_posts(rows):
                yield person
            last = rows[-1][0]

    def bind_chat(self, channel: str, chat_id: str, person_id: str) -> None:
        self._staged.stage(writes.CHAT_BIND, (channel, chat_id, person_id, self._staged.now))
        self._changed()

    def set_blocked(self, channel: str, chat_id: str, blocked: bool) -> None:
        self._staged.stage(writes.CHAT_BLOCKED, (channel, chat_id, int(blocked)))
        self._chat_changed(channel, chat_id, blocked=blocked)

    def set_live_draft(self, channel: str, chat_id: str, draft_id: str) -> None:
        self._staged.stage(writes.CHAT_LIVE, (channel, chat_id, draft_id))
        self._chat_changed(channel, chat_id, live_draft=draft_id)

    def set_memo(self, channel: str, chat_id: str, memo: Mapping[str, Any]) -> None:
        written = clean.dumps(dict(memo))
        self._staged.stage(writes.CHAT_MEMO, (channel, chat_id, written))
        self._chat_changed(channel, chat_id, memo=clean.loads(written))

    def set_lang(self, person_id: str, lang: str) -> None:
        self._staged.stage(writes.PERSON_LANG, (lang, person_id))
        self._changed()

    def set_consent(self, person_id: str, version: str, way: str) -> None:
        self._staged.stage(writes.PERSON_CONSENT, (version, person_id))
        self._staged.stage(writes.CONSENT_ADD, (person_id, version, way, self._staged.now))
        self._changed()

    def put_org(self, org: Org) -> None:
        row = (
            org.id,
            org.name,
            org.short,
            org.level,
            org.kind,
            org.parent,
            org.path,
            org.valid_from,
            org.valid_to,
        )
        self._staged.stage(writes.ORG_PUT, tuple(clean.text(value) for value in row))
        self._changed()

    def put_person(self, person: Person) -> None:
        row = (
            person.id,
            clean.text(person.name),
            person.lang,
            clean.text(person.phone),
            person.consent,
            self._staged.now,
        )
        self._staged.stage(writes.PERSON_PUT, row)
        self._changed()

    def put_post(self, person_id: str, post: Post) -> None:
        row = (
            person_id, post.org, post.role, clean.text(post.title), post.valid_from, post.valid_to, post.away_from,
            post.away_to,
        )  # fmt: skip
        self._staged.stage(writes.POST_PUT, row)
        self._changed()

    def _changed(self) -> None:
        """Once it is in, this process forgets at once; others within CHECK_SECONDS."""
        staged, core = self._staged, self._core
        if not staged.people_changed:
            staged.people_changed = True
            staged.kept.append(lambda: forget(core))

    def _chat_changed(self, channel: str, chat_id: str, **changed: Any) -> None:
        core, key = self._core, (channel, chat_id)

        def kept() -> None:
            core.people_changes += 1
            known = core.chats.get(key)
            if known is not None:
                core.chats.put(key, replace(known, **changed))

        self._staged.kept.append(kept)

    async def _tree(self) -> dict[str, Org]:
        core = self._core
        await refresh(core)
        tree = core.orgs
        if tree is None:
            before = core.people_changes
            tree = {row[0]: Org(*row) for row in await core.reader.all(_ORGS)}
            if before == core.people_changes:
                core.orgs = tree
        return tree

    async def _holding(self, query: Executable, values: dict[str, Any], *, quick: bool) -> Sequence[Person]:
        """
        The persons a query of ids names. *quick*: the posts of a few nodes, read at once, and then one by one through
        the cache unless they are many.
        """
        reader = self._core.reader
        values["day"] = self._core.day_of(self._staged.now)
        rows = await (reader.near(query, values) if quick else reader.all(query, values))
        ids = [row[0] for row in rows]
        if len(ids) <= FEW:
            return [one for person_id in ids if (one := await self.person(person_id)) is not None]
        found: list[Person] = []
        for start in range(0, len(ids), CHUNK):
            part = ids[start : start + CHUNK]
            found += await self._with_posts(await reader.all(_PERSON.where(_p.id.in_(part)).order_by(_p.id)))
        return found

    async def _with_posts(self, rows: Sequence[Sequence[Any]]) -> list[Person]:
        held: dict[str, list[Sequence[Any]]] = {}
        for start in range(0, len(rows), CHUNK):
            ids = [row[0] for row in rows[start : start + CHUNK]]
            for row in await self._core.reader.all(_POST.where(posts.c.person.in_(ids)).order_by(*_ORDER)):
                held.setdefault(row[0], []).append(row)
        return [_person(row, held.get(row[0], ())) for row in rows]


def _person(row: Sequence[Any], held: Iterable[Sequence[Any]]) -> Person:
    person_id, name, lang, phone, consent, known_at = row
    return Person(person_id, name, lang, phone, tuple(Post(*found[1:]) for found in held), consent, known_at)


def _upwards(path: str) -> list[str]:
    """``/SF/QX03/`` -> ["/SF/", "/SF/QX03/"]."""
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[: n + 1]) + "/" for n in range(len(parts))]
