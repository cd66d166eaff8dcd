"""What happens when a form is complete: a record with its receipt, due day and flags, or an act on a record."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.errors import NotAllowed, RecordStale
from bot.forms.core import acts, rights
from bot.forms.core.acts import Done
from bot.forms.core.draft import Draft, Facts, Sent, path_from
from bot.forms.core.functions import period_end, period_start, quarter
from bot.forms.core.plan import Env, Scope
from bot.forms.core.records import Act, Record
from bot.forms.core.types import CompiledType
from bot.forms.core.work import Work
from bot.people import Person, Post, reaches
from bot.usecases.ports import Store, Unit
from bot.usecases.world import World

BACKFILL_FIELD = "backfill_reason"
WHY = "record-why"  # of a flag: a reason its filler typed


class Sending:
    """Turns a finished draft into what is kept."""

    def __init__(self, store: Store, world: World) -> None:
        self.store, self.world = store, world

    async def new_record(
        self, unit: Unit, person: Person, kind: CompiledType, draft: Draft, sent: Sent, facts: Facts
    ) -> Done:
        """The record of a finished form, with its first act done on it."""
        about, now = draft.about, facts.live["stamp"]
        org = await unit.people.org(about.org)
        if org is None:
            raise NotAllowed(what="org")
        period = self._period(kind, draft, sent, facts)
        event = self._event(kind, sent)
        due = acts.due_day(kind, period, sent.answers, facts)
        subject = about.subject
        named = self._named(kind, sent, facts)
        if named:
            subject = str(named.get("id") or "")
        subject_name = str(named.get("name") or "") or (
            (await self._name(unit, subject)) if subject else org.short
        )
        record = Record(
            id=secrets.token_urlsafe(9), type=kind.id, form_version=draft.version,
            receipt=await self.store.receipt_number(org.town or org.id, kind.id, kind.type.letter, period or facts.live["today"][:7]),
            org=org.id, org_path=org.path, filler=person.id, filler_name=person.name,
            post=self._post(person, org.path), submitted_at=now, state="", subject=subject, subject_name=subject_name,
            period=period, event_at=event, due_at=due, late=bool(due) and facts.live["today"] > due,
            backfill=bool(sent.answers.get(BACKFILL_FIELD)), backfill_reason=str(sent.answers.get(BACKFILL_FIELD) or ""),
            unique_key=self._unique(kind, about.org, subject or (subject_name if named else ""), period, sent, facts),
            label=self._label(kind, sent), proxy_for=about.proxy_for, answers=sent.answers, frozen=draft.frozen,
            flags=(*_flags(kind, draft, sent, facts), *post_flag(kind, person, org.path, event, period)),
        )  # fmt: skip
        return acts.submitted(kind, record, facts)

    async def act(self, unit: Unit, person: Person, kind: CompiledType, record: Record, draft: Draft, sent: Sent,
                  facts: Facts) -> Done:  # fmt: skip
        """A finished transition: staged over the revision it was begun at unless it commutes."""
        step = kind.transitions[draft.about.transition]
        if record.state not in step.transition.frm:  # somebody else acted since this form was begun
            raise RecordStale(record_id=record.id)
        answers: Mapping[str, Any] = sent.answers
        if step.transition.mends:
            changed = changes(record.answers, sent.answers)
            answers = {"changed": changed}
            filler = person if person.id == record.filler else await unit.people.person(record.filler)
            record = self._mended(kind, record, draft, sent, filler, facts)
        done = acts.perform(
            kind, record, draft.about.transition, person, facts, day=facts.live["today"], at=facts.live["stamp"],
            answers=answers, row=draft.about.row,
        )  # fmt: skip
        if step.transition.mends:
            unit.records.new_version(done.record)
        stage_acts(unit, record, done)
        return done

    def _mended(
        self,
        kind: CompiledType,
        record: Record,
        draft: Draft,
        sent: Sent,
        filler: Person | None,
        facts: Facts,
    ) -> Record:
        held = (
            post_flag(kind, filler, record.org_path, record.event_at, record.period)
            if filler is not None
            else ()
        )
        return replace(
            record, answers=sent.answers, version=record.version + 1, change_reason=acts.change_reason(record),
            flags=(*_flags(kind, draft, sent, facts), *held),
            label=self._label(kind, sent), form_version=draft.version, frozen=draft.frozen,
        )  # fmt: skip

    # -- what lists need of a record

    def _period(self, kind: CompiledType, draft: Draft, sent: Sent, facts: Facts) -> str:
        if draft.about.period:
            return draft.about.period
        if kind.period is not None:
            return str(kind.period(self._scope(kind, sent, facts)) or "")
        event = self._event(kind, sent)
        return event[:7]

    @staticmethod
    def _event(kind: CompiledType, sent: Sent) -> str:
        """When it happened: a field, or the first row's field (``session.held_at``)."""
        value: Any = sent.answers
        for name in kind.type.event.split(".") if kind.type.event else ():
            value = value[0] if isinstance(value, list) and value else value
            value = value.get(name) if isinstance(value, Mapping) else None
        return str(value or "") if kind.type.event else ""

    def _named(self, kind: CompiledType, sent: Sent, facts: Facts) -> Mapping[str, Any]:
        """The person an answer says the record is about, empty for none."""
        found = kind.about(self._scope(kind, sent, facts)) if kind.about is not None else None
        return found if isinstance(found, Mapping) else {}

    def _unique(
        self, kind: CompiledType, org: str, subject: str, period: str, sent: Sent, facts: Facts
    ) -> str:
        if not kind.type.unique or (
            kind.unique_when is not None and not kind.unique_when(self._scope(kind, sent, facts))
        ):
            return ""
        known = {"org": org, "subject": subject, "period": period}
        return "|".join(
            [kind.id, *(str(known.get(name, sent.answers.get(name))) for name in kind.type.unique)]
        )

    @staticmethod
    def _scope(kind: CompiledType, sent: Sent, facts: Facts) -> Scope:
        return Scope(kind.plan.root, sent.answers, Env(facts), stored=True)

    @staticmethod
    def _label(kind: CompiledType, sent: Sent) -> str:
        """A line that names the record in lists; never a sensitive field."""
        name = kind.type.title
        value: Any = sent.answers.get(name) if name else ""
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            entry = kind.plan.root.by_name[name]
            label = getattr(entry.item, "label", "")
            value = value[0].get(label, "")
        return str(value or "")[:80]

    def _post(self, person: Person, path: str) -> str:
        for post in person.held(self.world.today()):
            if reaches(post, path, "own"):
                return rights.post_text(post)
        return ""

    @staticmethod
    async def _name(unit: Unit, person_id: str) -> str:
        found = await unit.people.person(person_id)
        return found.name if found else ""


