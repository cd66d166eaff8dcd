"""The test house itself: the database and the browser are real, and a silent skip cannot make CI green."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import asyncpg
import pytest
from playwright.async_api import Page

from tests.browser import BrowserFaults
from tests.postgres import Cluster, MakeDatabase, NoPostgres

ROOT = Path(__file__).parent.parent


async def test_each_postgres_database_is_fresh(postgres_database: MakeDatabase) -> None:
    """Two databases of one test do not see each other's tables, and both are PostgreSQL 15 or newer."""
    one = await asyncpg.connect(postgres_database().replace("+asyncpg", ""))
    two = await asyncpg.connect(postgres_database().replace("+asyncpg", ""))
    try:
        await one.execute("CREATE TABLE seen (n int)")
        assert await one.fetchval("SELECT to_regclass('seen') IS NOT NULL")
        assert not await two.fetchval("SELECT to_regclass('seen') IS NOT NULL")
        assert int(await one.fetchval("SHOW server_version_num")) >= 150_000
    finally:
        await one.close()
        await two.close()


@pytest.mark.faults
@pytest.mark.postgres
async def test_a_durable_cluster_outlives_a_crash() -> None:
    """What was committed before an immediate shutdown is there after the restart, on the same port."""
    try:
        cluster = Cluster(durable=True).create()
    except NoPostgres as why:
        pytest.skip(str(why))
    try:
        before = await asyncpg.connect(cluster.url.replace("+asyncpg", ""))
        await before.execute("CREATE TABLE kept (n int); INSERT INTO kept VALUES (312)")
        cluster.restart()
        before.terminate()
        after = await asyncpg.connect(cluster.url.replace("+asyncpg", ""))
        assert await after.fetchval("SELECT n FROM kept") == 312
        await after.close()
    finally:
        cluster.destroy()


async def test_a_page_is_drawn_by_a_real_browser(browser_page: Page) -> None:
    """The phone page speaks Chinese, lays out text and runs in China's time."""
    await browser_page.set_content("<meta charset=utf-8><h1 style='display:inline'>清溪村党支部</h1>")
    box = await browser_page.get_by_text("清溪村党支部").bounding_box()
    assert box is not None
    assert box["width"] > box["height"] > 0
    assert await browser_page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == "Asia/Shanghai"


async def test_another_host_is_a_fault(browser_page: Page, browser_faults: BrowserFaults) -> None:
    """A picture from elsewhere is not fetched, and is written down."""
    await browser_page.set_content("<img src='https://elsewhere.invalid/a.png'>", wait_until="load")
    assert browser_faults == ["request to another host: https://elsewhere.invalid/a.png"]
    browser_faults.clear()


async def test_a_script_error_is_a_fault(browser_page: Page, browser_faults: BrowserFaults) -> None:
    """An exception in a page's own script is written down."""
    await browser_page.set_content("<script>setTimeout(() => { throw new Error('坏了') })</script>")
    await browser_page.wait_for_timeout(50)
    assert len(browser_faults) == 1
    assert "坏了" in browser_faults[0]
    browser_faults.clear()


@pytest.fixture
def skipping_suite(tmp_path: Path) -> Path:
    """A suite of two tests: one passes, one marked ``postgres`` is skipped."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "test_it.py").write_text(
        textwrap.dedent("""
            import pytest

            def test_passes():
                pass

            @pytest.mark.postgres
            def test_needs_a_server():
                pytest.skip("no server here")
        """),
        encoding="utf-8",
    )
    return tmp_path


def run_suite(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the suite in *folder* under our conftest."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider", "."]
    env = {**os.environ, "LIANXIN_TEST_REQUIRE": "", "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_what_could_not_run_is_said_at_the_end(skipping_suite: Path) -> None:
    """A skipped test does not fail a run, and the last lines say how many and why."""
    done = run_suite(skipping_suite)
    assert done.returncode == 0, done.stdout
    assert "1 test: no server here (test_it.py)" in done.stdout


def test_a_required_test_may_not_be_skipped(skipping_suite: Path) -> None:
    """With LIANXIN_TEST_REQUIRE the same skip is a failure that says what is missing."""
    done = run_suite(skipping_suite, LIANXIN_TEST_REQUIRE="postgres,browser")
    assert done.returncode == 1, done.stdout
    assert "must run here (LIANXIN_TEST_REQUIRE has postgres), but: no server here" in done.stdout


def test_a_misspelt_requirement_is_refused(skipping_suite: Path) -> None:
    """LIANXIN_TEST_REQUIRE=postgresql would require nothing; it stops the run instead."""
    done = run_suite(skipping_suite, LIANXIN_TEST_REQUIRE="postgresql")
    assert done.returncode == 4
    assert "names no marker of ours: postgresql" in done.stdout + done.stderr
