"""Acts: rounds of a type with several starts, conditions on notices, clocks of rows, rights along the line."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import BadForm, NotAllowed
from bot.forms.core import acts
from bot.forms.core.acts import Done
from bot.forms.core.draft import Facts
from bot.forms.core.functions import TABLE
from bot.forms.core.model import (
    Access,
    Auto,
    Clock,
    Field,
    Form,
    Notify,
    RecordType,
    Repeat,
    Transition,
    Who,
    Workflow,
    x,
)
from bot.forms.core.records import Record
from bot.forms.core.types import CompiledType, compile_type
from bot.forms.core.workdays import Calendar
from bot.people import Person, reaches
from tests.forms.play import person

MEMBER = Who(("member",))
YES_OR_NO = Form(items=(Field("yes", "boolean"),))
MAN = person("p1", "张某某", "member")
DAY, AT = "2026-11-22", "2026-11-22T02:00:00.000000Z"
WORKDAYS = Calendar(frozenset(), frozenset(), frozenset({2025, 2026, 2027}))
FACTS = Facts({"today": DAY, "actor": {"id": "p1", "roles": ["member"]}, "about": {}, "calendar": WORKDAYS})
START = x("if(${typed}, 'to_sign', 'sent')")

FORM = Form(items=(Field("typed", "boolean"), Repeat("item", min=1, items=(Field("due", "date"),))))
FLOW = Workflow(
    START,
    transitions=(
        Transition("sign", ("to_sign",), "sent", MEMBER),
        Transition("return", ("sent",), "returned", MEMBER, marks=True),
        Transition("one", ("sent",), x("if(${yes}, '', 'back')"), MEMBER, YES_OR_NO),
        Transition(
            "two", ("sent",), x("if(${yes}, '', 'back')"), MEMBER, YES_OR_NO,
            effects=(Notify("filler", "told-no", when=x("not(${yes})")), Notify("filler", "told-voted")),
        ),
        Transition("again", ("back", "returned"), START, MEMBER, mends="return"),
        Transition("post", ("good",), "posted", Who(("branch_secretary", "town_clerk"), "line")),
    ),
    autos=(Auto("both", ("sent",), "good", x("any(@one, ${yes}) and any(@two, ${yes})")),),
    clocks=(Clock("due", ("good",), x("${due}"), row="item", remind=(-3,)),),
    submit=(Notify("filler", "told-to-sign", when=x("${typed}")),),
)  # fmt: skip


def kind_of(flow: Workflow = FLOW) -> CompiledType:
    """A promise: signed where somebody else typed it, voted on by two meetings, reopened by a no."""
    return compile_type(RecordType("promise", 1, "X", "org", FORM, flow, Access()))


def sent(kind: CompiledType, typed: bool) -> Done:
    """The promise, just submitted."""
    answers = {"typed": typed, "item": [{"_": "r1", "due": "2026-12-01"}]}
    record = Record(
        "R", "promise", 1, "", "QX0301", "/SF/QX03/QX0301/", "p1", "", "", AT, "", answers=answers
    )
    return acts.submitted(kind, record, FACTS)


def do(kind: CompiledType, record: Record, name: str, who: Person = MAN, **answers: Any) -> Done:
    """One act on it."""
    return acts.perform(kind, record, name, who, FACTS, day=DAY, at=AT, answers=answers)


def told(done: Done) -> list[str]:
    """The words of the messages an act causes."""
    return [due.effect.key for due in done.effects if isinstance(due.effect, Notify)]


@pytest.mark.parametrize("typed", [True, False])
def test_a_second_round_counts_no_vote_of_the_first(typed: bool) -> None:
    """With two possible starts a return to either begins a new round; the step between them does not."""
    kind = kind_of()
    record = sent(kind, typed).record
    if typed:
        assert record.state == "to_sign"
        record = do(kind, record, "sign").record
    assert (record.state, record.round) == ("sent", 1)
    record = do(kind, record, "one", yes=True).record
    record = do(kind, record, "two", yes=False).record
    assert (record.state, record.round) == ("back", 1)
    record = do(kind, record, "again").record
    assert record.round == 2
    if typed:
        record = do(kind, record, "sign").record
    assert (record.state, record.round) == ("sent", 2)
    record = do(kind, record, "two", yes=True).record
    assert record.state == "sent", "the yes of the first round must not join this one"
    assert do(kind, record, "one", yes=True).record.state == "good"


def test_a_notice_with_a_condition_is_sent_where_it_holds() -> None:
    """Only who has to sign is told to sign; only a no is told as a no."""
    kind = kind_of()
    assert told(sent(kind, True)) == ["told-to-sign"]
    filed = sent(kind, False)
    assert told(filed) == []
    assert told(do(kind, filed.record, "two", yes=True)) == ["told-voted"]
    assert told(do(kind, filed.record, "two", yes=False)) == ["told-no", "told-voted"]


def test_marks_are_those_of_the_act_that_brought_the_record_back() -> None:
    """A no of a meeting marks nothing, whatever an earlier return marked."""
    kind = kind_of()
    marks = [{"_": "r1", "place": "item/r1/due", "reason": "wrong"}]
    record = do(kind, sent(kind, False).record, "return", marks=marks).record
    assert acts.marks_of(record) == {"item/r1/due": {"code": "wrong", "text": ""}}
    record = do(kind, do(kind, record, "again").record, "two", yes=False).record
    assert record.state == "back"
    assert acts.marks_of(record) == {}


def test_a_clock_of_a_row_reads_that_row() -> None:
    """Each item has its own day; the clock's length is read inside the row."""
    kind = kind_of()
    scope = acts.scope_for(kind, None, sent(kind, False).record, FACTS)
    (row,) = scope.rows(kind.plan.root.by_name["item"])
    assert kind.clocks["due"](row) == "2026-12-01"


