"""/export in a chat: type, period, purpose, then the file as a document. Masked, audited, marked (usecases/export.py)."""

from __future__ import annotations

import secrets
from html import escape

from bot.errors import LianxinError
from bot.forms.core.functions import add_months, quarter
from bot.handlers.render import Rows, button
from bot.handlers.talk import Call, Talk
from bot.usecases.export_job import ExportOrder, Maker
from bot.usecases.spans import span

PURPOSES = ("summary", "check", "report", "archive")


async def types(talk: Talk) -> list[Call]:
    """Which record type?"""
    found = talk.services.exporter.types_for(talk.who, talk.services.world.today())
    if not found:
        return talk.say(talk.html("chat-export-none"), [talk.home_row()])
    rows: Rows = [[button(talk.text(type_id), f"x:type:{type_id}")] for type_id in found]
    return talk.say(talk.html("chat-export-which"), [*rows, talk.home_row()])


async def page(talk: Talk, action: str, type_id: str, more: str) -> list[Call]:
    """x:<action>:<type>:<period>[.<purpose>.<format>]"""
    match action:
        case "type":
            return _periods(talk, type_id)
        case "period":
            return _purposes(talk, type_id, more)
        case "go":
            period, _, rest = more.partition(".")
            purpose, _, form = rest.partition(".")
            return await _make(talk, type_id, period, purpose, form)
    return await types(talk)


def _periods(talk: Talk, type_id: str) -> list[Call]:
    today, wording = talk.services.world.today(), talk.services.answers.wording
    before = add_months(today, -1)
    periods = dict.fromkeys(
        (today[:7], before[:7], quarter(today), quarter(add_months(today, -3)), today[:4])
    )
    rows = [[button(wording.period(one, talk.lang), f"x:period:{type_id}:{one}")] for one in periods]
    return talk.say(talk.html("chat-export-period", form=talk.text(type_id)), [*rows, talk.home_row()])


def _purposes(talk: Talk, type_id: str, period: str) -> list[Call]:
    rows: Rows = []
    for purpose in PURPOSES:
        name = talk.text(f"chat-export-purpose-{purpose}")
        rows.append([
            button(name, f"x:go:{type_id}:{period}.{purpose}.xlsx"),
            button(f"{name} CSV", f"x:go:{type_id}:{period}.{purpose}.csv"),
        ])  # fmt: skip
    return talk.say(talk.html("chat-export-purpose", form=talk.text(type_id)), [*rows, talk.home_row()])


async def _make(talk: Talk, type_id: str, period: str, purpose: str, form: str) -> list[Call]:
    """The document; every file of a CSV export (one per repeat) comes along."""
    services = talk.services
    try:
        name = f"{talk.text(type_id)}-{span(period).name}"
        order = ExportOrder(
            type_id, period, format=form, purpose=talk.text(f"chat-export-purpose-{purpose}"), lang=talk.lang
        )
        folder = services.settings.data_dir / "exports"
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{secrets.token_hex(8)}.{form}"
        result = await services.exporter.export(order, Maker(talk.who.id, talk.who.name, talk.who), target)
    except LianxinError as refused:
        return talk.say(escape(services.texts.problem(refused, talk.lang), quote=False), [talk.home_row()])
    calls = talk.say(talk.html("chat-export-done", count=result.rows, id=result.id), [talk.home_row()])
    for one in result.files:
        part = one.path.name.removeprefix(target.stem).rpartition(".")[0].strip(".")
        shown = f"{name}{'-' + part if part else ''}{one.path.suffix}"
        calls.append({
            "method": "sendDocument", "chat_id": talk.chat, "document": "attach://document",
            "$files": {"document": {"path": str(one.path), "name": shown}},
        })  # fmt: skip
    return calls
