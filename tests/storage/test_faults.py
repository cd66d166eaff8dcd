"""The database is locked, full, restarted, cut off: nothing is lost, and who asks is told."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot.errors import NotKept
from storage import DatabaseStore, StoreUnit, open_store, upgrade
from tests.postgres import Cluster, NoPostgres
from tests.storage import cast

pytestmark = pytest.mark.faults


def path_of(url: str) -> Path:
    """The file of an SQLite URL."""
    return Path(url.partition("///")[2])


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """An empty SQLite database of this version."""
    (tmp_path / "lianxin.db").write_bytes(sqlite_template.read_bytes())
    return f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"


async def step(store: DatabaseStore, number: int = 1) -> None:
    """Keep one draft."""
    unit = store.unit()
    unit.drafts.add(cast.draft(number))
    await store.commit(unit)


async def is_kept(store: DatabaseStore, number: int = 1) -> bool:
    """Whether it is there."""
    return await store.unit().drafts.get(f"draft-{number}") is not None


async def test_locked_for_a_while(sqlite_url: str) -> None:
    """While somebody else holds the file the commit waits and then goes through; reading goes on meanwhile."""
    async with open_store(sqlite_url) as store:
        await step(store, 1)
        with closing(sqlite3.connect(path_of(sqlite_url), isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            waiting = asyncio.create_task(step(store, 2))
            async with asyncio.timeout(20):
                for _ in range(20):
                    assert len(await store.unit().drafts.open_of(cast.MEMBER.id)) == 1
                    await asyncio.sleep(0.02)
            assert not waiting.done()
            other.execute("COMMIT")
            await waiting
        assert await is_kept(store, 2)


async def test_locked_too_long(sqlite_url: str) -> None:
    """Past its patience a commit is refused in words and has written nothing; the next one goes through."""
    async with open_store(sqlite_url, patience=0.2) as store:
        with closing(sqlite3.connect(path_of(sqlite_url), isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            results = await asyncio.gather(
                *(step(store, number) for number in range(5)), return_exceptions=True
            )
            assert [getattr(result, "details", None) for result in results] == [{"why": "busy"}] * 5
            other.execute("COMMIT")
        assert not await is_kept(store, 1)
        await step(store, 1)
        assert await is_kept(store, 1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes; only root may make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("a small file system cannot be mounted here (needs root)")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def big(store: DatabaseStore, number: int) -> StoreUnit:
    """A step with some 15 kB to keep."""
    unit = store.unit()
    unit.drafts.add(replace(cast.draft(number), answers={"note": "字" * 5_000}))
    return unit


async def test_disk_full(small_disk: Path) -> None:
    """With a full disk a write is refused honestly, what was kept stays sound, and it goes on when there is room."""
    url = f"sqlite+aiosqlite:///{small_disk}/lianxin.db"
    await upgrade(url)
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 200_000)
    kept = 0
    async with open_store(url) as store:
        while await cast.outcome(store, big(store, kept)) == "":
            kept += 1
        with pytest.raises(NotKept) as why:
            await store.commit(big(store, kept))
        assert why.value.details["why"] in ("full", "disk")
        assert kept > 3
        assert await is_kept(store, kept - 1)
        ballast.unlink()
        await step(store, 9_999)
        assert await is_kept(store, 9_999)
        for number in range(kept):
            assert await is_kept(store, number)
    with closing(sqlite3.connect(small_disk / "lianxin.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM drafts").fetchone() == (kept + 1,)


# ------------------------------------------------------------------ PostgreSQL


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A server of our own, to be restarted."""
    try:
        made = Cluster(durable=True).create()
    except NoPostgres as why:
        pytest.skip(str(why))
    yield made
    made.destroy()


@pytest.fixture
async def own_url(cluster: Cluster) -> str:
    """A database of this version on it."""
    connection = await asyncpg.connect(cluster.url.replace("+asyncpg", ""))
    name = f"faults_{os.urandom(4).hex()}"
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    url = cluster.url.rpartition("/")[0] + "/" + name
    await upgrade(url)
    return url


@pytest.fixture
async def session(own_url: str) -> AsyncIterator[Any]:
    """A session beside the store's."""
    connection = await asyncpg.connect(own_url.replace("+asyncpg", ""))
    yield connection
    await connection.close()


@pytest.mark.postgres
async def test_restarted(cluster: Cluster, own_url: str) -> None:
    """The server crashes and comes back three times under load: nothing acknowledged is lost, nothing done twice."""
    people = range(10)
    stop = asyncio.Event()
    acknowledged = dict.fromkeys(people, 0)

    async def person(store: DatabaseStore, number: int) -> None:
        draft = cast.draft(number)
        await cast.keep(store, draft)
        while not stop.is_set():
            draft = cast.next_of(draft)
            unit = store.unit()
            unit.drafts.save(draft)
            unit.mark_update(f"web:{number}:{draft.rev}", "r")
            # DraftStale or DuplicateUpdate here would mean that a commit went through and was tried again
            await store.commit(unit)
            acknowledged[number] = draft.rev
            assert (await store.unit().people.chats_of("p-member")) == []

    async with open_store(own_url) as store:
        tasks = [asyncio.create_task(person(store, number)) for number in people]
        for _ in range(3):
            await asyncio.sleep(0.5)
            await asyncio.to_thread(cluster.restart, signal.SIGQUIT)
        await asyncio.sleep(0.5)
        stop.set()
        await asyncio.gather(*tasks)
    assert min(acknowledged.values()) > 3
    async with open_store(own_url) as store:
        for number in people:
            draft = await store.unit().drafts.get(f"draft-{number}")
            assert draft is not None
            assert draft.rev == acknowledged[number]


