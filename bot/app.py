"""Composition root: the only module that knows all the others."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.answers import Answers
from bot.forms.core.places import Places
from bot.forms.registry import Registry, registry
from bot.papers.apart import Apart, Database
from bot.papers.exports import open_sink
from bot.services import Services
from bot.settings import Settings
from bot.texts import Texts
from bot.usecases.calendars import build_calendar
from bot.usecases.desk import Desk
from bot.usecases.entry import Entry
from bot.usecases.export import Exporter
from bot.usecases.files import FileDesk
from bot.usecases.ports import Store
from bot.usecases.reading import Reading
from bot.usecases.world import Clock, World

DEMO = "demo"  # key in the database's meta table; its value is the day the demo was made


def utc_now() -> datetime:
    """This moment; the only clock of the process."""
    return datetime.now(UTC)


def build_services(
    settings: Settings,
    store: Store,
    *,
    texts: Texts | None = None,
    types: Registry | None = None,
    clock: Clock = utc_now,
) -> Services:
    """Everything the skins may call, over an open store."""
    types = types or registry()
    texts = texts or Texts()
    world = World(types, texts, settings.zone, clock, Places.load(), build_calendar(), settings.law)
    answers = Answers(texts, lambda: world.now().year, world.calendar.certain)
    database = Database(settings.database_url, settings.files_dir, settings.timezone)
    return Services(
        settings=settings, store=store, registry=types, texts=texts, answers=answers, world=world,
        desk=Desk(store, world), reading=Reading(world), entry=Entry(store, zone=settings.timezone),
        files=FileDesk(store, settings.data_dir / "thumbs"),
        exporter=Exporter(store, types, texts, settings.zone, open_sink, apart=Apart(database)),
    )  # fmt: skip
