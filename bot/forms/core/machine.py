"""
The one machine: ``begin()`` and ``advance()``, (form, draft, event, facts) -> Turn.

It has no clock, no chance and no I/O: every conversation can be replayed. Events, by ``kind``:

=========  =========================================================================================
answer     ``value`` canonical, from a button or a page
text       ``value`` as typed; read by the field's kind, echoed
file       ``value`` one FileRef; collected until ``close``
tick       roster: ``{"rows": [i…], "mark": "i", "page": 0}`` | ``{"all": mark}``; select_multiple: ``{"value": v, "on": bool}``
skip       leave a question that may be left
add        a new row (``at`` is the menu with its count)
close      a list, a roster, files or several choices are complete
remove     the row at ``at`` goes
goto       show the question, row or menu at ``value`` (from the summary; comes back to it)
back       the question before
same       "与上期一致": carried answers are copied, defaults taken, the rest asked
confirm    yes to a rule that asks; ``choose``: the reading number ``value``; ``reason``: typed text is the reason
supply     ``{name: {"digest", "args"}}``: facts that were requested are now in ``facts.frozen``
show       draw again; ``value`` may hold {"page", "find"} of a roster
send       from the summary: the full check, then the record
cancel     the draft ends, nothing is sent
=========  =========================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.forms.core import hearing, moving, sending, view
from bot.forms.core.draft import (
    SUMMARY,
    About,
    Draft,
    Event,
    Facts,
    Note,
    Path,
    Request,
    Screen,
    Sent,
    Turn,
    path_from,
)
from bot.forms.core.model import Field, Repeat, Roster
from bot.forms.core.outline import lines, short_act
from bot.forms.core.plan import Plan
from bot.forms.core.sheet import MENU
from bot.forms.core.taking import Outcome, goto
from bot.forms.core.work import Work

ANY_TIME = frozenset({"show", "supply", "cancel", "goto", "back"})


def begin(plan: Plan, draft_id: str, about: About, facts: Facts, *, frozen: Mapping[str, Any] | None = None,
          base: Mapping[str, Any] | None = None, marks: Mapping[str, Any] | None = None) -> Turn:  # fmt: skip
    """
    A new draft on its first question. ``frozen``: need -> {"digest", "args"} already taken. ``base``/``marks``: a
    returned record's answers and the marks on them: only what is marked, and what follows from it, opens again;
    everything that is not final where there are no marks. New rows get numbers no row of the record has.
    """
    draft = Draft(draft_id, about, plan.version, frozen=dict(frozen or {}))
    if base is not None:
        draft = Draft(draft_id, about, plan.version, frozen=dict(frozen or {}), answers=reopened(plan, base),
                      base=dict(base), marks=dict(marks) if marks else None, ret=True, seq=_last_row(base),
                      reask=tuple(_marked_paths(plan, marks or {})))  # fmt: skip
    work = Work(plan, draft, facts)
    if work.wanted(SUMMARY if base is not None else _first(plan)):
        return _turn(work, draft)
    work.settle(())
    return _turn(work, draft)


def _last_row(values: Mapping[str, Any]) -> int:
    """The highest number among the row ids (``r12``) of an answers' document."""
    own = str(values.get("_", ""))
    found = int(own[1:]) if own[:1] == "r" and own[1:].isdigit() else 0
    for value in values.values():
        if isinstance(value, list):
            found = max([found, *(_last_row(row) for row in value if isinstance(row, Mapping))])
    return found


def _first(plan: Plan) -> Path:
    return (plan.root.entries[0].name,) if plan.root.entries else SUMMARY


def reopened(plan: Plan, base: Mapping[str, Any]) -> dict[str, Any]:
    """A sent record's answers as a draft holds them: computed values out, lists closed."""

    def level(at: Any, values: Mapping[str, Any]) -> dict[str, Any]:
        kept: dict[str, Any] = {"_": values["_"]} if "_" in values else {}
        for entry in at.entries:
            if entry.name not in values or not entry.is_question:
                continue
            found = values[entry.name]
            if isinstance(entry.item, Repeat):
                kept[entry.name] = [level(entry.inner, row) for row in found or ()]
                kept[f"{entry.name}#"] = len(found or ())
            else:
                kept[entry.name] = found
                if isinstance(entry.item, Roster):
                    kept[f"{entry.name}#"] = 1
        return kept

    return level(plan.root, base)


def _marked_paths(plan: Plan, marks: Mapping[str, Any]) -> list[Path]:
    """Questions a reviewer's marks open, in the order of the form; a mark on a list opens its menu."""
    found = []
    for key in marks:
        path = path_from(key)
        entry = plan.entry(path) if len(path) % 2 else None
        if len(path) % 2 == 0:
            found.append(path)
        elif entry is not None and isinstance(entry.item, Repeat):
            found.append((*path, MENU, "*"))
        elif entry is not None and entry.is_question:
            found.append(path)
    return found


