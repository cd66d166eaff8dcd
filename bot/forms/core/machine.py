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

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.forms.core import fields, reading, rollcall, typed, view
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
    key_of,
    path_from,
)
from bot.forms.core.model import Field, Repeat, Roster
from bot.forms.core.plan import Entry, Plan, Scope
from bot.forms.core.reading import Ambiguous, Read, Refused
from bot.forms.core.sheet import MENU
from bot.forms.core.work import Work, roster_rows

MONTH = re.compile(r"\d{4}-\d{2}")
SECOND = 19  # characters of a stamp down to its second: chat services date messages no finer
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
        problem = _send(work, event)
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
    """A short act is done when it is answered: no summary of a line or two (bot/forms/core/view.py: short_act)."""
    return work.at == SUMMARY and not work.done and view.short_act(work)


def outline(plan: Plan, draft: Draft, facts: Facts) -> tuple[Any, ...]:
    """Every line with its status (open answered again computed locked problem), for pages and "change one"."""
    work = Work(plan, draft, facts)
    return tuple(view.lines(work, plan.root, ()))


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
    if any(note.key == "roster-changed" for note in work.notes):  # what hangs on the ticks waits for them
        work.settle(())
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


# ------------------------------------------------------------------------------------------------ events

Outcome = Note | Sent | None


def _entry(work: Work) -> tuple[Entry, Scope] | None:
    """The question at the cursor, None when the cursor is on a menu, a row or the summary."""
    at = work.at
    if len(at) % 2 == 0 or (len(at) > 1 and at[-2] == MENU):
        return None
    entry, scope = work.locate(at)
    work.given(at, entry, scope)
    return entry, scope


def _answer(work: Work, event: Event) -> Outcome:
    if work.pending is not None and work.pending["kind"] != "picking":
        work.pending = None
    found = _entry(work)
    if found is None or isinstance(found[0].item, Roster):
        return Note("problem-press_button")
    return _answered(work, *found, event)


def _answered(work: Work, entry: Entry, scope: Scope, event: Event) -> Outcome:
    if entry.goes and event.value in entry.goes and event.value in fields.choice_values(entry, scope):
        return _goto(work, Event("goto", None, work.led_to(entry.goes[event.value])))
    try:
        value = fields.accept(entry, event.value, scope)
    except fields.NotAccepted as refused:
        return refused.note
    return take(work, entry, scope, value)


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
    if (entry.judged["refuse"] or entry.unique) and (problem := work.broken(path)) is not None:
        return problem
    if changed and _reason_wanted(work, path, value):
        return None
    if entry.judged["confirm"] and _to_confirm(work, path, value):
        return None
    _accepted(work, path, entry, changed)
    return None


def _accepted(work: Work, path: Path, entry: Entry, changed: bool) -> None:
    if path in work.reask:
        work.reask.remove(path)
    if changed:
        work.ripple(path)
    if entry.kind == "text" and entry.item.suggest:  # type: ignore[union-attr]
        _hint(work, path, entry)
    work.calm = id(entry) not in work.plan.hinges
    if id(entry) not in work.plan.doors or not _leaves(work):
        work.settle(path)
        _tell(work, path)
        work.sure = not entry.shakes


def _tell(work: Work, path: Path) -> None:
    """Leaving a row or a list says the computed lines that stand behind what was answered, up to the next question."""
    if work.at[:-1] == path[:-1]:
        return
    here = work.at[:-2] if work.at[-2:-1] == (MENU,) else work.at
    while here[:-1] != path[:-1]:
        entry, scope = work.locate(path)
        for other in entry.level.entries[entry.index + 1 :]:
            if other.is_question and other.asked(scope):
                return
            if other.kind == "note" and other.asked(scope):
                work.notes.append(Note(other.words, view.shown(other, scope)))
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


def _to_confirm(work: Work, path: Path, value: Any, heard: Any = None) -> bool:
    """The first rule that wants a yes or a reason and has none yet; *heard*: the echo of what was typed."""
    key = key_of(path)
    entry, scope = work.locate(path)
    for check, at in work.failing(entry, scope, path, "confirm"):
        rule = check.rule
        tag = f"{key}|{rule.key}"
        if tag in work.confirmed or tag in work.why:
            continue
        note = work.rule_note(check, at)
        work.pending = {"kind": "reason" if rule.reason else "confirm", "path": key, "value": value, "rule": rule.key,
                        "note": {"key": note.key, "args": dict(note.args)}}  # fmt: skip
        if heard is not None:
            work.pending["heard"] = heard
        return True
    return False


