"""
Records and the acts on them: who may, what follows, in which state it ends. Pure folds over plain data.

A transition's answers live in its act and never in the filler's document; the state is where the last act led;
automatic joins (``Auto``) fire right after an act and are acts of ``system``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.errors import NotAllowed, NotNow, PostEnded
from bot.forms.core.compiling import Eval
from bot.forms.core.draft import Facts, Path, key_of
from bot.forms.core.model import Agree, Effect, Move, Notify, Open, Repeat, Transition
from bot.forms.core.plan import Env, Level, Scope
from bot.forms.core.records import Act, Record
from bot.forms.core.rights import entitled
from bot.forms.core.types import CompiledTransition, CompiledType
from bot.people import Person, reaches

SYSTEM = "system"
LED = "_led"  # in the answers of an act: keys of the records it led to
MEND_DAYS = 3  # working days in which what was returned is to be mended (our default)


@dataclass(frozen=True, slots=True)
class Due:
    """An effect to be carried out. ``key``: (record, act, row, effect), so that it happens once."""

    key: str
    effect: Effect
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act: the record as it is now, the acts done (joins included), the effects they cause."""

    record: Record
    acts: tuple[Act, ...]
    effects: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Barred:
    """
    Why an act cannot be done on a record now, for whoever may do it otherwise.

    ``state``: the record is past it, or not there yet; else its guard does not hold, and ``show`` are the arguments of
    the words that say why (``<type>-not-<transition>``). ``done``: the act of this round that did the same already.
    """

    state: bool
    done: Act | None = None
    show: Mapping[str, Any] = field(default_factory=dict)


def scope_for(kind: CompiledType, step: CompiledTransition | None, record: Record, facts: Facts,
              answers: Mapping[str, Any] | None = None, row: str = "") -> Scope:  # fmt: skip
    """The scope in which a guard, a target state or a clock is computed."""
    env = Env(facts, record.acts, record.round)
    scope = Scope(kind.plan.root, record.answers, env, stored=True)
    if step is None:
        return scope
    if step.transition.row:
        entry = kind.plan.root.by_name[step.transition.row.split(".")[0]]
        scope = _row_scope(scope, step.transition.row.split("."), row) or scope
        assert entry is not None
    return Scope(step.plan.root, answers or {}, env, scope, stored=True)


def _row_scope(scope: Scope, names: list[str], row_id: str) -> Scope | None:
    entry = scope.level.by_name[names[0]]
    for row in scope.rows(entry):
        if len(names) == 1:
            if row.values["_"] == row_id:
                return row
        elif (found := _row_scope(row, names[1:], row_id)) is not None:
            return found
    return None


def rows_of(record: Record, dotted: str) -> Iterator[Mapping[str, Any]]:
    """All rows of a (nested) repeat of a record, ``agenda.resolution``."""

    def walk(values: Mapping[str, Any], names: list[str]) -> Iterator[Mapping[str, Any]]:
        for row in values.get(names[0]) or ():
            if len(names) == 1:
                yield row
            else:
                yield from walk(row, names[1:])

    yield from walk(record.answers, dotted.split("."))


def available(kind: CompiledType, record: Record, person: Person, day: str, facts: Facts) -> list[Transition]:
    """The transitions *person* may do on *record* today, in the order of the workflow; those about a row where one allows it."""
    found = []
    for step in kind.transitions.values():
        transition = step.transition
        if record.state not in transition.frm or transition.who.system:
            continue
        if entitled(kind, transition.who, record, person, day) is None:
            continue
        rows = [row["_"] for row in rows_of(record, transition.row)] if transition.row else [""]
        if any(barred(kind, record, transition.name, facts, row) is None for row in rows):
            found.append(transition)
    return found


def barred(kind: CompiledType, record: Record, name: str, facts: Facts, row: str = "") -> Barred | None:
    """Why transition *name* cannot be done on *record* as it stands, None where it can; who may is not asked here."""
    step = kind.transitions[name]
    wrong = record.state not in step.transition.frm
    scope = scope_for(kind, step, record, facts, row=row)
    if not wrong and (step.guard is None or step.guard(scope)):
        return None
    same = (
        act for act in reversed(record.acts) if (act.name, act.row, act.round) == (name, row, record.round)
    )
    return Barred(
        wrong, next(same, None), {} if wrong else {word: show(scope) for word, show in step.why.items()}
    )


def awaited(kind: CompiledType, record: Record, name: str, facts: Facts) -> bool:
    """Whether transition *name* is waited for on *record* as it stands, once it can be done."""
    step = kind.transitions[name]
    if step.waits is not None:
        return bool(step.waits(scope_for(kind, step, record, facts)))
    return bool(step.transition.waits)


