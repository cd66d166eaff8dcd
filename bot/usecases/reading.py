"""Reading records: who may, one record line by line with what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.errors import RecordNotFound
from bot.forms.core import acts
from bot.forms.core.draft import About, Draft, Facts, Line, path_from
from bot.forms.core.model import Transition
from bot.forms.core.plan import Plan
from bot.forms.core.records import Act, Record
from bot.forms.core.types import CompiledType
from bot.forms.core.view import lines
from bot.forms.core.work import Work
from bot.kept import Filter, RecordHead
from bot.people import Person, reaches, scope_of
from bot.usecases.ports import Unit
from bot.usecases.todo import Todo
from bot.usecases.world import World


@dataclass(frozen=True, slots=True)
class Opened:
    """
    One record as somebody may see it. ``changed``: path key -> (old, new) of the newest mend. ``done``: what was said on
    it since, act by act (a view, a tally, a check); what is sensitive there is not for those whose record it is.
    """

    record: Record
    lines: tuple[Line, ...]
    transitions: tuple[Transition, ...]
    changed: Mapping[str, tuple[Any, Any]]
    sees_flags: bool
    done: tuple[tuple[Act, tuple[Line, ...]], ...] = ()


class Reading:
    """Use cases of looking, one gate for all of them."""

    def __init__(self, world: World) -> None:
        self.world, self.registry = world, world.registry
        self.todo = Todo(world)

    def may_read(self, record: Record, person: Person) -> bool:
        """The one gate: own records, the scope of a post, or a part to play in the workflow."""
        if person.id in (record.filler, record.subject, record.proxy_for):
            return True
        kind, day = self.registry[record.type], self.world.today()
        for post in person.held(day):
            reach = kind.type.access.reads.get(post.role, "none")
            if reach in ("own", "town", "county", "city") and reaches(post, record.org_path, reach):
                return True
        return any(
            acts.entitled(s.transition.who, record, person, day) is not None
            for s in kind.transitions.values()
        )

    async def record(self, unit: Unit, person: Person, record_id: str) -> Record:
        """The record, or RecordNotFound: foreign and missing look the same."""
        found = await self.world.record(unit, record_id)
        if found is None or found.type not in self.registry or not self.may_read(found, person):
            raise RecordNotFound()
        return found

    async def open(self, unit: Unit, person: Person, record_id: str) -> Opened:
        """A record line by line, with what this person may do on it."""
        return await self.opened(unit, person, await self.record(unit, person, record_id))

    async def opened(self, unit: Unit, person: Person, record: Record) -> Opened:
        """The same of a record that was read already, or has just been acted on."""
        kind = self.registry[record.type]
        facts = self.world.with_record(self.world.bare(person), record)
        steps = acts.available(kind, record, person, self.world.today(), facts)
        mine = person.id in (record.filler, record.proxy_for)
        return Opened(
            record,
            await self.lines(unit, kind, record, person),
            tuple(steps),
            await self._changed(unit, record),
            not mine,
            tuple(self._done(kind, record, facts, about=mine or person.id == record.subject)),
        )

    def barred(self, record: Record, person: Person, name: str, row: str = "") -> acts.Barred | None:
        """Why an act of this person cannot be done on *record* as it stands, None where it can."""
        facts = self.world.with_record(self.world.bare(person), record)
        return acts.barred(self.registry[record.type], record, name, facts, row)

    def next(self, record: Record, person: Person) -> Mapping[str, Any]:
        """Arguments of the words that say what comes next for *record*."""
        kind = self.registry[record.type]
        scope = acts.scope_for(kind, None, record, self.world.with_record(self.world.bare(person), record))
        return {name: value(scope) for name, value in kind.next.items()}

    @staticmethod
    def _done(
        kind: CompiledType, record: Record, facts: Facts, *, about: bool
    ) -> Iterator[tuple[Act, tuple[Line, ...]]]:
        """Every act since it was sent, oldest first, with what was said in it; marks stand apart (bot/forms/core/acts.py)."""
        for n, act in enumerate(record.acts[1:], 2):
            step = kind.transitions.get(act.name)
            if step is None or step.transition.mends or step.transition.marks or not act.answers:
                yield act, ()
                continue
            of = About(f"{record.type}/{act.name}", act.by, record.org, record=record.id, row=act.row)
            then = replace(facts, acts=record.acts[:n], round=act.round)
            work = Work(
                step.plan, Draft("", of, step.plan.version, answers=dict(act.answers)), then, stored=True
            )
            yield act, tuple(
                line for line in lines(work, step.plan.root, ())
                if line.value is not None and not (about and _sensitive(step.plan, line))
            )  # fmt: skip

    async def lines(self, unit: Unit, kind: CompiledType, record: Record, person: Person) -> tuple[Line, ...]:
        """The answers as lines, computed notes among them, over what was frozen when it was sent."""
        about = About(record.type, record.filler, record.org, record.subject, record.period)
        draft = Draft("", about, kind.plan.version, frozen=dict(record.frozen), answers=dict(record.answers))
        facts = await self.world.facts(unit, draft, kind.plan, person)
        frozen = await self.world.frozen_of(unit, record)
        work = Work(kind.plan, draft, type(facts)(facts.live, {**facts.frozen, **frozen}), stored=True)
        return tuple(lines(work, kind.plan.root, ()))

    async def _changed(self, unit: Unit, record: Record) -> Mapping[str, tuple[Any, Any]]:
        last = next((act for act in reversed(record.acts) if act.name == "resubmit"), None)
        if last is None:
            return {}
        versions = await unit.records.versions(record.id)
        before = next((one for one in versions if one.n == record.version - 1), None)
        if before is None:
            return {}
        return {
            key: (value_at(before.answers, key), value_at(record.answers, key))
            for key in last.answers.get("changed") or ()
        }

    async def mine(
        self, unit: Unit, person: Person, *, limit: int = 10, offset: int = 0
    ) -> Sequence[RecordHead]:
        """What this person sent, newest first."""
        return await unit.records.heads(Filter(filler=person.id), limit=limit, offset=offset)

    async def in_scope(
        self, unit: Unit, person: Person, type_id: str, *, limit: int = 10, offset: int = 0
    ) -> Sequence[RecordHead]:
        """Records of a type this person may read, newest first."""
        kind = self.registry[type_id]
        paths, own = scope_of(person, dict(kind.type.access.reads), self.world.today())
        if own:
            return await unit.records.heads(
                Filter(type=type_id, filler=person.id), limit=limit, offset=offset
            )
        return await unit.records.heads(Filter(type=type_id, paths=paths), limit=limit, offset=offset)


def _sensitive(plan: Plan, line: Line) -> bool:
    entry = plan.entry(line.path)
    return entry is not None and getattr(entry.item, "sees", "all") == "sensitive"


def value_at(answers: Mapping[str, Any], key: str) -> Any:
    """The value at a path key of stored answers; None where there is none."""
    row: Any = answers
    for i, part in enumerate(path_from(key)):
        if i % 2:
            row = next((one for one in row or () if one.get("_") == part), None)
        else:
            row = row.get(part) if isinstance(row, Mapping) else None
    return row