def test_a_clock_over_rows_that_are_none_stops_the_start() -> None:
    """A wrong name is found when the process starts."""
    flow = Workflow("sent", clocks=(Clock("due", ("sent",), x("today()"), row="nowhere"),))
    with pytest.raises(BadForm, match="nowhere is not a repeat"):
        kind_of(flow)


def test_the_line_of_offices_reaches_from_the_node_upwards() -> None:
    """``line``: the branch itself or any office above it, never a neighbour."""
    kind = kind_of()
    record = do(kind, sent(kind, False).record, "one", yes=True).record
    record = do(kind, record, "two", yes=True).record
    assert record.state == "good"
    for one in (
        person("p2", "李某某", "branch_secretary"),
        person("p3", "王某某", "town_clerk", path="/SF/QX03/"),
    ):
        assert do(kind, record, "post", one).record.state == "posted"
    next_door = person("p4", "陈某某", "branch_secretary", path="/SF/QX03/QX0302/")
    other_town = person("p5", "周某某", "town_clerk", path="/SF/QX04/")
    for one in (next_door, other_town, MAN):
        with pytest.raises(NotAllowed):
            do(kind, record, "post", one)
    assert not reaches(other_town.posts[0], "/SF/QX03/QX0301/", "line")


def test_a_year_is_walked_quarter_by_quarter() -> None:
    """``periods`` names every period the days touch; ``without`` and ``head`` find the first still open."""
    periods, without, head = (TABLE[name].run for name in ("periods", "without", "head"))
    quarters = periods("2026-02-10", "2026-10-01", "quarter")
    assert quarters == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert periods("2026-01-31", "2026-03-01", "month") == ["2026-01", "2026-02", "2026-03"]
    assert periods("2026-07-01", "2031-06-30", "year") == ["2026", "2027", "2028", "2029", "2030", "2031"]
    assert periods("2026-02-10", "2026-02-10", "quarter") == ["2026-Q1"]
    assert periods("2026-02-10", "2026-02-09", "quarter") == []
    assert head(without(quarters, ["2026-Q1", "2026-Q3"])) == "2026-Q2"
    assert head(without([], ["2026-Q1"])) is None
    assert without(None, None) == []
    assert TABLE["options"].run(["2026-Q2"]) == [{"value": "2026-Q2", "label": "2026-Q2"}]
