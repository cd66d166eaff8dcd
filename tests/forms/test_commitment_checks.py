"""A commitment being kept: quarterly checks item by item, what is opened for what is behind, the yearly appraisal."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import NotAllowed
from bot.forms.core import acts
from bot.forms.core.acts import Due
from bot.forms.core.draft import Facts
from bot.forms.core.model import Open
from bot.forms.core.plan import Env, Scope
from bot.forms.core.records import Record
from bot.people import Person
from tests.forms.commitments import (
    KIND,
    PROMISES,
    ROAD,
    annual,
    at,
    begun,
    check,
    checked,
    effective,
    item,
    may,
    met,
    nothing,
    post,
    sent,
    told,
    view,
    year_of_checks,
)
from tests.forms.play import CADRE, CLERK, TOWN, WITNESS, Talk, act, check_golden, facts_for, offers, stamp

ITEMS = [ROAD, PROMISES["service"][0], PROMISES["integrity"][0]]
EVERYONE = ["member", "representative", "supervisor"]


@pytest.fixture(scope="module")
def live() -> Record:
    """In force since 28 January."""
    return effective()


@pytest.fixture(scope="module")
def proved(live: Record) -> Record:
    """After four checks."""
    return year_of_checks(live)


def opened(effects: tuple[Due, ...]) -> list[dict[str, Any]]:
    """The rectifications a check asks for."""
    found = [due for due in effects if isinstance(due.effect, Open)]
    assert {due.effect.type for due in found if isinstance(due.effect, Open)} <= {"rectification"}
    return [dict(due.values) for due in found]


# ------------------------------------------------------------------------------------- quarterly checks


def test_a_check_goes_through_every_item(live: Record, rewrite_golden: bool) -> None:
    """One row an item, named by what was promised and when it is due; none can be added or taken away."""
    talk = Talk("commitment/check", TOWN, record=live, now=at("2026-04-10"))
    assert [option.value for option in talk.screen.options] == ["2026-Q1", "2026-Q2"]
    talk.tap("2026-Q1", "2026-04-08", EVERYONE)
    shown = []
    for result in ("on_time", "late", "on_time"):
        assert talk.asked == "results.result"
        shown.append(talk.screen.show["content"])
        talk.tap(result)
        if result == "late":
            talk.say("走访只做了一轮，人手不够")
            assert talk.tap("2026-04-08").refused == "commitment--until_past"
            talk.tap("2026-05-31")
    assert shown == ITEMS
    assert talk.asked == "text"
    row = ("results", "r2")
    assert talk.do("remove", at=row, via="page").refused == "problem-locked"
    talk.say("村民代表认可村道进度").skip()
    check_golden("commitment.check", talk.send(), rewrite_golden)
    answers = talk.sent.answers
    assert {name: answers[f"{name}_n"] for name in ("total", "done", "on_time", "late", "not_started")} == {
        "total": 3, "done": 0, "on_time": 2, "late": 1, "not_started": 0,
    }  # fmt: skip
    assert (answers["checked_by"], [one["_"] for one in answers["results"]]) == ("town", ["r1", "r2", "r3"])


@pytest.mark.parametrize(
    ("came", "taken"),
    [
        (EVERYONE, True),
        ([*EVERYONE, "household", "town"], True),
        (["member", "supervisor"], False),
        (["representative", "supervisor", "town"], False),
        (["member", "representative", "household"], False),
    ],
)
def test_who_must_be_there(live: Record, came: list[str], taken: bool) -> None:
    """Party members, villagers' representatives and the supervision group, or it is no check."""
    talk = Talk("commitment/check", TOWN, record=live, now=at("2026-04-10")).tap(
        "2026-Q1", "2026-04-08", came
    )
    assert talk.refused == ("" if taken else "commitment--who_came")
    if not taken:
        talk.tap(EVERYONE)
        assert talk.asked == "results.result"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-12-31", "commitment--check_outside"),
        ("2026-01-01", ""),
        ("2026-04-15", ""),
        ("2026-04-16", "commitment--check_outside"),
        ("2026-05-02", "commitment--check_future"),
    ],
)
def test_a_check_is_held_in_its_quarter_or_fifteen_days_after(live: Record, day: str, why: str) -> None:
    """Entered later is late; held later is refused."""
    talk = Talk("commitment/check", TOWN, record=live, now=at("2026-05-01")).tap("2026-Q1")
    assert talk.tap(day).refused == why


