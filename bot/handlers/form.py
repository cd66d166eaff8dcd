"""Filling a form in a chat: buttons, typed words, photos. Update -> event -> desk -> message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from aiogram.types import Message

from bot.errors import LianxinError
from bot.forms.core.draft import About, Draft, Event, Facts, Note, Path, Screen
from bot.forms.core.hearing import older
from bot.forms.core.plain import fold
from bot.forms.core.plan import Plan
from bot.forms.core.view import screen
from bot.forms.core.work import Work
from bot.handlers import buttons
from bot.handlers.render import Page, Renderer, button
from bot.handlers.taken import with_trace
from bot.handlers.talk import Call, Talk
from bot.usecases.desk import Maker, Result
from bot.usecases.files import FileRef
from bot.usecases.images import FileTooLarge

LONGEST_WORD = 16  # characters of what may be the words on a button, typed


def renderer(talk: Talk) -> Renderer:
    """The renderer of this process."""
    return Renderer(talk.services.answers)


def shown(talk: Talk, result: Result, *, fresh: bool = False, toast: str = "") -> list[Call]:
    """The message after an event: the live question, the receipt of what was sent, or the goodbye."""
    turn = result.turn
    if result.record is not None:
        return after(talk, result)
    plan = talk.services.registry.plan(turn.draft.about.form)
    remember(talk, turn.draft)
    page = renderer(talk).screen(
        turn.screen, turn.draft, plan, talk.lang, result.around, upgraded=result.upgraded
    )
    if turn.screen.kind == "ended":
        page = Page(page.text, [talk.home_row()])
    late = turn.screen.problem is not None and turn.screen.problem.key.startswith("problem-late")
    return talk.page(page, fresh=fresh or late, toast=toast)


def remember(talk: Talk, draft: Draft) -> None:
    """The chat talks about this draft now (about none once it has ended)."""
    wanted = "" if draft.done else draft.id
    if talk.live != wanted:
        talk.unit.people.set_live_draft(talk.channel, str(talk.chat), wanted)
        talk.live = wanted


def forget(talk: Talk) -> None:
    """The chat talks about no draft any more."""
    if talk.live:
        talk.unit.people.set_live_draft(talk.channel, str(talk.chat), "")
        talk.live = ""


def after(talk: Talk, result: Result) -> list[Call]:
    """The receipt: number, what happens next, whom to ask; or what an act did. It stays: its buttons write below it."""
    record = result.record
    assert record is not None
    forget(talk)
    show = renderer(talk)
    next_step = f"{record.type}-next-{record.state}"
    key = next_step if talk.services.texts.has(next_step, talk.lang) else f"next-{record.state}"
    args = talk.services.answers.args(talk.services.reading.next(record, talk.who), talk.lang)
    step = talk.html(key, **args) if talk.services.texts.has(key, talk.lang) else ""
    if result.act == "submit":
        head = talk.html("receipt", receipt=record.receipt)
        extra = [talk.html("receipt-late")] if record.late else []
    else:
        name = show.act_name(record.type, result.act, talk.lang)
        state = show.state_name(record.type, record.state, talk.lang)
        head = talk.html("act-done", act=name, receipt=record.receipt)
        if name not in state:  # 归档：已办。 needs no 现在是“已归档”
            head += talk.html("act-done.state", state=state)
        extra = []
    rows = [[button(talk.text("button-view"), f"r:see:{record.id}")], talk.home_row(below=True)]
    return talk.say("\n".join(part for part in (head, *extra, step) if part), rows)


async def submit(
    talk: Talk, draft_id: str, event: Event | Maker, taken: FileRef | None = None, words: Event | None = None
) -> Result:
    """Apply an event of this chat to a draft; *taken*: the file that came with it, *words*: what was typed."""
    where = f"{talk.channel}:{talk.chat}"
    return await talk.services.desk.submit(
        talk.unit, talk.who, draft_id, event, where=where, taken=taken, words=words
    )


async def pressed(talk: Talk, data: str) -> list[Call]:
    """A form button was pressed."""
    press = buttons.parse_form(data)
    if press is None:
        return await unknown(talk)

    made: list[tuple[Plan, Facts, Event]] = []

    def event(plan: Plan, draft: Draft, facts: Facts) -> Event:
        made.append((plan, facts, buttons.event_of(plan, draft, facts, press)))
        return made[-1][2]

    result = await submit(talk, press.draft, event)
    return shown(talk, with_trace(talk, *made[-1], result) if made else result)


async def typed(talk: Talk, draft_id: str, text: str) -> list[Call]:
    """Words were typed while a form is open."""
    word = fold(text) if len(text) <= LONGEST_WORD else ""
    if word and word in {fold(talk.text("button-later")), fold(talk.text("button-later.sign"))}:
        return await draft_action(talk, "later", draft_id)
    show = renderer(talk)
    words = Event("text", None, text, written=talk.written)

    def event(plan: Plan, draft: Draft, facts: Facts) -> Event:
        """The words on a button of the live question, or of 修改某一项, do what the button does; anything else is an answer."""
        at_summary = draft.at == () and draft.pending is None
        if word or at_summary:
            work = Work(plan, draft, facts)
            live = screen(work)
            for name in live.buttons if word else ():
                kind = buttons.kind_of(name)
                if kind is not None and word == fold(show.verb_words(name, live, draft, talk.lang)):
                    return Event(kind, None, None, written=talk.written)
            path = _named(show, live, text, talk.lang) if at_summary and not older(work, words) else None
            if path is not None:
                return Event("goto", None, list(path), written=talk.written)
        return words

    return shown(talk, await submit(talk, draft_id, event, words=words))


def _named(show: Renderer, live: Screen, text: str, lang: str) -> Path | None:
    """The place on a summary whose name was typed, with its number or without; None where that names none, or several."""
    said, found = fold(text), set()
    for line in live.lines:
        for name, path in show.changeable(line, lang):
            if said in (fold(name), fold(f"{line.number} {name}")):
                found.add(path)
    return found.pop() if len(found) == 1 else None


async def sent_file(talk: Talk, draft_id: str, message: Message) -> list[Call]:
    """A photo or document was sent while a form is open."""
    document = message.document
    photo = message.photo[-1] if message.photo else None
    source = document or photo
    assert source is not None
    limit = talk.services.files.limits.bytes
    name = (document.file_name if document else "") or ""
    try:
        if (source.file_size or 0) > limit:
            raise FileTooLarge(limit_mb=limit // 2**20)
        content = await talk.bot.download(source.file_id)
        ref = await talk.services.files.take(
            content.read() if content is not None else b"", name, size=source.file_size
        )
    except LianxinError as refused:
        talk.refused.append(talk.services.texts.problem(refused, talk.lang))
        if more_of(talk, message):
            return []
        return await again(talk, draft_id, _amiss(talk), or_skip=f"error-{refused.code}.skip")
    result = await submit(talk, draft_id, Event("file", None, ref.to_json()), ref)
    screen, changed = result.turn.screen, result.turn.changed
    stays = not changed or screen.field_kind == "file" or screen.kind == "summary"
    if stays and more_of(talk, message):
        return []
    told = replace(screen, problem=screen.problem or _amiss(talk))
    if changed and screen.field_kind == "file" and screen.value:
        count = Note("form-files", {"count": len(screen.value)})
        told = replace(told, value=None, notes=(*screen.notes, count))
    return shown(talk, replace(result, turn=replace(result.turn, screen=told)))


def more_of(talk: Talk, message: Message) -> bool:
    """Whether another picture of this one's album is coming: what is said of all of them is said once, below the last."""
    return bool(message.media_group_id) and talk.more()


