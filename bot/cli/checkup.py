"""What ``lianxin doctor`` looks at besides the settings: the disk, the database, the clock, Telegram, the port."""

from __future__ import annotations

import asyncio
import errno
import json
import shutil
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final, Literal

from bot.catalog import Value
from bot.errors import DatabaseNotReady, Unready
from bot.settings import Settings

MEGABYTE: Final = 1_000_000
FULL: Final = 100  # megabytes left: photos and records are about to be refused
TIGHT: Final = 1_000
AHEAD: Final = 60  # days: what falls due in them is known by now
TELEGRAM_SECONDS: Final = 5.0
CLOCK_SECONDS: Final = 60.0
"""How far the clock may be from Telegram's before it is told: due days and links hang on it."""
FIRST_DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)  # no clock that runs this program can be earlier


@dataclass(frozen=True)
class Finding:
    """One thing found: ``doctor-<key>`` in words with *values*, or *problem* in its own. "bad" has to be mended."""

    state: Literal["good", "look", "bad"]
    key: str
    values: dict[str, Value] = field(default_factory=dict)
    problem: Unready | None = None


def surroundings(settings: Settings) -> Iterator[Finding]:
    """One finding each, good or not; changes nothing and asks nobody but the database and Telegram."""
    yield days_off(datetime.now(settings.zone).date())
    yield data_folder(settings.data_dir)
    yield database(settings)
    yield from clock_and_telegram(settings)
    if settings.port:
        yield port(settings.host, settings.port)


def days_off(today: date) -> Finding:
    """Whether the days off of the coming quarter are published: due days are plain weekdays where they are not."""
    from bot.usecases.calendars import build_calendar

    calendar, until = build_calendar(), (today + timedelta(days=AHEAD)).isoformat()
    known = max(calendar.years)
    if calendar.certain(today.isoformat(), until):
        return Finding("good", "days_off_known", {"year": known})
    return Finding("look", "days_off_unknown", {"year": known, "next": known + 1})


def data_folder(folder: Path) -> Finding:
    """Whether the data directory, or where it will be made, has room; that it can be written to the settings see to."""
    there = folder.absolute()
    while not there.exists():
        there = there.parent
    free = shutil.disk_usage(there).free // MEGABYTE
    if free < TIGHT:
        return Finding("bad" if free < FULL else "look", "data_full", {"folder": str(there), "free": free})
    return Finding("good", "data_open", {"free": free // 1000})


def database(settings: Settings) -> Finding:
    """Whether the database lets us in and is of this version; an older one is brought up by the next start."""
    from bot.cli.database import check

    try:
        asyncio.run(check(settings))
    except DatabaseNotReady as error:
        why = str(error.details["why"])
        key = "no_database" if why == "missing" else "old_database"
        return Finding("look", key, {"database": settings.database_shown})
    except Unready as error:
        return Finding("bad", "database", problem=error)
    return Finding("good", "database_newest")


def clock_and_telegram(settings: Settings) -> Iterator[Finding]:
    """The office's time, whether Telegram knows the token, and whether its clock and ours agree."""
    theirs, found = telegram(settings) if settings.bot_token else (None, None)
    now = datetime.now(UTC)
    off = round(abs((now - theirs).total_seconds())) if theirs else 0
    if now < FIRST_DAY or off > CLOCK_SECONDS:
        yield Finding("bad", "clock_wrong", {"now": f"{now:%Y-%m-%d %H:%M}", "off": off})
    else:
        here, office = now.astimezone(), now.astimezone(settings.zone)
        same = "yes" if here.utcoffset() == office.utcoffset() else "no"
        values: dict[str, Value] = {
            "now": f"{office:%Y-%m-%d %H:%M}",
            "zone": settings.timezone,
            "same": same,
        }
        yield Finding("good", "clock", {**values, "here": here.tzname() or "?"})
    if found is not None:
        yield found


def telegram(settings: Settings) -> tuple[datetime | None, Finding]:
    """Telegram's clock, where it answered, and what came of getMe."""
    assert settings.bot_token is not None
    address = f"{settings.bot_api}/bot{settings.bot_token.get_secret_value()}/getMe"
    shown: dict[str, Value] = {"api": str(settings.bot_api)}
    try:  # the settings let only https, and http of one's own network, through
        with urllib.request.urlopen(address, timeout=TELEGRAM_SECONDS) as answer:  # noqa: S310
            said, date = json.load(answer), answer.headers.get("Date")
    except urllib.error.HTTPError as error:  # never shown: its text holds the token
        key = "telegram_token" if error.code in (401, 404) else "telegram_silent"
        return None, Finding("bad", key, shown)
    except (OSError, ValueError):
        return None, Finding("bad", "telegram_silent", shown)
    name = said.get("result", {}).get("username", "") if isinstance(said, dict) else ""
    return _moment(date), Finding("good", "telegram_open", {"name": f"@{name}"})


def bot_name(settings: Settings) -> str:
    """What the bot is called (``t.me/<name>``), "" without a token or where Telegram does not say."""
    if settings.bot_token is None:
        return ""
    _, found = telegram(settings)
    return str(found.values.get("name", "")).removeprefix("@")


def _moment(date: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(date) if date else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def port(host: str, number: int) -> Finding:
    """Whether *number* is free; taken may mean that Lianxin is running."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return Finding("look", "port_taken", {"port": number})
            return Finding("bad", "port_closed", {"host": host, "port": number})
    return Finding("good", "port_free", {"port": number})
