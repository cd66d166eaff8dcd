"""What the web skin is handed by the composition root."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.channels.webchat import WebChatSession
from bot.channels.webchat_files import FileShelf
from bot.channels.webchat_hub import LocalHub
from bot.channels.webchat_room import Room
from bot.texts import Texts
from bot.usecases.entry import Entry, SignedIn
from bot.usecases.ports import Store


async def _ready() -> Mapping[str, str]:
    return {}


async def _no() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Services:
    """
    ``public_url``: as the settings have it, "" when unset (then only addresses that are plainly local are
    served).

    ``demo``: whether the database is marked as one; ``demo_public``: the picker may be shown beyond this
    machine;
    ``host``: the HOST setting; ``ready``: what is not in order, part -> why; ``now``: seconds since 1970.
    """

    store: Store
    entry: Entry
    texts: Texts
    room: Room
    session: WebChatSession
    hub: LocalHub
    files: FileShelf
    public_url: str = ""
    host: str = "127.0.0.1"
    zone: str = "Asia/Shanghai"
    lang: str = "zh-Hans"
    demo: Callable[[], Awaitable[bool]] = _no
    demo_public: bool = False
    ready: Callable[[], Awaitable[Mapping[str, str]]] = _ready
    limits: Limits = field(default_factory=lambda: Limits())  # noqa: PLW0108 - named below


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and counts that keep slow or greedy clients from stopping others."""

    header: float = 15.0  # from the first byte of a request to the end of its head
    idle: float = 30.0  # between an answer and the next request
    form: float = 20.0  # to send a form
    upload: float = 600.0  # to send a file of 20 MB over a weak line
    stall: float = 30.0  # between two pieces of one
    hello: float = 10.0  # for the first word on a WebSocket
    connections: int = 2_000
    actions_per_second: float = 8.0
    actions_at_once: int = 20


SERVICES: web.AppKey[Services] = web.AppKey("services", Services)
#: Who is signed in, set by web.auth for every request; absent = nobody.
WHO: web.RequestKey[SignedIn] = web.RequestKey("who", SignedIn)
LANG: web.RequestKey[str] = web.RequestKey("lang", str)
STATE: web.AppKey[dict[str, Any]] = web.AppKey("state", dict)
