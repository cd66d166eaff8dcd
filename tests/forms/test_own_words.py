"""The question's own words round an answer are left aside, and turn nothing around."""

from __future__ import annotations

import pytest

from bot.forms.core import typed
from bot.forms.core.draft import Facts
from bot.forms.core.plan import Entry, Env, Plan, Scope
from bot.forms.core.reading import Outcome, Read
from bot.forms.registry import registry
from bot.texts import LANGS, Texts
from tests.forms.test_words import entries

TEXTS = Texts(strict=True)


def asked() -> dict[str, tuple[Plan, Entry]]:
    """Every question of every form and act, by its words."""
    plans = [
        plan
        for kind in registry()
        for plan in (kind.plan, *(step.plan for step in kind.transitions.values()))
    ]
    return {entry.words: (plan, entry) for plan in plans for entry in entries(plan.root)}


QUESTIONS = asked()


def answered(words: str, text: str, lang: str = "zh-Hans") -> Outcome:
    """What *text* means under the question, put in *lang*."""
    plan, entry = QUESTIONS[words]
    live = {"labels": {words: TEXTS.text(words, lang)}, "today": "2026-11-18", "now": "2026-11-18T10:00"}
    return typed.read(entry, text, Scope(plan.root, {}, Env(Facts(live), (), 1)))


@pytest.mark.parametrize(
    ("words", "lang", "text", "wanted"),
    [
        ("commitment-meeting_member-yes", "zh-Hans", "赞成201票", 201),
        ("commitment-meeting_member-yes", "zh-Hans", "201票赞成", 201),
        ("commitment-meeting_member-yes", "zh-Hant", "贊成201票", 201),
        ("commitment-meeting_member-no", "zh-Hans", "3票反对", 3),
        ("commitment-meeting_member-should", "zh-Hans", "应到会党员30名", 30),
        ("minutes-notified_on", "zh-Hans", "8号发的通知", "2026-11-08"),
        ("minutes-notified_on", "zh-Hans", "11月8号发的", "2026-11-08"),
        ("commitment-meeting_member-present", "zh-Hans", "都没来", 0),
        ("commitment-meeting_member-present", "zh-Hans", "一个都没来", 0),
        ("monthly_report-present", "zh-Hans", "没人来", 0),
    ],
)
def test_words_of_the_question(words: str, lang: str, text: str, wanted: int | str) -> None:
    """People answer in the words they were asked with."""
    assert answered(words, text, lang) == Read(wanted)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("commitment-meeting_member-yes", "反对3票"),
        ("commitment-meeting_member-yes", "不赞成3票"),
        ("commitment-meeting_member-yes", "都没来"),
        ("commitment-meeting_member-no", "赞成3票"),
        ("monthly_report-visits", "都没来"),
        ("minutes-notified_on", "8号没发"),
    ],
)
def test_another_word_is_not_left_aside(words: str, text: str) -> None:
    """What the question does not say, or says the other way round, is refused."""
    assert not isinstance(answered(words, text), Read)


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_of_every_question_can_be_had(lang: str) -> None:
    """A question for a number or a day stands by itself: its words need no arguments."""
    for words, (_, entry) in QUESTIONS.items():
        if entry.kind in ("integer", "decimal", "date") and TEXTS.has(words, lang):
            assert TEXTS.text(words, lang)
