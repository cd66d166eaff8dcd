"""
Signing in: a personal link binds this browser to a person; the cookie holds a random id and nothing else.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.errors import InvitationGone
from bot.usecases.entry import ADMIN_HOURS, DEMO_HOURS, MEMBER_DAYS, NameWrong, SignedIn
from web.guard import is_https
from web.problems import BadRequest, NotSignedIn
from web.render import render
from web.services import SERVICES, WHO

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LIVES = {"member": MEMBER_DAYS * 86400, "admin": ADMIN_HOURS * 3600, "demo": DEMO_HOURS * 3600}
MAX_FORM = 16 * 1024


def cookie_name(request: web.Request) -> str:
    """``__Host-``: a cookie that no other host and no plain http can have set."""
    return "__Host-lianxin" if is_https(request) else "lianxin"


@web.middleware
async def session(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Find out who is signed in; a member's cookie slides on with the device."""
    token = request.cookies.get(cookie_name(request), "")
    who = await request.app[SERVICES].entry.signed_in(token) if token and _wanted(request) else None
    if who is not None and who.device.kind == "demo" and not await request.app[SERVICES].demo():
        who = None
    if who is not None:
        request[WHO] = who
    response = await handler(request)
    if who is not None and request.path == "/chat" and not response.prepared:
        keep(request, response, token, who)
    return response


def _wanted(request: web.Request) -> bool:
    return not request.path.startswith("/static/") and request.path not in ("/healthz", "/readyz")


def keep(request: web.Request, response: web.StreamResponse, token: str, who: SignedIn) -> None:
    """Give the browser its cookie for as long as the device lives."""
    response.set_cookie(
        cookie_name(request), token, max_age=LIVES[who.device.kind], path="/", httponly=True, samesite="Lax",
        secure=is_https(request),
    )  # fmt: skip


def whoever(request: web.Request) -> SignedIn:
    """Who is signed in, or NotSignedIn."""
    if WHO not in request:
        raise NotSignedIn
    return request[WHO]


async def form(request: web.Request) -> dict[str, str]:
    """The fields of a small form, texts only, the first of each name."""
    if (
        request.content_length or 0
    ) > MAX_FORM or request.content_type != "application/x-www-form-urlencoded":
        raise BadRequest(why="form")
    fields = await request.post()
    return {name: value for name, value in reversed(list(fields.items())) if isinstance(value, str)}


def go(path: str) -> web.Response:
    """303: see the next page with GET."""
    return web.Response(status=303, headers={"Location": path})


def place_of(request: web.Request) -> str:
    """
    Where guesses come from: the address of the connection (a proxy should be on this machine's own network).
    """
    return request.remote or "-"


# ---------------------------------------------------------------- the personal link


async def invitation(request: web.Request) -> web.StreamResponse:
    """``GET /i/<code>``: who it is for; nothing is used up by looking (messengers fetch links ahead)."""
    try:
        opened = await request.app[SERVICES].entry.open_invitation(
            request.match_info["code"], place=place_of(request)
        )
    except InvitationGone as gone:
        if (
            gone.details.get("why") == "used" and WHO in request
        ):  # one's own link again, on the device it bound
            return go("/chat")
        raise
    return await render(request, "invitation.html", opened=opened, problem="", name="")


async def use_invitation(request: web.Request) -> web.StreamResponse:
    """``POST /i/<code>``: bind this browser."""
    services, code, place = request.app[SERVICES], request.match_info["code"], place_of(request)
    name = (await form(request)).get("name", "")[:60]
    try:
        token, who = await services.entry.enter(code, name=name, label=label_of(request), place=place)
    except NameWrong:
        opened = await services.entry.open_invitation(code, place=place)
        return await render(
            request, "invitation.html", status=403, opened=opened, problem="error-name_wrong", name=name
        )
    if (before := request.get(WHO)) is not None:
        await _end(request, before)
    response = go("/chat")
    keep(request, response, token, who)
    return response


async def leave(request: web.Request) -> web.StreamResponse:
    """``POST /leave``: sign this browser out."""
    if (who := request.get(WHO)) is not None:
        await _end(request, who)
    response = go("/")
    response.del_cookie(
        cookie_name(request), path="/", secure=is_https(request), httponly=True, samesite="Lax"
    )
    return response


# ---------------------------------------------------------------- devices


async def devices(request: web.Request) -> web.StreamResponse:
    """``GET /devices``: where the person is signed in."""
    who = whoever(request)
    listed = await request.app[SERVICES].entry.devices(who.person.id)
    return await render(request, "devices.html", devices=listed, this=who.device.id)


async def end_device(request: web.Request) -> web.StreamResponse:
    """``POST /devices/<id>/end``: sign one of them out."""
    who, services = whoever(request), request.app[SERVICES]
    if await services.entry.end_device(who.person.id, request.match_info["id"]):
        services.hub.publish(who.chat, {"t": "bye", "device": request.match_info["id"]})
    return go("/devices")


async def _end(request: web.Request, who: SignedIn) -> None:
    services = request.app[SERVICES]
    await services.entry.end_device(who.person.id, who.device.id)
    services.hub.publish(who.chat, {"t": "bye", "device": who.device.id})


_SYSTEMS = (("HarmonyOS", "HarmonyOS"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"),
            ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"))  # fmt: skip
_BROWSERS = (("MicroMessenger", "WeChat"), ("Telegram", "Telegram"), ("Edg", "Edge"), ("Firefox", "Firefox"),
             ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip


def label_of(request: web.Request) -> str:
    """A device as its owner knows it: ``Android · WeChat``."""
    agent = request.headers.get("User-Agent", "")
    parts = [next((shown for mark, shown in names if mark in agent), "") for names in (_SYSTEMS, _BROWSERS)]
    return " · ".join(filter(None, parts))
