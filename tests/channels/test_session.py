"""The way to the Bot API: what is sent, what comes back, and what each kind of trouble becomes."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile, FSInputFile, InputMediaDocument, Message

from bot.channels.reply import call_of, edit, send
from bot.channels.session import LeanSession, make_bot
from tests.botapi.faults import Rule
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble


@pytest.fixture
async def bot(api: BotApiDouble) -> AsyncIterator[Bot]:
    """A bot on the lean session."""
    made = make_bot(api.token, api.base)
    yield made
    await made.session.close()


@pytest.fixture
def li(api: BotApiDouble) -> User:
    """Somebody who may be written to."""
    user = api.user(11)
    user.start()
    return user


def lean(bot: Bot) -> LeanSession:
    """The session under the bot."""
    assert isinstance(bot.session, LeanSession)
    return bot.session


async def test_a_call_is_one_json_body_and_its_result_is_bare(bot: Bot, li: User, api: BotApiDouble) -> None:
    """What nobody needs as objects stays JSON."""
    result = await lean(bot).call(bot.token, send(11, "<b>好</b>", [[("是", "y")]]))
    assert result["message_id"] == li.posts[-1].message_id
    assert li.screen().labels == ["是"]
    (call,) = api.ledger.of("sendMessage")
    assert call.body.startswith(b'{"method":"sendMessage"')


async def test_aiogram_gets_its_objects(bot: Bot, li: User) -> None:
    """``await bot(...)`` works as everywhere, with the bot's defaults and mounted results."""
    message = await bot.send_message(11, "<b>粗</b>")
    assert isinstance(message, Message)
    assert message.text == "粗"
    changed = await message.edit_text("<i>斜</i>")
    assert isinstance(changed, Message)
    assert (await bot.get_me()).is_bot
    assert await bot.set_my_description("连心") is True


async def test_files_go_up(bot: Bot, li: User, api: BotApiDouble, tmp_path: Path) -> None:
    """From memory and from disk, alone and in an album, Chinese names kept."""
    path = tmp_path / "会议记录.docx"
    path.write_bytes(b"d" * 200_000)
    await bot.send_document(11, BufferedInputFile(b"%PDF-1.4", "月报.pdf"), caption="<b>月报</b>")
    await bot.send_document(11, FSInputFile(path))
    await bot.send_media_group(
        11,
        [
            InputMediaDocument(media=BufferedInputFile(b"a", "a.txt")),
            InputMediaDocument(media=FSInputFile(path)),
        ],
    )
    shown = [post.json["document"] for post in li.from_bot]
    assert [one["file_name"] for one in shown] == ["月报.pdf", "会议记录.docx", "a.txt", "会议记录.docx"]
    assert [one["file_size"] for one in shown] == [8, 200_000, 1, 200_000]
    assert api.ledger.refused() == []


async def test_files_come_down(bot: Bot, li: User) -> None:
    """getFile and the download, as aiogram does it."""
    li.send_document(b"x" * 300_000, "a.bin")
    stored = li.posts[-1].json["document"]["file_id"]
    content = await bot.download(stored)
    assert isinstance(content, io.BytesIO)
    assert len(content.getvalue()) == 300_000


async def test_a_broken_download_is_a_network_error(bot: Bot, li: User, api: BotApiDouble) -> None:
    """Cut off in the middle, reset, not found: never half a file, never a library's own error."""
    li.send_document(b"x" * 300_000, "a.bin")
    stored = li.posts[-1].json["document"]["file_id"]
    for kind in ("cut", "reset", "502"):
        api.plan(Rule(kind, "file"))
        with pytest.raises(TelegramNetworkError):
            await bot.download(stored)


async def test_not_modified_is_success(bot: Bot, li: User) -> None:
    """A double tap edits to the same words: no error."""
    await lean(bot).call(bot.token, send(11, "一"))
    number = li.posts[-1].message_id
    assert await lean(bot).call(bot.token, edit(11, number, "一")) is True
    assert await bot.edit_message_text("一", chat_id=11, message_id=number) is True


ERRORS = [
    (400, "Bad Request: chat not found", TelegramBadRequest),
    (401, "Unauthorized", TelegramUnauthorizedError),
    (403, "Forbidden: bot was blocked by the user", TelegramForbiddenError),
    (404, "Not Found", TelegramNotFound),
    (409, "Conflict: terminated", TelegramConflictError),
    (420, "FLOOD", TelegramAPIError),
    (500, "Internal Server Error", TelegramServerError),
]


@pytest.mark.parametrize(("code", "description", "kind"), ERRORS)
async def test_refusals_are_aiograms_errors(
    bot: Bot, li: User, api: BotApiDouble, code: int, description: str, kind: type[TelegramAPIError]
) -> None:
    """Each row is an answer of Telegram and the error it becomes, by either door."""
    api.plan(Rule("error", "sendMessage", code=code, description=description))
    with pytest.raises(kind) as caught:
        await lean(bot).call(bot.token, send(11, "x"))
    assert caught.value.message == description
    with pytest.raises(kind):
        await bot.send_message(11, "x")


async def test_a_flood_says_how_long(bot: Bot, li: User, api: BotApiDouble) -> None:
    """retry_after is handed on as it was said."""
    api.plan(Rule("429", "sendMessage", seconds=7))
    with pytest.raises(TelegramRetryAfter) as caught:
        await lean(bot).call(bot.token, send(11, "x"))
    assert caught.value.retry_after == 7


@pytest.mark.parametrize("kind", ["502", "503", "504", "reset", "cut", "broken", "hang"])
async def test_trouble_on_the_way_is_worth_another_try(
    bot: Bot, li: User, api: BotApiDouble, kind: str
) -> None:
    """Proxies' pages, resets, half answers, silence: network or server errors, never a parser's."""
    api.plan(Rule(kind, "sendMessage", seconds=5))
    with pytest.raises((TelegramNetworkError, TelegramServerError)):
        await lean(bot).call(bot.token, send(11, "x"), within=0.5)


async def test_no_error_tells_the_token(li: User, api: BotApiDouble) -> None:
    """
    Neither a closed port nor a bad name nor a refusal brings the token or the words into a message.
    """
    for base in ("http://127.0.0.1:1", "http://no-such-host.invalid", api.base):
        bot = make_bot(api.token, base)
        api.plan(Rule("error", "sendMessage", description='Bad Request: unsupported start tag "张某某" at 3'))
        with pytest.raises(TelegramAPIError) as caught:
            await bot.send_message(11, "秘密")
        told = f"{caught.value!r} {caught.value} {caught.value.__cause__!r}"
        assert api.token not in told
        assert "秘密" not in told
        assert "张某某" not in told
        assert caught.value.__context__ is None or caught.value.__suppress_context__
        await bot.session.close()


async def test_a_closed_session_stays_closed(bot: Bot, li: User) -> None:
    """After the end of the process nothing opens connections again."""
    await bot.session.close()
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(11, "x")


async def test_connections_are_kept(bot: Bot, li: User, api: BotApiDouble) -> None:
    """A hundred calls at once and a hundred in a row all succeed."""
    await asyncio.gather(*(lean(bot).call(bot.token, send(11, str(n))) for n in range(100)))
    for n in range(100):
        await lean(bot).call(bot.token, call_of(send(11, str(n))))
    assert len(li.from_bot) == 200
