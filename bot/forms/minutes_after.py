"""
What happens to minutes after sending (type E): signed by the chair, attested by a supervisor, filed by the township
(never approved: VCL 6, 31), resolutions posted (VCL 35) and followed until they are carried out.

Chair and supervisor act in any order; a join moves on. A return opens words, never numbers, and begins a new round: what
was changed is signed and attested again.
"""

from __future__ import annotations

from bot.forms.core.model import Auto, Clock, Field, Form, Notify, Rule, Transition, Who, Workflow, x
from bot.forms.core.parts import REASON_FORM, RETURN_FORM

#: Nobody reviews what they sent, led or wrote down (docs/records.md: who may).
NEVER = ("filler", "=chair", "=recorder", "=convener")
TOWN = Who(("town_clerk", "town_committee"), "town", never=NEVER)
VILLAGE = Who(("branch_secretary", "information_officer", "convener"), "own")
#: VCL 37: the committee supervises nobody by its own members; who led, wrote down or sent it attests nothing.
WITNESS = Who(("supervisor",), "own", never=NEVER)
NOT_ON_COMMITTEE = "not(selected(fact('actor.roles'), 'village_cadre')) and not(selected(fact('actor.roles'), 'branch_secretary'))"
CHAIR_SIGNED = "count(@confirm_chair) + count(@confirm_chair_paper)"
ATTESTED = "count(@attest) + count(@attest_paper)"
POST_WORDS = (("law", x("law.say_post_end(${notice_from}, ${notice_from})")),)

TOOK_PART = " and ".join(
    f"get(${{witness}}, 'id') != {one}"
    for one in ("get(${chair}, 'id')", "get(${recorder}, 'id')", "get(${convener}, 'id')", "fact('actor.id')")
)

ATTEST = Form(items=(
    Field("related", "boolean", rules=(Rule("relative", x("not(${related})")),)),
    Field("signed", "own_hand"),
))  # fmt: skip
#: A witness without a phone: who sent the minutes names them and shows the paper they signed.
ATTEST_PAPER = Form(live=("witnesses",), items=(
    Field("witness", "person", options=x("fact('witnesses')"), listed_only=True,
          rules=(Rule("witness_took_part", x(TOOK_PART)),)),
    Field("related", "boolean", rules=(Rule("relative", x("not(${related})")),)),
    Field("paper", "file", max=3),
))  # fmt: skip
#: What is left of the decisions is posted; where nothing is left, the minutes are closed.
CORRECTED = Form(items=(Field("remains", "boolean", relevant=x("${resolutions} > 0")),))
POST = Form(items=(
    Field("notice_from", "date", prefer="past", show=(("law", x("law.say_post_days(today())")),), rules=(
        Rule("posted_before", x("${notice_from} >= ${meeting_on}"), show=(("held", x("${meeting_on}")),)),
        Rule("posted_ahead", x("${notice_from} <= today()")),
    )),
    Field("notice_to", "date", prefer="future", default=x("law.post_end(${notice_from}, ${notice_from})"), show=POST_WORDS,
          rules=(Rule("posted_short", x("${notice_to} >= law.post_end(${notice_from}, ${notice_from})"), show=POST_WORDS),)),
    Field("notice_photo", "file", max=9, required=False),
))  # fmt: skip
FOLLOW = Form(items=(
    Field("done_on", "date", prefer="past", rules=(
        Rule("follow_future", x("${done_on} <= today()")),
        Rule("follow_before", x("${done_on} >= ${meeting_on}"), show=(("held", x("${meeting_on}")),)),
    )),
    Field("percent", "integer", min=0, max=100),
    Field("note", "text", min=2, max=300),
    Field("photo", "file", max=9, required=False),
))  # fmt: skip

