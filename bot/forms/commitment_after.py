"""
What happens to a commitment after sending (type C): signed, viewed by the township, passed by two meetings, posted, kept,
checked every quarter, appraised every year, put into the personal archive.

The two meetings act in any order and a join moves on; a no sends the promise back, and what comes again is a new round
that counts none of the old votes. Content that is in force changes only through the same meetings. A reason to resign
that has come true opens a case and ends no office (VCL 14, 19, 20).
"""

from __future__ import annotations

from bot.forms.core.expressions import Node
from bot.forms.core.model import (
    Auto,
    Choice,
    Clock,
    Field,
    Form,
    Group,
    Notify,
    Open,
    Repeat,
    Rule,
    Transition,
    Who,
    Workflow,
    calc,
    note,
    x,
)
from bot.forms.core.parts import REASON_FORM, RETURN_FORM

BRANCH = ("branch_secretary", "information_officer")
TOWN = ("town_clerk", "town_committee")
NEVER = ("filler", "=promiser")  # nobody reviews what they sent or promised themselves
REVIEWER = Who(TOWN, "town", never=NEVER)
PROMISER = Who(filler=True, named="promiser")
LINE = Who((*BRANCH, *TOWN), "line")

WAITS = "if(${kind} = 'pledge', 'to_confirm', 'submitted')"
START = x(f"if(${{signed_here}}, {WAITS}, 'to_sign')")
#: The day it came into force first; blank before.
IN_FORCE = "min(first(@@take_effect, day(${at})), first(@@notice_over, day(${at})))"
SINCE = f"max(${{term_from}}, {IN_FORCE})"
CHECKED = "list(@@check, ${quarter})"
OPEN_QUARTERS = f"without(periods({SINCE}, min(${{term_to}}, today()), 'quarter'), {CHECKED})"
#: The year whose appraisal comes next; blank when all are done.
YEAR = f"head(without(periods({SINCE}, ${{term_to}}, 'year'), list(@@final, ${{year}})))"
YEAR_END = f"min(${{term_to}}, period_end({YEAR}))"
MISSING = f"without(periods(max({SINCE}, period_start({YEAR})), {YEAR_END}, 'quarter'), {CHECKED})"
CHECK_LATEST = 15  # days after a quarter in which its check may still be held [C]
#: The notice stood as long as it was to stand, the days of an objection not counted.
NOTICE_OVER = x("today() > add_days(last(@publish, ${notice_to}), sum(@settle, ${days_frozen}))")


def arrived(signed: str = "true()") -> tuple[Notify, ...]:
    """Who is told that it waits: the township, or the branch for one sentence."""
    pledge = f"{signed} and ${{kind}} = 'pledge'"
    return (
        Notify("role:town_clerk@town", "told-arrived", when=x(f"{signed} and ${{kind}} != 'pledge'")),
        *(Notify(f"role:{role}@own", "told-arrived", when=x(pledge)) for role in BRANCH),
    )


SENT = (Notify("named:promiser", "commitment-told-sign", when=x("not(${signed_here})")), *arrived("${signed_here}"))

# ---------------------------------------------------------------------------------------- meetings


def later(name: str, day: str, act: str, kept: str) -> Rule:
    """A second round needs a meeting of its own: one later than those of the rounds before (*kept*: their day)."""
    before = f"max(@@{act}, ${{{kept}}})"
    return Rule("same_meeting", x(f"blank(${{{name}}}) or coalesce({before}, '') < {day}"), show=(("before", x(before)),))


def held(act: str, kept: str) -> Field:
    """The day of a meeting."""
    return Field("held", "date", prefer="past",
                 rules=(Rule("held_future", x("${held} <= today()")), later("held", "${held}", act, kept)))  # fmt: skip


def early(day: str) -> Field:
    """The township writes its view before the meetings; where it came later, somebody says why."""
    return Field("early_reason", "text", max=200, relevant=x(f"${{{day}}} < last(@view, ${{on}})"),
                 show=(("viewed", x("last(@view, ${on})")),))  # fmt: skip


