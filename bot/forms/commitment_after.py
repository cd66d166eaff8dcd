"""
What happens to a commitment after sending (type C): signed, viewed by the township, passed by two meetings, posted,
kept, checked every quarter, appraised every year, put into the personal archive.

The two meetings act in any order and a join moves on; a no sends the promise back, and what comes again is a new round
that counts none of the old votes. Content that is in force changes only through the same meetings. A reason to resign
that has come true opens a case and ends no office (VCL 14, 19, 20). What each act asks: commitment_acts.py.
"""

from __future__ import annotations

from bot.forms.commitment_acts import (
    AFTER_SETTLING,
    ARCHIVE_FORM,
    BY_TOWN,
    CASE,
    CHECK_FORM,
    CHECK_LATEST,
    CHECKED,
    DECIDED,
    FINAL_FORM,
    FINISH_FORM,
    IN_FORCE,
    LAST_ONE,
    MEMBER_FORM,
    MISSING,
    NOTICE_FORM,
    OBJECTION_FORM,
    OPEN_QUARTERS,
    RECTIFY,
    SETTLE_FORM,
    SINCE,
    TRIGGER_FORM,
    VIEW_FORM,
    VILLAGER_FORM,
    WITHOUT_MINUTES,
    YEAR,
    YEAR_END,
    shown,
    undecided,
)
from bot.forms.core.model import Auto, Clock, Field, Form, Notify, Transition, Who, Workflow, x
from bot.forms.core.parts import REASON_FORM, RETURN_FORM

BRANCH = ("branch_secretary", "information_officer")
TOWN = ("town_clerk", "town_committee")
NEVER = ("filler", "=promiser")  # nobody reviews what they sent or promised themselves
REVIEWER = Who(TOWN, "town", never=NEVER)
PROMISER = Who(filler=True, named="promiser")
LINE = Who((*BRANCH, *TOWN), "line")
WITNESSES = Who((*BRANCH, "supervisor", *TOWN), "line")

WAITS = "if(${kind} = 'pledge', 'to_confirm', 'submitted')"
START = x(f"if(${{signed_here}}, {WAITS}, 'to_sign')")
REJECTED = x("not(${passed})")
VOTED = x("if(${passed}, '', 'rejected')")
BOTH_PASSED = "any(@meeting_member, ${passed}) and (not(${villagers}) or any(@meeting_villager, ${passed}))"
#: The notice stood as long as it was to stand, the days of an objection not counted.
NOTICE_TO = "add_days(last(@publish, ${notice_to}), sum(@settle, ${days_frozen}))"
NOTICE_OVER = x(f"today() > {NOTICE_TO}")
MAY_CHECK = (
    f"count(items) > 0 and count-selected({OPEN_QUARTERS}) > 0 and not(selected({CHECKED}, ${{quarter}}))"
)
#: Every quarter of the year is checked, or none can be checked any more.
MAY_APPRAISE = (
    f"count(items) > 0 and not(blank({YEAR}))"
    f" and (count-selected({MISSING}) = 0 or today() > add_days({YEAR_END}, {CHECK_LATEST}))"
)
#: A quarter that is over and not checked yet, of the year that is appraised next: the township calls it (docs/records.md, C).
CHECK_DUE = (
    f"({BY_TOWN}) and count(items) > 0 and not(blank({YEAR})) and count-selected(without(periods(max({SINCE}, period_start({YEAR})),"
    f" min({YEAR_END}, add_days(period_start(quarter(today())), -1)), 'quarter'), {CHECKED})) > 0"
)
NEXT_CHECK = f"head(without(periods({SINCE}, ${{term_to}}, 'quarter'), {CHECKED}))"
WHY_NO_CHECK = shown(items="count(items)", left=f"if(blank({NEXT_CHECK}), 0, 1)", next=NEXT_CHECK)
WHY_NO_APPRAISAL = shown(
    items="count(items)", left=f"if(blank({YEAR}), 0, 1)", year=YEAR, missing=MISSING,
    **{"from": f"add_days({YEAR_END}, {CHECK_LATEST + 1})"},
)  # fmt: skip
#: Nobody has begun to review it: neither the township nor, of one sentence, the branch.
UNSEEN = x("count(@@open) + count(@@return) + count(@@view) + count(@@confirm) + count(@@send_back) = 0")
UNFINISHED = (
    "to_sign", "to_confirm", "submitted", "in_review", "returned", "meetings", "rejected", "passed", "notice", "objected",
    "effective", "reopened", "appraised", "posted",
)  # fmt: skip


