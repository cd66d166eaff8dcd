"""
What the texts say, as data: kinds of meeting, kinds of business, and which article says it on which day.

Sources, read in full unless said otherwise:

* **VCL** 村民委员会组织法 as amended 2025-10-28, in force 2026-01-01; **VCL2018** the same law as it stood
  before (2010 revision, amended 2018-12-29), whose articles are numbered differently;
* **RCEO** 农村集体经济组织法, in force 2025-05-01; **RLCL** 农村土地承包法 (2018);
* **CC** 民法典, in force 2021-01-01 (arts. 201, 203, 261, 1259: quoted, not read in full);
* **PBR** 中国共产党支部工作条例(试行), in force 2018-10-25 (arts. 11, 12, 14 read in a reprint).

Days before the oldest text known here get that oldest text, and the ruling says it is not certain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

NEWEST = "9999-12-31"
"""Asks for the text in force now, where a form names no day."""

VCL_FROM = "2026-01-01"
VCL2018_FROM = "2010-10-28"
RCEO_FROM = "2025-05-01"
PBR_FROM = "2018-10-25"

# ---------------------------------------------------------------------- kinds of meeting

ASSEMBLY_HOUSEHOLDS = "assembly_households"
"""户代表村民会议: village assembly in which one representative speaks for each household."""
ASSEMBLY_ADULTS = "assembly_adults"
"""村民会议: village assembly of the villagers of 18 and over."""
REPRESENTATIVES = "representatives"
"""村民代表会议: committee members and villagers' representatives together."""
GROUP_HOUSEHOLDS = "group_households"
"""村民小组会议 by households' representatives."""
GROUP_ADULTS = "group_adults"
"""村民小组会议 of the group's villagers of 18 and over."""
COLLECTIVE = "collective"
"""
集体经济组织成员大会.

Also where the villagers' committee or a group acts for the organisation (RCEO 64).
"""
COLLECTIVE_DELEGATES = "collective_delegates"
"""集体经济组织成员代表大会."""
TALK = "talk"
"""协商议事: deliberation; opinions only."""
BRANCH_MEETING = "branch_meeting"
"""支部党员大会."""
BRANCH_COMMITTEE = "branch_committee"
"""支部委员会会议."""

Unit = Literal["households", "adults", "body", "members", "delegates", "voters", "committee"]
Share = Literal["two_thirds", "half", "over_half", "three_quarters"]

TWO_THIRDS = Fraction(2, 3)
THREE_QUARTERS = Fraction(3, 4)
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Meeting:
    """
    How one kind of meeting counts.

    ``unit``: whose roster "should" is taken from. ``quorum``: share of it that must come (None: no quorum).
    ``vote``: share that must agree, ``of`` those *present* or of all who *should* be there. ``subject``:
    key of ARTICLES.
    """

    unit: Unit
    subject: str
    quorum: Share | None = "two_thirds"
    vote: Share = "over_half"
    of: Literal["present", "should"] = "present"


MEETINGS: Mapping[str, Meeting] = {
    ASSEMBLY_HOUSEHOLDS: Meeting("households", "assembly"),
    ASSEMBLY_ADULTS: Meeting("adults", "assembly", quorum="over_half"),
    REPRESENTATIVES: Meeting("body", "representatives"),
    GROUP_HOUSEHOLDS: Meeting("households", "group"),
    GROUP_ADULTS: Meeting("adults", "group"),
    COLLECTIVE: Meeting("members", "collective", vote="two_thirds", of="should"),
    COLLECTIVE_DELEGATES: Meeting("delegates", "delegates", vote="two_thirds", of="should"),
    TALK: Meeting("households", "talk", quorum=None),
    BRANCH_MEETING: Meeting("voters", "branch", quorum="half", of="should"),
    BRANCH_COMMITTEE: Meeting("committee", "branch_committee", quorum="half", of="should"),
}
MODES = tuple(MEETINGS)
ASSEMBLIES = frozenset({ASSEMBLY_HOUSEHOLDS, ASSEMBLY_ADULTS})
GROUPS = frozenset({GROUP_HOUSEHOLDS, GROUP_ADULTS})
COLLECTIVES = frozenset({COLLECTIVE, COLLECTIVE_DELEGATES})
BRANCHES = frozenset({BRANCH_MEETING, BRANCH_COMMITTEE})

# ---------------------------------------------------------------------- kinds of business

Family = Literal[
    "matters", "report", "rules", "direct", "supervision", "delegated", "group", "election", "collective",
    "party",
]  # fmt: skip

