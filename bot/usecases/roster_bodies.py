"""
Members of the bodies of a village (村民代表, collective, delegates …): rows beside what is there, and how a body is made up.

What is amiss with the make-up is a warning beside the accepted rows (VCL 14, 29; law.body_warnings, body_size):
nobody is refused for it, and where nobody counted or said something, nothing is told of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from bot.forms.core import law
from bot.kept import BodyMember, Household
from bot.people import Org
from bot.usecases.roster_cells import Amiss, house_key, quoted
from bot.usecases.roster_homes import Last, Put, Tally, begun, judge, own_id, village_of
from bot.usecases.roster_read import Remark, SheetIn
from bot.usecases.roster_sheets import MemberRow, Words
from bot.usecases.roster_tree import TreePlan

NAMED: Final = 5  # groups that one line names
Version = TypeVar("Version", Household, BodyMember)


class BodiesPlanner:
    """Judges the rows of 其他名册, village by village."""

    def __init__(self, sheet: SheetIn, tree: TreePlan, words: Words) -> None:
        self._sheet, self._tree, self._words = sheet, tree, words
        self.tally = Tally()

    def villages(self) -> list[tuple[Org, list[MemberRow]]]:
        """The rows by node; those of none are refused."""
        found: dict[str, tuple[Org, list[MemberRow]]] = {}
        for row in self._sheet.good:
            node = village_of(self._sheet, row, self._tree, self._words, any_branch=True)
            if node is not None:
                found.setdefault(node.id, (node, []))[1].append(row)
        self._sheet.good = []
        return list(found.values())

    def plan(self, node: Org, rows: Sequence[MemberRow], known: Sequence[BodyMember]) -> list[Put]:
        """What the rows of one node change beside what is known of it."""
        there: dict[tuple[str, str], list[BodyMember]] = {}
        for one in sorted(known, key=lambda one: one.valid_from):
            there.setdefault((one.body, house_key(one.no)), []).append(one)
        seen: dict[tuple[str, str], int] = {}
        puts = []
        for row in rows:
            key = (row.body, house_key(row.no))
            try:
                if key in seen:
                    raise Amiss("no", "roster-bad-twice", row=seen[key], text=row.no)
                seen[key] = row.n
                put = self._member(node, row, there.get(key, []))
            except Amiss as amiss:
                self._sheet.refuse(self._words, row, amiss.column, amiss.key, **amiss.values)
            else:
                puts += [put] if put else []
        return puts

    def _member(self, node: Org, row: MemberRow, versions: list[BodyMember]) -> Put | None:
        reason = row.reason or ""
        if not versions:
            change = begun(row.since, row.until)
            self.tally.new += 1
            made_id = own_id(node.id, row.body, house_key(row.no))
            return Put(0, BodyMember(
                made_id, node.id, row.body, row.no, row.name, row.group or "", change.since, change.until, row.sex or "",
                row.capable is not False
            ), reason)  # fmt: skip
        was = versions[-1]
        wanted = _wanted(was, row)
        other = next((name for name in _SAID if getattr(was, name) not in ("", getattr(wanted, name))), "")
        if not other and was.group != wanted.group:
            other = "group"
        last = Last(was.valid_from, was.valid_to, was.valid_from)
        found = judge(last, row, other, self._shown(was, other) if other else "")
        if found is None and was == wanted:
            self.tally.unchanged += 1
            return None
        self.tally.changed += 1
        if (
            found is None
        ):  # what nobody had said before: no change of anything, so it needs neither day nor reason
            return Put(0, wanted, "")
        return Put(0, replace(wanted, valid_from=found.since, valid_to=found.until), reason)

    def _shown(self, was: BodyMember, column: str) -> str:
        """What a column said, as words."""
        if column == "capable":
            return self._words.text(f"roster-adult-{'yes' if was.capable else 'no'}")
        said = str(getattr(was, column))
        return self._words.text(f"roster-sex-{said}") if column == "sex" else quoted(said)


_SAID = ("name", "group", "sex", "capable")


def _wanted(was: BodyMember, row: MemberRow) -> BodyMember:
    """The member as the row has them; of somebody else under the same number nothing is known but what it says."""
    kept = was if was.name == row.name else replace(was, sex="", capable=True)
    group = was.group if row.group is None else row.group
    capable = kept.capable if row.capable is None else row.capable
    return replace(kept, name=row.name, group=group, sex=row.sex or kept.sex, capable=capable)


def on_day(versions: Iterable[Version], day: str) -> list[Version]:
    """Of each household or member what holds on a day; of two versions from the same day the later in the list."""
    newest: dict[str, Version] = {}
    for one in versions:
        if one.valid_from <= day and (one.id not in newest or newest[one.id].valid_from <= one.valid_from):
            newest[one.id] = one
    return [one for one in newest.values() if not one.valid_to or day <= one.valid_to]


class MakeUp:
    """What is amiss with the bodies of the villages an import touches, as they are after it."""

    def __init__(self, words: Words, day: str, readings: law.Readings) -> None:
        self._words, self._day, self._readings = words, day, readings
        self.remarks: list[Remark] = []

    def check(self, village: Org, members: Iterable[BodyMember], groups: Mapping[str, int]) -> None:
        """Look at one village. *groups*: how many households each of its groups has, "" = in none."""
        bodies: dict[str, list[BodyMember]] = {}
        for one in on_day(members, self._day):
            bodies.setdefault(one.body, []).append(one)
        name = village.short or village.name
        seats, delegates = bodies.get("representatives", []), bodies.get("delegates", [])
        found: list[law.Ruling] = []
        if seats:
            committee = len(bodies.get("committee", []))
            women = law.women_among(one.sex for one in seats)
            found += law.body_warnings(
                law.REPRESENTATIVES, len(seats), committee, women, self._day, self._readings
            )
            self._by_group(name, Counter(one.group for one in seats), groups, found)
        if delegates:
            found += law.body_warnings(
                law.COLLECTIVE_DELEGATES, len(delegates), 0, None, self._day, self._readings
            )
            found += self._too_many_or_few(law.COLLECTIVE_DELEGATES, len(delegates), sum(groups.values()))
        for one_found in found:
            self._tell(name, one_found.key, one_found.details)

    def _by_group(
        self, name: str, seats: Mapping[str, int], groups: Mapping[str, int], found: list[law.Ruling]
    ) -> None:
        """One for 5 to 15 households: in each group where everybody belongs to one, else in the village."""
        if not groups.keys() >= seats.keys() or "" in groups:
            found += self._too_many_or_few(law.REPRESENTATIVES, sum(seats.values()), sum(groups.values()))
            return
        wrong = [
            (group, ruling)
            for group, households in groups.items()
            for ruling in self._too_many_or_few(law.REPRESENTATIVES, seats.get(group, 0), households)
        ]
        if wrong:
            told = [
                self._words.text("law-body-group", **{**ruling.details, "group": quoted(group)})
                for group, ruling in wrong[:NAMED]
            ]
            listed = self._words.text("roster-list-mark").join(told)
            more: dict[str, int | str] = {
                "groups": listed,
                "count": len(wrong),
                "more": len(wrong) - len(told),
            }
            self._tell(name, "law-body-groups", {**wrong[0][1].details, **more})

    def _too_many_or_few(self, mode: str, seats: int, households: int) -> list[law.Ruling]:
        ruling = law.body_size(mode, seats, households, self._day) if households else None
        return [ruling] if ruling is not None and not ruling.value else []

    def _tell(self, village: str, key: str, values: Mapping[str, int | str]) -> None:
        said = self._words.text(key, **values)
        self.remarks.append(Remark("roster-remark-body", {"village": village, "law": said}, bad=False))
