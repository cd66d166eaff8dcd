"""The check-in (type A) with nothing but the machine: its four kinds, consent, every rule refused and recovered from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.forms.check_in import CONSENT
from bot.forms.core.acts import due_day
from bot.forms.core.draft import Note
from bot.forms.registry import registry
from tests.forms.commitments import MEMBER
from tests.forms.play import CLERK, SECRETARY, TOWN, Talk, act, check_golden, kept, offers
from tests.forms.refusals import Refusal, check_refusal, rules_of

#: What was known before: a member at work in 鄞州, dues paid to October, this quarter's report written.
KNOWN = {
    "_period": "2026-10", "checkin_kind": "first", "place": {"code": "330212", "name": "浙江省宁波市鄞州区"},
    "job_kind": "labour", "employer": "某制衣厂", "host_joined": True,
    "host_org": {"id": "", "name": "某工业区流动党支部"}, "life_count": 2, "dues_through": "2026-10", "quarter": "2026-Q4",
}  # fmt: skip
#: Words of choices as the use cases hand them over.
LABELS = {"check_in-consent-v1": "同意", "check_in-job_kind-labour": "务工", "check_in-mobile_changed-yes": "换了",
          "check_in-host_joined-no": "还没有"}  # fmt: skip
THOUGHTS = "在外一切都好，按时参加线上学习，厂里入夜班也没有落下党课。"


def opened(last: dict[str, Any] | None = None, **live: Any) -> Talk:
    """A member's form on its first question; without *last* nothing was ever sent."""
    return Talk(
        "check_in", MEMBER, subject=MEMBER.id, period="2026-11", supplies={"known": last or {}}, **live
    )


def again(**known: Any) -> Talk:
    """The form of a member who agreed and checked in last month."""
    return opened({**KNOWN, **known}, consent=CONSENT)


def for_another(last: dict[str, Any] | None = None) -> Talk:
    """The information officer's form about the member."""
    about = {"org": "QX0301", "org_name": "清溪村党支部", "period": "2026-11", "type": "check_in", "subject": MEMBER.id,
             "proxy_for": MEMBER.id}  # fmt: skip
    return Talk(
        "check_in", CLERK, subject=MEMBER.id, period="2026-11", supplies={"known": last or {}}, about=about
    )


def settled(talk: Talk) -> Talk:
    """Where somebody is and what they do, told for the first time: up to the number of meetings."""
    return (
        talk.tap("first").say("鄞州").tap("labour").say("某制衣厂").tap(False, True).say("某工业区流动党支部")
    )


def nothing_else(talk: Talk) -> Talk:
    """No difficulty, no day of return."""
    return talk.skip().skip()


# ------------------------------------------------------------------------------------------ happy paths


def test_the_first_time(rewrite_golden: bool) -> None:
    """Consent, then twelve short questions; what is worked out stands beside what was told."""
    talk = settled(opened().tap(CONSENT)).tap(0).say("6月")
    talk.say("想问社保怎么转").tap(True).say("春节").send()
    answers = talk.sent.answers
    assert (answers["consent_ver"], answers["place"]["code"], answers["host_org"]["name"]) == (
        CONSENT, "330212", "某工业区流动党支部",
    )  # fmt: skip
    assert (answers["dues_through"], answers["arrears"]) == ("2026-06", 4)
    assert "thought_report" not in answers, "asked of those who report regularly"
    check_golden("check_in.first", talk, rewrite_golden)


def test_the_same_as_last_time(rewrite_golden: bool) -> None:
    """Place, work and host are copied in one press; neither attendance nor dues of this month are made up."""
    talk = again(quarter="2026-Q3").tap("regular")
    assert "same" in talk.screen.buttons
    talk.do("same", at=talk.screen.at)
    assert (talk.asked, talk.said["same-copied"]["count"]) == ("thought_report", 5)
    talk.say(THOUGHTS).send()
    answers = talk.sent.answers
    assert {name: answers[name] for name in ("place", "job_kind", "employer", "host_joined", "host_org")} == {
        name: KNOWN[name] for name in ("place", "job_kind", "employer", "host_joined", "host_org")
    }
    assert (answers["life_count"], answers["dues_through"], answers["arrears"]) == (0, "2026-10", 0)
    assert answers["quarter"] == "2026-Q4"
    check_golden("check_in.regular", talk, rewrite_golden)


@pytest.mark.parametrize("last", [{"returned_on": "2026-10-01"}, {"place": None, "job_kind": None}])
def test_the_same_is_not_offered_where_there_is_nothing_of_it(last: dict[str, Any]) -> None:
    """Who only came home last time said nothing that can be said again."""
    talk = opened({**last, "_period": "2026-10", "checkin_kind": "return"}, consent=CONSENT).tap("regular")
    assert (talk.asked, "same" in talk.screen.buttons) == ("place", False)


