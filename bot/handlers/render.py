"""
A screen in words and buttons: one message, HTML for Telegram's parse mode, at most 4,096 characters.

What was refused stands first, apart. Then the head: what, for whom, when, how far; what is to be said (saved, rules,
notes), one question, last time's value, few buttons, and the fixed row 上一步 · 稍后再填 · 求助 always last (docs/voice.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from bot.answers import Answers
from bot.forms.core import rollcall
from bot.forms.core.draft import Draft, Line, Path, Screen
from bot.forms.core.plan import Plan
from bot.forms.core.view import LISTED
from bot.handlers import buttons
from bot.handlers.parts import part_of

LABEL_LIMIT = 48
FIXED = ("back", "skip", "later", "help")
Button = dict[str, Any]
Rows = list[list[Button]]


@dataclass(frozen=True, slots=True)
class Page:
    """One message: HTML text, keyboard. ``numeric``: skins may show digits; ``quiet``: the last row is the fixed one."""

    text: str
    rows: Rows
    numeric: bool = False
    quiet: bool = False


def button(text: str, data: str, style: str = "") -> Button:
    """One button as Telegram takes it (Bot API, InlineKeyboardButton); the text is cut where it would not fit."""
    label = text if len(text) <= LABEL_LIMIT else text[: LABEL_LIMIT - 1] + "…"
    made = {"text": label, "callback_data": data}
    if style:
        made["style"] = style
    return made


class Renderer:
    """Screens of forms to messages."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.texts = answers, answers.texts

    def screen(
        self,
        screen: Screen,
        draft: Draft,
        plan: Plan,
        lang: str,
        about: Mapping[str, Any],
        *,
        upgraded: bool = False,
    ) -> Page:
        """The message of one screen. ``about``: live facts about the draft (org_name, period)."""
        parts = [self.head(draft, lang, about, screen)]
        if upgraded:
            parts.append(self.texts.text("form-upgraded", lang))
        refused = self._problem(screen, lang) if screen.problem is not None else ""
        said = [self.answers.note(note, lang) for note in screen.notes]
        parts += [escape(one, quote=False) for one in said if one != refused]
        body, rows = getattr(self, f"_{screen.kind}")(screen, draft, plan, lang)
        parts += body
        text = "\n".join(part for part in parts if part)
        if screen.problem is not None:  # of what was just said; the question below may be another
            text = escape(refused, quote=False) + "\n\n" + text
        verbs, fixed = self._below(screen, draft, plan, lang)
        numeric = screen.kind == "ask" and screen.field_kind in ("integer", "decimal", "money", "phone")
        text, page, pages = part_of(text, screen.pages[0] if screen.kind == "summary" else 0)
        if pages > 1 and screen.kind != "summary":
            text += "\n…"
        elif pages > 1:
            rows = [*rows, self.turns(page, pages, lang, lambda n: _page_of(draft, plan, screen, n))]
        return Page(text, [row for row in (*rows, verbs, fixed) if row], numeric, quiet=bool(fixed))

    def _problem(self, screen: Screen, lang: str) -> str:
        """What was wrong with the last answer."""
        assert screen.problem is not None
        problem = screen.problem
        if (
            problem.key == "reading-wrong_kind" and screen.field_kind == "own_hand"
        ):  # the first button signs: no example
            problem = replace(problem, key="reading-wrong_kind.sign")
        return self.answers.note(problem, lang)

    def turns(self, page: int, pages: int, lang: str, to: Callable[[int], str]) -> list[Button]:
        """‹ 上一页 · 2/3 · 下一页 ›; *to*: the data of the button that shows a page, counted from 0."""
        row = [button(self.texts.text("page-back", lang), to(page - 1))] if page else []
        if pages > 1:
            row.append(button(f"{page + 1}/{pages}", to(page)))
        if page + 1 < pages:
            row.append(button(self.texts.text("page-on", lang), to(page + 1)))
        return row

    def head(self, draft: Draft, lang: str, about: Mapping[str, Any], screen: Screen | None = None) -> str:
        """月度汇报 · 清溪村党支部 · 2026年11月　2/9"""
        around = about.get("about", {})
        bits = [self.form_name(draft.about.form, lang), str(around.get("org_name", ""))]
        if around.get("period"):
            bits.append(self.answers.wording.period(str(around["period"]), lang))
        if around.get("proxy_name"):
            bits.insert(1, self.texts.text("form-for", lang, name=str(around["proxy_name"])))
        line = " · ".join(bit for bit in bits if bit)
        if screen is not None and screen.kind not in ("summary", "ended") and screen.progress[1] > 1:
            line += f"　{screen.progress[0]}/{screen.progress[1]}"
        crumbs = [self._crumb(crumb, lang) for crumb in screen.crumbs] if screen is not None else []
        return f"<i>{escape(line, quote=False)}</i>" + (
            ("\n" + escape(" › ".join(crumbs), quote=False)) if crumbs else ""
        )

    def _crumb(self, crumb: tuple[str, int, str], lang: str) -> str:
        key, number, label = crumb
        if label:
            words = f"{key}-{label}"
            named = self.texts.has(words, lang)
            return self.texts.text(words, lang) if named else f"{self.answers.short(key, lang)} {label}"
        return self.answers.row(key, number, lang)

    def form_name(self, form: str, lang: str) -> str:
        """The name of a form: the record type's, or what the act does."""
        type_id, _, act = form.partition("/")
        if not act:
            return self.texts.text(type_id, lang)
        return f"{self.texts.text(type_id, lang)} · {self.act_name(type_id, act, lang)}"

    def act_name(self, type_id: str, act: str, lang: str, *, otherwise: str = "") -> str:
        """What an act is called: the type's own word for it, else the common one; a join, by the state it led to."""
        own = f"{type_id}-act-{act}"
        if otherwise and not self.texts.has(own, lang) and not self.texts.has(f"act-{act}", lang):
            return self.state_name(type_id, otherwise, lang)
        return self.texts.text(own if self.texts.has(own, lang) else f"act-{act}", lang)

    def send_name(self, draft: Draft, lang: str) -> str:
        """The last button of an act says what it does: 退回给填报人, not 提交."""
        act = f"act-{draft.about.transition}"
        own = f"{draft.about.type}-{act}"
        for key in (f"{own}.send", own, f"{act}.send"):
            if self.texts.has(key, lang):
                return self.texts.text(key, lang)
        return self.texts.text(act, lang)

    def state_name(self, type_id: str, state: str, lang: str) -> str:
        """What a state is called."""
        own = f"{type_id}-state-{state}"
        return self.texts.text(own if self.texts.has(own, lang) else f"state-{state}", lang)

    # -- the kinds of screen

    def question(self, screen: Screen, lang: str, *, hint: bool = True) -> list[str]:
        """The question in bold; *hint*: with how it is to be answered, which no longer helps where it was."""
        text = self.texts.text(screen.question, lang, **self.answers.args(screen.show, lang))
        parts = [f"<b>{escape(text, quote=False)}</b>"]
        key = f"{screen.question}.hint"
        if hint and self.texts.has(key, lang):
            parts.append(
                escape(self.texts.text(key, lang, **self.answers.args(screen.show, lang)), quote=False)
            )
        return parts

    def _ask(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        parts = self.question(screen, lang)
        if screen.mark is not None:
            parts.append(escape(self._mark(screen.mark, lang), quote=False))
        last = "ask-last-on" if screen.last_on else "ask-last"
        for key, value in ((last, screen.last), ("ask-was", screen.was), ("ask-now", screen.value)):
            if value is not None and not (key == "ask-now" and (value == screen.was or screen.multiple)):
                worded = self.answers.value(screen.field_kind, value, screen.question, lang)
                day = self.answers.value("date", screen.last_on, "", lang) if key == "ask-last-on" else ""
                parts.append(escape(self.texts.text(key, lang, value=worded, day=day), quote=False))
        address = plan.address(screen.at)
        entry = plan.entry(screen.at)
        assert entry is not None
        made = []
        page, pages = screen.pages
        for n, option in enumerate(screen.options, page * LISTED + 1):
            value = buttons.option_value(entry, option)
            if screen.multiple:
                value = ("u" if option.chosen else "x") + value
            mark = ("✓ " if option.chosen else "") + (f"{n}. " if pages > 1 else "")
            data = f"f:{draft.id}:{address}:{value}"
            made.append(button(mark + self.answers.option(option, screen.question, lang), data))
        if screen.field_kind == "own_hand":
            made.append(
                button(
                    self.texts.text("sign-here", lang),
                    buttons.form(draft.id, address, "v", "account"),
                    "primary",
                )
            )
        turns = self.turns(page, pages, lang, lambda n: _page_of(draft, plan, screen, n))
        return parts, [*laid_out(made), turns]

    def _mark(self, mark: Mapping[str, Any], lang: str) -> str:
        reason = (
            self.texts.text(f"act-return-marks-reason-{mark.get('code')}", lang) if mark.get("code") else ""
        )
        return self.texts.text("mark-says", lang, reason=reason, text=str(mark.get("text") or ""))

    def _which(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        address = plan.address(screen.at)
        values = screen.value if isinstance(screen.value, list) and screen.options else []
        made = [
            button(self._reading(screen, one.value, values, lang),
                   buttons.form(draft.id, address, "c", str(one.value)))
            for one in (screen.options if values else ())
        ]  # fmt: skip
        page, pages = screen.pages
        turns = self.turns(page, pages, lang, lambda n: _page_of(draft, plan, screen, n))
        rows = laid_out(made) if pages > 1 else [[one] for one in made]
        return self.question(screen, lang, hint=False), [*rows, turns]

    def _reading(self, screen: Screen, n: int, values: list[Any], lang: str) -> str:
        """One of several readings, in its own words where it has them; days of different years say the year."""
        worded = self._plain_reading(screen, values[n], values, lang)
        why = screen.notes[-1].key if screen.notes else ""
        own = f"{why}-{n + 1}"
        return self.texts.text(own, lang, value=worded) if self.texts.has(own, lang) else worded

    def _plain_reading(self, screen: Screen, value: Any, values: list[Any], lang: str) -> str:
        if screen.field_kind == "date" and len({str(one)[:4] for one in values}) > 1:
            return self.answers.wording.date_long(str(value), lang)
        if screen.field_kind == "place":
            near = bool(screen.notes) and screen.notes[-1].key == "reading-ambiguous-inside"
            return self.answers.place_name(str(value), near=near)
        return self.answers.value(screen.field_kind, value, screen.question, lang)

    def _confirm(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        made = [
            button(
                self.texts.text("button-other.which", lang, name=self.answers.short(line.key, lang)),
                buttons.form(draft.id, plan.address(screen.at), "g", plan.address(line.path)),
            )
            for line in screen.lines
        ]
        return self.question(screen, lang, hint=False), [made]

    _reason = _confirm

    def _rows(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        parts = self.question(screen, lang)
        made = []
        for line in screen.lines:
            label = self._row_label(line, lang)
            said = "；".join(
                self._bit(one, lang) for row in line.rows for one in row[1:] if one.value is not None
            )
            named = f"{line.number}. {label}"
            if said or len(named) > LABEL_LIMIT:  # else the button says it all
                parts.append(escape(named + (f"：{said}" if said else ""), quote=False))
            made.append(
                button(
                    named,
                    buttons.form(draft.id, plan.address(screen.at), "g", plan.address(line.path)),
                )
            )
        return parts, [[one] for one in made]

    def _row_label(self, line: Line, lang: str) -> str:
        if line.value is None:
            return self.texts.text("row-empty", lang)
        if line.kind == "key":
            known = self.texts.has(f"{line.key}-{line.value}", lang)
            return self._crumb((line.key, line.number, line.value if known else ""), lang)
        for option in line.options:
            if option.value == line.value:
                return self.answers.option(option, line.key, lang)
        return self.answers.value(line.kind, line.value, line.key, lang)

    def _row(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        parts, made = [], []
        for n, line in enumerate((one for one in screen.lines if one.status != "computed"), 1):
            name = self.answers.short(line.key, lang)
            parts.append(
                f"{n} {escape(name, quote=False)}　{escape(self.answers.line(line, lang), quote=False)}"
            )
            data = buttons.form(draft.id, plan.address(screen.at), "g", plan.address(line.path))
            made.append(button(f"{n} {name}", data))
        return parts, laid_out(made)

    def _roster(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        show, address = screen.show, plan.address(screen.at)
        parts = self.question(screen, lang)
        parts.append(
            self.texts.text(
                "roster-count", lang, count=show["count"], total=show["total"], **show["examples"]
            )
        )
        if show["heads"] is not None:
            parts.append(
                self.texts.text("roster-heads", lang, heads=show["heads"], first=show["examples"]["first"])
            )
        on = rollcall.EVERY if show["heads"] is not None else str(show["states"])[:1]
        made = []
        for index, number, name, mark, taken, new in show["rows"]:
            sign = self._tick_sign(mark, show["heads"] is not None, lang)
            label = f"{sign} {number} {name}"
            if taken:
                made.append(
                    button(
                        self.texts.text("roster-other", lang, row=f"{number} {name}"),
                        buttons.form(draft.id, address, "p", str(show["page"])),
                    )
                )
                continue
            made.append(button(label, buttons.form(draft.id, address, "t", f"{index}.{new}.{show['page']}")))
        rows = [made[i : i + 2] for i in range(0, len(made), 2)]
        turns = self.turns(show["page"], show["pages"], lang, lambda n: _page_of(draft, plan, screen, n))
        rows.append(turns)
        rows.append([
            button(self.texts.text("roster-all", lang), buttons.form(draft.id, address, "A", on)),
            button(self.texts.text("roster-none", lang), buttons.form(draft.id, address, "N")),
        ])  # fmt: skip
        return parts, rows

    def _tick_sign(self, mark: str, heads: bool, lang: str) -> str:
        """What stands before a name: here, how many are here, or here by proxy."""
        if mark == rollcall.AWAY:
            return "▫"
        if heads:
            return f"✓{int(mark, 36)}"
        return f"✓{self.texts.text('roster-proxy', lang)}" if mark == rollcall.PROXY else "✓"

    def _summary(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        parts = [f"<b>{self.texts.text('summary-check', lang)}</b>"]
        for line in screen.lines:
            parts += self.summary_line(line, lang)
        return parts, []

    def summary_line(self, line: Line, lang: str, indent: str = "") -> Iterable[str]:
        """One line of a summary or a record, its rows below it; HTML."""
        value = escape(self.answers.line(line, lang), quote=False)
        if line.kind == "note":
            yield f"{indent}<i>{value}</i>"
            return
        name = escape(self.answers.short(line.key, lang), quote=False)
        look = self.texts.text("summary-look", lang) if line.status in ("again", "problem") else ""
        number = f"{line.number} " if line.number else ""
        was = escape(self._was(line, lang), quote=False)
        yield f"{indent}{number}{name}　{value}{was}{look}"
        for n, row in enumerate(line.rows, 1):
            bits = [
                escape(self._bit(one, lang), quote=False)
                for one in row
                if one.kind not in ("repeat", "note") and one.value is not None
            ]
            yield f"{indent}　{n}. " + "；".join(bits).replace("。；", "；")
            for one in row:
                if (one.kind == "repeat" and one.rows) or one.kind == "note":
                    yield from self.summary_line(one, lang, indent + "　　")

    def _bit(self, line: Line, lang: str) -> str:
        """A value inside a row: what does not speak for itself gets its name, 赞成 201 票."""
        if line.kind == "boolean" and (said := self.answers.said(line.key, bool(line.value), lang)):
            return said + self._was(line, lang)
        value = self.answers.line(line, lang) + self._was(line, lang)
        if line.kind not in ("integer", "decimal", "boolean", "time", "file", "roster"):
            return value
        return f"{self.answers.short(line.key, lang)} {value}"

    def _was(self, line: Line, lang: str) -> str:
        """What stood there before it was mended, "" where nothing else did."""
        if line.was is None or line.was == line.value or line.kind in ("repeat", "roster"):
            return ""
        was = self.answers.value(line.kind, line.was, line.key, lang)
        return " " + self.texts.text("summary-was", lang, value=was)

    def change_list(
        self, screen: Screen, draft: Draft, plan: Plan, lang: str, about: Mapping[str, Any]
    ) -> Page:
        """The summary with one button per line: 修改某一项."""
        parts = [self.head(draft, lang, about), f"<b>{self.texts.text('summary-which', lang)}</b>"]
        made = []
        for line in screen.lines:
            for name, path in self.changeable(line, lang):
                data = buttons.form(draft.id, plan.address(()), "g", plan.address(path))
                made.append(button(f"{line.number} {name}", data))
        rows = laid_out(made)
        rows.append(
            [
                button(
                    self.texts.text("summary-back", lang), buttons.form(draft.id, plan.address(()), "p", "0")
                )
            ]
        )
        return Page("\n".join(parts), rows)

    def changeable(self, line: Line, lang: str) -> Iterable[tuple[str, Path]]:
        """What of a line may be changed: the line itself; of a list that is locked, the places in its rows that are open."""
        if line.status not in ("computed", "locked"):
            yield self.answers.short(line.key, lang), line.path
        elif line.kind == "repeat":
            for n, row in enumerate(line.rows, 1):
                for inside in row:
                    for words, path in self.changeable(inside, lang):
                        yield f"{self.answers.row(line.key, n, lang)} · {words}", path

    def _ended(self, screen: Screen, draft: Draft, plan: Plan, lang: str) -> tuple[list[str], Rows]:
        done = str(screen.show.get("done", draft.done))
        door = done.partition(":")[2]
        key = f"{plan.words}-ends-{door}" if door else f"form-{done or 'sent'}"
        return [escape(self.texts.text(key, lang), quote=False)], []

    # -- the rows below the question

    def _below(
        self, screen: Screen, draft: Draft, plan: Plan, lang: str
    ) -> tuple[list[Button], list[Button]]:
        """(what can be done here, the fixed row 上一步 · 跳过 · 稍后再填 · 求助)."""
        if screen.kind == "ended":
            return [], []
        found: tuple[list[Button], list[Button]] = [], []
        address = plan.address(screen.at)
        for name in screen.buttons:
            if name in ("all", "none"):  # of a roster, which draws them under its rows
                continue
            found[name in FIXED].append(self._button(name, screen, draft, address, lang))
        return found

    def _button(self, name: str, screen: Screen, draft: Draft, address: str, lang: str) -> Button:
        words = self.verb_words(name, screen, draft, lang)
        if name in ("later", "help", "change"):
            return button(words, f"d:{name}:{draft.id}")
        verb = {"other": "o", "no": "n"}.get(name) or buttons.VERBS[name]
        style = "primary" if name in ("send", "done", "yes", "close") else ""
        return button(words, buttons.form(draft.id, address, verb), style)

    def verb_words(self, name: str, screen: Screen, draft: Draft, lang: str) -> str:
        """What stands on a button of *screen* that is no answer: the question's own word for it, else the common one."""
        if name == "send" and draft.about.transition:
            return self.send_name(draft, lang)
        if name == "later" and screen.field_kind == "own_hand":  # nothing is filled in where one signs
            return self.texts.text("button-later.sign", lang)
        if name == "close" and screen.kind == "row":  # of one item, not of the list it is in
            return self.texts.text("button-close.one", lang)
        own = f"{screen.question}.{name}"
        if name != "help" and self.texts.has(own, lang):  # .help is what 求助 says of the question
            return self.texts.text(own, lang)
        return self.texts.text("common-no" if name == "no" else f"button-{name}", lang)


def laid_out(made: list[Button]) -> Rows:
    """Short labels side by side (at most three, at most about sixteen characters a row), long ones alone."""
    rows: Rows = []
    width = 0
    for one in made:
        size = sum(2 if ord(ch) > 0x2E7F else 1 for ch in one["text"])
        if rows and len(rows[-1]) < 4 and width + size <= 26 and size <= 12:
            rows[-1].append(one)
            width += size
        else:
            rows.append([one])
            width = size if size <= 12 else 99
    return rows


def _page_of(draft: Draft, plan: Plan, screen: Screen, page: int) -> str:
    return buttons.form(draft.id, plan.address(screen.at), "p", str(page))
