"""
What the acts on a commitment ask (type C): meetings and their law, notice, objection, quarterly check, appraisal, cases.

Expressions named in capitals are used by guards and clocks of commitment_after.py too, so that a form and the guard
behind it can never disagree.
"""

from __future__ import annotations

from bot.forms.core.expressions import Node
from bot.forms.core.model import Choice, Field, Form, Group, Open, Repeat, Rule, calc, note, x

Shown = tuple[tuple[str, Node], ...]
CHECK_LATEST = 15  # days after a quarter in which its check may still be held (ours)

#: The day it came into force first; blank before.
IN_FORCE = "min(first(@@take_effect, day(${at})), first(@@notice_over, day(${at})))"
SINCE = f"max(${{term_from}}, {IN_FORCE})"
CHECKED = "list(@@check, ${quarter})"
OPEN_QUARTERS = f"without(periods({SINCE}, min(${{term_to}}, today()), 'quarter'), {CHECKED})"
#: The year whose appraisal comes next; blank when all are done.
YEAR = f"head(without(periods({SINCE}, ${{term_to}}, 'year'), list(@@final, ${{year}})))"
YEAR_END = f"min(${{term_to}}, period_end({YEAR}))"
MISSING = f"without(periods(max({SINCE}, period_start({YEAR})), {YEAR_END}, 'quarter'), {CHECKED})"
#: The minutes referred to had their quorum and voted on the item.
DECIDED = "get(${meeting}, 'quorum_ok') and in(get(${meeting}, 'result'), 'passed', 'failed')"

# ---------------------------------------------------------------------------------------- meetings


def shown(**values: str) -> Shown:
    """Arguments of a rule's or a question's words."""
    return tuple((name, x(text)) for name, text in values.items())


def later(name: str, day: str, act: str, kept: str) -> Rule:
    """A second round needs a meeting of its own: one later than those of the rounds before (*kept*: their day)."""
    before = f"max(@@{act}, ${{{kept}}})"
    return Rule(
        "same_meeting", x(f"blank(${{{name}}}) or coalesce({before}, '') < {day}"), show=shown(before=before)
    )


def held(act: str, kept: str) -> Field:
    """The day of a meeting."""
    rules = (Rule("held_future", x("${held} <= today()")), later("held", "${held}", act, kept))
    return Field("held", "date", prefer="past", rules=rules)


def early(day: str) -> Field:
    """The township writes its view before the meetings; where it came later, somebody says why."""
    relevant = x(f"${{{day}}} < last(@view, ${{on}})")
    return Field("early_reason", "text", max=200, relevant=relevant, show=shown(viewed="last(@view, ${on})"))


def number(name: str, *rules: Rule, default: Node | None = None, appearance: str = "") -> Field:
    """How many people, or votes."""
    return Field(name, "integer", min=0, max=100_000, rules=rules, default=default, appearance=appearance)


def votes(mode: str) -> tuple[Field, ...]:
    """Should, present, yes, no, abstain of a meeting of *mode* (an expression), judged by the law of its day."""
    left = "${present} - ${yes} - ${no}"
    all_votes = "${yes} + ${no} + ${abstain}"
    return (
        Field("should", "integer", min=1, max=100_000),
        number(
            "present",
            Rule("present_over", x("${present} <= ${should}"), show=shown(should="${should}")),
            Rule(
                "no_quorum", x(f"law.attendance({mode}, ${{should}}, ${{present}}, ${{held}})"),
                show=shown(law=f"law.say_quorum({mode}, ${{should}}, ${{held}})", present="${present}"),
            ),
        ),
        note("pass_line", x("not(blank(${present})) and blank(${yes})"),
             law=x(f"law.say_pass({mode}, ${{present}}, ${{should}}, ${{held}})")),
        number("yes", Rule("yes_over", x("${yes} <= ${present}"), show=shown(present="${present}"))),
        number("no", Rule("no_over", x("${yes} + ${no} <= ${present}"), show=shown(left="${present} - ${yes}")),
               appearance="quick"),
        number(
            "abstain",
            Rule("votes_sum", x(f"{all_votes} = ${{present}}"), show=shown(present="${present}", votes=all_votes, left=left)),
            default=x(left),
        ),
        note("result_line", x("not(blank(${yes}))"),
             law=x(f"law.say_passed({mode}, ${{yes}}, ${{present}}, ${{should}}, ${{present}}, ${{held}})")),
    )  # fmt: skip


