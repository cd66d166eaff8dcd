"""Updates on their way to a webhook: queues, repeats and answers inside the response."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

from tests.botapi.arguments import Arguments, read_arguments
from tests.botapi.base import ApiError, Clock, Json
from tests.botapi.faults import UPDATE, Faults
from tests.botapi.ledger import Ledger, QueueKey, Update
from tests.botapi.wire import Reply, Wire

LONGEST_RETRY_AFTER = 3600
RESEND_CAP = (60, 120)
GONE_FOR_GOOD = 23 * 3600.0
NOT_IN_ANSWERS = ("deletewebhook", "setwebhook", "close", "logout")

Perform = Callable[[str, Arguments, bytes], object]


class Delivery:
    """
    Posts updates to the webhook (tdlib/telegram-bot-api, WebhookActor.cpp).

    One queue for the messages of each chat, one for the taps of each person: in a queue the next
    update waits until the one before got a 2xx. Anything else is repeated at once, then after
    2, 4, 8 … s up to 60-120 s, or after Retry-After; ``factor`` shortens these waits for tests.
    """

    def __init__(
        self, ledger: Ledger, clock: Clock, faults: Faults, perform: Perform, factor: float, seed: int
    ) -> None:
        self.ledger = ledger
        self.clock = clock
        self.faults = faults
        self.factor = factor
        self.answer_timeout = 60.0
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.routes: dict[str, str] = {}  # public prefix -> loopback address, for https:// settings
        self.last_error: tuple[int, str] | None = None
        self._perform = perform
        self._random = random.Random(seed)
        self._head = b""
        self._wire: Wire | None = None
        self._slots = asyncio.Semaphore(40)
        self._open = asyncio.Event()
        self._open.set()
        self._queues: dict[QueueKey, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._gone_since = 0.0
        ledger.on_new.append(self.push)

    # ------------------------------------------------------------ the webhook itself

    def set(self, url: str, secret: str = "", max_connections: int = 40) -> None:
        """Deliver to *url* from now on, beginning with everything pending. Raises ApiError."""
        target = self._target(url)
        parts = urlsplit(target)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        lines = [f"POST {path} HTTP/1.1", f"Host: {urlsplit(url).netloc}", "Content-Type: application/json"]
        if secret:
            lines.append(f"X-Telegram-Bot-Api-Secret-Token: {secret}")
        lines += ["Connection: keep-alive", "Content-Length: "]
        self.stop()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._head = "\r\n".join(lines).encode()
        self._wire = Wire(parts.hostname or "127.0.0.1", parts.port or 80)
        self._slots = asyncio.Semaphore(max_connections)
        self.last_error = None
        self.ledger.bell.ring("ready")
        for update in list(self.ledger.pending.values()):
            self.push(update)

    def _target(self, url: str) -> str:
        for public, local in self.routes.items():
            if url.startswith(public):
                return local + url[len(public) :]
        try:
            parts = urlsplit(url if "://" in url else f"https://{url}")
            parts.port  # noqa: B018 - raises for a bad port
        except ValueError:
            raise ApiError(400, "Bad Request: invalid webhook URL specified") from None
        if not parts.hostname or parts.scheme not in ("http", "https"):
            raise ApiError(400, "Bad Request: invalid webhook URL specified")
        loopback = parts.hostname in ("127.0.0.1", "localhost", "::1")
        if parts.scheme == "http" and not loopback:
            raise ApiError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if parts.scheme == "https":
            raise ApiError(400, "Bad Request: bad webhook: Failed to resolve host: Name or service not known")
        return url

    def stop(self) -> None:
        """No webhook any more; what is pending stays pending."""
        for task in self._tasks:
            task.cancel()
        self._tasks = set()
        self._queues = {}
        self.url = self.secret = ""
        if self._wire is not None:
            self._wire.abort()
            self._wire = None

    async def close(self) -> None:
        """Stop and wait until everything is down."""
        tasks = list(self._tasks)
        self.stop()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)  # transports tell their protocols in the next turn of the loop

    def pause(self) -> None:
        """Send nothing new until :meth:`resume`."""
        self._open.clear()

    def resume(self) -> None:
        """Go on where it stopped."""
        self._open.set()

    def info(self) -> Json:
        """WebhookInfo."""
        info: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.ledger.pending),
        }
        if self.last_error is not None:
            info |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        if self.url:
            info |= {"max_connections": self.max_connections, "ip_address": "127.0.0.1"}
        if self.ledger.wanted is not None:
            info["allowed_updates"] = self.ledger.wanted
        return info

    # ------------------------------------------------------------ queues

    def push(self, update: Update) -> None:
        """Put a pending update into its queue."""
        if self._wire is None:
            return
        queue = self._queues.get(update.queue)
        if queue is not None:
            queue.append(update)
            return
        queue = self._queues[update.queue] = deque((update,))
        task = asyncio.get_running_loop().create_task(self._drain(update.queue, queue))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, key: QueueKey, queue: deque[Update]) -> None:
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        if self._queues.get(key) is queue:
            del self._queues[key]

    async def _deliver(self, update: Update) -> None:
        delay, failures = 1.0, 0
        while update.state == "pending":
            if not self._open.is_set():
                await self._open.wait()
            async with self._slots:
                reply, error = await self._attempt(update)
            if reply is not None and 200 <= reply.status <= 299:
                self._gone_since = 0.0
                self.ledger.ack(update, "webhook")
                return
            self.last_error = (int(self.clock.now()), error)
            if reply is not None and self._gone(reply.status):
                self.stop()
                self.ledger.bell.ring("webhook")
                return
            retry_after = min(reply.retry_after, LONGEST_RETRY_AFTER) if reply is not None else 0
            wait = float(retry_after)
            if retry_after == 0 and failures > 0:
                delay = min(delay * 2, float(self._random.randint(*RESEND_CAP)))
                wait = delay
            failures += 1
            if self.clock.now() + wait * self.factor > update.expires_at:
                self.ledger.give_up(update, "expired")
                return
            update.waits.append(wait)
            if wait:
                await asyncio.sleep(wait * self.factor)

    def _gone(self, status: int) -> bool:
        """410 for 23 hours takes the webhook away."""
        now = self.clock.now()
        if status != 410:
            self._gone_since = 0.0
        elif not self._gone_since:
            self._gone_since = now
        return status == 410 and now > self._gone_since + GONE_FOR_GOOD

    async def _attempt(self, update: Update) -> tuple[Reply | None, str]:
        rule = self.faults.take(UPDATE, update.chat_id)
        if rule is not None and rule.kind == "delay":
            await asyncio.sleep(rule.seconds)
        if rule is not None and rule.kind == "twice":
            twin = asyncio.create_task(self.send(update))
            reply, error = await self.send(update)
            await twin
            return reply, error
        return await self.send(update, cut=rule is not None and rule.kind == "cut")

    async def send(self, update: Update, cut: bool = False) -> tuple[Reply | None, str]:
        """Post the update once: the answer, or None and why there was none."""
        wire = self._wire
        if wire is None:
            return None, "no webhook"
        update.sent()
        request = b"%b%d\r\n\r\n%b" % (self._head, len(update.body), update.body)
        try:
            reply = await wire.post(request, self.answer_timeout, cut)
        except TimeoutError:
            update.statuses.append(0)
            return None, "Read timeout expired"
        except ConnectionError as error:
            update.statuses.append(0)
            return None, str(error)
        update.statuses.append(reply.status)
        if 200 <= reply.status <= 299:
            if reply.body:
                self._answer(reply)
            return reply, ""
        return reply, f"Wrong response from the webhook: {reply.status}"

    def _answer(self, reply: Reply) -> None:
        """Carry out the method a webhook's answer asks for; nobody learns how it went."""
        try:
            arguments = read_arguments(reply.headers.get("content-type", ""), reply.body)
        except ApiError:
            return
        method = arguments.text("method")
        name = method.lower()
        if name and name not in NOT_IN_ANSWERS and not name.startswith("get"):
            del arguments.values["method"]
            self._perform(method, arguments, reply.body)
