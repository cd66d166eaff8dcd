"""A commitment being written down: five kinds, who may promise what, every rule and the way on after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.forms.core.model import Notify
from bot.forms.core.plan import Env, Scope
from bot.people import Person
from tests.forms.commitments import KIND, MEMBER, ROAD, annual, begun, item, sent, with_items
from tests.forms.play import CADRE, CLERK, SECRETARY, Talk, check_golden

Fill = Callable[[], Talk]


def questions(talk: Talk) -> list[str]:
    """What was asked so far, each once."""
    return list(
        dict.fromkeys(
            line["asks"].removeprefix("commitment-") for line in talk.lines if line["kind"] == "ask"
        )
    )


# ------------------------------------------------------------------------------------------ happy paths


def test_a_cadre_promises_for_a_year(rewrite_golden: bool) -> None:
    """Twelve questions for three items: whose promise it is, the owner and the end of the year are known."""
    talk = annual()
    assert questions(talk) == ["kind", "term_from", "items-domain", "items-content", "items-measure", "items-due",
                               "items-evidence_kind"]  # fmt: skip
    talk.send()
    answers = talk.sent.answers
    assert (answers["body"], answers["promiser"]["id"], answers["term_to"]) == (
        "person",
        CADRE.id,
        "2026-12-31",
    )
    assert [row["owner"]["id"] for row in answers["items"]] == [CADRE.id] * 3
    assert answers["items"][2]["due"] == "2026-12-31", "integrity holds for the whole term"
    done = sent(talk)
    assert (done.record.state, done.record.period) == ("submitted", "2026")
    assert [due.effect.to for due in done.effects if isinstance(due.effect, Notify)] == [
        "role:town_clerk@town"
    ]
    check_golden("commitment.annual", talk, rewrite_golden)


def test_a_member_pledges_in_one_sentence(rewrite_golden: bool) -> None:
    """One question: kind, person and time are known; the branch is told, not the township."""
    talk = begun(MEMBER)
    assert talk.asked == "sentence"
    talk.say("每月走访10户困难户").send()
    done = sent(talk)
    assert (talk.sent.answers["kind"], talk.sent.answers["term_from"], talk.sent.answers["term_to"]) == (
        "pledge", "2026-01-10", "2026-12-31",
    )  # fmt: skip
    assert done.record.state == "to_confirm"
    assert {due.effect.to for due in done.effects if isinstance(due.effect, Notify)} == {
        "role:branch_secretary@own", "role:information_officer@own",
    }  # fmt: skip
    check_golden("commitment.pledge", talk, rewrite_golden)


def test_a_term_covers_goals_duties_tasks_and_integrity(rewrite_golden: bool) -> None:
    """Five years are offered as one button; a list without one of the four is not taken."""
    talk = begun(SECRETARY).tap("term", "team", "p1", "2026-01-08")
    assert [option.value for option in talk.screen.options] == ["2031-01-07"]
    talk.tap("2031-01-07")
    for domain in ("goal", "duty", "task", "task"):
        item(talk, domain, due="2029-12-31")
    talk.close()
    assert (talk.refused, talk.screen.problem.args["integrity"] if talk.screen.problem else None) == (
        "commitment--term_domains",
        0,
    )
    item(talk, "integrity").close()
    talk.send()
    assert sent(talk).record.state == "submitted", "the secretary signs for the team by sending it"
    assert "owner" in {line["at"].rpartition("/")[2] for line in talk.lines if line["kind"] == "ask"}, (
        "a team's item has an owner"
    )
    check_golden("commitment.term", talk, rewrite_golden)


def test_a_venture_is_promised_item_by_item(rewrite_golden: bool) -> None:
    """One item is enough; a year is offered."""
    talk = begun().tap("venture", "2026-03-01")
    assert [option.value for option in talk.screen.options] == ["2027-02-28"]
    talk.tap("2027-02-28")
    with_items(talk, "growth").send()
    assert sent(talk).record.state == "submitted"
    check_golden("commitment.venture", talk, rewrite_golden)


def test_a_resignation_commitment_names_its_cases(rewrite_golden: bool) -> None:
    """At least one case; the same case twice is refused."""
    talk = begun().tap("resign", "2026-01-08", "2031-01-07")
    assert talk.asked == "resign_if.event"
    talk.say("一年4次无故缺席重要会议").add().say("一年4次无故缺席重要会议")
    assert talk.refused == "problem-twice"
    talk.say("年度承诺两年未兑现").close().send()
    assert sent(talk).record.state == "submitted"
    assert "items" not in talk.sent.answers
    check_golden("commitment.resign", talk, rewrite_golden)


@pytest.mark.parametrize("who", [CLERK, SECRETARY], ids=["clerk", "secretary"])
def test_who_fills_for_another_does_not_sign_for_them(who: Person, rewrite_golden: bool) -> None:
    """The record waits for the promiser's own hand, and says so before it is sent."""
    talk = annual(who)
    assert [line.path for line in talk.screen.lines if line.kind == "note"] == [("other_hand",)]
    done = sent(talk)
    assert done.record.state == "to_sign"
    assert [(due.effect.to, due.effect.key) for due in done.effects if isinstance(due.effect, Notify)] == [
        ("named:promiser", "commitment-told-sign"),
    ]  # fmt: skip
    if who is CLERK:
        check_golden("commitment.for_another", talk, rewrite_golden)


