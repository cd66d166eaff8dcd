"""Answers in words: one value, one line, one record, for every skin and every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from bot.forms.core.draft import Line, Note, Option
from bot.forms.core.places import Places
from bot.forms.core.plain import fold
from bot.texts import ZH_HANS, Texts
from bot.wording import Wording

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_TITLED = re.compile("(.+)（(.+)）")  # somebody of a list from data
_PERIOD = re.compile(r"\d{4}-(\d\d|Q[1-4])")


ASKS = "？?：:"
ECHOES = (
    "echo",
    "echo-saved",
    "echo-read",
)  # of what was typed; the very words of the answer are not said back


class Answers:
    """
    Words what is stored; knows no skin.

    *year*: the year it is, so that a day of another one is told with its year. *certain*: whether the days off around a
    day are published, so that a due day that may still move says so.
    """

    def __init__(
        self,
        texts: Texts,
        year: Callable[[], int] = lambda: 0,
        certain: Callable[[str], bool] = lambda day: True,
    ) -> None:
        self.texts, self.wording, self._year, self._certain = texts, Wording(texts), year, certain
        self._titles: dict[str, str] = {}

    def due(self, day: str, lang: str) -> str:
        """A day (ISO) by which something is to be handed in."""
        said = self.wording.date_short(day, lang)
        return said if self._certain(day) else self.texts.text("due-may-move", lang, day=said)

    def value(self, kind: str, value: Any, key: str, lang: str) -> str:
        """One stored value of a field of *kind*; ``key`` is the field's words key, for the names of choices."""
        if value is None or value == []:
            return self.texts.text("answer-none", lang)
        match kind:
            case "select_one":
                return self.choice(key, str(value), lang)
            case "select_multiple":
                return self.wording.joined([self.choice(key, str(one), lang) for one in value], lang)
            case "boolean":
                return self.boolean(key, bool(value), lang)
            case "integer":
                return self._with_unit(key, int(value), lang)
            case "decimal":
                return self._with_unit(key, Decimal(str(value)), lang)
            case "money":
                return self.wording.money(int(value), lang)
            case "date":
                return self.wording.date(str(value), lang, self._year())
            case "datetime":
                return self.wording.moment(str(value), lang, self._year())
            case "month" | "quarter" | "year":
                return self.wording.period(str(value), lang)
            case "person" | "organisation" | "place" | "ref":
                return self._named(value, lang)
            case "file":
                return self.texts.text("answer-files", lang, count=len(value))
            case "own_hand":
                way = value.get("way", "paper")
                return self.texts.text(f"answer-hand-{way}", lang, name=value.get("name") or "")
            case "roster":
                return self.texts.text("answer-roster", lang, count=value["count"], total=value["total"])
            case "repeat":
                return self.rows(key, int(value), lang)
        return str(value)

    def choice(self, key: str, value: str, lang: str) -> str:
        """The label of a choice; data choices (people, quarters) carry their own."""
        words = f"{key}-{value}"
        if self.texts.has(words, lang):
            return self.texts.text(words, lang)
        return self.plain(value, lang)

    def boolean(self, key: str, value: bool, lang: str) -> str:
        """A yes or no in the field's own words where it has them."""
        words = f"{key}-{'yes' if value else 'no'}"
        return self.texts.text(
            words if self.texts.has(words, lang) else f"common-{'yes' if value else 'no'}", lang
        )

    def said(self, key: str, value: bool, lang: str) -> str:
        """A yes or no that stands without its question's name (要单独报), where a form has words for it."""
        words = f"{key}-{'yes' if value else 'no'}.said"
        return self.texts.text(words, lang) if self.texts.has(words, lang) else ""

    def _with_unit(self, key: str, value: int | Decimal, lang: str) -> str:
        unit, number = f"{key}.unit", self.wording.number(value)
        return (
            f"{number} {self.texts.text(unit, lang, count=value)}" if self.texts.has(unit, lang) else number
        )

    def rows(self, key: str, count: int, lang: str) -> str:
        """How many rows a list has, in its own measure: 2 场."""
        own = f"{key}.rows"
        return self.texts.text(
            own if count and self.texts.has(own, lang) else "answer-rows", lang, count=count
        )

    def row(self, key: str, n: int, lang: str) -> str:
        """One row of a list, *n* from 1: 议题第1项, where it has words of its own 第1场."""
        own = f"{key}.row"
        if self.texts.has(own, lang):
            return self.texts.text(own, lang, n=n)
        return self.texts.text("crumb", lang, name=self.short(key, lang), n=n)

    def title(self, title: str, lang: str) -> str:
        """A post's title: one of the usual ones (roles.ftl) in this language, any other as its roster has it."""
        if not self._titles:
            keys = (key for key in self.texts.keys(ZH_HANS) if key.startswith("title-"))
            self._titles = {self.texts.text(key, ZH_HANS): key for key in keys}
        key = self._titles.get(title)
        return self.texts.text(key, lang) if key is not None else title

    def _named(self, value: Any, lang: str) -> str:
        if not isinstance(value, Mapping):
            return str(value)
        name = str(value.get("name") or value.get("label") or "")
        post = value.get("post")
        return self._with_title(name, str(post), lang) if post else name

    def _with_title(self, name: str, title: str, lang: str) -> str:
        return f"{name}（{self.title(title, lang)}）"

    @staticmethod
    def place_name(code: str, *, near: bool = False) -> str:
        """The full name of a place code; *near*: where what lies around it was said, its own."""
        places = Places.load()
        place = places.get(code)
        return (place.name if near and place is not None else places.full_name(code)) or code

    def option(self, option: Option, key: str, lang: str) -> str:
        """The text of a button."""
        if option.literal and (person := _TITLED.fullmatch(option.label)) is not None:
            return self._with_title(person[1], person[2], lang)
        if option.literal:
            return self.plain(option.label, lang)
        if option.label.startswith("value-"):
            return self.value(option.label[6:], option.value, key, lang)
        if isinstance(option.value, bool):
            return self.boolean(key, option.value, lang)
        return self.texts.text(option.label, lang)

    def plain(self, value: Any, lang: str) -> str:
        """A value whose kind is not known (arguments of notes): dates and periods are recognised by their shape."""
        if isinstance(value, bool):
            return self.texts.text(f"common-{'yes' if value else 'no'}", lang)
        if isinstance(value, (int, Decimal)):
            return self.wording.number(value)
        if isinstance(value, list):
            return self.wording.joined([self.plain(one, lang) for one in value], lang)
        if isinstance(value, Mapping):
            if "say" in value:  # a ruling of the law: its own sentence (forms/core/law.py: said)
                return self.texts.text(str(value["say"]), lang, **self.args(value["args"], lang))
            return self._named(value, lang)
        text = "" if value is None else str(value)
        if _DAY.fullmatch(text):
            return self.wording.date(text, lang, self._year())
        if _MOMENT.fullmatch(text):
            return self.wording.moment(text, lang, self._year())
        if _PERIOD.fullmatch(text):
            return self.wording.period(text, lang)
        return text

    def args(self, args: Mapping[str, Any], lang: str) -> dict[str, Any]:
        """Arguments of a note as Fluent takes them: whole numbers stay numbers (for plurals), the rest is worded."""
        return {
            name: value if isinstance(value, int) and not isinstance(value, bool) else self.plain(value, lang)
            for name, value in args.items()
        }

    def note(self, note: Note, lang: str) -> str:
        """Something the machine says, in words."""
        args = dict(note.args)
        kind = args.get("kind")
        key = str(args.pop("key", "") or args.get("question", ""))
        if kind is not None and "value" in args:
            args["value"] = self.value(kind, args["value"], key, lang)
        args.pop("path", None)
        if note.key in ECHOES and fold(str(args["text"])) == fold(str(args["value"])):
            return self.texts.text("echo-same", lang) if note.key != "echo-read" else ""
        if "question" in args:
            args["question"] = self.short(str(args["question"]), lang)
        return self.texts.text(note.key, lang, **self.args(args, lang))

    def short(self, key: str, lang: str) -> str:
        """The short name of a question, for summaries and headings (attribute ``short``), else the question without its mark."""
        attribute = f"{key}.short"
        return (
            self.texts.text(attribute if self.texts.has(attribute, lang) else key, lang).strip().rstrip(ASKS)
        )

    def line(self, line: Line, lang: str) -> str:
        """The value of one summary line."""
        if line.kind == "note":
            return self.texts.text(line.key, lang, **self.args(line.value, lang))
        if line.kind == "select_one" and line.options:
            for option in line.options:
                if option.value == line.value:
                    return self.option(option, line.key, lang)
        return self.value(line.kind, line.value, line.key, lang)
