"""A commitment after sending: signature, the township's view, two meetings, rounds, notice, objections, changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.errors import NotAllowed
from bot.forms.core import acts
from bot.forms.core.draft import Facts
from bot.forms.core.records import Record
from tests.forms.commitments import (
    FILED,
    KIND,
    MET,
    VIEWED,
    annual,
    at,
    begun,
    effective,
    item,
    may,
    members,
    sent,
    told,
    view,
    villagers,
    with_items,
)
from tests.forms.play import (
    CADRE,
    CLERK,
    COMMITTEE,
    SECRETARY,
    TOWN,
    Talk,
    act,
    check_golden,
    facts_for,
    offers,
    stamp,
)

MEETING = {
    "type": "minutes", "id": "m1", "version": 1, "receipt": "LX-E-QX03-202601-0001", "date": "2026-01-19",
    "mode": "representatives", "should": 42, "present": 38, "quorum_ok": True, "row": "r1",
    "label": "1月19日 审议2026年度履职承诺",
    "title": "审议2026年度履职承诺", "yes": 36, "no": 1, "abstain": 1, "result": "passed",
}  # fmt: skip


def option(**changed: Any) -> list[dict[str, Any]]:
    """The village's minutes as the form offers them."""
    take = {**MEETING, **changed}
    return [{"value": f"{take['id']}/{take['row']}", "label": take["label"], "take": take}]


def again(record: Record, name: str, answers: Mapping[str, Any]) -> None:
    """A form that was filled while the record moved on, or around its rules: only the guard stands between."""
    facts = Facts(facts_for(CLERK, begun().about, at(MET), {}))
    acts.perform(KIND, record, name, CLERK, facts, day=MET, at=stamp(at(MET)), answers=answers)


@pytest.fixture(scope="module")
def filed() -> Record:
    """The cadre's own commitment, just sent."""
    return sent(annual()).record


@pytest.fixture(scope="module")
def unsigned() -> Record:
    """The same, entered by the information officer."""
    return sent(annual(CLERK)).record


@pytest.fixture(scope="module")
def viewed(filed: Record) -> Record:
    return view(filed)


@pytest.fixture(scope="module")
def live(filed: Record) -> Record:
    """In force since 28 January."""
    return effective(filed)


# --------------------------------------------------------------------------------------------- signature


def test_the_promiser_signs_with_their_own_account(unsigned: Record) -> None:
    """Their name and the moment are kept; the township is told then, not before."""
    done = act(unsigned, "sign", CADRE, lambda talk: talk.tap("account"), now=at(FILED))
    assert done.record.state == "submitted"
    assert done.acts[0].answers["signed"] == {
        "way": "account", "by": "p4", "name": "李某某", "at": stamp(at(FILED)), "files": [],
    }  # fmt: skip
    assert told(done.effects) == {
        ("filler", "commitment-told-signed"),
        ("role:town_clerk@town", "told-arrived"),
    }


def test_paper_stands_for_a_signature(unsigned: Record) -> None:
    """Who entered it sends a photo of the signed paper."""
    record = act(unsigned, "sign_paper", CLERK, lambda talk: talk.photo("签名.jpg"), now=at(FILED)).record
    assert record.state == "submitted"
    assert record.acts[-1].answers["paper"][0]["name"] == "签名.jpg"


def test_a_promiser_may_decline(unsigned: Record) -> None:
    """It goes back to who entered it, who mends what was marked; the promiser signs the new text."""
    marks = [{"value": "items/r1/measure", "label": "1"}]
    record = act(
        unsigned,
        "decline",
        CADRE,
        lambda talk: talk.tap("items/r1/measure", "wrong").skip().close(),
        markable=marks,
    ).record
    assert record.state == "returned"
    talk = Talk("commitment/resubmit", CLERK, record=record)
    assert talk.screen.at == ("items", "r1", "measure")
    record = act(record, "resubmit", CLERK, lambda talk: talk.tap("4月底前完成招标，6月开工")).record
    assert (record.state, record.round) == ("to_sign", 2)
    assert offers(record, CADRE, at(FILED)) == ["sign", "decline"]


