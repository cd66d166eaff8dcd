"""Dates, periods, money and lists as people read them, in three languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answers
from bot.texts import EN, LANGS, ZH_HANS, ZH_HANT, Texts
from bot.wording import Wording

WORDING = Wording(Texts(strict=True).load())
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("way", "value", "words"),
    [
        ("date", "2026-11-22", ("11月22日（周日）", "11月22日（週日）", "Sun 22 Nov")),
        ("date", dt.date(2028, 2, 29), ("2月29日（周二）", "2月29日（週二）", "Tue 29 Feb")),
        ("date_short", "2026-01-03", ("1月3日", "1月3日", "3 Jan")),
        ("date_long", "2026-11-22", ("2026年11月22日", "2026年11月22日", "22 November 2026")),
        (
            "date_long",
            "2026-11-22T23:59",
            ("2026年11月22日", "2026年11月22日", "22 November 2026"),
        ),
        ("weekday", "2026-11-23", ("周一", "週一", "Mon")),
        (
            "moment",
            "2026-11-20T19:30",
            ("11月20日（周五）19:30", "11月20日（週五）19:30", "Fri 20 Nov, 19:30"),
        ),
        ("period", "2026-11", ("2026年11月", "2026年11月", "November 2026")),
        ("period", "2026-02", ("2026年2月", "2026年2月", "February 2026")),
        ("period", "2026-Q4", ("2026年第四季度", "2026年第四季度", "Q4 2026")),
        ("period", "2026", ("2026年", "2026年", "2026")),
        ("money", 36_500_000, ("36.5万元", "36.5萬元", "¥365,000")),
        ("money", 300_000, ("3,000元", "3,000元", "¥3,000")),
        ("money", 123_456, ("1,234.56元", "1,234.56元", "¥1,234.56")),
        ("money", 50, ("0.50元", "0.50元", "¥0.50")),
        ("money", 0, ("0元", "0元", "¥0")),
        ("money", 1_000_000, ("1万元", "1萬元", "¥10,000")),
        ("money", 999_999, ("9,999.99元", "9,999.99元", "¥9,999.99")),
        ("money", 1_234_567, ("12,345.67元", "12,345.67元", "¥12,345.67")),
        ("money", 1_230_000, ("1.23万元", "1.23萬元", "¥12,300")),
        ("money", 1_200_000_000, ("1,200万元", "1,200萬元", "¥12,000,000")),
        ("money", 12_000_000_000, ("1.2亿元", "1.2億元", "¥120,000,000")),
        ("money", 10_000_500_000, ("10,000.5万元", "10,000.5萬元", "¥100,005,000")),
        ("money", -36_500_000, ("-36.5万元", "-36.5萬元", "¥-365,000")),
        ("joined", ["甲"], ("甲", "甲", "甲")),
        ("joined", ["a", "b", "c"], ("a、b、c", "a、b、c", "a, b and c")),
        ("joined", [], ("", "", "")),
    ],
)
def test_a_value_in_words(way: str, value: object, words: tuple[str, str, str]) -> None:
    """Each row: how, what, and the words in 简体, 繁體 and English."""
    assert tuple(getattr(WORDING, way)(value, lang) for lang in LANGS) == words


def test_a_servers_stamp_is_shown_in_the_offices_time() -> None:
    """05:53 UTC is 13:53 in Shanghai; late in the evening UTC is already tomorrow there."""
    assert WORDING.stamp("2026-11-22T05:53:00.123456Z", SHANGHAI, ZH_HANS) == "2026年11月22日 13:53"
    assert WORDING.stamp("2026-12-31T16:00:00Z", SHANGHAI, EN) == "1 January 2027, 00:00"
    assert WORDING.clock("2026-11-22T06:02:59.999999Z", SHANGHAI) == "14:02"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_dates_agree_with_cldr(day: dt.date) -> None:
    """Months and weekdays are those of Babel's tables, day by day."""
    assert WORDING.date_long(day, ZH_HANS) == format_date(day, "long", "zh_Hans")
    assert WORDING.date_long(day, ZH_HANT) == format_date(day, "long", "zh_Hant")
    assert WORDING.date_long(day, EN) == format_date(day, "d MMMM y", "en")
    assert WORDING.date(day, EN) == format_date(day, "EEE d MMM", "en").replace("Sept", "Sep")
    assert WORDING.weekday(day, ZH_HANS) == format_date(day, "EEE", "zh_Hans")


@given(st.integers(-(10**15), 10**15))
def test_no_amount_is_rounded(fen: int) -> None:
    """Read back with its unit, every amount is what it was, to the 分."""
    words = WORDING.money(fen, ZH_HANS)
    units = {"亿元": 10**10, "万元": 10**6, "元": 100}
    unit = next(name for name in units if words.endswith(name))
    assert Decimal(words.removesuffix(unit).replace(",", "")) * units[unit] == fen


def test_numbers_are_grouped() -> None:
    """12,345 and 1,234.50, never an exponent."""
    assert WORDING.number(12345) == "12,345"
    assert WORDING.number(Decimal("1234.50")) == "1,234.50"
    assert WORDING.number(Decimal("1E+5")) == "100,000"


def test_a_day_of_another_year_is_told_with_it() -> None:
    """What was typed for next spring must not read like this year's."""
    answers = Answers(Texts(strict=True).load(), lambda: 2026)
    assert answers.value("date", "2026-11-22", "", "zh-Hans") == "11月22日（周日）"
    assert answers.value("date", "2027-03-31", "", "zh-Hans") == "2027年3月31日（周三）"
    assert answers.plain("2025-12-31", "zh-Hant") == "2025年12月31日（週三）"
    assert "2027" in answers.value("datetime", "2027-03-31T19:30", "", "en")


def test_a_due_day_whose_holidays_nobody_has_announced() -> None:
    """It follows the plain week, and says that it may still move (a warning, never a guess)."""
    answers = Answers(Texts(strict=True).load(), lambda: 2026, lambda day: day < "2026-12-26")
    assert answers.due("2026-12-25", "zh-Hans") == "12月25日"
    assert answers.due("2027-01-05", "zh-Hans") == "1月5日（放假安排还没公布，可能顺延）"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh-Hans", ["1 次", "2 次", "第1场", "议题第2项", "1 场", "3 条", "无"]),
        ("zh-Hant", ["1 次", "2 次", "第1場", "議題第2項", "1 場", "3 條", "無"]),
        ("en", ["1 time", "2 times", "Session 1", "Item 2", "1 session", "3 resolutions", "none"]),
    ],
)
def test_what_is_counted_has_its_measure(lang: str, words: list[str]) -> None:
    """A unit bends to its number where a language does that; a list counts its rows, and calls one, as people do."""
    answers = Answers(Texts(strict=True))
    assert [
        answers.value("integer", 1, "monthly_report-committee", lang),
        answers.value("integer", 2, "monthly_report-committee", lang),
        answers.row("minutes-session", 1, lang),
        answers.row("minutes-agenda", 2, lang),
        answers.rows("minutes-session", 1, lang),
        answers.rows("minutes-agenda-resolution", 3, lang),
        answers.rows("minutes-observers", 0, lang),
    ] == words
