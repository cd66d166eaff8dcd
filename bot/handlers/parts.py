"""Texts longer than a message, in parts: cut between lines, inside one only where it alone is too long."""

from __future__ import annotations

import re
from collections.abc import Iterable

TEXT_LIMIT = 4000  # under Telegram's 4,096, with room for what a channel adds
_TAG = re.compile("<[^>]*>")
_TOKEN = re.compile("&[a-z]+;|.")


def part_of(text: str, page: int) -> tuple[str, int, int]:
    """The part *page* (from 0) of a text that may be longer than a message, with its number and how many there are."""
    if _units(text) <= TEXT_LIMIT:
        return text, 0, 1
    parts: list[list[str]] = [[]]
    size = 0
    for line in text.split("\n"):
        for piece in _pieces(line):
            if parts[-1] and size + _units(piece) + 1 > TEXT_LIMIT:
                parts.append([])
                size = 0
            parts[-1].append(piece)
            size += _units(piece) + 1
    page = min(max(page, 0), len(parts) - 1)
    return "\n".join(parts[page]), page, len(parts)


def _units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def _pieces(line: str) -> Iterable[str]:
    """A line of HTML in pieces that fit a message; one that must be cut loses its tags, never half an entity."""
    if _units(line) <= TEXT_LIMIT:
        yield line
        return
    piece, size = "", 0
    for found in _TOKEN.finditer(_TAG.sub("", line)):
        size += _units(found[0])
        if size > TEXT_LIMIT - 1:
            yield piece
            piece, size = "", _units(found[0])
        piece += found[0]
    yield piece