def _amiss(talk: Talk) -> Note | None:
    """What was wrong with files that could not be kept: this one, and those of its album before it."""
    words = "\n".join(dict.fromkeys(talk.refused))
    return Note("problem-said", {"words": words}) if words else None


async def again(talk: Talk, draft_id: str, problem: Note | None = None, *, or_skip: str = "") -> list[Call]:
    """The live question once more, with what was wrong; *or_skip*: what is added where the question may be skipped."""
    result = await submit(talk, draft_id, Event("show"))
    if (
        problem is not None
        and "skip" in result.turn.screen.buttons
        and talk.services.texts.has(or_skip, talk.lang)
    ):
        problem = Note("problem-said", {"words": problem.args["words"] + talk.text(or_skip)})
    plan = talk.services.registry.plan(result.turn.draft.about.form)
    screen = replace(result.turn.screen, problem=problem)
    remember(talk, result.turn.draft)
    return talk.page(
        renderer(talk).screen(
            screen, result.turn.draft, plan, talk.lang, result.around, upgraded=result.upgraded
        ),
        fresh=True,
    )


async def unknown(talk: Talk) -> list[Call]:
    """A button nobody made, or one of long ago: said in words, above the live question where there is one."""
    words = talk.text("button-unknown")
    if not talk.live:
        return talk.heard(words)
    return await again(talk, talk.live, Note("problem-said", {"words": words}))


