"""A draft of an older form version becomes one of today's: renames as data, small functions only for values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.forms.core.draft import Draft, Path, key_of, path_from
from bot.forms.core.model import Upgrade
from bot.forms.core.plan import Plan
from bot.forms.core.types import CompiledType


def upgraded(kind: CompiledType, plan: Plan, draft: Draft) -> Draft:
    """The draft as today's version has it; the same object when nothing is to be done."""
    if draft.version == plan.version:
        return draft
    for step in sorted(kind.type.upgrades, key=lambda one: one.to):
        if draft.version < step.to <= plan.version:
            draft = _apply(step, draft)
    draft = replace(draft, version=plan.version, pending=None)
    known = {
        key: value for key, value in draft.pre.items() if plan.entry(path_from(key)) is not None or "/" in key
    }
    at = draft.at if not draft.at or len(draft.at) % 2 == 0 or plan.entry(draft.at) is not None else ()
    reask = tuple(path for path in draft.reask if plan.entry(path) is not None)
    return replace(draft, pre=known, at=at, reask=reask)


def upgraded_answers(kind: CompiledType, version: int, answers: Mapping[str, Any]) -> dict[str, Any]:
    """A record's answers as today's version reads them, for lists and screens; the stored ones stay as they are."""
    found = dict(answers)
    for step in sorted(kind.type.upgrades, key=lambda one: one.to):
        if version < step.to:
            found = _answers(step, found)
    return found


def _apply(step: Upgrade, draft: Draft) -> Draft:
    def moved(path: Path) -> Path:
        return _renamed(step, path)

    def keys(store: Mapping[str, Any]) -> dict[str, Any]:
        made = {}
        for key, value in store.items():
            path, bar, rule = key.partition("|")
            made[key_of(moved(path_from(path))) + bar + rule] = value
        return made

    return replace(
        draft,
        answers=_answers(step, draft.answers),
        at=moved(draft.at),
        reask=tuple(moved(path) for path in draft.reask),
        confirmed=tuple(keys(dict.fromkeys(draft.confirmed))),
        pre=keys(draft.pre),
        why=keys(draft.why),
        marks=None if draft.marks is None else keys(draft.marks),
        base=None if draft.base is None else _answers(step, draft.base),
        version=step.to,
    )


def _renamed(step: Upgrade, path: Path) -> Path:
    names = [part for i, part in enumerate(path) if i % 2 == 0]
    made = list(path)
    for i in range(len(names)):
        dotted = ".".join(names[: i + 1])
        if dotted in step.rename:
            made[i * 2] = step.rename[dotted]
    return tuple(made)


def _answers(step: Upgrade, answers: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in answers.items():
        bare = name.rstrip("#")
        dotted = f"{prefix}{bare}"
        if dotted in step.drop:
            continue
        new = step.rename.get(dotted, bare) + ("#" if name.endswith("#") else "")
        if (
            isinstance(value, list)
            and value
            and all(isinstance(row, Mapping) and "_" in row for row in value)
        ):
            value = [_answers(step, row, f"{dotted}.") for row in value]
        choices = step.choices.get(dotted)
        if choices and isinstance(value, list):
            value = [choices.get(one, one) for one in value]
        elif choices and isinstance(value, str):
            value = choices.get(value, value)
        made[new] = value
    if not prefix:
        for name, value in step.fill.items():
            made.setdefault(name, value)
        if step.change is not None:
            made = step.change(made)
    return made
