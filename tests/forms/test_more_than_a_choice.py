"""Typed words in which a choice stands among others: nothing that was said is lost, and nobody else's answer is taken."""

from __future__ import annotations

import pytest

from bot.forms.core.draft import Draft
from bot.texts import Texts
from tests.forms.play import TOWN, Talk, kept
from tests.forms.test_check_in import again, at_dues, nothing_else

TEXTS = Texts(strict=True)
REASONS = {f"act-return-marks-reason-{one}": TEXTS.text(f"act-return-marks-reason-{one}", "zh-Hans")
           for one in ("missing", "unclear", "wrong", "proof", "other")}  # fmt: skip
WORK = {f"check_in-job_kind-{one}": TEXTS.text(f"check_in-job_kind-{one}", "zh-Hans")
        for one in ("labour", "business", "study", "family", "flexible", "other")}  # fmt: skip


def returning() -> Talk:
    """The township at 为什么？ of a report it returns."""
    record = kept(nothing_else(at_dues().tap("2026-10")).send())
    markable = [{"value": "employer", "label": "从业单位"}]
    return Talk("check_in/return", TOWN, record=record, markable=markable, labels=REASONS).tap("employer")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("数不对，应为32", "wrong"),
        ("數不對，應為32", "wrong"),
        ("缺佐证和签名", "proof"),
        ("不清楚是哪天", "unclear"),
        ("二月的数不对，台账上是32户", "wrong"),
        ("数不对，缺佐证", "other"),  # two of them: the words say it
        ("数不对，不是30", "other"),
    ],
)
def test_a_reason_with_more_words_keeps_them_all(said: str, reason: str) -> None:
    """The reason is the one that was named, and the words as they were typed go to the filler."""
    talk = returning().say(said)
    (row,) = talk.draft.answers["marks"]
    assert (talk.refused, row["reason"], row["text"]) == ("", reason, said)
    assert (talk.screen.kind, talk.asked) == ("rows", "marks.1")  # the words are there: not asked for again
    assert ("echo-own" in talk.said) == (reason != "other")


@pytest.mark.parametrize("said", ["数不对", "就是数不对", "数不对的", "3", "第3个 数不对"])
def test_a_reason_and_nothing_else_asks_for_words(said: str) -> None:
    """What says no more than the button is the button."""
    talk = returning().say(said)
    (row,) = talk.draft.answers["marks"]
    assert (row["reason"], row.get("text"), talk.asked) == ("wrong", None, "marks.text")


def at_work() -> Talk:
    """现在做什么？"""
    talk = again().tap("change", ["work"])
    assert talk.asked == "job_kind"
    talk.live = {**talk.live, "labels": WORK}
    return talk


def work_of(draft: Draft) -> object:
    """What was stored."""
    return draft.answers.get("job_kind")


@pytest.mark.parametrize("said", ["停止务工", "务工结束了", "不再务工", "以前务工"])
def test_what_is_over_is_not_taken(said: str) -> None:
    """A choice that somebody says is over is not their answer."""
    talk = at_work()
    before = work_of(talk.draft)
    talk.say(said)
    assert (talk.refused, work_of(talk.draft)) == ("reading-no_such_choice", before)


@pytest.mark.parametrize(("said", "value"), [("老公务工", "labour"), ("儿子学习我陪读", "study")])
def test_what_may_be_somebody_elses_is_asked_about(said: str, value: str) -> None:
    """It is asked back with one button; a yes takes it."""
    talk = at_work()
    before = work_of(talk.draft)
    talk.say(said)
    assert talk.screen.kind == "which"
    assert work_of(talk.draft) == before
    assert "reading-ambiguous-this_choice" in talk.said
    assert work_of(talk.say("是的").draft) == value


def test_words_that_say_nothing_are_left_aside() -> None:
    """现在还是在外面务工呀 is 务工."""
    assert work_of(at_work().say("现在还是在外面务工呀").draft) == "labour"
