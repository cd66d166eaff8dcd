"""What the skins are handed: one object with everything a handler or a page may call."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers import Answers
from bot.forms.registry import Registry
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.desk import Desk
from bot.usecases.entry import Entry
from bot.usecases.export import Exporter
from bot.usecases.files import FileDesk
from bot.usecases.ports import Store
from bot.usecases.reading import Reading
from bot.usecases.world import World


@dataclass(frozen=True, slots=True)
class Services:
    """Made once by bot/app.py."""

    settings: Settings
    store: Store
    registry: Registry
    texts: Texts
    answers: Answers
    world: World
    desk: Desk
    reading: Reading
    entry: Entry
    files: FileDesk
    exporter: Exporter
    demo: bool = False
