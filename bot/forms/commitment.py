"""
C. Commitment 履职承诺: what somebody in office promises in public, passed by two meetings, proved quarter by quarter.

Five kinds: for a year, for a term of office, in one sentence, to build something, when to resign. What it is for: docs/records.md, C.
Whoever promises signs: by sending it themselves, with their own account, or on paper. What comes after sending stands
in commitment_after.py. Counts, five years, due days: defaults of our own.
"""

from __future__ import annotations

from bot.forms.commitment_after import IN_FORCE, SINCE, WORKFLOW
from bot.forms.core.expressions import Node
from bot.forms.core.model import Access, Choice, Field, Figure, Form, RecordType, Repeat, Rule, calc, note, x
from bot.forms.core.parts import evidence, sent_twice

CLERK = "(selected(fact('actor.roles'), 'branch_secretary') or selected(fact('actor.roles'), 'information_officer'))"
OFFICE = f"({CLERK} or selected(fact('actor.roles'), 'village_cadre'))"
#: Promised item by item, put to the meetings, checked every quarter.
BY_ITEMS = "in(${kind}, 'annual', 'term', 'venture')"
A_TERM = x("${kind} = 'term'")
NO_TERM = x("${kind} != 'term'")
A_BODY = x(f"{CLERK} and {BY_ITEMS}")
#: Quarters that are over for fifteen days, so that their check should be there.
DUE_QUARTERS = (
    f"if(blank({IN_FORCE}), null(), periods({SINCE},"
    " min(${term_to}, add_days(period_start(quarter(add_days(today(), -15))), -1)), 'quarter'))"
)
HELD_QUARTERS = (
    f"count-selected({DUE_QUARTERS}) - count-selected(without({DUE_QUARTERS}, list(@@check, ${{quarter}})))"
)

Shown = tuple[tuple[str, Node], ...]


def counted(*domains: str) -> Shown:
    """How many items of each domain there are, for the words of a rule."""
    return tuple((domain, x(f"count(items, ${{domain}} = '{domain}')")) for domain in domains)


FROM: Shown = (("from", x("${term_from}")),)
FROM_TO: Shown = (*FROM, ("most", x("add_months(${term_from}, 60)")))

ITEMS = Repeat(
    "items", relevant=x(BY_ITEMS), label="content",
    min=x("if(${kind} = 'annual', 3, if(${kind} = 'term', 4, 1))"), max=x("if(${kind} = 'annual', 10, 20)"),
    rules=(
        Rule(
            "annual_domains", show=counted("growth", "service", "integrity"),
            ok=x("${kind} != 'annual' or has_all(list(items, ${domain}), 'growth', 'service', 'integrity')"),
        ),
        Rule(
            "term_domains", show=counted("goal", "duty", "task", "integrity"),
            ok=x("${kind} != 'term' or has_all(list(items, ${domain}), 'goal', 'duty', 'task', 'integrity')"),
        ),
    ),
    items=(
        Field("domain", "select_one", choices=(
            Choice("growth", NO_TERM), Choice("service", NO_TERM), Choice("goal", A_TERM), Choice("duty", A_TERM),
            Choice("task", A_TERM), Choice("integrity"), Choice("other", NO_TERM),
        ), rules=(
            Rule("domain_fit", x(
                "if(${kind} = 'term', in(${domain}, 'goal', 'duty', 'task', 'integrity'),"
                " in(${domain}, 'growth', 'service', 'integrity', 'other'))")),
        )),
        Field("content", "text", max=200, suggest=10),
        Field("measure", "text", max=200, suggest=10),
        Field("due", "date", prefer="future", default=x("${term_to}"),
              prefill=x("if(${domain} = 'integrity', ${term_to}, null())"), rules=(
            Rule("due_late", x("${due} <= ${term_to}"), show=(("to", x("${term_to}")),)),
            Rule("due_early", x("${due} >= ${term_from}"), show=FROM),
        )),
        Field("owner", "person", options=x("fact('people')"), prefill=x("if(${body} = 'person', ${promiser}, null())")),
        Field("evidence_kind", "select_one", choices=("photo", "papers", "ledger", "voucher", "witness", "other")),
    ),
)  # fmt: skip

