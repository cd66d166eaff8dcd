"""Every limit of the Bot API the double holds, with the words Telegram refuses in."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from tests.botapi.base import NOT_MODIFIED, Json
from tests.botapi.conftest import OPEN_TAP, Client, upload
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


def keyboard(*rows: list[Json]) -> Json:
    """An inline keyboard."""
    return {"inline_keyboard": list(rows)}


def button(text: str = "x", **kind: Any) -> Json:
    """An inline button, a plain callback unless told otherwise."""
    return {"text": text, **(kind or {"callback_data": "d"})}


# ------------------------------------------------------------ texts


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "\u200b"}, "text must be non-empty"),
        ({"text": "字" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<b>" + "x" * 4097 + "</b>", "parse_mode": "html"}, "message is too long"),
        ({"text": "字" * 11_000}, "text is too long"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
        ({"text": "x\ud800"}, "strings must be encoded in UTF-8"),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        (
            {"text": "ab", "entities": [{"type": "bold", "offset": 1, "length": 2}]},
            "Entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3",
        ),
    ],
)
async def test_texts_telegram_refuses(bot: Client, li: User, parameters: Json, complaint: str) -> None:
    """Empty, too long, not HTML, not Unicode; nothing of it reaches the chat."""
    refused = await bot.refused("sendMessage", chat_id=li.id, **parameters)
    assert refused.lower() == f"400 bad request: {complaint}".lower()
    assert li.from_bot == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>" + "x" * 4096 + "</b>", "x" * 4096),
        ("😀" * 2048, "😀" * 2048),
        ("\n a\tb\r\nc \n", "a b\nc"),
        ("a\x00b\u202ec", "a bc"),
        ("<i> x</i>", "x"),
    ],
)
async def test_texts_telegram_takes(bot: Client, li: User, text: str, shown: str) -> None:
    """Just within the limit; trimmed, control characters turned into blanks."""
    sent = await bot("sendMessage", chat_id=li.id, text=text, parse_mode="HTML")
    assert sent["text"].strip() == shown
    assert li.last() is not None
    assert all(one["offset"] + one["length"] <= 4096 for one in sent.get("entities", []))


async def test_entities_move_with_trimming(bot: Client, li: User) -> None:
    """Offsets count UTF-16 units of the text as it is shown."""
    sent = await bot("sendMessage", chat_id=li.id, text="\n 😀\r<b>粗</b>体 ", parse_mode="HTML")
    assert sent["text"] == "😀粗体"
    assert sent["entities"] == [{"offset": 2, "length": 1, "type": "bold"}]


async def test_soft_html_faults_are_written_down(api: BotApiDouble, bot: Client, li: User) -> None:
    """Telegram takes an unescaped ampersand; the ledger tells on it."""
    await bot("sendMessage", chat_id=li.id, text="A & B", parse_mode="HTML")
    assert [fault for _, fault in api.ledger.html_faults()] == [
        "'&' at byte offset 2 is not written as &amp;"
    ]


# ------------------------------------------------------------ chats


async def test_chats_the_bot_cannot_write_to(api: BotApiDouble, bot: Client, li: User) -> None:
    """Unknown, empty, never met, blocked, deactivated, thrown out."""
    api.user(1002, "没写过")
    assert await bot.refused("sendMessage", chat_id=5, text="x") == "400 Bad Request: chat not found"
    assert await bot.refused("sendMessage", chat_id=1002, text="x") == "400 Bad Request: chat not found"
    assert await bot.refused("sendMessage", chat_id="@nobody", text="x") == "400 Bad Request: chat not found"
    assert await bot.refused("sendMessage", text="x") == "400 Bad Request: chat_id is empty"
    group = api.group("示范村")
    met = api.user(1003, "群里人")
    met.text("/help", group)
    assert (
        await bot.refused("sendMessage", chat_id=1003, text="x")
        == "403 Forbidden: bot can't initiate conversation with a user"
    )
    li.block()
    assert (
        await bot.refused("sendMessage", chat_id=li.id, text="x")
        == "403 Forbidden: bot was blocked by the user"
    )
    li.unblock()
    await bot("sendMessage", chat_id=li.id, text="x")
    li.deactivate()
    assert await bot.refused("sendMessage", chat_id=li.id, text="x") == "403 Forbidden: user is deactivated"
    group.chat.kicked = True
    assert (
        await bot.refused("sendMessage", chat_id=group.id, text="x")
        == "403 Forbidden: bot was kicked from the supergroup chat"
    )


# ------------------------------------------------------------ keyboards


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        (keyboard([button(callback_data="字" * 22)]), "BUTTON_DATA_INVALID"),
        (keyboard([button(callback_data="x" * 65)]), "BUTTON_DATA_INVALID"),
        (keyboard([button()] * 9), "reply markup is too long"),
        (keyboard(*[[button()] * 8] * 12, [button()] * 5), "reply markup is too long"),
        (keyboard([button("")]), "inline keyboard button text must be non-empty"),
        (keyboard([{"callback_data": "d"}]), "can't parse inline keyboard button: Can't find field \"text\""),
        (
            keyboard([{"text": "x"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard([button(callback_data="")]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard([button(url="http://localhost/x")]),
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        (
            keyboard([button(web_app={"url": "http://a.bc"})]),
            "inline keyboard button Web App URL 'http://a.bc' is invalid: Only HTTPS links are allowed",
        ),
        (
            {"inline_keyboard": [button()]},
            'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        (None, "object expected as reply markup"),
        ({"keyboard": [["x"] * 13]}, "reply markup is too long"),
    ],
)
async def test_keyboards_telegram_refuses(bot: Client, li: User, markup: Any, complaint: str) -> None:
    """Bytes of callback_data, buttons in a row and in all, kinds, addresses."""
    refused = await bot.refused("sendMessage", chat_id=li.id, text="x", reply_markup=markup)
    assert refused.lower() == f"400 bad request: {complaint}".lower()
    assert li.from_bot == []


async def test_keyboards_telegram_takes(bot: Client, li: User) -> None:
    """64 bytes, eight in a row, a hundred in all; as JSON text too."""
    rows = [[button(callback_data="x" * 64)] * 8] * 12 + [[button(callback_data="字" * 21)] * 4]
    sent = await bot("sendMessage", chat_id=li.id, text="x", reply_markup=json.dumps(keyboard(*rows)))
    assert sum(len(row) for row in sent["reply_markup"]["inline_keyboard"]) == 100


# ------------------------------------------------------------ editing and deleting


async def test_edits_telegram_refuses(api: BotApiDouble, bot: Client, li: User) -> None:
    """Not there, not the bot's, not changed, not a text, not an inline keyboard."""

    async def refused(method: str = "editMessageText", **parameters: Any) -> str:
        return await bot.refused(method, chat_id=li.id, **parameters)

    question = {"text": "<b>问</b>", "parse_mode": "HTML", "reply_markup": OPEN_TAP}
    mine = (await bot("sendMessage", chat_id=li.id, **question))["message_id"]
    same = {"message_id": mine, **question}
    theirs = li.text("好").message_id
    keys = (await bot("sendMessage", chat_id=li.id, text="x", reply_markup={"keyboard": [["好"]]}))[
        "message_id"
    ]
    place = (await bot("sendLocation", chat_id=li.id, latitude=30.1, longitude=120))["message_id"]
    assert await refused(message_id=999, text="x") == "400 Bad Request: message to edit not found"
    assert await refused(message_id=theirs, text="x") == "400 Bad Request: message can't be edited"
    assert await refused(message_id=keys, text="x") == "400 Bad Request: message can't be edited"
    assert await refused(**same) == f"400 Bad Request: {NOT_MODIFIED}"
    assert (
        await refused("editMessageReplyMarkup", message_id=mine, reply_markup=OPEN_TAP)
        == f"400 Bad Request: {NOT_MODIFIED}"
    )
    assert (
        await refused(message_id=place, text="x")
        == "400 Bad Request: there is no text in the message to edit"
    )
    assert (
        await refused("editMessageCaption", message_id=mine, caption="x")
        == "400 Bad Request: there is no caption in the message to edit"
    )
    assert (
        await refused(message_id=mine, text="x", reply_markup={"keyboard": [["好"]]})
        == "400 Bad Request: inline keyboard expected"
    )
    other = api.user(1002, "王某某")
    other.start()
    assert (
        await bot.refused("editMessageText", chat_id=other.id, message_id=mine, text="x")
        == "400 Bad Request: message to edit not found"
    )
    assert (
        await bot.refused("editMessageText", text="x")
        == "400 Bad Request: message identifier is not specified"
    )


