"""Rosters marked: by a press, by a typed line, and called complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.forms.core import rollcall
from bot.forms.core.draft import Note
from bot.forms.core.plan import Entry, Scope
from bot.forms.core.taking import Outcome, tell
from bot.forms.core.work import Work, roster_rows


def tick_rows(work: Work, entry: Entry, scope: Scope, value: Mapping[str, Any]) -> Outcome:
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


def tick_text(work: Work, entry: Entry, scope: Scope, text: str) -> Outcome:
    """Marks by a typed line, said back as they were set."""
    assert entry.states is not None
    rows = roster_rows(entry, scope)
    heard = rollcall.typed(text, rows, entry.states(scope))
    shown = rollcall.examples(rows)
    if isinstance(heard, Note):
        return Note(heard.key, {**heard.args, **shown})
    before = len(work.notes)
    taken = _set_marks(work, entry, scope, heard)
    if isinstance(taken, Note):
        return taken
    for n, (chosen, mark) in enumerate(heard):
        said = "roster-unticked" if mark == rollcall.AWAY else "roster-ticked"
        meant = [i for i in chosen if mark == rollcall.AWAY or i not in taken]
        row = f"{rows[meant[0]][1]} {rows[meant[0]][2]}".strip() if len(meant) == 1 else ""
        args = {"count": len(meant), "text": text[:40], "row": row, "unit": shown["unit"]}
        work.notes.insert(before + n, Note(said, args))
    return None


def close_roster(work: Work, entry: Entry, scope: Scope) -> Outcome:
    """A roster is complete as it is ticked; nobody ticked is nobody there."""
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
    tell(work, path)
    return None
