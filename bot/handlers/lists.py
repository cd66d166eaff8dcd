"""
The shelf in a chat: which type, then its records newest first, one button each, by state and (for offices) by village.

l:<type>:<part>:<village or ->:<offset>, lv:<type>:<part>:<offset>; a village, or a receipt, may be typed as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers import asked, form
from bot.handlers.heads import PAGE, head_line, number, paged
from bot.handlers.records import view
from bot.handlers.render import Rows, button
from bot.handlers.talk import Call, Talk
from bot.kept import RecordHead
from bot.people import Org
from bot.usecases.shelf import PARTS

EVERYWHERE = "-"
RECEIPT = "LX-"
VILLAGE_PAGE = 16


async def types(talk: Talk) -> list[Call]:
    """Which type? Only those with records; no question where there is one."""
    await asked.leave(talk)
    found = await talk.services.reading.shelf.counts(talk.unit, talk.who)
    if not found:
        return talk.say(talk.html("list-types-none"), [talk.home_row()])
    if len(found) == 1:
        return await page(talk, found[0][0].id)
    rows: Rows = [
        [
            button(
                talk.text("list-type-count", type=talk.text(kind.id), count=count),
                f"l:{kind.id}:a:{EVERYWHERE}:0",
            )
        ]
        for kind, count in found
    ]
    return talk.say(talk.html("list-types"), [*rows, talk.home_row()])


async def page(
    talk: Talk,
    type_id: str = "",
    part: str = "a",
    village: str = EVERYWHERE,
    offset: str = "",
    *,
    said: str = "",
) -> list[Call]:
    """One page of records of a type."""
    if not type_id:
        return await types(talk)
    shelf = talk.services.reading.shelf
    part, village = part if part in PARTS else "a", village or EVERYWHERE
    org_id = "" if village == EVERYWHERE else village
    where = await shelf.where(talk.unit, talk.who, type_id, PARTS[part], org_id)
    wide, skip = shelf.wide(type_id, talk.who), number(offset)
    heads = await talk.unit.records.heads(where, limit=PAGE + 1, offset=skip)
    count = await talk.unit.records.count(where)
    org = await talk.unit.people.org(org_id) if org_id else None
    await asked.leave(talk)
    if wide and not talk.live:
        asked.remember(talk, "village", type=type_id, part=part)
    title = talk.html(
        "list-records" if count else "list-records-none", type=talk.text(type_id), count=count,
        part=talk.text(f"list-part-{PARTS[part]}"), where=org.short if org is not None else "none",
    )  # fmt: skip
    rows: Rows = [
        [button(await _line(talk, head, wide and org is None), f"r:view:{head.id}")] for head in heads[:PAGE]
    ]
    rows += paged(talk, len(heads) > PAGE, skip, lambda n: f"l:{type_id}:{part}:{village}:{n}", PAGE)
    rows.append([_part(talk, one, one == part, f"l:{type_id}:{one}:{village}:0") for one in PARTS])
    if wide:
        rows.append([button(talk.text("list-villages-door"), f"lv:{type_id}:{part}:0")])
        if org is not None:
            rows[-1].append(button(talk.text("list-villages-all"), f"l:{type_id}:{part}:{EVERYWHERE}:0"))
    return talk.say("\n".join(bit for bit in (said, title) if bit), [*rows, talk.home_row()])


def _part(talk: Talk, one: str, chosen: bool, data: str) -> dict[str, str]:
    return button(("✓ " if chosen else "") + talk.text(f"list-part-{PARTS[one]}"), data)


async def _line(talk: Talk, head: RecordHead, wide: bool) -> str:
    """清溪村 · 王某某 · 2026年11月 · 待核实 · 定期联系. *wide*: the list takes in several places, so each is named."""
    org = await talk.unit.people.org(head.org)
    place = org.short if org is not None else ""
    return head_line(talk, head, place=place, known=(talk.text(head.type), *(() if wide else (place,))))


async def villages(
    talk: Talk, type_id: str, part: str = "a", offset: str = "", *, said: str = ""
) -> list[Call]:
    """Which village? Tapped, or its name or its number in this list written."""
    places = await talk.services.reading.shelf.places(talk.unit, talk.who, type_id)
    form.forget(talk)  # what is typed now is a village; a form that is open waits on the home page
    asked.remember(talk, "village", type=type_id, part=part)
    return talk.say(
        "\n".join(bit for bit in (said, talk.html("list-villages", count=len(places))) if bit),
        _villages(talk, type_id, part, places, number(offset)),
    )


def _villages(talk: Talk, type_id: str, part: str, places: Sequence[Org], skip: int) -> Rows:
    made = [
        button(f"{n}. {org.short}", f"l:{type_id}:{part}:{org.id}:0")
        for n, org in enumerate(places[skip : skip + VILLAGE_PAGE], skip + 1)
    ]
    rows: Rows = [made[i : i + 2] for i in range(0, len(made), 2)]
    more = len(places) > skip + VILLAGE_PAGE
    rows += paged(talk, more, skip, lambda n: f"lv:{type_id}:{part}:{n}", VILLAGE_PAGE)
    return [
        *rows,
        [button(talk.text("list-villages-all"), f"l:{type_id}:{part}:{EVERYWHERE}:0")],
        talk.home_row(),
    ]


async def typed(talk: Talk, type_id: str, part: str, text: str) -> list[Call]:
    """A village in somebody's own words, or the number of a receipt."""
    words = "".join(text.split())
    if words.upper().startswith(RECEIPT):
        record = await talk.unit.records.by_receipt(words.upper())
        await asked.leave(talk)
        return await view(talk, record.id if record is not None else "")
    shelf = talk.services.reading.shelf
    found = shelf.named(await shelf.places(talk.unit, talk.who, type_id), words)
    if len(found) == 1:
        return await page(talk, type_id, part, found[0].id)
    if found:
        rows: Rows = [[button(org.name, f"l:{type_id}:{part}:{org.id}:0")] for org in found[:VILLAGE_PAGE]]
        return talk.say(talk.html("list-village-which", text=text), [*rows, talk.home_row()])
    return await villages(talk, type_id, part, said=talk.html("list-village-unknown", text=text))