async def test_an_edit_shows_in_place_and_drops_buttons_not_sent_again(bot: Client, li: User) -> None:
    """The same text in bold is a change; without reply_markup the buttons go."""
    sent = await bot("sendMessage", chat_id=li.id, text="问", reply_markup=OPEN_TAP)
    edited = await bot(
        "editMessageText", chat_id=li.id, message_id=sent["message_id"], text="<b>问</b>", parse_mode="HTML"
    )
    assert edited["edit_date"] >= sent["date"]
    assert "reply_markup" not in edited
    await bot("editMessageReplyMarkup", chat_id=li.id, message_id=sent["message_id"], reply_markup=OPEN_TAP)
    assert li.screen().labels == ["是", "否"]
    assert len(li.from_bot) == 1


async def test_deleting(api: BotApiDouble, bot: Client, li: User) -> None:
    """Anything in a private chat for 48 hours; in a group only the bot's own."""
    mine = (await bot("sendMessage", chat_id=li.id, text="x"))["message_id"]
    old = (await bot("sendMessage", chat_id=li.id, text="y"))["message_id"]
    assert await bot("deleteMessage", chat_id=li.id, message_id=mine) is True
    assert (
        await bot.refused("deleteMessage", chat_id=li.id, message_id=mine)
        == "400 Bad Request: message to delete not found"
    )
    assert await bot("deleteMessage", chat_id=li.id, message_id=li.text("z").message_id) is True
    group = api.group("示范村")
    theirs = li.text("/help", group).message_id
    assert (
        await bot.refused("deleteMessage", chat_id=group.id, message_id=theirs)
        == "400 Bad Request: message can't be deleted"
    )
    api.pass_time(49 * 3600)
    assert (
        await bot.refused("deleteMessage", chat_id=li.id, message_id=old)
        == "400 Bad Request: message can't be deleted for everyone"
    )


