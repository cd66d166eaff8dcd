"""What happens to minutes after sending: signed, attested, filed and never approved, posted, followed until carried out."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import NotAllowed
from bot.forms.core.acts import Done
from bot.forms.core.draft import Facts
from bot.forms.core.model import Notify
from bot.forms.core.plan import Env, Scope
from bot.forms.core.records import Record
from bot.forms.registry import registry
from bot.people import Person, Post
from tests.forms.largest import ending, item, opening, session, village
from tests.forms.play import (
    CADRE,
    CHAIR,
    CLERK,
    COMMITTEE,
    SECRETARY,
    TOWN,
    VILLAGE,
    WITNESS,
    Talk,
    act,
    check_golden,
    facts_for,
    kept,
    offers,
    option,
    person,
)

KIND = registry()["minutes"]
COUNTY = person("p10", "何某某", "county", path="/SF/")
NEIGHBOUR = person("p11", "沈某某", "branch_secretary", path="/SF/QX03/QX0302/")
EVERYBODY = {
    "secretary": SECRETARY, "clerk": CLERK, "chair": CHAIR, "cadre": CADRE, "witness": WITNESS, "town": TOWN,
    "committee": COMMITTEE, "county": COUNTY, "neighbour": NEIGHBOUR,
}  # fmt: skip


def filled(who: Person = CLERK, *, resolved: bool = True, two: bool = False) -> Talk:
    """Minutes of a meeting of 226 of 312 households, sent by *who*."""
    talk = session(opening(Talk("minutes", who, supplies=village())), range(226)).close().close()
    item(talk, "村道硬化筹资", "funds_labour", (0, 201, 15, 10) if resolved else (0, 100, 116, 10))
    if resolved:
        talk.say("同意每户筹资200元，用于硬化村道1.2公里。").tap("p4", "2027-03-31")
        if two:
            talk.add().say("成立筹资小组，李某某任组长。").tap("p1", "2026-12-31")
        talk.close()
    return ending(talk.close()).send()


def sent(who: Person = CLERK, **more: bool) -> Record:
    """The record of it."""
    return kept(filled(who, **more))


def sign(talk: Talk) -> None:
    """Sign with one's own account."""
    talk.tap("account")


def witness(talk: Talk) -> None:
    """Declare and sign."""
    talk.tap(False, "account")


def done(record: Record, name: str, who: Person, fill: Any = None, **more: Any) -> Record:
    """The record after an act."""
    return act(record, name, who, fill, **more).record


def attested(who: Person = CLERK, **more: bool) -> Record:
    """Signed by the chair and attested: the township's turn."""
    record = done(sent(who, **more), "confirm_chair", CHAIR, sign)
    return done(record, "attest", WITNESS, witness)


def filed(**more: bool) -> Record:
    """Filed by the township, without a note."""
    return done(attested(CLERK, **more), "file", TOWN, lambda t: t.skip())


def posted(**more: bool) -> Record:
    """On notice from 23 November, for as long as the law wants."""
    return done(filed(**more), "post", SECRETARY, post, now="2026-11-23T10:00")


def post(talk: Talk) -> None:
    """Posted today, until the last day the law asks for."""
    talk.tap("2026-11-23", "2026-12-08").skip()


def told(effects: Done) -> list[tuple[str, str]]:
    """Who is told what: (to, words)."""
    return [(due.effect.to, due.effect.key) for due in effects.effects if isinstance(due.effect, Notify)]


# ------------------------------------------------------------------------------------------ signatures


def test_sending_tells_the_chair_and_the_supervisors() -> None:
    """Both get one message; the state waits for both."""
    from bot.forms.core import acts

    talk = filled()
    effects = acts.submitted(KIND, kept(talk), talk.facts)
    assert told(effects) == [("named:chair", "told-to-sign"), ("role:supervisor@own", "minutes-told-attest")]
    assert kept(talk).state == "submitted"


