"""The monthly report (type D): every rule refuses, asks or flags once, and people get on; what is asked when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.forms.core import acts
from bot.forms.core.model import Open
from bot.forms.registry import registry
from bot.texts import Texts
from tests.forms.play import CLERK, COMMITTEE, SECRETARY, TOWN, Talk, act, check_golden, kept, offers
from tests.forms.refusals import Refusal, check_refusal, rules_of

WORK = ("组织主题党日", "10月20日", "在村部学习，28人参加。", "学了新修订的条例")
#: What was sent for September.
LAST = {"members": 34, "narrative": "清理河道，疏通三组水渠。", "next_plan": [
    {"_": "a", "item": "组织主题党日", "due": "2026-10-20", "owner": {"id": "p1", "name": "张某某"}},
    {"_": "b", "item": "修好路灯", "due": "2026-10-31", "owner": {"id": "p4", "name": "李某某"}},
]}  # fmt: skip


def begun(period: str = "2026-10", **more: Any) -> Talk:
    """A report on its first question; one member meeting earlier in the quarter, unless said otherwise."""
    supplies = {"last": {}, "counts": {"outflow": 6}, "quarter": {"member_mtg": 1}, **more}
    return Talk("monthly_report", CLERK, period=period, supplies=supplies)


def worked(talk: Talk) -> Talk:
    """The work of the month, one row."""
    return talk.say(*WORK).close()


def life(talk: Talk, member_mtg: int = 0, theme_day: int = 1) -> Talk:
    """How often which meeting was held."""
    return talk.tap(member_mtg, 1, 0, 0, theme_day)


def counted(talk: Talk, members: int = 34) -> Talk:
    """The numbers; outflow stands there already."""
    while talk.asked != "problems.0":
        talk.tap(members if talk.asked == "members" else 2)
    return talk


def ending(talk: Talk) -> Talk:
    """No problem, no help, one plan: the summary."""
    talk.close().skip()
    return talk.say("完成村道招标", "12月5日", "张某某").close()


def whole(talk: Talk, *, should: int = 32, present: int = 27, members: int = 34) -> Talk:
    """Up to the summary."""
    return ending(counted(life(worked(talk)).tap(should, present), members))


@pytest.mark.parametrize("today", ["2026-11-02", "2026-11-22", "2026-11-25"])
def test_a_day_of_the_work_lies_in_the_month_it_is_told_of(today: str) -> None:
    """Another month is refused with the limits, never offered as years; a day without a month is one of this month."""
    limits = {"period": "2026-10", "from": "2026-10-01", "to": "2026-10-31", "day": "2026-10-31"}
    for typed in ("11月20号", "11.20", "9月20日", "去年10月20日", "昨天", "2025-10-20"):
        talk = begun()
        talk.live |= {"today": today, "now": f"{today}T10:00"}
        talk.say(WORK[0], typed)
        assert (talk.screen.kind, talk.asked, talk.refused) == (
            "ask",
            "done.date",
            "monthly_report--outside",
        ), typed
        assert talk.screen.problem is not None
        assert talk.screen.problem.args == limits
    for typed, day in (("20号", "20"), ("十二", "12"), ("31号", "31"), ("10月9号", "09")):
        talk = begun()
        talk.live |= {"today": today, "now": f"{today}T10:00"}
        talk.say(WORK[0], typed)
        assert talk.draft.answers["done"][0]["date"] == f"2026-10-{day}", typed
        assert talk.said["echo"]["value"] == f"2026-10-{day}", "and it is said how it was read"
    assert not begun().say(WORK[0]).screen.options, "no day of another month is offered"
    assert [one.value for one in begun("2026-11").say(WORK[0]).screen.options] == ["2026-11-22", "2026-11-21"]


# ------------------------------------------------------------------------------------------ happy paths


def test_the_first_report(rewrite_golden: bool) -> None:
    """Nothing was sent before: no plan to look back on, one number known from the roster."""
    talk = whole(begun()).send()
    answers = talk.sent.answers
    assert (answers["outflow"], answers["narrative"], "planned" in answers) == (6, WORK[2], False)
    assert talk.sent.flags == ()
    check_golden("monthly_report.first", talk, rewrite_golden)


def opened(done: acts.Done) -> list[Mapping[str, Any]]:
    """What the records begun by an act are told of it."""
    return [due.values for due in done.effects if isinstance(due.effect, Open)]


def test_a_report_after_another(rewrite_golden: bool) -> None:
    """What was planned is looked back on item by item; a known number changed takes a reason; a problem and help."""
    talk = begun(last=LAST)
    assert talk.asked == "planned.state"
    talk.tap("done", "going")
    life(worked(talk)).tap(32, 27)
    assert talk.draft.answers["members"] == 34, "known from last month"
    talk.tap(2, 18, 3, 2, 1)
    assert talk.asked == "problems.0"
    talk.add().say("三组饮水管道老化").tap("serious")
    assert talk.asked == "problems.apart"
    talk.tap(True).close().say("请水利站派人看看")
    talk.say("完成村道招标", "12月5日", "张某某").close()
    talk.goto("outflow").tap(7)
    assert talk.screen.kind == "reason"
    talk.say("上周又有一人外出").send()
    answers = talk.sent.answers
    assert [row["state"] for row in answers["planned"]] == ["done", "going"]
    assert (answers["outflow"], answers["problems"][0]["level"]) == (7, "serious")
    sent = acts.submitted(talk.kind, replace(kept(talk), state="", acts=()), talk.facts)
    assert opened(sent) == [], "the secretary has not signed it"
    signed = acts.perform(
        talk.kind, sent.record, "sign", SECRETARY, talk.facts, day=talk.live["today"], at=talk.live["stamp"]
    )
    assert opened(signed) == [{"text": "三组饮水管道老化"}], "what is to be reported apart opens an incident"
    check_golden("monthly_report.next", talk, rewrite_golden)


def test_a_serious_problem_is_reported_apart_only_where_the_branch_says_so() -> None:
    """One tap, asked of a serious problem alone; taken back to a common one it opens nothing, whatever was said before."""
    talk = counted(life(worked(begun())).tap(32, 27))
    talk.add().say("路灯坏了两盏").tap("common")
    assert talk.screen.kind == "rows", "a common one is not asked about"
    talk.add().say("三组饮水管道老化").tap("serious").say("不用")
    talk.add().say("山体裂缝，住着三户").tap("serious").say("要")
    rows = [row["_"] for row in talk.draft.answers["problems"]]
    talk.close().skip()
    talk.say("完成村道招标", "12月5日", "张某某").close()

    def leads() -> list[Mapping[str, Any]]:
        signed = replace(kept(talk, ""), state="to_sign")
        return opened(act(signed, "sign", SECRETARY, lambda t: t.tap("account")))

    talk.send()
    assert leads() == [{"text": "山体裂缝，住着三户"}]
    talk = counted(life(worked(begun())).tap(32, 27)).add().say("山体裂缝，住着三户").tap("serious", True)
    ending(talk).goto("problems", rows[0], "level").tap("common")
    talk.send()
    assert leads() == []


# ------------------------------------------------------------------------------------------ refusals


#: rule -> see tests/forms/refusals.py
REFUSALS: dict[str, Refusal] = {
    "outside": (
        lambda: begun().say("组织主题党日"), lambda t: t.say("9月30日"),
        {"period": "2026-10", "from": "2026-10-01", "to": "2026-10-31", "day": "2026-10-31"}, lambda t: t.say("10月20日"),
    ),
    "future": (
        lambda: begun("2026-11").say("组织主题党日"), lambda t: t.tap("2026-11-23"), {}, lambda t: t.tap("2026-11-22"),
    ),
    "present_over": (
        lambda: life(worked(begun())).tap(32), lambda t: t.tap(33), {"should": 32}, lambda t: t.tap(32),
    ),
}  # fmt: skip
ASKED = {"quarter_mtg", "should_over", "due_before"}  # below, each with its reason or its yes
FLAGS = {"copied"}


@pytest.mark.parametrize("rule", sorted(REFUSALS))
def test_a_refusal_and_the_way_on(rule: str) -> None:
    """Every rule refuses once, in its words, and lets the next answer through."""
    check_refusal(f"monthly_report--{rule}", REFUSALS[rule])


def test_no_rule_of_the_type_is_left_untested() -> None:
    """A new rule without a test is found here."""
    kind = registry()["monthly_report"]
    assert rules_of(kind, "refuse") == set(REFUSALS)
    assert rules_of(kind, "confirm") == ASKED
    assert rules_of(kind, "flag") == FLAGS


def september(held: int) -> Talk:
    """The quarter's last month, up to the members' meeting; *held*: those of the two months before."""
    talk = begun("2026-09", quarter={"member_mtg": held})
    return talk.say(WORK[0], "9月20日", *WORK[2:]).close()


def test_a_quarter_without_a_members_meeting_takes_a_reason() -> None:
    """Asked in the quarter's last month only, and where none was held in the two before; another number is a way out too."""
    talk = september(0).tap(0)
    assert (talk.screen.kind, talk.said) == ("reason", {"monthly_report--quarter_mtg": {}})
    assert talk.say("党员大会改到10月8日开").asked == "committee"
    assert september(0).tap(0).do("choose", "other").tap(1).asked == "committee"
    assert september(1).tap(0).asked == "committee"
    assert worked(begun(quarter={"member_mtg": 0})).tap(0).asked == "committee"


