"""
One answer -> one cell: choices in words, money as 分, real dates, names instead of ids, masks where they
belong.

Answers lie as bot/forms/core/fields.py says. A stored value that does not fit its field (a record of long
ago) becomes text rather than an error: an export never stops over one cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, Final, Literal

from bot.answers import Answers
from bot.forms.core.functions import heads, ticked
from bot.forms.core.model import Choice, Field, Item, Repeat, Roster
from bot.forms.core.plan import Entry, Level, Plan
from bot.texts import Texts
from bot.usecases.spots import place_words
from bot.wording import Wording

#: A value in a table. In a ``money`` column an int is 分; a ``text`` column holds nothing but text.
Cell = str | int | Decimal | date | datetime | time | None
CellKind = Literal["text", "long", "integer", "decimal", "money", "date", "datetime", "time"]
Convert = Callable[[Any], Cell]

#: What a wrong value raises inside a converter.
UNFIT: Final = (TypeError, ValueError, KeyError, AttributeError, InvalidOperation)
MANY: Final = 2  # what a unit in a heading counts: in English more than one
LONG: Final = 60  # a text that may be longer gets a wide, wrapped column

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|\r\n?"
)
_CODE = re.compile(r"\w{1,40}", re.ASCII)
_PERIOD = re.compile(r"\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?", re.ASCII)


def plain_text(value: str) -> str:
    """Text without what no table can carry: control characters, lone surrogates; line ends are ``\\n``."""
    if _CONTROL.search(value) is None:
        return value
    return _CONTROL.sub(lambda found: "\n" if found[0][0] == "\r" else "", value)


def local_time(stamp: str, zone: tzinfo) -> Cell:
    """A UTC stamp as local wall time to the second; a bare day as a date; "" as nothing."""
    if not stamp:
        return None
    try:
        if len(stamp) == 10:
            return date.fromisoformat(stamp)
        at = datetime.fromisoformat(stamp)
    except ValueError:
        return plain_text(stamp)
    if at.tzinfo is None:  # local already: what people said
        return at.replace(microsecond=0)
    return at.astimezone(zone).replace(microsecond=0, tzinfo=None)


class Words(dict[str, str]):
    """Code -> words, each looked up once."""

    def __init__(self, find: Callable[[str], str]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, code: str) -> str:
        self[code] = found = self._find(code)
        return found


class Labels:
    """The words and masks that converters need, in one language."""

    def __init__(self, texts: Texts, lang: str, zone: tzinfo, *, hide: bool) -> None:
        self.lang = lang
        self.zone = zone
        self.hide = hide
        self._texts, self._wording, self._answers = texts, Wording(texts), Answers(texts)
        self.yes, self.no = self.say("yes"), self.say("no")
        self.hidden = self.say("hidden")
        self.comma = texts.text("wording-comma", lang)

    def say(self, key: str, **values: str | int) -> str:
        """Words of export.ftl."""
        return self._texts.text(f"export-{key}", self.lang, **values)

    def short(self, words: str) -> str:
        """What a question is called in a heading."""
        return self._answers.short(words, self.lang)

    def place(self, plan: Plan, values: Mapping[str, Any], key: str) -> str:
        """A place of a record in words."""
        return place_words(self._answers, plan, values, key, self.lang)

    def heading(self, entry: Entry) -> str:
        """The heading of a field: its short name with the unit, "" for a computed value that has no words."""
        words = entry.words
        worded = self._texts.has(words, self.lang) or self._texts.has(f"{words}.short", self.lang)
        if not worded and not entry.is_question:
            return ""
        name, unit = self.short(words), f"{words}.unit"
        if not self._texts.has(unit, self.lang):
            return name
        return self.say("with-unit", name=name, unit=self._texts.text(unit, self.lang, count=MANY))

    def first(self, *keys: str, otherwise: str) -> str:
        """The words of the first key that has any."""
        found = next((key for key in keys if self._texts.has(key, self.lang)), None)
        return otherwise if found is None else self._texts.text(found, self.lang)

    def said(self, words: str) -> tuple[str, str]:
        """Yes and no in the question's own words, where it has them, as in the chat: 研究过, 没研究过."""
        return self.first(f"{words}-yes", otherwise=self.yes), self.first(f"{words}-no", otherwise=self.no)

    def period(self, period: str) -> str:
        """A period as people write it: 2026年10月, 2026年; whatever is none as it is."""
        return self._wording.period(period, self.lang) if _PERIOD.fullmatch(period) else plain_text(period)

    def state(self, type_id: str, state: str) -> str:
        """A state in words: the type's own, else those that all types share."""
        keys = (f"{type_id}-state-{state}", f"state-{state}", f"{type_id}-{state}")
        return self.first(*keys, otherwise=state)

    def act(self, type_id: str, name: str) -> str:
        """What a transition is called, as the title of its table."""
        keys = (f"{type_id}-act-{name}", f"act-{name}", f"{type_id}-{name}")
        return self.first(*keys, otherwise=name)

    def post(self, post: str) -> str:
        """The role of ``role@org`` in words."""
        role = post.partition("@")[0]
        return self.first(f"role-{role}", otherwise=role)

    # ---------------------------------------------------------------------------------------- masks

    def hides(self, item: Item) -> bool:
        """Whether values of this leave masked: what the form calls sensitive, and every phone number."""
        if not self.hide or not isinstance(item, Field | Roster):
            return False
        return item.sees == "sensitive" or (isinstance(item, Field) and item.kind == "phone")

    def masked(self, item: Field, value: Any) -> str:
        """138****5678 · 张** · 已隐去."""
        if item.kind == "phone" and isinstance(value, str) and len(value) >= 7:
            return f"{value[:3]}****{value[-4:]}"
        if item.kind in ("person", "own_hand") and isinstance(value, Mapping):
            return self.masked_name(str(value.get("name") or ""))
        if item.appearance == "name" and isinstance(value, str):
            return self.masked_name(value)
        return self.hidden

    def masked_name(self, name: str) -> str:
        """张**, however long the name is."""
        return f"{plain_text(name)[:1]}**" if name else self.hidden

    # ---------------------------------------------------------------------------------------- words

    def choices(self, entry: Entry, item: Field) -> Words:
        """
        Value -> label: of a list the form itself names, of codes that a fact or a calculation gives where they
        have words, of periods; else the value as it is.
        """
        known = Words(lambda value: self._label(f"{entry.words}-{value}", value))
        for one in item.choices:
            value = one.value if isinstance(one, Choice) else one
            known[value] = self.short(f"{entry.words}-{value}")
        return known

    def _label(self, key: str, value: str) -> str:
        if _CODE.fullmatch(value) and self._texts.has(key, self.lang):
            return self.short(key)
        # four digits that no list names may be a number as well as a year
        return self.period(value) if "-" in value else plain_text(value)

    def names(self, value: Any) -> str:
        """A person, organisation, place or reference by what must be printed of it."""
        if isinstance(value, Mapping):
            found = value.get("name") or value.get("label") or value.get("receipt") or value.get("id")
            return plain_text(str(found or ""))
        return plain_text(str(value))

    def files(self, value: Any) -> str:
        """2 个：签到表.jpg、现场.png; what was sent without a name by what it is."""
        names = dict.fromkeys(map(self._file, value))
        return self.say("files", count=len(value), names=self.comma.join(names)) if names else ""

    def _file(self, file: Mapping[str, Any]) -> str:
        name = plain_text(str(file.get("name", "")))
        if name and name.partition(".")[0] != str(file.get("hash", ""))[:8]:  # files.py: clean_name
            return name
        return self.say(
            "nameless", kind="photo" if str(file.get("type", "")).startswith("image/") else "file"
        )

    def hand(self, value: Any) -> str:
        """Who signed and when, or that a signed paper was photographed."""
        at = local_time(str(value.get("at") or ""), self.zone)
        when = at.isoformat(" ", "minutes") if isinstance(at, datetime) else "none"
        if value.get("way") == "paper":
            return self.say("signed-paper", when=when)
        return self.say("signed", name=plain_text(str(value.get("name") or "")), when=when)

    def mark(self, mark: str) -> str:
        """A roster's mark in words; a number of persons as the number."""
        if mark in ("-", "i", "p"):
            return self.say("mark", mark={"-": "away", "i": "here", "p": "proxy"}[mark])
        return str(int(mark, 36))

    def anything(self, known: Words, value: Any) -> Cell:
        """A computed value by what it is: a code by its words, a verdict by its outcome, a list by its members."""
        if isinstance(value, bool):
            return self.yes if value else self.no
        if isinstance(value, int):
            return value
        if isinstance(value, Mapping):
            shown = next(
                (value[key] for key in ("name", "label", "outcome", "ok", "n") if key in value), None
            )
            return None if shown is None else self.anything(known, shown)
        if isinstance(value, list | tuple):
            return self.comma.join(str(self.anything(known, one)) for one in value if one is not None)
        return (
            _number(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else plain_text(str(value))
        )

    # ---------------------------------------------------------------------------------------- JSON

    def json_value(self, entry: Entry, item: Field, value: Any) -> Any:
        """
        An answer as JSON: stored shape, choices with their labels, money in 元, masked where it must be.
        """
        if self.hides(item):
            return self.masked(item, value)
        if item.kind in ("select_one", "select_multiple"):
            labels = self.choices(entry, item)
            many = value if isinstance(value, list) else [value]
            made = [{"value": one, "label": labels[str(one)]} for one in many]
            return made if item.kind == "select_multiple" else made[0]
        if item.kind == "money" and isinstance(value, int):
            return format(Decimal(value) / 100, ".2f")
        return _clean_json(value)


def _clean_json(value: Any) -> Any:
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, Mapping):
        return {key: _clean_json(one) for key, one in value.items()}
    return [_clean_json(one) for one in value] if isinstance(value, list | tuple) else value


