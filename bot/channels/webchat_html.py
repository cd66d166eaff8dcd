"""
Telegram's HTML subset -> plain text and entities, as strictly as Telegram reads it.

The page draws entities as DOM nodes, so foreign text can never become markup there; and what Telegram would
refuse is refused here too, so that a text tried in the built-in chat holds on both channels.

Source: Telegram Bot API, "HTML style" and "MessageEntity" (offsets and lengths count UTF-16 code units).
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

TAGS = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,15})((?:\s+[^<>]{0,2048})?)\s*>")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_LINK = re.compile(r"^(https?://|tel:|mailto:)", re.IGNORECASE)


class BadMarkup(ValueError):
    """A text that Telegram would refuse; the message is in Telegram's own words."""


def utf16(text: str) -> int:
    """Length in UTF-16 code units, the unit of entity offsets."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def read_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """
    The plain text and its entities, ordered by offset, outer ones first.

    Raises:
        BadMarkup: an unknown, unclosed or crossed tag, or a bare ``<``.
    """
    text: list[str] = []
    length = 0
    at = 0
    open_tags: list[tuple[str, int, dict[str, Any]]] = []
    entities: list[dict[str, Any]] = []

    def add(raw: str) -> None:
        nonlocal length
        plain = _ENTITY.sub(lambda match: unescape(match.group()), raw)
        text.append(plain)
        length += utf16(plain)

    while (start := source.find("<", at)) >= 0:
        add(source[at:start])
        match = _TAG.match(source, start)
        if match is None:
            raise BadMarkup(
                f"can't parse entities: Unsupported start tag at byte offset {_bytes(source, start)}"
            )
        closing, name, attributes = match.group(1), match.group(2).lower(), match.group(3)
        at = match.end()
        if name not in TAGS:
            raise BadMarkup(
                f'can\'t parse entities: Unsupported start tag "{name}" '
                f"at byte offset {_bytes(source, start)}"
            )
        if closing:
            if not open_tags or open_tags[-1][0] != name:
                raise BadMarkup(
                    f"can't parse entities: Unexpected end tag at byte offset {_bytes(source, start)}"
                )
            _, began, entity = open_tags.pop()
            if length > began and entity:
                entities.append(entity | {"offset": began, "length": length - began})
        else:
            open_tags.append((name, length, _entity(name, attributes)))
    add(source[at:])
    if open_tags:
        raise BadMarkup(
            f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\""
        )
    return _trimmed("".join(text), entities)


def _entity(name: str, attributes: str) -> dict[str, Any]:
    kind = TAGS[name]
    if kind == "blockquote" and "expandable" in attributes:
        kind = "expandable_blockquote"
    if kind != "text_link":
        return {"type": kind}
    href = _HREF.search(attributes)
    url = unescape(next(filter(None, href.groups()), "")) if href else ""
    return {"type": kind, "url": url} if _LINK.match(url) else {}  # Telegram drops a link it cannot follow


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Cut white space at both ends as Telegram does, and the entities with it."""
    body = text.strip()
    lead = utf16(text[: len(text) - len(text.lstrip())])
    total = utf16(body)
    kept = []
    for entity in entities:
        begin = max(0, entity["offset"] - lead)
        end = min(total, entity["offset"] + entity["length"] - lead)
        if end > begin:
            kept.append(entity | {"offset": begin, "length": end - begin})
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return body, kept


def _bytes(source: str, at: int) -> int:
    return len(source[:at].encode("utf-8", "surrogatepass"))