@pytest.mark.parametrize("first", ["confirm_chair", "attest"])
def test_chair_and_witness_sign_in_any_order(first: str) -> None:
    """Neither alone moves the record; with both it goes to the township, which is told."""
    both = {"confirm_chair": (CHAIR, sign), "attest": (WITNESS, witness)}
    second = next(name for name in both if name != first)
    record = done(sent(), first, *both[first])
    assert record.state == "submitted"
    with pytest.raises(NotAllowed):
        act(record, first, *both[first])
    last = act(record, second, *both[second])
    assert last.record.state == "attested"
    assert [one.name for one in last.acts] == [second, "both_signed"]
    assert told(last) == [("role:town_clerk@town", "told-arrived"), ("filler", "minutes-told-attested")]


def test_a_chair_without_a_phone_signs_paper() -> None:
    """The filler sends the photo of the signed paper; that is the signature, and there is no second one."""
    record = done(sent(), "confirm_chair_paper", CLERK, lambda t: t.photo("主持人签字.jpg"))
    assert record.acts[-1].answers["paper"][0]["name"] == "主持人签字.jpg"
    assert "confirm_chair" not in offers(record, CHAIR)
    assert done(record, "attest", WITNESS, witness).state == "attested"


def paper_witness(who: Person = WITNESS) -> Any:
    """Named, declared, photographed."""
    return lambda talk: talk.tap(who.id, False).photo("见证签字.jpg")


@pytest.mark.parametrize("first", ["confirm_chair", "attest_paper"])
def test_a_witness_without_a_phone_signs_paper(first: str) -> None:
    """Who sent it names the witness and shows the signature; it counts as one, in either order, and there is no second."""
    both: dict[str, tuple[Person, Any]] = {
        "confirm_chair": (CHAIR, sign), "attest_paper": (CLERK, paper_witness()),
    }  # fmt: skip
    record = done(sent(), first, *both[first])
    if first == "attest_paper":
        assert record.acts[-1].answers["witness"]["id"] == WITNESS.id
        assert "attest" not in offers(record, WITNESS)
        assert "attest_paper" not in offers(record, CLERK)
    last = act(
        record,
        next(name for name in both if name != first),
        *both[next(name for name in both if name != first)],
    )
    assert last.record.state == "attested"
    assert "attest_paper" not in offers(done(sent(), "attest", WITNESS, witness), CLERK)


@pytest.mark.parametrize("who", [CHAIR, CLERK], ids=["chair and convener", "recorder and filler"])
def test_the_paper_of_who_took_part_is_no_witness(who: Person) -> None:
    """Even with a supervisor's post; another one is taken."""
    listed = [option(who), option(WITNESS)]
    talk = Talk("minutes/attest_paper", CLERK, record=sent(), witnesses=listed).tap(who.id)
    assert talk.refused == "minutes--witness_took_part"
    assert talk.say("路过的王某某").refused == "problem-not_listed"
    assert talk.say("不知道").refused == "reading-nobody_named"
    assert talk.tap(WITNESS.id, True).refused == "minutes--relative"
    assert talk.tap(False).asked == "paper"
    assert talk.skip().refused == "problem-required"


def test_a_chair_who_filled_it_in_signs_the_same_way() -> None:
    """Nobody signs for another, but one's own hand is one's own."""
    record = done(sent(CHAIR), "confirm_chair", CHAIR, sign)
    assert record.acts[-1].answers["signed"]["by"] == CHAIR.id


@pytest.mark.parametrize("role", ["village_cadre", "branch_secretary"])
def test_a_witness_is_no_member_of_the_committee(role: str) -> None:
    """VCL 37: a supervisor who also sits on the committee attests nothing."""
    both = Person("p20", "某某某", posts=(*WITNESS.posts, Post("QX0301", VILLAGE, "branch", role)))
    with pytest.raises(NotAllowed):
        act(sent(), "attest", both, witness)


def test_a_relative_stands_aside() -> None:
    """Whoever says so is asked to leave it to another; the act is not done."""
    talk = Talk("minutes/attest", WITNESS, record=sent()).tap(True)
    assert (talk.refused, talk.turn.sent) == ("minutes--relative", None)


