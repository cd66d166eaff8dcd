"""
Times of day as people type them: 晚上七点半, 19:30, 7:30pm, 差五分八点.

A village meets in the evening as often as in the morning: 七点 without 早上 or 晚上 is asked about.
"""

from __future__ import annotations

import re
from datetime import datetime

from bot.forms.core import vocabulary as words
from bot.forms.core.calendar_words import is_range, opening
from bot.forms.core.numerals import NUM, english, small
from bot.forms.core.outcomes import Outcome, Read, Refused, one_or_ask, refuse
from bot.forms.core.plain import strip_any, strip_any_end

# A time within a day: how many days later it falls (晚上12点 is the next day's 00:00), hour, minute.
Clock = tuple[int, int, int]

_VAGUE = re.compile("|".join(map(re.escape, words.VAGUE_TIME)))
_PART = re.compile("|".join(map(re.escape, words.DAY_PARTS)))
_COLON = re.compile(
    r"(?P<h>[0-9]{1,2})(?P<sep>[:.])(?P<m>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?|分)?(?![0-9])"
)
_COMPACT = re.compile(r"(?P<h>[0-9]{1,2})(?P<m>[0-9]{2})(?![0-9年月日号.:/-])")
_HOUR_EN = re.compile(r"(?P<h>[0-9]{1,2})(?=[ap]\.?m|inthe|atnight)")
_SMALL_EN = "|".join(word for word, value in words.ENGLISH_NUMBERS.items() if 1 <= value <= 12)
_UNITS_EN = "|".join(word for word, value in words.ENGLISH_NUMBERS.items() if 1 <= value <= 9)
_MINUTES_EN = (
    "(?:oh?-?)(?:"
    + _UNITS_EN
    + ")|"
    + "|".join(word for word, value in words.ENGLISH_NUMBERS.items() if 10 <= value <= 19)
    + rf"|(?:twenty|thirty|forty|fifty)-?(?:{_UNITS_EN})?"
)
# quarter to eight, half past seven, twenty past nine; the longest name first, so that seventeen is not seven
_PAST_EN = re.compile(
    rf"(?>a?(?P<quarter>quarter)|(?P<half>half)|(?P<m>[0-9]{{1,2}}|{'|'.join(words.ENGLISH_NUMBERS)})-?(?P<five>five)?)"
    rf"(?:minutes?)?(?P<way>past|after|to)(?P<h>[0-9]{{1,2}}|{_SMALL_EN})(?![0-9]|teen|ty)"
)
_SPELLED_EN = re.compile(
    rf"(?P<h>{_SMALL_EN})-?(?!teen|ty)(?P<m>{_MINUTES_EN})?(?:oclock)?"
    r"(?=$|[^a-z]|[ap]\.?m|inthe|atnight|on|this|tonight|today|yesterday|tomorrow)"
)
_BEFORE = re.compile(rf"差(?P<m>{NUM})(?P<unit>分钟?|刻)(?:钟)?(?:到)?(?P<h>{NUM})(?:点钟?|时)")
_HOUR = re.compile(rf"(?P<h>{NUM}|零)(?:点钟?|时|oclock)")
_HOUR_ONLY = re.compile(r"(?P<h>[0-9]{1,2})(?![0-9])")
_MINUTES = re.compile(
    rf"(?:过|零|〇)?(?:(?P<quarter>[一二两三])刻(?:钟)?|(?P<half>半)|差(?P<less>{NUM})(?P<lu>分钟?|刻)"
    rf"|(?P<zero>(?<=零|〇)[1-9一二三四五六七八九])分?|(?P<m>{NUM})(?P<unit>分?)|整|正)"
)


def is_about(said: str) -> bool:
    """Whether a word makes any time of *said* a guess: 七点左右, 七点多."""
    return _VAGUE.search(said) is not None


def _part(text: str) -> tuple[str, str]:
    """The part of the day *text* begins with (morning, noon …; empty if none), and the rest."""
    found = _PART.match(text)
    return (words.DAY_PARTS[found[0]], text[found.end() :]) if found else ("", text)


