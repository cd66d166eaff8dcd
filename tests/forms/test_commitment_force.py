"""A commitment on the wall and in force: notice, objections, changes, simple kinds, cases of resignation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.errors import NotAllowed
from bot.forms.core import acts
from bot.forms.core.acts import Done
from bot.forms.core.draft import Facts
from bot.forms.core.model import Notify
from bot.forms.core.records import Record
from tests.forms.commitments import (
    FILED,
    IN_FORCE,
    KIND,
    MEMBER,
    POSTED,
    VIEWED,
    annual,
    at,
    begun,
    effective,
    may,
    met,
    nothing,
    post,
    sent,
    told,
    view,
)
from tests.forms.play import (
    CADRE,
    CLERK,
    COMMITTEE,
    SECRETARY,
    TOWN,
    WITNESS,
    Talk,
    act,
    facts_for,
    offers,
    stamp,
)


@pytest.fixture(scope="module")
def viewed() -> Record:
    """The cadre's commitment, waiting for its meetings."""
    return view(sent(annual()).record)


@pytest.fixture(scope="module")
def live() -> Record:
    """In force since 28 January."""
    return effective()


# ------------------------------------------------------------------------------------- notice, objections


def test_a_notice_stands_seven_days(viewed: Record) -> None:
    """The first day does not count; the last day is offered; a shorter or an earlier one is refused."""
    talk = Talk("commitment/publish", SECRETARY, record=met(viewed), now=at("2026-01-22"))
    assert talk.tap("2026-01-23").refused == "commitment--notice_ahead"
    assert talk.tap("2026-01-18").refused == "commitment--notice_before"
    talk.tap(POSTED)
    assert [option.value for option in talk.screen.options] == ["2026-01-27"]
    assert talk.tap("2026-01-26").refused == "commitment--notice_short"
    talk.tap("2026-01-27").photo("上墙.jpg").send()
    assert talk.sent.answers["notice_photo"][0]["name"] == "上墙.jpg"


def test_it_takes_effect_the_day_after_the_notice(viewed: Record) -> None:
    """Not on its last day; by hand or by the clock, whichever comes first."""
    record = post(met(viewed))
    assert may(record, "take_effect", "2026-01-27") == set()
    with pytest.raises(NotAllowed):
        act(record, "take_effect", CLERK, now=at("2026-01-27"))
    assert act(record, "take_effect", CLERK, now=at(IN_FORCE)).record.state == "effective"
    facts = Facts(
        facts_for(TOWN, begun().about, at(IN_FORCE), {}), {}, record.answers, record.acts, record.round
    )
    assert (
        acts.perform(
            KIND, record, "notice_over", None, facts, day=IN_FORCE, at=stamp(at(IN_FORCE))
        ).record.state
        == "effective"
    )
    with pytest.raises(NotAllowed):
        act(record, "notice_over", COMMITTEE, now=at(IN_FORCE))


def objected(record: Record, day: str = "2026-01-24") -> Record:
    return act(
        record,
        "object",
        CLERK,
        lambda talk: talk.tap(day, "visit").skip().say("1.2公里里有一段是去年修的").skip(),
        now=at(day),
    ).record


def test_an_objection_stops_the_notice(viewed: Record) -> None:
    """Who objects may stay unnamed; the township answers; the days it took do not count."""
    record = post(met(viewed))
    talk = Talk("commitment/object", WITNESS, record=record, now=at("2026-01-24"))
    assert talk.tap("2026-01-19").refused == "commitment--said_before"
    assert talk.tap("2026-01-25").refused == "commitment--said_future"
    record = objected(record)
    assert (record.state, record.acts[-1].answers["objector"]) == ("objected", None)
    assert may(record, "settle", "2026-01-26") == {"town", "committee"}
    record = act(
        record,
        "settle",
        TOWN,
        lambda talk: talk.tap("dismissed").say("经核实，里程以验收单为准"),
        now=at("2026-01-26"),
    ).record
    assert (record.state, record.acts[-1].answers["days_frozen"]) == ("notice", 2)
    assert may(record, "take_effect", "2026-01-29") == set()
    assert act(record, "take_effect", CLERK, now=at("2026-01-30")).record.state == "effective"


def settled(record: Record, outcome: str, day: str) -> Done:
    """The township decides the oldest objection that is open."""
    return act(record, "settle", TOWN, lambda talk: talk.tap(outcome).say("经核实，已当面答复"), now=at(day))


