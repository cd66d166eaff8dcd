"""
What a typed line does to a roster: which rows, and the mark they get.

``1-30、45`` ticks; ``12 没来`` takes a tick away; ``3-027 委托`` is a proxy where proxies are allowed; where adults are
counted, ``3-027 2人`` says how many of the house came, and no number means one. What a line says of whom is heard by
attendance.py, rows are found by ticking.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.forms.core import reading
from bot.forms.core.attendance import QUOTED, hear
from bot.forms.core.draft import Note
from bot.forms.core.functions import AWAY, IN_PERSON, PROXY
from bot.forms.core.reading import Read
from bot.forms.core.ticking import Roster

HEADS = "heads"  # the states of a roster whose marks count the adults present
EVERY = "*"  # as many as the row has adults
ADULTS = 6  # column of a roster row: how many are 18 and over
MOST_HEADS = 35  # what one character can say
MOST_FITS = 5  # rows that are named where what was typed fits several
NAMED = 12  # characters of each of their names
CUT = 200  # characters at the end of a line that are looked at for a number of adults

_HEADS = re.compile(
    r"(?:各|每户|每戶|(?<![-~—－〜到至0-9０-９]))[\s,，、:：]*(?<![-~—－〜到至0-9０-９])([0-9０-９]{1,2}|[一二两兩三四五六七八九十]{1,3})"
    r"\s*(?:个人|個人|人|名|口|people|adults)\s*$"
)
_COLON = re.compile(r"[:：]\s*([0-9０-９]{1,2})\s*$")
Marks = list[tuple[list[int], str]]


def examples(rows: Sequence[Sequence[Any]]) -> dict[str, str]:
    """
    What words about a roster take: numbers of its own rows, since every office numbers its own way, and what a row is.

    ``first``, ``until``: the ends of a run in one group; ``other``: one more; ``unit``: households | people.
    """
    codes = [str(row[1]) for row in rows[:50]] or ["1"]
    group = codes[0].rpartition("-")[0]
    run = [code for code in codes[: min(30, len(codes) * 2 // 3 or 1)] if code.rpartition("-")[0] == group]
    other = codes[min(len(run) + 14, len(codes) - 1)]
    unit = "households" if rows and len(rows[0]) > ADULTS else "people"
    return {"first": codes[0], "until": run[-1], "other": other, "unit": unit}


def typed(text: str, rows: Sequence[Sequence[Any]], states: str) -> Marks | Note:
    """The rows a typed line names, each with the mark it gets; or the words for why it cannot be read."""
    said, here = reading.clean(text), "1" if states == HEADS else states[0]
    count = _counted(said) if states == HEADS else None
    if isinstance(count, Note):
        return count
    if count is not None:
        said, here = count
    if not said:
        return Note("reading-empty", {"text": "", "kind": "ticks"})
    roster = Roster([(str(row[1]), str(row[2])) for row in rows])
    heard = hear(said, roster, proxies=PROXY in states)
    if isinstance(heard, Note):
        return heard if "fits" not in heard.args else Note(heard.key, _fitting(heard.args, rows))
    if count is not None and (heard.away or heard.proxy):
        return Note("problem-roster_unclear", {"text": text[:QUOTED]})
    found = ((heard.here, here), (heard.proxy, PROXY), (heard.away, AWAY))
    return [(list(some), mark) for some, mark in found if some] or [([], here)]


def _fitting(args: Mapping[str, Any], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """The rows that what was typed fits, the first of them as words: the number with the name."""
    found = [rows[index] for index in args["fits"]]
    fits = [f"{row[1]} {str(row[2])[:NAMED]}".strip() for row in found[:MOST_FITS]]
    if len(found) > MOST_FITS:
        fits[-1] += "…"
    return {**args, "fits": fits, "fit": str(found[0][1] or found[0][2])}


def _counted(said: str) -> tuple[str, str] | Note | None:
    """The line without the number of adults it ends in, and the mark for it."""
    found = _HEADS.search(said[-CUT:]) or _COLON.search(said[-CUT:])
    if found is None:
        return None
    number = reading.read_integer(found[1])
    if not isinstance(number, Read) or not 1 <= number.value <= MOST_HEADS:
        return Note("problem-range", {"low": 1, "high": MOST_HEADS})
    rest = said[: len(said) - len(found[0])].strip()
    return (rest, letter(number.value)) if rest else Note("problem-roster_counted", {"text": said[:QUOTED]})


def letter(count: int) -> str:
    """A number of people as the one character that stands for it, 1-9 a-z; ``-`` for nobody."""
    return AWAY if count <= 0 else "0123456789abcdefghijklmnopqrstuvwxyz"[min(count, MOST_HEADS)]


def of_row(row: Sequence[Any], mark: str, states: str) -> str | None:
    """*mark* as this row may have it; None where more would have come than the house has adults."""
    if states != HEADS or mark == AWAY:
        return mark
    adults = int(row[ADULTS]) if len(row) > ADULTS and row[ADULTS] else 0
    if mark == EVERY:
        return letter(adults)
    return mark if int(mark, 36) <= adults else None


def following(row: Sequence[Any], mark: str, states: str) -> str:
    """The mark the next press sets: away, here, by proxy, away again; or one more adult until the house is full."""
    if states == HEADS:
        more = 1 if mark in (AWAY, "") else int(mark, 36) + 1
        return of_row(row, letter(more), states) or AWAY
    order = (AWAY, *states)
    return order[(order.index(mark) + 1) % len(order)] if mark in order else AWAY


def known(mark: Any, states: str) -> bool:
    """Whether *mark* is one this roster takes."""
    if not isinstance(mark, str) or len(mark) != 1:
        return False
    if states == HEADS:
        return mark in (AWAY, EVERY) or (
            mark.isascii() and mark.isalnum() and mark == mark.lower() and mark != "0"
        )
    return mark == AWAY or mark in states


__all__ = ["AWAY", "EVERY", "HEADS", "IN_PERSON", "PROXY", "following", "known", "letter", "of_row", "typed"]
