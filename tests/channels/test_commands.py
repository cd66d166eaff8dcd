"""Commands, descriptions and menu button: set where they differ, harmless where they cannot be."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.commands import CommandList, Profile, introduce, set_commands
from bot.channels.sender import Sender
from bot.channels.session import LeanSession
from tests.botapi.faults import Rule
from tests.botapi.server import BotApiDouble

PRIVATE = {"type": "all_private_chats"}
PROFILE = Profile(
    commands=(
        CommandList((("start", "开始"), ("help", "帮助"))),
        CommandList((("start", "Begin"),), lang="en"),
        CommandList((("start", "开始"), ("settings", "设置")), scope=PRIVATE),
    ),
    descriptions={"": "连心：村党支部的填报助手", "en": "Lianxin"},
    short_descriptions={"": "连心"},
    menu_button={"type": "commands"},
)


@pytest.fixture
async def sender(api: BotApiDouble) -> AsyncIterator[Sender]:
    session = LeanSession(api.base)

    async def blocked(chat: str) -> None:
        raise AssertionError(chat)

    yield Sender(session, api.token, blocked=blocked)
    await session.close()


def setters(api: BotApiDouble) -> list[str]:
    return [call.method for call in api.ledger.calls if call.method.startswith("set")]


async def test_everything_is_set_once(sender: Sender, api: BotApiDouble) -> None:
    """People find their menu by scope and language; a second start changes nothing."""
    li, guest = api.user(11), api.user(12, language_code="en")
    assert await introduce(sender, PROFILE) == 0
    shown = [(one["command"], one["description"]) for one in api.commands_for(li)]
    assert shown == [("start", "开始"), ("settings", "设置")]
    assert api.commands_for(guest) != []
    first = setters(api)
    assert first.count("setMyCommands") == 3
    assert first.count("setMyDescription") == 2
    assert await introduce(sender, PROFILE) == 0
    assert setters(api)[len(first) :] == []


async def test_a_list_for_one_chat(sender: Sender, api: BotApiDouble) -> None:
    """After /language the chat itself gets its list, zh-Hant for instance."""
    li = api.user(11)
    li.start()
    listed = CommandList((("start", "開始"),), scope={"type": "chat", "chat_id": 11})
    assert await set_commands(sender, listed)
    assert [one["description"] for one in api.commands_for(li)] == ["開始"]


async def test_what_cannot_be_set_is_logged_and_the_rest_is_set(
    sender: Sender, api: BotApiDouble, caplog: pytest.LogCaptureFixture
) -> None:
    """A refused list stops neither the others nor the start."""
    api.plan(Rule("error", "setMyCommands", calls=[1], description="Bad Request: BOT_COMMAND_INVALID"))
    assert await introduce(sender, PROFILE) == 1
    assert setters(api).count("setMyCommands") == 3
    assert "BOT_COMMAND_INVALID" in caplog.text


async def test_a_flood_is_waited_out(sender: Sender, api: BotApiDouble) -> None:
    """429 at start: a moment later all is set."""
    api.plan(Rule("429", "setMyCommands", calls=[1], seconds=1))
    assert await introduce(sender, PROFILE) == 0
