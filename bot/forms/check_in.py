"""
A. Mobile-member check-in 流动党员报到与联系登记: a member away from home says where they are and how they are.

What it is for: docs/records.md, A; contact duty: Central Office 〔2006〕21号 and the 2019 member-management rules (docs/law.md).
Offered monthly, owed quarterly: what is due is one in the quarter, by the 25th of its last month. A first report is due
30 days after leaving, where the roster names the day and Lianxin knew the member by then (fact ``left``): nobody is late
for having left before the county began. "与上期一致" copies place, work and host only, never attendance or dues.
"""

from __future__ import annotations

from bot.forms.core.model import (
    Access,
    Agree,
    Field,
    Figure,
    Form,
    Group,
    Need,
    Notify,
    Obligation,
    Open,
    RecordType,
    Rule,
    Transition,
    Who,
    Workflow,
    calc,
    note,
    x,
)
from bot.forms.core.parts import PAPER_FORM, RETURN_FORM, backfill_reason, evidence, review, sent_twice

CONSENT = (
    "v1"  # version of the text in check_in.ftl: a new text is a new version, and everybody is asked again
)
AWAY = "in(${checkin_kind}, 'first', 'regular')"
#: The text has not been agreed to yet; filled in by the member, or by somebody else in their words.
ASKED = f"fact('consent') != '{CONSENT}'"
BY_THEMSELVES = "blank(fact('about.proxy_for'))"
#: Filled in by somebody else, and the member has not said yet that it is right.
UNCONFIRMED = "not(blank(${proxy_way})) and count(@@own_word) = 0"
TOWN = Who(("town_clerk", "town_committee"), "town", never=("filler",))
#: The contact of the host branch may fill and confirm for own guests only: once record type B says whose guest somebody is.
CONFIRMERS = ("branch_secretary", "information_officer")
#: The 25th of the last month of the quarter that a period lies in.
BY = "add_days(add_months(period_start(quarter(period_start(fact('{}')))), 2), 24)"
#: A first report: within so many days of leaving; not asked where that day is not known.
FIRST_BY = "if(${checkin_kind} = 'first', add_days(fact('left'), 30), null())"


def changed(what: str) -> str:
    """Asked of everybody who reports from away, and of those who say that this has changed."""
    return f"{AWAY} or selected(${{changed}}, '{what}')"


FORM = Form(
    needs=(Need("last", "known"),),
    live=("consent", "filed", "alike", "left"),
    rules=(sent_twice("checkin_kind", "fact('about.subject')", "${checkin_kind} != 'regular'"),),
    ends=((x("${consent} = 'refuse'"), "paper"), (x("${consent_said} = 'refuse'"), "paper")),
    items=(
        Field("consent", "select_one", final=True, choices=(CONSENT, "refuse"), relevant=x(f"{ASKED} and {BY_THEMSELVES}")),
        Field("consent_said", "select_one", final=True, choices=("told", "paper", "refuse"),
              relevant=x(f"{ASKED} and not({BY_THEMSELVES})")),
        Field("consent_paper", "file", final=True, max=3, relevant=x("${consent_said} = 'paper'")),
        calc("consent_ver", x(f"'{CONSENT}'"), kind="text"),
        note("filed_line", x("fact('filed') and blank(${checkin_kind})")),
        Field("checkin_kind", "select_one", default=x("if(blank(fact('last.checkin_kind')), 'first', 'regular')"),
              choices=("first", "regular", "change", "return"),
              rules=(Rule("filed", x("not(${checkin_kind} = 'regular' and fact('filed'))")),)),
        Field("changed", "select_multiple", choices=("place", "work", "mobile", "host", "return_plan"), min=1,
              relevant=x("${checkin_kind} = 'change'")),
        Field("place", "place", relevant=x(changed("place")), carry=True, sees="sensitive"),
        Group("work", relevant=x(changed("work")), items=(
            Field("job_kind", "select_one", choices=("labour", "business", "study", "family", "flexible", "other"), carry=True),
            Field("employer", "text", required=False, max=60, carry=True),
        )),
        Field("mobile_changed", "boolean", default=x("false()"), relevant=x(AWAY)),
        Field("mobile", "phone", relevant=x("${mobile_changed} or selected(${changed}, 'mobile')"), sees="sensitive",
              rules=(Rule("mobile_sure", x("false()"), weight="confirm", show=(("mobile", x("${mobile}")),)),)),
        Group("host", relevant=x(changed("host")), items=(
            Field("host_joined", "boolean", carry=True),
            Field("host_org", "organisation", relevant=x("${host_joined}"), carry=True),
            Field("host_why_not", "select_one", relevant=x("not(${host_joined})"), carry=True,
                  choices=("none_nearby", "not_known", "no_time", "moves_often", "other")),
        )),
        Group("return", relevant=x("${checkin_kind} = 'return'"), items=(
            Field("returned_on", "date", prefer="past", rules=(Rule("future", x("${returned_on} <= today()")),)),
            Field("certificate", "select_one", choices=("shown", "later", "none")),
            backfill_reason("returned_on"),
        )),
        Group("life", relevant=x("${checkin_kind} != 'change'"), items=(
            Field("life_count", "integer", min=0, max=31, default=x("0"), appearance="quick"),
            Field("life_items", "select_multiple", relevant=x("${life_count} > 0"), min=1,
                  choices=("class", "theme_day", "appraisal", "election", "online")),
            Field("dues_through", "month", sees="sensitive", appearance="quick",
                  default=x("fact('last.dues_through')"),
                  rules=(Rule("dues_far", x("months(month(today()), ${dues_through}) <= 12")),)),
            calc("arrears", x("max(0, months(${dues_through}, month(today())) - 1)"), kind="integer", sees="sensitive"),
            Field("thought_report", "text", max=1000, suggest=50, sees="sensitive",
                  relevant=x("${checkin_kind} = 'regular' and fact('last.quarter') != quarter(today())")),
        )),
        calc("quarter", x("if(string-length(${thought_report}) > 0, quarter(today()), fact('last.quarter'))")),
        Field("difficulty", "text", required=False, max=300, sees="sensitive", relevant=x("${checkin_kind} != 'change'")),
        Field("need_help", "boolean", relevant=x("string-length(${difficulty}) > 0")),
        Field("return_plan", "date", required=x("${checkin_kind} = 'change'"), prefer="future", relevant=x(changed("return_plan")),
              show=(("must", x("if(${checkin_kind} = 'change', 1, 0)")),),
              rules=(Rule("past", x("${return_plan} >= today()")),)),
        Field("proxy_way", "select_one", choices=("phone", "visit", "family"), relevant=x("not(blank(fact('about.proxy_for')))")),
        # finer than the county only for who wants to say it
        Field("place_detail", "text", max=40, required=False, sees="sensitive", appearance="aside", relevant=x(changed("place"))),
        evidence("sensitive"),
    ),
)  # fmt: skip

