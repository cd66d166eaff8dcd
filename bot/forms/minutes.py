"""
E. Household-representative meeting minutes 户代表会议记录: minutes that stand up later.

What it is for: docs/records.md, E; the law of village meetings only through ``law.…`` (core/law.py).
Order: kind and persons, notice, sign-in on a frozen roster, the quorum line, the items (minutes_agenda.py), what the
Party organisation discussed before, read-back. Nothing that decides a vote is typed: should, present, quorum, result
are computed; ticks, votes and all they hang on are ``final``: no return opens them, only new minutes.
After sending: minutes_after.py.
"""

from __future__ import annotations

from bot.forms.core.expressions import Fact
from bot.forms.core.model import (
    Access,
    Choice,
    Field,
    Figure,
    Form,
    Need,
    RecordType,
    Repeat,
    Roster,
    Rule,
    calc,
    note,
    x,
)
from bot.forms.core.parts import backfill_reason, evidence
from bot.forms.minutes_after import WORKFLOW
from bot.forms.minutes_agenda import AGENDA

KINDS = ("household_assembly", "village_assembly", "representatives", "group", "collective", "talk")
TWO_WAYS = "in(${meeting_kind}, 'village_assembly', 'group')"  # VCL 26 and 32 leave two ways of counting
MODES = ("assembly_households", "assembly_adults", "representatives", "group_households", "group_adults", "collective",
         "collective_delegates", "talk")  # fmt: skip
MODE = (
    "if(${meeting_kind} = 'household_assembly', 'assembly_households',"
    " if(${meeting_kind} = 'village_assembly', if(${basis} = 'adults', 'assembly_adults', 'assembly_households'),"
    " if(${meeting_kind} = 'group', if(${basis} = 'adults', 'group_adults', 'group_households'),"
    " if(${meeting_kind} = 'collective', if(${basis} = 'delegates', 'collective_delegates', 'collective'),"
    " ${meeting_kind}))))"
)
ASSEMBLY = "in(${mode}, 'assembly_households', 'assembly_adults')"
BY_HEADS = "in(${mode}, 'assembly_adults', 'group_adults')"
OF_COLLECTIVE = "in(${mode}, 'collective', 'collective_delegates')"
#: The day whose law and whose roster count: that of the meeting as soon as it is known.
DAY = "coalesce(${meeting_on}, today())"
MAY_ASK = (
    "if(${request_by} = 'representatives', fact('village.representatives'),"
    " coalesce(fact('village.villagers'), fact('village.adults')))"
)
#: How the body that met is made up (VCL 29, RCEO 28); how many are women where the roster says it of every representative.
BODY = (
    "${mode}, if(${mode} = 'collective_delegates', fact('village.delegates'), fact('village.representatives')),"
    " fact('village.committee'), ${meeting_on}, coalesce(fact('village.women'), -1)"
)
#: Households that came by a representative whose term was over on that day.
TERM_OVER = "ticked_of(fact('roster.ended'), list(session, ${attend}))"
#: RCEO 64: where there is no collective organisation, the villagers' committee or a group acts for it and calls.
LAWFUL_CALLER = (
    "${mode} = 'talk' or ${caller} = law.caller(${mode}, " + DAY + ")"
    f" or ({OF_COLLECTIVE} and in(${{caller}}, 'committee', 'group_head'))"
)
CALLER_WORDS = (("law", x("law.say_caller(${mode}, " + DAY + ")")),)

SESSION = Repeat("session", min=1, max=20, label="held_at", final=True, rules=(
    Rule("twice_counted", x("overlap(list(session, ${attend})) = 0"),
         show=(("count", x("overlap(list(session, ${attend}))")),)),
), items=(
    Field("held_at", "datetime", prefer="past", final=True, rules=(
        Rule("future", x("${held_at} <= now()")),
        Rule("order", x("${held_at} >= first(session, ${held_at})"), show=(("first", x("first(session, ${held_at})")),)),
        Rule("met", x("not(selected(fact('met'), day(${held_at})))"), weight="confirm", show=(("day", x("day(${held_at})")),)),
    )),
    Field("ended", "time", rules=(
        Rule("same_time", x("hours(${held_at}, ${ended_at}) != 24"), show=(("from", x("${held_at}")),)),
        Rule("too_long", x("hours(${held_at}, ${ended_at}) <= 12"), show=(("from", x("${held_at}")),)),
        Rule("not_over", x("${ended_at} <= now()"), show=(("to", x("${ended_at}")),)),
    )),
    calc("ended_at", x("next_time(${held_at}, ${ended})"), kind="datetime"),
    Field("place", "text", min=2, max=60),
    Roster("attend", Fact("roster"), final=True, sees="sensitive",
           states=x(f"if({BY_HEADS}, 'heads', if(${{mode}} = 'collective', 'ip', 'i'))"),
           exclude=x("others(list(session, ${attend}), ${attend})"),
           rules=(Rule("nobody", x("${came} > 0")),)),
    calc("came", x(f"if({BY_HEADS}, heads(${{attend}}), ticked(${{attend}}, 'ip'))"), kind="integer"),
    Repeat("proxy", relevant=x("ticked(${attend}, 'p') > 0"), min=x("ticked(${attend}, 'p')"),
           max=x("ticked(${attend}, 'p')"), unique=("member",), label="member", final=True, items=(
        Field("member", "select_one", options=x("marked(fact('roster.rows'), ${attend}, 'p')"), final=True,
              rules=(Rule("not_proxy", x("selected(option-values(marked(fact('roster.rows'), ${attend}, 'p')), ${member})")),)),
        Field("speaker", "text", min=2, max=20),
        Field("letter", "file", max=2),
    )),
    Field("sheet", "file", max=9, required=x("${mode} != 'talk'")),
))  # fmt: skip

