"""A small conversation of the tests' own: real aiogram handlers for every method the chat carries."""

from __future__ import annotations

from html import escape
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.filters import Command
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    SendChatAction,
    SendDocument,
    SendLocation,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.channels.webchat import dress
from bot.usecases.ports import Unit

Said = list[TelegramMethod[Any]]
QUESTIONS = (
    ("本月开了几次支委会？", "上月：1 次", ("0", "1", "2", "其他")),
    ("本月开了几次党员大会？", "上月：本月未开", ("0", "1", "2", "其他")),
    ("主题党日是哪一天？", "上月：10月25日（周六）", ("11月22日（周六）", "11月29日（周六）", "还没有开")),
)
LIST = "待办（新来的在前）"
ROWS = 14  # more than any screen of a phone shows
CSV = '﻿编号,村,次数\r\n1,清溪村,2\r\n2,\'=HYPERLINK("http://x"),3\r\n'.encode()


def key(text: str, data: str, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data, style=style)


def question(n: int) -> tuple[str, InlineKeyboardMarkup]:
    ask, last, options = QUESTIONS[n % len(QUESTIONS)]
    text = f"月度汇报 · 清溪村党支部 · 2026年11月　{n + 1}/9\n<b>{ask}</b>\n{last}"
    rows = [[key(option, f"a:{n}:{option}") for option in options]]
    rows.append([key("上一步", f"back:{n}"), key("稍后再填", "later"), key("求助", "help")])
    return text, dress(
        InlineKeyboardMarkup(inline_keyboard=rows), keyboard="numeric", placeholder="例如 2 或 两次", quiet=1
    )


