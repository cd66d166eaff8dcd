"""
D. Monthly branch report 月度汇报: what was done, Party life, numbers, problems, next month's plan.

What it is for: docs/records.md, D. The clerk drafts, the secretary signs with their own account or on
paper, the township receives. Structure is carried over, narrative never: text 90 % equal to last month's is flagged.
"""

from __future__ import annotations

from bot.forms.core.expressions import Node
from bot.forms.core.model import (
    Access,
    Field,
    Figure,
    Form,
    Group,
    Need,
    Notify,
    Obligation,
    Open,
    RecordType,
    Repeat,
    Rule,
    Transition,
    Who,
    Workflow,
    calc,
    x,
)
from bot.forms.core.parts import RETURN_FORM, evidence, review

QUARTER_ENDS = "period_end(fact('about.period')) = period_end(quarter(period_start(fact('about.period'))))"
SECRETARY = Who(("branch_secretary",), "own")
BY_SECRETARY = "selected(fact('actor.roles'), 'branch_secretary')"
TO_TOWN = x(f"if({BY_SECRETARY}, 'submitted', 'to_sign')")  # what a secretary sends is signed by sending it
#: Nobody reviews what they filled in or signed (docs/records.md: who may).
NEVER = ("filler", "@sign")
TOWN = Who(("town_clerk", "town_committee"), "town", never=NEVER)
RETURNED = "count(@@return) > 0"
#: Signed, it has come to the township: who returned it is told that it was mended, else the clerks that it came.
ARRIVED = (
    Notify("role:town_clerk@town", "told-arrived", when=x(f"not({RETURNED})")),
    Notify("reviewer", "told-mended", when=x(RETURNED)),
)
SIGN_FORM = Form(items=(Field("signed", "own_hand"),))
PAPER_SIGN_FORM = Form(items=(Field("paper", "file", max=3),))
COMMENT_FORM = Form(items=(Field("text", "text", max=200),))
#: Told to those whose report it is; whoever sent it and is the secretary too is told once.
COMMENTED = tuple(Notify(to, "monthly_report-told-comment") for to in ("filler", "role:branch_secretary@own"))


def meetings(name: str, *rules: Rule) -> Field:
    """How often a kind of meeting was held this month; last month's number stands beside it."""
    return Field(name, "integer", min=0, max=10, appearance="quick", rules=rules)


def counted(name: str, prefill: Node | None = None) -> Field:
    """A number that is filled in from other records where they exist; to change it then takes a reason."""
    return Field(name, "integer", min=0, max=100_000, prefill=prefill, change="reason")


FORM = Form(
    needs=(Need("last", "last"), Need("counts", "counts"), Need("quarter", "quarter")),
    items=(
        Repeat("planned", prefill=x("fact('last.next_plan')"), relevant=x("not(blank(fact('last.next_plan')))"),
               label="item", max=20, given=True, items=(
            Field("item", "text", max=40),
            Field("state", "select_one", choices=("done", "going", "not_started"), show=(("item", x("${item}")),)),
        )),
        Repeat("done", min=1, max=10, label="item", items=(
            Field("item", "text", max=40),
            Field("date", "date", prefer="past", rules=(
                Rule("outside", x("in_period(${date}, fact('about.period'))"), show=(
                    ("period", x("fact('about.period')")), ("from", x("period_start(fact('about.period'))")),
                    ("to", x("period_end(fact('about.period'))")),
                    ("day", x("min(period_end(fact('about.period')), today())")),
                )),
                Rule("future", x("${date} <= today()")),
            )),
            Field("text", "text", max=300, suggest=10),
            Field("result", "text", max=100),
        )),
        Group("party_life", items=(
            meetings("member_mtg", Rule(
                "quarter_mtg", x(f"not({QUARTER_ENDS} and ${{member_mtg}} + coalesce(fact('quarter.member_mtg'), 0) = 0)"),
                weight="confirm", reason=True,
            )),
            meetings("committee"),
            meetings("group"),
            meetings("class"),
            meetings("theme_day"),
            Field("life_reason", "text", max=200, relevant=x("${committee} = 0 or ${theme_day} = 0"), show=(
                ("none", x("if(${committee} > 0, 'theme_day', if(${theme_day} > 0, 'committee', 'both'))")),
            )),
        )),
        Group("attendance", relevant=x("${theme_day} > 0"), items=(
            Field("should", "integer", min=0, max=5000),
            Field("present", "integer", min=0, max=5000,
                  rules=(Rule("present_over", x("${present} <= ${should}"), show=(("should", x("${should}")),)),)),
        )),
        Group("numbers", items=(
            counted("members", x("fact('last.members')")),
            counted("outflow", x("fact('counts.outflow')")),
            counted("inflow"),
            counted("applicants"),
            counted("visits"),
            counted("issues_new"),
            counted("issues_closed"),
        )),
        Repeat("problems", max=10, label="text", items=(
            Field("text", "text", max=200),
            Field("level", "select_one", choices=("common", "serious")),
            Field("apart", "boolean", relevant=x("${level} = 'serious'")),
        )),
        Field("help_wanted", "text", max=200, required=False),
        Repeat("next_plan", min=1, max=10, label="item", items=(
            Field("item", "text", max=40),
            Field("due", "date", prefer="future", rules=(
                Rule("due_before", x("${due} > period_end(fact('about.period'))"), weight="confirm", show=(("due", x("${due}")),)),
            )),
            Field("owner", "person", options=x("fact('cadres')")),
        )),
        evidence(),
        calc("narrative", x("join(list(done, ${text}))")),
    ),
    rules=(
        Rule("copied", x("similar(${narrative}, fact('last.narrative')) < 0.9"), weight="flag"),
        # members of another branch who live here may be due too; which of the two numbers is wrong only the person knows
        Rule("should_over", x("${should} <= ${members}"), weight="confirm", reason=True, again=("should", "members"),
             show=(("should", x("${should}")), ("members", x("${members}")))),
    ),
    live=("cadres",),
)  # fmt: skip

