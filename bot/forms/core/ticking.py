"""
Ticking a roster by text: ``1-30、45``, ``3-027``, ``3组``, 全部, ``除了 12、15``, a name or a part only it has.

A roster has up to 2,500 rows: codes and names are folded together once, and each part costs one search.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from bot.forms.core import vocabulary as words
from bot.forms.core.numerals import small
from bot.forms.core.outcomes import Ambiguous, Outcome, Read, refuse
from bot.forms.core.picking import SOFT_JOIN, all_but, tokens, without_end
from bot.forms.core.plain import (
    clean,
    fold,
    fold_all,
    plain,
    plain_signs,
    simplified,
    strip_any,
    strip_any_end,
)

_LEADING_ZEROS = re.compile("(?<![0-9])0+(?=[0-9])")
_NOT_CODE = re.compile("[^0-9a-z\u3400-\u9fff]+")
_NOT_CODE_OR_LINE = re.compile("[^0-9a-z\u3400-\u9fff\n]+")
_OUTER_DASH = re.compile("^-|-$", re.MULTILINE)
_FROM_TO = re.compile("到|至|~|--")
_GROUP = re.compile(
    "第?([0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:村民)?(?:小)?[组队](?:全部|全体|所有|的?人|全)?"
)
_EXCEPT = re.compile("除了|除去|除开|除|不包括|except")
_UNITS = ("户", "号", "家", "组", "了", "的")
_SHOWN = 3
_NAMED = 5  # rows that are said back where a name fits more than can be asked about


class Roster:
    """The rows of a roster as they are searched: by code (``3-027`` is ``3-27``), its last number, by name."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        self.size = len(rows)
        codes = _plain_codes([code for code, _ in rows])
        self.coded = any(codes)
        self.by_code: dict[str, list[int]] = {}
        self.by_last: dict[str, list[int]] = {}
        self.by_first: dict[str, list[int]] = {}
        for index, code in enumerate(codes):
            key = code if self.coded else str(index + 1)
            self.by_code.setdefault(key, []).append(index)
            first, _, last = key.partition("-")
            self.by_last.setdefault(last.rpartition("-")[2] or first, []).append(index)
            self.by_first.setdefault(first if last else "", []).append(index)
        self.names = fold_all([name for _, name in rows])
        self._joined = "\n".join(self.names)
        self._starts = list(accumulate((len(name) + 1 for name in self.names), initial=0))

    def exactly(self, key: str) -> int | None:
        """The one row whose whole name is *key*, None where there is none or more than one."""
        found = self._around(f"\n{key}\n") if key else []
        return found[0] if len(found) == 1 else None

    def named(self, key: str) -> list[int]:
        """Rows whose name is *key*, else those whose name holds it; at most six of them."""
        found: list[int] = []
        at = self._joined.find(key) if key else -1
        exact = [index for index in self._around(f"\n{key}\n") if key]
        if exact:
            return exact
        while at >= 0 and len(found) <= _NAMED:
            row = bisect_right(self._starts, at) - 1
            found.append(row)
            at = self._joined.find(key, self._starts[row + 1])
        return found

    def _around(self, key: str) -> list[int]:
        found: list[int] = []
        text, at = f"\n{self._joined}\n", -1
        while len(found) <= _SHOWN and (at := text.find(key, at + 1)) >= 0:
            found.append(bisect_right(self._starts, at) - 1)
        return found

    def numbered(self, code: str) -> list[int]:
        """Rows with this code; where codes have groups, a bare number is the last part of one."""
        found = self.by_code.get(code)
        return found if found is not None else ([] if "-" in code else self.by_last.get(code, []))

    def between(self, first: str, last: str) -> list[int] | None:
        """Rows from one code to another in the order of the roster; ``3-1`` to ``30`` stays in group 3."""
        group = first.rpartition("-")[0]
        start = self.by_code.get(first)
        end = self.by_code.get(last) or (self.by_code.get(f"{group}-{last}") if group else None)
        if not start or not end or len(start) > 1 or len(end) > 1 or start[0] > end[0]:
            return None
        return list(range(start[0], end[0] + 1))


def plain_code(code: str) -> str:
    """A code as it is compared: ``３－０２７`` and ``3—27`` are ``3-27``."""
    return _LEADING_ZEROS.sub("", _NOT_CODE.sub("-", plain(code, 40)).strip("-"))


def _plain_codes(codes: list[str]) -> list[str]:
    """:func:`plain_code` of many codes at the price of one."""
    whole = _NOT_CODE_OR_LINE.sub("-", plain_signs("\n".join(codes)))
    lines = _LEADING_ZEROS.sub("", _OUTER_DASH.sub("", whole)).split("\n")
    return lines if len(lines) == len(codes) else [plain_code(code) for code in codes]


