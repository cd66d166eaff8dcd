"""One conversation of every form as people read it, from the first word to the one who has to do with it next."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.channels.inbox import Inbox
from bot.handlers.dispatch import build_dispatcher
from bot.settings import Settings
from storage.migrations import upgrade
from storage.store import open_store
from tests.handlers.chat import House
from tests.handlers.conftest import PEOPLE, people
from tests.handlers.hostile import FileBot
from tests.handlers.test_check_in import Days, walk
from tests.handlers.transcript import Recorded, Transcript


@dataclass
class Story:
    """清溪村 on the days the story says; ``chat`` of somebody is made when they first speak."""

    house: House
    days: Days
    script: Transcript = field(default_factory=Transcript)
    chats: dict[str, Recorded] = field(default_factory=dict)

    async def chat(self, person: str) -> Recorded:
        """The chat of one of the cast, written down."""
        if person not in self.chats:
            name, _, _, title = PEOPLE[person]
            number = 1000 + len(self.chats)
            self.chats[person] = await self.script.chat(self.house, person, number, f"{title}{name}")
        return self.chats[person]

    async def play(self, person: str, *steps: str) -> None:
        """Typed, or tapped where a step begins with >."""
        await walk(await self.chat(person), *steps)


@pytest.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """A small village in autumn: twelve households, the cast of the other chat tests."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    days = Days("2026-11-03")
    async with open_store(url, files_dir=settings.files_dir, now=days) as store:
        await people(store, households=12)
        house = House(settings, store, days)
        house.bot = FileBot("42:TEST")
        house.inbox = Inbox(store, build_dispatcher(house.services), {"web": house.bot}, house.services.texts)
        yield Story(house, days)


async def test_help_is_called_help(story: Story) -> None:
    """What is explained of a question is said when 求助 is pressed; it never stands on the button."""
    officer = await story.chat("officer")
    await walk(officer, "履职承诺")
    assert [label for label, _ in officer.last.buttons][-2:] == ["稍后再填", "求助"]
    assert "一句话承诺由支部确认后贴出" in (await officer.tap("求助")).text


async def test_a_check_in(story: Story, rewrite_golden: bool) -> None:
    """The first one with consent and some slips, the next month's in a few presses, the branch's confirmation."""
    await story.play(
        "member", "流动党员联系登记", ">同意", ">首次", "火星", "鄞州", ">务工", "某制衣厂", ">换了", "1391234",
        "13912345678", ">是，没错", ">编入了", "某工业区流动党支部", "1", "线上学习", "2028年5月", "10月", "想问社保怎么转", ">要",
        "春节", ">提交",
    )  # fmt: skip
    await story.play("secretary", "/todo", ">流动党员联系登记", ">核实确认", ">电话")
    story.days.at("2026-12-10")
    await story.play(
        "member", "流动党员联系登记", ">定期联系", ">与上期一致", "在外一切都好，按时参加线上学习，厂里加班也没有落下党课。",
        ">提交",
    )  # fmt: skip
    story.script.check("check_in", rewrite_golden)


async def test_a_monthly_report(story: Story, rewrite_golden: bool) -> None:
    """Written by the information officer with some slips, signed by the secretary, taken by the township."""
    await story.play(
        "officer", "月度汇报", ">10月", "组织主题党日", "11月20号", "10月20号", "在村部学习，28人参加。", "学了新修订的条例",
        ">就这些", "0", "好几次", "1", "0", "0", "1", "32", "33", "27", "34", ">0 次", "2", "十八", "3", "2", "1", ">无", "跳过",
        "完成村道招标", "12月5日", "张某某", ">就这些", ">提交",
    )  # fmt: skip
    await story.play("secretary", "/todo", ">月度汇报", ">书记审签", ">本人签字确认")
    await story.play("clerk", "/todo", ">清溪村", ">开始审核")
    story.script.check("monthly_report", rewrite_golden)


async def test_a_commitment_for_a_year(story: Story, rewrite_golden: bool) -> None:
    """Written down for the secretary by the information officer, signed with the secretary's own hand, viewed."""
    story.days.at("2026-01-12")
    await story.play(
        "officer", "履职承诺", ">年度承诺", ">个人", ">张某某", "1月1日",
        ">发展", "硬化村道1.2公里", "三月底前完成招标", "6月30号", ">现场照片",
        ">再加一项", ">服务", "每季度走访困难户一遍", "按片包干", "去年6月", "6月30号", ">现场照片", ">就这些",
        ">再加一项", ">廉洁自律", "不插手村内工程发包", "工程一律招标", ">现场照片", ">就这些", ">提交",
    )  # fmt: skip
    await story.play("secretary", "/todo", ">履职承诺", ">签名", ">本人签字确认")
    await story.play("clerk", "/todo", ">履职承诺", ">审诺", "同意提交会议")
    story.script.check("commitment", rewrite_golden)


async def test_minutes(story: Story, rewrite_golden: bool) -> None:
    """A meeting of twelve households, with some slips, signed by who led it and by the witness, filed."""
    story.days.at("2026-11-21")
    await story.play(
        "officer", "户代表会议记录", ">户代表村民会议", ">村民委员会", ">没有，召集人决定", ">陈某某", ">陈某某", ">李某某",
        "明天", "11月8号", ">入户", ">张贴", ">完成", "昨天晚上七点", "18:00", "21:00", "文化礼堂", "9-99", "1-1到1-9",
        ">完成",
    )  # fmt: skip
    officer = await story.chat("officer")
    await officer.send(officer.file("签到表.pdf", "application/pdf", 300))
    await story.play(
        "officer", ">完成", ">就这些场次", ">没有列席", "村道硬化筹资", ">筹资筹劳", ">没有", "每户筹资200元，硬化村道1.2公里。",
        "王某某问工期，陈某某答复六月底前完工。", ">举手", "0", "10", "7", "1", "2", "1",
        "同意每户筹资200元，用于硬化村道1.2公里。", ">张某某", "2027年3月31日", ">决议就这些", ">议题就这些", ">研究过", "11月5号",
        ">宣读了，没有异议", ">提交",
    )  # fmt: skip
    await story.play("convener", "/todo", ">户代表会议记录", ">主持人签字", ">本人签字确认")
    await story.play(
        "supervisor", "/todo", ">户代表会议记录", ">见证签字", ">不是，可以见证", ">本人签字确认"
    )
    story.days.at("2026-11-23")
    await story.play("clerk", "/todo", ">户代表会议记录", ">予以备案", "跳过")
    story.script.check("minutes", rewrite_golden)
