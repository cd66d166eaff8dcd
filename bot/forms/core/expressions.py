"""
Conditions, rules and calculations: XLSForm's notation -> a few frozen nodes -> closures.

Authors write ``x("${life_count} > 0")``. The text is parsed when the module loads; everything else reads
the *nodes*: the chat and the phone page ask with them, exports and docs print them, :func:`explain` answers
"why" with them. Names are resolved when a form is compiled, so a wrong name stops the start and not a cadre.

Notation (a subset of https://xlsform.org/en/ref-table/, with rows and acts added)::

    ${name}                       the nearest field, calculation or row id of that name, looking outwards
    ${_}                          the id of this row
    fact('households.n')          something frozen or live that the form declares it needs
    'text'  12  3.5  true() false() null()
    and or not(…)   = != < <= > >=   + - * div mod
    name(args)                    one entry of the function table (functions.py)
    count(agenda, where)          over the rows of a repeat: count any all
    sum(agenda, value, where)     sum min max first last list distinct
    last(@check, ${percent}, …)   over this round's acts of one name; @@check: over all rounds
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.errors import BadForm
from bot.forms.core import functions


@dataclass(frozen=True, slots=True)
class Lit:
    """A value written in the expression: text, int, Decimal, bool or None."""

    value: Any


@dataclass(frozen=True, slots=True)
class Ref:
    """The nearest ``name``: this row, the enclosing row, the record."""

    name: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something of the world, by dotted path; its first part must be declared by the form."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """One entry of the function table, or an operator under its own sign."""

    fn: str
    args: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """An aggregate over the rows of a repeat, or over acts when ``rows`` begins with ``@``."""

    fn: str
    rows: str
    value: Node | None = None
    where: Node | None = None


Node = Lit | Ref | Fact | Call | Over

AGGREGATES = frozenset({"count", "sum", "min", "max", "any", "all", "first", "last", "list", "distinct"})
TESTS = frozenset({"count", "any", "all"})  # their second argument is the condition, not a value

_TOKEN = re.compile(
    r"""\s*(?:(?P<ref>\$\{\s*(?P<name>[A-Za-z_][\w]*)\s*\})
        |(?P<text>'[^']*'|"[^"]*")
        |(?P<num>\d+(?:\.\d+)?)
        |(?P<word>@{0,2}[A-Za-z_][\w.\-]*(?<![.\-]))
        |(?P<op><=|>=|!=|[=<>+\-*(),]))""",
    re.VERBOSE,
)
_BINDING = {"or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4,
            "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6}  # fmt: skip
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})  # office programs type these


def x(text: str) -> Node:
    """Parse one expression; raises :class:`BadForm` with the place where it stops making sense."""
    parser = _Parser(text.translate(_QUOTES))
    node = parser.expression(0)
    if parser.peek is not None:
        raise parser.wrong(f"nothing should follow, found {parser.peek[1]!r}")
    return node


class _Parser:
    """A Pratt parser; one token of look-ahead."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = self._tokens()
        self.peek = next(self.tokens, None)

    def wrong(self, why: str) -> BadForm:
        return BadForm(form="", where=self.text, why=why)

    def _tokens(self) -> Iterator[tuple[str, str]]:
        at = 0
        text = self.text.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise self.wrong(f"cannot read {text[at : at + 12]!r}")
            kind = found.lastgroup or ""
            yield ("ref", found["name"]) if found["ref"] else (kind, found[kind])
            at = found.end()

    def take(self) -> tuple[str, str]:
        token = self.peek
        if token is None:
            raise self.wrong("it ends too early")
        self.peek = next(self.tokens, None)
        return token

    def expect(self, sign: str) -> None:
        if self.take()[1] != sign:
            raise self.wrong(f"{sign!r} expected")

    def expression(self, floor: int) -> Node:
        left = self.prefix()
        while self.peek is not None:
            sign = self.peek[1]
            power = _BINDING.get(sign, 0) if self.peek[0] in ("op", "word") else 0
            if power <= floor:
                break
            self.take()
            left = Call(sign, (left, self.expression(power)))
        return left

    def prefix(self) -> Node:
        kind, text = self.take()
        if kind == "ref":
            return Ref(text)
        if kind == "text":
            return Lit(text[1:-1])
        if kind == "num":
            return Lit(Decimal(text) if "." in text else int(text))
        if text == "(":
            inner = self.expression(0)
            self.expect(")")
            return inner
        if text == "-":
            return Call("neg", (self.expression(6),))
        if kind == "word" and self.peek == ("op", "("):
            return self.call(text)
        raise self.wrong(f"{text!r} is not a value: fields are written ${{{text}}}")

    def call(self, name: str) -> Node:
        self.take()
        rows: str | None = None
        if name in AGGREGATES and self.peek is not None and self.peek[0] == "word":
            word = self.take()[1]
            if self.peek in (("op", ","), ("op", ")")):
                rows = word
                if self.peek == ("op", ","):
                    self.take()
            else:  # a scalar min(f(…), …): the word was the start of a call
                first: Node | None = self.call(word)
                return Call(name, (self._rest(first), *self._more()))
        args: list[Node] = []
        while self.peek != ("op", ")"):
            args.append(self.expression(0))
            if self.peek == ("op", ","):
                self.take()
        self.take()
        if rows is None:
            return self._called(name, tuple(args))
        if name in TESTS:
            return Over(name, rows, None, args[0] if args else None)
        return Over(name, rows, args[0] if args else None, args[1] if len(args) > 1 else None)

    def _rest(self, left: Node | None) -> Node:
        """Finish an argument whose first call has been read already."""
        assert left is not None
        while self.peek is not None and (power := _BINDING.get(self.peek[1], 0)):
            sign = self.take()[1]
            left = Call(sign, (left, self.expression(power)))
        return left

    def _more(self) -> Iterator[Node]:
        while self.peek == ("op", ","):
            self.take()
            yield self.expression(0)
        self.expect(")")

    def _called(self, name: str, args: tuple[Node, ...]) -> Node:
        constants = {"true": True, "false": False, "null": None}
        if name in constants and not args:
            return Lit(constants[name])
        if name == "fact":
            if len(args) != 1 or not isinstance(args[0], Lit):
                raise self.wrong("fact() takes one name in quotes")
            return Fact(str(args[0].value))
        if name not in functions.TABLE and name not in ("and", "or", "not", "if", "coalesce"):
            raise self.wrong(f"there is no function {name!r}")
        return Call(name, args)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below *node*."""
    match node:
        case Call(_, args):
            return args
        case Over(_, _, value, where):
            return tuple(part for part in (value, where) if part is not None)
        case _:
            return ()


def names_in(node: Node) -> Iterator[tuple[str, str]]:
    """Everything *node* leans on: ``("ref"|"fact"|"rows", name)``, in order of reading."""
    match node:
        case Ref(name):
            yield "ref", name
        case Fact(name):
            yield "fact", name
        case Over(_, rows):
            yield "rows", rows
    for child in children(node):
        yield from names_in(child)


def show(node: Node) -> str:
    """The expression as an author would write it again; used by docs and by "why"."""
    match node:
        case Lit(value):
            if value is None or isinstance(value, bool):
                return {None: "null()", True: "true()", False: "false()"}[value]
            return f"'{value}'" if isinstance(value, str) else str(value)
        case Ref(name):
            return f"${{{name}}}"
        case Fact(name):
            return f"fact('{name}')"
        case Call("neg", (only,)):
            return f"-{show(only)}"
        case Call(fn, args) if fn in _BINDING:
            return "(" + f" {fn} ".join(show(arg) for arg in args) + ")"
        case Call(fn, args):
            return f"{fn}({', '.join(show(arg) for arg in args)})"
        case Over(fn, rows):
            return f"{fn}({', '.join([rows, *(show(part) for part in children(node))])})"
