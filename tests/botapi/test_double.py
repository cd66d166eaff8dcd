"""The double against a plain aiogram: what a real library sends, reads and raises."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MenuButtonCommands,
    Message,
    ReplyParameters,
    Update,
)
from aiogram.types import (
    User as TelegramUser,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.botapi.faults import Rule
from tests.botapi.files import picture
from tests.botapi.people import Attachment, User
from tests.botapi.server import BotApiDouble

YES_NO = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="是", callback_data="yes"),
            InlineKeyboardButton(text="否", callback_data="no"),
        ]
    ]
)


@pytest.fixture
async def aio(api: BotApiDouble) -> AsyncIterator[Bot]:
    """An aiogram bot that talks to the double."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api.base))
    bot = Bot(api.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    yield bot
    await bot.session.close()


def echo() -> Dispatcher:
    """Answers every text inside the response where it can, every tap by an edit."""
    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.message(F.text)
    async def said(message: Message) -> TelegramMethod[Message]:
        return message.answer(f"您说：{message.text}", reply_markup=YES_NO)

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        await query.answer("记下了")
        if isinstance(query.message, Message):
            await query.message.edit_text(f"选了 {query.data}")

    return dispatcher


# ------------------------------------------------------------ calls


async def test_aiogram_sends_and_reads_everything(aio: Bot, li: User) -> None:
    """Its multipart and urlencoded calls arrive, our answers pass its models."""
    me = await aio.get_me()
    assert (me.username, me.can_read_all_group_messages) == ("lianxin_double_bot", False)
    sent = await aio.send_message(li.id, "<b>问</b>", reply_markup=YES_NO)
    assert sent.html_text == "<b>问</b>"
    assert sent.reply_markup is not None
    assert sent.reply_markup.model_dump() == YES_NO.model_dump()
    edited = await aio.edit_message_text("改", chat_id=li.id, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert edited.reply_markup is None
    assert edited.edit_date is not None
    await aio.edit_message_reply_markup(chat_id=li.id, message_id=sent.message_id, reply_markup=YES_NO)
    reply = await aio.send_message(li.id, "答", reply_parameters=ReplyParameters(message_id=sent.message_id))
    assert reply.reply_to_message is not None
    document = await aio.send_document(li.id, BufferedInputFile(b"a,b\r\n", "十一月.csv"), caption="表")
    assert document.document is not None
    assert document.document.file_name == "十一月.csv"
    downloaded = await aio.download(document.document)
    assert downloaded is not None
    assert downloaded.read() == b"a,b\r\n"
    await aio.edit_message_caption(chat_id=li.id, message_id=document.message_id, caption="新表")
    photo = await aio.send_photo(li.id, BufferedInputFile(picture(), "p.png"))
    assert photo.photo is not None
    album = await aio.send_media_group(
        li.id,
        [InputMediaPhoto(media=BufferedInputFile(picture(shade=n), "p.png"), caption=f"{n}") for n in (1, 2)],
    )
    assert len({message.media_group_id for message in album}) == 1
    assert (await aio.send_location(li.id, 30.25, 120.5)).location is not None
    assert await aio.send_chat_action(li.id, "typing")
    assert await aio.delete_message(li.id, reply.message_id)
    assert [post.text for post in li.from_bot] == ["改", "新表", "", "1", "2", ""]
    assert list(li.chat.actions) == ["typing"]


async def test_aiogram_sets_up_the_bot(api: BotApiDouble, aio: Bot, li: User) -> None:
    """Commands by scope, names and descriptions, menu button, webhook."""
    await aio.set_my_commands([BotCommand(command="help", description="帮助")])
    await aio.set_my_commands(
        [BotCommand(command="cancel", description="取消")], scope=BotCommandScopeChat(chat_id=li.id)
    )
    assert [one["command"] for one in api.commands_for(li)] == ["cancel"]
    await aio.delete_my_commands(scope=BotCommandScopeChat(chat_id=li.id))
    assert [one.command for one in await aio.get_my_commands()] == ["help"]
    await aio.set_my_name("连心")
    await aio.set_my_description("村里的助手")
    await aio.set_my_short_description("助手", language_code="zh")
    assert (await aio.get_my_short_description(language_code="zh")).short_description == "助手"
    await aio.set_chat_menu_button(chat_id=li.id, menu_button=MenuButtonCommands())
    await aio.set_webhook("http://127.0.0.1:9/hook", secret_token="s", allowed_updates=["message"])
    info = await aio.get_webhook_info()
    assert (info.url, info.allowed_updates) == ("http://127.0.0.1:9/hook", ["message"])
    assert await aio.delete_webhook()


async def test_errors_become_aiograms_own(api: BotApiDouble, aio: Bot, li: User) -> None:
    """400, 401, 403, 404, 409, 429, 5xx and a broken connection: each its exception, in Telegram's words."""
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aio.send_message(5, "x")
    with pytest.raises(TelegramBadRequest, match='can\'t parse entities: Unsupported start tag "br"'):
        await aio.send_message(li.id, "a<br>")
    sent = await aio.send_message(li.id, "x", reply_markup=YES_NO)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await aio.edit_message_text("x", chat_id=li.id, message_id=sent.message_id, reply_markup=YES_NO)
    li.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aio.send_message(li.id, "x")
    with pytest.raises(TelegramNotFound, match="method not found"):
        await aio.get_available_gifts()
    await aio.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await aio.get_updates()
    api.plan(Rule("429", seconds=3, times=1), Rule("502", times=1), Rule("reset", times=1))
    with pytest.raises(TelegramRetryAfter) as caught:
        await aio.get_me()
    assert caught.value.retry_after == 3
    with pytest.raises(TelegramServerError):
        await aio.get_me()
    with pytest.raises(TelegramNetworkError):
        await aio.get_me()
    async with Bot("1:wrong", session=AiohttpSession(api=TelegramAPIServer.from_base(api.base))) as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


# ------------------------------------------------------------ updates


async def test_every_update_passes_aiograms_models(api: BotApiDouble, aio: Bot, li: User) -> None:
    """What people do is read by a strict model without a field too many or too few."""
    await aio.send_message(li.id, "问", reply_markup=YES_NO)
    group = api.group("示范村")
    said = li.text("看 https://example.org /help")
    updates = [
        said,
        li.tap("是"),
        li.send_photo(picture(), caption="图"),
        li.send_document(b"%PDF", "会议.pdf"),
        *li.send_album([Attachment(picture()), Attachment(picture())]),
        li.send_voice(),
        li.send_sticker(),
        li.send_location(30.25, 120.5),
        li.send_contact(),
        li.forward("转"),
        li.edit(said.message_id, "改"),
        li.text("/help", group),
        li.block(),
        li.unblock(),
    ]
    kinds = []
    for update in updates:
        read = Update.model_validate(update.json, context={"bot": aio})
        assert read.event_type == update.kind
        assert read.event.model_extra in (None, {})
        kinds.append(read.message.content_type if read.message else read.event_type)
    assert kinds == [
        "text", "callback_query", "photo", "document", "photo", "photo", "voice", "sticker",
        "location", "contact", "text", "edited_message", "text", "my_chat_member", "my_chat_member",
    ]  # fmt: skip


async def test_polling_with_aiograms_dispatcher(api: BotApiDouble, aio: Bot, li: User) -> None:
    """A whole exchange by getUpdates: text, answer, tap, edit, toast; all acknowledged by offset."""
    dispatcher = echo()
    polling = asyncio.create_task(
        dispatcher.start_polling(aio, handle_signals=False, close_bot_session=False, polling_timeout=5)
    )
    await api.ready()
    await li.sees("您说：/start")
    await api.after(li.text("好"))
    assert li.screen().text == "您说：好"
    await api.after(li.tap("是"), li.text("<好>"))
    assert li.toasts == ["记下了"]
    assert [call.description for call in api.ledger.refused()] == [
        'Bad Request: can\'t parse entities: Unsupported start tag "好" at byte offset 9'
    ]
    assert {update.how for update in api.ledger.acked()} == {"offset"}
    await dispatcher.stop_polling()
    await polling


async def test_webhook_with_aiograms_handler(api: BotApiDouble, aio: Bot, li: User) -> None:
    """A whole exchange by webhook, the answer inside the response as aiogram's multipart."""
    handler = SimpleRequestHandler(echo(), aio, handle_in_background=False, secret_token="s3cret")
    app = web.Application()
    handler.register(app, "/hook")
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await aio.set_webhook(url, secret_token="s3cret")
    await api.after(li.text("好"))
    assert [call.via for call in api.ledger.of("sendMessage")] == ["webhook", "webhook"]
    assert li.screen().text == "您说：好"
    await api.after(li.tap("是"))
    assert li.from_bot[-1].text == "选了 yes"
    assert li.toasts == ["记下了"]
    assert api.ledger.refused() == []
    api.deliver_to(url, "wrong")
    update = li.text("错的密语")
    await asyncio.sleep(0.05)
    assert (update.state, set(update.statuses)) == ("pending", {401})
    await aio.delete_webhook()
    await runner.cleanup()


async def test_aiograms_json_answer_and_entities(aio: Bot, li: User) -> None:
    """The same text by model_dump JSON, as Lianxin's own webhook writes it."""
    method = SendMessage(chat_id=li.id, text="<b>粗</b>", parse_mode="HTML", reply_markup=YES_NO)
    sent = await aio(method)
    assert sent.entities is not None
    assert sent.entities[0].type == "bold"
    assert isinstance(sent.from_user, TelegramUser)