def _yes(work: Work, event: Event) -> Outcome:
    pending = work.pending
    if pending is None or pending["kind"] not in ("confirm", "older"):
        return Note("problem-late")
    if pending["kind"] == "older":
        work.pending = None
        return (
            Note("problem-late")
            if event.value is False
            else _text(work, Event("text", work.at, pending["value"]))
        )
    work.confirmed.append(f"{pending['path']}|{pending['rule']}")
    return _settled(work, pending)


def _settled(work: Work, pending: Mapping[str, Any]) -> Outcome:
    path = path_from(pending["path"])
    work.pending = None
    heard = pending.get("heard")
    if _to_confirm(work, path, pending["value"], heard):
        return None
    if heard is not None:
        work.notes.insert(0, Note("echo-saved", heard))
    _accepted(work, path, work.locate(path)[0], path in work.reask)
    return None


def _reason(work: Work, event: Event) -> Outcome:
    pending = work.pending
    if pending is None or pending["kind"] != "reason":
        return Note("problem-late")
    text = reading.clean(str(event.value)).strip()
    if not text or len(text) > 200:
        return Note("problem-reason", {"most": 200})
    key = pending["path"] if pending["rule"] == "changed" else f"{pending['path']}|{pending['rule']}"
    work.why[key] = text
    return _settled(work, pending)


def _choose(work: Work, event: Event) -> Outcome:
    pending = work.pending
    if pending is None or pending["kind"] != "which":
        return Note("problem-late")
    if not isinstance(event.value, int) or not 0 <= event.value < len(pending["values"]):
        return Note("problem-choice_gone")
    work.pending = None
    value = pending["values"][event.value]
    found = _entry(work)
    if (
        found is not None
        and found[0].kind == "place"
        and (inside := typed.inside(value, work.facts.live["places"]))
    ):
        _ask_which(
            work, [place.code for place in inside], "inside", work.facts.live["places"].full_name(value)
        )
        return None
    return _answer(work, Event("answer", work.at, value))


def _ask_which(work: Work, values: list[Any], why: str, text: str) -> None:
    """Ask once which of several readings is meant."""
    work.pending = {"kind": "which", "path": key_of(work.at), "values": values,
                    "note": {"key": f"reading-ambiguous-{why}", "args": {"text": text}}}  # fmt: skip


def _text(work: Work, event: Event) -> Outcome:
    """Typed words: a reason, a roster's numbers, or an answer to be read."""
    if work.pending is not None:
        if work.pending["kind"] == "reason":
            return _reason(work, event)
        if work.pending["kind"] in ("confirm", "older"):
            words = str(event.value).strip()
            # a 2 is the answer typed again, not the second button
            said = None if words.isdecimal() else reading.read_boolean(words)
            if said == Read(True):  # 对, 是的, 没错: the button in words
                return _yes(work, Event("confirm", work.at))
            if said == Read(False):
                work.pending = None  # as 重新填: the question again
                return None
        if work.pending["kind"] != "picking":
            work.pending = None
    if event.at is None and event.written and event.written[:SECOND] < work.draft.asked[:SECOND]:
        found = _entry(work)
        if found is not None:
            work.pending = {"kind": "older", "path": key_of(work.at), "value": str(event.value),
                            "note": {"key": "ask-older", "args": {"text": str(event.value)[:40]}}}  # fmt: skip
            return None
    found = _entry(work)
    if found is None:
        return Note("problem-press_button")
    entry, scope = found
    if isinstance(entry.item, Roster):
        return _tick_text(work, entry, scope, str(event.value))
    outcome = _of_the_period(work, entry, scope, str(event.value))
    if isinstance(outcome, Refused):
        return Note(f"reading-{outcome.code}", outcome.details)
    if isinstance(outcome, Ambiguous):
        asked = work.draft.pending
        values = _sensible(work, entry, outcome.values)
        if asked is not None and asked["kind"] == "which" and asked.get("values") == values:
            return Note("problem-press_button")  # asked once; the same words again say no more than before
        outcome = Read(values[0]) if len(values) == 1 else replace(outcome, values=tuple(values))
    if isinstance(outcome, Ambiguous):
        _ask_which(work, list(outcome.values), outcome.why, str(event.value)[:40])
        return None
    assert isinstance(outcome, Read)
    at = work.at
    problem = _answered(work, entry, scope, Event("answer", at, outcome.value))
    if problem is None and not _speaks_for_itself(entry.kind, str(event.value), outcome.value):
        value, kind = work.value(at), entry.kind
        if entry.options is not None and kind == "select_one":  # of data only the list knows the words
            label = next((one["label"] for one in fields.listed(entry, scope) if one["value"] == value), None)
            value, kind = (label, "text") if label else (value, kind)
        heard = {"text": str(event.value)[:40], "value": value, "kind": kind, "key": entry.words}
        if work.pending is None:
            work.notes.insert(0, Note("echo", heard))
        else:  # a rule asks first: how it was read is said now, that it is saved when the rule has its answer
            work.notes.insert(0, Note("echo-read", heard))
            work.pending = {**work.pending, "heard": heard}
    return problem


