"""The serving process: web server, built-in chat, Telegram, outbox, put together over one open store."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import socket
from collections.abc import AsyncIterator, Mapping
from typing import Any

from aiogram import Bot
from aiogram.types import BotCommand
from aiohttp import web

from bot.app import DEMO, build_services
from bot.channels.commands import CommandList, Profile
from bot.channels.inbox import Inbox
from bot.channels.outbox import Carrier, Outbox, WebCarrier
from bot.channels.session import make_bot
from bot.channels.telegram import Telegram, allowed_updates
from bot.channels.webchat import CHANNEL as WEB
from bot.channels.webchat import WebChatSession
from bot.channels.webchat_files import FileShelf
from bot.channels.webchat_hub import LocalHub
from bot.channels.webchat_room import Room
from bot.channels.worker import CHANNEL as TELEGRAM
from bot.errors import CannotListen, PortTaken, Unready
from bot.handlers.dispatch import build_dispatcher
from bot.handlers.menu import commands
from bot.handlers.notices import notices
from bot.services import Services
from bot.settings import Settings
from bot.texts import EN, ZH_HANS, Texts
from bot.usecases.ports import ChatLog
from bot.usecases.upkeep import EVERY, FIRST, Upkeep, daily_jobs
from storage.blobs import Blobs
from storage.migrations import upgrade
from storage.store import open_store
from web.app import build_web
from web.services import Limits
from web.services import Services as WebServices
from web.serving import GuardedSite

WEB_TOKEN = "42:LIANXIN-BUILT-IN-CHAT"  # noqa: S105 - names the built-in channel's bot; it opens nothing
GRACE = 25.0  # seconds for what is under way when the process is told to end


@contextlib.asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[str]:
    """Bring the database up to date and serve; yields the address people can open."""
    await upgrade(settings.database_url)
    async with open_store(
        settings.database_url, files_dir=settings.files_dir, timezone=settings.timezone
    ) as store:
        services = build_services(settings, store, texts=Texts().load())
        async with put_together(services) as address:
            yield address


@contextlib.asynccontextmanager
async def put_together(
    services: Services, *, upkeep_first: float = FIRST, upkeep_every: float = EVERY
) -> AsyncIterator[str]:
    """Every channel over *services*, started; stopped in order at the end. *upkeep_…*: seconds, shorter in tests."""
    settings, store = services.settings, services.store
    dispatcher = build_dispatcher(services)
    shelf, hub, log = FileShelf(settings.data_dir / "chat"), LocalHub(), store.chat
    session = WebChatSession(log, shelf, hub)
    web_bot = Bot(WEB_TOKEN, session=session)
    bots: dict[str, Bot] = {WEB: web_bot}
    carriers: dict[str, Carrier] = {WEB: WebCarrier(web_bot)}
    inbox = Inbox(store, dispatcher, bots, services.texts, lang=settings.locale)
    listed = commands(services, settings.locale)
    await web_bot.set_my_commands([BotCommand(command=name, description=words) for name, words in listed])
    telegram = None
    if settings.bot_token is not None:
        bot = bots[TELEGRAM] = make_bot(settings.bot_token.get_secret_value(), settings.bot_api)
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        telegram = Telegram(
            bot, inbox, store, allowed_updates=allowed_updates(dispatcher), webhook_url=settings.webhook_url or "",
            secret=secret, profile=profile(services),
        )  # fmt: skip
        carriers[TELEGRAM] = telegram.carrier
    room = Room(web_bot, inbox, log, shelf, hub)
    outbox = Outbox(store, carriers, notices(services.answers))
    jobs = daily_jobs(
        store, Blobs(settings.files_dir), services.files, settings.data_dir / "exports", services.world.clock
    )
    upkeep = Upkeep(jobs, first=upkeep_first, every=upkeep_every)
    app = build_web(web_services(services, room, session, log, hub, shelf))
    if telegram is not None:
        app.add_routes(telegram.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GRACE)
    await runner.setup()
    site = GuardedSite(runner, settings.host, settings.port, limits=Limits())
    try:
        await site.start()
    except OSError as error:
        await runner.cleanup()
        raise not_listening(settings, error) from error
    await services.desk.effects.opening.carry_out_kept(store)
    if telegram is not None:
        telegram.start()
    outbox.start()
    upkeep.start()
    settle()
    try:
        yield site.name
    finally:
        ends = [outbox.stop(GRACE), runner.cleanup(), upkeep.stop()]
        if telegram is not None:
            ends.append(telegram.stop(GRACE))
        await asyncio.gather(*ends, return_exceptions=True)  # side by side: a supervisor waits 30 s in all


def not_listening(settings: Settings, error: OSError) -> Unready:
    """Why nobody can reach us at the host and port of the settings."""
    if error.errno == errno.EADDRINUSE:
        return PortTaken(port=settings.port)
    why = {errno.EACCES: "right", errno.EADDRNOTAVAIL: "address"}.get(error.errno or 0, "other")
    if isinstance(error, socket.gaierror):
        why = "address"
    return CannotListen(why=why, host=settings.host, port=settings.port)


def settle() -> None:
    """
    Call once when everything is built: the collector no longer walks what stays for good.

    aiogram's models, the compiled forms and the words are several hundred thousand objects; walking them over and over took a fifth
    of a step's CPU.
    """
    gc.collect()
    gc.freeze()


def web_services(
    services: Services, room: Room, session: WebChatSession, log: ChatLog, hub: LocalHub, shelf: FileShelf
) -> WebServices:
    """What the pages are handed."""
    settings = services.settings

    async def demo() -> bool:
        return bool(await services.store.meta(DEMO))

    async def ready() -> Mapping[str, str]:
        try:
            await services.store.meta(DEMO)
        except Exception as error:  # whatever it is, the answer is "not ready", with its kind
            return {"database": type(error).__name__}
        return {}

    return WebServices(
        store=services.store, entry=services.entry, texts=services.texts, room=room, session=session, hub=hub,
        files=shelf, public_url=settings.public_url, host=settings.host, zone=settings.timezone, lang=settings.locale,
        demo=demo, demo_public=settings.demo_outside, ready=ready,
    )  # fmt: skip


def profile(services: Services) -> Profile:
    """What Telegram shows of the bot: its commands per scope and language, its descriptions."""
    texts = services.texts
    lists = []
    for code, lang in (("", ZH_HANS), ("en", EN)):
        lists.append(CommandList(commands(services, lang), {"type": "all_private_chats"}, code))
        lists.append(CommandList((), {"type": "all_group_chats"}, code))
    menu: dict[str, Any] = {"type": "commands"}
    return Profile(
        lists,
        {"": texts.text("bot-about", ZH_HANS), "en": texts.text("bot-about", EN)},
        {"": texts.text("bot-about-short", ZH_HANS), "en": texts.text("bot-about-short", EN)},
        menu,
    )
