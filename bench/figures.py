"""One way to print a figure."""

from __future__ import annotations

import json
from typing import Any


def show(figure: str, value: float, unit: str, goal: float | None = None, *, beside: dict[str, Any] | None = None,
         at_most: bool = True) -> None:  # fmt: skip
    """Print one JSON line; ``met`` is None where there is no goal."""
    met = None if goal is None else (value <= goal if at_most else value >= goal)
    print(json.dumps({
        "figure": figure, "value": round(value, 4), "unit": unit, "goal": goal, "met": met, "beside": beside or {},
    }, ensure_ascii=False), flush=True)  # fmt: skip