def test_a_quarter_is_reported_once(rewrite_golden: bool) -> None:
    """Who has written of this quarter has two presses and the summary: the same, send."""
    talk = again().tap("regular")
    talk.do("same", at=talk.screen.at)
    assert talk.screen.kind == "summary"
    assert talk.send().sent.answers["quarter"] == "2026-Q4"
    check_golden("check_in.regular_short", talk, rewrite_golden)


def test_something_has_changed(rewrite_golden: bool) -> None:
    """Only what is named is asked; a new number is read back before it is kept."""
    talk = again().tap("change", ["place", "mobile", "host"]).say("镇海").say("13800000009")
    assert (talk.screen.kind, talk.said["check_in--mobile_sure"]) == ("confirm", {"mobile": "13800000009"})
    talk.do("confirm", at=talk.screen.at).tap(False, "not_known")
    assert talk.screen.kind == "summary", "neither needs nor plans are asked of who tells what has changed"
    talk.send()
    answers = talk.sent.answers
    assert (answers["place"]["name"], answers["mobile"], answers["host_joined"]) == (
        "浙江省宁波市镇海区", "13800000009", False,
    )  # fmt: skip
    assert not {"job_kind", "employer", "life_count", "dues_through", "host_org"} & set(answers)
    check_golden("check_in.change", talk, rewrite_golden)


def test_what_is_ticked_stays_when_more_is_typed() -> None:
    """One choice by a press, another in words: both are meant."""
    talk = again().tap("change").do("tick", {"value": "place", "on": True}, ("changed",)).say("3")
    assert talk.turn.draft.answers["changed"] == ["place", "mobile"]


def test_home_again(rewrite_golden: bool) -> None:
    """The day, the certificate, and three weeks later the reason why only now; no number, no day of return is asked."""
    talk = (
        again().tap("return").say("11月1日").tap("shown").say("刚回来没信号").tap(1, ["online"]).say("11月")
    )
    talk.skip().send()
    answers = talk.sent.answers
    assert (answers["returned_on"], answers["backfill_reason"]) == ("2026-11-01", "刚回来没信号")
    assert not {"mobile_changed", "return_plan", "place"} & set(answers)
    check_golden("check_in.return", talk, rewrite_golden)


def test_home_since_yesterday() -> None:
    """Told in time nobody is asked why; after a week it is."""
    assert again().tap("return", "2026-11-15", "shown").asked == "life_count"
    assert again().tap("return", "2026-11-14", "shown").asked == "backfill_reason"


# ------------------------------------------------------------------------------------------ consent


def test_consent_refused_leads_out(rewrite_golden: bool) -> None:
    """Whoever prefers paper is let go at once, and nothing of it is sent."""
    talk = opened().tap("refuse")
    assert (talk.screen.kind, talk.draft.done, talk.turn.sent) == ("ended", "left:paper", None)
    check_golden("check_in.refused_consent", talk, rewrite_golden)


def test_consent_is_neither_skipped_nor_taken_from_words() -> None:
    """Only one of the two buttons, or its words, is an answer."""
    talk = opened(labels=LABELS)
    assert talk.skip().refused == "problem-required"
    assert talk.say("再说吧").refused.startswith("reading-")
    assert talk.say("同意").asked == "checkin_kind"


def test_consent_to_an_older_text_is_asked_again() -> None:
    """What was agreed to is a version; the newest one is asked of everybody."""
    assert opened(consent="v0").asked == "consent"
    assert opened(consent=CONSENT).asked == "checkin_kind"


@pytest.mark.parametrize("said", ["told", "paper", "refuse"])
def test_filled_in_for_somebody(said: str, rewrite_golden: bool) -> None:
    """Their word, their signature or neither; how it was learnt is asked of whoever fills in for another."""
    talk = for_another()
    assert talk.asked == "consent_said"
    talk.tap(said)
    if said == "refuse":
        assert (talk.screen.kind, talk.draft.done, talk.turn.sent) == ("ended", "left:paper", None)
    else:
        if said == "paper":
            assert talk.asked == "consent_paper"
            assert talk.close().refused == "problem-photo_wanted", "signed paper is shown"
            talk.photo("同意书.jpg")
        nothing_else(settled(talk).tap(0, "2026-10"))
        assert talk.asked == "proxy_way"
        talk.tap("phone").send()
        answers = talk.sent.answers
        assert (answers["consent_said"], answers["consent_ver"], answers["proxy_way"]) == (
            said,
            CONSENT,
            "phone",
        )
        assert "consent" not in answers, "nobody agrees in another's name with the member's own button"
    check_golden(f"check_in.for_another_{said}", talk, rewrite_golden)


