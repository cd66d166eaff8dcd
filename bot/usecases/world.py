"""
What the machine may know of the world: live facts at every call, frozen ones taken once and kept by digest.

Where they come from: sources.py, one small function per name a form may write in ``needs`` (frozen) or ``live``.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.forms.core.draft import About, Draft, Facts, Request, Turn
from bot.forms.core.law import DEFAULT, Readings, chosen
from bot.forms.core.machine import supply
from bot.forms.core.places import Places
from bot.forms.core.plan import Level, Plan
from bot.forms.core.records import Record
from bot.forms.core.upgrades import read_today
from bot.forms.core.workdays import Calendar
from bot.forms.registry import Registry
from bot.people import Person, reaches
from bot.texts import Texts
from bot.usecases.ports import Unit
from bot.usecases.sources import LIVE, SOURCES

Clock = Callable[[], datetime]
KEPT = 20_000  # drafts whose surroundings are remembered in this process
ROUNDS = 6  # a form never needs more supplies in a row than this
FRESH = 120  # seconds after which live lists (people, meetings) are read again


def stamp(moment: datetime) -> str:
    """A server stamp: UTC ISO text with microseconds, sortable as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class World:
    """Hands facts to the machine. ``clock`` returns an aware UTC moment."""

    def __init__(
        self,
        registry: Registry,
        texts: Texts,
        zone: ZoneInfo,
        clock: Clock,
        places: Places,
        calendar: Calendar,
        readings: Readings = DEFAULT,
    ) -> None:
        self.registry, self.texts, self.zone, self.clock = registry, texts, zone, clock
        self.places, self.calendar, self.readings = places, calendar, readings
        self._around: OrderedDict[tuple[str, str], tuple[float, dict[str, Any]]] = OrderedDict()
        self._labels: dict[tuple[str, int, str], dict[str, str]] = {}

    def now(self) -> datetime:
        """This moment, local."""
        return self.clock().astimezone(self.zone)

    def today(self) -> str:
        """The local day."""
        return self.now().date().isoformat()

    def day_of(self, stamp: str) -> str:
        """The local day of a server stamp."""
        return datetime.fromisoformat(stamp).astimezone(self.zone).date().isoformat()

    def stamp(self) -> str:
        """The server stamp of this moment."""
        return stamp(self.clock())

    async def facts(self, unit: Unit, draft: Draft, plan: Plan, person: Person, *, tries: int = 0) -> Facts:
        """The facts for one event of *draft*."""
        around = await self._surroundings(unit, draft.about, draft.id, plan, person)
        frozen = {name: await unit.snapshots.get(kept["digest"]) for name, kept in draft.frozen.items()}
        moment = self.clock()
        local = moment.astimezone(self.zone)
        now = {
            "today": local.date().isoformat(), "now": local.strftime("%Y-%m-%dT%H:%M"), "stamp": stamp(moment),
            "tries": tries, "labels": self.labels(plan, person.lang),
        }  # fmt: skip
        if not draft.about.record:
            return Facts({**around, **now}, frozen)
        record = await self.record(unit, draft.about.record)
        if record is None:
            return Facts({**around, **now}, frozen)
        return self.with_record(
            Facts({**around, **now}, {**frozen, **await self.frozen_of(unit, record)}), record
        )

    async def record(self, unit: Unit, record_id: str) -> Record | None:
        """A record as today's version of its form reads it, with its acts; None where there is none."""
        found = await unit.records.get(record_id)
        if found is None or found.type not in self.registry:
            return found
        return read_today(self.registry[found.type], found)

    def facing(self, person: Person | None, record: Record) -> Facts:
        """Facts for the guards of *record*, as *person* stands to it."""
        return self.with_record(self.bare(person, record.org_path), record)

    def bare(self, person: Person | None = None, path: str = "") -> Facts:
        """Facts for guards and clocks, with nobody's draft around; *path*: the node they are about."""
        local = self.now()
        return Facts({
            "today": local.date().isoformat(), "now": local.strftime("%Y-%m-%dT%H:%M"), "stamp": self.stamp(),
            "calendar": self.calendar, "places": self.places, "law": chosen(self.readings),
            "actor": _actor(person, path, self.today()), "about": {},
        })  # fmt: skip

    @staticmethod
    def with_record(facts: Facts, record: Record) -> Facts:
        """The same facts for an act on *record*."""
        return replace(facts, record=record.answers, acts=record.acts, round=record.round)

    @staticmethod
    async def frozen_of(unit: Unit, record: Record) -> dict[str, Any]:
        """What was frozen when *record* was sent (its roster, last period …)."""
        return {name: await unit.snapshots.get(kept["digest"]) for name, kept in record.frozen.items()}

    async def supply(
        self, unit: Unit, about: About, requests: Sequence[Request]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Fetch what the machine asked for: (value of a ``supply`` event, need -> snapshot)."""
        kept: dict[str, Any] = {}
        values: dict[str, Any] = {}
        for request in requests:
            value = await SOURCES[request.source](self, unit, about, request.args)
            digest = unit.snapshots.put(request.source, value)
            kept[request.name] = {"digest": digest, "args": dict(request.args)}
            values[request.name] = value
        return kept, values

    async def supplied(self, unit: Unit, plan: Plan, turn: Turn, facts: Facts) -> tuple[Turn, Facts]:
        """The turn with everything the machine asks for, and the facts it then stands on."""
        for _ in range(ROUNDS):
            if not turn.requests:
                return turn, facts
            kept, values = await self.supply(unit, turn.draft.about, turn.requests)
            facts = replace(facts, frozen={**facts.frozen, **values})
            turn = supply(plan, turn, kept, facts)
        raise RuntimeError(f"{plan.id} keeps asking for {[request.name for request in turn.requests]}")

    async def _surroundings(
        self, unit: Unit, about: About, draft_id: str, plan: Plan, person: Person
    ) -> dict[str, Any]:
        key = (draft_id, person.lang)
        seconds = self.clock().timestamp()
        found = self._around.get(key)
        if found is not None and seconds - found[0] < FRESH:
            self._around.move_to_end(key)
            return found[1]
        made = await self._look_around(unit, about, plan, person)
        self._around[key] = (seconds, made)
        if len(self._around) > KEPT:
            self._around.popitem(last=False)
        return made

    async def _look_around(self, unit: Unit, about: About, plan: Plan, person: Person) -> dict[str, Any]:
        org = await unit.people.org(about.org)
        made: dict[str, Any] = {
            "places": self.places, "calendar": self.calendar, "law": chosen(self.readings),
            "actor": _actor(person, org.path if org else "", self.today()),
            "about": {
                "org": about.org, "org_name": org.name if org else "", "org_short": org.short if org else "",
                "org_kind": org.kind if org else "", "period": about.period, "type": about.type, "row": about.row,
                "subject": about.subject, "record": about.record, "proxy_for": about.proxy_for,
                "proxy_name": await _name(unit, about.proxy_for),
            },
        }  # fmt: skip
        for name in plan.form.live:
            made[name] = await LIVE[name](self, unit, about, person)
        return made

    def labels(self, plan: Plan, lang: str) -> dict[str, str]:
        """
        Words key -> text of every fixed choice of a form and what else people say for it, for reading typed labels; and of
        every question for a number or a day, whose words may stand round the answer.
        """
        key = (plan.id, plan.version, lang)
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = dict(self._choice_words(plan.root, lang))
        return found

    def _choice_words(self, level: Level, lang: str) -> list[tuple[str, str]]:
        made = []
        for entry in level.entries:
            if entry.kind in ("integer", "decimal", "date") and self.texts.has(entry.words, lang):
                made.append((entry.words, self.texts.text(entry.words, lang)))
            values = [value for value, _ in entry.choices] or (
                ["yes", "no"] if entry.kind == "boolean" else []
            )
            for value in values:
                words = f"{entry.words}-{value}"
                made += [
                    (key, self.texts.text(key, lang))
                    for key in (words, f"{words}.also")
                    if self.texts.has(key, lang)
                ]
            if entry.inner is not None:
                made += self._choice_words(entry.inner, lang)
        return made


async def _name(unit: Unit, person_id: str) -> str:
    found = await unit.people.person(person_id) if person_id else None
    return found.name if found is not None else ""


def _actor(person: Person | None, path: str, day: str) -> dict[str, Any]:
    """Who asks, with the posts that reach the node: of it, or of an office above it. One held elsewhere gives nothing here."""
    if person is None:
        return {"id": "system", "name": "", "post": "", "roles": []}
    held = [post for post in person.held(day) if not path or reaches(post, path, "line")]
    held.sort(key=lambda post: post.path != path)  # the nearest first
    return {
        "id": person.id,
        "name": person.name,
        "post": held[0].title if held else "",
        "roles": [post.role for post in held],
    }