def test_nobody_signs_for_another(unsigned: Record) -> None:
    """Neither who entered it nor the secretary has the button, and pressing it all the same is refused."""
    assert may(unsigned, "sign") == {"promiser"}
    assert may(unsigned, "sign_paper") == {"clerk"}
    for who in (CLERK, SECRETARY, TOWN):
        with pytest.raises(NotAllowed):
            act(unsigned, "sign", who, lambda talk: talk.tap("account"))


# --------------------------------------------------------------------------------------- the town's view


def test_the_township_agrees_in_words(filed: Record) -> None:
    """Then both meetings wait; promiser and secretary are told."""
    done = act(
        act(filed, "open", TOWN).record,
        "view",
        COMMITTEE,
        lambda talk: talk.say("同意提交会议"),
        now=at(VIEWED),
    )
    assert done.record.state == "meetings"
    assert done.acts[0].answers == {"town_view": "同意提交会议", "on": VIEWED}
    assert ("role:branch_secretary@own", "commitment-told-meet") in told(done.effects)


def test_the_township_returns_it_with_marks(filed: Record, rewrite_golden: bool) -> None:
    """Only what is marked opens; the old value stands beside; a new round begins."""
    marks = [{"value": key, "label": key} for key in ("items/r1/content", "items/r2/due")]
    record = act(
        filed, "return", TOWN, markable=marks,
        fill=lambda talk: talk.tap("items/r1/content", "unclear").say("写清起止地点").add()
                              .tap("items/r2/due", "wrong").skip().close(),
    ).record  # fmt: skip
    assert record.state == "returned"
    talk = Talk("commitment/resubmit", CADRE, record=record, now=at("2026-01-13"))
    assert (talk.screen.at, talk.screen.was) == (
        ("items", "r1", "content"),
        record.answers["items"][0]["content"],
    )
    talk.goto("items", "r1", "measure")
    assert talk.refused == "problem-locked"
    talk.say("硬化村道1.2公里，从村部到桥头").tap("2026-09-30")
    assert talk.screen.kind == "summary"
    check_golden("commitment.returned", talk.send(), rewrite_golden)
    record = act(
        record, "resubmit", CADRE, lambda talk: talk.say("硬化村道1.2公里，从村部到桥头").tap("2026-09-30")
    ).record
    assert (record.state, record.round, record.version) == ("submitted", 2, 2)
    assert record.answers["items"][1]["due"] == "2026-09-30"


@pytest.mark.parametrize(("day", "late"), [("2026-02-01", False), ("2026-03-20", True)])
def test_a_promise_arrives_when_it_is_signed(day: str, late: bool) -> None:
    """Sent in time by somebody else, it comes to the township with the promiser's hand: that day decides."""
    record = replace(sent(annual(SECRETARY, "2026-01-30")).record, due_at="2026-02-02")
    assert (record.state, record.arrived_at) == ("to_sign", "")
    signed = act(record, "sign", CADRE, lambda talk: talk.tap("account"), now=at(day)).record
    assert (signed.state, signed.late, signed.arrived_at[:10]) == ("submitted", late, day)


def test_who_may_not_be_changed_by_a_return(filed: Record) -> None:
    """Kind, body and promiser are fixed by sending; whoever chose wrongly asks the township to void it."""
    record = act(
        filed,
        "return",
        TOWN,
        lambda talk: talk.tap("term_to", "wrong").skip().close(),
        markable=[{"value": "term_to", "label": ""}],
    ).record
    for name in ("kind", "body", "promiser"):
        assert Talk("commitment/resubmit", CADRE, record=record).goto(name).refused == "problem-locked"
    assert "withdraw" not in offers(record, CADRE), "its review has begun"
    assert "void" in offers(record, COMMITTEE)


# ---------------------------------------------------------------------------------------------- meetings