# ------------------------------------------------------------------------------------------ refusals


def at_dues() -> Talk:
    """Up to the month the dues are paid to."""
    return settled(opened(consent=CONSENT)).tap(0)


def at_plan() -> Talk:
    """Up to the day of return."""
    return at_dues().tap("2026-10").skip()


#: rule -> see tests/forms/refusals.py
REFUSALS: dict[str, Refusal] = {
    "filed": (
        lambda: opened(KNOWN, consent=CONSENT, filed=True), lambda t: t.tap("regular"), {}, lambda t: t.tap("change"),
    ),
    "dues_far": (at_dues, lambda t: t.tap("2027-12"), {}, lambda t: t.tap("2027-11")),
    "past": (at_plan, lambda t: t.tap("2026-11-21"), {}, lambda t: t.tap("2026-11-22")),
    "future": (
        lambda: again().tap("return"), lambda t: t.tap("2026-11-23"), {}, lambda t: t.tap("2026-11-22"),
    ),
}  # fmt: skip
ASKED = {"mobile_sure", "twice"}  # below


@pytest.mark.parametrize("rule", sorted(REFUSALS))
def test_a_refusal_and_the_way_on(rule: str) -> None:
    """Every rule refuses once, in its words, and lets the next answer through."""
    check_refusal(f"check_in--{rule}", REFUSALS[rule])


def test_no_rule_of_the_type_is_left_untested() -> None:
    """A new rule without a test is found here."""
    kind = registry()["check_in"]
    assert rules_of(kind, "refuse") == set(REFUSALS)
    assert rules_of(kind, "confirm") == ASKED
    assert rules_of(kind, "flag") == set()


@pytest.mark.parametrize("said", ["完成", "已完成", "变了"])
def test_a_verb_of_another_question_confirms_nothing(said: str) -> None:
    """完成 is no yes to 对吗？: only a yes in words, or the button, keeps the number."""
    talk = again().tap("change", ["mobile"]).say("13800000008").say(said)
    assert "mobile" not in talk.draft.answers or talk.screen.kind != "summary"
    assert not talk.draft.confirmed
    assert again().tap("change", ["mobile"]).say("13800000008").say("对").draft.confirmed


@pytest.mark.parametrize(
    "yes", [lambda talk: talk.do("choose", 0, at=talk.screen.at), lambda talk: talk.say("是")]
)
def test_a_place_that_may_be_meant_is_asked_about(yes: Callable[[Talk], Talk]) -> None:
    """萧山 is a 区 and no 市: the one place it may be is offered, and not taken by itself."""
    talk = again().tap("change", ["place"]).say("萧山市")
    assert (talk.screen.kind, talk.screen.value, talk.asked) == ("which", ["330109"], "place")
    assert yes(talk).draft.answers["place"]["code"] == "330109"


def test_a_number_read_back_can_be_another() -> None:
    """Said no to, the number is asked again; half of one is not taken."""
    talk = again().tap("change", ["mobile"]).say("13800000008")
    assert (talk.screen.kind, talk.said["check_in--mobile_sure"]) == ("confirm", {"mobile": "13800000008"})
    assert talk.goto("mobile").asked == "mobile", "不对，换一个"
    assert talk.send().refused == "problem-late"
    assert talk.say("1380000").refused.startswith("reading-")
    talk.say("138 0000 0009").do("confirm", at=talk.screen.at)
    assert talk.send().sent.answers["mobile"] == "13800000009"


@pytest.mark.parametrize(
    ("period", "due"), [("2026-10", "2026-12-25"), ("2026-11", "2026-12-25"), ("2026-04", "2026-06-25")]
)
def test_one_in_the_quarter_is_owed(period: str, due: str) -> None:
    """Offered monthly, owed quarterly: nobody is late who has until the 25th of the quarter's last month."""
    kind, facts = registry()["check_in"], again().facts
    assert due_day(kind, period, {"checkin_kind": "regular"}, facts) == due
    assert due_day(kind, period, {"checkin_kind": "change"}, facts) == ""


