"""
How records lie in tables: columns from the form, cells by kind, masks, rows of repeats, rosters and
acts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.forms.core.records import Act, Record
from bot.forms.core.types import compile_type
from bot.forms.registry import registry
from bot.people import ROLES
from bot.texts import LANGS, Texts
from bot.usecases.cells import Labels
from bot.usecases.layout import Layout
from tests.usecases.samples import ANSWERS, ORGS, ROSTER, SAMPLE, checked, sample, sample_texts

ZONE = ZoneInfo("Asia/Shanghai")
at = datetime.fromisoformat
NAMES = {org.id: org.name for org in ORGS}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return sample_texts(tmp_path_factory.mktemp("words") / "locales")


def layout(texts: Texts, **options: Any) -> Layout:
    return Layout(compile_type(SAMPLE), texts, "zh-Hans", ZONE, orgs=NAMES, **options)


def laid(
    made: Layout, record: Record, frozen: dict[str, Any] | None = None
) -> dict[str, list[dict[str, Any]]]:
    """Rows of a record per table, as heading -> cell."""
    found: dict[str, list[dict[str, Any]]] = {table.name: [] for table in made.tables}
    for index, row in made.rows(record, frozen):
        table = made.tables[index]
        found[table.name].append(dict(zip([one.heading for one in table.columns], row, strict=True)))
    return found


def test_columns_stand_in_the_order_of_the_form(texts: Texts) -> None:
    """What it is about, the form's own fields, then what Lianxin knows; helpers without words stay out."""
    record = layout(texts).tables[0]
    assert [column.heading for column in record.columns] == [
        "所属镇（街道）", "党组织", "姓名", "所属时期",
        "叫什么", "说说情况", "心情怎么样", "谈了哪些", "哪天开的", "几点开始", "几点开门", "哪个月",
        "人数（人）",
        "有多长", "花了多少钱", "对外吗", "谁主持", "客人是谁", "哪个单位", "在哪里", "手机号",
        "有什么难处", "得几分",
        "证明材料", "签字", "翻倍",
        "状态", "回执编号", "填报人", "职务", "提交时间", "到期", "逾期", "补录", "补录原因", "版本",
        "更正原因", "组织编码",
    ]  # fmt: skip
    assert record.title == "样例记录"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026", "2026年"),
        ("2026-Q4", "2026年第四季度"),
        ("2026-11", "2026年11月"),
        ("", ""),
        ("年度", "年度"),
    ],
)
def test_a_period_reads_as_one(texts: Texts, period: str, said: str) -> None:
    """A year as well as a month and a quarter, in the table of the record and in those of its lists."""
    rows = laid(layout(texts), replace(sample(), period=period))
    assert {row["所属时期"] for name in ("", "session") for row in rows[name]} == {said}


def test_each_repeat_and_each_asking_act_is_a_table(texts: Texts) -> None:
    """Nested repeats carry the numbers of the rows around them; acts show only when there are any."""
    tables = {table.name: table for table in layout(texts).tables}
    acts = ["act-return", "act-return.marks", "act-follow", "act-check"]
    assert list(tables) == ["", "session", "session.vote", "score", *acts]
    assert [one.heading for one in tables["session.vote"].columns] == [
        "回执编号", "党组织", "所属时期", "场次序号", "表决序号", "事项", "赞成",
    ]  # fmt: skip
    assert [one.heading for one in tables["session"].columns][4:] == [
        "地点", "签到·应到", "签到·实到", "签到·其中委托", "签到·缺席",
    ]  # fmt: skip
    assert [table.title for table in tables.values()] == [
        "样例记录", "场次", "表决", "打分", "退回补正", "补正处", "落实进展", "对照检查",
    ]  # fmt: skip


