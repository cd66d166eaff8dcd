"""
What the roster workbook looks like: its sheets, their columns, and the words by which they are known.

One description serves the template, the import and the workbook of bad rows. Headings, labels and help stand in
``locales/*/roster.ftl``: ``roster-<sheet>-<column>`` with ``.help`` and ``.example``, ``roster-sheet-<sheet>``. The
import knows the words of all three languages, whatever the script, and the codes themselves.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, NamedTuple, Protocol

from bot.forms.core.reading import fold
from bot.people import ROLES
from bot.texts import LANGS, ZH_HANS, Texts

Kind = Literal[
    "code", "key", "text", "name", "speaker", "phone", "date", "count", "choice", "who", "yes", "away"
]

#: City nodes are not offered: the house reckons a node's town from the county down (bot/people.py: Org.town).
LEVELS: Final = ("county", "town", "branch", "group")
KINDS: Final = ("village", "community", "office", "enterprise", "social", "finance")
BODIES: Final = ("committee", "representatives", "collective", "delegates", "voters", "branch_committee")
SEXES: Final = ("male", "female")
ASKED_ROLES: Final = tuple(role for role in ROLES if role != "city")
ORG_CODE: Final = 12  # characters
PERSON_CODE: Final = 20


class Odd(NamedTuple):
    """
    A cell that is no plain text. ``kind``: date moment time bool; lost (a number that lost digits); formula (never
    worked out), error (#REF!), merged (into another cell, whose ``text`` this is).
    """

    kind: str
    text: str


Cell = str | Odd | None
RawRow = tuple[int, list[Cell]]


class Piece(NamedTuple):
    """Some rows of a sheet in their order, each with its number; a sheet begins with an empty piece."""

    sheet: str
    rows: list[RawRow]


class Workbook(Protocol):
    """Where cells come from; read once. ``digest``: SHA-256 of the file, known when all was read."""

    @property
    def digest(self) -> str: ...
    def pieces(self) -> AsyncIterator[Piece]: ...


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column. ``must``: a row without it is bad. ``most``: characters, or the largest number.

    ``words``: labels of ``choices`` are ``<words>-<choice>``. ``width``: characters, in the template.
    """

    name: str
    kind: Kind = "text"
    must: bool = False
    most: int = 20
    choices: tuple[str, ...] = ()
    words: str = ""
    width: int = 14


@dataclass(frozen=True, slots=True)
class Shape:
    """One sheet. ``optional``: it is no fault that it is not there."""

    name: str
    columns: tuple[Column, ...]

    def place(self, column: str) -> int:
        """Where a column stands, from 0."""
        return next(place for place, one in enumerate(self.columns) if one.name == column)


_ORG = Column("org", "code", must=True, most=ORG_CODE)
_HOUSE = Column("house_no", "key", must=True)
_SINCE, _UNTIL = Column("since", "date"), Column("until", "date")
_REASON = Column("reason", most=200, width=24)

SHAPES: Final = (
    Shape("orgs", (
        Column("code", "code", must=True, most=ORG_CODE), Column("name", must=True, most=60, width=28), Column("short"),
        Column("level", "choice", must=True, choices=LEVELS, words="roster-level"),
        Column("kind", "choice", choices=KINDS, words="roster-kind"), Column("parent", "code", most=ORG_CODE),
        _SINCE, _UNTIL,
    )),
    Shape("people", (
        Column("code", "code", most=PERSON_CODE), Column("name", "name", must=True), Column("phone", "phone", width=16),
        Column("lang", "choice", choices=LANGS, words="language"), Column("old_phone", "phone", width=16),
        Column("old_name", "name"),
    )),
    Shape("posts", (
        Column("person", "who", must=True, most=PERSON_CODE, width=18), Column("name", "name"), _ORG,
        Column("role", "choice", must=True, choices=ASKED_ROLES, words="role", width=18), Column("title"),
        Column("since", "date", must=True), _UNTIL,
        Column("away_from", "away", words="roster-adult"), Column("away_to", "date"),
    )),
    Shape("households", (
        _ORG, _HOUSE, Column("group"), Column("point"), Column("head", "name", must=True),
        Column("adults", "count", must=True, most=99, width=18), _SINCE, _UNTIL, _REASON,
        Column("people", "count", most=99),
    )),
    Shape("representatives", (
        _ORG, _HOUSE, Column("name", "speaker", must=True), Column("adult", "yes", choices=("yes", "no"), words="roster-adult"),
        _SINCE, _REASON, Column("phone", "phone", width=16), Column("term", "date"),
    )),
    Shape("members", (
        _ORG, Column("body", "choice", must=True, choices=BODIES, words="roster-body", width=18),
        Column("no", "key", must=True), Column("name", "name", must=True), Column("group"), _SINCE, _UNTIL, _REASON,
        Column("sex", "choice", choices=SEXES, words="roster-sex"),
        Column("capable", "yes", choices=("yes", "no"), words="roster-adult", width=18),
    )),
)  # fmt: skip
SHAPE: Final[Mapping[str, Shape]] = {shape.name: shape for shape in SHAPES}


# ------------------------------------------------------------------------------------- rows that were read
# Fields as the columns above. None: the cell was empty, "": somebody wrote that there is nothing.


class OrgRow(NamedTuple):
    """A node of the tree."""

    n: int
    code: str
    name: str
    short: str | None
    level: str
    kind: str | None
    parent: str | None
    since: str | None
    until: str | None


class PersonRow(NamedTuple):
    """Somebody, known by code or phone."""

    n: int
    code: str | None
    name: str
    phone: str | None
    lang: str | None
    old_phone: str | None
    old_name: str | None


class PostRow(NamedTuple):
    """A role somebody holds at a node. ``person``: code or phone; ``away_from``: a day, or only whether they are away."""

    n: int
    person: str
    name: str | None
    org: str
    role: str
    title: str | None
    since: str
    until: str | None
    away_from: str | bool | None
    away_to: str | None


class HouseholdRow(NamedTuple):
    """A household of a village."""

    n: int
    org: str
    house_no: str
    group: str | None
    point: str | None
    head: str
    adults: int
    since: str | None
    until: str | None
    reason: str | None
    people: int | None


class RepresentativeRow(NamedTuple):
    """Who speaks for a household; "" for nobody."""

    n: int
    org: str
    house_no: str
    name: str
    adult: bool | None
    since: str | None
    reason: str | None
    phone: str | None
    term: str | None


class MemberRow(NamedTuple):
    """A member of a body of the village."""

    n: int
    org: str
    body: str
    no: str
    name: str
    group: str | None
    since: str | None
    until: str | None
    reason: str | None
    sex: str | None
    capable: bool | None


Row = OrgRow | PersonRow | PostRow | HouseholdRow | RepresentativeRow | MemberRow
ROWS: Final[Mapping[str, type[Row]]] = {
    "orgs": OrgRow, "people": PersonRow, "posts": PostRow, "households": HouseholdRow,
    "representatives": RepresentativeRow, "members": MemberRow,
}  # fmt: skip

_OTHERS = re.compile("[、，,;；/|]+")


@dataclass
class Words:
    """The words of the workbook in one language to write it, and of all languages to read it."""

    texts: Texts
    lang: str = ZH_HANS
    _choices: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def text(self, key: str, **values: str | int) -> str:
        """Words in the language it is written in."""
        return self.texts.text(key, self.lang, **values)

    def first(self, key: str) -> str:
        """The first of several words that mean the same."""
        return _OTHERS.split(self.text(key))[0].strip()

    def sheet(self, name: str) -> str:
        """The name of a sheet in a workbook we write: the same in every language, since scripts may ask for it."""
        return self.texts.text(f"roster-sheet-{name}", ZH_HANS)

    def heading(self, shape: Shape, column: Column) -> str:
        """The heading of a column; ``*`` = must be filled."""
        return self.text(f"roster-{shape.name}-{column.name}") + ("*" if column.must else "")

    def label(self, column: Column, choice: str) -> str:
        """One of a column's choices."""
        return self.text(f"{column.words}-{choice}")

    def example(self, shape: Shape, column: Column) -> str:
        """What stands in the example row; its first cell is marked by the caller."""
        found = self.text(f"roster-{shape.name}-{column.name}.example")
        return self.label(column, found) if found in column.choices else "" if found == "—" else found

    @cached_property
    def examples(self) -> Mapping[str, frozenset[tuple[str, ...]]]:
        """Example rows without their first cell, folded, as every language writes them."""
        spoken = [Words(self.texts, lang) for lang in LANGS]
        return {
            shape.name: frozenset(
                tuple(fold(words.example(shape, column)) for column in shape.columns[1:]) for words in spoken
            )
            for shape in SHAPES
        }

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """How the first cell of an example row begins, folded."""
        return tuple(dict.fromkeys(fold(text) for text in self._everywhere("roster-example")))

    @cached_property
    def nothing(self) -> frozenset[str]:
        """What people write to say that there is nothing, folded."""
        return frozenset(self._split(self._everywhere("roster-nothing")))

    @cached_property
    def vacant(self) -> frozenset[str]:
        """What stands for a household that nobody speaks for, folded."""
        return frozenset(self._split(self._everywhere("roster-vacant")))

    @cached_property
    def sheets(self) -> Mapping[str, str]:
        """Folded name -> sheet."""
        found = {}
        for shape in SHAPES:
            for key in (f"roster-sheet-{shape.name}", f"roster-sheet-{shape.name}.also"):
                for name in self._split(self._everywhere(key)):
                    found[name] = shape.name
        return found

    @cached_property
    def ignored_sheets(self) -> frozenset[str]:
        """Sheets of ours that hold no rows, folded."""
        return frozenset(fold(text) for text in self._everywhere("roster-sheet-help"))

    @cached_property
    def headings(self) -> Mapping[str, Mapping[str, str]]:
        """Sheet -> folded heading -> column; "" for a column of ours that is not read."""
        found: dict[str, dict[str, str]] = {}
        for shape in SHAPES:
            known = {fold(text): "" for key in ("roster-problem",) for text in self._everywhere(key)}
            for column in shape.columns:
                for name in self._split(self._everywhere(f"roster-{shape.name}-{column.name}")):
                    known[name] = column.name
            found[shape.name] = known
        return found

    def choices(self, column: Column) -> Mapping[str, str]:
        """Folded label, in any language, or a part of it, or the code itself -> choice."""
        found = self._choices.get((column.words, column.name))
        if found is None:
            found = {}
            for choice in column.choices:
                known = [choice, *self._everywhere(f"{column.words}-{choice}")]
                also = f"roster-also-{column.words.removeprefix('roster-')}-{choice}"
                if self.texts.has(also, ZH_HANS):
                    known += self._everywhere(also)
                for text in known:
                    found[fold(text)] = choice
                    found |= dict.fromkeys(self._split([text]), choice)
            self._choices[column.words, column.name] = found
        return found

    def _everywhere(self, key: str) -> list[str]:
        return [self.texts.text(key, lang) for lang in LANGS]

    @staticmethod
    def _split(texts: Iterable[str]) -> Iterable[str]:
        return (folded for text in texts for part in _OTHERS.split(text) if (folded := fold(part)))
