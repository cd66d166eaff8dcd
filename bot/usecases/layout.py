"""
How the records of a type lie in tables: one for the record, one per repeat, one per act that asks something.

Everything is read off the compiled form, in its order; a new record type needs no line here. Cells are
plain values (see :data:`Cell`); bot/papers turns them into sheets. What is sensitive leaves masked unless
the caller was given the right to see it: the mask is put on here, once for every format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from functools import partial
from typing import Any, Final

from bot.forms.core.draft import Facts
from bot.forms.core.functions import AWAY
from bot.forms.core.model import Field, Repeat, Roster
from bot.forms.core.plan import Entry, Env, Level, Scope
from bot.forms.core.records import Act, Record
from bot.forms.core.types import CompiledType
from bot.forms.core.upgrades import upgraded_answers
from bot.forms.core.work import roster_rows
from bot.texts import Texts
from bot.usecases.cells import (
    Cell,
    CellKind,
    Convert,
    Labels,
    Words,
    cells_of,
    converter,
    everything,
    local_time,
    plain_text,
    roster_counts,
)
from bot.usecases.spots import row_numbers

Row = tuple[Cell, ...]

#: What stands around the answers in each table; the words are ``export-column-<name>``.
HEAD: Final = ("town", "org", "period")
KEYS: Final = ("receipt", "org", "period")
ACT: Final[tuple[tuple[str, CellKind], ...]] = (
    ("act_n", "integer"), ("act_by", "text"), ("act_post", "text"), ("act_at", "datetime"),
)  # fmt: skip
TAIL: Final[tuple[tuple[str, CellKind], ...]] = (
    ("state", "text"), ("receipt", "text"), ("filler", "text"), ("post", "text"), ("submitted", "datetime"),
    ("due", "date"), ("late", "text"), ("backfill", "text"), ("backfill_reason", "text"),
    ("version", "integer"), ("change_reason", "text"), ("org_code", "text"),
)  # fmt: skip
#: A question whose answer stands among the columns every record has.
ONCE: Final = "backfill_reason"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``name`` is the machine's word (fields keep theirs), ``heading`` the reader's."""

    name: str
    heading: str
    kind: CellKind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """
    One table. ``name``: "" for the record itself, ``done`` or ``agenda.resolution`` for a repeat,
    ``act-check`` for a transition, ``session.attend`` for the annex of a roster. Only the record's own is
    shown when it has no rows.
    """

    name: str
    title: str
    columns: tuple[Column, ...]

    @property
    def optional(self) -> bool:
        """Whether it is left out when it is empty."""
        return bool(self.name)


@dataclass(slots=True, eq=False)
class _Shelf:
    """One table being filled: how to read its own cells of a row of answers, and what hangs below it."""

    index: int
    cells: list[tuple[str, Convert]]
    repeats: list[tuple[Entry, _Shelf]] = field(default_factory=list)
    annexes: list[tuple[Entry, int]] = field(default_factory=list)


