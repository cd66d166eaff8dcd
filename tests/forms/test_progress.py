"""How far one is, as the head of a question says it: no number is passed over, and nothing prefilled is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.forms.play import GOLDEN


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_no_number_is_passed_over(path: Path) -> None:
    """In every kept conversation the count goes up by one at a time, from 1, and what is left never grows."""
    turns = json.loads(path.read_text("utf-8"))
    last, most = 0, 1000
    for turn in turns:
        if turn["kind"] == "ended" or "goto" in turn["did"] or "back" in turn["did"]:
            continue
        count, total = turn["progress"]
        assert count <= last + 1, turn
        assert count <= total <= most, turn
        last, most = count, total
    assert last >= 1