@pytest.mark.parametrize(
    ("present", "yes", "passed"),
    [(23, 23, False), (24, 24, True), (24, 23, False), (46, 24, True), (46, 23, False)],
)  # fmt: skip
def test_forty_six_voters(viewed: Record, present: int, yes: int, passed: bool) -> None:
    """More than half of those who should come must agree: 23 present can never pass, 24 must be unanimous (PBR 11)."""
    record = act(viewed, "meeting_member", SECRETARY, members(46, present, yes, 0), now=at(MET)).record
    assert record.acts[-1].answers["passed"] is passed
    assert record.state == ("meetings" if passed else "rejected")


def test_a_members_meeting_in_numbers(viewed: Record, rewrite_golden: bool) -> None:
    """What cannot be is refused where it is typed, and says what can."""
    talk = Talk("commitment/meeting_member", SECRETARY, record=viewed, now=at(MET))
    assert talk.tap("2026-01-20").refused == "commitment--held_future"
    talk.tap("2026-01-18", 46)
    assert talk.tap(47).refused == "commitment--present_over"
    assert talk.tap(22).refused == "commitment--no_quorum"
    assert talk.screen.problem is not None
    assert talk.screen.problem.args["law"]["args"]["need"] == 23
    talk.tap(41)
    assert talk.said["commitment-meeting_member-pass_line"]["law"]["args"]["need"] == 24
    assert talk.tap(42).refused == "commitment--yes_over"
    talk.tap(36)
    assert talk.tap(6).refused == "commitment--no_over"
    talk.tap(3)
    assert [option.value for option in talk.screen.options] == [2]
    assert talk.tap(1).refused == "commitment--votes_sum"
    talk.tap(2).skip()
    assert talk.screen.lines[-2].value["law"]["say"] == "law-passed"
    talk.goto("yes").tap(20)
    assert talk.asked == "abstain", "the tally must be put right after a change"
    talk.tap(18).send()
    assert talk.sent.answers["passed"] is False
    check_golden("commitment.meeting_member", talk, rewrite_golden)


@pytest.mark.parametrize("first", ["member", "villager"])
def test_two_meetings_in_any_order(viewed: Record, first: str) -> None:
    """The first keeps the state, the second moves on."""
    fills: dict[str, Callable[[Talk], Talk]] = {"member": members(), "villager": villagers()}
    second = {"member": "villager", "villager": "member"}[first]
    record = act(viewed, f"meeting_{first}", SECRETARY, fills[first], now=at(MET)).record
    assert record.state == "meetings"
    assert f"meeting_{first}" not in offers(record, SECRETARY, at(MET))
    with pytest.raises(NotAllowed):  # somebody else had the form open meanwhile
        again(record, f"meeting_{first}", record.acts[-1].answers)
    done = act(record, f"meeting_{second}", CLERK, fills[second], now=at(MET))
    assert done.record.state == "passed"
    assert [one.name for one in done.acts] == [f"meeting_{second}", "both_passed"]


@pytest.mark.parametrize(
    ("mode", "should", "present", "yes", "passed"),
    [
        ("representatives", 42, 28, 15, True), ("representatives", 42, 28, 14, False),
        ("assembly_households", 312, 208, 105, True), ("assembly_households", 312, 208, 104, False),
        ("assembly_adults", 901, 451, 226, True), ("assembly_adults", 901, 451, 225, False),
    ],
)  # fmt: skip
def test_a_paper_meeting_is_judged_by_its_own_law(
    viewed: Record, mode: str, should: int, present: int, yes: int, passed: bool
) -> None:
    """Representatives and households by two thirds present, adults by more than half; more than half of those there."""
    record = act(
        viewed, "meeting_villager", CLERK, villagers(mode, should, present, yes, 0), now=at(MET)
    ).record
    assert record.acts[-1].answers["passed"] is passed


