"""Rows that follow other rows, choices that lead elsewhere, lines said when a row is left, acts read from inside a row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.errors import BadForm
from bot.forms.core.draft import About, Draft, Event, Facts, Turn
from bot.forms.core.form_compiler import compile_form
from bot.forms.core.machine import advance, begin
from bot.forms.core.model import (
    Access,
    Auto,
    Choice,
    Field,
    Form,
    RecordType,
    Repeat,
    Roster,
    Rule,
    Transition,
    Who,
    Workflow,
    calc,
    note,
    x,
)
from bot.forms.core.plan import Env, Plan, Scope
from bot.forms.core.records import Act
from bot.forms.core.types import compile_type
from tests.forms.machine_play import live

TRIP = Form(items=(
    Repeat("stop", min=1, max=5, label="place", items=(Field("place", "text"),)),
    Field("weather", "select_one", choices=("fine", Choice("again", goes="stop.place"))),
    Repeat("day", min=1, max=3, items=(
        Field("title", "text"),
        Repeat("cost", over=x("list(stop, ${_})"), items=(
            Field("money", "integer", rules=(Rule("dear", x("${money} <= 100")),)),
        )),
        calc("total", x("sum(cost, ${money})")),
        note("total_line", x("${total} > 0"), total=x("${total}")),
        Field("remark", "text", relevant=x("${total} > 50")),
    )),
    note("end_line"),
    Field("fine", "boolean"),
))  # fmt: skip


class Trip:
    """A conversation with a small form."""

    def __init__(self, form: Form = TRIP) -> None:
        self.plan: Plan = compile_form(form, form_id="trip", words="trip", version=1)
        self.facts = Facts(live())
        self.turn: Turn = begin(self.plan, "d", About("trip", "p1", "QX0301"), self.facts)

    def do(self, kind: Any, value: Any = None, *, at: Any = None) -> Trip:
        """One event, the draft through JSON."""
        stored = Draft.from_json(json.loads(json.dumps(self.turn.draft.to_json())))
        self.turn = advance(self.plan, stored, Event(kind, at, value), self.facts)
        return self

    def say(self, *texts: str) -> Trip:
        """Type answers."""
        for text in texts:
            self.do("text", text)
        return self

    @property
    def at(self) -> str:
        """Where we are."""
        return "/".join(self.turn.screen.at)

    def close(self) -> Trip:
        """The list is complete."""
        return self.do("close", at=self.turn.screen.at)


def two_stops() -> Trip:
    """Two stops named, the first day begun."""
    trip = Trip().say("白岭")
    trip.do("add", at=trip.turn.screen.at).say("青溪").close().do("answer", "fine", at=("weather",))
    return trip


def test_a_row_for_each_row_of_another_list() -> None:
    """Keyed by the stops' own ids, entered one after the other, with no list to open or close."""
    trip = two_stops().say("第一天")
    assert trip.at == "day/r3/cost/r1/money"
    assert trip.turn.screen.crumbs[-1] == ("trip-day-cost", 1, "")
    trip.say("20")
    assert trip.at == "day/r3/cost/r2/money"
    trip.say("40")
    assert trip.at == "day/r3/remark"


def test_going_back_before_such_rows_comes_through_them_again() -> None:
    """Rows that came by themselves are no answers: what is open in them is asked before what follows."""
    trip = two_stops().say("第一天", "20").do("back").do("back").say("第一日")
    assert trip.at == "day/r3/cost/r2/money"


def test_a_new_row_elsewhere_brings_a_new_one_here() -> None:
    """With a third stop every day is asked for its cost; without it the row goes quiet and comes back."""
    trip = two_stops().say("第一天", "20", "40", "顺利").close().do("answer", True, at=("fine",))
    assert trip.turn.screen.kind == "summary"
    trip.do("goto", ["stop"]).do("add", at=("stop", "+", "2")).say("石门")
    trip.close()
    assert trip.at == "day/r3/cost/r4/money"
    trip.say("30")
    assert trip.turn.screen.kind == "summary"
    lines = {line.key: line.value for line in trip.turn.screen.lines[2].rows[0]}
    assert lines["trip-day-total_line"] == {"total": 90}
    trip.do("goto", ["stop", "r4"]).do("remove", at=("stop", "r4")).close()
    lines = {line.key: line.value for line in trip.turn.screen.lines[2].rows[0]}
    assert lines["trip-day-total_line"] == {"total": 60}
    assert [row["_"] for row in trip.turn.draft.answers["day"][0]["cost"]] == ["r1", "r2", "r4"], (
        "kept, not read"
    )
    assert [row["_"] for row in trip.do("send", at=()).turn.sent.answers["day"][0]["cost"]] == ["r1", "r2"]  # type: ignore[union-attr]