def test_each_of_several_objections_is_decided_before_the_notice_goes_on(viewed: Record) -> None:
    """
    The oldest first, each named by its day and matter; the days from the first to the last decision do not count, and a
    second pause is counted by itself. Who filled it in hears once of each pause.
    """
    record = objected(objected(post(met(viewed))), "2026-01-25")
    assert record.state == "objected"
    assert [one.answers.get("number") for one in record.acts if one.name == "object"] == [None, 2]
    talk = Talk("commitment/settle", TOWN, record=record, now=at("2026-01-26"))
    assert talk.screen.show == {
        "number": 1, "all": 2, "day": "2026-01-24", "matter": "1.2公里里有一段是去年修的",
    }  # fmt: skip
    done = settled(record, "dismissed", "2026-01-26")
    assert (done.record.state, told(done.effects)) == ("objected", set())
    talk = Talk("commitment/settle", TOWN, record=done.record, now=at("2026-01-27"))
    assert (talk.screen.show["number"], talk.screen.show["day"]) == (2, "2026-01-25")
    third = objected(done.record, "2026-01-27")
    done = settled(settled(third, "dismissed", "2026-01-27").record, "dismissed", "2026-01-28")
    assert done.record.state == "notice"
    assert told(done.effects) == {(to, "commitment-told-settled") for to in ("filler", "named:promiser")}
    assert [one.answers["days_frozen"] for one in done.record.acts if one.name == "settle"] == [2, 1, 1]
    record = settled(objected(done.record, "2026-01-30"), "dismissed", "2026-01-31").record
    assert (record.state, record.acts[-1].answers["days_frozen"]) == ("notice", 1)
    assert may(record, "take_effect", "2026-02-01") == set(), "27 January and five days"
    assert act(record, "take_effect", CLERK, now=at("2026-02-02")).record.state == "effective"


@pytest.mark.parametrize("outcomes", [("upheld", "dismissed"), ("dismissed", "upheld")])
def test_one_founded_objection_among_several_sends_it_back(viewed: Record, outcomes: tuple[str, str]) -> None:
    """But not before the others have their reply; a new round begins with none open."""
    record = objected(objected(post(met(viewed))), "2026-01-25")
    record = settled(record, outcomes[0], "2026-01-26").record
    assert record.state == "objected"
    assert may(record, "resubmit", "2026-01-26") == set()
    record = settled(record, outcomes[1], "2026-01-27").record
    assert record.state == "reopened"
    record = act(
        record, "resubmit", CADRE, lambda talk: talk.goto("items", "r1", "content").say("硬化村道0.9公里")
    ).record
    assert (record.state, record.round) == ("submitted", 2)
    record = post(met(view(record, "2026-02-10"), "2026-02-15"), "2026-02-20", "2026-02-27")
    record = objected(record, "2026-02-22")
    talk = Talk("commitment/settle", TOWN, record=record, now=at("2026-02-23"))
    assert [talk.screen.show[name] for name in ("number", "all", "day")] == [1, 1, "2026-02-22"]
    assert settled(record, "dismissed", "2026-02-23").record.state == "notice"


def test_an_objection_noted_before_they_had_numbers_is_named(viewed: Record) -> None:
    """What was sent by the form before: one settled, one open, neither with a number."""
    record = objected(settled(objected(post(met(viewed))), "dismissed", "2026-01-25").record, "2026-01-26")
    old = [
        replace(one, answers={k: v for k, v in one.answers.items() if k != "number"}) for one in record.acts
    ]
    talk = Talk("commitment/settle", TOWN, record=replace(record, acts=tuple(old)), now=at("2026-01-27"))
    assert (talk.screen.show["number"], talk.screen.show["day"]) == (2, "2026-01-26")


def test_a_founded_objection_sends_it_back(viewed: Record) -> None:
    """Everything that is not fixed may be changed, then view and meetings again; it cannot simply be kept."""
    record = objected(post(met(viewed)))
    record = act(
        record,
        "settle",
        COMMITTEE,
        lambda talk: talk.tap("upheld").say("里程有误，请改后重报"),
        now=at("2026-01-26"),
    ).record
    assert record.state == "reopened"
    assert offers(record, CADRE, at("2026-01-26")) == ["resubmit"]
    record = act(
        record,
        "resubmit",
        CADRE,
        lambda talk: talk.goto("items", "r1", "content").say("硬化村道0.9公里，从村部到桥头"),
    ).record
    assert (record.state, record.round) == ("submitted", 2)


# ------------------------------------------------------------------------------------------ what is in force


