"""getUpdates, with Telegram's rules for offset, waiting and rival pollers."""

from __future__ import annotations

import asyncio
import time

from tests.botapi.arguments import Arguments
from tests.botapi.base import ApiError
from tests.botapi.ledger import Ledger, Update

LONGEST_WAIT = 50
GATHER = 0.001  # seconds; Telegram waits as long for more updates after the first
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
SET_WEBHOOK = "Conflict: terminated by setWebhook request"


class Polling:
    """One queue of pending updates, one poller at a time (tdlib/telegram-bot-api, do_get_updates)."""

    def __init__(self, ledger: Ledger, factor: float) -> None:
        self.ledger = ledger
        self.factor = factor
        self.strict = False  # Telegram slows down a poller that spins on one offset
        self.paused = False
        self.again: list[Update] = []  # to be sent once more though they were confirmed
        self._waiter: asyncio.Future[None] | None = None
        self._next_conflict = 0.0
        self._last: tuple[int, float] = (-1, 0.0)
        ledger.on_new.append(lambda _: self.wake())

    def wake(self) -> None:
        """Updates may have come."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def get_updates(self, arguments: Arguments, webhook: bool) -> bytes:
        """
        The result of getUpdates as JSON: updates from *offset* on, all below it confirmed for good.

        A negative offset counts from the end and forgets the rest; one far in the future is ignored.
        """
        if webhook:
            raise await self._conflict(WEBHOOK_ACTIVE)
        offset = arguments.number("offset")
        limit = min(max(arguments.number("limit", 100), 1), 100)
        wait = float(min(max(arguments.number("timeout"), 0), LONGEST_WAIT))
        self.ledger.want(arguments.array("allowed_updates", "Can't parse allowed_updates JSON object"))
        if self.strict:
            wait, limit = self._slow_down(offset, wait, limit)
        batch = self._batch(offset, limit)
        if not batch and wait:
            await self._wait(wait)
            batch = self._batch(max(offset, 0), limit)
        for update in batch:
            update.sent()
        return b"[" + b",".join(update.body for update in batch) + b"]"

    def _slow_down(self, offset: int, wait: float, limit: int) -> tuple[float, int]:
        last_offset, at = self._last
        now = time.monotonic()
        self._last = (offset, now)
        if offset != last_offset:
            return wait, limit
        return (max(wait, 3.0) if now < at + 3.0 else wait), (1 if now < at + 0.5 else limit)

    def _batch(self, offset: int, limit: int) -> list[Update]:
        ledger = self.ledger
        ledger.expire()
        ids = list(ledger.pending)
        if offset < 0:
            for update_id in ids[:offset]:
                ledger.ack(ledger.pending[update_id], "offset")
        elif offset and (not ids or offset <= ids[-1] + 11):
            for update_id in ids:
                if update_id >= offset:
                    break
                ledger.ack(ledger.pending[update_id], "offset")
        if self.paused:
            return []
        again, self.again = self.again, []
        fresh = [one for _, one in zip(range(limit), ledger.pending.values(), strict=False)]
        return (again + [one for one in fresh if one not in again])[:limit] if again else fresh

    async def _wait(self, seconds: float) -> None:
        self.abort(OTHER_POLLER)
        waiter = asyncio.get_running_loop().create_future()
        self._waiter = waiter
        try:
            async with asyncio.timeout(seconds):
                await waiter
            await asyncio.sleep(GATHER)
        except TimeoutError:
            pass
        except ApiError as error:
            raise await self._conflict(error.description) from None
        finally:
            if self._waiter is waiter:
                self._waiter = None

    def abort(self, why: str) -> None:
        """End the poll that is waiting with 409."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(ApiError(409, why))

    async def _conflict(self, description: str) -> ApiError:
        """409; at once the first time, 3 s later when they come thick."""
        now = time.monotonic()
        if now < self._next_conflict:
            await asyncio.sleep(3.0 * self.factor)
        else:
            self._next_conflict = now + 3.0 * self.factor
        return ApiError(409, description)
