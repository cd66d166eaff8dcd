"""Long polling: nothing is confirmed before it is kept, nothing kept is lost, trouble is waited out."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.channels.reply import send
from bot.texts import Texts
from tests.botapi.faults import Rule
from tests.botapi.server import BotApiDouble
from tests.channels.conftest import Rig


async def test_the_offset_waits_for_the_store(polled: Rig) -> None:
    """As long as the batch is not durable, the next one is not asked for, so that nothing is confirmed."""
    polled.store.gate = asyncio.Event()
    li = polled.api.user(11)
    update = li.text("好")
    await asyncio.sleep(0.2)
    assert update.sends >= 1
    assert update.state == "pending"
    assert polled.api.polls == 0
    polled.store.gate.set()
    await polled.api.acked(update)
    assert polled.store.state(f"tg:{update.id}") != ""


async def test_every_confirmed_update_is_in_the_store(polled: Rig) -> None:
    """Looked at the moment of confirmation, from Telegram's side: each update is kept by then."""
    missing: list[int] = []
    updates = []
    for n in range(200):
        updates.append(polled.api.user(100 + n % 40).text(str(n)))
        if n % 7 == 0:
            await asyncio.sleep(0.002)
        missing += [one.id for one in polled.api.ledger.acked() if not polled.store.state(f"tg:{one.id}")]
    await polled.api.after(*updates)
    assert missing == []
    assert len(polled.store.effects) == 200


async def test_a_large_backlog_is_worked_off(api: BotApiDouble, texts: Texts) -> None:
    """
    Five hundred waiting updates of a hundred people, a poison one each: all worked, in order, none blocked.
    """
    rig = Rig(api, "polling", texts)
    people = [api.user(1000 + n) for n in range(100)]
    updates = [one.text(text) for text in ("一", "boom", "二", "三", "四") for one in people]
    await rig.start()
    await api.after(*updates, within=30)
    for one in people:
        assert rig.bot.said(one.id) == ["一", "二", "三", "四"]
    await rig.stop()


@pytest.mark.parametrize("owed", ["sent by the next", "not sent twice"])
async def test_a_crash_between_commit_and_reply(polled: Rig, owed: str) -> None:
    """Killed after the commit and before the reply: the next process sends it, once."""
    li = polled.api.user(11)
    polled.api.plan(Rule("503", "sendMessage"))
    update = li.text("好")
    await polled.api.acked(update)
    await asyncio.sleep(0.1)
    assert polled.store.state(f"tg:{update.id}") == "owed"
    await polled.kill()
    polled.api.plan()
    await polled.start()
    await li.sees("1. 好")
    if owed == "not sent twice":
        await polled.api.quiet()
        await polled.kill()
        await polled.start()
        await polled.api.after(li.text("再"))
    assert [post.text for post in li.from_bot][:1] == ["1. 好"]
    assert [post.text for post in li.from_bot].count("1. 好") == 1
    assert polled.bot.said(11)[0] == "好"


async def test_a_crash_between_taking_in_and_commit(polled: Rig) -> None:
    """Killed while the handler ran: the next process carries it out, in order with what came since."""
    li = polled.api.user(11)
    polled.bot.slow["慢"] = asyncio.Event()
    first = li.text("慢")
    await polled.api.acked(first)
    assert polled.store.state(f"tg:{first.id}") == "pending"
    await polled.kill()
    second = li.text("然后")
    polled.bot.slow["慢"].set()
    await polled.start()
    await polled.api.after(first, second)
    assert polled.bot.said(11) == ["慢", "然后"]
    assert [post.text for post in li.from_bot] == ["1. 慢", "2. 然后"]


async def test_updates_brought_twice_are_answered_once(polled: Rig) -> None:
    """
    The answer to getUpdates got lost after the batch was kept: it comes again to the next process, and is
    known.
    """
    li = polled.api.user(11)
    await polled.api.after(li.text("零"))
    polled.api.plan(Rule("503", "getUpdates"))  # strikes from the call after the one that is waiting now
    update = li.text("好")
    await li.sees("2. 好")
    await polled.kill()
    assert update.state == "pending"
    polled.api.plan()
    await polled.start()
    await polled.api.after(update, li.text("再"))
    assert [post.text for post in li.from_bot] == ["1. 零", "2. 好", "3. 再"]


