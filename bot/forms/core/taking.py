"""
An answer taken: put at the cursor, judged, told what follows from it, and the next question found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.forms.core.draft import SUMMARY, Event, Note, Path, Sent, key_of, path_from
from bot.forms.core.fields import INT_LIMIT
from bot.forms.core.model import Field, Repeat
from bot.forms.core.outline import shown
from bot.forms.core.plan import Check, Entry, Scope
from bot.forms.core.sheet import MENU
from bot.forms.core.work import Work

Outcome = Note | Sent | None
"""Of an event: why it was not taken, the finished answers, or nothing to say."""


def question_here(work: Work) -> tuple[Entry, Scope] | None:
    """The question at the cursor, None when the cursor is on a menu, a row or the summary."""
    at = work.at
    if len(at) % 2 == 0 or (len(at) > 1 and at[-2] == MENU):
        return None
    entry, scope = work.locate(at)
    work.given(at, entry, scope)
    return entry, scope


def take(work: Work, entry: Entry, scope: Scope, value: Any) -> Note | None:
    """Put an accepted value at the cursor, judge it, go on; a refusing rule leaves everything as it was."""
    path = work.at
    if not work.unlocked(path):
        return Note("problem-locked")
    before = scope.values.get(entry.name)
    changed = before is not None and before != value
    if changed:
        work.forget_about(path)
    work.put(path, value)
    work.pending = None
    if changed:
        work.follow(path)  # before it is judged: what came by itself must not stand in its way
    judged = entry.judged["refuse"] or entry.unique
    problem = (work.broken(path) if changed else work.refused(entry, scope, path)) if judged else None
    if problem is not None and not _opens_others(work, path, entry, scope, changed=changed):
        return problem
    if changed and _reason_wanted(work, path, value):
        return None
    if entry.judged["confirm"] and to_confirm(work, path, value):
        return None
    accepted(work, path, entry, changed)
    return None


def _opens_others(work: Work, path: Path, entry: Entry, scope: Scope, *, changed: bool) -> bool:
    """
    An answer does not fit those it is judged together with (votes that must add up): those behind it are asked again, of a
    changed one all of them if those behind cannot make it fit. Without this one of several numbers could never be mended.
    """
    others: set[Entry] = set()
    broken = list(work.failing(entry, scope, path, "refuse"))
    for check, at in broken:
        if at is not scope or check not in scope.level.checks:
            return False
        others |= {
            one for one in check.reads
            if one is not entry and one.level is entry.level and one.is_question and scope.values.get(one.name) is not None
        }  # fmt: skip
    later = {one for one in others if one.index > entry.index}
    for some in (later, others) if changed else (later,):
        again = [(*path[:-1], one.name) for one in sorted(some, key=lambda one: one.index)]
        if (
            again
            and all(map(work.unlocked, again))
            and _could_fit(work, scope, [check for check, _ in broken], some)
        ):
            break
    else:
        return False
    _open_again(work, again)
    return True


def _open_again(work: Work, places: list[Path]) -> None:
    """Answers go, and are asked again; one that comes by itself comes anew, and says what it was."""
    said = {one: work.value(one) for one in places}
    for one in places:
        work.forget_about(one)
        work.pre.pop(key_of(one), None)
        work.drop(one)
    work.reask = [one for one in work.reask if one not in said]
    asked = 0
    for one, was in said.items():
        entry, scope = work.locate(one)
        if entry.prefill is None or not work.filled(entry, scope, one):
            asked += 1
        elif (now := work.value(one)) != was:
            work.notes.append(
                Note("refilled", {"question": entry.words, "was": was, "value": now, "kind": entry.kind})
            )
    if asked:
        work.notes.append(Note("ripple", {"quiet": 0, "again": asked}))


def _could_fit(work: Work, scope: Scope, broken: Iterable[Check], others: Iterable[Entry]) -> bool:
    """Whether each of the *broken* rules holds with the least or with the most that the *others* may be."""
    if any(one.kind != "integer" for one in others):
        return True  # no telling without asking
    bounds = [{one.name: _bound(one, most=most) for one in others} for most in (False, True)]
    trials = [Scope(scope.level, {**scope.values, **values}, scope.env, scope.up) for values in bounds]
    return all(any(check.ok(trial) for trial in trials) for check in broken)


def _bound(entry: Entry, *, most: bool) -> int:
    assert isinstance(entry.item, Field)
    if most:
        return entry.item.max if entry.item.max is not None else INT_LIMIT
    return entry.item.min or 0


def accepted(work: Work, path: Path, entry: Entry, changed: bool) -> None:
    """An answer stands: what leans on it is looked at, and the next question found."""
    if path in work.reask:
        work.reask.remove(path)
    if changed:
        work.ripple(path)
    if entry.kind == "text" and entry.item.suggest:  # type: ignore[union-attr]
        _hint(work, path, entry)
    work.calm = id(entry) not in work.plan.hinges
    if id(entry) not in work.plan.doors or not _leaves(work):
        work.settle(path)
        tell(work, path)
        work.sure = not entry.shakes


def tell(work: Work, path: Path) -> None:
    """Leaving a row or a list says the computed lines that stand behind what was answered, up to the next question."""
    if work.at[:-1] == path[:-1]:
        return
    here = work.at[:-2] if work.at[-2:-1] == (MENU,) else work.at
    while here[:-1] != path[:-1]:
        entry, scope = work.locate(path)
        for other in entry.level.entries[entry.index + 1 :]:
            if other.is_question and other.asked(scope) and key_of((*path[:-1], other.name)) not in work.pre:
                return
            if other.kind == "note" and other.asked(scope):
                work.notes.append(Note(other.words, shown(other, scope)))
        path = path[:-2]
        if not path or here[: len(path)] == path:
            return


def _hint(work: Work, path: Path, entry: Entry) -> None:
    value = work.value(path)
    if (
        isinstance(entry.item, Field)
        and entry.item.suggest
        and isinstance(value, str)
        and len(value) < entry.item.suggest
    ):
        work.notes.append(Note("short-text", {"suggest": entry.item.suggest}))


def _leaves(work: Work) -> bool:
    """Whether an answer leaves the form by another door (consent refused -> paper)."""
    for test, needed, door in work.plan.ends:
        if all(entry.name in work.root.values for _, entry in needed) and test(work.root):
            work.done = f"left:{door}"
            return True
    return False


def _reason_wanted(work: Work, path: Path, value: Any) -> bool:
    """A prefilled value was changed where that needs a reason."""
    entry, _ = work.locate(path)
    key = key_of(path)
    if not isinstance(entry.item, Field) or entry.item.change != "reason" or key not in work.pre:
        return False
    if work.pre[key]["value"] == value or key in work.why:
        return False
    work.pending = {"kind": "reason", "path": key, "value": value, "rule": "changed",
                    "note": {"key": "ask-reason", "args": {"value": work.pre[key]["value"], "kind": entry.kind}}}  # fmt: skip
    return True


def to_confirm(work: Work, path: Path, value: Any, heard: Any = None, *, around: bool = False) -> bool:
    """
    The first rule that wants a yes or a reason and has none yet; *heard*: the echo of what was typed.

    *around*: what was said of another answer the rule looks at, in this row or around it, is enough.
    """
    key = key_of(path)
    entry, scope = work.locate(path)
    said = {*work.confirmed, *work.why}
    for check, at in work.failing(entry, scope, path, "confirm"):
        rule = check.rule
        if f"{key}|{rule.key}" in said or (around and _said_around(said, path, rule.key)):
            continue
        note = work.rule_note(check, at)
        work.pending = {"kind": "reason" if rule.reason else "confirm", "path": key, "value": value, "rule": rule.key,
                        "note": {"key": note.key, "args": dict(note.args)}}  # fmt: skip
        if heard is not None:
            work.pending["heard"] = heard
        return True
    return False


def _said_around(said: Iterable[str], path: Path, rule: str) -> bool:
    """Whether a yes or a reason stands for *rule* at an answer of the row of *path*, or of one around it or inside it."""
    for key, _, name in (tag.rpartition("|") for tag in said):
        row, own = path_from(key)[:-1], path[:-1]
        if name == rule and (row == own[: len(row)] or own == row[: len(own)]):
            return True
    return False


def settled(work: Work, pending: Mapping[str, Any]) -> Outcome:
    """The yes or the reason a rule asked for is there: ask the next one, or take the answer."""
    path = path_from(pending["path"])
    work.pending = None
    heard = pending.get("heard")
    if to_confirm(work, path, pending["value"], heard):
        return None
    if heard is not None:
        work.notes.insert(0, Note("echo-saved", heard))
    accepted(work, path, work.locate(path)[0], path in work.reask)
    return None


def goto(work: Work, event: Event) -> Outcome:
    """Go to a question, a row or a menu; from the summary one comes back to it."""
    path: Path = tuple(event.value or ())
    if path and len(path) % 2:
        entry = work.plan.entry(path)
        if entry is not None and isinstance(entry.item, Repeat):
            path = (*path, MENU, "*")
    if path[-2:-1] == (MENU,) and work.exists(path):
        path = work.menu(path[:-2])
    if path and not work.exists(path):
        return Note("problem-late")
    if path and not work.unlocked(path):
        return Note("problem-locked")
    if path and len(path) % 2 and work.at == SUMMARY:
        work.ret = True
    work.at, work.pending = path, None
    work.ret = work.ret or path == SUMMARY or not any(True for _ in work.holes())
    if path == SUMMARY:
        work.settle(())
    return None
