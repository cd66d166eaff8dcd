"""Hostile texts through every reader: always an answer, and the slowest one is printed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.forms.core import reading, rollcall, typed
from bot.forms.core.draft import Note
from bot.forms.core.places import Places
from bot.forms.core.reading import Ambiguous, Read, Refused
from tests.forms.test_reading_properties import READERS

# A county's largest roster.
HOUSEHOLDS = [
    (f"{group}-{number:03}", f"户主{group}{number}") for group in range(1, 51) for number in range(1, 51)
]
UNITS = (
    "9", "1,", "1,234", "1.", "初", "一", "十", "万", "零", "二十", "1点", "到1", "1到", "1-", "-", "(",
    ")", " ", "\n", "\u0300", "a\u0315\u0300", "\u05b0\u05bc", "\u0f71\u0f72\u0f74", "\ufdfa", "\u200d",
    "👨\u200d", "農", "除了", "全部除了", "和", "1和", "、", "a、", "户主、", "3组、", "1-1~3、", "是",
    "是,", "没有", "上", "周一", "半", "农历", "2026年", "\ud800", "\x00", "\u202e", "\u2066", "two",
    "hundred", "onehundred", "twentyand", "①", "0", "+86", "138", "差五分", "晚上", "的", "了", "𠀀",
    "\U000e0100", "月", "11月3日", "19:30", "nov", "friday", "Q3", "<b>", "&amp;", "_*[", "'; DROP TABLE",
    "=1+1", "㊀", "½", "²",
)  # fmt: skip
SINGLE = (
    "", "\x00", "\ud800\udc00", "\U0010ffff", "\ufffe", "2^63", "9223372036854775808",
    "-9223372036854775809", "1e309", "NaN", "Infinity", "1_000", "²", "٣٢", "0x10", "2月30日",
    "0000-00-00", "99999999", "25:61", "<script>alert(1)</script>", "null", "None", "[]", "{}",
    "../../etc/passwd", "%s%n", "${7*7}", "{{7*7}}", "\\u0000", "Ａ" * 4096, "𝟏" * 4096,
    "".join(f"{n}、" for n in range(900)), "和".join(f"{n}和0{n}" for n in range(700)), "零" * 2000 + "5",
    "1" + "0" * 4095, "、".join(code for code, _ in HOUSEHOLDS)[:4096],
    "、".join(name for _, name in HOUSEHOLDS)[:4096], "、".join(f"{group}组" for group in range(1, 51)),
)  # fmt: skip
HOSTILE = (
    tuple((unit * 4096)[:4096] for unit in UNITS) + tuple((unit * 20)[:200] + "3" for unit in UNITS) + SINGLE
)


def _readers() -> dict[str, Callable[[str], Any]]:
    return {
        **READERS,
        "households": lambda text: reading.read_ticks(text, HOUSEHOLDS),
        "rollcall": lambda text: rollcall.typed(text, [["", *row] for row in HOUSEHOLDS], "ip"),
        "place": lambda text: typed.read_place(text, Places.load()),
        "clean": reading.clean,
        "fold": reading.fold,
    }


def _timed(reader: Callable[[str], Any], text: str) -> tuple[Any, float]:
    started = time.process_time()
    outcome = reader(text)
    return outcome, time.process_time() - started


def test_hostile_texts_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    """Each text in each reader gives an outcome and no exception; the goal of 50 ms is printed, not asserted."""
    slowest: dict[str, tuple[float, str]] = {}
    calls = 0
    for name, reader in _readers().items():
        for text in HOSTILE:
            outcome, spent = _timed(reader, text)
            if spent > 0.02:  # once more: the machine may have been busy
                spent = min(spent, _timed(reader, text)[1])
            calls += 1
            assert isinstance(outcome, (str, list, Note, Read, Ambiguous, Refused))
            slowest[name] = max(slowest.get(name, (0.0, "")), (spent, ascii(text[:12])))
    worst = max(slowest, key=lambda name: slowest[name][0])
    with capsys.disabled():
        spent, text = slowest[worst]
        over = sum(one[0] > 0.05 for one in slowest.values())
        print(f"\n{calls} calls with {len(HOSTILE)} hostile texts; slowest ", end="")
        print(f"{spent * 1000:.1f} ms CPU ({worst}, {text}…); over 50 ms: {over} of {len(slowest)} readers")


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_texts_are_not_taken_for_numbers(unit: str) -> None:
    """4,096 characters of anything are no number, sum, date, time or phone."""
    text = (unit * 4096)[:4096]
    if not reading.clean(text):
        assert reading.read_integer(text).code == "empty"  # type: ignore[union-attr]
        return
    for name in (
        "integer",
        "decimal",
        "money",
        "date",
        "time",
        "datetime",
        "month",
        "quarter",
        "year",
        "phone",
    ):
        outcome = READERS[name](text)
        zeros = name in ("integer", "decimal", "money") and unit in ("0", "零")
        assert isinstance(outcome, Refused) or zeros, (name, outcome)


def test_what_is_hidden_does_not_count() -> None:
    """A number or a name between zero-width and bidi signs is that number or name, and nothing hidden is kept."""
    for sign in "\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\x00\x07\ud800\u00ad":
        assert reading.read_integer(f"{sign}3{sign}2{sign}") == Read(32)
        assert reading.clean(f"张{sign}某{sign}某") == "张某某"
        assert reading.fold(f"张{sign}某某") == reading.fold("张某某")
        assert reading.read_ticks(f"户主{sign}37", HOUSEHOLDS) == Read([106])
    assert reading.clean("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
    assert reading.clean("a\r\nb\u2028c\td") == "a\nb\nc d"
    assert reading.clean("e\u0301" + "\u0300" * 500) == reading.clean("e\u0301" + "\u0300" * 900)
