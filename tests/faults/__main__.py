"""
The long form of the kill tests: ``python -m tests.faults [--kills N] [--fresh]``.

Runs of twenty kills, webhook and polling in turn, each with its own seed, until N kills (1,000 unless told) are done.
What is done is kept in .faults.json beside the Makefile: stop it when you like, it goes on where it was. One JSON line
a run; the exit code is 1 as soon as anything was lost or done twice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from tests.faults.killing import Run, Tally, Zygote

STATE = Path(__file__).parents[2] / ".faults.json"
A_RUN = 20


def main() -> int:
    """Run what is left; 0 when nothing was lost."""
    wanted = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    wanted.add_argument("--kills", type=int, default=1000)
    wanted.add_argument("--fresh", action="store_true", help="begin anew")
    asked = wanted.parse_args()
    if asked.fresh:
        STATE.unlink(missing_ok=True)
    state = json.loads(STATE.read_text()) if STATE.exists() else {"runs": 0, "kills": 0}
    zygote = Zygote()
    try:
        while state["kills"] < asked.kills:
            mode = ("webhook", "polling")[state["runs"] % 2]
            began = time.monotonic()
            tally = asyncio.run(_one(zygote, mode, seed=1000 + state["runs"]))
            state = {"runs": state["runs"] + 1, "kills": state["kills"] + tally.kills}
            line = {"mode": mode, **asdict(tally), "seconds": round(time.monotonic() - began, 1), **state}
            print(json.dumps(line, ensure_ascii=False), flush=True)
            if tally.lost or tally.wrong or tally.findings or tally.records != tally.sent:
                return 1
            STATE.write_text(json.dumps(state))
    finally:
        zygote.close()
    return 0


async def _one(zygote: Zygote, mode: str, *, seed: int) -> Tally:
    with tempfile.TemporaryDirectory() as folder:
        return await Run(Path(folder), zygote, mode, seed=seed).kill(A_RUN)


if __name__ == "__main__":
    raise SystemExit(main())
