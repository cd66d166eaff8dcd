"""Minutes in the chat, over the real database: ticked, voted, signed, attested, filed, posted, carried out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.inbox import Inbox
from bot.forms.core.records import Record
from bot.handlers.dispatch import build_dispatcher
from bot.handlers.notices import notices
from bot.kept import Filter
from bot.people import Person, Post
from bot.settings import Settings
from storage.migrations import upgrade
from storage.store import open_store
from tests.handlers.chat import Bubble, House
from tests.handlers.conftest import VILLAGE, people
from tests.handlers.hostile import FileBot, Watched, watched

FORM = "户代表会议记录"


@dataclass
class Evening:
    """The cast on an evening that can be moved; every message is checked as it is sent."""

    house: House
    chats: dict[str, Watched]
    at: list[datetime]

    def on(self, day: str, hour: int = 20) -> None:
        """Now it is *hour* o'clock in Shanghai on *day*."""
        self.at[0] = datetime.fromisoformat(f"{day}T{hour - 8:02d}:00:00").replace(tzinfo=UTC)

    async def record(self) -> Record:
        """The newest minutes."""
        unit = self.house.store.unit()
        heads = await unit.records.heads(Filter(type="minutes"), limit=1)
        found = await unit.records.get(heads[0].id)
        assert found is not None
        return found


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Evening]:
    """清溪村 with 312 households, on 21 November 2026."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    at = [datetime(2026, 11, 21, 12, tzinfo=UTC)]
    async with open_store(url, files_dir=settings.files_dir) as store:
        await people(store)
        house = House(settings, store, lambda: at[0])
        house.bot = FileBot("42:TEST")
        house.inbox = Inbox(store, build_dispatcher(house.services), {"web": house.bot}, house.services.texts)
        cast = ("secretary", "officer", "convener", "supervisor", "clerk", "committee")
        yield Evening(house, {name: await watched(house, name, 1000 + n) for n, name in enumerate(cast)}, at)


async def answer(chat: Watched, *answers: str) -> Bubble:
    """Press what is a button, type the rest."""
    for one in answers:
        labels = [label for label, _ in chat.last.buttons]
        exact = next(
            (label for label in labels if label == one or label.startswith((f"{one}（", f"{one}，"))), None
        )
        await (chat.tap(exact) if exact is not None else chat.say(one))
    return chat.last


async def photo(chat: Watched) -> Bubble:
    """Send a file and say that it is the last."""
    await chat.send(chat.file("签到表.pdf", "application/pdf", 300))
    return await chat.tap("完成")


async def to_votes(chat: Watched) -> Bubble:
    """From the menu to how many had left; 226 of 312 came."""
    await chat.say("/menu")
    await chat.tap("户代表会议记录")
    await answer(chat, "户代表村民会议", "村民委员会", "没有，召集人决定", "陈某某", "李某某", "11月8号")
    await answer(chat, "入户", "张贴", "完成", "昨天晚上七点", "21:00", "文化礼堂", "1-1到6-26", "完成")
    await photo(chat)
    await answer(
        chat, "就这些场次", "没有列席", "村道硬化筹资", "筹资筹劳", "没有", "每户筹资200元，硬化村道1.2公里。"
    )
    return await answer(chat, "王某某问工期，陈某某答复六月底前完工。", "举手")


async def to_summary(chat: Watched) -> Bubble:
    """On to the summary: passed by 201 votes, one resolution."""
    await to_votes(chat)
    await answer(
        chat,
        "0",
        "201",
        "15",
        "10",
        "0",
        "同意每户筹资200元，用于硬化村道1.2公里。",
        "张某某",
        "2027年3月31日",
    )
    return await answer(chat, "决议就这些", "议题就这些", "是", "11月5号", "宣读了，没有异议")


async def send(chat: Watched) -> None:
    """Press the last button of a summary, whatever it is called."""
    for label, data in chat.last.buttons:
        if data.endswith(":!"):
            await chat.tap(label)
            return


async def act(evening: Evening, who: str, name: str, *answers: str) -> Bubble:
    """Open the record, press what may be done, answer what is asked."""
    chat = evening.chats[who]
    await chat.newest(FORM)
    await chat.tap(name)
    await answer(chat, *answers)
    await send(chat)
    return chat.last


async def test_a_meeting_is_written_down_and_carried_out(evening: Evening) -> None:
    """From the first question to the last follow-up, everybody in their own chat."""
    officer = evening.chats["officer"]
    said = await to_summary(officer)
    assert "应到 312 户，须到会 208 户以上（三分之二）；实到 226 户，达到法定人数" in said.text
    assert "赞成 201 票" in said.text, "the result stands in the summary"
    await officer.tap("提交")
    assert officer.last.text.startswith("已提交，回执 LX-E-QX03-202611-0001")
    assert "主持人陈某某（议事长）签字、村务监督成员见证" in officer.last.text
    assert dict(await letters(evening)) == {
        "convener": "有一份《户代表会议记录》2026年11月 等您审签（LX-E-QX03-202611-0001）。",
        "supervisor": "有一份《户代表会议记录》等村务监督成员见证（LX-E-QX03-202611-0001）。",
    }
    signed = await act(evening, "convener", "主持人签字", "本人签字确认")
    assert "下一步：等村务监督成员见证，见证了就送镇里备案。" in signed.text, (
        "who has signed is not asked again"
    )
    assert (
        "镇组织办备案"
        in (await act(evening, "supervisor", "见证签字", "不是，可以见证", "本人签字确认")).text
    )
    record = await evening.record()
    assert (record.state, record.period, record.event_at, record.due_at, record.late) == (
        "attested", "2026-11", "2026-11-20T19:00", "2026-11-23", False,
    )  # fmt: skip
    evening.on("2026-11-23", 10)
    said = await act(evening, "clerk", "予以备案", "跳过")
    assert "已备案，待公布" in said.text
    evening.on("2026-11-24", 10)
    await act(evening, "secretary", "公布决议", "今天", "12月9号", "跳过")
    evening.on("2026-12-10", 10)
    await act(evening, "secretary", "公布期满")
    await act(
        evening, "officer", "填落实进展", "1. 同意每户筹资200元", "昨天", "100", "道路已经通车。", "跳过"
    )
    assert (await evening.record()).state == "closed"
    await act(evening, "clerk", "归档")
    assert (await evening.record()).state == "archived"
    assert [fault for chat in evening.chats.values() for fault in chat.faults] == []


async def letters(evening: Evening) -> list[tuple[str, str]]:
    """What the outbox says now: (person, words)."""
    store, found = evening.house.store, []
    render = notices(evening.house.services.answers)
    while waiting := await store.claim_messages(50, 60.0):  # in order per person: one of each at a time
        for one in waiting:
            await store.message_sent(one.message.key)
            who = await store.unit().people.person(one.message.person)
            assert who is not None
            found += [(who.id, str(call["text"])) for call in render(one.message, who, "web", "1")]
    return found


async def test_law_is_said_before_the_vote(evening: Evening) -> None:
    """The quorum before the items, how many must still be there, how many must say yes: each with its article."""
    officer = evening.chats["officer"]
    said = await to_votes(officer)
    assert "表决前有人先走吗" in said.text
    assert "须到会 208 户以上（三分之二）（村民委员会组织法第二十六条）" in said.text
    said = await answer(officer, "0")
    assert "参加表决 226 户，赞成 114 票以上通过（过半数）" in said.text


async def test_too_few_came(evening: Evening) -> None:
    """The rule speaks with its three ways on; 改到会户数 leads back to the ticks."""
    chat = evening.chats["officer"]
    await chat.say("/menu")
    await chat.tap("户代表会议记录")
    await answer(chat, "户代表村民会议", "村民委员会", "没有，召集人决定", "陈某某", "李某某", "11月8号")
    await answer(chat, "入户", "完成", "昨天晚上七点", "21:00", "文化礼堂", "1-1到5-36", "完成")
    await photo(chat)
    said = await answer(chat, "就这些场次")
    assert "实到 196 户，未达到法定人数（村民委员会组织法第二十六条）" in said.text
    assert [label for label, _ in said.buttons][:3] == ["改到会户数", "按协商记录", "择日再开"]
    said = await answer(chat, "改到会户数")
    assert "已勾 196 / 共 312" in said.text
    said = await answer(chat, "5-37到6-8", "完成")
    assert "达到法定人数" in said.text
    assert chat.faults == []


async def test_the_roster_turns_its_pages(evening: Evening) -> None:
    """Ten households a page, a press ticks one and stays on the page, a typed line ticks many."""
    chat = evening.chats["officer"]
    await chat.say("/menu")
    await chat.tap("户代表会议记录")
    await answer(chat, "户代表村民会议", "村民委员会", "没有，召集人决定", "陈某某", "李某某", "11月8号")
    said = await answer(chat, "入户", "完成", "昨天晚上七点", "21:00", "文化礼堂")
    assert "▫ 1-001 户1" in [label for label, _ in said.buttons]
    await chat.tap("下一页")
    said = await chat.tap("1-012")
    assert "✓ 1-012 户12" in [label for label, _ in said.buttons]
    assert any(label == "2/32" for label, _ in said.buttons)
    said = await chat.tap("1-012")
    assert "▫ 1-012 户12" in [label for label, _ in said.buttons]
    said = await chat.tap("全部到")
    assert "已勾 312 / 共 312" in said.text
    said = await chat.say("1-12没来")
    assert "已勾 311 / 共 312" in said.text
    assert chat.faults == []


async def test_the_township_asks_for_more_and_sees_the_difference(evening: Evening) -> None:
    """Votes are not among what may be marked; the filler changes the marked words, and both sign again."""
    officer, clerk = evening.chats["officer"], evening.chats["clerk"]
    await to_summary(officer)
    await officer.tap("提交")
    await act(evening, "convener", "主持人签字", "本人签字确认")
    await act(evening, "supervisor", "见证签字", "不是，可以见证", "本人签字确认")
    await clerk.newest(FORM)
    said = await clerk.tap("要求补正")
    marked = {label.rpartition(" ")[2] for label, _ in said.buttons}
    while any(label == "下一页 ›" for label, _ in said.buttons):
        said = await clerk.tap("下一页")
        marked |= {label.rpartition(" ")[2] for label, _ in said.buttons}
    assert {"讨论", "签到表", "责任人"} <= marked
    assert not {"赞成", "反对", "弃权", "无效", "签到", "会议类别", "类别", "先走", "议题", "场次"} & marked
    await answer(clerk, "讨论", "不清楚", "请写清谁发的言", "退回给填报人")
    assert (await evening.record()).state == "returned"
    await officer.press(f"r:fix:{(await evening.record()).id}:0", officer.touched)
    assert "请写清谁发的言" in officer.last.text
    await answer(officer, "王某某问工期，陈某某答复六月底前完工，没有不同意见。", "交回补正")
    record = await evening.record()
    assert (record.state, record.version, record.round) == ("submitted", 2, 2)
    said = await clerk.newest(FORM)
    assert "没有不同意见" in said.text
    assert [fault for chat in evening.chats.values() for fault in chat.faults] == []


async def test_a_witness_without_a_phone(evening: Evening) -> None:
    """The filler names the witness, declares for them and sends the signed paper; who sits on the committee is not offered."""
    officer = evening.chats["officer"]
    await to_summary(officer)
    await officer.tap("提交")
    unit = evening.house.store.unit()
    unit.people.put_person(Person("sits", "钱某某"))
    for role in ("supervisor", "village_cadre"):
        unit.people.put_post("sits", Post(VILLAGE.id, VILLAGE.path, "branch", role, "", "2020-01-01"))
    await evening.house.store.commit(unit)
    await act(evening, "convener", "主持人签字", "本人签字确认")
    await officer.newest(FORM)
    said = await officer.tap("上传见证签字")
    assert "哪一位村务监督成员见证" in said.text
    assert not [label for label, _ in said.buttons if "钱某某" in label]
    await answer(officer, "吴某某", "不是，可以见证")
    await photo(officer)
    await send(officer)
    record = await evening.record()
    assert (record.state, [one.name for one in record.acts][-2:]) == (
        "attested",
        ["attest_paper", "both_signed"],
    )
    assert officer.faults == []


async def test_nothing_of_long_minutes_is_lost(evening: Evening) -> None:
    """What is longer than a message is turned page by page, before it is sent and afterwards; the last button stays."""
    officer = evening.chats["officer"]
    await to_summary(officer)
    await answer(officer, "修改某一项", "11 议题", "1. 村道硬化筹资", "4 方案", "甲乙" * 240)
    await answer(officer, "修改某一项", "11 议题", "1. 村道硬化筹资", "5 讨论", "丙&丁" * 650)
    await _all_pages(officer, "提交")
    await officer.tap("提交")
    await officer.tap("查看")
    await _all_pages(officer, "回首页")
    assert officer.faults == []


async def _all_pages(chat: Watched, stays: str) -> None:
    """From the first page to the last: no more than a message each, nothing left out, *stays* on every one."""
    said = [chat.last.text]
    assert any(label.startswith("1/") for label, _ in chat.last.buttons), chat.last
    while any(label == "下一页 ›" for label, _ in chat.last.buttons):
        assert any(label == stays for label, _ in chat.last.buttons)
        said.append((await chat.tap("下一页")).text)
    assert max(map(len, said)) <= 4096
    whole = "".join(said).replace("\n", "")
    assert "甲乙" * 240 in whole
    assert "丙&丁" * 650 in whole
    assert "宣读了，没有异议" in whole
    assert any(label == stays for label, _ in chat.last.buttons)