def test_what_is_in_force_changes_only_through_the_same_meetings(live: Record) -> None:
    """Amending opens the answers, not kind or promiser; a new row takes a new number; all begins anew."""
    record = act(live, "amend", CADRE, lambda talk: talk.say("上级调整了项目")).record
    assert record.state == "reopened"
    talk = Talk("commitment/resubmit", CADRE, record=record, now=at("2026-03-01"))
    assert talk.goto("kind").refused == "problem-locked"
    talk.goto("items").add().tap("other", "村部每天有人值班", "两委成员轮值", "2026-12-31", "ledger").close()
    assert [row["_"] for row in talk.draft.answers["items"]] == ["r1", "r2", "r3", "r4"]
    talk.goto("term_from").tap("2025-12-01")
    assert talk.refused == "commitment--year_fixed"
    talk.tap("2026-01-01").send()
    record = act(
        record,
        "resubmit",
        CADRE,
        lambda talk: talk.goto("items", "r1", "due").tap("2026-11-30"),
        now=at("2026-03-01"),
    ).record
    assert (record.state, record.round, record.version) == ("submitted", 2, 2)
    assert "withdraw" not in offers(record, CADRE), "what was in force is not withdrawn"


def test_who_thinks_better_of_it_keeps_it(live: Record) -> None:
    """As long as nothing was sent again."""
    record = act(live, "amend", CADRE, lambda talk: talk.say("想把时限推后")).record
    assert act(record, "keep", CADRE).record.state == "effective"


# ------------------------------------------------------------------------------------------- simple kinds


def pledge(who: Any = MEMBER) -> Record:
    return sent(begun(who).say("每月走访10户困难户")).record


def test_a_pledge_is_confirmed_and_posted() -> None:
    """By the branch, or by the township where the secretary pledged; then archived."""
    record = act(pledge(), "confirm", SECRETARY).record
    assert record.state == "posted"
    record = act(record, "archive_pledge", TOWN, nothing).record
    assert (record.state, record.acts[-1].answers) == ("archived", {"archive_class": "commitment"})


def test_nobody_confirms_their_own_pledge() -> None:
    """The secretary's own waits for another hand."""
    talk = begun(SECRETARY).tap("pledge", "p1").say("每月走访10户困难户").send()
    record = sent(talk).record
    assert may(record, "confirm", FILED) == {"clerk"}
    assert may(record, "confirm_town", FILED) == {"town", "committee"}


def test_a_pledge_may_be_sent_back() -> None:
    """And mended; it waits for the branch again."""
    marks = [{"value": "sentence", "label": ""}]
    record = act(
        pledge(),
        "send_back",
        CLERK,
        lambda talk: talk.tap("sentence", "unclear").skip().close(),
        markable=marks,
    ).record
    assert record.state == "returned"
    record = act(record, "resubmit", MEMBER, lambda talk: talk.say("每月走访10户困难户，每户至少一次")).record
    assert (record.state, record.round) == ("to_confirm", 2)


@pytest.fixture(scope="module")
def resignation() -> Record:
    talk = begun().tap("resign", "2026-01-08", "2031-01-07").say("一年4次无故缺席重要会议").close()
    record = sent(talk).record
    record = act(record, "view", TOWN, lambda talk: talk.say("同意公示"), now=at(VIEWED)).record
    assert record.state == "passed", "no meeting decides on when somebody would resign"
    return act(post(record), "take_effect", CLERK, now=at(IN_FORCE)).record


def test_a_case_of_resignation_ends_no_office(resignation: Record) -> None:
    """It is written down and put before the township; the commitment stays in force."""
    assert "trigger" in offers(resignation, WITNESS, at("2026-11-10"))
    done = act(
        resignation,
        "trigger",
        WITNESS,
        lambda talk: talk.tap("2026-11-09").say("今年第4次无故缺席镇里重要会议").skip(),
        now=at("2026-11-10"),
        row="r1",
    )
    assert done.record.state == "effective"
    (case,) = [due for due in done.effects if not isinstance(due.effect, Notify)]
    assert (case.effect.type, case.values["event"], case.values["promiser"]["id"]) == (  # type: ignore[union-attr]
        "commitment.case", "一年4次无故缺席重要会议", "p4",
    )  # fmt: skip
    assert ("role:town_committee@town", "commitment-told-trigger") in told(done.effects)


def test_other_kinds_have_no_case(live: Record) -> None:
    """No button where there is no such row."""
    assert may(live, "trigger") == set()


@pytest.mark.parametrize(("day", "expired"), [("2031-01-07", False), ("2031-01-08", True)])
def test_it_ends_when_its_term_is_over(resignation: Record, day: str, expired: bool) -> None:
    """Earlier only because somebody left office, or for a reason in words."""
    talk = Talk("commitment/finish", COMMITTEE, record=resignation, now=at(day))
    assert ("expired" in [option.value for option in talk.screen.options]) is expired
    record = act(
        resignation, "finish", COMMITTEE, lambda talk: talk.tap("left_office").skip(), now=at(day)
    ).record
    assert (record.state, record.acts[-1].answers["archive_class"]) == ("archived", "commitment")
