"""An act whose time has not come or is over: never offered, and where an old button is pressed, refused in words at once."""

from __future__ import annotations

import pytest

from bot.kept import Filter
from bot.texts import LANGS, Texts
from tests.handlers.chat import Bubble, Chat
from tests.handlers.test_commitment import (
    Year,
    answer,
    check,
    open_record,
    state,
    tally,
    to_force,
    to_meetings,
    to_notice,
    year,
)
from tests.handlers.test_minutes import Evening, evening, to_summary

__all__ = ["evening", "year"]


async def pressed(chat: Chat, name: str) -> Bubble:
    """An old button of the newest commitment."""
    heads = await chat.house.store.unit().records.heads(Filter(type="commitment"), limit=1)
    return await chat.press(f"a:{name}:{heads[0].id}", 1)


def labels(shown: Bubble) -> set[str]:
    """What may be pressed."""
    return {label for label, _ in shown.buttons}


async def drafts(chat: Chat, person: str) -> int:
    """How many forms this person has open."""
    return len(await chat.house.store.unit().drafts.open_of(person))


async def test_an_appraisal_before_the_checks_is_refused_at_once(year: Year) -> None:
    """Which quarters are missing, from when on it may be done all the same, and the record as it stands."""
    await to_force(year)
    await check(
        year, year.clerk, "2026-03-30", "按期", "按期", "按期", "村民代表认可", "跳过", "季度对照检查"
    )
    assert "年终评诺" not in labels(await open_record(year.clerk))
    said = await pressed(year.clerk, "final")
    assert said.text.startswith(
        "2026年还不能评诺：2026年第二季度、2026年第三季度、2026年第四季度还没有对照检查。"
        "查齐了就能评；2027年1月16日（周六）起，没查齐的写明原因也能评。"
    ), said.text
    assert "已生效" in said.text
    assert "季度对照检查" not in labels(said), "the first quarter is checked, the second has not begun"
    assert await drafts(year.clerk, "clerk") == 0
    said = await pressed(year.clerk, "check")
    assert said.text.startswith("到今天为止的季度都检查过了。接下来检查 2026年第二季度。"), said.text

    year.days.today = "2027-01-16"
    assert "年终评诺" in labels(await open_record(year.clerk))
    assert "没有检查。请写一句原因" in (await year.clerk.tap("年终评诺")).text


async def test_what_was_done_is_not_done_again(year: Year) -> None:
    """Who did it and when, where the record has moved on; what is missing, where it has not."""
    await to_meetings(year)
    said = await pressed(year.clerk, "view")
    assert said.text.startswith("“审诺”已由赵某某在 2026年1月12日 10:00 办过了，不用再办。"), said.text
    assert "待会议表决" in said.text
    said = await pressed(year.clerk, "settle")
    assert said.text.startswith("这份记录现在是“待会议表决”，不能办“处理异议”。"), said.text
    year.days.today = "2026-01-19"
    await tally(year.officer, "登记党员大会", "1月18日", "46", "41", "40", "1", "0 票")
    said = await pressed(year.officer, "meeting_member")
    assert said.text.startswith("党员大会已经登记过了，不用再登记。"), said.text
    assert "登记村民代表会议" in labels(said), "and here is what is left to do"


async def test_a_notice_that_still_hangs_says_until_when(year: Year) -> None:
    """The day stands in the refusal."""
    await to_notice(year)
    year.days.today = "2026-01-27"
    assert "公示期满生效" not in labels(await open_record(year.secretary))
    said = await pressed(year.secretary, "take_effect")
    assert said.text.startswith("公示到 1月27日（周二） 为止，过了这一天才能登记生效。"), said.text
    assert await state(year) == "notice"
    year.days.today = "2026-01-28"
    await pressed(year.secretary, "take_effect")
    assert await state(year) == "effective"
    said = await pressed(year.secretary, "take_effect")
    assert said.text.startswith("“公示期满生效”已由张某某在 2026年1月28日 10:00 办过了"), said.text


async def test_a_form_somebody_else_was_quicker_with_is_put_away(year: Year) -> None:
    """Two clerks register the same meeting: the second is told at their next answer, and no form is left behind."""
    await to_meetings(year)
    year.days.today = "2026-01-19"
    await open_record(year.secretary)
    await year.secretary.tap("登记党员大会")
    await tally(year.officer, "登记党员大会", "1月18日", "46", "41", "40", "1", "0 票")
    said = await answer(year.secretary, "1月18日")
    assert said.text.startswith("党员大会已经登记过了，不用再登记。"), said.text
    assert await drafts(year.secretary, "secretary") == 0
    assert "没有看懂" not in (await year.secretary.say("46")).text, "the chat is not left in that form"


async def test_the_chair_who_signed_on_paper_meanwhile(evening: Evening) -> None:
    """The chair opens the signature, the clerk uploads the paper: the chair's button, and 接着填, say so."""
    officer, chair = evening.chats["officer"], evening.chats["convener"]
    await to_summary(officer)
    await officer.tap("提交")
    record = await evening.record()
    await chair.press(f"a:confirm_chair:{record.id}", 1)
    await chair.tap("稍后再签")
    await officer.tap("查看")
    await officer.tap("上传主持人签字")
    await officer.send(officer.file("签字.pdf", "application/pdf", 300))
    await officer.tap("完成")
    for label, data in officer.last.buttons:
        if data.endswith(":!"):
            await officer.tap(label)
            break
    assert [one.name for one in (await evening.record()).acts] == ["submit", "confirm_chair_paper"]
    said = await chair.tap("接着填")
    assert said.text.startswith("主持人已经签过字了，不用再签。"), said.text
    said = await chair.press(f"a:confirm_chair:{record.id}", 1)
    assert said.text.startswith("主持人已经签过字了，不用再签。"), said.text
    assert "接着填" not in str((await chair.say("/menu")).buttons)


@pytest.mark.parametrize("lang", LANGS)
async def test_every_guard_has_words(year: Year, lang: str) -> None:
    """Whatever a person can be barred from says why."""
    texts = Texts()
    assert [
        f"{kind.id}-not-{name}"
        for kind in year.house.services.registry
        for name, step in kind.transitions.items()
        if step.guard is not None and not step.transition.who.system
        if not texts.has(f"{kind.id}-not-{name}", lang)
    ] == []
