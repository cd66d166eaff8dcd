"""What must be told: once, in order per person, at Telegram's pace, given up with a reason."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError

from bot.channels.outbox import Carrier, Outbox, TelegramCarrier, WebCarrier
from bot.channels.pace import Pace
from bot.channels.reply import Call, Said, send
from bot.channels.sender import Sender
from bot.channels.session import LeanSession, make_bot
from bot.channels.webchat import BOT_TOKEN, WebChatSession
from bot.channels.webchat_files import FileShelf
from bot.channels.webchat_hub import LocalHub
from bot.kept import Message
from bot.people import Person
from bot.usecases.ports import Store
from storage import DatabaseStore, open_store, upgrade
from tests.botapi.faults import Rule
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble
from tests.fakes import FakeStore, person, stamp


def words(message: Message, who: Person, channel: str, chat: str) -> Sequence[Said]:
    """Two messages for "two", an error for "broken", else one, in the person's language."""
    if message.words == "broken":
        raise KeyError("no such words")
    said = [send(int(chat), f"{who.lang} {message.key}")]
    return [*said, send(int(chat), f"{message.key} +")] if message.words == "two" else said


class OtherCarrier:
    """The other channel, in memory; ``broken`` makes it fail."""

    pace: Pace | None = None

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.broken = False

    async def carry(self, call: Call, origin: str) -> None:
        if self.broken:
            raise TelegramNetworkError(None, "gone")  # type: ignore[arg-type]
        self.calls.append(call)


class Post:
    """An outbox on a fake store, Telegram on the double."""

    def __init__(self, api: BotApiDouble) -> None:
        self.api = api
        self.store = FakeStore()
        self.session = LeanSession(api.base, timeout=1)
        quick = Pace(per_second=500, per_chat=0.01)
        self.sender = Sender(self.session, api.token, blocked=self._blocked, pace=quick)
        self.web = OtherCarrier()
        self.outbox = self.make()

    def make(self, now: Callable[[], datetime] | None = None, lease: float = 60) -> Outbox:
        carriers: dict[str, Carrier] = {"tg": TelegramCarrier(self.sender), "web": self.web}
        clock = now or (lambda: datetime.now(UTC))
        return Outbox(self.store.as_store(), carriers, words, now=clock, lease=lease)

    async def _blocked(self, chat: str) -> None:
        raise AssertionError("the outbox marks by itself")

    def meet(self, number: int, *channels: str, lang: str = "zh-Hans") -> User:
        """A person ``p<number>`` with chats in these channels."""
        user = self.api.user(number)
        user.chat.started = True
        for channel in channels or ("tg",):
            self.store.knows(person(f"p{number}", lang), channel, str(number))
        return user

    def states(self) -> dict[str, str]:
        return {key: letter.state for key, letter in self.store.outbox.items()}

    async def settled(self, within: float = 10) -> None:
        """Wait until nothing waits any more."""
        async with asyncio.timeout(within):
            while "waiting" in self.states().values():  # noqa: ASYNC110 - the store rings no bell
                await asyncio.sleep(0.01)


@pytest.fixture
async def post(api: BotApiDouble) -> AsyncIterator[Post]:
    made = Post(api)
    made.outbox.start()
    yield made
    await made.outbox.stop(1)
    await made.sender.close(1)
    await made.session.close()


def note(key: str, who: int = 11, text: str = "one") -> Message:
    return Message(key=key, person=f"p{who}", words=text)


async def test_a_message_is_told_once_in_the_persons_language(post: Post) -> None:
    """Woken by the commit, not by the clock; the row is marked; nothing is sent twice."""
    li = post.meet(11, lang="zh-Hant")
    await post.store.tell(note("a"))
    await li.sees("zh-Hant a", within=0.9)
    await post.settled()
    await asyncio.sleep(0.1)
    assert post.states() == {"a": "sent"}
    assert len(post.api.ledger.of("sendMessage")) == 1


async def test_rows_of_another_process_are_found(post: Post) -> None:
    """Nobody rings here: the poll finds them within seconds."""
    li = post.meet(11)
    await asyncio.sleep(0.05)
    post.store._told.clear()
    await post.store.tell(note("a"))
    await li.sees("a", within=4)


async def test_order_per_person(post: Post) -> None:
    """Twenty messages to each of five people, some refused on the way: each reads theirs in order."""
    people = [post.meet(100 + n) for n in range(5)]
    post.api.plan(Rule("429", "sendMessage", calls=[7], seconds=1), Rule("502", "sendMessage", calls=[30]))
    await post.store.tell(*[note(f"{who.id}-{n:02}", who.id) for n in range(20) for who in people])
    await post.settled(20)
    for who in people:
        assert [one.text for one in who.from_bot] == [f"zh-Hans {who.id}-{n:02}" for n in range(20)]


