"""
The whole bot on Telegram, with nothing left out but Telegram itself: the process as it is composed for serving, the Bot API
double on the other side of real HTTP, and people who only see their screens. Once by webhook, once by polling.
"""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.app import build_services
from bot.serving import put_together
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.entry import Entry
from storage.migrations import upgrade
from storage.store import open_store
from tests.botapi.ledger import Update
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble
from tests.botapi.world import Post
from tests.handlers.conftest import PEOPLE, people

SECRET = "whole-0123456789abcdef0123456789"
TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
LAST = TODAY.replace(day=1) - timedelta(days=1)  # a day of the month that is reported
#: What the member answers: words of the question -> what is tapped or written.
CHECK_IN = (
    ("同意吗", "同意"), ("这次是哪一种", "首次报到"), ("您现在在哪里", "鄞州"), ("现在做什么", "务工"), ("在哪个单位", "某制衣厂"),
    ("手机号换了吗", "没换"), ("编入当地的党组织", "编入了"), ("当地党组织叫什么", "某工业区流动党支部"),
    ("参加了几次组织生活", "两次"), ("参加了哪些", "党课"), ("党费交到哪个月", "上个月"), ("有什么困难", "跳过"),
    ("打算什么时候回来", "跳过"),
)  # fmt: skip
REPORT = ("组织主题党日", f"{LAST.month}月20号", "在村部学习，28人参加", "交流了三条意见", "就这些",
          "1", "1", "0", "0", "1", "32", "27", "34", "0", "2", "十八",
          "3", "2", "无", "跳过", "完成村道招标", f"{TODAY.year}年{TODAY.month}月28号", "张某某", "就这些")  # fmt: skip


@dataclass
class Town:
    """The double and whoever talks to the bot on it; ``entry`` makes invitations."""

    api: BotApiDouble
    entry: Entry

    async def enter(self, person: str, user_id: int, lang: str = "zh-hans") -> Somebody:
        """Somebody of the cast opens the link of their invitation and says their name if asked."""
        name, org, role, _ = PEOPLE[person]
        invited = await self.entry.invite(role, org.id, person_id=person)
        one = Somebody(self.api, self.api.user(user_id, name, lang))
        await one.did(one.user.start(invited.code))
        if role != "member":  # who may decide something says who they are
            await one.user.sees("姓名")
            await one.say(name)
        return one


@dataclass
class Somebody:
    """A person with a Telegram account, acting on the screen that is before them."""

    api: BotApiDouble
    user: User

    @property
    def live(self) -> Post:
        """The message the bot said or changed last."""
        said = (one.message_id for one in reversed(self.user.chat.story) if one.kind in ("sent", "edited"))
        return self.user.chat.posts[next(said)]

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.live.text)

    @property
    def labels(self) -> list[str]:
        """Its buttons."""
        return list(self.live.labels)

    async def did(self, update: Update) -> str:
        """Wait until the bot has answered; what it says then."""
        await self.api.after(update, within=20)
        return self.text

    async def say(self, words: str) -> str:
        """Write."""
        return await self.did(self.user.text(words))

    async def do(self, words: str) -> str:
        """Tap what is a button of the live message, write what is none."""
        label = next((one for one in self.labels if one == words or one.startswith(f"{words} ")), None)
        return await self.did(self.user.tap(label, self.live) if label is not None else self.user.text(words))

    async def tap(self, part: str) -> str:
        """Tap the button with *part* in it, on the next page of a list if it is not on this one."""
        for _ in range(5):
            label = next((one for one in self.labels if part in one), None)
            if label is not None:
                return await self.did(self.user.tap(label, self.live))
            await self.do("下一页 ›")
        raise AssertionError(f"no button {part!r}:\n{self.user.transcript()}")


@pytest.fixture(params=["webhook", "polling"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """清溪村 and its township, served by Telegram one way or the other."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    async with BotApiDouble(factor=0.02) as api:
        hooked = request.param == "webhook"
        settings = Settings(
            data_dir=tmp_path, database_url=url, bot_token=SecretStr(api.token), bot_api=api.base, port=port,
            webhook_url=f"http://127.0.0.1:{port}" if hooked else None,
            webhook_secret=SecretStr(SECRET) if hooked else None, _env_file=None,
        )  # fmt: skip
        async with open_store(url, files_dir=settings.files_dir) as store:
            await people(store, households=3)
            services = build_services(settings, store, texts=Texts(strict=True))
            async with put_together(services):
                yield Town(api, services.entry)


async def test_a_report_from_the_invitation_to_the_township(town: Town) -> None:
    """Invited, filled in, sent with its receipt; the clerk finds it waiting and reads it."""
    secretary = await town.enter("secretary", 501)
    assert "张某某" in secretary.text
    await secretary.say("/monthly_report")
    await secretary.do(f"{LAST.year}年{LAST.month}月")
    for words in REPORT:
        await secretary.do(words)
    assert "请核对" in secretary.text, secretary.user.transcript()
    assert "LX-D-QX03-" in await secretary.do("提交")

    clerk = await town.enter("clerk", 502)
    await clerk.say("/todo")
    assert "在村部学习" in await clerk.tap("月度汇报")


async def test_a_member_checks_in(town: Town) -> None:
    """Consent first and apart, then the form to its end; the number of the receipt is shown."""
    member = await town.enter("member", 503)
    assert "同意并开始" in member.labels
    await member.do("同意并开始")
    await member.say("/check_in")
    for _ in range(30):
        if "请核对" in member.text:
            break
        words = next(answer for question, answer in CHECK_IN if question in member.text)
        await member.do(words)
        if words == "党课":
            await member.do("完成")
    assert "LX-A-QX03-" in await member.do("提交")


async def test_commands_answer_and_are_listed(town: Town) -> None:
    """Each command says something of its own, in the language that was chosen; the menu lists them in each language."""
    member = await town.enter("member", 504)
    await member.do("同意并开始")
    said = [await member.say(f"/{name}") for name in ("privacy", "settings", "help", "cancel", "language")]
    assert len(set(said)) == len(said)
    assert all(said)
    await member.do("English")
    assert "Lianxin keeps" in await member.say("/privacy")
    for code, word in (("zh-hans", "首页"), ("zh-hant", "首页"), ("en", "Home")):
        listed = town.api.commands_for(town.api.user(600 + len(code) + len(word), "x", code))
        names = [one["command"] for one in listed]
        assert {"check_in", "monthly_report", "minutes", "commitment", "todo", "help", "settings"} <= set(
            names
        )
        assert word in next(one["description"] for one in listed if one["command"] == "menu")
