"""/export by a town clerk: tapped through, written through, and what is refused on the way."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
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
    assert "隐去" not in done.text, "the cover of this one says that nothing is withheld"
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
    wrong = await clerk.say("前一阵")
    assert "2026-11" in wrong.text, "a refusal shows an example, and the question again"
    assert "哪一种格式" in (await clerk.say("2026-q4")).text
    await clerk.tap("文本表格（csv）")
    done = await clerk.say("11月例会汇总  给县里")
    assert "没有记录，导出的是空表" in done.text
    assert {Path(one["path"]).suffix for one in clerk.documents} == {".csv"}
    (entry,) = audit_of(village.house.services.settings.data_dir)
    assert "11月例会汇总 给县里" in entry


async def test_several_tables_are_one_message(village: Village) -> None:
    """The tables of a csv come in one .zip, the lists in it called as the report calls them."""
    await report(village.officer)
    await village.officer.tap("提交")
    clerk = village.clerk
    await clerk.say("/export")
    for label in ("月度汇报", "2026年10月", "文本表格（csv）", "核查"):
        await clerk.tap(label)
    (document,) = clerk.documents
    assert document["name"] == "月度汇报-2026-10.zip"
    with zipfile.ZipFile(document["path"]) as packed:
        assert packed.namelist()[:2] == ["月度汇报.csv", "本月工作.csv"]
        assert not [name for name in packed.namelist() if name.isascii()]


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


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("上个月", "2026-10"), ("11月", "2026-11"), ("2026年11月", "2026-11"), ("十月份", "2026-10"), ("第三季度", "2026-Q3"),
        ("2026年第四季度", "2026-Q4"), ("本季度", "2026-Q4"), ("今年", "2026"), ("去年", "2025"), ("2026年", "2026"),
        ("上個月", "2026-10"), ("2026-q4", "2026-Q4"),
    ],
)  # fmt: skip
async def test_a_period_as_people_write_it(village: Village, said: str, period: str) -> None:
    """The words on a button, and what else a month, a quarter or a year is called."""
    clerk = village.clerk
    await clerk.say("/export")
    await clerk.tap("月度汇报")
    assert "哪一种格式" in (await clerk.say(said)).text
    await clerk.tap("文本表格（csv）")
    await clerk.tap("核查")
    assert all(f"-{period}" in one["name"] for one in clerk.documents)
    assert clerk.documents


@pytest.mark.parametrize("said", ["3", "11月3日", "每个月", "13月", "2026-13", "不知道", "上半年"])
async def test_what_is_no_period_is_asked_again(village: Village, said: str) -> None:
    """A bare 3 may be March or a quarter, a day is no stretch: nothing is guessed."""
    await village.clerk.say("/export")
    await village.clerk.tap("月度汇报")
    asked = await village.clerk.say(said)
    assert f"“{said}”" in asked.text
    assert "要哪一段时间" in asked.text


async def test_a_month_of_either_year_is_asked_about(village: Village) -> None:
    """December, said in November: last year's or the coming one."""
    await village.clerk.say("/export")
    await village.clerk.tap("月度汇报")
    asked = await village.clerk.say("12月")
    assert [label for label, _ in asked.buttons][:2] == ["2025年12月", "2026年12月"]
    assert "哪一种格式" in (await village.clerk.tap("2025年12月")).text


async def test_a_long_purpose_is_told_its_length(village: Village) -> None:
    """Two hundred characters are kept whole; one more is refused, and the question stands."""
    clerk = village.clerk
    await clerk.say("/export")
    await clerk.tap("月度汇报")
    await clerk.tap("2026年10月")
    await clerk.tap("表格（xlsx）")
    refused = await clerk.say("用" * 201)
    assert "201 个字，最多 200 个字" in refused.text
    assert "做什么用" in refused.text
    assert "已导出" in (await clerk.say("用" * 200)).text or "空表" in clerk.last.text
    (entry,) = audit_of(village.house.services.settings.data_dir)
    assert "用" * 200 in entry
