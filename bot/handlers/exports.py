"""
/export in a chat: type, period, format, purpose, then the file as a document. Masked, audited, marked (usecases/export.py).

Period and purpose may be written as well as tapped (asked.py).
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from html import escape

from bot.errors import LianxinError
from bot.forms.core.functions import add_months, quarter
from bot.handlers import asked, form
from bot.handlers.render import Rows, button
from bot.handlers.talk import Call, Talk
from bot.usecases.export_job import PURPOSE_LIMIT, ExportOrder, Maker
from bot.usecases.spans import spans_said

PURPOSES = ("summary", "check", "report", "archive")
FORMATS = ("xlsx", "csv", "json")


async def types(talk: Talk) -> list[Call]:
    """Which record type?"""
    found = talk.services.exporter.types_for(talk.who, talk.services.world.today())
    if not found:
        return talk.say(talk.html("export-nothing-allowed"), [talk.home_row()])
    form.forget(talk)  # what is typed now belongs to the export; the form waits on the home page
    await asked.leave(talk)
    rows: Rows = [[button(talk.text(type_id), f"x:type:{type_id}")] for type_id in found]
    return talk.say(talk.html("export-choose-type"), [*rows, talk.home_row()])


async def page(talk: Talk, action: str, type_id: str, more: str) -> list[Call]:
    """x:<action>:<type>:<period>[.<format>[.<purpose>]]"""
    period, _, rest = more.partition(".")
    form_name, _, purpose = rest.partition(".")
    if type_id not in talk.services.exporter.types_for(talk.who, talk.services.world.today()):
        return await types(talk)
    match action:
        case "type":
            return _periods(talk, type_id)
        case "period":
            return _formats(talk, type_id, period)
        case "format":
            return _purposes(talk, type_id, period, form_name)
        case "go":
            return await _make(talk, type_id, period, form_name, talk.text(f"export-purpose-{purpose}"))
    return await types(talk)


async def typed(talk: Talk, so_far: dict[str, str], text: str) -> list[Call]:
    """A period or a purpose in somebody's own words."""
    type_id, period, form_name = so_far["type"], so_far.get("period", ""), so_far.get("format", "")
    if period and form_name:
        purpose = " ".join(text.split())
        if len(purpose) > PURPOSE_LIMIT:
            long = talk.text("export-purpose-long", has=len(purpose), most=PURPOSE_LIMIT)
            return _purposes(talk, type_id, period, form_name, long)
        return await _make(talk, type_id, period, form_name, purpose)
    if period:
        return _formats(talk, type_id, period)
    try:
        found = spans_said(text, talk.services.world.today())
    except LianxinError as refused:
        return _periods(talk, type_id, talk.services.texts.problem(refused, talk.lang))
    return _formats(talk, type_id, found[0]) if len(found) == 1 else _periods(talk, type_id, among=found)


def _periods(talk: Talk, type_id: str, problem: str = "", among: Sequence[str] = ()) -> list[Call]:
    """Which stretch? *among*: those that were meant, where the words fit more than one."""
    today, wording = talk.services.world.today(), talk.services.answers.wording
    asked.remember(talk, "export", type=type_id)
    periods = among or dict.fromkeys(
        (today[:7], add_months(today, -1)[:7], quarter(today), quarter(add_months(today, -3)), today[:4])
    )
    rows = [[button(wording.period(one, talk.lang), f"x:period:{type_id}:{one}")] for one in periods]
    said = f"{escape(problem, quote=False)}\n\n" if problem else ""
    return talk.say(said + talk.html("export-choose-period"), [*rows, talk.home_row()])


def _formats(talk: Talk, type_id: str, period: str) -> list[Call]:
    asked.remember(talk, "export", type=type_id, period=period)
    rows = [
        [button(talk.text("export-format", format=one), f"x:format:{type_id}:{period}.{one}")]
        for one in FORMATS
    ]
    return talk.say(talk.html("export-choose-format"), [*rows, talk.home_row()])


def _purposes(talk: Talk, type_id: str, period: str, form_name: str, problem: str = "") -> list[Call]:
    asked.remember(talk, "export", type=type_id, period=period, format=form_name)
    rows: Rows = [
        [button(talk.text(f"export-purpose-{one}"), f"x:go:{type_id}:{period}.{form_name}.{one}")]
        for one in PURPOSES
    ]
    said = f"{escape(problem, quote=False)}\n\n" if problem else ""
    return talk.say(said + talk.html("export-ask-purpose"), [*rows, talk.home_row()])


async def _make(talk: Talk, type_id: str, period: str, form_name: str, purpose: str) -> list[Call]:
    """The document; the tables of a CSV export come in one .zip where there are several."""
    services = talk.services
    await asked.leave(talk)
    kind, when = talk.text(type_id), services.answers.wording.period(period, talk.lang)
    try:
        order = ExportOrder(type_id, period, format=form_name, purpose=purpose, lang=talk.lang, together=True)
        folder = services.settings.data_dir / "exports"
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{secrets.token_hex(8)}.{form_name}"
        result = await services.exporter.export(order, Maker(talk.who.id, talk.who.name, talk.who), target)
    except LianxinError as refused:
        return talk.say(escape(services.texts.problem(refused, talk.lang), quote=False), [talk.home_row()])
    ready = talk.html("export-ready", type=kind, period=when, rows=result.rows)
    calls = talk.say(
        f"{ready}\n{talk.html('export-caution', id=result.id, masked='yes' if result.masked else 'no')}",
        [talk.home_row()],
    )
    for one in result.files:
        shown = f"{kind}-{period}{one.path.suffix}"
        calls.append({
            "method": "sendDocument", "chat_id": talk.chat, "document": "attach://document",
            "$files": {"document": {"path": str(one.path), "name": shown}},
        })  # fmt: skip
    return calls
