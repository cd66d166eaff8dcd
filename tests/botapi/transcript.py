"""A chat as text, for golden files and failing tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tests.botapi.sending import summary
from tests.botapi.world import Chat, Event

Edits = Literal["in place", "in order"]

_MARKS = {"said": ">", "reworded": ">~", "sent": "<", "edited": "~", "toast": "!", "alert": "!!"}


def transcript(chat: Chat, edits: Edits = "in place") -> str:
    """
    One chat, oldest first.

    ``>`` a person wrote, ``> [..]`` a person tapped, ``<`` the bot wrote, ``!`` a toast, ``!!`` an alert;
    under a message its buttons. "in order" adds ``~`` the bot changed a message, ``>~`` a person did,
    ``x`` one was deleted.
    "in place" is the screen now: every message in its last version, deleted ones gone.
    """
    lines: list[str] = []
    for event in chat.story:
        lines.extend(_event(chat, event, edits == "in place"))
    return "\n".join(lines) + "\n"


def _event(chat: Chat, event: Event, in_place: bool) -> Iterator[str]:
    if event.kind == "tapped":
        yield f"> [{event.text}]"
    elif event.kind == "deleted":
        if not in_place:
            yield f"x message {event.message_id}"
    elif event.kind in ("toast", "alert"):
        yield from _block(_MARKS[event.kind], event.text, [])
    elif not in_place:
        yield from _block(_MARKS[event.kind], event.text, event.buttons)
    elif event.kind in ("sent", "said"):
        post = chat.posts.get(event.message_id)
        if post is not None and not post.deleted:
            yield from _block(_MARKS[event.kind], summary(post.json), post.buttons)


def _block(mark: str, text: str, buttons: list[list[str]]) -> Iterator[str]:
    first, *rest = text.split("\n")
    yield f"{mark} {first}".rstrip()
    for line in rest:
        yield f"  {line}".rstrip()
    for row in buttons:
        yield "  " + " ".join(f"[{label}]" for label in row)
