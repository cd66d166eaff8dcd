"""The law as numbers: figures worked by hand, exact arithmetic, both texts of the law, all words."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from itertools import product
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.forms.core import law
from bot.forms.core.law import Readings, Ruling
from bot.forms.core.law_members import (
    Appraisal,
    arrears,
    arrears_state,
    away,
    lost_alarm,
    months_later,
    two_failures,
)
from bot.forms.core.law_text import ARTICLES, MEETINGS, article_id
from bot.texts import LANGS, Texts

NOW = "2026-11-20"
BEFORE = "2025-03-01"  # old VCL, no RCEO yet
BETWEEN = "2025-06-01"  # old VCL, RCEO in force
ANCIENT = "2005-01-01"  # before any text known here
TEXTS = Texts(strict=True)


def words(ruling: Ruling, lang: str = "zh-Hans") -> str:
    """The ruling as a sentence; fails where a key, an argument or an article has no words."""
    return TEXTS.text(ruling.key, lang, **ruling.details)


# ---------------------------------------------------------------------- vectors


@pytest.mark.parametrize(
    ("mode", "should", "quorum", "voting", "votes"),
    [
        ("assembly_households", 312, 208, 208, 105),
        ("assembly_adults", 901, 451, 451, 226),
        ("assembly_households", 1, 1, 1, 1),
        ("assembly_households", 2, 2, 2, 2),
        ("assembly_households", 3, 2, 2, 2),
        ("assembly_households", 2500, 1667, 1700, 851),
        ("branch_meeting", 46, 23, 23, 24),
        ("branch_meeting", 45, 23, 23, 23),
        ("collective", 100, 67, 67, 67),
        ("collective_delegates", 21, 14, 21, 14),
        ("representatives", 40, 27, 30, 16),
        ("group_adults", 50, 34, 40, 21),
        ("group_households", 31, 21, 22, 12),
        ("branch_committee", 5, 3, 3, 3),
    ],
)
def test_vectors(mode: str, should: int, quorum: int, voting: int, votes: int) -> None:
    """Each row is a roster and the figures counting by hand gives for it."""
    assert law.quorum(mode, should, NOW).value == quorum
    assert law.pass_votes(mode, voting, should, NOW).value == votes


@pytest.mark.parametrize(
    ("mode", "yes", "voting", "should", "carried"),
    [
        ("assembly_households", 105, 208, 312, True),
        ("assembly_households", 104, 208, 312, False),  # half is not more than half
        ("assembly_households", 207, 207, 312, False),  # no quorum, however unanimous
        ("branch_meeting", 23, 23, 46, False),  # 23 present can never pass
        ("branch_meeting", 24, 24, 46, True),
        ("branch_meeting", 23, 24, 46, False),
        ("collective", 67, 67, 100, True),
        ("collective", 66, 100, 100, False),
        ("collective", 66, 66, 100, False),
        ("assembly_households", 1, 1, 1, True),
        ("assembly_households", 0, 0, 0, False),  # an empty roster passes nothing
    ],
)
def test_votes(mode: str, yes: int, voting: int, should: int, carried: bool) -> None:
    """Each row is one vote with nobody gone early."""
    ruling = law.passed(mode, yes, voting, should, voting, NOW)
    assert ruling.value is carried
    assert not ruling.disputed


def test_a_talk_decides_nothing() -> None:
    """Deliberation has neither quorum nor vote: there is no number, and no number to compare with."""
    assert law.quorum("talk", 312, NOW).value is None
    assert law.attendance("talk", 312, 300, NOW).value is None
    assert law.pass_votes("talk", 300, 312, NOW).value is None
    assert law.passed("talk", 300, 300, 312, 300, NOW).value is None
    assert not any(law.forum(category, "talk", NOW).value for category in law.CATEGORIES)


# ---------------------------------------------------------------------- exact arithmetic

PARTS = {
    "two_thirds": lambda n: ceil(Fraction(2, 3) * n),
    "half": lambda n: ceil(Fraction(1, 2) * n),
    "over_half": lambda n: floor(Fraction(1, 2) * n) + 1,
}
COUNTED = [mode for mode in law.MODES if mode != "talk"]


@given(n=st.integers(1, 2000), mode=st.sampled_from(COUNTED))
def test_quorum_is_the_least_number_that_suffices(n: int, mode: str) -> None:
    """The quorum equals exact fractions, is reached by itself and missed by one less."""
    need = law.quorum(mode, n, NOW).value
    share = MEETINGS[mode].quorum
    assert share is not None
    assert need == PARTS[share](n)
    assert isinstance(need, int)
    assert 1 <= need <= n
    assert law.attendance(mode, n, need, NOW).value is True
    assert law.attendance(mode, n, need - 1, NOW).value is False


@given(n=st.integers(1, 2000), mode=st.sampled_from(COUNTED), data=st.data())
def test_a_vote_carries_exactly_at_the_number(n: int, mode: str, data: st.DataObject) -> None:
    """With the quorum there, yes votes at the number carry and one less does not."""
    least = law.quorum(mode, n, NOW).value
    assert isinstance(least, int)
    voting = data.draw(st.integers(least, n))
    need = law.pass_votes(mode, voting, n, NOW).value
    base = n if MEETINGS[mode].of == "should" else voting
    assert need == PARTS[MEETINGS[mode].vote](base)
    assert isinstance(need, int)
    if need <= voting:
        assert law.passed(mode, need, voting, n, voting, NOW).value is True
    assert law.passed(mode, need - 1, voting, n, voting, NOW).value is False


@settings(deadline=None)
@given(
    yes=st.integers(-3, 60),
    voting=st.integers(-3, 60),
    opening=st.integers(-3, 60),
    should=st.integers(-3, 60),
    mode=st.sampled_from(law.MODES),
)
def test_odd_figures_never_pass_and_never_raise(
    yes: int, voting: int, opening: int, should: int, mode: str
) -> None:
    """Whatever is typed on the way, the answer is a ruling with words; impossible figures do not carry."""
    ruling = law.passed(mode, yes, voting, should, opening, NOW)
    assert words(ruling)
    assert words(law.attendance(mode, should, opening, NOW))
    if not 0 <= yes <= voting <= opening <= should:
        assert not ruling.value


@given(n=st.integers(0, 2000), num=st.integers(1, 9), den=st.integers(1, 9))
def test_counting_words(n: int, num: int, den: int) -> None:
    """以上 is the ceiling of the fraction; 过半数 is the first whole number above the half."""
    assert law.at_least(Fraction(num, den), n) == ceil(Fraction(num, den) * n)
    half = law.more_than_half(n)
    assert half > Fraction(n, 2) >= half - 1


# ---------------------------------------------------------------------- readings


def test_early_leavers_are_flagged_only_when_it_matters() -> None:
    """With 220 at the opening and 210 still there, 106 to 110 yes depend on the reading."""
    outcome = {
        yes: law.passed("assembly_households", yes, 210, 312, 220, NOW) for yes in (105, 106, 110, 111)
    }
    assert {yes: (r.value, r.disputed) for yes, r in outcome.items()} == {
        105: (False, False),
        106: (True, True),
        110: (True, True),
        111: (True, False),
    }
    strict = Readings(majority_base="opening")
    again = {
        yes: law.passed("assembly_households", yes, 210, 312, 220, NOW, readings=strict)
        for yes in (105, 106, 110, 111)
    }
    assert {yes: (r.value, r.disputed) for yes, r in again.items()} == {
        105: (False, False),
        106: (False, True),
        110: (False, True),
        111: (True, False),
    }
    assert "220" in words(outcome[106])


def test_quorum_is_checked_again_before_every_vote() -> None:
    """208 came, one left: the next item cannot be voted on."""
    ruling = law.passed("assembly_households", 207, 207, 312, 208, NOW)
    assert (ruling.value, ruling.key) == (False, "law-vote-no-quorum")
    assert "208" in words(ruling)


def test_branch_committee_majority_is_a_reading() -> None:
    """PBR 12 names no majority: of all five members three; of three present two, and that is disputed."""
    assert law.pass_votes("branch_committee", 3, 5, NOW).value == 3
    assert law.pass_votes("branch_committee", 3, 5, NOW).article == ""
    present = Readings(committee_majority="present")
    ruling = law.passed("branch_committee", 2, 3, 5, 3, NOW, readings=present)
    assert (ruling.value, ruling.disputed) == (True, True)


def test_women_are_counted_among_the_representatives() -> None:
    """30 representatives and 5 members: 10 women suffice, of the whole body it would be 12."""
    (ruling,) = law.body_warnings("representatives", 30, 5, 10, NOW)
    assert (ruling.value, ruling.disputed) == (True, True)
    (ruling,) = law.body_warnings("representatives", 30, 5, 10, NOW, Readings(women_base="body"))
    assert (ruling.value, ruling.disputed) == (False, True)
    assert law.body_warnings("representatives", 30, 5, 12, NOW) == ()
    (ruling,) = law.body_warnings("representatives", 30, 5, 9, NOW)
    assert (ruling.value, ruling.disputed, ruling.details["need"]) == (False, False, 10)


@pytest.mark.parametrize(
    ("mode", "representatives", "committee", "women", "keys"),
    [
        ("representatives", 20, 5, 9, []),
        ("representatives", 19, 5, 8, ["law-body-share"]),
        ("representatives", 10, 7, 2, ["law-body-share", "law-body-women"]),
        ("collective_delegates", 20, 0, 0, ["law-body-delegates"]),
        ("collective_delegates", 21, 0, 0, []),
        ("assembly_adults", 0, 0, 0, []),
    ],
)
def test_make_up_of_a_body(
    mode: str, representatives: int, committee: int, women: int, keys: list[str]
) -> None:
    """Four fifths representatives, a third women, more than twenty delegates; each miss is one warning."""
    assert [r.key for r in law.body_warnings(mode, representatives, committee, women, NOW)] == keys


@pytest.mark.parametrize(
    ("households", "low", "high"),
    [(1, 1, 1), (5, 1, 1), (9, 1, 1), (10, 1, 2), (15, 1, 3), (16, 2, 3), (312, 21, 62)],
)
@pytest.mark.parametrize("mode", ["representatives", "collective_delegates"])
def test_one_for_five_to_fifteen_households(mode: str, households: int, low: int, high: int) -> None:
    """VCL 29 and RCEO 28: both ends are enough, one beside them is not, and a small village or group has one."""
    for seats in (low - 1, low, high, high + 1):
        assert law.body_size(mode, seats, households, NOW).value is (low <= seats <= high)
    assert law.body_size("assembly_adults", 3, households, NOW).value is None


def test_both_things_amiss_are_said() -> None:
    """Too few representatives and too few women among them: one sentence after the other; unknown women are no fault."""
    ok, say = law.FUNCTIONS["law.body_ok"], law.FUNCTIONS["law.say_body"]
    assert ok("representatives", 10, 7, NOW, 2) is ok("representatives", 10, 7, NOW) is False
    assert say("representatives", 10, 7, NOW, 2)["say"] == "law-both"
    assert say("representatives", 10, 7, NOW, -1)["say"] == "law-body-share"
    assert say("representatives", 20, 5, NOW, 2)["say"] == "law-body-women"
    assert (ok("representatives", 20, 5, NOW, -1), say("representatives", 20, 5, NOW, -1)) == (True, None)
    assert (law.women_among(["female", "male"]), law.women_among(["female", ""]), law.women_among([])) == (
        1,
        None,
        None,
    )


# ---------------------------------------------------------------------- forum


@pytest.mark.parametrize(
    ("category", "mode", "on", "lawful", "key", "article"),
    [
        ("public_works", "assembly_households", NOW, True, "law-forum-ok", "VCL 28"),
        ("public_works", "representatives", NOW, True, "law-forum-delegated", "VCL 28"),
        ("public_works", "group_adults", NOW, False, "law-forum-village", "VCL 28"),
        ("public_works", "collective", NOW, False, "law-forum-village", "VCL 28"),
        ("public_works", "branch_meeting", NOW, False, "law-forum-branch", "PBR 11"),
        ("public_works", "talk", NOW, False, "law-forum-talk", "VCL 33"),
        ("delegated", "representatives", NOW, True, "law-forum-delegated", "VCL 29"),
        ("village_rules", "assembly_adults", NOW, True, "law-forum-ok", "VCL 31"),
        ("village_rules", "representatives", NOW, False, "law-forum-assembly", "VCL 31"),
        ("resignation", "representatives", NOW, True, "law-forum-ok", "VCL 20"),
        ("appraisal", "representatives", BETWEEN, True, "law-forum-ok", "VCL2018 33"),
        ("election", "assembly_adults", NOW, False, "law-forum-election", "VCL 18"),
        ("group_matter", "group_households", NOW, True, "law-forum-ok", "VCL 32"),
        ("group_matter", "assembly_adults", NOW, False, "law-forum-group", "VCL 32"),
        ("land_contract", "assembly_households", NOW, False, "law-forum-collective", "RCEO 26"),
        ("land_contract", "group_adults", NOW, False, "law-forum-collective", "RCEO 26"),
        ("land_contract", "collective", NOW, True, "law-forum-ok", "RCEO 26"),
        ("land_contract", "collective_delegates", NOW, False, "law-forum-members", "RCEO 28"),
        ("land_contract", "assembly_households", BETWEEN, False, "law-forum-collective", "RCEO 26"),
        ("land_contract", "assembly_households", BEFORE, True, "law-forum-ok", "VCL2018 24"),
        ("homestead", "representatives", BEFORE, True, "law-forum-delegated", "VCL2018 24"),
        ("homestead", "collective_delegates", NOW, False, "law-forum-members", "RCEO 28"),
        ("land_compensation", "collective_delegates", NOW, False, "law-forum-members", "RCEO 28"),
        ("charter", "collective_delegates", NOW, False, "law-forum-members", "RCEO 28"),
        ("membership", "collective_delegates", NOW, False, "law-forum-members", "RCEO 28"),
        ("merger", "collective_delegates", NOW, False, "law-forum-members", "RCEO 28"),
        ("collective_assets", "collective_delegates", NOW, True, "law-forum-charter", "RCEO 28"),
        ("collective_budget", "collective", NOW, True, "law-forum-ok", "RCEO 26"),
        ("party_matter", "branch_meeting", NOW, True, "law-forum-ok", "PBR 11"),
        ("party_matter", "branch_committee", NOW, False, "law-forum-party", "PBR 11"),
        ("party_matter", "assembly_adults", NOW, False, "law-forum-party", "PBR 11"),
        ("party_daily", "branch_committee", NOW, True, "law-forum-ok", "PBR 12"),
    ],
)
def test_forum(category: str, mode: str, on: str, lawful: bool, key: str, article: str) -> None:
    """Each row is one item of business brought to one meeting."""
    ruling = law.forum(category, mode, on)
    assert (ruling.value, ruling.key, ruling.article) == (lawful, key, article)


@pytest.mark.parametrize(
    ("lang", "charter"), [("zh-Hans", "章程"), ("zh-Hant", "章程"), ("en", "the charter")]
)
def test_the_charter_is_named_only_where_it_may_hand_on(lang: str, charter: str) -> None:
    """RCEO 28: land, homesteads, shares and their like never go to the delegates, so nothing is said of it."""
    named = {
        category
        for category in law.COLLECTIVE_CATEGORIES
        if charter
        in words(law.forum(category, "assembly_households", NOW), lang).replace(
            TEXTS.text("law-category", lang, category=category), ""
        )
    }
    assert named == {"collective_assets", "collective_budget", "collective_officers"}


def test_every_category_but_elections_has_a_meeting_that_may_decide_it() -> None:
    """Nothing on the list is homeless, on any day; elections belong to no meeting."""
    for category, on in product(law.CATEGORIES, (NOW, BETWEEN, BEFORE)):
        homes = [mode for mode in law.MODES if law.forum(category, mode, on).value]
        assert bool(homes) == (category != "election")
        assert str(law.forum(category, "talk", on).details["where"]).split() == [
            mode for mode in str(law.forum(category, "talk", on).details["where"]).split() if mode in homes
        ]
    assert set(law.CATEGORIES) == {
        *law.VILLAGE_CATEGORIES, *law.COLLECTIVE_CATEGORIES, *law.PARTY_CATEGORIES, "election",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("category", "mode", "on", "needed", "article"),
    [
        ("public_works", "assembly_households", NOW, True, "VCL 28"),
        ("public_works", "representatives", NOW, True, "VCL 28"),
        ("public_works", "representatives", BETWEEN, True, ""),  # practice before 2026
        ("land_contract", "collective", NOW, True, "RCEO 26"),
        ("land_contract", "collective", BETWEEN, True, "RCEO 26"),
        ("land_contract", "assembly_adults", NOW, False, ""),  # cannot decide it anyway
        ("group_matter", "group_adults", NOW, True, ""),
        ("public_works", "talk", NOW, False, ""),
        ("party_matter", "branch_meeting", NOW, False, ""),
    ],
)
def test_party_review(category: str, mode: str, on: str, needed: bool, article: str) -> None:
    """Each row: must the village Party organisation have discussed it first, and who says so."""
    ruling = law.needs_party_review(category, mode, on)
    assert (ruling.value, ruling.article) == (needed, article)


def test_review_of_other_and_of_groups_are_readings() -> None:
    """A deployment may drop what the law does not clearly ask."""
    lax = Readings(review_other=False, review_groups=False)
    assert law.needs_party_review("other", "assembly_adults", NOW).value is True
    assert law.needs_party_review("other", "assembly_adults", NOW, lax).value is False
    assert law.needs_party_review("group_matter", "group_adults", NOW, lax).value is False
    assert law.needs_party_review("planning", "assembly_adults", NOW, lax).value is True


def test_some_business_needs_a_larger_majority() -> None:
    """RCEO 15 asks three quarters of all members; RLCL 19 two thirds of the whole before the RCEO."""
    assert law.pass_votes("collective", 100, 100, NOW, "outsider_rights").value == 75
    assert law.pass_votes("collective", 100, 100, NOW, "land_contract").value == 67
    assert law.pass_votes("assembly_adults", 600, 901, BEFORE, "land_contract").value == 601
    assert law.pass_votes("assembly_adults", 600, 901, BEFORE, "public_works").value == 301
    assert law.forum("outsider_rights", "collective_delegates", NOW).value is False


# ---------------------------------------------------------------------- calling, notice, posting


@pytest.mark.parametrize(
    ("mode", "asked", "total", "by", "must"),
    [
        ("assembly_adults", 90, 901, "villagers", False),
        ("assembly_adults", 91, 901, "villagers", True),
        ("assembly_households", 12, 36, "representatives", True),
        ("assembly_households", 11, 36, "representatives", False),
        ("representatives", 8, 36, "representatives", True),
        ("representatives", 7, 36, "representatives", False),
        ("representatives", 0, 0, "representatives", False),
        ("assembly_adults", 902, 901, "villagers", False),  # more than there are
        ("group_adults", 30, 30, "villagers", None),
        ("collective", 90, 100, "villagers", None),
        ("talk", 5, 5, "villagers", None),
    ],
)
def test_who_may_demand_a_meeting(mode: str, asked: int, total: int, by: str, must: bool | None) -> None:
    """A tenth of villagers, a third of representatives, a fifth for the representatives' own meeting."""
    assert law.may_call(mode, asked, total, NOW, by).value is must