def test_cells_are_what_they_say(texts: Texts) -> None:
    """Choices in words, dates as dates, money as 分 in a money column, people and places by name."""
    row = laid(layout(texts, hide=False), sample())[""][0]
    assert row == {
        "所属镇（街道）": "中共清溪镇委员会", "党组织": "中共清溪镇清溪村支部委员会", "姓名": "张某某",
        "所属时期": "2026年11月", "叫什么": "11月例会", "说说情况": "第一行\n第二行", "心情怎么样": "不错",
        "谈了哪些": "道路、学校", "哪天开的": date(2026, 11, 3), "几点开始": at("2026-11-03T19:30"),
        "几点开门": time(8, 5), "哪个月": "2026年11月", "人数（人）": 226, "有多长": Decimal("1.25"),
        "花了多少钱": 36_500_050, "对外吗": "是", "谁主持": "陈某某", "客人是谁": "欧阳某某",
        "哪个单位": "示范县档案馆", "在哪里": "浙江省宁波市鄞州区", "手机号": "13812345678",
        "有什么难处": "家里有病人",
        "得几分": 7, "证明材料": "1 个：签到表.jpg", "签字": "陈某某 本人确认（2026-11-04 10:00）",
        "翻倍": 452,
        "状态": "待审核", "回执编号": "LX-Z-QX03-202611-0001", "填报人": "张某某", "职务": "党支部书记",
        "提交时间": at("2026-11-22T13:53:01"), "到期": date(2026, 12, 5), "逾期": "否", "补录": "否",
        "补录原因": None, "版本": 1, "更正原因": None, "组织编码": "QX0301",
    }  # fmt: skip


def test_nothing_in_a_cell_is_a_code_or_a_hole(texts: Texts) -> None:
    """A photo without a name is a photo, a signature without its hour has no hole, why there is a version is told in words."""
    photo = {"hash": "b" * 64, "name": "bbbbbbbb.jpg", "type": "image/jpeg", "size": 10}
    named = {"hash": "a" * 64, "name": "签到表.pdf", "type": "application/pdf", "size": 10}
    signed = {"way": "account", "by": "p1", "name": "陈某某", "at": "", "files": []}
    answers = {"proof": [photo, photo, named], "signed": signed}
    row = laid(layout(texts), sample(version=2, change_reason="returned", answers=answers))[""][0]
    assert row["证明材料"] == "3 个：照片、签到表.pdf"
    assert row["签字"] == "陈某某 本人确认"
    assert row["更正原因"] == "退回补正"


def test_what_is_sensitive_leaves_masked(texts: Texts) -> None:
    """Phones keep seven digits, names the surname, anything else goes whole; blanks stay blank."""
    made = layout(texts)
    row = laid(made, sample())[""][0]
    assert {key: row[key] for key in ("客人是谁", "在哪里", "手机号", "有什么难处", "得几分", "谁主持")} == {
        "客人是谁": "欧**", "在哪里": "已隐去", "手机号": "138****5678", "有什么难处": "已隐去",
        "得几分": "已隐去",
        "谁主持": "陈某某",
    }  # fmt: skip
    assert laid(made, sample(answers={"worry": None, "mobile": None}))[""][0]["有什么难处"] is None
    assert made.masked_headings() == ["客人是谁", "在哪里", "手机号", "有什么难处", "得几分"]
    assert layout(texts, hide=False).masked_headings() == []


def test_rows_of_repeats(texts: Texts) -> None:
    """One row per row, with the receipt and the numbers of the rows around it; rosters as counts."""
    rows = laid(layout(texts), sample())
    assert [(row["场次序号"], row["地点"]) for row in rows["session"]] == [(1, "村部"), (2, "祠堂")]
    counted = [[value for key, value in row.items() if key.startswith("签到·")] for row in rows["session"]]
    assert counted == [[12, 4, 1, 8], [12, 5, 0, 7]]
    votes = [(row["场次序号"], row["表决序号"], row["事项"], row["赞成"]) for row in rows["session.vote"]]
    assert votes == [(1, 1, "修路", 4), (1, 2, "修渠", 3)]
    assert [(row["打分"], row["分数"]) for row in rows["score"]] == [("计划", 90), ("工作", 80)]
    keys = ("LX-Z-QX03-202611-0001", "中共清溪镇清溪村支部委员会", "2026年11月")
    assert {
        tuple(row.values())[:3] for name in ("session", "session.vote", "score") for row in rows[name]
    } == {keys}


def test_the_annex_lists_the_roster_line_by_line(texts: Texts) -> None:
    """Only when asked: house number, name, group and how they were there, in the order of the roster."""
    rows = laid(layout(texts, annex=True), sample(), {"homes": ROSTER})["session.attend"]
    assert len(rows) == 24
    assert [(row["场次序号"], row["户号"], row["姓名"], row["组别"], row["签到"]) for row in rows[:5]] == [
        (1, "3-001", "李某1", "第2组", "到会"), (1, "3-002", "张某2", "第3组", "到会"),
        (1, "3-003", "赵某3", "第1组", "缺席"), (1, "3-004", "王某4", "第2组", "到会"),
        (1, "3-005", "李某5", "第3组", "委托"),
    ]  # fmt: skip
    assert "session.attend" not in laid(layout(texts), sample(), {"homes": ROSTER})