WORKFLOW = Workflow(
    "submitted",
    transitions=(
        Transition("confirm_chair", ("submitted",), "", Who(named="chair"), Form(items=(Field("signed", "own_hand"),)),
                   guard=x(f"{CHAIR_SIGNED} = 0")),
        Transition("confirm_chair_paper", ("submitted",), "", Who(filler=True), Form(items=(Field("paper", "file", max=3),)),
                   guard=x(f"{CHAIR_SIGNED} = 0")),
        Transition("attest", ("submitted",), "", WITNESS, ATTEST, guard=x(f"{ATTESTED} = 0 and {NOT_ON_COMMITTEE}"),
                   why=(("attested", x(ATTESTED)),)),
        Transition("attest_paper", ("submitted",), "", Who(filler=True), ATTEST_PAPER, guard=x(f"{ATTESTED} = 0")),
        Transition("withdraw", ("submitted",), "withdrawn", Who(filler=True)),
        Transition("file", ("attested",), "filed", TOWN, Form(items=(Field("text", "text", max=200, required=False),)),
                   effects=(Notify("filler", "minutes-told-filed"),)),
        Transition("return", ("attested",), "returned", TOWN, RETURN_FORM, marks=True,
                   effects=(Notify("filler", "told-returned"),)),
        # at any time until they are carried out (VCL 41); waits for nobody, for filing and looking at a correction do
        Transition("order", ("attested", "complied", "filed", "on_notice", "tracking"), "ordered", TOWN,
                   Form(items=(Field("text", "text", min=2, max=200),)), waits=False,
                   effects=(Notify("filler", "minutes-told-ordered"), Notify("role:branch_secretary@own", "minutes-told-ordered"))),
        Transition("resubmit", ("returned",), "submitted", Who(filler=True), mends="return",
                   effects=(Notify("named:chair", "told-to-sign"), Notify("role:supervisor@own", "minutes-told-attest"))),
        Transition("comply", ("ordered",), "complied", VILLAGE, Form(items=(
            Field("text", "text", min=2, max=500), Field("proof", "file", max=9, required=False),
        )), effects=(Notify("role:town_clerk@town", "told-arrived"),)),
        Transition("accept_correction", ("complied",), x("if(${remains}, 'filed', 'closed')"), TOWN, CORRECTED, effects=(
            Notify("filler", "minutes-told-corrected", when=x("${remains}")),
            Notify("filler", "minutes-told-closed", when=x("not(${remains})")),
        )),
        Transition("post", ("filed",), "on_notice", VILLAGE, POST),
        Transition("end_notice", ("on_notice",), "tracking", VILLAGE, guard=x("today() > last(@@post, ${notice_to})"),
                   why=(("to", x("last(@@post, ${notice_to})")),)),
        Transition("notice_over", ("on_notice",), "tracking", Who(system=True)),
        Transition("follow", ("on_notice", "tracking"), "", VILLAGE, FOLLOW, row="agenda.resolution", commutes=True,
                   waits=False),
        Transition("archive", ("closed",), "archived", Who(("town_clerk", "town_committee"), "town"), waits=False),
        Transition("void", ("submitted", "attested", "returned", "filed", "ordered", "complied", "on_notice", "tracking",
                            "closed", "archived"), "void", Who(("town_committee",), "town", never=NEVER), REASON_FORM,
                   effects=(Notify("filler", "minutes-told-void"),), waits=False),
    ),
    autos=(
        Auto("both_signed", ("submitted",), "attested", x(f"{CHAIR_SIGNED} >= 1 and {ATTESTED} >= 1"),
             (Notify("role:town_clerk@town", "told-arrived"), Notify("filler", "minutes-told-attested"))),
        Auto("nothing_resolved", ("filed",), "closed", x("${resolutions} = 0")),
        Auto("carried_out", ("tracking",), "closed",
             x("all(agenda, all(resolution, last(@@follow, ${percent}, ${row} = ${_}) >= 100))"),
             (Notify("filler", "minutes-told-closed"),)),
    ),
    clocks=(
        Clock("posting", ("on_notice",), x("last(@@post, ${notice_to})"), fires="notice_over", remind=(0,)),
        Clock("resolution", ("on_notice", "tracking"), x("${due}"), row="agenda.resolution", remind=(-7,)),
    ),
    ends=("archived", "withdrawn", "void"),
    next=(("chair", x("${chair}")), ("signed", x(CHAIR_SIGNED)), ("attested", x(ATTESTED))),
    submit=(Notify("named:chair", "told-to-sign"), Notify("role:supervisor@own", "minutes-told-attest")),
)  # fmt: skip

__all__ = ["WORKFLOW"]
