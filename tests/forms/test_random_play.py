"""Thousands of random conversations through every registered form: the machine never loses its way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.forms.core import acts, law
from bot.forms.core.draft import Event, Facts
from bot.forms.core.machine import outline
from bot.forms.core.work import Work
from bot.forms.registry import registry
from tests.forms.machine_play import Player

TYPES = [kind.id for kind in registry()]
ROWS = [
    [f"h{n}", f"{n // 31 + 1}-{n % 31:03d}", f"户{n}", f"{n // 31 + 1}组", "", f"户{n}", 2]
    for n in range(1, 61)
]
GROUPS = [{"value": f"{n}组", "label": f"{n}组"} for n in (1, 2)]
LAST = {"checkin_kind": "regular", "place": {"code": "330212", "name": "浙江省宁波市鄞州区"}, "job_kind": "labour",
        "host_joined": False, "host_why_not": "not_known", "dues_through": "2026-10",
        "next_plan": [{"_": "r9", "item": "完成村道招标", "due": "2026-11-20"}], "members": 34}  # fmt: skip


def roster(args: Mapping[str, Any]) -> dict[str, Any]:
    """Sixty households, of one group where that is asked for; two adults in each."""
    rows = [row for row in ROWS if not args["group"] or row[3] == args["group"]]
    adults = law.MEETINGS[args["mode"]].unit == "adults"
    return {"should": sum(int(str(row[6])) for row in rows) if adults else len(rows), "rows": rows}


def player(type_id: str, seed: int) -> Player:
    """A player with a roster of 60 households and, for every other seed, a last period."""
    last: dict[str, Any] = LAST if seed % 2 else {}
    village = {"households": 60, "adults": 120, "representatives": 30, "groups": GROUPS, "parts": GROUPS}
    counts = {"counts": {"outflow": 6}, "quarter": {"member_mtg": 1}}
    supplies = {"roster": roster, "village": village, "last": last, **counts}
    return Player(registry()[type_id].plan, seed, supplies)


@pytest.mark.parametrize("type_id", TYPES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6))
def test_any_conversation(type_id: str, seed: int) -> None:
    """Whatever is pressed, the draft replays equal and the cursor stands on a question that is asked."""
    turn = player(type_id, seed).play()
    assert json.dumps(turn.draft.to_json())


@pytest.mark.parametrize("type_id", TYPES)
def test_most_conversations_end_in_a_record(type_id: str) -> None:
    """Random play reaches the end often enough to test the deep states, and what is sent has no holes."""
    sent = 0
    for seed in range(16):
        one = player(type_id, seed)
        turn = one.play(900)
        if turn.sent is None:
            continue
        sent += 1
        work = Work(one.plan, turn.draft, Facts(one.live, one.frozen))
        assert not list(work.holes())
        assert json.dumps(turn.sent.answers)
    assert sent >= 8, f"only {sent} of 16 conversations were sent"


@pytest.mark.parametrize("type_id", TYPES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6), data=st.data())
def test_whatever_is_marked_can_be_mended(type_id: str, seed: int, data: st.DataObject) -> None:
    """Any answers, rows and lists may be marked together: the mender is never lost, and what is sent again has no holes."""
    first = player(type_id, seed)
    sent = first.play(900).sent
    if sent is None:
        return
    places = acts.markable(first.plan.root, sent.answers)
    marked = data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=4, unique=True))
    marks = {place: {"code": "unclear", "text": ""} for place in marked}
    mender = Player(first.plan, seed, first.supplies, returned=first, marks=marks)
    if (again := mender.play(200)).sent is not None:
        assert not list(Work(mender.plan, again.draft, Facts(mender.live, mender.frozen)).holes())


@pytest.mark.parametrize("type_id", TYPES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6), events=st.integers(1, 120))
def test_back_leads_to_the_first_question_or_the_summary(type_id: str, seed: int, events: int) -> None:
    """However somebody came to where they are: going back never turns in a circle."""
    one = player(type_id, seed)
    one.restless = True
    one.play(80 + events)
    passed: list[Any] = []
    while not one.turn.draft.done and one.turn.draft.at and one.turn.screen.problem is None:
        if one.turn.draft.pending is None:
            assert one.turn.draft.at not in passed, f"back again at {one.turn.draft.at}, by {passed}"
            passed.append(one.turn.draft.at)
        one.do(Event("back"))


@pytest.mark.parametrize("type_id", TYPES)
def test_outline_names_every_open_question(type_id: str) -> None:
    """Halfway through, the outline shows what is answered and what is open, and the cursor is among it."""
    one = player(type_id, 7)
    for _ in range(6):
        if not one.turn.draft.done:
            one.do(one.next_event())
    lines = outline(one.plan, one.turn.draft, one.facts)
    assert lines or one.turn.draft.done
    assert {line.status for line in lines} <= {"open", "answered", "computed", "problem", "again", "locked"}


def test_an_event_for_another_question_changes_nothing() -> None:
    """A late button shows the live question and keeps the draft as it is."""
    one = player("check_in", 1)
    before = one.turn.draft.dumps()
    turn = one.do(Event("answer", ("difficulty",), "社保"))
    assert turn.screen.problem is not None
    assert turn.screen.problem.key == "problem-late"
    assert turn.draft.dumps() == before
