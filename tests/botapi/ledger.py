"""What happened: every update with its fate, every call with its bytes. The truth tests compare with."""

from __future__ import annotations

import json
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import Any

from tests.botapi.base import Bell, Clock, Json, to_bytes

QueueKey = tuple[str, int]
DEFAULT_UNWANTED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Update:
    """
    One update and its fate.

    ``state``: pending until the bot acknowledged it; acked by a 2xx (``how`` = webhook) or by a
    higher offset (``how`` = offset); unwanted when allowed_updates leaves its kind out; expired
    when it grew too old (24 h, a tap 150 s); dropped by drop_pending_updates.
    Times are those of the monotonic clock, in seconds.
    """

    __slots__ = (
        "acked_at",
        "body",
        "chat_id",
        "expires_at",
        "how",
        "id",
        "kind",
        "made_at",
        "message_id",
        "queue",
        "sends",
        "sent_at",
        "state",
        "statuses",
        "user_id",
        "waits",
    )

    def __init__(self, update_id: int, kind: str, payload: Json, queue: QueueKey, expires_at: float) -> None:
        self.id = update_id
        self.kind = kind
        self.body = to_bytes({"update_id": update_id, kind: payload})
        self.queue = queue
        self.expires_at = expires_at
        self.chat_id = 0
        self.user_id = 0
        self.message_id = 0
        self.state = "pending"
        self.how = ""
        self.sends = 0
        self.statuses: list[int] = []  # what the webhook said; 0 = no answer
        self.waits: list[float] = []  # seconds Telegram waited before each repeat, before scaling
        self.made_at = time.monotonic()
        self.sent_at = 0.0
        self.acked_at = 0.0

    @property
    def json(self) -> Json:
        """The Update object as the bot gets it."""
        value: Json = json.loads(self.body)
        return value

    @property
    def acked(self) -> bool:
        """The bot said it has it."""
        return self.state == "acked"

    def sent(self) -> None:
        """It leaves for the bot now."""
        self.sends += 1
        if not self.sent_at:
            self.sent_at = time.monotonic()

    def row(self) -> Json:
        """For the control API and reports."""
        return {
            "update_id": self.id,
            "kind": self.kind,
            "chat_id": self.chat_id,
            "user_id": self.user_id,
            "message_id": self.message_id,
            "state": self.state,
            "how": self.how,
            "sends": self.sends,
            "statuses": self.statuses,
            "waits": self.waits,
            "wait": round(self.acked_at - self.made_at, 6) if self.acked_at else None,
        }

    def __repr__(self) -> str:
        return f"Update({self.id}, {self.kind}, {self.state}, sends={self.sends})"


class Call:
    """One method call: who asked, what for, what was answered. ``via`` is http or webhook."""

    __slots__ = (
        "answer",
        "arguments",
        "at",
        "body",
        "chat_id",
        "description",
        "fault",
        "files",
        "html_faults",
        "method",
        "number",
        "ok",
        "result",
        "status",
        "via",
    )

    def __init__(self, number: int, method: str, arguments: dict[str, Any], via: str, body: bytes) -> None:
        self.number = number
        self.method = method
        self.arguments = arguments
        self.via = via
        self.body = body
        self.at = time.monotonic()
        self.chat_id = 0
        self.files: list[str] = []
        self.status = 0  # 0: still being answered, or the connection was broken on purpose
        self.ok = False
        self.description = ""
        self.answer = b""
        self.result: Any = None
        self.fault = ""
        self.html_faults: list[str] = []

    def row(self) -> Json:
        """For the control API and reports."""
        return {
            "number": self.number,
            "method": self.method,
            "arguments": self.arguments,
            "files": self.files,
            "via": self.via,
            "chat_id": self.chat_id,
            "status": self.status,
            "ok": self.ok,
            "description": self.description,
            "fault": self.fault,
            "html_faults": self.html_faults,
            "at": round(self.at, 6),
        }

    def __repr__(self) -> str:
        return f"Call({self.number}, {self.method}, {self.status} {self.description})"