#: Minutes on offer; promises of a year are voted on in minutes, the others may be on paper (docs/records.md, C). A village
#: that has no minutes here yet says why not.
MINUTES = "count-selected(fact('meetings'))"
LOOSE = "${kind} != 'annual'"
#: A year's promise was passed on paper, without minutes that show roster, sign-in and quorum: said to the township in words.
WITHOUT_MINUTES = f"${{way}} = 'paper' and ${{passed}} and not({LOOSE})"
VIEW_FORM = Form(items=(
    Field("town_view", "text", max=200),
    calc("on", x("today()"), kind="date"),
))  # fmt: skip
MEMBER_FORM = Form(items=(
    held("meeting_member", "held"),
    early("held"),
    *votes("'branch_meeting'"),
    Field("proof", "file", max=9, required=False),
    calc("passed", x("law.passed('branch_meeting', ${yes}, ${present}, ${should}, ${present}, ${held})"), kind="boolean"),
))  # fmt: skip
VILLAGER_FORM = Form(live=("meetings",), items=(
    Field("way", "select_one", choices=(Choice("record", x(f"{MINUTES} > 0")), Choice("paper", x(f"{MINUTES} = 0 or {LOOSE}"))),
          prefill=x(f"if({MINUTES} = 0, 'paper', if({LOOSE}, null(), 'record'))")),
    Field("meeting", "ref", relevant=x("${way} = 'record'"), options=x("fact('meetings')"), rules=(
        Rule("not_decided", x(DECIDED)),
        # any item the village ever voted on can be picked: whether it was this promise nobody but the branch can tell
        Rule("this_one", x("false()"), weight="confirm", show=shown(title="get(${meeting}, 'title')")),
        later("meeting", "get(${meeting}, 'date')", "meeting_villager", "met_on"),
    )),
    note("meeting_line", x("not(blank(${meeting}))"), **{
        name: x(f"get(${{meeting}}, '{name}')") for name in ("title", "date", "should", "present", "yes", "no", "abstain")
    }),
    Group("on_paper", relevant=x("${way} = 'paper'"), items=(
        Field("mode", "select_one", choices=("representatives", "assembly_households", "assembly_adults")),
        held("meeting_villager", "met_on"),
        *votes("${mode}"),
        Field("paper", "file", max=9),
        note("no_record", x(f"not({LOOSE})")),
        Field("paper_why", "text", max=200, suggest=6, relevant=x(f"not({LOOSE})")),
    )),
    calc("met_on", x("if(${way} = 'record', get(${meeting}, 'date'), ${held})"), kind="date"),
    early("met_on"),
    calc("passed", x(
        "if(${way} = 'record', get(${meeting}, 'result') = 'passed',"
        " law.passed(${mode}, ${yes}, ${present}, ${should}, ${present}, ${held}))"), kind="boolean"),
))  # fmt: skip

# ------------------------------------------------------------------------------- notice and objections

MET_LAST = "max(max(@meeting_member, ${held}), max(@meeting_villager, ${met_on}))"
STANDS = "law.post_end(${notice_from}, ${notice_from}, 'other')"
NOTICE_FORM = Form(items=(
    Field("notice_from", "date", prefer="past", default=x("today()"), rules=(
        Rule("notice_ahead", x("${notice_from} <= today()")),
        Rule("notice_before", x(f"coalesce({MET_LAST}, '') <= ${{notice_from}}"), show=shown(held=MET_LAST)),
    )),
    Field("notice_to", "date", prefer="future", default=x(STANDS), rules=(
        Rule("notice_short", x(f"${{notice_to}} >= {STANDS}"),
             show=shown(law="law.say_post_end(${notice_from}, ${notice_from}, 'other')")),
    )),
    Field("notice_photo", "file", max=9, required=False),
))  # fmt: skip
OBJECTION_FORM = Form(items=(
    Field("said_on", "date", prefer="past", rules=(
        Rule("said_future", x("${said_on} <= today()")),
        Rule("said_before", x("${said_on} >= last(@publish, ${notice_from})"), show=shown(
            **{"from": "last(@publish, ${notice_from})"})),
    )),
    Field("said_by", "select_one", choices=("letter", "call", "visit", "other")),
    Field("objector", "text", max=40, required=False, sees="sensitive"),
    Field("matter", "text", max=300, suggest=10, sees="sensitive"),
    Field("proof", "file", max=9, required=False),
    calc("noted_on", x("today()"), kind="date"),
    calc("number", x("count(@object) + 1"), x("count(@object) > 0"), kind="integer"),
))  # fmt: skip