@pytest.mark.parametrize("kind", ["500", "502", "504", "reset", "cut", "broken"])
async def test_trouble_with_get_updates_is_waited_out(
    polled: Rig, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Errors of any kind, then peace: everything arrives, told once in the log and not per try."""
    with caplog.at_level(logging.WARNING):
        polled.api.plan(Rule(kind, "getUpdates", times=3))
        polled.api.polling.wake()
        li = polled.api.user(11)
        updates = [li.text(str(n)) for n in range(3)]
        await polled.api.after(*updates, within=20, idle=0.5)
    assert polled.bot.said(11) == ["0", "1", "2"]
    assert sum("polling fails" in line for line in caplog.messages) <= 2


async def test_429_to_get_updates_is_obeyed(polled: Rig) -> None:
    """retry_after is waited for to the second."""
    li = polled.api.user(11)
    await polled.api.after(li.text("零"))
    polled.api.plan(Rule("429", "getUpdates", times=1, seconds=1))
    update = li.text("一")
    await polled.api.after(update, li.text("二"))
    calls = polled.api.ledger.of("getUpdates")
    (refused,) = [number for number, call in enumerate(calls) if call.fault == "429"]
    assert calls[refused + 1].at - calls[refused].at >= 1.0


async def test_a_forgotten_webhook_is_removed(api: BotApiDouble, texts: Texts) -> None:
    """A webhook left from before would swallow everything; what waited in it is not dropped."""
    api.deliver_to("http://127.0.0.1:1/telegram", "old")
    update = api.user(11).text("好")
    rig = Rig(api, "polling", texts)
    await rig.start()
    await api.after(update)
    assert rig.bot.said(11) == ["好"]
    await rig.stop()


async def test_strange_updates_do_not_stop_polling(polled: Rig) -> None:
    """A kind nobody wants is finished, one of wrong types set aside; the next is served."""
    li = polled.api.user(11)
    broken = li.text("坏")
    broken.body = broken.body.replace(b'"date":', b'"date":"x","was":')
    unknown = li.text("怪")
    unknown.body = unknown.body.replace(b'"message":', b'"hologram":')
    numberless = li.text("无")
    numberless.body = numberless.body.replace(b'"update_id":', b'"no_id":')
    good = li.text("好")
    await polled.api.after(good)
    await polled.api.after(li.text("再"))
    assert polled.bot.said(11) == ["好", "再"]
    assert polled.store.state(f"tg:{broken.id}") == "dead"
    assert polled.store.state(f"tg:{unknown.id}") == "done"


async def test_replies_wait_out_a_flood(polled: Rig) -> None:
    """429 to a reply: waited for exactly, the order kept, nobody else held up."""
    polled.bot.say = lambda chat, text: [send(chat, text)]
    polled.api.plan(Rule("429", "sendMessage", chat_id=11, times=1, seconds=1))
    li, other = polled.api.user(11), polled.api.user(12)
    updates = [li.text(str(n)) for n in range(3)]
    quick = other.text("快")
    await polled.api.acked(quick)
    await other.sees("快", within=0.8)
    await li.sees("2", within=5)
    await polled.api.after(*updates)
    assert [post.text for post in li.from_bot] == ["0", "1", "2"]
    (refused,) = [call for call in polled.api.ledger.of("sendMessage") if call.fault == "429"]
    assert polled.api.ledger.of("sendMessage", chat_id=11)[0].at - refused.at >= 1.0


async def test_thirty_percent_faults_lose_no_reply(polled: Rig) -> None:
    """
    Resets, 5xx and broken answers on three calls of ten: every reply arrives, in order, few of them twice.
    """
    kinds = ("reset", "500", "502", "504", "cut", "broken")
    polled.api.plan(*[Rule(kind, "sendMessage", chance=0.05) for kind in kinds], seed=3)
    people = [polled.api.user(100 + n) for n in range(10)]
    for n in range(5):
        for one in people:
            one.text(str(n))
    for one in people:
        await one.sees("5. 4", within=30)
        shown = [post.text for post in one.from_bot]
        assert list(dict.fromkeys(shown)) == [f"{n + 1}. {n}" for n in range(5)]
