"""
Builds or updates a real county from a workbook: tree, people, posts, households, representatives, other rosters.

Every row is judged by itself and beside what is there; good ones are kept, bad ones come back with their reasons.
What is there already and says the same is left alone, so the same workbook changes nothing a second time, and an
import that was cut off is finished by starting it again. Commits are small, so that whoever talks to Lianxin
meanwhile waits for none of it; each carries its own audit entry.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Final

from bot.errors import LianxinError
from bot.forms.core.law import DEFAULT, Readings
from bot.kept import AuditEntry, BodyMember, Household, Speaker
from bot.people import Org, Person, Post
from bot.texts import ZH_HANS, Texts
from bot.usecases.ports import Store, Unit
from bot.usecases.roster_bodies import BodiesPlanner, MakeUp, on_day
from bot.usecases.roster_cells import CellReader
from bot.usecases.roster_homes import HomesPlanner, Put, Tally
from bot.usecases.roster_people import PeoplePlanner, PostsPlanner, There
from bot.usecases.roster_read import BadRow, BookIn, Remark, SheetIn
from bot.usecases.roster_sheets import SHAPE, SHAPES, Words, Workbook
from bot.usecases.roster_tree import TreePlan, TreePlanner

BATCH: Final = 500  # rows of one commit
Progress = Callable[[str, int], None]  # "read" or "judged", rows so far
Homes = dict[
    str, tuple[Org, Mapping[str, int]]
]  # villages whose households changed -> how many in each group
What = Org | Person | tuple[str, Post] | Put  # what one row of the database comes from


class NothingToImport(LianxinError):
    """No sheet of the workbook is one of the roster's. Details: sheets (their names)."""

    code: ClassVar[str] = "nothing_to_import"


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What came of one sheet. ``bad``: in the order of the rows; ``examples``: rows of the template passed over."""

    new: int
    changed: int
    unchanged: int
    examples: int
    bad: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a workbook; sheets in the order of the roster, only those that were there."""

    sheets: Mapping[str, SheetReport]
    remarks: tuple[Remark, ...]
    dry_run: bool
    digest: str

    @property
    def bad(self) -> int:
        """How many rows were not taken."""
        return sum(len(one.bad) for one in self.sheets.values())

    @property
    def changes(self) -> int:
        """How many rows changed something, or would have."""
        return sum(one.new + one.changed for one in self.sheets.values())

    @property
    def ok(self) -> bool:
        """Whether nothing is left to mend."""
        return not self.bad and not any(remark.bad for remark in self.remarks)


