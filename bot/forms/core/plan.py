"""
A form as the machine reads it: compiled once per version by form_compiler.py, never changed afterwards.

:class:`Level` is the root of a form or the inside of a repeat; :class:`Entry` is one question, computed value,
repeat or roster on it; :class:`Scope` is one row of answers as closures read it, with a memo that lives for one turn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bot.forms.core import law
from bot.forms.core.compiling import Eval
from bot.forms.core.draft import Facts, Path
from bot.forms.core.expressions import Node
from bot.forms.core.model import Field, Form, Need, Repeat, Roster, Rule


class Env:
    """What is the same for every row during one turn."""

    __slots__ = ("acts", "frozen", "law", "live", "round")

    def __init__(self, facts: Facts, acts: tuple[Any, ...] = (), round_: int = 1) -> None:
        self.live = facts.live
        self.frozen = facts.frozen
        self.acts = acts
        self.round = round_
        # what a form froze with its answers goes before what the deployment chooses today
        self.law = law.table(self.frozen["law"] if "law" in self.frozen else self.live.get("law"))


class Scope:
    """One row of answers: its values, the row around it, and what was computed of it this turn."""

    __slots__ = ("env", "kids", "level", "memo", "stored", "up", "values")

    def __init__(
        self,
        level: Level,
        values: Mapping[str, Any],
        env: Env,
        up: Scope | None = None,
        *,
        stored: bool = False,
    ) -> None:
        self.stored = stored  # a sent record: everything was materialised, nothing is computed again
        self.level = level
        self.values = values
        self.env = env
        self.up = up
        # entry's index -> value; ~index -> whether it is asked; entry -> its rows
        self.memo: dict[Any, Any] = {}
        self.kids: dict[tuple[int, str], Scope] | None = None

    def row(self, entry: Entry, row: Mapping[str, Any]) -> Scope:
        """The scope of one row of a repeat on this level."""
        key = (entry.index, row["_"])
        if self.kids is None:
            self.kids = {}
        kid = self.kids.get(key)
        if kid is None:
            assert entry.inner is not None
            kid = self.kids[key] = Scope(entry.inner, row, self.env, self, stored=self.stored)
        return kid

    def forget(self, spoilt: Mapping[int, frozenset[Any]]) -> None:
        """An answer was written: what was computed from it goes (Entry.spoils), in this row and those inside it."""
        keys = spoilt.get(id(self.level))
        if keys is not None and self.memo:
            for key in self.memo.keys() & keys:
                del self.memo[key]
        if self.kids is not None:
            for kid in self.kids.values():
                kid.forget(spoilt)

    def rows(self, entry: Entry) -> list[Scope]:
        """The scopes of a repeat's rows, none where the repeat is not asked."""
        made: list[Scope] | None = self.memo.get(entry)
        if made is None:
            found = self.values.get(entry.name)
            if not found or (entry.relevant is not None and not entry.asked(self)):
                found = ()
            elif entry.keys is not None and not self.stored:
                found = entry.keyed(self)
            made = self.memo[entry] = [self.row(entry, row) for row in found]
        return made  # shared: not to be changed


def _stored(scope: Scope) -> Any:
    raise AssertionError("a computed value is filled by its own calculation")


@dataclass(slots=True, eq=False, repr=False)
class Check:
    """
    A compiled rule. ``needs``: entries that must not be blank before it is asked. ``reads``: every field it reads by
    name: while one of them is about to be asked again, the rule waits for it.
    """

    rule: Rule
    ok: Eval
    show: tuple[tuple[str, Eval], ...]
    needs: tuple[tuple[int, Entry], ...]
    reads: tuple[Entry, ...] = ()

    def applies(self, scope: Scope) -> bool:
        """Whether nothing it needs is blank or still open."""
        for depth, entry in self.needs:
            at = scope
            for _ in range(depth):
                assert at.up is not None
                at = at.up
            if entry.value(at) is None:
                return False
        return True


