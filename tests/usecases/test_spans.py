"""Stretches of time: what they are called, and which records belong to them."""

from __future__ import annotations

import pytest

from bot.usecases.spans import BadPeriod, Span, span


@pytest.mark.parametrize(
    ("text", "name", "first", "last", "count"),
    [
        ("2026-11", "2026-11", "2026-11-01", "2026-11-30", 1),
        ("2026-02", "2026-02", "2026-02-01", "2026-02-28", 1),
        ("2028-02", "2028-02", "2028-02-01", "2028-02-29", 1),
        ("2026-Q4", "2026-Q4", "2026-10-01", "2026-12-31", 4),
        ("2026-q1", "2026-Q1", "2026-01-01", "2026-03-31", 4),
        ("2026Q2", "2026-Q2", "2026-04-01", "2026-06-30", 4),
        (" 2026 ", "2026", "2026-01-01", "2026-12-31", 17),
    ],
)
def test_names_of_spans(text: str, name: str, first: str, last: str, count: int) -> None:
    """A month, a quarter with its months, a year with its quarters and months."""
    found = span(text)
    assert (found.name, found.first, found.last, len(found.periods)) == (name, first, last, count)
    assert found.periods[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-13",
        "2026-00",
        "2026-Q5",
        "26-11",
        "2026-11-03",
        "11",
        "２０２６",
        "2026-1",
        "x" * 999,
        "2026-11\n2",
    ],
)
def test_nonsense_is_refused(text: str) -> None:
    """Anything else is said to be none, with at most 40 characters of what was given."""
    with pytest.raises(BadPeriod) as refused:
        span(text)
    assert len(refused.value.details["given"]) <= 40


@pytest.mark.parametrize(
    ("asked", "period", "event", "sent", "belongs"),
    [
        ("2026-11", "2026-11", "", "2026-12-03", True),       # a report sent in December is November's
        ("2026-11", "2026-10", "2026-11-02", "2026-11-02", False),  # its period says October
        ("2026-11", "2026-Q4", "", "2026-11-20", False),      # a quarterly record is no month's
        ("2026-11", "2026-Q4", "2026-11-20T19:30", "2026-11-21", True),  # but its meeting was on a day
        ("2026-11", "", "2026-11-30T23:59", "2026-12-01", True),
        ("2026-11", "", "2026-10-31", "2026-11-01", False),
        ("2026-11", "", "", "2026-11-30", True),              # nothing but the day it was sent
        ("2026-11", "", "", "2026-12-01", False),
        ("2026-Q4", "2026-11", "", "2027-01-04", True),
        ("2026-Q4", "2026", "", "2026-11-20", False),
        ("2026-Q4", "2026", "2026-11-20", "2026-11-20", True),
        ("2026-Q4", "2026-Q3", "2026-10-02", "2026-10-02", False),
        ("2026", "2026-Q1", "", "2027-01-01", True),
        ("2026", "2026", "", "2027-01-01", True),
        ("2026", "2025-12", "2026-01-03", "2026-01-03", False),
        ("2026", "2025", "2026-01-03", "2026-01-03", False),
    ],
)  # fmt: skip
def test_what_belongs_to_a_span(asked: str, period: str, event: str, sent: str, belongs: bool) -> None:
    """By its period where that says it, else by the day it happened, else by the day it was sent."""
    assert span(asked).holds(period, event, sent) is belongs


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "overlaps"),
    [
        ("2024-01-01", "2028-12-31", True),
        ("2026-12-31", "", True),
        ("2025-01-01", "2026-01-01", True),
        ("2025-01-01", "2025-12-31", False),
        ("2027-01-01", "2027-12-31", False),
        ("", "2026-05-01", True),
        ("", "", False),
    ],
)
def test_what_was_valid_in_a_year(valid_from: str, valid_to: str, overlaps: bool) -> None:
    """A term of several years belongs to each of them; without any day nothing is known."""
    found: Span = span("2026")
    assert found.overlaps(valid_from, valid_to) is overlaps
