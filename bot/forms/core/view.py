"""What a turn shows: one screen, in keys and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.forms.core import fields, outline, rollcall
from bot.forms.core.draft import SUMMARY, Line, Note, Option, Path, Screen, key_of, path_from
from bot.forms.core.functions import heads, ticked
from bot.forms.core.model import Field, Roster
from bot.forms.core.plan import Entry, Level, Scope
from bot.forms.core.sheet import MENU, row_index
from bot.forms.core.work import Work, roster_rows

PAGE = 10  # rows of a roster shown at once
SEARCHED = 30  # rows a search shows at most
LISTED = 10  # options of a list from data shown at once; two more are no reason to turn a page


def screen(work: Work, *, problem: Note | None = None, page: int = 0, find: str = "") -> Screen:
    """The screen of where *work* stands."""
    if work.done:
        return Screen("ended", work.at, question=work.plan.words, notes=tuple(work.notes), problem=problem,
                      show={"done": work.done})  # fmt: skip
    pending = work.pending
    if pending is not None and pending["kind"] in ("which", "confirm", "reason", "older"):
        return _side_question(work, pending, problem, page)
    if work.at == SUMMARY:
        return _summary(work, problem, page)
    if len(work.at) >= 2 and work.at[-2] == MENU:
        return _rows(work, problem)
    if len(work.at) % 2 == 0:
        return _row_page(work, problem)
    entry, scope = work.locate(work.at)
    if isinstance(entry.item, Roster):
        return _roster(work, entry, scope, problem, page, find)
    return _ask(work, entry, scope, problem, page)


def _progress(work: Work) -> tuple[int, int]:
    """
    The how-manieth question this is, and how many there are at most, as somebody who answers them counts: of those
    before it what was answered or skipped, of those behind it all; what came prefilled or is not asked by itself is
    none of them. So the first number goes up by one with each question and the second shrinks as questions fall away.
    In a returned record only marks count.
    """
    if work.draft.marks is not None:
        return _progress_of(list(work.draft.marks), key_of(work.at))
    root, answers = work.plan.root, work.answers
    if not work.at:
        here, left = root.before[-1], 0
    else:
        passed = root.passed[root.by_name[work.at[0]].index]
        here = root.before[passed]
        left = len(root.before[-1]) - len(root.before[passed + 1])
    count = len(here) - len(here.difference(answers)) + bool(work.at)
    for name in work.pre:
        if name in here:
            count -= name in answers
        elif left and name in root.before[-1] and name != work.at[0]:
            left -= 1
    return count, count + left


def _progress_of(marked: list[str], at: str) -> tuple[int, int]:
    """Of the marked places the one that *at* is, or stands in; the last one on the summary."""
    for n, key in enumerate(marked, 1):
        if at == key or at.startswith(f"{key}/"):
            return n, len(marked)
    return len(marked), len(marked)


def _crumbs(work: Work, path: Path) -> tuple[tuple[str, int, str], ...]:
    """The rows around *path*, from outside in: words, number of the row, its key where rows are named by one."""
    if len(path) < 2:
        return ()
    found = []
    level: Level | None = work.plan.root
    values: Mapping[str, Any] = work.answers
    for i in range(1, len(path), 2):
        name, wanted = path[i - 1], path[i]
        if wanted == MENU:
            break
        assert level is not None
        entry = level.by_name[name]
        rows = values[name] if entry.keys is None else entry.keyed(work.scope(path[: i - 1]))
        at = row_index(rows, wanted)
        level, values = entry.inner, rows[at]
        if entry.keys is None:
            found.append((entry.words, at + 1, wanted if entry.over else ""))
        elif len(rows) > 1:  # one key, one row: no need to say which
            found.append((entry.words, at + 1, ""))
    return tuple(found)


def _buttons(work: Work, *own: str) -> tuple[str, ...]:
    back = ("back",) if work.draft.marks is None and (work.answers or work.ret) else ()
    return (*own, *back, "later", "help")


def _last(work: Work, entry: Entry) -> tuple[Any, str]:
    """What was answered last time, and the day it was told where the fact says one."""
    found = work.facts.frozen.get("last")
    if not found or not isinstance(found, Mapping) or entry.level is not work.plan.root:
        return None, ""
    return found.get(entry.name), (found.get("_on") or {}).get(entry.name, "")


def _notes(work: Work, entry: Entry, scope: Scope) -> tuple[Note, ...]:
    """What is said above a question: of the event, then the computed lines that stand directly before it."""
    found: list[Note] = []
    for other in entry.near:
        if other.asked(scope):
            if other.is_question:
                break
            found.append(Note(other.words, outline.shown(other, scope)))
    return (*work.notes, *reversed(found))


def _paged(entry: Entry, found: tuple[Option, ...], page: int) -> tuple[tuple[Option, ...], tuple[int, int]]:
    """Of a long list from data one page, so that the question stays in sight."""
    if entry.kind == "select_multiple" or not found or not found[0].literal:
        return found, (0, 1)
    return _page_of(found, page)


def _page_of(found: tuple[Option, ...], page: int) -> tuple[tuple[Option, ...], tuple[int, int]]:
    if len(found) <= LISTED + 2:
        return found, (0, 1)
    pages = -(-len(found) // LISTED)
    page = min(max(page, 0), pages - 1)
    return found[page * LISTED : (page + 1) * LISTED], (page, pages)


def _ask(work: Work, entry: Entry, scope: Scope, problem: Note | None, page: int) -> Screen:
    item = entry.item
    assert isinstance(item, Field)
    value = scope.values.get(entry.name)
    picking = work.pending if work.pending and work.pending["kind"] == "picking" else None
    own = []
    if picking is not None or entry.kind in ("select_multiple", "file"):
        value = picking["value"] if picking is not None else value
        own.append("done")
    if not work.is_required(entry, scope):
        own.append("skip")
    if _can_repeat(work, entry):
        own.append("same")
    if item.default is not None and value is None and entry.default is not None:
        value = None
    found, pages = _paged(entry, fields.options(entry, scope), page)
    if entry.kind == "select_multiple":
        chosen = value or []
        found = tuple(Option(o.value, o.label, o.literal, o.value in chosen) for o in found)
    elif value is not None:
        found = tuple(Option(o.value, o.label, o.literal, o.value == value) for o in found)
    marks = work.draft.marks
    last, last_on = _last(work, entry)
    return Screen(
        "ask", work.at, question=entry.words, field_kind=entry.kind, progress=_progress(work),
        crumbs=_crumbs(work, work.at), options=found, buttons=_buttons(work, *own), notes=_notes(work, entry, scope),
        problem=problem, last=last, last_on=last_on, value=value, show=outline.shown(entry, scope),
        mark=marks.get(key_of(work.at)) if marks else None, was=outline.as_sent(work, work.at), multiple=entry.kind == "select_multiple",
        pages=pages,
    )  # fmt: skip


def _can_repeat(work: Work, entry: Entry) -> bool:
    """Whether "same as last time" helps here: last time said something that is carried and still open."""
    last = work.facts.frozen.get("last")
    if not _carried(entry) or work.draft.marks is not None or not isinstance(last, Mapping):
        return False
    root = work.root
    return any(
        _carried(one) and last.get(one.name) is not None and work.is_open(one, root)
        for one in root.level.questions
    )


def _carried(entry: Entry) -> bool:
    return isinstance(entry.item, Field) and entry.item.carry


def _side_question(work: Work, pending: Mapping[str, Any], problem: Note | None, page: int) -> Screen:
    path = path_from(pending["path"])
    entry, scope = work.locate(path)
    kind = "which" if pending["kind"] == "older" else pending["kind"]
    found: tuple[Option, ...] = ()
    if kind == "which":
        found = tuple(
            Option(i, f"value-{entry.kind}", chosen=False) for i in range(len(pending.get("values", ())))
        )
    found, pages = _page_of(found, page)
    note = Note(pending["note"]["key"], pending["note"]["args"])
    own = {"which": ("other",), "confirm": ("yes", "other"), "reason": ("other",)}[kind]
    if pending["kind"] == "older":
        own = ("yes", "no")
    again = tuple(_again(work, entry, path, str(pending.get("rule"))))
    if again:  # each by its name
        own = tuple(name for name in own if name != "other")
    return Screen(
        kind, path, question=entry.words, field_kind=entry.kind, progress=_progress(work), crumbs=_crumbs(work, path),
        options=found, buttons=(*own, "later", "help"), notes=(*work.notes, note), problem=problem,
        value=pending.get("values", pending.get("value")), show=outline.shown(entry, scope), pages=pages, lines=again,
    )  # fmt: skip


def _again(work: Work, entry: Entry, path: Path, rule: str) -> Iterator[Line]:
    """The questions of which a rule says that any may have the wrong answer."""
    for _, check in entry.judged["confirm"]:
        for name in check.rule.again if check.rule.key == rule else ():
            other, scope = work.locate((*path[:-1], name))
            yield outline.line(work, other, scope, (*path[:-1], name))


def _roster(work: Work, entry: Entry, scope: Scope, problem: Note | None, page: int, find: str) -> Screen:
    rows = roster_rows(entry, scope)
    ticks = scope.values.get(entry.name) or "-" * len(rows)
    other = (entry.exclude(scope) if entry.exclude is not None else None) or ()
    wanted = [i for i, row in enumerate(rows) if find in f"{row[1]} {row[2]}"] if find else range(len(rows))
    size = SEARCHED if find else PAGE
    pages = max(1, -(-len(wanted) // size))
    page = min(max(page, 0), pages - 1)
    visible = wanted[page * size : (page + 1) * size]
    assert entry.states is not None
    states = entry.states(scope)
    count = len(ticks) - ticks.count(rollcall.AWAY) if states == rollcall.HEADS else ticked(ticks, states)
    return Screen(
        "roster", work.at, question=entry.words, field_kind="roster", progress=_progress(work),
        crumbs=_crumbs(work, work.at), buttons=_buttons(work, "all", "none", "done"), problem=problem,
        notes=_notes(work, entry, scope),
        show={
            "total": len(rows), "count": count, "page": page, "pages": pages, "find": find, "states": states,
            "found": len(wanted), "examples": rollcall.examples(rows), "heads": heads(ticks) if states == rollcall.HEADS else None,
            "rows": [_roster_row(rows[i], i, ticks[i : i + 1] or "-", states, other) for i in visible],
        },
    )  # fmt: skip


def _roster_row(row: Any, i: int, mark: str, states: str, other: Sequence[str]) -> tuple[Any, ...]:
    """(index, number, name, mark, ticked in another session, the mark a press sets)."""
    taken = any(theirs[i : i + 1] not in ("", "-") for theirs in other)
    return i, row[1], row[2], mark, taken, rollcall.following(row, mark, states)


def _rows(work: Work, problem: Note | None) -> Screen:
    repeat = work.at[:-2]
    entry, scope = work.locate(repeat)
    assert entry.bounds is not None
    count = len(scope.values.get(entry.name) or ())
    low, high = (bound(scope) for bound in entry.bounds)
    own = ["add"] if not entry.fixed and (high is None or count < high) else []
    if count or not low:  # an empty list that must have rows cannot be called complete
        own.append("close" if count else "none_to_report")
    return Screen(
        "rows", work.at, question=entry.words, progress=_progress(work), crumbs=_crumbs(work, repeat), buttons=_buttons(work, *own),
        notes=tuple(work.notes) if count else _notes(work, entry, scope), problem=problem, show={"count": count},
        lines=tuple(outline.row_lines(work, repeat)), mark=(work.draft.marks or {}).get(key_of(repeat)),
    )  # fmt: skip


def _row_page(work: Work, problem: Note | None) -> Screen:
    entry, _ = work.locate(work.at[:-1])
    assert entry.inner is not None
    own = ("close",) if entry.fixed else ("remove", "close")
    return Screen(
        "row", work.at, question=entry.words, progress=_progress(work), crumbs=_crumbs(work, (*work.at, "")),
        buttons=_buttons(work, *own), notes=tuple(work.notes), problem=problem,
        lines=tuple(outline.lines(work, entry.inner, work.at)),
    )  # fmt: skip


def _summary(work: Work, problem: Note | None, page: int) -> Screen:
    numbered, n = [], 0
    for line in outline.lines(work, work.plan.root, ()):
        n += line.status != "computed"
        numbered.append(Line(line.path, line.key, line.kind, line.value, line.status, line.options,
                             n if line.status != "computed" else 0, line.rows, line.mark, line.was))  # fmt: skip
    return Screen(
        "summary", SUMMARY, question=work.plan.words, progress=_progress(work), buttons=("send", "change", "later", "help"),
        notes=tuple(work.notes), problem=problem, lines=tuple(numbered), pages=(page, 0),
    )  # fmt: skip
