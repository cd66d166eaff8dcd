"""Files up and down, and what the bot says of itself: limits and wording."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.botapi.base import Json
from tests.botapi.conftest import Client, upload
from tests.botapi.files import picture
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble

# ------------------------------------------------------------ files


async def test_files_go_up_and_come_down(bot: Client, li: User) -> None:
    """A document keeps its Chinese name and its bytes; a photo gets its size."""
    content = bytes(range(256)) * 9
    sent = await upload(
        bot, "sendDocument", "document", content, "十一月 报表.xlsx", chat_id="1001", caption="x"
    )
    document = sent["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("十一月 报表.xlsx", len(content))
    again = await bot("sendDocument", chat_id=li.id, document=document["file_id"])
    assert again["document"]["file_id"] == document["file_id"]
    path = (await bot("getFile", file_id=document["file_id"]))["file_path"]
    async with bot.session.get(f"{bot.api.base}/file/bot{bot.api.token}/{path}") as response:
        assert await response.read() == content
    photo = await upload(bot, "sendPhoto", "photo", picture(300, 200), "x.png", chat_id="1001")
    assert [(one["width"], one["height"]) for one in photo["result"]["photo"]] == [(90, 60), (300, 200)]


async def test_an_album_is_several_messages_of_one_group(bot: Client, li: User) -> None:
    """sendMediaGroup with attach:// names; photos and documents do not mix."""
    form = aiohttp.FormData()
    media = [
        {"type": "photo", "media": "attach://a", "caption": "一"},
        {"type": "photo", "media": "attach://b"},
    ]
    form.add_field("chat_id", str(li.id))
    form.add_field("media", json.dumps(media))
    form.add_field("a", picture(), filename="a.png")
    form.add_field("b", picture(shade=9), filename="b.png")
    async with bot.session.post(bot.url("sendMediaGroup"), data=form) as response:
        sent = (await response.json())["result"]
    assert len({one["media_group_id"] for one in sent}) == 1
    assert [one.get("caption") for one in sent] == ["一", None]
    document = (await upload(bot, "sendDocument", "document", b"x", "x.txt", chat_id="1001"))["result"][
        "document"
    ]
    mixed = [
        {"type": "photo", "media": sent[0]["photo"][-1]["file_id"]},
        {"type": "document", "media": document["file_id"]},
    ]
    assert (
        await bot.refused("sendMediaGroup", chat_id=li.id, media=mixed)
        == "400 Bad Request: document can't be mixed with other media types"
    )
    assert (
        await bot.refused("sendMediaGroup", chat_id=li.id, media=mixed * 6)
        == "400 Bad Request: too many messages to send as an album"
    )


