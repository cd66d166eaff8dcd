"""Trouble on order: what goes wrong with which call, repeatable by seed; and Telegram's flood limits."""

from __future__ import annotations

import math
import random
from collections import Counter, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

from tests.botapi.base import to_bytes

API_KINDS = frozenset({"delay", "reset", "cut", "broken", "hang", "429", "500", "502", "503", "504", "error"})
UPDATE_KINDS = frozenset({"delay", "cut", "twice"})
UPDATE = "update"  # the "method" of a webhook delivery

_BODIES = {
    500: to_bytes({"ok": False, "error_code": 500, "description": "Internal Server Error"}),
    502: to_bytes({"ok": False, "error_code": 502, "description": "Bad Gateway"}),
    503: to_bytes({"ok": False, "error_code": 503, "description": "Service Unavailable"}),
    504: b"<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n"
    b"<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One kind of trouble.

    For API calls: ``delay`` (answer later), ``reset`` (connection reset, no byte), ``cut`` (half of
    the answer, then the connection closes), ``broken`` (200 with broken JSON), ``hang`` (silence,
    then reset), ``429``, ``500``, ``502``, ``503``, ``504``, ``error`` (code and description given).
    For deliveries (method ``update``): ``delay``, ``cut`` (the bot's answer is lost), ``twice``.

    A rule strikes calls number ``calls`` of its method (counted from 1 since the plan was made), or
    each with probability ``chance``; at most ``times`` in all. ``carried_out`` says whether the call
    takes effect before the trouble; by default only for cut and broken, as when an answer gets lost.
    ``seconds`` is the delay, the silence, or retry_after.
    """

    kind: str
    method: str = "*"
    calls: Collection[int] | None = None
    chance: float = 1.0
    chat_id: int = 0
    times: int | None = None
    seconds: float = 1.0
    carried_out: bool | None = None
    via: str = "http"
    code: int = 400
    description: str = "Bad Request: scripted"

    def __post_init__(self) -> None:
        known = UPDATE_KINDS if self.method == UPDATE else API_KINDS
        if self.kind not in known:
            raise ValueError(f"no such trouble: {self.kind}; one of {', '.join(sorted(known))}")

    @property
    def takes_effect(self) -> bool:
        """The call is carried out although its answer never arrives whole."""
        return self.kind in ("cut", "broken", "delay") if self.carried_out is None else self.carried_out

    def answer(self) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers of a rule that answers with an error."""
        if self.kind == "429":
            seconds = max(1, math.ceil(self.seconds))
            body = to_bytes(
                {
                    "ok": False,
                    "error_code": 429,
                    "description": f"Too Many Requests: retry after {seconds}",
                    "parameters": {"retry_after": seconds},
                }
            )
            return 429, body, {"Retry-After": str(seconds)}
        if self.kind == "error":
            body = to_bytes({"ok": False, "error_code": self.code, "description": self.description})
            return self.code, body, {}
        return int(self.kind), _BODIES[int(self.kind)], {}


class Faults:
    """The plan in force. The first rule that fits a call strikes."""

    def __init__(self) -> None:
        self.rules: tuple[Rule, ...] = ()
        self.seed = 0
        self.struck: Counter[str] = Counter()
        self._numbers: Counter[str] = Counter()
        self._times: Counter[int] = Counter()

    def plan(self, rules: tuple[Rule, ...], seed: int) -> None:
        """Replace the plan; counting starts again."""
        self.rules = rules
        self.seed = seed
        self.struck.clear()
        self._numbers.clear()
        self._times.clear()

    def take(self, method: str, chat_id: int = 0, via: str = "http") -> Rule | None:
        """
        The rule that strikes this call, if any.

        Chance depends on seed, method and number of the call only, never on what ran in between.
        """
        if not self.rules:
            return None
        method = method.lower()
        self._numbers[method] += 1
        number = self._numbers[method]
        for index, rule in enumerate(self.rules):
            if self._fits(rule, index, method, number, chat_id, via):
                self._times[index] += 1
                self.struck[rule.kind] += 1
                return rule
        return None

    def _fits(self, rule: Rule, index: int, method: str, number: int, chat_id: int, via: str) -> bool:
        name = rule.method.lower()
        if name != method and (name != "*" or method in (UPDATE, "getupdates")):
            return False
        if rule.via not in (via, "any") or (rule.chat_id and rule.chat_id != chat_id):
            return False
        if rule.times is not None and self._times[index] >= rule.times:
            return False
        if rule.calls is not None and number not in rule.calls:
            return False
        return (
            rule.chance >= 1 or random.Random(f"{self.seed}/{index}/{method}/{number}").random() < rule.chance
        )


class Flood:
    """
    Telegram's limits on messages, off unless a test asks: about one a second in a chat, thirty a
    second in all, twenty a minute in a group (core.telegram.org/bots/faq). Edits are not counted.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self.on = False
        self.per_chat = 1
        self.overall = 30
        self.per_group_minute = 20
        self._now = now
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def retry_after(self, chat_id: int, count: int = 1) -> int:
        """0 when *count* messages may go now, else how many seconds to wait; counts them if they may."""
        if not self.on:
            return 0
        now = self._now()
        chat = self._chats.setdefault(chat_id, deque())
        waits = [self._wait(self._all, now, 1.0, self.overall, count)]
        if chat_id > 0:
            waits.append(self._wait(chat, now, 1.0, max(self.per_chat, count), count))
        else:
            waits.append(self._wait(chat, now, 60.0, max(self.per_group_minute, count), count))
        wait = max(waits)
        if wait > 0:
            return max(1, math.ceil(wait))
        self._all.extend([now] * count)
        chat.extend([now] * count)
        return 0

    @staticmethod
    def _wait(sent: deque[float], now: float, window: float, limit: int, count: int) -> float:
        while sent and now - sent[0] >= window:
            sent.popleft()
        excess = len(sent) + count - limit
        return sent[excess - 1] + window - now if excess > 0 else 0.0