@pytest.mark.parametrize(
    ("mode", "days", "article"),
    [
        ("assembly_adults", 10, "VCL 25"),
        ("assembly_households", 10, "VCL 25"),
        ("representatives", 3, ""),
        ("collective", 10, "RCEO 27"),
        ("collective_delegates", 10, ""),
        ("group_adults", 0, ""),
        ("talk", 0, ""),
        ("branch_meeting", 0, ""),
    ],
)
def test_notice_days(mode: str, days: int, article: str) -> None:
    """How long before each meeting people are told, and whether a law says so."""
    ruling = law.notice_days(mode, NOW)
    assert (ruling.value, ruling.article) == (days, article)


def test_the_day_of_notice_does_not_count() -> None:
    """Told on the 10th for the 20th is ten days (Civil Code 201); the other reading makes it eleven."""
    assert law.notice_gap("2026-11-10", "2026-11-20T19:00") == 10
    assert law.notice_gap("2026-11-10", "2026-11-20", Readings(first_day_counts=True)) == 11
    assert law.notice_gap("2026-11-20T21:00", "2026-11-20T19:00") == 0
    assert law.notice("assembly_adults", "2026-11-10", "2026-11-20", Readings()).key == "law-notice-met"
    assert law.notice("assembly_adults", "2026-11-11", "2026-11-20").value is False
    assert law.notice("group_adults", "2026-11-20", "2026-11-20").key == "law-notice-none"
    assert law.notice("group_adults", "2026-11-21", "2026-11-20").key == "law-notice-after"
    assert (
        law.notice("representatives", "2026-11-16", "2026-11-20", Readings(representatives_notice=5)).value
        is False
    )


