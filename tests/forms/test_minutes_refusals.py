"""What the minutes do not take, in words, and how people recover: every rule, every kind of answer, hostile input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.forms.core.draft import Draft, Event
from bot.forms.core.machine import advance
from bot.forms.core.plan import Level
from bot.forms.registry import registry
from bot.texts import LANGS, Texts
from tests.forms.largest import item, opening, resolution, session
from tests.forms.play import Talk, check_golden
from tests.forms.test_minutes import begun, met

Step = Callable[[Talk], Any]
TEXTS = Texts(strict=True)


def at_sign_in() -> Talk:
    """Up to the ticks of the first session."""
    return opening(begun()).tap("2026-11-20T19:00", "21:00").say("文化礼堂")


def at_votes() -> Talk:
    """Up to how many had left; 226 came."""
    return item(met(226).close(), "村道硬化筹资", "funds_labour", ()).tap("hands")


def at_resolution() -> Talk:
    """Up to the text of the resolution."""
    return item(met(226).close(), "村道硬化筹资", "funds_labour", (0, 201, 15, 10))


def at_review() -> Talk:
    """Up to whether the Party organisation discussed it."""
    return resolution(at_resolution()).close()


#: rule -> (how to get there, what is refused, what the words are given, what is taken instead)
REFUSALS: dict[str, tuple[Callable[[], Talk], Step, dict[str, Any], Step]] = {
    "request_none": (
        lambda: begun().tap("household_assembly", "committee", "villagers"), lambda t: t.tap(0), {}, lambda t: t.tap(96),
    ),
    "request_many": (
        lambda: begun().tap("household_assembly", "committee", "villagers"), lambda t: t.say("937"), {"total": 936},
        lambda t: t.say("九百三十六"),
    ),
    "chair_is_recorder": (
        lambda: begun().tap("household_assembly", "committee", "nobody", "p3"), lambda t: t.tap("p3"), {}, lambda t: t.tap("p2"),
    ),
    "notice_future": (
        lambda: begun().tap("household_assembly", "committee", "nobody", "p3", "p2"), lambda t: t.tap("2026-11-23"), {},
        lambda t: t.tap("2026-11-08"),
    ),
    "notice_after": (
        lambda: opening(begun()), lambda t: t.tap("2026-11-07T19:00"),
        {"notified": "2026-11-08", "held": "2026-11-07"}, lambda t: t.tap("2026-11-20T19:00"),
    ),
    "future": (
        lambda: opening(begun()), lambda t: t.tap("2026-11-22T19:31"), {}, lambda t: t.tap("2026-11-22T18:00"),
    ),
    "order": (
        lambda: session(opening(begun()), range(9)).add(), lambda t: t.tap("2026-11-20T18:00"), {"first": "2026-11-20T19:00"},
        lambda t: t.tap("2026-11-20T19:00"),
    ),
    "too_long": (
        lambda: opening(begun()).tap("2026-11-20T19:00"), lambda t: t.tap("18:00"), {"from": "2026-11-20T19:00"},
        lambda t: t.tap("21:00"),
    ),
    "same_time": (
        lambda: opening(begun()).tap("2026-11-20T19:00"), lambda t: t.tap("19:00"), {"from": "2026-11-20T19:00"},
        lambda t: t.tap("21:00"),
    ),
    "not_over": (
        lambda: opening(begun()).tap("2026-11-22T19:00"), lambda t: t.tap("19:31"), {"to": "2026-11-22T19:31"},
        lambda t: t.tap("19:30"),
    ),
    "nobody": (at_sign_in, lambda t: t.close(), {}, lambda t: t.tick([0]).close()),
    "left_over": (at_votes, lambda t: t.tap(227), {"came": 226}, lambda t: t.tap(0)),
    "votes_over": (
        lambda: at_votes().tap(0, 201), lambda t: t.tap(26), {"votes": 227, "in_room": 226}, lambda t: t.tap(25),
    ),
    "votes_under": (
        lambda: at_votes().tap(0, 201, 15, 9), lambda t: t.tap(0), {"votes": 225, "in_room": 226, "short": 1},
        lambda t: t.tap(1),
    ),
    "due_before": (
        lambda: at_resolution().say("同意筹资。").tap("p4"), lambda t: t.tap("2026-11-19"), {"held": "2026-11-20"},
        lambda t: t.tap("2026-11-20"),
    ),
    "reviewed_late": (
        lambda: at_review().tap(True), lambda t: t.tap("2026-11-21"), {"held": "2026-11-20"}, lambda t: t.tap("2026-11-20"),
    ),
    "read_first": (lambda: at_review().tap(True, "2026-11-05"), lambda t: t.tap("not_yet"), {}, lambda t: t.tap("aloud")),
}  # fmt: skip
ELSEWHERE = {"twice_counted", "not_proxy"}  # tested below and in test_minutes_votes.py


@pytest.mark.parametrize("rule", sorted(REFUSALS))
def test_a_refusal_and_the_way_on(rule: str) -> None:
    """Nothing is kept of a refused answer, its words get their arguments, and the next answer is taken."""
    there, wrong, args, right = REFUSALS[rule]
    talk = there()
    before, asked = talk.draft.dumps(), talk.asked
    wrong(talk)
    assert talk.refused == f"minutes--{rule}"
    assert talk.screen.problem is not None
    assert dict(talk.screen.problem.args) == args
    assert (talk.draft.dumps(), talk.asked) == (before, asked)
    right(talk)
    assert (talk.refused, talk.draft.dumps() == before) == ("", False)


def every_rule(level: Level, weight: str) -> Iterator[str]:
    """Keys of the rules of *weight* of a form."""
    for check in level.checks:
        if check.rule.weight == weight:
            yield check.rule.key
    for entry in level.entries:
        for check in entry.checks:
            if check.rule.weight == weight:
                yield check.rule.key
        if entry.inner is not None:
            yield from every_rule(entry.inner, weight)


def test_no_rule_of_the_form_is_left_untested() -> None:
    """A new rule without a test of its refusal is found here."""
    assert set(every_rule(registry()["minutes"].plan.root, "refuse")) == set(REFUSALS) | ELSEWHERE


def test_refusals_and_recoveries_in_one_evening(rewrite_golden: bool) -> None:
    """One golden conversation in which hardly anything goes right at first."""
    talk = begun()
    talk.say("随便").tap("no_such_kind", "household_assembly").tap("town", "committee", "villagers")
    talk.say("三十多", "一千", "96").tap("p3", "p3", "p2").say("2月30日", "昨天").goto("notified_on").say(
        "11月8号"
    ).close()
    talk.do("tick", {"value": "door", "on": True}, talk.screen.at).close()
    talk.say("后天晚上七点", "前天晚上七点", "18点", "21:00").say("", "文化礼堂").say(
        "9999", "1-1到5-8"
    ).close()
    talk.close().photo().close().close()
    talk.say("好", "村道硬化筹资").say("没有这一类", "筹资筹劳").tap("funds_labour").say("说不准", "没有")
    talk.say("每户筹资200元。", "大家都发了言，没有不同意见。").tap("hands").say(
        "二百零九", "0", "105", "一百零四", "98", "-5", "5"
    )
    talk.say("同意每户筹资200元。", "<b>李某某</b>").tap("p4").say("去年", "明年3月31日").close().close()
    talk.tap(True).say("11月21日", "11月5日").tap("not_yet", "aloud").send()
    assert talk.turn.sent is not None
    assert talk.sent.answers["agenda"][0]["result"] == "passed"
    check_golden("minutes.refusals", talk, rewrite_golden)


# ------------------------------------------------------------------------------------------ kinds of answer

LONG = "好" * 4096
KINDS_OF_ANSWER: list[tuple[str, Callable[[], Talk], Step, str]] = [
    ("choice, none of them", begun, lambda t: t.tap("party"), "problem-choice_gone"),
    ("choice, a list", begun, lambda t: t.tap(["talk"]), "problem-choice_gone"),
    ("choice, nothing to skip", begun, lambda t: t.skip(), "problem-required"),
    ("choice that is not offered here", lambda: begun().tap("collective"), lambda t: t.tap("adults"), "problem-choice_gone"),
    ("number, words", at_votes, lambda t: t.say("三十多"), "reading-"),
    ("number, negative", at_votes, lambda t: t.tap(-1), "problem-negative"),
    ("number, 2^63", at_votes, lambda t: t.tap(2**63), "problem-too_large"),
    ("number, 1e309", at_votes, lambda t: t.say("1e309"), "reading-"),
    ("number, a truth", at_votes, lambda t: t.tap(True), "problem-wrong_kind"),
    ("number, a fraction", at_votes, lambda t: t.tap(1.5), "problem-wrong_kind"),
    ("person, not a name", lambda: at_resolution().say("同意筹资。"), lambda t: t.tap({"name": "<b>1</b>"}), "problem-not_a_name"),
    ("person, unknown id", lambda: at_resolution().say("同意筹资。"), lambda t: t.tap("p77"), "problem-choice_gone"),
    ("day, 2月30日", lambda: at_resolution().say("同意筹资。").tap("p4"), lambda t: t.say("2月30日"), "reading-"),
    ("day, no such", lambda: at_resolution().say("同意筹资。").tap("p4"), lambda t: t.tap("2026-02-30"), "problem-no_such_day"),
    ("moment, nonsense", lambda: opening(begun()), lambda t: t.tap("2026-11-20"), ""),
    ("moment, a zone", lambda: opening(begun()), lambda t: t.tap("2026-11-20T19:00+08:00"), "problem-wrong_kind"),
    ("moment, words", lambda: opening(begun()), lambda t: t.say("不记得了"), "reading-"),
    ("time, 25:00", lambda: opening(begun()).tap("2026-11-20T19:00"), lambda t: t.tap("25:00"), "problem-wrong_kind"),
    ("text, empty", lambda: met(226).close(), lambda t: t.say("  "), "problem-empty"),
    ("text, short", lambda: met(226).close(), lambda t: t.say("路"), "problem-too_short"),
    ("text, 4,096 characters", lambda: met(226).close(), lambda t: t.say(LONG), "problem-too_long"),
    ("text, only NUL and a lone surrogate", lambda: met(226).close(), lambda t: t.say("\x00\ud800"), "problem-empty"),
    ("several, none chosen", lambda: begun().tap("household_assembly", "committee", "nobody", "p3", "p2")
     .tap("2026-11-08"), lambda t: t.close(), "problem-required"),
    ("several, a stranger", lambda: begun().tap("household_assembly", "committee", "nobody", "p3", "p2")
     .tap("2026-11-08"), lambda t: t.tap(["door", "drone"]), "problem-choice_gone"),
    ("photo, words instead", lambda: at_sign_in().tick([0]).close(), lambda t: t.say("没有照片"), "problem-photo_wanted"),
    ("photo, none yet", lambda: at_sign_in().tick([0]).close(), lambda t: t.close(), "problem-photo_wanted"),
    ("photo, not one of ours", lambda: at_sign_in().tick([0]).close(), lambda t: t.tap([{"name": "a.jpg"}]), "problem-wrong_kind"),
    ("photo where a number is asked", at_votes, lambda t: t.do("file", {"hash": "x", "name": "a.jpg"}),
     "problem-file_later"),
    ("roster, no such house", at_sign_in, lambda t: t.say("9999"), "reading-no_such_row"),
    ("roster, a name twice", at_sign_in, lambda t: t.say("户代表"), "problem-several_rows"),
    ("roster, an answer instead of ticks", at_sign_in, lambda t: t.tap("iiii"), "problem-press_button"),
    ("roster, a row beyond", at_sign_in, lambda t: t.tick([312]), "problem-choice_gone"),
    ("roster, heads where houses count", at_sign_in, lambda t: t.tick([0], "2"), "problem-choice_gone"),
    ("roster, skipped", at_sign_in, lambda t: t.skip(), "problem-late"),
    ("list, words", lambda: met(226), lambda t: t.say("不知道"), "problem-press_button"),
    ("yes or no, a number", at_review, lambda t: t.tap(1), "problem-wrong_kind"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "there", "wrong", "key"), KINDS_OF_ANSWER, ids=[row[0] for row in KINDS_OF_ANSWER]
)
def test_every_kind_of_answer_refuses_in_words(
    what: str, there: Callable[[], Talk], wrong: Step, key: str
) -> None:
    """A refused answer leaves the draft as it was and has words; a reading one names what was not understood."""
    talk = there()
    before = talk.draft.dumps()
    wrong(talk)
    if not key:
        assert talk.refused == "", "a day alone is a moment of that day"
        return
    assert talk.refused.startswith(key)
    assert talk.draft.dumps() == before
    assert talk.screen.problem is not None
    assert [lang for lang in LANGS if not TEXTS.has(talk.refused, lang)] == []


def test_markup_and_control_characters_are_kept_as_text() -> None:
    """<b>, & and _*[ are words like others; NUL and lone surrogates are taken out."""
    talk = met(226).close().say("<b>修路</b> & _*[\x00\ud800村道")
    assert talk.draft.answers["agenda"][0]["title"] == "<b>修路</b> & _*[村道"


def test_an_empty_roster_says_who_can_help() -> None:
    """Without households nobody can sign in: the form says so and keeps the draft."""
    supplies = {
        "village": {"groups": [], "parts": [], "adults": 0, "representatives": 0},
        "roster": {"should": 0, "rows": []},
    }
    talk = (
        opening(Talk("minutes", supplies=supplies)).tap("2026-11-20T19:00", "21:00").say("文化礼堂").close()
    )
    assert (talk.refused, talk.asked) == ("problem-empty_roster", "session.attend")


def test_a_household_in_two_sessions_is_found_before_sending() -> None:
    """However it came into the draft, the list of sessions is not complete with it."""
    talk = opening(begun())
    session(talk, range(120))
    session(talk.add(), range(120, 220), at="2026-11-21T19:00")
    answers = json.loads(json.dumps(talk.draft.answers))
    answers["session"][1]["attend"] = "i" + answers["session"][1]["attend"][1:]
    talk.turn = replace(talk.turn, draft=replace(talk.draft, answers=answers))
    talk.close()
    assert (talk.refused, talk.screen.problem and talk.screen.problem.args) == (
        "minutes--twice_counted",
        {"count": 1},
    )


def test_late_buttons_change_nothing() -> None:
    """An answer to an earlier question, another row's button, an old 添加: the live question is shown again."""
    talk = at_votes()
    before = talk.draft.dumps()
    late: list[tuple[str, tuple[str, ...], Any]] = [
        ("answer", ("meeting_kind",), "talk"), ("answer", ("agenda", "r99", "title"), "x"), ("add", ("session", "+", "0"), None),
        ("answer", ("nowhere",), 1), ("tick", ("session", "r1", "attend"), {"rows": [0], "mark": "-"}),
    ]  # fmt: skip
    for kind, at, value in late:
        turn = advance(talk.plan, Draft.from_json(talk.draft.to_json()), Event(kind, at, value), talk.facts)  # type: ignore[arg-type]
        assert (turn.changed, turn.draft.dumps()) == (False, before)
        assert turn.screen.problem is not None
        assert turn.screen.problem.key in ("problem-late", "problem-late_answered")


def test_back_goes_through_rows_and_lists() -> None:
    """上一步 from the vote leads back question by question; an answer given again goes on where it was."""
    talk = at_votes()
    asked = [talk.asked]
    for _ in range(6):
        talk.do("back")
        asked.append(talk.asked)
    assert asked == [
        "agenda.ballot.left", "agenda.way", "agenda.discussion", "agenda.plan", "agenda.conflict", "agenda.category", "agenda.title",
    ]  # fmt: skip
    assert talk.say("村道硬化").asked == "agenda.ballot.left"


def test_the_category_decides_again_when_it_is_changed() -> None:
    """Changed to a matter of the collective the votes go quiet; changed back they are there."""
    talk = at_review().tap(True, "2026-11-05", "aloud")
    row = talk.draft.answers["agenda"][0]["_"]
    talk.goto("agenda", row, "category").tap("land_contract")
    assert talk.said["ripple"]["quiet"] > 0
    assert talk.screen.kind == "summary"
    assert "minutes-party_reviewed" not in [line.key for line in talk.screen.lines]
    talk.goto("agenda", row, "category").tap("planning")
    assert talk.send().sent.answers["agenda"][0]["yes"] == 201
    assert talk.sent.answers["party_review_date"] == "2026-11-05"


def test_the_day_of_the_party_review_is_written() -> None:
    """No quick day: today and yesterday lie after the meeting, where they can only be refused."""
    talk = at_review().tap(True)
    assert (talk.asked, talk.screen.options) == ("party_review_date", ())
    assert talk.say("11月21日").refused == "minutes--reviewed_late"
    assert talk.say("11月5日").draft.answers["party_review_date"] == "2026-11-05"


def test_a_cadre_out_in_the_hills_comes_back_days_later() -> None:
    """Begun the day after the meeting, sent nine days after it: the late entry has its reason, nothing was lost."""
    talk = at_review()
    talk.at("2026-11-29T19:30").tap(True, "2026-11-05", "aloud")
    assert talk.asked == "backfill_reason"
    talk.say("下乡没有信号").send()
    assert talk.sent.answers["backfill_reason"] == "下乡没有信号"


@pytest.mark.parametrize("said", ["10人", "十人", "10（人）", "10个人", "10名"])
def test_people_are_no_households(said: str) -> None:
    """Where the meeting is counted by households, a number of people is refused with the unit that is asked for."""
    talk = at_votes().say(said)
    assert (talk.asked, talk.refused) == ("agenda.ballot.left", "reading-counts_households")
    assert "3户" in TEXTS.text(talk.refused, LANGS[0], text=said, kind="number")
    talk.say("10户")
    assert talk.draft.answers["agenda"][0]["ballot"][0]["left"] == 10


def test_households_are_no_people() -> None:
    """Ninety-six who ask for a meeting are people."""
    talk = begun().tap("household_assembly", "committee", "villagers").say("96户")
    assert (talk.asked, talk.refused) == ("request_n", "reading-counts_people")
    assert talk.say("96人").asked == "chair"