async def test_a_tap_is_answered_once_and_in_time(api: BotApiDouble, bot: Client, li: User) -> None:
    """Twice, after 150 s, with an unknown id or 201 characters: refused."""
    await bot("sendMessage", chat_id=li.id, text="问", reply_markup=OPEN_TAP)
    query = li.tap("是").json["callback_query"]["id"]
    assert (
        await bot.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201)
        == "400 Bad Request: MESSAGE_TOO_LONG"
    )
    assert await bot("answerCallbackQuery", callback_query_id=query, text="记下了", show_alert=True) is True
    assert await bot.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert await bot.refused("answerCallbackQuery", callback_query_id="1") == TOO_OLD
    late = li.tap("否").json["callback_query"]["id"]
    api.pass_time(151)
    assert await bot.refused("answerCallbackQuery", callback_query_id=late) == TOO_OLD
    assert li.toasts == ["记下了"]


# ------------------------------------------------------------ the door itself


async def test_requests_of_every_kind(bot: Client, li: User) -> None:
    """JSON, urlencoded, multipart, the query string; names without regard to case; numbers as text."""
    await bot("SENDMESSAGE", chat_id=str(li.id), text="一")
    async with bot.session.post(bot.url("sendMessage"), data={"chat_id": "1001", "text": "二"}) as response:
        assert (await response.json())["ok"]
    await upload(bot, "sendMessage", "unused", b"x", "x", chat_id="1001", text="三")
    async with bot.session.get(bot.url("sendMessage"), params={"chat_id": 1001, "text": "四"}) as response:
        assert (await response.json())["ok"]
    assert [post.text for post in li.from_bot] == ["一", "二", "三", "四"]


async def test_wrong_doors(bot: Client) -> None:
    """Unknown methods, tokens and paths are refused as by Telegram."""
    assert await bot.refused("sendTelepathy") == "404 Not Found: method not found"
    async with bot.session.get(f"{bot.api.base}/bot1:x/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")
    async with bot.session.get(f"{bot.api.base}/file/bot{bot.api.token}/documents/no.pdf") as response:
        assert response.status == 404
    assert (await bot("getMe"))["is_bot"] is True
    assert (await bot.refused("sendChatAction", action="dance")).endswith("wrong parameter action in request")


async def test_flood_limits_when_asked_for(api: BotApiDouble, bot: Client, li: User) -> None:
    """One a second in a chat, thirty in all; the answer says how long to wait, in body and header."""
    api.flood.on = True
    await bot("sendMessage", chat_id=li.id, text="一")
    async with bot.session.post(bot.url("sendMessage"), json={"chat_id": li.id, "text": "二"}) as response:
        answer = await response.json()
        assert (response.status, response.headers["Retry-After"]) == (429, "1")
    assert answer["description"] == "Too Many Requests: retry after 1"
    assert answer["parameters"] == {"retry_after": 1}
    people = [api.user(2000 + number, "某") for number in range(40)]
    for person in people:
        person.start()
    answers = await asyncio.gather(*(bot.answer("sendMessage", chat_id=one.id, text="x") for one in people))
    assert sum(answer["ok"] for answer in answers) == 29
    api.pass_time(1.0)
    await bot("sendMessage", chat_id=li.id, text="二")
    assert api.ledger.peak_rate() == 31
