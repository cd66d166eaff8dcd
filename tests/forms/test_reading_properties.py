"""What must hold of the readers for any text: no exception, canonical values, and each value read back."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from bot.forms.core import lunar, reading, vocabulary
from bot.forms.core.outcomes import CODES, LARGEST, QUESTIONS
from bot.forms.core.reading import Ambiguous, Outcome, Read, Refused
from bot.forms.core.scripts import SAME_CHARACTER

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 10, 0)  # noqa: DTZ001 - local wall time, as the readers take it
OPTIONS = [("class", "党课"), ("day", "主题党日"), ("review", "民主评议"), ("vote", "选举")]
ROSTER = [(f"{group}-{number:03}", f"户主{group}{number}") for group in (1, 2, 3) for number in range(1, 9)]


def readers() -> dict[str, Any]:
    """Every reader, ready to take a text."""
    return {
        "integer": reading.read_integer,
        "negative": lambda text: reading.read_integer(text, negative=True),
        "percent": lambda text: reading.read_integer(text, percent=True),
        "decimal": reading.read_decimal,
        "money": reading.read_money,
        "wan": lambda text: reading.read_money(text, in_wan=True),
        "date": lambda text: reading.read_date(text, TODAY),
        "past": lambda text: reading.read_date(text, TODAY, "past"),
        "future": lambda text: reading.read_date(text, TODAY, "future"),
        "time": reading.read_time,
        "datetime": lambda text: reading.read_datetime(text, NOW),
        "told": lambda text: reading.read_datetime(text, NOW, "past"),
        "month": lambda text: reading.read_month(text, TODAY),
        "quarter": lambda text: reading.read_quarter(text, TODAY),
        "year": lambda text: reading.read_year(text, TODAY),
        "phone": reading.read_phone,
        "boolean": reading.read_boolean,
        "choice": lambda text: reading.read_choice(text, OPTIONS),
        "choices": lambda text: reading.read_choices(text, OPTIONS),
        "ticks": lambda text: reading.read_ticks(text, ROSTER),
    }


READERS = readers()
SELF_READING = ("decimal", "date", "time", "datetime", "month", "quarter", "year", "phone", "choice")


def _known_words() -> list[str]:
    found: set[str] = set()
    for table in vars(vocabulary).values():
        if isinstance(table, (tuple, frozenset, dict)):
            found |= {word for word in table if isinstance(word, str)}
    return sorted(found)


# Any text a chat can carry, lone surrogates and unassigned characters included; and texts made of the words and
# signs the grammars know, which reach far deeper into them.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
WORDY = st.lists(
    st.one_of(
        st.sampled_from(_known_words()),
        st.sampled_from(list("0123456789 .,-:/、年月日号点分半个二三十百零初")),
    ),
    min_size=1,
    max_size=7,
).map("".join)


def _check(name: str, outcome: Outcome) -> None:
    """An outcome is well formed, whatever was typed."""
    if isinstance(outcome, Refused):
        assert {"text", "kind", *CODES[outcome.code]} == set(outcome.details)
    elif isinstance(outcome, Ambiguous):
        assert outcome.why in QUESTIONS
        assert 2 <= len(outcome.values) <= 3
        assert all(one not in outcome.values[:n] for n, one in enumerate(outcome.values))
        for value in outcome.values:
            _check_value(name, value)
    else:
        _check_value(name, outcome.value)


def _check_value(name: str, value: Any) -> None:
    if name in SELF_READING:
        assert READERS[name](value) == Read(value), "a canonical value reads as itself"
    if name in ("integer", "negative", "percent", "money", "wan"):
        assert type(value) is int
        assert abs(value) <= LARGEST
        assert value >= 0 or name == "negative"
    if name == "boolean":
        assert type(value) is bool
    if name in ("choices", "ticks"):
        assert isinstance(value, list)


@given(st.one_of(ANY_TEXT, WORDY))
@settings(max_examples=400, deadline=None)
def test_any_text_is_answered(text: str) -> None:
    """No reader raises for any text, and what it answers is canonical and has words."""
    for name, reader in READERS.items():
        _check(name, reader(text))


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_clean_text_can_be_kept(text: str) -> None:
    """Clean text is NFC, fits, can be encoded, hides nothing, and cleaning it again changes nothing."""
    cleaned = reading.clean(text, 40)
    assert cleaned == reading.clean(cleaned, 40)
    assert len(cleaned) <= 40
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")
    hidden = {"Cc", "Cs", "Cf"}
    assert all(c in "\n\u200d" or unicodedata.category(c) not in hidden for c in cleaned)
    assert cleaned == cleaned.strip()


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_folding_is_stable(text: str) -> None:
    """A key is its own key, and neither spaces nor width nor case change it."""
    key = reading.fold(text)
    assert reading.fold(key) == key
    assert reading.fold(f" {text} ") == key


def test_usual_text_takes_no_other_way_than_odd_text() -> None:
    """Text of usual signs only is read by a shorter way: with an é behind it, it takes the long one, and is the same."""
    signs = [chr(code) for code in range(0x10000) if not unicodedata.combining(chr(code))]
    for sign in signs:
        text = f"议{sign}，A 1"
        assert reading.clean(f"{text}é") == f"{reading.clean(text)}é", f"U+{ord(sign):04X}"
        assert reading.fold(f"{text}é") == f"{reading.fold(text)}é", f"U+{ord(sign):04X}"


# ------------------------------------------------------------------------------------- numbers, written back

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿两", "萬億兩")
FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


def _section(number: int) -> str:
    """0 to 9999 in Chinese, 零 for each gap."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return text


