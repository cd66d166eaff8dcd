"""The files of a record in a chat: the photo of a sign-in sheet is looked at, not only counted."""

from __future__ import annotations

from typing import Any

from bot.handlers.render import Rows, button
from bot.handlers.talk import Call, Talk
from bot.usecases.files import FileMissing
from bot.usecases.reading import Attached, Opened
from bot.usecases.spots import place_words

AT_ONCE = 10  # files sent for one tap


def door(talk: Talk, opened: Opened) -> Rows:
    """看照片和文件（1）: nothing where the record shows none."""
    count = len(opened.files())
    return [[button(talk.text("button-files", count=count), f"r:files:{opened.record.id}")]] if count else []


async def files(talk: Talk, record_id: str, skip: int = 0) -> list[Call]:
    """
    r:files:<record>:<skip>: the files, each with the words of its question, then the way back below them.

    Whoever may open the record gets what they read there, and no more (:meth:`Opened.files`).
    """
    opened = await talk.services.reading.open(talk.unit, talk.who, record_id)
    found = opened.files()
    sent: list[Call] = []
    missing = 0
    for one in found[skip : skip + AT_ONCE]:
        try:
            path = await talk.services.files.open(one.ref)
        except FileMissing:
            missing += 1
        else:
            sent.append(_call(talk, one, str(path), _caption(talk, opened, one)))
    here = min(skip + AT_ONCE, len(found))
    said = talk.html(
        "files-shown", shown=here if sent else 0, rest=len(found) - here, count=len(found), missing=missing
    )
    rows: Rows = []
    if here < len(found):
        more = talk.text("button-files-more", count=min(AT_ONCE, len(found) - here))
        rows.append([button(more, f"r:files:{record_id}:{here}")])
    rows.append([button(talk.text("button-files-back"), f"r:view:{record_id}"), *talk.home_row()])
    *tap, text = talk.say(said, rows, fresh=True)
    return [*tap, *sent, text]


def _caption(talk: Talk, opened: Opened, one: Attached) -> str:
    """场次第1项 · 签到表 1: plain words, with the act they were given in."""
    record, answers = opened.record, talk.services.answers
    kind = talk.services.registry[record.type]
    plan = kind.transitions[one.act].plan if one.act else kind.plan
    place = place_words(answers, plan, one.answers, one.key, talk.lang)
    return talk.text("files-caption", place=place, n=one.number)[:1000]


def _call(talk: Talk, one: Attached, path: str, caption: str) -> Call:
    what = "photo" if one.ref.type.startswith("image/") else "document"
    call: dict[str, Any] = {
        "method": f"send{what.capitalize()}", "chat_id": talk.chat, what: f"attach://{what}", "caption": caption,
        "$files": {what: {"path": path, "name": one.ref.name}},
    }  # fmt: skip
    return call
