"""
The question's own words round an answer: 赞成201票 under 赞成多少票？, 8号发的通知 under 哪天发的会议通知？.

They are left aside where a reader has found its value and nothing else is left over. A word that turns a sense (没, 不)
counts: where the question has one the answer must have it too, and the other way round. A question that names two
things (赞成和反对…) lends no words, since either could be meant.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.forms.core.plain import plain
from bot.forms.core.vocabulary import NEGATIONS

_BOTH = re.compile("[和与或及、]")
_PARTICLES = frozenset("的了是有,:.、 ")
_LATIN = re.compile("[a-z]+")
_NOT = frozenset({"not", "no", "none", "without", "never"})
_SHORTEST = 3  # letters of an English word that is left aside


@lru_cache(maxsize=512)
def _runs(own: str) -> frozenset[str]:
    """English words of a question, alone and joined with those that follow, as plain() leaves them."""
    found = [_LATIN.findall(line.lower()) for line in own.splitlines()]
    return frozenset(
        run
        for said in found
        for start in range(len(said))
        for end in range(start + 1, len(said) + 1)
        if len(run := "".join(said[start:end])) >= _SHORTEST and not _NOT & set(said)
    )


@lru_cache(maxsize=512)
def _chinese(own: str) -> tuple[str, frozenset[str]]:
    said = plain(own)
    return said, frozenset(said) & frozenset(NEGATIONS)


def is_own(rest: str, own: str) -> bool:
    """Whether *rest* (plain text) is nothing but words of the question *own*."""
    if not own or not rest or len(rest) > 20:
        return False
    if rest.isascii():
        return rest in _runs(own)
    said, turned = _chinese(own)
    if _BOTH.search(said) or frozenset(rest) & frozenset(NEGATIONS) != turned:
        return False
    at = 0
    while at < len(rest):
        size = next((size for size in range(len(rest) - at, 0, -1) if rest[at : at + size] in said), 0)
        if not size and rest[at] not in _PARTICLES:
            return False
        at += size or 1
    return True


__all__ = ["is_own"]
