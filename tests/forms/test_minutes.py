"""Minutes being written down: every kind of meeting, who is counted, what is said before a vote, the ways on after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.forms.core import law
from bot.forms.minutes import KINDS
from tests.forms.largest import ending, item, largest, opening, resolution, session, village
from tests.forms.play import CHAIR, CLERK, SECRETARY, Talk, check_golden

NOTHING_LEFT = (0, 105, 98, 5)


def begun(households: int = 312, *, now: str = "2026-11-22T19:30", **live: Any) -> Talk:
    """Somebody opens the form in an invented village."""
    return Talk("minutes", supplies=village(households), now=now, **live)


def met(present: int, households: int = 312) -> Talk:
    """An assembly by households with one session, up to what follows the sign-in."""
    return session(opening(begun(households)), range(present)).close()


def said_law(talk: Talk, key: str) -> tuple[str, dict[str, Any]]:
    """The sentence of law.ftl a note quotes, with its arguments."""
    quoted = talk.said[key]["law"]
    return quoted["say"], quoted["args"]


# ------------------------------------------------------------------------------------------ happy paths


def test_a_meeting_that_resolves(rewrite_golden: bool) -> None:
    """The example of docs/law.md: 312 households, 226 came, 201 said yes; nothing that decides anything was typed."""
    talk = met(226)
    assert said_law(talk, "minutes-quorum_line") == ("law-quorum-met", {
        "law": "VCL-26", "certain": 1, "mode": "assembly_households", "share": "two_thirds", "should": 312, "need": 208,
        "present": 226, "counted": "none",
    })  # fmt: skip
    talk.add().say("郑某某", "镇联系干部").close()
    item(talk, "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    assert said_law(talk, "minutes-agenda-result_line")[0] == "law-passed"
    ending(resolution(talk).close()).send()
    answers = talk.sent.answers
    assert [answers[name] for name in ("should", "present", "absent", "need", "quorum_ok", "resolutions")] == [
        312, 226, 86, 208, True, 1,
    ]  # fmt: skip
    one = answers["agenda"][0]
    assert [one[name] for name in ("yes", "no", "abstain", "invalid", "result", "lawful")] == [
        201,
        15,
        10,
        0,
        "passed",
        True,
    ]
    assert (answers["session"][0]["came"], answers["session"][0]["ended_at"]) == (226, "2026-11-20T21:00")
    assert talk.sent.flags == ()
    check_golden("minutes.resolved", talk, rewrite_golden)


def test_the_largest_meeting(rewrite_golden: bool) -> None:
    """2,500 households and ten items: eight pass with two resolutions each, two fail."""
    talk = largest()
    answers = talk.sent.answers
    assert (answers["should"], answers["present"], answers["need"]) == (2500, 2500, 1667)
    assert [one["result"] for one in answers["agenda"]] == ["passed"] * 8 + ["failed"] * 2
    assert answers["resolutions"] == 16
    assert len(talk.steps) > 190
    check_golden("minutes.largest", talk, rewrite_golden)


def test_the_record_belongs_to_the_month_of_the_first_session() -> None:
    """Filed on 1 December, held in November: the period, the day it happened and the three days are the meeting's."""
    talk = begun(now="2026-12-01T09:00")
    session(opening(talk), range(226)).close().close()
    item(talk, "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    resolution(talk).close().tap(True, "2026-11-05", "aloud").say("出差无信号").send()
    kind = talk.kind
    from bot.forms.core.plan import Env, Scope

    scope = Scope(kind.plan.root, talk.sent.answers, Env(talk.facts), stored=True)
    assert kind.period is not None
    assert kind.due is not None
    assert (kind.period(scope), kind.due(scope)) == ("2026-11", "2026-11-23")
    assert talk.sent.answers["backfill_reason"] == "出差无信号", (
        "eleven days after the meeting a reason is asked"
    )


# ------------------------------------------------------------------------------------------ quorum and what follows


@pytest.mark.parametrize(
    ("households", "present", "reached"),
    [(312, 208, True), (312, 207, False), (1, 1, True), (2, 2, True), (2, 1, False), (3, 2, True)],
)
def test_the_quorum_of_households(households: int, present: int, reached: bool) -> None:
    """Figures of the law (VCL 26): two thirds or more of the households."""
    talk = met(present, households)
    key, args = said_law(talk, "minutes-quorum_line")
    assert key == ("law-quorum-met" if reached else "law-quorum-short")
    assert (args["should"], args["present"], args["need"]) == (households, present, -(-households * 2 // 3))
    assert talk.asked == ("observers.0" if reached else "no_quorum")


@pytest.mark.parametrize(("yes", "result"), [(105, "passed"), (104, "failed")])
def test_more_than_half_of_those_present(yes: int, result: str) -> None:
    """208 present: 105 pass, 104 fail; abstentions are present and not yes."""
    talk = item(met(208).close(), "村道硬化筹资", "funds_labour", (0, yes, 208 - yes - 5, 5))
    assert said_law(talk, "minutes-agenda-result_line")[0] == f"law-{result}"
    assert talk.asked == ("agenda.resolution.text" if result == "passed" else "agenda.1")


def test_one_household_short_makes_an_opinion(rewrite_golden: bool) -> None:
    """207 of 312: recorded as a deliberation, no vote is asked, nothing is resolved, no review is needed."""
    talk = met(207)
    assert talk.screen.options[0].value == "recount"
    talk.tap("talk").close()
    item(talk, "村道硬化筹资", "funds_labour", ())
    assert talk.asked == "agenda.1"
    talk.close().tap("aloud").send()
    one = talk.sent.answers["agenda"][0]
    assert (one["result"], one["may_vote"], talk.sent.answers["resolutions"]) == ("opinion", False, 0)
    assert not {"way", "ballot", "resolution", "yes"} & set(one)
    check_golden("minutes.no_quorum", talk, rewrite_golden)


def test_the_sign_in_can_be_changed_when_too_few_came() -> None:
    """改到会户数 leads to the ticks and answers nothing; with one household more the votes are asked."""
    talk = met(207).tap("recount")
    assert (talk.asked, talk.screen.kind) == ("session.attend", "roster")
    assert "no_quorum" not in talk.draft.answers
    talk.tick([300]).close()
    assert talk.asked == "observers.0"
    assert said_law(talk, "minutes-quorum_line")[1]["present"] == 208
    item(talk.close(), "村道硬化筹资", "funds_labour", NOTHING_LEFT)
    assert talk.asked == "agenda.resolution.text"


def test_with_several_sessions_changing_the_sign_in_begins_at_their_list() -> None:
    """Which session to change is the person's to say."""
    talk = opening(begun())
    session(talk, range(100))
    session(talk.add(), range(100, 200), at="2026-11-21T19:00").close()
    assert talk.asked == "no_quorum"
    talk.tap("recount")
    assert (talk.screen.kind, talk.asked, talk.screen.show["count"]) == ("rows", "session.2", 2)


def test_a_meeting_put_off_leaves_nothing_behind() -> None:
    """择日再开 ends the draft by its own door: nothing is sent."""
    talk = met(100).tap("adjourn")
    assert (talk.screen.kind, talk.draft.done, talk.turn.sent) == ("ended", "left:adjourned", None)
    assert talk.tap("x").refused == "problem-ended"


def test_votes_come_back_with_the_ticks() -> None:
    """Ticks taken away make the votes unread, not lost; put back, all is as it was."""
    talk = met(208).close()
    item(talk, "村道硬化筹资", "funds_labour", NOTHING_LEFT)
    ending(resolution(talk).close())
    assert talk.screen.kind == "summary"
    talk.goto("session", "r1", "attend").tick([0], "-").close()
    assert talk.asked == "no_quorum"
    talk.tap("recount").tick([0]).close()
    assert talk.screen.kind == "summary"
    assert talk.send().sent.answers["agenda"][0]["yes"] == 105


# ------------------------------------------------------------------------------------------ kinds of meeting


@pytest.mark.parametrize(
    ("kind", "between", "mode", "should", "need"),
    [
        ("household_assembly", (), "assembly_households", 312, 208),
        ("village_assembly", ("households",), "assembly_households", 312, 208),
        ("village_assembly", ("adults",), "assembly_adults", 936, 469),
        ("representatives", (), "representatives", 100, 67),
        ("group", ("households", "第1村民小组"), "group_households", 50, 34),
        ("group", ("adults", "第1村民小组"), "group_adults", 151, 101),
        ("collective", ("members",), "collective", 100, 67),
        ("collective", ("delegates",), "collective_delegates", 100, 67),
    ],
)
def test_every_kind_counts_its_own_people(
    kind: str, between: tuple[str, ...], mode: str, should: int, need: int
) -> None:
    """Six kinds, eight ways of counting: the roster, whom it counts and how many must come are the law's."""
    assert kind in KINDS
    talk = begun()
    request = ("nobody",) if kind in ("household_assembly", "village_assembly", "representatives") else ()
    opening(talk, kind, *between, request=request)
    heads = mode in ("assembly_adults", "group_adults")
    talk.tap("2026-11-20T19:00", "21:00").say("文化礼堂")
    assert talk.screen.show["states"] == ("heads" if heads else "ip" if mode == "collective" else "i")
    talk.do("tick", {"all": "*" if heads else "i"}, talk.screen.at).close()
    talk.photo().close()
    key, args = said_law(talk, "minutes-quorum_line")
    assert (key, args["mode"], args["should"], args["need"], args["present"]) == (
        "law-quorum-met",
        mode,
        should,
        need,
        should,
    )


def test_a_deliberation_has_no_quorum_and_no_votes() -> None:
    """协商议事: no quorum is asked, the sheet may be missing, a point may be named; every item is an opinion."""
    talk = opening(begun(), "talk", "东片议事点", request=())
    talk.tap("2026-11-20T19:00", "21:00").say("文化礼堂").tick(range(9)).close().skip().close()
    assert said_law(talk, "minutes-quorum_line")[0] == "law-quorum-none"
    item(talk.close(), "广场舞噪音", "other", ())
    talk.close().tap("aloud").send()
    answers = talk.sent.answers
    assert (answers["mode"], answers["should"], answers["present"]) == ("talk", 162, 9)
    assert "quorum_ok" not in answers, "there is none to reach"
    assert answers["agenda"][0]["result"] == "opinion"


def test_a_group_is_counted_alone() -> None:
    """Only the households of the group that met stand on the roster."""
    talk = opening(begun(), "group", "households", "第2村民小组", request=())
    talk.tap("2026-11-20T19:00", "21:00").say("组长家")
    assert talk.screen.show["total"] == 50
    assert {row[1].partition("-")[0] for row in talk.screen.show["rows"]} == {"2"}


def test_the_roster_is_frozen_when_the_sign_in_opens() -> None:
    """It is asked for once the day of the meeting is known, as of that day; a change of the kind asks for another one."""
    asked: list[dict[str, Any]] = []
    supplies = village()
    roster = supplies["roster"]

    def watched(args: Any) -> Any:
        asked.append(dict(args))
        return roster(args)

    talk = Talk("minutes", supplies={**supplies, "roster": watched})
    opening(talk)
    assert asked == []
    session(talk, range(208))
    assert asked == [{"mode": "assembly_households", "as_of": "2026-11-20", "group": None}]
    talk.close().close()
    item(talk, "村道硬化筹资", "funds_labour", NOTHING_LEFT)
    ending(resolution(talk).close())
    talk.goto("meeting_kind").tap("representatives")
    assert asked[-1] == {"mode": "representatives", "as_of": "2026-11-20", "group": None}
    assert talk.asked == "session.attend", "ticks made on another roster are asked again"
    assert "roster-changed" in talk.said


def test_what_was_heard_is_echoed_although_the_roster_is_fetched_first() -> None:
    """Between the typed moment and the next question the form asks for a fact: the echo is not lost on the way."""
    talk = opening(begun()).say("前天晚上七点")
    assert talk.said["echo"]["value"] == "2026-11-20T19:00"
    assert talk.asked == "session.ended"


def test_a_day_on_which_nobody_moved_keeps_the_ticks() -> None:
    """The roster of the day before is the same, so that a corrected date costs nothing."""
    talk = met(208).close()
    item(talk, "村道硬化筹资", "funds_labour", NOTHING_LEFT)
    ending(resolution(talk).close())
    talk.goto("session", "r1", "held_at").tap("2026-11-19T19:00")
    assert talk.screen.kind == "summary"
    assert talk.send().sent.answers["present"] == 208


# ------------------------------------------------------------------------------------------ calling, notice, persons


def test_who_calls_it_is_said_and_an_unusual_caller_is_flagged() -> None:
    """The law names the caller; another one is taken after a yes, and the township sees it."""
    talk = begun().tap("household_assembly")
    assert talk.screen.show["law"]["say"] == "law-caller"
    assert talk.screen.show["law"]["args"]["who"] == "committee"
    talk.tap("other")
    assert (talk.screen.kind, talk.screen.notes[-1].key) == ("confirm", "minutes--caller")
    talk.do("confirm", True, talk.screen.at).say("老年协会").tap("nobody", "p3", "p2", "p3")
    talk.tap("2026-11-08").do("tick", {"value": "door", "on": True}, talk.screen.at).close()
    session(talk, range(208)).close().close()
    item(talk, "村道硬化筹资", "funds_labour", NOTHING_LEFT)
    ending(resolution(talk).close()).send()
    assert [flag.key for flag in talk.sent.flags] == ["minutes--caller_unusual"]


@pytest.mark.parametrize("caller", ["board", "committee", "group_head"])
def test_a_committee_may_act_for_the_collective(caller: str) -> None:
    """RCEO 64: where there is no organisation, the committee or the group calls in its place."""
    assert begun().tap("collective", "members", caller).asked == "chair"


@pytest.mark.parametrize(
    ("kind", "by", "number", "key", "need"),
    [
        ("household_assembly", "villagers", 94, "law-call-met", 94),
        ("household_assembly", "villagers", 93, "law-call-short", 94),
        ("household_assembly", "representatives", 14, "law-call-met", 14),
        ("representatives", "representatives", 8, "law-call-met", 8),
    ],
)
def test_the_threshold_of_a_request_is_said(kind: str, by: str, number: int, key: str, need: int) -> None:
    """A tenth of the villagers, a third or a fifth of the representatives: the number that must ask stands beside it."""
    talk = begun().tap(kind, "committee", by, number)
    found, args = said_law(talk, "minutes-request_line")
    assert (found, args["need"]) == (key, need)


@pytest.mark.parametrize(("villagers", "need"), [(None, 94), (936, 94), (1205, 121)])
def test_the_tenth_is_of_whom_the_county_counts(villagers: int | None, need: int) -> None:
    """Of 936 adults, or of all where the village says how many: a roster frozen before that was asked counts its adults."""
    given = village()
    counted = {**given["village"], **({} if villagers is None else {"villagers": villagers})}
    talk = Talk("minutes", supplies={**given, "village": counted})
    talk.tap("household_assembly", "committee", "villagers", 90)
    assert said_law(talk, "minutes-request_line")[1]["need"] == need


def test_who_may_ask_is_counted_on_the_day_of_the_meeting() -> None:
    """Fifty representatives today, forty on the 20th: 45 are too many as soon as the day is known, and are asked again."""
    given = village()

    def numbers(args: Mapping[str, Any]) -> dict[str, Any]:
        return {**given["village"], "representatives": 40 if args["as_of"] == "2026-11-20" else 50}

    talk = Talk("minutes", supplies={**given, "village": numbers})
    opening(talk, "representatives", request=("representatives", 45))
    session(talk, range(99)).close().close()
    item(talk, "听取村委会报告", "work_report", (0, 90, 9, 0), more=("2026年3月5日村民会议授权",))
    talk.say("同意报告。").tap("p4", "2027-03-31").close().close()
    ending(talk)
    assert (talk.screen.kind, talk.asked) == ("ask", "request_n"), "before it can be sent"
    assert talk.say("45").refused == "minutes--request_many"
    assert talk.say("40").send().sent.answers["request_n"] == 40


@pytest.mark.parametrize(("committee", "warned"), [(10, False), (11, True)])
def test_a_body_with_too_few_representatives_is_flagged(committee: int, warned: bool) -> None:
    """VCL 29: four fifths are representatives; 40 of 50 are enough, 40 of 51 are not. The township sees it, nothing stops."""
    given = village()
    talk = Talk("minutes", supplies={**given, "village": {**given["village"], "committee": committee}})
    session(opening(talk, "representatives"), range(99)).close().close()
    item(talk, "听取村委会报告", "work_report", (0, 90, 9, 0), more=("2026年3月5日村民会议授权",))
    talk.say("同意报告。").tap("p4", "2027-03-31").close().close()
    ending(talk).send()
    assert [flag.key for flag in talk.sent.flags] == (["minutes--body"] if warned else [])
    if warned:
        assert talk.sent.flags[0].args["law"]["say"] == "law-body-share"


@pytest.mark.parametrize(
    ("women", "said"), [(None, ""), (14, ""), (13, "law-body-women-disputed"), (9, "law-body-women")]
)
def test_a_body_with_too_few_women_is_flagged(women: int | None, said: str) -> None:
    """VCL 29: a third; told where the roster says it of every representative, with the other reading where that differs."""
    given = village()
    counted = {**given["village"], "representatives": 39, "committee": 2, "women": women}
    talk = Talk("minutes", supplies={**given, "village": counted})
    session(opening(talk, "representatives"), range(99)).close().close()
    item(talk, "听取村委会报告", "work_report", (0, 90, 9, 0), more=("2026年3月5日村民会议授权",))
    talk.say("同意报告。").tap("p4", "2027-03-31").close().close()
    ending(talk).send()
    assert [flag.args["law"]["say"] for flag in talk.sent.flags] == ([said] if said else [])


def test_only_representatives_ask_for_their_own_meeting() -> None:
    """VCL 30: the villagers are no choice there."""
    talk = begun().tap("representatives", "committee")
    assert [option.value for option in talk.screen.options] == ["nobody", "representatives"]


@pytest.mark.parametrize(
    ("kind", "before", "notified", "reason"),
    [
        ("household_assembly", (), "2026-11-10", False),
        ("household_assembly", (), "2026-11-11", True),
        ("representatives", (), "2026-11-17", False),
        ("representatives", (), "2026-11-18", True),
        ("collective", ("members",), "2026-11-11", True),
        ("talk", (), "2026-11-20", False),
    ],
)
def test_late_notice_needs_a_reason(kind: str, before: tuple[str, ...], notified: str, reason: bool) -> None:
    """Ten days for an assembly, three for the representatives, none for a talk; the first day does not count."""
    talk = begun().tap(kind, *before)
    if talk.asked == "group":
        talk.skip()
    talk.tap("committee")
    if talk.asked == "request_by":
        talk.tap("nobody")
    talk.tap("p3", "p2").tap(notified).do("tick", {"value": "door", "on": True}, talk.screen.at).close()
    session(talk, range(99)).close()
    assert (talk.asked == "notice_reason") is reason
    if reason:
        assert talk.screen.show["law"]["say"] == "law-notice-short"
        assert talk.say("防汛要紧急筹劳").asked != "notice_reason"


def test_the_chair_does_not_take_the_minutes() -> None:
    """Whoever is named second is refused, and another name is taken; so is the chair when changed later."""
    talk = begun().tap("household_assembly", "committee", "nobody", CHAIR.id, CHAIR.id)
    assert talk.refused == "minutes--chair_is_recorder"
    assert talk.asked == "recorder"
    assert talk.tap(CLERK.id).asked == "notified_on"
    talk.goto("chair").tap(CLERK.id)
    assert talk.refused == "minutes--chair_is_recorder"
    assert talk.tap(SECRETARY.id).refused == ""


def test_the_chair_called_people_together_unless_it_is_said_otherwise() -> None:
    """Not asked of the whole village's meeting; it follows another chair, and may be somebody else."""
    talk = opening(begun())
    assert talk.draft.answers["convener"]["id"] == CHAIR.id
    talk.goto("chair").tap(SECRETARY.id)
    assert talk.draft.answers["convener"]["id"] == SECRETARY.id
    talk.goto("convener").tap(CHAIR.id).goto("chair").tap("p4")
    assert talk.draft.answers["convener"]["id"] == CHAIR.id, "what was said stays"


@pytest.mark.parametrize(
    "before",
    [("group", "households", "第1村民小组", "group_head"), ("talk", "东片议事点", "committee"),
     ("household_assembly", "other")],
)  # fmt: skip
def test_who_called_a_part_of_the_village_together_is_asked(before: tuple[str, ...]) -> None:
    """A group, a point and an unusual caller have a convener of their own."""
    talk = begun().tap(*before)
    if before[-1] == "other":
        talk = talk.do("confirm", True, talk.screen.at).say("老年协会").tap("nobody")
    assert talk.tap("p3", "p2").asked == "convener"
    assert talk.tap("p1").asked == "notified_on"


def test_a_second_meeting_of_the_same_day_is_asked_about() -> None:
    """Likely the same minutes twice: taken after a yes, and never refused."""
    talk = opening(begun(met=["2026-11-20"])).tap("2026-11-20T19:00")
    assert (talk.screen.kind, talk.screen.notes[-1].key, talk.screen.notes[-1].args) == (
        "confirm", "minutes--met", {"day": "2026-11-20"},
    )  # fmt: skip
    assert talk.do("confirm", True, talk.screen.at).asked == "session.ended"


def test_every_kind_of_meeting_is_one_the_law_knows() -> None:
    """The form's modes are the law's, branch meetings apart."""
    from bot.forms.minutes import MODES

    assert set(MODES) == set(law.MODES) - {law.BRANCH_MEETING, law.BRANCH_COMMITTEE}


def test_the_day_of_the_notice_is_typed() -> None:
    """A notice goes out days before the meeting: neither today nor yesterday is offered; a day typed is taken."""
    talk = begun().tap("household_assembly", "committee", "nobody", "p3", "p2")
    assert (talk.asked, talk.screen.options) == ("notified_on", ())
    assert talk.say("8号").draft.answers["notified_on"] == "2026-11-08"


def test_what_is_none_of_the_kinds_stands_last() -> None:
    """其他村务 is the last of the kinds of business, not the seventh."""
    talk = session(opening(begun()), range(226)).close().close().say("村道硬化筹资")
    assert talk.asked == "agenda.category"
    assert [option.value for option in talk.screen.options][-1] == "other"