def votes(mode: str) -> tuple[Field, ...]:
    """Should, present, yes, no, abstain of a meeting of *mode* (an expression), judged by the law of its day."""
    law = f"{mode}, ${{should}}, ${{present}}, ${{held}}"
    line = f"law.say_passed({mode}, ${{yes}}, ${{present}}, ${{should}}, ${{present}}, ${{held}})"
    return (
        Field("should", "integer", min=1, max=100_000),
        Field("present", "integer", min=0, max=100_000, rules=(
            Rule("present_over", x("${present} <= ${should}"), show=(("should", x("${should}")),)),
            Rule("no_quorum", x(f"law.attendance({law})"),
                 show=(("law", x(f"law.say_quorum({mode}, ${{should}}, ${{held}})")), ("present", x("${present}")))),
        )),
        note("pass_line", x("not(blank(${present}))"), law=x(f"law.say_pass({mode}, ${{present}}, ${{should}}, ${{held}})")),
        Field("yes", "integer", min=0, max=100_000,
              rules=(Rule("yes_over", x("${yes} <= ${present}"), show=(("present", x("${present}")),)),)),
        Field("no", "integer", min=0, max=100_000, appearance="quick", rules=(
            Rule("no_over", x("${yes} + ${no} <= ${present}"), show=(("left", x("${present} - ${yes}")),)),
        )),
        Field("abstain", "integer", min=0, max=100_000, default=x("${present} - ${yes} - ${no}"), rules=(
            Rule("votes_sum", x("${yes} + ${no} + ${abstain} = ${present}"), show=(
                ("present", x("${present}")), ("votes", x("${yes} + ${no} + ${abstain}")),
                ("left", x("${present} - ${yes} - ${no}")),
            )),
        )),
        note("result_line", x("not(blank(${yes}))"), law=x(line)),
    )  # fmt: skip


MEMBER_FORM = Form(items=(
    held("meeting_member", "held"),
    early("held"),
    *votes("'branch_meeting'"),
    Field("proof", "file", max=9, required=False),
    calc("passed", x("law.passed('branch_meeting', ${yes}, ${present}, ${should}, ${present}, ${held})"), kind="boolean"),
))  # fmt: skip

DECIDED = "get(${meeting}, 'quorum_ok') and in(get(${meeting}, 'result'), 'passed', 'failed')"
VILLAGER_FORM = Form(live=("meetings",), items=(
    Field("way", "select_one", choices=(Choice("record", x("count-selected(fact('meetings')) > 0")), "paper"),
          prefill=x("if(count-selected(fact('meetings')) = 0, 'paper', null())")),
    Field("meeting", "ref", relevant=x("${way} = 'record'"), options=x("fact('meetings')"),
          rules=(Rule("not_decided", x(DECIDED)), later("meeting", "get(${meeting}, 'date')", "meeting_villager", "met_on"))),
    note("meeting_line", x("not(blank(${meeting}))"), title=x("get(${meeting}, 'title')"), date=x("get(${meeting}, 'date')"),
         should=x("get(${meeting}, 'should')"), present=x("get(${meeting}, 'present')"), yes=x("get(${meeting}, 'yes')"),
         no=x("get(${meeting}, 'no')"), abstain=x("get(${meeting}, 'abstain')")),
    Group("on_paper", relevant=x("${way} = 'paper'"), items=(
        Field("mode", "select_one", choices=("representatives", "assembly_households", "assembly_adults")),
        held("meeting_villager", "met_on"),
        *votes("${mode}"),
        Field("paper", "file", max=9),
    )),
    calc("met_on", x("if(${way} = 'record', get(${meeting}, 'date'), ${held})"), kind="date"),
    early("met_on"),
    calc("passed", x(
        "if(${way} = 'record', get(${meeting}, 'result') = 'passed',"
        " law.passed(${mode}, ${yes}, ${present}, ${should}, ${present}, ${held}))"), kind="boolean"),
))  # fmt: skip