def test_acts_that_ask_something_are_rows(texts: Texts) -> None:
    """The reviewer's words stand in a table of their own, with who and when."""
    rows = laid(layout(texts), checked(sample()))["act-check"]
    assert rows == [
        {
            "回执编号": "LX-Z-QX03-202611-0001", "党组织": "中共清溪镇清溪村支部委员会",
            "所属时期": "2026年11月",
            "办理序号": 2, "经办人": "李某某", "经办职务": "镇组织办", "办理时间": at("2026-11-23T09:00"),
            "结论": "滞后", "意见": "请抓紧",
        }
    ]  # fmt: skip


def test_acts_on_a_row_say_which(texts: Texts) -> None:
    """The number of each row on the way, so that it can be found in the tables of the repeats."""
    record = sample()
    acts = tuple(
        Act(n, "follow", "p1", "张某某", record.post, record.submitted_at, "accepted", "accepted", row=row,
            answers={"percent": n * 10})
        for n, row in enumerate(("r3", "r2", "r99"), 2)
    )  # fmt: skip
    rows = laid(layout(texts), replace(record, acts=acts))["act-follow"]
    assert [(row["场次序号"], row["表决序号"], row["进度"]) for row in rows] == [
        (1, 2, 20),
        (1, 1, 30),
        (None, None, 40),
    ]


def test_marks_of_a_return_are_places_in_words(texts: Texts) -> None:
    """What a reviewer marked is said as the form says it, with the number of the row."""
    record = sample()
    marks = [
        {"_": f"m{n}", "place": place, "reason": "unclear", "text": None}
        for n, place in enumerate(
            ("title", "session/r4/spot", "session/r1/vote/r3/yes", "session/r9", "gone/x", "topics")
        )
    ]
    act = Act(2, "return", "p9", "李某某", "town_clerk@QX03", record.submitted_at, "submitted", "returned",
              answers={"marks": marks})  # fmt: skip
    rows = laid(layout(texts), replace(record, acts=(act,)))
    assert [row["位置"] for row in rows["act-return.marks"]] == [
        "叫什么", "场次第2项 · 地点", "场次第1项 · 表决第2项 · 赞成", "场次", "gone/x", "谈了哪些",
    ]  # fmt: skip
    assert [row["办理序号"] for row in rows["act-return"]] == [2]
    assert {row["原因"] for row in rows["act-return.marks"]} == {"不清楚"}


def test_codes_from_facts_and_calculations_are_worded(texts: Texts) -> None:
    """A value no list of the form names is worded where it has words, a period reads as a period."""
    row = laid(layout(texts), sample(answers={"mood": "2026-Q4", "double": "water"}))[""][0]
    assert row["心情怎么样"] == "2026年第四季度"
    assert laid(layout(texts), sample(answers={"mood": "2026"}))[""][0]["心情怎么样"] == "2026"
    assert row["翻倍"] == "water"


def test_yes_and_no_are_said_as_the_question_says_them() -> None:
    """研究过, as on the button; what only repeats another column is none; data keeps true and false."""
    one = Layout(registry()["minutes"], Texts(strict=True), "zh-Hans", ZONE, orgs=NAMES)
    assert "计票方式" not in [column.heading for column in one.tables[0].columns]
    sessions = next(table for table in one.tables if table.name == "session")
    assert not {"结束于", "本场实到"} & {column.heading for column in sessions.columns}
    answers = {"party_reviewed": True, "quorum_ok": True, "mode": "assembly_households"}
    record = replace(sample(), type="minutes", form_version=1, answers=answers)
    row = laid(one, record)[""][0]
    assert (row["党组织研究"], row["达到法定人数"]) == ("研究过", "是")
    assert one.document(record)["answers"]["party_reviewed"] is True


