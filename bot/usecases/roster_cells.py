"""
One cell of the roster workbook, read: its value, or what is wrong with it in a words key with arguments.

Values are never guessed: what a spreadsheet program has spoilt (a house number turned into a date, digits cut
off a number), a day without its year, a formula without a result are named, so that the office mends them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from bot.forms.core.outcomes import Ambiguous, Outcome, Read, Refused
from bot.forms.core.reading import clean, fold, read_boolean, read_date, read_integer, read_phone
from bot.usecases.roster_sheets import Cell, Column, Odd, Words

QUOTED: Final = 20  # characters of a cell that are said back
REMEMBERED: Final = 20_000  # texts a table of readings keeps
Value = str | int | bool | None

_PLAIN = re.compile("[0-9A-Za-z\u4e00-\u9fff·（）()_./:-]+")  # nothing in it for clean() to mend
_CODE = re.compile("[0-9A-Za-z][0-9A-Za-z_-]*")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_DAY = re.compile("(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")
_SERIAL = re.compile("[2-7][0-9]{4}")  # days since 1900 as spreadsheet programs count them: 1954 to 2119
_LEADING_ZEROS = re.compile("(?<![0-9])0+(?=[0-9])")
_DASH = str.maketrans(dict.fromkeys("‐‑‒–—−ー_", "-"))
_DASHES = frozenset("-—–－/／")
_SIGNS_OF_NAMES = frozenset(" ·•・.-‐'’（）()")
_FIRST_DAY, _LAST_DAY = "1900-03-01", "2100-12-31"


class Bad(Exception):
    """A cell that cannot be taken. ``key``: of the reason's words; ``values``: their arguments."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class Amiss(Bad):
    """A row that cannot be taken, and the column it lies in."""

    def __init__(self, column: str, key: str, **values: str | int) -> None:
        super().__init__(key, **values)
        self.column = column


def quoted(text: str) -> str:
    """The beginning of what somebody wrote, fit to be printed anywhere."""
    shown = " ".join(clean(text, 4 * QUOTED).split())
    return shown if len(shown) <= QUOTED else shown[: QUOTED - 1] + "…"


def shown(cell: Cell) -> str:
    """A cell as it goes into the workbook of bad rows."""
    return "" if cell is None else tidy(cell.text if isinstance(cell, Odd) else cell, 1000)


def tidy(text: str, limit: int = 1000) -> str:
    """One clean line: most cells are that already."""
    if _PLAIN.fullmatch(text) and len(text) <= limit:
        return text
    return " ".join(clean(text, limit).split())


def code_key(text: str) -> str:
    """What two codes are compared by: width and case do not count."""
    return unicodedata.normalize("NFKC", text).strip().upper()


def house_key(text: str) -> str:
    """What two house numbers are compared by: 3-027 is 3－27, as it is when a roster is ticked."""
    return _LEADING_ZEROS.sub("", code_key(text).translate(_DASH))