def perform(kind: CompiledType, record: Record, name: str, person: Person | None, facts: Facts, *, day: str, at: str,
            answers: Mapping[str, Any] | None = None, row: str = "") -> Done:  # fmt: skip
    """
    Do transition *name* on *record*. ``person`` None is the clock. ``day``: local ISO date, ``at``: UTC stamp.

    Raises :class:`NotAllowed`: no right, or wrong state; :class:`NotNow`: its guard does not hold.
    """
    step = kind.transitions.get(name)
    if step is None or record.state not in step.transition.frm:
        raise NotAllowed(what=name)
    transition = step.transition
    if person is None:
        post = SYSTEM
        if not transition.who.system:
            raise NotAllowed(what=name)
    else:
        found = entitled(kind, transition.who, record, person, day)
        if found is None:
            here = any(reaches(post, record.org_path, "line") for post in person.held(day))
            raise NotAllowed(what=name) if here else PostEnded(what=name)
        post = found
    scope = scope_for(kind, step, record, facts, answers, row)
    if step.guard is not None and not step.guard(scope):
        raise NotNow(what=name, record=record.id, row=row)
    to = step.to(scope) or record.state
    act = Act(
        record.rev + 1, name, person.id if person else SYSTEM, person.name if person else "", post, at, record.state, to,
        record.round, row, dict(answers or {}),
    )  # fmt: skip
    effects = list(_due(kind, record, act, transition.effects, step.effect_values, scope))
    act, led = _led(kind, record, act, facts)
    effects += led
    after = _arrived(kind, after_act(kind, record, act), act, facts)
    if transition.marks:
        after = replace(after, due_at=facts.live["calendar"].add_workdays(day, MEND_DAYS))
    elif transition.mends:
        after = replace(after, due_at=due_day(kind, record.period, record.answers, facts))
    return _joined(kind, after, facts, at, [act], effects)


def after_act(kind: CompiledType, record: Record, act: Act) -> Record:
    """The record with one more act; a new round begins when it returns to its start (to one of them, where it has several)."""
    again = act.to in kind.starts and act.frm not in kind.starts and act.n > 1
    return replace(
        record,
        acts=(*record.acts, act),
        state=act.to,
        rev=act.n,
        round=record.round + 1 if again else record.round,
    )


def _arrived(kind: CompiledType, record: Record, act: Act, facts: Facts) -> Record:
    """The record with the moment it came to those it is for; the first time decides whether that was late."""
    if act.to not in kind.arrives or act.frm in kind.arrives:
        return record
    late = record.late
    if not record.arrived_at:  # counted from the day that was due, not from one set for mending meanwhile
        due = due_day(kind, record.period, record.answers, facts)
        late = late or (bool(due) and facts.live["today"] > due)
    return replace(record, arrived_at=act.at, late=late)


def _led(kind: CompiledType, record: Record, act: Act, facts: Facts) -> tuple[Act, list[Due]]:
    """
    What *record* leads to now that *act* brings it where it is meant to come, and the act that remembers it.

    Every key comes once in the life of a record: what an earlier arrival led to is not opened again by a mend.
    """
    leads = kind.type.workflow.leads
    if not leads or act.to not in kind.arrives or act.frm in kind.arrives:
        return act, []
    before, scope = set(led_to(record)), scope_for(kind, None, record, facts)
    made = _due(kind, record, replace(act, n=0), leads, kind.leads_values, scope)
    new = [due for due in made if due.key not in before]
    if new:
        act = replace(act, answers={**act.answers, LED: [due.key for due in new]})
    return act, new


def led_to(record: Record) -> list[str]:
    """The keys of what *record* has led to (``Workflow.leads``)."""
    return [key for act in record.acts for key in act.answers.get(LED) or ()]


def due_day(kind: CompiledType, period: str, answers: Mapping[str, Any], facts: Facts) -> str:
    """The last good day (ISO) to hand it in, "" where nothing is due; a day off moves to the next working day."""
    made = kind.due or kind.obligation_due
    if made is None:
        return ""
    about = {**(facts.live.get("about") or {}), "period": period}
    around = replace(facts, live={**facts.live, "about": about, "period": period})
    day = made(Scope(kind.plan.root, answers, Env(around), stored=True))
    return facts.live["calendar"].next_workday_on_or_after(day).day if day else ""