def test_more_due_than_there_are_members_takes_a_reason() -> None:
    """35 due of 34 members: the reason goes to the reviewer; 34 of 34 need none."""
    talk = life(worked(begun())).tap(35, 27, 34)
    assert (talk.screen.kind, talk.said) == (
        "reason", {"monthly_report--should_over": {"should": 35, "members": 34}},
    )  # fmt: skip
    talk.say("流入党员一起过党日")
    assert (talk.asked, talk.said["echo-reason"]) == ("inflow", {"text": "流入党员一起过党日"})
    sent = ending(counted(talk)).send()
    assert "流入党员一起过党日" in sent.draft.why.values()
    assert life(worked(begun())).tap(34, 27, 34).asked == "inflow"


@pytest.mark.parametrize(
    "typed",
    [
        "0",
        "30人",
        "三十",
        "35、34",
        "50写错了，是30",
        "應到寫錯了，是30",
        "typo, 30",
        "没有",
        "对",
        "嗯",
        "。。。",
    ],
)
def test_a_correction_is_no_reason(typed: str) -> None:
    """What is typed there may be the number that was meant: it is no reason, and which number is wrong is asked."""
    talk = life(worked(begun())).tap(50, 27, 34).say(typed)
    assert (talk.screen.kind, talk.refused) == ("reason", "problem-no_reason")
    assert talk.draft.why == {}
    assert [line.path for line in talk.screen.lines] == [("should",), ("members",)]
    assert "other" not in talk.screen.buttons
    assert talk.goto("should").tap(30).asked == "inflow", "34 members are as they were"
    assert (talk.draft.answers["should"], talk.draft.answers["members"]) == (30, 34)


