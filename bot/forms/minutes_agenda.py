"""
The items of a meeting (type E): proposed, discussed, and voted on where this meeting may decide and the quorum stands.

The gate (quorum, lawful forum, Party review) opens the vote; who left early may close it again, for the quorum is
looked at before every vote. Each session has its own tally; they add up only if all voted on the same text.
"""

from __future__ import annotations

from bot.forms.core import law
from bot.forms.core.model import Field, Repeat, Rule, calc, note, x

VOTE = "${voting}, ${should}, ${present}, ${meeting_on}, ${category}"
TALLY = "coalesce(${ayes}, 0) + coalesce(${noes}, 0) + coalesce(${abstained}, 0) + coalesce(${spoilt}, 0)"
COUNTED = x("${may_vote} and not(${same_text} = false())")
#: Who leaves before a vote is counted as the meeting is: by households, by heads, or by members of the collective.
COUNTS = ("if(in(${mode}, 'assembly_households', 'group_households'), 'households',"
          " if(in(${mode}, 'assembly_adults', 'group_adults', 'representatives'), 'people', ''))")  # fmt: skip
QUORUM_WORDS = (("law", x("law.say_quorum(${mode}, ${should}, ${meeting_on})")),)
MAJORITY_WORDS = (
    ("law", x("law.say_pass(${mode}, ${voting}, ${should}, ${meeting_on}, ${category}, ${present})")),
)
FORUM_WORDS = (("law", x("law.say_forum(${category}, ${mode}, ${meeting_on})")),)


def tally(name: str, **more: object) -> Field:
    """One of the four numbers of a vote."""
    return Field(name, "integer", relevant=COUNTED, final=True, **more)  # type: ignore[arg-type]


#: One row a session: whoever was there at its opening, less who had left, voted yes, no, abstained or spoilt the paper.
BALLOT = Repeat("ballot", over=x("list(session, ${_})"), relevant=x("${gate}"), final=True, items=(
    Field("same_text", "boolean", relevant=x("${sessions} > 1"), final=True),
    calc("at_open", x("if(${sessions} = 1, ${present}, pick(list(session, ${_}), list(session, ${came}), ${_}))"), kind="integer"),
    Field("left", "integer", appearance="quick", final=True, counts=x(COUNTS), relevant=x("not(${same_text} = false())"),
          show=(*QUORUM_WORDS, ("counts", x(COUNTS))),
          rules=(Rule("left_over", x("${left} <= ${at_open}"), show=(("came", x("${at_open}")),)),
                 Rule("left_many", x("${left} * 2 <= ${at_open}"), weight="confirm",
                      show=(("came", x("${at_open}")), ("left", x("${left}")), ("rest", x("${at_open} - ${left}")))))),
    calc("in_room", x("${at_open} - coalesce(${left}, 0)"), kind="integer"),
    tally("ayes", show=MAJORITY_WORDS),
    tally("noes"),
    tally("abstained"),
    # who is left when all others have voted: where nobody is, there is nothing to ask
    tally("spoilt", prefill=x("if(${ayes} + ${noes} + ${abstained} = ${in_room}, 0, null())")),
), row_rules=(
    Rule("votes_over", x(f"{TALLY} <= ${{in_room}}"), show=(("votes", x(TALLY)), ("in_room", x("${in_room}")))),
    Rule("votes_under", x("${ayes} + ${noes} + ${abstained} + ${spoilt} >= ${in_room}"),
         show=(("votes", x(TALLY)), ("in_room", x("${in_room}")), ("short", x(f"${{in_room}} - ({TALLY})")))),
))  # fmt: skip

AGENDA = Repeat("agenda", min=1, max=10, label="title", final=True, items=(
    Field("title", "text", min=2, max=60),
    Field("category", "select_one", choices=law.MEETING_CATEGORIES, final=True),
    Field("charter_ok", "boolean", final=True, show=FORUM_WORDS,
          relevant=x("${mode} = 'collective_delegates' and law.forum(${category}, ${mode}, ${meeting_on})")),
    calc("lawful", x("law.forum(${category}, ${mode}, ${meeting_on}) and not(${charter_ok} = false())"), kind="boolean"),
    note("forum_line", x("not(blank(${category})) and not(${lawful})"), law=FORUM_WORDS[0][1]),
    Field("delegation", "text", min=2, max=100, show=FORUM_WORDS,
          relevant=x("law.delegated(${category}, ${mode}, ${meeting_on})")),
    Field("conflict", "boolean"),
    Field("conflict_note", "text", min=2, max=100, relevant=x("${conflict}")),
    Field("plan", "text", max=500, suggest=10),
    Field("discussion", "text", max=2000, suggest=10),
    calc("review", x("law.needs_review(${category}, ${mode}, ${meeting_on})"), kind="boolean"),
    calc("gate", x("${quorum_ok} and ${lawful} and not(${review} and ${party_reviewed} = false())"), kind="boolean"),
    Field("way", "select_one", choices=("hands", "secret", "written"), relevant=x("${gate}")),
    BALLOT,
    calc("voting", x("${present} - sum(ballot, coalesce(${left}, 0))"), kind="integer"),
    calc("may_vote", x("${gate} and ${voting} >= ${need}"), kind="boolean"),
    calc("same", x("all(ballot, not(${same_text} = false()))"), kind="boolean"),
    calc("yes", x("sum(ballot, ${ayes})"), x("${may_vote} and ${same}"), "integer"),
    calc("no", x("sum(ballot, ${noes})"), x("${may_vote} and ${same}"), "integer"),
    calc("abstain", x("sum(ballot, ${abstained})"), x("${may_vote} and ${same}"), "integer"),
    calc("invalid", x("sum(ballot, ${spoilt})"), x("${may_vote} and ${same}"), "integer"),
    calc("voted", x("${may_vote} and ${same} and count(ballot, not(blank(${spoilt})) and not(blank(${ayes}))) = ${sessions}"),
         kind="boolean"),
    Field("result", "select_one", required=False, choices=("passed", "failed", "opinion"), calculation=x(
        f"if(${{voted}}, if(law.passed(${{mode}}, ${{yes}}, {VOTE}), 'passed', 'failed'),"
        " if(${may_vote} and ${same}, null(), 'opinion'))")),
    note("result_line", x("${voted} or (${gate} and ${same} and not(${may_vote}))"),
         law=x(f"law.say_passed(${{mode}}, coalesce(${{yes}}, 0), {VOTE})")),
    note("different_line", x("${gate} and not(${same})")),
    Repeat("resolution", relevant=x("${result} = 'passed'"), min=1, max=20, label="text", items=(
        Field("text", "text", min=2, max=500),
        Field("owner", "person", options=x("fact('cadres')")),
        Field("due", "date", prefer="future", rules=(
            Rule("due_before", x("${due} >= ${meeting_on}"), show=(("held", x("${meeting_on}")),)),
        )),
    )),
), row_rules=(
    Rule("disputed", x(f"not(law.disputed(${{mode}}, ${{yes}}, {VOTE}))"), weight="flag", show=(("title", x("${title}")),)),
    Rule("interested", x("not(${conflict})"), weight="flag", show=(("title", x("${title}")),)),
))  # fmt: skip

__all__ = ["AGENDA"]
