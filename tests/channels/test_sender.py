"""
Replies on their way: in order per chat, tried as long as it is of use, second best where the best is
refused.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from bot.channels.pace import Pace
from bot.channels.reply import answer, edit, send
from bot.channels.sender import Sender
from bot.channels.session import LeanSession
from tests.botapi.faults import Rule
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble


class Rigged:
    """A sender and who it found blocked."""

    def __init__(self, api: BotApiDouble) -> None:
        self.blocked: list[str] = []
        self.session = LeanSession(api.base)
        self.sender = Sender(self.session, api.token, blocked=self.block)

    async def block(self, chat: str) -> None:
        self.blocked.append(chat)


@pytest.fixture
async def rigged(api: BotApiDouble) -> AsyncIterator[Rigged]:
    made = Rigged(api)
    yield made
    await made.sender.close(1)
    await made.session.close()


@pytest.fixture
def li(api: BotApiDouble) -> User:
    user = api.user(11)
    user.start()
    return user


async def test_order_is_kept_through_trouble(rigged: Rigged, li: User, api: BotApiDouble) -> None:
    """Ten bundles at once, two calls failing in between: what arrives is in the order it was handed over."""
    api.plan(Rule("503", "sendMessage", calls=[2]), Rule("reset", "sendMessage", calls=[5]))
    bundles = [rigged.sender.deliver("11", [send(11, f"{n}a"), send(11, f"{n}b")]) for n in range(10)]
    await asyncio.gather(*bundles)
    assert [post.text for post in li.from_bot] == [f"{n}{half}" for n in range(10) for half in "ab"]


async def test_one_chats_flood_holds_no_other(rigged: Rigged, li: User, api: BotApiDouble) -> None:
    """While one chat waits out its retry_after, the other is written to."""
    other = api.user(12)
    other.chat.started = True
    api.plan(Rule("429", "sendMessage", chat_id=11, times=1, seconds=1))
    slow = asyncio.create_task(rigged.sender.deliver("11", [send(11, "慢")]))
    await asyncio.sleep(0.05)
    assert rigged.sender.busy("11")
    await rigged.sender.deliver("12", [send(12, "快")])
    assert other.from_bot[-1].text == "快"
    assert not slow.done()
    await rigged.sender.settled("11")
    await slow
    assert li.from_bot[-1].text == "慢"


@pytest.mark.parametrize("why", ["blocked", "deactivated", "never started"])
async def test_a_chat_that_is_gone_is_marked_and_left(rigged: Rigged, api: BotApiDouble, why: str) -> None:
    """403 and "chat not found": one try, one mark."""
    user = api.user(13)
    if why != "never started":
        user.chat.started = True
        user.chat.blocked = why == "blocked"
        user.chat.deactivated = why == "deactivated"
    await rigged.sender.deliver("13", [send(13, "一")])
    assert rigged.blocked == ["13"]
    assert len(api.ledger.of("sendMessage")) == 1


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_one(rigged: Rigged, li: User) -> None:
    """The person gets the words, buttons and all, instead of silence."""
    await rigged.sender.insist(edit(11, 9999, "新", [[("是", "y")]]))
    assert li.screen().text == "新"
    assert li.screen().labels == ["是"]


async def test_html_that_is_refused_goes_without_formatting(
    rigged: Rigged, li: User, caplog: pytest.LogCaptureFixture
) -> None:
    """A mistake of ours costs the bold, not the message; the log hears of it, without the words."""
    await rigged.sender.insist(send(11, "<b>粗 &amp; <i>秘密</b>"))
    assert li.from_bot[-1].text == "粗 & 秘密"
    assert "refused" in caplog.text
    assert "秘密" not in caplog.text


async def test_a_late_answer_to_a_tap_is_no_error(
    rigged: Rigged, li: User, caplog: pytest.LogCaptureFixture
) -> None:
    """ "query is too old" happens to everybody."""
    with caplog.at_level(logging.INFO):
        await rigged.sender.insist(answer("77"))
    assert caplog.records == []


async def test_a_refusal_for_good_is_logged_once_and_left(
    rigged: Rigged, li: User, api: BotApiDouble, caplog: pytest.LogCaptureFixture
) -> None:
    """No busy loop on what can never succeed."""
    api.plan(Rule("error", "sendMessage", description="Bad Request: BUTTON_DATA_INVALID"))
    await rigged.sender.insist(send(11, "x"))
    assert len(api.ledger.of("sendMessage")) == 1
    assert len(caplog.records) == 1


async def test_closing_ends_what_is_on_its_way(rigged: Rigged, li: User, api: BotApiDouble) -> None:
    """Within the grace it is finished; beyond it, and after it, nothing is begun."""
    api.plan(Rule("delay", "sendMessage", times=1, seconds=0.2))
    rigged.sender.later(rigged.sender.insist(send(11, "一")))
    await rigged.sender.close(2)
    assert li.from_bot[-1].text == "一"
    rigged.sender.later(rigged.sender.insist(send(11, "二")))
    await asyncio.sleep(0.05)
    assert [post.text for post in li.from_bot] == ["一"]


async def test_the_pace_is_kept_in_all_and_per_chat() -> None:
    """
    Forty messages to twenty chats: never more than 28 within a second, never two within one to the same
    chat.
    """
    pace, loop = Pace(per_chat=1.0), asyncio.get_running_loop()
    left: list[tuple[float, str]] = []

    async def go(chat: str) -> None:
        for _ in range(2):
            await pace.turn(chat)
            left.append((loop.time(), chat))

    await asyncio.gather(*(go(str(n)) for n in range(20)))
    times = sorted(at for at, _ in left)
    assert all(late - early >= 1.0 for early, late in zip(times, times[28:], strict=False))
    for n in range(20):
        first, second = sorted(at for at, chat in left if chat == str(n))
        assert second - first >= 0.99


async def test_replies_count_and_a_hold_is_told() -> None:
    """After a reply the chat's next paced message waits; a hold is seen by who asks."""
    pace, loop = Pace(per_chat=0.3), asyncio.get_running_loop()
    pace.note("a")
    began = loop.time()
    await pace.turn("a")
    assert loop.time() - began >= 0.29
    pace.hold(5)
    assert 4.9 < pace.held() <= 5


async def test_replies_do_not_starve_what_must_be_told() -> None:
    """However many replies leave, a paced message gets through within a second."""
    pace = Pace()
    for n in range(100):
        pace.note(str(n))
    async with asyncio.timeout(1):
        await pace.turn("x")
        await pace.turn("y")