def chinese(number: int) -> str:
    """A whole number as it is said in full, an independent speaker for what the readers hear."""
    if number == 0:
        return "零"
    text, rest, gap = "", number, False
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, rest = divmod(rest, unit)
        if part:
            zero = "零" if text and (part < 1000 or gap) else ""
            text += zero + (chinese(part) if part >= 10**4 else _section(part)) + name
        gap = not part
    return text


def short_ten(text: str) -> str:
    """十二 for 一十二."""
    return text[1:] if text.startswith("一十") else text


@given(st.one_of(st.integers(0, 120_000), st.integers(0, LARGEST)))
@settings(max_examples=400, deadline=None)
def test_numbers_are_read_back(number: int) -> None:
    """A number in figures, grouped, full-width, spoken, formal and traditional, with a unit, is the same number."""
    spoken = chinese(number)
    grouped = f"{number:,}"
    for text in (
        str(number), grouped, str(number).translate(FULL_WIDTH), grouped.translate(FULL_WIDTH), spoken,
        short_ten(spoken), spoken.translate(TRADITIONAL), spoken.translate(FORMAL), f"{number}户", f"一共 {number} 人",
        f"{short_ten(spoken)}次", f"{number}.0",
    ):  # fmt: skip
        assert reading.read_integer(text) == Read(number), text


