"""What holds for every request: where it may come from, what its answer carries, how long it may take."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from aiohttp.typedefs import Middleware

from bot.channels.webhook import PATH as TELEGRAM
from web.problems import BadRequest, ForeignRequest
from web.services import SERVICES, Services

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SAFE = (hdrs.METH_GET, hdrs.METH_HEAD, hdrs.METH_OPTIONS)


#: Where another machine calls, not a browser: it brings a secret of its own, no cookie and no Origin.
MACHINES = frozenset({TELEGRAM})


def pages_only(inner: Middleware) -> Middleware:
    """*inner*, but not for the addresses of MACHINES: those answer, refuse and end by themselves."""

    @web.middleware
    async def outer(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await (handler(request) if request.path in MACHINES else inner(request, handler))

    return outer


def policy(request: web.Request) -> str:
    """
    The Content-Security-Policy: our own files and nothing inline.

    The WebSocket is named with its host because older WebViews do not count it under 'self'.
    """
    host = request.host if _plain_host(request.host) else ""
    sockets = f" ws://{host} wss://{host}" if host else ""
    return (
        "default-src 'self'; img-src 'self' data: blob:; "
        f"connect-src 'self'{sockets}; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


async def secure(request: web.Request, response: web.StreamResponse) -> None:
    """Security headers on every answer, just before it leaves; nothing personal stays in a cache."""
    if request.path in MACHINES:
        return
    response.headers.setdefault("Content-Security-Policy", policy(request))
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    # same-origin, not no-referrer: with the latter browsers send "Origin: null" with our own forms
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=()"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    response.headers.setdefault("Cache-Control", "no-store")
    if is_https(request):
        response.headers["Strict-Transport-Security"] = "max-age=31536000"


@web.middleware
async def same_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever changes something, and the WebSocket, must come from our own pages."""
    services = request.app[SERVICES]
    if not known_host(request, services):
        raise BadRequest(why="host")
    if request.method not in SAFE or request.headers.get(hdrs.UPGRADE, "").lower() == "websocket":
        demand_same_origin(request, services)
    return await handler(request)


@web.middleware
async def deadline(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A form must arrive, and a page be drawn, within a time; files and WebSockets keep their own."""
    if request.path.startswith("/chat/"):
        return await handler(request)
    async with asyncio.timeout(request.app[SERVICES].limits.form):
        return await handler(request)


def demand_same_origin(request: web.Request, services: Services) -> None:
    """Raise ForeignRequest unless Origin (or, where a browser sends none, Referer) is ours."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise ForeignRequest
    given = request.headers.get(hdrs.ORIGIN) or request.headers.get(hdrs.REFERER) or ""
    parts = urlsplit(given)
    if not parts.netloc or f"{parts.scheme}://{parts.netloc}".lower() not in origins(request, services):
        raise ForeignRequest


def origins(request: web.Request, services: Services) -> set[str]:
    """Under which origins our own pages are seen."""
    if services.public_url:
        parts = urlsplit(services.public_url)
        return {f"{parts.scheme}://{parts.netloc}".lower()} | (
            {_local(request)} if _is_local(request.host) else set()
        )
    return {_local(request)}


def _local(request: web.Request) -> str:
    return f"{'https' if request.secure else 'http'}://{request.host}".lower()


def known_host(request: web.Request, services: Services) -> bool:
    """
    Whether we are called by a name of ours. A page elsewhere can let its own name point at this machine (DNS
    rebinding); so beside PUBLIC_URL and HOST only bare addresses and localhost count.
    """
    if request.path in ("/healthz", "/readyz"):
        return True
    host = request.host.lower()
    names = {urlsplit(services.public_url).netloc.lower()} if services.public_url else set()
    bare = urlsplit(f"//{host}").hostname or ""
    return host in names or bare == services.host.lower() or _is_address(bare) or bare == "localhost"


def is_https(request: web.Request) -> bool:
    """
    Whether the person's browser speaks https: by our own socket, or by the public address behind a proxy.
    """
    return request.secure or (
        request.app[SERVICES].public_url.startswith("https://") and not _is_local(request.host)
    )


def _is_local(host: str) -> bool:
    bare = urlsplit(f"//{host}").hostname or ""
    return bare == "localhost" or (_is_address(bare) and ipaddress.ip_address(bare).is_loopback)


def _is_address(bare: str) -> bool:
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        return False
    return True


def _plain_host(host: str) -> bool:
    return all(char.isalnum() or char in ".-:[]_" for char in host) and host.isascii()


def loopback(host: str) -> bool:
    """Whether a HOST setting listens on this machine only."""
    return _is_local(host)
