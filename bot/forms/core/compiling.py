"""
Expressions compiled: nodes -> one Python function each, names resolved here.

The functions are generated as source text, so that a condition costs a few calls instead of one for every node: a form of
forty questions is looked through at every answer. Whatever an author wrote enters the text as a literal (``repr``) or as a
constant of the function's own namespace, never as code. What a function of the language does stands in functions.py; the
operators, ``and or not if coalesce in blank`` and the aggregates are written out below, with the same answers to a blank.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from typing import Any, Protocol

from bot.errors import BadForm
from bot.forms.core import functions
from bot.forms.core.expressions import Call, Fact, Lit, Node, Over, Ref

Eval = Callable[[Any], Any]
"""A compiled expression: a scope (plan.Scope) in, a value out."""

_ORDER = frozenset({"<", "<=", ">", ">="})
_ARITHMETIC = frozenset({"+", "-", "*"})


class Named(Protocol):
    """
    What a name means: something with a name and a value in a scope. ``plain``: always just the stored answer;
    ``computed``: kept in the scope's memo under ``index`` once it was asked for.
    """

    name: str
    index: int
    plain: bool
    computed: bool
    conditions: tuple[Node, ...]

    @property
    def fill(self) -> Eval:
        """What computes its value and keeps it in the scope's memo."""

    def value(self, scope: Any) -> Any:
        """Its value as expressions see it."""


class Names(Protocol):
    """How a compiler finds what a name means at one level of a form."""

    def ref(self, name: str) -> tuple[int, Named]:
        """How many levels out the nearest ``name`` stands, and what it is; raises KeyError when there is none."""

    def rows(self, name: str) -> tuple[int, Any, Names]:
        """
        Where the rows of a repeat stand: levels out, its entry, the names valid inside. For ``@act`` a function from a
        scope to the acts' scopes stands for the entry, with -1 for the levels. Raises KeyError.
        """

    def fact(self, name: str) -> Eval:
        """What reads a declared fact; raises KeyError when it is not declared."""


def compile_node(node: Node, names: Names, where: str) -> Eval:
    """Turn nodes into a function of a scope; every name is resolved here. Raises :class:`BadForm`."""
    if isinstance(node, Lit):
        constant = node.value
        return lambda s: constant
    writer = _Writer()
    try:
        text = writer.value(node, names, "s")
    except KeyError as missing:
        raise BadForm(form="", where=where, why=f"there is no {missing.args[0]!r} here") from None
    code = compile(f"lambda s: {text}", f"<{where}>", "eval")
    return eval(code, writer.space)  # type: ignore[no-any-return]  # noqa: S307 - our own text, see above


def compile_calculation(node: Node, names: Names, where: str, named: Named) -> Eval:
    """
    What fills the memo of a scope with the value of *named*, asked or not asked apart: of a sent record the stored value.
    """
    writer = _Writer()
    try:
        text = writer.value(node, names, "s")
    except KeyError as missing:
        raise BadForm(form="", where=where, why=f"there is no {missing.args[0]!r} here") from None
    if named.conditions:
        text = f"{text} if {writer.constant(named)}.asked(s) else None"
    text = f"lambda s: s.values.get({named.name!r}) if s.stored else s.memo.setdefault({named.index}, {text})"
    return eval(compile(text, f"<{where}>", "eval"), writer.space)  # type: ignore[no-any-return]  # noqa: S307


def row_id(scope: Any) -> Any:
    """The id of the nearest row that has one (an act has none of its own)."""
    while "_" not in scope.values and scope.up is not None:
        scope = scope.up
    return scope.values.get("_")


