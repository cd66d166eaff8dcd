"""Records in a chat: what waits, one record with what may be done on it, the acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bot.errors import NotNow
from bot.forms.core.acts import Barred, marks_in, marks_of, rows_of, why_mended
from bot.forms.core.draft import About, Line, path_from
from bot.forms.core.records import Record
from bot.handlers import attached, form
from bot.handlers.heads import PAGE, head_line, number, paged
from bot.handlers.parts import part_of
from bot.handlers.render import Rows, button
from bot.handlers.talk import Call, Talk
from bot.kept import RecordHead
from bot.usecases.reading import Opened
from bot.usecases.sending import WHY
from bot.usecases.spots import mark_words, place_words

ACT_ROWS = 12  # rows to choose from on one page
PRIMARY = ("accept", "confirm", "attest", "sign", "file")
MANY = 1000  # more than this waits for nobody who reads it in a chat


async def page(talk: Talk, action: str, argument: str = "", more: str = "") -> list[Call]:
    """r:<action>:<argument>."""
    match action:
        case "wait":
            return await waiting(talk, number(argument))
        case "late":
            return await waiting(talk, number(argument), overdue=True)
        case "mine":
            return await mine(talk, number(argument))
        case "view":
            return await view(talk, argument, page=number(more))
        case "see":  # from a receipt, which stays
            return await view(talk, argument, fresh=True)
        case "files":
            return await attached.files(talk, argument, number(more))
        case "fix":
            return await fix(talk, argument, number(more))
    return talk.heard(talk.text("button-unknown"))


async def waiting(talk: Talk, offset: int = 0, *, overdue: bool = False) -> list[Call]:
    """What waits for me, newest first; above it the door to what has waited too long, which is listed oldest first."""
    todo = talk.services.reading.todo
    found = await todo.waiting(talk.unit, talk.who, limit=MANY, overdue=overdue)
    if overdue:
        return _listed(talk, "list-overdue", found[offset : offset + PAGE + 1], "r:late", offset, came=True)
    late = sum(todo.overdue(head) for head in found)
    door: Rows = [[button(talk.text("list-overdue-door", count=late), "r:late:0")]] if late else []
    return _listed(
        talk, "list-waiting", found[offset : offset + PAGE + 1], "r:wait", offset, above=door, came=True
    )


async def mine(talk: Talk, offset: int = 0) -> list[Call]:
    """What I sent, what is about me or names me, newest first."""
    heads = await talk.services.reading.mine(talk.unit, talk.who, limit=PAGE + 1, offset=offset)
    return _listed(talk, "list-mine", heads, "r:mine", offset)


def _listed(
    talk: Talk, key: str, found: Sequence[RecordHead], again: str, offset: int, *, above: Rows | None = None,
    came: bool = False,
) -> list[Call]:  # fmt: skip
    """*came*: the day each came is said, because that makes their order."""
    if not found:
        return talk.say(talk.html(f"{key}-none"), [*(above or []), talk.home_row()])
    rows: Rows = [[button(head_line(talk, head, came=came), f"r:view:{head.id}")] for head in found[:PAGE]]
    turns = paged(talk, len(found) > PAGE, offset, lambda n: f"{again}:{n}")
    return talk.say(talk.html(key), [*(above or []), *rows, *turns, talk.home_row()])


async def view(
    talk: Talk, record_id: str, *, said: str = "", fresh: bool = False, page: int = 0
) -> list[Call]:
    """One record line by line, what changed since it was returned, and the buttons of what I may do."""
    opened = await talk.services.reading.open(talk.unit, talk.who, record_id)
    return _shown(talk, opened, said=said, fresh=fresh, page=page)


def _shown(talk: Talk, opened: Opened, *, said: str = "", fresh: bool = False, page: int = 0) -> list[Call]:
    show, record_id = form.renderer(talk), opened.record.id
    names = [step.name for step in opened.transitions]
    parts = [
        *([said] if said else []),
        *_record_head(talk, opened),
        *_record_lines(talk, opened.lines),
        *_done(talk, opened),
        *_changes(talk, opened),
        *_flags(talk, opened),
        *_marks(talk, opened),
        *_may_open(talk, opened.record.type, names),
    ]
    rows: Rows = attached.door(talk, opened)  # above the acts: looked at before anything is decided
    for name in names:
        style = "primary" if name in PRIMARY else ""
        rows.append(
            [button(show.act_name(opened.record.type, name, talk.lang), f"a:{name}:{record_id}", style)]
        )
    text, page, pages = part_of("\n".join(parts), page)
    if pages > 1:
        rows.insert(0, show.turns(page, pages, talk.lang, lambda n: f"r:view:{record_id}:{n}"))
    return talk.say(text, [*rows, talk.home_row()], fresh=fresh)


def _record_head(talk: Talk, opened: Opened) -> list[str]:
    record, wording = opened.record, talk.services.answers.wording
    show = form.renderer(talk)
    zone = talk.services.world.zone
    title = " · ".join(
        bit
        for bit in (
            talk.text(record.type),
            record.subject_name,
            wording.period(record.period, talk.lang) if record.period else "",
        )
        if bit
    )
    state = show.state_name(record.type, record.state, talk.lang)
    return [
        f"<b>{escape(title, quote=False)}</b>",
        talk.html("record-head", receipt=record.receipt, state=state, version=record.version),
        talk.html(
            "record-sent", name=record.filler_name, at=wording.stamp(record.submitted_at, zone, talk.lang)
        ),
    ]


def _record_lines(talk: Talk, lines: tuple[Line, ...], indent: str = "") -> list[str]:
    show = form.renderer(talk)
    found: list[str] = []
    for line in lines:
        found += show.summary_line(line, talk.lang, indent)
    return found


def _done(talk: Talk, opened: Opened) -> list[str]:
    """Every act since it was sent: 审诺 · 郑某某 · 1月12日, then what was said, or marked and why."""
    show, wording = form.renderer(talk), talk.services.answers.wording
    record = opened.record
    found: list[str] = []
    version = 1
    for act, lines in opened.done:
        at = wording.stamp(act.at, talk.services.world.zone, talk.lang)
        who = act.by_name or talk.text("record-by-itself")
        name = show.act_name(record.type, act.name, talk.lang, otherwise=act.to)
        found.append(talk.html("record-act", act=name, name=who, at=at))
        found += _record_lines(talk, tuple(line for line in lines if not _signed_by(line, who)), "　")
        step = talk.services.registry[record.type].transitions.get(act.name)
        if step is not None and step.transition.mends and (why := why_mended(record.acts[: act.n - 1])):
            version += 1
            own = f"{record.type}-why-{why.name}"
            reason = (
                talk.text(own)
                if talk.services.texts.has(own, talk.lang)
                else show.act_name(record.type, why.name, talk.lang)
            )
            found.append("　" + talk.html("record-version", version=version, reason=reason))
        if record.state != "returned" or act != record.acts[-1]:  # what is to be mended now stands below
            found += [f"　{escape(line, quote=False)}" for line in _mark_lines(talk, record, marks_in(act))]
    return [talk.html("record-acts"), *found] if found else []


def _signed_by(line: Line, who: str) -> bool:
    """Whether a line only says again that the person who did the act signed it with their account."""
    hand = line.value
    return (
        line.kind == "own_hand"
        and isinstance(hand, Mapping)
        and (hand.get("way"), hand.get("name")) == ("account", who)
    )


def _may_open(talk: Talk, kind: str, names: Sequence[str]) -> list[str]:
    """What 开始审核 does, and which of the other buttons may be pressed straight away."""
    if "open" not in names:
        return []
    show = form.renderer(talk)
    others = [show.act_name(kind, name, talk.lang) for name in names if name != "open"]
    straight = talk.html(
        "record-may-open.straight", acts=talk.services.answers.wording.joined(others, talk.lang)
    )
    return [talk.html("record-may-open") + (straight if others else "")]


def _changes(talk: Talk, opened: Opened) -> list[str]:
    if not opened.changed:
        return []
    plan = talk.services.registry[opened.record.type].plan
    answers = talk.services.answers
    found = [talk.html("record-changed")]
    for key, (old, new) in opened.changed.items():
        path = path_from(key)
        entry = plan.entry(path) if len(path) % 2 else None
        if entry is not None and not entry.is_question:
            continue  # computed: it follows from what was changed
        if entry is None or entry.kind == "repeat":
            name = answers.short(f"{opened.record.type}-{path[0]}", talk.lang)
            found.append(talk.html("record-changed-row", name=name))
            continue
        values = [
            answers.value(entry.kind, value, entry.words, talk.lang)
            if entry.kind not in ("repeat", "roster")
            else ""
            for value in (old, new)
        ]
        found.append(
            talk.html(
                "record-changed-line",
                name=answers.short(entry.words, talk.lang),
                old=values[0],
                new=values[1],
            )
        )
    return found


def _flags(talk: Talk, opened: Opened) -> list[str]:
    """What only a reviewer sees; to the filler the reasons they wrote themselves."""
    record = opened.record
    if not opened.sees_flags:
        own = [flag for flag in record.flags if flag["key"] == WHY] if record.filler == talk.who.id else []
        return [talk.html("record-own-why"), *(_flag(talk, record, flag) for flag in own)] if own else []
    found = [_flag(talk, record, flag) for flag in record.flags]
    if record.late:
        found.append("　" + talk.html("record-late"))
    if record.backfill:
        found.append("　" + talk.html("record-backfill", reason=record.backfill_reason))
    return [talk.html("record-flags"), *found] if found else []


def _flag(talk: Talk, record: Record, flag: Mapping[str, Any]) -> str:
    """One of them: where, what a rule found with its figures, and the reason that was given for it."""
    answers, plan = talk.services.answers, talk.services.registry[record.type].plan
    args = dict(flag["args"])
    at, rule, was = str(args.pop("at", "")), args.pop("rule", None), args.pop("was", None)
    if "post" in args:
        args["post"] = answers.title(str(args["post"]), talk.lang)
    said = talk.html(flag["key"], **answers.args(args, talk.lang))
    entry = plan.entry(path_from(at)) if at else None
    if rule is not None:  # .flag: the rule's words for whoever reads them later
        own = f"{rule['say']}.flag"
        key = own if talk.services.texts.has(own, talk.lang) else str(rule["say"])
        said = talk.html(
            "record-why-of", what=talk.text(key, **answers.args(rule["args"], talk.lang)), why=said
        )
    elif was is not None and entry is not None:
        before = talk.text("record-why-was", value=answers.value(entry.kind, was, entry.words, talk.lang))
        said = talk.html("record-why-of", what=before, why=said)
    if rule is not None and "/" not in at:  # it may be about several answers, and names them itself
        at = ""
    place = escape(place_words(answers, plan, record.answers, at, talk.lang), quote=False) if at else ""
    return f"　{place}：{said}" if place else f"　{said}"


def _mark_lines(talk: Talk, record: Record, marks: Mapping[str, Any]) -> list[str]:
    """Marks in words: 1. 本月工作第1项 · 情况：不清楚；请写清日期."""
    plan = talk.services.registry[record.type].plan
    return [
        f"{n}. {mark_words(talk.services.answers, plan, record.answers, key, mark, talk.lang)}"
        for n, (key, mark) in enumerate(marks.items(), 1)
    ]


def _marks(talk: Talk, opened: Opened) -> list[str]:
    """What the filler is asked to mend, while it waits for that."""
    if opened.record.state != "returned":
        return []
    lines = _mark_lines(talk, opened.record, marks_of(opened.record))
    due = talk.services.answers.due(opened.record.due_at, talk.lang)
    return [talk.html("record-returned", due=due), *(escape(line, quote=False) for line in lines)]


async def act(talk: Talk, name: str, record_id: str, row: str = "", offset: str = "") -> list[Call]:
    """
    a:<transition>:<record>[:<row>]: begin it; one that asks nothing is done at once; opening shows the record.

    With no row, where it concerns one: which, from *offset* on.
    """
    record = await talk.services.reading.record(talk.unit, talk.who, record_id)
    step = talk.services.registry[record.type].transitions.get(name)
    if step is not None and step.transition.row and not row:
        if record.state not in step.transition.frm:
            raise NotNow(what=name, record=record_id)
        return _which_row(talk, name, record, step.transition.row, number(offset))
    result = await talk.services.desk.act(talk.unit, talk.who, record_id, name, row=row)
    if result.record is not None and name == "open":
        opened = await talk.services.reading.opened(talk.unit, talk.who, result.record)
        return _shown(talk, opened, said=talk.html("act-opened"))
    return form.shown(talk, result)


def _which_row(talk: Talk, name: str, record: Record, repeat: str, skip: int) -> list[Call]:
    found = list(rows_of(record, repeat))
    made: Rows = []
    for n, one in enumerate(found[skip : skip + ACT_ROWS], skip + 1):
        label = next(
            (str(value) for value in one.values() if isinstance(value, str) and value != one["_"]), ""
        )
        made.append([button(f"{n}. {label}".rstrip(". "), f"a:{name}:{record.id}:{one['_']}")])
    turns = paged(talk, len(found) > skip + ACT_ROWS, skip, lambda n: f"a:{name}:{record.id}::{n}", ACT_ROWS)
    back = [button(talk.text("button-view"), f"r:view:{record.id}"), *talk.home_row()]
    return talk.say(talk.html("act-which-row"), [*made, *turns, back])


async def not_now(talk: Talk, refused: NotNow) -> list[Call]:
    """An old button of an act that has had its time, or whose time is not come: why not, and where the record stands."""
    draft = str(refused.details.get("draft", ""))
    await talk.services.desk.put_away(talk.unit, talk.who, draft)
    if draft and talk.live == draft:
        form.forget(talk)
    reading = talk.services.reading
    name, row = str(refused.details["what"]), str(refused.details.get("row", ""))
    opened = await reading.open(talk.unit, talk.who, str(refused.details["record"]))
    barred = reading.barred(opened.record, talk.who, name, row)
    return _shown(talk, opened, said=_why_not(talk, opened.record, name, barred), fresh=True)


def _why_not(talk: Talk, record: Record, name: str, barred: Barred | None) -> str:
    show, answers = form.renderer(talk), talk.services.answers
    act, why = show.act_name(record.type, name, talk.lang), f"{record.type}-not-{name}"
    if barred is not None and not barred.state and talk.services.texts.has(why, talk.lang):
        return talk.html(why, **answers.args(barred.show, talk.lang))
    if barred is not None and barred.done is not None:
        at = answers.wording.stamp(barred.done.at, talk.services.world.zone, talk.lang)
        return talk.html("act-not-again", act=act, name=barred.done.by_name, at=at)
    return talk.html("act-not-now", act=act, state=show.state_name(record.type, record.state, talk.lang))


async def fix(talk: Talk, record_id: str, number: int) -> list[Call]:
    """
    r:fix:<record>:<n>: mend the n-th marked field of a returned record, in a message of its own: the one that was tapped
    names the other places and their buttons, and may stand far above.
    """
    record = await talk.services.reading.record(talk.unit, talk.who, record_id)
    keys = list(marks_of(record))
    mend = talk.services.registry[record.type].transitions.get("resubmit")
    if mend is None or record.state not in mend.transition.frm or number >= len(keys):
        return await view(talk, record_id, said=talk.html("fix-late"), fresh=True)
    about = About(f"{record.type}/resubmit", talk.who.id, record.org, record=record_id)
    result = await talk.services.desk.begin(talk.unit, talk.who, about, to=path_from(keys[number]))
    return form.shown(talk, result, fresh=True)