RECORD = RecordType(
    id="monthly_report",
    version=1,
    letter="D",
    subject="org",
    form=FORM,
    title="done",
    workflow=Workflow(
        TO_TOWN,
        transitions=(
            Transition("sign", ("to_sign",), "submitted", SECRETARY, SIGN_FORM,
                       effects=(Notify("filler", "told-signed"), *ARRIVED)),
            Transition("sign_paper", ("to_sign",), "submitted", Who(filler=True), PAPER_SIGN_FORM, effects=ARRIVED),
            Transition("send_back", ("to_sign",), "returned", Who(("branch_secretary",), "own", never=("filler",)), RETURN_FORM,
                       marks=True, effects=(Notify("filler", "told-returned"),)),
            *review(
                back_to=TO_TOWN, never=NEVER, withdraws=("to_sign", "submitted", "returned"), later=("included",),
                mended=(
                    Notify("role:branch_secretary@own", "told-to-sign", when=x(f"not({BY_SECRETARY})")),
                    Notify("role:town_clerk@town", "told-arrived", when=x(f"{BY_SECRETARY} and not({RETURNED})")),
                    Notify("reviewer", "told-mended", when=x(f"{BY_SECRETARY} and {RETURNED}")),
                ),
            ),
            # by hand: an export, which changes nothing, is not yet the town's summary; what came after it is archived without
            Transition("include", ("accepted",), "included", TOWN, waits=False),
            Transition("archive", ("accepted", "included"), "archived", TOWN, waits=False),
            # a word from who keeps contact with the branch: it decides nothing, and nobody waits for it
            Transition("comment", ("submitted", "in_review", "accepted", "included"), "", Who(("contact_cadre",), "line", never=NEVER),
                       COMMENT_FORM, effects=COMMENTED, commutes=True, waits=False),
        ),
        ends=("archived", "withdrawn", "void"),
        arrives=("submitted",),
        submit=(
            Notify("role:branch_secretary@own", "told-to-sign", when=x(f"not({BY_SECRETARY})")),
            Notify("role:town_clerk@town", "told-arrived", when=x(BY_SECRETARY)),
        ),
        # a serious problem may be reported apart, as an incident, where the branch says so (docs/records.md, D)
        leads=(Open("incident", each="problems", when=x("${apart}"), prefill=(("text", x("${text}")),)),),
    ),
    obligation=Obligation(
        ("branch_secretary", "information_officer"), "month", x("add_days(period_end(fact('period')), 5)"),
    ),
    unique=("org", "period"),
    access=Access(
        fills=("information_officer", "branch_secretary"),
        reads={
            "information_officer": "own", "branch_secretary": "own", "contact_cadre": "line", "town_clerk": "town",
            "town_committee": "town", "county": "county",
        },
        exports=("town_clerk", "town_committee", "county"),
    ),
    figures=(
        Figure("theme_day", x("${theme_day} > 0"), x("true()")),
        Figure("committee", x("${committee} > 0"), x("true()")),
        Figure("attendance", x("${present}"), x("${should}")),
    ),
)  # fmt: skip