def test_the_witness_is_not_who_led_or_wrote_it() -> None:
    """Neither chair, nor recorder, nor whoever sent it, even with a supervisor's post."""
    for one in (CHAIR, CLERK):
        both = Person(one.id, one.name, posts=(*one.posts, *WITNESS.posts))
        with pytest.raises(NotAllowed):
            act(sent(CLERK), "attest", both, witness)


def test_it_can_be_taken_back_until_both_have_signed() -> None:
    """撤回 is the filler's, before the township's turn begins."""
    assert done(sent(), "withdraw", CLERK).state == "withdrawn"
    assert "withdraw" not in offers(attested(), CLERK)


# ------------------------------------------------------------------------------------------ the township


def test_the_township_files_and_never_approves() -> None:
    """Filed, more asked for, or a correction ordered; there is no act that approves, and a note is not needed."""
    assert not {"accept", "approve"} & set(KIND.transitions)
    assert set(offers(attested(), TOWN)) == {"file", "return", "order"}
    last = act(attested(), "file", TOWN, lambda t: t.say("资料齐全"))
    assert (last.record.state, last.acts[0].answers["text"]) == ("filed", "资料齐全")
    assert told(last)[0] == ("filler", "minutes-told-filed")


@pytest.mark.parametrize("one", [CHAIR, CLERK])
def test_who_led_or_wrote_it_is_no_reviewer(one: Person) -> None:
    """A chair or recorder who also has a desk in the township files nothing of their own, nor returns or voids it."""
    desk = tuple(Post("QX03", "/SF/QX03/", "town", role) for role in ("town_clerk", "town_committee"))
    both = Person(one.id, one.name, posts=(*one.posts, *desk))
    record = done(done(sent(SECRETARY), "confirm_chair", CHAIR, sign), "attest", WITNESS, witness)
    assert not {"file", "return", "order", "void"} & set(offers(record, both))
    assert {"file", "return", "order"} <= set(offers(record, Person("p30", "某某某", posts=desk)))


def test_nothing_resolved_is_closed_by_filing() -> None:
    """A meeting without a resolution has nothing to post and nothing to follow."""
    last = act(attested(resolved=False), "file", TOWN, lambda t: t.skip())
    assert (last.record.state, [one.name for one in last.acts]) == ("closed", ["file", "nothing_resolved"])
    assert done(last.record, "archive", TOWN).state == "archived"


def marks(talk: Talk) -> None:
    """One mark on the first item's discussion."""
    place = next(option["value"] for option in talk.live["markable"])
    talk.tap(place, "unclear").say("写清谁发的言").close()


def test_a_return_opens_words_and_never_numbers(rewrite_golden: bool) -> None:
    """What is marked is changed, votes and ticks stay locked; then it is signed and attested anew."""
    record = attested()
    row = record.answers["agenda"][0]["_"]
    key = f"agenda/{row}/discussion"
    record = done(record, "return", TOWN, marks, markable=[{"value": key, "label": "议题 第1项 · 讨论"}])
    assert record.state == "returned"
    talk = Talk("minutes/resubmit", CLERK, supplies=village(), record=record)
    assert (talk.asked, talk.screen.mark) == (
        "agenda.discussion",
        {"code": "unclear", "text": "写清谁发的言"},
    )
    talk.say("王某某问工期，陈某某答复六月底前完工；没有不同意见。")
    for locked in (
        ("agenda", row, "ballot", "r1", "ayes"),
        ("session", "r1", "attend"),
        ("meeting_kind",),
        ("agenda",),
    ):
        assert talk.goto(*locked).refused == "problem-locked"
    talk.send()
    assert talk.sent.answers["agenda"][0]["yes"] == 201
    check_golden("minutes.returned", talk, rewrite_golden)
    last = act(
        record,
        "resubmit",
        CLERK,
        lambda t: t.say("王某某问工期，陈某某答复六月底前完工。"),
        supplies=village(),
    )
    assert (last.record.state, last.record.round) == ("submitted", 2)
    assert told(last) == [("named:chair", "told-to-sign"), ("role:supervisor@own", "minutes-told-attest")]
    again = done(done(last.record, "attest", WITNESS, witness), "confirm_chair", CHAIR, sign)
    assert again.state == "attested"


