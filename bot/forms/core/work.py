"""
One turn of a draft, opened for change: writing answers, judging them, finding the next question.

Nothing here is kept between turns. Answers are copied only along the path that is written; scopes and their memo are
made anew after every write, so nothing stale can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.forms.core.draft import SUMMARY, Draft, Facts, Note, Path, Request, key_of, path_from
from bot.forms.core.model import Repeat, Roster
from bot.forms.core.plan import Check, CompiledNeed, Entry, Env, Level, Plan, Scope

MENU = "+"


class Work:
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
        if not prefix:
            return self._root or self.root
        found = self._scopes.get(prefix)
        if found is None:
            above = self.scope(prefix[:-2])
            rows = above.values[prefix[-2]]
            row = rows[_index(rows, prefix[-1])]
            found = self._scopes[prefix] = above.row(above.level.by_name[prefix[-2]], row)
        return found

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
            at = _index(rows, wanted)
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

    # -- judging

    def failing(self, entry: Entry, scope: Scope, path: Path, weight: str) -> Iterator[tuple[Check, Scope]]:
        """Rules of *weight* the answer at *path* breaks: its own, then those of its row and further out that look at it."""
        if scope.values.get(entry.name) is None and entry.kind != "repeat":
            return
        for depth, check in entry.judged[weight]:
            at = scope
            for _ in range(depth):
                assert at.up is not None
                at = at.up
            if not self._stands(check, at) and not self._waits(check, path):
                yield check, at

    def _stands(self, check: Check, at: Scope) -> bool:
        """Whether a rule holds in this row; while the whole form is looked through each is asked once a row."""
        if self.verdicts is None:
            return not check.applies(at) or bool(check.ok(at))
        found = self.verdicts.get((check, at))
        if found is None:
            found = self.verdicts[check, at] = not check.applies(at) or bool(check.ok(at))
        return found

    def _waits(self, check: Check, path: Path) -> bool:
        """Whether a rule over several answers has another one of them still to be asked again."""
        if not self.reask:
            return False
        names = {entry.name for entry in check.reads}
        return any(one != path and one[:-1] == path[:-1] and one[-1] in names for one in self.reask)

    def broken(self, path: Path) -> Note | None:
        """Words for the first refusing rule the answer at *path* breaks, None when it stands."""
        entry, scope = self.locate(path)
        if entry.judged["refuse"]:
            for check, at in self.failing(entry, scope, path, "refuse"):
                return self.rule_note(check, at)
        return self._twice(entry, scope, path) if entry.unique else None

    def _twice(self, entry: Entry, scope: Scope, path: Path) -> Note | None:
        assert scope.up is not None
        repeat = scope.up.level.by_name[path[-3]]
        own = entry.value(scope)
        for n, other in enumerate(scope.up.rows(repeat), 1):
            if other is not scope and own is not None and entry.value(other) == own:
                return Note("problem-twice", {"row": n})
        return None

    def rule_note(self, check: Check, scope: Scope) -> Note:
        """A rule's words with its arguments."""
        return Note(
            f"{self.plan.words.partition('-')[0]}--{check.rule.key}", {n: get(scope) for n, get in check.show}
        )

    def is_required(self, entry: Entry, scope: Scope) -> bool:
        """Whether a question may not be skipped."""
        item = entry.item
        if isinstance(item, Repeat):
            return True
        return bool(entry.required(scope)) if entry.required is not None else bool(item.required)

    def is_open(self, entry: Entry, scope: Scope) -> bool:
        """Whether it is asked and has no answer yet."""
        values = scope.values
        if entry.is_field:
            return (
                entry.name not in values
                and entry.is_question
                and (entry.relevant is None or entry.asked(scope))
            )
        return (f"{entry.name}#" not in values or bool(entry.missing(scope))) and entry.asked(scope)

    def holes(self) -> Iterator[tuple[Path, Note]]:
        """Everything that stands in the way of sending, in order: open questions and broken rules."""
        self.verdicts = {}
        try:
            yield from self._holes(self.plan.root, ())
        finally:
            self.verdicts = None

    def _holes(self, level: Level, prefix: Path) -> Iterator[tuple[Path, Note]]:
        scope = self.scope(prefix)
        for entry in level.entries:
            if not entry.is_question or not entry.asked(scope):
                continue
            path = (*prefix, entry.name)
            if isinstance(entry.item, Repeat):
                yield from self._repeat_holes(entry, scope, path)
            elif self.is_open(entry, scope):
                yield path, Note("problem-open")
            elif scope.values.get(entry.name) is None and self.is_required(entry, scope):
                yield path, Note("problem-required")
            elif (problem := self.broken(path)) is not None:
                yield path, problem

    def _repeat_holes(self, entry: Entry, scope: Scope, path: Path) -> Iterator[tuple[Path, Note]]:
        assert entry.inner is not None
        rows = entry.keyed(scope)
        for row in rows:
            yield from self._holes(entry.inner, (*path, row["_"]))
        menu = (*path, MENU, str(len(rows)))
        if f"{entry.name}#" not in scope.values and not self._fixed(entry):
            yield menu, Note("problem-open")
        elif (problem := self.list_problem(path)) is not None:
            yield menu, problem

    @staticmethod
    def _fixed(entry: Entry) -> bool:
        return isinstance(entry.item, Repeat) and (bool(entry.item.over) or entry.item.given)

    def list_problem(self, path: Path) -> Note | None:
        """Why a list of rows cannot be closed as it is, None when it can."""
        entry, scope = self.locate(path)
        assert entry.bounds is not None
        count = len(scope.values.get(entry.name) or ())
        low, high = (bound(scope) for bound in entry.bounds)
        if low is not None and count < low:
            return Note("problem-rows_few", {"least": low, "has": count})
        if high is not None and count > high:
            return Note("problem-rows_many", {"most": high, "has": count})
        for check in entry.checks:
            if check.rule.weight == "refuse" and check.applies(scope) and not check.ok(scope):
                return self.rule_note(check, scope)
        return None

    # -- facts wanted

    def wanted(self, path: Path) -> list[Request]:
        """Facts that must be frozen before *path* can be shown, or again because what they hang on has changed."""
        here = self.plan.root.by_name[path[0]].index if path else len(self.plan.root.entries)
        if self.calm:
            for need in self.plan.needs:
                if need.index <= here and need.need.name not in self.frozen:
                    break
            else:
                return []
        found = []
        for need in self.plan.needs:
            if need.index > here or not need.when(self.root):
                continue
            args = {name: get(self.root) for name, get in need.args}
            kept = self.frozen.get(need.need.name)
            if kept is None or kept["args"] != args:
                found.append(Request(need.need.name, need.need.source, args))
        return found

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
                if not self.closed(repeat) and not self._fixed(self.locate(repeat)[0]):
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
            if not self._fixed(self.locate(repeat)[0]) and not self.closed(repeat):
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
        for row in rows[_index(rows, after) + 1 if after else 0 :]:
            found = self.first_open(entry.inner, (*repeat, row["_"]), 0)
            if found is not None:
                return found
        return None

    def first_open(self, level: Level, prefix: Path, start: int) -> Path | None:
        """The first open question of one row from entry *start* on; fills what can be filled from facts."""
        scope = self.scope(prefix)
        for entry in level.questions[level.passed[start] :]:
            path = (*prefix, entry.name)
            if entry.inner is not None:
                if not self.is_open(entry, scope):
                    # rows that came by themselves: that they are there says nothing of their answers
                    if (
                        self._fixed(entry)
                        and (found := self.open_row(path)) is not None
                        and entry.asked(scope)
                    ):
                        return found
                    continue
                found = self._enter(entry, path)
                if found is not None:
                    return found
                scope = self.scope(prefix)
            elif self.is_open(entry, scope):
                if entry.prefill is None or not self._filled(entry, scope, path):
                    return path
                scope = self.scope(prefix)
        return None

    def _filled(self, entry: Entry, scope: Scope, path: Path) -> bool:
        """Put a prefilled value in place if there is one and its rules hold today."""
        assert entry.prefill is not None
        value = entry.prefill(scope)
        if value is None:
            return False
        self.put(path, value)
        if self.broken(path) is not None:
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
        if item.over or item.given:
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
        for other in entry.followers:
            for at in self._places(other, path):
                self._follow(other, at)
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

    def _follow(self, entry: Entry, at: Path) -> None:
        """A value that came by itself comes anew where it was left as it came; what somebody said stays."""
        scope, key = self.scope(at[:-1]), key_of(at)
        kept = self.pre.get(key)
        if (
            kept is None
            or kept["from"] != f"{entry.words}.from"
            or scope.values.get(entry.name) != kept["value"]
        ):
            return
        assert entry.prefill is not None
        if entry.prefill(scope) not in (None, kept["value"]):
            self.forget_about(at)
            self.pre.pop(key, None)
            self.drop(at)
            self._filled(entry, self.scope(at[:-1]), at)

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
            elif part != MENU:
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


def _index(rows: Sequence[Mapping[str, Any]], row_id: str) -> int:
    """Where the row *row_id* stands; KeyError when it does not."""
    for n, row in enumerate(rows):
        if row["_"] == row_id:
            return n
    raise KeyError(row_id)


def _holds(row: Mapping[str, Any], below: tuple[str, ...], row_id: str) -> bool:
    """Whether *row* is the row *row_id*, or holds it in the repeats *below* it."""
    if not below:
        return bool(row["_"] == row_id)
    return any(_holds(one, below[1:], row_id) for one in row.get(below[0]) or ())


def roster_rows(entry: Entry, scope: Scope) -> list[list[Any]]:
    """The rows of a roster: ``[id, no, name, group, …]``, empty while it is not frozen."""
    assert entry.rows_fact is not None
    found = entry.rows_fact(scope)
    return found["rows"] if isinstance(found, Mapping) else []  # shared: not to be changed


__all__ = ["MENU", "CompiledNeed", "Work", "path_from", "roster_rows"]
