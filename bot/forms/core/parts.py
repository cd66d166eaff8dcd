"""
What several record types share: the steps of a review, the reason of a late entry, a photo of signed paper.

The base states of an office record (docs/architecture.md): submitted -> in_review -> returned | accepted -> archived,
with withdrawn and void beside them. A review never writes into the filler's document: marks live in the act.
"""

from __future__ import annotations

from typing import Literal

from bot.forms.core.model import Effect, Field, Form, Node, Notify, Repeat, Rule, Transition, Who, x

#: Nobody has begun to review it, in this round or an earlier one.
UNOPENED = x("count(@@open) + count(@@return) = 0")
REASONS = ("missing", "unclear", "wrong", "proof", "other")

RETURN_FORM = Form(
    words="act-return",
    live=("markable",),
    items=(
        Repeat("marks", min=1, max=20, unique=("place",), label="place", items=(
            Field("place", "select_one", options=x("fact('markable')")),
            Field("reason", "select_one", choices=REASONS, own_words="text"),
            Field("text", "text", max=200, required=x("${reason} = 'other'")),
        )),
    ),
)  # fmt: skip
REASON_FORM = Form(words="act-reason", items=(Field("reason", "text", max=200),))
PAPER_FORM = Form(words="act-paper", items=(Field("paper", "file", max=9),))


def sent_twice(title: str, subject: str, when: str = "true()") -> Rule:
    """
    Asks before a second one with the same *title* about the same *subject* (an expression) goes out within weeks.

    For events, of which there may be any number; needs the live fact ``alike``. Words ``<type>--twice``.
    """
    twin = f"get(fact('alike'), ${{{title}}} + '|' + coalesce({subject}, ''))"
    return Rule(
        "twice", x(f"not({when}) or blank({twin})"), weight="confirm",
        show=(("day", x(f"get({twin}, 'day')")), ("receipt", x(f"get({twin}, 'receipt')"))),
    )  # fmt: skip


def backfill_reason(happened: str, days: int = 7) -> Field:
    """Asked when the event lies more than *days* back: the record is flagged 补录 (docs/records.md: common to all)."""
    return Field("backfill_reason", "text", max=200, relevant=x(f"days(${{{happened}}}, today()) > {days}"))


def evidence(sees: Literal["all", "sensitive"] = "all") -> Field:
    """Photos or papers for who has some: nobody is asked, they are added from the summary (docs/records.md: common to all)."""
    return Field("evidence", "file", max=9, required=False, appearance="aside", sees=sees)


def review(
    *,
    waits: tuple[str, ...] = ("submitted",),
    roles: tuple[str, ...] = ("town_clerk", "town_committee"),
    at: str = "town",
    accepted: str = "accepted",
    never: tuple[str, ...] = ("filler",),
    accept_form: Form | None = None,
    accept_effects: tuple[Effect, ...] = (),
    back_to: str | Node = "submitted",
    mended: tuple[Effect, ...] = (Notify("reviewer", "told-mended"),),
    withdraws: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
) -> tuple[Transition, ...]:
    """
    The review a town makes of a record that waits in *waits*: open, return with marks, accept, mend, withdraw.

    Nobody reviews their own record (*never*). ``resubmit`` opens only what was marked and begins a new round.
    *withdraws*: where the filler may take it back, empty: while it waits; never once a review was opened (docs/records.md: common to all).
    *later*: states between accepted and archived, in which it may be declared void too.
    """
    reviewer = Who(roles, at, never=never)  # type: ignore[arg-type]
    return (
        Transition("open", waits, "in_review", reviewer),
        Transition(
            "return", (*waits, "in_review"), "returned", reviewer, RETURN_FORM, marks=True,
            effects=(Notify("filler", "told-returned"),),
        ),
        Transition(
            "accept", (*waits, "in_review"), accepted, reviewer, accept_form or Form(),
            effects=(Notify("filler", "told-accepted"), *accept_effects),
        ),
        Transition(
            "resubmit", ("returned",), back_to, Who(filler=True), mends="return",
            effects=mended,
        ),
        Transition("withdraw", withdraws or waits, "withdrawn", Who(filler=True), guard=UNOPENED),
        Transition("void", (accepted, "in_review", "returned", *later, "archived"), "void",
                   Who(("town_committee",), "town", never=never), REASON_FORM, waits=False),
    )  # fmt: skip