def test_urgent_notice_is_in_the_text_only_since_2026() -> None:
    """VCL 25 lets special circumstances shorten the ten days; the 2018 text did not."""
    assert law.notice_days("assembly_adults", NOW).details["urgent"] == 1
    assert law.notice_days("assembly_adults", BETWEEN).details["urgent"] == 0


def test_posting() -> None:
    """Posted on the 1st for fifteen days stays to the end of the 16th; before 2026 no law said so."""
    assert law.post_days(NOW) == Ruling(15, "VCL 35", "law-post", {"law": "VCL-35", "certain": 1, "need": 15})
    assert law.post_end("2026-11-01", NOW).value == "2026-11-16"
    assert law.post_end("2026-12-25T08:00", NOW).value == "2027-01-09"
    assert law.post_end("2026-11-01", NOW, readings=Readings(first_day_counts=True)).value == "2026-11-15"
    assert (law.post_days(BETWEEN).value, law.post_days(BETWEEN).article) == (15, "")
    assert law.post_end("2026-01-20", NOW, "other").value == "2026-01-27"


@pytest.mark.parametrize(
    ("mode", "who"),
    [
        ("assembly_adults", "committee"),
        ("representatives", "committee"),
        ("talk", "committee"),
        ("group_adults", "group_head"),
        ("collective_delegates", "board"),
        ("branch_committee", "secretary"),
    ],
)
def test_caller(mode: str, who: str) -> None:
    """Each kind of meeting has one lawful caller."""
    assert law.caller(mode, NOW).value == who


