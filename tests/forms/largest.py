"""
The largest conversation there is: minutes of a merged village, 2,500 households, ten items, all voted on.

Made by a script, so that the test and the benchmark (``bench/``) play the very same one: :func:`largest` plays it,
``talk.steps`` holds what ``advance()`` was given at each step. Names and figures are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.forms.core import law
from tests.forms.play import Talk

HOUSEHOLDS = 2_500
ITEMS = 10
GROUP = 50  # households in a villagers' group
CATEGORIES = ("funds_labour", "public_works", "planning", "aid_persons", "collective_income")


def household(number: int) -> list[Any]:
    """Row *number* (from 1) of the roster: [id, no, representative, group, point, head, adults]."""
    group, place = (number - 1) // GROUP + 1, (number - 1) % GROUP + 1
    point = "东片议事点" if group % 2 else "西片议事点"
    return [
        f"h{number}",
        f"{group}-{place:03d}",
        f"户代表{number}",
        f"第{group}村民小组",
        point,
        f"户主{number}",
        2 + number % 3,
    ]


def village(households: int = 312, *, members: int = 100) -> dict[str, Any]:
    """
    Supplies of an invented village: need source -> value. ``members``: how many each body has.
    """
    rows = [household(n) for n in range(1, households + 1)]
    body = [[f"m{n}", str(n), f"成员{n}", f"第{n % 9 + 1}村民小组"] for n in range(1, members + 1)]

    def roster(args: Mapping[str, Any]) -> dict[str, Any]:
        unit = law.MEETINGS[args["mode"]].unit
        if unit not in ("households", "adults"):
            return {"should": len(body), "rows": body}
        found = [row for row in rows if not args.get("group") or args["group"] in (row[3], row[4])]
        return {"should": sum(row[6] for row in found) if unit == "adults" else len(found), "rows": found}

    groups = [{"value": name, "label": name} for name in dict.fromkeys(row[3] for row in rows)]
    points = [{"value": name, "label": name} for name in ("东片议事点", "西片议事点")]
    numbers = {"households": households, "adults": sum(row[6] for row in rows), "representatives": 40}
    return {"roster": roster, "village": {**numbers, "groups": groups, "parts": groups + points}}


def opening(
    talk: Talk, kind: str = "household_assembly", *before: Any, request: tuple[Any, ...] = ("nobody",)
) -> Talk:
    """Kind, persons and notice, up to the first session. ``before``: answers between the kind and the caller."""
    caller = "group_head" if kind == "group" else "committee"
    talk.tap(kind, *before, caller, *request, "p3", "p2")
    if talk.asked == "convener":  # of a group or a point: elsewhere it is who led the meeting
        talk.tap("p3")
    talk.tap("2026-11-08").do("tick", {"value": "door", "on": True}, talk.screen.at)
    talk.do("tick", {"value": "poster", "on": True}, talk.screen.at)
    return talk.close()


def session(
    talk: Talk,
    rows: range | list[int],
    mark: str = "i",
    *,
    at: str = "2026-11-20T19:00",
    ended: str = "21:00",
) -> Talk:
    """One session with its sign-in, up to the list of sessions."""
    talk.tap(at, ended).say("文化礼堂")
    talk.tick(rows, mark).close()
    return talk.photo()


def item(
    talk: Talk, title: str, category: str, votes: tuple[int, ...], *, more: tuple[Any, ...] = ()
) -> Talk:
    """
    One item up to its result: ``votes`` = left early, yes, no, abstained, and spoilt where some are left; ``more``: answers
    after the category.
    """
    talk.say(title).tap(category, *more, False)
    talk.say("每户筹资200元，硬化村道1.2公里。", "王某某问工期，陈某某答复六月底前完工。")
    return talk.tap("hands", *votes) if votes else talk


def resolution(talk: Talk, text: str = "同意每户筹资200元，硬化村道1.2公里。") -> Talk:
    """One resolution, and no more of them."""
    return talk.say(text).tap("p4", "2027-03-31").close()


def ending(talk: Talk, *, reviewed: bool = True) -> Talk:
    """From the closed agenda to the summary."""
    if reviewed:
        talk.tap(True, "2026-11-05")
    return talk.tap("aloud")


def largest(households: int = HOUSEHOLDS, items: int = ITEMS, sessions: int = 1) -> Talk:
    """Play it to the end: every household signs in, in *sessions* parts; all items pass but the last two."""
    talk = opening(Talk("minutes", supplies=village(households)))
    part = -(-households // sessions)
    for n in range(sessions):
        if n:
            talk.add()
        session(
            talk,
            range(n * part, min((n + 1) * part, households)),
            at=f"2026-11-20T{8 + 2 * n:02d}:00",
            ended=f"{9 + 2 * n:02d}:30",
        )
    talk.close().close()
    for n in range(items):
        if n:
            talk.add()
        failed = n >= items - 2
        item(talk, f"第{n + 1}项：村道硬化筹资", CATEGORIES[n % len(CATEGORIES)], ())
        talk.tap("hands")
        for k in range(sessions):
            there = min((k + 1) * part, households) - k * part
            yes = there // 3 if failed else there * 3 // 4
            talk.tap(*((True,) if sessions > 1 else ()), 0, yes, there - yes - 10, 10)
        if not failed:
            talk.say(f"第{n + 1}项决议：同意每户筹资200元。").tap("p4", "2027-03-31")
            talk.add().say(f"第{n + 1}项决议：成立筹资小组。").tap("p1", "2026-12-31").close()
    return ending(talk.close()).send()
