"""
Kills a process that commits, again and again, and looks what is there: run by test_kill.py, or by hand.

    python -m tests.storage.killed URL --kills 50 --seed 1

A warm parent imports the libraries and opens nothing; it forks the process that is killed and, afterwards, one that
looks. ``--early`` says "kept" before the commit: the same harness must then find losses, else it proves nothing.
Prints one JSON line: kills, acknowledged, lost, repeated.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from bot.errors import DuplicateUpdate
from bot.forms.core.draft import About, Draft
from bot.forms.core.records import Act, Record
from bot.kept import Filter, Message
from storage import DatabaseStore, open_store

PEOPLE = 12
STEPS_A_FORM = 5


@dataclass
class Tally:
    """What came of all kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    repeated: int = 0


def acknowledge(line: str) -> None:
    """Tell the parent, in one write."""
    os.write(1, f"{line}\n".encode())


async def person(store: DatabaseStore, number: int, *, early: bool) -> None:
    """Fill form after form from where the database is; every fifth step sends a record."""
    found = await store.unit().drafts.get(f"d{number}")
    if found is None:
        found = Draft(f"d{number}", About("check_in", f"p{number}", "QX03"), 1)
        unit = store.unit()
        unit.drafts.add(found)
        await store.commit(unit)
    while True:
        found = replace(found, rev=found.rev + 1, answers={"step": found.rev + 1})
        unit = store.unit()
        unit.drafts.save(found)
        key = f"{number}:{found.rev}"
        unit.mark_update(f"web:{key}", key)
        if found.rev % STEPS_A_FORM == 0:
            unit.records.add(record_of(number, found.rev, unit.now))
            unit.outbox.tell(Message(f"receipt:{key}", f"p{number}", "receipt"))
        if early:
            acknowledge(key)
        await store.commit(unit)
        if not early:
            acknowledge(key)


def record_of(number: int, rev: int, now: str) -> Record:
    """What a form of the harness becomes."""
    done = Act(1, "submit", f"p{number}", "张某某", "member@QX03", now, "", "submitted")
    return Record(
        f"r{number}:{rev}", "check_in", 1, f"LX-A-{number}-{rev}", "QX03", "/QX03/", f"p{number}", "张某某",
        "member@QX03", now, "submitted", unique_key=f"{number}:{rev}", acts=(done,),
    )  # fmt: skip


async def work(url: str, *, early: bool) -> None:
    """Everybody at once, until killed."""
    async with open_store(url) as store:
        await asyncio.gather(*(person(store, number, early=early) for number in range(PEOPLE)))


async def look(url: str, acknowledged: list[str]) -> dict[str, int]:
    """Count what was acknowledged and is not there, and what would be carried out twice."""
    lost = repeated = 0
    async with open_store(url) as store:
        revisions: dict[str, int] = {}
        for number in range(PEOPLE):
            draft = await store.unit().drafts.get(f"d{number}")
            revisions[str(number)] = draft.rev if draft else -1
        for key in acknowledged:
            who, _, rev = key.partition(":")
            kept = revisions[who] >= int(rev) and await store.reply_of(f"web:{key}") == key
            if kept and int(rev) % STEPS_A_FORM == 0:
                kept = await store.unit().records.get(f"r{key}") is not None
            lost += not kept
            unit = store.unit()  # the sender sends it again: it must not act twice
            unit.mark_update(f"web:{key}", "again")
            with suppress(DuplicateUpdate):
                await store.commit(unit)
                repeated += kept
        records = await store.unit().records.count(Filter())
        forms = sum(max(0, rev) // STEPS_A_FORM for rev in revisions.values())
        lost += abs(records - forms)
        lost += len([finding async for finding in store.verify()])
    return {"lost": lost, "repeated": repeated}


def in_child(task: Any) -> tuple[int, int]:
    """Fork; the child runs *task* with its standard output in a pipe. Returns (pid, end to read)."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    code = 1
    try:
        os.close(reading)
        os.dup2(writing, 1)
        asyncio.run(task())
        code = 0
    finally:
        os._exit(code)


def drain(end: int) -> list[str]:
    """All whole lines of a pipe."""
    with os.fdopen(end, "rb") as pipe:
        lines = pipe.read().decode().split("\n")
    return lines[:-1]


def kill_once(url: str, wait: float, *, early: bool, tally: Tally) -> None:
    """Let a process work for *wait* seconds after its first answer, kill it, and look."""
    pid, end = in_child(lambda: work(url, early=early))
    first = os.read(end, 1)
    time.sleep(wait)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    acknowledged = drain(end)
    if acknowledged:
        acknowledged[0] = first.decode() + acknowledged[0]
    seeing, end = in_child(lambda: report(url, acknowledged))
    said = drain(end)
    _, status = os.waitpid(seeing, 0)
    if status != 0 or not said:
        raise SystemExit("the database could not be read after a kill")
    seen = json.loads(said[-1])
    tally.kills += 1
    tally.acknowledged += len(acknowledged)
    tally.lost += seen["lost"]
    tally.repeated += seen["repeated"]


async def report(url: str, acknowledged: list[str]) -> None:
    """Look, and say it to the parent."""
    acknowledge(json.dumps(await look(url, acknowledged)))


def main() -> None:
    """The harness by itself."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--early", action="store_true")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    tally = Tally()
    for _ in range(given.kills):
        kill_once(given.url, chance.uniform(0, 0.03), early=given.early, tally=tally)
    sys.stdout.write(json.dumps(vars(tally) | {"seed": given.seed}) + "\n")


if __name__ == "__main__":
    main()
