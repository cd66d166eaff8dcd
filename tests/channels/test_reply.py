"""Replies as plain calls: from aiogram's methods and back, kept as JSON, split for the webhook."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.client.default import DefaultBotProperties
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageMedia,
    EditMessageText,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SetMyCommands,
)
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
    LinkPreviewOptions,
    ReplyKeyboardRemove,
    URLInputFile,
)

from bot.channels.reply import (
    FILES,
    MOST_INLINE_BYTES,
    Call,
    anew,
    answer,
    call_of,
    calls_of,
    dumps,
    edit,
    keyboard,
    loads,
    method_of,
    owes,
    send,
    split,
    unformatted,
)

HTML = DefaultBotProperties(parse_mode="HTML")
ROWS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="是", callback_data="y")]])

METHODS = [
    (
        SendMessage(chat_id=7, text="好", reply_markup=ROWS),
        {
            "method": "sendMessage", "chat_id": 7, "text": "好", "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]},
        },
    ),
    (
        SendMessage(chat_id=7, text="好", parse_mode=None),
        {"method": "sendMessage", "chat_id": 7, "text": "好"},
    ),
    (
        SendMessage(chat_id="@x", text="好", link_preview_options=LinkPreviewOptions(is_disabled=True)),
        {
            "method": "sendMessage", "chat_id": "@x", "text": "好", "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        },
    ),
    (
        SendMessage(chat_id=7, text="好", reply_markup=ForceReply(selective=True)),
        {
            "method": "sendMessage", "chat_id": 7, "text": "好", "parse_mode": "HTML",
            "reply_markup": {"force_reply": True, "selective": True},
        },
    ),
    (
        SendMessage(chat_id=7, text="好", reply_markup=ReplyKeyboardRemove()),
        {
            "method": "sendMessage", "chat_id": 7, "text": "好", "parse_mode": "HTML",
            "reply_markup": {"remove_keyboard": True},
        },
    ),
    (
        AnswerCallbackQuery(callback_query_id="1", text="好", show_alert=False),
        {"method": "answerCallbackQuery", "callback_query_id": "1", "text": "好", "show_alert": False},
    ),
    (
        EditMessageMedia(chat_id=7, message_id=2, media=InputMediaPhoto(media="file-id",
        caption="<b>图</b>")), {
            "method": "editMessageMedia", "chat_id": 7, "message_id": 2,
            "media": {"type": "photo", "media": "file-id", "caption": "<b>图</b>", "parse_mode": "HTML"},
        },
    ),
    (
        SetMyCommands(commands=[BotCommand(command="help", description="帮助")],
        scope=BotCommandScopeChat(chat_id=7)), {
            "method": "setMyCommands", "commands": [{"command": "help", "description": "帮助"}],
            "scope": {"type": "chat", "chat_id": 7},
        },
    ),
    (
        SendDocument(chat_id=7, document=URLInputFile("https://example.org/a.pdf")), {"method":
        "sendDocument", "chat_id": 7, "document": "https://example.org/a.pdf", "parse_mode": "HTML"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("method", "call"), METHODS, ids=lambda one: type(one).__name__)
def test_a_method_as_a_call(method: Any, call: Call) -> None:
    """What Telegram takes: defaults filled in, kinds named, nothing that was not said."""
    made = call_of(method, HTML)
    assert made == call
    assert loads(dumps([made])) == [call]


@pytest.mark.parametrize(("method", "call"), METHODS[:7], ids=lambda one: type(one).__name__)
def test_a_call_as_a_method(method: Any, call: Call) -> None:
    """A session that takes aiogram's methods gets the same call again."""
    back = method_of(call)
    assert type(back) is type(method)
    assert call_of(back) == call


def test_times_are_sent_as_seconds() -> None:
    """Moments and spans become seconds since 1970 (Bot API, until_date)."""
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    more: dict[str, Any] = {"when": moment, "span": timedelta(days=1)}
    call = call_of(SendMessage(chat_id=1, text="x", **more))
    assert call["when"] == 1795305600
    assert call["span"] > 1_790_000_000


