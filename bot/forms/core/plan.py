"""
A form compiled once per version: names resolved, closures made, dependents known. A wrong name stops the start.

:class:`Level` is the root of a form or the inside of a repeat; :class:`Entry` is one question, computed value,
repeat or roster on it; :class:`Scope` is one row of answers as closures read it, with a memo that lives for one turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import accumulate
from typing import Any

from bot.errors import BadForm
from bot.forms.core import law
from bot.forms.core.compiling import Eval, compile_calculation, compile_node
from bot.forms.core.draft import Facts, Path
from bot.forms.core.expressions import Call, Node, Over, Ref, children
from bot.forms.core.model import YES, Choice, Field, Form, Group, Item, Need, Repeat, Roster, Rule

ACT_FIELDS = ("n", "name", "by", "by_name", "post", "at", "row", "round", "frm", "to")


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

    def forget(self, spoilt: Mapping[int, tuple[Any, ...]]) -> None:
        """An answer was written: what was computed from it goes (Entry.spoils), in this row and those inside it."""
        for key in spoilt.get(id(self.level), ()):
            self.memo.pop(key, None)
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
    kind: str = ""  # the field's kind, or ``repeat`` / ``roster``
    is_question: bool = True  # whether somebody is asked for it
    leaners: tuple[Entry, ...] = ()
    """What is asked or computed from it, however far."""
    dependents: tuple[Entry, ...] = ()
    followers: tuple[Entry, ...] = ()
    """What is prefilled from it."""
    """These, and what rules look at together with any of them."""
    spoils: Mapping[int, tuple[Any, ...]] = field(default_factory=dict)
    """Id of a level -> keys of the memo that a change of this makes wrong there."""
    judged: Mapping[str, tuple[tuple[int, Check], ...]] = field(default_factory=dict)
    """Weight -> rules its answer can break, its own first: (levels out, rule)."""
    unique: bool = False  # its value must differ from row to row
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
    names: tuple[str, ...] = ()  # of the questions
    passed: tuple[int, ...] = (
        0,
    )  # index of an entry -> how many questions stand before it; one more than there are entries

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


class _Names:
    """How the compiler finds names at one level (see compiling.Names)."""

    def __init__(self, level: Level, facts: frozenset[str], acts: Mapping[str, Level]) -> None:
        self.level, self.facts, self.acts = level, facts, acts

    def ref(self, name: str) -> tuple[int, Entry]:
        return self.level.find(name)

    def rows(self, name: str) -> tuple[int, Any, _Names]:
        if name.startswith("@"):
            find, inner = self._act_rows(name)
            return -1, find, inner
        depth, entry = self.level.find(name)
        if entry.inner is None:
            raise KeyError(name)
        return depth, entry, _Names(entry.inner, self.facts, self.acts)

    def _act_rows(self, name: str) -> tuple[Callable[[Any], list[Any]], _Names]:
        every, wanted = name.startswith("@@"), name.lstrip("@")
        level = replace(self.acts[wanted], up=self.level)  # an act is read from where the expression stands

        def find(s: Any) -> list[Any]:
            env = s.env
            return [
                Scope(level, {**act.answers, **{f: getattr(act, f) for f in ACT_FIELDS}}, env, s, stored=True)
                for act in env.acts
                if act.name == wanted and (every or act.round == env.round)
            ]

        return find, _Names(level, self.facts, self.acts)

    def fact(self, name: str) -> Eval:
        first, *rest = name.split(".")
        if first not in self.facts:
            raise KeyError(name)

        def read(s: Any) -> Any:
            env = s.env
            found = env.frozen.get(first)
            if found is None:
                found = env.live.get(first)
            for part in rest:
                if type(found) is not dict and not isinstance(found, Mapping):
                    return None
                found = found.get(part)
            return found

        return read


def compile_form(
    form: Form,
    *,
    form_id: str,
    words: str,
    version: int,
    record: Level | None = None,
    acts: Mapping[str, Level] | None = None,
) -> Plan:
    """
    Compile *form*. ``record``: the level its names may climb to (the record a transition acts on); ``acts``: the
    levels of the record type's transitions, for ``@name`` rows. Raises :class:`BadForm`.
    """
    return _Compiler(form_id, words, version, form, record, acts or {}).plan()


def act_level(form: Form, record: Level | None) -> Level:
    """The level of ``@act`` rows: the transition's own fields and what is known of every act."""
    level = Level((), record)
    for item in [*_fields(form.items), *(Field(name, "calculate") for name in ACT_FIELDS)]:
        if item.name not in level.by_name:
            entry = Entry(item.name, item, level, len(level.entries), "")
            entry.plain, entry.computed = True, False  # an act is done: it holds what was computed then
            level.entries.append(entry)
            level.by_name[item.name] = entry
    return level