# ---------------------------------------------------------------------- texts in force


@pytest.mark.parametrize(
    ("on", "article", "certain"),
    [
        ("2026-01-01", "VCL 26", True),
        ("2025-12-31", "VCL2018 22", True),
        ("2025-12-31T19:30", "VCL2018 22", True),
        ("2010-10-28", "VCL2018 22", True),
        ("2010-10-27", "VCL2018 22", False),
        (law.NEWEST, "VCL 26", True),
    ],
)
def test_the_text_of_the_day_is_shown(on: str, article: str, certain: bool) -> None:
    """The same rule carries the number it had that day; days before any known text say so."""
    ruling = law.quorum("assembly_households", 312, on)
    assert (ruling.value, ruling.article, ruling.certain) == (208, article, certain)
    assert ("未经核实" in words(ruling)) is not certain


def test_the_collective_before_its_law_is_not_certain() -> None:
    """Before 2025-05-01 the figures of RCEO are shown, and marked as unverified for that day."""
    assert law.quorum("collective", 100, BEFORE).certain is False
    assert law.quorum("collective", 100, BETWEEN).certain is True


def test_a_form_with_an_unknown_word_is_told() -> None:
    """A mode or category that no text knows is a form's mistake and raises."""
    with pytest.raises(law.UnknownTerm):
        law.quorum("party", 3, NOW)
    with pytest.raises(law.UnknownTerm):
        law.forum("planing", "talk", NOW)
    with pytest.raises(law.UnknownTerm):
        law.FUNCTIONS["law.pass"]("assembly_adults", 3, 3, NOW, "planing")


