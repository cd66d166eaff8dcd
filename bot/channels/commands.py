"""
What Telegram shows of the bot before anybody has said a word: commands, descriptions, the menu button.

The lists are handed in; each is set when the process starts, only where it differs from what Telegram has.
Rights are checked at every use whatever a menu shows, so a list that cannot be set is logged and harms
nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from bot.channels.reply import Call
from bot.channels.sender import Sender

log = logging.getLogger(__name__)

MOST_COMMANDS: Final = 100
"""Per list (Telegram Bot API, setMyCommands); a name has 1 to 32 characters, a description 1 to 256."""


@dataclass(frozen=True, slots=True)
class CommandList:
    """
    The commands of one scope in one language, in their order.

    ``commands``: (name without slash, description). ``scope``: a BotCommandScope as JSON, ``{}`` for the
    default. ``lang``: two letters (zh-Hans and zh-Hant cannot differ here), "" for everybody else.
    """

    commands: tuple[tuple[str, str], ...]
    scope: Mapping[str, Any] = field(default_factory=dict)
    lang: str = ""

    def call(self) -> Call:
        """The call that sets it."""
        listed = [{"command": name, "description": words} for name, words in self.commands]
        return {"method": "setMyCommands", "commands": listed, **self._where()}

    def question(self) -> Call:
        """The call that asks what is set."""
        return {"method": "getMyCommands", **self._where()}

    def _where(self) -> Call:
        scope = {"scope": dict(self.scope)} if self.scope else {}
        return scope | ({"language_code": self.lang} if self.lang else {})


@dataclass(frozen=True, slots=True)
class Profile:
    """
    All of it. ``descriptions`` (what an empty chat shows, at most 512 characters) and
    ``short_descriptions`` (the profile, at most 120): language code of two letters, or "", -> words.
    ``menu_button``: a MenuButton as JSON.
    """

    commands: Sequence[CommandList] = ()
    descriptions: Mapping[str, str] = field(default_factory=dict)
    short_descriptions: Mapping[str, str] = field(default_factory=dict)
    menu_button: Mapping[str, Any] | None = None


async def set_commands(sender: Sender, listed: CommandList) -> bool:
    """Set one list if it differs, as for one chat after /language (scope chat); whether it is set now."""
    return await _make_so(sender, listed.question(), listed.call(), listed.call()["commands"])


async def introduce(sender: Sender, profile: Profile) -> int:
    """Make Telegram show *profile*; how many parts could not be set."""
    failed = 0
    for listed in profile.commands:
        failed += not await set_commands(sender, listed)
    for name, words in (
        ("Description", profile.descriptions),
        ("ShortDescription", profile.short_descriptions),
    ):
        key = "description" if name == "Description" else "short_description"
        for lang, text in words.items():
            where = {"language_code": lang} if lang else {}
            question: Call = {"method": f"getMy{name}", **where}
            setting: Call = {"method": f"setMy{name}", key: text, **where}
            failed += not await _make_so(sender, question, setting, {key: text})
    if profile.menu_button is not None:
        button = dict(profile.menu_button)
        setting = {"method": "setChatMenuButton", "menu_button": button}
        failed += not await _make_so(sender, {"method": "getChatMenuButton"}, setting, button)
    return failed


async def _make_so(sender: Sender, question: Call, setting: Call, wanted: Any) -> bool:
    for _ in range(3):
        try:
            if await sender.call(question) != wanted:
                await sender.call(setting)
        except TelegramRetryAfter as flood:
            await asyncio.sleep(flood.retry_after)
        except TelegramAPIError as error:
            log.warning("not set: method=%s said=%s", setting["method"], error.message)
            return False
        else:
            return True
    log.warning("not set: method=%s said=too many requests", setting["method"])
    return False
