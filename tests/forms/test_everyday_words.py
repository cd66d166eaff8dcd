"""Everyday words for a choice (打工 for 务工): no two options share one by accident, and people get what they mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any

import pytest

from bot.forms.core import typed
from bot.forms.core.draft import Facts
from bot.forms.core.model import Field
from bot.forms.core.plan import Entry, Env, Plan, Scope
from bot.forms.core.reading import Ambiguous, Outcome, Read, fold
from bot.forms.registry import registry
from bot.texts import EN, LANGS, ZH_HANS, ZH_HANT, Texts
from tests.forms.play import CLERK, Talk, person
from tests.forms.test_words import entries

TEXTS = Texts(strict=True)


def asked() -> Iterator[tuple[Plan, Entry]]:
    """Every question with fixed choices, of every form and act."""
    for kind in registry():
        for plan in (kind.plan, *(step.plan for step in kind.transitions.values())):
            for entry in entries(plan.root):
                fixed = entry.kind in ("select_one", "select_multiple") and entry.options is None
                if fixed and isinstance(entry.item, Field) and entry.item.calculation is None:
                    yield plan, entry


QUESTIONS = {entry.words: (plan, entry) for plan, entry in asked()}
#: Words that two options of a question share on purpose, and the two: the person is asked which.
SHARED = """
check_in-job_kind           business|flexible                     摆摊 摆地摊
check_in-host_why_not       none_nearby|not_known                 没找到 找不到 没有找到 couldnotfindone cannotfindone
check_in-certificate        later|none                            没有 没
check_in-life_items         class|online                          线上党课
commitment-meeting_villager-mode assembly_households|representatives 代表大会
commitment-check-results-result done|on_time  按期完成 按期完成了 按时完成 按时完成了 如期完成
commitment-check-results-result late|on_time  在做 在办 在干 在搞 在推进 正在做 正在办 正在推进 正在进行 进行中 推进中 办理中 还在做 还在办 underway inprogress ongoing
commitment-check-results-result late|not_started 没完成 没有完成 未完成 还没完成 没办好 还没办好 没做好 没做到 没有做到 notdone
monthly_report-planned-state going|not_started 没完成 没有完成 未完成 还没完成 尚未完成 没办好 没有办好 还没办好 没做好 没有做好 还没做好 notdone
minutes-meeting_kind        household_assembly|representatives    代表会议 代表会 代表大会
minutes-meeting_kind        collective|group                      社员会 社员大会
minutes-caller              branch|committee                      村两委 两委
minutes-caller              board|group_head                      社长
minutes-agenda-category     collective_income|shares              收益分配 分红 dividends
minutes-read_back aloud|changed 宣读了 宣读过 宣读过了 念了 念过 念过了 读了 读过 读过了 当场念了 当场宣读了 是 是的 有 对 嗯 readout readaloud read yes
"""  # noqa: E501


def shared() -> dict[tuple[str, str], str]:
    """(question, word as it is compared) -> its options."""
    lines = [line.split() for line in SHARED.strip().splitlines()]
    return {(line[0], word): line[1] for line in lines for word in line[2:]}


def said_for(key: str, lang: str) -> list[str]:
    """What else people say for an option."""
    also = TEXTS.text(f"{key}.also", lang) if TEXTS.has(f"{key}.also", lang) else ""
    return [one.strip() for one in also.replace("、", ",").split(",") if one.strip()]


def labels(plan: Plan, lang: str = ZH_HANS) -> dict[str, str]:
    """The words of every choice of a form, as the world hands them to a turn."""
    keys = [
        f"{entry.words}-{value}{more}"
        for entry in entries(plan.root)
        for value in [value for value, _ in entry.choices] or ["yes", "no"]
        for more in ("", ".also")
    ]
    return {key: TEXTS.text(key, lang) for key in keys if TEXTS.has(key, lang)}


def answered(words: str, text: str, lang: str = ZH_HANS) -> Outcome:
    """What *text* means where no condition closes an option of the question."""
    plan, entry = QUESTIONS[words]
    entry = copy(entry)
    entry.choices, entry.static = tuple((value, None) for value, _ in entry.choices), None
    live: dict[str, Any] = {
        "labels": labels(plan, lang),
        "today": "2026-11-18",
        "now": "2026-11-18T10:00",
    }
    return typed.read(entry, text, Scope(plan.root, {}, Env(Facts(live), (), 1)))


def written(outcome: Outcome) -> str:
    """An outcome as everyday.tsv writes it: ``a``, ``a+b`` of several ticks, ``a|b`` where it is asked, ``-`` refused."""
    found = [outcome.value] if isinstance(outcome, Read) else []
    found = list(outcome.values) if isinstance(outcome, Ambiguous) else found
    return "|".join("+".join(one) if isinstance(one, list) else one for one in found) or "-"


def spoken_in(text: str) -> str:
    """The language of a phrase: traditional where simplified writing lacks a character of it."""
    if text.isascii():
        return EN
    return ZH_HANT if text != text.encode("gb2312", "ignore").decode("gb2312") else ZH_HANS


def phrases() -> list[tuple[str, str, str]]:
    """The lines of everyday.tsv."""
    lines = (Path(__file__).parent / "everyday.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(words, text, wanted) for words, text, wanted in rows]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("words", sorted(QUESTIONS))
def test_no_two_options_share_a_word_by_accident(words: str, lang: str) -> None:
    """A word of one option is no label and no word of another, save those that are asked about on purpose."""
    meant: dict[str, set[str]] = defaultdict(set)
    for value, _ in QUESTIONS[words][1].choices:
        for said in (TEXTS.text(f"{words}-{value}", lang), *said_for(f"{words}-{value}", lang)):
            meant[fold(said)].add(value)
    doubled = {word: "|".join(sorted(of)) for word, of in meant.items() if len(of) > 1}
    wanted = {word: of for (question, word), of in shared().items() if question == words}
    assert doubled == {word: of for word, of in wanted.items() if word in doubled}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("words", sorted(QUESTIONS))
def test_every_word_means_its_option(words: str, lang: str) -> None:
    """Typed alone, each word is its option's, or is asked about where two share it; no option goes without."""
    for value, _ in QUESTIONS[words][1].choices:
        said = said_for(f"{words}-{value}", lang)
        assert said, (words, value)
        for word in said:
            both = shared().get((words, fold(word)), value)
            assert set(written(answered(words, word, lang)).split("|")) == set(both.split("|")), word