# ------------------------------------------------------------------------------- notice and objections

POST_WORDS = (("law", x("law.say_post_end(${notice_from}, ${notice_from}, 'other')")),)
NOTICE_FORM = Form(items=(
    Field("notice_from", "date", prefer="past", default=x("today()"), rules=(
        Rule("notice_ahead", x("${notice_from} <= today()")),
        Rule("notice_before", x("coalesce(max(max(@meeting_member, ${held}), max(@meeting_villager, ${met_on})), '') <= ${notice_from}"),
             show=(("held", x("max(max(@meeting_member, ${held}), max(@meeting_villager, ${met_on}))")),)),
    )),
    Field("notice_to", "date", prefer="future", default=x("law.post_end(${notice_from}, ${notice_from}, 'other')"),
          rules=(Rule("notice_short", x("${notice_to} >= law.post_end(${notice_from}, ${notice_from}, 'other')"), show=POST_WORDS),)),
    Field("notice_photo", "file", max=9, required=False),
))  # fmt: skip
OBJECTION_FORM = Form(items=(
    Field("said_on", "date", prefer="past", rules=(
        Rule("said_future", x("${said_on} <= today()")),
        Rule("said_before", x("${said_on} >= last(@publish, ${notice_from})"), show=(("from", x("last(@publish, ${notice_from})")),)),
    )),
    Field("said_by", "select_one", choices=("letter", "call", "visit", "other")),
    Field("objector", "text", max=40, required=False, sees="sensitive"),
    Field("matter", "text", max=300, suggest=10, sees="sensitive"),
    Field("proof", "file", max=9, required=False),
    calc("noted_on", x("today()"), kind="date"),
))  # fmt: skip
SETTLE_FORM = Form(items=(
    Field("outcome", "select_one", choices=("dismissed", "upheld")),
    Field("reply", "text", max=200, suggest=10),
    calc("days_frozen", x("days(last(@object, ${noted_on}), today())"), kind="integer"),
))  # fmt: skip

# ------------------------------------------------------------------------------ checks and appraisal


def of_item(name: str) -> Node:
    """What the record's item says that this row of a check is about."""
    return x(f"pick(list(items, ${{_}}), list(items, ${{{name}}}), ${{_}})")