class Layout:
    """
    The tables of one record type in one language, and the rows of a record in them.

    *orgs*: code -> official name. *hide* False: the caller has the right to see what is sensitive, and gave a
    purpose. *annex*: rosters also line by line (the sign-in sheet of minutes).
    """

    def __init__(
        self,
        kind: CompiledType,
        texts: Texts,
        lang: str,
        zone: tzinfo,
        *,
        orgs: Mapping[str, str],
        hide: bool = True,
        annex: bool = False,
    ) -> None:
        self.kind = kind
        self.annex = annex
        self._orgs = orgs
        self._labels = labels = Labels(texts, lang, zone, hide=hide)
        self._states = Words(partial(labels.state, kind.id))
        self._posts = Words(labels.post)
        self._periods = Words(labels.period)
        self._tables: list[Table] = []
        self._person = kind.type.subject == "person"
        cells, columns = self._level(kind.plan.root)
        cells = [cell for cell in cells if cell[0] != ONCE]
        columns = [column for column in columns if column.name != ONCE]
        head = [self._own(name) for name in (HEAD[:2] + ("subject",) * self._person + HEAD[2:])]
        tail = [self._own(name, cell) for name, cell in TAIL]
        self._root = _Shelf(self._add("", self.title, [*head, *columns, *tail]), cells)
        self._below(kind.plan.root, self._root, [self._own(name) for name in KEYS], "")
        self._acts = self._act_shelves()

    # ------------------------------------------------------------------------------------------ tables

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables, the record's own first."""
        return tuple(self._tables)

    def say(self, key: str, **values: str | int) -> str:
        """Words of export.ftl in the export's language."""
        return self._labels.say(key, **values)

    @property
    def title(self) -> str:
        """What a record of this type is called."""
        return self._labels.short(self.kind.id)

    def _own(self, name: str, cell: CellKind = "text") -> Column:
        return Column(f"_{name}", self._labels.say(f"column-{name}"), cell)

    def _add(self, name: str, title: str, columns: Sequence[Column]) -> int:
        self._tables.append(Table(name, title, _distinct(columns)))
        return len(self._tables) - 1

    def _level(self, level: Level) -> tuple[list[tuple[str, Convert]], list[Column]]:
        """
        The cells and columns of one level: fields as they are, rosters as counts; repeats stand
        elsewhere.
        """
        cells: list[tuple[str, Convert]] = []
        columns: list[Column] = []
        labels = self._labels
        for entry in level.entries:
            item = entry.item
            if isinstance(item, Roster):
                for part, count in roster_counts(item):
                    cells.append((entry.name, count))
                    heading = f"{labels.short(entry.words)}·{labels.say(f'roster-{part}')}"
                    columns.append(Column(f"{entry.name}_{part}", heading, "integer"))
            elif isinstance(item, Field) and item.kind != "note" and (heading := labels.heading(entry)):
                kind, convert = converter(entry, item, labels)
                cells.append((entry.name, convert))
                columns.append(Column(entry.name, heading, kind))
        return cells, columns

    def _below(self, level: Level, shelf: _Shelf, keys: list[Column], prefix: str) -> None:
        for entry in level.entries:
            name = f"{prefix}{entry.name}"
            if isinstance(entry.item, Repeat):
                assert entry.inner is not None
                title = self._labels.short(entry.words)
                number = Column(f"_{entry.name}", self._labels.say("row-of", name=title), "integer")
                cells, columns = self._level(entry.inner)
                if isinstance(entry.item.over, tuple) and entry.item.over:
                    columns.insert(0, Column("_over", title))
                    labels = {key: self._labels.short(f"{entry.words}-{key}") for key in entry.item.over}
                    cells.insert(0, ("_", partial(_known, labels)))
                inner = _Shelf(self._add(name, title, [*keys, number, *columns]), cells)
                shelf.repeats.append((entry, inner))
                self._below(entry.inner, inner, [*keys, number], f"{name}.")
            elif self.annex and isinstance(entry.item, Roster):
                title = f"{self._labels.short(entry.words)}·{self._labels.say('annex')}"
                own = [self._own(f"roster_{part}") for part in ("no", "name", "group", "mark")]
                shelf.annexes.append((entry, self._add(name, title, [*keys, *own])))

    def _act_shelves(self) -> dict[str, _Shelf]:
        """
        Acts that ask something (a check, an appraisal, a return) are tables too, shown when there are
        any.
        """
        shelves = {}
        for name, step in self.kind.transitions.items():
            cells, columns = self._level(step.plan.root)
            if not step.plan.root.entries or not (columns or step.plan.form.items):
                continue
            keys = [self._own(part) for part in KEYS]
            own = [self._own(part, cell) for part, cell in ACT]
            own += self._about(step.transition.row)
            title = self._labels.act(self.kind.id, name)
            shelf = _Shelf(self._add(f"act-{name}", title, [*keys, *own, *columns]), cells)
            self._below(step.plan.root, shelf, [*keys, own[0]], f"act-{name}.")
            shelves[name] = shelf
        return shelves

    def _about(self, dotted: str) -> list[Column]:
        """Which row of the record an act concerns: the number of each row on the way to it."""
        columns, level = [], self.kind.plan.root
        for name in dotted.split(".") if dotted else ():
            entry = level.by_name[name]
            assert entry.inner is not None
            heading = self._labels.say("row-of", name=self._labels.short(entry.words))
            columns.append(Column(f"_{name}", heading, "integer"))
            level = entry.inner
        return columns

    # -------------------------------------------------------------------------------------------- rows

    def rows(self, record: Record, frozen: Mapping[str, Any] | None = None) -> Iterator[tuple[int, Row]]:
        """
        The rows of one record: (index of the table, cells).

        *frozen*: need -> snapshot, wanted for the annex of rosters only.
        """
        answers, labels = self._answers(record), self._labels
        org = self._orgs.get(record.org, record.org)
        period = self._periods[record.period]
        town = record.org_path.strip("/").split("/")[1:2]
        yield 0, (
            self._orgs.get(town[0], town[0]) if town else None, org,
            *((plain_text(record.subject_name),) if self._person else ()), period,
            *cells_of(self._root.cells, answers),
            self._states[record.state], record.receipt,
            plain_text(record.filler_name), self._posts[record.post],
            local_time(record.submitted_at, labels.zone), local_time(record.due_at, labels.zone),
            labels.yes if record.late else labels.no, labels.yes if record.backfill else labels.no,
            plain_text(record.backfill_reason) or None, record.version,
            self._change(record) or None, record.org,
        )  # fmt: skip
        key = (record.receipt, org, period)
        if self._root.repeats or self._root.annexes:
            yield from self._rows_below(self._root, answers, key, self._scope(record, answers, frozen))
        for act in record.acts:
            shelf = self._acts.get(act.name)
            if shelf is not None and act.answers:
                yield from self._act_rows(shelf, act, key, answers)

    def _answers(self, record: Record) -> Mapping[str, Any]:
        """The answers as today's version of the form reads them; the record itself stays as it was sent."""
        if record.form_version == self.kind.type.version:
            return record.answers
        return upgraded_answers(self.kind, record.form_version, record.answers)

    def _change(self, record: Record) -> str:
        """Why there is a newer version, in words: 退回补正, 修改承诺：里程写错了."""
        name, _, said = record.change_reason.partition("|")
        if name in self.kind.transitions:
            why = f"{self.kind.id}-why-{name}"
            name = self._labels.first(why, otherwise=self._labels.act(self.kind.id, name))
        elif name:  # of records of long ago: the state they had come to
            name = self._states[name]
        return plain_text("：".join(part for part in (name, said) if part))

    def _place(self, record: Mapping[str, Any], mark: Mapping[str, Any]) -> str:
        return self._labels.place(self.kind.plan, record, str(mark.get("place")))

    def _act_rows(
        self, shelf: _Shelf, act: Act, key: Row, record: Mapping[str, Any]
    ) -> Iterator[tuple[int, Row]]:
        by, at = plain_text(act.by_name), local_time(act.at, self._labels.zone)
        transition, answers = self.kind.transitions[act.name].transition, act.answers
        if transition.marks and isinstance(answers.get("marks"), list):
            answers = {
                **answers,
                "marks": [{**mark, "place": self._place(record, mark)} for mark in answers["marks"]],
            }
        names = transition.row.split(".") if transition.row else []
        about = row_numbers(record, names, act.row)
        yield (
            shelf.index,
            (*key, act.n, by, self._posts[act.post], at, *about, *cells_of(shelf.cells, answers)),
        )
        yield from self._rows_below(shelf, answers, (*key, act.n), None)

    def _rows_below(
        self, shelf: _Shelf, answers: Mapping[str, Any], key: Row, scope: Scope | None
    ) -> Iterator[tuple[int, Row]]:
        for entry, index in shelf.annexes:
            if scope is not None:
                for line in self._attendance(entry, answers.get(entry.name) or "", scope):
                    yield index, (*key, *line)
        for entry, inner in shelf.repeats:
            for number, row in enumerate(answers.get(entry.name) or (), 1):
                yield inner.index, (*key, number, *cells_of(inner.cells, row))
                if inner.repeats or inner.annexes:
                    below = None if scope is None else scope.row(entry, row)
                    yield from self._rows_below(inner, row, (*key, number), below)

    def _scope(
        self, record: Record, answers: Mapping[str, Any], frozen: Mapping[str, Any] | None
    ) -> Scope | None:
        if not self.annex or frozen is None:
            return None
        env = Env(Facts({}, frozen), record.acts, record.round)
        return Scope(self.kind.plan.root, answers, env, stored=True)

    def _attendance(self, entry: Entry, marks: str, scope: Scope) -> Iterator[Row]:
        """The annex 签到册: one line per row of the frozen roster, those who stayed away too."""
        labels = self._labels
        hidden = labels.hides(entry.item)
        for place, row in enumerate(roster_rows(entry, scope)):
            _, number, name, group = [*row, "", "", "", ""][:4]
            shown = labels.masked_name(str(name)) if hidden else plain_text(str(name))
            mark = labels.mark(marks[place] if place < len(marks) else AWAY)
            yield plain_text(str(number)), shown, plain_text(str(group)), mark

    # ---------------------------------------------------------------------------------------- document

    def document(self, record: Record) -> dict[str, Any]:
        """
        The record as JSON: answers under their machine names, as stored (dates ISO, money in 元 as text),
        choices as ``{"value", "label"}``, masked like every other format.
        """
        return {
            "receipt": record.receipt,
            "type": record.type,
            "version": record.version,
            "org": {"code": record.org, "name": self._orgs.get(record.org, record.org)},
            "subject": plain_text(record.subject_name),
            "period": record.period,
            "event_at": record.event_at,
            "state": {"value": record.state, "label": self._states[record.state]},
            "filler": {"name": plain_text(record.filler_name), "post": record.post},
            "submitted_at": record.submitted_at,
            "due_at": record.due_at,
            "late": record.late,
            "backfill": record.backfill,
            "backfill_reason": plain_text(record.backfill_reason),
            "change_reason": self._change(record),
            "answers": self._doc(self.kind.plan.root, self._answers(record)),
            "acts": [self._act_doc(act) for act in record.acts if act.name in self._acts and act.answers],
        }

    def _act_doc(self, act: Act) -> dict[str, Any]:
        level = self.kind.transitions[act.name].plan.root
        who = {"name": plain_text(act.by_name), "post": act.post}
        return {
            "n": act.n,
            "act": act.name,
            "by": who,
            "at": act.at,
            "answers": self._doc(level, act.answers),
        }

    def _doc(self, level: Level, answers: Mapping[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for entry in level.entries:
            value, item = answers.get(entry.name), entry.item
            if value is None or (isinstance(item, Field) and item.kind == "note"):
                continue
            if isinstance(item, Repeat):
                assert entry.inner is not None
                made[entry.name] = [
                    ({"_": row["_"]} if item.over else {}) | self._doc(entry.inner, row) for row in value
                ]
            elif isinstance(item, Roster):
                made[entry.name] = {part: count(value) for part, count in roster_counts(item)}
            else:
                made[entry.name] = self._labels.json_value(entry, item, value)
        return made

    # ------------------------------------------------------------------------------------------- masks

    def masked_headings(self) -> list[str]:
        """What leaves masked in this export, in the reader's words, each once."""
        found: dict[str, None] = {}
        for level in (self.kind.plan.root, *(step.plan.root for step in self.kind.transitions.values())):
            for entry in everything(level):
                listed = self.annex or not isinstance(entry.item, Roster)  # as counts it tells no names
                if listed and self._labels.hides(entry.item):
                    found[self._labels.short(entry.words)] = None
        return list(found)


def _known(labels: Mapping[str, str], value: Any) -> str:
    return labels.get(value) or plain_text(str(value))


def _distinct(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Headings made different where two fields have the same words: a second 内容 is 内容（2）."""
    seen: dict[str, int] = {}
    made = []
    for column in columns:
        seen[column.heading] = count = seen.get(column.heading, 0) + 1
        made.append(column if count == 1 else replace(column, heading=f"{column.heading}（{count}）"))
    return tuple(made)
