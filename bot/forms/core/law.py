"""
The one place where law becomes numbers: quorum, majority, forum, notice and posting, each with its article.

Every function takes the ISO day the law is asked about (*on*): VCL as amended on 2025-10-28 from
2026-01-01, the 2018 text with its own article numbers before; RCEO from 2025-05-01 (law_text.py names the
texts). Where the texts leave a choice, :class:`Readings` holds it. Nothing here raises on odd figures; an
unknown mode or category is a form's mistake and raises :class:`UnknownTerm`. docs/law.md is the longer
account.

The parts: law_text.py (what the texts say, as data), law_ruling.py (Ruling, Readings, counting words),
law_votes.py (quorum and majority), law_forum.py (forum, review, calling, notice, posting), law_members.py
(periods in a member's life). This module is their one door and the expression language's table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from bot.forms.core import law_members
from bot.forms.core.law_forum import (
    body_size,
    body_warnings,
    caller,
    forum,
    is_forum,
    may_call,
    needs_party_review,
    notice,
    notice_days,
    notice_gap,
    post_days,
    post_end,
    women_among,
)
from bot.forms.core.law_ruling import (
    DEFAULT,
    Readings,
    Ruling,
    UnknownTerm,
    at_least,
    chosen,
    more_than_half,
)
from bot.forms.core.law_text import (
    ASSEMBLY_ADULTS,
    ASSEMBLY_HOUSEHOLDS,
    BRANCH_COMMITTEE,
    BRANCH_MEETING,
    CATEGORIES,
    COLLECTIVE,
    COLLECTIVE_CATEGORIES,
    COLLECTIVE_DELEGATES,
    GROUP_ADULTS,
    GROUP_HOUSEHOLDS,
    MEETING_CATEGORIES,
    MEETINGS,
    MODES,
    NEWEST,
    PARTY_CATEGORIES,
    REPRESENTATIVES,
    TALK,
    VILLAGE_CATEGORIES,
    article_id,
)
from bot.forms.core.law_votes import attendance, pass_number, pass_votes, passed, quorum, quorum_number

__all__ = [
    "ASSEMBLY_ADULTS", "ASSEMBLY_HOUSEHOLDS", "BRANCH_COMMITTEE", "BRANCH_MEETING", "CATEGORIES",
    "COLLECTIVE", "COLLECTIVE_CATEGORIES", "COLLECTIVE_DELEGATES", "DEFAULT", "FUNCTIONS", "GROUP_ADULTS",
    "GROUP_HOUSEHOLDS", "MEETINGS", "MEETING_CATEGORIES", "MODES", "NEWEST", "PARTY_CATEGORIES",
    "REPRESENTATIVES", "TALK", "VILLAGE_CATEGORIES", "Readings", "Ruling", "UnknownTerm", "article_id",
    "at_least", "attendance", "body_size", "body_warnings", "caller", "chosen", "forum", "functions", "may_call",
    "more_than_half", "needs_party_review", "notice", "notice_days", "notice_gap", "pass_votes",
    "passed", "post_days", "post_end", "quorum", "table", "women_among",
]  # fmt: skip


def functions(readings: Readings = DEFAULT) -> dict[str, Callable[..., Any]]:
    """
    The table entries of the expression language, under *readings*: plain values, None in gives None out.

    Days may be left out (the law in force now) and may be date-times. Later arguments of the rulings follow
    the day.
    """

    def blank_safe(run: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *args: None if None in args else run(*args)

    def vote(
        mode: str,
        voting: int,
        should: int,
        on: str = NEWEST,
        category: str | None = None,
        opening: int | None = None,
    ) -> int | None:
        return pass_number(mode, voting, should, on, category, opening, readings)

    def carried(
        mode: str,
        yes: int,
        voting: int,
        should: int,
        present: int,
        on: str = NEWEST,
        category: str | None = None,
    ) -> Any:
        return passed(mode, yes, voting, should, present, on, category, readings).value

    def disputed(
        mode: str,
        yes: int,
        voting: int,
        should: int,
        present: int,
        on: str = NEWEST,
        category: str | None = None,
    ) -> bool:
        return passed(mode, yes, voting, should, present, on, category, readings).disputed

    def delegated(category: str, mode: str, on: str = NEWEST) -> bool:
        return forum(category, mode, on).key == "law-forum-delegated"

    table: dict[str, Callable[..., Any]] = {
        "law.quorum": lambda mode, should, on=NEWEST: quorum_number(mode, should),
        "law.attendance": lambda mode, should, present, on=NEWEST: (
            attendance(mode, should, present, on, readings).value
        ),
        "law.pass": vote,
        "law.passed": carried,
        "law.disputed": disputed,
        "law.forum": lambda category, mode, on=NEWEST: is_forum(category, mode, on),
        "law.delegated": delegated,
        "law.needs_review": lambda category, mode, on=NEWEST: (
            needs_party_review(category, mode, on, readings).value
        ),
        "law.caller": lambda mode, on=NEWEST: caller(mode, on).value,
        "law.may_call": lambda mode, asked, total, on=NEWEST, by="villagers": (
            may_call(mode, asked, total, on, by).value
        ),
        "law.notice_days": lambda mode, on=NEWEST: notice_days(mode, on, readings).value,
        "law.notice_gap": lambda notified, held: notice_gap(notified, held, readings),
        "law.post_days": lambda on=NEWEST, kind="village": post_days(on, kind, readings).value,
        "law.post_end": lambda start, on=NEWEST, kind="village": post_end(start, on, kind, readings).value,
        "law.body_ok": lambda *body: not _make_up(readings, *body),
        **law_members.FUNCTIONS,
        **_sentences(readings),
    }
    # pure functions of a few words and numbers, asked again at every step of a form: remembered
    return {name: lru_cache(maxsize=4096)(blank_safe(run)) for name, run in table.items()}


def said(found: Ruling) -> dict[str, Any]:
    """A ruling as an argument of words: ``{"say": key of law.ftl, "args": its arguments}`` (bot/answers.py words it)."""
    return {"say": found.key, "args": found.details}


def _make_up(
    readings: Readings, mode: str, seats: int, committee: int, on: str = NEWEST, women: int = -1
) -> tuple[Ruling, ...]:
    """Warnings of a body; *women*: -1 where nobody noted how many."""
    return body_warnings(mode, seats, committee, None if women < 0 else women, on, readings)


def _said_together(found: tuple[Ruling, ...]) -> dict[str, Any] | None:
    """Both things that may be amiss with a body, in one sentence after the other; None where nothing is."""
    if len(found) < 2:
        return said(found[0]) if found else None
    return {"say": "law-both", "args": {"first": said(found[0]), "second": said(found[1])}}


def _sentences(readings: Readings) -> dict[str, Callable[..., Any]]:
    """The same rulings in words, for notes: ``law.say_attendance(mode, should, present, on)`` and its kin."""
    return {
        "law.say_quorum": lambda mode, should, on=NEWEST: said(quorum(mode, should, on, readings)),
        "law.say_attendance": lambda mode, should, present, on=NEWEST: said(
            attendance(mode, should, present, on, readings)
        ),
        "law.say_pass": lambda mode, voting, should, on=NEWEST, category=None, opening=None: said(
            pass_votes(mode, voting, should, on, category, opening, readings)
        ),
        "law.say_passed": lambda mode, yes, voting, should, present, on=NEWEST, category=None: said(
            passed(mode, yes, voting, should, present, on, category, readings)
        ),
        "law.say_forum": lambda category, mode, on=NEWEST: said(forum(category, mode, on)),
        "law.say_review": lambda category, mode, on=NEWEST: said(
            needs_party_review(category, mode, on, readings)
        ),
        "law.say_caller": lambda mode, on=NEWEST: said(caller(mode, on)),
        "law.say_may_call": lambda mode, asked, total, on=NEWEST, by="villagers": said(
            may_call(mode, asked, total, on, by)
        ),
        "law.say_notice_days": lambda mode, on=NEWEST: said(notice_days(mode, on, readings)),
        "law.say_notice": lambda mode, notified, held: said(notice(mode, notified, held, readings)),
        "law.say_body": lambda *body: _said_together(_make_up(readings, *body)),
        "law.say_post_days": lambda on=NEWEST, kind="village": said(post_days(on, kind, readings)),
        "law.say_post_end": lambda start, on=NEWEST, kind="village": said(
            post_end(start, on, kind, readings)
        ),
    }


FUNCTIONS: dict[str, Callable[..., Any]] = functions()
"""Under the default readings."""


def table(kept: Mapping[str, bool | int | str] | None) -> dict[str, Callable[..., Any]]:
    """The functions under the readings that :func:`chosen` told apart from the defaults; made once for each choice."""
    return _table(tuple(sorted(kept.items()))) if kept else FUNCTIONS


@lru_cache(maxsize=32)
def _table(kept: tuple[tuple[str, Any], ...]) -> dict[str, Callable[..., Any]]:
    return functions(Readings(**dict(kept)))