FORM = Form(
    needs=(
        Need("law", "law"),
        Need("village", "village", args=(("as_of", x("${meeting_on}")),)),
        Need("roster", "roster", before="session", when=x("not(blank(${meeting_on}))"),
             args=(("mode", x("${mode}")), ("as_of", x("${meeting_on}")), ("group", x("${group}")))),
    ),
    live=("cadres", "met"),
    ends=((x("${no_quorum} = 'adjourn'"), "adjourned"),),
    rules=(
        Rule("notice_after", x("coalesce(law.notice_gap(${notified_on}, ${meeting_on}), 0) >= 0"),
             show=(("notified", x("${notified_on}")), ("held", x("${meeting_on}")))),
        Rule("body", x(f"not(law.body_ok({BODY}) = false())"), weight="flag", show=(("law", x(f"law.say_body({BODY})")),)),
        Rule("term_over", x(f"{TERM_OVER} = 0"), weight="flag", show=(("count", x(TERM_OVER)),)),
        Rule("batched", x("${sessions} = 1"), weight="flag", show=(("sessions", x("${sessions}")),)),
    ),
    items=(
        Field("meeting_kind", "select_one", choices=KINDS, final=True),
        Field("basis", "select_one", final=True, relevant=x(f"{TWO_WAYS} or ${{meeting_kind}} = 'collective'"), choices=(
            Choice("households", x(TWO_WAYS)), Choice("adults", x(TWO_WAYS)),
            Choice("members", x("${meeting_kind} = 'collective'")), Choice("delegates", x("${meeting_kind} = 'collective'")),
        )),
        Field("mode", "select_one", required=False, choices=MODES, calculation=x(MODE)),
        Field("group", "select_one", final=True, required=x("${meeting_kind} = 'group'"),
              relevant=x("in(${meeting_kind}, 'group', 'talk')"),
              options=x("if(${meeting_kind} = 'group', fact('village.groups'), fact('village.parts'))")),
        Field("caller", "select_one", choices=("committee", "group_head", "board", "branch", "other"), show=CALLER_WORDS,
              rules=(Rule("caller", x(LAWFUL_CALLER), weight="confirm", show=CALLER_WORDS),
                     Rule("caller_unusual", x(LAWFUL_CALLER), weight="flag", show=CALLER_WORDS))),
        Field("caller_other", "text", min=2, max=40, relevant=x("${caller} = 'other'")),
        Field("request_by", "select_one", relevant=x(f"{ASSEMBLY} or ${{mode}} = 'representatives'"),
              choices=("nobody", Choice("villagers", x(ASSEMBLY)), "representatives")),
        Field("request_n", "integer", final=True, counts="people", relevant=x("in(${request_by}, 'villagers', 'representatives')"), rules=(
            Rule("request_none", x("${request_n} >= 1")),
            Rule("request_many", x(f"${{request_n}} <= {MAY_ASK}"), show=(("total", x(MAY_ASK)),)),
        )),
        note("request_line", x("not(blank(${request_n}))"),
             law=x(f"law.say_may_call(${{mode}}, ${{request_n}}, {MAY_ASK}, {DAY}, ${{request_by}})")),
        Field("chair", "person", options=x("fact('cadres')"),
              rules=(Rule("chair_is_recorder", x("${chair} != ${recorder}")),
                     Rule("chair_by_hand", x("not(blank(get(${chair}, 'id')))"), weight="flag", show=(("chair", x("${chair}")),)))),
        Field("recorder", "person", options=x("fact('cadres')"),
              rules=(Rule("chair_is_recorder", x("${chair} != ${recorder}")),)),
        # of the whole village's meetings the chair is the one who calls people together, unless it is said otherwise
        Field("convener", "person", options=x("fact('cadres')"),
              prefill=x("if(blank(${group}) and ${caller} != 'other', ${chair}, null())")),
        Field("notified_on", "date", prefer="past", appearance="typed", show=(("law", x(f"law.say_notice_days(${{mode}}, {DAY})")),),
              rules=(Rule("notice_future", x("${notified_on} <= today()")),)),
        Field("notice_way", "select_multiple", min=1, choices=("door", "poster", "broadcast", "phone", "chat_group", "other")),
        SESSION,
        calc("meeting_on", x("day(first(session, ${held_at}))"), kind="date"),
        calc("sessions", x("count(session)"), kind="integer"),
        Field("notice_reason", "text", min=2, max=200, show=(("law", x("law.say_notice(${mode}, ${notified_on}, ${meeting_on})")),),
              relevant=x("law.notice_gap(${notified_on}, ${meeting_on}) < law.notice_days(${mode}, ${meeting_on})")),
        calc("should", x("fact('roster.should')"), kind="integer"),
        calc("present", x("sum(session, ${came})"), kind="integer"),
        calc("absent", x("${should} - ${present}"), kind="integer"),
        calc("need", x("law.quorum(${mode}, ${should}, ${meeting_on})"), kind="integer"),
        calc("quorum_ok", x("law.attendance(${mode}, ${should}, ${present}, ${meeting_on})"), x("${mode} != 'talk'"), "boolean"),
        note("quorum_line", x("not(blank(${should}))"),
             law=x("law.say_attendance(${mode}, ${should}, ${present}, ${meeting_on})")),
        Field("no_quorum", "select_one", final=True, relevant=x("${quorum_ok} = false()"), choices=(
            Choice("recount", goes="session.attend"), "talk", "adjourn",
        )),
        Repeat("observers", max=50, label="name", items=(
            Field("name", "text", min=2, max=20),
            Field("unit", "text", max=40, required=False),
        )),
        AGENDA,
        Field("party_reviewed", "boolean", final=True, relevant=x("${quorum_ok} and any(agenda, ${review} and ${lawful})"), show=(
            ("law", x("first(agenda, law.say_review(${category}, ${mode}, ${meeting_on}), ${review})")),
        ), rules=(
            Rule("not_reviewed", x("${party_reviewed}"), weight="confirm",
                 show=(("count", x("count(agenda, ${review} and ${lawful})")),)),
        )),
        Field("party_review_date", "date", prefer="past", appearance="typed", relevant=x("${party_reviewed}"), rules=(
            Rule("reviewed_late", x("${party_review_date} <= ${meeting_on}"), show=(("held", x("${meeting_on}")),)),
        )),
        Field("read_back", "select_one", choices=("aloud", "changed", "not_yet"),
              rules=(Rule("read_first", x("${read_back} != 'not_yet'")),)),
        calc("resolutions", x("sum(agenda, count(resolution))"), kind="integer"),
        backfill_reason("meeting_on"),
        evidence(),
    ),
)  # fmt: skip

