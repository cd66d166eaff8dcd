"""What every part of storage shares: the reader, the writer, the caches, the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.forms.core.draft import Draft
from bot.kept import Chat
from bot.people import Org, Person
from storage import clock
from storage.caches import Lru
from storage.reader import Reader
from storage.writer import Batch, Writer


@dataclass
class Core:
    """
    One open database. ``replicas``: other processes may serve the same chats, so chats and drafts are looked
    up again before a cached one is believed.
    """

    reader: Reader
    writer: Writer
    files: Path
    zone: ZoneInfo
    now: clock.Clock
    replicas: bool = False
    drafts: Lru[str, Draft] = field(default_factory=lambda: Lru(2_000))
    persons: Lru[str, Person] = field(default_factory=lambda: Lru(5_000))
    chats: Lru[tuple[str, str], Chat] = field(default_factory=lambda: Lru(10_000))
    snapshots: Lru[str, Any] = field(default_factory=lambda: Lru(256))
    told: list[Callable[[], None]] = field(default_factory=list)  # called when the outbox has more
    orgs: dict[str, Org] | None = None
    people_version: str = ""  # of the counter in the database
    people_changes: int = 0  # here: what is read meanwhile is not cached
    people_checked: float = float("-inf")  # monotonic seconds

    def stamp(self) -> str:
        """The UTC stamp of now."""
        return clock.stamp(self.now())

    def day_of(self, written: str) -> str:
        """The local day of a UTC stamp."""
        return clock.moment(written).astimezone(self.zone).date().isoformat()


class Staged(Batch):
    """What one step staged so far, and when it began (UTC stamp)."""

    __slots__ = ("now", "people_changed", "told")

    def __init__(self, now: str) -> None:
        super().__init__()
        self.now = now
        self.people_changed = False
        self.told = False


class Part:
    """A part of a unit: reads through the core, stages in what the step staged."""

    __slots__ = ("_core", "_staged")

    def __init__(self, core: Core, staged: Staged) -> None:
        self._core = core
        self._staged = staged