@pytest.mark.parametrize(
    ("mode", "should", "short"),
    [("representatives", 42, 27), ("assembly_households", 312, 207), ("assembly_adults", 901, 450)],
)
def test_a_paper_meeting_without_quorum_is_not_taken(
    viewed: Record, mode: str, should: int, short: int
) -> None:
    """There was no vote, so there is nothing to enter."""
    talk = Talk("commitment/meeting_villager", CLERK, record=viewed, now=at(MET)).tap(
        mode, "2026-01-19", should, short
    )
    assert (talk.refused, talk.asked) == ("commitment--no_quorum", "present")


def this_one(talk: Talk) -> Talk:
    """The one item there is, and that it was the vote on this promise."""
    return talk.tap("m1/r1").do("confirm", at=talk.screen.at)


def test_minutes_are_referred_to_and_frozen(viewed: Record, rewrite_golden: bool) -> None:
    """Chosen from the village's minutes: nothing is typed, and what they said is kept with the act."""
    talk = Talk("commitment/meeting_villager", CLERK, record=viewed, now=at(MET), meetings=option())
    talk.tap("m1/r1")
    assert talk.said["commitment--this_one"] == {"title": MEETING["title"]}, (
        "any item can be picked: was it this promise?"
    )
    talk.do("confirm", at=talk.screen.at)
    assert talk.screen.kind == "summary"
    talk.send()
    assert (talk.sent.answers["meeting"], talk.sent.answers["passed"]) == (MEETING, True)
    assert "should" not in talk.sent.answers, "no second set of numbers"
    check_golden("commitment.meeting_villager", talk, rewrite_golden)
    record = act(
        viewed,
        "meeting_villager",
        CLERK,
        this_one,
        now=at(MET),
        meetings=option(),
    ).record
    assert record.acts[-1].answers["met_on"] == "2026-01-19"


@pytest.mark.parametrize("wrong", [{"quorum_ok": False}, {"result": "opinion"}, {"result": None}])
def test_minutes_without_a_decision_cannot_be_used(viewed: Record, wrong: dict[str, Any]) -> None:
    """The form refuses them, and so does the guard when a form was filled before they changed."""
    talk = Talk(
        "commitment/meeting_villager", CLERK, record=viewed, now=at(MET), meetings=option(**wrong)
    ).tap("m1/r1")
    assert talk.refused == "commitment--not_decided"
    with pytest.raises(NotAllowed):
        again(viewed, "meeting_villager", {"way": "record", "meeting": {**MEETING, **wrong}, "passed": True})


def test_minutes_that_said_no(viewed: Record) -> None:
    """A failed item is a no of the meeting."""
    record = act(viewed, "meeting_villager", CLERK, this_one, now=at(MET),
                 meetings=option(result="failed", yes=18)).record  # fmt: skip
    assert record.state == "rejected"


def test_a_promise_for_a_year_stands_on_minutes(viewed: Record) -> None:
    """Where minutes were sent nobody types the numbers again; where there are none somebody says why."""
    talk = Talk("commitment/meeting_villager", CLERK, record=viewed, now=at(MET), meetings=option())
    assert talk.asked == "meeting", "a choice of one is not asked"
    talk = Talk("commitment/meeting_villager", CLERK, record=viewed, now=at(MET))
    talk.tap("representatives", "2026-01-19", 42, 38, 36, 1, 1).photo()
    assert talk.asked == "paper_why"
    talk.skip()
    assert talk.refused


PAPER_TOLD = ("role:town_clerk@town", "commitment-told-paper")


def test_a_year_passed_on_paper_is_told_to_the_township(viewed: Record) -> None:
    """Who enters it reads first that nothing was checked; the township hears of it once it has passed, and of nothing else."""
    talk = Talk("commitment/meeting_villager", CLERK, record=viewed, now=at(MET))
    talk.tap("representatives", "2026-01-19", 42, 38, 36, 1, 1).photo()
    assert "commitment-meeting_villager-no_record" in talk.said
    done = act(viewed, "meeting_villager", CLERK, villagers(), now=at(MET))
    assert PAPER_TOLD in told(done.effects)
    assert PAPER_TOLD not in told(
        act(viewed, "meeting_villager", CLERK, villagers(yes=9, no=29), now=at(MET)).effects
    )
    by_record = act(viewed, "meeting_villager", CLERK, this_one, now=at(MET), meetings=option())
    assert PAPER_TOLD not in told(by_record.effects)
    record = view(sent(with_items(begun().tap("venture", FILED, "2027-01-09"), "growth")).record)
    done = act(record, "meeting_villager", CLERK, villagers(), now=at(MET))
    assert PAPER_TOLD not in told(done.effects), "a promise of another kind may stand on paper"


