"""Telegram's limits, met by the whole bot: long texts, long buttons, edits without a change, floods, people who are gone."""

from __future__ import annotations

import json
import time
from typing import Any

from tests.botapi.base import utf16_length
from tests.botapi.faults import Rule
from tests.channels.whole import NOTHING_CHANGED, Somebody, Town
from tests.usecases.made_files import jpeg

LONG = "陈某某答复：质量&工期。" + "😀" * 1980  # two UTF-16 units each, as Telegram counts


def buttons(town: Town) -> set[str]:
    """The data of every button that was ever sent."""
    found: set[str] = set()
    for call in town.api.ledger.calls:
        markup: Any = call.arguments.get("reply_markup") or {}
        markup = json.loads(markup) if isinstance(markup, str) else markup
        found |= {str(one["callback_data"]) for row in markup.get("inline_keyboard", []) for one in row}
    return found


async def pages(one: Somebody, stays: str) -> str:
    """Turn all pages of what is shown; every one fits a message and has the button *stays*."""
    said = [one.text]
    while "下一页 ›" in one.labels:
        assert stays in one.labels
        said.append(await one.do("下一页 ›"))
    assert stays in one.labels
    assert len(said) > 1
    assert max(map(utf16_length, said)) <= 4096
    return "".join(said).replace("\n", "")


async def test_what_is_longer_than_a_message_is_turned_page_by_page(town: Town) -> None:
    """Before it is sent and afterwards; tapping the page one is on changes nothing, is answered, and makes no noise."""
    town.expected.append(NOTHING_CHANGED)
    officer = await town.enter("officer", 501)
    for other, user_id in (("convener", 502), ("supervisor", 503)):
        await town.enter(other, user_id)
    await officer.met(jpeg(), discussion=LONG)
    whole = await pages(officer, "提交")
    assert LONG in whole
    assert "宣读了，没有异议" in whole
    before, edits = officer.text, officer.live.versions
    await officer.tap("/")  # 2/2, which shows the page it stands under
    assert (officer.text, officer.live.versions) == (before, edits)
    await officer.do("提交")
    await officer.do("查看")
    assert LONG in await pages(officer, "回首页")
    assert max(len(data.encode()) for data in buttons(town)) <= 64


async def test_a_button_tapped_twice_acts_once(town: Town) -> None:
    """Two quick taps, and forged ones: each is answered once, one thing is begun."""
    town.expected.append(NOTHING_CHANGED)
    officer = await town.enter("officer", 501)
    home = officer.live
    label = next(label for label in home.labels if "月度汇报" in label)
    await town.settled(officer.user.tap(label, home), officer.user.tap(label, home))
    await officer.tap("月")
    assert len(await town.store.unit().drafts.open_of("officer")) == 1
    for data in ("f:" + "x" * 62, "r:view:" + "9" * 57, "一" * 21, "again:tg:1"):
        await officer.did(officer.user.press(data, home.message_id))
        assert officer.text
    assert len(await town.store.unit().drafts.open_of("officer")) == 1


async def test_a_file_too_large_is_refused_before_it_is_fetched(town: Town) -> None:
    """In words that say how large one may be; the question stays."""
    officer = await town.enter("officer", 501)
    await officer.say("/minutes")
    await officer.did(officer.user.send_document(b"%PDF-1.4", "签到表.pdf", size=25 << 20))
    assert "10 MB" in officer.text
    assert "开的是哪一种会" in officer.text
    assert town.api.ledger.of("getFile") == []


async def test_a_flood_is_waited_out(town: Town) -> None:
    """429: the notice waits as long as Telegram says, comes once, and so does the reply where it is a call of its own."""
    officer, secretary = await town.enter("officer", 501), await town.enter("secretary", 502)
    before = len(secretary.user.from_bot)
    town.api.plan(Rule("429", "sendMessage", chat_id=502, times=1, seconds=1))
    began = time.monotonic()
    await officer.reported()
    assert time.monotonic() - began >= 1
    assert [post.text[:4] for post in secretary.user.from_bot[before:]] == ["有一份《"]
    town.api.plan(Rule("429", "sendMessage", chat_id=501, times=1, seconds=1))
    before = len(officer.user.from_bot)
    assert (await officer.say("/menu")).startswith("李某某")
    assert len(officer.user.from_bot) == before + 1


async def test_who_has_blocked_the_bot_is_left_alone_until_they_come_back(town: Town) -> None:
    """403: tried once, marked, kept where the administrator sees it; back again, they are told what is new."""
    town.expected += ["bot was blocked", "message given up"]
    officer, secretary = await town.enter("officer", 501), await town.enter("secretary", 502)
    secretary.user.chat.blocked = True  # Telegram has not told us yet
    before = len(town.api.ledger.of("sendMessage", chat_id=502))
    await officer.reported()
    assert len(town.api.ledger.of("sendMessage", chat_id=502)) == before + 1
    assert await unreachable(town, "secretary") == ["blocked"]
    await officer.do("查看", "撤回")
    await officer.reported()
    assert len(town.api.ledger.of("sendMessage", chat_id=502)) == before + 1, "not tried any more"
    assert sorted(await unreachable(town, "secretary")) == ["blocked", "no_chat"]

    secretary.user.unblock()
    await secretary.say("/start")
    assert any("待办" in label for label in secretary.labels), "what waits is on the home page"
    await officer.do("查看", "撤回")
    await officer.reported()
    assert "等您审签" in secretary.text


async def test_blocked_and_told_so_nothing_is_tried(town: Town) -> None:
    """my_chat_member comes first: no call at all goes to somebody who has just blocked the bot."""
    town.expected += ["message given up"]
    officer, secretary = await town.enter("officer", 501), await town.enter("secretary", 502)
    await town.settled(secretary.user.block())
    before = len(town.api.ledger.calls)
    await officer.reported()
    assert not [call for call in list(town.api.ledger.calls)[before:] if call.chat_id == 502]
    assert await unreachable(town, "secretary") == ["no_chat"]


async def unreachable(town: Town, person: str) -> list[str]:
    """Why messages to somebody were given up."""
    assert list(await town.store.unit().people.chats_of(person)) in ([], [("tg", "502")])
    waiting = await town.store.undelivered()
    return [one.last_error for one in waiting if one.message.person == person]
