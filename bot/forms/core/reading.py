"""
What people type, read: the public door to the readers of numbers, dates, phones and choices.

Every reader takes any ``str`` and gives an :data:`Outcome`, never an exception. Canonical values: ``int`` for
whole numbers and for 分, plain decimal text, ``2026-11-03``, ``19:30``, ``2026-11-20T19:30``, ``2026-11``,
``2026-Q4``, ``2026``, eleven digits of a phone, ``bool``, the value of an option, lists in the order of options
or rows.
Readers cut first and scan once, so 4,096 hostile characters cost milliseconds.
Words for refusals and questions: ``reading.ftl``; what people may type: :mod:`bot.forms.core.vocabulary`.
"""

from __future__ import annotations

from bot.forms.core.amounts import read_decimal, read_integer, read_money
from bot.forms.core.clock_words import read_time
from bot.forms.core.moments import read_date, read_datetime
from bot.forms.core.outcomes import LARGEST, Ambiguous, Outcome, Prefer, Read, Refused
from bot.forms.core.periods import read_month, read_quarter, read_year
from bot.forms.core.picking import read_boolean, read_choice, read_choices, read_phone
from bot.forms.core.plain import clean, fold
from bot.forms.core.ticking import read_ticks

__all__ = [
    "LARGEST", "Ambiguous", "Outcome", "Prefer", "Read", "Refused", "clean", "fold", "read_boolean", "read_choice",
    "read_choices", "read_date", "read_datetime", "read_decimal", "read_integer", "read_money", "read_month",
    "read_phone", "read_quarter", "read_ticks", "read_time", "read_year",
]  # fmt: skip
