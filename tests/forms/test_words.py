"""Every question, option, rule, note, act, state and message of every record type has words, with arguments it gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from bot.forms.core.model import Effect, Field, Notify, Repeat, Rule
from bot.forms.core.plan import Entry, Level, Plan
from bot.forms.core.types import CompiledType
from bot.forms.registry import registry
from bot.texts import LANGS, ZH_HANS
from tests.test_locales import arguments, catalog, plain_text

TYPES = {kind.id: kind for kind in registry()}
Wanted = tuple[str, frozenset[str]]  # a key, and the arguments its words are given


def entries(level: Level) -> Iterator[Entry]:
    """Everything of a form, rows included."""
    for entry in level.entries:
        yield entry
        if entry.inner is not None:
            yield from entries(entry.inner)


def rules(level: Level) -> Iterator[Rule]:
    """Every rule of a form."""
    for check in level.checks:
        yield check.rule
    for entry in level.entries:
        yield from entry.item.rules
        if isinstance(entry.item, Repeat):
            yield from entry.item.row_rules
        if entry.inner is not None:
            yield from rules(entry.inner)


def of_form(plan: Plan) -> Iterator[Wanted]:
    """Keys a form needs."""
    for entry in entries(plan.root):
        item = entry.item
        given = frozenset(name for name, _ in item.show) if isinstance(item, Field) else frozenset()
        if isinstance(item, Field) and item.calculation is not None:
            continue
        yield entry.words, given
        if isinstance(item, Field) and item.kind == "note":
            continue
        yield f"{entry.words}.short", frozenset()
        for value, _ in entry.choices:
            yield f"{entry.words}-{value}", frozenset()
        if isinstance(item, Field) and item.prefill is not None:
            yield f"{entry.words}.from", frozenset()
    for rule in rules(plan.root):
        yield f"{plan.words.partition('-')[0]}--{rule.key}", frozenset(name for name, _ in rule.show)
    for _, door in plan.form.ends:
        yield f"{plan.words}-ends-{door}", frozenset()


def states(kind: CompiledType) -> set[str]:
    """Every state a record of this type can be in."""
    flow = kind.type.workflow
    known = {*flow.ends, *kind.starts, *(state for step in flow.transitions for state in step.frm)}
    known |= {auto.to for auto in flow.autos}
    known |= {step.to for step in flow.transitions if isinstance(step.to, str) and step.to}
    return known | {flow.start} if isinstance(flow.start, str) else known


def messages(kind: CompiledType) -> Iterator[str]:
    """Words keys of what people are told."""
    flow = kind.type.workflow
    effects: Iterable[Effect] = (
        *flow.submit,
        *(effect for step in flow.transitions for effect in step.effects),
        *(effect for auto in flow.autos for effect in auto.effects),
    )
    yield from (effect.key for effect in effects if isinstance(effect, Notify))


def either(kind: CompiledType, what: str, name: str) -> str:
    """The type's own word where it has one, else the common one."""
    own = f"{kind.id}-{what}-{name}"
    return own if own in catalog(ZH_HANS) else f"{what}-{name}"


def wanted(kind: CompiledType) -> Iterator[Wanted]:
    """Every key a record type needs, and the arguments its words get."""
    yield kind.id, frozenset()
    yield from of_form(kind.plan)
    for name, step in kind.transitions.items():
        yield from of_form(step.plan)
        yield either(kind, "act", name), frozenset()
    for state in states(kind):
        yield either(kind, "state", state), frozenset()
    told = frozenset({"type", "receipt", "period", "count", "marks"})
    returned = frozenset({"who", "due", "phone"})  # of a return: who sent it back, by when, whom to ring
    for key in messages(kind):
        yield key, told | returned if key == "told-returned" else told


@pytest.mark.parametrize("type_id", TYPES)
@pytest.mark.parametrize("lang", LANGS)
def test_everything_has_words(type_id: str, lang: str) -> None:
    """A missing key would be seen by a cadre, not by us."""
    missing = sorted({key for key, _ in wanted(TYPES[type_id]) if key not in catalog(lang)})
    assert missing == []


@pytest.mark.parametrize("type_id", TYPES)
def test_words_ask_for_no_argument_they_do_not_get(type_id: str) -> None:
    """``{ $should }`` in a rule's words must stand in its ``show`` (the other languages are held to the same names)."""
    wrong = {}
    for key, given in wanted(TYPES[type_id]):
        hint = f"{key}.hint"
        for one in (key, hint):
            if one in catalog(ZH_HANS) and (extra := arguments(ZH_HANS, one) - given):
                wrong[one] = extra
    assert wrong == {}


@pytest.mark.parametrize("type_id", TYPES)
def test_short_names_are_short(type_id: str) -> None:
    """They stand on buttons and in summaries: eight characters, a few more where nothing shorter says it."""
    shorts = {
        key: plain_text(catalog(ZH_HANS)[key]) for key, _ in wanted(TYPES[type_id]) if key.endswith(".short")
    }
    assert {key: words for key, words in shorts.items() if len(words) > 10} == {}