def _fields(items: tuple[Item, ...]) -> Iterator[Field]:
    for item in items:
        if isinstance(item, Group):
            yield from _fields(item.items)
        elif isinstance(item, Field):
            yield item


def _reached(entry: Entry, lines: Mapping[int, list[Entry]]) -> tuple[Entry, ...]:
    """Everything that *lines* lead to from *entry*, itself left out."""
    seen: dict[int, Entry] = {}
    queue = [entry]
    while queue:
        at = queue.pop()
        for other in lines.get(id(at), ()):
            if id(other) not in seen and other is not entry:
                seen[id(other)] = other
                queue.append(other)
    return tuple(seen.values())


def _spoils(entry: Entry) -> dict[int, tuple[Any, ...]]:
    found: dict[int, list[Any]] = {}
    for other in (entry, *entry.leaners):
        keys = found.setdefault(id(other.level), [])
        if other.computed:
            keys.append(other.index)
        if other.conditions and other is not entry:
            keys.append(~other.index)
        if other.inner is not None:
            keys.append(other)
    return {level: tuple(keys) for level, keys in found.items() if keys}


def _near(entry: Entry) -> Iterator[Entry]:
    """Backwards from *entry*: notes, and questions that may not be asked; empty where there is no note among them."""
    found: list[Entry] = []
    for other in reversed(entry.level.entries[: entry.index]):
        if other.is_question and not other.conditions:
            break
        if other.is_question or other.kind == "note":
            found.append(other)
    yield from found if any(other.kind == "note" for other in found) else ()


def always(value: Any) -> Eval:
    """A closure that gives the same value in every row."""
    return lambda _: value


