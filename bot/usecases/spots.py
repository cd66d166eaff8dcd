"""Places in a record in words and numbers: which row an act concerns, what a reviewer marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from bot.answers import Answers
from bot.forms.core.draft import path_from
from bot.forms.core.plan import Level, Plan


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


def place_words(answers: Answers, plan: Plan, values: Mapping[str, Any], key: str, lang: str) -> str:
    """A place of a record (path key ``done/r1/text``) in words: 本月工作第1项 · 情况. One the form no longer has stays as it is."""
    bits: list[str] = []
    parts = path_from(key)
    level: Level | None = plan.root
    for name, row_id in zip_longest(parts[::2], parts[1::2]):
        entry = None if level is None else level.by_name.get(name)
        if entry is None:
            return key
        bits.append(answers.short(entry.words, lang))
        if row_id is not None:
            number, values = find_row(values.get(name), row_id)
            if number:
                bits[-1] = answers.row(entry.words, number, lang)
            level = entry.inner
    return " · ".join(bits)


def mark_words(
    answers: Answers, plan: Plan, values: Mapping[str, Any], key: str, mark: Mapping[str, Any], lang: str
) -> str:
    """A marked place with why: 本月工作第1项 · 情况：不清楚；请写清日期."""
    reason = answers.texts.text(f"act-return-marks-reason-{mark['code']}", lang) if mark.get("code") else ""
    why = ("both" if mark.get("text") else "reason") if reason else "text"
    place = place_words(answers, plan, values, key, lang)
    return answers.texts.text("mark", lang, place=place, why=why, reason=reason, text=mark.get("text") or "")