def test_an_unlawful_resolution_is_corrected_by_the_village() -> None:
    """责令改正 says what; the village reports; the township looks and orders again or notes it as corrected."""
    last = act(attested(), "order", TOWN, lambda t: t.say("第1项摊派超出规定，请重新开会。"))
    assert last.record.state == "ordered"
    assert ("filler", "minutes-told-ordered") in told(last)
    assert "post" not in offers(last.record, SECRETARY), "an unlawful resolution is not posted"
    record = done(
        last.record, "comply", SECRETARY, lambda t: t.say("12月10日重新开会，撤销这项决议。").skip()
    )
    assert record.state == "complied"
    assert done(record, "order", TOWN, lambda t: t.say("还缺会议记录。")).state == "ordered"
    assert done(record, "accept_correction", TOWN, lambda t: t.tap(False)).state == "closed"


@pytest.mark.parametrize("state", ["filed", "on_notice", "tracking"])
def test_what_was_filed_can_still_be_ordered_to_be_corrected(state: str) -> None:
    """VCL 41: found unlawful later, it is posted no longer; what is left is posted anew and its days begin anew."""
    record = filed() if state == "filed" else posted()
    if state == "tracking":
        record = done(record, "end_notice", SECRETARY, now="2026-12-09T10:00")
    assert record.state == state
    now = "2026-12-10T10:00"
    last = act(record, "order", TOWN, lambda t: t.say("第1项摊派超出规定，请改正。"), now=now)
    assert last.record.state == "ordered"
    assert ("role:branch_secretary@own", "minutes-told-ordered") in told(last)
    assert not {"post", "follow", "end_notice"} & set(offers(last.record, SECRETARY, now))
    assert not any(clock.runs_in.count("ordered") for clock in KIND.type.workflow.clocks)
    record = done(
        last.record, "comply", SECRETARY, lambda t: t.say("改为自愿筹资，已重新开会。").skip(), now=now
    )
    assert done(record, "accept_correction", TOWN, lambda t: t.tap(False), now=now).state == "closed"
    last = act(record, "accept_correction", TOWN, lambda t: t.tap(True), now=now)
    assert last.record.state == "filed"
    assert told(last) == [("filler", "minutes-told-corrected")]
    again = done(last.record, "post", SECRETARY, lambda t: t.tap("2026-12-10", "2026-12-25").skip(), now=now)
    assert "end_notice" not in offers(again, SECRETARY, "2026-12-25T10:00")
    assert "end_notice" in offers(again, SECRETARY, "2026-12-26T10:00")


def test_nothing_is_left_of_a_meeting_without_a_resolution() -> None:
    """Nothing to post: the correction is noted and the minutes are closed, without a question."""
    record = done(attested(resolved=False), "order", TOWN, lambda t: t.say("人数与签到表不符，请核对。"))
    record = done(record, "comply", SECRETARY, lambda t: t.say("已核对，附情况说明。").skip())
    assert done(record, "accept_correction", TOWN).state == "closed"


# ------------------------------------------------------------------------------------------ posting


POSTING: list[tuple[str, str]] = [("2026-11-19", "posted_before"), ("2026-11-24", "posted_ahead")]


@pytest.mark.parametrize(("day", "rule"), POSTING)
def test_the_first_day_of_posting(day: str, rule: str) -> None:
    """Not before the meeting, and not before it hangs there."""
    talk = Talk("minutes/post", SECRETARY, now="2026-11-23T10:00", record=filed()).tap(day)
    assert talk.refused == f"minutes--{rule}"
    assert talk.tap("2026-11-23").asked == "notice_to"


