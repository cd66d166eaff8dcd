"""For which periods an office may report now."""

from __future__ import annotations

from collections.abc import Callable

from bot.forms.core.functions import add_months, quarter
from bot.forms.core.types import CompiledType
from bot.kept import Filter, RecordHead
from bot.usecases.ports import Unit
from bot.usecases.world import World

#: Months back from today, for each grain of period.
BACK = {"month": range(6, -1, -1), "quarter": (6, 3, 0), "year": (12, 0)}
NAMES: dict[str, Callable[[str], str]] = {
    "month": lambda day: day[:7],
    "quarter": quarter,
    "year": lambda day: day[:4],
}


async def periods_to_report(world: World, unit: Unit, kind: CompiledType, org: str) -> list[str]:
    """
    Periods of an owed record that are not filed, oldest first: this one, the last one, and any since the first report.

    What was before a node's first report here is nobody's debt: it was told on paper, or there was no branch yet.
    """
    assert kind.type.obligation is not None
    grain, today = kind.type.obligation.grain, world.today()
    name = NAMES[grain]
    if kind.type.subject == "person":  # tells of today; what was not told then cannot be told now
        return [name(today)]
    ago = [name(add_months(today, -months)) for months in BACK[grain]]
    place = await unit.people.org(org)
    since = name(place.valid_from) if place is not None and place.valid_from else ""
    first = await unit.records.heads(Filter(type=kind.id, org=org), limit=1, oldest_first=True)
    begun = min(first[0].period, ago[-2]) if first else ago[-2]
    wanted = [period for period in ago if period >= max(since, begun)]
    heads = await unit.records.heads(Filter(type=kind.id, org=org, periods=tuple(wanted)), limit=100)
    filed = {head.period for head in heads if head.state not in ("withdrawn", "void")}
    return [period for period in wanted if period not in filed]


async def told_lately(
    world: World, unit: Unit, kind: CompiledType, org: str, subject: str = ""
) -> list[RecordHead]:
    """What there is of an owed record: for this period and, by an office, which reports a period that is over, the last one."""
    assert kind.type.obligation is not None
    grain, today = kind.type.obligation.grain, world.today()
    own = kind.type.subject == "person"
    back = (0,) if own else tuple(BACK[grain])[-2:]
    periods = tuple(NAMES[grain](add_months(today, -months)) for months in back)
    where = Filter(type=kind.id, org="" if own else org, subject=subject if own else "", periods=periods)
    heads = await unit.records.heads(where, limit=20, oldest_first=True)
    return [head for head in heads if head.state not in ("withdrawn", "void")]


def is_filed(kind: CompiledType, head: RecordHead) -> bool:
    """Whether it has come to those it is for: not where a signature is still missing, nor while it is being mended."""
    waits = head.state in kind.starts and head.state not in kind.arrives
    return bool(head.arrived_at) and not waits and head.state != "returned"