FORM = Form(
    live=("people", "alike"),
    rules=(sent_twice("kind", "if(${body} = 'person', get(${promiser}, 'id'), '')", "${kind} != 'annual'"),),
    items=(
        Field("kind", "select_one", final=True, prefill=x(f"if({OFFICE}, null(), 'pledge')"), choices=(
            Choice("annual", x(OFFICE)), Choice("term", x(OFFICE)), "pledge", Choice("venture", x(OFFICE)),
            Choice("resign", x(OFFICE)),
        )),
        Field("body", "select_one", final=True, prefill=x(f"if({CLERK} and {BY_ITEMS}, null(), 'person')"),
              choices=("person", Choice("team", A_BODY), Choice("party", A_BODY)),
              rules=(Rule("only_person", x(f"${{body}} = 'person' or {BY_ITEMS}")),)),
        Field("promiser", "person", final=True, options=x("fact('people')"), listed_only=True,
              prefill=x(f"if({CLERK}, null(), as_person(fact('actor')))"),
              rules=(Rule("for_another", x(f"{CLERK} or get(${{promiser}}, 'id') = fact('actor.id')")),)),
        Field("term_from", "date", prefill=x("if(${kind} = 'pledge', today(), null())"),
              default=x("if(${kind} = 'annual', period_start(year(add_months(today(), 1))), today())"), rules=(
            Rule("far_off", x("${term_from} >= add_months(today(), -72) and ${term_from} <= add_months(today(), 12)")),
            Rule("year_fixed", x("blank(fact('about.period')) or year(fact('about.period')) = year(${term_from})"),
                 show=(("year", x("year(fact('about.period'))")),)),
        )),
        Field("term_to", "date", prefer="future",
              prefill=x("if(in(${kind}, 'annual', 'pledge'), period_end(year(${term_from})), null())"),
              default=x("add_days(add_months(${term_from}, if(${kind} = 'venture', 12, 60)), -1)"), rules=(
            Rule("order", x("${term_to} > ${term_from}"), show=FROM),
            Rule("one_year", x("${kind} != 'annual' or year(${term_to}) = year(${term_from})"), show=FROM),
            Rule("five_years", x("${term_to} <= add_months(${term_from}, 60)"), show=FROM_TO),
        )),
        Field("sentence", "text", max=50, relevant=x("${kind} = 'pledge'")),
        ITEMS,
        Repeat("resign_if", relevant=x("${kind} = 'resign'"), min=1, max=10, unique=("event",), label="event", items=(
            Field("event", "text", max=100, suggest=6),
        )),
        evidence(),
        calc("villagers", x("blank(fact('about.org_kind')) or fact('about.org_kind') = 'village'"), kind="boolean"),
        calc("signed_here", x("get(${promiser}, 'id') = fact('actor.id')"), kind="boolean"),
        note("own_hand", x("${signed_here}")),
        note("other_hand", x("not(${signed_here})"), promiser=x("${promiser}")),
    ),
)  # fmt: skip

RECORD = RecordType(
    id="commitment",
    version=1,
    letter="C",
    subject="org",
    about=x("if(${body} = 'person', ${promiser}, null())"),
    form=FORM,
    title="kind",
    workflow=WORKFLOW,
    period=x("year(${term_from})"),
    due=x(
        "if(${kind} = 'annual', add_days(period_start(year(${term_from})), 30),"
        " if(${kind} = 'term', add_days(${term_from}, 30), null()))"
    ),
    unique=("org", "body", "subject", "period"),
    unique_when=x("${kind} = 'annual'"),
    backfill_days=None,
    access=Access(
        fills=("member", "village_cadre", "branch_secretary", "information_officer"),
        reads={
            "member": "self", "village_cadre": "self", "branch_secretary": "own", "information_officer": "own",
            "supervisor": "own", "contact_cadre": "line", "town_clerk": "town", "town_committee": "town",
            "county": "county",
        },
        exports=("town_clerk", "town_committee", "county"),
    ),
    figures=(
        Figure("signed", x("${signed_here} or count(@sign) + count(@sign_paper) > 0"), x("true()")),
        Figure("passed", x("count(@@both_passed) > 0"), x(BY_ITEMS)),
        Figure("checked", x(HELD_QUARTERS), x(f"count-selected({DUE_QUARTERS})")),
        Figure("checked_by_town", x("count(@@check, ${checked_by} = 'town')"), x("count(@@check)")),
        Figure("fulfilled", x("coalesce(last(@@check, ${done_n}), 0)"), x("coalesce(last(@@check, ${total_n}), 0)")),
        Figure("rectify", x("coalesce(last(@@check, ${late_n} + ${not_started_n}), 0)"),
               x("coalesce(last(@@check, ${total_n}), 0)")),
    ),
    columns=("kind", "body", "promiser", "term_from", "term_to"),
)  # fmt: skip

__all__ = ["RECORD"]