def test_files_lie_beside_the_fields(tmp_path: Path) -> None:
    """By path, or inside for small ones; the reply can be kept, and sent again after a restart."""
    path = tmp_path / "纪要.docx"
    path.write_bytes(b"docx")
    group = SendMediaGroup(
        chat_id=7,
        media=[
            InputMediaDocument(media=FSInputFile(path), caption="一"),
            InputMediaDocument(media=BufferedInputFile(b"pdf", "b.pdf")),
        ],
    )
    (call,) = loads(dumps(calls_of([group], HTML)))
    assert call["media"][0] == {
        "type": "document", "media": "attach://file0", "caption": "一", "parse_mode": "HTML",
    }  # fmt: skip
    assert call[FILES]["file0"] == {"path": str(path), "name": "纪要.docx"}
    assert call[FILES]["file1"]["name"] == "b.pdf"
    back = method_of(call)
    assert isinstance(back, SendMediaGroup)
    first, second = back.media[0].media, back.media[1].media
    assert isinstance(first, FSInputFile)
    assert isinstance(second, BufferedInputFile)
    assert second.data == b"pdf"


@pytest.mark.parametrize("said", ["text", 12, object(), [object()], [{"no": "method"}], ["x"]])
def test_a_handler_returns_methods(said: Any) -> None:
    """Anything else is a mistake that shows in the first test."""
    with pytest.raises((TypeError, AttributeError)):
        calls_of(said)


def test_large_files_are_handed_over_by_path() -> None:
    """A reply is kept in the database; a file of megabytes is not."""
    large = BufferedInputFile(b"x" * (MOST_INLINE_BYTES + 1), "x")
    with pytest.raises(TypeError, match="path"):
        call_of(SendDocument(chat_id=1, document=large))


def test_nothing_to_say() -> None:
    """None, an empty list and aiogram's UNHANDLED are no calls; a single method is one."""
    assert calls_of(None) == calls_of([]) == calls_of(UNHANDLED) == []
    assert len(calls_of(SendMessage(chat_id=1, text="x"))) == len(calls_of(send(1, "x"))) == 1


def test_building_calls() -> None:
    """The short ways give what the methods give."""
    assert send(7, "好", [[("是", "y")]]) == call_of(
        SendMessage(chat_id=7, text="好", reply_markup=ROWS), HTML
    )
    assert edit(7, 2, "好") == call_of(EditMessageText(chat_id=7, message_id=2, text="好"), HTML)
    assert answer("1", "好", alert=True) == {
        "method": "answerCallbackQuery", "callback_query_id": "1", "text": "好", "show_alert": True,
    }  # fmt: skip
    assert keyboard([[("打开", "https://example.org")]]) == {
        "inline_keyboard": [[{"text": "打开", "url": "https://example.org"}]]
    }


# ---------------------------------------------------------------- splitting

S1, S2, TAP, EDIT = send(7, "一"), send(7, "二"), answer("1"), edit(7, 2, "改")
FILE: Call = call_of(SendPhoto(chat_id=7, photo=BufferedInputFile(b"x", "x.jpg")))
TYPING: Call = {"method": "sendChatAction", "chat_id": 7, "action": "typing"}
SPLITS = [
    ([S1], S1, [], []),
    ([TAP, S1], S1, [], [TAP]),
    ([TAP, EDIT], EDIT, [], [TAP]),
    ([TAP, EDIT, S1], S1, [], [TAP, EDIT]),
    ([TAP], TAP, [], []),
    ([S1, S2], None, [S1, S2], []),
    ([TAP, S1, S2], TAP, [S1, S2], []),
    ([TAP, S1, FILE], TAP, [S1, FILE], []),
    ([FILE], None, [FILE], []),
    ([EDIT, FILE], EDIT, [FILE], []),
    ([TYPING, S1], S1, [], [TYPING]),
    ([], None, [], []),
]


@pytest.mark.parametrize(("calls", "inline", "ordered", "free"), SPLITS)
def test_split(calls: list[Call], inline: Call | None, ordered: list[Call], free: list[Call]) -> None:
    """Each row is a reply: what stands in the response, what goes in this order, what goes in any."""
    assert split(calls) == (inline, ordered, free)
    assert owes(calls) == bool(ordered)


def test_second_best() -> None:
    """A new message for one that is gone; plain words for HTML that Telegram would not take."""
    changed = edit(7, 2, "<b>改 &lt;3</b>", [[("是", "y")]])
    assert anew(changed) == send(7, "<b>改 &lt;3</b>", [[("是", "y")]])
    plain = unformatted(changed)
    assert plain["text"] == "改 <3"
    assert "parse_mode" not in plain
    assert changed["text"] == "<b>改 &lt;3</b>"
