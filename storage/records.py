"""What was sent, and every act on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Executable, func, literal, literal_column, select, tuple_
from sqlalchemy import bindparam as q

from bot.forms.core.records import Act, Record
from bot.kept import Filter, RecordHead, Version
from storage import audit, clean, writes
from storage.core import Part
from storage.reader import Rows
from storage.shapes import LAST, SHAPES, Shape, conditions, shape_of
from storage.statements import Row
from storage.tables import TEXT, acts, record_versions, records

NOT_COUNTED = ("withdrawn", "void")  # states that give a unique key free again
CHUNK = 500  # records read at a time by a stream

_c = records.c
_HEAD = (
    _c.id, _c.type, _c.receipt, _c.org, _c.org_path, _c.subject, _c.subject_name, _c.filler, _c.filler_name,
    _c.period, _c.event_at, _c.submitted_at, _c.due_at, _c.late, _c.backfill, _c.state, _c.version, _c.rev,
    _c.label, _c.arrived_at,
)  # fmt: skip
_FULL = (
    _c.id, _c.type, _c.form_version, _c.receipt, _c.org, _c.org_path, _c.filler, _c.filler_name, _c.post,
    _c.submitted_at, _c.state, _c.subject, _c.subject_name, _c.period, _c.event_at, _c.due_at, _c.late, _c.backfill,
    _c.backfill_reason, _c.version, _c.change_reason, _c.rev, _c.round, _c.unique_key, _c.label, _c.proxy_for,
    _c.arrived_at, _c.answers, _c.frozen, _c.flags,
)  # fmt: skip
_NAMES = tuple(column.name for column in _FULL)
_LATE, _BACKFILL = _NAMES.index("late"), _NAMES.index("backfill")
_GET = select(*_FULL).where(_c.id == q("id"))
_BY_RECEIPT = select(*_FULL).where(_c.receipt == q("receipt"))
_a = acts.c
_ACT = (
    _a.record, _a.n, _a.name, _a.by_person, _a.by_name, _a.post, _a.at, _a.from_state, _a.to_state, _a.round,
    _a.row_id, _a.answers,
)  # fmt: skip
_ACTS = select(*_ACT).where(_a.record == q("record")).order_by(_a.n)
_v = record_versions.c
_VERSIONS = (
    select(_v.n, _v.by_person, _v.at, _v.reason, _v.answers).where(_v.record == q("record")).order_by(_v.n)
)


class RecordRows(Part):
    """See :class:`bot.usecases.ports.Records`."""

    async def get(self, record_id: str) -> Record | None:
        return await self._whole(await self._core.reader.near(_GET, {"id": record_id}))

    async def some(self, ids: Sequence[str]) -> Sequence[Record]:
        if not ids:
            return []
        rows = await self._core.reader.all(select(*_FULL).where(_c.id.in_(ids)))
        done = await self._acts_of(ids)
        return [record_of(row, done.get(row[0], ())) for row in rows]

    async def by_receipt(self, receipt: str) -> Record | None:
        return await self._whole(await self._core.reader.near(_BY_RECEIPT, {"receipt": receipt}))

    async def versions(self, record_id: str) -> Sequence[Version]:
        rows = await self._core.reader.near(_VERSIONS, {"record": record_id})
        return [Version(n, by, at, reason, clean.loads(answers)) for n, by, at, reason, answers in rows]

    async def heads(
        self, where: Filter, *, limit: int = 50, offset: int = 0, oldest_first: bool = False
    ) -> Sequence[RecordHead]:
        shape, values = shape_of(where)
        rows = await self._few(shape, _heads(shape, oldest_first), {**values, "most": limit, "skip": offset})
        return [_head(row) for row in rows]

    async def count(self, where: Filter) -> int:
        shape, values = shape_of(where)
        return int((await self._few(shape, _count(shape), values))[0][0])

    async def _few(self, shape: Shape, query: Executable, values: Mapping[str, Any]) -> Rows:
        """What an index answers at once is read at once; the rest may take its time in a thread."""
        reader = self._core.reader
        return await (reader.near(query, values) if shape.selective else reader.all(query, values))

    async def stream(self, where: Filter, *, with_acts: bool = False) -> AsyncIterator[Record]:
        order = (_c.type, _c.org, _c.period, _c.submitted_at, _c.id)
        shape, values = shape_of(where)
        query = select(*_FULL).where(*conditions(shape)).order_by(*order).limit(CHUNK)
        after: Row | None = None
        while True:
            page = query if after is None else query.where(_after(order, after))
            rows = await self._core.reader.all(page, values)
            done = await self._acts_of([row[0] for row in rows]) if with_acts and rows else {}
            for row in rows:
                yield record_of(row, done.get(row[0], ()))
            if len(rows) < CHUNK:
                return
            last = dict(zip(_NAMES, rows[-1], strict=True))
            after = tuple(last[column.name] for column in order)

    async def last(
        self, type_id: str, *, org: str = "", subject: str = "", before_period: str = ""
    ) -> Record | None:
        shape, values = shape_of(Filter(type=type_id, org=org, subject=subject))
        values["before"] = before_period or LAST
        return await self._whole(await self._few(shape, _last(shape), values))

    def add(self, record: Record) -> None:
        staged = self._staged
        staged.stage(writes.RECORD_ADD, _new_row(record, staged.now))
        self._version(record)
        for act in record.acts:
            self._act(record, act)

    def act(self, record: Record, act: Act) -> None:
        staged = self._staged
        row: Row = (
            record.state, record.round, record.rev, record.version, clean.text(record.change_reason), int(record.late),
            int(record.backfill), clean.text(record.backfill_reason), record.due_at, record.event_at, _live_key(record),
            clean.text(record.label), record.subject, clean.text(record.subject_name), clean.dumps(dict(record.frozen)),
            clean.dumps(list(record.flags)), record.arrived_at, staged.now, record.id, record.rev - 1,
        )  # fmt: skip
        if record.state in NOT_COUNTED and record.unique_key:
            staged.stage(writes.RECORD_FREE, (record.id,))
        staged.stage(writes.RECORD_ACT, row)
        self._act(record, act)

    def new_version(self, record: Record) -> None:
        # the only way answers change: an act on a record read in a newer form's shape must not rewrite them
        self._staged.stage(
            writes.RECORD_ANSWERS, (clean.dumps(dict(record.answers)), record.form_version, record.id)
        )
        self._version(record)

    def _act(self, record: Record, act: Act) -> None:
        said = clean.value(act.to_json())
        row: Row = (
            record.id, act.n, said["name"], said["by"], said["by_name"], said["post"], said["at"], said["frm"],
            said["to"], act.round, said["row"], clean.dumps(said["answers"]),
        )  # fmt: skip
        self._staged.stage(writes.ACT_ADD, row)
        self._staged.audits.append(audit.of_act(record.id, act))

    def _version(self, record: Record) -> None:
        entry = audit.of_version(record, self._staged.now)
        row: Row = (
            record.id, record.version, entry.actor, entry.at, clean.text(record.change_reason),
            clean.dumps(dict(record.answers)), entry.digest,
        )  # fmt: skip
        self._staged.stage(writes.VERSION_ADD, row)
        self._staged.audits.append(entry)

    async def _whole(self, rows: Sequence[Sequence[Any]]) -> Record | None:
        if not rows:
            return None
        done = await self._core.reader.near(_ACTS, {"record": rows[0][0]})
        return record_of(rows[0], [_act_of(row) for row in done])

    async def _acts_of(self, ids: Sequence[str]) -> dict[str, list[Act]]:
        query = select(*_ACT).where(_a.record.in_(ids)).order_by(_a.record, _a.n)
        found: dict[str, list[Act]] = {}
        for row in await self._core.reader.all(query):
            found.setdefault(row[0], []).append(_act_of(row))
        return found


@lru_cache(SHAPES)
def _heads(shape: Shape, oldest_first: bool) -> Executable:
    order = (_c.submitted_at, _c.id) if oldest_first else (_c.submitted_at.desc(), _c.id.desc())
    return select(*_HEAD).where(*conditions(shape)).order_by(*order).limit(q("most")).offset(q("skip"))


@lru_cache(SHAPES)
def _count(shape: Shape) -> Executable:
    return select(func.count()).select_from(records).where(*conditions(shape))


@lru_cache(SHAPES)
def _last(shape: Shape) -> Executable:
    return (
        select(*_FULL)
        .where(*conditions(shape), _c.state.not_in([q(state, state) for state in NOT_COUNTED]), _c.period < q("before"))
        .order_by(_c.period.desc(), _c.submitted_at.desc(), _c.id.desc())
        .limit(literal_column("1"))
    )  # fmt: skip


def _after(order: Iterable[ColumnElement[Any]], values: Row) -> ColumnElement[bool]:
    return tuple_(*order) > tuple_(*(literal(value, TEXT) for value in values))


def _head(row: Sequence[Any]) -> RecordHead:
    found = list(row)
    found[13], found[14] = bool(found[13]), bool(found[14])
    return RecordHead(*found)


_whole: Callable[..., Record] = Record


def record_of(row: Sequence[Any], done: Sequence[Act] = ()) -> Record:
    """A record of its columns in the order of ``_FULL`` and its acts."""
    found = list(row)
    found[_LATE], found[_BACKFILL] = bool(found[_LATE]), bool(found[_BACKFILL])
    found[-3], found[-2] = clean.loads(found[-3]), clean.loads(found[-2])
    found[-1] = tuple(clean.loads(found[-1]))
    return _whole(*found, tuple(done))


def _act_of(row: Sequence[Any]) -> Act:
    _, n, name, by, by_name, post, at, frm, to, round_, row_id, answers = row
    return Act(n, name, by, by_name, post, at, frm, to, round_, row_id, clean.loads(answers))


def _live_key(record: Record) -> str | None:
    return None if not record.unique_key or record.state in NOT_COUNTED else clean.text(record.unique_key)


_COLUMNS = writes.RECORD_ADD.names
_DIRECT = tuple(
    name for name in _COLUMNS if name not in ("unique_live", "answers", "frozen", "flags", "updated_at")
)


def _new_row(record: Record, now: str) -> Row:
    values: dict[str, Any] = {}
    for name in _DIRECT:
        value = getattr(record, name)
        values[name] = clean.text(value) if isinstance(value, str) else int(value)
    values["unique_live"] = _live_key(record)
    values["answers"] = clean.dumps(dict(record.answers))
    values["frozen"] = clean.dumps(dict(record.frozen))
    values["flags"] = clean.dumps(list(record.flags))
    values["updated_at"] = now
    return tuple(values[name] for name in _COLUMNS)