CATEGORY_FAMILY: Mapping[str, Family] = {
    # VCL 28: the assembly, or the representatives where the assembly has delegated it to them
    "planning": "matters",  # (1) village planning and building
    "absence_pay": "matters",  # (2) who is paid for lost work, and how much
    "collective_income": "matters",  # (3) use of money and goods the village has from the collective economy
    "public_works": "matters",  # (4) starting public works, contracts for building them
    "funds_labour": "matters",  # (4) raising money and labour
    "aid_persons": "matters",  # (5) persons to be helped first, and how
    "other": "matters",  # (6) other matters of the villagers' interest
    "delegated": "delegated",  # a matter the assembly has expressly given to the representatives (VCL 29)
    "work_report": "report",  # VCL 27: yearly report, unsuitable decisions
    "village_rules": "rules",  # VCL 31: the assembly alone
    "appraisal": "direct",  # VCL 38: given to assembly or representatives by the law itself
    "resignation": "direct",  # VCL 20
    "supervision": "supervision",  # VCL 37: choosing the supervision body
    "election": "election",  # VCL 18, 19, 23: by registered voters, in no meeting of this list
    "group_matter": "group",  # VCL 32: important matters of one villagers' group
    # RCEO 26: the collective economic organisation
    "land_contract": "collective",  # (8)
    "homestead": "collective",  # (8)
    "shares": "collective",  # (8) turning the yield of operating assets into shares
    "land_compensation": "collective",  # (10)
    "collective_assets": "collective",  # (9) (11) building land for business, investment, disposal
    "collective_budget": "collective",  # (2) (7) house rules, plans, budget, sharing of the yield
    "collective_officers": "collective",  # (4) (5) (6) board and supervisors: election, reports, pay
    "charter": "collective",  # (1)
    "membership": "collective",  # (3)
    "outsider_rights": "collective",  # RCEO 15: rights for a non-member of long service
    "merger": "collective",  # (12)
    # Party
    "party_matter": "party",  # PBR 11: what the members' meeting decides
    "party_daily": "party",  # PBR 12: current work of the committee
}
CATEGORIES = tuple(CATEGORY_FAMILY)
VILLAGE_CATEGORIES = tuple(
    c for c, family in CATEGORY_FAMILY.items() if family not in ("collective", "party", "election")
)
COLLECTIVE_CATEGORIES = tuple(c for c, family in CATEGORY_FAMILY.items() if family == "collective")
PARTY_CATEGORIES = tuple(c for c, family in CATEGORY_FAMILY.items() if family == "party")
MEETING_CATEGORIES = (
    *(c for c, family in CATEGORY_FAMILY.items() if family not in ("party", "election") and c != "other"),
    "other",
)
"""What the agenda of a village or collective meeting may hold (record type E); what is none of them stands last."""

NOT_DELEGABLE = frozenset(
    {
        "charter",
        "membership",
        "land_contract",
        "homestead",
        "shares",
        "land_compensation",
        "merger",
        "outsider_rights",
    }
)
"""RCEO 28: never the delegates' assembly (items 1, 3, 8, 10, 12 of RCEO 26, and RCEO 15)."""

LISTED_IN_2018 = frozenset({"land_contract", "homestead", "land_compensation", "collective_assets"})
"""
VCL2018 24 (4)-(8).

With the village assembly until the RCEO came into force (its own last paragraph gave way then).
"""

# ---------------------------------------------------------------------- articles

ARTICLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    # subject: (in force from, article), newest first; "" as article: that text had no such rule
    "call": ((VCL_FROM, "VCL 25"), (VCL2018_FROM, "VCL2018 21")),
    "assembly": ((VCL_FROM, "VCL 26"), (VCL2018_FROM, "VCL2018 22")),
    "report": ((VCL_FROM, "VCL 27"), (VCL2018_FROM, "VCL2018 23")),
    "matters": ((VCL_FROM, "VCL 28"), (VCL2018_FROM, "VCL2018 24")),
    "body": ((VCL_FROM, "VCL 29"), (VCL2018_FROM, "VCL2018 25")),
    "representatives": ((VCL_FROM, "VCL 30"), (VCL2018_FROM, "VCL2018 26")),
    "rules": ((VCL_FROM, "VCL 31"), (VCL2018_FROM, "VCL2018 27")),
    "group": ((VCL_FROM, "VCL 32"), (VCL2018_FROM, "VCL2018 28")),
    "talk": ((VCL_FROM, "VCL 33"), (VCL2018_FROM, "")),
    "posting": ((VCL_FROM, "VCL 35"), (VCL2018_FROM, "")),
    "supervision": ((VCL_FROM, "VCL 37"), (VCL2018_FROM, "VCL2018 32")),
    "appraisal": ((VCL_FROM, "VCL 38"), (VCL2018_FROM, "VCL2018 33")),
    "resignation": ((VCL_FROM, "VCL 20"), (VCL2018_FROM, "")),
    "election": ((VCL_FROM, "VCL 18"), (VCL2018_FROM, "VCL2018 15")),
    "review": ((VCL_FROM, "VCL 28"), (VCL2018_FROM, "")),
    "powers": ((RCEO_FROM, "RCEO 26"), ("2021-01-01", "CC 261")),
    "collective": ((RCEO_FROM, "RCEO 27"),),
    "delegates": ((RCEO_FROM, "RCEO 28"),),
    "outsiders": ((RCEO_FROM, "RCEO 15"),),
    "land_contract": (("2019-01-01", "RLCL 19"),),
    "branch": ((PBR_FROM, "PBR 11"),),
    "branch_committee": ((PBR_FROM, "PBR 12"),),
    "branch_call": ((PBR_FROM, "PBR 14"),),
    "board": ((RCEO_FROM, "RCEO 30"),),
}


def article(subject: str, on: str) -> tuple[str, bool]:
    """The article in force on day *on* for *subject*, and whether the text of that day is known here."""
    texts = ARTICLES[subject]
    for since, name in texts:
        if on >= since:
            return name, True
    return texts[-1][1], False


def article_id(name: str) -> str:
    """``VCL 26`` -> ``VCL-26``: what the words select on (``law-article``); ``none`` for no article."""
    return name.replace(" ", "-") or "none"
