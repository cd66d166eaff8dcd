"""
What an older form version left becomes today's: renames as data, small functions only for values.

A draft is upgraded and kept so; a record is only read so (:func:`read_today`), what was sent stays as it was sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.forms.core.draft import Draft, Path, key_of, path_from
from bot.forms.core.model import Upgrade
from bot.forms.core.plan import Plan
from bot.forms.core.records import Act, Record
from bot.forms.core.types import CompiledType


def upgraded(kind: CompiledType, plan: Plan, draft: Draft) -> Draft:
    """
    The draft as today's version has it; the same object when nothing is to be done. What was half said (a reason that
    is wanted, choices not closed yet) is asked again.

    An act has questions of its own, which the renames of the record's do not mean; a mending one reopens the record's.
    """
    if draft.version == plan.version:
        return draft
    if plan is kind.plan:
        for step in _steps(kind, draft.version):
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
    for step in _steps(kind, version):
        found = _answers(step, found)
    return found


def read_today(kind: CompiledType, record: Record) -> Record:
    """
    A stored record for whoever shows it or acts on it today: answers, and the places that marks and changes name.

    Never to be written back as it is: an act stores itself and the state, and only a mend new answers.
    """
    if record.form_version == kind.type.version:
        return record
    steps = _steps(kind, record.form_version)

    def place(key: str) -> str:
        path = path_from(key)
        for step in steps:
            if len(path) % 2 == 0 or kind.plan.entry(path) is None:  # else said since the form is as it is
                path = _renamed(step, path)
        return key_of(path)

    def moved(act: Act) -> Act:
        said = dict(act.answers)
        if isinstance(said.get("marks"), list):
            said["marks"] = [{**mark, "place": place(str(mark.get("place")))} for mark in said["marks"]]
        if isinstance(said.get("changed"), list):
            said["changed"] = [place(str(key)) for key in said["changed"]]
        return replace(act, answers=said)

    return replace(
        record,
        form_version=kind.type.version,
        answers=upgraded_answers(kind, record.form_version, record.answers),
        acts=tuple(moved(act) for act in record.acts),
    )


def _steps(kind: CompiledType, version: int) -> list[Upgrade]:
    """What leads from *version* to today's, in order."""
    return sorted((step for step in kind.type.upgrades if version < step.to), key=lambda one: one.to)


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