@given(
    st.integers(1, 9),
    st.sampled_from([(100, "百"), (1000, "千"), (10**4, "万"), (10**8, "亿")]),
    st.integers(1, 9),
)
def test_the_last_unit_may_be_left_unsaid(head: int, unit: tuple[int, str], tail: int) -> None:
    """两千五 is 2500, 3万5 is 35000; with 零 between it is 2005."""
    value, name = unit
    assert reading.read_integer(f"{DIGITS[head]}{name}{DIGITS[tail]}") == Read(
        head * value + tail * value // 10
    )
    assert reading.read_integer(f"{head}{name}{tail}") == Read(head * value + tail * value // 10)
    assert reading.read_integer(f"{DIGITS[head]}{name}零{DIGITS[tail]}") == Read(head * value + tail)


def _plain(digits: int, places: int) -> str:
    """*digits* with so many of them behind the point, without needless zeros."""
    whole, part = divmod(digits, 10**places)
    return f"{whole}.{part:0{places}}".rstrip("0").rstrip(".") if places else str(whole)


@given(st.integers(1, 10**9), st.integers(0, 4))
def test_decimals_are_read_back(digits: int, places: int) -> None:
    """A decimal in figures, full-width, spoken, or counted in 万 is the same decimal."""
    whole, part = divmod(digits, 10**places)
    plain = f"{whole}.{part:0{places}}" if places else str(whole)
    canonical = _plain(digits, places)
    texts = [plain, plain.translate(FULL_WIDTH), f"{plain}亩"]
    if places:
        texts.append(chinese(whole) + "点" + "".join(DIGITS[int(d)] for d in plain.partition(".")[2]))
    for text in texts:
        assert reading.read_decimal(text) == Read(canonical), text
    if digits <= 10**8:
        assert reading.read_decimal(f"{plain}万") == Read(_plain(digits * 10**4, places))


@given(st.integers(0, LARGEST))
@settings(max_examples=300, deadline=None)
def test_money_is_read_back(fen: int) -> None:
    """A sum in figures, with 元, 块 and 毛, in 大写, grouped, or in 万 is the same sum."""
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    figures = f"{yuan}.{rest:02}"
    spoken = chinese(yuan)
    small = (f"{DIGITS[jiao]}角" if jiao else "") + (
        ("" if jiao else "零") + f"{DIGITS[cents]}分" if cents else ""
    )
    texts = [figures, f"{yuan:,}.{rest:02}", f"{figures}元", f"¥{figures}", figures.translate(FULL_WIDTH)]
    texts += [f"{spoken}元{small}", f"{spoken}元{small}".translate(FORMAL), f"人民币{spoken}圆{small}"]
    texts += [f"{yuan}块{rest:02}", f"{fen / 100 / 10_000:.6f}万元"] if yuan < 10**6 else []
    if jiao and not cents:
        texts += [f"{yuan}块{jiao}", f"{yuan}块{jiao}毛", f"{spoken}块{DIGITS[jiao]}"]
    for text in texts:
        assert reading.read_money(text) == Read(fen), text


# --------------------------------------------------------------------------------------- dates, written back

DAYS = st.dates(date(1901, 1, 1), date(2100, 12, 31))


def _digits(number: int) -> str:
    return "".join(DIGITS[int(d)] for d in str(number)).replace("零", "〇")


@given(DAYS, DAYS)
@settings(max_examples=400, deadline=None)
def test_whole_dates_are_read_back(day: date, today: date) -> None:
    """A date with its year, in any style, is that day, whatever day it is today."""
    y, m, d = day.year, day.month, day.day
    weekday = "一二三四五六日"[day.weekday()]
    for text in (
        f"{y}-{m:02}-{d:02}", f"{y}-{m}-{d}", f"{y}.{m}.{d}", f"{y}/{m}/{d}", f"{y}{m:02}{d:02}", f"{y} {m} {d}",
        f"{y}年{m}月{d}日", f"{y}年{m}月{d}号", f"{y}年{m:02}月{d:02}日", f"{y}年{m}月{d}日（周{weekday}）",
        f"{y}年{m}月{d}日 星期{weekday}", f"{_digits(y)}年{short_ten(chinese(m))}月{short_ten(chinese(d))}日",
        f"{y}年{short_ten(chinese(m))}月{short_ten(chinese(d))}號", f"{y}年{m}月{d}日".translate(FULL_WIDTH),
        f"{d} {day:%B} {y}", f"{day:%b} {d}, {y}", f"公历{y}年{m}月{d}日",
    ):  # fmt: skip
        assert reading.read_date(text, today) == Read(day.isoformat()), text
    wrong = "一二三四五六日"[(day.weekday() + 1) % 7]
    refused = reading.read_date(f"{y}年{m}月{d}日（周{wrong}）", today)
    assert isinstance(refused, Refused)
    assert refused.code == "weekday_mismatch"


@given(DAYS, st.integers(-40, 40))
@settings(max_examples=300, deadline=None)
def test_days_without_a_year_are_never_guessed_wrongly(today: date, days: int) -> None:
    """A day at most forty days away, said without its year, is read as itself or is one of the readings offered."""
    day = today + timedelta(days=days)
    assume(date(1901, 1, 1) <= day <= date(2100, 12, 31))
    for text in (
        f"{day.month}月{day.day}号",
        f"{day.month}.{day.day}",
        f"{day.month}/{day.day}",
        f"{day:%b} {day.day}",
    ):
        outcome = reading.read_date(text, today)
        offered = [outcome.value] if isinstance(outcome, Read) else getattr(outcome, "values", ())
        assert day.isoformat() in offered, text
        if days <= 0:
            assert reading.read_date(text, today, "past") == Read(day.isoformat()), text
        if days >= 0:
            assert reading.read_date(text, today, "future") == Read(day.isoformat()), text


@given(DAYS, st.integers(-1, 1), st.integers(0, 6))
def test_weekdays_are_counted_from_monday(today: date, week: int, weekday: int) -> None:
    """上周五, 这周三 and 下周一 lie in the week of that name, Monday to Sunday."""
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(days=7 * week + weekday)
    assume(date(1901, 1, 1) <= day <= date(2100, 12, 31))
    name = {-1: "上", 0: "这", 1: "下"}[week]
    for word in ("周", "星期", "礼拜", "個禮拜"):
        text = f"{name}{word}{'一二三四五六日'[weekday]}"
        assert reading.read_date(text, today) == Read(day.isoformat()), text


@given(st.dates(date(1905, 1, 1), date(2098, 12, 31)), st.integers(-60, 60))
@settings(max_examples=200, deadline=None)
def test_lunar_days_are_read_back(today: date, days: int) -> None:
    """A lunar day near today, said as lunar, is that day or one of the readings offered."""
    day = today + timedelta(days=days)
    here = lunar.from_solar(day)
    assert here is not None
    month = (
        "闰" * here.leap
        + ["", "正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"][here.month]
    )
    number = ("初" if here.day <= 10 else "") + short_ten(chinese(here.day))
    for text in (f"农历{month}月{number}", f"農曆{month}月{number}"):
        outcome = reading.read_date(text, today)
        offered = [outcome.value] if isinstance(outcome, Read) else getattr(outcome, "values", ())
        assert day.isoformat() in offered, text


@given(st.times())
def test_times_are_read_back(time: Any) -> None:
    """A time by the 24-hour clock, and one with its part of the day, is that time."""
    hour, minute = time.hour, time.minute
    canonical = f"{hour:02}:{minute:02}"
    part = (
        "凌晨"
        if hour < 6
        else "上午"
        if hour < 12
        else "中午"
        if hour == 12
        else "下午"
        if hour < 18
        else "晚上"
    )
    twelve = hour if hour <= 12 else hour - 12
    tail = f"{minute}分" if minute else ""
    spoken = f"{chinese(minute)}分" if minute else "整"
    texts = [
        canonical,
        canonical.translate(FULL_WIDTH),
        canonical.replace(":", "："),
        f"{hour:02}{minute:02}",
    ]
    texts += [
        f"{part}{twelve}点{tail}",
        f"{part}{canonical}",
        f"{part}{short_ten(chinese(twelve))}点{spoken}",
    ]
    texts += (
        [f"{part}{twelve}点半", f"{part}{twelve}點半", f"{part}{short_ten(chinese(twelve))}時半"]
        if minute == 30
        else []
    )
    texts += [f"{(hour + 11) % 12 + 1}:{minute:02} {'am' if hour < 12 else 'pm'}"]
    for text in texts:
        assert reading.read_time(text) == Read(canonical), text


@given(DAYS, st.times())
@settings(max_examples=200, deadline=None)
def test_moments_are_read_back(day: date, time: Any) -> None:
    """A date and a time together, written in several ways, are that moment."""
    clock = f"{time.hour:02}:{time.minute:02}"
    canonical = f"{day.isoformat()}T{clock}"
    for text in (
        canonical, f"{day.isoformat()} {clock}", f"{day.year}年{day.month}月{day.day}日{clock}",
        f"{day.year}.{day.month}.{day.day} {clock}", f"{day.year}年{day.month}月{day.day}号 {clock}",
        f"{day:%Y%m%d}{time.hour:02}{time.minute:02}", f"{clock}，{day.year}年{day.month}月{day.day}日",
    ):  # fmt: skip
        assert reading.read_datetime(text, NOW) == Read(canonical), text


@given(DAYS)
def test_periods_are_read_back(day: date) -> None:
    """A month, quarter or year with its year is itself in every style."""
    y, m, quarter = day.year, day.month, (day.month + 2) // 3
    for text in (
        f"{y}-{m:02}",
        f"{y}年{m}月",
        f"{y}.{m}",
        f"{y}{m:02}",
        f"{_digits(y)}年{short_ten(chinese(m))}月份",
        f"{day:%B} {y}",
    ):
        assert reading.read_month(text, TODAY) == Read(f"{y}-{m:02}"), text
    for text in (
        f"{y}-Q{quarter}",
        f"{y}年{DIGITS[quarter]}季度",
        f"{y}年第{quarter}季度",
        f"Q{quarter} {y}",
        f"{y}q{quarter}",
    ):
        assert reading.read_quarter(text, TODAY) == Read(f"{y}-Q{quarter}"), text
    for text in (f"{y}", f"{y}年", f"{_digits(y)}年", f"{y}年度"):
        assert reading.read_year(text, TODAY) == Read(f"{y}"), text


# ------------------------------------------------------------------------------------ choices, phones, twins


@given(st.integers(3, 9), st.integers(0, 10**9 - 1))
def test_phones_are_read_back(second: int, rest: int) -> None:
    """A mobile number with spaces, signs, prefixes, full-width or Chinese digits is its eleven digits."""
    phone = f"1{second}{rest:09}"
    a, b, c = phone[:3], phone[3:7], phone[7:]
    spoken = "".join(DIGITS[int(digit)] for digit in phone).replace("一", "幺")
    for text in (
        phone, f"{a} {b} {c}", f"{a}-{b}-{c}", f"+86 {phone}", f"0086{phone}", phone.translate(FULL_WIDTH), spoken,
        f"电话：{phone}", f"(+86) {a}-{b}-{c}",
    ):  # fmt: skip
        assert reading.read_phone(text) == Read(phone), text


@given(st.sets(st.integers(0, 23)))
def test_ticked_rows_are_read_back(rows: set[int]) -> None:
    """Rows by code, by name or by all the others are the same rows."""
    assume(rows)
    wanted = Read(sorted(rows))
    assert reading.read_ticks("、".join(ROSTER[row][0] for row in rows), ROSTER) == wanted
    assert reading.read_ticks(" ".join(ROSTER[row][1] for row in rows), ROSTER) == wanted
    others = [ROSTER[row][0] for row in range(24) if row not in rows]
    if others:
        assert reading.read_ticks(f"除了{'，'.join(others)}", ROSTER) == wanted
        assert reading.read_ticks(f"除 {'、'.join(others)} 以外都到了", ROSTER) == wanted


@given(st.sets(st.integers(0, 3), min_size=1))
def test_chosen_options_are_read_back(chosen: set[int]) -> None:
    """Options by number, by label, or by all the others are the same options, in their order."""
    wanted = Read([OPTIONS[index][0] for index in sorted(chosen)])
    assert reading.read_choices("、".join(str(index + 1) for index in chosen), OPTIONS) == wanted
    assert reading.read_choices(" ".join(OPTIONS[index][1] for index in chosen), OPTIONS) == wanted
    others = [str(index + 1) for index in range(4) if index not in chosen]
    if others:
        assert reading.read_choices(f"除了{'、'.join(others)}", OPTIONS) == wanted


TWINS = [
    ("张某某", "张\u200b某某"), ("张某某", "\ufeff张某某"), ("张某某", "张某某\u200f"), ("张某某", "张\u2060某某"),
    ("张某某", "张\u00ad某某"), ("张某某", "张某\u034f某"), ("张某某", "\u202e张某某\u202c"), ("张某某", "张 某某"),
    ("张某某", "张\u3000某某"), ("张某某", "張某某"), ("张某某", "张某某\ufe00"), ("张某某", "张某某\U000e0100"),
    ("买买提·吐尔逊", "买买提•吐尔逊"), ("买买提·吐尔逊", "买买提・吐尔逊"), ("QX03", "ｑｘ０３"),
    ("QX03", "QX\u200d03"), ("3-027", "３－０２７"), ("éloi", "e\u0301loi"), ("神木", "神\u3164木"), ("⼀组", "一组"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_have_one_key(one: str, other: str) -> None:
    """What looks alike is compared alike (20 of 20)."""
    assert reading.fold(one) == reading.fold(other)
    assert len(TWINS) == 20


def test_the_scripts_agree_with_opencc() -> None:
    """All but a few variants of the pairs are OpenCC's, and no simplified character is changed again."""
    convert = OpenCC("t2s").convert
    differing = {chr(code) for code, simplified in SAME_CHARACTER.items() if convert(chr(code)) != simplified}
    assert len(differing) < 30
    assert len(SAME_CHARACTER) > 2_400
    chained = {c for c in SAME_CHARACTER.values() if ord(c) in SAME_CHARACTER}
    assert chained == set()
