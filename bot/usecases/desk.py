"""
The desk: one way in for every answer and every transition, whatever skin it came from.

``begin`` opens a draft (or finds the open one), ``submit`` applies an event. What an event completes (a record, an
act on a record) is staged in the same unit as the draft, so that all of it is kept or nothing.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.errors import DraftNotFound, NotAllowed, NotNow, PostEnded, RecordNotFound
from bot.forms.core import acts, rights
from bot.forms.core.draft import About, Draft, Event, Facts, Path, Turn
from bot.forms.core.machine import advance, begin
from bot.forms.core.plan import Plan
from bot.forms.core.records import Record
from bot.forms.core.sending import materialise
from bot.forms.core.types import CompiledType
from bot.forms.core.upgrades import upgraded
from bot.forms.core.work import Work
from bot.people import Person, may
from bot.usecases.effects import Effects
from bot.usecases.files import FileMissing, FileRef, check_sent, files_in, held_by, note_files
from bot.usecases.ports import Store, Unit
from bot.usecases.sending import Sending
from bot.usecases.world import World

Maker = Callable[[Plan, Draft, Facts], Event]
LONG_AGO = "0"  # a stamp older than any question


@dataclass(frozen=True, slots=True)
class Result:
    """
    What came of an event: the turn to show, and the record when it completed one. ``act``: name of the act done.
    ``around``: the live facts of the turn, for headings (``about``: org_name, period …).
    """

    turn: Turn
    around: Mapping[str, Any]
    record: Record | None = None
    act: str = ""
    upgraded: bool = False


class Desk:
    """Use cases of filling: one instance per process, no state but a small count of refused tries."""

    def __init__(self, store: Store, world: World) -> None:
        self.store, self.world, self.registry = store, world, world.registry
        self.effects = Effects(world)
        self.sending = Sending(store, world)
        self._tries: OrderedDict[str, int] = OrderedDict()

    # -- beginning

    async def begin(self, unit: Unit, person: Person, about: About, *, to: Path | None = None) -> Result:
        """
        The open draft for exactly this, or a new one on its first question; *to*: on that one instead.

        Raises:
            NotAllowed: no post that fills this type here.
            NotNow: the record does not admit this transition as it stands; its details name an open draft of it.
            RecordNotFound: the record of a transition is missing or foreign.
        """
        found = await unit.drafts.find(
            person.id,
            about.form,
            org=about.org,
            subject=about.subject,
            period=about.period,
            record=about.record,
            row=about.row,
        )
        if about.record:
            record = await self._check_act(unit, person, about, found)
            if found is None:
                return await self._begin_act(unit, person, about, to, record)
        if found is not None:
            return await self.submit(unit, person, found.id, _opening(to))
        self._check_may_fill(self.registry[about.type], person, await self._path(unit, about.org), about)
        plan = self.registry.plan(about.form)
        return await self._open(unit, person, plan, about)

    async def _path(self, unit: Unit, org_id: str) -> str:
        org = await unit.people.org(org_id)
        if org is None:
            raise NotAllowed(what="org")
        return org.path

    def _check_may_fill(self, kind: CompiledType, person: Person, path: str, about: About) -> None:
        """Filling is a right of posts: rights follow post, node and day, not the person."""
        day = self.world.today()
        if not rights.serves(kind, person, path, day):
            raise NotAllowed(what=about.type)
        if about.proxy_for not in ("", person.id) and not fills_for_others(kind, person, path, day):
            raise NotAllowed(what=about.type)

    async def _check_act(self, unit: Unit, person: Person, about: About, draft: Draft | None) -> Record:
        """The record of an act, where *person* may do it and the record admits it; *draft*: the open one of this act."""
        record = await self.world.record(unit, about.record)
        if record is None:
            raise RecordNotFound()
        kind = self.registry[record.type]
        step = kind.transitions.get(about.transition)
        if step is None:
            raise NotAllowed(what=about.transition)
        if rights.entitled(kind, step.transition.who, record, person, self.world.today()) is None:
            raise RecordNotFound()
        facts = self.world.facing(person, record)
        if acts.barred(kind, record, about.transition, facts, about.row) is not None:
            raise NotNow(
                what=about.transition, record=record.id, row=about.row, draft=draft.id if draft else ""
            )
        return record

    async def _begin_act(
        self, unit: Unit, person: Person, about: About, to: Path | None, record: Record
    ) -> Result:
        kind = self.registry[record.type]
        step = kind.transitions[about.transition]
        plan = kind.plan_of(about.form)
        about = replace(about, base_rev=record.rev, period=record.period, subject=record.subject)
        if step.transition.mends:
            marks = acts.marks_of(record)
            return await self._open(
                unit, person, plan, about, frozen=record.frozen, base=record.answers, marks=marks, to=to
            )
        if not step.plan.steps:
            draft = Draft(new_id(), about, plan.version)
            facts = await self.world.facts(unit, draft, plan, person)
            sent = materialise(Work(plan, draft, facts))
            return await self._complete(
                unit, person, plan, Turn(draft, _nothing(plan), True, sent=sent), facts, new=True
            )
        return await self._open(unit, person, plan, about)

    async def _open(self, unit: Unit, person: Person, plan: Plan, about: About, *, frozen: Mapping[str, Any] | None = None,
                    base: Mapping[str, Any] | None = None, marks: Mapping[str, Any] | None = None,
                    to: Path | None = None) -> Result:  # fmt: skip
        draft = Draft(new_id(), about, plan.version, frozen=dict(frozen or {}))
        facts = await self.world.facts(unit, draft, plan, person)
        turn = begin(plan, draft.id, about, facts, frozen=frozen, base=base, marks=marks)
        turn, facts = await self.world.supplied(unit, plan, turn, facts)
        if to is not None:
            turn = advance(plan, turn.draft, _opening(to), facts)
        kept = replace(turn.draft, rev=1)
        unit.drafts.add(kept)
        return Result(replace(turn, draft=kept), facts.live)

    # -- answering

    async def submit(
        self, unit: Unit, person: Person, draft_id: str, event: Event | Maker, *, where: str = "",
        taken: FileRef | None = None, words: Event | None = None,
    ) -> Result:  # fmt: skip
        """
        Apply *event* and stage what it changed; a skin whose buttons are positions hands a maker of the event. *where*: the
        chat it came from, so that words typed under a question another device has left are not taken for the next one.
        *taken*: the file this person has just sent, noted when the form took it. *words*: what was typed, where the maker
        may read a button's words in it.

        A bad or late answer is a result too: the same step, with a problem.

        Raises:
            NotNow: it is the draft of an act, which its record does not admit any more.
            DraftNotFound: no such draft, or it is somebody else's.
            FileMissing: a file is named that this person did not send, or that is not there any more.
        """
        stored = await unit.drafts.get(draft_id)
        if stored is None or stored.about.owner != person.id:
            raise DraftNotFound()
        plan = self.registry.plan(stored.about.form)
        draft = upgraded(self.registry[stored.about.type], plan, stored)
        tries = self._tries.get(draft_id, 0)
        facts = await self.world.facts(unit, draft, plan, person, tries=tries)
        if draft is not stored:
            turn, facts = await self.world.supplied(
                unit, plan, advance(plan, draft, Event("supply", value={}), facts), facts
            )
            if not _still_meant(words or event, stored, draft, turn.draft):
                return self._kept(unit, stored, turn, facts, where)
            draft = turn.draft
        made = event if isinstance(event, Event) else event(plan, draft, facts)
        if draft.about.record and made.kind != "cancel" and _overtaken(draft, facts):
            await self._check_act(unit, person, draft.about, stored)
        moved = bool(where and stored.where and where != stored.where)
        if moved and (words is not None or made.kind == "text"):
            made = replace(words or made, written=LONG_AGO)
        await check_sent(unit, draft, made.value, taken)
        turn, facts = await self.world.supplied(unit, plan, advance(plan, draft, made, facts), facts)
        self._count_tries(draft_id, tries, turn)
        if taken is not None and turn.changed and taken.hash in held_by(turn.draft):
            note_files(unit, taken.to_json(), "draft", draft_id, person.id)
        if turn.sent is not None:
            return await self._complete(unit, person, plan, turn, facts)
        if not turn.changed and draft.version == stored.version and not moved:
            return Result(turn, facts.live)
        return self._kept(unit, stored, turn, facts, where)

    async def put_away(self, unit: Unit, person: Person, draft_id: str) -> None:
        """End the draft of an act that came too late; nothing happens where there is none."""
        stored = await unit.drafts.get(draft_id) if draft_id else None
        if stored is not None and stored.about.owner == person.id and not stored.done:
            unit.drafts.save(replace(stored, rev=stored.rev + 1, done="overtaken"))

    @staticmethod
    def _kept(unit: Unit, stored: Draft, turn: Turn, facts: Facts, where: str) -> Result:
        kept = replace(turn.draft, rev=stored.rev + 1, where=where or stored.where)
        unit.drafts.save(kept)
        return Result(replace(turn, draft=kept), facts.live, upgraded=kept.version != stored.version)

    def _count_tries(self, draft_id: str, tries: int, turn: Turn) -> None:
        """After two tries a human door is offered; a restart forgets the count, which harms nobody."""
        if turn.changed or turn.screen.problem is None:
            self._tries.pop(draft_id, None)
            return
        self._tries[draft_id] = tries + 1
        if len(self._tries) > 10_000:
            self._tries.popitem(last=False)

    # -- completing

    async def _complete(
        self, unit: Unit, person: Person, plan: Plan, turn: Turn, facts: Facts, *, new: bool = False
    ) -> Result:
        assert turn.sent is not None
        draft = turn.draft
        self._check_files(turn.sent.answers)
        kind = self.registry[draft.about.type]
        if not draft.about.transition:
            await self._still_may_fill(unit, kind, person, draft.about)
            done = await self.sending.new_record(unit, person, kind, draft, turn.sent, facts)
            unit.records.add(done.record)
        else:
            record = await self.world.record(unit, draft.about.record)
            if record is None:
                raise RecordNotFound()
            done = await self.sending.act(unit, person, kind, record, draft, turn.sent, facts)
        self._note_files(unit, done, person)
        await self.effects.carry_out(unit, kind, done, person)
        if not new:
            kept = replace(draft, rev=(await self._stored_rev(unit, draft)) + 1, done="sent")
            unit.drafts.save(kept)
            turn = replace(turn, draft=kept)
        return Result(turn, facts.live, done.record, done.acts[0].name)

    async def _still_may_fill(self, unit: Unit, kind: CompiledType, person: Person, about: About) -> None:
        """A form begun in a post that is over by now is not sent; the draft stays as it is."""
        try:
            self._check_may_fill(kind, person, await self._path(unit, about.org), about)
        except NotAllowed as refused:
            raise PostEnded(what=about.type) from refused

    def _check_files(self, answers: Mapping[str, Any]) -> None:
        """A draft taken up after months may name a photo that was swept; a record must not."""
        for ref in files_in(answers):
            if not self.store.file_path(ref.hash).is_file():
                raise FileMissing

    @staticmethod
    def _note_files(unit: Unit, done: acts.Done, person: Person) -> None:
        """What a record or an act shows stays for good."""
        note_files(unit, done.record.answers, "record", done.record.id, person.id)
        for act in done.acts:
            note_files(unit, act.answers, "act", f"{done.record.id}#{act.n}", person.id)

    @staticmethod
    async def _stored_rev(unit: Unit, draft: Draft) -> int:
        stored = await unit.drafts.get(draft.id)
        return stored.rev if stored is not None else 0

    async def act(
        self, unit: Unit, person: Person, record_id: str, transition: str, *, row: str = ""
    ) -> Result:
        """Begin a transition; one that asks nothing is done at once."""
        record = await unit.records.get(record_id)
        if record is None:
            raise RecordNotFound()
        about = About(f"{record.type}/{transition}", person.id, record.org, record=record_id, row=row)
        return await self.begin(unit, person, about)


def fills_for_others(kind: CompiledType, person: Person, path: str, day: str) -> bool:
    """Whether somebody may fill it in for another (代填): who owes it fills their own only."""
    owed = kind.type.obligation.roles if kind.type.obligation is not None else ()
    roles = tuple(role for role in kind.type.access.fills if role not in owed)
    return may(person, roles, "own", path, day) is not None


def _overtaken(draft: Draft, facts: Facts) -> bool:
    """Whether somebody acted on the record since the draft of an act was begun."""
    return not draft.done and bool(facts.acts) and facts.acts[-1].n != draft.about.base_rev


def _still_meant(event: Event | Maker, stored: Draft, moved: Draft, now: Draft) -> bool:
    """
    Whether an event sent to *stored*, a draft of an earlier version, is one for the draft *now*, as it stands today.

    Its buttons are of the earlier version; its words are an answer only where the question they were written to is the
    one that is asked still. What they would mean elsewhere nobody knows: then only the live question is shown.
    """
    if not isinstance(event, Event):
        return False
    asked = bool(moved.at) and now.at == moved.at and stored.pending is None
    return event.kind == "cancel" or (asked and event.kind in ("text", "file"))


def _opening(to: Path | None) -> Event:
    return Event("show") if to is None else Event("goto", None, list(to))


def new_id() -> str:
    """Eleven URL-safe characters (64 random bits): fits buttons."""
    return secrets.token_urlsafe(8)


def _nothing(plan: Plan) -> Any:
    from bot.forms.core.draft import Screen

    return Screen("ended", (), question=plan.words, show={"done": "sent"})