class _Compiler:
    def __init__(
        self,
        form_id: str,
        words: str,
        version: int,
        form: Form,
        record: Level | None,
        acts: Mapping[str, Level],
    ) -> None:
        self.id, self.words, self.version, self.form, self.acts = form_id, words, version, form, acts
        self.facts = frozenset({need.name for need in form.needs} | {"about", "actor", *form.live})
        self.root = Level((), record)
        self.own = {id(self.root)}
        self.todo: list[Entry] = []
        self.rows: list[tuple[Level, tuple[Rule, ...]]] = []

    def plan(self) -> Plan:
        self._lay(self.root, self.form.items, (), "")
        self.rows.append((self.root, self.form.rules))
        for entry in self.todo:
            self._fill(entry)
        for level, rules in self.rows:
            level.checks = (*level.checks, *(self._check(rule, level, None) for rule in rules))
        for level in dict.fromkeys(entry.level for entry in self._all(self.root)):
            level.questions = tuple(entry for entry in level.entries if entry.is_question)
            level.names = tuple(entry.name for entry in level.questions)
            level.passed = tuple(accumulate((int(entry.is_question) for entry in level.entries), initial=0))
        self._refuse_cycles()
        self._link_dependents()
        ends = tuple(
            (self._make(node, self.root, f"ends {door}"), self._needed(node, self.root), door)
            for node, door in self.form.ends
        )
        steps = tuple(entry.index for entry in self.root.entries if entry.is_question)
        growing = tuple(entry for entry in self._all(self.root) if entry.keys is not None)
        return Plan(
            self.id, self.words, self.version, self.form, self.root, self._needs(), ends, steps,
            self._behind(*(node for need in self.form.needs for node in (need.when, *(node for _, node in need.args)))),
            self._behind(*(node for node, _ in self.form.ends)), growing,
        )  # fmt: skip

    def _behind(self, *nodes: Node) -> frozenset[int]:
        """Ids of the entries these expressions lean on, however far."""
        direct = {id(entry) for node in nodes for entry in self._inside(node, self.root)}
        leaning = {
            id(one) for one in self._all(self.root) if any(id(other) in direct for other in one.leaners)
        }
        return frozenset(direct | leaning)

    def wrong(self, where: str, why: str) -> BadForm:
        return BadForm(form=self.id, where=where, why=why)

    def _make(self, node: Node, level: Level, where: str) -> Eval:
        try:
            return compile_node(node, _Names(level, self.facts, self.acts), where)
        except BadForm as bad:
            raise self.wrong(where, bad.details["why"]) from None

    def _computed(self, entry: Entry, node: Node, where: str) -> Eval:
        names = _Names(entry.level, self.facts, self.acts)
        try:
            return compile_calculation(node, names, where, entry)
        except BadForm as bad:
            raise self.wrong(where, bad.details["why"]) from None

    def _lay(self, level: Level, items: tuple[Item, ...], conditions: tuple[Node, ...], group: str) -> None:
        for item in items:
            if isinstance(item, Group):
                own = (*conditions, item.relevant) if item.relevant is not None else conditions
                self._lay(level, item.items, own, item.name)
                self.rows.append((level, item.rules))
                continue
            self._refuse_shadow(level, item.name)
            words = "-".join((self.words, *level.path, item.name))
            every = (*conditions, item.relevant) if item.relevant is not None else conditions
            entry = Entry(item.name, item, level, len(level.entries), words, group, conditions=every)
            level.entries.append(entry)
            level.by_name[item.name] = entry
            self.todo.append(entry)
            if isinstance(item, Repeat):
                entry.inner = Level((*level.path, item.name), level)
                self.own.add(id(entry.inner))
                self._lay(entry.inner, item.items, (), "")
                for name in item.unique:
                    entry.inner.by_name[name].unique = True
                self.rows.append((entry.inner, item.row_rules))

    def _refuse_shadow(self, level: Level, name: str) -> None:
        at: Level | None = level
        while at is not None:
            if name in at.by_name and id(at) in self.own:
                raise self.wrong(name, "the name stands twice, here or on a level around it")
            at = at.up

    def _fill(self, entry: Entry) -> None:
        item, level = entry.item, entry.level
        where = "/".join((*level.path, entry.name))

        def make(node: Node | None) -> Eval | None:
            return None if node is None else self._make(node, level, where)

        if entry.conditions:
            every, *rest = entry.conditions
            for node in rest:
                every = Call("and", (every, node))
            entry.relevant = self._make(every, level, where)
        if isinstance(item, Repeat):
            low, high = (bound if not isinstance(bound, int) else None for bound in (item.min, item.max))
            entry.bounds = (
                make(low) or (lambda s, n=item.min: n),  # type: ignore[misc]
                make(high) or (lambda s, n=item.max: n),  # type: ignore[misc]
            )
            entry.prefill = make(item.prefill)
            if not isinstance(item.over, tuple):
                keys = self._make(item.over, level, where)
                entry.keys = lambda s: keys(s) or ()
            entry.checks = tuple(self._check(rule, level, None) for rule in item.rules)
            return
        if not isinstance(item.required, bool):
            entry.required = make(item.required)
        entry.checks = tuple(self._check(rule, level, entry) for rule in item.rules)
        if isinstance(item, Roster):
            entry.rows_fact = make(item.rows)
            entry.states = always(item.states) if isinstance(item.states, str) else make(item.states)
            entry.exclude = make(item.exclude)
            return
        if item.calculation is not None:
            entry.fill = self._computed(entry, item.calculation, where)
        entry.default = make(item.default)
        entry.prefill, entry.options = make(item.prefill), make(item.options)
        if item.counts:
            entry.counts = always(item.counts) if isinstance(item.counts, str) else make(item.counts)
        entry.show = tuple((name, self._make(node, level, where)) for name, node in item.show)
        entry.choices = tuple(
            (choice, None) if isinstance(choice, str) else (choice.value, make(choice.relevant))
            for choice in item.choices
        )
        entry.goes = {
            choice.value: choice.goes for choice in item.choices if isinstance(choice, Choice) and choice.goes
        }
        for goes in entry.goes.values():
            self._refuse_nowhere(where, goes)
        if item.kind in ("select_one", "select_multiple") and not item.choices and item.options is None:
            raise self.wrong(where, "a choice needs choices or options")

    def _refuse_nowhere(self, where: str, goes: str) -> None:
        level: Level | None = self.root
        for name in goes.split("."):
            if level is None or name not in level.by_name:
                raise self.wrong(where, f"a choice goes to {goes!r}, which is nowhere")
            level = level.by_name[name].inner

    def _check(self, rule: Rule, level: Level, entry: Entry | None) -> Check:
        where = f"rule {rule.key}"
        show = tuple((name, self._make(node, level, where)) for name, node in rule.show)
        reads = tuple(dict.fromkeys(self._inside(rule.ok, level)))
        return Check(rule, self._make(rule.ok, level, where), show, self._needed(rule.ok, level), reads)

    def _needed(self, node: Node, level: Level) -> tuple[tuple[int, Entry], ...]:
        """Fields a rule reads directly: it is not asked while one of them is blank (coalesce and blank are tolerant)."""
        found: list[tuple[int, Entry]] = []

        def look(at: Node) -> None:
            if isinstance(at, Over) or (isinstance(at, Call) and at.fn in ("coalesce", "blank", "if")):
                return
            if isinstance(at, Ref) and at.name != "_":
                found.append(level.find(at.name))
            for child in children(at):
                look(child)

        look(node)
        return tuple(dict.fromkeys(found))

    def _needs(self) -> tuple[CompiledNeed, ...]:
        compiled = []
        for need in self.form.needs:
            index = self.root.by_name[need.before].index if need.before else 0
            args = tuple((name, self._make(node, self.root, f"need {need.name}")) for name, node in need.args)
            when = (
                self._make(need.when, self.root, f"need {need.name}")
                if need.when != YES
                else (lambda s: True)
            )
            compiled.append(CompiledNeed(need, when, args, index))
        return tuple(compiled)

    # -- the graph of what leans on what

    def _leans_on(self, entry: Entry) -> Iterator[Entry]:
        """What decides whether *entry* is asked and, if computed, its value."""
        item = entry.item
        computed = (item.calculation,) if isinstance(item, Field) and item.calculation is not None else ()
        if isinstance(item, Repeat) and not isinstance(item.over, tuple):
            computed = (item.over,)
        for node in (*entry.conditions, *computed):
            yield from self._inside(node, entry.level)

    def _inside(self, node: Node, level: Level) -> Iterator[Entry]:
        """The entries of this form that *node* reads, rows included."""
        if isinstance(node, Over):
            if node.rows.startswith("@"):
                return
            repeat = level.find(node.rows)[1]
            if id(repeat.level) in self.own:
                yield repeat
                assert repeat.inner is not None
                for child in children(node):
                    yield from self._inside(child, repeat.inner)
            return
        if isinstance(node, Ref) and node.name != "_":
            entry = level.find(node.name)[1]
            if id(entry.level) in self.own:
                yield entry
        for child in children(node):
            yield from self._inside(child, level)

    def _all(self, level: Level) -> Iterator[Entry]:
        for entry in level.entries:
            yield entry
            if entry.inner is not None:
                yield from self._all(entry.inner)

    def _refuse_cycles(self) -> None:
        state: dict[int, int] = {}

        def visit(entry: Entry, trail: tuple[str, ...]) -> None:
            mark = state.get(id(entry))
            if mark == 2:
                return
            if mark == 1:
                raise self.wrong(entry.name, "it leans on itself: " + " <- ".join((*trail, entry.name)))
            state[id(entry)] = 1
            for other in self._leans_on(entry):
                if other is not entry or entry.kind != "repeat":
                    visit(other, (*trail, entry.name))
            state[id(entry)] = 2

        for entry in self._all(self.root):
            visit(entry, ())

    def _link_dependents(self) -> None:
        direct: dict[int, list[Entry]] = {}
        rule_readers: dict[int, list[Entry]] = {}
        everything = list(self._all(self.root))
        for entry in everything:
            for other in self._leans_on(entry):
                direct.setdefault(id(other), []).append(entry)
            for rule in getattr(entry.item, "rules", ()):
                if rule.weight != "refuse":  # only what is refused is asked again
                    continue
                for other in self._inside(rule.ok, entry.level):
                    if other is not entry:
                        rule_readers.setdefault(id(other), []).append(entry)
        for level in dict.fromkeys(entry.level for entry in everything):
            for check in level.checks:
                if check.rule.weight != "refuse":
                    continue
                for other in check.reads:
                    readers = [one for one in check.reads if one is not other and one.is_question]
                    rule_readers.setdefault(id(other), []).extend(readers)
        followers: dict[int, dict[int, Entry]] = {}
        for entry in everything:
            if isinstance(entry.item, Field) and entry.item.prefill is not None:
                for other in self._inside(entry.item.prefill, entry.level):
                    followers.setdefault(id(other), {})[id(entry)] = entry
        both = {key: [*direct.get(key, ()), *rule_readers.get(key, ())] for key in {**direct, **rule_readers}}
        for entry in everything:
            entry.leaners, entry.dependents = _reached(entry, direct), _reached(entry, both)
            entry.followers = tuple(followers.get(id(entry), {}).values())
        for entry in everything:
            around = [entry] if entry.inner is not None else []
            inside = entry.level
            while inside.up is not None and id(inside.up) in self.own:
                around.append(inside.up.by_name[inside.path[-1]])
                inside = inside.up
            entry.spoils = _spoils(entry)
            entry.near = tuple(_near(entry))
            entry.peers = tuple(
                ~other.index
                for other in entry.level.entries
                if entry.conditions and other.conditions == entry.conditions
            )
            entry.shakes = any(one in entry.leaners for one in around)
            own = [(0, check) for check in entry.checks]
            rules = [*own, *self._watching(entry)]
            entry.judged = {
                weight: tuple(one for one in rules if one[1].rule.weight == weight)
                for weight in ("refuse", "confirm")
            }

    def _watching(self, entry: Entry) -> Iterator[tuple[int, Check]]:
        depth, level = 0, entry.level
        while id(level) in self.own:
            for check in level.checks:
                for read in self._inside(check.rule.ok, level):
                    if read is entry or read in entry.leaners:
                        yield depth, check
                        break
            if level.up is None:
                return
            depth, level = depth + 1, level.up
