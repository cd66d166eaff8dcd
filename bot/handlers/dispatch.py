"""
The dispatcher: one handler per kind of update, dictionaries from commands and buttons to code.

A router per form would make every step dearer with every form; here the number of forms costs nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, ChatMemberUpdated, InaccessibleMessage, Message

from bot.errors import DraftNotFound, NotNow
from bot.forms.core.draft import Note
from bot.forms.core.reading import clean, fold
from bot.handlers import asked, exports, form, home, lists, records
from bot.handlers.talk import Call, Talk
from bot.services import Services
from bot.texts import LANGS, negotiate
from bot.usecases.ports import Unit

Command = Callable[[Talk, str], Awaitable[list[Call]]]


def build_dispatcher(services: Services) -> Dispatcher:
    """The aiogram dispatcher of this process; every channel feeds the same one."""
    handlers = Handlers(services)
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(handlers.message)
    dispatcher.edited_message.register(handlers.edited)
    dispatcher.callback_query.register(handlers.button)
    dispatcher.my_chat_member.register(handlers.membership)
    return dispatcher


class Handlers:
    """One method per kind of update."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.commands: dict[str, Command] = {
            "start": home.start,
            "help": lambda talk, _: home.help_page(talk),
            "cancel": lambda talk, _: home.cancel(talk),
            "language": lambda talk, _: home.language(talk),
            "privacy": lambda talk, _: _now(home.privacy(talk)),
            "settings": lambda talk, _: _now(home.settings(talk)),
            "todo": lambda talk, _: records.waiting(talk),
            "mine": lambda talk, _: records.mine(talk),
            "records": lambda talk, _: lists.types(talk),
            "export": lambda talk, _: exports.types(talk),
            "menu": lambda talk, _: home.home(talk),
        }
        for kind in services.registry:
            name = kind.id.replace(".", "_")
            self.commands[name] = lambda talk, _, type_id=kind.id: home.new(talk, type_id)  # type: ignore[misc]
        self._words: dict[str, dict[str, str]] = {}

    async def message(
        self, message: Message, unit: Unit, channel: str, bot: Bot, more: Callable[[], bool] = bool,
        refused: list[str] | None = None,
    ) -> list[Call]:  # fmt: skip
        """Anything written or sent. *more*, *refused*: of the same album, see :class:`~bot.handlers.talk.Talk`."""
        if message.chat.type != "private" or message.from_user is None:
            return []
        talk = await self._talk(unit, channel, bot, message.chat.id, message.from_user.language_code)
        talk.written = form.utc_stamp(message.date)
        talk.more, talk.refused = more, [] if refused is None else refused
        try:
            return await self._written(talk, message)
        except NotNow as refused:
            return await records.not_now(talk, refused)

    async def _written(self, talk: Talk, message: Message) -> list[Call]:
        text = message.text or ""
        if text.startswith("/"):
            return await self._command(talk, clean(text))
        if talk.person is None:
            return await home.stranger(talk, clean(text))
        if message.photo or message.document:
            if talk.live:
                return await form.sent_file(talk, talk.live, message)
            return [] if form.more_of(talk, message) else await self._nothing_open(talk)
        if not text:
            return await self._other(talk)
        return await self._words_typed(talk, text)

    async def _talk(self, unit: Unit, channel: str, bot: Bot, chat: int, code: str | None) -> Talk:
        person = await unit.people.by_chat(channel, str(chat))
        lang = person.lang if person is not None else negotiate(code, self.services.settings.locale)
        live = await unit.people.live_draft(channel, str(chat)) if person is not None else ""
        return Talk(self.services, unit, channel, chat, person, lang, bot=bot, live=live)

    async def _command(self, talk: Talk, text: str) -> list[Call]:
        word, _, rest = text[1:].partition(" ")
        name = word.partition("@")[0].lower()
        run = self.commands.get(name)
        if run is None or (talk.person is None and name not in ("start", "help", "language", "privacy")):
            if talk.person is None:
                return talk.say(talk.html("start-stranger"))
            return await self._again(talk, Note("problem-no_command"))
        await asked.leave(talk)
        return await run(talk, rest.strip())

    async def _words_typed(self, talk: Talk, text: str) -> list[Call]:
        wanted = self._menu_words(talk.lang).get(fold(clean(text, 40)))
        if wanted is not None and (not talk.live or wanted in ("cancel", "menu", "help")):
            await asked.leave(talk)
            return await self.commands[wanted](talk, "")
        if talk.live:
            try:
                return await form.typed(talk, talk.live, text)
            except DraftNotFound:  # it ended elsewhere: the chat must not stay with it
                form.forget(talk)
        so_far = await asked.so_far(talk)
        match so_far.get("what"):
            case "export":
                return await exports.typed(talk, so_far, text)
            case "village":
                return await lists.typed(talk, so_far["type"], so_far["part"], text)
            case "member":
                return await home.typed_member(talk, so_far, text)
        if chosen := self._language_named(text):
            return await home.language(talk, chosen)
        return await home.home(talk, said=talk.html("home-unknown"))

    def _language_named(self, text: str) -> str:
        """The language whose name was typed (English, 繁体), in whatever language; "" for none."""
        said, texts = fold(clean(text, 40)), self.services.texts
        for lang in LANGS:
            names = [
                texts.text(f"language-{lang}", lang),
                *texts.text(f"language-{lang}.also", lang).split("、"),
            ]
            if said in map(fold, names):
                return lang
        return ""

    def _menu_words(self, lang: str) -> dict[str, str]:
        """A Chinese word reaches the same code as its command."""
        found = self._words.get(lang)
        if found is None:
            texts = self.services.texts
            found = self._words[lang] = {
                fold(texts.text(kind.id, lang)): kind.id.replace(".", "_") for kind in self.services.registry
            }
            for name in (
                "help",
                "cancel",
                "language",
                "privacy",
                "settings",
                "todo",
                "mine",
                "records",
                "export",
                "menu",
            ):
                found[fold(texts.text(f"word-{name}", lang))] = name
        return found

    async def _other(self, talk: Talk) -> list[Call]:
        """A sticker, a voice message, a place nobody asked for."""
        return await self._again(talk, Note("problem-wrong_kind"))

    async def _nothing_open(self, talk: Talk) -> list[Call]:
        return await home.home(talk, said=talk.html("home-file-for-nothing"))

    async def _again(self, talk: Talk, problem: Note) -> list[Call]:
        if talk.live:
            try:
                return await form.again(talk, talk.live, problem)
            except DraftNotFound:
                form.forget(talk)
        return await home.home(talk, said=talk.html("home-unknown"))

    async def edited(self, message: Message, unit: Unit, channel: str, bot: Bot) -> list[Call]:
        """An edited message changes no record silently: say how to change an answer."""
        if message.chat.type != "private" or message.from_user is None:
            return []
        talk = await self._talk(unit, channel, bot, message.chat.id, message.from_user.language_code)
        if talk.person is None:
            return []
        try:
            return await self._again(talk, Note("problem-edited"))
        except NotNow as refused:
            return await records.not_now(talk, refused)

    async def button(self, query: CallbackQuery, unit: Unit, channel: str, bot: Bot) -> list[Call]:
        """A button was pressed; every press is answered."""
        message = query.message
        if message is None or message.chat.type != "private":
            return [{"method": "answerCallbackQuery", "callback_query_id": query.id}]
        talk = await self._talk(unit, channel, bot, message.chat.id, query.from_user.language_code)
        talk.query = query.id
        talk.message_id = 0 if isinstance(message, InaccessibleMessage) else message.message_id
        data = query.data or ""
        if talk.person is None:
            if data.startswith("h:language") or data == "h:privacy":
                return await home.page(talk, *data.split(":")[1:3])
            return talk.say(talk.html("start-stranger"), fresh=True)
        try:
            return await self._pressed(talk, data)
        except NotNow as refused:
            return await records.not_now(talk, refused)
        except (
            DraftNotFound
        ) as missing:  # somebody else's button, or of a draft that is gone: nothing is staged
            if not talk.live:
                raise
            words = self.services.texts.problem(missing, talk.lang)
            return await form.again(talk, talk.live, Note("problem-said", {"words": words}))

    async def _pressed(self, talk: Talk, data: str) -> list[Call]:
        area, _, rest = data.partition(":")
        if area not in asked.AREAS:
            await asked.leave(talk)
        if area == "f":
            return await form.pressed(talk, data)
        parts = [*rest.split(":"), "", "", ""]
        match area:
            case "d":
                return await form.draft_action(talk, parts[0], parts[1])
            case "h":
                return await home.page(talk, parts[0], parts[1])
            case "n":
                return await home.new(talk, parts[0], parts[1], parts[2], parts[3])
            case "l":
                return await lists.page(talk, parts[0], parts[1], parts[2], parts[3])
            case "lv":
                return await lists.villages(talk, parts[0], parts[1], parts[2])
            case "r":
                return await records.page(talk, parts[0], parts[1], parts[2])
            case "a":
                return await records.act(talk, *parts[:4])
            case "x":
                return await exports.page(talk, parts[0], parts[1], parts[2])
        return await form.unknown(talk)

    async def membership(self, change: ChatMemberUpdated, unit: Unit, channel: str, bot: Bot) -> list[Call]:
        """Blocked and unblocked: reminders stop and start again; a group gets nothing."""
        if change.chat.type == "private":
            unit.people.set_blocked(channel, str(change.chat.id), change.new_chat_member.status == "kicked")
        return []


async def _now(calls: list[Call]) -> list[Call]:
    return calls