def _minutes(text: str) -> tuple[int, str] | str:
    """Minutes after 七点, and the rest; or a code (七点五 is 7:05 to some, 7:50 to others)."""
    found = _MINUTES.match(text)
    if found is None:
        return 0, text
    rest = text[found.end() :]
    if found["quarter"]:
        return 15 * (small(found["quarter"]) or 0), rest
    if found["half"]:
        return 30, rest
    if found["less"]:
        return -(small(found["less"]) or 0) * (15 if found["lu"] == "刻" else 1), rest
    if found["zero"]:
        return small(found["zero"]) or 0, rest
    if found["m"] is None:
        return 0, rest
    minutes = small(found["m"])
    single = len(found["m"]) == 1 and found["m"] != "十"
    if minutes is None or (single and not found["unit"] and not text.startswith(("零", "〇", "过"))):
        return "unclear_time"
    return minutes, rest


def _raw(text: str) -> tuple[int, int, bool, str] | str | None:
    """Hour, minute, whether it is said by a 24-hour clock for certain, and the rest; or a code; or None."""
    if found := _COLON.match(text):
        sure = len(found["h"]) == 2  # 07:30 and 10:00 are a 24-hour clock's, 7:30 may be either's
        return int(found["h"]), int(found["m"]), sure, text[found.end() :]
    if found := _BEFORE.match(text):
        less = (small(found["m"]) or 0) * (15 if found["unit"] == "刻" else 1)
        return *_earlier(small(found["h"]) or 0, less), False, text[found.end() :]
    if found := _HOUR.match(text):
        hour = 0 if found["h"] == "零" else small(found["h"])
        minutes = _minutes(text[found.end() :])
        if isinstance(minutes, str) or hour is None:
            return "unclear_time"
        sure = found["h"] in ("零", "0", "00") or (len(found["h"]) == 2 and found["h"][0] == "0")
        if minutes[0] < 0:
            return *_earlier(hour, -minutes[0]), sure, minutes[1]
        return hour, minutes[0], sure, minutes[1]
    if found := _COMPACT.match(text):
        return int(found["h"]), int(found["m"]), len(found["h"]) == 2, text[found.end() :]
    if found := _HOUR_EN.match(text):
        return int(found["h"]), 0, False, text[found.end() :]
    return _in_english(text) if text[:1].isascii() else None


def _in_english(text: str) -> tuple[int, int, bool, str] | None:
    """quarter to eight, half past seven, seven thirty, nine o'clock."""
    if found := _PAST_EN.match(text):
        hour = _english_number(found["h"])
        minutes = 15 if found["quarter"] else 30 if found["half"] else _english_number(found["m"])
        minutes += 5 if found["five"] else 0
        if found["way"] == "to":
            return *_earlier(hour, minutes), False, text[found.end() :]
        return hour, minutes, False, text[found.end() :]
    if found := _SPELLED_EN.match(text):
        spelled = english((found["m"] or "").removeprefix("oh").removeprefix("o").strip("-"))
        return _english_number(found["h"]), spelled[0] if spelled else 0, False, text[found.end() :]
    return None


def _english_number(written: str) -> int:
    return int(written) if written.isdecimal() else words.ENGLISH_NUMBERS[written]


