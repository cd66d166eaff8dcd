"""Days and moments as people type them: 11月3号, 上周五, 农历八月十五; 昨晚七点半, 11月20日19:30."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from bot.forms.core import vocabulary as words
from bot.forms.core.calendar_words import finish, is_range, is_vague, opening, scan_date
from bot.forms.core.clock_words import Clock, is_about, question, scan_clock
from bot.forms.core.numerals import NUM, english, small
from bot.forms.core.outcomes import (
    Ambiguous,
    Outcome,
    Prefer,
    Read,
    Refused,
    canonical,
    one_or_ask,
    refuse,
    values,
)
from bot.forms.core.own_words import is_own
from bot.forms.core.plain import strip_any, strip_any_end

_FARTHEST = 72 * 60  # minutes of what is said by its distance from now
_MINUTES = {"分": 1, "分钟": 1, "刻钟": 15, "min": 1, "minute": 1}
_AWAY = re.compile(
    rf"(?P<n>半|[0-9]{{1,3}}|{NUM})个?(?P<half>半)?(?P<unit>小时|钟头|分钟?|刻钟)(?P<after>半)?(?:之|以)?(?P<way>前|后)"
)
_COUNT_EN = rf"[0-9]{{1,3}}|half|an?|(?:{'|'.join(words.ENGLISH_NUMBERS)}|-)+?"
_UNIT_EN = "hour|minute|min"
_AWAY_EN = re.compile(
    rf"in(?P<m>{_COUNT_EN})(?:an?)?(?P<until>{_UNIT_EN})s?"
    rf"|(?P<n>{_COUNT_EN})(?:an?)?(?P<unit>{_UNIT_EN})s?(?P<way>ago|before|fromnow)"
)
_DAY_LAST = re.compile(  # at 9 this morning
    r"(?:at)?(?P<clock>[0-9a-z:.]+?)(?P<day>this(?:morning|afternoon|evening)|tonight|last(?:night|evening)"
    r"|(?:yesterday|tomorrow)(?:morning|afternoon|evening|night))"
)
_FIGURES = re.compile("([0-9]{8})([0-9]{4})(?:[0-9]{2})?")  # 202611201930, as machines write it


def read_date(text: str, today: date, prefer: Prefer = "near", own: str = "") -> Outcome:
    """
    A day as ``2026-11-03``; a time of day after it is left aside, and words of the question *own* (8号发的通知).

    *prefer* settles what has no year.
    """
    said = opening(text, "date")
    if isinstance(said, Refused):
        return said
    if is_vague(said):
        return refuse("too_vague", "date", text)
    found = scan_date(strip_any(said, words.DATE_LEAD), today, prefer)
    if found is None:
        return refuse("not_a_date", "date", text)
    outcome, rest = found
    if isinstance(outcome, Refused):
        return finish(outcome, "date", text)
    if is_own(strip_any_end(rest, words.DATE_TAIL), own):
        return finish(outcome, "date", text)
    code = _left_over(rest, today, prefer)
    return refuse(code, "date", text) if code else finish(outcome, "date", text)


def _left_over(rest: str, today: date, prefer: Prefer) -> str:
    """What is wrong with what follows a date; nothing where it is a time of day or words without weight."""
    if is_range(rest):
        return "a_range"
    rest = strip_any(strip_any_end(rest, words.DATE_TAIL), (*words.DATE_TAIL, " ", "t"))
    if not rest:
        return ""
    timed = scan_clock(rest)
    if timed is not None and (timed[0] == "vague_time" or not isinstance(timed[0], str)):
        return "unread_words" if strip_any_end(timed[1], words.TIME_TAIL) else ""
    return "several_dates" if scan_date(rest, today, prefer) else "unread_words"


def read_datetime(text: str, now: datetime, prefer: Prefer = "near") -> Outcome:
    """
    A moment of local wall time as ``2026-11-20T19:30``; *now* is local wall time too.

    Where the day is today and only one reading lies on the side of *prefer*, that one is read:
    今天七点, said at ten in the morning of what has happened, is 07:00. A day without its year or month is asked about
    where a date alone is.
    """
    said = opening(text, "datetime")
    if isinstance(said, Refused):
        return said
    now = now.replace(tzinfo=None)
    said = strip_any(said, words.DATE_LEAD)
    if figures := _FIGURES.fullmatch(said):
        said = f"{figures[1]} {figures[2]}"
    elif turned := _DAY_LAST.fullmatch(said):
        said = f"{turned['day']}at{turned['clock']}"
    if said in words.NOW:
        return canonical(Read(now))
    if away := _AWAY.fullmatch(said) or _AWAY_EN.fullmatch(said):
        return _hours_away(away, now, text)
    if is_vague(said) or is_about(said):
        return refuse("too_vague", "datetime", text)
    found = _both(said, now.date(), prefer)
    if isinstance(found, str):
        return refuse(found, "datetime", text)
    if isinstance(found, Refused):
        return finish(found, "datetime", text)
    days, clocks, rest = found
    if is_range(rest):
        return refuse("a_range", "datetime", text)
    if strip_any_end(rest, words.TIME_TAIL):
        return refuse("unread_words", "datetime", text)
    return finish(_moments(days, clocks, now, prefer), "datetime", text)


def _hours_away(found: re.Match[str], now: datetime, text: str) -> Outcome:
    """一小时前, 两个半小时前, 二十分钟后; an hour ago."""
    got = found.groupdict()
    written, unit = got.get("n") or got.get("m") or "", got.get("unit") or got.get("until") or ""
    half = bool(got.get("half") or got.get("after"))
    spelled = english(written)
    if written in ("半", "half"):
        count = Fraction(1, 2)
    elif written in ("a", "an"):
        count = Fraction(1)
    elif spelled is not None and not spelled[1]:
        count = Fraction(spelled[0])
    else:
        count = Fraction(int(written) if written.isdecimal() else small(written) or 0)
    minutes = (count + Fraction(half, 2)) * _MINUTES.get(unit, 60)
    if not 0 < minutes <= _FARTHEST:
        return refuse("not_a_datetime", "datetime", text)
    back = got.get("way") in ("ago", "前")
    return canonical(Read(now + timedelta(minutes=float(-minutes if back else minutes))))


def _both(said: str, today: date, prefer: Prefer) -> tuple[Outcome, list[Clock], str] | Refused | str:
    """The date and the time of *said*, in either order, and what is left; or what is wrong with it."""
    dated = scan_date(said, today, prefer)
    if dated is not None and not isinstance(dated[0], Refused):
        timed = scan_clock(strip_any(dated[1], (*words.TIME_LEAD, " ", "的", "t")))
        if timed is not None:
            return timed[0] if isinstance(timed[0], str) else (dated[0], timed[0], timed[1])
        if is_range(dated[1]):
            return "a_range"
    timed = scan_clock(said)
    if timed is None:
        if dated is None:
            return "not_a_datetime"
        return dated[0] if isinstance(dated[0], Refused) else "time_missing"
    if isinstance(timed[0], str):
        return dated[0] if dated is not None and isinstance(dated[0], Refused) else timed[0]
    rest = strip_any(timed[1], (*words.DATE_LEAD, " ", "的"))
    dated = scan_date(rest, today, prefer)
    if dated is None:
        return _day_unsaid(today, prefer), timed[0], rest
    return dated[0] if isinstance(dated[0], Refused) else (dated[0], timed[0], dated[1])


def _day_unsaid(today: date, prefer: Prefer) -> Outcome:
    """晚上七点半 and no day: today's, or that of the day before or after."""
    other = today + timedelta(days=-1 if prefer == "past" else 1)
    return Ambiguous(tuple(sorted((today, other))), "which_day")


def _moments(days: Outcome, clocks: list[Clock], now: datetime, prefer: Prefer) -> Outcome:
    """Each day with each time; at most three, else the text says too little."""
    dates = values(days)
    made = {
        datetime.combine(day, time(hour, minute)) + timedelta(days=shift): day
        for day in dates
        for shift, hour, minute in clocks
    }
    if now.date() in dates:
        likely = [one for one in made if prefer == "near" or (one <= now) == (prefer == "past")]
        made = {one: made[one] for one in likely or made}
    if len(made) > 3:
        return Refused("unclear_datetime", {})
    if len(set(made.values())) == 1:
        return one_or_ask(sorted(made), question(clocks))
    if isinstance(days, Ambiguous) and len(set(made.values())) == len(made):
        return one_or_ask(list(made), days.why)
    return one_or_ask(sorted(made), "which_moment")
