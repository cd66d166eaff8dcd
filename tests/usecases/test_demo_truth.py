"""An administrator who reads the demo believes it: numbers agree with each other, with the text and with the month before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from bot.demo.county import County, Maker
from bot.demo.work import MEETING, Month

MONTHS = [f"{year}-{month:02d}" for year in (2025, 2026) for month in range(1, 13)]


@pytest.fixture(scope="module")
def county() -> County:
    """The invented county."""
    return Maker().make()


def texts(answers: Mapping[str, Any]) -> str:
    """What a report says in sentences."""
    return "\n".join(f"{row['item']} {row['text']} {row['result'] or ''}" for row in answers["done"])


@pytest.mark.parametrize("month", MONTHS)
def test_numbers_of_a_report_agree(county: County, month: str) -> None:
    """Who should have come, who came, how many are away, households, requests: the same in figures and in words."""
    for n, village in enumerate(county.villages):
        answers = Month(n, village, month).answers()
        said = texts(answers)
        for should, present in re.findall(r"应到(\d+)人，实到(\d+)人", said):
            assert (int(should), int(present)) == (answers["should"], answers["present"])
        assert answers["outflow"] == len(village.mobile)
        assert answers["should"] == answers["members"] - answers["outflow"]
        assert 0 < answers["present"] <= answers["should"]
        assert 0 < answers["issues_closed"] <= answers["issues_new"]
        assert all(int(count) == answers["visits"] for count in re.findall(r"分片走访(\d+)户", said))
        assert answers["visits"] >= 10 or "10户" not in said
        assert (MEETING in said) <= (answers["member_mtg"] == 1)
        assert "{" not in said
        items = [row["item"] for row in answers["done"]]
        assert len(items) == len(set(items)), items
        assert all(row["date"].startswith(month) for row in answers["done"])


def test_a_month_goes_on_from_the_one_before(county: County) -> None:
    """The plan of a month is what the next one reports on; what was done is told; nothing is told twice in a row."""
    for n, village in enumerate(county.villages[:20]):
        before: Mapping[str, Any] | None = None
        for month in MONTHS:
            answers = Month(n, village, month).answers()
            if before is not None:
                assert [row["item"] for row in answers["planned"]] == [
                    row["item"] for row in before["next_plan"]
                ]
                told = {row["item"] for row in answers["done"]}
                assert {row["item"] for row in answers["planned"] if row["state"] == "done"} <= told
                assert not {row["text"] for row in answers["done"]} & {row["text"] for row in before["done"]}
            before = answers
        quarters = [MONTHS[k : k + 3] for k in range(0, len(MONTHS), 3)]
        for quarter in quarters:
            assert sum(Month(n, village, month).figures["member_mtg"] for month in quarter) == 1