@pytest.mark.parametrize(("kind", "asked"), [("return", True), ("change", False)])
def test_the_same_event_told_twice_is_asked_about(kind: str, asked: bool) -> None:
    """Who is home already is asked before it goes out again; another kind of news is not."""
    twin = {f"return|{MEMBER.id}": {"day": "2026-11-03", "receipt": "LX-A-QX03-202611-0001"}}
    talk = opened(KNOWN, consent=CONSENT, alike=twin).tap(kind)
    assert (talk.screen.kind == "confirm", "check_in--twice" in talk.said) == (asked, asked)
    if asked:
        talk.do("confirm", at=talk.screen.at)
        assert talk.asked == "returned_on", "before anything else was filled in"


def test_filed_since_the_form_was_opened() -> None:
    """Sent from another device meanwhile: the summary does not go out a second time as a regular one."""
    talk = again().tap("regular")
    talk.do("same", at=talk.screen.at)
    talk.live["filed"] = True
    talk.send()
    assert (talk.turn.sent, talk.asked, "check_in--filed" in talk.said) == (None, "checkin_kind", True)
    talk.tap("change", ["work"])
    assert talk.screen.kind == "summary", "what was copied is still there"
    assert talk.send().sent.answers["checkin_kind"] == "change"


def test_refusals_and_recoveries_in_one_form(rewrite_golden: bool) -> None:
    """One golden conversation in which hardly anything goes right at first."""
    talk = opened(filed=True, labels=LABELS).say("再说吧", "同意").tap("regular", "first").say("火星", "鄞州")
    talk.say("打工", "务工").say("<b>某制衣厂</b>").say("不知道", "换了").say("1380000", "13800000008")
    talk.goto("mobile").say("13800000009").do("confirm", at=talk.screen.at)
    talk.say("说不清", "还没有").tap("nobody_there", "no_time").say("三十二", "-1", "2").close()
    talk.do("tick", {"value": "online", "on": True}, talk.screen.at).close()
    talk.say("2028年1月", "13月", "10月").skip().say("2月30日", "昨天", "春节")
    assert talk.screen.kind == "summary"
    talk.send()
    assert talk.sent.answers["mobile"] == "13800000009"
    check_golden("check_in.refusals", talk, rewrite_golden)


@pytest.mark.parametrize("said", ["😀", "——", "…？", "👍🏻 !"])
def test_signs_are_no_words(said: str) -> None:
    """What holds no letter and no digit says nothing to whoever reads it later; the question stays, words go on."""
    talk = opened(consent=CONSENT).tap("first").say("鄞州").tap("labour").say(said)
    assert (talk.refused, talk.asked) == ("problem-no_words", "employer")
    assert talk.say("3厂").asked == "mobile_changed"


# ------------------------------------------------------------------------------------------ afterwards


def test_confirmed_by_somebody_else() -> None:
    """The branch confirms, the township may; who filled it in for the member does not."""
    talk = nothing_else(settled(for_another().tap("told")).tap(0, "2026-10")).tap("visit").send()
    record = kept(talk)
    assert record.state == "submitted"
    assert "confirm" not in offers(record, CLERK)
    assert "confirm" in offers(record, SECRETARY)
    assert {"confirm_town", "send_back"} <= set(offers(record, TOWN))
    done = act(record, "confirm", SECRETARY, lambda t: t.tap("phone"))
    assert (done.record.state, done.record.acts[-1].answers["way"]) == ("accepted", "phone")


REASONS = {"act-return-marks-reason-unclear": "不清楚", "act-return-marks-reason-other": "其他"}


@pytest.mark.parametrize(
    ("said", "reason", "text"),
    [
        (
            "原因写个31看不懂",
            "other",
            "原因写个31看不懂",
        ),  # a sentence of one's own is the reason, and nothing is asked again
        ("不清楚", "unclear", None),
        ("其他", "other", None),
    ],
)
def test_a_reason_is_picked_or_written(said: str, reason: str, text: str | None) -> None:
    """A mark takes one of its reasons, or a sentence that is none of them."""
    record = kept(nothing_else(at_dues().tap("2026-10")).send())
    markable = [{"value": "employer", "label": "从业单位"}]
    talk = Talk("check_in/return", SECRETARY, record=record, markable=markable, labels=REASONS)
    talk.tap("employer").say(said)
    assert talk.refused == ""
    (row,) = talk.draft.answers["marks"]
    assert (row["reason"], row.get("text")) == (reason, text)
    assert (talk.screen.kind, talk.asked) == (("rows", "marks.1") if text else ("ask", "marks.text"))


