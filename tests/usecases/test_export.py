"""Exports end to end over a real database: rights, periods, purpose, audit, masks, the same rows twice."""

from __future__ import annotations

import asyncio
import csv
import json
import sqlite3
import zipfile
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

from bot.errors import LianxinError, NotKept
from bot.forms.core.model import Field, Form, RecordType, Workflow
from bot.forms.core.records import Record
from bot.forms.registry import Registry
from bot.papers.exports import open_sink
from bot.texts import Texts
from bot.usecases.export import Exporter
from bot.usecases.export_job import ExportedFile, ExportJob, ExportOrder, ExportResult, Maker
from storage import DatabaseStore, open_store, upgrade
from tests.usecases.samples import (
    CLERK,
    COUNTY,
    LEAVER,
    ORGS,
    ROSTER,
    SAMPLE,
    SECRETARY,
    checked,
    sample,
    sample_texts,
)

ZONE = ZoneInfo("Asia/Shanghai")
PLEDGE = RecordType(
    id="pledge", version=1, letter="Y", subject="org",
    form=Form(items=(Field("sentence", "text", max=50), Field("term_from", "date"), Field("term_to",
    "date"))),
    workflow=Workflow("submitted"), access=replace(SAMPLE.access, exports=("town_clerk",)),
)  # fmt: skip


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    folder = tmp_path_factory.mktemp("words") / "locales"
    made = sample_texts(folder)
    for lang in ("zh-Hans", "zh-Hant", "en"):
        words = (
            "pledge = 一句话承诺",
            "pledge-sentence = 承诺什么？",
            "pledge-term_from = 从",
            "pledge-term_to = 到",
        )
        (folder / lang / "pledge.ftl").write_text("\n".join(words), encoding="utf-8")
    return made


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    async with open_store(url, files_dir=tmp_path / "files") as opened:
        unit = opened.unit()
        for org in ORGS:
            unit.people.put_org(org)
        await opened.commit(unit)
        yield opened


@pytest.fixture
def exporter(store: DatabaseStore, texts: Texts) -> Exporter:
    return Exporter(store, Registry([SAMPLE, PLEDGE]), texts, ZONE, open_sink)


async def keep(store: DatabaseStore, *records: Record) -> None:
    unit = store.unit()
    for record in records:
        unit.records.add(record)
    await store.commit(unit)


ORDER = ExportOrder("sample", "2026-11", purpose="11月例会")
CLERKS = Maker("p9", "李某某", CLERK)
CONSOLE = Maker("system:root", "root")


def receipts(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["回执编号"][-4:] for row in csv.DictReader(file)]


async def exported(exporter: Exporter, folder: Path, maker: Maker = CLERKS, **changes: Any) -> list[str]:
    """Which receipts an order brings, in order."""
    target = folder / "a.csv"
    await exporter.export(replace(ORDER, format="csv", **changes), maker, target)
    return receipts(target)


def audit_of(folder: Path) -> list[str]:
    """The export entries of the audit trail, as text."""
    with closing(sqlite3.connect(folder / "lianxin.db")) as database:
        rows = database.execute("SELECT * FROM audit").fetchall()
    return [repr(row) for row in rows if "export" in row]


# ------------------------------------------------------------------------------------------- periods