def _speaks_for_itself(kind: str, text: str, value: Any) -> bool:
    """Whether *text* was kept as it was typed, so that saying how it was read would only repeat it."""
    if kind in ("text", "person", "organisation"):
        return True
    return kind in ("integer", "decimal", "phone") and text.strip() == str(value)


def _of_the_period(work: Work, entry: Entry, scope: Scope, text: str) -> Any:
    """
    What was typed, as read. A day without its month (20号) that the question refuses where it is looked for first is one
    of the month the form is about, where that is a day the question takes.
    """
    outcome = typed.read(entry, text, scope)
    period = str((work.facts.live.get("about") or {}).get("period") or "")
    if entry.kind != "date" or not MONTH.fullmatch(period) or isinstance(outcome, Refused):
        return outcome
    if _readings(work, outcome.values if isinstance(outcome, Ambiguous) else [outcome.value])[0]:
        return outcome
    again = typed.read(entry, f"{period[:4]}年{int(period[5:])}月{text}", scope)
    return again if isinstance(again, Read) and _readings(work, [again.value])[0] else outcome


def _sensible(work: Work, entry: Entry, values: Sequence[Any]) -> list[Any]:
    """
    Of several readings those the question takes: no past day where a coming one is asked for. Where a rule refuses them
    all, one of them, so that the rule is said instead of days that would be refused.
    Of places those that were offered just now: 鼓楼 under the districts of one city is that city's.
    """
    if entry.kind == "place":
        asked = work.draft.pending or {}
        return [value for value in values if value in asked.get("values", ())] or list(values)
    kept, refused = _readings(work, values)
    if kept or not refused:
        return kept or list(values)
    return [refused[-1 if getattr(entry.item, "prefer", "") == "future" else 0]]


