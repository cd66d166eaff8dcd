"""What was acknowledged is there after SIGKILL in the middle of commits."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

KILLS = 6


def run(url: str, *more: str) -> dict[str, int]:
    """Run the harness; it forks, so it has a process of its own."""
    command = [sys.executable, "-m", "tests.storage.killed", url, "--kills", str(KILLS), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.faults
def test_nothing_lost(url: str) -> None:
    """Killed six times at random points: every acknowledged answer is there, none is carried out twice."""
    found = run(url)
    assert found["kills"] == KILLS
    assert found["acknowledged"] > KILLS
    assert (found["lost"], found["repeated"]) == (0, 0)


@pytest.mark.faults
def test_early_word_is_found_out(url: str) -> None:
    """The same harness finds losses when "kept" is said before the commit: it would see them above."""
    assert run(url, "--early")["lost"] > 0
