"""
CPU per answered, durably stored step: Lianxin's webhook beside a bare aiogram echo bot, 200 people at once.

Each server is its own process; its CPU is read from the operating system before and after. The driver plays members
who fill the check-in; Telegram is a sink on loopback that answers every call at once. Pairs run one after the other,
so that the ratio holds when the machine's speed drifts.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
from aiohttp import ClientSession, TCPConnector, web

from bench.figures import show

PEOPLE = 200
FIRST_CHAT = 100_000
SECRET = "bench-secret-0123456789abcdef"
ANSWERS = ("定期联系|首次报到", "鄞州", "务工", "跳过", "没换", "编入了", "某工业区流动党支部", "2", "党课", "完成",
           "10月", "跳过", "跳过", "提交")  # fmt: skip
AGAIN = "是，没错"
TICKS = os.sysconf("SC_CLK_TCK")
_updates = itertools.count(1)


@dataclass
class Measured:
    """One run. Seconds of CPU per step; waits in seconds, sorted."""

    cpu: float
    steps: int
    wall: float
    waits: list[float] = field(default_factory=list)
    failed: int = 0

    def quantile(self, share: float) -> float:
        """The wait that *share* of the steps did not exceed."""
        return self.waits[min(len(self.waits) - 1, int(len(self.waits) * share))]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def cpu_of(pid: int) -> float:
    """Seconds of CPU a process has used, its threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


@contextlib.asynccontextmanager
async def sink() -> AsyncIterator[str]:
    """A Bot API that takes everything."""
    body = orjson.dumps(
        {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}
    )
    true = orjson.dumps({"ok": True, "result": True})

    async def take(request: web.Request) -> web.Response:
        await request.read()
        says = body if request.path.endswith(("sendMessage", "editMessageText")) else true
        return web.Response(body=says, content_type="application/json")

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


class Member:
    """One person with a phone."""

    def __init__(self, session: ClientSession, url: str, number: int, waits: list[float]) -> None:
        self.session, self.url, self.chat, self.waits = session, url, FIRST_CHAT + number, waits
        self.buttons: dict[str, str] = {}
        self.failed = 0

    async def post(self, update: dict[str, Any]) -> None:
        """Bring one update, read the reply in the response."""
        update["update_id"] = next(_updates)
        began = time.perf_counter()
        async with self.session.post(
            self.url,
            data=orjson.dumps(update),
            headers={"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"},
        ) as response:
            body = await response.read()
            self.waits.append(time.perf_counter() - began)
            if response.status != 200:
                self.failed += 1
                return
        if body:
            call = orjson.loads(body)
            rows = call.get("reply_markup", {}).get("inline_keyboard")
            if rows:
                self.buttons = {one["text"]: one["callback_data"] for row in rows for one in row}

    def _from(self) -> dict[str, Any]:
        return {"id": self.chat, "is_bot": False, "first_name": "王", "language_code": "zh-hans"}

    async def say(self, text: str) -> None:
        """Write something."""
        chat = {"id": self.chat, "type": "private", "first_name": "王"}
        await self.post(
            {
                "message": {
                    "message_id": 5,
                    "date": int(time.time()) + 1,
                    "chat": chat,
                    "from": self._from(),
                    "text": text,
                }
            }
        )

    async def press(self, data: str) -> None:
        """Press a button; the message with its keyboard comes along, as Telegram sends it."""
        rows = [[{"text": text, "callback_data": one}] for text, one in self.buttons.items()]
        chat = {"id": self.chat, "type": "private", "first_name": "王"}
        message = {"message_id": 6, "date": int(time.time()), "chat": chat, "text": "x",
                   "from": {"id": 42, "is_bot": True, "first_name": "连心"}, "reply_markup": {"inline_keyboard": rows}}  # fmt: skip
        await self.post({"callback_query": {"id": str(next(_updates)), "from": self._from(), "chat_instance": "1",
                                            "data": data, "message": message}})  # fmt: skip

    async def fill(self) -> int:
        """Fill one check-in as an invented event (first report); returns the steps it took."""
        await self.press("n:check_in")
        steps = 1
        for answer in ANSWERS:
            wanted = ("首次报到",) if "|" in answer else (answer,)
            found = next((data for text, data in self.buttons.items() for one in wanted if one in text), None)
            await (self.press(found) if found is not None else self.say(answer))
            steps += 1
            if (
                again := self.buttons.get(AGAIN)
            ) is not None:  # the same news a second time: sent all the same
                await self.press(again)
                steps += 1
        return steps

    async def echo(self, count: int) -> int:
        """Write *count* messages."""
        for n in range(count):
            await self.say(f"你好 {n}")
        return count


