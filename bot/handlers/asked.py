"""
What the next typed words are for where no form is open: a purpose of an export, a village, a name. Kept in the chat's memo.

Pages that take typed words as well as taps say so here when they are shown; whatever else is begun ends it.
"""

from __future__ import annotations

from typing import Any

from bot.handlers.talk import Talk

MEMO = "asked"
AREAS = ("x", "l", "lv", "n")  # of buttons whose pages say it anew themselves


async def so_far(talk: Talk) -> dict[str, Any]:
    """``{"what": …, and what was chosen so far}``, empty where nothing is asked."""
    chat = await talk.unit.people.chat(talk.channel, str(talk.chat))
    return dict(chat.memo.get(MEMO) or {}) if chat is not None else {}


def remember(talk: Talk, what: str, **chosen: Any) -> None:
    """The next words are for *what*."""
    talk.unit.people.set_memo(talk.channel, str(talk.chat), {MEMO: {"what": what, **chosen}})


async def leave(talk: Talk) -> None:
    """Something else is begun: words typed from now on are for none of these."""
    if await so_far(talk):
        talk.unit.people.set_memo(talk.channel, str(talk.chat), {})