def test_who_promises_signs_by_sending() -> None:
    """The summary says so before."""
    assert [line.path for line in annual().screen.lines if line.kind == "note"] == [("own_hand",)]


# -------------------------------------------------------------------------------- who may promise what


def test_a_member_without_office_can_only_pledge() -> None:
    """The other kinds are no options for them."""
    talk = begun(MEMBER).say("每月走访10户困难户").goto("kind")
    assert [option.value for option in talk.screen.options] == ["pledge"]
    talk.tap("annual")
    assert talk.refused == "problem-choice_gone"


def test_a_cadre_enters_no_promise_of_another() -> None:
    """Neither by button nor by typing a name; only secretary and information officer enter for others."""
    talk = annual().goto("promiser")
    for value, why in (("p1", "commitment--for_another"), ({"name": "李某某"}, "problem-not_listed")):
        talk.tap(value)
        assert talk.refused == why
    talk.goto("body")
    assert [option.value for option in talk.screen.options] == ["person"]


def test_a_pledge_is_one_persons() -> None:
    """Whoever changes a team's promise into a pledge is asked again whose it is."""
    talk = begun(CLERK).tap("annual", "team", "p1", "2026-01-01")
    talk.goto("kind").tap("pledge")
    assert (talk.asked, talk.said["ripple"]["again"]) == ("body", 1)
    talk.tap("person")
    assert talk.draft.answers["body"] == "person"


def test_the_promiser_is_somebody_of_the_list() -> None:
    """A typed name is nobody who could be held to it; whoever stands in the list may sign on paper, account or not."""
    talk = begun(CLERK).tap("pledge").say("钱某某")
    assert talk.refused == "problem-not_listed"
    talk.say("没有人")
    assert talk.refused == "reading-nobody_named"
    talk.say("李某某").say("把村口的路灯看好").send()
    record = sent(talk).record
    assert record.state == "to_sign"
    assert record.answers["promiser"]["id"]


# ------------------------------------------------------------------------------ refusals and the way on


def to_term_from() -> Talk:
    return begun().tap("annual")


def to_term_to(kind: str = "term", first: str = "2026-01-08") -> Talk:
    talk = begun().tap(kind, first)
    return talk.goto("term_to") if kind == "annual" else talk


def to_due() -> Talk:
    return begun().tap("annual", "2026-01-01", "growth", "硬化村道1.2公里", "3月底前招标")


@pytest.mark.parametrize(
    ("reach", "bad", "why", "good"),
    [
        (to_term_from, "1926-01-01", "commitment--far_off", "2026-01-01"),
        (to_term_from, "2028-01-01", "commitment--far_off", "2026-03-01"),
        (to_term_to, "2026-01-08", "commitment--order", "2027-01-07"),
        (to_term_to, "2031-01-09", "commitment--five_years", "2031-01-08"),
        (lambda: to_term_to("annual"), "2027-01-07", "commitment--one_year", "2026-11-30"),
        (lambda: begun(MEMBER), "好" * 51, "problem-too_long", "好" * 50),
        (to_due, "2027-01-01", "commitment--due_late", "2026-12-31"),
        (to_due, "2025-12-31", "commitment--due_early", "2026-01-01"),
        (lambda: begun().tap("annual", "2026-01-01", "growth"), "好" * 201, "problem-too_long", "好" * 200),
        (lambda: begun().tap("annual", "2026-01-01"), "goal", "problem-choice_gone", "growth"),
        (lambda: begun().tap("term", "2026-01-08", "2031-01-07"), "growth", "problem-choice_gone", "goal"),
        (lambda: begun().tap("resign", "2026-01-08", "2031-01-07"), "好" * 101, "problem-too_long", "好" * 100),
    ],
)  # fmt: skip
def test_a_refused_answer_says_why_and_the_next_one_is_taken(
    reach: Fill, bad: str, why: str, good: str
) -> None:
    """Nothing is lost, the question stays, a right answer goes on."""
    talk = reach()
    asked = talk.asked
    talk.tap(bad)
    assert (talk.refused, talk.asked) == (why, asked)
    talk.tap(good)
    assert (talk.refused, talk.asked == asked) == ("", False)


