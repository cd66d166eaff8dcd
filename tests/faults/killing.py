"""
Kill the real process at random points of a form, and hold what the double saw acknowledged against what is kept.

People fill check-ins; at a random moment of some actions the process gets SIGKILL and is started again. *Lost*: an
answer was acknowledged, the bot fell silent, and the same question stands there again. *Doubled*: a record more than
forms were sent. The double, not the bot's tables, says what was acknowledged.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.kept import Filter
from bot.people import Org, Person, Post
from storage.migrations import upgrade
from storage.store import open_store
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble
from tests.botapi.world import Post as Shown

SECRET = "faults-0123456789abcdef0123456789"
BRANCH = Org("QX0301", "清溪村党支部", "清溪村", "branch", "village", "QX03", "/SF/QX03/QX0301/")
#: What to do on a screen: words of the question -> (tap | text, what).
ANSWERS = (
    ("还要再报一份吗", "tap", "是，没错"),  # the same news again, over and over
    ("这次是哪一种", "tap", "首次报到"), ("您现在在哪里", "text", "鄞州"), ("现在做什么", "tap", "务工"),
    ("在哪个单位", "text", "某制衣厂"), ("手机号换了吗", "tap", "没换"), ("编入当地的党组织", "tap", "编入了"),
    ("当地党组织叫什么", "text", "某工业区流动党支部"), ("参加了几次组织生活", "text", "两次"), ("党费交到哪个月", "text", "上个月"),
    ("有什么困难", "text", "想问社保怎么转"), ("要支部联系您吗", "tap", "不用"), ("打算什么时候回来", "tap", "跳过"),
    ("请核对", "tap", "提交"),
)  # fmt: skip
WANTED = {"checkin_kind": "first", "job_kind": "labour", "employer": "某制衣厂", "mobile_changed": False, "host_joined": True,
          "life_count": 2, "life_items": ["class"], "difficulty": "想问社保怎么转", "need_help": False}  # fmt: skip


@dataclass
class Tally:
    """What came of a run."""

    kills: int = 0
    acked: int = 0
    lost: int = 0
    silent: int = 0
    sent: int = 0
    records: int = 0
    wrong: list[str] = field(default_factory=list)
    findings: int = 0


class Zygote:
    """The warm parent process."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._read()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found

    def fork(self, order: dict[str, Any]) -> int:
        """Start the bot; its pid."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self._read()["pid"])

    def close(self) -> None:
        """End the parent."""
        self.process.communicate(timeout=10)


class Run:
    """
    One database, one bot, some people, many kills. ``mode``: webhook | polling.

    *cold*: each start is ``lianxin run`` in an interpreter of its own, as an operator starts it.
    """

    def __init__(
        self,
        folder: Path,
        zygote: Zygote,
        mode: str,
        *,
        seed: int,
        people: int = 3,
        url: str = "",
        ack_first: bool = False,
        cold: bool = False,
    ) -> None:
        self.folder, self.zygote, self.mode, self.ack_first = folder, zygote, mode, ack_first
        self.random = random.Random(seed)
        self.url = url or f"sqlite+aiosqlite:///{folder}/lianxin.db"
        self.people, self.tally, self.pid = people, Tally(), 0
        self.cold: subprocess.Popen[bytes] | None = None
        self._is_cold = cold

    async def kill(self, kills: int) -> Tally:
        """Fill forms until the process has been killed *kills* times, then compare."""
        await self._fill_database()
        async with BotApiDouble(factor=0.02) as api:
            self.api = api
            users = [api.user(1000 + n, f"王某{n}", "zh-hans") for n in range(self.people)]
            await self._start()
            try:
                for user in users:
                    await self._do(user.text("/menu"))
                while self.tally.kills < kills:
                    user = self.random.choice(users)
                    await self._step(user, strike=self.random.random() < 0.45)
                for user in users:  # everybody brings the form they are in to its end
                    while "已提交" not in self._text(user):
                        await self._step(user, strike=False)
            finally:
                self._strike()
        await self._compare()
        return self.tally

    async def _fill_database(self) -> None:
        await upgrade(self.url)
        async with open_store(self.url, files_dir=self.folder / "files") as store:
            unit = store.unit()
            town = Org("QX03", "清溪镇党委", "清溪镇", "town", "office", "SF", "/SF/QX03/")
            for org in (Org("SF", "示范县委组织部", "示范县", "county", "office", "", "/SF/"), town, BRANCH):
                unit.people.put_org(org)
            for n in range(self.people):
                unit.people.put_person(Person(f"m{n}", f"王某{n}"))
                unit.people.put_post(
                    f"m{n}", Post(BRANCH.id, BRANCH.path, "branch", "member", "流动党员", "2020-01-01")
                )
                unit.people.set_consent(f"m{n}", "v1", "test")
                unit.people.bind_chat("tg", str(1000 + n), f"m{n}")
            await store.commit(unit)
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]

    async def _start(self) -> None:
        settings: dict[str, Any] = {
            "data_dir": str(self.folder), "database_url": self.url, "bot_token": self.api.token, "bot_api": self.api.base,
            "port": self.port, "secret_key": "f7c1b3a95e0d4286af13c9d8e2b6074155aa90d1c3",
        }  # fmt: skip
        if self.mode == "webhook":
            settings |= {"webhook_url": f"http://127.0.0.1:{self.port}", "webhook_secret": SECRET}
        if self._is_cold:
            self._start_cold(settings)
            return
        self.pid = self.zygote.fork(
            {"settings": settings, "ack_first": self.ack_first, "log": str(self.folder / "bot.log")}
        )

    def _start_cold(self, settings: dict[str, Any]) -> None:
        given = {f"LIANXIN_{name.upper()}": str(value) for name, value in settings.items()}
        with (self.folder / "bot.log").open("ab") as log:
            self.cold = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], env=os.environ | given, stdout=log, stderr=log
            )
        self.pid = self.cold.pid

    def _strike(self) -> None:
        if self.cold is not None:
            self.cold.kill()
            self.cold.wait(10)
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    @staticmethod
    def _live(user: User) -> Shown | None:
        """
        The message the bot said or changed last. A question that was told twice after a crash is one screen twice: the
        answer to the upper changes the upper.
        """
        said = (one.message_id for one in reversed(user.chat.story) if one.kind in ("sent", "edited"))
        return user.chat.posts[number] if (number := next(said, 0)) else None

    def _text(self, user: User) -> str:
        live = self._live(user)
        return "" if live is None else str(live.text)

    async def _step(self, user: User, *, strike: bool) -> None:
        """One action of one person on what they see; perhaps the process dies meanwhile."""
        before = self._text(user)
        update, submits = self._act(user, before)
        if strike:
            await asyncio.sleep(self.random.uniform(0, 0.02))
            self._strike()
            self.tally.kills += 1
            await self._start()
        await self._do(update)
        for _ in range(60 if self.ack_first else 200):
            # what was taken in is answered by the process that works it, or by the next one
            if self._text(user) != before:
                break
            await asyncio.sleep(0.1)
        after = self._text(user)
        if after == before:  # no reply: does the bot still ask the same, or did it only fail to say so?
            await self._do(user.text("/check_in"))
            self.tally.silent += 1
            self.tally.sent += submits and self._text(user) != before
        if self._text(user) == before:
            self.tally.lost += 1
            if self.tally.lost > 20 and not self.ack_first:
                raise AssertionError(f"the form stands still at {before[-40:]!r}: {self.tally}")
        elif submits and after != before:
            self.tally.sent += 1

    def _act(self, user: User, text: str) -> tuple[Any, bool]:
        live = self._live(user)
        if "参加了哪些" in text and live is not None:
            ticked = any("✓" in label for label in live.labels)
            return user.tap("完成" if ticked else "党课", live), False
        for words, how, what in ANSWERS:
            if words in text:
                return (user.tap(what, live) if how == "tap" else user.text(what)), words == "请核对"
        return user.text("/check_in"), False

    async def _do(self, update: Any) -> None:
        await asyncio.wait_for(self.api.after(update, within=60), 70)
        self.tally.acked += 1

    async def _compare(self) -> None:
        async with open_store(self.url, files_dir=self.folder / "files") as store:
            heads = await store.unit().records.heads(Filter(type="check_in"), limit=1000)
            self.tally.records = len(heads)
            for head in heads:
                record = await store.unit().records.get(head.id)
                assert record is not None
                for name, value in WANTED.items():
                    if record.answers.get(name) != value:
                        self.tally.wrong.append(f"{name}={record.answers.get(name)!r}")
            self.tally.findings = len([one async for one in store.verify()])
