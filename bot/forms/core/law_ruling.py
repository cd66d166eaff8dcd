"""
A ruling, the readings behind it, and how "two thirds or more" becomes a number.

Counting words (Civil Code 1259): 以上 and 不少于 include the number, 超过 and 过半数 do not. So 三分之二以上
of n is ceil(2n/3), 过半数 is floor(n/2) + 1, 半数以上 is ceil(n/2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import Literal

from bot.errors import LianxinError
from bot.forms.core.law_text import (
    CATEGORY_FAMILY,
    HALF,
    MEETINGS,
    THREE_QUARTERS,
    TWO_THIRDS,
    Family,
    Meeting,
    Share,
    article,
    article_id,
)

Value = int | bool | str | None


class UnknownTerm(LianxinError):
    """A mode or category that no text knows: a form's mistake, never a person's. Details: term."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """
    What the law says here.

    ``value``: a number, yes or no, a day, or None where there is no such rule. ``article``: ``VCL 26``, or ""
    where only practice or a setting says so. ``key`` and ``details``: a sentence of law.ftl and its arguments
    (texts and ints only, never bools; days are ISO and wait to be written out).
    """

    value: Value
    article: str
    key: str
    details: dict[str, int | str] = field(default_factory=dict)

    @property
    def certain(self) -> bool:
        """Whether the text in force on that day is known here; if not, the oldest known one was used."""
        return self.details.get("certain", 1) == 1

    @property
    def disputed(self) -> bool:
        """Whether another reading of the text would decide otherwise; the reviewer is shown it then."""
        return self.details.get("disputed", 0) == 1


@dataclass(frozen=True, slots=True)
class Readings:
    """
    Where the texts leave a choice, what this deployment chose (docs/law.md). Defaults are the owner's.

    Those that choose a *roster* (``…_base``) are read by whoever counts it; the figure arrives as ``should``
    or ``total``.
    """

    majority_base: Literal["remaining", "opening"] = "remaining"
    """Some left early: the majority is taken of those still there, or of those present at the opening."""
    committee_majority: Literal["should", "present"] = "should"
    """Branch committee: PBR 12 names no majority; of all members (as in PBR 11), or of those present."""
    representatives_base: Literal["body", "representatives"] = "body"
    """Quorum of the representatives' meeting: of committee members and representatives, or of the latter."""
    women_base: Literal["representatives", "body"] = "representatives"
    """The third of women: of the representatives, or of the whole body (the letter of VCL 29)."""
    collective_base: Literal["capable", "all"] = "capable"
    """RCEO 27, both figures: members with full capacity, or every member on the register."""
    request_base: Literal["adults", "villagers"] = "adults"
    """The tenth of villagers who may ask for an assembly: of those of 18 and over, or of all."""
    first_day_counts: bool = False
    """Periods of days: the first day does not count (Civil Code 201)."""
    representatives_notice: int = 3
    """Days; provincial rules (e.g. Zhejiang 2020), not the VCL."""
    delegates_notice: int = 10
    """Days; RCEO 28 names none, RCEO 27's ten are taken over."""
    group_notice: int = 0
    """Days; no rule for villagers' groups."""
    posting_unwritten: int = 15
    """Days of village-affairs posting before 2026, when the law named none."""
    posting_other: int = 7
    """Days of any other notice (commitments, gradings …)."""
    review_other: bool = True
    """VCL 28 wants *important* matters discussed by the Party organisation first: is "other" one of them?"""
    review_groups: bool = True
    """The same for villagers' groups, which VCL 28 does not name."""


DEFAULT = Readings()


def chosen(readings: Readings) -> dict[str, bool | int | str]:
    """What *readings* have chosen otherwise than the defaults: what a record keeps of them."""
    return {
        one.name: found for one in fields(readings) if (found := getattr(readings, one.name)) != one.default
    }


def at_least(part: Fraction, n: int) -> int:
    """以上: the smallest whole number that is at least *part* of *n* (Civil Code 1259: itself included)."""
    return -(-n * part.numerator // part.denominator)


def more_than_half(n: int) -> int:
    """过半数: the smallest whole number above n/2 (Civil Code 1259 on 超过: itself excluded)."""
    return n // 2 + 1


_COUNT: Mapping[Share, Callable[[int], int]] = {
    "two_thirds": lambda n: at_least(TWO_THIRDS, n),
    "three_quarters": lambda n: at_least(THREE_QUARTERS, n),
    "half": lambda n: at_least(HALF, n),
    "over_half": more_than_half,
}


def share_of(share: Share, n: int) -> int:
    """*share* of *n* people, never below 1: an empty roster makes no meeting and passes nothing."""
    return max(1, _COUNT[share](n))


def meeting_of(mode: str) -> Meeting:
    """How meetings of kind *mode* count, or UnknownTerm."""
    try:
        return MEETINGS[mode]
    except KeyError:
        raise UnknownTerm(term=mode) from None


def family_of(category: str) -> Family:
    """Which family of business *category* belongs to, or UnknownTerm."""
    try:
        return CATEGORY_FAMILY[category]
    except KeyError:
        raise UnknownTerm(term=category) from None


def ruling(value: Value, subject: str, on: str, key: str, **details: int | str) -> Ruling:
    """A ruling under the article of *subject* in force on *on*; "" as subject: said without an article."""
    name, certain = article(subject, on) if subject else ("", True)
    return Ruling(value, name, key, {"law": article_id(name), "certain": int(certain), **details})