def test_records_of_an_older_form_read_as_todays(texts: Texts) -> None:
    """Renamed fields and choices are found; the record itself is left as it was sent."""
    old = {**ANSWERS, "remarks": "旧说法", "mood": "fine"}
    del old["story"]
    record = sample(form_version=1)
    record = Record(**{**{name: getattr(record, name) for name in record.__slots__}, "answers": old})
    row = laid(layout(texts), record)[""][0]
    assert (row["说说情况"], row["心情怎么样"]) == ("旧说法", "不错")
    assert record.answers["mood"] == "fine"


@pytest.mark.parametrize(
    ("name", "value", "heading", "cell"),
    [
        ("held_on", "last Tuesday", "哪天开的", "last Tuesday"),
        ("count", "many", "人数（人）", "many"),
        ("length", "1,5", "有多长", "1,5"),
        ("mood", "gone", "心情怎么样", "gone"),
        ("topics", 5, "谈了哪些", "5"),
        ("chair", "陈某某", "谁主持", "陈某某"),
        ("proof", [], "证明材料", ""),
        ("title", "a\x00b\x1f\ud800c\r\nd\u0085e", "叫什么", "abc\nd\u0085e"),
        ("cost", None, "花了多少钱", None),
        ("double", {"outcome": "passed", "n": 3}, "翻倍", "passed"),
        ("double", True, "翻倍", "是"),
        ("double", "3.50", "翻倍", Decimal("3.50")),
        ("double", ["a", 2], "翻倍", "a、2"),
    ],
)
def test_odd_values_become_text(texts: Texts, name: str, value: Any, heading: str, cell: Any) -> None:
    """A value that does not fit its field never stops an export, and costs no other cell of its row."""
    row = laid(layout(texts, hide=False), sample(answers={name: value}))[""][0]
    assert row[heading] == cell
    assert row["回执编号"] == "LX-Z-QX03-202611-0001"
    others = {
        key: one for key, one in laid(layout(texts, hide=False), sample())[""][0].items() if key != heading
    }
    assert {key: one for key, one in row.items() if key != heading} == others


def test_the_document_keeps_machine_names_and_masks(texts: Texts) -> None:
    """
    JSON: stored shapes, choices with their labels, money in 元, rosters as counts, masked like the rest.
    """
    made = layout(texts).document(checked(sample()))
    answers = made["answers"]
    assert made["org"] == {"code": "QX0301", "name": "中共清溪镇清溪村支部委员会"}
    assert made["state"] == {"value": "submitted", "label": "待审核"}
    assert (answers["cost"], answers["length"], answers["held_on"]) == ("365000.50", "1.25", "2026-11-03")
    assert answers["mood"] == {"value": "good", "label": "不错"}
    assert answers["topics"] == [{"value": "road", "label": "道路"}, {"value": "school", "label": "学校"}]
    assert (answers["mobile"], answers["where"], answers["guest"]) == ("138****5678", "已隐去", "欧**")
    assert answers["session"][0]["attend"] == {"should": 12, "present": 4, "proxy": 1, "away": 8}
    assert answers["score"][1] == {"_": "work", "mark": 80}
    assert made["acts"][0]["answers"]["verdict"] == {"value": "late", "label": "滞后"}
    assert layout(texts, hide=False).document(sample())["answers"]["mobile"] == "13812345678"


@pytest.mark.parametrize("lang", LANGS)
def test_every_registered_type_has_headings(lang: str) -> None:
    """Every field, repeat, act and option of every record type is worded, in every language."""
    texts = Texts(strict=True)
    for kind in registry():
        for table in Layout(kind, texts, lang, ZONE, orgs=NAMES, annex=True).tables:
            headings = [column.heading for column in table.columns]
            assert all(headings), (kind.id, table.name)
            assert len(set(headings)) == len(headings), (kind.id, table.name)
            if (
                lang != "en"
            ):  # a heading that is taken gets a number: the same thing must not stand there twice
                assert not [heading for heading in headings if heading.endswith("（2）")], (
                    kind.id,
                    table.name,
                )


@pytest.mark.parametrize("lang", LANGS)
def test_whoever_acts_is_named_by_a_post_in_words(lang: str) -> None:
    """Also who acts because the record names them, or because they sent it."""
    labels = Labels(Texts(strict=True), lang, ZONE, hide=True)
    said = {post: labels.post(f"{post}@QX03") for post in (*ROLES, "named", "filler")}
    assert {post: words for post, words in said.items() if words == post} == {}