def _one(token: str, roster: Roster) -> list[int]:
    """The rows one part of the text means; empty if it means none."""
    said = plain(token, 60)
    code = plain_code(said)
    if code and code in roster.by_code:
        return roster.by_code[code]
    if found := _GROUP.fullmatch(said):
        group = small(found[1])
        return roster.by_first.get(str(group), [])
    if ends := _ends(said):
        rows = roster.between(*ends)
        if rows is not None:
            return rows
    number = _number(said)
    return roster.numbered(number) if number else roster.named(fold(token))


def _ends(said: str) -> tuple[str, str] | None:
    """The two codes of a run: 1-30, 3-001到3-030, 3-1-3-30."""
    parts = _FROM_TO.split(said)
    if len(parts) == 1:
        bits = said.split("-")
        parts = (
            ["-".join(bits[: len(bits) // 2]), "-".join(bits[len(bits) // 2 :])]
            if len(bits) in (2, 4)
            else []
        )
    if len({part.startswith("0") for part in parts}) > 1:
        return None  # 3-027 is no run from 3 to 27
    ends = [_number(part) for part in parts]
    return (ends[0], ends[1]) if len(ends) == 2 and all(ends) else None


def _number(said: str) -> str:
    """A code or number with its unit left aside: 12户, 第12号, 十二; empty if it is none."""
    bare = strip_any_end(said.removeprefix("第"), _UNITS, 2)
    value = small(bare) if len(bare) <= 4 else None
    if value is not None:
        return str(value)
    return (
        plain_code(bare)
        if re.fullmatch("[0-9a-z]+(?:[-.#/][0-9a-z]+)*", bare) and re.search("[0-9]", bare)
        else ""
    )


def read_ticks(text: str, rows: Sequence[tuple[str, str]]) -> Outcome:
    """
    The indexes of the rows *text* names, in order. *rows* are (code or number, name); without codes they
    count from 1.

    A name that two or three rows share is asked about where it is the only open one; ``part`` of a refusal is
    what was not found. "All but" takes 除了 before and 以外, 都到了 after the rows; 1-30除了12 takes some away.
    """
    said = clean(text)
    short = plain(said, 60)
    if not short:
        return refuse("empty", "ticks", text)
    if short in words.ALL_OF_THEM:
        return Read(list(range(len(rows))))
    if short in words.NONE_OF_THEM:
        return Read([])
    roster = Roster(rows)
    but, rest = all_but(said)
    cut = None if but else _EXCEPT.search(simplified(rest))
    named = named_rows(rest[: cut.start()].rstrip("(（") if cut else rest, roster)
    taken = (
        named_rows(without_end(rest[cut.end() :].rstrip(")）"), words.BUT_TAIL), roster) if cut else Ticked()
    )
    for one in (named, taken):
        if one.code:
            return refuse(one.code, "ticks", text, part=one.part[:20])
    if taken.open:
        return refuse("several_match", "ticks", text, part=rest[cut.end() :][:20] if cut else "")
    readings = [(named.rows | {row}) - taken.rows for row in named.open] or [named.rows - taken.rows]
    lists = [[row for row in range(len(rows)) if (row in one) != but] for one in readings]
    return Read(lists[0]) if len(lists) == 1 else Ambiguous(tuple(lists), "which_row")


@dataclass(slots=True)
class Ticked:
    """Rows that are meant for certain, rows of which one is meant; the code of a refusal; the part either comes from."""

    rows: set[int] = field(default_factory=set)
    open: list[int] = field(default_factory=list)
    code: str = ""
    part: str = ""


def named_rows(text: str, roster: Roster) -> Ticked:
    """The rows the parts of *text* name."""
    made = Ticked()
    text = without_end(text, words.TICK_TAIL)
    for token in dict.fromkeys(tokens(strip_any(text, words.TICK_LEAD))):
        found = _one(token, roster)
        pieces = (
            [token]
            if found
            else list(dict.fromkeys(piece for piece in SOFT_JOIN.split(simplified(token)) if piece))
        )
        for piece in pieces:
            found = found or _one(piece, roster)
            many = _is_many(piece, found)
            if not found or (len(found) > 1 and not many and (made.open or len(found) > _SHOWN)):
                return Ticked(open=found, code="several_match" if found else "no_such_row", part=piece)
            if len(found) > 1 and not many:
                made.open, made.part = found, piece
            else:
                made.rows.update(found)
            found = []
    if not made.rows and not made.open:
        return Ticked(code="no_such_row", part=text)
    return made


def _is_many(token: str, found: list[int]) -> bool:
    """Whether several rows were meant: a run or a group, not a name that happens to fit several."""
    said = plain(token, 60)
    if _GROUP.fullmatch(said):
        return True
    return bool(found) and _ends(said) is not None and found == list(range(found[0], found[-1] + 1))