def talk() -> Dispatcher:
    """A dispatcher that remembers nothing: what it says follows from the update alone."""
    dispatcher = Dispatcher(disable_fsm=True)
    router = Router()
    dispatcher.include_router(router)

    @router.message(Command("start"))
    async def start(message: Message) -> Said:
        text = (
            "您好，张某某同志。我是清溪村党支部的“连心”助手。\n以后每月点几下就能和支部保持联系，有困难也可以在这里说。\n"
            "您填的内容由清溪村党支部和镇组织办处理；县里一般只看数字，查看名单要登记理由。"
        )
        rows = [
            [key("看看详细说明", "details")],
            [key("同意并开始", "go", "primary")],
            [key("改用纸质", "paper")],
        ]
        keyboard = InlineKeyboardMarkup(inline_keyboard=rows)
        return [SendMessage(chat_id=message.chat.id, text=text, reply_markup=keyboard)]

    @router.message(Command("place"))
    async def place(message: Message) -> Said:
        keyboard = ReplyKeyboardMarkup(
            keyboard=[
                [KeyboardButton(text="发送位置", request_location=True)],
                [KeyboardButton(text="不发")],
            ],
            one_time_keyboard=True,
        )
        return [SendMessage(chat_id=message.chat.id, text="您现在在哪里？", reply_markup=keyboard)]

    @router.message(Command("lang"))
    async def lang(message: Message, unit: Unit) -> Said:
        person = await unit.people.by_chat("web", str(message.chat.id))
        assert person is not None
        unit.people.set_lang(person.id, "en")
        return [SendMessage(chat_id=message.chat.id, text="English from now on.")]

    @router.message(Command("papers"))
    async def papers(message: Message) -> Said:
        chat = message.chat.id
        return [
            SendChatAction(chat_id=chat, action="upload_document"),
            SendDocument(
                chat_id=chat, document=BufferedInputFile(CSV, "月报 2026-11.csv"), caption="清溪村 11月"
            ),
            SendLocation(chat_id=chat, latitude=30.272, longitude=109.488),
        ]

    @router.message(Command("list"))
    async def list_(message: Message) -> Said:
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[key("待办 28 件", "page:1")]])
        return [SendMessage(chat_id=message.chat.id, text="首页", reply_markup=keyboard)]

    @router.callback_query(F.data.startswith("page:"))
    async def page(query: CallbackQuery) -> Said:
        """A long list in place of what was pressed; page 0 is short."""
        n = int((query.data or "").split(":")[1])
        rows = [[key(f"第{n}页第{i}件", "help")] for i in range(ROWS if n else 1)]
        rows.append([key("收起", "page:0"), key("下一页", f"page:{n + 1}")])
        return [
            AnswerCallbackQuery(callback_query_id=query.id),
            EditMessageText(
                chat_id=query.from_user.id, message_id=tapped(query), text=f"{LIST}　{n}",
                reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
            ),
        ]  # fmt: skip

    @router.message(Command("boom"))
    async def boom(message: Message) -> Said:
        raise RuntimeError("on purpose")

    @router.message(Command("whoami"))
    async def whoami(message: Message, unit: Unit) -> Said:
        person = await unit.people.by_chat("web", str(message.chat.id))
        return [SendMessage(chat_id=message.chat.id, text=f"{person.name if person else '?'}")]

    @router.message(F.location)
    async def location(message: Message) -> Said:
        assert message.location is not None
        text = f"位置已收到：{message.location.latitude:.3f}，{message.location.longitude:.3f}"
        return [SendMessage(chat_id=message.chat.id, text=text, reply_markup=ReplyKeyboardRemove())]

    @router.message(F.photo)
    async def photo(message: Message, bot: Bot) -> Said:
        assert message.photo is not None
        best = message.photo[-1]
        found = await bot.get_file(best.file_id)
        assert found.file_path is not None
        content = await bot.download_file(found.file_path)
        size = len(content.read()) if content is not None else 0
        text = f"照片已收到，{best.width}×{best.height}，{size} 字节"
        return [SendMessage(chat_id=message.chat.id, text=text)]

    @router.message(F.document)
    async def document(message: Message) -> Said:
        assert message.document is not None
        return [
            SendMessage(
                chat_id=message.chat.id, text=f"文件已收到：{escape(message.document.file_name or '')}"
            ),
            SendDocument(chat_id=message.chat.id, document=message.document.file_id),
        ]

    @router.message(F.text)
    async def text(message: Message) -> Said:
        echo = f"您写“{escape(message.text or '')}”，已保存。"
        return [SendMessage(chat_id=message.chat.id, text=echo)]

    @router.callback_query(F.data == "go")
    async def go(query: CallbackQuery) -> Said:
        return [AnswerCallbackQuery(callback_query_id=query.id), *ask_anew(query, 0)]

    @router.callback_query(F.data.startswith("a:"))
    async def answered(query: CallbackQuery) -> Said:
        _, n, option = (query.data or "").split(":", 2)
        echo = f"{QUESTIONS[int(n) % len(QUESTIONS)][0]}\n{escape(option)}，已保存。"
        return [
            AnswerCallbackQuery(callback_query_id=query.id),
            EditMessageText(chat_id=query.from_user.id, message_id=tapped(query), text=echo),
            *ask_anew(query, int(n) + 1),
        ]

    @router.callback_query(F.data.startswith("back:"))
    async def back(query: CallbackQuery) -> Said:
        words, markup = question(max(0, int((query.data or "").split(":")[1]) - 1))
        return [
            AnswerCallbackQuery(callback_query_id=query.id),
            EditMessageText(
                chat_id=query.from_user.id, message_id=tapped(query), text=words, reply_markup=markup
            ),
        ]

    @router.callback_query(F.data == "details")
    async def details(query: CallbackQuery) -> Said:
        return [
            AnswerCallbackQuery(
                callback_query_id=query.id, text="只有支部和镇组织办能看到。", show_alert=True
            )
        ]

    @router.callback_query(F.data == "help")
    async def help_(query: CallbackQuery) -> Said:
        return [
            AnswerCallbackQuery(
                callback_query_id=query.id, text="可以打给镇组织办 李某某，电话 0000-0000000"
            ),
        ]

    @router.callback_query(F.data == "paper")
    async def paper(query: CallbackQuery) -> Said:
        return [
            AnswerCallbackQuery(callback_query_id=query.id),
            EditMessageReplyMarkup(chat_id=query.from_user.id, message_id=tapped(query)),
            SendPhoto(
                chat_id=query.from_user.id, photo=BufferedInputFile(picture(), "表.png"), caption="样表"
            ),
        ]

    @router.callback_query(F.data == "later")
    async def later(query: CallbackQuery) -> Said:
        return [
            AnswerCallbackQuery(callback_query_id=query.id, text="已保存，随时可以接着填。"),
            DeleteMessage(chat_id=query.from_user.id, message_id=tapped(query)),
        ]

    return dispatcher


def ask_anew(query: CallbackQuery, n: int) -> Said:
    words, markup = question(n)
    return [SendMessage(chat_id=query.from_user.id, text=words, reply_markup=markup)]


def tapped(query: CallbackQuery) -> int:
    assert query.message is not None
    return query.message.message_id


def picture(width: int = 320, height: int = 200, colour: str = "#d8c9a8") -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()
