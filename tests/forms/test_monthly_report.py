"""The monthly report (type D): every rule refuses, asks or flags once, and people get on; what is asked when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.forms.registry import registry
from tests.forms.play import CLERK, COMMITTEE, SECRETARY, TOWN, Talk, kept, offers
from tests.forms.test_minutes_refusals import every_rule

WORK = ("组织主题党日", "10月20日", "在村部学习，28人参加。", "学了新修订的条例")
Step = Callable[[Talk], Any]


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
    for _ in range(7):
        if talk.asked == "problems":
            break
        talk.tap(members if talk.asked == "members" else 2)
    return talk


def ending(talk: Talk) -> Talk:
    """No problem, no help, one plan: the summary."""
    talk.close().skip()
    return talk.say("完成村道招标", "12月5日", "张某某").close()


def whole(talk: Talk, *, should: int = 32, present: int = 27, members: int = 34) -> Talk:
    """Up to the summary."""
    return ending(counted(life(worked(talk)).tap(should, present), members))


#: rule -> (how to get there, what is refused, what the words are given, what is taken instead)
REFUSALS: dict[str, tuple[Callable[[], Talk], Step, dict[str, Any], Step]] = {
    "outside": (
        lambda: begun().say("组织主题党日"), lambda t: t.say("9月30日"), {"period": "2026-10"}, lambda t: t.say("10月20日"),
    ),
    "future": (
        lambda: begun("2026-11").say("组织主题党日"), lambda t: t.tap("2026-11-23"), {}, lambda t: t.tap("2026-11-22"),
    ),
    "present_over": (
        lambda: life(worked(begun())).tap(32), lambda t: t.tap(33), {"should": 32}, lambda t: t.tap(32),
    ),
}  # fmt: skip
ASKED = {"quarter_mtg", "should_over"}  # below, each with its reason
FLAGS = {"copied"}


@pytest.mark.parametrize("rule", sorted(REFUSALS))
def test_a_refusal_and_the_way_on(rule: str) -> None:
    """Nothing is kept of a refused answer, its words get their arguments, and the next answer is taken."""
    there, wrong, args, right = REFUSALS[rule]
    talk = there()
    before, asked = talk.draft.dumps(), talk.asked
    wrong(talk)
    assert talk.refused == f"monthly_report--{rule}"
    assert talk.screen.problem is not None
    assert dict(talk.screen.problem.args) == args
    assert (talk.draft.dumps(), talk.asked) == (before, asked)
    right(talk)
    assert (talk.refused, talk.draft.dumps() == before) == ("", False)


def test_no_rule_of_the_form_is_left_untested() -> None:
    """A new rule without a test is found here."""
    root = registry()["monthly_report"].plan.root
    assert set(every_rule(root, "refuse")) == set(REFUSALS)
    assert set(every_rule(root, "confirm")) == ASKED
    assert set(every_rule(root, "flag")) == FLAGS


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
    assert talk.say("流入党员一起过党日").asked == "inflow"
    sent = ending(counted(talk)).send()
    assert "流入党员一起过党日" in sent.draft.why.values()
    assert life(worked(begun())).tap(34, 27, 34).asked == "inflow"


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


def test_nobody_is_due_where_no_theme_day_was_held() -> None:
    """Should and present belong to the theme Party day; taken back to none, their answers count no more."""
    talk = life(worked(begun()), theme_day=0)
    assert talk.asked == "life_reason"
    assert talk.say("党日合并到下月一起过").asked == "members"
    talk = whole(begun(), should=36, members=40).goto("theme_day").tap(0)
    assert talk.say("党日合并到下月一起过").send().sent.answers.get("should") is None


def test_every_row_of_work_says_what_came_of_it() -> None:
    """Domain §5 D: item, text, date and result belong to a row."""
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