async def test_files_telegram_refuses(bot: Client, li: User) -> None:
    """Too large down, too large up, empty, unknown, no picture, caption too long."""
    large = li.send_document(b"%PDF", "大.pdf", size=25 << 20).json["message"]["document"]["file_id"]
    assert await bot.refused("getFile", file_id=large) == "400 Bad Request: file is too big"
    assert (
        await bot.refused("getFile", file_id="no")
        == "400 Bad Request: wrong file_id or the file is temporarily unavailable"
    )
    huge = await upload(bot, "sendDocument", "document", bytes((50 << 20) + 1), "x.bin", chat_id="1001")
    assert (huge["error_code"], huge["description"]) == (413, "Request Entity Too Large")
    empty = await upload(bot, "sendDocument", "document", b"", "x.bin", chat_id="1001")
    assert empty["description"] == "Bad Request: file must be non-empty"
    no_picture = await upload(bot, "sendPhoto", "photo", b"%PDF-1.7", "x.jpg", chat_id="1001")
    assert no_picture["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    caption = await upload(bot, "sendDocument", "document", b"x", "x.bin", chat_id="1001", caption="x" * 1025)
    assert caption["description"] == "Bad Request: message caption is too long"
    assert (
        await bot.refused("sendDocument", chat_id=li.id, document="nonsense")
        == "400 Bad Request: wrong file identifier/HTTP URL specified"
    )
    assert (
        await bot.refused("sendDocument", chat_id=li.id)
        == "400 Bad Request: there is no document in the request"
    )


# ------------------------------------------------------------ what the bot says of itself


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ({"command": "Report", "description": "报表"}, "BOT_COMMAND_INVALID"),
        ({"command": "报表", "description": "报表"}, "BOT_COMMAND_INVALID"),
        ({"command": "new report", "description": "报表"}, "BOT_COMMAND_INVALID"),
        ({"command": "x" * 33, "description": "报表"}, "command length must not exceed 32"),
        ({"command": "", "description": "报表"}, "command must be non-empty"),
        ({"command": "report", "description": " "}, "command description must be non-empty"),
        ({"command": "report", "description": "字" * 257}, "command description length must not exceed 256"),
        ({"command": "report"}, "can't parse BotCommand: Can't find field \"description\""),
    ],
)
async def test_commands_telegram_refuses(bot: Client, command: Json, complaint: str) -> None:
    """Latin lower case, digits and underscore, 1 to 32; descriptions 1 to 256."""
    assert await bot.refused("setMyCommands", commands=[command]) == f"400 Bad Request: {complaint}"


async def test_commands_by_scope_and_language(api: BotApiDouble, bot: Client, li: User) -> None:
    """The narrowest scope wins, in it the person's language; a wrong scope or language is refused."""

    async def put(name: str, **where: Any) -> None:
        await bot("setMyCommands", commands=[{"command": name, "description": "某"}], **where)

    def shown() -> list[str]:
        return [one["command"] for one in api.commands_for(li)]

    await put("default")
    assert shown() == ["default"]
    await put("zh", language_code="zh")
    assert shown() == ["zh"]
    await put("private", scope={"type": "all_private_chats"})
    assert shown() == ["private"]
    await put("mine", scope={"type": "chat", "chat_id": li.id})
    assert shown() == ["mine"]
    assert await bot("getMyCommands", language_code="zh") == [{"command": "zh", "description": "某"}]
    await bot("deleteMyCommands", scope={"type": "chat", "chat_id": li.id})
    assert shown() == ["private"]
    assert (
        await bot.refused("setMyCommands", commands=[], language_code="zh-hans")
        == "400 Bad Request: invalid language code specified"
    )
    assert (
        await bot.refused("setMyCommands", commands=[], scope={"type": "village"})
        == "400 Bad Request: can't parse BotCommandScope: Unsupported type specified"
    )
    many = [{"command": f"c{number}", "description": "某"} for number in range(101)]
    assert await bot.refused("setMyCommands", commands=many) == "400 Bad Request: BOT_COMMANDS_TOO_MUCH"


async def test_names_descriptions_and_menu_buttons(api: BotApiDouble, bot: Client, li: User) -> None:
    """Kept by language, limited in length; the menu button by chat."""
    await bot("setMyDescription", description="村里的助手")
    await bot("setMyDescription", description="Your village's assistant", language_code="en")
    assert (await bot("getMyDescription", language_code="en"))["description"] == "Your village's assistant"
    assert (await bot("getMyDescription", language_code="fr"))["description"] == "村里的助手"
    for method, name, limit in (
        ("setMyName", "name", 64),
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ):
        assert await bot(method, **{name: "字" * limit}) is True
        assert (await bot.refused(method, **{name: "字" * (limit + 1)})).startswith("400 Bad Request: BOT_")
    await bot("setChatMenuButton", chat_id=li.id, menu_button={"type": "commands"})
    refused = await bot.refused("setChatMenuButton", menu_button={"type": "door"})
    assert refused == "400 Bad Request: can't parse menu button: MenuButton has unsupported type"
    assert api.profile.get_menu_button(li.id) == {"type": "commands"}
