"""Expressions compiled mean what the function table says, blanks included; names are found, nonsense stops the start."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadForm
from bot.forms.core import functions
from bot.forms.core.draft import Facts
from bot.forms.core.expressions import Call, Lit, Node, Over, Ref, x
from bot.forms.core.form_compiler import compile_form
from bot.forms.core.model import Field, Form, Item, Repeat, calc
from bot.forms.core.plan import Env, Plan, Scope
from tests.forms.machine_play import live

NAMES = ("a", "b", "c")
VALUES = st.none() | st.integers(-3, 3) | st.booleans()
OPERATORS = ("and", "or", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*")
AGGREGATES = ("count", "any", "all", "sum", "min", "max", "first", "last", "list", "distinct")


def nodes(depth: int = 4) -> st.SearchStrategy[Node]:
    """Expressions over three fields and the rows of a list."""
    leaves = st.sampled_from([Ref(name) for name in NAMES]) | VALUES.map(Lit)

    def grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        pair = st.tuples(inner, inner)
        return st.one_of(
            st.builds(Call, st.sampled_from(OPERATORS), pair),
            st.builds(Call, st.just("not"), st.tuples(inner)),
            st.builds(Call, st.just("blank"), st.tuples(inner)),
            st.builds(Call, st.just("if"), st.tuples(inner, inner, inner)),
            st.builds(Call, st.just("coalesce"), pair),
            st.builds(Call, st.just("in"), st.tuples(inner, inner, inner)),
            st.builds(Call, st.just("max"), pair),
            st.builds(
                Over,
                st.sampled_from(AGGREGATES),
                st.just("rows"),
                inner | st.just(Ref("n")),
                st.none() | inner,
            ),
        )

    return st.recursive(leaves, grown, max_leaves=depth * 4)


def meant(node: Node | None, values: dict[str, Any], row: dict[str, Any] | None = None) -> Any:
    """What an expression means, read off the function table one node at a time."""
    match node:
        case Lit(value):
            return value
        case Ref(name):
            return (row if row is not None and name in row else values).get(name)
        case Call("and", (a, b)):
            return bool(meant(a, values, row) and meant(b, values, row))
        case Call("or", (a, b)):
            return bool(meant(a, values, row) or meant(b, values, row))
        case Call("not", (a,)):
            return not meant(a, values, row)
        case Call("if", (a, b, c)):
            return meant(b if meant(a, values, row) else c, values, row)
        case Call("coalesce", args):
            return next((v for arg in args if (v := meant(arg, values, row)) is not None), None)
        case Call(fn, args):
            return functions.TABLE[fn].run(*[meant(arg, values, row) for arg in args])
        case Over(fn, _, value, where):
            rows = [one for one in values["rows"] if where is None or meant(where, values, one)]
            if fn == "count":
                return len(rows)
            if fn == "any":
                return bool(rows)
            if fn == "all":
                return len(rows) == len(values["rows"])
            return functions.GATHER[fn]([v for one in rows if (v := meant(value, values, one)) is not None])
    raise AssertionError(node)


def form(node: Node) -> Plan:
    """A form of three numbers and a list, with the expression as a computed value."""
    numbers: list[Item] = [Field(name, "integer") for name in NAMES]
    items = (*numbers, Repeat("rows", items=(Field("n", "integer"),)), calc("r", node))
    return compile_form(Form(items=items), form_id="f", words="f", version=1)


def outcome(run: Any) -> Any:
    """What comes of it: a value, or the kind of complaint Python makes."""
    try:
        return run()
    except (TypeError, ValueError) as wrong:
        return type(wrong)


@settings(max_examples=300, deadline=None)
@given(node=nodes(), a=VALUES, b=VALUES, c=VALUES, rows=st.lists(VALUES, max_size=4))
def test_a_compiled_expression_means_what_its_nodes_say(
    node: Node, a: Any, b: Any, c: Any, rows: list[Any]
) -> None:
    """Whatever is nested in whatever, blanks anywhere."""
    values = {"a": a, "b": b, "c": c, "rows": [{"_": f"r{n}", "n": value} for n, value in enumerate(rows)]}
    plan = form(node)
    found = outcome(lambda: plan.root.by_name["r"].value(Scope(plan.root, values, Env(Facts({})))))
    wanted = outcome(lambda: meant(node, values))
    assert (found, type(found)) == (wanted, type(wanted))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("${a} < 3", False), ("3 >= ${a}", False), ("${a} = null()", True), ("${a} != null()", False), ("${a} + 1", None),
        ("1 - ${a}", None), ("-${a}", None), ("blank(${a})", True), ("coalesce(${a}, ${b}, 7)", 7), ("${a} and ${b}", False),
        ("not(${a})", True), ("in(${a}, null())", True), ("sum(rows, ${n})", 0), ("max(rows, ${n})", None),
        ("1 < 2 and 2 < 3", True), ("2 + 3 * 4", 14), ("7 div 2", Decimal("3.5")), ("1.50 + 1", Decimal("2.50")),
        ("'it''' = 'it'''", None), ("if(${a} > 1, 'x', \"it's\")", "it's"),
    ],
)  # fmt: skip
def test_blanks_and_literals(text: str, value: Any) -> None:
    """Order with a blank is false, arithmetic with one is blank; quotes in a text stay text."""
    if value is None and "''" in text:
        with pytest.raises(BadForm):
            x(text)
        return
    plan = form(x(text))
    assert plan.root.by_name["r"].value(Scope(plan.root, {"rows": []}, Env(Facts({})))) == value


@pytest.mark.parametrize(
    "text", ["${nobody} > 1", "sum(a, ${n})", "sum(nothing, ${n})", "fact('weather')", "sum(rows)"]
)
def test_a_wrong_name_stops_the_start(text: str) -> None:
    """Found when the form is compiled, and said with the field it stands at."""
    with pytest.raises(BadForm) as wrong:
        form(x(text))
    assert "r" in str(wrong.value.details["where"])


def test_what_an_author_writes_is_never_code() -> None:
    """Texts, names of facts and patterns enter as values: there is nothing to break out of."""
    text = """if(${a} = '__import__(\\"os\\")) or (1', 1, 2)"""
    plan = form(x(text))
    assert (
        plan.root.by_name["r"].value(
            Scope(plan.root, {"a": '__import__(\\"os\\")) or (1'}, Env(Facts(live())))
        )
        == 1
    )


class Counted(dict[str, Any]):
    """Live facts that count how often the day is looked up."""

    asked = 0

    def __getitem__(self, key: str) -> Any:
        self.asked += key == "today"
        return super().__getitem__(key)


def test_a_computed_value_is_computed_once_a_turn() -> None:
    """Asked for by two others it is worked out once; after an answer it leans on, again."""
    items: tuple[Item, ...] = (
        Field("a", "date"), calc("once", x("days(${a}, today())")), calc("p", x("${once} + 1")), calc("q", x("${once} + ${p}")),
    )  # fmt: skip
    plan = compile_form(Form(items=items), form_id="f", words="f", version=1)
    facts = Counted(today="2026-11-22")
    scope = Scope(plan.root, {"a": "2026-11-20"}, Env(Facts(facts)))
    assert (plan.root.by_name["q"].value(scope), facts.asked) == (5, 1)
    scope.values = {"a": "2026-11-21"}
    scope.forget(plan.root.by_name["a"].spoils)
    assert (plan.root.by_name["q"].value(scope), facts.asked) == (3, 2)
