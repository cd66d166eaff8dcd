"""Votes in the minutes: who may decide what, who was still there, several sessions, heads and proxies, review before."""

from __future__ import annotations

from typing import Any

import pytest

from bot.forms.core.functions import heads
from bot.texts import Texts
from tests.forms.largest import ending, item, opening, resolution, session, village
from tests.forms.play import Talk, check_golden
from tests.forms.test_minutes import begun, met, said_law


def body(kind: str, *between: str, present: int = 100, mark: str = "i", members: int = 100) -> Talk:
    """A meeting of *members* people, *present* of them there, up to the first item."""
    talk = Talk("minutes", supplies=village(members=members))
    request = ("nobody",) if kind in ("household_assembly", "village_assembly", "representatives") else ()
    there = 226 if kind == "household_assembly" else present
    return session(opening(talk, kind, *between, request=request), range(there), mark).close().close()


# ------------------------------------------------------------------------------------------ who may decide what


@pytest.mark.parametrize(
    ("kind", "between", "category", "say"),
    [
        ("household_assembly", (), "land_contract", "law-forum-collective"),
        ("household_assembly", (), "group_matter", "law-forum-group"),
        ("representatives", (), "village_rules", "law-forum-assembly"),
        ("collective", ("delegates",), "charter", "law-forum-members"),
        ("collective", ("members",), "planning", "law-forum-village"),
    ],
)
def test_the_wrong_meeting_may_talk_but_not_resolve(
    kind: str, between: tuple[str, ...], category: str, say: str
) -> None:
    """No vote is asked, the item is an opinion, and the person is told who may decide it."""
    talk = body(kind, *between).say("土地承包方案").tap(category)
    found, args = said_law(talk, "minutes-agenda-forum_line")
    assert (found, args["category"]) == (say, category)
    talk.tap(False).say("方案如下，共三条。", "大家都发了言。")
    assert talk.asked == "agenda.1"
    talk.close().tap("aloud").send()
    one = talk.sent.answers["agenda"][0]
    assert (one["lawful"], one["result"], "ballot" in one, talk.sent.answers["resolutions"]) == (
        False,
        "opinion",
        False,
        0,
    )


def test_representatives_decide_what_was_delegated() -> None:
    """Their meeting may vote on a matter of the assembly when it is said which assembly delegated it."""
    talk = body("representatives").say("村道硬化筹资").tap("funds_labour")
    assert talk.asked == "agenda.delegation"
    assert talk.screen.show["law"]["say"] == "law-forum-delegated"
    talk.say("2026年3月5日村民会议第2项决议").tap(False).say("每户筹资200元，硬化村道。", "大家都发了言。")
    assert talk.tap("hands", 0, 60, 30, 10).asked == "agenda.resolution.text"


@pytest.mark.parametrize(("charter", "asked"), [(True, "agenda.way"), (False, "agenda.1")])
def test_delegates_need_the_charter(charter: bool, asked: str) -> None:
    """RCEO 28: what the charter does not give to the delegates stays an opinion there."""
    talk = body("collective", "delegates").say("年度预算").tap("collective_budget")
    assert talk.asked == "agenda.charter_ok"
    assert talk.tap(charter, False).say("预算草案如下，共三条。", "大家都发了言。").asked == asked


@pytest.mark.parametrize(("yes", "result"), [(67, "passed"), (66, "failed")])
def test_the_collective_counts_all_members(yes: int, result: str) -> None:
    """Two thirds of all hundred members, not of the seventy who came."""
    talk = body("collective", "members", present=70)
    item(talk, "土地承包方案", "land_contract", (0, yes, 70 - yes, 0))
    found, args = said_law(talk, "minutes-agenda-result_line")
    assert (found, args["need"]) == (f"law-{result}", 67)


def test_rights_for_outsiders_need_three_quarters() -> None:
    """RCEO 15: the matter itself asks for more, and the hint beside the vote says so."""
    talk = body("collective", "members", present=90)
    talk.say("给予张某某权利").tap("outsider_rights", False).say(
        "给予在村工作二十年的张某某。", "大家都发了言。"
    )
    talk.tap("secret", 0)
    assert (talk.asked, talk.screen.show["law"]["args"]["need"]) == ("agenda.ballot.ayes", 75)
    talk.tap(74, 16, 0)
    assert said_law(talk, "minutes-agenda-result_line")[0] == "law-failed"