@pytest.mark.parametrize(
    "typed", ["农忙", "流入党员一起过党日", "刚转入1人", "有16名流入党员", "以前的记录错了"]
)
def test_a_reason_may_be_short_and_have_numbers_in_it(typed: str) -> None:
    """Two letters that say why are enough; a number among words is no correction."""
    talk = life(worked(begun())).tap(50, 27, 34).say(typed)
    assert (talk.refused, talk.draft.why) == ("", {"members|should_over": typed})


def test_which_of_two_numbers_is_wrong_is_for_the_person_to_say() -> None:
    """The number of members may be it; an answer that does not mend it asks again, at the question it was given to."""
    talk = life(worked(begun())).tap(35, 27, 34)
    assert talk.goto("members").tap(36).asked == "inflow"
    talk = life(worked(begun())).tap(35, 27, 34).goto("should").tap(38)
    assert (talk.screen.kind, talk.screen.at) == ("reason", ("should",))
    assert talk.say("流入党员一起过党日").draft.why == {"should|should_over": "流入党员一起过党日"}


def test_what_last_month_told_wrongly_is_a_reason() -> None:
    """A number known from elsewhere was changed: that the old one was told wrongly is why; a bare number is not."""
    talk = whole(begun()).goto("outflow").tap(7)
    assert talk.screen.kind == "reason"
    assert talk.say("8").refused == "problem-no_reason"
    assert talk.screen.buttons[0] == "other", "one question only can be meant"
    assert talk.say("上月填错了，实有7人").draft.why == {"outflow": "上月填错了，实有7人"}


