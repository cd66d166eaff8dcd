"""The aiogram session: every method the bot uses, Telegram's limits, and once per origin."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    ForceReply,
    FSInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    MenuButtonWebApp,
    ReplyKeyboardRemove,
    URLInputFile,
    WebAppInfo,
)

from bot.channels.webchat import dress, once
from bot.channels.webchat_html import BadMarkup, read_html
from tests.web.house import House
from tests.web.talk import picture

CHAT = 4242


@pytest.fixture
def bot(served: House) -> Bot:
    return served.bot


def keys(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=list(rows))


def tap(text: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data)


async def test_messages_are_numbered_and_come_back_as_telegram_gives_them(bot: Bot) -> None:
    """sendMessage returns a Message of the bot's own, in the private chat, counted from 1."""
    first = await bot.send_message(CHAT, "一 <b>粗</b> &lt;x&gt;", reply_markup=keys([tap("好", "ok")]))
    second = await bot.send_message(CHAT, "二")
    assert (first.message_id, second.message_id) == (1, 2)
    assert first.text == "一 粗 <x>"
    assert first.entities is not None
    assert first.entities[0].extract_from(first.text) == "粗"
    assert first.from_user is not None
    assert first.from_user.is_bot
    assert first.chat.type == "private"
    me = await bot.get_me()
    assert me.id == first.from_user.id


async def test_edits_keep_their_place_and_their_rules(bot: Bot, served: House) -> None:
    """Text and keyboard change in place; unchanged, missing and other people's messages are refused."""
    sent = await bot.send_message(CHAT, "问", reply_markup=keys([tap("好", "ok")]))
    edited = await bot.edit_message_text("答", chat_id=CHAT, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.message_id, edited.text, edited.reply_markup) == (1, "答", None)
    assert edited.edit_date
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text("答", chat_id=CHAT, message_id=1)
    await bot.edit_message_reply_markup(chat_id=CHAT, message_id=1, reply_markup=keys([tap("好", "ok")]))
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("答", chat_id=CHAT, message_id=9)
    own = {"own": True, "message": {"date": 1, "chat": {"id": CHAT, "type": "private"}, "text": "我的"}}
    line = await served.log.append(str(CHAT), own)
    with pytest.raises(TelegramBadRequest, match="can't be edited"):
        await bot.edit_message_text("他的", chat_id=CHAT, message_id=line.id)
    assert await bot.delete_message(CHAT, 1)
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(CHAT, 1)
    assert (await bot.send_message(CHAT, "三")).message_id == 3