BEHIND = "in(${result}, 'late', 'not_started')"
ATTENDED = "has_all(${present_kinds}, 'member', 'supervisor') and (not(${villagers}) or selected(${present_kinds}, 'representative'))"
CHECK_FORM = Form(items=(
    Field("quarter", "select_one", options=x(f"options({OPEN_QUARTERS})"),
          rules=(Rule("checked_already", x(f"not(selected({CHECKED}, ${{quarter}}))")),)),
    Field("meeting_date", "date", prefer="past", rules=(
        Rule("check_future", x("${meeting_date} <= today()")),
        Rule("check_outside",
             x(f"${{meeting_date}} >= period_start(${{quarter}}) and ${{meeting_date}} <= add_days(period_end(${{quarter}}), {CHECK_LATEST})"),
             show=(("from", x("period_start(${quarter})")), ("to", x(f"add_days(period_end(${{quarter}}), {CHECK_LATEST})")))),
    )),
    Field("present_kinds", "select_multiple", min=1,
          choices=("member", Choice("representative", x("${villagers}")), "supervisor", Choice("household", x("${villagers}")), "town", "other"),
          rules=(Rule("who_came", x(ATTENDED), show=(("villagers", x("if(${villagers}, 1, 0)")),)),)),
    Repeat("results", over=x("list(items, ${_})"), label="content", items=(
        calc("content", of_item("content"), kind="text"),
        calc("measure", of_item("measure"), kind="text"),
        calc("planned", of_item("due"), kind="date"),
        calc("owner", of_item("owner"), kind="person"),
        Field("result", "select_one", choices=("done", "on_time", "late", "not_started"),
              show=(("content", x("${content}")), ("due", x("${planned}"))),
              prefill=x("if(selected(last(@check, ${done_ids}), ${_}), 'done', null())")),
        Field("why", "text", max=90, suggest=6, relevant=x(BEHIND)),
        Field("until", "date", prefer="future", relevant=x(BEHIND), rules=(
            Rule("until_past", x("${until} > ${meeting_date}"), show=(("held", x("${meeting_date}")),)),
        )),
    )),
    Field("text", "text", max=300, suggest=10),
    Field("photo", "file", max=9, required=False),
    calc("total_n", x("count(results)"), kind="integer"),
    *(calc(f"{one}_n", x(f"count(results, ${{result}} = '{one}')"), kind="integer") for one in ("done", "on_time", "late", "not_started")),
    calc("done_ids", x("list(results, ${_}, ${result} = 'done')")),
    calc("checked_by", x("if(selected(fact('actor.roles'), 'town_clerk') or selected(fact('actor.roles'), 'town_committee'),"
                         " 'town', 'village')")),
))  # fmt: skip
RECTIFY = Open(
    "rectification", each="results", when=x(BEHIND), prefill=(
        ("source", x("'check'")), ("problem", x("${content} + '：' + ${why}")), ("measure", x("${measure}")),
        ("owner", x("${owner}")), ("due", x("${until}")), ("quarter", x("${quarter}")), ("result", x("${result}")),
    ),
)  # fmt: skip
FINAL_FORM = Form(items=(
    calc("year", x(YEAR), kind="year"),
    calc("done_n", x("coalesce(last(@@check, ${done_n}, year(${quarter}) = ${year}), 0)"), kind="integer"),
    calc("total_n", x("coalesce(last(@@check, ${total_n}, year(${quarter}) = ${year}), count(items))"), kind="integer"),
    calc("checks_n", x("count(@@check, year(${quarter}) = ${year})"), kind="integer"),
    calc("missing", x(MISSING)),
    note("counts_line", None, year=x("${year}"), done=x("${done_n}"), total=x("${total_n}"), checks=x("${checks_n}")),
    Field("missing_reason", "text", max=200, relevant=x("count-selected(${missing}) > 0"), show=(("missing", x("${missing}")),)),
    Field("grade", "select_one", choices=("kept", "mostly", "broken"), rules=(
        Rule("grade_high", x("${grade} != 'kept' or ${done_n} >= ${total_n}"), weight="confirm",
             show=(("done", x("${done_n}")), ("total", x("${total_n}")))),
        Rule("grade_low", x("${grade} != 'broken' or ${done_n} < ${total_n}"), weight="confirm",
             show=(("done", x("${done_n}")), ("total", x("${total_n}")))),
    )),
    Field("opinion", "text", max=200, suggest=10),
))  # fmt: skip

# ------------------------------------------------------------------------------------ case and archive

TRIGGER_FORM = Form(items=(
    Field("happened_on", "date", prefer="past", rules=(Rule("happened_future", x("${happened_on} <= today()")),)),
    Field("facts", "text", max=300, suggest=10),
    Field("proof", "file", max=9, required=False),
))  # fmt: skip
CASE = Open("commitment.case", prefill=(
    ("promiser", x("${promiser}")), ("event", x("${event}")), ("happened_on", x("${happened_on}")), ("facts", x("${facts}")),
))  # fmt: skip
ARCHIVE_CLASS = calc("archive_class", x("'commitment'"))
FINISH_FORM = Form(items=(
    Field("ended_by", "select_one", choices=(Choice("expired", x("${kind} = 'resign' and today() > ${term_to}")), "left_office", "other")),
    Field("ended_why", "text", max=200, required=x("${ended_by} = 'other'")),
    ARCHIVE_CLASS,
))  # fmt: skip

NEVER_IN_FORCE = x("count(@@take_effect) + count(@@notice_over) = 0")
LIVE = ("to_sign", "to_confirm", "submitted", "in_review", "returned", "meetings", "rejected", "passed", "notice", "objected",
        "effective", "reopened", "appraised", "posted", "archived")  # fmt: skip

