"""
What must hold however Telegram is reached: kept before it is acknowledged, once, in order, side by side.
"""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.errors import NotAllowed, NotKept
from tests.channels.conftest import Rig
from tests.fakes import person


async def test_a_text_and_a_tap_are_kept_and_answered(rig: Rig) -> None:
    """The plainest talk: words, an answer with a button, a tap that edits it in place."""
    li = rig.api.user(11)
    await rig.api.after(li.text("你好"))
    assert li.screen().text == "1. 你好"
    await rig.api.after(li.tap("记下"))
    assert rig.bot.said(11) == ["你好", "note:1"]
    assert [post.text for post in li.from_bot] == ["已记下 note:1"]
    assert li.toasts == ["已记下"]
    assert rig.api.ledger.refused() == []


async def test_twenty_quick_messages_keep_their_order(rig: Rig) -> None:
    """Each message sees the one before it: twenty steps, in order, and twenty answers in that order."""
    li = rig.api.user(11)
    updates = [li.text(f"第{n}条") for n in range(20)]
    await rig.api.after(*updates)
    assert rig.bot.said(11) == [f"第{n}条" for n in range(20)]
    assert [post.text for post in li.from_bot] == [f"{n + 1}. 第{n}条" for n in range(20)]


async def test_a_slow_person_stops_nobody(rig: Rig) -> None:
    """
    While one person's step hangs, fifty others are served, and that person's next message waits its turn.
    """
    slow = rig.api.user(11)
    rig.bot.slow["慢"] = asyncio.Event()
    first, second = slow.text("慢"), slow.text("然后")
    others = [rig.api.user(100 + n) for n in range(50)]
    quick = [other.text("快") for other in others]
    for update in quick:
        await rig.api.acked(update)
    for other in others:
        await other.sees("1. 快")
    assert rig.bot.said(11) == []
    rig.bot.slow["慢"].set()
    await rig.api.after(first, second)
    assert rig.bot.said(11) == ["慢", "然后"]
    assert [post.text for post in slow.from_bot] == ["1. 慢", "2. 然后"]


async def test_repeats_have_no_second_effect(rig: Rig) -> None:
    """The same update five times more, one after the other and at once: one effect, one answer kept."""
    li = rig.api.user(11)
    update = li.text("一次")
    await rig.api.after(update)
    statuses = await rig.api.redeliver(update, 3)
    statuses += await rig.api.redeliver(update, 2, concurrently=True)
    await rig.api.after(li.text("两次"))
    assert set(statuses) <= {200}
    assert rig.bot.said(11) == ["一次", "两次"]
    assert rig.store.state(f"tg:{update.id}") == "done"


async def test_repeats_after_a_restart_have_no_second_effect(rig: Rig) -> None:
    """The store remembers what the process has forgotten."""
    li = rig.api.user(11)
    update = li.text("一次")
    await rig.api.after(update)
    await rig.stop()
    await rig.start()
    await rig.api.after(li.text("两次"))
    statuses = await rig.api.redeliver(update, 2)
    await rig.api.after(li.text("三次"))
    assert set(statuses) <= {200}
    assert rig.bot.said(11) == ["一次", "两次", "三次"]


