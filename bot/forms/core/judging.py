"""What is wrong with the answers as they stand: broken rules, open questions, lists that cannot be closed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.forms.core.draft import Note, Path
from bot.forms.core.model import Repeat
from bot.forms.core.plan import Check, Entry, Level, Scope
from bot.forms.core.sheet import MENU, Sheet


class Judge(Sheet):
    """A sheet that knows its rules."""

    __slots__ = ()

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
        return self.refused(*self.locate(path), path)

    def refused(self, entry: Entry, scope: Scope, path: Path) -> Note | None:
        """:meth:`broken` of an answer that was looked up already."""
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
                and not entry.aside
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
        if f"{entry.name}#" not in scope.values and not entry.fixed:
            yield menu, Note("problem-open")
        elif (problem := self.list_problem(path)) is not None:
            yield menu, problem

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