def arrived(signed: str = "true()") -> tuple[Notify, ...]:
    """Who is told that it waits: the township, or the branch for one sentence."""
    pledge = f"{signed} and ${{kind}} = 'pledge'"
    return (
        Notify("role:town_clerk@town", "told-arrived", when=x(f"{signed} and ${{kind}} != 'pledge'")),
        *(Notify(f"role:{role}@own", "told-arrived", when=x(pledge)) for role in BRANCH),
    )


def tell(words: str, *more: Notify) -> tuple[Notify, ...]:
    """Filler and promiser are told (who is both, or did it, once or not at all)."""
    key = f"commitment-told-{words}"
    return (Notify("filler", key), Notify("named:promiser", key), *more)


SENT = (
    Notify("named:promiser", "commitment-told-sign", when=x("not(${signed_here})")),
    *arrived("${signed_here}"),
)
TOLD_REJECTED = tuple(
    Notify(to, "commitment-told-rejected", when=REJECTED) for to in ("filler", "named:promiser")
)
TOLD_RETURNED = (Notify("filler", "told-returned"),)
TOLD_IN_FORCE = (Notify("named:promiser", "commitment-told-effective"),)

SIGNING = (
    Transition(
        "sign", ("to_sign",), x(WAITS), Who(named="promiser"), Form(items=(Field("signed", "own_hand"),)),
        effects=(Notify("filler", "commitment-told-signed"), *arrived()),
    ),
    Transition(
        "sign_paper", ("to_sign",), x(WAITS), Who(filler=True), Form(items=(Field("paper", "file", max=3),)),
        effects=arrived(),
    ),
    Transition("decline", ("to_sign",), "returned", Who(named="promiser", never=("filler",)), RETURN_FORM, marks=True,
               effects=TOLD_RETURNED),
)  # fmt: skip
REVIEW = (
    Transition("open", ("submitted",), "in_review", REVIEWER),
    Transition(
        "view", ("submitted", "in_review"), x("if(${kind} = 'resign', 'passed', 'meetings')"), REVIEWER, VIEW_FORM,
        effects=tell("viewed", Notify("role:branch_secretary@own", "commitment-told-meet", when=x("${kind} != 'resign'"))),
    ),
    Transition("return", ("submitted", "in_review"), "returned", REVIEWER, RETURN_FORM, marks=True, effects=TOLD_RETURNED),
    Transition("confirm", ("to_confirm",), "posted", Who(BRANCH, never=NEVER), effects=tell("posted")),
    Transition("confirm_town", ("to_confirm",), "posted", REVIEWER, waits=False, effects=tell("posted")),
    Transition("send_back", ("to_confirm",), "returned", Who((*BRANCH, *TOWN), "line", never=NEVER), RETURN_FORM,
               marks=True, waits=False, effects=TOLD_RETURNED),
)  # fmt: skip
MEETINGS = (
    Transition("meeting_member", ("meetings",), VOTED, Who(BRANCH), MEMBER_FORM, guard=x("count(@meeting_member) = 0"),
               effects=TOLD_REJECTED),
    Transition(
        "meeting_villager", ("meetings",), VOTED, Who(BRANCH), VILLAGER_FORM,
        effects=(*TOLD_REJECTED, Notify("role:town_clerk@town", "commitment-told-paper", when=x(WITHOUT_MINUTES))),
        guard=x(f"${{villagers}} and count(@meeting_villager) = 0 and (blank(${{meeting}}) or {DECIDED})"),
        why=shown(villagers="if(${villagers}, 1, 0)"),
    ),
)  # fmt: skip
ON_THE_WALL = (
    Transition("publish", ("passed",), "notice", LINE, NOTICE_FORM,
               effects=(Notify("named:promiser", "commitment-told-notice"),)),
    Transition("object", ("notice", "objected"), "objected", WITNESSES, OBJECTION_FORM, waits=False,
               effects=(Notify("role:town_clerk@town", "commitment-told-objected"),)),
    Transition("settle", ("objected",), x(AFTER_SETTLING), REVIEWER, SETTLE_FORM, effects=tuple(
        Notify(to, "commitment-told-settled", when=x(LAST_ONE)) for to in ("filler", "named:promiser")
    )),
    Transition("take_effect", ("notice",), "effective", LINE, guard=NOTICE_OVER, why=shown(to=NOTICE_TO),
               effects=TOLD_IN_FORCE),
    Transition("notice_over", ("notice",), "effective", Who(system=True), guard=NOTICE_OVER, effects=TOLD_IN_FORCE),
)  # fmt: skip
IN_USE = (
    Transition(
        "check", ("effective",), "", Who((*TOWN, "supervisor"), "line", never=NEVER), CHECK_FORM, guard=x(MAY_CHECK),
        why=WHY_NO_CHECK, waits=x(CHECK_DUE), effects=(
            RECTIFY,
            Notify("named:promiser", "commitment-told-checked"),
            Notify("filler", "commitment-told-late", when=x("${late_n} + ${not_started_n} > 0")),
        ),
    ),
    Transition("final", ("effective",), x("if(${year} >= year(${term_to}), 'appraised', '')"), REVIEWER, FINAL_FORM,
               guard=x(MAY_APPRAISE), why=WHY_NO_APPRAISAL, effects=tell("final")),
    Transition("amend", ("effective",), "reopened", PROMISER, REASON_FORM, waits=False,
               effects=(Notify("role:town_clerk@town", "commitment-told-amended"),)),
    Transition("keep", ("reopened",), "effective", PROMISER, guard=x("count(@amend) > 0"), waits=False,
               effects=(Notify("role:town_clerk@town", "commitment-told-kept"),)),
    Transition("resubmit", ("returned", "rejected", "reopened"), START, PROMISER, mends="return",
               effects=(Notify("reviewer", "told-mended", when=x("count(@return) > 0")), *SENT)),
    Transition(
        "trigger", ("effective",), "", WITNESSES, TRIGGER_FORM, row="resign_if", waits=False,
        effects=(CASE, *(Notify(f"role:{role}@town", "commitment-told-trigger") for role in TOWN)),
    ),
)  # fmt: skip
ENDING = (
    Transition("archive", ("appraised",), "archived", Who(TOWN, "town"), ARCHIVE_FORM, waits=False),
    Transition("archive_pledge", ("posted",), "archived", Who(TOWN, "town"), ARCHIVE_FORM, waits=False),
    Transition("finish", ("effective",), "archived", Who(("town_committee",), "town", never=NEVER), FINISH_FORM,
               waits=False, effects=(Notify("named:promiser", "commitment-told-finished"),)),
    Transition("withdraw", ("to_sign", "to_confirm", "submitted", "returned"), "withdrawn", Who(filler=True),
               guard=UNSEEN),
    Transition("void", (*UNFINISHED, "archived"), "void", Who(("town_committee",), "town", never=NEVER), REASON_FORM,
               waits=False, effects=tell("void")),
)  # fmt: skip

