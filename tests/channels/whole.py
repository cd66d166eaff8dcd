"""
The whole bot on Telegram, with nothing left out but Telegram itself: the process as it is composed for serving, the Bot API
double on the other side of real HTTP, and people who only see their screens.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import io
import shutil
import socket
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr
from python_calamine import CalamineWorkbook

from bot.app import build_services
from bot.channels.worker import CHANNEL
from bot.forms.core.records import Record
from bot.kept import Filter
from bot.services import Services
from bot.serving import put_together
from bot.settings import Settings
from bot.texts import Texts
from storage.migrations import upgrade
from storage.store import DatabaseStore, open_store
from tests.botapi.ledger import Call, Update
from tests.botapi.people import Attachment, User
from tests.botapi.server import BotApiDouble
from tests.botapi.world import Post
from tests.handlers.conftest import PEOPLE, people

SECRET = "whole-0123456789abcdef0123456789"
TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
LAST = TODAY.replace(day=1) - timedelta(days=1)  # a day of the month that is reported
MONTH = f"{LAST.year}年{LAST.month}月"
PATIENCE = 20.0  # seconds for what takes a few milliseconds on a machine that has nothing else to do
REPORT = ("组织主题党日", f"{LAST.month}月20号", "在村部学习，28人参加", "交流了三条意见", "就这些",
          "1", "1", "0", "0", "1", "32", "27", "34", "0", "2", "十八",
          "3", "2", "无", "跳过", "完成村道招标", f"{TODAY.year}年{TODAY.month}月28号", "张某某", "就这些")  # fmt: skip


def day(ahead: int) -> str:
    """A day as people write it, so many days from today."""
    on = TODAY + timedelta(days=ahead)
    return f"{on.year}年{on.month}月{on.day}号"


#: A meeting of yesterday evening, up to the photo of the sheet and on from there.
MEETING = ("户代表村民会议", "村民委员会", "没有，召集人决定", "陈某某", "李某某", day(-14), "入户", "张贴", "完成",
           "昨天晚上七点", "21:00", "文化礼堂", "全部到", "完成")  # fmt: skip
AGENDA = (
    "完成",
    "就这些场次",
    "没有列席",
    "村道硬化筹资",
    "筹资筹劳",
    "没有",
    "每户筹资200元，硬化村道1.2公里。",
)
VOTES = ("举手", "0", "2", "1", "0", "同意每户筹资200元，用于硬化村道1.2公里。", "张某某", day(150), "决议就这些",
         "议题就这些", "是", day(-16), "宣读了，没有异议")  # fmt: skip
#: What Telegram says of an edit that changes nothing; the bot takes it for success (bot/channels/session.py).
NOTHING_CHANGED = "message is not modified"


@dataclass
class Town:
    """
    The double, the bot on it, and whoever talks to it. What went wrong without anybody seeing it is asked at the end.

    ``expected``: parts of what may be refused or logged, because the test provokes it.
    """

    api: BotApiDouble
    services: Services
    store: DatabaseStore
    hooked: bool
    expected: list[str] = field(default_factory=list)

    async def enter(self, person: str, user_id: int, lang: str = "zh-hans") -> Somebody:
        """Somebody of the cast opens the link of their invitation and says their name if asked."""
        name, org, role, _ = PEOPLE[person]
        invited = await self.services.entry.invite(role, org.id, person_id=person)
        one = Somebody(self, self.api.user(user_id, name, lang))
        await one.did(one.user.start(invited.code))
        if role != "member":  # who may decide something says who they are
            await one.say(name)
        return one

    async def settled(self, *updates: Update) -> None:
        """
        Wait until *updates* are acknowledged and worked, and all is said that had to be said, to others too.

        In polling an update is acknowledged before it is worked: only the bot knows when it is through.
        """
        for update in updates:
            await self.api.acked(update, PATIENCE)
        async with asyncio.timeout(PATIENCE):
            while (  # noqa: ASYNC110 - the store rings no bell
                await self.store.pending_updates(limit=1)
                or await self.store.owed_replies(CHANNEL, limit=1)
                or await self.store.next_message_at()
            ):
                await asyncio.sleep(0.002)
        await self.api.quiet(idle=0.02, within=PATIENCE)

    async def record(self, type_id: str) -> Record:
        """The newest record of a type."""
        unit = self.store.unit()
        heads = await unit.records.heads(Filter(type=type_id), limit=1)
        found = await unit.records.get(heads[0].id)
        assert found is not None
        return found

    def faults(self) -> list[str]:
        """Refused calls, HTML that Telegram would drop, taps not answered once, updates nobody took."""
        ledger = self.api.ledger
        found = [f"{call.method} refused: {call.description}" for call in ledger.refused()]
        found += [f"{call.method}: {fault}" for call, fault in ledger.html_faults()]
        answers = Counter(_query_of(call) for call in ledger.of("answerCallbackQuery") if call.ok)
        for update in ledger.updates.values():
            if update.state != "acked":
                found.append(f"{update.kind} {update.state}")
            if update.kind == "callback_query":
                times = answers.pop(update.json["callback_query"]["id"], 0)
                found += [f"a tap was answered {times} times"] * (times != 1)
        found += [f"an answer to no tap: {one}" for one in answers]
        return [one for one in found if not any(part in one for part in self.expected)]


def _query_of(call: Call) -> str:
    return str(call.arguments.get("callback_query_id"))


@dataclass
class Somebody:
    """A person with a Telegram account, acting on the screen that is before them."""

    town: Town
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

    async def did(self, *updates: Update) -> str:
        """Wait until the bot has answered; what it says then."""
        await self.town.settled(*updates)
        return self.text

    async def say(self, words: str) -> str:
        """Write."""
        return await self.did(self.user.text(words))

    async def do(self, *words: str) -> str:
        """One after the other: tap what is a button of the live message, write what is none."""
        for one in words:
            starts = tuple(f"{one}{end}" for end in " （，")
            label = next((label for label in self.labels if label == one or label.startswith(starts)), None)
            await self.did(self.user.tap(label, self.live) if label is not None else self.user.text(one))
        return self.text

    async def tap(self, *parts: str) -> str:
        """One after the other: the button with these words in it, on a later page of the list if it is not on this one."""
        for part in parts:
            while not (found := [label for label in self.labels if part in label]):
                assert "下一页 ›" in self.labels, f"no button {part!r}:\n{self.user.transcript()}"
                await self.did(self.user.tap("下一页 ›", self.live))
            await self.did(self.user.tap(found[0], self.live))
        return self.text

    async def photo(self, content: bytes) -> str:
        """Send a photo from the album of the phone."""
        return await self.did(self.user.send_photo(content))

    async def album(self, *contents: bytes) -> str:
        """Send several photos at once."""
        return await self.did(*self.user.send_album([Attachment(one) for one in contents]))

    async def open(self, what: str) -> str:
        """The first thing in the list of what waits that is called so."""
        await self.say("/todo")
        return await self.tap(what)

    async def reported(self) -> str:
        """Fill in last month's report and send it; the receipt."""
        await self.say("/monthly_report")
        await self.do(MONTH, *REPORT)
        assert "请核对" in self.text, self.user.transcript()
        return await self.do("提交")

    async def met(
        self, sheet: bytes, *more: bytes, discussion: str = "王某某问工期，陈某某答复六月底前完工。"
    ) -> str:
        """Write the minutes of a meeting, with a photo of the sheet and *more* as an album; the summary."""
        await self.say("/minutes")
        await self.do(*MEETING)
        await self.photo(sheet)
        if more:
            await self.album(*more)
        await self.do(*AGENDA, discussion, *VOTES)
        assert "请核对" in self.text, self.user.transcript()
        return self.text

    def received(self) -> tuple[str, bytes]:
        """Name and content of the document that came last."""
        sent = next(post.json["document"] for post in reversed(self.user.from_bot) if "document" in post.json)
        return sent["file_name"], self.town.api.world.files.find(sent["file_id"]).content

    def workbook(self) -> dict[str, list[list[Any]]]:
        """The sheets of the workbook that came last."""
        name, content = self.received()
        assert name.endswith(".xlsx")
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return {sheet: book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names}