def test_resolutions_are_posted_for_fifteen_days() -> None:
    """VCL 35: the day it hangs up does not count; the law's last day is offered, a shorter time refused."""
    talk = Talk("minutes/post", SECRETARY, now="2026-11-23T10:00", record=filed()).tap("2026-11-23")
    assert [option.value for option in talk.screen.options] == ["2026-12-08"]
    talk.tap("2026-12-07")
    assert talk.refused == "minutes--posted_short"
    assert talk.screen.problem is not None
    assert talk.screen.problem.args["law"]["args"]["end"] == "2026-12-08"
    talk.tap("2026-12-08").photo("公布栏.jpg").send()
    assert talk.sent.answers["notice_to"] == "2026-12-08"


def test_the_notice_is_over_after_its_last_day() -> None:
    """On the last day it still hangs there; the clock would do the same as the person."""
    record = posted()
    assert record.state == "on_notice"
    assert "end_notice" not in offers(record, SECRETARY, "2026-12-08T10:00")
    assert "end_notice" in offers(record, SECRETARY, "2026-12-09T10:00")
    assert done(record, "end_notice", SECRETARY, now="2026-12-09T10:00").state == "tracking"
    scope = Scope(
        KIND.plan.root,
        record.answers,
        Env(Facts({"today": "2026-12-09"}), record.acts, record.round),
        stored=True,
    )
    assert KIND.clocks["posting"](scope) == "2026-12-08"
    assert "notice_over" not in offers(record, SECRETARY, "2026-12-09T10:00"), "that one is the clock's"


# ------------------------------------------------------------------------------------------ following up


def follow(percent: int, day: str = "2026-12-20") -> Any:
    """A report of progress."""
    return lambda talk: talk.tap(day, percent).say("路基已完成，下周浇筑。").skip()


def test_resolutions_are_followed_until_all_are_carried_out() -> None:
    """Each has its own percentage; the last 100 closes the minutes, wherever the others were reported."""
    record = posted(two=True)
    first, second = (row["_"] for row in record.answers["agenda"][0]["resolution"])
    record = done(record, "follow", CHAIR, follow(100), now="2026-12-20T10:00", row=second)
    assert record.state == "on_notice", "reported while it still hangs there"
    record = done(record, "end_notice", SECRETARY, now="2026-12-20T11:00")
    assert record.state == "tracking"
    record = done(record, "follow", CLERK, follow(60), now="2026-12-20T12:00", row=first)
    assert record.state == "tracking"
    last = act(record, "follow", CLERK, follow(100, "2027-03-01"), now="2027-03-01T10:00", row=first)
    assert (last.record.state, [one.name for one in last.acts]) == ("closed", ["follow", "carried_out"])
    assert told(last) == [("filler", "minutes-told-closed")]
    rates = {name: (num, den) for name, num, den in KIND.figures}
    live = facts_for(CLERK, Talk("minutes").about, "2027-04-01T10:00", {})
    scope = Scope(
        KIND.plan.root,
        last.record.answers,
        Env(Facts(live), last.record.acts, last.record.round),
        stored=True,
    )
    num, den = rates["followed_on_time"]
    assert (num(scope), den(scope)) == (2, 2)


def test_a_resolution_carried_out_late_counts_as_late() -> None:
    """Due by 31 December, done on 5 January: one of one due, none on time."""
    record = posted(two=True)
    second = record.answers["agenda"][0]["resolution"][1]["_"]
    record = done(record, "follow", CLERK, follow(100, "2027-01-05"), now="2027-01-05T10:00", row=second)
    live = facts_for(CLERK, Talk("minutes").about, "2027-01-06T10:00", {})
    scope = Scope(KIND.plan.root, record.answers, Env(Facts(live), record.acts, record.round), stored=True)
    rates = {name: (num(scope), den(scope)) for name, num, den in KIND.figures}
    assert rates["followed_on_time"] == (0, 1)


