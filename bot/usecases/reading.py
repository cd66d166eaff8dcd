"""Reading records: who may, one record line by line with what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.errors import RecordNotFound
from bot.forms.core import acts, rights
from bot.forms.core.draft import About, Draft, Facts, Line, key_of, path_from
from bot.forms.core.model import Transition
from bot.forms.core.outline import lines
from bot.forms.core.plan import Plan
from bot.forms.core.records import Act, Record
from bot.forms.core.types import CompiledType
from bot.forms.core.upgrades import read_today
from bot.forms.core.work import Work
from bot.kept import Filter, RecordHead
from bot.people import OFFICES, Person, reaches
from bot.usecases.files import FileRef, files_in
from bot.usecases.ports import Unit
from bot.usecases.shelf import Shelf
from bot.usecases.todo import Todo
from bot.usecases.world import World

NAMING = 200  # records of one type and node looked into for a name


@dataclass(frozen=True, slots=True)
class Attached:
    """
    A file of a record and where it belongs. ``key``: path key of its question, in ``answers``; ``number``: which of that
    question's files; ``act``: the act it was given in, "" for the record itself.
    """

    ref: FileRef
    key: str
    number: int
    answers: Mapping[str, Any]
    act: str = ""


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

    def files(self) -> tuple[Attached, ...]:
        """The files behind these lines, in their order: whoever may read a line may see its files, and nobody else."""
        said = _attached(self.lines, self.record.answers)
        later = (
            one for act, of_act in self.done for one in _attached(of_act, act.answers, act.name)
        )  # fmt: skip
        return (*said, *later)


class Reading:
    """Use cases of looking, one gate for all of them."""

    def __init__(self, world: World) -> None:
        self.world, self.registry = world, world.registry
        self.todo, self.shelf = Todo(world), Shelf(world)

    def may_read(self, record: Record, person: Person) -> bool:
        """The one gate: own records, the scope of a post, or a part to play in the workflow."""
        if person.id in (record.filler, record.subject, record.proxy_for):
            return True
        kind, day = self.registry[record.type], self.world.today()
        for post in person.held(day):
            reach = kind.type.access.reads.get(post.role, "none")
            if reach in ("own", "town", "county", "city", "line") and reaches(post, record.org_path, reach):
                return True
        return person.id in rights.named_in(kind, record) or any(
            rights.entitled(kind, s.transition.who, record, person, day) is not None
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
        facts = self.world.facing(person, record)
        steps = acts.available(kind, record, person, self.world.today(), facts)
        mine = person.id in (record.filler, record.proxy_for)
        return Opened(
            record,
            await self.lines(unit, kind, record, person),
            tuple(steps),
            await self._changed(unit, record),
            self._reviews(kind, record, person),
            tuple(self._done(kind, record, facts, about=mine or person.id == record.subject)),
        )

    def _reviews(self, kind: CompiledType, record: Record, person: Person) -> bool:
        """Whether a post lets somebody mark this record for mending, now or in another state: flags are for them alone."""
        day = self.world.today()
        return any(
            step.transition.marks
            and rights.by_post(rights.entitled(kind, step.transition.who, record, person, day))
            for step in kind.transitions.values()
        )

    def barred(self, record: Record, person: Person, name: str, row: str = "") -> acts.Barred | None:
        """Why an act of this person cannot be done on *record* as it stands, None where it can."""
        facts = self.world.facing(person, record)
        return acts.barred(self.registry[record.type], record, name, facts, row)

    def next(self, record: Record, person: Person) -> Mapping[str, Any]:
        """Arguments of the words that say what comes next for *record*."""
        kind = self.registry[record.type]
        scope = acts.scope_for(kind, None, record, self.world.facing(person, record))
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
        """What this person sent, what is about them, and what names them as somebody who acts on it, newest first."""
        found = {
            head.id: head
            for head in await unit.records.heads(Filter(involved=person.id), limit=offset + limit)
        }
        found.update((head.id, head) for head in await self._naming(unit, person))
        listed = sorted(found.values(), key=lambda head: (head.submitted_at, head.id), reverse=True)
        return listed[offset : offset + limit]

    async def _naming(self, unit: Unit, person: Person) -> list[RecordHead]:
        """Records of the nodes of their posts, past ones too, in which an act is this person's by name."""
        orgs = dict.fromkeys(post.org for post in person.posts if post.level not in OFFICES)
        heads: dict[str, RecordHead] = {}
        for kind in self.registry:
            if any(step.transition.who.named for step in kind.transitions.values()):
                for org in orgs:
                    found = await unit.records.heads(Filter(type=kind.id, org=org), limit=NAMING)
                    heads.update(
                        (head.id, head) for head in found if person.id not in (head.filler, head.subject)
                    )
        found = []
        for record in await unit.records.some(list(heads)):
            kind = self.registry[record.type]
            if person.id in rights.named_in(kind, read_today(kind, record)):
                found.append(heads[record.id])
        return found


def _attached(of: Iterable[Line], answers: Mapping[str, Any], act: str = "") -> Iterator[Attached]:
    for line in of:
        if line.kind in ("file", "own_hand"):
            for number, ref in enumerate(files_in(line.value), 1):
                yield Attached(ref, key_of(line.path), number, answers, act)
        for row in line.rows:
            yield from _attached(row, answers, act)


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
