"""The tree of a roster workbook: parents first in whatever order they are written, no circles, levels that fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from bot.people import Level, Org
from bot.usecases.roster_cells import code_key, quoted
from bot.usecases.roster_read import SheetIn
from bot.usecases.roster_sheets import OrgRow, Words

#: What a node may hang under; a general branch (党总支) holds branches.
PARENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "county": (), "town": ("county",), "branch": ("town", "branch"), "group": ("branch",),
}  # fmt: skip
VILLAGES: Final = ("village", "community")  # kinds of branch that have households


@dataclass
class TreePlan:
    """
    The tree as it will be. ``nodes``: by :func:`code_key`; ``put``: what changes, parents first.

    ``bad``: codes whose row is bad and that do not exist otherwise -> its row.
    """

    nodes: dict[str, Org] = field(default_factory=dict)
    put: list[Org] = field(default_factory=list)
    bad: dict[str, int] = field(default_factory=dict)
    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def find(self, code: str) -> Org | None:
        """The node of a code as somebody wrote it."""
        return self.nodes.get(code_key(code))


class TreePlanner:
    """Judges the rows of 组织 beside the tree that is there."""

    def __init__(self, sheet: SheetIn, there: Iterable[Org], words: Words) -> None:
        self._sheet, self._words = sheet, words
        self._there = {code_key(org.id): org for org in there}
        self._rows: dict[str, OrgRow] = {}
        self._bad: dict[str, int] = {}
        self._below: dict[str, list[str]] = {}

    def plan(self) -> TreePlan:
        """Refuse what cannot be, then place every node under its parent."""
        for row in self._sheet.good:
            self._take(row)
        for key in self._rows:
            self._below.setdefault(self._parent(key), []).append(key)
        self._judge(list(self._rows))
        while circle := self._circle():
            for key in circle:
                self._refuse(key, "parent", "roster-bad-circle")
            self._judge([key for one in circle for key in self._below.get(one, ())])
        self._sheet.good = list(self._rows.values())
        plan = self._place()
        plan.bad = {code_key(bad.cells[0]): bad.n for bad in self._sheet.bad if bad.cells[0]} | self._bad
        plan.bad = {key: n for key, n in plan.bad.items() if key not in plan.nodes}
        return plan

    # ---------------------------------------------------------------- judging

    def _take(self, row: OrgRow) -> None:
        key = code_key(row.code)
        first, there = self._rows.get(key), self._there.get(key)
        if first is not None:
            self._sheet.refuse(self._words, row, "code", "roster-bad-twice", row=first.n, text=row.code)
        elif there is not None and there.level != row.level:
            level = self._words.text(f"roster-level-{there.level}")
            self._sheet.refuse(self._words, row, "level", "roster-bad-level_changed", level=level)
        elif row.until and row.until < (
            (row.since if row.since is not None else there.valid_from if there else "") or ""
        ):
            self._sheet.refuse(self._words, row, "until", "roster-bad-until_before")
        elif row.kind is None and there is None and row.level == "branch":
            self._sheet.refuse(self._words, row, "kind", "roster-bad-missing")
        else:
            self._rows[key] = row

    def _refuse(self, key: str, column: str, words: str, /, **values: str | int) -> None:
        row = self._rows.pop(key)
        self._bad[key] = row.n
        self._sheet.refuse(self._words, row, column, words, **values)

    def _judge(self, waiting: list[str]) -> None:
        """Refuse rows whose parent does not fit; what hung under a refused row is judged again."""
        while waiting:
            key = waiting.pop()
            row = self._rows.get(key)
            if row is None:
                continue
            wrong = self._wrong_parent(key, row)
            if wrong is not None:
                self._refuse(key, "parent", wrong[0], **wrong[1])
                waiting += self._below.get(key, ())

    def _wrong_parent(self, key: str, row: OrgRow) -> tuple[str, dict[str, str | int]] | None:
        parent, wanted = self._parent(key), PARENTS[row.level]
        if not wanted:
            return ("roster-bad-no_parent", {}) if parent and self._level(parent) != "city" else None
        words = "、".join(self._words.text(f"roster-level-{level}") for level in wanted)
        if not parent:
            return "roster-bad-parent_missing", {"wanted": words}
        level = self._level(parent)
        if not level:
            if parent in self._bad:
                return "roster-bad-parent_bad", {"row": self._bad[parent], "code": quoted(row.parent or "")}
            return "roster-bad-org_unknown", {"code": quoted(row.parent or "")}
        return None if level in wanted else ("roster-bad-parent_level", {"wanted": words})

    def _parent(self, key: str) -> str:
        """Key of the parent a node will have; an empty cell leaves it where it is."""
        row, there = self._rows.get(key), self._there.get(key)
        if row is not None and row.parent is not None:
            return code_key(row.parent)
        return code_key(there.parent) if there is not None else ""

    def _level(self, key: str) -> str:
        if key in self._rows:
            return self._rows[key].level
        return self._there[key].level if key in self._there else ""

    def _circle(self) -> list[str]:
        """Rows that hang under themselves, [] for none."""
        safe: set[str] = set()
        for start in self._rows:
            path: dict[str, None] = {}
            key = start
            while key and key not in safe and key not in path:
                path[key] = None
                key = self._parent(key)
            if key in path:
                names = list(path)
                return [name for name in names[names.index(key) :] if name in self._rows]
            safe |= path.keys()
        return []

    # ---------------------------------------------------------------- placing

    def _place(self) -> TreePlan:
        plan = TreePlan()
        for start in (*self._there, *self._rows):
            chain = []
            key = start
            while key and key not in plan.nodes:
                chain.append(key)
                key = self._parent(key)
            for name in reversed(chain):
                above = plan.nodes.get(self._parent(name))
                plan.nodes[name] = self._made(name, above)
        for key, org in plan.nodes.items():
            there = self._there.get(key)
            if org != there:
                plan.put.append(org)
            if key in self._rows:
                plan.new += there is None
                plan.changed += there is not None and org != there
                plan.unchanged += org == there
        plan.put.sort(key=lambda org: org.path.count("/"))
        return plan

    def _made(self, key: str, above: Org | None) -> Org:
        row, there = self._rows.get(key), self._there.get(key)
        code = there.id if there is not None else row.code if row is not None else key
        path = f"{above.path if above else '/'}{code}/"
        parent = above.id if above else ""
        if there is not None and row is None:
            return replace(there, parent=parent, path=path)
        assert row is not None
        level: Level = row.level  # type: ignore[assignment]
        kind = row.kind or (there.kind if there else above.kind if above and level == "group" else "office")
        short = (there.short if there else row.name[:20]) if row.short is None else row.short or row.name[:20]
        since = (there.valid_from if there else "") if row.since is None else row.since
        until = (there.valid_to if there else "") if row.until is None else row.until
        return Org(code, row.name, short, level, kind, parent, path, since, until)
