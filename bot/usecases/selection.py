"""Which records belong to a stretch of time, read in order and in constant memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import tzinfo
from typing import Final

from bot.forms.core.model import Field
from bot.forms.core.records import Record
from bot.forms.core.types import CompiledType
from bot.kept import Filter
from bot.usecases.cells import local_time
from bot.usecases.ports import Unit
from bot.usecases.spans import Span

#: Taken back or declared void: readable one by one, but never counted (docs/records.md), so never in a table.
NOT_COUNTED: Final = frozenset({"withdrawn", "void"})
#: How forms name the first and last day of what holds for a time (docs/records.md, C).
VALIDITY: Final = (("term_from", "term_to"), ("valid_from", "valid_to"))

#: What to read, and which of what comes back is this filter's own: no record belongs to two.
Part = tuple[Filter, Callable[[Record], bool]]


def parts_of(kind: CompiledType, asked: Span, paths: tuple[str, ...]) -> list[Part]:
    """
    What to read for a span: by period, by the day it happened, and (nothing else known) by the day it
    was sent.

    Types whose records hold for a time are read whole: they are few, and no column says until when one holds.
    """
    if _validity(kind):
        return [(Filter(kind.id, paths), lambda _: True)]
    own = frozenset(asked.periods)
    found: list[Part] = [(Filter(kind.id, paths, periods=asked.periods), lambda record: record.period in own)]
    if not kind.type.event:
        return [*found, (Filter(kind.id, paths, periods=("",)), lambda record: not record.period)]
    undated = Filter(kind.id, paths, periods=("",))
    dated = Filter(kind.id, paths, event_from=asked.first, event_to=asked.last)
    return [
        *found,
        (undated, lambda record: not record.period and not record.event_at),
        (dated, lambda record: record.period not in own),
    ]


async def count(unit: Unit, kind: CompiledType, asked: Span, paths: tuple[str, ...]) -> int:
    """How many records at most belong to a span, without reading one."""
    return sum([await unit.records.count(where) for where, _ in parts_of(kind, asked, paths)])


async def select(
    unit: Unit, kind: CompiledType, asked: Span, paths: tuple[str, ...], zone: tzinfo
) -> AsyncIterator[Record]:
    """
    The records of a span that count, in the order of organisation, period and submission, each once.

    *paths*: prefixes of the tree, empty = everything; looked at here again, whatever the store did with them.
    """
    valid, periods = _validity(kind), frozenset(asked.periods)
    streams = [
        _own(unit.records.stream(where, with_acts=True), is_own)
        for where, is_own in parts_of(kind, asked, paths)
    ]
    async for record in _merged(streams):
        if record.state in NOT_COUNTED:
            continue
        if paths and not record.org_path.startswith(paths):
            continue
        if (
            record.period in periods
            or asked.holds(record.period, record.event_at, _day(record, zone))
            or (valid and asked.overlaps(*(str(record.answers.get(name) or "") for name in valid)))
        ):
            yield record


def _day(record: Record, zone: tzinfo) -> str:
    """The local day it was sent."""
    return str(local_time(record.submitted_at, zone))[:10]


def _validity(kind: CompiledType) -> tuple[str, str] | None:
    """The fields that say from when to when a record of this type holds, if it has such."""
    dates = {
        name
        for name, entry in kind.plan.root.by_name.items()
        if isinstance(entry.item, Field) and entry.item.kind == "date"
    }
    return next((pair for pair in VALIDITY if dates.issuperset(pair)), None)


async def _own(stream: AsyncIterator[Record], is_own: Callable[[Record], bool]) -> AsyncIterator[Record]:
    async for record in stream:
        if is_own(record):
            yield record


async def _merged(streams: Sequence[AsyncIterator[Record]]) -> AsyncIterator[Record]:
    """Several ordered streams as one; one record of each is held at a time."""
    if len(streams) == 1:
        async for record in streams[0]:
            yield record
        return
    heads = {n: head for n, stream in enumerate(streams) if (head := await anext(stream, None)) is not None}
    while heads:
        n = min(heads, key=lambda n: _place(heads[n]))
        yield heads[n]
        if (following := await anext(streams[n], None)) is None:
            del heads[n]
        else:
            heads[n] = following


def _place(record: Record) -> tuple[str, str, str, str]:
    return record.org, record.period, record.submitted_at, record.id
