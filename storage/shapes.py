"""
Filters as statements: the shape of a filter makes the select, its values fill it.

Building and compiling a select costs some 300 µs, ten times what SQLite needs to answer it; a few dozen shapes cover
everything the product asks, so each is built once and kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy import bindparam as q

from bot.kept import Filter
from storage.tables import records

LAST = "\U0010ffff"  # sorts after any character there is
SHAPES = 256  # of one kind kept

_c = records.c


def below(column: ColumnElement[str], path: str) -> ColumnElement[bool]:
    """Texts that begin with *path*: a range, which an index answers and no wildcard can widen."""
    return and_(column >= path, column < path + LAST)


class Shape(NamedTuple):
    """Which parts of a filter are set, and how many values each list has."""

    equal: tuple[str, ...]
    paths: int
    states: int
    periods: int
    event_from: bool
    event_to: bool
    involved: bool

    @property
    def selective(self) -> bool:
        """Whether an index leaves few records: those of one node, one subject or one person."""
        return self.involved or bool({"org", "filler", "subject"} & set(self.equal))


def shape_of(where: Filter) -> tuple[Shape, dict[str, Any]]:
    """The shape of a filter and the values for its parameters."""
    given = {name: value for name in ("type", "org", "filler", "subject") if (value := getattr(where, name))}
    equal = tuple(given)
    for name, many in (("path", where.paths), ("state", where.states), ("period", where.periods)):
        given.update({f"{name}{n}": value for n, value in enumerate(many)})
    given.update({f"path{n}_": path + LAST for n, path in enumerate(where.paths)})
    if where.event_from:
        given["event_from"] = where.event_from
    if where.event_to:
        given["event_to"] = where.event_to + LAST
    if where.involved:
        given["involved"] = where.involved
    return Shape(
        equal, len(where.paths), len(where.states), len(where.periods), bool(where.event_from), bool(where.event_to),
        bool(where.involved),
    ), given  # fmt: skip


@lru_cache(SHAPES)
def conditions(shape: Shape) -> tuple[ColumnElement[bool], ...]:
    """What a record must meet, with named parameters for :func:`shape_of`'s values."""
    found: list[ColumnElement[bool]] = [_c[name] == q(name) for name in shape.equal]
    if shape.paths:
        ranges = (
            and_(_c.org_path >= q(f"path{n}"), _c.org_path < q(f"path{n}_")) for n in range(shape.paths)
        )
        found.append(or_(*ranges))
    if shape.states:
        found.append(_c.state.in_([q(f"state{n}") for n in range(shape.states)]))
    if shape.periods:
        found.append(_c.period.in_([q(f"period{n}") for n in range(shape.periods)]))
    if shape.event_from:
        found.append(_c.event_at >= q("event_from"))
    if shape.event_to:
        found.append(and_(_c.event_at != "", _c.event_at < q("event_to")))
    if shape.involved:
        found.append(or_(_c.filler == q("involved"), _c.subject == q("involved")))
    return tuple(found)