@pytest.mark.parametrize(
    ("said", "why"), [("9", "no_such_choice"), ("第9个", "no_such_choice"), ("不知道", "not_known")]
)
def test_what_is_no_reason_is_asked_again(said: str, why: str) -> None:
    """A number that names none of them, and not knowing, are no sentence; one that is too long says so."""
    record = kept(nothing_else(at_dues().tap("2026-10")).send())
    markable = [{"value": "employer", "label": "从业单位"}]
    talk = Talk("check_in/return", SECRETARY, record=record, markable=markable, labels=REASONS)
    talk.tap("employer").say(said)
    assert (talk.refused, talk.asked) == (f"reading-{why}", "marks.reason")
    talk.say("太长" * 101)
    assert (talk.refused, talk.asked) == ("problem-too_long", "marks.reason")


def test_how_it_was_confirmed_is_one_of_four() -> None:
    """Another way is no answer; the words are shown again."""
    record = kept(nothing_else(at_dues().tap("2026-10")).send())
    talk = Talk("check_in/confirm", SECRETARY, record=record)
    assert talk.tap("pigeon").screen.problem == Note("problem-choice_gone")
    assert talk.tap("video").refused == ""


@pytest.mark.parametrize(
    ("said", "asked"), [("对", "host_joined"), ("没错", "host_joined"), ("不对", "mobile")]
)
def test_a_question_of_yes_or_no_is_answered_in_words(said: str, asked: str) -> None:
    """At 新手机号是…，对吗？ a typed yes is the button, a typed no is the number again."""
    talk = again().tap("change", ["mobile", "host"]).say("13800000008")
    assert talk.screen.kind == "confirm"
    talk.say(said)
    assert (talk.screen.kind, talk.asked) == ("ask", asked)


# --------------------------------------------------------------------------------- ticked, typed, left undecided


def ticking() -> Talk:
    """Two of the five kinds of meetings are ticked, nothing is called complete."""
    kinds = ("class", "theme_day", "appraisal", "election", "online")
    words = ("党课", "主题党日", "民主评议", "选举", "线上学习")
    labels = {f"check_in-life_items-{kind}": said for kind, said in zip(kinds, words, strict=True)}
    talk = settled(opened(consent=CONSENT, labels=labels)).tap(2)
    for kind in ("class", "theme_day"):
        talk.do("tick", {"value": kind, "on": True}, talk.draft.at)
    return talk


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("民主评议", ["class", "theme_day", "appraisal"]),
        ("只有党课", ["class"]),
        ("除了主题党日", ["class", "appraisal", "election", "online"]),
        ("就这些", ["class", "theme_day"]),
        ("好了", ["class", "theme_day"]),
    ],
)
def test_words_beside_ticks(said: str, kept: list[str]) -> None:
    """A choice that is typed comes to those ticked; what says which ones there are takes their place."""
    talk = ticking().say(said)
    assert (talk.refused, talk.draft.answers["life_items"]) == ("", kept)


def test_no_meeting_after_all_is_not_what_was_ticked() -> None:
    """没有 where some are ticked is none of them, and one at least is wanted here: nothing is taken."""
    talk = ticking().say("没有")
    assert talk.refused
    assert talk.asked == "life_items"
    assert "life_items" not in talk.draft.answers


@pytest.mark.parametrize("said", ["没有", "没定", "还没定", "不知道"])
def test_an_undecided_day_of_return_is_left_out(said: str) -> None:
    """The hint says that it may be skipped; saying so is skipping it."""
    talk = settled(opened(consent=CONSENT)).tap(0).say("6月").say("没有")
    while talk.asked != "return_plan":
        talk.skip()
    talk.say(said)
    assert (talk.refused, talk.draft.answers["return_plan"]) == ("", None)


def test_papers_are_taken_where_the_answers_are_checked() -> None:
    """A photo sent at a question that wants none is told where it may go; on the summary it goes there."""
    photo = {"hash": "h1", "name": "工资条.jpg", "type": "image/jpeg", "size": 9}
    talk = settled(opened(consent=CONSENT)).do("file", photo)
    assert talk.refused == "problem-file_later"
    talk = nothing_else(talk.tap(0).say("6月"))
    while talk.draft.at:
        talk.skip()
    assert talk.do("file", photo).asked == "evidence"
    assert talk.close().draft.at == ()
    assert talk.draft.answers["evidence"] == [photo]


def test_ticks_stay_when_a_word_is_asked_about() -> None:
    """What was ticked is part of each reading that is offered, and is still ticked when none of them is meant."""
    talk = ticking().say("我老公参加了选举")
    assert talk.screen.kind == "which"
    assert talk.screen.value == [["class", "theme_day", "election"]]
    talk.do("back")
    assert [one.value for one in talk.screen.options if one.chosen] == ["class", "theme_day"]
    talk.say("我老公参加了选举").do("choose", 0, talk.draft.at)
    assert talk.draft.answers["life_items"] == ["class", "theme_day", "election"]