def test_a_number_lowered_afterwards_is_looked_at_again() -> None:
    """27 were present of 32; when 20 were due, how many came is asked again."""
    talk = whole(begun()).goto("should").tap(20)
    assert talk.asked == "present"
    assert talk.tap(27).refused == "monthly_report--present_over"
    assert talk.tap(18).screen.kind == "summary"


def test_a_copied_report_is_flagged_and_not_blocked() -> None:
    """Nine tenths of last month's words: the reviewer sees it; other words bring no flag."""
    copied = whole(begun(last={"narrative": WORK[2]})).send().sent
    assert [flag.key for flag in copied.flags] == ["monthly_report--copied"]
    assert whole(begun(last={"narrative": "清理河道，疏通三组水渠。"})).send().sent.flags == ()


@pytest.mark.parametrize("word", ["没有", "无", "没有问题了", "没了", "no"])
def test_nothing_to_report_may_be_typed(word: str) -> None:
    """没有 is the button below; a word that is neither leaves the button where it was."""
    talk = counted(life(worked(begun())).tap(32, 27)).say("还没定")
    assert (talk.asked, talk.refused) == ("problems.0", "problem-press_button")
    assert talk.screen.buttons[:2] == ("add", "none_to_report")
    assert talk.say(word).asked == "help_wanted"
    assert "echo-none" in talk.said
    talk.skip().say("完成村道招标", "12月5日", "张某某").say("没有了")
    assert talk.screen.kind == "summary"
    assert talk.send().sent.answers["problems"] == []


def test_what_is_asked_for_may_be_typed_at_once() -> None:
    """有什么问题？ answered with the problem begins the list with it; a second one after it likewise."""
    talk = counted(life(worked(begun())).tap(32, 27)).say("村口路灯坏了，缺钱")
    assert talk.asked == "problems.level"
    while talk.asked != "problems.1":
        talk.tap(talk.screen.options[0].value)
    assert talk.say("没有自来水").asked == "problems.level"
    assert [row["text"] for row in talk.draft.answers["problems"]] == ["村口路灯坏了，缺钱", "没有自来水"]


def test_a_row_begun_by_mistake_goes_again() -> None:
    """上一步 from its first question is the list again; 无 there means there is no problem at all."""
    talk = counted(life(worked(begun())).tap(32, 27)).add().do("back")
    assert (talk.asked, talk.screen.show["count"]) == ("problems.0", 0)
    assert talk.add().say("无").asked == "help_wanted"
    talk.goto("problems").add().say("三组饮水管道老化").tap("serious", False)
    assert talk.add().do("back").asked == "problems.1", "the first problem stays"
    assert talk.add().say("没有了").screen.kind == "summary" or talk.asked == "help_wanted"
    assert [row["text"] for row in talk.turn.draft.answers["problems"]] == ["三组饮水管道老化"]


def test_what_may_be_left_out_is_left_out_in_words() -> None:
    """没有 where help is offered is no wish; where words must be written it is words."""
    talk = counted(life(worked(begun())).tap(32, 27)).close()
    assert talk.say("没有").said["echo-naught"] == {"text": "没有"}
    assert talk.turn.draft.answers["help_wanted"] is None
    assert talk.say("无").turn.draft.answers["next_plan"][0]["item"] == "无", "one plan there must be"


def test_a_list_that_must_have_rows_is_never_called_empty() -> None:
    """At least one plan: with its row gone there is nothing to press but another one, and 有 begins it."""
    talk = whole(begun()).goto("next_plan")
    row = talk.screen.lines[0].path
    talk.do("goto", row).do("remove", at=row)
    assert (talk.asked, talk.screen.buttons[0]) == ("next_plan.0", "add")
    assert "none_to_report" not in talk.screen.buttons
    assert talk.say("没有").refused == "problem-rows_few"
    assert talk.say("有").asked == "next_plan.item"


