"""
Fluent files compiled: every key becomes a plain string or a small closure over its arguments.

Fluent's own parser reads the full syntax; what is compiled is what we use of it: texts, variables, terms,
references, selectors (by name, number or plural form) and ``NUMBER()``. Anything else stops the start, with
file and line. ADR 2 tells why Fluent's run-time library is only what the tests compare with.

Numbers are shown as they are (2026 is a year more often than a quantity); ``NUMBER($n)`` groups by thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast

from bot.errors import LianxinError

#: What a message takes. Dates, money and periods are worded first (bot/wording.py).
Value = str | int | float | Decimal
Values = Mapping[str, Value]
#: A compiled pattern: a plain string, or a function of the arguments.
Compiled = str | Callable[[Values], str]


class BadText(LianxinError):
    """A locale file cannot be used; raised when it is read. Details: where, why."""

    code = "bad_text"


class NoArgument(KeyError):
    """The caller gave no such argument."""

    def __init__(self, argument: str) -> None:
        super().__init__(argument)
        self.argument = argument


def compile_files(paths: Iterable[Path], lang: str) -> dict[str, Compiled]:
    """Key -> words of one language. Raises BadText: cannot be read, is there twice, refers to nothing."""
    compiler = _Compiler(lang)
    for path in paths:
        compiler.read(path)
    return compiler.compile()


class _Compiler:
    """From Fluent's syntax tree to strings and closures, for one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._patterns: dict[
            str, tuple[ast.Pattern, str]
        ] = {}  # "key", "key.attr", "-term" -> pattern, place
        self._done: dict[str, Compiled] = {}
        self._open: list[str] = []

    def read(self, path: Path) -> None:
        where = f"{path.parent.name}/{path.name}"
        try:
            source = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise BadText(where=where, why="not UTF-8") from None
        for entry in FluentParser(with_spans=True).parse(source).body:
            line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
            if isinstance(entry, ast.Junk):
                said = entry.annotations[0].message if entry.annotations else "cannot be read"
                raise BadText(where=f"{where}:{line}", why=said or "cannot be read")
            if isinstance(entry, ast.Message | ast.Term):
                name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
                if entry.value is not None:
                    self._add(name, entry.value, f"{where}:{line}")
                for attribute in entry.attributes:
                    self._add(f"{name}.{attribute.id.name}", attribute.value, f"{where}:{line}")

    def _add(self, key: str, pattern: ast.Pattern, where: str) -> None:
        if key in self._patterns:
            raise BadText(where=where, why=f"{key} is there already: {self._patterns[key][1]}")
        self._patterns[key] = pattern, where

    def compile(self) -> dict[str, Compiled]:
        return {key: self._named(key, key) for key in self._patterns if not key.startswith("-")}

    def _named(self, key: str, asked_by: str) -> Compiled:
        if key in self._done:
            return self._done[key]
        if key not in self._patterns:
            raise BadText(where=self._patterns[asked_by][1], why=f"refers to {key}, which is nowhere")
        if key in self._open:
            raise BadText(where=self._patterns[key][1], why=f"refers to itself: {' -> '.join(self._open)}")
        self._open.append(key)
        self._done[key] = made = self._pattern(self._patterns[key][0], key)
        self._open.pop()
        return made

    def _pattern(self, pattern: ast.Pattern, key: str) -> Compiled:
        parts: list[Compiled] = []
        for element in pattern.elements:
            part = element.value if isinstance(element, ast.TextElement) else self._expression(element, key)
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            else:
                parts.append(part)
        return _joined([part for part in parts if part != ""])

    def _expression(self, node: Any, key: str) -> Compiled:
        match node:
            case ast.Placeable(expression=inner):
                return self._expression(inner, key)
            case ast.StringLiteral():
                return str(node.parse()["value"])
            case ast.NumberLiteral(value=value):
                return value
            case ast.VariableReference(id=ast.Identifier(name=name)):
                return _Variable(name)
            case ast.MessageReference(id=ast.Identifier(name=name), attribute=attribute):
                return self._named(name + (f".{attribute.name}" if attribute else ""), key)
            case ast.TermReference(id=ast.Identifier(name=name), attribute=None, arguments=arguments):
                return self._term(self._named(f"-{name}", key), arguments)
            case ast.FunctionReference(
                id=ast.Identifier(name="NUMBER"),
                arguments=ast.CallArguments(
                    positional=[ast.VariableReference(id=ast.Identifier(name=name))], named=[]
                ),
            ):
                return _Grouped(name)
            case ast.SelectExpression(selector=ast.VariableReference(id=ast.Identifier(name=name))):
                variants = {_variant_name(v): self._pattern(v.value, key) for v in node.variants}
                fallback = next(_variant_name(v) for v in node.variants if v.default)
                return _Choice(name, variants, variants[fallback], self._lang)
        raise BadText(
            where=self._patterns[key][1], why=f"{type(node).__name__} of this shape is not used here"
        )

    @staticmethod
    def _term(term: Compiled, arguments: ast.CallArguments | None) -> Compiled:
        """A term sees only the arguments written at the reference, all of them literals: it is a constant."""
        if isinstance(term, str):
            return term
        given = {a.name.name: str(a.value.parse()["value"]) for a in (arguments.named if arguments else ())}
        return term(given)


