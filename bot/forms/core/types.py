"""A record type compiled: its own form, the form of each transition, joins, clocks, all names resolved at start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.errors import BadForm
from bot.forms.core.compiling import Eval, compile_node
from bot.forms.core.expressions import Lit, Node, children
from bot.forms.core.form_compiler import compile_form
from bot.forms.core.model import (
    Agree,
    Auto,
    Clock,
    Effect,
    Form,
    Notify,
    Open,
    RecordType,
    Transition,
    Workflow,
)
from bot.forms.core.names import LevelNames, act_level, always
from bot.forms.core.plan import Level, Plan, Scope

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
    waits: Eval | None = None


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
    leads_values: Mapping[int, Mapping[str, Eval]]
    figures: tuple[tuple[str, Eval, Eval], ...]
    period: Eval | None
    due: Eval | None
    unique_when: Eval | None
    obligation_due: Eval | None
    about: Eval | None = None
    starts: frozenset[str] = frozenset()
    arrives: frozenset[str] = frozenset()
    clocks: dict[str, Eval] = field(default_factory=dict)
    next: Mapping[str, Eval] = field(default_factory=dict)

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
    for name in ("submit", *(auto.name for auto in record.workflow.autos)):
        acts[name] = act_level(Form(), None)
    plan = compile_form(record.form, form_id=record.id, words=record.id, version=record.version, acts=acts)
    for level in acts.values():
        level.up = plan.root
    made, flow = _Compiler(record, plan, acts), record.workflow
    due = record.obligation.due if record.obligation else None
    return CompiledType(
        record, plan, {step.name: made.transition(step) for step in flow.transitions},
        tuple((auto, made.node(auto.when, plan.root, f"join {auto.name}")) for auto in flow.autos),
        flow.start if isinstance(flow.start, str) else "",
        None if isinstance(flow.start, str) else made.node(flow.start, plan.root, "start"),
        made.effects(flow.submit, plan.root, "submit"), made.effects(flow.leads, plan.root, "leads"),
        tuple((one.name, made.node(one.num, plan.root, one.name), made.node(one.den, plan.root, one.name)) for one in record.figures),
        made.maybe(record.period, "period"), made.maybe(record.due, "due"), made.maybe(record.unique_when, "unique"),
        made.maybe(due, "obligation", frozenset({"period"})), made.maybe(record.about, "about"),
        _starts(flow), _arrives(record), {clock.name: made.clock(clock) for clock in flow.clocks},
        {name: made.node(node, plan.root, f"next {name}") for name, node in flow.next},
    )  # fmt: skip


class _Compiler:
    """Compiles the expressions around the form of one record type."""

    def __init__(self, record: RecordType, plan: Plan, acts: dict[str, Level]) -> None:
        self.record, self.plan, self.acts = record, plan, acts
        self._facts = frozenset({need.name for need in record.form.needs} | LIVE | set(record.form.live))

    def node(self, node: Node, level: Level, where: str, more: frozenset[str] = frozenset()) -> Eval:
        """One expression at *level*; *more*: names of facts known beside those of the form."""
        try:
            return compile_node(node, LevelNames(level, self._facts | more, self.acts), where)
        except BadForm as bad:
            raise BadForm(form=self.record.id, where=where, why=bad.details["why"]) from None

    def maybe(self, node: Node | None, where: str, more: frozenset[str] = frozenset()) -> Eval | None:
        """An expression over the whole record, None where there is none."""
        return None if node is None else self.node(node, self.plan.root, where, more)

    def effects(
        self, found: tuple[Effect, ...], level: Level, where: str, more: frozenset[str] = frozenset()
    ) -> dict[int, dict[str, Eval]]:
        """Conditions and values of effects, by their number."""
        made: dict[int, dict[str, Eval]] = {}
        for n, effect in enumerate(found):
            if isinstance(effect, Notify | Agree) and effect.when is not None:
                made[n] = {"when": self.node(effect.when, level, where, more)}
            if not isinstance(effect, Open):
                continue
            inner = level.by_name[effect.each].inner if effect.each else level
            if inner is None:
                raise BadForm(
                    form=self.record.id, where=where, why=f"{effect.each} is not a repeat of this form"
                )
            made[n] = {name: self.node(node, inner, where, more) for name, node in effect.prefill}
            if effect.when is not None:
                made[n]["each_when" if effect.each else "when"] = self.node(effect.when, inner, where, more)
        return made

    def transition(self, step: Transition) -> CompiledTransition:
        """An act with the plan of its own form."""
        where = f"transition {step.name}"
        more = frozenset({need.name for need in step.form.needs} | set(step.form.live))
        words = step.form.words or f"{self.record.id}-{step.name}"
        own = compile_form(
            step.form, form_id=f"{self.record.id}/{step.name}", words=words, version=self.record.version,
            record=self._row_level(step.row, where), acts=self.acts,
        )  # fmt: skip
        guard = self.node(step.guard, own.root, where, more) if step.guard is not None else None
        to = always(step.to) if isinstance(step.to, str) else self.node(step.to, own.root, where, more)
        why = {name: self.node(node, own.root, where, more) for name, node in step.why}
        return CompiledTransition(
            step, own, guard, to, self.effects(step.effects, own.root, where, more), why,
            None if isinstance(step.waits, bool) else self.node(step.waits, own.root, where, more),
        )  # fmt: skip

    def clock(self, clock: Clock) -> Eval:
        """How long a clock runs, over the row it counts for."""
        where = f"clock {clock.name}"
        return self.node(clock.length, self._row_level(clock.row, where), where, frozenset({"start"}))

    def _row_level(self, row: str, where: str) -> Level:
        level = self.plan.root
        for name in row.split(".") if row else ():
            entry = level.by_name.get(name)
            if entry is None or entry.inner is None:
                raise BadForm(form=self.record.id, where=where, why=f"{name} is not a repeat")
            level = entry.inner
        return level


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