# ---------------------------------------------------------------------- for expressions


def test_functions_give_plain_values() -> None:
    """The figures of the minutes form , days left out or given as date-times."""
    f = law.FUNCTIONS
    assert f["law.quorum"]("assembly_households", 312, "2026-11-20T19:00") == 208
    assert f["law.pass"]("assembly_households", 208, 312) == 105
    assert f["law.pass"]("collective", 70, 100) == 67
    assert f["law.passed"]("assembly_households", 106, 210, 312, 220, NOW) is True
    assert f["law.disputed"]("assembly_households", 106, 210, 312, 220, NOW) is True
    assert f["law.forum"]("homestead", "assembly_adults", NOW) is False
    assert f["law.delegated"]("planning", "representatives", NOW) is True
    assert f["law.needs_review"]("planning", "assembly_adults", NOW) is True
    assert f["law.may_call"]("assembly_adults", 91, 901, NOW) is True
    assert f["law.notice_days"]("representatives", NOW) == 3
    assert f["law.notice_gap"]("2026-11-10", "2026-11-20T19:00") == 10
    assert f["law.post_days"]() == 15
    assert f["law.post_end"]("2026-11-01") == "2026-11-16"
    assert f["law.caller"]("collective") == "board"
    assert law.functions(Readings(representatives_notice=5))["law.notice_days"]("representatives") == 5
    assert law.functions(Readings(majority_base="opening"))["law.pass"](
        "assembly_households", 210, 312, NOW, "planning", 220
    ) == 111  # fmt: skip