async def test_a_span_brings_what_belongs_to_it(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """By period, by the day it happened, by the day it was sent; each once, in the order of the tree."""
    await keep(
        store,
        sample(1, period="2026-11", event_at="2026-11-03"),
        sample(2, period="2026-10", event_at="2026-11-04"),
        sample(3, period="2026-Q4", event_at="2026-11-20T19:30"),
        sample(4, period="", event_at="2026-11-30T23:59"),
        sample(5, period="", event_at="2026-12-01"),
        sample(6, period="", event_at=""),
        sample(7, period="2026", event_at=""),
        sample(8, period="2026-11", event_at="", org="QX0302"),
        sample(9, period="2025-11", event_at="2025-11-03"),
    )
    assert await exported(exporter, tmp_path) == ["0004", "0006", "0001", "0003", "0008"]
    assert await exported(exporter, tmp_path, period="2026-Q4") == [
        "0004", "0005", "0006", "0002", "0001", "0003", "0008",
    ]  # fmt: skip
    assert await exported(exporter, tmp_path, period="2026") == [
        "0004", "0005", "0006", "0007", "0002", "0001", "0003", "0008",
    ]  # fmt: skip
    assert await exported(exporter, tmp_path, period="2027") == []


async def test_a_year_brings_what_was_valid_in_it(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """A term of five years belongs to each of its years, whatever period it was filed for."""
    terms = [
        ("2024-01-01", "2028-12-31"),
        ("2025-01-01", "2025-12-31"),
        ("2026-12-01", "2027-01-31"),
        ("", ""),
    ]
    filed = ["2024", "2025", "", "2026"]
    await keep(
        store,
        *(
            sample(
                n, type="pledge", form_version=1, period=period, event_at="",
                answers={"sentence": "每月走访", "term_from": first, "term_to": last},
            )
            for n, ((first, last), period) in enumerate(zip(terms, filed, strict=True), 1)
        ),
    )  # fmt: skip
    assert sorted(await exported(exporter, tmp_path, type="pledge", period="2026")) == [
        "0001",
        "0003",
        "0004",
    ]
    assert sorted(await exported(exporter, tmp_path, type="pledge", period="2025")) == ["0001", "0002"]


async def test_withdrawn_and_void_never_count(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """They stay readable one by one, but no table adds them up."""
    await keep(
        store, sample(1), sample(2, state="withdrawn"), sample(3, state="void"), sample(4, state="accepted")
    )
    assert await exported(exporter, tmp_path) == ["0001", "0004"]


async def test_the_same_query_brings_the_same_rows(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """
    Twice the same order: the same bytes in csv and json, the same cells in the workbook but for the
    cover.
    """
    await keep(store, *(sample(n, org="QX0301" if n % 2 else "QX0302") for n in range(1, 30)))
    for format_ in ("csv", "json", "xlsx"):
        paths = [tmp_path / f"{n}.{format_}" for n in (1, 2)]
        for path in paths:
            await exporter.export(replace(ORDER, format=format_), CLERKS, path)
        if format_ == "xlsx":
            books = [CalamineWorkbook.from_path(path) for path in paths]
            first, second = (
                [book.get_sheet_by_name(name).to_python() for name in book.sheet_names[1:]] for book in books
            )
            assert first == second
        else:
            assert paths[0].read_bytes() == paths[1].read_bytes()


async def test_all_formats_hold_the_same(store: DatabaseStore, exporter: Exporter, tmp_path: Path) -> None:
    """The same receipts and the same totals, whichever format was taken."""
    await keep(store, *(sample(n, answers={"cost": n * 10_001}) for n in range(1, 8)))
    for format_ in ("csv", "json", "xlsx"):
        await exporter.export(replace(ORDER, format=format_), CLERKS, tmp_path / f"a.{format_}")
    total = sum(n * 10_001 for n in range(1, 8)) / 100
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(float(row["花了多少钱"]) for row in csv.DictReader(file)) == pytest.approx(total)
    data = json.loads((tmp_path / "a.json").read_text())
    assert sum(float(one["answers"]["cost"]) for one in data) == pytest.approx(total)
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("样例记录").to_python()
    place = rows[0].index("花了多少钱")
    assert sum(float(str(row[place])) for row in rows[1:]) == pytest.approx(total)
    place = rows[0].index("回执编号")
    assert [row[place] for row in rows[1:]] == [one["receipt"] for one in data]


# -------------------------------------------------------------------------------------------- rights


async def test_scope_follows_the_post(store: DatabaseStore, exporter: Exporter, tmp_path: Path) -> None:
    """A town clerk gets the town, the county gets all, a part of one's scope may be asked for."""
    await keep(store, sample(1), sample(2, org="QX0302"), sample(3, org="QX0401"))
    assert await exported(exporter, tmp_path) == ["0001", "0002"]
    assert await exported(exporter, tmp_path, Maker("p10", "周某某", COUNTY)) == ["0001", "0002", "0003"]
    assert await exported(exporter, tmp_path, org="QX0302") == ["0002"]
    assert await exported(exporter, tmp_path, CONSOLE) == ["0001", "0002", "0003"]
    assert await exported(exporter, tmp_path, CONSOLE, org="QX04") == ["0003"]


@pytest.mark.parametrize(
    ("maker", "changes", "code"),
    [
        (CLERKS, {"org": "QX0401"}, "unknown_org"),
        (CLERKS, {"org": "SF"}, "unknown_org"),
        (CLERKS, {"org": "NONE"}, "unknown_org"),
        (CONSOLE, {"org": "NONE"}, "unknown_org"),
        (Maker("p1", "张某某", SECRETARY), {}, "not_allowed"),
        (Maker("p11", "吴某某", LEAVER), {}, "not_allowed"),
        (Maker("p10", "周某某", COUNTY), {"type": "pledge"}, "not_allowed"),
        (CLERKS, {"type": "nothing"}, "unknown_type"),
        (CLERKS, {"period": "11"}, "bad_period"),
        (CLERKS, {"format": "docx"}, "export_format"),
        (CLERKS, {"format": "exe"}, "export_format"),
        (CLERKS, {"purpose": "  "}, "export_purpose"),
        (CLERKS, {"purpose": "x" * 201}, "export_purpose"),
    ],
)
async def test_refusals(
    store: DatabaseStore,
    exporter: Exporter,
    texts: Texts,
    tmp_path: Path,
    maker: Maker,
    changes: dict[str, Any],
    code: str,
) -> None:
    """
    Each refusal is a sentence in every language, leaves no file and no audit entry; foreign looks like
    missing.
    """
    await keep(store, sample(1), sample(2, org="QX0401"))
    before = set(tmp_path.iterdir())
    with pytest.raises(LianxinError) as refused:
        await exporter.export(replace(ORDER, **changes), maker, tmp_path / "a.xlsx")
    assert refused.value.code == code
    assert set(tmp_path.iterdir()) - before <= {tmp_path / "lianxin.db-wal", tmp_path / "lianxin.db-shm"}
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert len(texts.problem(refused.value, lang)) > 10


def test_what_one_may_export(exporter: Exporter) -> None:
    """The list behind /export: by post and by day."""
    assert exporter.types_for(CLERK, "2026-11-22") == ["sample", "pledge"]
    assert exporter.types_for(COUNTY, "2026-11-22") == ["sample"]
    assert exporter.types_for(SECRETARY, "2026-11-22") == []
    assert exporter.types_for(LEAVER, "2026-10-31") == ["sample", "pledge"]
    assert exporter.types_for(LEAVER, "2026-11-01") == []


# --------------------------------------------------------------------------------------------- masks


async def test_masked_unless_the_right_was_given(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """Only a caller who passes the right for a person sees phones; the console never does."""
    await keep(store, sample(1))
    canaries = ("13812345678", "家里有病人", "鄞州")
    for maker, unmask, shown in ((CLERKS, False, False), (CLERKS, True, True), (CONSOLE, True, False)):
        for format_ in ("csv", "json", "xlsx"):
            path = tmp_path / f"a.{format_}"
            await exporter.export(replace(ORDER, format=format_, unmask=unmask), maker, path)
            if format_ == "xlsx":
                with zipfile.ZipFile(path) as archive:
                    raw = "".join(archive.read(name).decode() for name in archive.namelist())
            else:
                raw = path.read_text(encoding="utf-8-sig")
            assert [canary in raw for canary in canaries] == [shown] * 3, (maker.id, unmask, format_)


async def test_the_annex_reads_the_frozen_roster(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """The sign-in sheet comes from the snapshot the record was made with."""
    unit = store.unit()
    digest = unit.snapshots.put("homes", ROSTER)
    unit.records.add(sample(1, frozen={"homes": {"digest": digest, "args": {}}}))
    await store.commit(unit)
    result = await exporter.export(replace(ORDER, annex=True), CLERKS, tmp_path / "a.xlsx")
    assert result.tables["session.attend"] == 24
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("签到·签到册").to_python()
    assert rows[1][4:] == ["3-001", "李某1", "第2组", "到会"]


async def test_acts_come_along(store: DatabaseStore, exporter: Exporter, tmp_path: Path) -> None:
    """What a reviewer wrote stands in a sheet of its own."""
    await keep(store, checked(sample(1)), sample(2))
    result = await exporter.export(ORDER, CLERKS, tmp_path / "a.xlsx")
    assert result.tables["act-check"] == 1
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("对照检查").to_python()
    assert rows[1][-2:] == ["滞后", "请抓紧"]


# --------------------------------------------------------------------------------- cover, mark, audit


async def test_the_cover_tells_all(store: DatabaseStore, exporter: Exporter, tmp_path: Path) -> None:
    """
    Title, period, unit, maker, time, purpose, filter, how many, which receipts, what is withheld, the
    number.
    """
    await keep(store, sample(7), sample(3), sample(5, org="QX0302"))
    result = await exporter.export(replace(ORDER, purpose="=1+1 例会"), CLERKS, tmp_path / "a.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("说明").to_python()
    lines = {str(row[0]): str(row[1]) for row in rows}
    assert rows[0][0] == "样例记录（2026年11月）"
    assert lines["所属时期"] == "2026年11月"
    assert lines["填报范围"] == "中共清溪镇委员会"
    assert lines["制表人"] == "李某某"
    assert lines["用途"] == "=1+1 例会"
    assert lines["记录数"] == "3"
    assert lines["回执编号范围"] == "LX-Z-QX03-202611-0003 – LX-Z-QX03-202611-0007"
    assert "手机号" in lines["隐去规则"]
    assert result.masked
    assert lines["导出编号"] == result.id
    assert lines["导出时间"].startswith("20")
    assert "复核人（签名）" in lines


async def test_every_export_is_audited_before_it_is_handed_over(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """Who, what, which period, what for, how many, which bytes; the number in the file leads to the entry."""
    await keep(store, sample(1), sample(2))
    result = await exporter.export(ORDER, CLERKS, tmp_path / "a.xlsx")
    (said,) = audit_of(tmp_path)
    for wanted in ("p9", "sample:2026-11", "11月例会", result.id, result.digest, result.files[0].sha256):
        assert wanted in said, wanted
    assert "13812345678" not in said
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        custom = archive.read("docProps/custom.xml").decode()
        footers = [
            archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet")
        ]
    assert result.id in custom
    assert "李某某" in custom
    assert all(result.id in footer for footer in footers)
    assert [finding async for finding in store.verify()] == []


class ForgetfulStore:
    """A store that cannot keep the audit entry."""

    def __init__(self, store: DatabaseStore) -> None:
        self._store = store

    def unit(self) -> Any:
        return self._store.unit()

    async def commit(self, unit: Any) -> None:
        raise NotKept(why="disk full")


async def test_no_audit_no_file(store: DatabaseStore, texts: Texts, tmp_path: Path) -> None:
    """What cannot be logged is not handed over."""
    await keep(store, sample(1))
    exporter = Exporter(ForgetfulStore(store), Registry([SAMPLE]), texts, ZONE, open_sink)  # type: ignore[arg-type]
    with pytest.raises(NotKept):
        await exporter.export(replace(ORDER, format="csv"), CLERKS, tmp_path / "a.csv")
    assert not list(tmp_path.glob("*.csv"))


async def test_a_broken_off_export_leaves_nothing(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path
) -> None:
    """Cancelled in the middle: no file, no part of one, no audit entry."""
    await keep(store, *(sample(n) for n in range(1, 1200)))
    begun = asyncio.Event()
    task = asyncio.create_task(
        exporter.export(ORDER, CLERKS, tmp_path / "a.xlsx", progress=lambda done, total: begun.set())
    )
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not [path for path in tmp_path.iterdir() if "a.xlsx" in path.name]
    assert audit_of(tmp_path) == []


async def test_progress_ends_at_the_whole(store: DatabaseStore, exporter: Exporter, tmp_path: Path) -> None:
    """Done never runs ahead of the total, and the last word is all of it."""
    await keep(store, *(sample(n) for n in range(1, 700)))
    told: list[tuple[int, int]] = []
    await exporter.export(ORDER, CLERKS, tmp_path / "a.xlsx", progress=lambda *now: told.append(now))
    assert told[-1] == (699, 699)
    assert all(done <= total for done, total in told)
    assert len(told) > 2


def test_jobs_and_results_travel_as_json() -> None:
    """Another process gets the same job and gives back the same result."""
    job = ExportJob("A1", "sample", "2026-11", "xlsx", "例会", "en", "p9", "李某某",
    "2026-11-22T05:53:00.000000Z",
                    "QX03", "清溪镇", ("/SF/QX03/",), annex=True)  # fmt: skip
    assert ExportJob.from_json(json.loads(json.dumps(job.to_json()))) == job
    result = ExportResult("A1", 3, {"": 3}, (ExportedFile(Path("/x/a.xlsx"), 9, "ab"),), "cd", 1)
    assert ExportResult.from_json(json.loads(json.dumps(result.to_json()))) == result


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
async def test_exports_speak_the_readers_language(
    store: DatabaseStore, exporter: Exporter, tmp_path: Path, lang: str
) -> None:
    """Headings, cover and cells follow the language of who asks."""
    await keep(store, sample(1))
    await exporter.export(replace(ORDER, lang=lang), CLERKS, tmp_path / "a.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    heading = book.get_sheet_by_index(1).to_python()[0]
    wanted = {"zh-Hant": ("說明", "回執編號"), "en": ("About", "Receipt")}[lang]
    assert (book.sheet_names[0], wanted[1] in heading) == (wanted[0], True)