def test_a_year_has_three_items_at_least() -> None:
    """And one each of growth, service and integrity; the refusal counts them."""
    talk = begun().tap("annual", "2026-01-01")
    item(item(talk, "growth"), "growth").close()
    assert talk.refused == "problem-rows_few"
    item(talk, "other").close()
    assert talk.refused == "commitment--annual_domains"
    assert talk.screen.problem is not None
    assert dict(talk.screen.problem.args) == {"growth": 2, "service": 0, "integrity": 0}
    item(item(talk, "service"), "integrity").close()
    assert (talk.refused, talk.screen.kind) == ("", "summary")


def test_a_year_has_ten_items_at_most() -> None:
    """The button for another one is gone at ten."""
    talk = begun().tap("annual", "2026-01-01")
    for domain in ("growth", "service", "integrity", *["other"] * 7):
        item(talk, domain)
    assert "add" not in talk.screen.buttons
    assert talk.do("add", at=talk.screen.at).refused == "problem-rows_many"


def test_another_kind_asks_again_what_does_not_fit() -> None:
    """A year turned into a term: fields of items that a term does not know are asked again, nothing is lost."""
    talk = annual().goto("kind").tap("term")
    assert talk.said["ripple"] == {"quiet": 0, "again": 2}
    assert talk.asked == "items.domain"
    talk.tap("goal", "duty")
    assert talk.screen.kind == "rows", "four fields are wanted now and one is missing"
    item(talk, "task").close()
    assert talk.screen.kind == "summary"
    assert talk.draft.answers["items"][0]["content"] == ROAD


def test_answers_of_another_kind_are_kept_unread() -> None:
    """A pledge has no items; who turns back finds them as they were, and they are not in a pledge that is sent."""
    talk = annual().goto("kind").tap("pledge")
    assert (talk.asked, talk.said["ripple"]["quiet"]) == ("sentence", 1)
    talk.say("每月走访10户困难户")
    talk.goto("kind").tap("annual")
    assert len(talk.draft.answers["items"]) == 3
    talk.goto("kind").tap("pledge").send()
    assert "items" not in talk.sent.answers


def test_a_later_end_lets_the_days_stand_an_earlier_one_asks_again() -> None:
    """The days of items follow the end of the term: that of integrity, which came by itself, without a word."""
    talk = annual().goto("term_to").tap("2026-05-31")
    assert talk.asked == "items.due"
    assert talk.said["ripple"]["again"] == 2
    talk.tap("2026-05-31", "2026-05-31")
    assert talk.screen.kind == "summary"
    assert [one["due"] for one in talk.draft.answers["items"]] == ["2026-05-31"] * 3


def test_typed_words_are_read() -> None:
    """Labels, days and names as people type them; dates are echoed."""
    labels = {"commitment-kind-annual": "年度承诺", "commitment-items-domain-growth": "发展"}
    talk = begun(labels=labels).say("年度承诺", "1月1日")
    assert talk.said["echo"]["value"] == "2026-01-01"
    talk.say("发展", "硬化村道1.2公里", "3月底前招标", "6月30号")
    assert talk.said["echo"]["value"] == "2026-06-30"


# -------------------------------------------------------------------------------------- what is derived


@pytest.mark.parametrize(
    ("kind", "first", "due"),
    [
        ("annual", "2026-01-01", "2026-01-31"), ("annual", "2026-05-01", "2026-01-31"),
        ("term", "2026-05-20", "2026-06-19"), ("venture", "2026-01-01", None),
        ("pledge", "2026-01-01", None), ("resign", "2026-01-01", None),
    ],
)  # fmt: skip
def test_when_it_is_due(kind: str, first: str, due: str | None) -> None:
    """A year by 31 January, a term within thirty days; days off are moved by the use case."""
    assert KIND.due is not None
    assert (
        KIND.due(Scope(KIND.plan.root, {"kind": kind, "term_from": first}, Env(begun().facts), stored=True))
        == due
    )


@pytest.mark.parametrize(("body", "about"), [("person", "p4"), ("team", None), ("party", None)])
def test_whom_it_is_about(body: str, about: str | None) -> None:
    """One person's is about that person, whoever entered it; a body's is about the node."""
    assert KIND.about is not None
    answers = {"body": body, "promiser": {"id": "p4", "name": "李某某", "post": ""}}
    found = KIND.about(Scope(KIND.plan.root, answers, Env(begun().facts), stored=True))
    assert (found or {}).get("id") == about


def test_only_a_year_can_exist_once() -> None:
    """Pledges and terms may follow each other."""
    assert KIND.unique_when is not None
    held = {kind: KIND.unique_when(Scope(KIND.plan.root, {"kind": kind}, Env(begun().facts), stored=True))
            for kind in ("annual", "term", "pledge", "venture", "resign")}  # fmt: skip
    assert held == {"annual": True, "term": False, "pledge": False, "venture": False, "resign": False}