SAMPLE = {
    "law.body_ok": ("representatives", 40, 11, "2026-11-20"),
    "law.say_body": ("representatives", 40, 11, "2026-11-20"),
    "law.quorum": ("talk", 3, NOW),
    "law.attendance": ("assembly_adults", 3, 3, NOW),
    "law.say_quorum": ("talk", 3, NOW),
    "law.say_attendance": ("talk", 3, 3, NOW),
    "law.say_pass": ("collective", 3, 3, NOW, "merger"),
    "law.say_passed": ("collective", 3, 3, 3, 3, NOW, "merger"),
    "law.say_forum": ("planning", "talk", NOW),
    "law.say_review": ("planning", "talk", NOW),
    "law.say_caller": ("talk", NOW),
    "law.say_may_call": ("talk", 3, 3, NOW, "villagers"),
    "law.say_notice_days": ("talk", NOW),
    "law.say_notice": ("talk", NOW, NOW),
    "law.say_post_days": (NOW, "village"),
    "law.say_post_end": (NOW, NOW, "village"),
    "law.pass": ("collective", 3, 3, NOW),
    "law.passed": ("collective", 3, 3, 3, 3, NOW),
    "law.disputed": ("collective", 3, 3, 3, 3, NOW),
    "law.forum": ("planning", "talk", NOW),
    "law.delegated": ("planning", "talk", NOW),
    "law.needs_review": ("planning", "talk", NOW),
    "law.caller": ("talk", NOW),
    "law.may_call": ("talk", 3, 3, NOW, "villagers"),
    "law.notice_days": ("talk", NOW),
    "law.notice_gap": (NOW, NOW),
    "law.post_days": (NOW, "village"),
    "law.post_end": (NOW, NOW, "village"),
    "law.away": ("2026-01-01", NOW),
    "law.lost": ("2026-01-01", NOW),
    "law.arrears": ("2026-01", NOW),
    "law.arrears_state": (3,),
}