# ---------------------------------------------------------------------------------------- converters

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")


def _number(value: Any) -> Decimal:
    return Decimal(value)


def _text(value: Any) -> str | None:
    return plain_text(value if value.__class__ is str else str(value)) or None


def _whole(value: Any) -> Cell:
    return value if value.__class__ is int else _text(value)


def converter(entry: Entry, item: Field, labels: Labels) -> tuple[CellKind, Convert]:
    """The kind of column a field becomes, and how one of its answers becomes a cell."""
    kind = item.kind
    if labels.hides(item):
        return "text", lambda value: labels.masked(item, value)
    match kind:
        case "integer":
            return "integer", _whole
        case "money":
            return "money", _whole
        case "decimal":
            return "decimal", _number
        case "date":
            return "date", date.fromisoformat
        case "datetime":
            return "datetime", datetime.fromisoformat
        case "time":
            return "time", time.fromisoformat
        case "boolean":
            yes, no = labels.said(entry.words)
            return "text", lambda value: yes if value else no
        case "select_one":
            known = labels.choices(entry, item)
            return "text", lambda value: known[value] if value.__class__ is str else _text(value)
        case "select_multiple":
            known = labels.choices(entry, item)
            return "text", lambda value: labels.comma.join([known[one] for one in value])
        case "person" | "organisation" | "place" | "ref":
            return "text", labels.names
        case "file":
            return "text", labels.files
        case "own_hand":
            return "text", labels.hand
        case "month" | "quarter" | "year":
            return "text", labels.period
        case "calculate":
            return "decimal", partial(
                labels.anything, labels.choices(entry, item)
            )  # typed by itself; laid out for numbers, which most are
        case "text":
            return ("text" if (item.max or LONG + 1) <= LONG else "long"), _text
    return "text", _text


