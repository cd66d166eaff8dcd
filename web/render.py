"""Templates with words: every page is drawn here, escaped, in the reader's language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.texts import LANGS, Texts, negotiate
from bot.wording import Wording
from web.assets import Assets
from web.services import LANG, SERVICES, WHO

TEMPLATES = Path(__file__).parent / "templates"
ASSETS: web.AppKey[Assets] = web.AppKey("assets", Assets)
ENVIRONMENT: web.AppKey[Environment] = web.AppKey("environment", Environment)
WORDING: web.AppKey[Wording] = web.AppKey("wording", Wording)


def environment() -> Environment:
    """Autoescaping, strict about names, templates compiled once."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, enable_async=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["json_data"] = json_data
    return made


def json_data(value: Any) -> Markup:
    """JSON for a data block (``<script type="application/json">``): nothing in it can end the block."""
    text = json.dumps(value, ensure_ascii=False)
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704 - escaped just above


async def render(request: web.Request, template: str, *, status: int = 200, **values: Any) -> web.Response:
    """
    *template* as a page; ``t(key, …)``, ``asset(name)``, ``when(stamp)``, ``lang``, ``who`` and ``demo`` are
    known to each.
    """
    services = request.app[SERVICES]
    lang = lang_of(request)

    def t(key: str, **arguments: Any) -> str:
        return services.texts.text(key, lang, **arguments)

    def when(stamp: str) -> str:
        return request.app[WORDING].stamp(stamp, ZoneInfo(services.zone), lang)

    body = await request.app[ENVIRONMENT].get_template(template).render_async(
        t=t, when=when, asset=request.app[ASSETS].url, lang=lang, who=request.get(WHO),
        demo=await services.demo(), **values,
    )  # fmt: skip
    return web.Response(text=body, status=status, content_type="text/html", charset="utf-8")


def lang_of(request: web.Request) -> str:
    """The signed-in person's language, else what the browser asks for, else the deployment's."""
    if (known := request.get(LANG)) is None:
        who = request.get(WHO)
        given = who.person.lang if who and who.person.lang in LANGS else None
        known = given or negotiate(request.headers.get("Accept-Language"), request.app[SERVICES].lang)
        request[LANG] = known
    return known


def words(texts: Texts, lang: str, prefix: str) -> dict[str, str]:
    """
    All words whose keys begin with *prefix*, for a script, with the prefix cut off; none may take arguments.
    """
    return {
        key.removeprefix(prefix): texts.text(key, lang)
        for key in sorted(texts.keys(lang))
        if key.startswith(prefix)
    }
