"""The subject: Lianxin's own webhook over SQLite, with N members. ``python -m bench.subject PORT API FOLDER PEOPLE FORMS``."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from aiohttp import web

from bench.catalogue import many_forms
from bot.app import build_services
from bot.channels.inbox import Inbox
from bot.channels.session import make_bot
from bot.channels.telegram import Telegram, allowed_updates
from bot.forms.registry import Registry, found
from bot.handlers.dispatch import build_dispatcher
from bot.people import Org, Person, Post
from bot.serving import settle
from bot.settings import Settings
from bot.texts import Texts
from storage.migrations import upgrade
from storage.store import open_store

TOKEN = "42:AABENCH-bench-bench-bench-bench-bench"
SECRET = "bench-secret-0123456789abcdef"
FIRST_CHAT = 100_000


async def serve(port: int, api: str, folder: Path, people: int, forms: int) -> None:
    """Fill a small county, bind the chats, serve the webhook until killed."""
    url = f"sqlite+aiosqlite:///{folder}/bench.db"
    await upgrade(url)
    settings = Settings(data_dir=folder, database_url=url, bot_api=api, _env_file=None)
    async with open_store(url, files_dir=folder / "files") as store:
        unit = store.unit()
        town = Org("QX03", "清溪镇党委", "清溪镇", "town", "office", "SF", "/SF/QX03/")
        branch = Org("QX0301", "清溪村党支部", "清溪村", "branch", "village", "QX03", "/SF/QX03/QX0301/")
        for org in (Org("SF", "示范县委组织部", "示范县", "county", "office", "", "/SF/"), town, branch):
            unit.people.put_org(org)
        for n in range(people):
            unit.people.put_person(Person(f"m{n}", f"王某{n}"))
            unit.people.put_post(
                f"m{n}", Post(branch.id, branch.path, branch.level, "member", "党员", "2020-01-01")
            )
            unit.people.set_consent(f"m{n}", "v1", "bench")
            unit.people.bind_chat("tg", str(FIRST_CHAT + n), f"m{n}")
        await store.commit(unit)
        types = Registry([*found(), *many_forms(forms)])
        services = build_services(settings, store, texts=Texts().load(), types=types)
        bot = make_bot(TOKEN, api)
        dispatcher = build_dispatcher(services)
        inbox = Inbox(store, dispatcher, {"tg": bot}, services.texts)
        telegram = Telegram(
            bot,
            inbox,
            store,
            allowed_updates=allowed_updates(dispatcher),
            webhook_url="http://127.0.0.1",
            secret=SECRET,
        )
        app = web.Application()
        app.add_routes(telegram.routes())
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        telegram.start()
        settle()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])))
