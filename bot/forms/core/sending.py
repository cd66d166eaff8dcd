"""The end of a form: everything is looked at once more, and the record made that is kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.forms.core.draft import SUMMARY, Event, Note, Path, Sent, key_of
from bot.forms.core.model import Repeat
from bot.forms.core.outline import as_sent, asked_paths
from bot.forms.core.plan import Check, Entry, Level, Scope
from bot.forms.core.sheet import MENU
from bot.forms.core.taking import Outcome, to_confirm
from bot.forms.core.work import Work


def send(work: Work, event: Event) -> Outcome:
    """The full check; what stands in the way is gone to, else the record."""
    if work.at != SUMMARY:
        return Note("problem-late")
    for path, problem in work.holes():
        work.at, work.ret = path, True
        work.notes.append(problem)
        return None
    return None if _unsettled(work) else materialise(work)


def _unsettled(work: Work) -> bool:
    """Whether an answer still wants a yes or a reason, which somebody went away from: then it is asked for."""
    for path in asked_paths(work, work.plan.root, ()):
        if path[-2:-1] == (MENU,):
            continue
        entry, scope = work.locate(path)
        value = scope.values.get(entry.name)
        if value is None or not entry.is_field or not _is_asked_about(entry):
            continue
        if work.draft.base is not None and as_sent(work, path) == value:  # was settled when it was sent
            continue
        if to_confirm(work, path, value, around=True):
            work.at, work.ret = path, True
            return True
    return False


def _is_asked_about(entry: Entry) -> bool:
    """Whether a rule of its own, or one that reads it, may want a yes or a reason for it."""
    return any(check in entry.checks or entry in check.reads for _, check in entry.judged["confirm"])


def materialise(work: Work) -> Sent:
    """The record to keep: what is asked, with computed values, and the rules that only flag."""
    flags: list[Note] = []
    answers = _materialise(work, work.plan.root, (), flags)
    return Sent(answers, tuple(flags))


def _materialise(work: Work, level: Level, prefix: Path, flags: list[Note]) -> dict[str, Any]:
    scope = work.scope(prefix)
    kept: dict[str, Any] = {"_": scope.values["_"]} if prefix else {}
    for entry in level.entries:
        if not entry.asked(scope) or entry.kind == "note":
            continue
        path = (*prefix, entry.name)
        if isinstance(entry.item, Repeat):
            assert entry.inner is not None
            kept[entry.name] = [
                _materialise(work, entry.inner, (*path, row.values["_"]), flags) for row in scope.rows(entry)
            ]
            _flag(work, entry, scope, path, flags)
            continue
        value = entry.value(scope)
        kept[entry.name] = scope.values.get(entry.name) if entry.is_question else storable(value)
        if value is not None:
            _flag(work, entry, scope, path, flags)
    flags.extend(work.rule_note(check, scope) for check in level.checks if _flagged(check, scope))
    return kept


def _flagged(check: Check, scope: Scope) -> bool:
    """Whether a rule that only flags has something to say."""
    return check.rule.weight == "flag" and check.applies(scope) and not check.ok(scope)


def _flag(work: Work, entry: Entry, scope: Scope, path: Path, flags: list[Note]) -> None:
    for check in entry.checks:
        if _flagged(check, scope):
            shown_with = {**{n: get(scope) for n, get in check.show}, "at": key_of(path)}
            flags += [Note(work.rule_note(check, scope).key, shown_with)]


def storable(value: Any) -> Any:
    """A computed value as it is stored: decimals as text."""
    return str(value.normalize()) if isinstance(value, Decimal) else value