async def test_all_open_chats_get_it(post: Post) -> None:
    """A person with two channels reads it in both."""
    li = post.meet(11, "tg", "web")
    await post.store.tell(note("a"))
    await post.settled()
    assert li.from_bot[-1].text == "zh-Hans a"
    assert [call["text"] for call in post.web.calls] == ["zh-Hans a"]


async def test_what_arrived_is_not_sent_again_when_the_rest_is(post: Post) -> None:
    """One channel fails for a while: the other, and the first half of a bundle, are not repeated."""
    li = post.meet(11, "tg", "web")
    post.web.broken = True
    post.api.plan(Rule("503", "sendMessage", calls=[2]))
    await post.store.tell(note("a", text="two"))
    await li.sees("zh-Hans a")
    await asyncio.sleep(0.1)
    assert post.states() == {"a": "waiting"}
    post.web.broken = False
    await post.settled()
    assert [one.text for one in li.from_bot] == ["zh-Hans a", "a +"]
    assert [call["text"] for call in post.web.calls] == ["zh-Hans a", "a +"]


async def test_a_blocked_chat_is_marked_and_given_up(post: Post) -> None:
    """One call, one mark, a reason for the administrator, and no call for the next message."""
    post.meet(11).chat.blocked = True
    await post.store.tell(note("a"), note("b"))
    await post.settled()
    assert post.states() == {"a": "failed", "b": "failed"}
    assert post.store.outbox["a"].error == "blocked"
    assert post.store.outbox["b"].error == "no_chat"
    assert post.store.blocked == {("tg", "11")}
    assert len(post.api.ledger.of("sendMessage")) == 1


async def test_blocked_here_but_read_there(post: Post) -> None:
    """Blocked in one channel, open in another: told, and only the one is marked."""
    post.meet(11, "tg", "web").chat.blocked = True
    await post.store.tell(note("a"))
    await post.settled()
    assert post.states() == {"a": "sent"}
    assert post.store.blocked == {("tg", "11")}


