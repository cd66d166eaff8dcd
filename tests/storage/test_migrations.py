"""Databases are made, brought up to date, taken back; a newer one is left alone."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from bot.errors import DatabaseTooNew
from storage import migrations, open_store
from storage.migrations import upgrade
from storage.tables import metadata
from tests.storage import cast

LATER = '''
"""What a later Lianxin may do: a new column with a unique index, and every old row kept."""

import os
import time

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("drafts") as batch:
        batch.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="?"))
        batch.create_unique_constraint("uq_drafts_id_mood", ["id", "mood"])
    op.execute("UPDATE drafts SET mood = 'good' WHERE id = 'draft-1'")
    if os.environ.get("LIANXIN_TEST_STOP"):
        print("in the middle", flush=True)
        time.sleep(60)
    with op.batch_alter_table("snapshots") as batch:
        batch.add_column(sa.Column("size", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("snapshots") as batch:
        batch.drop_column("size")
    with op.batch_alter_table("drafts") as batch:
        batch.drop_constraint("uq_drafts_id_mood")
        batch.drop_column("mood")
'''


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A folder with the revision of a later Lianxin."""
    folder = tmp_path / "later"
    folder.mkdir()
    (folder / "9001_later.py").write_text(LATER.format(before=migrations.newest()).lstrip())
    return folder


@pytest.fixture
async def url(empty_url: str) -> str:
    """A database of its own, since its tables are changed here."""
    await upgrade(empty_url)
    return empty_url


async def fill(url: str) -> None:
    """A hundred drafts, records with acts, people."""
    async with open_store(url) as store:
        await cast.settle(store)
        await cast.keep(store, *(cast.draft(n) for n in range(100)), *(cast.record(n) for n in range(100)))


async def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of ours, by the columns of this version."""
    engine = migrations.engine_for(url)
    found = {}
    async with engine.connect() as connection:
        for table in metadata.sorted_tables:
            result = await connection.execute(table.select().order_by(*table.primary_key.columns))
            found[table.name] = [tuple(row) for row in result]
    await engine.dispose()
    return found


async def difference(url: str) -> list[object]:
    """What ``alembic check`` would say."""
    engine = migrations.engine_for(url)

    def compare(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "render_as_batch": True}
        )
        return list(compare_metadata(context, metadata))

    async with engine.connect() as connection:
        found = await connection.run_sync(compare)
    await engine.dispose()
    return found


async def test_made(empty_url: str) -> None:
    """A new database has exactly the tables of the code; a second call changes nothing."""
    assert await upgrade(empty_url) == ""
    assert await difference(empty_url) == []
    assert await migrations.revision(empty_url) == migrations.newest()
    assert await upgrade(empty_url) == migrations.newest()


async def test_two_at_once(empty_url: str) -> None:
    """Two processes that start together take turns."""
    found = await asyncio.gather(*(upgrade(empty_url) for _ in range(3)))
    assert sorted(found) == ["", migrations.newest(), migrations.newest()]


async def test_there_and_back(url: str, later: Path) -> None:
    """Up, down and up again: every row is as it was."""
    await fill(url)
    before = await rows(url)
    assert len(before["drafts"]) == len(before["records"]) == 100
    assert await upgrade(url, also=later) == migrations.newest()
    assert await rows(url) == before
    await migrations.downgrade(url, migrations.newest(), also=later)
    assert await difference(url) == []
    assert await rows(url) == before
    await upgrade(url, also=later)
    assert await rows(url) == before


async def test_to_nothing_and_back(url: str) -> None:
    """The whole chain can be taken back and made again."""
    await migrations.downgrade(url, "base")
    assert await migrations.revision(url) == ""
    await upgrade(url)
    assert await difference(url) == []


async def test_from_the_first_tables(url: str) -> None:
    """A database of the first version is brought up with every row: at home, of unknown sex, nobody counted."""
    await fill(url)
    before = await rows(url)
    await migrations.downgrade(url, "0001")
    await upgrade(url)
    assert await difference(url) == []
    assert await rows(url) == before


async def test_too_new(url: str, later: Path) -> None:
    """A database of a newer Lianxin is refused in words and not touched."""
    await fill(url)
    await upgrade(url, also=later)
    before = await rows(url)
    with pytest.raises(DatabaseTooNew) as why:
        await upgrade(url)
    assert why.value.details == {"found": "9001", "known": migrations.newest()}
    assert await migrations.revision(url) == "9001"
    assert await rows(url) == before


async def test_copied_first(sqlite_template: Path, later: Path, tmp_path: Path) -> None:
    """An SQLite file is copied before an older one is changed; the copy opens and has every row."""
    shutil.copy(sqlite_template, tmp_path / "lianxin.db")
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await fill(url)
    before = await rows(url)
    await upgrade(url)
    assert list(tmp_path.glob("*.bak")) == []
    await upgrade(url, also=later)
    (copy,) = tmp_path.glob("*.bak")
    old = f"sqlite+aiosqlite:///{copy}"
    assert await migrations.revision(old) == migrations.newest()
    assert await rows(old) == before


async def test_killed(url: str, later: Path) -> None:
    """An upgrade killed in the middle leaves the database as it was, and can be run again."""
    await fill(url)
    before = await rows(url)
    script = dedent(
        f"""
        import asyncio, pathlib
        from storage import migrations
        asyncio.run(migrations.upgrade({url!r}, also=pathlib.Path({str(later)!r})))
        """
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env={"LIANXIN_TEST_STOP": "1", "PATH": ""}
    )
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline() == b"in the middle\n"
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert await migrations.revision(url) == migrations.newest()
    assert await difference(url) == []
    assert await rows(url) == before
    await upgrade(url, also=later)
    assert await rows(url) == before
