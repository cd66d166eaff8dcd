"""Upkeep in the serving process: what is over goes, one failure stops nothing, and nothing personal is logged."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import build_services
from bot.services import Services
from bot.serving import put_together
from bot.settings import Settings
from bot.usecases.upkeep import Upkeep
from storage import DatabaseStore, open_store, upgrade
from storage.blobs import Blobs
from tests.handlers.hostile import PDF


def in_a_year() -> datetime:
    """To this clock everything that is written now is a year old."""
    return datetime.now(UTC) + timedelta(days=365)


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    """A house over an empty database, a year ahead."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=tmp_path, database_url=url, port=0, _env_file=None)
    async with open_store(url, files_dir=settings.files_dir) as store:
        yield build_services(settings, store, clock=in_a_year)


async def leave_behind(services: Services) -> Path:
    """A finished update, an export that was handed over, a photo nobody noted."""
    await services.store.finish_update("tg:1", "reply")
    exports = services.settings.data_dir / "exports"
    exports.mkdir()
    (exports / "月报-张某某.xlsx").write_bytes(b"x")
    await services.files.take(PDF, "签到表.pdf")
    return exports


async def until_gone(services: Services, exports: Path) -> None:
    """Wait until all of it is gone."""
    async with asyncio.timeout(20):
        while (  # noqa: ASYNC110 - upkeep rings no bell
            await services.store.reply_of("tg:1") is not None
            or any(exports.iterdir())
            or any(Blobs(services.settings.files_dir).digests())
        ):
            await asyncio.sleep(0.02)


async def test_what_is_over_goes(services: Services, caplog: pytest.LogCaptureFixture) -> None:
    """Soon after the start, by itself; the log says how many, and no names."""
    caplog.set_level(logging.INFO, "bot.usecases.upkeep")
    exports = await leave_behind(services)
    async with put_together(services, upkeep_first=0.05):
        await until_gone(services, exports)
    said = [one.getMessage() for one in caplog.records if one.name == "bot.usecases.upkeep"]
    assert said == ["upkeep: job=done gone=1", "upkeep: job=exports gone=1", "upkeep: job=files gone=1"]


async def test_a_failure_stops_nothing(
    services: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A job that fails is logged by its kind; the others do their work, and it is tried again the next time."""
    exports = await leave_behind(services)
    tries: list[str] = []
    real = DatabaseStore.forget_done

    async def fails_once(self: DatabaseStore, before: str) -> int:
        tries.append(before)
        if len(tries) == 1:
            raise RuntimeError("张某某 13800000000")
        return await real(self, before)

    monkeypatch.setattr(DatabaseStore, "forget_done", fails_once)
    async with put_together(services, upkeep_first=0.01, upkeep_every=0.05):
        await until_gone(services, exports)
    assert len(tries) >= 2
    assert "upkeep failed: job=done what=RuntimeError" in caplog.text
    assert "张某某" not in caplog.text


async def test_it_ends_in_the_middle_of_a_job() -> None:
    """A job that takes long keeps nobody from ending."""
    begun = asyncio.Event()

    async def long_job() -> int:
        begun.set()
        await asyncio.sleep(3600)
        return 0

    upkeep = Upkeep({"long": long_job}, first=0)
    upkeep.start()
    await begun.wait()
    async with asyncio.timeout(1):
        await upkeep.stop()