async def test_who_has_no_chat_is_given_up_with_a_reason(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    """They stand on the call list, not in a loop; whoever has not come yet is no warning in the log."""
    post.store.persons["p5"] = person("p5")
    await post.store.tell(note("a", 5), note("b", 6))
    await post.settled()
    assert post.store.outbox["a"].error == "no_chat"
    assert post.store.outbox["b"].error == "no_person"
    assert [
        one.getMessage().partition("why=")[2] for one in caplog.records if one.levelname == "WARNING"
    ] == ["no_person"]


async def test_words_that_cannot_be_made_stop_nobody(post: Post) -> None:
    """A mistake in one message is given up with its reason; the person's next one arrives."""
    li = post.meet(11)
    await post.store.tell(note("a", text="broken"), note("b"))
    await post.settled()
    assert post.states() == {"a": "failed", "b": "sent"}
    assert post.store.outbox["a"].error == "render: KeyError"
    assert li.from_bot[-1].text == "zh-Hans b"


async def test_a_refused_message_is_given_up(post: Post) -> None:
    """400 for another reason than the chat: no use in trying again."""
    post.meet(11)
    post.api.plan(Rule("error", "sendMessage", description="Bad Request: message is too long"))
    await post.store.tell(note("a"))
    await post.settled()
    assert post.store.outbox["a"].error == "refused: Bad Request: message is too long"


async def test_a_flood_is_waited_out_exactly(post: Post) -> None:
    """After 429 nothing at all leaves for retry_after seconds; then everything does."""
    people = [post.meet(100 + n) for n in range(5)]
    post.api.plan(Rule("429", "sendMessage", calls=[1], seconds=1))
    await post.store.tell(note("a", 100))
    await asyncio.sleep(0.1)
    await post.store.tell(*[note(f"b{who.id}", who.id) for who in people])
    await post.settled()
    refused, *taken = post.api.ledger.of("sendMessage")
    assert len(taken) == 6
    assert all(call.at - refused.at >= 1.0 for call in taken)


async def test_an_outage_is_no_busy_loop(post: Post) -> None:
    """5xx for some seconds: a few tries with growing pauses, then delivery, once."""
    li = post.meet(11)
    post.api.plan(Rule("502", "sendMessage"))
    await post.store.tell(note("a"))
    await asyncio.sleep(2.5)
    assert 1 <= len(post.api.ledger.of("sendMessage")) <= 3
    post.api.plan()
    await post.settled()
    assert [one.text for one in li.from_bot] == ["zh-Hans a"]


async def test_what_is_too_old_is_given_up(post: Post) -> None:
    """Three days of trying are enough; the reason says what it was."""
    post.meet(11)
    post.api.plan(Rule("502", "sendMessage"))
    await post.outbox.stop(1)
    await post.store.tell(note("a"))
    post.store.outbox["a"].created = stamp(-4 * 86400)
    post.outbox = post.make()
    post.outbox.start()
    await post.settled()
    assert post.store.outbox["a"].error == "TelegramServerError"


async def test_a_crash_repeats_at_most_what_was_being_sent(post: Post) -> None:
    """Killed while a call was on its way: after the lease it is sent again, once; what was marked is not."""
    li = post.meet(11)
    await post.outbox.stop(1)
    first = post.make(lease=0.5)
    first.start()
    await post.store.tell(note("a"))
    await post.settled()
    post.api.plan(Rule("delay", "sendMessage", times=1, seconds=0.4))
    await post.store.tell(note("b"), note("c"))
    await asyncio.sleep(0.1)
    await first.stop(0)
    post.outbox = post.make(lease=5)
    post.outbox.start()
    await post.settled()
    await asyncio.sleep(0.2)
    shown = [one.text for one in li.from_bot]
    assert shown.count("zh-Hans a") == 1
    assert 1 <= shown.count("zh-Hans b") <= 2
    assert shown.count("zh-Hans c") == 1
    assert shown.index("zh-Hans b") < shown.index("zh-Hans c")


async def test_a_store_that_is_down_stops_nothing_for_good(post: Post) -> None:
    """The outbox waits and goes on by itself."""
    li = post.meet(11)
    await post.store.tell(note("a"))
    await post.settled()
    post.store.down = True
    await asyncio.sleep(1.3)
    post.store.down = False
    await post.store.tell(note("b"))
    await li.sees("zh-Hans b", within=3)


async def test_the_limits_hold_for_hundreds(api: BotApiDouble) -> None:
    """
    Sixty messages to thirty people with Telegram's own limits on: none refused, at most 30 a second, 1 per
    chat.
    """
    post = Post(api)
    post.sender.pace = Pace()
    post.outbox = post.make()
    api.flood.on = True
    people = [post.meet(100 + n) for n in range(30)]
    post.outbox.start()
    await post.store.tell(*[note(f"{who.id}-{n}", who.id) for n in range(2) for who in people])
    await post.settled(20)
    assert [call for call in api.ledger.of("sendMessage") if call.status == 429] == []
    assert api.ledger.peak_rate() <= 30
    assert max(api.ledger.peak_rate(who.id) for who in people) == 1
    await post.outbox.stop(1)
    await post.session.close()


async def test_not_before(post: Post) -> None:
    """A message for later waits for its time."""
    post.meet(11)
    await post.store.tell(note("a"))
    post.store.outbox["a"].next_at = stamp(0.6)
    post.store.outbox["a"].state = "waiting"
    began = datetime.now(UTC)
    await post.settled()
    assert post.store.outbox["a"].state == "sent"
    assert datetime.now(UTC) - began < timedelta(seconds=5)


async def test_any_aiogram_bot_can_carry(api: BotApiDouble) -> None:
    """The built-in chat's bot takes methods; a call becomes one."""
    li = api.user(11)
    li.chat.started = True
    bot = make_bot(api.token, api.base)
    await WebCarrier(bot).carry(send(11, "<b>好</b>", [[("是", "y")]]), "told:a:0")
    assert li.screen().text == "好"
    await bot.session.close()


async def test_a_crash_repeats_nothing_in_the_built_in_chat(tmp_path: Path) -> None:
    """Killed between writing the line and marking the message: the next process finds the line and writes no other."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    for end in ("crash", "sent"):
        async with open_store(url, files_dir=tmp_path / "files") as store:
            unit = store.unit()
            if end == "crash":
                unit.people.put_person(person("p11"))
                unit.people.bind_chat("web", "11", "p11")
                unit.outbox.tell(note("a", text="two"))
                await store.commit(unit)
            session = WebChatSession(store.chat, FileShelf(tmp_path / "chat"), LocalHub())
            outbox = Outbox(cast("Store", _Dying(store) if end == "crash" else store), {"web": WebCarrier(Bot(BOT_TOKEN, session=session))},
                            words, lease=0.05)  # fmt: skip
            outbox.start()
            async with asyncio.timeout(10):
                while await unfinished(store, end):  # noqa: ASYNC110 - nothing rings when it is over
                    await asyncio.sleep(0.02)
            await outbox.stop(1)
            assert bool(await store.next_message_at()) is (end == "crash")
            said = [(line.doc or {})["message"]["text"] for line in await store.chat.history("11")]
            assert said == ["zh-Hans a", "a +"]


async def unfinished(store: DatabaseStore, end: str) -> bool:
    """Whether lines are still to be written or, where the process lives, the message is still to be marked."""
    return len(await store.chat.history("11")) < 2 or (end == "sent" and bool(await store.next_message_at()))


class _Dying:
    """A store whose process ends before it can say that a message was sent."""

    def __init__(self, store: DatabaseStore) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def message_sent(self, key: str) -> None:
        await asyncio.Event().wait()