def test_one_check_a_quarter(live: Record) -> None:
    """The quarter is no longer offered, and whoever had the form open meanwhile is refused."""
    record = check(live, TOWN, "on_time", "on_time", "on_time").record
    talk = Talk("commitment/check", WITNESS, record=record, now=at("2026-04-10"))
    assert [option.value for option in talk.screen.options] == ["2026-Q2"]
    assert talk.tap("2026-Q1").refused == "problem-choice_gone"
    facts = Facts(facts_for(WITNESS, begun().about, at("2026-04-10"), {}))
    with pytest.raises(NotAllowed):
        acts.perform(KIND, record, "check", WITNESS, facts, day="2026-04-10", at=stamp(at("2026-04-10")),
                     answers=record.acts[-1].answers)  # fmt: skip


def test_what_is_done_is_not_asked_again(live: Record) -> None:
    """The next check takes it over and shows it, where it can be put right."""
    record = check(live, TOWN, "done", "on_time", "on_time").record
    talk = Talk("commitment/check", TOWN, record=record, now=at("2026-07-10")).tap(
        "2026-Q2", "2026-07-08", EVERYONE
    )
    assert talk.screen.show["content"] == ITEMS[1]
    talk.tap("on_time", "on_time").say("村民代表认可村道质量").skip()
    assert talk.draft.answers["results"][0]["result"] == "done"
    talk.goto("results", "r1", "result").tap("late").say("路面返修，验收没有通过").tap("2026-08-31").send()
    assert talk.sent.answers["late_n"] == 1


def test_what_is_behind_opens_a_rectification_each(live: Record) -> None:
    """With problem, measure, owner and deadline; kept until that type exists; promiser and filler are told."""
    done = check(live, TOWN, "late", "on_time", "not_started")
    assert opened(done.effects) == [
        {
            "source": "check", "problem": content, "why": "雨季停工两周，石料没到", "measure": measure, "due": "2026-12-20",
            "owner": {"id": "p4", "name": "李某某", "post": "村委会副主任"}, "quarter": "2026-Q1", "result": result,
        }
        for (content, measure), result in ((PROMISES["growth"], "late"), (PROMISES["integrity"], "not_started"))
    ]  # fmt: skip
    keys = [due.key for due in done.effects if isinstance(due.effect, Open)]
    assert len(set(keys)) == 2, "each is carried out once"
    assert told(done.effects) == {
        ("named:promiser", "commitment-told-checked"),
        ("filler", "commitment-told-late"),
    }


def test_nothing_behind_opens_nothing(live: Record) -> None:
    """And nobody is told of a delay."""
    done = check(live, WITNESS, "done", "on_time", "on_time")
    assert opened(done.effects) == []
    assert told(done.effects) == {("named:promiser", "commitment-told-checked")}
    assert done.acts[0].answers["checked_by"] == "village", "not to be counted as the superior's check"


def test_a_promiser_does_not_check_themselves(live: Record) -> None:
    """Not even one who sits in the supervision group."""
    both = Person(CADRE.id, CADRE.name, posts=(*CADRE.posts, *WITNESS.posts))
    assert "check" not in offers(live, both, at("2026-04-08"))
    assert "check" in offers(live, WITNESS, at("2026-04-08"))


def test_only_quarters_in_force_are_checked() -> None:
    """In force since May: the first quarter is neither offered nor missing at the end."""
    record = met(view(sent(annual(day="2026-04-10")).record, "2026-04-12"), "2026-04-19")
    record = act(post(record, "2026-05-01", "2026-05-08"), "take_effect", TOWN, now=at("2026-05-09")).record
    talk = Talk("commitment/check", TOWN, record=record, now=at("2026-07-10"))
    assert [option.value for option in talk.screen.options] == ["2026-Q2", "2026-Q3"]
    for quarter in ("2026-Q2", "2026-Q3", "2026-Q4"):
        assert may(record, "final", "2026-12-30") == set()
        record = check(record, TOWN, "on_time", "on_time", "on_time", quarter=quarter).record
    assert may(record, "final", "2026-12-30") == {"town", "committee"}


# -------------------------------------------------------------------------------------------- appraisal