def test_refusals_and_recoveries_in_one_form(rewrite_golden: bool) -> None:
    """One golden conversation in which hardly anything goes right at first."""
    talk = begun("2026-09", quarter={"member_mtg": 0}).close().skip()
    talk.say("组" * 41, "组织主题党日").say("10月20日", "9月31日", "9月20日").say("", *WORK[2:]).close()
    talk.say("好几次", "11", "0").say("党员大会改到10月8日开").tap(0, 0, 0, 1).skip().say("支委会并到下月开")
    talk.say("-3", "三十五").say("36", "27").tap(34).say("", "流入党员一起过党日")
    counted(talk)
    talk.add().say("三组饮水管道老化").tap("deadly", "common").close().skip().close()
    talk.say("完成村道招标").say("2月30日", "12月5日").say("<b>", "张某某").close()
    talk.goto("should").tap(20).tap(27, 18)
    assert talk.screen.kind == "summary"
    talk.send()
    assert (talk.sent.answers["should"], talk.sent.answers["present"]) == (20, 18)
    check_golden("monthly_report.refusals", talk, rewrite_golden)


@pytest.mark.parametrize(
    ("committee", "theme_day", "said", "unsaid"),
    [(0, 1, "支委会本月没有开", "主题党日"), (1, 0, "主题党日本月没有开展", "支委会"), (0, 0, "支委会和主题党日本月都没有开", "或")],
)  # fmt: skip
def test_what_was_not_held_is_what_is_asked_about(
    committee: int, theme_day: int, said: str, unsaid: str
) -> None:
    """Only the meeting that was not held is named."""
    talk = worked(begun()).tap(0, committee, 0, 0, theme_day)
    assert talk.asked == "life_reason"
    words = Texts(strict=True).text(talk.screen.question, "zh-Hans", **talk.screen.show)
    assert said in words
    assert unsaid not in words


def test_what_was_not_held_is_named_when_it_is_mended() -> None:
    """The secretary says that there was no committee meeting after all: the mend asks why, of that alone."""
    record = kept(whole(begun()).send())
    marks = [{"value": "committee", "label": "支委会"}]
    record = act(
        record, "send_back", SECRETARY, lambda t: t.tap("committee", "wrong").skip().close(), markable=marks
    ).record
    talk = Talk("monthly_report/resubmit", CLERK, record=record).goto("committee").tap(0)
    assert talk.asked == "life_reason"
    words = Texts(strict=True).text(talk.screen.question, "zh-Hans", **talk.screen.show)
    assert words.startswith("支委会本月没有开")


def test_nobody_is_due_where_no_theme_day_was_held() -> None:
    """Should and present belong to the theme Party day; taken back to none, their answers count no more."""
    talk = life(worked(begun()), theme_day=0)
    assert talk.asked == "life_reason"
    assert talk.say("党日合并到下月一起过").asked == "members"
    talk = whole(begun(), should=36, members=40).goto("theme_day").tap(0)
    assert talk.say("党日合并到下月一起过").send().sent.answers.get("should") is None


def test_every_row_of_work_says_what_came_of_it() -> None:
    """Item, text, date and result belong to a row."""
    talk = begun().say(*WORK[:3])
    assert talk.asked == "done.result"
    assert talk.skip().refused == "problem-required"
    assert talk.say(WORK[3]).screen.kind == "rows"


def test_who_may_what_after_it_was_sent() -> None:
    """Unsigned it is the branch's; the township has nothing to do with it yet."""
    record = kept(whole(begun()).send())
    assert record.state == "to_sign"
    assert set(offers(record, CLERK)) == {"sign_paper", "withdraw"}
    assert set(offers(record, SECRETARY)) == {"sign", "send_back"}
    assert offers(record, TOWN) == offers(record, COMMITTEE) == []


