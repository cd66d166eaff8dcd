"""
What a typed line does to a roster: which rows, and the mark they get.

``1-30、45`` ticks; ``12 没来`` takes a tick away; ``3-027 委托`` is a proxy where proxies are allowed; where adults are
counted, ``3-027 2人`` says how many of the house came, and no number means one. Rows are read by ticking.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.forms.core import reading
from bot.forms.core.draft import Note
from bot.forms.core.functions import AWAY, IN_PERSON, PROXY
from bot.forms.core.reading import Read, Refused

HEADS = "heads"  # the states of a roster whose marks count the adults present
EVERY = "*"  # as many as the row has adults
ADULTS = 6  # column of a roster row: how many are 18 and over
MOST_HEADS = 35  # what one character can say
CUT = 200  # characters of a line that are looked at for a word of absence or proxy

_ABSENT = re.compile(r"(没来|没到|未到|缺席|没签到|沒來|沒到|缺席了|absent)", re.IGNORECASE)
_PROXY = re.compile(r"(由人代|代理|委托|委託|代签|代簽|代|proxy)", re.IGNORECASE)
_HEADS = re.compile(
    r"(?:各|每户|每戶)?[\s,，、:：]*([0-9０-９]{1,2}|[一二两兩三四五六七八九十]{1,3})"
    r"\s*(?:个人|個人|人|名|口|people|adults)\s*$"
)
_COLON = re.compile(r"[:：]\s*([0-9０-９]{1,2})\s*$")


def typed(text: str, rows: Sequence[Sequence[Any]], states: str) -> tuple[list[int], str] | Note:
    """The rows a typed line names and their mark, or the words for why it cannot be read."""
    said, mark = _mark(reading.clean(text), states)
    if isinstance(mark, Note):
        return mark
    outcome = reading.read_ticks(said, [(str(row[1]), str(row[2])) for row in rows])
    if isinstance(outcome, Refused):
        return Note(f"reading-{outcome.code}", outcome.details)
    if not isinstance(outcome, Read):
        return Note("problem-several_rows", {"text": text[:20]})
    return outcome.value, mark


def _mark(said: str, states: str) -> tuple[str, str | Note]:
    """The line without its word for the mark, and the mark."""
    head = said[:CUT]
    if found := _ABSENT.search(head):
        return (head[: found.start()] + head[found.end() :]).strip(" 的,，、"), AWAY
    if states == HEADS:
        count = _HEADS.search(said[-CUT:]) or _COLON.search(said[-CUT:])
        if count is None:
            return said, "1"
        number = reading.read_integer(count[1])
        if not isinstance(number, Read) or not 1 <= number.value <= MOST_HEADS:
            return said, Note("problem-range", {"low": 1, "high": MOST_HEADS})
        return said[: len(said) - len(count[0])].strip(), letter(number.value)
    if PROXY in states and (found := _PROXY.search(head)):
        return (head[: found.start()] + head[found.end() :]).strip(" 的,，、:："), PROXY
    return said, states[0]


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
