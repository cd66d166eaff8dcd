"""
Exports beside plain ones: rows per CPU-second, and memory above the idle process.

The same SQLite file of monthly reports is exported by Lianxin (rights, masks, words, repeats, cover,
audit: the whole use case) and by the plain loops anybody would write: csv + sqlite3, and XlsxWriter in
its constant-memory mode. Each runs in a process of its own; the plain ones write the same columns and
sheets, from the same documents.
"""

from __future__ import annotations

import asyncio
import csv
import gc
import importlib
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.figures import show

RECORDS = 100_000
FEW = 10_000
ORGS = 85
FIELDS = (
    "member_mtg", "committee", "group", "class", "theme_day", "life_reason", "should", "present", "members",
    "outflow",
    "inflow", "applicants", "visits", "issues_new", "issues_closed", "help_wanted",
)  # fmt: skip
REPEATS = {
    "done": ("item", "date", "text", "result"),
    "problems": ("text", "level"),
    "next_plan": ("item", "due", "owner"),
}
HEAD = (
    "org", "period", "state", "receipt", "filler_name", "post", "submitted_at", "due_at", "late",
    "backfill",
    "backfill_reason", "version", "change_reason",
)  # fmt: skip


@dataclass(frozen=True)
class Cost:
    """What a process cost: CPU seconds of its work, bytes above where it began, rows written (all tables)."""

    cpu: float
    memory: int
    rows: int


