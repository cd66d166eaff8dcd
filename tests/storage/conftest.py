"""Every contract test of storage runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from storage import DatabaseStore, open_store, upgrade
from storage.tables import metadata

OpenStore = Callable[..., AbstractAsyncContextManager[DatabaseStore]]
BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file of this version; tests copy it, since making one costs more than most tests."""
    path = tmp_path_factory.mktemp("template") / "lianxin.db"
    apart(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_shared(postgres_server: str) -> Iterator[str]:
    """A PostgreSQL database of this version, emptied for each test: quicker than one made for each."""
    name = f"lianxin_{secrets.token_hex(6)}"
    shared = urlunsplit(urlsplit(postgres_server)._replace(path=f"/{name}"))
    apart(execute(postgres_server, f'CREATE DATABASE "{name}" TEMPLATE template0'))
    apart(upgrade(shared))
    yield shared
    apart(execute(postgres_server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database of this version."""
    if request.param == "sqlite":
        path = tmp_path / "lianxin.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return f"sqlite+aiosqlite:///{path}"
    shared: str = request.getfixturevalue("postgres_shared")
    names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    empty = f"TRUNCATE {names} RESTART IDENTITY; INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '')"
    apart(execute(shared, empty))
    return shared


@pytest.fixture
def open_again(url: str, tmp_path: Path) -> OpenStore:
    """Opens one more store on the same database, as another process would."""

    def opened(**settings: Any) -> AbstractAsyncContextManager[DatabaseStore]:
        return open_store(url, files_dir=tmp_path / "files", **settings)

    return opened


@pytest.fixture
async def store(open_again: OpenStore) -> AsyncIterator[DatabaseStore]:
    """The store under test."""
    async with open_again() as opened:
        yield opened


async def execute(url: str, *statements: str) -> None:
    """Run SQL on PostgreSQL as somebody with database access would."""
    import asyncpg

    connection = await asyncpg.connect(url.replace("+asyncpg", ""), timeout=30)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


def apart(task: Coroutine[Any, Any, Any]) -> None:
    """Run *task* in a thread with a loop of its own, so that fixtures of sync and async tests may."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(task)
        except BaseException as why:
            failed.append(why)

    worker = threading.Thread(target=run)
    worker.start()
    worker.join()
    if failed:
        raise failed[0]
