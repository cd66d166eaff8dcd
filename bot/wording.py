"""
Dates, periods, money and lists in words, for every language; the words themselves stand in common.ftl.

Takes what answers hold: ISO text for dates, times and periods, integer 分 for money. The same
functions word a button, a page, a print and a sheet, so that a figure looks alike wherever it is met.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from bot.texts import Texts

YUAN: Final = 100  # 分
WAN: Final = 10_000 * YUAN
YI: Final = 10_000 * WAN


class Wording:
    """Values as people read them."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    # ------------------------------------------------------------ dates and times

    def date(self, day: dt.date | str, lang: str, this_year: int = 0) -> str:
        """11月22日（周日）: in chat, where the year goes without saying; 2027年3月31日（周三） where it is not *this_year*."""
        day = as_date(day)
        weekday = self.weekday(day, lang)
        if this_year and day.year != this_year:
            return self._texts.text(
                "wording-date-year", lang, date=self.date_long(day, lang), weekday=weekday
            )
        return self._texts.text("wording-date", lang, month=day.month, day=day.day, weekday=weekday)

    def date_long(self, day: dt.date | str, lang: str) -> str:
        """2026年11月22日"""
        day = as_date(day)
        return self._texts.text("wording-date-long", lang, year=day.year, month=day.month, day=day.day)

    def date_short(self, day: dt.date | str, lang: str) -> str:
        """11月22日"""
        day = as_date(day)
        return self._texts.text("wording-date-short", lang, month=day.month, day=day.day)

    def weekday(self, day: dt.date | str, lang: str) -> str:
        """周日"""
        return self._texts.text("wording-weekday", lang, n=as_date(day).isoweekday())

    def moment(self, local: dt.datetime | str, lang: str, this_year: int = 0) -> str:
        """11月22日（周日）19:30, of local wall time ``2026-11-22T19:30``."""
        at = dt.datetime.fromisoformat(local) if isinstance(local, str) else local
        day = self.date(at.date(), lang, this_year)
        return self._texts.text("wording-moment", lang, date=day, time=f"{at:%H:%M}")

    def stamp(self, utc: dt.datetime | str, zone: dt.tzinfo, lang: str) -> str:
        """2026年11月22日 13:53, of a server's UTC stamp ``2026-11-22T05:53:00.123456Z``, in *zone*."""
        at = as_stamp(utc).astimezone(zone)
        return self._texts.text(
            "wording-stamp", lang, date=self.date_long(at.date(), lang), time=f"{at:%H:%M}"
        )

    def clock(self, utc: dt.datetime | str, zone: dt.tzinfo) -> str:
        """14:02, of a server's UTC stamp, in *zone*: for 已保存 14:02. The same in every language."""
        return f"{as_stamp(utc).astimezone(zone):%H:%M}"

    def period(self, period: str, lang: str) -> str:
        """2026年11月, 2026年第四季度 or 2026年, of ``2026-11``, ``2026-Q4`` or ``2026``."""
        year, _, part = period.partition("-")
        if not part:
            return self._texts.text("wording-year", lang, year=int(year))
        if part.startswith("Q"):
            return self._texts.text("wording-quarter", lang, year=int(year), quarter=int(part[1:]))
        return self._texts.text("wording-month", lang, year=int(year), month=int(part))

    # ------------------------------------------------------------ numbers

    def number(self, value: int | Decimal) -> str:
        """12,345 or 1,234.50, grouped by thousands as all our languages do."""
        return format(value, ",") if isinstance(value, int) else format(value, ",f")

    def money(self, fen: int, lang: str) -> str:
        """
        36.5万元, 3,000元, 1,234.56元, of an integer number of 分.

        万 and 亿 are used only where two decimals say the amount exactly: nothing is rounded.
        """
        yuan = format(Decimal(fen) / YUAN, ",.2f" if fen % YUAN else ",.0f")
        for unit, name in ((YI, "yi"), (WAN, "wan")):
            if abs(fen) >= unit and fen % (unit // 100) == 0:
                amount = _trimmed(Decimal(fen) / unit)
                return self._texts.text("wording-money", lang, unit=name, amount=amount, yuan=yuan)
        return self._texts.text("wording-money", lang, unit="yuan", amount=yuan, yuan=yuan)

    # ------------------------------------------------------------ lists

    def joined(self, parts: Iterable[str], lang: str) -> str:
        """A、B、C; in English A, B and C."""
        *most, last = parts = list(parts) or [""]
        if not most:
            return last
        comma = self._texts.text("wording-comma", lang)
        return self._texts.text("wording-and", lang, most=comma.join(most), last=last)


def _trimmed(amount: Decimal) -> str:
    """1,200 · 36.5 · 1.23: two decimals at most, no zeros at the end."""
    text = format(amount, ",.2f")
    return text.rstrip("0").rstrip(".")


def as_date(day: dt.date | str) -> dt.date:
    """A date as stored (``2026-11-22``) or as it is; of a date-time its day."""
    if isinstance(day, str):
        return dt.date.fromisoformat(day[:10])
    return day.date() if isinstance(day, dt.datetime) else day


def as_stamp(utc: dt.datetime | str) -> dt.datetime:
    """An aware moment from a server's stamp, which always ends in ``Z``."""
    at = dt.datetime.fromisoformat(utc) if isinstance(utc, str) else utc
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)
