"""What all tests share: real servers and browsers, and a plain word at the end about what could not run."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path

import pytest

pytest_plugins = ("tests.postgres", "tests.browser")

#: A test that asks for one of these fixtures carries the marker by itself.
MARKER_OF_FIXTURE = {
    "postgres_server": "postgres",
    "chromium": "browser",
    "libreoffice": "office",
}


def required_markers() -> frozenset[str]:
    """Markers whose tests must not be skipped here: ``LIANXIN_TEST_REQUIRE=postgres,browser`` (set in CI)."""
    given = os.environ.get("LIANXIN_TEST_REQUIRE", "")
    return frozenset(name.strip() for name in given.split(",") if name.strip())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        action="store_true",
        help="rewrite the golden conversations from what the machine does now, instead of comparing",
    )


def pytest_configure(config: pytest.Config) -> None:
    known = {line.partition(":")[0].strip() for line in config.getini("markers")}
    if unknown := required_markers() - known:
        raise pytest.UsageError(f"LIANXIN_TEST_REQUIRE names no marker of ours: {', '.join(sorted(unknown))}")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written (``make golden``) rather than compared with."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The path of LibreOffice; skips, saying why, where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("no LibreOffice on this machine (Debian: apt-get install libreoffice-calc)")
    return found


@pytest.fixture(autouse=True)
def _no_settings_from_outside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests see no LIANXIN_ setting of the person who runs them, except those made for tests."""
    for name in [name for name in os.environ if name.upper().startswith("LIANXIN_")]:
        if not name.upper().startswith("LIANXIN_TEST_"):
            monkeypatch.delenv(name)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if marker := MARKER_OF_FIXTURE.get(fixture):
                item.add_marker(marker)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test that must run here is a failure: CI without its database would be green for nothing."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        needed = required_markers() & {marker.name for marker in item.iter_markers()}
        if needed:
            why = skip_reason(report)
            report.outcome = "failed"
            report.longrepr = (
                f"must run here (LIANXIN_TEST_REQUIRE has {', '.join(sorted(needed))}), but: {why}"
            )
    return report


def skip_reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test was skipped, without pytest's "Skipped: "."""
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return said.removeprefix("Skipped: ").strip() or "no reason given"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly which tests could not run on this machine and why, one line a reason."""
    reports = terminalreporter.stats.get("skipped", [])
    by_reason: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        by_reason[skip_reason(report)].append(report.nodeid)
    terminalreporter.section("what could not run here")
    if not by_reason:
        terminalreporter.write_line("Nothing: every selected test could run on this machine.")
    for reason, ids in sorted(by_reason.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        places = sorted({str(Path(nodeid.partition("::")[0])) for nodeid in ids})
        shown = ", ".join(places[:3]) + (f" and {len(places) - 3} more files" if len(places) > 3 else "")
        terminalreporter.write_line(f"{len(ids)} test{'s' if len(ids) > 1 else ''}: {reason} ({shown})")
