"""
Which meeting decides what, after which steps.

Forum, Party review, calling, notice, posting, make-up. See law.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from bot.forms.core.law_ruling import DEFAULT, Readings, Ruling, at_least, family_of, meeting_of, ruling
from bot.forms.core.law_text import (
    ASSEMBLIES,
    ASSEMBLY_ADULTS,
    ASSEMBLY_HOUSEHOLDS,
    BRANCH_COMMITTEE,
    BRANCH_MEETING,
    BRANCHES,
    COLLECTIVE,
    COLLECTIVE_DELEGATES,
    COLLECTIVES,
    GROUPS,
    LISTED_IN_2018,
    NEWEST,
    NOT_DELEGABLE,
    RCEO_FROM,
    REPRESENTATIVES,
    TALK,
    VCL_FROM,
)

# ---------------------------------------------------------------------- forum


def _deciders(category: str, on: str) -> tuple[str, tuple[str, ...], str]:
    """Subject of the article, the meetings that may decide *category*, and the words for all others."""
    family = family_of(category)
    village = (ASSEMBLY_HOUSEHOLDS, ASSEMBLY_ADULTS)
    if family == "collective":
        if category in LISTED_IN_2018 and on < RCEO_FROM:
            return "matters", (*village, REPRESENTATIVES, *sorted(GROUPS), COLLECTIVE), "law-forum-village"
        whole = category in NOT_DELEGABLE
        subject = "outsiders" if category == "outsider_rights" else "powers"
        return subject, (COLLECTIVE,) if whole else (COLLECTIVE, COLLECTIVE_DELEGATES), "law-forum-collective"
    if family in ("matters", "report", "delegated"):
        subject = "body" if family == "delegated" else family
        return subject, (*village, REPRESENTATIVES), "law-forum-village"
    if family in ("direct", "supervision"):
        subject = "supervision" if family == "supervision" else category
        return subject, (*village, REPRESENTATIVES), "law-forum-village"
    if family == "rules":
        return "rules", village, "law-forum-assembly"
    if family == "group":
        return "group", tuple(sorted(GROUPS)), "law-forum-group"
    if family == "election":
        return "election", (), "law-forum-election"
    if category == "party_daily":
        return "branch_committee", (BRANCH_COMMITTEE, BRANCH_MEETING), "law-forum-party"
    return "branch", (BRANCH_MEETING,), "law-forum-party"


def is_forum(category: str, mode: str, on: str = NEWEST) -> bool:
    """The yes or no of :func:`forum` alone, for expressions."""
    meeting_of(mode)
    return mode in _deciders(category, on)[1]


def forum(category: str, mode: str, on: str = NEWEST) -> Ruling:
    """
    Whether a meeting of kind *mode* may decide business of kind *category*.

    Elsewhere it may be talked over, not resolved. Keys tell more than yes: ``law-forum-delegated`` (the
    assembly must have delegated it: ask for the reference), ``law-forum-charter`` (the delegates' assembly
    needs the charter to say so). ``details["where"]``: the modes that may, separated by spaces. A branch
    meeting discusses village matters beforehand (PBR 11) and decides none of them.
    """
    meeting_of(mode)
    subject, where, otherwise = _deciders(category, on)
    lawful = mode in where
    family = family_of(category)
    if lawful:
        key = "law-forum-ok"
        if mode == REPRESENTATIVES and family in ("matters", "report", "delegated", "collective"):
            key = "law-forum-delegated"
        elif mode == COLLECTIVE_DELEGATES:
            key, subject = "law-forum-charter", "delegates"
    elif mode == TALK:
        key, subject = "law-forum-talk", "talk"
    elif mode in BRANCHES and family != "party":
        key, subject = "law-forum-branch", "branch"
    elif mode == COLLECTIVE_DELEGATES and family == "collective":
        key, subject = "law-forum-members", "delegates"
    else:
        key = otherwise
    told: dict[str, int | str] = {"mode": mode, "category": category, "where": " ".join(where)}
    if key == "law-forum-collective":  # RCEO 28: only of some business may the charter say more
        told["delegable"] = int(COLLECTIVE_DELEGATES in where)
    return ruling(lawful, subject, on, key, **told)


def needs_party_review(category: str, mode: str, on: str = NEWEST, readings: Readings = DEFAULT) -> Ruling:
    """
    Whether the village Party organisation must have discussed it first.

    A date not after the meeting is asked then. VCL 28 (assembly and representatives, from 2026) and RCEO 26
    (collective, from 2025-05-01) say so of *important* matters. Before those days, for groups and for
    "other" it is practice (四议两公开), by the readings. Never asked where this meeting cannot decide (a
    talk, the wrong forum) nor of the branch itself.
    """
    family = family_of(category)
    if mode in BRANCHES or family == "party" or not forum(category, mode, on).value:
        return ruling(False, "", on, "law-review-none", mode=mode, category=category)
    if category == "other" and not readings.review_other:
        return ruling(False, "", on, "law-review-none", mode=mode, category=category)
    if mode in COLLECTIVES:
        subject = "powers" if on >= RCEO_FROM else ""
    elif mode in GROUPS:
        if not readings.review_groups:
            return ruling(False, "", on, "law-review-none", mode=mode, category=category)
        subject = ""
    else:
        subject = "review" if on >= VCL_FROM else ""
    key = "law-review" if subject else "law-review-practice"
    return ruling(True, subject, on, key, mode=mode, category=category)


# ---------------------------------------------------------------------- calling and notice


def caller(mode: str, on: str = NEWEST) -> Ruling:
    """
    Who calls it, as a code for the words.

    ``committee`` (VCL 25, 30, 33), ``group_head`` (practice), ``board`` (RCEO 27, 30), ``secretary`` (PBR
    14). Where the villagers' committee or a group acts for the collective organisation (RCEO 64), it calls
    instead.
    """
    meeting_of(mode)
    if mode in GROUPS:
        return ruling("group_head", "", on, "law-caller", mode=mode, who="group_head")
    if mode in COLLECTIVES:
        return ruling("board", "board", on, "law-caller", mode=mode, who="board")
    if mode in BRANCHES:
        return ruling("secretary", "branch_call", on, "law-caller", mode=mode, who="secretary")
    subject = {REPRESENTATIVES: "representatives", TALK: "talk"}.get(mode, "call")
    return ruling("committee", subject, on, "law-caller", mode=mode, who="committee")


def may_call(mode: str, asked: int, total: int, on: str = NEWEST, by: str = "villagers") -> Ruling:
    """
    Whether so many asking are enough that the meeting *must* be called; None where no law says so.

    Assembly: 1/10 of villagers (*by* = ``villagers``; of those of 18 and over, unless ``request_base`` says
    otherwise) or 1/3 of representatives (*by* = ``representatives``), VCL 25. Representatives' meeting: 1/5
    of representatives, committee members not counted, VCL 30. *total*: all of those who may ask in this
    way.
    """
    meeting_of(mode)
    if mode in ASSEMBLIES:
        part, subject = (Fraction(1, 3) if by == "representatives" else Fraction(1, 10)), "call"
    elif mode == REPRESENTATIVES:
        part, subject, by = Fraction(1, 5), "representatives", "representatives"
    else:
        return ruling(None, "", on, "law-call-none", mode=mode)
    need = max(1, at_least(part, total))
    met = need <= asked <= total
    key = "law-call-met" if met else "law-call-short"
    return ruling(
        met, subject, on, key, mode=mode, by=by, asked=asked, total=total, need=need, share=part.denominator
    )


def notice_days(mode: str, on: str = NEWEST, readings: Readings = DEFAULT) -> Ruling:
    """
    Days between notice and meeting: 10 (VCL 25; RCEO 27), elsewhere by the readings.

    ``details["urgent"]`` is 1 where the text lets special circumstances shorten it (VCL 25, from 2026); a
    reason is asked in any case.
    """
    if mode in ASSEMBLIES:
        return ruling(10, "call", on, "law-notice", mode=mode, need=10, urgent=int(on >= VCL_FROM))
    if mode == COLLECTIVE:
        return ruling(10, "collective", on, "law-notice", mode=mode, need=10, urgent=0)
    meeting_of(mode)
    need = readings.representatives_notice if mode == REPRESENTATIVES else 0
    need = readings.delegates_notice if mode == COLLECTIVE_DELEGATES else need
    need = readings.group_notice if mode in GROUPS else need
    key = "law-notice-practice" if need else "law-notice-none"
    return ruling(need, "", on, key, mode=mode, need=need, urgent=1)


def notice_gap(notified: str, held: str, readings: Readings = DEFAULT) -> int:
    """
    Days of notice: told on the 10th for the 20th is ten days, the first day not counted (Civil Code 201).

    Both are ISO days or date-times; negative when the notice came after the meeting.
    """
    days = (date.fromisoformat(held[:10]) - date.fromisoformat(notified[:10])).days
    return days + 1 if readings.first_day_counts and days >= 0 else days


def notice(mode: str, notified: str, held: str, readings: Readings = DEFAULT) -> Ruling:
    """Whether notice was given early enough for this kind of meeting on the day it was *held*."""
    rule = notice_days(mode, held[:10], readings)
    gap = notice_gap(notified, held, readings)
    enough = gap >= max(0, int(rule.value or 0))
    key = "law-notice-met" if enough else "law-notice-short"
    if gap < 0:
        key = "law-notice-after"
    elif enough and rule.key == "law-notice-none":
        key = rule.key
    return Ruling(enough, rule.article, key, {**rule.details, "gap": gap})


# ---------------------------------------------------------------------- posting


def post_days(on: str = NEWEST, kind: str = "village", readings: Readings = DEFAULT) -> Ruling:
    """
    How many days something is posted.

    *kind* ``village``: at least 15 (VCL 35, from 2026); ``other``: by the readings. Before 2026 the law
      named no length; the reading ``posting_unwritten`` stands in.
    """
    if kind == "village" and on >= VCL_FROM:
        return ruling(15, "posting", on, "law-post", need=15)
    need = readings.posting_unwritten if kind == "village" else readings.posting_other
    return ruling(need, "", on, "law-post-practice", need=need)


def post_end(start: str, on: str = NEWEST, kind: str = "village", readings: Readings = DEFAULT) -> Ruling:
    """
    The last day of posting begun on *start*.

    Its own day does not count (Civil Code 201), the last one does.
    """
    rule = post_days(on, kind, readings)
    days = int(rule.value or 0) - (1 if readings.first_day_counts else 0)
    end = (date.fromisoformat(start[:10]) + timedelta(days=days)).isoformat()
    return Ruling(end, rule.article, "law-post-end", {**rule.details, "start": start[:10], "end": end})


# ---------------------------------------------------------------------- who sits in a body

EACH = (5, 15)  # households that one representative stands for (VCL 29), one delegate (RCEO 28)


def body_size(mode: str, seats: int, households: int, on: str = NEWEST) -> Ruling:
    """
    Whether there is one representative (or delegate) for every 5 to 15 households; None for other meetings.

    VCL 29 also lets the villagers' groups choose: then *seats* and *households* are those of a group.
    """
    if mode not in (REPRESENTATIVES, COLLECTIVE_DELEGATES):
        return ruling(
            None, "", on, "law-body-size", mode=mode, present=seats, total=households, low=0, high=0
        )
    low = max(1, at_least(Fraction(1, EACH[1]), households))
    high = max(1, households // EACH[0])
    subject = "body" if mode == REPRESENTATIVES else "delegates"
    return ruling(
        low <= seats <= high,
        subject,
        on,
        "law-body-size",
        mode=mode,
        present=seats,
        total=households,
        low=low,
        high=high,
    )


def women_among(sexes: Iterable[str]) -> int | None:
    """How many are ``female``; None where somebody's sex is not known ("") or there is nobody."""
    said = [*sexes]
    return said.count("female") if said and all(said) else None


