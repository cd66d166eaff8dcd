"""Messages of the outbox in words: what somebody must be told, with the buttons that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from bot.answers import Answers
from bot.handlers.render import Rows, button
from bot.kept import Message
from bot.people import Person

Render = Callable[[Message, Person, str, str], list[dict[str, Any]]]


def notices(answers: Answers) -> Render:
    """The renderer the outbox is given."""

    def render(message: Message, person: Person, channel: str, chat: str) -> list[dict[str, Any]]:
        lang, texts = person.lang, answers.texts
        args = dict(message.args)
        args["type"] = texts.text(str(args.get("type", "")), lang)
        args["period"] = answers.wording.period(str(args["period"]), lang) if args.get("period") else ""
        if "due" in args:
            args["due"] = answers.due(str(args["due"]), lang)
        marks = args.pop("marks", [])
        values = {
            name: escape(value, quote=False) if isinstance(value, str) else value
            for name, value in args.items()
        }
        lines = [texts.text(message.words, lang, **values)]
        lines += [f"{n}. {escape(str(mark), quote=False)}" for n, mark in enumerate(marks, 1)]
        rows: Rows = [
            [button(texts.text(key, lang, **given), data) for key, given, data in row]
            for row in message.buttons
        ]
        call: dict[str, Any] = {
            "method": "sendMessage",
            "chat_id": int(chat),
            "text": "\n".join(lines),
            "parse_mode": "HTML",
        }
        if rows:
            call["reply_markup"] = {"inline_keyboard": rows}
        return [call]

    return render
