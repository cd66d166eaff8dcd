"""What an act causes: messages to people, other records. Carried out in the transaction of the act, once each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.answers import Answers
from bot.forms.core.acts import Done, Due, led_to, marks_of
from bot.forms.core.model import Agree, Move, Notify, Open
from bot.forms.core.records import Record
from bot.forms.core.types import CompiledType
from bot.kept import Message, PendingEffect
from bot.people import Person
from bot.usecases.opening import Opening
from bot.usecases.ports import Unit
from bot.usecases.spots import mark_words
from bot.usecases.world import World

Rows = tuple[tuple[tuple[str, Mapping[str, Any], str], ...], ...]
TAKEN_BACK = ("withdrawn", "void")


class Effects:
    """Carries effects out, or keeps those that must wait (opening.py)."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.opening = Opening(world)

    async def carry_out(self, unit: Unit, kind: CompiledType, done: Done, actor: Person | None) -> None:
        """Stage everything *done* causes; who is meant twice (filler and promiser in one) is told once."""
        told: set[tuple[str, str]] = set()
        for due in done.effects:
            if isinstance(due.effect, Notify):
                await self._tell(unit, kind, done.record, due, due.effect, actor, told)
            elif isinstance(due.effect, Agree):
                way = f"form:{done.record.receipt}"
                unit.people.set_consent(done.record.subject or done.record.filler, due.effect.version, way)
            elif isinstance(due.effect, Open):
                effect = self._waiting(done.record, due, due.effect.type)
                if not await self.opening.open(unit, effect, actor):
                    unit.keep_effect(effect)
            elif isinstance(due.effect, Move):
                unit.keep_effect(self._waiting(done.record, due, done.record.type))
        if done.record.state in TAKEN_BACK:
            await self._forget(unit, kind, set(led_to(done.record)))

    @staticmethod
    async def _forget(unit: Unit, kind: CompiledType, led: set[str]) -> None:
        """Drop what a record led to and nobody has begun yet."""
        for type_id in {effect.type for effect in kind.type.workflow.leads} if led else ():
            for waiting in await unit.pending_effects(type_id):
                if waiting.key in led:
                    unit.drop_effect(waiting.key)

    @staticmethod
    def _waiting(record: Record, due: Due, type_id: str) -> PendingEffect:
        """The effect as it waits for its record type, under its key."""
        effect = due.effect
        doc = {
            "kind": type(effect).__name__, "from": record.id, "receipt": record.receipt, "org": record.org,
            "values": {name: _plain(value) for name, value in due.values.items()},
            "link": effect.link if isinstance(effect, Move) else "", "transition": effect.transition if isinstance(effect, Move) else "",
        }  # fmt: skip
        return PendingEffect(due.key, type_id, doc)

    async def _tell(
        self, unit: Unit, kind: CompiledType, record: Record, due: Due, effect: Notify, actor: Person | None,
        told: set[tuple[str, str]],
    ) -> None:  # fmt: skip
        for person_id in await self.recipients(unit, record, effect.to):
            if (actor is not None and person_id == actor.id) or (person_id, effect.key) in told:
                continue
            told.add((person_id, effect.key))
            args: dict[str, Any] = {"type": kind.id, "receipt": record.receipt, "period": record.period}
            buttons: Rows = ((("button-view", {}, f"r:view:{record.id}"),),)
            if record.state == "returned" and person_id in (record.filler, record.proxy_for):
                marks = await self._marks(unit, kind, record, person_id)
                args |= {"count": len(marks), "marks": marks, "due": record.due_at, **self._who(actor)}
                buttons = tuple(
                    (("told-fix-one", {"n": n + 1}, f"r:fix:{record.id}:{n}"),)
                    for n in range(min(len(marks), 20))
                )
            unit.outbox.tell(Message(f"{due.key}:{person_id}", person_id, effect.key, args, buttons))

    def _who(self, actor: Person | None) -> dict[str, str]:
        """Who sent it back, by post and name, and the number to ring ("none" where there is none)."""
        if actor is None:
            return {"who": "", "phone": "none"}
        title = next((post.title for post in actor.held(self.world.today()) if post.title), "")
        return {"who": f"{title} {actor.name}".strip(), "phone": actor.phone or "none"}

    async def _marks(self, unit: Unit, kind: CompiledType, record: Record, person_id: str) -> list[str]:
        """The marks of a return in the words of who must mend them: 本月工作第2项 · 日期：不清楚，请写清人数."""
        person = await unit.people.person(person_id)
        lang = person.lang if person is not None else "zh-Hans"
        answers = Answers(self.world.texts)
        return [
            mark_words(answers, kind.plan, record.answers, key, mark, lang)
            for key, mark in marks_of(record).items()
        ]

    async def recipients(self, unit: Unit, record: Record, to: str) -> Sequence[str]:
        """
        Persons of a ``Notify.to``: ``filler`` · ``subject`` · ``reviewer`` (who returned it last) · ``named:<field>`` ·
        ``role:<role>@own|town|county``.
        """
        if to == "filler":
            return [record.filler]
        if to == "subject":
            return [record.subject] if record.subject else []
        if to == "reviewer":
            return [act.by for act in record.acts if act.name in ("return", "open")][-1:]
        what, _, rest = to.partition(":")
        if what == "named":
            found = record.answers.get(rest)
            return [found["id"]] if isinstance(found, dict) and found.get("id") else []
        role, _, at = rest.partition("@")
        if at == "own":
            holders = await unit.people.holders([role], org=record.org)
        else:
            holders = await unit.people.holders([role], at_or_above=record.org_path)
        return [one.id for one in holders]


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, bool, type(None), list, dict)) else str(value)