def undecided(name: str) -> str:
    """What the oldest objection says that is not decided yet; only the second one on has a number."""
    return (
        f"if(count(@settle) = 0, first(@object, ${{{name}}}),"
        f" coalesce(first(@object, ${{{name}}}, ${{number}} = count(@settle) + 1), last(@object, ${{{name}}})))"
    )


#: Several objections are decided one by one, the oldest first, each with its own reply; the notice waits for the last. Its days
#: stand still from the first on: every decision counts those since the one before, as long as that left any open.
LAST_ONE = "count(@object) <= count(@settle) + 1"
FROZEN_SINCE = f"max({undecided('noted_on')}, last(@settle, day(${{at}})))"
AFTER_SETTLING = f"if(not({LAST_ONE}), '', if(${{outcome}} = 'upheld' or any(@settle, ${{outcome}} = 'upheld'), 'reopened', 'notice'))"
SETTLE_FORM = Form(items=(
    Field("outcome", "select_one", choices=("dismissed", "upheld"), show=shown(
        number="count(@settle) + 1", all="count(@object)", day=undecided("said_on"), matter=undecided("matter"),
    )),
    Field("reply", "text", max=200, suggest=10),
    calc("number", x("count(@settle) + 1"), x("count(@object) > 1"), kind="integer"),
    calc("days_frozen", x(f"days({FROZEN_SINCE}, today())"), kind="integer"),
))  # fmt: skip

# ------------------------------------------------------------------------------ checks and appraisal


def of_item(name: str) -> Node:
    """What the record's item says that this row of a check is about."""
    return x(f"pick(list(items, ${{_}}), list(items, ${{{name}}}), ${{_}})")


def results(result: str) -> Field:
    """How many items came out so."""
    return calc(f"{result}_n", x(f"count(results, ${{result}} = '{result}')"), kind="integer")


BEHIND = "in(${result}, 'late', 'not_started')"
CHECK_UNTIL = f"add_days(period_end(${{quarter}}), {CHECK_LATEST})"
ATTENDED = (
    "has_all(${present_kinds}, 'member', 'supervisor')"
    " and (not(${villagers}) or selected(${present_kinds}, 'representative'))"
)
BY_TOWN = "selected(fact('actor.roles'), 'town_clerk') or selected(fact('actor.roles'), 'town_committee')"
VILLAGERS = x("${villagers}")

