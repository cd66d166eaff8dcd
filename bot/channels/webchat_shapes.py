"""Lines and files of the built-in chat in the shapes of the Bot API, and in those the page gets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from bot.channels.webchat_files import Kept
from bot.kept import ChatLine

SHOWN: Final = (
    "date", "edit_date", "text", "entities", "caption", "caption_entities", "photo", "document", "location",
    "media_group_id", "reply_markup",
)  # fmt: skip


def message_of(line: ChatLine) -> dict[str, Any]:
    """A line as the Bot API's Message."""
    assert line.doc is not None
    return {**line.doc["message"], "message_id": line.id}


def put_event(line: ChatLine) -> dict[str, Any]:
    """What pages are told about a line: as it is now, or that it is gone."""
    if line.doc is None:
        return {"t": "gone", "seq": line.seq, "id": line.id}
    return {"t": "put", "seq": line.seq, "id": line.id, "line": shown(line.doc)}


def shown(doc: Mapping[str, Any]) -> dict[str, Any]:
    """What a page needs of a line; nothing else leaves."""
    message = doc["message"]
    out = {name: message[name] for name in SHOWN if name in message}
    return out | {name: doc[name] for name in ("own", "panel", "key") if name in doc}


def document_of(kept: Kept) -> dict[str, Any]:
    """A file as the Bot API's Document."""
    return {
        "file_id": kept.file_id, "file_unique_id": kept.digest[:16], "file_name": kept.name,
        "mime_type": kept.mime, "file_size": kept.size,
    }  # fmt: skip


def sizes_of(kept: Kept) -> list[dict[str, Any]]:
    """A photo as the Bot API's list of PhotoSize, smallest first."""
    unique = kept.digest[:16]
    small = {
        "file_id": f"{kept.file_id}.small", "file_unique_id": f"{unique}s", "width": kept.thumb_width,
        "height": kept.thumb_height,
    }  # fmt: skip
    whole = {
        "file_id": kept.file_id, "file_unique_id": unique, "width": kept.width, "height": kept.height,
        "file_size": kept.size,
    }  # fmt: skip
    return [small, whole]


def to_json(value: Any) -> str:
    """JSON for the wire, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