def test_signed_by_the_secretarys_own_hand(rewrite_golden: bool) -> None:
    """The signature is a form of its own with one press; signed, the report is the township's."""
    record = kept(whole(begun()).send())
    talk = Talk("monthly_report/sign", SECRETARY, record=record)
    assert talk.say("张某某").turn.sent is None, "a typed name is no signature"
    talk.tap("account")
    check_golden("monthly_report.sign", talk, rewrite_golden)
    signed = act(record, "sign", SECRETARY, lambda t: t.tap("account")).record
    assert signed.state == "submitted"
    assert {"open", "return", "accept"} <= set(offers(signed, TOWN))


def test_papers_are_added_by_who_has_some() -> None:
    """Nobody is asked for photos; who has one finds the place in the summary, and it goes with the report."""
    talk = whole(begun())
    assert [line.path for line in talk.screen.lines if line.path == ("evidence",)] == [("evidence",)]
    talk.goto("evidence").photo()
    assert talk.screen.kind == "summary"
    assert len(talk.send().sent.answers["evidence"]) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [("11月30日", "future"), ("25号", "future"), ("10月3日", "outside"), ("2025年11月3日", "outside")],
)
def test_a_day_is_refused_for_what_is_wrong_with_it(typed: str, told: str) -> None:
    """A day of this month that has not come is not one of last year; the example given is a day that would be taken."""
    talk = Talk(
        "monthly_report",
        CLERK,
        period="2026-11",
        supplies={"last": {}, "counts": {"outflow": 6}, "quarter": {}},
    )
    talk.say(WORK[0], typed)
    assert talk.refused == f"monthly_report--{told}"
    assert talk.screen.problem is not None
    if told == "outside":
        assert talk.tap(talk.screen.problem.args["day"]).asked == "done.text"


def test_a_plan_for_a_day_gone_by_is_asked_about() -> None:
    """25日前 is a day to come; a day of the month that is told of may be a slip."""
    talk = counted(life(worked(begun())).tap(32, 27)).close().skip().say("完成村道招标", "10月9日")
    talk.do("choose", 0, talk.screen.at)  # this year's, as nobody plans a year ahead
    assert (talk.screen.kind, "monthly_report--due_before" in talk.said) == ("confirm", True)
    assert talk.say("25日前").asked == "next_plan.owner"


def test_lines_and_rows_are_opened_by_their_numbers() -> None:
    """On the summary and in a list what is numbered may be called by its number."""
    talk = whole(begun())
    wanted = next(line for line in talk.screen.lines if line.path == ("should",))
    assert talk.say(f"第{wanted.number}项").asked == "should"
    talk.say("30")
    assert talk.screen.kind == "summary"
    assert (talk.say("99").refused, talk.say("好的").refused) == ("problem-press_button",) * 2
    assert talk.goto("done").asked == "done.1"
    assert talk.say("2").refused == "problem-press_button", "there is no second row, and it is no yes or no"
    assert talk.say("1").screen.at == ("done", talk.turn.draft.answers["done"][0]["_"])


def test_a_question_of_a_rule_cannot_be_gone_round() -> None:
    """上一步 from it and another way to the summary: sending asks it again, once; said of one number it is said of both."""
    talk = life(worked(begun())).tap(50, 27, 34)
    assert talk.screen.kind == "reason"
    talk.do("back").do("back").tap(27)
    assert talk.asked not in ("should", "present", "members")
    talk = ending(counted(talk))
    talk.send()
    assert (talk.screen.kind, "monthly_report--should_over" in talk.said) == ("reason", True)
    talk.say("流入党员一起过党日")
    assert talk.screen.kind == "summary"
    assert talk.send().sent.answers["should"] == 50


def test_a_known_number_that_does_not_fit_is_asked() -> None:
    """Last month's members, fewer than were due this month, do not slip in unasked."""
    talk = life(worked(begun(last={"members": 28}))).tap(30, 25)
    assert (talk.asked, talk.screen.last) == ("members", 28)
    talk.tap(28)
    assert (talk.screen.kind, "monthly_report--should_over" in talk.said) == ("reason", True)
    assert life(worked(begun(last={"members": 28}))).tap(20, 20).asked == "inflow", (
        "what fits is not asked again"
    )