def stage_acts(unit: Unit, before: Record, done: Done) -> None:
    """Stage the acts one after the other, each over the revision before it."""
    for act in done.acts:
        unit.records.act(replace(done.record, rev=act.n, acts=done.record.acts[: act.n]), act)


def _flags(kind: CompiledType, draft: Draft, sent: Sent, facts: Facts) -> tuple[dict[str, Any], ...]:
    """What the reviewer sees beside the answers: rules that only flag, and the reasons the filler typed, with what for."""
    said = tuple({"key": flag.key, "args": _plain(flag.args)} for flag in sent.flags)
    work = Work(kind.plan_of(draft.about.form), draft, facts)
    return (*said, *(_why(work, key, reason) for key, reason in draft.why.items()))


def _why(work: Work, key: str, reason: str) -> dict[str, Any]:
    """A reason, with the rule it answers and its figures, or what had stood there before somebody changed it."""
    at, _, rule = key.partition("|")
    args: dict[str, Any] = {"at": at, "reason": reason}
    path = path_from(at)
    if rule and work.exists(path):
        for check, scope in work.failing(*work.locate(path), path, "confirm"):
            if check.rule.key == rule:
                found = work.rule_note(check, scope)
                args["rule"] = {"say": found.key, "args": _plain(found.args)}
    elif at in work.pre:
        args |= _plain({"was": work.pre[at]["value"]})
    return {"key": WHY, "args": args}


def post_flag(
    kind: CompiledType, person: Person, path: str, event: str, period: str
) -> tuple[dict[str, Any], ...]:
    """
    What the reviewer sees when no post that fills this was held on the day, or in the period, it tells of.

    Whoever fills must hold the post on the day of the event (docs/records.md: common to all); who came into office since tells what is
    known now, so it is pointed out and not refused.
    """
    first, last = (
        (event[:10], event[:10])
        if event
        else (period_start(period), period_end(period))
        if period
        else ("", "")
    )
    posts = [
        post for post in person.posts if post.role in kind.type.access.fills and reaches(post, path, "own")
    ]
    if not first or not posts or any(_overlaps(post, first, last) for post in posts):
        return ()
    later = [post for post in posts if post.valid_from > last]
    if later:
        post = min(later, key=lambda one: one.valid_from)
        return ({"key": "record-post-before", "args": {"post": post.title, "since": post.valid_from}},)
    post = max(posts, key=lambda one: one.valid_to)
    return ({"key": "record-post-after", "args": {"post": post.title, "until": post.valid_to}},)


def _overlaps(post: Post, first: str, last: str) -> bool:
    return post.valid_from <= last and (not post.valid_to or post.valid_to >= first)


def changes(old: Mapping[str, Any], new: Mapping[str, Any], prefix: str = "") -> list[str]:
    """Path keys whose answers differ, rows matched by their ids; a new or removed row is named as a whole."""
    found: list[str] = []
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        if before == after or name == "_":
            continue
        if _rows(before) and _rows(after):
            olds = {row["_"]: row for row in before or ()}
            news = {row["_"]: row for row in after or ()}
            for row_id in {**olds, **news}:
                key = f"{prefix}{name}/{row_id}"
                if row_id in olds and row_id in news:
                    found += changes(olds[row_id], news[row_id], f"{key}/")
                else:
                    found.append(key)
        else:
            found.append(f"{prefix}{name}")
    return found


def _rows(value: Any) -> bool:
    return value is None or (
        isinstance(value, list) and all(isinstance(row, Mapping) and "_" in row for row in value)
    )


def _plain(args: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, (str, int, bool, type(None), list, dict)) else str(value)
        for name, value in args.items()
    }


__all__ = ["Act", "Sending", "changes", "quarter", "stage_acts"]