RECORD = RecordType(
    id="minutes",
    version=1,
    letter="E",
    subject="org",
    form=FORM,
    title="agenda",
    event="session.held_at",
    period=x("month(${meeting_on})"),
    due=x("add_days(${meeting_on}, 3)"),
    workflow=WORKFLOW,
    access=Access(
        fills=("information_officer", "branch_secretary", "convener"),
        reads={
            "information_officer": "own", "branch_secretary": "own", "convener": "own", "supervisor": "own",
            "village_cadre": "own", "contact_cadre": "line", "town_clerk": "town",
            "town_committee": "town", "county": "county",
        },
        exports=("town_clerk", "town_committee", "county"),
    ),
    figures=(
        Figure("attendance", x("${present}"), x("${should}")),
        Figure("passed", x("count(agenda, ${result} = 'passed')"), x("count(agenda, in(${result}, 'passed', 'failed'))")),
        Figure("rejected", x("count(agenda, ${result} = 'failed')"), x("count(agenda, in(${result}, 'passed', 'failed'))")),
        Figure("invalid_routing", x("count(agenda, ${result} = 'passed' and not(${lawful}))"),
               x("count(agenda, in(${result}, 'passed', 'failed'))")),
        Figure("followed_on_time",
               x("sum(agenda, count(resolution, ${due} <= today() and"
                 " any(@@follow, ${row} = ${_} and ${percent} >= 100 and ${done_on} <= ${due})))"),
               x("sum(agenda, count(resolution, ${due} <= today()))")),
    ),
    columns=("meeting_kind", "meeting_on", "should", "present", "quorum_ok"),
)  # fmt: skip

__all__ = ["KINDS", "MODE", "RECORD"]