def _variant_name(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def _joined(parts: list[Compiled]) -> Compiled:
    """One string, or one function that is as cheap as the parts allow."""
    if all(isinstance(part, str) for part in parts):
        return "".join(str(part) for part in parts)
    if len(parts) == 1:
        return parts[0]
    if all(part.__class__ in (str, _Variable) for part in parts):
        names = tuple(part.name for part in parts if isinstance(part, _Variable))
        return _Template(
            "".join("%s" if isinstance(p, _Variable) else str(p).replace("%", "%%") for p in parts), names
        )
    return lambda values: "".join([part if isinstance(part, str) else part(values) for part in parts])


def shown(value: Value) -> str:
    """A value inside a text: numbers without grouping, decimals without an exponent."""
    if value.__class__ is str or value.__class__ is int:
        return str(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"{type(value).__name__} is worded before it goes into a text (bot/wording.py)")


class _Template:
    """Texts and plain variables, the commonest message by far: one formatting of one string."""

    __slots__ = ("_format", "_names")

    def __init__(self, pattern: str, names: tuple[str, ...]) -> None:
        self._format = pattern
        self._names = names

    def __call__(self, values: Values) -> str:
        try:
            return self._format % tuple([shown(values[name]) for name in self._names])
        except KeyError as missing:
            raise NoArgument(missing.args[0]) from None


class _Variable:
    """``{ $name }``"""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def value(self, values: Values) -> Value:
        try:
            return values[self.name]
        except KeyError:
            raise NoArgument(self.name) from None

    def __call__(self, values: Values) -> str:
        return shown(self.value(values))


class _Grouped(_Variable):
    """``{ NUMBER($name) }``: 12,345. All our languages group by thousands with a comma."""

    __slots__ = ()

    def __call__(self, values: Values) -> str:
        value = self.value(values)
        if isinstance(value, str):
            return value
        return format(value, ",f" if isinstance(value, Decimal) else ",")


class _Choice(_Variable):
    """``{ $name -> [one] … *[other] … }``: the value itself, else its plural form, else the marked one."""

    __slots__ = ("_fallback", "_lang", "_variants")

    def __init__(self, name: str, variants: dict[str, Compiled], fallback: Compiled, lang: str) -> None:
        super().__init__(name)
        self._variants = variants
        self._fallback = fallback
        self._lang = lang

    def __call__(self, values: Values) -> str:
        value = self.value(values)
        if isinstance(value, bool):
            chosen = self._variants.get("true" if value else "false", self._fallback)
        elif isinstance(value, str):
            chosen = self._variants.get(value, self._fallback)
        else:
            found = self._variants.get(shown(value))
            chosen = (
                found if found is not None else self._variants.get(plural(value, self._lang), self._fallback)
            )
        return chosen if isinstance(chosen, str) else chosen(values)


def plural(number: float | Decimal, lang: str) -> str:
    """CLDR's plural form of a count in one of our languages: only English has two."""
    return "one" if lang == "en" and isinstance(number, int) and number == 1 else "other"
