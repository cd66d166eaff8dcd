"""
One turn of a draft, opened for change: which facts it wants, where the next question is, what an answer shakes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.forms.core.draft import SUMMARY, Note, Path, Request, key_of, path_from
from bot.forms.core.judging import Judge
from bot.forms.core.model import Repeat, Roster
from bot.forms.core.plan import CompiledNeed, Entry, Level, Scope
from bot.forms.core.sheet import MENU, row_index

OUTDATED = None  # in place of the args of a frozen fact: it is taken anew where it is wanted next


class Work(Judge):
    """A sheet on its way from question to question."""

    __slots__ = ()

    # -- facts wanted

    def wanted(self, path: Path) -> list[Request]:
        """
        Facts that must be frozen before *path* can be shown, or again because what they hang on has changed. One that is
        wanted only further on is noted as out of date until somebody comes there.
        """
        here = self.plan.root.by_name[path[0]].index if path else len(self.plan.root.entries)
        if self.calm and not self._outdated(here):
            return []
        found = []
        for need in self.plan.needs:
            if not need.when(self.root):
                continue
            name = need.need.name
            args = {arg: get(self.root) for arg, get in need.args}
            kept = self.frozen.get(name)
            if kept is not None and kept["args"] == args:
                continue
            if need.index <= here:
                found.append(Request(name, need.need.source, args))
            elif kept is not None:
                self.frozen[name] = {**kept, "args": OUTDATED}
        return found

    def _outdated(self, here: int) -> bool:
        """Whether a fact is wanted up to entry *here* that is not there, or hangs on what was changed since."""
        for need in self.plan.needs:
            if need.index <= here:
                kept = self.frozen.get(need.need.name)
                if kept is None or kept["args"] is OUTDATED:
                    return True
        return False

    def supply(self, name: str, kept: Mapping[str, Any]) -> None:
        """Freeze a fact; ticks made on another roster are asked again."""
        old = self.frozen.get(name)
        self.frozen[name] = dict(kept)
        self._stale()
        if old is not None and old["digest"] != kept["digest"]:
            self._untick(self.plan.root, (), name)

    def _untick(self, level: Level, prefix: Path, name: str) -> None:
        for entry in level.entries:
            if isinstance(entry.item, Roster) and getattr(entry.item.rows, "name", "") == name:
                if self.value((*prefix, entry.name)) is not None:
                    self.drop((*prefix, entry.name))
                    self.drop((*prefix, f"{entry.name}#"))
                    self.notes.append(Note("roster-changed"))
            elif entry.inner is not None:
                for row in self.scope(prefix).values.get(entry.name) or ():
                    self._untick(entry.inner, (*prefix, entry.name, row["_"]), name)

    # -- finding the next question

    def settle(self, path: Path) -> None:
        """Choose where to go after *path* has been dealt with."""
        while self.reask:
            if self.exists(self.reask[0]):
                self.at, self.ret = self.reask.pop(0), True
                return
            self.reask.pop(0)
        self.at = self._in_row(path) if self.ret else self.following(path)
        if self.at == SUMMARY:
            self._grow()
            self.at = next((at for at, _ in self.holes()), SUMMARY)
            self.whole = self.at == SUMMARY

    def _grow(self) -> None:
        """Give every repeat over computed keys the rows it lacks, so that they are found open."""
        for entry in self.plan.growing:
            for path in list(self._rows_below((), entry.level.path, entry.name)):
                scope = self.scope(path[:-1])
                if entry.asked(scope):
                    for key in entry.missing(scope):
                        self.add_row(path, None, key)
                    if f"{entry.name}#" not in self.scope(path[:-1]).values:
                        self.close(path)

    def _in_row(self, path: Path) -> Path:
        """With the summary waiting: the rest of this row and its open list first."""
        while len(path) >= 2:
            if path[-2] != MENU:
                level = self.plan.level_at(path)
                here = path if len(path) % 2 else path[:-1]
                if len(path) % 2:
                    found = self.first_open(level, path[:-1], 0)
                    if found is not None:
                        return found
                path = here[:-1] if len(path) % 2 else path
                repeat = path[:-1]
                if not self.closed(repeat) and not self.locate(repeat)[0].fixed:
                    return self.menu(repeat)
            else:
                repeat = path[:-2]
                if not self.closed(repeat):
                    return path
            path = repeat
        return SUMMARY

    def menu(self, repeat: Path) -> Path:
        """The path of a repeat's menu; it carries the row count, so that an old "add another" adds nothing."""
        return (*repeat, MENU, str(len(self.value(repeat) or ())))

    def following(self, path: Path) -> Path:
        """The first open question after *path* in the order of the form; the summary when there is none."""
        while path:
            if len(path) >= 2 and path[-2] == MENU:
                path = path[:-2]
            elif len(path) % 2 == 0:
                path = path[:-1]
            level = self.plan.level_at(path)
            found = self.first_open(level, path[:-1], level.by_name[path[-1]].index + 1)
            if found is not None:
                return found
            if len(path) == 1:
                return SUMMARY
            repeat = path[:-2]
            if not self.locate(repeat)[0].fixed and not self.closed(repeat):
                rest = self.open_row(
                    repeat, after=path[-2]
                )  # the rows before it are looked at when the list is closed
                return rest if rest is not None else self.menu(repeat)
            found = self.open_row(repeat)
            if found is not None:
                return found
            path = repeat
        return self.first_open(self.plan.root, (), 0) or SUMMARY

    def open_row(self, repeat: Path, *, after: str = "") -> Path | None:
        """The first open question in the rows of a repeat, those behind the row *after* if one is named."""
        entry, scope = self.locate(repeat)
        assert entry.inner is not None
        rows = entry.keyed(scope)
        for row in rows[row_index(rows, after) + 1 if after else 0 :]:
            found = self.first_open(entry.inner, (*repeat, row["_"]), 0)
            if found is not None:
                return found
        return None

    def first_open(self, level: Level, prefix: Path, start: int) -> Path | None:
        """The first open question of one row from entry *start* on; fills what can be filled from facts."""
        scope = self.scope(prefix)
        for entry in level.questions[level.passed[start] :]:
            if entry.inner is not None:
                path = (*prefix, entry.name)
                if not self.is_open(entry, scope):
                    # rows that came by themselves: that they are there says nothing of their answers
                    if entry.fixed and (found := self.open_row(path)) is not None and entry.asked(scope):
                        return found
                    continue
                found = self._enter(entry, path)
                if found is not None:
                    return found
                scope = self.scope(prefix)
            elif self.is_open(entry, scope):
                path = (*prefix, entry.name)
                if entry.prefill is None or not self.filled(entry, scope, path):
                    return path
                scope = self.scope(prefix)
        return None

    def filled(self, entry: Entry, scope: Scope, path: Path) -> bool:
        """Put a prefilled value in place if there is one and its rules hold today; what one asks about is asked."""
        assert entry.prefill is not None
        value = entry.prefill(scope)
        if value is None:
            return False
        self.put(path, value)
        if self.broken(path) is not None or next(self.failing(*self.locate(path), path, "confirm"), None):
            self.drop(path)
            return False
        self.pre[key_of(path)] = {"value": value, "from": f"{entry.words}.from"}
        return True

    def _enter(self, entry: Entry, path: Path) -> Path | None:
        """Step into a repeat: make the rows it comes with, then its first open question or its menu."""
        item = entry.item
        assert isinstance(item, Repeat)
        assert entry.inner is not None
        scope = self.scope(path[:-1])
        if entry.keys is not None:
            for key in entry.missing(scope):
                self.add_row(path, None, key)
            self.close(path)
        elif scope.values.get(entry.name) is None:
            over = item.over if isinstance(item.over, tuple) else ()
            rows: list[tuple[Mapping[str, Any], str]] = [({}, key) for key in over]
            if entry.prefill is not None:
                rows += [(row, "") for row in entry.prefill(scope) or ()]
            for values, row_id in rows:
                made = self.add_row(path, values, row_id)
                for name, value in values.items():
                    if name in entry.inner.by_name:
                        self.pre[key_of((*made, name))] = {"value": value, "from": f"{entry.words}.from"}
            if over or item.given:
                self.close(path)
        rows_now = entry.keyed(self.scope(path[:-1]))
        for row in rows_now:
            found = self.first_open(entry.inner, (*path, row["_"]), 0)
            if found is not None:
                return found
        if entry.fixed:
            return None
        assert entry.bounds is not None
        if not rows_now and (entry.bounds[0](self.scope(path[:-1])) or 0) > 0:
            return self.first_open(entry.inner, self.add_row(path), 0)
        return self.menu(path)

    # -- after a change

    def ripple(self, path: Path) -> None:
        """An answer was changed: what leans on it and no longer stands is asked again, in one note."""
        entry = self.plan.entry(path)
        if entry is None:
            return
        self.follow(path)
        quiet = 0
        again: list[Path] = []
        for other in entry.dependents:
            for at in self._places(other, path):
                scope = self.scope(at[:-1])
                if scope.values.get(other.name) is None or not other.is_question:
                    continue
                if not other.asked(scope):
                    quiet += 1
                elif other.kind != "repeat" and at not in self.reask and self.broken(at) is not None:
                    again.append(at)
        self.reask = sorted({*self.reask, *again}, key=self._order)
        if quiet or again:
            self.notes.append(Note("ripple", {"quiet": quiet, "again": len(again)}))

    def follow(self, path: Path) -> None:
        """An answer was changed: what came by itself because of it comes anew."""
        entry = self.plan.entry(path)
        for other in entry.followers if entry is not None else ():
            for at in self._places(other, path):
                self._follow(other, at)

    def _follow(self, entry: Entry, at: Path) -> None:
        """
        A value that came by itself comes anew where it was left as it came, and goes where it would not come any more and a
        rule refuses it; what somebody said stays.
        """
        scope, key = self.scope(at[:-1]), key_of(at)
        kept = self.pre.get(key)
        if (
            kept is None
            or kept["from"] != f"{entry.words}.from"
            or scope.values.get(entry.name) != kept["value"]
        ):
            return
        assert entry.prefill is not None
        value = entry.prefill(scope)
        if value != kept["value"] and (value is not None or self.broken(at) is not None):
            self.forget_about(at)
            self.pre.pop(key, None)
            self.drop(at)
            self.filled(entry, self.scope(at[:-1]), at)

    def _order(self, path: Path) -> tuple[int, ...]:
        """Where *path* stands in the form, for sorting."""
        found: list[int] = []
        rows: Any = ()
        level, values = self.plan.root, self.answers
        for i, part in enumerate(path):
            if i % 2 == 0:
                entry = level.by_name[part]
                found.append(entry.index)
                rows = values.get(part) or ()
                level = entry.inner or level
            elif part == MENU:  # of a list that is marked whole: after its rows
                return (*found, len(rows))
            else:
                at = next((n for n, row in enumerate(rows) if row["_"] == part), len(rows))
                found.append(at)
                values = rows[at] if at < len(rows) else {}
        return tuple(found)

    def _places(self, entry: Entry, changed: Path) -> Iterator[Path]:
        """Where *entry* stands: in the changed row only, unless the change lies outside it."""
        shared: Path = ()
        names = entry.level.path
        for i in range(0, len(changed) - 1, 2):
            if i // 2 < len(names) and names[i // 2] == changed[i]:
                shared = changed[: i + 2]
            else:
                break
        yield from self._rows_below(shared, names, entry.name)

    def _rows_below(self, prefix: Path, names: tuple[str, ...], last: str) -> Iterator[Path]:
        depth = len(prefix) // 2
        if depth == len(names):
            yield (*prefix, last)
            return
        scope = self.scope(prefix)
        for row in scope.level.by_name[names[depth]].keyed(scope):
            yield from self._rows_below((*prefix, names[depth], row["_"]), names, last)

    def forget_about(self, path: Path) -> None:
        """A value changed: yeses and reasons given for the old one no longer hold."""
        key = key_of(path)
        self.confirmed = [one for one in self.confirmed if not one.startswith(f"{key}|")]
        for name in [name for name in self.why if name.startswith(f"{key}|")]:
            del self.why[name]

    def unlocked(self, path: Path) -> bool:
        """
        Whether *path* may be changed: always, but in a returned record only what is marked or must follow from it; in one
        that came back without marks all but what is final.
        """
        if self.draft.marks is None:
            return (
                self.draft.base is None
                or not self._is_final(path)
                or path in self.draft.reask
                or self._is_new(path)
            )
        key = key_of(path)
        marked = any(
            key == mark or key.startswith(f"{mark}/") or mark.startswith(f"{key}/")
            for mark in self.draft.marks
        )
        return marked or path in self.draft.reask or path == self.draft.at or self._is_new(path)

    def _is_final(self, path: Path) -> bool:
        if path[-2:-1] == (MENU,):
            path = path[:-2]
        entry = self.plan.entry(path if len(path) % 2 else path[:-1])
        return entry is not None and getattr(entry.item, "final", False)

    def _is_new(self, path: Path) -> bool:
        try:
            entry, scope = self.locate(path)
        except (KeyError, StopIteration, IndexError):
            return False
        return self.is_open(entry, scope)


def roster_rows(entry: Entry, scope: Scope) -> list[list[Any]]:
    """The rows of a roster: ``[id, no, name, group, …]``, empty while it is not frozen."""
    assert entry.rows_fact is not None
    found = entry.rows_fact(scope)
    return found["rows"] if isinstance(found, Mapping) else []  # shared: not to be changed


__all__ = ["MENU", "CompiledNeed", "Work", "path_from", "roster_rows"]