CHECK_FORM = Form(items=(
    Field("quarter", "select_one", options=x(f"options({OPEN_QUARTERS})"),
          rules=(Rule("checked_already", x(f"not(selected({CHECKED}, ${{quarter}}))")),)),
    Field("meeting_date", "date", prefer="past", rules=(
        Rule("check_future", x("${meeting_date} <= today()")),
        Rule("check_outside",
             x(f"${{meeting_date}} >= period_start(${{quarter}}) and ${{meeting_date}} <= {CHECK_UNTIL}"),
             show=shown(**{"from": "period_start(${quarter})", "to": CHECK_UNTIL})),
    )),
    Field("present_kinds", "select_multiple", min=1, choices=(
        "member", Choice("representative", VILLAGERS), "supervisor", Choice("household", VILLAGERS), "town", "other",
    ), rules=(Rule("who_came", x(ATTENDED), show=shown(villagers="if(${villagers}, 1, 0)")),)),
    Repeat("results", over=x("list(items, ${_})"), label="content", items=(
        calc("content", of_item("content"), kind="text"),
        calc("measure", of_item("measure"), kind="text"),
        calc("planned", of_item("due"), kind="date"),
        calc("owner", of_item("owner"), kind="person"),
        Field("result", "select_one", choices=("done", "on_time", "late", "not_started"),
              show=shown(content="${content}", due="${planned}"),
              prefill=x("if(selected(last(@check, ${done_ids}), ${_}), 'done', null())")),
        Field("why", "text", max=90, suggest=6, relevant=x(BEHIND)),
        Field("until", "date", prefer="future", relevant=x(BEHIND), rules=(
            Rule("until_past", x("${until} > ${meeting_date}"), show=shown(held="${meeting_date}")),
        )),
    )),
    Field("text", "text", max=300, suggest=10),
    Field("photo", "file", max=9, required=False),
    calc("total_n", x("count(results)"), kind="integer"),
    *(results(one) for one in ("done", "on_time", "late", "not_started")),
    calc("done_ids", x("list(results, ${_}, ${result} = 'done')")),
    Field("checked_by", "select_one", required=False, choices=("town", "village"),
          calculation=x(f"if({BY_TOWN}, 'town', 'village')")),
))  # fmt: skip
#: What a rectification asks of a fault (docs/records.md, later types): problem, measure, owner, deadline; the leader is named there.
RECTIFY = Open("rectification", each="results", when=x(BEHIND), prefill=shown(
    source="'check'", problem="${content}", why="${why}", measure="${measure}", owner="${owner}", due="${until}",
    quarter="${quarter}", result="${result}",
))  # fmt: skip
OF_YEAR = "year(${quarter}) = ${year}"
DONE_OF_ALL = shown(done="${done_n}", total="${total_n}")
FINAL_FORM = Form(items=(
    calc("year", x(YEAR), kind="year"),
    calc("done_n", x(f"coalesce(last(@@check, ${{done_n}}, {OF_YEAR}), 0)"), kind="integer"),
    calc("total_n", x(f"coalesce(last(@@check, ${{total_n}}, {OF_YEAR}), count(items))"), kind="integer"),
    calc("checks_n", x(f"count(@@check, {OF_YEAR})"), kind="integer"),
    calc("missing", x(MISSING)),
    note("counts_line", year=x("${year}"), done=x("${done_n}"), total=x("${total_n}"), checks=x("${checks_n}")),
    Field("missing_reason", "text", max=200, relevant=x("count-selected(${missing}) > 0"),
          show=shown(missing="${missing}")),
    Field("grade", "select_one", choices=("kept", "mostly", "broken"), rules=(
        Rule("grade_high", x("${grade} != 'kept' or ${done_n} >= ${total_n}"), weight="confirm", show=DONE_OF_ALL),
        Rule("grade_low", x("${grade} != 'broken' or ${done_n} < ${total_n}"), weight="confirm", show=DONE_OF_ALL),
    )),
    Field("opinion", "text", max=200, suggest=10),
))  # fmt: skip

# ------------------------------------------------------------------------------------ case and archive

TRIGGER_FORM = Form(items=(
    Field("happened_on", "date", prefer="past", rules=(Rule("happened_future", x("${happened_on} <= today()")),)),
    Field("facts", "text", max=300, suggest=10),
    Field("proof", "file", max=9, required=False),
))  # fmt: skip
CASE = Open("commitment.case", prefill=shown(
    promiser="${promiser}", event="${event}", happened_on="${happened_on}", facts="${facts}",
))  # fmt: skip
#: Class of the personal archive (任职、履职承诺、培训学历职称、评议考核、奖惩、其他).
ARCHIVE_CLASS = Field(
    "archive_class", "select_one", required=False, choices=("commitment",), calculation=x("'commitment'")
)
ARCHIVE_FORM = Form(words="commitment-archive", items=(ARCHIVE_CLASS,))
FINISH_FORM = Form(items=(
    Field("ended_by", "select_one",
          choices=(Choice("expired", x("${kind} = 'resign' and today() > ${term_to}")), "left_office", "other")),
    Field("ended_why", "text", max=200, required=x("${ended_by} = 'other'")),
    ARCHIVE_CLASS,
))  # fmt: skip
