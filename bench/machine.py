"""
``advance()`` alone over the largest golden conversation (minutes, ten items, 2,500 households), beside ``json.loads``.

Each step is measured in turn with one ``json.loads`` of a 50-key object, so that both meet the same caches and the same
neighbours on a shared machine; of each pair the least of several rounds counts. Median and 95th percentile over the steps.
"""

from __future__ import annotations

import gc
import json
import statistics
from collections.abc import Callable
from functools import partial
from time import perf_counter_ns

from bench.figures import show
from bot.forms.core.machine import advance

GOAL = 3.0
KEYS = 50


def reference() -> str:
    """A 50-key object as answers look: short texts, whole numbers."""
    return json.dumps({f"field_{n}": f"值{n}" if n % 3 else n * 17 for n in range(KEYS)}, ensure_ascii=False)


def timed(run: Callable[[], object]) -> int:
    """Nanoseconds of one call."""
    begun = perf_counter_ns()
    run()
    return perf_counter_ns() - begun


def main(*, long: bool = False) -> None:
    """One session of all households, then the same meeting in six sessions."""
    from tests.forms.largest import largest

    other, rounds = partial(json.loads, reference()), 60 if long else 25
    for sessions in (1, 6):
        talk = largest(sessions=sessions)
        gc.collect()
        gc.freeze()  # the played conversation is no work of the step that is measured
        steps: list[float] = []
        beside: list[float] = []
        for draft, event, facts in talk.steps:
            step = partial(advance, talk.plan, draft, event, facts)
            pairs = [(timed(step), timed(other)) for _ in range(rounds)]
            steps.append(min(one for one, _ in pairs) / 1000)
            beside.append(min(one for _, one in pairs) / 1000)
        gc.unfreeze()
        loads = statistics.median(beside)
        cuts = statistics.quantiles(steps, n=20)
        name = "advance" if sessions == 1 else f"advance-{sessions}-sessions"
        told = {
            "steps": len(steps),
            "median_us": round(statistics.median(steps), 1),
            "json_loads_us": round(loads, 1),
        }
        show(f"{name}-median", statistics.median(steps) / loads, "× json.loads of 50 keys", GOAL if sessions == 1 else None,
             beside=told)  # fmt: skip
        show(
            f"{name}-p95",
            cuts[18] / loads,
            "× json.loads of 50 keys",
            beside={**told, "p95_us": round(cuts[18], 1)},
        )
        show(
            f"{name}-max",
            max(steps) / loads,
            "× json.loads of 50 keys",
            beside={"max_us": round(max(steps), 1)},
        )


__all__ = ["main"]