@dataclass
class CellReader:
    """Reads the cells of one import. ``today``: for days that are written without a year, which are refused."""

    words: Words
    today: date
    _days: dict[str, str | Bad] = field(default_factory=dict)
    _same: dict[str, str] = field(default_factory=dict)
    _nothing: dict[str, bool] = field(default_factory=dict)
    _chosen: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def read(self, column: Column, cell: Cell) -> Value:
        """
        The value of a cell: None for an empty one, "" where somebody wrote 无.

        Raises:
            Bad: it cannot be taken, or must be there and is not.
        """
        text = self._odd(column, cell) if isinstance(cell, Odd) else tidy(cell or "")
        if not text:
            if column.must:
                raise Bad("roster-bad-missing")
            return None
        if not column.must and len(text) <= 8 and self._is_nothing(text):
            return None if column.kind in ("date", "choice", "yes", "away") else ""
        value = _READERS[column.kind](self, column, text)
        return (
            self._same.setdefault(value, value)
            if value.__class__ is str and len(self._same) < REMEMBERED
            else value
        )

    def _odd(self, column: Column, cell: Odd) -> str:
        """What a cell that is no text comes to; Bad where it was spoilt."""
        kind, text = cell
        if kind in ("formula", "error", "lost"):
            raise Bad(f"roster-bad-cell_{kind}")
        if kind == "merged":
            raise Bad("roster-bad-cell_merged", text=quoted(text))
        if kind in ("date", "moment"):
            if column.kind not in ("date", "away"):
                raise Bad("roster-bad-cell_date", text=text)
            return text[:10]
        if column.kind in ("yes", "away") and kind == "bool":
            return "yes" if text == "TRUE" else "no"
        raise Bad("roster-bad-cell_other", text=quoted(text))

    def _is_nothing(self, text: str) -> bool:
        found = self._nothing.get(text)
        if found is None:
            found = text in _DASHES or fold(text) in self.words.nothing
            if len(self._nothing) < REMEMBERED:
                self._nothing[text] = found
        return found

    def _choice_of(self, column: Column, text: str) -> str | None:
        key = (column.words, text)
        if key not in self._chosen:
            if len(self._chosen) >= REMEMBERED:
                self._chosen.clear()
            self._chosen[key] = self.words.choices(column).get(fold(text))
        return self._chosen[key]

    # ---------------------------------------------------------------- kinds

    def _text(self, column: Column, text: str) -> str:
        if len(text) > column.most:
            raise Bad("roster-bad-long", length=len(text), most=column.most)
        return text

    def _key(self, column: Column, text: str) -> str:
        return self._text(column, unicodedata.normalize("NFKC", text))

    def _code(self, column: Column, text: str) -> str:
        code = unicodedata.normalize("NFKC", text)
        if not _CODE.fullmatch(code) or len(code) > column.most:
            raise Bad("roster-bad-code", text=quoted(text), most=column.most)
        return code

    def _name(self, column: Column, text: str) -> str:
        if not 2 <= len(text) <= 20:
            raise Bad("roster-bad-name_length", length=len(text))
        if not text.isalpha():
            letters = sum(char.isalpha() for char in text)
            odd = next(
                (c for c in text if c not in _SIGNS_OF_NAMES and unicodedata.category(c)[0] not in "LMN"), ""
            )
            if odd or letters < 2:
                raise Bad("roster-bad-name_signs", text=quoted(text))
        return text

    def _speaker(self, column: Column, text: str) -> str:
        return "" if fold(text) in self.words.vacant else self._name(column, text)

    def _phone(self, column: Column, text: str) -> str:
        return text if _MOBILE.fullmatch(text) else str(_value(read_phone(text)))

    def _who(self, column: Column, text: str) -> str:
        if _MOBILE.fullmatch(text):
            return text
        code = unicodedata.normalize("NFKC", text)
        if _CODE.fullmatch(code) and len(code) <= column.most:
            return code
        read = read_phone(text)
        if isinstance(read, Read):
            return str(read.value)
        raise Bad("roster-bad-who", text=quoted(text))

    def _choice(self, column: Column, text: str) -> str:
        choice = self._choice_of(column, text)
        if choice is None:
            known = "、".join(self.words.label(column, one) for one in column.choices)
            raise Bad("roster-bad-choice", text=quoted(text), known=known)
        return choice

    def _yes(self, column: Column, text: str) -> bool:
        choice = self._choice_of(column, text)
        return choice == "yes" if choice else bool(_value(read_boolean(text)))

    def _away(self, column: Column, text: str) -> str | bool:
        """The day somebody left home; 是 where nobody knows it, 否 for who is at home."""
        said = read_boolean(text)
        return bool(said.value) if isinstance(said, Read) else self._date(column, text)

    def _count(self, column: Column, text: str) -> int:
        number = (
            int(text)
            if text.isascii() and text.isdecimal() and len(text) < 10
            else int(_value(read_integer(text)))
        )
        if number > column.most:
            raise Bad("roster-bad-many", number=number, most=column.most)
        return number

    def _date(self, column: Column, text: str) -> str:
        found = self._days.get(text)
        if found is None:
            try:
                found = self._day(text)
            except Bad as bad:
                found = bad
            if len(self._days) < REMEMBERED:
                self._days[text] = found
        if isinstance(found, Bad):
            raise Bad(found.key, **found.values)
        return found

    def _day(self, text: str) -> str:
        """A day that stays the same whenever it is read: 昨天 and 3月1日 would mean another one next year."""
        if _DAY.fullmatch(text):
            try:
                day = date.fromisoformat(text).isoformat()
            except ValueError:
                day = str(_value(read_date(text, self.today, "past")))
        elif _SERIAL.fullmatch(text):
            raise Bad(
                "roster-bad-day_number",
                text=text,
                day=(date(1899, 12, 30) + timedelta(int(text))).isoformat(),
            )
        else:
            day = str(_value(read_date(text, self.today, "past")))
            other = read_date(text, self.today - timedelta(400), "past")
            if not isinstance(other, Read) or other.value != day:
                raise Bad("roster-bad-day_moves", text=quoted(text))
        if not _FIRST_DAY <= day <= _LAST_DAY:
            raise Bad("reading-year_out_of_range", text=quoted(text), kind="date")
        return day


_READERS: Final[Mapping[str, Callable[[CellReader, Column, str], str | int | bool]]] = {
    "text": CellReader._text, "key": CellReader._key, "code": CellReader._code, "name": CellReader._name,
    "speaker": CellReader._speaker, "phone": CellReader._phone, "who": CellReader._who, "choice": CellReader._choice,
    "yes": CellReader._yes, "count": CellReader._count, "date": CellReader._date, "away": CellReader._away,
}  # fmt: skip


def _value(outcome: Outcome) -> str | int | bool:
    """The value of a reader of the core; its refusal as ours, in the reader's own words."""
    if isinstance(outcome, Read):
        found: str | int | bool = outcome.value
        return found
    if isinstance(outcome, Ambiguous):
        first, second = (str(value) for value in outcome.values[:2])
        raise Bad("roster-bad-two_ways", first=first, second=second)
    assert isinstance(outcome, Refused)
    raise Bad(f"reading-{outcome.code}", **outcome.details)