def test_such_a_row_cannot_be_removed_by_hand() -> None:
    """It goes with what it belongs to."""
    trip = two_stops().say("第一天")
    trip.do("goto", ["day", "r3", "cost", "r1"]).do("remove", at=("day", "r3", "cost", "r1"))
    assert trip.turn.screen.problem is not None
    assert trip.turn.screen.problem.key == "problem-locked"


def test_a_line_is_said_when_its_row_is_left() -> None:
    """The total stands behind the costs: leaving them says it, wherever the next question is."""
    trip = two_stops().say("第一天", "20", "5")
    assert trip.at == "day/+/1"
    assert [(one.key, dict(one.args)) for one in trip.turn.screen.notes if one.key != "echo"] == [
        ("trip-day-total_line", {"total": 25})
    ]
    trip.close()
    assert [one.key for one in trip.turn.screen.notes] == ["trip-end_line"], "said once, not twice"


def test_a_list_is_not_complete_with_a_row_half_filled() -> None:
    """Left in the middle, the row is come back to when the list is to be closed."""
    trip = (
        two_stops()
        .say("第一天")
        .do("goto", ["day"])
        .do("add", at=("day", "+", "1"))
        .say("第二天", "10", "20")
    )
    assert trip.at == "day/+/2", "what was left before is not gone back to at once"
    trip.close()
    assert (trip.at, [one.key for one in trip.turn.screen.notes]) == (
        "day/r3/cost/r1/money",
        ["problem-open"],
    )
    trip.say("1", "2").close()
    assert trip.at == "fine"


def test_a_choice_that_leads_elsewhere_answers_nothing() -> None:
    """Through a list with one row to its question, else to the list; the choice itself stays open."""
    trip = Trip().say("白岭").close().do("answer", "again", at=("weather",))
    assert trip.at == "stop/r1/place"
    assert "weather" not in trip.turn.draft.answers
    trip.say("青溪")
    assert trip.at == "weather"
    trip.do("goto", ["stop"]).do("add", at=("stop", "+", "1")).say("石门").close()
    assert trip.do("answer", "again", at=("weather",)).at == "stop/+/2"


def test_a_choice_to_nowhere_stops_the_start() -> None:
    """A misspelt name is found when the form is compiled."""
    with pytest.raises(BadForm):
        Trip(Form(items=(Field("way", "select_one", choices=("a", Choice("b", goes="stop.plaec"))),)))


def test_marks_that_count_heads_stay_within_the_house() -> None:
    """Each press adds one adult, the house's number is the most, all at once means every adult of every house."""
    people = {
        "rows": [["h1", "1-001", "张某某", "一组", "", "", 2], ["h2", "1-002", "李某某", "一组", "", "", 3]]
    }
    form = Form(items=(Roster("came", x("fact('people')"), states="heads"),), live=("people",))
    trip = Trip(form)
    trip.facts = Facts(live(people=people))
    for mark in ("1", "2", "-"):
        trip.do("show")
        assert trip.turn.screen.show["rows"][0][5] == mark
        trip.do("tick", {"rows": [0], "mark": mark}, at=("came",))
    trip.do("tick", {"all": "*"}, at=("came",))
    assert (trip.turn.draft.answers["came"], trip.turn.screen.show["heads"]) == ("23", 5)
    trip.do("tick", {"rows": [0], "mark": "3"}, at=("came",))
    assert trip.turn.screen.problem is not None
    assert dict(trip.turn.screen.problem.args) == {"row": "1-001 张某某", "most": 2}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("1-1", "1--"),
        ("1-1 2人", "2--"),
        ("1-1：2", "2--"),
        ("1-1、1-2 各2人", "22-"),
        ("全部 1人", "111"),
        ("1-3 两人", "--2"),
    ],
)
def test_a_typed_line_says_how_many_came(text: str, marks: str) -> None:
    """House numbers and how many adults of each, as people write it."""
    rows = [[f"h{n}", f"1-{n:03d}", f"户{n}", "一组", "", "", 3] for n in (1, 2, 3)]
    trip = Trip(Form(items=(Roster("came", x("fact('people')"), states="heads"),), live=("people",)))
    trip.facts = Facts(live(people={"rows": rows}))
    trip.do("text", text)
    assert trip.turn.draft.answers.get("came") == marks


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (("1-1",), "i--"), (("1-1 委托",), "p--"), (("代理 1-2",), "-p-"), (("全部", "1-3没来"), "ii-"),
        (("全部", "缺席 1-1、1-2"), "--i"), (("除了1-2",), "i-i"),
    ],
)  # fmt: skip
def test_a_typed_line_ticks_proxies_and_takes_ticks_away(texts: tuple[str, ...], marks: str) -> None:
    """委托 where proxies are allowed, 没来 takes away."""
    rows = [[f"h{n}", f"1-{n:03d}", f"户{n}", "一组", "", "", 3] for n in (1, 2, 3)]
    trip = Trip(Form(items=(Roster("came", x("fact('people')"), states="ip"),), live=("people",)))
    trip.facts = Facts(live(people={"rows": rows}))
    trip.say(*texts)
    assert trip.turn.draft.answers.get("came") == marks