def body_warnings(
    mode: str,
    representatives: int,
    committee: int,
    women: int | None,
    on: str = NEWEST,
    readings: Readings = DEFAULT,
) -> tuple[Ruling, ...]:
    """
    What is amiss with the make-up of the representatives' meeting (VCL 29) or the delegates' (RCEO 28).

    Warnings only, empty when all is well: representatives at least 4/5 of the body; women (those among the
    representatives, None where nobody noted it) at least 1/3, ``disputed`` when the other base decides otherwise;
    delegates above 20.
    """
    if mode == COLLECTIVE_DELEGATES:
        if representatives > 20:
            return ()
        return (ruling(False, "delegates", on, "law-body-delegates", present=representatives, need=21),)
    if mode != REPRESENTATIVES:
        return ()
    found: list[Ruling] = []
    whole = representatives + committee
    need = at_least(Fraction(4, 5), whole)
    if representatives < need:
        found.append(
            ruling(False, "body", on, "law-body-share", present=representatives, total=whole, need=need)
        )
    if women is None:
        return tuple(found)
    bases = {"representatives": representatives, "body": whole}
    needs = {name: at_least(Fraction(1, 3), base) for name, base in bases.items()}
    need = needs[readings.women_base]
    disputed = len({women >= each for each in needs.values()}) > 1
    if women < need or disputed:
        key = "law-body-women-disputed" if disputed else "law-body-women"
        base = bases[readings.women_base]
        found.append(
            ruling(
                women >= need, "body", on, key, present=women, total=base, need=need, disputed=int(disputed)
            )
        )
    return tuple(found)
