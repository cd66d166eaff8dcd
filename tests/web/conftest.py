"""The house of these tests: one database made once, copied for each test."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from storage import open_store, upgrade
from tests.web.house import House, Limits, house, settle


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the invented county in it."""
    path = tmp_path_factory.mktemp("county") / "county.db"
    url = f"sqlite+aiosqlite:///{path}"

    async def make() -> None:
        await upgrade(url)
        async with open_store(url, files_dir=path.parent / "files") as store:
            await settle(store)

    asyncio.run(make())
    return path


@pytest.fixture
def database(county: Path, tmp_path: Path) -> Path:
    """This test's own copy of it."""
    return Path(shutil.copy(county, tmp_path / "lianxin.db"))


@pytest.fixture
async def served(tmp_path: Path, database: Path) -> AsyncIterator[House]:
    """A running server that is no demo."""
    async with house(tmp_path, database=database, limits=Limits(actions_per_second=500.0)) as running:
        yield running


@pytest.fixture
async def demo(tmp_path: Path, database: Path) -> AsyncIterator[House]:
    """A running server over a database marked as a demo."""
    async with house(tmp_path, database=database, demo=True) as running:
        yield running


@pytest.fixture
async def client(served: House) -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody's browser, not signed in."""
    async with served.client() as session:
        yield session