# ------------------------------------------------------------------------------------------ who was still there


def test_too_few_left_for_a_vote() -> None:
    """The quorum is looked at again before every vote: 9 of 216 left, 207 remain, no vote on this item."""
    talk = item(met(216).close(), "村道硬化筹资", "funds_labour", (9,))
    assert said_law(talk, "minutes-agenda-result_line")[0] == "law-vote-no-quorum"
    assert talk.asked == "agenda.1"
    item(talk.add(), "公厕选址", "planning", (8, 105, 103, 0))
    assert talk.asked == "agenda.resolution.text", "with eight gone 208 remain"


def test_an_invalid_vote_is_asked_about_only_where_one_may_be() -> None:
    """Where yes, no and abstained make up all who were there it is 0 by itself, and kept as 0; else it is asked."""
    talk = item(met(226).close(), "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    assert talk.asked == "agenda.resolution.text"
    resolution(talk)
    item(talk.add(), "公厕选址", "planning", (1, 201, 15, 8))
    assert talk.asked == "agenda.ballot.spoilt"
    ending(resolution(talk.tap(1)).close()).send()
    one, other = talk.sent.answers["agenda"]
    assert [row["ballot"][0]["spoilt"] for row in (one, other)] == [0, 1]
    assert [row["invalid"] for row in (one, other)] == [0, 1]
    assert [row["result"] for row in (one, other)] == ["passed", "passed"]


@pytest.mark.parametrize(
    ("lang", "hands", "silent"),
    [("zh-Hans", "举手", "弃权"), ("zh-Hant", "舉手", "棄權"), ("en", "show of hands", "abstained")],
)
def test_the_question_for_invalid_votes_fits_a_show_of_hands(lang: str, hands: str, silent: str) -> None:
    """It says that hands are never invalid and that who said nothing has abstained, as the question before."""
    texts = Texts(strict=True)
    assert hands in texts.text("minutes-agenda-ballot-spoilt", lang)
    assert silent in texts.text("minutes-agenda-ballot-spoilt.hint", lang)


def test_a_vote_that_is_changed_asks_for_the_invalid_ones_again() -> None:
    """A 0 that came by itself does not stand when somebody's vote is missing afterwards."""
    talk = ending(
        resolution(item(met(226).close(), "村道硬化筹资", "funds_labour", (0, 201, 15, 10))).close()
    )
    agenda = talk.draft.answers["agenda"][0]
    talk.goto("agenda", agenda["_"], "ballot", agenda["ballot"][0]["_"], "noes").tap(14)
    assert talk.asked == "agenda.ballot.spoilt"
    talk.tap(1)
    assert talk.screen.kind == "summary"
    assert talk.send().sent.answers["agenda"][0]["invalid"] == 1


def test_going_back_to_a_vote_opens_the_invalid_ones() -> None:
    """上一步 from the resolution leads to the votes, and a smaller one is taken: whose vote is missing is asked."""
    talk = item(met(226).close(), "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    talk.do("back", at=talk.screen.at)
    assert talk.asked == "agenda.ballot.abstained"
    assert (talk.tap(9).asked, talk.refused) == ("agenda.ballot.spoilt", "")
    assert talk.tap(0).refused == "minutes--votes_under"
    assert talk.tap(1).asked == "agenda.resolution.text"
    assert "minutes-agenda-result_line" in talk.said


def test_the_majority_is_of_those_still_there_and_a_dispute_is_flagged() -> None:
    """215 came, 7 left: 105 of the 208 is a majority, of the 215 it is not; the township is told."""
    talk = item(met(215).close(), "村道硬化筹资", "funds_labour", (7, 105, 103, 0))
    assert said_law(talk, "minutes-agenda-result_line")[0] == "law-passed-disputed"
    ending(resolution(talk).close()).send()
    assert [(flag.key, dict(flag.args)) for flag in talk.sent.flags] == [
        ("minutes--disputed", {"title": "村道硬化筹资"})
    ]


def test_a_county_that_counts_those_at_the_opening() -> None:
    """
    The same vote under the other reading: the sentence before it says so, 105 of 215 fail, and the dispute is told.

    The reading is frozen with the form: what the deployment chooses later changes nothing in it.
    """
    talk = Talk("minutes", supplies={**village(), "law": {"majority_base": "opening"}}, law={})
    talk = session(opening(talk), range(215)).close().close()
    talk.say("村道硬化筹资").tap("funds_labour", False).say("在三组修路一百米。", "没有不同意见。").tap(
        "hands", 7
    )
    asked = talk.screen.show["law"]
    assert (asked["say"], asked["args"]["need"], asked["args"]["present"]) == ("law-pass-opening", 108, 215)
    talk.tap(105, 103, 0)
    assert said_law(talk, "minutes-agenda-result_line")[0] == "law-failed-disputed"


def test_an_interest_is_recorded_and_flagged() -> None:
    """Who stood aside and how is asked; the township sees it."""
    talk = met(226).close().say("宅基地旁修路").tap("public_works", True).say("王某某家在用地范围内，回避")
    talk.say("在三组修路一百米。", "王某某未参加表决。").tap("hands", 1, 201, 14, 10)
    ending(resolution(talk).close()).send()
    assert talk.sent.answers["agenda"][0]["conflict_note"] == "王某某家在用地范围内，回避"
    assert [flag.key for flag in talk.sent.flags] == ["minutes--interested"]


# ------------------------------------------------------------------------------------------ several sessions


def batches() -> Talk:
    """120 and 100 households in two sessions, up to the item's votes."""
    talk = opening(begun())
    session(talk, range(120))
    session(talk.add(), range(120, 220), at="2026-11-21T19:00").close().close()
    return item(talk, "村道硬化筹资", "funds_labour", ()).tap("hands")


def test_votes_of_several_sessions_add_up(rewrite_golden: bool) -> None:
    """Each session is asked for its own tally; with the same text everywhere the totals decide."""
    talk = batches()
    assert (talk.asked, talk.screen.crumbs[-1]) == (
        "agenda.ballot.same_text",
        ("minutes-agenda-ballot", 1, ""),
    )
    talk.tap(True, 0, 70, 40, 10)
    assert talk.screen.crumbs[-1] == ("minutes-agenda-ballot", 2, "")
    talk.tap(True, 2, 60, 30, 8)
    assert said_law(talk, "minutes-agenda-result_line")[1]["voting"] == 218
    ending(resolution(talk).close()).send()
    one = talk.sent.answers["agenda"][0]
    assert [one[name] for name in ("yes", "no", "abstain", "invalid", "voting", "result")] == [
        130,
        70,
        18,
        0,
        218,
        "passed",
    ]
    assert [row["_"] for row in one["ballot"]] == [row["_"] for row in talk.sent.answers["session"]]
    assert [flag.key for flag in talk.sent.flags] == ["minutes--batched"]
    check_golden("minutes.sessions", talk, rewrite_golden)


def test_other_words_in_one_session_make_an_opinion() -> None:
    """Votes add up only if every session voted on the identical text: no further number is asked."""
    talk = batches().tap(True, 0, 70, 40, 10).tap(False)
    assert "minutes-agenda-different_line" in talk.said
    assert talk.asked == "agenda.1"
    ending(talk.close()).send()
    assert talk.sent.answers["agenda"][0]["result"] == "opinion"


def test_a_session_added_later_is_asked_for_its_votes() -> None:
    """The summary is not reached until the new session has voted on every item; a removed one is no longer read."""
    talk = batches().tap(True, 0, 70, 40, 10).tap(True, 0, 60, 32, 8)
    ending(resolution(talk).close())
    talk.goto("session").add()
    session(talk, range(220, 240), at="2026-11-21T21:00", ended="22:00").close()
    assert (talk.asked, talk.screen.crumbs[-1][1]) == ("agenda.ballot.same_text", 3)
    talk.tap(True, 0, 15, 5, 0)
    assert talk.screen.kind == "summary"
    talk.goto("session")
    last = talk.screen.lines[2].path
    talk.goto(*last).do("remove", at=last).close()
    assert talk.send().sent.answers["agenda"][0]["yes"] == 130
    assert len(talk.sent.answers["agenda"][0]["ballot"]) == 2


def test_no_household_signs_twice() -> None:
    """Ticked at another session a household stays as it is, one by one and with 全部到."""
    talk = opening(begun())
    session(talk, range(120))
    talk.add().tap("2026-11-21T19:00", "21:00").say("东片小学")
    assert [row[4] for row in talk.screen.show["rows"]] == [True] * 10, "the page says so"
    talk.tick([5])
    assert (talk.said["roster-taken"], talk.screen.show["count"]) == ({"count": 1}, 0)
    talk.do("tick", {"all": "i"}, talk.screen.at)
    assert (talk.said["roster-taken"], talk.screen.show["count"]) == ({"count": 120}, 192)
    assert talk.close().photo().close().asked == "observers.0"


def test_sessions_stand_in_their_order() -> None:
    """The first session is the earliest; an earlier one after it is refused and a later one taken."""
    talk = opening(begun())
    session(talk, range(120))
    talk.add().tap("2026-11-19T19:00")
    assert (talk.refused, talk.screen.problem and talk.screen.problem.args) == (
        "minutes--order", {"first": "2026-11-20T19:00"},
    )  # fmt: skip
    assert talk.tap("2026-11-20T21:30").asked == "session.ended"


def test_a_meeting_may_last_past_midnight() -> None:
    """It began at eleven and ended at one: that is the next day."""
    talk = opening(begun(now="2026-11-22T19:30")).tap("2026-11-20T23:00", "01:00")
    assert talk.say("文化礼堂").asked == "session.attend"


# ------------------------------------------------------------------------------------------ heads and proxies


def test_adults_are_counted_by_household() -> None:
    """901 adults would need 451; here 936 need 469: each press adds one, a line of text says how many came."""
    talk = opening(begun(), "village_assembly", "adults").tap("2026-11-20T19:00", "21:00").say("文化礼堂")
    talk.say("1-1：2", "1-2到1-50 每户2人", "2-2 3人")
    marks = talk.draft.answers["session"][0]["attend"]
    assert (marks[:3], marks[51], heads(marks), talk.screen.show["heads"]) == ("222", "3", 103, 103)
    assert talk.screen.show["rows"][0][5] == "3", "the next press adds one more adult"
    talk.say("1-1 9人")
    assert (talk.refused, talk.screen.problem and talk.screen.problem.args) == (
        "problem-heads_over", {"row": "1-001 户代表1", "most": 3},
    )  # fmt: skip
    talk.say("1-1 没来")
    assert heads(talk.draft.answers["session"][0]["attend"]) == 101
    talk.do("tick", {"all": "*"}, talk.screen.at).close().photo().close()
    assert said_law(talk, "minutes-quorum_line")[1]["present"] == 936


def test_more_than_half_of_the_adults() -> None:
    """451 of 901 reach the quorum, 450 do not."""
    rows = [[f"h{n}", str(n), f"户{n}", "一组", "", f"户{n}", 1] for n in range(1, 902)]
    for present, say in ((451, "law-quorum-met"), (450, "law-quorum-short")):
        supplies = {**village(), "roster": lambda args: {"should": 901, "rows": rows}}
        talk = session(
            opening(Talk("minutes", supplies=supplies), "village_assembly", "adults"), range(present), "1"
        ).close()
        assert said_law(talk, "minutes-quorum_line")[0] == say


def test_proxies_only_where_the_law_knows_them() -> None:
    """RCEO 27: at an assembly of members somebody of the household may come in writing; each is named."""
    talk = opening(Talk("minutes", supplies=village()), "collective", "members", request=())
    talk.tap("2026-11-20T19:00", "21:00").say("文化礼堂")
    assert talk.screen.show["rows"][0][5] == "i"
    talk.tick(range(70)).tick([70], "p").say("72、73 委托")
    assert talk.screen.show["rows"][1][5] == "p", "pressed again, somebody came in their place"
    talk.close()
    assert talk.asked == "session.proxy.member"
    assert [option.label for option in talk.screen.options] == ["71 成员71", "72 成员72", "73 成员73"]
    talk.tap("m71").say("王某某").photo("委托书.jpg").add()
    assert talk.tap("m71").refused == "problem-twice"
    talk.tap("m72").say("李某某").photo("委托书.jpg")
    assert talk.close().refused == "problem-rows_few"
    talk.add().tap("m73").say("赵某某")
    assert talk.skip().refused == "problem-required", "RCEO 27: in writing"
    talk.photo("委托书.jpg")
    assert "add" not in talk.screen.buttons, "as many as were ticked"
    talk.close().photo().close().close()
    item(talk, "土地承包方案", "land_contract", (0, 67, 6, 0))
    assert talk.asked == "agenda.resolution.text"


def test_a_proxy_no_longer_ticked_is_asked_again() -> None:
    """The tick decides: without it the row is not one of a proxy."""
    talk = opening(Talk("minutes", supplies=village()), "collective", "members", request=())
    talk.tap("2026-11-20T19:00", "21:00").say("文化礼堂").tick(range(70)).tick([70, 71], "p").close()
    talk.tap("m71").say("王某某").photo("委托书.jpg").add().tap("m72").say("李某某").photo(
        "委托书.jpg"
    ).close()
    talk.goto("session", "r1", "attend").tick([70], "i").tick([72], "p").close()
    assert talk.asked == "session.proxy.member"
    assert talk.tap("m73").refused == ""


@pytest.mark.parametrize("kind", ["household_assembly", "representatives", "talk"])
def test_no_proxy_anywhere_else(kind: str) -> None:
    """A crafted proxy tick is refused."""
    talk = begun()
    opening(talk, kind, request=("nobody",) if kind != "talk" else ()) if kind != "talk" else _talk_opening(
        talk
    )
    talk.tap("2026-11-20T19:00", "21:00").say("文化礼堂").tick([0], "p")
    assert talk.refused == "problem-choice_gone"


def _talk_opening(talk: Talk) -> Talk:
    talk.tap("talk").skip().tap("committee", "p3", "p2").tap("2026-11-08")
    return talk.do("tick", {"value": "door", "on": True}, talk.screen.at).close()


# ------------------------------------------------------------------------------------------ the Party organisation first


def test_what_was_not_reviewed_is_no_resolution() -> None:
    """VCL 28: asked once after the agenda; a no is asked about, and the item becomes an opinion with its votes unread."""
    talk = item(met(226).close(), "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    resolution(talk).close()
    assert (talk.asked, talk.screen.show["law"]["say"]) == ("party_reviewed", "law-review")
    talk.tap(False)
    assert (talk.screen.kind, talk.screen.notes[-1].key, talk.screen.notes[-1].args) == (
        "confirm", "minutes--not_reviewed", {"count": 1},
    )  # fmt: skip
    talk.do("confirm", True, talk.screen.at).tap("aloud").send()
    one = talk.sent.answers["agenda"][0]
    assert (one["result"], "resolution" in one, talk.sent.answers["resolutions"]) == ("opinion", False, 0)


def test_a_review_after_the_meeting_is_refused() -> None:
    """The day must not be later than the meeting."""
    talk = item(met(226).close(), "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    resolution(talk).close().tap(True, "2026-11-21")
    assert talk.refused == "minutes--reviewed_late"
    assert talk.tap("2026-11-20").asked == "read_back"


@pytest.mark.parametrize(
    ("kind", "category", "asked"),
    [
        ("household_assembly", "funds_labour", True),
        ("representatives", "appraisal", True),
        ("household_assembly", "shares", False),
    ],
)
def test_review_only_where_this_meeting_decides(kind: str, category: str, asked: bool) -> None:
    """A matter of another meeting needs none here."""
    talk = body(kind) if kind == "representatives" else met(226).close()
    present = 100 if kind == "representatives" else 226
    votes: tuple[int, ...] = () if category == "shares" else (0, 0, present, 0)
    item(talk, "某个议题", category, votes).close()
    assert (talk.asked == "party_reviewed") is asked


def figures(talk: Talk) -> dict[str, tuple[Any, Any]]:
    """name -> (numerator, denominator) over what was sent."""
    from bot.forms.core.plan import Env, Scope

    scope = Scope(talk.kind.plan.root, talk.sent.answers, Env(talk.facts), stored=True)
    return {name: (num(scope), den(scope)) for name, num, den in talk.kind.figures}


def test_figures_of_a_meeting() -> None:
    """Attendance, passed, rejected, and no decision by the wrong meeting."""
    talk = item(met(226).close(), "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    resolution(talk)
    item(talk.add(), "公厕选址", "planning", (0, 100, 120, 6))
    item(talk.add(), "土地承包", "land_contract", ())
    ending(talk.close()).send()
    assert figures(talk) == {
        "attendance": (226, 312), "passed": (1, 2), "rejected": (1, 2), "invalid_routing": (0, 2), "followed_on_time": (0, 0),
    }  # fmt: skip


@pytest.mark.parametrize(("ended", "told"), [([0, 5, 300], 2), ([300], None)])
def test_a_term_that_is_over_is_told(ended: list[int], told: int | None) -> None:
    """Somebody whose term is over may come, but the township sees for how many households; who stayed away is no matter."""
    supplies = village()
    roster = supplies["roster"]
    supplies = {**supplies, "roster": lambda args: {**roster(args), "ended": ended}}
    talk = session(opening(Talk("minutes", supplies=supplies)), range(226)).close().close()
    item(talk, "村道硬化筹资", "funds_labour", (0, 201, 15, 10))
    ending(resolution(talk).close()).send()
    expected = [] if told is None else [("minutes--term_over", {"count": told})]
    assert [(flag.key, dict(flag.args)) for flag in talk.sent.flags] == expected


def test_a_slip_among_the_votes_can_be_mended() -> None:
    """One of the numbers is changed: those behind it are asked again as they were the first time."""
    talk = met(226).close()
    resolution(item(talk, "村道硬化筹资", "funds_labour", (0, 200, 15, 11, 0))).close()
    one = talk.draft.answers["agenda"][0]
    ballot = ("agenda", one["_"], "ballot", one["ballot"][0]["_"])
    talk.goto(*ballot, "ayes").tap(201)
    assert (talk.refused, talk.asked) == ("", "agenda.ballot.noes")
    talk.tap(15)
    assert talk.asked == "agenda.ballot.abstained"
    assert talk.tap(12).refused == "minutes--votes_over"
    talk.tap(10)
    assert [talk.draft.answers["agenda"][0]["ballot"][0][name] for name in ("ayes", "noes", "abstained", "spoilt")] == [
        201, 15, 10, 0,
    ]  # fmt: skip
    ending(talk).send()
    assert talk.sent.answers["agenda"][0]["yes"] == 201


def test_the_last_vote_alone_opens_the_ones_before() -> None:
    """Nothing stands behind it, so the others are looked at again."""
    talk = met(226).close()
    resolution(item(talk, "村道硬化筹资", "funds_labour", (0, 200, 15, 10, 1))).close()
    one = talk.draft.answers["agenda"][0]
    ballot = ("agenda", one["_"], "ballot", one["ballot"][0]["_"])
    talk.goto(*ballot, "spoilt").tap(2)
    assert talk.asked == "agenda.ballot.ayes"
    assert talk.tap(199, 15, 11).asked == "agenda.ballot.spoilt"  # with two spoilt it would be one too many
    assert talk.tap(2).refused == "minutes--votes_over"
    assert talk.tap(1).refused == ""
    assert [line.status for line in talk.screen.lines if line.status == "problem"] == []


def voted(*votes: int) -> tuple[Talk, tuple[str, ...]]:
    """Minutes at the summary, one item voted on: the talk, and the path of that vote."""
    talk = met(226).close()
    ending(resolution(item(talk, "村道硬化筹资", "funds_labour", (0, *votes))).close())
    one = talk.draft.answers["agenda"][0]
    return talk, ("agenda", one["_"], "ballot", one["ballot"][0]["_"])


@pytest.mark.parametrize(
    ("name", "slip"), [("ayes", 2010), ("noes", 227), ("abstained", 1000), ("spoilt", 500)]
)
def test_a_number_that_nothing_can_make_fit_is_refused(name: str, slip: int) -> None:
    """More than are in the room, whatever the others were: nothing is dropped, nothing is asked again."""
    talk, ballot = voted(200, 15, 10, 1)
    before = talk.draft.answers
    assert talk.goto(*ballot, name).tap(slip).refused == "minutes--votes_over"
    assert talk.draft.answers == before
    assert talk.do("back").draft.at == ()


def test_a_slip_that_opens_the_ones_before_can_be_taken_back() -> None:
    """150 instead of 15 are against: asked again, those for are said as they were, and then those against."""
    talk, ballot = voted(201, 15, 10)
    assert talk.goto(*ballot, "noes").tap(150).asked == "agenda.ballot.ayes"
    assert talk.tap(201).asked == "agenda.ballot.noes"
    talk.tap(15, 10)
    assert (talk.refused, talk.draft.at) == ("", ())


def test_back_from_what_a_change_opened_leads_to_the_change() -> None:
    """Who sees at the next question that the number was wrong goes back to it."""
    talk, ballot = voted(201, 15, 10)
    assert talk.goto(*ballot, "ayes").tap(20).asked == "agenda.ballot.spoilt"
    assert [talk.do("back").asked for _ in range(3)] == [
        "agenda.ballot.abstained", "agenda.ballot.noes", "agenda.ballot.ayes",
    ]  # fmt: skip
    talk.tap(201)
    assert talk.draft.at == ()
    talk.send()
    assert talk.sent.answers["agenda"][0]["yes"] == 201


def test_no_session_is_added_to_a_vote() -> None:
    """The rows of a vote are the sessions: its menu offers no more of them, and names them by their number."""
    talk, ballot = voted(201, 15, 10)
    talk.goto(*ballot[:3])
    assert talk.screen.kind == "rows"
    assert "add" not in talk.screen.buttons
    assert [(line.kind, line.number) for line in talk.screen.lines] == [("key", 1)]
    before = talk.draft.answers
    assert talk.do("add", None, talk.draft.at).refused == "problem-late"
    assert talk.draft.answers == before


def test_another_kind_of_meeting_takes_another_roster() -> None:
    """Of a group's meeting one of the whole village is made: nobody votes before its own households are ticked."""
    talk = opening(Talk("minutes", supplies=village()), "group", "households", "第2村民小组", request=())
    session(talk, range(40)).close().close()
    resolution(item(talk, "组内水渠", "group_matter", (0, 40, 0, 0))).close().goto("meeting_kind")
    assert talk.tap("household_assembly").asked == "request_by"
    talk.tap("nobody")
    assert (talk.asked, talk.screen.show["total"], talk.screen.show["count"]) == ("session.attend", 312, 0)


def test_a_number_that_comes_anew_is_told() -> None:
    """With eight more who abstained nobody is left whose paper was spoilt: the ten of before are not dropped in silence."""
    talk, ballot = voted(181, 25, 10, 10)
    talk.goto(*ballot, "abstained").tap(20)
    assert (talk.refused, talk.draft.at) == ("", ())
    told = talk.said["refilled"]
    assert (told["question"], told["was"], told["value"]) == ("minutes-agenda-ballot-spoilt", 10, 0)
    assert "ripple" not in talk.said, "nothing else is opened, and nothing falls away"


def test_most_of_the_room_left_is_asked_about() -> None:
    """207 of 226 gone before the vote may be a slip of the finger."""
    talk = item(met(226).close(), "村道硬化筹资", "funds_labour", ()).tap("hands", 207)
    assert talk.screen.kind == "confirm"
    assert talk.do("back").tap(10).asked == "agenda.ballot.ayes"


@pytest.mark.parametrize("said", ["就一场", "就这些", "没有了"])
def test_there_was_one_session(said: str) -> None:
    """就一场 at the list of sessions ends it; it is not the number of a row to be opened."""
    talk = session(opening(Talk("minutes", supplies=village())), range(226)).say(said)
    assert talk.asked == "observers.0"