def _earlier(hour: int, less: int) -> tuple[int, int]:
    total = (hour or 24) * 60 - less if less <= 60 else -1
    return (total // 60, total % 60) if total >= 0 else (99, 0)


def _with_part(part: str, hour: int, minute: int, sure: bool) -> list[Clock] | str:
    """What an hour means with the part of the day said beside it; a code where the two do not fit."""
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return "no_such_time"
    if hour == 24:
        return [(1, 0, minute)]
    if hour > 12 or (hour == 0 and part != "noon"):
        fits = part not in ("morning", "am", "small") or hour == 0
        fits = fits and not (hour == 0 and part in ("afternoon", "pm"))
        late = hour == 0 and part in ("evening", "night")
        return [(1 if late else 0, hour, minute)] if fits else "part_and_hour"
    if sure and not part:
        return [(0, hour, minute)]
    return _TWELVE[part](hour, minute)


def _bare(hour: int, minute: int) -> list[Clock]:
    return [(0, 12, minute)] if hour == 12 else [(0, hour, minute), (0, hour + 12, minute)]


def _morning(hour: int, minute: int) -> list[Clock]:
    return [(0, hour, minute)]


def _small_hours(hour: int, minute: int) -> list[Clock] | str:
    return [(0, hour % 12, minute)] if hour == 12 or hour <= 6 else "part_and_hour"


def _noon(hour: int, minute: int) -> list[Clock] | str:
    if hour in (10, 11, 12):
        return [(0, hour, minute)]
    return [(0, hour + 12, minute)] if 1 <= hour <= 3 else "part_and_hour"


def _afternoon(hour: int, minute: int) -> list[Clock]:
    return [(0, hour % 12 + 12, minute)]


def _evening(hour: int, minute: int) -> list[Clock]:
    if hour == 12:
        return [(1, 0, minute)]
    if hour <= 3:  # 3号晚上1点: in the night that follows, or an hour past midnight of that date
        return [(0, hour, minute), (1, hour, minute)]
    return [(0, hour, minute), (0, hour + 12, minute)] if hour == 4 else [(0, hour + 12, minute)]


def _night(hour: int, minute: int) -> list[Clock]:
    if hour == 12:
        return [(1, 0, minute)]
    return [(0, hour, minute), (1, hour, minute)] if hour <= 6 else [(0, hour + 12, minute)]


_TWELVE = {
    "": _bare, "morning": _morning, "am": lambda h, m: [(0, h % 12, m)], "small": _small_hours, "noon": _noon,
    "afternoon": _afternoon, "pm": _afternoon, "evening": _evening, "night": _night,
}  # fmt: skip


def scan_clock(text: str) -> tuple[list[Clock] | str, str] | None:
    """The time plain *text* begins with (one or two readings, or a code) and the rest; or None."""
    for word, (hour, minute) in words.EXACT_TIMES.items():
        if (
            text.startswith(word)
            and not text[len(word) :][:1].isdecimal()
            and text[len(word) :][:1] not in _CN_HOUR
        ):
            late = word in ("午夜", "子夜", "midnight")
            return [(1 if late else 0, hour, minute)], text[len(word) :]
    part, rest = _part(text)
    rest = rest.removeprefix("at") if part else rest  # this morning at 9
    raw = _raw(rest)
    if raw is None and part and (only := _HOUR_ONLY.match(rest)):  # 晚8
        raw = int(only["h"]), 0, False, rest[only.end() :]
    if raw is None:
        return ("vague_time", rest) if part else None
    if isinstance(raw, str):
        return raw, ""
    hour, minute, sure, rest = raw
    if not part:
        part, rest = _part(rest.lstrip("("))
    return _with_part(part, hour, minute, sure), rest


_CN_HOUR = tuple("一二两三四五六七八九十零")


def question(clocks: list[Clock]) -> str:
    return "which_night" if any(shift for shift, _, _ in clocks) else "morning_or_evening"


def read_time(text: str, now: datetime | None = None) -> Outcome:
    """A time of day as ``19:30``; with *now*, 刚刚 is the time it is."""
    said = opening(text, "time")
    if isinstance(said, Refused):
        return said
    if now is not None and said in words.NOW:
        return Read(f"{now:%H:%M}")
    if is_about(said):
        return refuse("too_vague", "time", text)
    found = scan_clock(strip_any(said, words.TIME_LEAD))
    if found is None:
        return refuse("not_a_time", "time", text)
    clocks, rest = found
    if is_range(rest):
        return refuse("a_range", "time", text)
    if isinstance(clocks, str):
        return refuse(clocks, "time", text)
    if strip_any_end(rest, words.TIME_TAIL):
        return refuse("unread_words", "time", text)
    times = [f"{hour:02}:{minute:02}" for _, hour, minute in clocks]
    return one_or_ask(list(times), question(clocks))