@pytest.mark.parametrize("name", sorted(law.FUNCTIONS))
def test_blank_in_blank_out(name: str) -> None:
    """Any one blank argument makes the answer blank; without blanks the call is taken."""
    given = SAMPLE[name]
    law.FUNCTIONS[name](*given)
    for place in range(len(given)):
        assert law.FUNCTIONS[name](*[None if i == place else v for i, v in enumerate(given)]) is None


def test_a_table_sentence_is_the_rulings_own() -> None:
    """What a note says comes from the very ruling: its key of law.ftl and its arguments."""
    ruling = law.attendance("assembly_households", 312, 226, NOW)
    said = law.FUNCTIONS["law.say_attendance"]("assembly_households", 312, 226, NOW)
    assert said == {"say": ruling.key, "args": ruling.details}


def test_a_larger_majority_is_asked_through_the_table_too() -> None:
    """Rights for a non-member take three quarters of all members: 67 of 100 is not enough there (RCEO 15)."""
    passed = law.FUNCTIONS["law.passed"]
    assert passed("collective", 67, 90, 100, 90, NOW) is True
    assert passed("collective", 67, 90, 100, 90, NOW, "outsider_rights") is False
    assert passed("collective", 75, 90, 100, 90, NOW, "outsider_rights") is True


# ---------------------------------------------------------------------- words


def every_ruling() -> list[Ruling]:
    """Rulings of every kind: all modes, all categories, all texts, met and not met."""
    found: list[Ruling] = []
    for mode, on in product(law.MODES, (NOW, BETWEEN, BEFORE, ANCIENT)):
        found += [law.quorum(mode, n, on) for n in (0, 312)]
        found += [law.attendance(mode, 312, present, on) for present in (3, 300, 400)]
        found += [law.pass_votes(mode, 300, 312, on), law.caller(mode, on), law.notice_days(mode, on)]
        found += [law.passed(mode, *figures, on) for figures in ((300, 300, 312, 300), (3, 300, 312, 300))]
        found += [law.passed(mode, yes, 210, 312, 220, on) for yes in (106, 157)]
        found += [law.passed(mode, 9, 9, 312, 300, on), law.passed(mode, 9, 8, 312, 300, on)]
        found += [
            law.may_call(mode, asked, 100, on, by)
            for asked in (1, 100)
            for by in ("villagers", "representatives")
        ]
        found += [law.notice(mode, day, f"{on}T19:00") for day in ("2000-01-01", on, "2030-01-01")]
        found += [law.notice_days(mode, on, Readings(group_notice=2, representatives_notice=0))]
        found += [law.forum(category, mode, on) for category in law.CATEGORIES]
        found += [law.needs_party_review(category, mode, on) for category in law.CATEGORIES]
        found += law.body_warnings(mode, 10, 7, 2, on)
        found += law.body_warnings(mode, 30, 5, 10, on)
        found += [law.body_size(mode, 2, 40, on)]
    strict = Readings(majority_base="opening")
    found += [law.passed("assembly_households", 106, 210, 312, 220, NOW, readings=strict)]
    found += [law.pass_votes("assembly_households", 210, 312, NOW, None, 220, strict)]
    few = Readings(representatives_base="representatives")
    found += [law.attendance("representatives", 30, present, NOW, few) for present in (3, 20)]
    found += [law.pass_votes("assembly_adults", 600, 901, BEFORE, "land_contract")]
    found += [law.pass_votes("collective", 90, 100, NOW, "outsider_rights")]
    for on, kind in product((NOW, BETWEEN), ("village", "other")):
        found += [law.post_days(on, kind), law.post_end("2026-11-01", on, kind)]
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_ruling_has_words(lang: str) -> None:
    """Every ruling reads as a sentence in every language: key, arguments, article, mode and category."""
    for ruling in every_ruling():
        said = words(ruling, lang)
        assert said
        assert "$" not in said
        assert "VCL" not in said
        assert all(type(value) in (int, str) for value in ruling.details.values())
        if ruling.article:
            assert TEXTS.text("law-article", lang, law=article_id(ruling.article)) != TEXTS.text(
                "law-article", lang, law="none"
            )


