"""What there is already of what an office or a member owes for a period, and how far it has come."""

from __future__ import annotations

from bot.forms.core.types import CompiledType
from bot.handlers import form
from bot.handlers.heads import about_words, head_line
from bot.handlers.render import Rows, button
from bot.handlers.talk import Call, Talk
from bot.usecases.periods import is_filed, told_lately


async def filed(talk: Talk) -> str:
    """What there is already of what my posts owe for this period: 本期已报：月度汇报 2026年10月; 待审签：… where it is on its way."""
    day, answers, show = talk.services.world.today(), talk.services.answers, form.renderer(talk)
    said: dict[str, dict[str, None]] = {"": {}}  # by state, "" for what is filed
    for kind in talk.services.registry:
        owed = kind.type.obligation
        for post in talk.who.held(day) if owed is not None else ():
            if owed is None or post.role not in owed.roles:
                continue
            for head in await told_lately(talk.services.world, talk.unit, kind, post.org, talk.who.id):
                if head.state == "returned":
                    continue  # it stands in 待办
                state = "" if is_filed(kind, head) else show.state_name(head.type, head.state, talk.lang)
                bits = (
                    talk.text(kind.id),
                    answers.wording.period(head.period, talk.lang),
                    about_words(talk, head),
                )
                said.setdefault(state, {})[" ".join(bit for bit in bits if bit)] = None
    return "\n".join(
        talk.html("home-on-its-way" if state else "home-filed", state=state, what=answers.wording.joined(what, talk.lang))
        for state, what in said.items() if what
    )  # fmt: skip


async def all_there(talk: Talk, kind: CompiledType, org: str) -> list[Call]:
    """Nothing is left to be reported: what there is, as far as it has come, each behind a button of its own."""
    heads = await told_lately(talk.services.world, talk.unit, kind, org, talk.who.id)
    show, wording = form.renderer(talk), talk.services.answers.wording
    on_its_way = [
        f"{wording.period(head.period, talk.lang)} {show.state_name(head.type, head.state, talk.lang)}"
        for head in heads if not is_filed(kind, head)
    ]  # fmt: skip
    key = "new-all-on-its-way" if on_its_way else "new-all-filed"
    text = talk.html(key, form=talk.text(kind.id), what=wording.joined(on_its_way, talk.lang))
    rows: Rows = [[button(head_line(talk, head), f"r:view:{head.id}")] for head in reversed(heads)]
    return talk.say(text, [*rows, talk.home_row()])
