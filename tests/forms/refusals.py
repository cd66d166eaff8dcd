"""Refused and recovered from: what the tables of refusals of the forms have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.forms.core.types import CompiledType
from tests.forms.play import Talk
from tests.forms.test_minutes_refusals import every_rule

Step = Callable[[Talk], Any]
#: how to get there, what is refused, what the words are given, what is taken instead
Refusal = tuple[Callable[[], Talk], Step, dict[str, Any], Step]


def check_refusal(key: str, refusal: Refusal) -> None:
    """Nothing is kept of a refused answer, its words (*key*) get their arguments, and the next answer is taken."""
    there, wrong, args, right = refusal
    talk = there()
    before, asked = talk.draft.dumps(), talk.asked
    wrong(talk)
    assert talk.refused == key
    assert talk.screen.problem is not None
    assert dict(talk.screen.problem.args) == args
    assert (talk.draft.dumps(), talk.asked) == (before, asked)
    right(talk)
    assert (talk.refused, talk.draft.dumps() == before) == ("", False)


def rules_of(kind: CompiledType, weight: str) -> set[str]:
    """Keys of the rules of *weight* of a type: those of its form and of the forms of its acts."""
    plans = [kind.plan, *(step.plan for step in kind.transitions.values())]
    return {key for plan in plans if plan is not None for key in every_rule(plan.root, weight)}


__all__ = ["Refusal", "Step", "check_refusal", "rules_of"]
