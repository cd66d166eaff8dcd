"""What waits for somebody: everybody with an act to do sees it, the newest first, what waited too long behind a door."""

from __future__ import annotations

import pytest

from tests.handlers.hostile import watched
from tests.handlers.test_minutes import Evening, act, evening, to_summary
from tests.handlers.test_review import report

__all__ = ["evening"]


async def todo(evening: Evening, who: str) -> list[str]:
    """The records on somebody's list."""
    said = await evening.chats[who].say("/todo")
    return [label for label, data in said.buttons if data.startswith("r:view:")]


async def test_whoever_is_named_sees_what_waits_for_their_hand(evening: Evening) -> None:
    """Chair and witness have the minutes on their lists until they signed; who wrote them down, once they are filed."""
    officer = evening.chats["officer"]
    await to_summary(officer)
    await officer.tap("提交")
    assert [len(await todo(evening, who)) for who in ("convener", "supervisor", "officer", "clerk")] == [
        1,
        1,
        0,
        0,
    ]
    assert "待办 1 件" in [label for label, _ in (await evening.chats["convener"].say("/menu")).buttons]

    said = await act(evening, "supervisor", "见证签字", "不是，可以见证", "本人签字确认")
    assert "下一步：等主持人陈某某（议事长）签字，签了就送镇里备案。" in said.text
    assert [len(await todo(evening, who)) for who in ("convener", "supervisor")] == [1, 0]
    await act(evening, "convener", "主持人签字", "本人签字确认")
    assert [len(await todo(evening, who)) for who in ("convener", "officer", "clerk")] == [0, 0, 1]

    evening.on("2026-11-23", 10)
    await act(evening, "clerk", "予以备案", "跳过")
    waiting = await todo(evening, "officer")
    assert waiting == ["清溪村 · 户代表会议记录 · 11月21日报来 · 已备案，待公布 · 村道硬化筹资"]
    assert await todo(evening, "secretary") == waiting


async def test_the_newest_stands_first_and_the_overdue_behind_a_door(evening: Evening) -> None:
    """A clerk sees what just came in at the top, and what waits for more than three working days one tap away."""
    evening.chats["stranger"] = await watched(evening.house, "stranger", 1010)
    for who, day in (("secretary", "2026-11-10"), ("stranger", "2026-11-20")):
        evening.on(day, 10)
        await report(evening.chats[who])
        await evening.chats[who].tap("提交")

    clerk = evening.chats["clerk"]
    said = await clerk.say("/todo")
    assert [label for label, _ in said.buttons][:3] == [
        "等了很久的 1 件，先看这些",
        "白岭村 · 月度汇报 · 11月20日报来 · 2026年10月 · 待镇里审核 · 逾期",
        "等了很久 · 清溪村 · 月度汇报 · 11月10日报来 · 2026年10月 · 待镇里审核",
    ]
    late = await clerk.tap("等了很久的")
    assert "等了超过 3 个工作日" in late.text
    assert [label for label, data in late.buttons if data.startswith("r:view:")] == [
        "等了很久 · 清溪村 · 月度汇报 · 11月10日报来 · 2026年10月 · 待镇里审核"
    ]


async def test_what_waits_for_a_signature_is_not_reported_yet(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home names its state; where nothing is left to report the answer opens what there is, for whoever asks."""
    officer, secretary = evening.chats["officer"], evening.chats["secretary"]
    evening.on("2026-11-20", 10)
    await report(officer)
    await officer.tap("提交")
    for chat in (officer, secretary):
        home = await chat.say("/menu")
        assert "待书记审签：月度汇报 2026年10月" in home.text
        assert "本期已报" not in home.text

    monkeypatch.setattr("bot.handlers.home.periods_to_report", nothing_left)
    said = await secretary.say("月度汇报")
    assert "本期已经填好，还没有报到：2026年10月 待书记审签" in said.text
    assert "审签" in str((await secretary.tap("清溪村 · 月度汇报 · 2026年10月")).buttons)
    await secretary.tap("书记审签")
    await secretary.tap("本人签字确认")
    if "提交" in str(secretary.last.buttons):
        await secretary.tap("提交")
    assert "本期已报：月度汇报 2026年10月" in (await officer.say("/menu")).text
    said = await officer.say("月度汇报")
    assert "本期已经报过了" in said.text
    assert "LX-D-QX03-202610" in (await officer.tap("清溪村 · 月度汇报 · 2026年10月")).text


async def nothing_left(*_: object) -> list[str]:
    """As when the report of this month has been sent, too."""
    return []


async def test_minutes_that_were_signed_wait_for_the_town_since_they_came(evening: Evening) -> None:
    """What both have signed is not answered yet: after three working days it stands behind the door like a report."""
    officer = evening.chats["officer"]
    await to_summary(officer)
    await officer.tap("提交")
    await act(evening, "supervisor", "见证签字", "不是，可以见证", "本人签字确认")
    await act(evening, "convener", "主持人签字", "本人签字确认")
    evening.on("2026-11-25", 10)
    assert "等了很久" not in str(await todo(evening, "clerk"))
    evening.on("2026-11-27", 10)
    (waits,) = await todo(evening, "clerk")
    assert waits.startswith("等了很久 · 清溪村 · 户代表会议记录 · 11月21日报来")
    assert "等了很久的 1 件，先看这些" in [label for label, _ in evening.chats["clerk"].last.buttons]
    await act(evening, "clerk", "予以备案", "跳过")
    assert "等了很久" not in str(await todo(evening, "secretary")), (
        "it was answered; posting has days of its own"
    )