@pytest.fixture(scope="session")
def village_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with 清溪村, three households and its township, made once."""
    folder = tmp_path_factory.mktemp("village")

    async def make() -> None:
        url = f"sqlite+aiosqlite:///{folder}/lianxin.db"
        await upgrade(url)
        async with open_store(url, files_dir=folder / "files") as store:
            await people(store, households=3)

    asyncio.run(make())
    return folder / "lianxin.db"


@functools.cache
def words() -> Texts:
    """All words, compiled once: that takes longer than all else at the start."""
    return Texts(strict=True)


@contextlib.asynccontextmanager
async def serving(folder: Path, village: Path, *, hooked: bool) -> AsyncIterator[Town]:
    """The bot served by Telegram one way or the other."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    shutil.copyfile(village, folder / "lianxin.db")
    url = f"sqlite+aiosqlite:///{folder}/lianxin.db"
    async with BotApiDouble(factor=0.02) as api:
        settings = Settings(
            data_dir=folder, database_url=url, bot_token=SecretStr(api.token), bot_api=api.base, port=port,
            webhook_url=f"http://127.0.0.1:{port}" if hooked else None,
            webhook_secret=SecretStr(SECRET) if hooked else None, _env_file=None,
        )  # fmt: skip
        async with open_store(url, files_dir=settings.files_dir) as store:
            services = build_services(settings, store, texts=words())
            async with put_together(services):
                yield Town(api, services, store, hooked)


@pytest.fixture(params=["webhook", "polling"])
async def town(
    request: pytest.FixtureRequest, tmp_path: Path, village_file: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Town]:
    """清溪村 and its township on Telegram; at the end nothing was refused, dropped, left open or complained of."""
    async with serving(tmp_path, village_file, hooked=request.param == "webhook") as town:
        yield town
        await town.settled()
        wrong = [*town.faults(), *complaints(caplog, town.expected)]
        assert not wrong, "\n".join(wrong)


def complaints(caplog: pytest.LogCaptureFixture, expected: list[str]) -> Iterator[str]:
    """Warnings and errors in the log."""
    for record in caplog.get_records("call"):
        said = record.getMessage()
        if record.levelname in ("WARNING", "ERROR") and not any(part in said for part in expected):
            yield said