async def begin(talk: Talk, about: About) -> list[Call]:
    """Open a form, or go on with the one that is open."""
    result = await talk.services.desk.begin(talk.unit, talk.who, about)
    return shown(talk, result)


# -- d:<action>:<draft>: about a draft, not about its question


async def draft_action(talk: Talk, action: str, draft_id: str) -> list[Call]:
    """稍后再填, 求助, 修改某一项, 取消, 继续."""
    run = {
        "later": _later,
        "help": _help,
        "change": _change,
        "cancel": _cancel,
        "drop": _drop,
        "go": _go,
    }.get(action)
    if run is None:
        return await unknown(talk)
    return await run(talk, draft_id)


async def _go(talk: Talk, draft_id: str) -> list[Call]:
    return shown(talk, await submit(talk, draft_id, Event("show")))


async def _later(talk: Talk, draft_id: str) -> list[Call]:
    result = await submit(talk, draft_id, Event("show"))
    if result.turn.draft.done:
        return shown(talk, result)
    talk.unit.people.set_live_draft(talk.channel, str(talk.chat), "")
    talk.live = ""
    name = renderer(talk).form_name(result.turn.draft.about.form, talk.lang)
    rows = [
        [button(talk.text("button-continue"), f"d:go:{draft_id}", "primary")],
        [button(talk.text("button-cancel-form"), f"d:cancel:{draft_id}"), *talk.home_row()],
    ]
    return talk.say(talk.html("form-later", form=name), rows)


async def _cancel(talk: Talk, draft_id: str) -> list[Call]:
    rows = [
        [button(talk.text("button-drop"), f"d:drop:{draft_id}", "danger")],
        [button(talk.text("button-continue"), f"d:go:{draft_id}")],
    ]
    return talk.say(talk.html("form-cancel-sure"), rows)


async def _drop(talk: Talk, draft_id: str) -> list[Call]:
    return shown(talk, await submit(talk, draft_id, Event("cancel")))


async def _change(talk: Talk, draft_id: str) -> list[Call]:
    result = await submit(talk, draft_id, Event("show"))
    if result.turn.screen.kind != "summary":
        return shown(talk, result)
    plan = talk.services.registry.plan(result.turn.draft.about.form)
    return talk.page(
        renderer(talk).change_list(result.turn.screen, result.turn.draft, plan, talk.lang, result.around)
    )


async def _help(talk: Talk, draft_id: str) -> list[Call]:
    """The human door: whom to call, and what this question means."""
    result = await submit(talk, draft_id, Event("show"))
    stored, live = result.turn.draft, result.turn.screen
    if stored.done:
        return shown(talk, result)
    org = await talk.unit.people.org(stored.about.org)
    helpers = await talk.unit.people.holders(["town_clerk"], at_or_above=org.path) if org else []
    who = "、".join(f"{one.name} {one.phone}".strip() for one in helpers[:2]) or talk.text("help-nobody")
    plan = talk.services.registry.plan(stored.about.form)
    entry = plan.entry(stored.at) if len(stored.at) % 2 else None
    about = "\n".join(renderer(talk).question(live, talk.lang)) if live.kind in ("ask", "roster") else ""
    if entry is not None and talk.services.texts.has(f"{entry.words}.help", talk.lang):
        about += "\n" + talk.html(f"{entry.words}.help")
    text = "\n".join(part for part in (about, talk.html("help-form", who=who)) if part)
    return talk.say(text, [[button(talk.text("button-continue"), f"d:go:{draft_id}", "primary")]], fresh=True)


def utc_stamp(moment: datetime) -> str:
    """When a message was written, as drafts keep it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