async def _drive(kind: str, url: str, pid: int, forms_each: int) -> Measured:
    waits: list[float] = []
    async with ClientSession(connector=TCPConnector(limit=PEOPLE)) as session:
        members = [Member(session, url, n, waits) for n in range(PEOPLE)]
        await (members[0].fill() if kind == "lianxin" else members[0].echo(8))
        waits.clear()
        before, began = cpu_of(pid), time.perf_counter()

        async def one(member: Member) -> int:
            steps = 0
            for _ in range(forms_each):
                steps += await (member.fill() if kind == "lianxin" else member.echo(len(ANSWERS) + 1))
            return steps

        counts = await asyncio.gather(*(one(member) for member in members))
        steps = sum(counts)
        wall = time.perf_counter() - began
        cpu = cpu_of(pid) - before
    waits.sort()
    return Measured(cpu / steps, steps, wall, waits, sum(member.failed for member in members))


async def _run(kind: str, forms: int, forms_each: int) -> tuple[Measured, int]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        async with sink() as api:
            module = (
                ["bench.echo", str(port), api]
                if kind == "echo"
                else ["bench.subject", str(port), api, folder, str(PEOPLE), str(forms)]
            )
            server = subprocess.Popen([sys.executable, "-m", *module])
            try:
                await _ready(port)
                result = await _drive(kind, f"http://127.0.0.1:{port}/telegram", server.pid, forms_each)
            finally:
                server.terminate()
                server.wait(30)
        kept = _records(Path(folder)) if kind == "lianxin" else 0
    return result, kept


def _records(folder: Path) -> int:
    import sqlite3

    with contextlib.closing(sqlite3.connect(folder / "bench.db")) as db:
        return int(db.execute("SELECT count(*) FROM records").fetchone()[0])


async def _ready(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        await asyncio.sleep(0.1)
    raise TimeoutError("the server did not come up")


def measured(kind: str, *, forms: int = 0, forms_each: int = 2) -> Measured:
    """One run of one server; for Lianxin every finished form must be a record."""
    result, kept = asyncio.run(_run(kind, forms, forms_each))
    if kind == "lianxin" and kept != PEOPLE * forms_each + 1:
        print(f"lost records: {kept} of {PEOPLE * forms_each + 1}", file=sys.stderr)
        result.failed += PEOPLE * forms_each + 1 - kept
    return result


def main(*, long: bool = False) -> None:
    """Pairs of runs: the ratio of CPU per step, the tail, and what was lost."""
    rounds = 5 if long else 3
    pairs = [(measured("echo"), measured("lianxin")) for _ in range(rounds)]
    ratios = sorted(ours.cpu / echo.cpu for echo, ours in pairs)
    median = ratios[rounds // 2]
    echo, ours = pairs[ratios.index(median)] if len(pairs) == 1 else pairs[rounds // 2]
    beside = {
        "echo_us": round(echo.cpu * 1e6), "ours_us": round(ours.cpu * 1e6), "min": round(ratios[0], 3), "max": round(ratios[-1], 3),
        "people": PEOPLE, "steps": ours.steps,
    }  # fmt: skip
    show("step-cpu-webhook", median, "× bare aiogram echo", 0.9, beside=beside)
    tail = sorted(one.quantile(0.99) / one.quantile(0.5) for _, one in pairs)[rounds // 2]
    show(
        "step-tail",
        tail,
        "p99 / p50",
        4.0,
        beside={"p50_ms": ours.quantile(0.5) * 1000, "p99_ms": ours.quantile(0.99) * 1000},
    )
    show(
        "steps-lost",
        sum(one.failed for _, one in pairs),
        "steps",
        0,
        beside={"steps": sum(one.steps for _, one in pairs)},
    )
