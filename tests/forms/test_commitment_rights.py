"""Who may do what to a commitment: every transition, everybody, offered and refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import NotAllowed
from bot.forms.core.records import Record
from tests.forms.commitments import KIND, VIEWED, annual, effective, in_state, may, sent
from tests.forms.play import TOWN, act


@pytest.fixture(scope="module")
def filed() -> Record:
    """The cadre's own commitment, just sent."""
    return sent(annual()).record


@pytest.fixture(scope="module")
def live() -> Record:
    """In force since 28 January."""
    return effective()


BRANCH, OFFICE = {"secretary", "clerk"}, {"town", "committee"}
#: state, transition -> who of everybody may, on the cadre's own commitment (the promiser is its filler).
MATRIX: dict[tuple[str, str], set[str]] = {
    ("to_sign", "sign"): {"promiser"},
    ("to_sign", "sign_paper"): {"promiser"},
    ("to_sign", "decline"): set(),
    ("submitted", "open"): OFFICE,
    ("submitted", "view"): OFFICE,
    ("submitted", "return"): OFFICE,
    ("submitted", "withdraw"): {"promiser"},
    ("to_confirm", "confirm"): BRANCH,
    ("to_confirm", "confirm_town"): OFFICE,
    ("to_confirm", "send_back"): BRANCH | OFFICE,
    ("meetings", "meeting_member"): BRANCH,
    ("meetings", "meeting_villager"): BRANCH,
    ("passed", "publish"): BRANCH | OFFICE,
    ("notice", "object"): BRANCH | OFFICE | {"supervisor"},
    ("objected", "object"): BRANCH | OFFICE | {"supervisor"},
    ("objected", "settle"): OFFICE,
    ("rejected", "resubmit"): {"promiser"},
    ("returned", "resubmit"): {"promiser"},
    ("appraised", "archive"): OFFICE,
    ("posted", "archive_pledge"): OFFICE,
    ("submitted", "void"): {"committee"},
    ("archived", "void"): {"committee"},
    ("notice", "notice_over"): set(),
}


@pytest.mark.parametrize(("state", "name"), list(MATRIX))
def test_who_may(filed: Record, state: str, name: str) -> None:
    """Offered to those entitled and to nobody else: no neighbour, no other township, no county, no member."""
    record = in_state(filed, state)
    assert may(record, name, VIEWED) == MATRIX[state, name]


@pytest.mark.parametrize(
    ("name", "who"),
    [("check", OFFICE | {"supervisor"}), ("amend", {"promiser"}), ("finish", {"committee"}), ("void", {"committee"})],
)  # fmt: skip
def test_who_may_what_is_in_force(live: Record, name: str, who: set[str]) -> None:
    """The promiser changes, the township and the supervision group check, the committee member ends."""
    assert may(live, name, "2026-04-08") == who


def test_every_transition_is_in_a_test_of_rights() -> None:
    """A new transition must be put into one of the two tables (or the few tested by hand)."""
    by_hand = {"take_effect", "final", "keep", "trigger"}
    named = {name for _, name in MATRIX} | {"check", "amend", "finish", "void"} | by_hand
    assert set(KIND.transitions) == named


def test_nobody_reviews_a_promise_of_their_own(filed: Record) -> None:
    """A town clerk who sent it for a village, or who promises themselves, is no reviewer of it."""
    for record in (
        replace(filed, filler=TOWN.id),
        replace(filed, answers={**filed.answers, "promiser": {"id": TOWN.id, "name": ""}}),
    ):
        for name in ("open", "view", "return"):
            assert may(record, name, VIEWED) == {"committee"}
        with pytest.raises(NotAllowed):
            act(record, "view", TOWN, lambda talk: talk.say("同意"))
