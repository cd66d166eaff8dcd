"""What the bot says of itself: commands per scope and language, names, descriptions, menu buttons."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.botapi.base import Json, fail
from tests.botapi.telegram_html import link_fault
from tests.botapi.texts import clean

COMMANDS = 100
COMMAND_LENGTH = 32
COMMAND_DESCRIPTION = 256
# Bot API: setMyName 0-64, setMyDescription 0-512, setMyShortDescription 0-120 characters.
# Telegram's wording for longer ones is not published; these constants are stand-ins.
PROFILE_LIMITS = {
    "name": (64, "BOT_TITLE_INVALID"),
    "description": (512, "BOT_DESCRIPTION_INVALID"),
    "short_description": (120, "BOT_ABOUT_INVALID"),
}

Scope = tuple[str, int, int]  # type, chat_id, user_id

_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
_WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


class Profile:
    """Everything set by the setMy… methods and setChatMenuButton."""

    def __init__(self) -> None:
        self.commands: dict[tuple[Scope, str], list[Json]] = {}
        self.words: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int, Json] = {}

    def set_commands(self, commands: Any, scope: Scope, language: str) -> None:
        """setMyCommands; an empty list is what deleteMyCommands leaves."""
        checked = _commands(commands)
        if checked:
            self.commands[scope, _language(language)] = checked
        else:
            self.commands.pop((scope, _language(language)), None)

    def get_commands(self, scope: Scope, language: str) -> list[Json]:
        """getMyCommands: exactly this scope and language, no falling back."""
        return self.commands.get((scope, _language(language)), [])

    def shown_commands(self, chat_id: int, user_id: int, language: str, admin: bool = False) -> list[Json]:
        """The list a person finds in the menu (Bot API, "Determining list of commands")."""
        scopes: list[Scope] = [("chat", chat_id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
        if chat_id < 0:
            scopes = [("chat_member", chat_id, user_id)]
            scopes += [("chat_administrators", chat_id, 0)] if admin else []
            scopes += [("chat", chat_id, 0)]
            scopes += [("all_chat_administrators", 0, 0)] if admin else []
            scopes += [("all_group_chats", 0, 0), ("default", 0, 0)]
        short = language.split("-", maxsplit=1)[0].lower()
        for scope in scopes:
            for code in (short, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []

    def set_words(self, kind: str, text: str, language: str) -> None:
        """setMyName, setMyDescription, setMyShortDescription; "" takes the language's own away."""
        limit, complaint = PROFILE_LIMITS[kind]
        language = _language(language)
        if len(clean(text)) > limit:
            raise fail(complaint)
        if text:
            self.words[kind, language] = text
        else:
            self.words.pop((kind, language), None)

    def get_words(self, kind: str, language: str) -> str:
        """What people of *language* read: their own text, else the default."""
        return self.words.get((kind, _language(language)), self.words.get((kind, ""), ""))

    def set_menu_button(self, chat_id: int, value: Any) -> None:
        """setChatMenuButton for one private chat, or for all with chat_id 0."""
        self.menu_buttons[chat_id] = _menu_button(value)

    def get_menu_button(self, chat_id: int) -> Json:
        """The button of this chat; the bot's own default else."""
        if (button := self.menu_buttons.get(chat_id)) and button["type"] != "default":
            return button
        button = self.menu_buttons.get(0)
        return button if button and button["type"] != "default" else {"type": "commands"}


def command_scope(value: Any) -> tuple[str, Any, int]:
    """The parameter scope as (type, chat_id as given, user_id)."""
    if value is None or value == "":
        return ("default", 0, 0)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise fail("Can't parse BotCommandScope JSON object") from None
    if not isinstance(value, dict):
        raise fail("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = value.get("type")
    if kind is None:
        raise fail("Can't parse BotCommandScope: Can't find field \"type\"")
    if kind in _WIDE_SCOPES:
        return (kind, 0, 0)
    if kind not in _CHAT_SCOPES:
        raise fail("Can't parse BotCommandScope: Unsupported type specified")
    if "chat_id" not in value:
        raise fail("Can't parse BotCommandScope: Can't find field \"chat_id\"")
    if value["chat_id"] == "":
        raise fail("Can't parse BotCommandScope: Empty chat_id specified")
    if kind != "chat_member":
        return (kind, value["chat_id"], 0)
    user_id = value.get("user_id")
    if not isinstance(user_id, int) or user_id <= 0:
        raise fail("Can't parse BotCommandScope: Invalid user_id specified")
    return (kind, value["chat_id"], user_id)


def _language(code: str) -> str:
    if not _LANGUAGE.fullmatch(code):
        raise fail("Invalid language code specified")
    return code


def _commands(value: Any) -> list[Json]:
    if value is None or value == "":
        return []
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise fail("Can't parse commands JSON object") from None
    if not isinstance(value, list):
        raise fail("Expected an Array of BotCommand")
    checked = [_command(one) for one in value]
    if len(checked) > COMMANDS:
        raise fail("BOT_COMMANDS_TOO_MUCH")
    return checked


def _command(value: Any) -> Json:
    if not isinstance(value, dict):
        raise fail("Can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if name not in value:
            raise fail(f"Can't parse BotCommand: Can't find field \"{name}\"")
        if not isinstance(value[name], str):
            raise fail(f'Can\'t parse BotCommand: Field "{name}" must be of type String')
    command = clean(value["command"]).strip().removeprefix("/")
    description = clean(value["description"]).strip()
    if not command:
        raise fail("Command must be non-empty")
    if len(command) > COMMAND_LENGTH:
        raise fail(f"Command length must not exceed {COMMAND_LENGTH}")
    if not description:
        raise fail("Command description must be non-empty")
    if len(description) > COMMAND_DESCRIPTION:
        raise fail(f"Command description length must not exceed {COMMAND_DESCRIPTION}")
    if not _COMMAND.fullmatch(command):
        raise fail("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _menu_button(value: Any) -> Json:
    if value is None or value == "":
        return {"type": "default"}
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise fail("Can't parse menu button JSON object") from None
    if not isinstance(value, dict):
        raise fail("Can't parse menu button: MenuButton must be an Object")
    kind = value.get("type")
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind != "web_app":
        raise fail("Can't parse menu button: MenuButton has unsupported type")
    web_app = value.get("web_app")
    if not value.get("text"):
        raise fail("Can't parse menu button: Can't find field \"text\"")
    if not isinstance(web_app, dict) or not isinstance(web_app.get("url"), str):
        raise fail("Can't parse menu button: Can't find field \"web_app\"")
    if fault := link_fault(web_app["url"], https_only=True):
        raise fail(f"Menu button Web App URL '{web_app['url']}' is invalid: {fault}")
    return {"type": "web_app", "text": value["text"], "web_app": {"url": web_app["url"]}}
