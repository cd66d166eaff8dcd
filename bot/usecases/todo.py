"""What waits for somebody: the records on which an act of theirs is looked for, and which have waited too long."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

from bot.forms.core import acts, rights
from bot.forms.core.model import Transition
from bot.forms.core.records import Record
from bot.forms.core.types import CompiledType
from bot.forms.core.upgrades import read_today
from bot.kept import Filter, RecordHead
from bot.people import Person, reaches, scope_of
from bot.usecases.ports import Unit
from bot.usecases.world import World

PROMISED = 3  # working days in which an answer is promised when a record is sent (next-submitted in form.ftl)
READ = 200  # heads of one type read for one list
LOOKED = 200  # records opened for one list, where the head does not tell whether an act is open
PEOPLE = 500  # whose lists are remembered: (record, revision) -> whether it waits for them today
Verdict = Literal["yes", "no", "look"]


class Todo:
    """The list 待办. Heads come from indexes; a record is opened only where a guard or a name in it decides."""

    def __init__(self, world: World) -> None:
        self.world, self.registry = world, world.registry
        self._known: OrderedDict[tuple[Any, ...], dict[tuple[str, int], bool]] = OrderedDict()

    async def waiting(
        self, unit: Unit, person: Person, *, limit: int = 20, offset: int = 0, overdue: bool = False
    ) -> Sequence[RecordHead]:
        """Records that wait for an act of this person, newest first; only the *overdue* ones: oldest first."""
        found: list[RecordHead] = []
        unsure: list[RecordHead] = []
        for kind in self.registry:
            for head in await self._candidates(unit, kind, person, oldest_first=overdue):
                verdict = "no" if overdue and not self.overdue(head) else self._verdict(kind, head, person)
                if verdict != "no":
                    (found if verdict == "yes" else unsure).append(head)
        found += await self._looked_into(unit, unsure, person)
        listed = sorted(found, key=lambda head: head.arrived_at or head.submitted_at, reverse=not overdue)
        return listed[offset : offset + limit]

    async def _looked_into(
        self, unit: Unit, unsure: Sequence[RecordHead], person: Person
    ) -> list[RecordHead]:
        """
        Those of the heads whose record waits for *person*. What a record told holds until it is acted on, or the day is
        over; what was not told yet is read in one go.
        """
        known = self._known_to(person)
        unread = {head.id: head for head in unsure if (head.id, head.rev) not in known}
        for record in await unit.records.some(list(unread)[:LOOKED]):
            kind = self.registry[record.type]
            known[record.id, unread[record.id].rev] = self._open(kind, read_today(kind, record), person)
        return [
            head for head in unsure
            if known.get((head.id, head.rev), self._by_post(self.registry[head.type], head, person))
        ]  # fmt: skip

    def _known_to(self, person: Person) -> dict[tuple[str, int], bool]:
        key = (person.id, person.posts, self.world.today())
        known = self._known.setdefault(key, {})
        self._known.move_to_end(key)
        while len(self._known) > PEOPLE:
            self._known.popitem(last=False)
        return known

    def overdue(self, head: RecordHead) -> bool:
        """
        Whether it waits for longer than was promised: for an answer since it arrived, or for what was to be mended.

        What is to be done after the answer (posting, meetings, checks) has days of its own in law and plan, and is not
        what was promised to the filler.
        """
        today, kind = self.world.today(), self.registry[head.type]
        if head.state == "returned":
            return bool(head.due_at) and head.due_at < today
        if head.state in (*_unanswered(kind), "in_review"):
            since = head.arrived_at or head.submitted_at
        elif head.state in kind.starts and head.version == 1:
            since = head.submitted_at
        else:
            return False
        sent = datetime.fromisoformat(since).astimezone(self.world.zone).date().isoformat()
        return self.world.calendar.workdays_between(sent, today) > PROMISED

    async def _candidates(
        self, unit: Unit, kind: CompiledType, person: Person, *, oldest_first: bool
    ) -> Iterable[RecordHead]:
        """Heads among which everything is that may wait for *person*: by post, by name, as the one who sent it."""
        steps = [step.transition for step in kind.transitions.values() if step.transition.waits]
        day, ends = self.world.today(), set(kind.type.workflow.ends)
        filters: list[Filter] = []
        paths, own = scope_of(person, dict(kind.type.access.reads), day)
        for sometimes in (False, True):  # apart, so that what waits only now and then crowds out nothing
            by_post = (one for one in steps if one.who.roles and isinstance(one.waits, bool) != sometimes)
            if not own and (states := _states(by_post, ends)):
                filters.append(Filter(type=kind.id, paths=paths, states=states))
        if states := _states((one for one in steps if one.who.named), ends):
            filters.append(Filter(type=kind.id, subject=person.id, states=states))
            orgs = dict.fromkeys(post.org for post in person.held(day) if post.level == "branch")
            filters += [Filter(type=kind.id, org=org, states=states) for org in orgs]
        if states := _states((one for one in steps if one.who.filler and one.mends), ends):
            filters.append(Filter(type=kind.id, filler=person.id, states=states))
        found: dict[str, RecordHead] = {}
        for where in filters:
            heads = await unit.records.heads(where, limit=READ, oldest_first=oldest_first)
            found.update((head.id, head) for head in heads)
        return found.values()

    def _verdict(self, kind: CompiledType, head: RecordHead, person: Person) -> Verdict:
        """What the head tells: an act is open, none is, or the record must be looked into."""
        verdict: Verdict = "no"
        for step in kind.transitions.values():
            one = step.transition
            if head.state not in one.frm or not one.waits or one.who.system:
                continue
            mine = one.who.filler and one.mends and head.filler == person.id and step.guard is None
            if mine and rights.serves(kind, person, head.org_path, self.world.today()):
                return "yes"
            by_post = self._holds(one, head, person)
            if not by_post and not one.who.named:
                continue
            if (
                by_post
                and step.guard is None
                and step.waits is None
                and not self._may_be_barred(one, head, person)
            ):
                return "yes"
            verdict = "look"
        return verdict

    @staticmethod
    def _may_be_barred(one: Transition, head: RecordHead, person: Person) -> bool:
        """Whether the record may name *person* as who signed or led it: only people of the place themselves do that."""
        return not set(one.who.never) <= {"filler"} and any(post.org == head.org for post in person.posts)

    def _by_post(self, kind: CompiledType, head: RecordHead, person: Person) -> bool:
        return any(
            self._holds(step.transition, head, person)
            for step in kind.transitions.values()
            if head.state in step.transition.frm and step.transition.waits is True
        )

    def _holds(self, one: Transition, head: RecordHead, person: Person) -> bool:
        if "filler" in one.who.never and head.filler == person.id:
            return False
        posts = person.held(self.world.today())
        return any(post.role in one.who.roles and reaches(post, head.org_path, one.who.at) for post in posts)

    def _open(self, kind: CompiledType, record: Record, person: Person) -> bool:
        """Whether an act of this person is waited for, as the record itself tells."""
        day = self.world.today()
        facts = self.world.facing(person, record)
        return any(
            acts.awaited(kind, record, one.name, facts)
            and (one.mends or rights.entitled(kind, one.who, record, person, day) != rights.FILLER)
            for one in acts.available(kind, record, person, day, facts)
        )


def _unanswered(kind: CompiledType) -> set[str]:
    """Where it has arrived, and where it goes from there by itself (both have signed): nobody has answered it yet."""
    arrives = set(kind.arrives)
    on = {auto.to for auto in kind.type.workflow.autos if arrives & set(auto.frm)}
    return (arrives | on) - set(kind.type.workflow.ends)


def _states(steps: Iterable[Transition], ends: set[str]) -> tuple[str, ...]:
    return tuple(sorted({state for one in steps for state in one.frm} - ends))
