"""The answers as lines: of the summary, of a list's menu, of a sent record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.forms.core import fields
from bot.forms.core.draft import Line, Option, Path, key_of
from bot.forms.core.model import Repeat, Roster
from bot.forms.core.plan import Entry, Level, Scope
from bot.forms.core.work import Work, roster_rows

SHORT = 2  # an act that asks no more than this is done when it is answered


def short_act(work: Work) -> bool:
    """Whether an act has nothing to be read once more: one or two questions, or one list, which is read on its menu."""
    draft, root = work.draft, work.plan.root
    if not draft.about.transition or draft.marks is not None or draft.base is not None:
        return False
    kinds = [entry.kind for entry in root.questions]
    return kinds == ["repeat"] or (len(kinds) <= SHORT and "repeat" not in kinds and "roster" not in kinds)


def shown(entry: Entry, scope: Scope) -> dict[str, Any]:
    """The arguments a question's words take."""
    return {name: get(scope) for name, get in entry.show} if entry.show else {}


def lines(work: Work, level: Level, prefix: Path) -> Iterator[Line]:
    """Every line of a level that is asked (of a sent record: was asked), with its status; computed notes among them."""
    scope = work.scope(prefix)
    for entry in level.entries:
        path = (*prefix, entry.name)
        if not (_was_asked(entry, scope) if scope.stored else entry.asked(scope)):
            continue
        if entry.kind == "note":
            yield Line(path, entry.words, "note", shown(entry, scope), "computed")
        elif entry.is_question:
            yield line(work, entry, scope, path)


def _was_asked(entry: Entry, scope: Scope) -> bool:
    """
    Whether a sent record has this: what was asked left an answer or a blank, what could be added was, a note stands where
    its condition held.
    """
    if entry.kind == "note":
        return entry.relevant is None or bool(entry.relevant(scope))
    return entry.name in scope.values and not (entry.aside and scope.values[entry.name] is None)


def _status(work: Work, entry: Entry, scope: Scope, path: Path) -> str:
    """Where a question of a draft stands."""
    if path in work.reask:
        return "again"
    if not work.unlocked(path):
        return "locked"
    if work.whole:
        return "answered"
    if work.is_open(entry, scope):
        return "open"
    return "problem" if work.broken(path) is not None else "answered"


def _named_by(entry: Entry, row: Scope, path: Path) -> Iterator[Line]:
    """The computed value that names a row (an item of the record a check goes through), as the row's first line."""
    assert isinstance(entry.item, Repeat)
    assert entry.inner is not None
    label = entry.inner.by_name.get(entry.item.label)
    if label is not None and not label.is_question and (value := label.value(row)) is not None:
        yield Line((*path, row.values["_"], label.name), label.words, label.kind, value, "computed")


def line(work: Work, entry: Entry, scope: Scope, path: Path) -> Line:
    """One question as a line: its answer as it stands, with its status."""
    value = scope.values.get(entry.name)
    key = key_of(path)
    mark = (work.draft.marks or {}).get(key)
    if isinstance(entry.item, Repeat):
        assert entry.inner is not None
        rows = tuple(
            (*_named_by(entry, row, path), *lines(work, entry.inner, (*path, row.values["_"])))
            for row in scope.rows(entry)
        )
        status = "answered"
        if not scope.stored and work.is_open(entry, scope) and not entry.fixed:
            status = "open"
        elif not scope.stored and not work.unlocked(work.menu(path)):
            status = "locked"  # no row comes or goes; what is open inside says so itself
        return Line(path, entry.words, "repeat", len(rows), status, rows=rows, mark=mark)
    status = "answered" if scope.stored else _status(work, entry, scope, path)
    if isinstance(entry.item, Roster):
        total, ticks = len(roster_rows(entry, scope)), value or ""
        return Line(
            path,
            entry.words,
            "roster",
            {"count": len(ticks) - ticks.count("-"), "total": total},
            status,
            mark=mark,
        )
    options = fields.options(entry, scope) if entry.choices or entry.options else ()
    if entry.kind == "boolean":
        options = fields.options(entry, scope)
    return Line(path, entry.words, entry.kind, value, status, options, mark=mark, was=as_sent(work, path))


def asked_paths(work: Work, level: Level, prefix: Path) -> Iterator[Path]:
    """What was put to somebody so far, and the menus of lists, in the order of the form; not what came prefilled."""
    scope = work.scope(prefix)
    for entry in level.entries:
        if not entry.is_question or not entry.asked(scope):
            continue
        path = (*prefix, entry.name)
        if isinstance(entry.item, Repeat):
            assert entry.inner is not None
            for row in entry.keyed(scope):
                yield from asked_paths(work, entry.inner, (*path, row["_"]))
            if not entry.fixed:
                yield work.menu(path)
        elif path == work.at or (entry.name in scope.values and key_of(path) not in work.pre):
            yield path


def row_lines(work: Work, repeat: Path) -> Iterator[Line]:
    """The rows of a list as its menu shows them, numbered."""
    entry, scope = work.locate(repeat)
    assert entry.inner is not None
    last = short_act(work)  # what is sent from here is read here
    for n, values in enumerate(entry.keyed(scope), 1):
        path = (*repeat, values["_"])
        label, kind, options = row_label(entry, scope.row(entry, values))
        rows = (tuple(lines(work, entry.inner, path)),) if last else ()
        yield Line(path, entry.words, kind, label, "answered", options, number=n, rows=rows)


def row_label(entry: Entry, row: Scope) -> tuple[Any, str, tuple[Option, ...]]:
    """What names a row in a list: its label field's value, else what it is about or its first answer; with kind and options."""
    assert isinstance(entry.item, Repeat)
    assert entry.inner is not None
    label = entry.item.label
    if entry.over and not label:
        return row.values["_"], "key", ()
    for one in [entry.inner.by_name[label]] if label else entry.inner.questions:
        value = one.value(row) if one.computed else row.values.get(one.name)
        if value is not None and one.is_field:
            return value, one.kind, fields.options(one, row) if one.choices or one.options else ()
    return None, "text", ()


def as_sent(work: Work, path: Path) -> Any:
    """The value as it was sent, while a returned record is mended."""
    if work.draft.base is None:
        return None
    row: Any = work.draft.base
    for i, part in enumerate(path):
        if i % 2:
            found = [one for one in row or () if one["_"] == part]
            row = found[0] if found else None
            continue
        row = row.get(part) if isinstance(row, Mapping) else None
    return row