async def test_poison_is_told_set_aside_and_stops_nobody(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    """
    An update that always fails: its sender hears of it, its body is kept, the next one is served; one log
    line.
    """
    li = rig.api.user(11)
    rig.store.knows(person("p1", "zh-Hant"), "tg", "11")
    with caplog.at_level(logging.ERROR):
        bad, good = li.text("boom"), li.text("再来")
        await rig.api.after(bad, good)
    assert rig.bot.said(11) == ["再来"]
    row = rig.store.inbox[f"tg:{bad.id}"]
    assert row.state == "dead"
    assert "boom" in row.arrived.body
    lines = [line for line in caplog.messages if "set aside" in line]
    assert len(lines) == 1
    incident = row.error.split()[0]
    assert incident in lines[0]
    assert "ValueError" in lines[0]
    assert "13800000000" not in caplog.text
    trouble = li.from_bot[0]
    assert incident in trouble.text
    assert len(trouble.labels) == 1


async def test_trying_again_carries_out_what_failed(rig: Rig) -> None:
    """
    The button under the words of trouble works the same update again, once, however often it is pressed.
    """
    li = rig.api.user(11)
    rig.bot.booms = 2  # the step and its one repetition
    bad = li.text("boom")
    await rig.api.after(bad)
    assert rig.bot.said(11) == []
    message = li.from_bot[0].message_id
    again = [li.tap("再试一次", message), li.tap("再试一次", message), li.tap("再试一次", message)]
    await rig.api.after(*again)
    assert rig.bot.said(11)[0] == "boom"
    assert rig.bot.said(11).count("boom") == 1
    assert rig.store.state(f"tg:{bad.id}") == "done"


async def test_nobody_tries_again_for_somebody_else(rig: Rig) -> None:
    """A forged button with another person's update: it stays set aside, and nothing of it is shown."""
    li, stranger = rig.api.user(11), rig.api.user(12)
    rig.bot.booms = 2
    bad = li.text("boom")
    await rig.api.after(bad, stranger.text("你好"))
    await rig.api.after(stranger.press(f"again:tg:{bad.id}"))
    assert rig.store.state(f"tg:{bad.id}") == "dead"
    assert rig.bot.said(11) == []


async def test_who_comes_too_late_begins_anew(rig: Rig) -> None:
    """Another device moved first, twice: the step is run again on what there is now, and nobody notices."""
    li = rig.api.user(11)
    rig.bot.stales = 2
    await rig.api.after(li.text("stale"))
    assert rig.bot.said(11) == ["stale"]
    assert rig.bot.runs == 3


async def test_who_is_always_too_late_is_told(rig: Rig) -> None:
    """After three tries the person reads why, and the update is done: it does not come again."""
    li = rig.api.user(11)
    rig.bot.stales = 100
    update = li.text("stale")
    await rig.api.after(update)
    assert rig.bot.said(11) == []
    assert "另一台手机" in li.from_bot[-1].text
    assert rig.store.state(f"tg:{update.id}") == "done"


async def test_a_refusal_on_purpose_is_worded(rig: Rig) -> None:
    """An error of ours that no handler caught is one sentence in the person's language, not trouble."""
    li = rig.api.user(11)
    rig.bot.refusal = NotAllowed(what="x")
    await rig.api.after(li.text("不行"))
    assert "不由您办理" in li.from_bot[-1].text


async def test_a_store_that_is_down_loses_nothing(rig: Rig) -> None:
    """While nothing can be kept nothing is acknowledged; when it can again, all is there, in order."""
    li = rig.api.user(11)
    await rig.api.after(li.text("零"))
    rig.store.down = True
    updates = [li.text(text) for text in ("一", "二", "三")]
    await asyncio.sleep(0.5)
    assert [update.state for update in updates] == ["pending"] * 3
    rig.store.down = False
    await rig.api.after(*updates, within=20)
    assert rig.bot.said(11) == ["零", "一", "二", "三"]


async def test_a_commit_that_fails_once_is_brought_again(rig: Rig) -> None:
    """NotKept at the commit: the same update, tried later, has its effect once."""
    li = rig.api.user(11)
    rig.store.refusals.extend([None, NotKept(why="full")] if rig.mode == "polling" else [NotKept(why="full")])
    update = li.text("一")
    await rig.api.after(update, within=20)
    await li.sees("1. 一")
    assert rig.bot.said(11) == ["一"]


async def test_stopping_loses_nothing(rig: Rig) -> None:
    """
    Stopped under load and started again: every message of twenty people is kept once, in order, and
    answered.
    """
    people = [rig.api.user(100 + n) for n in range(20)]
    updates = [one.text(f"第{n}条") for n in range(5) for one in people]
    await asyncio.sleep(0.03)
    await rig.stop()
    await rig.start()
    await rig.api.after(*updates, within=20)
    for one in people:
        assert rig.bot.said(one.id) == [f"第{n}条" for n in range(5)]
        shown = [post.text for post in one.from_bot]
        assert list(dict.fromkeys(shown)) == [f"{n + 1}. 第{n}条" for n in range(5)]


async def test_a_blocked_chat_is_marked(rig: Rig) -> None:
    """403 marks the chat, so that nothing more is sent there until the person comes back."""
    li = rig.api.user(11)
    await rig.api.after(li.text("你好"))
    rig.bot.say = lambda chat, text: [{"method": "sendMessage", "chat_id": chat, "text": "一"}] * 2
    rig.api.pause()
    update = li.text("再见")
    li.chat.blocked = True
    rig.api.resume()
    await rig.api.after(update)
    assert ("tg", "11") in rig.store.blocked