def cells_of(cells: Sequence[tuple[str, Convert]], answers: Mapping[str, Any]) -> list[Cell]:
    """The cells of one level of answers; blank where nothing was asked or answered."""
    get = answers.get
    try:
        return [None if (value := get(name)) is None else convert(value) for name, convert in cells]
    except UNFIT:
        return [_cell(convert, get(name)) for name, convert in cells]


def _cell(convert: Convert, value: Any) -> Cell:
    try:
        return None if value is None else convert(value)
    except UNFIT:
        return plain_text(str(value))


# ------------------------------------------------------------------------------------------- rosters


def roster_counts(item: Roster) -> tuple[tuple[str, Callable[[str], int]], ...]:
    """
    How a roster is summarised: should, present, by proxy, away; persons where marks are numbers of
    persons.
    """
    if item.states == "heads":
        return (
            ("should", len),
            ("present", lambda marks: len(marks) - _away(marks)),
            ("heads", heads),
            ("away", _away),
        )
    counts: list[tuple[str, Callable[[str], int]]] = [("should", len), ("present", ticked)]
    if item.states != "i":
        counts.append(("proxy", lambda marks: marks.count("p")))
    return *counts, ("away", _away)


def _away(marks: str) -> int:
    return marks.count("-") + marks.count("0")


def everything(level: Level) -> Iterator[Entry]:
    """Every entry of a level and of the repeats on it."""
    for entry in level.entries:
        yield entry
        if isinstance(entry.item, Repeat) and entry.inner is not None:
            yield from everything(entry.inner)