TASKS = RecordType(
    id="tasks", version=1, letter="Z", subject="org", access=Access(),
    form=Form(items=(
        Field("begun", "date"),
        Repeat("part", items=(Field("title", "text"), Repeat("task", items=(Field("due", "date"),)))),
    )),
    workflow=Workflow(
        "open",
        transitions=(Transition("report", ("open",), "", Who(("branch_secretary",)), Form(items=(
            Field("percent", "integer"), Field("on", "date", rules=(Rule("early", x("${on} >= ${begun}")),)),
        )), row="part.task"),),
        autos=(Auto("all_done", ("open",), "closed",
                    x("all(part, all(task, last(@report, ${percent}, ${row} = ${_} and ${on} <= ${due}) >= 100))")),),
    ),
)  # fmt: skip


def test_acts_are_read_from_inside_the_row_they_concern() -> None:
    """Names of an act's surroundings are those of where the expression stands: the task's due day, the record's begin."""
    kind = compile_type(TASKS)
    answers = {"begun": "2026-11-01", "part": [
        {"_": "r1", "title": "路", "task": [{"_": "r2", "due": "2026-12-01"}, {"_": "r3", "due": "2026-12-31"}]}]}  # fmt: skip

    def report(n: int, row: str, percent: int, on: str) -> Act:
        return Act(n, "report", "p1", "", "", "", "open", "open", 1, row, {"percent": percent, "on": on})

    (auto, when), *_ = kind.autos
    assert auto.name == "all_done"
    for acts, closed in (
        ((report(2, "r2", 100, "2026-11-20"),), False),
        ((report(2, "r2", 100, "2026-11-20"), report(3, "r3", 100, "2026-12-20")), True),
        ((report(2, "r2", 100, "2026-12-20"), report(3, "r3", 100, "2026-12-20")), False),
        (
            (
                report(2, "r2", 100, "2026-11-20"),
                report(3, "r3", 100, "2026-12-20"),
                report(4, "r3", 90, "2026-12-21"),
            ),
            False,
        ),
    ):
        scope = Scope(kind.plan.root, answers, Env(Facts(live()), acts, 1), stored=True)
        assert when(scope) is closed


def test_an_act_about_an_inner_row_knows_that_row() -> None:
    """The form of a transition climbs into the very row it is about, two lists deep."""
    kind = compile_type(TASKS)
    plan = kind.transitions["report"].plan
    answers = {"begun": "2026-11-01", "part": [
        {"_": "r1", "title": "路", "task": [{"_": "r2", "due": "2026-12-01"}]}]}  # fmt: skip
    facts = Facts(live(), record=answers)
    about = About("tasks/report", "p1", "QX0301", record="rec", row="r2")
    turn = begin(plan, "d", about, facts)
    turn = advance(plan, turn.draft, Event("answer", ("percent",), 50), facts)
    turn = advance(plan, turn.draft, Event("answer", ("on",), "2026-10-31"), facts)
    assert turn.screen.problem is not None
    assert turn.screen.problem.key == "tasks--early"
