"""How far one is, as the head of a question says it: no number is passed over, and nothing prefilled is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.forms.play import GOLDEN


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_no_number_is_passed_over(path: Path) -> None:
    """
    In every kept conversation the count goes up by one at a time, from 1, and what is left never grows; only who jumps
    (changes an answer, goes back, takes several over from last time) lands somewhere else.
    """
    turns = json.loads(path.read_text("utf-8"))
    last, most, jumped = 0, 1000, False
    for turn in turns:
        jumps = {"goto", "back", "same"} & set(map(str, turn["did"])) or turn["kind"] == "reason"
        if turn["kind"] == "ended" or turn["kind"] == "reason":
            jumped = True
            continue
        count, total = turn["progress"]
        assert count <= total, turn
        if not jumps and not jumped and turn["kind"] != "summary":
            assert count <= last + 1, turn
            assert total <= most, turn
        last, most, jumped = count, total, bool(jumps)
    assert last >= 1
