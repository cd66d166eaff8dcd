"""A sent record is looked at as it was sent: what is asked, judged and computed today changes nothing of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.forms.core import acts
from bot.forms.core.draft import About, Draft, Facts, Line
from bot.forms.core.form_compiler import compile_form
from bot.forms.core.model import (
    Access,
    Field,
    Form,
    RecordType,
    Repeat,
    Rule,
    Transition,
    Who,
    Workflow,
    calc,
    note,
    x,
)
from bot.forms.core.outline import lines
from bot.forms.core.records import Record
from bot.forms.core.types import compile_type
from bot.forms.core.work import Work
from tests.forms.machine_play import live
from tests.forms.play import person

FORM = Form(items=(
    Field("back_on", "date", rules=(Rule("past", x("${back_on} >= today()")),)),
    Field("own", "text", relevant=x("fact('actor.id') = 'p1'")),
    Field("reason", "text", relevant=x("days(${back_on}, today()) > 7")),
    calc("late", x("today() > ${back_on}"), kind="boolean"),
    note("late_line", x("${late}")),
    Repeat("item", items=(Field("text", "text"), Field("why", "text", relevant=x("today() > '2027-01-01'")))),
))  # fmt: skip
SENT = {"back_on": "2026-12-01", "own": "按时回村", "late": False, "item": [{"_": "r1", "text": "走访"}]}
LATER = live(today="2027-03-01", actor={"id": "p9", "name": "郑某某", "post": "", "roles": ["town_clerk"]})


def seen(answers: dict[str, Any], *, stored: bool) -> list[tuple[str, str]]:
    """(place, status) of each line a town clerk sees three months later."""
    plan = compile_form(FORM, form_id="leave", words="leave", version=1)
    work = Work(
        plan, Draft("", About("leave", "p1", "QX0301"), 1, answers=answers), Facts(LATER), stored=stored
    )

    def flat(found: Iterable[Line]) -> list[tuple[str, str]]:
        made = []
        for line in found:
            made.append(("/".join(line.path), line.status))
            for row in line.rows:
                made += flat(row)
        return made

    return flat(lines(work, plan.root, ()))


def test_a_sent_record_shows_what_was_asked_and_answered_then() -> None:
    """The date has gone by, another person looks: no line appears, vanishes or turns into a problem."""
    assert seen(SENT, stored=True) == [
        ("back_on", "answered"), ("own", "answered"), ("item", "answered"), ("item/r1/text", "answered"),
    ]  # fmt: skip


def test_a_note_of_a_sent_record_is_said_where_it_held_then() -> None:
    """What was computed at submission decides."""
    assert ("late_line", "computed") in seen({**SENT, "late": True}, stored=True)


def test_a_draft_is_judged_by_today() -> None:
    """The same answers in a draft are asked and judged again: that is what stored must not do."""
    found = dict(seen(SENT, stored=False))
    assert (found["back_on"], found["reason"], found.get("own")) == ("problem", "open", None)


def test_an_act_on_a_row_is_offered_where_a_row_allows_it() -> None:
    """No rows, or none for which its guard holds: no button."""
    flow = Workflow("sent", transitions=(
        Transition("tick", ("sent",), "", Who(("member",)), row="item", guard=x("${text} != 'done'")),
    ))  # fmt: skip
    kind = compile_type(RecordType("leave", 1, "X", "org", FORM, flow, Access()))
    member = person("p1", "张某某", "member")

    def offered(*texts: str) -> list[str]:
        rows = [{"_": f"r{n}", "text": text} for n, text in enumerate(texts)]
        answers = {**SENT, "item": rows}
        record = Record(
            "R", "leave", 1, "", "QX0301", "/SF/QX03/QX0301/", "p1", "", "", "", "sent", answers=answers
        )
        return [step.name for step in acts.available(kind, record, member, "2026-11-22", Facts(live()))]

    assert offered() == []
    assert offered("done") == []
    assert offered("done", "走访") == ["tick"]
