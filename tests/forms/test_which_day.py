"""A day that may mean two: only those the question takes are offered, and the same question is not asked twice."""

from __future__ import annotations

from tests.forms.play import CLERK, Talk


def planning() -> Talk:
    """A member who changed jobs, at the question when they come home: a day to come."""
    talk = Talk("check_in", CLERK, now="2026-11-22T10:00", supplies={"last": {}}, consent="v1")
    talk.tap("change").tap(["work", "return_plan"]).tap("labour").skip()
    assert talk.asked == "return_plan"
    return talk


def test_a_bare_number_is_a_day_of_the_month() -> None:
    """十二 is the twelfth to come, as 12 is; nobody is asked about the lunar calendar."""
    for said in ("十二", "12"):
        talk = planning().say(said)
        assert talk.asked != "return_plan"
        assert talk.draft.answers["return_plan"] == "2026-12-12"


def test_no_past_day_is_offered_where_one_to_come_is_asked_for() -> None:
    """On the 22nd, 二十 could be two days ago: that is refused here, so the other is meant."""
    talk = planning().say("二十")
    assert talk.draft.answers["return_plan"] == "2026-12-20"


def test_the_same_question_is_not_asked_twice() -> None:
    """Who types the same again is told to press a button."""
    talk = planning().say("初八")
    assert talk.screen.kind == "which"
    assert talk.screen.value == ["2026-12-08", "2026-12-16"], "16 November is over"
    again = talk.say("初八")
    assert (again.screen.kind, again.refused) == ("which", "problem-press_button")