def test_no_words_without_a_ruling() -> None:
    """Every sentence of law.ftl belongs to a ruling; the rest are labels and readings."""
    said = {ruling.key for ruling in every_ruling()}
    parts = {"law-article", "law-by", "law-unsure", "law-share", "law-unit", "law-counted", "law-mode", "law-category",
             "law-caller-who", "law-asker", "law-part", "law-body-who", "law-body-group", "law-body-groups", "law-both",
             "law-charter-may"}  # fmt: skip
    parts |= {f"law-mode-{mode}" for mode in law.MODES}
    parts |= {f"law-category-{category}" for category in law.CATEGORIES}
    readings = {f"law-reading-{f.name}" for f in fields(Readings)}
    keys = {key for key in TEXTS.keys("zh-Hans") if key.startswith("law-")}
    options = {key for key in keys if any(key.startswith(f"{reading}-") for reading in readings)}
    assert keys == said | parts | readings | options
    for each in fields(Readings):
        if isinstance(each.default, str):
            assert f"law-reading-{each.name}-{each.default}" in options


@pytest.mark.parametrize("lang", LANGS)
def test_every_article_has_a_name(lang: str) -> None:
    """Every article of the table reads as the name of a law, none falls through to the default."""
    nameless = TEXTS.text("law-article", lang, law="none")
    names = {article_id(name) for texts in ARTICLES.values() for _, name in texts if name}
    assert len({TEXTS.text("law-article", lang, law=name) for name in names} - {nameless}) == len(names)


def test_sentences() -> None:
    """The sentences of voice.md, the day left open: minutes are often written later."""
    assert words(law.attendance("assembly_households", 312, 196, NOW)) == (
        "应到 312 户，须到会 208 户以上（三分之二）；"
        "实到 196 户，未达到法定人数（村民委员会组织法第二十六条）。\n"
        "这次会可以记录协商意见，不能形成决议。"
    )
    assert words(law.attendance("assembly_households", 312, 226, NOW)) == (
        "应到 312 户，须到会 208 户以上（三分之二）；"
        "实到 226 户，达到法定人数（村民委员会组织法第二十六条）。"
    )
    assert words(law.passed("collective", 66, 80, 100, 80, NOW)) == (
        "赞成 66 票，须 67 票以上（三分之二），没有通过（农村集体经济组织法第二十七条）。"
    )
    assert words(law.forum("homestead", "assembly_households", NOW), "zh-Hant").startswith(
        "「宅基地使用方案」"
    )
    assert words(law.quorum("assembly_adults", 901, NOW), "en") == (
        "Due: 901 people. At least 451 must come (more than half) (Villagers' Committees Law, art. 26)."
    )


# ---------------------------------------------------------------------- members


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-03-01", 6, "2026-09-01"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 13, "2027-12-30"),
    ],
)
def test_months_are_calendar_months(day: str, months: int, later: str) -> None:
    """Six months are calendar months; a missing day is the month's last."""
    assert months_later(day, months) == later


def test_away_and_lost() -> None:
    """Six months away, elapsed or expected, make a mobile member; 180 days of silence raise the alarm."""
    assert away("2026-03-01", "2026-09-01")
    assert not away("2026-03-01", "2026-08-31")
    assert away("2026-11-01", "2026-11-20", expect_back="2027-05-01")
    assert not away("2026-11-01", "2026-11-20", expect_back="2027-04-30")
    assert lost_alarm("2026-05-24", "2026-11-20")
    assert not lost_alarm("2026-05-25", "2026-11-20")


def test_arrears() -> None:
    """Dues owed are whole months before the current one; paid ahead owes nothing."""
    months = [
        arrears(paid, "2026-11-20")
        for paid in ("2027-01", "2026-11", "2026-10", "2026-09", "2026-05", "2025-11")
    ]
    assert months == [0, 0, 0, 1, 5, 11]
    assert [arrears_state(m) for m in (0, 1, 3, 4, 5, 6)] == [
        "clear",
        "owing",
        "owing",
        "alarm",
        "alarm",
        "limit",
    ]


def test_two_failures_shows_what_lies_between() -> None:
    """Two failed appraisals in a row of one post; a skipped year and a new term are named."""
    row = [
        Appraisal(2024, "director", "12", failed=True),
        Appraisal(2025, "secretary", "12", failed=False),
        Appraisal(2026, "director", "13", failed=True),
    ]
    found = two_failures(row, "director")
    assert found is not None
    assert (found.first.year, found.second.year, found.skipped, found.new_term) == (2024, 2026, (2025,), True)
    assert two_failures(row, "secretary") is None
    assert two_failures([*row, Appraisal(2027, "director", "13", failed=False)], "director") is None
