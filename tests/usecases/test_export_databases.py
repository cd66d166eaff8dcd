"""One contract: an export says the same whichever database the county lies in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.forms.core.records import Record
from bot.forms.registry import Registry
from bot.papers.exports import open_sink
from bot.texts import Texts
from bot.usecases.export import Exporter
from bot.usecases.export_job import ExportOrder
from storage import open_store, upgrade
from tests.usecases.samples import ORGS, SAMPLE, checked, sample, sample_texts
from tests.usecases.test_export import CLERKS, ZONE, audit_of

PERIODS = ("2026-11", "2026-10", "2026-Q4", "", "2026")
DAYS = ("2026-11-03", "2026-11-30T23:59", "2026-12-01", "")
REMARKS = ("一切都好", "=1+1", "Ünïcödé 𠮷 é", "b", "B", "甲\n乙", "")


def county() -> list[Record]:
    """Enough records for several pages of the stream, in an order that is none, with everything that sorts oddly."""
    made = []
    for n in range(1, 461):
        record = sample(
            (n * 173) % 461, org=("QX0301", "QX0302")[n % 2], period=PERIODS[n % 5], event_at=DAYS[n % 4],
            label=REMARKS[n % 7], state=("submitted", "submitted", "submitted", "withdrawn")[n // 7 % 4],
            answers={"cost": n * 10_001},
        )  # fmt: skip
        made.append(checked(record) if record.state == "submitted" and n % 6 == 0 else record)
    return made


async def exports_of(url: str, folder: Path, texts: Texts) -> dict[str, Any]:
    """Everything the three formats say, for two spans: file name -> bytes, or the cells of all sheets but the cover."""
    await upgrade(url)
    said: dict[str, Any] = {}
    async with open_store(url, files_dir=folder / "files") as store:
        unit = store.unit()
        for org in ORGS:
            unit.people.put_org(org)
        for record in county():
            unit.records.add(record)
        await store.commit(unit)
        exporter = Exporter(store, Registry([SAMPLE]), texts, ZONE, open_sink)
        for period in ("2026-11", "2026"):
            for format_ in ("xlsx", "csv", "json"):
                order = ExportOrder("sample", period, format=format_, purpose="11月例会")
                result = await exporter.export(order, CLERKS, folder / f"{period}.{format_}")
                said[f"{period}.{format_} rows"] = (result.rows, dict(result.tables))
                for file in result.files:
                    said[file.path.name] = content(file.path)
        assert [one async for one in store.verify()] == []
    return said


def content(path: Path) -> Any:
    """What a file says."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names[1:]}


@pytest.mark.postgres
async def test_both_databases_export_the_same(tmp_path: Path, postgres_url: str) -> None:
    """The same bytes of CSV and JSON, the same cells of the workbook, the same counts, and an audit entry each."""
    texts = sample_texts(tmp_path / "locales")
    found = {}
    for name, url in (
        ("sqlite", f"sqlite+aiosqlite:///{tmp_path}/sqlite/lianxin.db"),
        ("postgres", postgres_url),
    ):
        (tmp_path / name).mkdir()
        found[name] = await exports_of(url, tmp_path / name, texts)
    assert found["sqlite"].keys() == found["postgres"].keys()
    for part, said in found["sqlite"].items():
        assert found["postgres"][part] == said, part
    assert found["sqlite"]["2026.json rows"][0] > 300
    assert len(json.loads(found["postgres"]["2026.json"])) == found["postgres"]["2026.json rows"][0]
    assert len(audit_of(tmp_path / "sqlite")) == 6