def test_without_minutes_only_paper_is_left(viewed: Record) -> None:
    """The choice of one is not asked."""
    assert Talk("commitment/meeting_villager", CLERK, record=viewed, now=at(MET)).asked == "mode"


def test_a_meeting_before_the_view_needs_a_reason(viewed: Record) -> None:
    """The township writes first; where it came later, the act says why."""
    talk = Talk("commitment/meeting_member", SECRETARY, record=viewed, now=at(MET)).tap("2026-01-11")
    assert (talk.asked, talk.screen.show["viewed"]) == ("early_reason", VIEWED)
    talk.say("村里原定的会，镇里同意后补录").tap(46, 41, 40, 1, 0).skip().send()
    assert talk.sent.answers["early_reason"]


def test_a_branch_outside_villages_has_one_meeting() -> None:
    """A firm's branch has no villagers' representatives: the members' meeting alone decides."""
    about = {
        **facts_for(CADRE, begun().about, at(FILED), {}, "commitment")["about"],
        "org_kind": "enterprise",
    }
    talk = begun(about=about).tap("annual", "2026-01-01")
    for domain in ("growth", "service", "integrity"):
        item(talk, domain)
    talk.close().send()
    assert talk.sent.answers["villagers"] is False
    record = view(sent(talk).record)
    assert offers(record, SECRETARY, at(MET)) == ["meeting_member"]
    assert act(record, "meeting_member", SECRETARY, members(), now=at(MET)).record.state == "passed"


# -------------------------------------------------------------------------------------------- two rounds


def test_a_second_round_counts_no_vote_of_the_first(viewed: Record) -> None:
    """The villagers said yes, the members no: what comes again needs both anew, at later meetings."""
    record = act(viewed, "meeting_villager", CLERK, villagers(), now=at(MET)).record
    done = act(record, "meeting_member", SECRETARY, members(46, 41, 20, 21), now=at(MET))
    record = done.record
    assert (record.state, record.round) == ("rejected", 1)
    assert {("filler", "commitment-told-rejected"), ("named:promiser", "commitment-told-rejected")} <= told(
        done.effects
    )
    assert record.acts[-1].answers["yes"] == 20, "the tally is kept"
    talk = Talk("commitment/resubmit", CADRE, record=record, now=at("2026-01-21"))
    assert (talk.screen.kind, talk.draft.marks) == ("summary", None)
    record = act(
        record,
        "resubmit",
        CADRE,
        lambda talk: talk.goto("items", "r1", "due").tap("2026-10-31"),
        now=at("2026-01-21"),
    ).record
    assert (record.state, record.round) == ("submitted", 2)
    record = view(record, "2026-01-22")
    record = act(record, "meeting_member", SECRETARY, members(held="2026-01-25"), now=at("2026-01-26")).record
    assert record.state == "meetings", "the villagers' yes of the first round must not join"
    talk = Talk("commitment/meeting_villager", CLERK, record=record, now=at("2026-01-26")).tap(
        "representatives", "2026-01-19"
    )
    assert (talk.refused, talk.screen.problem and talk.screen.problem.args["before"]) == (
        "commitment--same_meeting",
        "2026-01-19",
    )
    old = Talk(
        "commitment/meeting_villager", CLERK, record=record, now=at("2026-01-26"), meetings=option()
    ).tap("m1/r1")
    assert old.refused == "commitment--same_meeting"
    assert (
        act(
            record, "meeting_villager", CLERK, villagers(held="2026-01-25"), now=at("2026-01-26")
        ).record.state
        == "passed"
    )