class Importer:
    """Over the ports; ``today``: the office's day; ``readings``: how the office reads the law (law.Readings)."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        today: date,
        *,
        lang: str = ZH_HANS,
        readings: Readings = DEFAULT,
        new_id: Callable[[], str] = lambda: f"p{secrets.token_hex(8)}",
    ) -> None:
        self._store, self._today, self._lang, self._new_id = store, today, lang, new_id
        self._readings = readings
        self.words = Words(texts, lang)

    async def load(
        self, book: Workbook, *, by: str, dry_run: bool = False, progress: Progress | None = None
    ) -> Report:
        """
        Read *book* and keep what is good of it; *dry_run*: only tell what would happen.

        Raises:
            NothingToImport, and what reading the book raises. NotKept in the middle leaves what was committed.
        """
        tell = progress or (lambda _what, _rows: None)
        read = await self._read(book, tell)
        unit = self._store.unit()
        tree = TreePlanner(read.sheets["orgs"], await unit.people.orgs(), self.words).plan()
        writer = _Writer(self._store, by, book.digest, dry_run)
        for org in tree.put:
            await writer.add("orgs", org)
        made: dict[str, Tally] = {"orgs": Tally(tree.new, tree.changed, tree.unchanged)}
        await self._people(read, tree, writer, made)
        homes = await self._homes(read, tree, writer, made, tell)
        read.remarks += await self._bodies(read, tree, writer, made, homes)
        await writer.end(made, {name: len(sheet.bad) for name, sheet in read.sheets.items()})
        return _report(read, made, dry_run, book.digest, self.words)

    async def _read(self, book: Workbook, tell: Progress) -> BookIn:
        read = BookIn(self.words, CellReader(self.words, self._today))
        names: dict[str, None] = {}
        rows = 0
        async for piece in book.pieces():
            names[piece.sheet] = None
            read.feed(piece)
            rows += len(piece.rows)
            tell("read", rows)
        read.end()
        if not any(sheet.sheets for sheet in read.sheets.values()) and not any(
            remark.key == "roster-remark-no_headings" for remark in read.remarks
        ):
            raise NothingToImport(sheets="、".join(list(names)[:10]) or "—")
        return read

    async def _people(self, read: BookIn, tree: TreePlan, writer: _Writer, made: dict[str, Tally]) -> None:
        there = There()
        if read.sheets["people"].read or read.sheets["posts"].read:
            async for person in self._store.unit().people.everybody():
                there.add(person)
        people = PeoplePlanner(read.sheets["people"], there, self.words, self._lang, self._new_id).plan()
        for person in people.put:
            await writer.add("people", person)
        posts = PostsPlanner(read.sheets["posts"], there, people, tree, self.words).plan()
        for seat in posts.put:
            await writer.add("posts", seat)
        made["people"] = Tally(people.new, people.changed, people.unchanged)
        made["posts"] = Tally(posts.new, posts.changed, posts.unchanged)

    async def _homes(
        self, read: BookIn, tree: TreePlan, writer: _Writer, made: dict[str, Tally], tell: Progress
    ) -> Homes:
        planner, found = (
            HomesPlanner(read.sheets["households"], read.sheets["representatives"], tree, self.words),
            Homes(),
        )
        made["households"], made["representatives"] = planner.homes, planner.speakers
        rows = 0
        villages = planner.villages()
        while villages:
            village, homes, speakers = villages.pop(0)
            households = self._store.unit().households
            versions = await households.versions(village.id)
            puts = planner.plan(village, homes, speakers, versions, await households.spoken_for(village.id))
            await writer.put_all("households", puts)
            if puts:
                after = [*versions, *(put.what for put in puts if isinstance(put.what, Household))]
                groups = Counter(home.group for home in on_day(after, self._today.isoformat()))
                found[village.id] = village, groups
            rows += len(homes) + len(speakers)
            tell("judged", rows)
        return found

    async def _bodies(
        self, read: BookIn, tree: TreePlan, writer: _Writer, made: dict[str, Tally], homes: Homes
    ) -> list[Remark]:
        """The other rosters, and what is amiss with a body that they, or the households before, have touched."""
        planner = BodiesPlanner(read.sheets["members"], tree, self.words)
        made["members"] = planner.tally
        day = self._today.isoformat()
        make_up = MakeUp(self.words, day, self._readings)
        for node, rows in planner.villages():
            households = self._store.unit().households
            known = await households.members(node.id)
            puts = planner.plan(node, rows, known)
            await writer.put_all("members", puts)
            _, groups = homes.pop(node.id, (node, None))
            if groups is None:
                groups = Counter(str(row[3]) for row in await households.roster(node.id, day))
            after = [*known, *(put.what for put in puts if isinstance(put.what, BodyMember))]
            make_up.check(node, after, groups)
        for village, groups in homes.values():
            make_up.check(village, await self._store.unit().households.members(village.id), groups)
        return make_up.remarks


@dataclass
class _Writer:
    """Stages into units of BATCH rows and commits them one after the other; a dry run stages nothing."""

    store: Store
    by: str
    digest: str
    dry_run: bool
    _unit: Unit | None = None
    _staged: int = 0
    _part: int = 0
    _wrote: dict[str, int] = field(default_factory=dict)

    async def add(self, kind: str, what: What) -> None:
        """One more row."""
        if self.dry_run:
            return
        if self._staged >= BATCH:
            await self._commit({})
        if self._unit is None:
            self._unit = self.store.unit()
        _stage(self._unit, what)
        self._staged += 1
        self._wrote[kind] = self._wrote.get(kind, 0) + 1

    async def put_all(self, kind: str, puts: Iterable[Put]) -> None:
        """Versions of households or members, those that follow others in a later commit."""
        waiting: dict[int, list[Put]] = {}
        for put in puts:
            waiting.setdefault(put.step, []).append(put)
        for step in sorted(waiting):
            if step and not self.dry_run:
                await self._commit({})
            for put in waiting[step]:
                await self.add(kind, put)

    async def end(self, made: Mapping[str, Tally], bad: Mapping[str, int]) -> None:
        """Commit what is left; the last entry of the audit tells the whole."""
        if self._staged or self._part:
            rows = {name: [one.new, one.changed, one.unchanged, bad[name]] for name, one in made.items()}
            await self._commit({"rows": rows})

    async def _commit(self, more: Mapping[str, object]) -> None:
        unit = self._unit or self.store.unit()
        self._part += 1
        details = {"part": self._part, "wrote": dict(self._wrote), **more}
        unit.audit(AuditEntry("roster_import", self.by, self.digest, details))
        await self.store.commit(unit)
        self._unit, self._staged, self._wrote = None, 0, {}


def _stage(unit: Unit, what: What) -> None:
    match what:
        case Org():
            unit.people.put_org(what)
        case Person():
            unit.people.put_person(what)
        case Put(_, Household() as household, reason):
            unit.households.put(household, reason=reason)
        case Put(_, Speaker() as speaker, _):
            unit.households.put_said(speaker)
        case Put(_, BodyMember() as member, reason):
            unit.households.put_member(member, reason=reason)
        case (str() as person, Post() as post):
            unit.people.put_post(person, post)


def _report(read: BookIn, made: Mapping[str, Tally], dry_run: bool, digest: str, words: Words) -> Report:
    found = {}
    for shape in SHAPES:
        sheet, tally = read.sheets[shape.name], made[shape.name]
        if sheet.sheets:
            bad = tuple(sorted(sheet.bad, key=lambda row: row.n))
            found[shape.name] = SheetReport(tally.new, tally.changed, tally.unchanged, sheet.examples, bad)
    remarks = tuple(read.remarks)
    filled = any(one.new or one.changed or one.unchanged or one.bad for one in found.values())
    if not filled and not any(remark.bad for remark in remarks):
        remarks += _unfilled(words)
    return Report(found, remarks, dry_run, digest)


def _unfilled(words: Words) -> tuple[Remark, ...]:
    """The template came back as it was: said, with what each sheet expects."""
    told = [Remark("roster-remark-unfilled", {})]
    for shape in SHAPES:
        must = [words.heading(shape, column).rstrip("*") for column in shape.columns if column.must]
        values = {
            "sheet": words.sheet(shape.name),
            "what": words.text(f"roster-sheet-{shape.name}.what"),
            "must": words.text("roster-list-mark").join(must),
        }
        told.append(Remark("roster-remark-expects", values))
    return tuple(told)


def problems_of(report: Report, words: Words) -> Iterable[tuple[str, int, str, str]]:
    """Every fault as (sheet, row, column, reason) in words, in the order of the workbook."""
    for name, sheet in report.sheets.items():
        columns = {
            column.name: words.heading(SHAPE[name], column).rstrip("*") for column in SHAPE[name].columns
        }
        for row in sheet.bad:
            for fault in row.faults:
                yield (
                    words.sheet(name),
                    row.n,
                    columns.get(fault.column, ""),
                    words.text(fault.key, **fault.values),
                )


__all__ = ["Importer", "NothingToImport", "Report", "SheetIn", "SheetReport", "problems_of"]