@pytest.mark.postgres
async def test_terminated_in_commit(own_url: str, session: Any) -> None:
    """Connections cut again and again, also while COMMIT is under way: each step is done exactly once."""
    async with open_store(own_url) as store:
        await cast.keep(store, cast.draft())
        chance = random.Random(1)
        begun = asyncio.Event()

        async def cut() -> None:
            while True:
                await begun.wait()
                begun.clear()
                await asyncio.sleep(chance.uniform(0, 0.005))
                await session.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE pid <> pg_backend_pid() AND datname = current_database()"
                )

        cutting = asyncio.create_task(cut())
        draft = cast.draft()
        for number in range(60):
            draft = cast.next_of(draft)
            if number % 3 == 0:
                begun.set()
            unit = store.unit()
            unit.drafts.save(draft)
            unit.mark_update(f"web:{draft.rev}", "r")
            await store.commit(unit)
        cutting.cancel()
        assert store.writer.repeats > 0, "nothing was cut: the test has shown nothing"
    async with open_store(own_url) as store:
        assert await store.unit().drafts.get(draft.id) == draft


@pytest.mark.postgres
async def test_deadlock(own_url: str, session: Any) -> None:
    """A deadlock with somebody else's session ends with our step carried out."""
    async with open_store(own_url) as store:
        first, second = cast.draft(1), cast.draft(2)
        await cast.keep(store, first, second)
        await session.execute("SET deadlock_timeout = '60s'")  # so that it is ours that is told
        await session.execute("BEGIN")
        await session.execute("UPDATE drafts SET updated_at = updated_at WHERE id = 'draft-2'")
        unit = store.unit()
        unit.drafts.save(cast.next_of(first))
        unit.drafts.save(cast.next_of(second))
        waiting = asyncio.create_task(store.commit(unit))
        await blocked(own_url)
        await session.execute("UPDATE drafts SET updated_at = updated_at WHERE id = 'draft-1'")
        await session.execute("COMMIT")
        await waiting
        assert store.writer.repeats >= 1, "more than once where our second try was quicker than their session"
        assert await store.unit().drafts.get("draft-2") == cast.next_of(second)


async def blocked(url: str) -> None:
    """Return when some session waits for a lock."""
    watch = await asyncpg.connect(url.replace("+asyncpg", ""))
    waits = 0
    for _ in range(1_000):
        waits = await watch.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted")
        if waits:
            break
        await asyncio.sleep(0.01)
    await watch.close()
    assert waits


@pytest.mark.postgres
async def test_serialisation_failure(own_url: str, session: Any) -> None:
    """A server that is strict about serialising makes our step wait and be tried again, not fail."""
    async with open_store(own_url) as store:
        await cast.keep(store, cast.draft())
        await session.execute(
            f"ALTER DATABASE \"{own_url.rpartition('/')[2]}\" SET default_transaction_isolation = 'repeatable read'"
        )
    async with open_store(own_url) as store:
        assert await is_kept(store)
        await session.execute("BEGIN")
        await session.execute("UPDATE drafts SET updated_at = updated_at WHERE id = 'draft-1'")
        unit = store.unit()
        unit.drafts.save(cast.next_of(cast.draft()))
        waiting = asyncio.create_task(store.commit(unit))
        await blocked(own_url)
        await session.execute("COMMIT")
        await waiting
        assert store.writer.repeats == 1
        assert await store.unit().drafts.get("draft-1") == cast.next_of(cast.draft())


class Cutter:
    """Stands between the store and the server and cuts the line once, at a COMMIT: before or after it arrives."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.cut = ""  # "" | before | after
        self.done = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of the store."""
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        replies = asyncio.create_task(self._pass(there, writer))
        try:
            while said := await reader.read(65_536):
                if self.cut and b"COMMIT" in said:
                    how, self.cut = self.cut, ""
                    self.done += 1
                    if how == "after":
                        replies.cancel()
                        await asyncio.wait([replies])
                        back.write(said)
                        await back.drain()
                        await there.read(1)  # the server has answered; nobody will hear it
                    break
                back.write(said)
                await back.drain()
        finally:
            replies.cancel()
            for end in (writer, back):
                end.close()

    async def _pass(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while said := await there.read(65_536):
            writer.write(said)
            await writer.drain()
        writer.close()


@pytest.mark.postgres
@pytest.mark.parametrize("how", ["before", "after"])
async def test_cut_at_commit(cluster: Cluster, own_url: str, how: str) -> None:
    """The line is cut just before or just after COMMIT arrives: either way the step is done exactly once, unasked."""
    cutter = Cutter(cluster.port)
    server = await asyncio.start_server(cutter.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, open_store(own_url.replace(f":{cluster.port}/", f":{port}/")) as store:
        draft = cast.draft()
        await cast.keep(store, draft)
        for number in range(3):
            draft = cast.next_of(draft)
            unit = store.unit()
            unit.drafts.save(draft)
            unit.mark_update(f"web:{number}", "r")
            cutter.cut = how
            await store.commit(unit)
        assert cutter.done == 3
        assert store.writer.repeats == (3 if how == "before" else 0)
    async with open_store(own_url) as store:
        assert await store.unit().drafts.get(draft.id) == draft
