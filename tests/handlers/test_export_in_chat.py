"""/export by a town clerk: tapped through, written through, and what is refused on the way."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.handlers.conftest import Village
from tests.handlers.test_review import report
from tests.usecases.test_export import audit_of


async def test_tapped_from_type_to_document(village: Village) -> None:
    """Type, period, format, purpose; the workbook arrives with its Chinese heading and the report that was filed."""
    await report(village.officer)
    await village.officer.tap("提交")
    clerk = village.clerk
    assert "哪一种记录" in (await clerk.say("/export")).text
    await clerk.tap("月度汇报")
    assert "哪一种格式" in (await clerk.tap("2026年10月")).text
    assert "做什么用" in (await clerk.tap("表格（xlsx）")).text
    done = await clerk.tap("工作汇总")
    assert "共 1 条，已导出" in done.text
    assert "不要转发到群里" in done.text
    (document,) = clerk.documents
    assert document["name"] == "村（社区）党建工作月度汇报-2026-10.xlsx" or document["name"].endswith(
        "-2026-10.xlsx"
    )
    with CalamineWorkbook.from_path(document["path"]) as book:
        rows = book.get_sheet_by_index(1).to_python()
    assert any("LX-D-QX03-202610-0001" in row for row in rows)


async def test_written_period_and_purpose(village: Village) -> None:
    """A quarter and a sentence typed; the sentence is what the log keeps."""
    clerk = village.clerk
    await clerk.say("/export")
    await clerk.tap("月度汇报")
    wrong = await clerk.say("上上个月")
    assert "2026-11" in wrong.text, "a refusal shows an example, and the question again"
    assert "哪一种格式" in (await clerk.say("2026-q4")).text
    await clerk.tap("文本表格（csv）")
    done = await clerk.say("11月例会汇总  给县里")
    assert "没有记录，导出的是空表" in done.text
    assert {Path(one["path"]).suffix for one in clerk.documents} == {".csv"}
    (entry,) = audit_of(village.house.services.settings.data_dir)
    assert "11月例会汇总 给县里" in entry


async def test_leaving_forgets_it(village: Village) -> None:
    """After the home page, what is typed is no purpose any more."""
    clerk = village.clerk
    await clerk.say("/export")
    await clerk.tap("月度汇报")
    await clerk.tap("2026年10月")
    await clerk.tap("表格（xlsx）")
    await clerk.say("/menu")
    await clerk.say("你好")
    assert clerk.documents == []


async def test_nothing_to_export(village: Village) -> None:
    """Who may export nothing is told so; the form they were in goes on."""
    officer = village.officer
    await officer.say("月度汇报")
    await officer.tap("10月")
    assert "没有可以导出的记录" in (await officer.say("/export")).text
    assert "2/" in (await officer.say("组织主题党日")).text or "本月工作" in officer.last.text


async def test_a_forged_button_opens_nothing(village: Village) -> None:
    """A type that this post may not export leads back to the question."""
    clerk = village.clerk
    await clerk.say("/export")
    again = await clerk.press("x:go:nothing:2026-10.xlsx.summary", clerk.touched)
    assert "哪一种记录" in again.text
    assert clerk.documents == []
