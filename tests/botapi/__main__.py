"""``python -m tests.botapi --port N``: the double as a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import signal
from collections.abc import Sequence

from tests.botapi.server import BotApiDouble
from tests.botapi.world import TOKEN


async def serve(options: argparse.Namespace) -> None:
    """Run until a signal or POST /control/quit."""
    double = BotApiDouble(
        port=options.port,
        token=options.token,
        factor=options.factor,
        history=options.history,
        seed=options.seed,
    )
    async with double as api:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(number, api.quit)
        print(f"{api.base} {api.token}", flush=True)
        await api.serve()


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the options and serve; the first line printed is "<base> <token>"."""
    parser = argparse.ArgumentParser(prog="python -m tests.botapi", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--factor", type=float, default=1.0, help="shortens Telegram's own waits")
    parser.add_argument("--history", type=int, default=None, help="messages remembered per chat")
    parser.add_argument("--seed", type=int, default=1)
    gc.set_threshold(
        100_000, 50, 50
    )  # the ledger keeps what it is given: looking for garbage in it is wasted
    asyncio.run(serve(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