WORKFLOW = Workflow(
    START,
    transitions=(*SIGNING, *REVIEW, *MEETINGS, *ON_THE_WALL, *IN_USE, *ENDING),
    autos=(
        Auto("both_passed", ("meetings",), "passed", x(BOTH_PASSED), (
            Notify("role:branch_secretary@own", "commitment-told-passed"),
            Notify("named:promiser", "commitment-told-passed"),
        )),
    ),
    clocks=(
        Clock("notice", ("notice",), x("last(@publish, ${notice_to})"), fires="notice_over", paused_in=("objected",)),
        Clock("objection", ("objected",), x(f"workdays({undecided('noted_on')}, 5)"), remind=(-1,)),
        Clock("item", ("effective",), x("if(selected(last(@check, ${done_ids}), ${_}), null(), ${due})"), row="items",
              remind=(-15, -3)),
        Clock("check", ("effective",), x(f"add_days(period_end({NEXT_CHECK}), {CHECK_LATEST})"), remind=(-10,)),
    ),
    ends=("archived", "withdrawn", "void"),
    arrives=("submitted", "to_confirm"),
    submit=SENT,
    next=shown(members="count(@meeting_member)", villager="count(@meeting_villager)", villagers="if(${villagers}, 1, 0)",
               objections="count(@object) - count(@settle)"),
)  # fmt: skip

__all__ = ["IN_FORCE", "SINCE", "WORKFLOW"]
