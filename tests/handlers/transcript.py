"""
Whole conversations in words, as the people in them see them: ``tests/golden/chat/<form>.txt``.

The golden conversations of the machine (tests/forms/play.py) say what is asked; these say how it reads. ``make golden``
rewrites them, people read the diff. The clock must stand still, so that dates and receipts come out the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.handlers.chat import House
from tests.handlers.hostile import Watched, plain

GOLDEN = Path(__file__).parent.parent / "golden" / "chat"
INDENT = "    "


@dataclass
class Transcript:
    """What is said in all chats of one story, in order; a heading says whose chat it is."""

    lines: list[str] = field(default_factory=list)
    heard: str = ""

    async def chat(self, house: House, person: str, user: int, who: str) -> Recorded:
        """A chat bound to *person* that is written down under the heading *who*."""
        unit = house.store.unit()
        unit.people.bind_chat("web", str(user), person)
        await house.store.commit(unit)
        return Recorded(house, user, script=self, who=who)

    def write(self, who: str, speaker: str, text: str, rows: list[list[str]] | None = None) -> None:
        """One message with its buttons under it."""
        if who != self.heard:
            self.lines += ["", f"== {who} ==", ""] if self.lines else [f"== {who} ==", ""]
            self.heard = who
        first, *rest = text.splitlines() or [""]
        self.lines.append(f"{speaker}：{first}")
        self.lines += [f"{INDENT}{line}".rstrip() for line in rest]
        self.lines += [INDENT + " ".join(f"[{label}]" for label in row) for row in rows or []]

    def check(self, name: str, rewrite: bool) -> None:
        """Compare with ``tests/golden/chat/<name>.txt``, or write it."""
        path = GOLDEN / f"{name}.txt"
        text = "\n".join(self.lines) + "\n"
        if rewrite:
            GOLDEN.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden transcript {path.name}: make golden, then read it"
        assert text.splitlines() == path.read_text(encoding="utf-8").splitlines(), (
            f"{path.name}: make golden, then read the diff"
        )


@dataclass
class Recorded(Watched):
    """A chat whose two sides are written down; a tap reads as the words of its button."""

    script: Transcript = field(default_factory=Transcript)
    who: str = ""

    async def send(self, update: dict[str, Any], key: str = "") -> list[dict[str, Any]]:
        """Write down what the person did, feed it, write down what they see."""
        self.script.write(self.who, "我", self._did(update))
        calls = await super().send(update, key)
        assert self.faults == [], self.faults
        for call in calls:
            match call["method"]:
                case "sendMessage":
                    self.script.write(self.who, "连心", plain(call["text"]), _rows(call))
                case "editMessageText":
                    self.script.write(self.who, "连心（改写上一条）", plain(call["text"]), _rows(call))
                case "answerCallbackQuery" if call.get("text"):
                    self.script.write(self.who, "连心（提示）", call["text"])
        return calls

    def _did(self, update: Mapping[str, Any]) -> str:
        if (query := update.get("callback_query")) is not None:
            shown = self.bubbles[query["message"]["message_id"]]
            return f"[{next(label for label, data in shown.buttons if data == query['data'])}]"
        message = update["message"]
        document = message.get("document")
        return f"（文件 {document['file_name']}）" if document else str(message["text"])


def _rows(call: Mapping[str, Any]) -> list[list[str]]:
    keyboard = call.get("reply_markup", {}).get("inline_keyboard", [])
    return [[one["text"] for one in row] for row in keyboard]


__all__ = ["Recorded", "Transcript"]