@pytest.mark.parametrize(("day", "rule"), [("2026-12-21", "follow_future"), ("2026-11-19", "follow_before")])
def test_progress_lies_between_the_meeting_and_today(day: str, rule: str) -> None:
    """A day to come and a day before the meeting are refused."""
    record = posted()
    row = record.answers["agenda"][0]["resolution"][0]["_"]
    talk = Talk("minutes/follow", CLERK, now="2026-12-20T10:00", record=record, row=row).tap(day)
    assert talk.refused == f"minutes--{rule}"
    assert talk.tap("2026-12-20", 101).refused == "problem-range"
    assert talk.tap(100).asked == "note"


def test_follow_ups_of_two_people_do_not_collide() -> None:
    """They commute: each is one more act, whatever was reported meanwhile."""
    assert KIND.transitions["follow"].transition.commutes


def test_every_resolution_has_its_own_clock() -> None:
    """Its last good day is its own."""
    record = posted(two=True)
    scope = Scope(
        KIND.plan.root, record.answers, Env(Facts({"today": "2026-12-09"}), record.acts, 1), stored=True
    )
    agenda = scope.rows(KIND.plan.root.by_name["agenda"])[0]
    rows = agenda.rows(agenda.level.by_name["resolution"])
    assert [KIND.clocks["resolution"](row) for row in rows] == ["2027-03-31", "2026-12-31"]


# ------------------------------------------------------------------------------------------ who may what

#: state -> (the record in it, transition -> who of everybody may). The clerk filled it in.
VILLAGE_HAND = {"secretary", "clerk", "chair"}
OFFICE = {"town", "committee"}
MATRIX: dict[str, tuple[Any, dict[str, set[str]]]] = {
    "submitted": (sent, {
        "confirm_chair": {"chair"}, "confirm_chair_paper": {"clerk"}, "attest": {"witness"}, "attest_paper": {"clerk"},
        "withdraw": {"clerk"},
        "void": {"committee"},
    }),
    "attested": (attested, {"file": OFFICE, "return": OFFICE, "order": OFFICE, "void": {"committee"}}),
    "filed": (filed, {"post": VILLAGE_HAND, "order": OFFICE, "void": {"committee"}}),
    "on_notice": (posted, {"follow": VILLAGE_HAND, "order": OFFICE, "void": {"committee"}}),
}  # fmt: skip


@pytest.mark.parametrize("state", MATRIX)
def test_everybody_is_offered_what_is_theirs(state: str) -> None:
    """Every transition of every state against every person; the county, a neighbour and a cadre may nothing."""
    make, rights = MATRIX[state]
    record = make()
    assert record.state == state
    found: dict[str, set[str]] = {}
    for name, who in EVERYBODY.items():
        for step in offers(record, who, "2026-11-23T10:00"):
            found.setdefault(step, set()).add(name)
    assert found == rights


@pytest.mark.parametrize("state", MATRIX)
def test_nobody_else_can_do_it_by_a_crafted_button(state: str) -> None:
    """An act that is not offered is refused as the use case would meet it."""
    make, rights = MATRIX[state]
    record = make()
    for name, step in KIND.transitions.items():
        for who, one in EVERYBODY.items():
            if who in rights.get(name, set()) or record.state not in step.transition.frm:
                continue
            with pytest.raises(NotAllowed):
                act(record, name, one, now="2026-11-23T10:00")


def test_voided_minutes_keep_their_reason() -> None:
    """作废 is the committee member's, with a reason; the record stays readable and ends there."""
    record = done(posted(), "void", COMMITTEE, lambda t: t.say("与另一份重复"))
    assert (record.state, record.acts[-1].answers["reason"]) == ("void", "与另一份重复")
    assert all(not offers(record, one) for one in EVERYBODY.values())


def test_only_the_office_reads_across_villages() -> None:
    """Own village for the village, town and county for the offices, numbers for the city."""
    access = KIND.type.access
    assert access.fills == ("information_officer", "branch_secretary", "convener")
    assert {role for role, reach in access.reads.items() if reach in ("town", "county")} == {
        "town_clerk",
        "town_committee",
        "county",
    }
    assert {"member", "city"} & set(access.reads) == set()
    assert access.exports == ("town_clerk", "town_committee", "county")
