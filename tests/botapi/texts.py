"""Message texts and captions as Telegram stores them: cleaned, trimmed, measured, refused."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tests.botapi.base import Json, fail, utf16_length
from tests.botapi.telegram_html import HtmlError, parse

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
BYTES_LIMIT = 1 << 15

# tdlib/td, misc.cpp, clean_input_string: control characters become spaces, these vanish
_GONE = "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a"
_CLEAN = {code: " " for code in range(32) if chr(code) not in "\n\r"} | {ord(one): None for one in _GONE}
_DIRTY = re.compile(f"[\x00-\x09\x0b-\x1f{_GONE}]")
_EMPTY = re.compile(
    "[ \n\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc\U000e0000-\U000e0fff]*"
)
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")
_LINK = re.compile(r"https?://[^\s<>]+")
_MENTION = re.compile(r"(?<!\w)@[A-Za-z]\w{3,31}")
_MARKED = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number")
_STYLED = ("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link")
_ENTITY_TYPES = {*_MARKED, *_STYLED, "blockquote", "expandable_blockquote", "text_mention", "custom_emoji"}


@dataclass(slots=True)
class Formatted:
    """A text as people see it, its entities, and what was wrong with the HTML though Telegram took it."""

    text: str
    entities: list[Json] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def message_text(text: str, parse_mode: str, entities: Any) -> Formatted:
    """The text of sendMessage or editMessageText; raises ApiError in Telegram's words."""
    if not text:
        raise fail("Message text is empty")
    formatted = _formatted(text, parse_mode, entities)
    if _EMPTY.fullmatch(formatted.text):
        raise fail("Text must be non-empty")
    if utf16_length(formatted.text) > TEXT_LIMIT:
        raise fail("Message is too long")
    return formatted


def caption(text: str, parse_mode: str, entities: Any) -> Formatted:
    """The caption of a photo or document; may be empty."""
    if not text:
        return Formatted("")
    formatted = _formatted(text, parse_mode, entities)
    if utf16_length(formatted.text) > CAPTION_LIMIT:
        raise fail("Message caption is too long")
    return formatted


def clean(text: str) -> str:
    """*text* without what Telegram never shows; raises ApiError for text that is not Unicode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise fail("Strings must be encoded in UTF-8") from None
    return text.translate(_CLEAN) if _DIRTY.search(text) else text


def found_entities(text: str) -> list[Json]:
    """Commands, links and mentions Telegram marks by itself in what people write."""
    if "/" not in text and "@" not in text:
        return []
    found: list[Json] = []
    taken = [match.span() for match in _LINK.finditer(text)]
    for kind, pattern in (("url", _LINK), ("bot_command", _COMMAND), ("mention", _MENTION)):
        for match in pattern.finditer(text):
            begin, end = match.span()
            if kind != "url" and any(first <= begin < last for first, last in taken):
                continue
            taken.append((begin, end))
            found.append(
                {"offset": utf16_length(text[:begin]), "length": utf16_length(match.group()), "type": kind}
            )
    return sorted(found, key=lambda entity: int(entity["offset"]))


def _formatted(text: str, parse_mode: str, entities: Any) -> Formatted:
    mode = parse_mode.lower()
    if mode == "html":
        return _from_html(text)
    _measure(text)
    if mode not in ("", "none"):
        # Lianxin writes HTML only; Markdown would need a parser of its own here
        raise fail("Unsupported parse_mode")
    return _trimmed(text, _given(entities), [])


@lru_cache(maxsize=1024)
def _from_html(text: str) -> Formatted:
    """A bot repeats itself; who gets the result must not change it."""
    _measure(text)
    try:
        parsed = parse(text)
    except HtmlError as error:
        raise fail(f"Can't parse entities: {error}") from None
    return _trimmed(parsed.text, parsed.entities, parsed.faults)


def _measure(text: str) -> None:
    clean(text)
    if len(text.encode()) > BYTES_LIMIT:
        raise fail("Text is too long")


def _trimmed(text: str, entities: list[Json], faults: list[str]) -> Formatted:
    if not entities:
        text = clean(text).rstrip(" \n")
        return Formatted(text.lstrip(" \n"), [], faults)
    units = utf16_length(text)
    for entity in entities:
        if entity["offset"] >= units:
            raise fail(f"Entity begins after the end of the text at UTF-16 offset {entity['offset']}")
        if entity["offset"] + entity["length"] > units:
            raise fail(
                f"Entity beginning at UTF-16 offset {entity['offset']} ends after the end of the text "
                f"at UTF-16 offset {entity['offset'] + entity['length']}"
            )
    if _DIRTY.search(text):
        text, entities = _cleaned(text, entities)
    text = text.rstrip(" \n")
    end = utf16_length(text)
    first = min((entity["offset"] for entity in entities), default=end)
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    kept = []
    for entity in entities:
        length = min(entity["length"], end - entity["offset"])
        if length > 0:
            kept.append(entity | {"offset": entity["offset"] - lead, "length": length})
    return Formatted(text[lead:], kept, faults)


def _cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The cleaned text with entities moved to where their characters are now."""
    moved: list[int] = []  # new offset for every old UTF-16 unit, and for the end
    now = 0
    for character in text:
        width = 2 if character > "\uffff" else 1
        moved.extend([now] * width)
        now += 0 if _CLEAN.get(ord(character), "") is None else width
    moved.append(now)
    shifted = []
    for entity in entities:
        begin, end = moved[entity["offset"]], moved[entity["offset"] + entity["length"]]
        if end > begin:
            shifted.append(entity | {"offset": begin, "length": end - begin})
    return clean(text), shifted


def _given(entities: Any) -> list[Json]:
    """The parameter ``entities`` or ``caption_entities``, JSON or already read."""
    if not entities:
        return []
    if isinstance(entities, str):
        try:
            entities = json.loads(entities)
        except ValueError:
            return []  # Telegram ignores what it cannot read here
    if not isinstance(entities, list):
        return []
    given = []
    for entity in entities:
        if not isinstance(entity, dict):
            raise fail("Can't parse MessageEntity: expected an Object")
        for name in ("offset", "length"):
            if not isinstance(entity.get(name), int):
                raise fail(f"Can't parse MessageEntity: Can't find field \"{name}\"")
            if not 0 <= entity[name] <= 1_000_000:
                raise fail(f"Receive an entity with incorrect {name} {entity[name]}")
        if entity.get("type") in _ENTITY_TYPES and entity["length"] > 0:
            given.append(entity)
    return sorted(given, key=lambda entity: (entity["offset"], -entity["length"]))