WORKFLOW = Workflow(
    START,
    transitions=(
        Transition("sign", ("to_sign",), x(WAITS), Who(named="promiser"), Form(items=(Field("signed", "own_hand"),)),
                   effects=(Notify("filler", "commitment-told-signed"), *arrived())),
        Transition("sign_paper", ("to_sign",), x(WAITS), Who(filler=True), Form(items=(Field("paper", "file", max=3),)),
                   effects=arrived()),
        Transition("decline", ("to_sign",), "returned", Who(named="promiser", never=("filler",)), RETURN_FORM, marks=True,
                   effects=(Notify("filler", "told-returned"),)),
        Transition("open", ("submitted",), "in_review", REVIEWER),
        Transition("view", ("submitted", "in_review"), x("if(${kind} = 'resign', 'passed', 'meetings')"), REVIEWER,
                   Form(items=(Field("town_view", "text", max=200), calc("on", x("today()"), kind="date"))), effects=(
                       Notify("filler", "commitment-told-viewed"), Notify("named:promiser", "commitment-told-viewed"),
                       Notify("role:branch_secretary@own", "commitment-told-meet", when=x("${kind} != 'resign'")),
                   )),
        Transition("return", ("submitted", "in_review"), "returned", REVIEWER, RETURN_FORM, marks=True,
                   effects=(Notify("filler", "told-returned"),)),
        Transition("confirm", ("to_confirm",), "posted", Who(BRANCH, never=NEVER),
                   effects=(Notify("filler", "commitment-told-posted"), Notify("named:promiser", "commitment-told-posted"))),
        Transition("confirm_town", ("to_confirm",), "posted", REVIEWER, waits=False,
                   effects=(Notify("filler", "commitment-told-posted"), Notify("named:promiser", "commitment-told-posted"))),
        Transition("send_back", ("to_confirm",), "returned", Who((*BRANCH, *TOWN), "line", never=NEVER), RETURN_FORM, marks=True,
                   waits=False, effects=(Notify("filler", "told-returned"),)),
        Transition("meeting_member", ("meetings",), x("if(${passed}, '', 'rejected')"), Who(BRANCH), MEMBER_FORM,
                   guard=x("count(@meeting_member) = 0"), effects=(
                       Notify("filler", "commitment-told-rejected", when=x("not(${passed})")),
                       Notify("named:promiser", "commitment-told-rejected", when=x("not(${passed})")),
                   )),
        Transition("meeting_villager", ("meetings",), x("if(${passed}, '', 'rejected')"), Who(BRANCH), VILLAGER_FORM,
                   guard=x(f"${{villagers}} and count(@meeting_villager) = 0 and (blank(${{meeting}}) or {DECIDED})"), effects=(
                       Notify("filler", "commitment-told-rejected", when=x("not(${passed})")),
                       Notify("named:promiser", "commitment-told-rejected", when=x("not(${passed})")),
                   )),
        Transition("publish", ("passed",), "notice", LINE, NOTICE_FORM, effects=(Notify("named:promiser", "commitment-told-notice"),)),
        Transition("object", ("notice",), "objected", Who((*BRANCH, "supervisor", *TOWN), "line"), OBJECTION_FORM, waits=False,
                   effects=(Notify("role:town_clerk@town", "commitment-told-objected"),)),
        Transition("settle", ("objected",), x("if(${outcome} = 'dismissed', 'notice', 'reopened')"), REVIEWER, SETTLE_FORM,
                   effects=(Notify("filler", "commitment-told-settled"), Notify("named:promiser", "commitment-told-settled"))),
        Transition("take_effect", ("notice",), "effective", LINE, guard=NOTICE_OVER,
                   effects=(Notify("named:promiser", "commitment-told-effective"),)),
        Transition("notice_over", ("notice",), "effective", Who(system=True), guard=NOTICE_OVER,
                   effects=(Notify("named:promiser", "commitment-told-effective"),)),
        Transition("check", ("effective",), "", Who((*TOWN, "supervisor"), "line", never=NEVER), CHECK_FORM, waits=False,
                   guard=x(f"count(items) > 0 and count-selected({OPEN_QUARTERS}) > 0 and not(selected({CHECKED}, ${{quarter}}))"),
                   effects=(
                       RECTIFY,
                       Notify("named:promiser", "commitment-told-checked"),
                       Notify("filler", "commitment-told-late", when=x("${late_n} + ${not_started_n} > 0")),
                   )),
        Transition("final", ("effective",), x("if(${year} >= year(${term_to}), 'appraised', '')"), REVIEWER, FINAL_FORM, waits=False,
                   guard=x(f"count(items) > 0 and not(blank({YEAR})) and (count-selected({MISSING}) = 0"
                           f" or today() > add_days({YEAR_END}, {CHECK_LATEST}))"),
                   effects=(Notify("filler", "commitment-told-final"), Notify("named:promiser", "commitment-told-final"))),
        Transition("amend", ("effective",), "reopened", PROMISER, REASON_FORM, waits=False,
                   effects=(Notify("role:town_clerk@town", "commitment-told-amended"),)),
        Transition("keep", ("reopened",), "effective", PROMISER, guard=x("count(@amend) > 0"), waits=False,
                   effects=(Notify("role:town_clerk@town", "commitment-told-kept"),)),
        Transition("resubmit", ("returned", "rejected", "reopened"), START, PROMISER, mends="return",
                   effects=(Notify("reviewer", "told-mended", when=x("count(@return) > 0")), *SENT)),
        Transition("trigger", ("effective",), "", Who((*BRANCH, "supervisor", *TOWN), "line"), TRIGGER_FORM, row="resign_if",
                   waits=False, effects=(CASE, Notify("role:town_committee@town", "commitment-told-trigger"),
                                         Notify("role:town_clerk@town", "commitment-told-trigger"))),
        Transition("archive", ("appraised",), "archived", Who(TOWN, "town"), Form(items=(ARCHIVE_CLASS,))),
        Transition("archive_pledge", ("posted",), "archived", Who(TOWN, "town"), Form(items=(ARCHIVE_CLASS,)), waits=False),
        Transition("finish", ("effective",), "archived", Who(("town_committee",), "town", never=NEVER), FINISH_FORM, waits=False,
                   effects=(Notify("named:promiser", "commitment-told-finished"),)),
        Transition("withdraw", ("to_sign", "to_confirm", "submitted", "returned"), "withdrawn", Who(filler=True), guard=NEVER_IN_FORCE),
        Transition("void", LIVE, "void", Who(("town_committee",), "town", never=NEVER), REASON_FORM, waits=False,
                   effects=(Notify("filler", "commitment-told-void"), Notify("named:promiser", "commitment-told-void"))),
    ),
    autos=(
        Auto("both_passed", ("meetings",), "passed",
             x("any(@meeting_member, ${passed}) and (not(${villagers}) or any(@meeting_villager, ${passed}))"),
             (Notify("role:branch_secretary@own", "commitment-told-passed"), Notify("named:promiser", "commitment-told-passed"))),
    ),
    clocks=(
        Clock("notice", ("notice",), x("last(@publish, ${notice_to})"), fires="notice_over", paused_in=("objected",)),
        Clock("objection", ("objected",), x("workdays(last(@object, ${noted_on}), 5)"), remind=(-1,)),
        Clock("item", ("effective",), x("if(selected(last(@check, ${done_ids}), ${_}), null(), ${due})"), row="items", remind=(-15, -3)),
        Clock("check", ("effective",), x(
            f"add_days(period_end(head(without(periods({SINCE}, ${{term_to}}, 'quarter'), {CHECKED}))), {CHECK_LATEST})"), remind=(-10,)),
    ),
    ends=("archived", "withdrawn", "void"),
    submit=SENT,
)  # fmt: skip

__all__ = ["IN_FORCE", "SINCE", "WORKFLOW"]
