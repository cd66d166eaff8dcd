"""One update as handlers see it: who speaks, where, in which language, and the ways to answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from bot.handlers.render import Button, Page, Rows
from bot.people import Person
from bot.services import Services
from bot.usecases.entry import WEB
from bot.usecases.ports import Unit

Call = dict[str, Any]


@dataclass(slots=True)
class Talk:
    """
    The conversation at this moment. ``query``: id of the tapped button's callback query, "" for a message;
    ``message_id``: the message that carries the button; ``live``: id of the draft the chat talks about.
    ``more()``: whether another picture of the same album is coming; ``refused``: what was wrong with those before.

    Handlers return the calls these methods build.
    """

    services: Services
    unit: Unit
    channel: str
    chat: int
    person: Person | None
    lang: str
    query: str = ""
    message_id: int = 0
    bot: Any = None
    written: str = ""
    live: str = ""
    more: Callable[[], bool] = bool
    refused: list[str] = field(default_factory=list)

    @property
    def who(self) -> Person:
        """The person, where it is known that there is one."""
        assert self.person is not None
        return self.person

    def text(self, key: str, /, **values: Any) -> str:
        """Words in this person's language."""
        return self.services.texts.text(key, self.lang, **values)

    def html(self, key: str, /, **values: Any) -> str:
        """Words with every value escaped for HTML."""
        return self.text(
            key, **{name: escape(v, quote=False) if isinstance(v, str) else v for name, v in values.items()}
        )

    def heard(self, toast: str = "") -> list[Call]:
        """The tap is answered, so that the button stops spinning."""
        if not self.query:
            return []
        call: Call = {"method": "answerCallbackQuery", "callback_query_id": self.query}
        if toast:
            call["text"] = toast[:190]
        return [call]

    def say(
        self,
        text: str,
        rows: Rows | None = None,
        *,
        fresh: bool = False,
        toast: str = "",
        hints: Mapping[str, Any] | None = None,
    ) -> list[Call]:
        """
        Edit the message whose button was tapped; a new message where there is none or *fresh* is wanted.

        *hints*: what our own page can use and Telegram has no field for (docs/webchat.md): quiet rows, keyboard.
        """
        call: Call = {"method": "sendMessage", "chat_id": self.chat, "text": text, "parse_mode": "HTML"}
        if self.query and self.message_id and not fresh:
            call = {**call, "method": "editMessageText", "message_id": self.message_id}
        if rows:
            call["reply_markup"] = {"inline_keyboard": rows}
            if hints and self.channel == WEB:
                call["reply_markup"]["lianxin"] = dict(hints)
        return [*self.heard(toast), call]

    def page(self, page: Page, *, fresh: bool = False, toast: str = "") -> list[Call]:
        """Show a rendered page."""
        hints: dict[str, Any] = {"quiet": 1} if page.quiet else {}
        if page.numeric:
            hints["keyboard"] = "numeric"
        return self.say(page.text, page.rows, fresh=fresh, toast=toast, hints=hints)

    def ways_on(self) -> Rows:
        """Back to the form that is open, if one is, and the way home: under pages looked at in between."""
        if not self.live:
            return [self.home_row()]
        back = {
            "text": self.text("button-continue"),
            "callback_data": f"d:go:{self.live}",
            "style": "primary",
        }
        return [[back], self.home_row()]

    def home_row(self, *, below: bool = False) -> list[Button]:
        """The way home, under pages that are no question; *below*: in a message of its own, where what is said here stays."""
        return [{"text": self.text("button-home"), "callback_data": "h:home:new" if below else "h:home"}]
