"""How many must come, how many must agree, and whether a vote carried. Public through law.py."""

from __future__ import annotations

from bot.forms.core.law_ruling import DEFAULT, Readings, Ruling, family_of, meeting_of, ruling, share_of
from bot.forms.core.law_text import (
    ASSEMBLIES,
    BRANCH_COMMITTEE,
    COLLECTIVE,
    GROUPS,
    NEWEST,
    RCEO_FROM,
    REPRESENTATIVES,
    TALK,
    Share,
)


def quorum_number(mode: str, should: int) -> int | None:
    """The figure of :func:`quorum` alone, for expressions."""
    share = meeting_of(mode).quorum
    return None if share is None else share_of(share, should)


def quorum(mode: str, should: int, on: str = NEWEST, readings: Readings = DEFAULT) -> Ruling:
    """
    How many must come; None for a talk. *should*: how many stand on the roster that ``MEETINGS[mode].unit``
    names.

    VCL 26 (assembly: over half of adults, or 2/3 of households), VCL 30 (2/3 of the body), VCL 32 (2/3 of
    the group), RCEO 27 (2/3 of capable members), PBR 11 and 12 (half). RCEO 28 names no attendance for
    delegates: since 2/3 of all must agree, 2/3 must come.
    """
    meeting = meeting_of(mode)
    need = quorum_number(mode, should)
    if need is None or meeting.quorum is None:
        return ruling(None, meeting.subject, on, "law-quorum-none", mode=mode)
    key = "law-quorum" if should > 0 else "law-quorum-empty"
    share: str = meeting.quorum
    counted = readings.representatives_base if mode == REPRESENTATIVES else "none"
    return ruling(
        need, meeting.subject, on, key, mode=mode, share=share, should=should, need=need, counted=counted
    )


def attendance(
    mode: str, should: int, present: int, on: str = NEWEST, readings: Readings = DEFAULT
) -> Ruling:
    """Whether enough have come: True, False, or None for a talk (nothing to reach, nothing to decide)."""
    need = quorum(mode, should, on, readings)
    if need.value is None:
        return need
    if should <= 0:
        return Ruling(False, need.article, need.key, need.details)
    met = int(need.value) <= present <= should
    key = "law-quorum-met" if met else "law-quorum-over" if present > should else "law-quorum-short"
    return Ruling(met, need.article, key, {**need.details, "present": present})


def _vote_rule(mode: str, category: str | None, on: str, readings: Readings) -> tuple[Share, bool, str]:
    """Share that must agree, whether of all who should be there, and the subject whose article says so."""
    meeting = meeting_of(mode)
    if category is not None:
        family_of(category)
        if category == "outsider_rights" and mode == COLLECTIVE:
            return "three_quarters", True, "outsiders"
        village = mode in ASSEMBLIES or mode in GROUPS or mode == REPRESENTATIVES
        if category == "land_contract" and on < RCEO_FROM and village:
            return "two_thirds", True, "land_contract"
    if mode == BRANCH_COMMITTEE:  # PBR 12 names the attendance, not the majority
        return meeting.vote, readings.committee_majority == "should", ""
    return meeting.vote, meeting.of == "should", meeting.subject


def pass_number(
    mode: str,
    voting: int,
    should: int,
    on: str = NEWEST,
    category: str | None = None,
    opening: int | None = None,
    readings: Readings = DEFAULT,
) -> int | None:
    """The figure of :func:`pass_votes` alone, for expressions."""
    if mode == TALK:
        return None
    share, whole, _ = _vote_rule(mode, category, on, readings)
    if whole:
        return share_of(share, should)
    return share_of(share, opening if readings.majority_base == "opening" and opening is not None else voting)


def pass_votes(
    mode: str,
    voting: int,
    should: int,
    on: str = NEWEST,
    category: str | None = None,
    opening: int | None = None,
    readings: Readings = DEFAULT,
) -> Ruling:
    """
    How many must say yes: of those still there (*voting*), or of all who should be there (*should*).

    Abstentions and spoilt papers are "present, not yes". *opening*: present at the opening, needed only
    where ``majority_base`` says so. *category*: a few matters need more (RCEO 15; RLCL 19 before the RCEO).
    None for a talk.
    """
    need = pass_number(mode, voting, should, on, category, opening, readings)
    if need is None:
        return ruling(None, "talk", on, "law-pass-none", mode=mode)
    share, whole, subject = _vote_rule(mode, category, on, readings)
    at_opening = not whole and readings.majority_base == "opening" and opening is not None
    key = "law-pass-all" if whole else "law-pass-opening" if at_opening else "law-pass"
    figures = {
        "voting": voting,
        "should": should,
        "need": need,
        "present": voting if opening is None else opening,
    }
    return ruling(need, subject, on, key, mode=mode, share=str(share), **figures)


def passed(
    mode: str,
    yes: int,
    voting: int,
    should: int,
    present_at_open: int,
    on: str = NEWEST,
    category: str | None = None,
    readings: Readings = DEFAULT,
) -> Ruling:
    """
    Whether a vote carried. The quorum is checked again on *voting*: with too few left nothing can be
    decided.

    ``disputed`` when the readings of the majority (those still there, those at the opening) decide
    differently. Figures that cannot be (more yes than voters, more voters than at the opening or on the
    roster) never pass. None for a talk.
    """
    rule = pass_votes(mode, voting, should, on, category, present_at_open, readings)
    details = {**rule.details, "yes": yes, "present": present_at_open}
    if rule.value is None:
        return Ruling(None, rule.article, rule.key, details)
    if not 0 <= yes <= voting <= present_at_open <= should:
        return Ruling(False, rule.article, "law-vote-impossible", details)
    least = quorum(mode, should, on, readings)
    if voting < int(least.value or 0):
        return Ruling(False, least.article, "law-vote-no-quorum", {**details, **least.details})
    carried = yes >= int(rule.value)
    needs = _all_readings(mode, voting, should, present_at_open, category, on)
    disputed = len({yes >= need for need in needs}) > 1
    key = "law-passed" if carried else "law-failed"
    return Ruling(
        carried,
        rule.article,
        f"{key}-disputed" if disputed else key,
        {**details, "disputed": int(disputed), "base": _base(mode, voting, present_at_open, readings)},
    )


def _base(mode: str, voting: int, opening: int, readings: Readings) -> int:
    return opening if meeting_of(mode).of == "present" and readings.majority_base == "opening" else voting


def _all_readings(
    mode: str, voting: int, should: int, opening: int, category: str | None, on: str
) -> tuple[int, ...]:
    """The number that must agree under every reading there is."""
    share, whole, _ = _vote_rule(mode, category, on, DEFAULT)
    if mode == BRANCH_COMMITTEE:
        return share_of(share, should), share_of(share, voting)
    return (share_of(share, should),) if whole else (share_of(share, voting), share_of(share, opening))
