"""A yes or no in the question's own words: every form, every language, every word that stands on or beside its buttons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.forms.core import reading, typed
from bot.forms.core.draft import Facts
from bot.forms.core.model import Field
from bot.forms.core.plan import Entry, Env, Plan, Scope
from bot.forms.core.reading import Ambiguous, Outcome, Read
from bot.forms.registry import registry
from bot.texts import LANGS, ZH_HANS, Texts
from tests.forms.test_words import entries

TEXTS = Texts(strict=True)
NEGATIVE = ("不", "没", "沒", "未", "无", "無", "not ", "no ", "none", "neither")


def asked() -> Iterator[tuple[Plan, Entry]]:
    """Every yes-or-no question of every form and act."""
    for kind in registry():
        for plan in (kind.plan, *(step.plan for step in kind.transitions.values())):
            for entry in entries(plan.root):
                if (
                    entry.kind == "boolean"
                    and isinstance(entry.item, Field)
                    and entry.item.calculation is None
                ):
                    yield plan, entry


QUESTIONS = {entry.words: (plan, entry) for plan, entry in asked()}


def labels(words: str, lang: str) -> dict[str, str]:
    """The words on and beside the buttons, as the world hands them to a turn."""
    keys = [f"{words}-{side}{more}" for side in ("yes", "no") for more in ("", ".also")]
    return {key: TEXTS.text(key, lang) for key in keys if TEXTS.has(key, lang)}


def answered(words: str, text: str, lang: str = ZH_HANS) -> Outcome:
    """What *text* means for the question."""
    plan, entry = QUESTIONS[words]
    live = {"labels": labels(words, lang), "today": "2026-11-18", "now": "2026-11-18T10:00"}
    return typed.read(entry, text, Scope(plan.root, {}, Env(Facts(live), (), 1)))


def own_words(words: str, side: str, lang: str) -> list[str]:
    """The label of one side and what else is said for it."""
    key = f"{words}-{side}"
    if not TEXTS.has(key, lang):
        return []
    also = TEXTS.text(f"{key}.also", lang) if TEXTS.has(f"{key}.also", lang) else ""
    return [
        TEXTS.text(key, lang),
        *(one.strip() for one in also.replace("、", ",").split(",") if one.strip()),
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("words", sorted(QUESTIONS))
def test_no_question_is_put_the_wrong_way_round(words: str, lang: str) -> None:
    """What stands for yes never begins as a no and never reads as one, nor the other way round; each word means its side."""
    for side, wanted in (("yes", True), ("no", False)):
        for said in own_words(words, side, lang):
            first = said.replace("，", ",").partition(",")[0]
            for part in (said, first):
                assert reading.read_boolean(part) != Read(not wanted), (words, said)
            if wanted:
                assert not said.lower().startswith(NEGATIVE), (words, said)
            assert answered(words, said, lang) == Read(wanted), (words, said)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("words", sorted(QUESTIONS))
def test_general_words_mean_the_same_everywhere(words: str, lang: str) -> None:
    """是 and 不是, yes and no, 1 and 2 are what they are under every question."""
    for said, wanted in (("是", True), ("是的", True), ("不是", False), ("yes", True), ("no", False), ("1", True), ("2", False),
                         ("有", True), ("没有", False), ("對", True), ("不", False), ("👍", True)):  # fmt: skip
        assert answered(words, said, lang) == Read(wanted), (words, said)


@pytest.mark.parametrize(
    ("words", "said", "wanted"),
    [
        ("minutes-attest-related", "是", True), ("minutes-attest-related", "不是", False),
        ("minutes-attest-related", "可以见证", False), ("minutes-attest-related", "要回避", True),
        ("minutes-attest_paper-related", "是的", True),
        ("check_in-mobile_changed", "没换号", False), ("check_in-mobile_changed", "换了新号", True),
        ("check_in-mobile_changed", "換了新號", True), ("check_in-mobile_changed", "变了", True),
        ("check_in-mobile_changed", "不换", False), ("check_in-mobile_changed", "未换", False),
        ("check_in-mobile_changed", "没变", False), ("check_in-mobile_changed", "还是老号码", False),
        ("check_in-mobile_changed", "还是原来的", False),
        ("check_in-host_joined", "还没编入", False), ("check_in-host_joined", "没有参加过", False),
        ("check_in-host_joined", "编入了", True), ("check_in-host_joined", "已经编入了", True),
        ("check_in-need_help", "需要联系", True), ("check_in-need_help", "不用联系", False), ("check_in-need_help", "要", True),
        ("minutes-party_reviewed", "研究过", True), ("minutes-party_reviewed", "研究过了", True),
        ("minutes-party_reviewed", "没研究", False), ("minutes-party_reviewed", "没有研究过", False),
        ("minutes-agenda-ballot-same_text", "一样", True), ("minutes-agenda-ballot-same_text", "不一样", False),
        ("minutes-agenda-ballot-same_text", "一样的", True), ("minutes-agenda-charter_ok", "规定了", True),
        ("minutes-agenda-charter_ok", "没有规定", False), ("minutes-agenda-conflict", "没有利害关系", False),
    ],
)  # fmt: skip
def test_the_verb_of_the_question(words: str, said: str, wanted: bool) -> None:
    """People answer with the verb they were asked with."""
    assert answered(words, said) == Read(wanted)


def test_what_a_label_and_the_general_words_disagree_on_is_refused() -> None:
    """Nothing is guessed, and nothing is asked about with two buttons that are there already."""
    for words in QUESTIONS:
        for said in ("可能", "清溪村", "3", "是不是", "有没有"):
            assert not isinstance(answered(words, said), (Read, Ambiguous)), (words, said)


@pytest.mark.parametrize(
    "said", ["换了", "变了", "改了", "没换", "没变", "不换", "完成", "已完成", "办好了", "没办", "去了"]
)
def test_a_verb_answers_only_its_own_question(said: str) -> None:
    """改了 is no answer to 编入当地的党组织了吗？, and 完成 none to 还要再报一份吗？."""
    for words in QUESTIONS:
        if words != "check_in-mobile_changed":
            assert not isinstance(answered(words, said), Read), (words, said)
