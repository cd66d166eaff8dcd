"""Sends all bad input to one screen after another and writes down what did not hold."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.errors import AlreadyExists
from bot.people import Person
from bot.settings import Settings
from storage.migrations import upgrade
from storage.store import open_store
from tests.handlers.conftest import people
from tests.handlers.hostile import CJK, TEXTS, Stand, Walker, Watched, WatchedHouse, asks, flat, plain, sends


@asynccontextmanager
async def standing(folder: Path) -> AsyncIterator[WatchedHouse]:
    """清溪村 in a house whose clock stands still on an evening of November 2026."""
    url = f"sqlite+aiosqlite:///{folder}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=folder, database_url=url, _env_file=None)
    async with open_store(url, files_dir=settings.files_dir) as store:
        await people(store, households=60)
        yield WatchedHouse(settings, store)


async def person_of(house: WatchedHouse, key: str) -> Person:
    """Somebody of the cast."""
    found = await house.store.unit().people.person(key)
    assert found is not None
    return found


class Attack:
    """All bad input at one stand of one form. ``wrong`` collects what did not hold."""

    def __init__(
        self, house: WatchedHouse, chat: Watched, walk: Walker, log: pytest.LogCaptureFixture
    ) -> None:
        self.house, self.chat, self.walk, self.log = house, chat, walk, log
        self.wrong: list[str] = []
        self.sent = 0
        self.opening = "d:go"  # the button that shows the screen

    async def at(self, stand: Stand, foreign: list[str]) -> None:
        """Send everything; the draft is put back after whatever was lawful."""
        await self.chat.press(f"{self.opening}:{stand.draft.id}", self.chat.touched)
        for name, text in TEXTS.items():
            await self._one(stand, name, self.chat.message(text=text))
        for name, update in sends(self.chat).items():
            await self._one(stand, name, update)
        for data in [
            *foreign,
            *(f"f:{stand.draft.id}:{one.split(':')[2]}:a0" for one in foreign if one[0] == "f"),
        ]:
            await self._one(stand, f"foreign button {data}", self.chat.tap_of(data))
        await self._twice(stand)

    async def _one(self, stand: Stand, name: str, update: dict[str, Any]) -> None:
        await self.chat.send(update)
        self.sent += 1
        await self._check(stand, name)
        done = (await self.walk.stored()).done
        await self.walk.put_back(stand.draft)
        if done:  # an act of one question was done with it: the chat is brought back to it
            await self.chat.press(f"{self.opening}:{stand.draft.id}", self.chat.touched)

    async def _twice(self, stand: Stand) -> None:
        """Each button of the question twice at once and again later; the second and third change nothing more."""
        own = [data for _, data in self.chat.last.buttons if data.startswith(f"f:{stand.draft.id}:")]
        for data in dict.fromkeys([*own[:2], *own[-2:]]):
            await asyncio.gather(
                self.chat.send(self.chat.tap_of(data)), self.chat.send(self.chat.tap_of(data))
            )
            kept = await self.walk.stored()
            if kept.done:
                if kept.done == "sent" and (fault := await self.walk.doubled()):
                    self.wrong.append(f"{stand.screen.question} ← {data} twice: {fault}")
                await self.walk.put_back(stand.draft)
                await self.chat.press(f"{self.opening}:{stand.draft.id}", self.chat.touched)
                continue
            await self._check(stand, f"{data} twice", lawful=True)
            await self.walk.put_back(stand.draft)
            await self.chat.send(self.chat.tap_of(data))
            await self._check(stand, f"{data} later", lawful=True)
            await self.walk.put_back(stand.draft)
        self.sent += 3 * len(own[:4])

    async def _check(self, stand: Stand, name: str, *, lawful: bool = False) -> None:
        where = f"{stand.screen.question} ({stand.screen.kind}) ← {name}"
        for record in self.log.records:
            self.wrong.append(f"{where}: logged {record.getMessage()[:300]}")
        self.log.clear()
        self.wrong += [f"{where}: {fault}" for fault in self.chat.faults]
        self.chat.faults.clear()
        draft, screen = await self.walk.shown()
        before, after = flat(stand.draft.answers), flat(draft.answers)
        for path, brought in stand.draft.pre.items():
            if before.get(path) == brought["value"]:  # nobody has said it: it follows what it came from
                before.pop(path)
        live = "/".join(stand.screen.at)
        lost = {
            path: value
            for path, value in before.items()
            if after.get(path, "?") != value and not live.startswith(path.removesuffix("#"))
        }
        if lost and not (lawful and stand.draft.ret):
            self.wrong.append(f"{where}: lost {lost}")
        said = plain("\n".join(self.chat.said))
        if not CJK.search(said):
            self.wrong.append(f"{where}: says {said!r}")
        taken = plain(self.house.services.texts.problem(AlreadyExists(key=""), self.walk.person.lang))
        if lawful and taken in said:
            return  # an earlier walk has filed this period: the second filing is refused in words
        if not draft.done and asks(self.house, screen, self.walk.person.lang) not in said:
            self.wrong.append(f"{where}: not asked again: {said[:120]!r}")


def summed(wrong: list[str]) -> list[str]:
    """What went wrong, each kind of it once: the input, the fault, how often, and where first."""
    found: dict[str, list[str]] = {}
    for one in wrong:
        where, _, fault = one.partition(" ← ")
        found.setdefault(re.sub(r":[\w-]{11}:", ":…:", fault)[:160], []).append(where)
    return [f"{len(where)} × {fault} at {', '.join(where[:3])}" for fault, where in found.items()]