def final(record: Record, grade: str, day: str = "2026-12-31", *confirm: bool) -> Record:
    """The yearly appraisal."""

    def fill(talk: Talk) -> Talk:
        talk.tap(grade)
        if confirm:
            talk.do("confirm", True)
        return talk.say("年初承诺的三项办结三项，群众认可")

    return act(record, "final", TOWN, fill, now=at(day)).record


def test_the_appraisal_comes_after_the_fourth_check(live: Record, proved: Record) -> None:
    """Not after the third; the counts are those of the last check."""
    third = live
    for quarter in ("2026-Q1", "2026-Q2", "2026-Q3"):
        assert may(third, "final", "2026-12-31") == set()
        third = check(third, TOWN, "on_time", "on_time", "on_time", quarter=quarter).record
    assert may(third, "final", "2026-12-31") == set()
    assert may(proved, "final", "2026-12-31") == {"town", "committee"}
    record = final(proved, "kept")
    counts = {
        name: record.acts[-1].answers[name] for name in ("year", "done_n", "total_n", "checks_n", "missing")
    }
    assert counts == {"year": "2026", "done_n": 3, "total_n": 3, "checks_n": 4, "missing": []}
    assert record.state == "appraised"
    record = act(record, "archive", TOWN, nothing, now=at("2027-01-05")).record
    assert (record.state, record.acts[-1].answers["archive_class"]) == ("archived", "commitment")


def test_a_grade_against_the_counts_is_asked_again(
    proved: Record, live: Record, rewrite_golden: bool
) -> None:
    """Kept with things undone, or not kept with all of it done: only after a yes."""
    talk = Talk("commitment/final", TOWN, record=proved, now=at("2026-12-31")).tap("broken")
    assert (talk.screen.kind, talk.said["commitment--grade_low"]) == ("confirm", {"done": 3, "total": 3})
    talk.do("confirm", True)
    assert talk.asked == "opinion"
    check_golden("commitment.final", talk.say("虽已完成，但村道质量群众不认可").send(), rewrite_golden)
    poor = live
    for quarter in ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"):
        poor = check(poor, TOWN, "on_time", "on_time", "on_time", quarter=quarter).record
    talk = Talk("commitment/final", TOWN, record=poor, now=at("2026-12-31")).tap("kept")
    assert talk.said["commitment--grade_high"] == {"done": 0, "total": 3}
    assert Talk("commitment/final", TOWN, record=poor, now=at("2026-12-31")).tap("mostly").asked == "opinion"


def test_a_missed_quarter_does_not_hold_it_up_for_ever(live: Record) -> None:
    """When no check of the year can be held any more, the appraisal names what is missing and asks why."""
    record = check(live, TOWN, "done", "done", "done").record
    assert may(record, "final", "2027-01-15") == set()
    assert may(record, "final", "2027-01-16") == {"town", "committee"}
    talk = Talk("commitment/final", TOWN, record=record, now=at("2027-01-16"))
    assert (talk.asked, talk.screen.show["missing"]) == ("missing_reason", ["2026-Q2", "2026-Q3", "2026-Q4"])
    talk.say("二季度起承诺人长期病假").tap("mostly").say("只查了一次，其余没有检查").send()
    assert talk.sent.answers["checks_n"] == 1


def test_a_term_is_appraised_every_year() -> None:
    """It stays in force in between; only the last year ends it."""
    talk = begun().tap("term", "2026-01-01", "2027-12-31")
    for domain in ("goal", "duty", "task", "integrity"):
        item(talk, domain, due="2027-12-31")
    record = effective(sent(talk.close()).record)
    for year in ("2026", "2027"):
        for n in (1, 2, 3, 4):
            day = f"{year}-{n * 3:02d}-28"
            record = act(
                record,
                "check",
                TOWN,
                checked(*["on_time"] * 4, quarter=f"{year}-Q{n}", held=day),
                now=at(day),
            ).record
        assert may(record, "check", f"{year}-12-30") == set()
        record = final(record, "mostly", f"{year}-12-30")
        assert record.state == ("effective" if year == "2026" else "appraised")
        assert record.acts[-1].answers["year"] == year
        assert may(record, "final", f"{year}-12-30") == set()