def _joined(
    kind: CompiledType, record: Record, facts: Facts, at: str, acts: list[Act], effects: list[Due]
) -> Done:
    """Let joins fire until none does; each at most once per state."""
    for _ in range(len(kind.autos) + 1):
        for auto, when in kind.autos:
            scope = scope_for(kind, None, record, facts)
            if record.state in auto.frm and when(scope):
                act = Act(
                    record.rev + 1, auto.name, SYSTEM, "", SYSTEM, at, record.state, auto.to, record.round
                )
                effects += _due(kind, record, act, auto.effects, {}, scope)
                act, led = _led(kind, record, act, facts)
                effects += led
                record = _arrived(kind, after_act(kind, record, act), act, facts)
                acts.append(act)
                break
        else:
            break
    return Done(record, tuple(acts), tuple(effects))


def marks_of(record: Record) -> dict[str, Any]:
    """
    The marks of the act that brought the record where it is now: path key -> {"code", "text"}.

    Empty when that act marked nothing: then everything that is not final may be changed.
    """
    for act in reversed(record.acts):
        if act.to == record.state and act.frm != act.to:
            return marks_in(act)
    return {}


def markable(level: Level, values: Mapping[str, Any], prefix: Path = (), given: str = "") -> list[str]:
    """
    Path keys a reviewer may mark in the answers of one level, in the order of the form.

    Not what is final, nor the name of a row that came by itself (*given*): nobody filled that in.
    """
    found = []
    for entry in level.entries:
        if not entry.is_question or entry.name not in values or entry.name == given:
            continue
        if not getattr(entry.item, "final", False):  # the rows of a final list stay as many as they are
            found.append(key_of((*prefix, entry.name)))
        if entry.inner is not None:
            named = entry.item.label if isinstance(entry.item, Repeat) and entry.item.given else ""
            for row in values[entry.name] or ():
                found += markable(entry.inner, row, (*prefix, entry.name, row["_"]), named)
    return found


def why_mended(before: Iterable[Act]) -> Act | None:
    """Of the acts before a mend the one that made it necessary: a return, a meeting's no, an objection, the wish to amend."""
    return next((act for act in reversed([*before]) if act.frm != act.to), None)


def change_reason(record: Record) -> str:
    """Why *record* is about to get a new version: the name of the act that made it necessary, ``|`` and what was written."""
    act = why_mended(record.acts)
    if act is None:
        return ""
    said = act.answers.get("reason")
    return f"{act.name}|{said}"[:200] if isinstance(said, str) and said else act.name


def marks_in(act: Act) -> dict[str, Any]:
    """What an act marked: path key -> {"code", "text"}."""
    return {
        row["place"]: {"code": row.get("reason"), "text": row.get("text") or ""}
        for row in act.answers.get("marks") or ()
    }


def submitted(kind: CompiledType, record: Record, facts: Facts) -> Done:
    """A new record with its first act: where the workflow starts it, joins and effects included."""
    scope = scope_for(kind, None, record, facts)
    state = kind.start_of(scope)
    act = Act(1, "submit", record.filler, record.filler_name, record.post, record.submitted_at, "", state, 1)
    act, led = _led(kind, record, act, facts)
    record = _arrived(kind, replace(record, state=state, acts=(act,), rev=1), act, facts)
    effects = [*_due(kind, record, act, kind.type.workflow.submit, kind.submit_values, scope), *led]
    return _joined(kind, record, facts, record.submitted_at, [act], effects)


def _due(kind: CompiledType, record: Record, act: Act, effects: tuple[Effect, ...],
         values: Mapping[int, Mapping[str, Eval]], scope: Scope) -> Iterator[Due]:  # fmt: skip
    for n, effect in enumerate(effects):
        made = values.get(n, {})
        if isinstance(effect, Notify | Agree) and effect.when is not None and not made["when"](scope):
            continue
        if isinstance(effect, Notify | Move | Agree):
            yield Due(f"{record.id}:{act.n}:{act.row}:{n}", effect, {})
            continue
        assert isinstance(effect, Open)
        if "when" in made and not made["when"](scope):  # with ``each`` it is asked of every row instead
            continue
        if not effect.each:
            yield Due(
                f"{record.id}:{act.n}:{act.row}:{n}",
                effect,
                {k: v(scope) for k, v in made.items() if k != "when"},
            )
            continue
        entry = scope.level.by_name[effect.each]
        for row in scope.rows(entry):
            if "each_when" in made and not made["each_when"](row):
                continue
            found = {k: v(row) for k, v in made.items() if k not in ("when", "each_when")}
            yield Due(f"{record.id}:{act.n}:{row.values['_']}:{n}", effect, found)


__all__ = [
    "SYSTEM",
    "Barred",
    "Done",
    "Due",
    "available",
    "awaited",
    "barred",
    "change_reason",
    "due_day",
    "led_to",
    "markable",
    "marks_in",
    "marks_of",
    "perform",
    "rows_of",
    "scope_for",
    "submitted",
    "why_mended",
]
