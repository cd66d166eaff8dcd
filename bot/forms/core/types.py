"""A record type compiled: its own form, the form of each transition, joins, clocks, all names resolved at start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.errors import BadForm
from bot.forms.core.compiling import Eval, compile_node
from bot.forms.core.expressions import Lit, Node, children
from bot.forms.core.model import Agree, Auto, Effect, Form, Notify, Open, RecordType, Transition, Workflow
from bot.forms.core.plan import Level, Plan, Scope, _Names, act_level, always, compile_form

LIVE = frozenset({"about", "actor", "record"})


@dataclass(slots=True, eq=False, repr=False)
class CompiledTransition:
    """A transition with its plan; ``to`` gives the next state ("" or None keeps it)."""

    transition: Transition
    plan: Plan
    guard: Eval | None
    to: Eval
    effect_values: Mapping[int, Mapping[str, Eval]]
    why: Mapping[str, Eval]


@dataclass(slots=True, eq=False, repr=False)
class CompiledType:
    """Everything the machine, the desk and the skins need of one record type."""

    type: RecordType
    plan: Plan
    transitions: dict[str, CompiledTransition]
    autos: tuple[tuple[Auto, Eval], ...]
    start: str
    start_node: Eval | None
    submit_values: Mapping[int, Mapping[str, Eval]]
    figures: tuple[tuple[str, Eval, Eval], ...]
    period: Eval | None
    due: Eval | None
    unique_when: Eval | None
    obligation_due: Eval | None
    about: Eval | None = None
    starts: frozenset[str] = frozenset()
    arrives: frozenset[str] = frozenset()
    clocks: dict[str, Eval] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The record type's id."""
        return self.type.id

    def start_of(self, scope: Scope) -> str:
        """The state right after submission."""
        return str(self.start_node(scope)) if self.start_node is not None else self.start

    def plan_of(self, form: str) -> Plan:
        """The plan of a draft's form: ``<type>``, ``<type>/<transition>``; a mending transition reopens the type's own."""
        name = form.partition("/")[2]
        if not name or self.transitions[name].transition.mends:
            return self.plan
        return self.transitions[name].plan


def compile_type(record: RecordType) -> CompiledType:
    """Compile *record* or raise :class:`BadForm` saying what is wrong and where."""
    acts = {step.name: act_level(step.form, None) for step in record.workflow.transitions}
    acts["submit"] = act_level(Form(), None)
    for auto in record.workflow.autos:
        acts[auto.name] = act_level(Form(), None)
    plan = compile_form(record.form, form_id=record.id, words=record.id, version=record.version, acts=acts)
    for level in acts.values():
        level.up = plan.root
    facts = frozenset({need.name for need in record.form.needs} | LIVE | set(record.form.live))

    def make(node: Any, level: Level, where: str, more: frozenset[str] = frozenset()) -> Eval:
        try:
            return compile_node(node, _Names(level, facts | more, acts), where)
        except BadForm as bad:
            raise BadForm(form=record.id, where=where, why=bad.details["why"]) from None

    def effects(
        found: tuple[Effect, ...], level: Level, where: str, more: frozenset[str]
    ) -> dict[int, dict[str, Eval]]:
        made: dict[int, dict[str, Eval]] = {}
        for n, effect in enumerate(found):
            if isinstance(effect, Notify | Agree) and effect.when is not None:
                made[n] = {"when": make(effect.when, level, where, more)}
            if not isinstance(effect, Open):
                continue
            inner = level.by_name[effect.each].inner if effect.each else level
            if inner is None:
                raise BadForm(form=record.id, where=where, why=f"{effect.each} is not a repeat of this form")
            made[n] = {name: make(node, inner, where, more) for name, node in effect.prefill}
            if effect.when is not None:
                made[n]["each_when" if effect.each else "when"] = make(effect.when, inner, where, more)
        return made

    def row_level(row: str, where: str) -> Level:
        level = plan.root
        for name in row.split(".") if row else ():
            entry = level.by_name.get(name)
            if entry is None or entry.inner is None:
                raise BadForm(form=record.id, where=where, why=f"{name} is not a repeat")
            level = entry.inner
        return level

    transitions = {}
    for step in record.workflow.transitions:
        where = f"transition {step.name}"
        outer = row_level(step.row, where)
        more = frozenset({need.name for need in step.form.needs} | set(step.form.live))
        own = compile_form(
            step.form, form_id=f"{record.id}/{step.name}", words=step.form.words or f"{record.id}-{step.name}",
            version=record.version, record=outer, acts=acts,
        )  # fmt: skip
        guard = make(step.guard, own.root, where, more) if step.guard is not None else None
        to = always(step.to) if isinstance(step.to, str) else make(step.to, own.root, where, more)
        transitions[step.name] = CompiledTransition(
            step, own, guard, to, effects(step.effects, own.root, where, more),
            {name: make(node, own.root, where, more) for name, node in step.why},
        )  # fmt: skip
    flow = record.workflow
    return CompiledType(
        record, plan, transitions,
        tuple((auto, make(auto.when, plan.root, f"join {auto.name}")) for auto in flow.autos),
        flow.start if isinstance(flow.start, str) else "",
        None if isinstance(flow.start, str) else make(flow.start, plan.root, "start"),
        effects(flow.submit, plan.root, "submit", frozenset()),
        tuple((f.name, make(f.num, plan.root, f.name), make(f.den, plan.root, f.name)) for f in record.figures),
        make(record.period, plan.root, "period") if record.period is not None else None,
        make(record.due, plan.root, "due") if record.due is not None else None,
        make(record.unique_when, plan.root, "unique") if record.unique_when is not None else None,
        make(record.obligation.due, plan.root, "obligation", frozenset({"period"})) if record.obligation else None,
        make(record.about, plan.root, "about") if record.about is not None else None,
        _starts(flow),
        _arrives(record),
        {
            clock.name: make(clock.length, row_level(clock.row, f"clock {clock.name}"), f"clock {clock.name}", frozenset({"start"}))
            for clock in flow.clocks
        },
    )  # fmt: skip


def _starts(flow: Workflow) -> frozenset[str]:
    """The states a record may be in right after it was sent: the words of the expression that are states."""
    if isinstance(flow.start, str):
        return frozenset({flow.start})
    states = _states(flow)

    def said(node: Node) -> set[str]:
        own = {str(node.value)} if isinstance(node, Lit) else set()
        return own.union(*(said(child) for child in children(node)))

    return frozenset(said(flow.start) & states)


def _states(flow: Workflow) -> set[str]:
    states = {*flow.ends, *(state for step in flow.transitions for state in step.frm)}
    return states | {step.to for step in flow.transitions if isinstance(step.to, str)}


def _arrives(record: RecordType) -> frozenset[str]:
    flow = record.workflow
    for state in flow.arrives:
        if state not in _states(flow):
            raise BadForm(form=record.id, where="arrives", why=f"there is no state {state}")
    return frozenset(flow.arrives) or _starts(flow)
