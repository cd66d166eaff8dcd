"""A record on a button, in one line, and the pages of a list of them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bot.handlers import form
from bot.handlers.render import Rows, button
from bot.handlers.talk import Talk
from bot.kept import RecordHead

PAGE = 8


def number(text: str) -> int:
    """The number in a button's data, 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def paged(talk: Talk, more: bool, offset: int, to: Callable[[int], str], size: int = PAGE) -> Rows:
    """‹ 上一页 · 下一页 ›, as far as there are such; *to*: the data of the button that shows what begins at an offset."""
    turns = [button(talk.text("page-back"), to(max(0, offset - size)))] if offset else []
    if more:
        turns.append(button(talk.text("page-on"), to(offset + size)))
    return [turns] if turns else []


def head_line(
    talk: Talk, head: RecordHead, *, place: str = "", known: Collection[str] = (), came: bool = False
) -> str:
    """
    A record on a button: 清溪村 · 月度汇报 · 2026年11月 · 待审核; what tells it apart from its neighbours, what may be cut last.

    *place*: the short name of where it is, said first. *known*: names that the list says already. *came*: with its day.
    """
    first = [
        name for name in dict.fromkeys((place, head.subject_name, talk.text(head.type))) if name not in known
    ]
    state = form.renderer(talk).state_name(head.type, head.state, talk.lang)
    days = [_when(talk, head)]
    if came:
        day = talk.services.world.day_of(head.arrived_at or head.submitted_at)
        told = (
            head.label if _of_event(talk, head) else day.startswith(head.period)
        )  # without a second day or its month
        days = [_came(talk, day), *([] if told else days)]
    bits = [*first, *days, state]
    if talk.services.reading.todo.overdue(head):
        bits.insert(0, talk.text("flag-overdue"))
    elif head.late:
        bits.append(talk.text("flag-late"))
    return " · ".join(bit for bit in (*bits, about_words(talk, head)) if bit)


def _came(talk: Talk, day: str) -> str:
    """11月6日报来: what a list of what waits goes by."""
    wording = talk.services.answers.wording
    short = wording.date_short if day[:4] == talk.services.world.today()[:4] else wording.date_long
    return talk.text("list-came", day=short(day, talk.lang))


def _when(talk: Talk, head: RecordHead) -> str:
    """The period of what is owed; of an event of this year its day."""
    wording = talk.services.answers.wording
    if not _of_event(talk, head):
        return wording.period(head.period, talk.lang)
    return wording.date_short(head.event_at[:10], talk.lang) if head.event_at else ""


def _of_event(talk: Talk, head: RecordHead) -> bool:
    kind = talk.services.registry[head.type].type
    this_year = head.event_at[:4] == talk.services.world.today()[:4]
    return not head.period or (kind.obligation is None and this_year)


def about_words(talk: Talk, head: RecordHead) -> str:
    """Its kind, or what it was about; "" where its period says all (a monthly report)."""
    kind = talk.services.registry[head.type]
    entry = kind.plan.root.by_name.get(kind.type.title)
    if entry is None or not head.label:
        return ""
    if entry.kind == "select_one":
        return talk.services.answers.choice(entry.words, head.label, talk.lang)
    return "" if kind.type.obligation is not None else head.label