CONFIRM_FORM = Form(
    words="check_in-confirm",
    items=(Field("way", "select_one", choices=("phone", "video", "in_person", "host")),),
)
#: Record type B: the hotline case of who asks to be called, and the end of the entry of who is back.
HELP = Open("hotline", when=x("${need_help}"), prefill=(("difficulty", x("${difficulty}")),))
BACK_HOME = Open("homecoming", when=x("${checkin_kind} = 'return'"), prefill=(
    ("returned_on", x("${returned_on}")), ("certificate", x("${certificate}")),
))  # fmt: skip

RECORD = RecordType(
    id="check_in",
    version=1,
    letter="A",
    consent=CONSENT,
    subject="person",
    form=FORM,
    title="checkin_kind",
    event="returned_on",
    workflow=Workflow(
        "submitted",
        transitions=(
            Transition(
                "confirm", ("submitted", "in_review"), "accepted", Who(CONFIRMERS, never=("filler",)),
                CONFIRM_FORM, effects=(Notify("filler", "told-accepted"),),
            ),
            # the township may look at every check-in, and is the way out where the branch has nobody else than the filler
            Transition("confirm_town", ("submitted", "in_review"), "accepted", TOWN, CONFIRM_FORM, waits=False,
                       effects=(Notify("filler", "told-accepted"),)),
            Transition("send_back", ("submitted", "in_review"), "returned", TOWN, RETURN_FORM, marks=True, waits=False,
                       effects=(Notify("filler", "told-returned"),)),
            *(step for step in review(roles=CONFIRMERS, at="own") if step.name != "accept"),
            Transition("paper", ("submitted",), "submitted", Who(CONFIRMERS), PAPER_FORM, commutes=True, waits=False),
            # what somebody else filled in: confirmed by the member's own word, else by signed paper (docs/records.md: common to all)
            Transition("own_word", ("submitted", "in_review"), "", Who(subject=True), guard=x(UNCONFIRMED), commutes=True,
                       waits=False),
        ),
        ends=("accepted", "withdrawn", "void"),
        submit=(
            Notify("role:branch_secretary@own", "told-arrived"),
            Notify("subject", "check_in-told-own_word", when=x(UNCONFIRMED)),
            Agree(CONSENT, when=x("not(blank(${consent})) or not(blank(${consent_said}))")),
        ),
        leads=(HELP, BACK_HOME),
    ),
    obligation=Obligation(("member",), "month", x(BY.format("period")), subject="person"),
    due=x(f"if(${{checkin_kind}} = 'regular', {BY.format('about.period')}, {FIRST_BY})"),
    period=x("month(today())"),
    unique=("subject", "period"),
    unique_when=x("${checkin_kind} = 'regular'"),
    access=Access(
        fills=("member", *CONFIRMERS),
        reads={
            "member": "self", "branch_secretary": "own", "information_officer": "own", "town_clerk": "town",
            "town_committee": "town", "county": "none",
        },
        exports=("town_clerk", "town_committee"),
    ),
    figures=(
        Figure("joined_host", x("${host_joined}"), x("not(blank(${host_joined}))")),
        Figure("arrears", x("${arrears} > 0"), x("not(blank(${dues_through}))")),
        Figure("asked_help", x("${need_help}"), x("true()")),
    ),
)  # fmt: skip

__all__ = ["CONSENT", "RECORD"]
