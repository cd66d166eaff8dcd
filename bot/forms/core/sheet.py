"""
The answers of a draft in the hand: read in the scopes expressions see, written along the path that changes.

Nothing here is kept between turns. Answers are copied only along the path that is written; scopes and their memo are
made anew after every write, so nothing stale can be read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.forms.core.draft import Draft, Facts, Note, Path, key_of
from bot.forms.core.plan import Check, Entry, Env, Plan, Scope

MENU = "+"


class Sheet:
    """
    A draft in the hand: what it will be after this turn. ``stored``: a sent record is only looked at; its answers hold
    what was computed then, and nothing of it is asked, judged or computed again.
    """

    __slots__ = (
        "_outer", "_root", "_scopes", "answers", "at", "calm", "confirmed", "done", "draft", "env", "facts", "frozen",
        "notes", "page", "pending", "plan", "pre", "reask", "ret", "seq", "stored", "sure", "verdicts", "whole", "why",
    )  # fmt: skip

    def __init__(self, plan: Plan, draft: Draft, facts: Facts, *, stored: bool = False) -> None:
        self.plan, self.draft, self.facts, self.stored = plan, draft, facts, stored
        self.env = Env(facts, facts.acts, facts.round)
        self.answers: dict[str, Any] = draft.answers
        self.reask: list[Path] = list(draft.reask)
        self.confirmed: list[str] = list(draft.confirmed)
        self.pre: dict[str, Any] = dict(draft.pre)
        self.why: dict[str, str] = dict(draft.why)
        self.frozen: dict[str, Any] = dict(draft.frozen)
        self.pending: Mapping[str, Any] | None = draft.pending
        self.seq, self.at, self.ret, self.done = draft.seq, draft.at, draft.ret, draft.done
        self.notes: list[Note] = []
        self.page = 0  # of a roster, to be shown after a tick
        self.verdicts: dict[tuple[Check, Scope], bool] | None = None
        self.whole = False  # looked through, and nothing stands in the way of sending
        self.sure = False  # the cursor is known to stand on something asked
        self.calm = False  # nothing was written that decides which facts are needed
        self._root: Scope | None = None
        self._scopes: dict[Path, Scope] = {}
        self._outer: Scope | None = None

    # -- scopes

    @property
    def root(self) -> Scope:
        """The scope of the whole form, as it stands now."""
        if self._root is None:
            self._root = Scope(
                self.plan.root, self.answers, self.env, self._record_scope(), stored=self.stored
            )
        return self._root

    def _record_scope(self) -> Scope | None:
        level = self.plan.root.up
        if level is None or self.facts.record is None:
            return None
        if self._outer is None:
            chain = [level]
            while chain[0].up is not None:
                chain.insert(0, chain[0].up)
            scope = Scope(chain[0], self.facts.record, self.env, stored=True)
            for inner in chain[1:]:  # a transition about one row stands inside that row
                entry = scope.level.by_name[inner.path[-1]]
                below = chain[-1].path[len(inner.path) :]
                rows = scope.values.get(entry.name) or ()
                scope = scope.row(
                    entry, next((r for r in rows if _holds(r, below, self.draft.about.row)), {"_": ""})
                )
            self._outer = scope
        return self._outer

    def scope(self, prefix: Path) -> Scope:
        """The scope of the row at *prefix* (pairs of repeat and row id); KeyError where there is none."""
        scope = self._root or self.root
        if not prefix:
            return scope
        found = self._scopes.get(prefix)
        if found is not None:
            return found
        for i in range(0, len(prefix), 2):
            rows = scope.values[prefix[i]]
            scope = scope.row(scope.level.by_name[prefix[i]], rows[row_index(rows, prefix[i + 1])])
        self._scopes[prefix] = scope
        return scope

    def exists(self, path: Path) -> bool:
        """Whether *path* is a place of this draft: form and rows still have it, and it is asked."""
        try:
            scope = self.root
            for i in range(0, len(path) - 1, 2):
                entry = scope.level.by_name[path[i]]
                if not entry.asked(scope):
                    return False
                if path[i + 1] == MENU:
                    return i + 2 == len(path) - 1
                if entry.keys is not None and path[i + 1] not in entry.keys(scope):
                    return False
                scope = self.scope(path[: i + 2])
            return len(path) % 2 == 0 or scope.level.by_name[path[-1]].asked(scope)
        except KeyError:
            return False

    def locate(self, path: Path) -> tuple[Entry, Scope]:
        """The entry at *path* and the scope it stands in."""
        scope = (self._scopes.get(path[:-1]) if len(path) > 1 else self._root) or self.scope(path[:-1])
        return scope.level.by_name[path[-1]], scope

    def given(self, path: Path, entry: Entry, scope: Scope) -> None:
        """
        The question at *path* is live: that it is asked, and the rows around it, need not be worked out again. What an
        answer to it can change is forgotten when it is written.
        """
        for key in entry.peers:
            scope.memo[key] = True
        for i in range(len(path) - 3, -1, -2):
            above = scope.up
            assert above is not None
            above.memo[~above.level.by_name[path[i]].index] = True
            scope = above

    def value(self, path: Path) -> Any:
        """The stored answer at *path*, None when there is none."""
        try:
            return self.scope(path[:-1]).values.get(path[-1])
        except KeyError:
            return None

    # -- writing

    def _stale(self) -> None:
        """Something was written: nothing computed before may be read again."""
        self._root = None
        self._scopes = {}
        self.sure = self.calm = self.whole = False

    def _writable(self, prefix: Path, name: str) -> dict[str, Any]:
        """The row at *prefix*, copied with all that lies above it, in which *name* is about to be written."""
        row = self.answers = dict(self.answers)
        level, scope = self.plan.root, self._root  # the scopes on the way go on with the copies
        if scope is not None:
            scope.values = row
        for i in range(0, len(prefix), 2):
            repeat, wanted = level.by_name[prefix[i]], prefix[i + 1]
            rows = row[repeat.name] = list(row[repeat.name])
            at = row_index(rows, wanted)
            row = rows[at] = dict(rows[at])
            level = repeat.inner or level
            if scope is not None:
                scope = scope.kids.get((repeat.index, wanted)) if scope.kids else None
                if scope is not None:
                    scope.values = row
        self.sure = self.calm = self.whole = False
        entry = level.by_name.get(
            name
        )  # None: a mark that a list is complete, from which nothing is computed
        if entry is not None and entry.spoils and self._root is not None:
            self._root.forget(entry.spoils)
        return row

    def put(self, path: Path, value: Any) -> None:
        """Write one answer."""
        self._writable(path[:-1], path[-1])[path[-1]] = value

    def drop(self, path: Path) -> None:
        """Forget one answer, so that it is asked again."""
        self._writable(path[:-1], path[-1]).pop(path[-1], None)

    def add_row(self, path: Path, values: Mapping[str, Any] | None = None, row_id: str = "") -> Path:
        """Append a row to the repeat at *path* and return the row's path; the list is open again."""
        if not row_id:
            self.seq += 1
            row_id = f"r{self.seq}"
        calm = self.calm  # an empty row decides nothing
        holder = self._writable(path[:-1], path[-1])
        self.calm = calm and not values
        rows = list(holder.get(path[-1]) or ())
        rows.append({**(values or {}), "_": row_id})
        holder[path[-1]] = rows
        holder.pop(f"{path[-1]}#", None)
        return (*path, row_id)

    def remove_row(self, path: Path) -> None:
        """Take the row at *path* (…, repeat, row id) away, with what was said about it."""
        holder = self._writable(path[:-2], path[-2])
        self._stale()
        holder[path[-2]] = [row for row in holder[path[-2]] if row["_"] != path[-1]]
        holder.pop(f"{path[-2]}#", None)
        prefix = key_of(path) + "/"
        self.reask = [one for one in self.reask if one[: len(path)] != path]
        self.confirmed = [one for one in self.confirmed if not one.startswith(prefix)]
        for store in (self.pre, self.why):
            for key in [key for key in store if key.startswith(prefix)]:
                del store[key]

    def close(self, path: Path) -> None:
        """Mark a repeat or roster as complete."""
        found = self.value(path)
        self.put(
            (*path[:-1], f"{path[-1]}#"), len(found) if isinstance(found, list) else 0 if found is None else 1
        )

    def closed(self, path: Path) -> bool:
        """Whether a repeat or roster was called complete."""
        return f"{path[-1]}#" in self.scope(path[:-1]).values

    def led_to(self, dotted: str) -> Path:
        """Where a choice goes (model.Choice): through a repeat while it has one row, else the repeat itself."""
        path: Path = ()
        names = dotted.split(".")
        for name in names:
            path = (*path, name)
            entry, scope = self.locate(path)
            rows = entry.keyed(scope) if entry.inner is not None else []
            if name == names[-1] or len(rows) != 1:
                break
            path = (*path, rows[0]["_"])
        return path


def row_index(rows: Sequence[Mapping[str, Any]], row_id: str) -> int:
    """Where the row *row_id* stands; KeyError when it does not. Who fills a list is mostly in its last row."""
    if rows and rows[-1]["_"] == row_id:
        return len(rows) - 1
    for n, row in enumerate(rows):
        if row["_"] == row_id:
            return n
    raise KeyError(row_id)


def _holds(row: Mapping[str, Any], below: tuple[str, ...], row_id: str) -> bool:
    """Whether *row* is the row *row_id*, or holds it in the repeats *below* it."""
    if not below:
        return bool(row["_"] == row_id)
    return any(_holds(one, below[1:], row_id) for one in row.get(below[0]) or ())