@dataclass(slots=True, eq=False, repr=False)
class Entry:
    """One thing on a level, in the order of the form."""

    name: str
    item: Field | Repeat | Roster
    level: Level
    index: int
    words: str
    group: str = ""
    relevant: Eval | None = None
    required: Eval | None = None
    fill: Eval = _stored  # of a computed one: computes it and keeps it for the turn
    default: Eval | None = None
    prefill: Eval | None = None
    options: Eval | None = None
    counts: Eval | None = None
    rows_fact: Eval | None = None
    states: Eval | None = None
    exclude: Eval | None = None
    bounds: tuple[Eval, Eval] | None = None
    keys: Eval | None = None  # of a repeat over keys that are computed
    choices: tuple[tuple[str, Eval | None], ...] = ()
    goes: Mapping[str, str] | None = None  # choices that lead elsewhere instead of answering
    checks: tuple[Check, ...] = ()
    show: tuple[tuple[str, Eval], ...] = ()
    inner: Level | None = None
    decimal: bool = False
    is_field: bool = False
    plain: bool = False  # its value is always just the stored answer
    computed: bool = False
    over: bool = False  # a repeat over keys: its rows are named by what they are about
    fixed: bool = False  # a repeat whose rows come by themselves: none is added or removed
    kind: str = ""  # the field's kind, or ``repeat`` / ``roster``
    is_question: bool = True  # whether somebody is asked for it
    leaners: tuple[Entry, ...] = ()
    """What is asked or computed from it, however far."""
    dependents: tuple[Entry, ...] = ()
    followers: tuple[Entry, ...] = ()
    """What is prefilled from it."""
    """These, and what rules look at together with any of them."""
    spoils: Mapping[int, frozenset[Any]] = field(default_factory=dict)
    """Id of a level -> keys of the memo that a change of this makes wrong there."""
    judged: Mapping[str, tuple[tuple[int, Check], ...]] = field(default_factory=dict)
    """Weight -> rules its answer can break, its own first: (levels out, rule)."""
    unique: bool = False  # its value must differ from row to row
    aside: bool = False  # not asked: added from the summary by who has something to add
    shakes: bool = True  # its answer can decide whether the rows it stands in are asked at all
    static: Any = None  # the buttons of a fixed list, made once (fields.options)
    listed: tuple[Any, Any] | None = None  # the newest list from data and its buttons
    near: tuple[Entry, ...] = ()
    """Backwards from it, what stands between it and the last question that is always asked."""
    peers: tuple[int, ...] = ()
    """Keys of the memo: what is asked under the very same conditions, itself included."""
    conditions: tuple[Node, ...] = ()

    def __post_init__(self) -> None:
        item = self.item
        if isinstance(item, Field):
            self.kind, self.decimal, self.is_field = item.kind, item.kind == "decimal", True
            self.is_question = item.calculation is None and item.kind != "note"
            self.plain = self.is_question and not self.conditions and not self.decimal
            self.computed = item.calculation is not None
        else:
            self.kind = "repeat" if isinstance(item, Repeat) else "roster"
            self.over = isinstance(item, Repeat) and bool(item.over)
            self.fixed = self.over or (isinstance(item, Repeat) and item.given)
            self.plain = not self.conditions

    def keyed(self, scope: Scope) -> list[Mapping[str, Any]]:
        """The stored rows of a repeat whose keys stand today, in the order of the keys; other repeats: all rows."""
        found = scope.values.get(self.name) or ()
        if self.keys is None:
            return list(found)
        by_key = {row["_"]: row for row in found}
        return [by_key[key] for key in self.keys(scope) if key in by_key]

    def missing(self, scope: Scope) -> list[str]:
        """Keys of a repeat over computed keys that have no row yet."""
        if self.keys is None:
            return []
        found = {row["_"] for row in scope.values.get(self.name) or ()}
        return [key for key in self.keys(scope) if key not in found]

    def asked(self, scope: Scope) -> bool:
        """Whether its conditions hold in this row (memoised for the turn)."""
        relevant = self.relevant
        if relevant is None or scope.stored:
            return True
        memo, key = scope.memo, ~self.index
        if key not in memo:
            memo[key] = bool(relevant(scope))
        return memo[key]  # type: ignore[no-any-return]

    def value(self, scope: Scope) -> Any:
        """Its value as expressions see it: computed, decoded, ``None`` when it is not asked."""
        if self.computed:
            memo = scope.memo
            return memo[self.index] if self.index in memo else self.fill(scope)
        found = scope.values.get(self.name)
        if found is None or (self.relevant is not None and not self.asked(scope)):
            return None
        return Decimal(found) if self.decimal else found


