"""
Forms compiled: names resolved, closures made, dependents known. A wrong name or a circle stops the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from bot.errors import BadForm
from bot.forms.core.compiling import Eval, compile_calculation, compile_node
from bot.forms.core.expressions import Call, Node, Over, Ref, children
from bot.forms.core.graph import Graph
from bot.forms.core.model import YES, Choice, Form, Group, Item, Repeat, Roster, Rule
from bot.forms.core.names import LevelNames, always
from bot.forms.core.plan import Check, CompiledNeed, Entry, Level, Plan


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
        self.graph = Graph(form_id, self.root, {id(self.root)})
        self.todo: list[Entry] = []
        self.rows: list[tuple[Level, tuple[Rule, ...]]] = []

    def plan(self) -> Plan:
        self._lay(self.root, self.form.items, (), "")
        self.rows.append((self.root, self.form.rules))
        for entry in self.todo:
            self._fill(entry)
        for level, rules in self.rows:
            level.checks = (*level.checks, *(self._check(rule, level, None) for rule in rules))
        for level in dict.fromkeys(entry.level for entry in self.graph.all()):
            level.questions = tuple(entry for entry in level.entries if entry.is_question)
            level.passed = tuple(accumulate((int(entry.is_question) for entry in level.entries), initial=0))
            level.before = tuple(
                frozenset(one.name for one in level.questions[:n] if not one.aside)
                for n in range(len(level.questions) + 1)
            )
        self.graph.refuse_cycles()
        self.graph.link()
        ends = tuple(
            (self._make(node, self.root, f"ends {door}"), self._needed(node, self.root), door)
            for node, door in self.form.ends
        )
        steps = tuple(entry.index for entry in self.root.entries if entry.is_question)
        growing = tuple(entry for entry in self.graph.all() if entry.keys is not None)
        return Plan(
            self.id, self.words, self.version, self.form, self.root, self._needs(), ends, steps,
            self._behind(*(node for need in self.form.needs for node in (need.when, *(node for _, node in need.args)))),
            self._behind(*(node for node, _ in self.form.ends)), growing,
        )  # fmt: skip

    def _behind(self, *nodes: Node) -> frozenset[int]:
        """Ids of the entries these expressions lean on, however far."""
        direct = {id(entry) for node in nodes for entry in self.graph.inside(node, self.root)}
        leaning = {id(one) for one in self.graph.all() if any(id(other) in direct for other in one.leaners)}
        return frozenset(direct | leaning)

    def wrong(self, where: str, why: str) -> BadForm:
        return BadForm(form=self.id, where=where, why=why)

    def _make(self, node: Node, level: Level, where: str) -> Eval:
        try:
            return compile_node(node, LevelNames(level, self.facts, self.acts), where)
        except BadForm as bad:
            raise self.wrong(where, bad.details["why"]) from None

    def _computed(self, entry: Entry, node: Node, where: str) -> Eval:
        names = LevelNames(entry.level, self.facts, self.acts)
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
                self.graph.own.add(id(entry.inner))
                self._lay(entry.inner, item.items, (), "")
                for name in item.unique:
                    entry.inner.by_name[name].unique = True
                self.rows.append((entry.inner, item.row_rules))

    def _refuse_shadow(self, level: Level, name: str) -> None:
        at: Level | None = level
        while at is not None:
            if name in at.by_name and id(at) in self.graph.own:
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
        entry.aside = item.appearance == "aside"
        if entry.aside and item.required is not False:
            raise self.wrong(where, "what is not asked cannot be required")
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
        if item.own_words and ("other" not in item.choices or item.own_words not in level.by_name):
            raise self.wrong(
                where, f"own words need the choice 'other' and the field {item.own_words!r} beside it"
            )

    def _refuse_nowhere(self, where: str, goes: str) -> None:
        level: Level | None = self.root
        for name in goes.split("."):
            if level is None or name not in level.by_name:
                raise self.wrong(where, f"a choice goes to {goes!r}, which is nowhere")
            level = level.by_name[name].inner

    def _check(self, rule: Rule, level: Level, entry: Entry | None) -> Check:
        where = f"rule {rule.key}"
        show = tuple((name, self._make(node, level, where)) for name, node in rule.show)
        reads = tuple(dict.fromkeys(self.graph.inside(rule.ok, level)))
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
