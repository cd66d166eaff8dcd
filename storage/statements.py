"""
Writing statements: built once from SQLAlchemy Core for the dialect at hand, then plain text and tuples.

``writes.py`` lists them all; this is what they are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Integer, Table, bindparam, func, insert, literal_column, update
from sqlalchemy.sql import ClauseElement

from bot.errors import LianxinError

Row = tuple[Any, ...]
Blame = Callable[[Row], LianxinError]


class Kind:
    """The dialect at hand, as far as statements differ by it."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.postgres = dialect.name == "postgresql"
        self.insert: Any = _insert_of(dialect.name)


def _insert_of(name: str) -> Any:
    """The insert that knows ON CONFLICT; each dialect is loaded only where it is used."""
    if name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert
    from sqlalchemy.dialects import sqlite

    return sqlite.insert


Build = Callable[[Kind], ClauseElement]


@dataclass(frozen=True, slots=True)
class Write:
    """
    One statement. ``names``: its bind parameters, in the order rows are staged.

    ``counted``: every row must touch exactly one row, else ``missing`` tells what it means. ``taken``: what
    it means that a unique index says no. ``returns``: rows come back. ``people``: the caches of other
    processes must hear of it.
    """

    name: str
    names: tuple[str, ...]
    build: Build
    counted: bool = False
    returns: bool = False
    people: bool = False
    missing: Blame | None = None
    taken: Blame | None = None


class Compiled:
    """A statement's text for one dialect, and how a staged row becomes its parameters."""

    __slots__ = ("counted", "pick", "returns", "sql")

    def __init__(self, write: Write, kind: Kind) -> None:
        statement = write.build(kind)
        if write.counted and kind.postgres:
            # asyncpg tells no counts for many rows at once; a row coming back is one touched
            statement = statement.returning(literal_column("1"))  # type: ignore[attr-defined]
        compiled = statement.compile(dialect=kind.dialect)
        order: Sequence[str] = getattr(compiled, "positiontup", None) or ()
        if sorted(set(order)) != sorted(write.names):
            raise ValueError(f"{write.name}: parameters are {order}, rows have {write.names}")
        self.sql = str(compiled)
        self.returns = write.returns
        self.counted = write.counted
        self.pick: Callable[[Row], Row] | None = None
        if tuple(order) != write.names:
            places = [write.names.index(name) for name in order]
            getter = itemgetter(*places)
            self.pick = (lambda row: (getter(row),)) if len(places) == 1 else getter


def compile_all(writes: Iterable[Write], dialect: Dialect) -> dict[str, Compiled]:
    """Every statement for one dialect, by name."""
    kind = Kind(dialect)
    return {write.name: Compiled(write, kind) for write in writes}


# ------------------------------------------------------------------ the usual shapes: (names, build)
# Constants are SQL, as state="'done'". A column called id that holds a number is counted by the database.


def columns(table: Table, *without: str) -> tuple[str, ...]:
    """The columns a row brings."""
    return tuple(
        column.name
        for column in table.columns
        if column.name not in without and not (column.name == "id" and isinstance(column.type, Integer))
    )


def _bound(table: Table, constants: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {name: bindparam(name) for name in columns(table, *constants)}
    return found | {name: literal_column(written) for name, written in constants.items()}


def add(table: Table, **constants: str) -> tuple[tuple[str, ...], Build]:
    """A plain insert."""
    return columns(table, *constants), lambda _: insert(table).values(_bound(table, constants)).inline()


def once(table: Table, **constants: str) -> tuple[tuple[str, ...], Build]:
    """An insert that passes over what is there."""

    def build(kind: Kind) -> ClauseElement:
        done: ClauseElement = (
            kind.insert(table).values(_bound(table, constants)).inline().on_conflict_do_nothing()
        )
        return done

    return columns(table, *constants), build


def put(
    table: Table, keys: Sequence[str], keep: Sequence[str] = (), said: Sequence[str] = (), **constants: str
) -> tuple[tuple[str, ...], Build]:
    """An insert that replaces what is there, except the columns of *keep*, and those of *said* where the new text is ""."""

    def build(kind: Kind) -> ClauseElement:
        statement = kind.insert(table).values(_bound(table, constants))
        changed = [name for name in columns(table) if name not in {*keys, *keep}]
        values = {name: statement.excluded[name] for name in changed}
        for name in said:
            values[name] = func.coalesce(func.nullif(values[name], literal_column("''")), table.c[name])
        return upsert(statement, keys, values)

    return columns(table, *constants), build


def upsert(
    statement: Any, keys: Sequence[str], values: dict[str, Any], where: ColumnElement[bool] | None = None
) -> ClauseElement:
    """*statement* (a dialect's insert), or an update with *values* where its key is there."""
    done: ClauseElement = statement.on_conflict_do_update(index_elements=list(keys), set_=values, where=where)
    return done


def change(
    table: Table,
    key: dict[str, str],
    *changed: str,
    where: ColumnElement[bool] | None = None,
    **constants: str,
) -> tuple[tuple[str, ...], Build]:
    """An update of *changed* columns where ``column = :parameter`` for each of *key*."""

    def build(_: Kind) -> ClauseElement:
        conditions = [
            table.c[column] == bindparam(parameter, type_=table.c[column].type)
            for column, parameter in key.items()
        ]
        if where is not None:
            conditions.append(where)
        values: dict[str, Any] = {name: bindparam(name) for name in changed}
        values |= {name: literal_column(written) for name, written in constants.items()}
        return update(table).where(*conditions).values(values)

    return (*changed, *key.values()), build