def test_checks_before_a_change_still_count_as_held(live: Record) -> None:
    """A quarter is checked once, whatever was amended since; what was done then is asked anew."""
    record = check(live, TOWN, "done", "on_time", "on_time").record
    record = act(record, "amend", CADRE, lambda talk: talk.say("上级调整了项目"), now=at("2026-04-20")).record
    record = act(
        record,
        "resubmit",
        CADRE,
        lambda talk: talk.goto("items", "r1", "due").tap("2026-11-30"),
        now=at("2026-04-20"),
    ).record
    record = post(met(view(record, "2026-04-22"), "2026-04-25"), "2026-04-26", "2026-05-03")
    record = act(record, "take_effect", TOWN, now=at("2026-05-04")).record
    talk = Talk("commitment/check", TOWN, record=record, now=at("2026-07-10"))
    assert [option.value for option in talk.screen.options] == ["2026-Q2", "2026-Q3"]
    talk.tap("2026-Q2", "2026-07-08", EVERYONE)
    assert talk.screen.show["content"] == ITEMS[0]


# ---------------------------------------------------------------------------------- clocks and figures


def scope(record: Record, day: str) -> Scope:
    """The record as clocks and figures read it on a day."""
    facts = Facts(facts_for(TOWN, begun().about, at(day), {}), {}, record.answers, record.acts, record.round)
    return Scope(KIND.plan.root, record.answers, Env(facts, record.acts, record.round), stored=True)


def test_clocks_say_what_is_due(live: Record) -> None:
    """Each item by its day until it is done; the next check fifteen days after its quarter; a notice by its end."""
    root = scope(live, "2026-02-01")
    rows = root.rows(KIND.plan.root.by_name["items"])
    assert [KIND.clocks["item"](row) for row in rows] == ["2026-06-30", "2026-06-30", "2026-12-31"]
    assert KIND.clocks["check"](root) == "2026-04-15"
    record = check(live, TOWN, "done", "on_time", "on_time").record
    root = scope(record, "2026-05-01")
    assert [KIND.clocks["item"](row) for row in root.rows(KIND.plan.root.by_name["items"])] == [
        None,
        "2026-06-30",
        "2026-12-31",
    ]
    assert KIND.clocks["check"](root) == "2026-07-15"
    assert KIND.clocks["notice"](scope(post(met(view(sent(annual()).record))), "2026-01-21")) == "2026-01-27"
    reminders = {clock.name: clock.remind for clock in KIND.type.workflow.clocks}
    assert (reminders["item"], reminders["check"]) == ((-15, -3), (-10,))


def test_an_objection_is_answered_in_five_working_days() -> None:
    """Working days, as the calendar has them."""
    record = post(met(view(sent(annual()).record)))
    record = act(
        record,
        "object",
        WITNESS,
        lambda talk: talk.tap("2026-01-23", "call").skip().say("里程写多了，量过只有一公里").skip(),
        now=at("2026-01-23"),
    ).record
    assert KIND.clocks["objection"](scope(record, "2026-01-24")) == "2026-01-30"


def figures(record: Record, day: str) -> dict[str, tuple[int, int]]:
    """Every figure as (numerator, denominator)."""
    at_day = scope(record, day)
    return {name: (int(num(at_day)), int(den(at_day))) for name, num, den in KIND.figures}


def test_figures_print_both_numbers(live: Record, proved: Record) -> None:
    """Signed, passed, checked of what was due, by the township, fulfilled, behind."""
    assert figures(sent(annual(CLERK)).record, "2026-01-10")["signed"] == (0, 1)
    assert figures(live, "2026-04-15") == {
        "signed": (1, 1), "passed": (1, 1), "checked": (0, 0), "checked_by_town": (0, 0), "fulfilled": (0, 0),
        "rectify": (0, 0),
    }  # fmt: skip
    assert figures(live, "2026-04-16")["checked"] == (0, 1), "due fifteen days after the quarter"
    late = check(live, TOWN, "late", "on_time", "not_started").record
    assert figures(late, "2026-04-16") | {
        "checked": (1, 1),
        "rectify": (2, 3),
        "fulfilled": (0, 3),
    } == figures(late, "2026-04-16")
    found = figures(proved, "2027-01-16")
    assert (found["checked"], found["checked_by_town"], found["fulfilled"], found["rectify"]) == (
        (4, 4),
        (3, 4),
        (3, 3),
        (0, 3),
    )
