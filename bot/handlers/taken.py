"""What a tap chose, in a few words above the next question: the button it stood on is gone."""

from __future__ import annotations

from dataclasses import replace

from bot.forms.core import fields
from bot.forms.core.draft import Draft, Event, Facts, Note, Path
from bot.forms.core.plan import Plan
from bot.forms.core.sheet import MENU
from bot.forms.core.work import Work
from bot.handlers.talk import Talk
from bot.usecases.desk import Result

LONGEST = 20  # characters of what was chosen: the line is not to break
TAPS = ("answer", "close", "choose", "confirm")
UNSAID = ("file", "own_hand", "roster", "repeat")  # what these hold is said where it is given


def with_trace(talk: Talk, plan: Plan, facts: Facts, event: Event, result: Result) -> Result:
    """*result* with 已保存：没换 above its question, where *event* took an answer and another question follows."""
    screen = result.turn.screen
    silent = screen.problem is not None or screen.kind in ("summary", "ended") or screen.at == event.at
    if (
        silent
        or event.kind not in TAPS
        or not event.at
        or not result.turn.changed
        or result.record is not None
    ):
        return result
    if any(
        note.key.startswith("echo") for note in screen.notes
    ):  # typed before a rule asked: said with how it was read
        return result
    words = _chosen(talk, plan, result.turn.draft, facts, event.at, event)
    if not words:
        return result
    cut = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    told = replace(screen, notes=(Note("saved-as", {"value": cut}), *screen.notes))
    return replace(result, turn=replace(result.turn, screen=told))


def _chosen(talk: Talk, plan: Plan, draft: Draft, facts: Facts, at: Path, event: Event) -> str:
    """The answer at *at* in words, "" where there is none to tell."""
    work = Work(plan, draft, facts)
    if len(at) % 2 == 0 or MENU in at or not work.exists(at):
        return ""
    entry, scope = work.locate(at)
    value = work.value(at) if entry.is_field and entry.kind not in UNSAID else None
    choice = entry.kind in ("select_one", "boolean")
    if value is None or (choice and event.kind == "answer" and value != event.value):
        return ""  # a choice that answers nothing and leads elsewhere
    answers = talk.services.answers
    if entry.kind == "select_one":
        for option in fields.options(entry, scope):
            if option.value == value:
                return answers.option(option, entry.words, talk.lang)
    return answers.value(entry.kind, value, entry.words, talk.lang)