def _readings(work: Work, values: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Readings the question takes, and those that a rule refuses."""
    kept: list[Any] = []
    refused: list[Any] = []
    for value in values:
        trial = Work(work.plan, work.draft, work.facts)
        entry, scope = trial.locate(work.at)
        try:
            trial.put(work.at, fields.accept(entry, value, scope))
        except fields.NotAccepted:
            continue
        broken = bool(entry.judged.get("refuse")) and trial.broken(work.at) is not None
        (refused if broken else kept).append(value)
    return kept, refused


def _file(work: Work, event: Event) -> Outcome:
    found = _entry(work)
    if found is None or found[0].kind not in ("file", "own_hand"):
        return Note("problem-no_file_wanted")
    entry, _ = found
    if not work.unlocked(work.at):
        return Note("problem-locked")
    if entry.kind == "own_hand":
        return _answer(work, Event("answer", work.at, [event.value]))
    chosen = list(work.pending["value"]) if work.pending else list(work.value(work.at) or ())
    if any(one["hash"] == event.value["hash"] for one in chosen):
        return None
    most = (entry.item.max if isinstance(entry.item, Field) else None) or fields.FILES_LIMIT
    if len(chosen) >= most:
        return Note("problem-too_many_files", {"most": most})
    work.pending = {"kind": "picking", "path": key_of(work.at), "value": [*chosen, event.value]}
    return None


def _tick(work: Work, event: Event) -> Outcome:
    found = _entry(work)
    if found is None:
        return Note("problem-late")
    entry, scope = found
    if isinstance(entry.item, Roster):
        return _tick_rows(work, entry, scope, event.value)
    if entry.kind != "select_multiple":
        return Note("problem-late")
    chosen = list(work.pending["value"]) if work.pending else list(work.value(work.at) or ())
    value = event.value["value"]
    if event.value["on"] and value not in chosen:
        chosen.append(value)
    elif not event.value["on"] and value in chosen:
        chosen.remove(value)
    work.pending = {"kind": "picking", "path": key_of(work.at), "value": chosen}
    return None


def _tick_rows(work: Work, entry: Entry, scope: Scope, value: Mapping[str, Any]) -> Outcome:
    """Set the state of rows; setting twice is harmless. Rows ticked in another session stay as they are."""
    everyone = range(len(roster_rows(entry, scope)))
    marks = (everyone, value["all"]) if "all" in value else (value.get("rows", ()), value.get("mark"))
    taken = _set_marks(work, entry, scope, [marks])
    if not isinstance(taken, Note) and isinstance(value.get("page"), int):
        work.page = value["page"]  # a press stays on the page that was looked at
    return taken if isinstance(taken, Note) else None


def _set_marks(
    work: Work, entry: Entry, scope: Scope, marks: Sequence[tuple[Sequence[int], Any]]
) -> set[int] | Note:
    """Give rows their marks, all or none of them; the rows that were left because another session has them."""
    rows = roster_rows(entry, scope)
    assert entry.states is not None
    states = entry.states(scope)
    if not all(rollcall.known(mark, states) for _, mark in marks):
        return Note("problem-choice_gone")
    if not work.unlocked(work.at):
        return Note("problem-locked")
    other = (entry.exclude(scope) if entry.exclude is not None else None) or ()
    ticks = list(scope.values.get(entry.name) or "-" * len(rows))
    taken: set[int] = set()
    for i, mark in ((i, mark) for chosen, mark in marks for i in chosen):
        if not isinstance(i, int) or not 0 <= i < len(rows):
            return Note("problem-choice_gone")
        if mark != rollcall.AWAY and any(theirs[i : i + 1] not in ("", rollcall.AWAY) for theirs in other):
            taken.add(i)
            continue
        own = rollcall.of_row(rows[i], mark, states)
        if own is None:
            return Note(
                "problem-heads_over",
                {"row": f"{rows[i][1]} {rows[i][2]}", "most": int(rows[i][rollcall.ADULTS] or 0)},
            )
        ticks[i] = own
    work.put(work.at, "".join(ticks))
    work.drop((*work.at[:-1], f"{work.at[-1]}#"))
    if taken:
        work.notes.append(Note("roster-taken", {"count": len(taken)}))
    return taken


def _tick_text(work: Work, entry: Entry, scope: Scope, text: str) -> Outcome:
    """Marks by a typed line, said back as they were set."""
    assert entry.states is not None
    rows = roster_rows(entry, scope)
    heard = rollcall.typed(text, rows, entry.states(scope))
    if isinstance(heard, Note):
        return heard
    before = len(work.notes)
    taken = _set_marks(work, entry, scope, heard)
    if isinstance(taken, Note):
        return taken
    for n, (chosen, mark) in enumerate(heard):
        said = "roster-unticked" if mark == rollcall.AWAY else "roster-ticked"
        count = len(chosen) if mark == rollcall.AWAY else len(set(chosen) - taken)
        work.notes.insert(before + n, Note(said, {"count": count, "text": text[:40]}))
    return None


def _skip(work: Work, event: Event) -> Outcome:
    found = _entry(work)
    if found is None or isinstance(found[0].item, Roster):
        return Note("problem-late")
    entry, scope = found
    if work.is_required(entry, scope):
        return Note("problem-required")
    path = work.at
    changed = work.value(path) is not None
    work.put(path, None)
    work.pending = None
    _accepted(work, path, entry, changed)
    return None


def _add(work: Work, event: Event) -> Outcome:
    if work.at[-2:-1] != (MENU,):
        return Note("problem-late")
    repeat = work.at[:-2]
    entry, scope = work.locate(repeat)
    assert entry.bounds is not None
    assert entry.inner is not None
    high = entry.bounds[1](scope)
    if high is not None and len(scope.values.get(entry.name) or ()) >= high:
        return Note("problem-rows_many", {"most": high, "has": high})
    if not work.unlocked(work.at):
        return Note("problem-locked")
    row = work.add_row(repeat)
    found = work.first_open(entry.inner, row, 0)
    work.at = found if found is not None else work.menu(repeat)
    work.sure = not entry.shakes
    work.calm = id(entry) not in work.plan.hinges
    return None


def _close(work: Work, event: Event) -> Outcome:
    """A list, a roster, a set of files or choices is complete."""
    if work.at[-2:-1] == (MENU,):
        repeat = work.at[:-2]
        if (problem := work.list_problem(repeat)) is not None:
            return problem
        if (rest := work.open_row(repeat)) is not None:
            work.at = rest
            work.notes.append(Note("problem-open"))
            return None
        work.close(repeat)
        work.settle((*repeat, MENU, "0"))
        _tell(work, repeat)
        return None
    if len(work.at) % 2 == 0 and work.at:
        work.at = SUMMARY if work.closed(work.at[:-1]) else work.menu(work.at[:-1])
        if work.at == SUMMARY:
            work.settle(())
        return None
    found = _entry(work)
    if found is None:
        return Note("problem-late")
    entry, scope = found
    if isinstance(entry.item, Roster):
        return _close_roster(work, entry, scope)
    if work.pending is not None and work.pending["kind"] == "picking":
        return _answer(work, Event("answer", work.at, list(work.pending["value"])))
    if entry.kind in ("file", "select_multiple"):
        value = work.value(work.at)
        return _answer(work, Event("answer", work.at, value)) if value else _skip(work, event)
    return Note("problem-late")


def _close_roster(work: Work, entry: Entry, scope: Scope) -> Outcome:
    path = work.at
    rows = roster_rows(entry, scope)
    if not rows:
        return Note("problem-empty_roster")
    if scope.values.get(entry.name) is None:
        work.put(path, "-" * len(rows))
    if (problem := work.broken(path)) is not None:
        return problem
    work.close(path)
    work.ripple(path)
    work.settle(path)
    _tell(work, path)
    return None


def _remove(work: Work, event: Event) -> Outcome:
    path = event.at or ()
    if len(path) % 2 or not work.exists(path):
        return Note("problem-late")
    entry, _ = work.locate(path[:-1])
    if isinstance(entry.item, Repeat) and (
        entry.item.over or entry.item.given or (entry.item.final and work.draft.base is not None)
    ):
        return Note("problem-locked")
    if not work.unlocked(path):
        return Note("problem-locked")
    work.remove_row(path)
    work.pending = None
    work.at = work.menu(path[:-1])
    return None


def _goto(work: Work, event: Event) -> Outcome:
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


def _back(work: Work, event: Event) -> Outcome:
    if work.pending is not None:
        work.pending = None
        return None
    if work.ret and work.draft.marks is None and work.at != SUMMARY:
        work.at = SUMMARY
        work.settle(())
        if work.at == SUMMARY:
            return None
    before = _before(work)
    if before is None:
        return Note("problem-first_question")
    work.at = before
    return None


def _before(work: Work) -> Path | None:
    """The answered question before the cursor, in the order of the form."""
    last: Path | None = None
    for path in _asked_paths(work, work.plan.root, ()):
        if path == work.at or (
            path[-2:-1] == (MENU,) and path[:-2] == work.at[:-2] and work.at[-2:-1] == (MENU,)
        ):
            return last
        last = path
    return last if work.at == SUMMARY else None


def _asked_paths(work: Work, level: Any, prefix: Path) -> Any:
    scope = work.scope(prefix)
    for entry in level.entries:
        if not entry.is_question or not entry.asked(scope):
            continue
        path = (*prefix, entry.name)
        if isinstance(entry.item, Repeat):
            for row in entry.keyed(scope):
                yield from _asked_paths(work, entry.inner, (*path, row["_"]))
            if not entry.item.over and not entry.item.given:
                yield work.menu(path)
        elif path == work.at or (entry.name in scope.values and key_of(path) not in work.pre):
            yield path


def _same(work: Work, event: Event) -> Outcome:
    """与上期一致: carried fields from last time where they still hold, offered defaults elsewhere, the rest is asked."""
    last = work.facts.frozen.get("last")
    if not isinstance(last, Mapping):
        return Note("problem-no_last")
    copied = 0
    for entry in work.plan.root.entries:
        scope = work.root
        if not isinstance(entry.item, Field) or not work.is_open(entry, scope):
            continue
        path = (entry.name,)
        carried = entry.item.carry and last.get(entry.name) is not None
        value = (
            last.get(entry.name) if carried else entry.default(scope) if entry.default is not None else None
        )
        if value is None and not work.is_required(entry, scope):
            work.put(path, None)
        elif value is not None:
            work.put(path, value)
            if work.broken(path) is not None:
                work.drop(path)
                continue
            copied += carried
            if carried:
                work.pre[entry.name] = {"value": value, "from": "from-last"}
    work.pending = None
    work.notes.append(Note("same-copied", {"count": copied}))
    work.settle(())
    return None


def _send(work: Work, event: Event) -> Outcome:
    if work.at != SUMMARY:
        return Note("problem-late")
    for path, problem in work.holes():
        work.at, work.ret = path, True
        work.notes.append(problem)
        return None
    return view.materialise(work)


def _cancel(work: Work, event: Event) -> Outcome:
    work.done = "cancelled"
    return None


def _show(work: Work, event: Event) -> Outcome:
    return None


_HANDLERS: dict[str, Callable[[Work, Event], Outcome]] = {
    "answer": _answer, "text": _text, "file": _file, "tick": _tick, "skip": _skip, "add": _add, "close": _close,
    "remove": _remove, "goto": _goto, "back": _back, "same": _same, "confirm": _yes, "choose": _choose,
    "reason": _reason, "send": _send, "cancel": _cancel, "show": _show,
}  # fmt: skip
