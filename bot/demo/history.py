"""
Three months of records in every state, made the way people make them: each form is checked by the machine, each act
by the workflow, with a clock of the past. A demo record that the forms would refuse stops the demo.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.forms.core import acts
from bot.forms.core.draft import About, Draft, Facts, Sent
from bot.forms.core.functions import add_months
from bot.forms.core.machine import reopened
from bot.forms.core.plan import Plan
from bot.forms.core.records import Record
from bot.forms.core.sending import materialise
from bot.forms.core.work import Work
from bot.people import Person
from bot.usecases.ports import Store, Unit
from bot.usecases.sending import Sending, stage_acts
from bot.usecases.world import World

BATCH = 60  # records of one commit


class Past:
    """A clock that stands where the demo puts it."""

    def __init__(self, now: datetime) -> None:
        self.at = now

    def __call__(self) -> datetime:
        return self.at

    def stand(self, day: str, hour: int = 10, minute: int = 0) -> None:
        """Local time of a day, as UTC."""
        self.at = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC) + timedelta(
            hours=hour - 8, minutes=minute
        )


@dataclass(frozen=True)
class Step:
    """One act after the submission: who, what, on which day, with which answers; ``row`` where it concerns one."""

    name: str
    by: Person
    day: str
    answers: Mapping[str, Any] | None = None
    row: str = ""


class Historian:
    """Writes the past. ``clock`` is the one of *world*."""

    def __init__(self, store: Store, world: World, clock: Past) -> None:
        self.store, self.world, self.clock = store, world, clock
        self.sending = Sending(store, world)
        self.unit: Unit = store.unit()
        self.waiting = 0
        self.made = 0

    async def record(self, kind_id: str, filler: Person, org: str, day: str, answers: Mapping[str, Any], *, period: str = "",
                     subject: str = "", steps: tuple[Step, ...] = (), hour: int = 10) -> Record:  # fmt: skip
        """One record as *filler* sent it on *day*, and the acts that followed. Raises ValueError where a form refuses."""
        kind = self.world.registry[kind_id]
        self.clock.stand(day, hour)
        about = About(kind_id, filler.id, org, subject=subject, period=period)
        draft = Draft(secrets.token_urlsafe(8), about, kind.plan.version, answers=dict(answers))
        draft, facts = await self._frozen(kind.plan, draft, filler)
        sent = checked(kind.plan, draft, facts)
        done = await self.sending.new_record(self.unit, filler, kind, draft, sent, facts)
        record = done.record
        self.unit.records.add(record)
        for step in steps:
            record = await self.act(record, step)
        self.made += 1
        self.waiting += 1
        if self.waiting >= BATCH:
            await self.flush()
        return record

    async def act(self, record: Record, step: Step) -> Record:
        """One act on a record that has just been made or read; what its form computes is computed."""
        kind = self.world.registry[record.type]
        self.clock.stand(step.day, 15)
        facts = self.world.facing(step.by, record)
        live = {**facts.live, "about": {"org": record.org, "period": record.period, "record": record.id}}
        facts = replace(facts, live=live, frozen=await self.world.frozen_of(self.unit, record))
        answers = step.answers or {}
        plan = kind.transitions[step.name].plan
        if answers and not plan.form.live:  # what asks for lists of the moment is taken as it stands here
            about = About(f"{kind.id}/{step.name}", step.by.id, record.org, record=record.id, row=step.row)
            draft = Draft("demo", about, plan.version, answers=reopened(plan, answers))
            answers = checked(plan, draft, facts).answers
        done = acts.perform(
            kind, record, step.name, step.by, facts, day=facts.live["today"], at=facts.live["stamp"], answers=answers,
            row=step.row,
        )  # fmt: skip
        stage_acts(self.unit, record, done)
        return done.record

    async def mend(self, record: Record, by: Person, day: str, changed: Mapping[str, Any]) -> Record:
        """What was returned, sent again with these answers instead."""
        kind = self.world.registry[record.type]
        self.clock.stand(day, 14)
        about = About(f"{kind.id}/resubmit", by.id, record.org, subject=record.subject, period=record.period,
                      record=record.id, base_rev=record.rev)  # fmt: skip
        answers = reopened(kind.plan, {**record.answers, **changed})
        draft = Draft(
            secrets.token_urlsafe(8), about, kind.plan.version, answers=answers, frozen=dict(record.frozen)
        )
        draft, facts = await self._frozen(kind.plan, draft, by)
        sent = checked(kind.plan, draft, facts)
        return (await self.sending.act(self.unit, by, kind, record, draft, sent, facts)).record

    async def open(self, kind_id: str, filler: Person, org: str, answers: Mapping[str, Any], at: tuple[str, ...], *,
                   period: str = "", subject: str = "") -> Draft:  # fmt: skip
        """A form somebody is in the middle of."""
        kind = self.world.registry[kind_id]
        about = About(kind_id, filler.id, org, subject=subject, period=period)
        draft = Draft(secrets.token_urlsafe(8), about, kind.plan.version, rev=1, answers=dict(answers), at=at)
        draft, _ = await self._frozen(kind.plan, draft, filler)
        self.unit.drafts.add(replace(draft, asked=self.world.stamp()))
        return draft

    async def _frozen(self, plan: Plan, draft: Draft, filler: Person) -> tuple[Draft, Facts]:
        """The draft with every fact frozen that its answers make necessary."""
        facts = await self.world.facts(self.unit, draft, plan, filler)
        for _ in range(6):
            work = Work(plan, draft, facts)
            wanted = work.wanted(())
            if not wanted:
                break
            kept, values = await self.world.supply(self.unit, draft.about, wanted)
            draft = replace(draft, frozen={**draft.frozen, **kept})
            facts = replace(facts, frozen={**facts.frozen, **values})
        return draft, facts

    async def flush(self) -> None:
        """Keep what is staged."""
        await self.store.commit(self.unit)
        self.unit = self.store.unit()
        self.waiting = 0


def checked(plan: Plan, draft: Draft, facts: Facts) -> Sent:
    """The record of complete answers, or ValueError naming what the form would refuse."""
    work = Work(plan, draft, facts)
    for path, problem in work.holes():
        raise ValueError(f"{plan.id} {'/'.join(path)}: {problem.key} {dict(problem.args)}")
    return materialise(work)


def rows(*given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Rows of a repeat with ids."""
    return [{"_": f"r{n}", **row} for n, row in enumerate(given, 1)]


def closed(name: str, found: list[dict[str, Any]]) -> dict[str, Any]:
    """A repeat with its rows, complete."""
    return {name: found, f"{name}#": len(found)}


def months_before(today: str, count: int) -> list[str]:
    """The last *count* months with this one, oldest first: ``2026-09`` …"""
    return [add_months(today, -n)[:7] for n in range(count - 1, -1, -1)]
