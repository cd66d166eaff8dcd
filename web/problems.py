"""What went wrong -> a status and words; nothing else in the web skin catches broadly."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import ClassVar

from aiohttp import web

from bot.errors import LianxinError
from web.render import lang_of, render
from web.services import SERVICES

log = logging.getLogger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

STATUS = {
    "not_signed_in": 401, "foreign_request": 403, "not_allowed": 403, "bad_action": 400, "bad_request": 400,
    "invitation_gone": 410, "name_wrong": 403, "too_many_guesses": 429, "file_too_big": 413,
    "file_unreadable": 415, "file_empty": 400, "too_slow": 408, "not_kept": 503, "record_not_found": 404,
}  # fmt: skip
#: Where a script reads the answer, not a person.
JSON_PATHS = ("/chat/files/", "/chat/ws")


class NotSignedIn(LianxinError):
    """Nobody is signed in with this browser."""

    code: ClassVar[str] = "not_signed_in"


class ForeignRequest(LianxinError):
    """A request that changes something came from another site, or does not say from where."""

    code: ClassVar[str] = "foreign_request"


class BadRequest(LianxinError):
    """A form or an address that none of our pages makes."""

    code: ClassVar[str] = "bad_request"


class TooSlow(LianxinError):
    """What was to be sent did not arrive in time."""

    code: ClassVar[str] = "too_slow"


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every error as a page in words (or JSON for a script), with the right status."""
    try:
        return await handler(request)
    except LianxinError as error:
        return await answer(request, STATUS.get(error.code, 500), error)
    except web.HTTPException as error:
        if error.status < 400:
            return web.Response(status=error.status, headers=error.headers)
        kind = {404: "web-problem-missing", 405: "web-problem-missing", 413: "error-file_too_big"}
        key = kind.get(error.status, "error-bad_request")
        response = await page(request, error.status, key, limit_mb=20)
        if "Allow" in error.headers:
            response.headers["Allow"] = error.headers["Allow"]
        return response
    except TimeoutError:
        return await answer(request, 408, TooSlow())
    except (ConnectionResetError, ConnectionAbortedError):
        raise
    except Exception:
        number = secrets.token_hex(2).upper()
        log.exception("web_request_failed number=%s route=%s", number, route_of(request))
        try:
            return await page(request, 500, "web-problem-ours", number=number)
        except Exception:  # even this page could not be drawn: words that need nothing
            log.exception("web_problem_page_failed number=%s", number)
            return web.Response(status=500, text=f"500 {number}")


async def answer(request: web.Request, status: int, error: LianxinError) -> web.Response:
    """The words of *error*: what happened and what to do."""
    why = str(error.details.get("why", ""))
    key = f"error-{error.code}"
    if request.app[SERVICES].texts.has(f"{key}--{why}", lang_of(request)):
        key = f"{key}--{why}"
    values = {
        name: value if isinstance(value, str | int | float) else str(value)
        for name, value in error.details.items()
    }
    if status >= 500:
        log.error("web_problem code=%s route=%s", error.code, route_of(request))
    return await page(request, status, key, code=error.code, **values)


async def page(
    request: web.Request, status: int, key: str, *, code: str = "", **values: str | float
) -> web.Response:
    """One problem as a page, or as JSON where a script asked."""
    text = request.app[SERVICES].texts.text(key, lang_of(request), **values)
    if request.path.startswith(JSON_PATHS) and (request.method != "GET" or request.path == "/chat/ws"):
        return web.json_response({"error": code or str(status), "text": text}, status=status)
    return await render(request, "problem.html", status=status, text=text)


def route_of(request: web.Request) -> str:
    """The route's pattern, never the address itself: an address can hold a code."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "-"