def main(*, long: bool = False) -> None:
    """Print the figures; with *long* a million records as well."""
    with tempfile.TemporaryDirectory(prefix="lianxin-bench-") as name:
        folder = Path(name)
        sizes = [FEW, RECORDS, *([1_000_000] if long else [])]
        asyncio.run(fill(folder / f"{FEW}.db", FEW))
        for size in sizes[1:]:
            multiply(folder / f"{FEW}.db", folder / f"{size}.db", size // FEW)
        cost = {
            (kind, size): run(kind, folder / f"{size}.db", folder, size)
            for size in sizes
            for kind in ("lianxin_xlsx", "lianxin_csv", "plain_csv", "plain_xlsx")
            if not (kind == "plain_xlsx" and size > RECORDS)
        }
        tell(cost, max(sizes))


def tell(cost: dict[tuple[str, int], Cost], most: int) -> None:
    """The figures, each beside its reference of the same run."""

    def per_second(kind: str, size: int) -> float:
        return cost[kind, size].rows / cost[kind, size].cpu

    xlsx, reference = per_second("lianxin_xlsx", RECORDS), per_second("plain_xlsx", RECORDS)
    show("export-xlsx-rows-per-cpu", xlsx / reference, "× plain XlsxWriter constant_memory", 5.0,
    at_most=False,
         beside={"lianxin_rows_s": round(xlsx), "plain_rows_s": round(reference), "records": RECORDS})  # fmt: skip
    own, plain = per_second("lianxin_csv", RECORDS), per_second("plain_csv", RECORDS)
    show("export-csv-rows-per-cpu", own / plain, "× csv + sqlite3", 0.9, at_most=False,
         beside={"lianxin_rows_s": round(own), "plain_rows_s": round(plain), "records": RECORDS})  # fmt: skip
    for kind, reference_kind in (("lianxin_xlsx", "plain_xlsx"), ("lianxin_csv", "plain_csv")):
        few, many = cost[kind, FEW], cost[kind, most]
        show(f"export-{kind.removeprefix('lianxin_')}-memory", many.memory / 2**20, "MB above idle", 50,
             beside={"records": most, f"at_{FEW}_mb": round(few.memory / 2**20, 1),
                     "plain_mb": round(cost[reference_kind, RECORDS].memory / 2**20, 1)})  # fmt: skip
        show(f"export-{kind.removeprefix('lianxin_')}-memory-growth", (many.memory - few.memory) / 2**20,
             f"MB from {FEW} to {most} records", 10, beside={"few_mb": round(few.memory / 2**20, 1)})  # fmt: skip


def run(kind: str, database: Path, folder: Path, size: int) -> Cost:
    """One export in a process of its own."""
    command = [sys.executable, "-m", "bench.export", kind, str(database), str(folder / f"{kind}-{size}")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{kind}: {done.stderr[-2000:]}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


# ------------------------------------------------------------------------------------------- the county


async def fill(path: Path, count: int) -> None:
    """A database of *count* monthly reports of 85 villages, three done items each."""
    from bot.people import Org
    from storage import open_store, upgrade

    url = f"sqlite+aiosqlite:///{path}"
    await upgrade(url)
    async with open_store(url, files_dir=path.parent / "files") as store:
        unit = store.unit()
        unit.people.put_org(Org("SF", "中共示范县委组织部", "示范县", "county", "office", "", "/SF/"))
        unit.people.put_org(Org("QX03", "中共清溪镇委员会", "清溪镇", "town", "office", "SF", "/SF/QX03/"))
        for n in range(ORGS):
            code = f"QX03{n:02}"
            name = f"中共清溪镇第{n}村支部委员会"
            unit.people.put_org(Org(code, name, f"第{n}村", "branch", "village", "QX03", f"/SF/QX03/{code}/"))
        await store.commit(unit)
        for start in range(0, count, 1000):
            unit = store.unit()
            for n in range(start, min(start + 1000, count)):
                unit.records.add(report(n))
            await store.commit(unit)


def multiply(source: Path, target: Path, times: int) -> None:
    """A copy of a database with each record *times* times, under ids and receipts of their own."""
    with closing(sqlite3.connect(source)) as few:
        few.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as many, many:
        names = [row[1] for row in many.execute("PRAGMA table_info(records)")]
        changed = {"id": "id || '-' || :n", "receipt": "receipt || '-' || :n"}
        cells = ", ".join(changed.get(name, name) for name in names)
        for n in range(1, times):
            many.execute(
                f"INSERT INTO records ({', '.join(names)}) SELECT {cells} FROM records WHERE id NOT LIKE '%-%'",
                {"n": n},
            )


def report(n: int) -> Any:
    """An invented report, every one a little different."""
    from bot.forms.core.records import Record

    org, month = f"QX03{n % ORGS:02}", f"2026-{n // ORGS % 12 + 1:02}"
    day = f"{month}-{n % 28 + 1:02}"
    done = [
        {"_": f"r{k}", "item": f"第{k}件事", "date": day,
        "text": f"在村部学习，{n % 60}人参加，讨论了第{n}号事项",
         "result": None if k else "已办结"}
        for k in range(3)
    ]  # fmt: skip
    plan = [
        {"_": "r9", "item": "完成招标", "due": day, "owner": {"id": "p7", "name": "陈某某", "post": "书记"}}
    ]
    numbers = {
        name: (n * k) % 40 for k, name in enumerate(FIELDS, 1) if name not in ("life_reason", "help_wanted")
    }
    answers = {**numbers, "life_reason": "与下月合并" if n % 5 == 0 else None,
               "help_wanted": f"资金缺口{n % 9}万元" if n % 3 == 0 else None,
               "done": done, "problems": [], "next_plan": plan}  # fmt: skip
    return Record(
        id=f"rec{n:09}", type="monthly_report", form_version=1, receipt=f"LX-D-QX03-2026-{n:07}", org=org,
        org_path=f"/SF/QX03/{org}/", filler="p1", filler_name="张某某", post=f"information_officer@{org}",
        submitted_at=f"{day}T05:53:{n % 60:02}.123456Z", state="accepted", period=month,
        due_at=f"{day}T16:00:00.000000Z", late=n % 11 == 0, answers=answers,
    )  # fmt: skip


# ----------------------------------------------------------------------------------------- the processes


class Meter:
    """CPU seconds and memory from now on."""

    def __init__(self) -> None:
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here, not from the parent's fork
        self._memory = _peak()
        self._cpu = time.process_time()

    def tell(self, rows: int) -> None:
        """Print what it cost since."""
        cpu = time.process_time() - self._cpu
        peak = _peak()
        print(json.dumps({"cpu": cpu, "memory": max(0, peak - self._memory), "rows": rows}))


def _peak() -> int:
    """The most memory this process has held, in bytes (Linux: VmHWM)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


async def lianxin(database: Path, target: Path, format_: str) -> None:
    """The whole use case, as ``lianxin export`` runs it."""
    from bot.forms.registry import registry
    from bot.papers.exports import open_sink
    from bot.texts import Texts
    from bot.usecases.export import Exporter
    from bot.usecases.export_job import ExportOrder, Maker
    from storage import open_store

    importlib.import_module("rustpy_xlsxwriter")
    url = f"sqlite+aiosqlite:///{database}"
    async with open_store(url, files_dir=database.parent / "files") as store:
        exporter = Exporter(store, registry(), Texts().load(), ZoneInfo("Asia/Shanghai"), open_sink)
        await store.unit().people.orgs()
        meter = Meter()
        order = ExportOrder("monthly_report", "2026", format=format_, purpose="bench")
        result = await exporter.export(
            order, Maker("system:bench", "bench"), target.with_suffix(f".{format_}")
        )
        meter.tell(sum(result.tables.values()))


def records(database: Path) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """The plain way to read: one query, one document at a time."""
    with closing(sqlite3.connect(database)) as opened:
        query = f"SELECT {', '.join(HEAD)}, answers FROM records ORDER BY org, period, submitted_at, id"
        for *head, answers in opened.execute(query):
            yield tuple(head), json.loads(answers)


def tables(head: tuple[Any, ...], answers: dict[str, Any]) -> Iterator[tuple[int, list[Any]]]:
    """The rows of a record, with no words, no masks and no dates: just what is stored."""
    yield 0, [*head, *(answers.get(name) for name in FIELDS)]
    for place, (repeat, names) in enumerate(REPEATS.items(), 1):
        for number, row in enumerate(answers[repeat], 1):
            cells = [row.get(name) for name in names]
            yield (
                place,
                [
                    head[3],
                    head[0],
                    head[1],
                    number,
                    *(c["name"] if isinstance(c, dict) else c for c in cells),
                ],
            )


def plain_csv(database: Path, target: Path) -> None:
    """csv + sqlite3."""
    meter, rows = Meter(), 0
    with ExitStack() as stack:
        files = [
            stack.enter_context(target.with_suffix(f".{n}.csv").open("w", encoding="utf-8-sig", newline=""))
            for n in range(len(REPEATS) + 1)
        ]
        writers = [csv.writer(file) for file in files]
        for head, answers in records(database):
            for table, row in tables(head, answers):
                writers[table].writerow(row)
                rows += 1
    meter.tell(rows)


def plain_xlsx(database: Path, target: Path) -> None:
    """XlsxWriter, constant_memory, text as text."""
    import xlsxwriter

    meter, rows = Meter(), 0
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(target.with_suffix(".xlsx")), options)
    sheets = [book.add_worksheet() for _ in range(len(REPEATS) + 1)]
    places = [0] * len(sheets)
    for head, answers in records(database):
        for table, row in tables(head, answers):
            sheet, place = sheets[table], places[table]
            for across, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(place, across, cell)
                elif cell is not None:
                    sheet.write_number(place, across, cell)
            places[table] += 1
            rows += 1
    book.close()
    meter.tell(rows)


def child(kind: str, database: Path, target: Path) -> None:
    """One of the four, in this process."""
    if kind.startswith("lianxin_"):
        asyncio.run(lianxin(database, target, kind.removeprefix("lianxin_")))
    else:
        {"plain_csv": plain_csv, "plain_xlsx": plain_xlsx}[kind](database, target)


if __name__ == "__main__":
    child(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
