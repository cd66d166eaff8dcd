"""The web skin put together: routes, middlewares, health; `build_web` is called by the composition root."""

from __future__ import annotations

from aiohttp import web

from bot.wording import Wording
from web import auth, chat, demo, papers
from web.assets import Assets
from web.demo import PICKER, Picker
from web.guard import deadline, pages_only, same_origin, secure
from web.problems import problems
from web.render import ASSETS, ENVIRONMENT, WORDING, environment
from web.services import SERVICES, Services
from web.serving import CONNECTIONS, count_requests

MAX_BODY = 64 * 1024  # bytes aiohttp reads by itself; files are streamed past it (web/chat.py)


def build_web(services: Services) -> web.Application:
    """The application of one process; run it with `serve`, or under aiohttp's test server."""
    app = web.Application(
        client_max_size=MAX_BODY,
        middlewares=[
            count_requests,
            *[pages_only(each) for each in (problems, deadline, same_origin, auth.session)],
        ],
    )
    app[SERVICES] = services
    app[ASSETS] = assets = Assets()
    app[ENVIRONMENT] = environment()
    app[WORDING] = Wording(services.texts)
    app[PICKER] = Picker(services.store)
    app[CONNECTIONS] = {}
    app[chat.SOCKETS] = chat.Sockets()
    app.on_response_prepare.append(secure)
    app.on_shutdown.append(chat.close_sockets)
    app.add_routes(
        [
            web.get("/", demo.home),
            web.post("/demo", demo.choose),
            web.get("/i/{code}", auth.invitation),
            web.post("/i/{code}", auth.use_invitation),
            web.post("/leave", auth.leave),
            web.get("/devices", auth.devices),
            web.post("/devices/{id}/end", auth.end_device),
            web.get("/chat", chat.page),
            web.get("/chat/ws", chat.socket),
            web.post("/chat/files/{key}", chat.upload),
            web.get("/chat/files/{id}", chat.file),
            web.get("/chat/papers/{id}", papers.paper),
            web.get("/static/{mark}/{name:.+}", assets.serve),
            web.get("/favicon.ico", icon),
            web.get("/healthz", healthy),
            web.get("/readyz", ready),
        ]
    )
    return app


async def icon(request: web.Request) -> web.StreamResponse:
    """Browsers ask for it whatever the page says."""
    return web.Response(status=301, headers={"Location": request.app[ASSETS].url("icon.svg")})


async def healthy(_: web.Request) -> web.StreamResponse:
    """
    ``GET /healthz``: the loop turns. Touches nothing else, so that a slow database is not met with a restart.
    """
    return web.json_response({"ok": True})


async def ready(request: web.Request) -> web.StreamResponse:
    """``GET /readyz``: whether work can be taken; what is not in order, by part."""
    wrong = await request.app[SERVICES].ready()
    return web.json_response({"ok": not wrong, "wrong": dict(wrong)}, status=503 if wrong else 200)