class Ledger:
    """All updates and calls; with a history limit the oldest finished ones are forgotten (soak tests)."""

    def __init__(self, clock: Clock, bell: Bell, first_update_id: int, history: int | None) -> None:
        self.clock = clock
        self.bell = bell
        self.updates: dict[int, Update] = {}
        self.pending: dict[int, Update] = {}
        self.calls: deque[Call] = deque(maxlen=None if history is None else 20 * history)
        self.call_counts: Counter[str] = Counter()
        self.state_counts: Counter[str] = Counter()
        self.unwanted = DEFAULT_UNWANTED
        self.wanted: list[str] | None = None
        self.in_flight = 0  # calls being answered, getUpdates not counted
        self.spoken = 0  # calls so far, getUpdates not counted
        self.on_new: list[Callable[[Update], None]] = []
        self._next_id = first_update_id
        self._limit = None if history is None else 20 * history

    # ------------------------------------------------------------ updates

    def want(self, kinds: list[Any] | None) -> None:
        """allowed_updates: None keeps what was set before, an empty list is Telegram's default."""
        if kinds is not None:
            self.wanted = [str(kind) for kind in kinds] or None

    def add(self, kind: str, payload: Json, queue: QueueKey, expires_at: float) -> Update:
        """A new update, pending unless the bot does not want its kind."""
        update = Update(self._next_id, kind, payload, queue, expires_at)
        self._next_id += 1
        self.updates[update.id] = update
        if kind in DEFAULT_UNWANTED if self.wanted is None else kind not in self.wanted:
            update.state = "unwanted"
        else:
            self.pending[update.id] = update
        self.state_counts[update.state] += 1
        return update

    def announce(self, update: Update) -> None:
        """Hand a new update to whoever delivers."""
        if update.state == "pending":
            for tell in self.on_new:
                tell(update)

    def ack(self, update: Update, how: str) -> None:
        """The bot has it: a 2xx was seen, or a higher offset came."""
        if update.state == "pending":
            update.how = how
            update.acked_at = time.monotonic()
            self._finish(update, "acked")

    def give_up(self, update: Update, state: str) -> None:
        """It will never be delivered: expired or dropped."""
        if update.state == "pending":
            self._finish(update, state)

    def _finish(self, update: Update, state: str) -> None:
        self.state_counts["pending"] -= 1
        self.state_counts[state] += 1
        update.state = state
        self.pending.pop(update.id, None)
        if self._limit is not None and len(self.updates) > self._limit:
            oldest = next(iter(self.updates))
            if self.updates[oldest].state != "pending":
                del self.updates[oldest]
        self.bell.ring(("update", update.id))

    def expire(self) -> None:
        """Give up what grew too old."""
        now = self.clock.now()
        for update in [one for one in self.pending.values() if one.expires_at < now]:
            self.give_up(update, "expired")

    def acked(self) -> list[Update]:
        """What the server saw acknowledged."""
        return [update for update in self.updates.values() if update.state == "acked"]

    # ------------------------------------------------------------ calls

    def open(self, method: str, arguments: dict[str, Any], via: str, body: bytes) -> Call:
        """A call begins."""
        self.call_counts[method] += 1
        self.call_counts["*"] += 1
        self.spoken += method.lower() != "getupdates"
        call = Call(self.call_counts["*"], method, arguments, via, body)
        self.calls.append(call)
        return call

    def of(self, method: str = "", chat_id: int = 0, via: str = "") -> list[Call]:
        """Calls of one method, chat or way, oldest first; no filter gives all."""
        wanted = method.lower()
        return [
            call
            for call in self.calls
            if (not method or call.method.lower() == wanted)
            and (not chat_id or call.chat_id == chat_id)
            and (not via or call.via == via)
        ]

    def refused(self) -> list[Call]:
        """Calls Telegram itself would have refused; scripted faults are not among them."""
        return [call for call in self.calls if call.status >= 400 and not call.fault]

    def html_faults(self) -> list[tuple[Call, str]]:
        """What was wrong with HTML that Telegram took anyway."""
        return [(call, fault) for call in self.calls for fault in call.html_faults]

    def peak_rate(self, chat_id: int = 0, window: float = 1.0) -> int:
        """The most messages accepted within any *window* seconds, in all or in one chat."""
        times = [
            call.at
            for call in self.calls
            if call.ok
            and call.method.lower().startswith("send")
            and call.method.lower() != "sendchataction"
            and (not chat_id or call.chat_id == chat_id)
        ]
        peak, first = 0, 0
        for last, at in enumerate(times):
            while at - times[first] >= window:
                first += 1
            peak = max(peak, last - first + 1)
        return peak

    def rows(self, since: int = 0) -> Iterator[Json]:
        """Calls with a number above *since*, as JSON."""
        return (call.row() for call in self.calls if call.number > since)

    def counts(self) -> Json:
        """How many updates in each state, how many calls of each method."""
        states = {state: count for state, count in self.state_counts.items() if count}
        return {"updates": states, "calls": dict(self.call_counts), "in_flight": self.in_flight}
