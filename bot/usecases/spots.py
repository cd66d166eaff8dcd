"""Places in a record in words and numbers: which row an act concerns, what a reviewer marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from bot.forms.core.plan import Level


def find_row(rows: Any, row_id: str) -> tuple[int, Mapping[str, Any]]:
    """A row by its id, with its number from 1; (0, nothing) when it is gone."""
    found = ((n, row) for n, row in enumerate(rows or (), 1) if row.get("_") == row_id)
    return next(found, (0, {}))


def row_numbers(values: Mapping[str, Any], names: Sequence[str], row_id: str) -> tuple[int | None, ...]:
    """The number of each row on the way to the row *row_id* of a (nested) repeat; None where it is gone."""
    if not names:
        return ()
    first, *rest = names
    if not rest:
        return (find_row(values.get(first), row_id)[0] or None,)
    for number, row in enumerate(values.get(first) or (), 1):
        inner = row_numbers(row, rest, row_id)
        if inner[-1] is not None:
            return number, *inner
    return (None,) * len(names)


def spot(level: Level, values: Mapping[str, Any], path: str, short: Callable[[str], str]) -> str:
    """
    A place ``done/r1/text`` in words: 本月工作 1·情况. A place the form no longer has stays as it is.

    *short*: the short name behind a words key.
    """
    words: list[str] = []
    parts = path.split("/")
    at: Level | None = level
    for name, row_id in zip_longest(parts[::2], parts[1::2]):
        entry = None if at is None else at.by_name.get(name)
        if entry is None:
            return path
        words.append(short(entry.words))
        if row_id is not None:
            number, values = find_row(values.get(name), row_id)
            words[-1] += f" {number}" if number else ""
            at = entry.inner
    return "·".join(words)