class _Writer:
    """The text of one expression; ``space`` holds its constants."""

    def __init__(self) -> None:
        self.space: dict[str, Any] = {
            "__builtins__": {"any": any, "all": all, "sum": sum, "len": len, "next": next}
        }
        self._numbers = count()

    def constant(self, value: Any) -> str:
        name = f"c{next(self._numbers)}"
        self.space[name] = value
        return name

    def fresh(self) -> str:
        return f"t{next(self._numbers)}"

    def value(self, node: Node, names: Names, s: str) -> str:
        """The text that gives the node's value in the scope called *s*."""
        match node:
            case Lit(value):
                return self.constant(value) if isinstance(value, Decimal) else repr(value)
            case Ref(name):
                return self._ref(name, names, s)
            case Fact(name):
                return f"{self.constant(names.fact(name))}({s})"
            case Call(fn, args):
                return self._call(fn, args, names, s)
            case Over():
                return self._over(node, names, s)

    def truth(self, node: Node, names: Names, s: str) -> str:
        """The text of a condition: only whether it holds matters."""
        if isinstance(node, Call) and node.fn in ("and", "or"):
            left, right = (self.truth(arg, names, s) for arg in node.args)
            return f"({left} {node.fn} {right})"
        return self.value(node, names, s)

    def _ref(self, name: str, names: Names, s: str) -> str:
        if name == "_":
            return f"{self.constant(row_id)}({s})"
        depth, named = names.ref(name)
        at = s + ".up" * depth
        if named.plain:
            return f"{at}.values.get({named.name!r})"
        constant = self.constant(named)
        if named.computed:  # most of them have been computed in this turn already
            memo = self.fresh()
            return f"({memo}[{named.index}] if {named.index} in ({memo} := {at}.memo) else {constant}.fill({at}))"
        return f"(None if {at}.values.get({named.name!r}) is None else {constant}.value({at}))"

    def _call(self, fn: str, args: tuple[Node, ...], names: Names, s: str) -> str:
        if fn in ("and", "or"):
            return f"(True if {self.truth(Call(fn, args), names, s)} else False)"
        if fn == "not":
            return f"(not {self.truth(args[0], names, s)})"
        if fn == "if":
            test, yes, no = args
            return f"({self.value(yes, names, s)} if {self.truth(test, names, s)} else {self.value(no, names, s)})"
        texts = [self.value(arg, names, s) for arg in args]
        if fn == "coalesce":
            text = "None"
            for one in reversed(texts):
                name = self.fresh()
                text = f"({name} if ({name} := {one}) is not None else {text})"
            return text
        if fn in ("=", "!="):
            return f"({texts[0]} {'==' if fn == '=' else '!='} {texts[1]})"
        if fn in _ORDER or fn in _ARITHMETIC:
            return self._binary(fn, args, texts)
        if fn == "in":
            return f"({texts[0]} in ({', '.join(texts[1:])},))"
        if fn == "blank":
            name = self.fresh()
            return f"(({name} := {texts[0]}) is None or {name} in ('', []))"
        entry = functions.TABLE[fn]
        if entry.table:
            return f"{s}.env.{entry.table}[{fn!r}]({', '.join(texts)})"
        given = [f"{s}.env", *texts] if entry.wants_env else texts
        return f"{self.constant(entry.run)}({', '.join(given)})"

    def _binary(self, fn: str, args: tuple[Node, ...], texts: list[str]) -> str:
        """A comparison with a blank is false, arithmetic with one is blank."""
        tests, sides = [], []
        for node, text in zip(args, texts, strict=True):
            if isinstance(node, Lit) and node.value is not None:
                sides.append(text)
                continue
            name = self.fresh()
            tests.append(f"({name} := {text})")
            sides.append(name)
        said = f"{sides[0]} {fn} {sides[1]}"
        if fn in _ORDER:
            return f"({' and '.join([*(f'{test} is not None' for test in tests), said])})"
        return (
            f"(None if {' or '.join(f'{test} is None' for test in tests)} else {said})"
            if tests
            else f"({said})"
        )

    def _over(self, node: Over, names: Names, s: str) -> str:
        depth, entry, inner = names.rows(node.rows)
        rows = (
            f"{self.constant(entry)}({s})"
            if depth < 0
            else f"{s}{'.up' * depth}.rows({self.constant(entry)})"
        )
        row = self.fresh()
        where = self.truth(node.where, inner, row) if node.where is not None else ""
        if node.fn == "count":
            return f"sum([1 for {row} in {rows} if {where}])" if where else f"len({rows})"
        if node.fn in ("any", "all"):
            return f"{node.fn}(True if {where or 'True'} else False for {row} in {rows})"
        if node.value is None:
            raise BadForm(form="", where=node.rows, why=f"{node.fn}() over rows needs a value")
        value = self.fresh()
        tests = " and ".join(
            part for part in (where, f"({value} := {self.value(node.value, inner, row)}) is not None") if part
        )
        made = f"[{value} for {row} in {rows} if {tests}]"
        if node.fn == "list":
            return made
        return f"sum({made})" if node.fn == "sum" else f"{self.constant(functions.GATHER[node.fn])}({made})"


__all__ = ["Eval", "Named", "Names", "compile_calculation", "compile_node", "row_id"]
