"""
Daily upkeep: what is over and done is forgotten, what nobody shows goes, so that nothing grows for ever.

Each job stands for itself: one that fails is logged by its name and the kind of error, and is tried again the next day.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

from bot.usecases.export import remove_old
from bot.usecases.files import Contents, FileDesk, sweep
from bot.usecases.ports import Store
from bot.usecases.world import Clock

log = logging.getLogger(__name__)

KEEP_DONE: Final = timedelta(days=30)
"""Updates carried out and messages sent: a repeat that comes later than this would act again."""
KEEP_EXPORTS: Final = timedelta(days=1)
KEEP_CONTENTS: Final = timedelta(days=1)
"""Time to note a content after it was kept."""
KEEP_DRAFTS: Final = timedelta(days=180)
"""Files of an open form that nobody has touched (docs/records.md asks for 90 days at least)."""

FIRST: Final = 300.0
"""Seconds after the start."""
EVERY: Final = 86_400.0

Job = Callable[[], Awaitable[int]]
"""Does its work and says how many things went."""


class Upkeep:
    """Carries out *jobs* one after the other, some minutes after the start and then daily, at no fixed hour."""

    def __init__(self, jobs: Mapping[str, Job], *, first: float = FIRST, every: float = EVERY) -> None:
        self._jobs = jobs
        self._first, self._every = first, every
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; returns at once."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End, in the middle of a job too: each can be begun anew."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        await asyncio.sleep(_spread(self._first))
        while True:
            await self.once()
            await asyncio.sleep(_spread(self._every))

    async def once(self) -> None:
        """Every job, now."""
        for name, job in self._jobs.items():
            try:
                gone = await job()
            except Exception as error:  # the next job, and tomorrow, must not suffer; its text may hold data
                log.error("upkeep failed: job=%s what=%s", name, type(error).__name__)
            else:
                if gone:
                    log.info("upkeep: job=%s gone=%d", name, gone)


def _spread(seconds: float) -> float:
    """Replicas and restarts must not all come at the same moment."""
    return seconds * random.uniform(0.9, 1.1)  # noqa: S311 - spreads work, guards nothing


def daily_jobs(
    store: Store, contents: Contents, desk: FileDesk, exports: Path, clock: Clock
) -> Mapping[str, Job]:
    """The jobs of a serving process. *exports*: where files lie that were handed over; *clock*: the moment, with zone."""

    def stamp(keep: timedelta) -> str:
        return (clock() - keep).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    async def done() -> int:
        return await store.forget_done(stamp(KEEP_DONE))

    async def exported() -> int:
        return await asyncio.to_thread(remove_old, exports, (clock() - KEEP_EXPORTS).timestamp())

    async def files() -> int:
        before = (clock() - KEEP_CONTENTS).timestamp()
        return await sweep(store, contents, before, stamp(KEEP_DRAFTS), desk)

    return {"done": done, "exports": exported, "files": files}