@dataclass(slots=True, eq=False, repr=False)
class Level:
    """The questions of one row. ``path``: names of the repeats around it. ``up``: where outer names are found."""

    path: tuple[str, ...]
    up: Level | None
    entries: list[Entry] = field(default_factory=list)
    by_name: dict[str, Entry] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    questions: tuple[Entry, ...] = ()
    passed: tuple[int, ...] = (0,)
    """Index of an entry -> how many questions stand before it; one more than there are entries."""
    before: tuple[frozenset[str], ...] = (frozenset(),)
    """How many questions stand before one -> the names of those, without what is not asked by itself; one more likewise."""

    def find(self, name: str) -> tuple[int, Entry]:
        """How many levels out ``name`` stands, and what it is; KeyError when nowhere."""
        depth, level = 0, self
        while True:
            entry = level.by_name.get(name)
            if entry is not None:
                return depth, entry
            if level.up is None:
                raise KeyError(name)
            depth, level = depth + 1, level.up


@dataclass(slots=True, eq=False, repr=False)
class CompiledNeed:
    """A :class:`Need` with closures. ``index``: root entry before which it is wanted (0: at the start)."""

    need: Need
    when: Eval
    args: tuple[tuple[str, Eval], ...]
    index: int


@dataclass(slots=True, eq=False, repr=False)
class Plan:
    """A compiled form. ``words``: prefix of its keys; ``version`` goes into drafts and button addresses."""

    id: str
    words: str
    version: int
    form: Form
    root: Level
    needs: tuple[CompiledNeed, ...]
    ends: tuple[tuple[Eval, tuple[tuple[int, Entry], ...], str], ...]
    steps: tuple[int, ...] = ()
    hinges: frozenset[int] = frozenset()  # ids of the entries that decide which facts are needed
    doors: frozenset[int] = (
        frozenset()
    )  # ids of the entries that decide whether the form is left by another door
    growing: tuple[Entry, ...] = ()  # repeats over computed keys: their rows come and go with other answers

    def level_at(self, path: Path) -> Level:
        """The level that holds the last name of *path*."""
        level = self.root
        for name in path[:-1:2]:
            inner = level.by_name[name].inner
            if inner is None:
                raise KeyError(name)
            level = inner
        return level

    def entry(self, path: Path) -> Entry | None:
        """What stands at *path*, None when the form has no such place (anymore)."""
        try:
            return self.level_at(path).by_name.get(path[-1])
        except (KeyError, IndexError):
            return None

    def address(self, path: Path) -> str:
        """A path as a short ASCII text for buttons: item numbers and row numbers, e.g. ``2.11.r3.4``."""
        parts, level = [str(self.version)], self.root
        for i, name in enumerate(path):
            if i % 2:
                parts.append(name)
                if name == "+":  # a menu: the row count follows as it is
                    return ".".join([*parts, *path[i + 1 :]])
                continue
            entry = level.by_name[name]
            parts.append(str(entry.index))
            if entry.inner is not None:
                level = entry.inner
        return ".".join(parts)

    def path_of(self, address: str) -> Path | None:
        """The path of :meth:`address`; None for another version or nonsense."""
        version, *parts = address.split(".")
        if version != str(self.version):
            return None
        path: list[str] = []
        level: Level | None = self.root
        for i, part in enumerate(parts):
            if i % 2:
                path.append(part)
                if part == "+":
                    return (*path, *parts[i + 1 :])
                continue
            if level is None or not part.isascii() or not part.isdigit() or int(part) >= len(level.entries):
                return None
            entry = level.entries[int(part)]
            path.append(entry.name)
            level = entry.inner
        return tuple(path)