def advance(plan: Plan, draft: Draft, event: Event, facts: Facts) -> Turn:
    """Apply one event. A refused or late one is a turn too: the same draft, the live screen, a problem."""
    work = Work(plan, draft, facts)
    if draft.done:
        return Turn(draft, view.screen(work, problem=Note("problem-ended")), False)
    if event.kind == "supply":
        for name, kept in event.value.items():
            work.supply(name, kept)
        return _resume(work, draft)
    if event.kind not in ANY_TIME and event.at is not None and event.at != _live(work):
        if event.via != "page" or not work.exists(event.at):
            return _refused(work, draft, _late(work, event))
        work.at, work.pending = event.at, None
    if event.was is not None and work.value(work.at) != event.was:
        return _refused(work, draft, Note("problem-changed_elsewhere"))
    problem = _HANDLERS[event.kind](work, event)
    if problem is None and event.kind not in ("show", "goto", "back") and _said_all(work):
        problem = sending.send(work, event)
    if isinstance(problem, Sent):
        work.done = "sent"
        done = _built(work, draft)
        return Turn(done, view.screen(work), True, sent=problem)
    if problem is not None:
        return _refused(work, draft, problem)
    if event.kind == "show":
        value = event.value or {}
        return Turn(draft, view.screen(work, page=value.get("page", 0), find=value.get("find", "")), False)
    return _turn(work, draft)


def supply(plan: Plan, turn: Turn, kept: Mapping[str, Any], facts: Facts) -> Turn:
    """
    Go on with a turn whose ``requests`` are now answered in ``facts.frozen``; *kept*: need -> {"digest", "args"}. What the
    event had to say (the echo, a rule) is still said.
    """
    after = advance(plan, turn.draft, Event("supply", value=kept), facts)
    if not turn.screen.notes:
        return after
    return replace(after, screen=replace(after.screen, notes=(*turn.screen.notes, *after.screen.notes)))


def _said_all(work: Work) -> bool:
    """A short act is done when it is answered: no summary of a line or two (outline.py: short_act)."""
    return work.at == SUMMARY and not work.done and short_act(work)


def outline(plan: Plan, draft: Draft, facts: Facts) -> tuple[Any, ...]:
    """Every line with its status (open answered again computed locked problem), for pages and "change one"."""
    work = Work(plan, draft, facts)
    return tuple(lines(work, plan.root, ()))


# --------------------------------------------------------------------------------------------- the turn


def _live(work: Work) -> Path:
    return path_from(work.pending["path"]) if work.pending is not None else work.at


def _late(work: Work, event: Event) -> Note:
    entry = work.plan.entry(event.at or ())
    if entry is None or event.at is None or not work.exists(event.at) or not isinstance(entry.item, Field):
        return Note("problem-late")
    value = work.value(event.at)
    return Note("problem-late") if value is None else Note("problem-late_answered", {"question": entry.words, "value": value,
                                                                                 "kind": entry.kind, "path": event.at})  # fmt: skip


def _refused(work: Work, draft: Draft, problem: Note) -> Turn:
    """Nothing is taken: the live screen again with the reason; from the second refusal on (``live["tries"]``) a human door."""
    fresh = Work(work.plan, draft, work.facts)
    if work.facts.live.get("tries", 0) >= 1 and not problem.key.startswith("problem-late"):
        fresh.notes.append(Note("human-door"))
    return Turn(draft, view.screen(fresh, problem=problem), False)


def _resume(work: Work, draft: Draft) -> Turn:
    if any(note.key == "roster-changed" for note in work.notes):
        work.settle(())
        work.at = next((at for at, _ in work.holes()), work.at)  # what hangs on the ticks waits for them
    elif not draft.at or draft.reask or not work.exists(draft.at):
        work.settle(draft.at if work.exists(draft.at) else ())
    return _turn(work, draft)


def _turn(work: Work, draft: Draft) -> Turn:
    if not work.done and work.at and not work.sure and not work.exists(work.at):
        work.settle(())
    requests: list[Request] = [] if work.done else work.wanted(work.at)
    after = _built(work, draft)
    if requests:
        return Turn(after, Screen("need", work.at, notes=tuple(work.notes)), True, tuple(requests))
    return Turn(after, view.screen(work, page=work.page), True)


def _built(work: Work, draft: Draft) -> Draft:
    moved = work.at != draft.at or work.pending != draft.pending or not draft.asked
    return Draft(
        draft.id, draft.about, work.plan.version, draft.rev + 1, work.answers, work.at, tuple(work.reask),
        tuple(work.confirmed), work.pre, work.why, work.frozen, draft.marks, draft.base, work.ret, work.seq, work.pending,
        work.facts.live.get("stamp", "") if moved else draft.asked, work.done,
    )  # fmt: skip


def _text(work: Work, event: Event) -> Outcome:
    """Typed words: at the menu of a list, at a question that may be left out, or at any other."""
    if work.pending is None and work.at[-2:-1] == (MENU,):
        return moving.said(work, event)
    if work.pending is None and work.at == SUMMARY:
        return moving.numbered(work, event)
    if work.pending is None and moving.naught(work, event):
        return None
    if moving.complete(work, event):
        return moving.close(work, event)
    return hearing.text(work, event)


_HANDLERS: dict[str, Callable[[Work, Event], Outcome]] = {
    "answer": hearing.answer, "text": _text, "file": hearing.file, "tick": hearing.tick, "confirm": hearing.confirm,
    "choose": hearing.choose, "reason": hearing.reason, "goto": goto, "skip": moving.skip, "add": moving.add,
    "close": moving.close, "remove": moving.remove, "back": moving.back, "same": moving.same, "send": sending.send,
    "cancel": moving.cancel, "show": moving.show,
}  # fmt: skip