@pytest.mark.parametrize(("words", "text", "wanted"), phrases())
def test_people_say_it_their_own_way(words: str, text: str, wanted: str) -> None:
    """What is typed means the option of the table, or is asked about or refused as it says."""
    assert written(answered(words, text, spoken_in(text))) == wanted


def test_the_table_is_wide() -> None:
    """All four types, many that are read, and many that must not be read as one option."""
    kinds = Counter(words.partition("-")[0] for words, _, _ in phrases())
    assert min(kinds[name] for name in ("check_in", "commitment", "monthly_report", "minutes")) >= 20
    unclear = [text for _, text, wanted in phrases() if wanted == "-" or "|" in wanted]
    assert len(phrases()) - len(unclear) >= 120
    assert len(unclear) >= 30


def test_minutes_are_begun_in_everyday_words() -> None:
    """The words of a newcomer, typed: kept as the options they mean; what is shared is asked about."""
    talk = Talk("minutes", labels=labels(registry()["minutes"].plan), supplies={"law": {}, "village": {}})
    talk.say("代表会议")
    assert talk.draft.pending is not None
    assert talk.draft.pending["kind"] == "which"
    talk.say("户代表会")
    assert talk.draft.answers["meeting_kind"] == "household_assembly"
    assert talk.asked == "caller"
    talk.say("不是村委会")
    assert talk.refused == "reading-no_such_choice"
    talk.say("村委会")
    assert talk.draft.answers["caller"] == "committee"


def test_a_check_in_in_everyday_words() -> None:
    """好的, 第一次, 在外打工, 没编: consent, kind, work and branch as somebody from a building site says them."""
    member = person("p7", "王某某", "member", title="流动党员")
    talk = Talk(
        "check_in", member, labels=labels(registry()["check_in"].plan), supplies={"last": {}}, subject="p7"
    )
    talk.say("好的", "第一次", "宁波鄞州区", "我在外面打工的").skip().say("没换")
    answers = talk.draft.answers
    assert (answers["checkin_kind"], answers["job_kind"], answers["mobile_changed"]) == (
        "first",
        "labour",
        False,
    )
    talk.say("没编", "太忙了")
    assert (talk.draft.answers["host_joined"], talk.draft.answers["host_why_not"]) == (False, "no_time")


@pytest.mark.parametrize(
    ("said", "kept"), [("办好了", "done"), ("还没做完呢", "going"), ("没顾上", "not_started")]
)
def test_the_plan_of_last_month_in_everyday_words(said: str, kept: str) -> None:
    """What became of it, as it is told."""
    last = {
        "next_plan": [
            {"_": "a", "item": "修好路灯", "due": "2026-10-31", "owner": {"id": "p4", "name": "李某某"}}
        ]
    }
    talk = Talk(
        "monthly_report", CLERK, period="2026-10", labels=labels(registry()["monthly_report"].plan),
        supplies={"last": last, "counts": {}, "quarter": {}},
    )  # fmt: skip
    assert talk.asked == "planned.state"
    talk.say("没办好")
    assert talk.draft.answers["planned"][0].get("state") is None
    talk.say(said)
    assert talk.draft.answers["planned"][0]["state"] == kept


@pytest.mark.parametrize(
    ("lang", "please"),
    [
        (ZH_HANS, "请答“换了”或“没换”。"),
        (ZH_HANT, "請答「換了」或「沒換」。"),
        (EN, "Please answer “Yes, changed” or “No, the same”."),
    ],
)
@pytest.mark.parametrize("said", ["清溪村", "可能换了"])
def test_a_refused_yes_or_no_names_the_two_buttons(lang: str, please: str, said: str) -> None:
    """Not 是 or 否 where the buttons are 换了 and 没换."""
    plan = registry()["check_in"].plan
    member = person("p7", "王某某", "member", title="流动党员")
    talk = Talk("check_in", member, labels=labels(plan, lang), supplies={"last": {}}, subject="p7")
    talk.tap("v1", "first", "330212", "labour").skip().say(said)
    assert talk.screen.problem is not None
    shown = TEXTS.text(talk.refused, lang, **talk.screen.problem.args)
    assert shown.endswith(please)
    assert "是还是否" not in shown
    assert "yes or no" not in shown
