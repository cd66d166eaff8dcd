"""
One person, two chats: a form begun on the phone goes on at the desk. What is answered twice counts once, the device that
was overtaken is told so and shown where the form is, and nothing that was said is lost or taken for something else.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from bot.kept import Filter
from tests.handlers.chat import Chat
from tests.handlers.conftest import Village
from tests.handlers.test_review import report

COMMITTEE, GROUP = "支委会", "党小组会"


@dataclass
class Devices:
    """The officer's phone (Telegram) and desk (the built-in chat), both showing the same question of one report."""

    village: Village
    phone: Chat
    desk: Chat

    async def answers(self) -> dict[str, Any]:
        """What is kept of the one open report."""
        unit = self.village.house.store.unit()
        (head,) = await unit.drafts.open_of("officer")
        draft = await unit.drafts.get(head.id)
        assert draft is not None
        return draft.answers


@pytest.fixture
async def devices(village: Village) -> Devices:
    """October's report, begun on the phone, opened again at the desk: how many member meetings?"""
    phone = await village.house.chat("officer", 2001, "tg")
    await phone.say("月度汇报")
    await phone.tap("10月")
    for words in ("组织主题党日", "10月20号", "在村部学习，28人参加", "学了新修订的条例"):
        await phone.say(words)
    await phone.tap("就这些")
    await village.officer.say("/menu")
    await village.officer.tap("接着填")
    assert question(phone) == question(village.officer) == "本月开了几次党员大会？"
    return Devices(village, phone, village.officer)


def question(chat: Chat) -> str:
    """The question that is shown."""
    return next(line for line in chat.last.text.split("\n") if line.endswith("？"))


@pytest.mark.parametrize("second", ["phone", "desk"])
async def test_a_button_pressed_second_changes_nothing(devices: Devices, second: str) -> None:
    """The second device hears that this was answered, with the answer, and sees the question that is asked now."""
    late, early = (devices.phone, devices.desk) if second == "phone" else (devices.desk, devices.phone)
    await early.tap("1 ")
    before = await devices.answers()
    told = await late.tap("2 ")
    assert "您已经答过了（1 次）" in told.text
    assert question(late) == question(early)
    assert COMMITTEE in question(late)
    assert await devices.answers() == before
    await late.tap("2 ")
    assert (await devices.answers())["committee"] == 2


async def test_words_typed_under_a_question_that_is_gone_are_asked_about(devices: Devices) -> None:
    """The phone still shows the old question; what is typed there is not taken for the next one before it is said so."""
    await devices.desk.tap("1 ")
    asked = await devices.phone.say("2")
    assert "“2”像是回答上一题的" in asked.text
    assert COMMITTEE in asked.text, "and the live question is there to read"
    assert "committee" not in await devices.answers()
    other = await devices.phone.tap("否")
    assert COMMITTEE in other.text
    assert "committee" not in await devices.answers()
    await devices.phone.say("2")
    kept = await devices.answers()
    assert (kept["member_mtg"], kept["committee"]) == (1, 2)


async def test_words_that_were_meant_count_after_a_yes(devices: Devices) -> None:
    """It was the live question after all."""
    await devices.desk.tap("1 ")
    await devices.phone.say("2")
    await devices.phone.tap("是")
    kept = await devices.answers()
    assert (kept["member_mtg"], kept["committee"]) == (1, 2)
    assert GROUP in question(devices.phone)


async def test_who_looks_first_is_not_asked(devices: Devices) -> None:
    """Opened again on the phone, the form goes on there without a word about the other device."""
    await devices.desk.tap("1 ")
    await devices.phone.say("/menu")
    await devices.phone.tap("接着填")
    assert COMMITTEE in question(devices.phone)
    await devices.phone.say("2")
    assert GROUP in question(devices.phone)


async def test_both_at_the_same_moment(devices: Devices) -> None:
    """Pressed on both at once: one answer is kept, one device is told; nobody sees an error."""
    await asyncio.gather(devices.phone.tap("1 "), devices.desk.tap("2 "))
    kept = await devices.answers()
    assert kept["member_mtg"] in (1, 2)
    assert "committee" not in kept
    said = devices.phone.last.text + devices.desk.last.text
    assert said.count("您已经答过了") == 1
    assert question(devices.phone) == question(devices.desk)


async def test_sent_once(village: Village) -> None:
    """The summary stands on both; sent on one, the other says that it is done, and there is one record."""
    phone = await village.house.chat("officer", 2001, "tg")
    await report(phone)
    await village.officer.say("/menu")
    await village.officer.tap("接着填")
    await asyncio.gather(phone.tap("提交"), village.officer.tap("提交"))
    said = [phone.last.text, village.officer.last.text]
    assert sum("LX-D-QX03-202610-0001" in one for one in said) == 1, said
    assert sum("这张表已经结束了" in one for one in said) == 1, said
    assert await village.house.store.unit().records.count(Filter(type="monthly_report")) == 1
    assert "LX-D" not in (await phone.say("2")).text