Send = Callable[[Bot], Awaitable[Any]]
REFUSED: dict[str, tuple[Send, str]] = {
    "empty": (lambda bot: bot.send_message(CHAT, " \n "), "message text is empty"),
    "long": (lambda bot: bot.send_message(CHAT, "甲" * 4097), "message is too long"),
    "long in surrogates": (lambda bot: bot.send_message(CHAT, "😀" * 2049), "message is too long"),
    "open tag": (lambda bot: bot.send_message(CHAT, "<b>x"), "can't parse entities"),
    "crossed tags": (lambda bot: bot.send_message(CHAT, "<b><i>x</b></i>"), "can't parse entities"),
    "foreign tag": (lambda bot: bot.send_message(CHAT, "<img src=x>"), 'Unsupported start tag "img"'),
    "bare bracket": (lambda bot: bot.send_message(CHAT, "1 < 2"), "can't parse entities"),
    "markdown": (lambda bot: bot.send_message(CHAT, "*x*", parse_mode="MarkdownV2"), "parse_mode"),
    "caption": (
        lambda bot: bot.send_document(CHAT, BufferedInputFile(b"x", "x"), caption="甲" * 1025),
        "caption is too long",
    ),
    "data": (
        lambda bot: bot.send_message(CHAT, "x", reply_markup=keys([tap("x", "甲" * 22)])),
        "BUTTON_DATA_INVALID",
    ),
    "no way": (
        lambda bot: bot.send_message(CHAT, "x", reply_markup=keys([InlineKeyboardButton(text="x")])),
        "exactly one",
    ),
    "no label": (
        lambda bot: bot.send_message(CHAT, "x", reply_markup=keys([tap(" ", "x")])),
        "must not be empty",
    ),
    "script link": (
        lambda bot: bot.send_message(
            CHAT, "x", reply_markup=keys([InlineKeyboardButton(text="x", url="javascript:alert(1)")])
        ),
        "BUTTON_URL_INVALID",
    ),
    "row": (
        lambda bot: bot.send_message(CHAT, "x", reply_markup=keys([tap("x", "x")] * 9)),
        "too many buttons",
    ),
    "many": (
        lambda bot: bot.send_message(CHAT, "x", reply_markup=keys(*[[tap("x", "x")]] * 101)),
        "too long",
    ),
    "address": (
        lambda bot: bot.send_document(CHAT, URLInputFile("http://10.0.0.1/")),
        "wrong file identifier",
    ),
    "address as text": (lambda bot: bot.send_photo(CHAT, "http://10.0.0.1/x.jpg"), "wrong file identifier"),
    "chat": (lambda bot: bot.send_message("@somebody", "x"), "chat not found"),
    "file": (lambda bot: bot.get_file("42.nothing"), "invalid file_id"),
    "album of one": (
        lambda bot: bot.send_media_group(CHAT, [InputMediaPhoto(media=BufferedInputFile(b"x", "x"))]),
        "album",
    ),
    "answer": (lambda bot: bot.answer_callback_query("42:key", "甲" * 201), "MESSAGE_TOO_LONG"),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_what_telegram_refuses_is_refused_here(bot: Bot, case: str) -> None:
    """A message that only the built-in chat would take must not pass the tests of the bot."""
    send, words = REFUSED[case]
    with pytest.raises(TelegramBadRequest) as refused:
        await send(bot)
    assert words in refused.value.message
    assert (await bot.send_message(CHAT, "甲" * 4096)).message_id == 1


async def test_unknown_method_raises_and_says_which(bot: Bot) -> None:
    """What the chat does not carry is no silent success."""
    with pytest.raises(TelegramNotFound, match="sendDice"):
        await bot.send_dice(CHAT)


async def test_files_go_out_and_come_back(bot: Bot, tmp_path: Path) -> None:
    """Bytes, a path and a file id are all carried; getFile and download give the same bytes."""
    sent = await bot.send_document(
        CHAT, BufferedInputFile(b"%PDF-1.4 x", "甲/乙\u202efdp.pdf"), caption="<i>附</i>"
    )
    assert sent.document is not None
    assert sent.document.file_name == "乙fdp.pdf"
    assert sent.document.mime_type == "application/pdf"
    found = await bot.get_file(sent.document.file_id)
    assert found.file_path is not None
    content = await bot.download_file(found.file_path)
    assert content is not None
    assert content.read() == b"%PDF-1.4 x"
    again = await bot.send_document(CHAT, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_id == sent.document.file_id
    elsewhere = await bot.send_document(777, sent.document.file_id)
    assert elsewhere.document is not None
    assert elsewhere.document.file_id.startswith("777.")
    path = tmp_path / "表.png"
    path.write_bytes(picture())
    photo = await bot.send_photo(CHAT, FSInputFile(path))
    assert photo.photo is not None
    assert (photo.photo[-1].width, photo.photo[-1].height) == (320, 200)
    kept = io.BytesIO()
    await bot.download(photo.photo[-1], kept)
    assert kept.getvalue().startswith(b"\xff\xd8")


async def test_albums_are_one(bot: Bot) -> None:
    """sendMediaGroup gives several messages with one media_group_id."""
    sent = await bot.send_media_group(
        CHAT,
        [
            InputMediaDocument(media=BufferedInputFile(b"a", "a.txt"), caption="两份"),
            InputMediaDocument(media=BufferedInputFile(b"b", "b.txt")),
        ],
    )
    assert len({one.media_group_id for one in sent}) == 1
    assert [one.caption for one in sent] == ["两份", None]


async def test_once_per_origin(bot: Bot) -> None:
    """What is tried again after a crash happens once: sends, edits, deletions and files."""
    for _ in range(3):
        with once("notice-7"):
            assert (await bot.send_message(CHAT, "通知")).message_id == 1
        with once("notice-7-file"):
            assert (await bot.send_document(CHAT, BufferedInputFile(b"x", "x.txt"))).message_id == 2
    with once("edit-1"):
        await bot.edit_message_text("改一", chat_id=CHAT, message_id=1)
    await bot.edit_message_text("改二", chat_id=CHAT, message_id=1)
    with once("edit-1"):
        edited = await bot.edit_message_text("改一", chat_id=CHAT, message_id=1)
    assert not isinstance(edited, bool)
    assert edited.text == "改二"
    for _ in range(2):
        with once("gone"):
            assert await bot.delete_message(CHAT, 1)


async def test_keyboards_say_what_the_page_needs(bot: Bot, served: House) -> None:
    """
    dress() travels with the keyboard; a reply keyboard, its removal and a forced reply become the panel.
    """
    markup = dress(keys([tap("0", "a")]), keyboard="numeric", placeholder="例如 32", location=True, quiet=1)
    await bot.send_message(CHAT, "问", reply_markup=markup)
    await bot.send_message(CHAT, "去掉", reply_markup=ReplyKeyboardRemove())
    await bot.send_message(CHAT, "写", reply_markup=ForceReply(input_field_placeholder="写原因"))
    docs = [line.doc for line in await served.log.history(str(CHAT))]
    assert docs[0] is not None
    assert docs[0]["message"]["reply_markup"]["lianxin"] == {
        "keyboard": "numeric", "placeholder": "例如 32", "location": True, "quiet": 1,
    }  # fmt: skip
    assert [doc["panel"] for doc in docs[1:] if doc] == [
        {"keyboard": []},
        {"keyboard": [], "focus": True, "placeholder": "写原因"},
    ]


async def test_menus_by_chat_then_language_then_general(bot: Bot, served: House) -> None:
    """setMyCommands is kept per chat for good; the general lists are set anew at every start."""
    one, two, three = (BotCommand(command=name, description=name) for name in ("one", "two", "three"))
    await bot.set_my_commands([one])
    await bot.set_my_commands([two], language_code="en")
    await bot.set_my_commands([three], scope=BotCommandScopeChat(chat_id=CHAT))

    async def menu(chat: int, lang: str) -> list[str]:
        return [each["command"] for each in await served.session.commands(str(chat), lang)]

    assert await menu(1, "zh-Hans") == ["one"]
    assert await menu(1, "en") == ["two"]
    assert await menu(CHAT, "en") == ["three"]
    assert [each.command for each in await bot.get_my_commands(scope=BotCommandScopeChat(chat_id=CHAT))] == [
        "three"
    ]
    await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=CHAT))
    assert await menu(CHAT, "zh-Hans") == ["one"]
    button = MenuButtonWebApp(text="填报", web_app=WebAppInfo(url="https://example.org/fill"))
    await bot.set_chat_menu_button(CHAT, button)
    assert (await served.log.facts(str(CHAT)))["menu"] == {"text": "填报", "url": "https://example.org/fill"}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a<b>甲😀</b>c", "a甲😀c", [("bold", 1, 3)]),
        ("<b>一<i>二</i></b>", "一二", [("bold", 0, 2), ("italic", 1, 1)]),
        ("  <code>x</code> ", "x", [("code", 0, 1)]),
        ("&lt;b&gt; &amp;amp; &#20013; &#x6587;", "<b> &amp; 中 文", []),
        ("&copy; & &;", "&copy; & &;", []),
        ('<a href="https://example.org/?a=1&amp;b=2">去</a>', "去", [("text_link", 0, 1)]),
        ('<a href="javascript:alert(1)">不去</a>', "不去", []),
        ("<blockquote expandable>引</blockquote>", "引", [("expandable_blockquote", 0, 1)]),
        ("<B>大</B>", "大", [("bold", 0, 1)]),
        ("<b></b>空", "空", []),
    ],
)
def test_html_reads_as_telegram_reads_it(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    """Offsets count UTF-16 units; white space at the ends goes; unsafe links are plain text."""
    plain, found = read_html(source)
    assert plain == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


@pytest.mark.parametrize(
    "source", ["<script>x</script>", "<b", "</b>", "<b onclick=x", "<svg/onload=x>", "<!-- x -->"]
)
def test_html_that_is_none_of_ours_is_refused(source: str) -> None:
    """No unknown or broken tag gets through as text or as markup."""
    with pytest.raises(BadMarkup):
        read_html(source)
