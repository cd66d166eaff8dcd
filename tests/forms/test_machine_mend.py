"""A record that came back: what may be changed of it, and that new rows never take an old row's number."""

from __future__ import annotations

from typing import Any

import pytest

from bot.forms.core.draft import About, Event, Facts, Turn
from bot.forms.core.form_compiler import compile_form
from bot.forms.core.machine import advance, begin
from bot.forms.core.model import Field, Form, Repeat
from bot.forms.core.plan import Plan
from tests.forms.machine_play import live

FORM = Form(items=(
    Field("title", "text"),
    Field("votes", "integer", final=True),
    Repeat("item", min=1, max=5, items=(Field("text", "text"), Field("yes", "integer", final=True))),
    Repeat("resolution", final=True, items=(Field("owner", "text"),)),
))  # fmt: skip
BASE = {
    "title": "修路", "votes": 105,
    "item": [{"_": "r2", "text": "甲", "yes": 1}, {"_": "r7", "text": "乙", "yes": 2}],
    "resolution": [{"_": "r9", "owner": "李某某"}],
}  # fmt: skip


@pytest.fixture
def plan() -> Plan:
    return compile_form(FORM, form_id="road", words="road", version=1)


def mended(plan: Plan, marks: dict[str, Any] | None) -> Turn:
    return begin(plan, "d", About("road", "p1", "QX0301"), Facts(live()), base=BASE, marks=marks)


def problem(turn: Turn) -> str:
    return turn.screen.problem.key if turn.screen.problem is not None else ""


def test_a_new_row_takes_a_number_no_row_of_the_record_has(plan: Plan) -> None:
    """Old buttons, marks and effects name rows by their ids: a row added while mending is none of the old ones."""
    turn = mended(plan, {"item": {"code": "missing", "text": ""}})
    assert turn.screen.at[:2] == ("item", "+")
    turn = advance(plan, turn.draft, Event("add", turn.screen.at), Facts(live()))
    assert turn.screen.at == ("item", "r10", "text")


def test_a_list_and_an_answer_marked_together(plan: Plan) -> None:
    """The list waits at its menu while another answer is changed first."""
    turn = mended(plan, {"title": {"code": "unclear", "text": ""}, "item": {"code": "missing", "text": ""}})
    turn = advance(plan, turn.draft, Event("goto", None, ["title"]), Facts(live()))
    turn = advance(plan, turn.draft, Event("text", None, "修桥"), Facts(live()))
    assert (problem(turn), turn.draft.answers["title"], turn.screen.at) == ("", "修桥", ("item", "+", "*"))


def test_a_marked_list_says_what_is_wrong_with_it(plan: Plan) -> None:
    """As any other marked answer does."""
    mark = {"code": "other", "text": "第二条写错了"}
    assert mended(plan, {"item": mark}).screen.mark == mark


def test_without_marks_everything_but_final_answers_is_open(plan: Plan) -> None:
    """A meeting said no, or the promiser amends: nobody marked anything, and what was voted still stands."""
    turn = mended(plan, None)
    assert turn.screen.kind == "summary"
    status = {line.path: line.status for line in turn.screen.lines}
    assert status[("title",)] == "answered"
    assert status[("votes",)] == "locked"
    open_, locked = (["title"], ["item", "r2", "text"]), (["votes"], ["item", "r2", "yes"])
    for path in (*open_, *locked):
        found = problem(advance(plan, turn.draft, Event("goto", None, path), Facts(live())))
        assert found == ("" if path in open_ else "problem-locked"), path


def test_a_page_cannot_change_a_final_answer_either(plan: Plan) -> None:
    """A page may answer any question it names; one that is final is refused there too."""
    turn = mended(plan, None)
    turn = advance(plan, turn.draft, Event("answer", ("votes",), 200, via="page"), Facts(live()))
    assert problem(turn) == "problem-locked"
    assert turn.draft.answers["votes"] == 105


def test_with_marks_only_what_is_marked_is_open(plan: Plan) -> None:
    """The reviewer marked one answer of one row: its neighbours stay as they are."""
    turn = mended(plan, {"item/r2/text": {"code": "unclear", "text": ""}})
    assert turn.screen.at == ("item", "r2", "text")
    for path in (["title"], ["item", "r7", "text"]):
        assert (
            problem(advance(plan, turn.draft, Event("goto", None, path), Facts(live()))) == "problem-locked"
        )


def test_a_list_is_open_only_where_it_is_marked_itself(plan: Plan) -> None:
    """Marked inside one row: no row may come or go, the summary says so, and that one place is still reachable."""
    turn = mended(plan, {"item/r2/text": {"code": "unclear", "text": ""}})
    turn = advance(plan, turn.draft, Event("text", None, "丙"), Facts(live()))
    assert turn.screen.kind == "summary"
    status = {line.path: line.status for line in turn.screen.lines}
    assert (status[("item",)], status[("resolution",)]) == ("locked", "locked")
    rows = next(line.rows for line in turn.screen.lines if line.path == ("item",))
    assert [line.status for line in rows[0]] == ["answered", "locked"]
    assert {line.status for line in rows[1]} == {"locked"}
    again = advance(plan, turn.draft, Event("goto", None, ["item", "r2", "text"]), Facts(live()))
    assert (problem(again), again.screen.at) == ("", ("item", "r2", "text"))
    whole = mended(plan, {"item": {"code": "missing", "text": ""}})
    assert whole.screen.at[:2] == ("item", "+")


@pytest.mark.parametrize(
    ("marks", "row"),
    [(None, ("resolution", "r9")), ({"title": {"code": "wrong", "text": ""}}, ("item", "r2")),
     ({"title": {"code": "wrong", "text": ""}}, ("resolution", "r9"))],
)  # fmt: skip
def test_rows_that_are_not_open_cannot_be_removed(
    plan: Plan, marks: dict[str, Any] | None, row: tuple[str, str]
) -> None:
    """Neither rows of a final list nor rows nobody marked."""
    turn = mended(plan, marks)
    after = advance(plan, turn.draft, Event("remove", row, via="page"), Facts(live()))
    assert problem(after) == "problem-locked"
    assert [one["_"] for one in after.draft.answers[row[0]]] == [
        one["_"] for one in turn.draft.answers[row[0]]
    ]


def test_back_while_mending_without_marks_returns_to_the_summary(plan: Plan) -> None:
    """Whoever looked at a question by mistake gets back to where they came from."""
    turn = advance(plan, mended(plan, None).draft, Event("goto", None, ["title"]), Facts(live()))
    assert turn.screen.kind == "ask"
    assert advance(plan, turn.draft, Event("back"), Facts(live())).screen.kind == "summary"
