"""What every part of the double shares: the shape of JSON, Telegram's errors, a bell to wait on."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

TOO_OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
PREFIXES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class ApiError(Exception):
    """An answer with ``ok: false``: error_code, description and, for 429, parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> bytes:
        """The JSON Telegram sends for this error."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return to_bytes(answer)


def fail(message: str, code: int = 400) -> ApiError:
    """
    An error in Telegram's own spelling: prefix, then the message with a small first letter.

    Server constants such as BUTTON_DATA_INVALID keep their capitals
    (tdlib/telegram-bot-api, Client.cpp, fail_query_with_error).
    """
    second = message[1:2]
    if not (second == "_" or "A" <= second <= "Z"):
        message = message[:1].lower() + message[1:]
    return ApiError(code, f"{PREFIXES[code]}: {message}")


def too_many_requests(seconds: int) -> ApiError:
    """429 with parameters.retry_after, in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


_encode = json.JSONEncoder(separators=(",", ":")).encode


def to_bytes(value: Any) -> bytes:
    """JSON as Telegram writes it: compact, everything beyond ASCII escaped (so lone surrogates survive)."""
    return _encode(value).encode()


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Clock:
    """Telegram's clock: the real one, plus whatever a test let pass with :meth:`skip`."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def skip(self, seconds: float) -> None:
        """Let *seconds* pass at once: queries grow old, updates expire."""
        self._ahead += seconds


class Bell:
    """
    Lets tests wait for a condition instead of sleeping.

    Waiters name the keys they care about (a chat, an update), so that one call wakes
    only those it can concern, even with hundreds of people at once.
    """

    def __init__(self) -> None:
        self._waiting: dict[object, set[asyncio.Event]] = {}

    def ring(self, *keys: object) -> None:
        """Something about *keys* changed. Who waits for ``None`` wakes on every ring."""
        if not self._waiting:
            return
        for key in (*keys, None):
            for event in self._waiting.get(key, ()):
                event.set()

    async def until(
        self, true: Callable[[], bool], key: object = None, within: float = 10.0, what: str = ""
    ) -> None:
        """Wait until *true* answers yes; raises TimeoutError naming *what* after *within* seconds."""
        if true():
            return
        event = asyncio.Event()
        self._waiting.setdefault(key, set()).add(event)
        try:
            async with asyncio.timeout(within):
                while not true():
                    event.clear()
                    await event.wait()
        except TimeoutError:
            raise TimeoutError(f"{what or 'did not happen'} within {within:g} s") from None
        finally:
            waiting = self._waiting[key]
            waiting.discard(event)
            if not waiting:
                del self._waiting[key]
