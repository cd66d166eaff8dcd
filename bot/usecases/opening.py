"""
Records that acts open (an `Open` effect): a form begun for whoever fills it, with what is known already in place.

What is opened is a draft: the facts of the act stand in it, the rest is for a person to say. Where its record type does
not exist yet, or nobody holds a post that fills it, the effect is kept and carried out as soon as that has changed.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.forms.core.draft import About, Draft, Event
from bot.forms.core.machine import advance, begin, reopened
from bot.forms.core.types import CompiledType
from bot.kept import Message, PendingEffect
from bot.people import Person
from bot.usecases.ports import Store, Unit
from bot.usecases.world import World

Rows = tuple[tuple[tuple[str, Mapping[str, Any], str], ...], ...]


class Opening:
    """One per process; no state."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def open(self, unit: Unit, effect: PendingEffect, actor: Person | None = None) -> bool:
        """
        Stage the draft an effect asks for and tell its owner; False where it must wait.

        *actor* fills it where a post of theirs does, else the first who holds one at the node.
        """
        registry = self.world.registry
        if effect.type not in registry or effect.doc.get("kind") != "Open":
            return False
        kind, doc = registry[effect.type], effect.doc
        owner = await self._owner(unit, kind, str(doc["org"]), actor)
        if owner is None:
            return False
        draft = await self._draft(unit, kind, owner, doc)
        unit.drafts.add(replace(draft, rev=1))
        told = {"type": kind.id, "receipt": doc.get("receipt", ""), "period": ""}
        buttons: Rows = ((("told-opened-go", {}, f"d:go:{draft.id}"),),)
        unit.outbox.tell(Message(f"{effect.key}:opened", owner.id, "told-opened", told, buttons))
        return True

    async def carry_out_kept(self, store: Store) -> int:
        """Carry out what waited for a type that is there now, each in a transaction of its own; how many were."""
        done = 0
        for kind in self.world.registry:
            for effect in await store.unit().pending_effects(kind.id):
                unit = store.unit()
                if await self.open(unit, effect):
                    unit.drop_effect(effect.key)
                    await store.commit(unit)
                    done += 1
        return done

    async def _owner(self, unit: Unit, kind: CompiledType, org: str, actor: Person | None) -> Person | None:
        day = self.world.today()
        fills = kind.type.access.fills
        if actor is not None and any(post.org == org and post.role in fills for post in actor.held(day)):
            return actor
        for role in fills:
            if found := await unit.people.holders([role], org=org):
                return found[0]
        return None

    async def _draft(self, unit: Unit, kind: CompiledType, owner: Person, doc: Mapping[str, Any]) -> Draft:
        plan = kind.plan
        known = {name: value for name, value in doc["values"].items() if name in plan.root.by_name}
        about = About(kind.id, owner.id, str(doc["org"]))
        draft = Draft(secrets.token_urlsafe(8), about, plan.version)
        facts = await self.world.facts(unit, draft, plan, owner)
        turn = begin(plan, draft.id, about, facts)
        turn, facts = await self.world.supplied(unit, plan, turn, facts)
        filled = {**turn.draft.answers, **reopened(plan, known)}
        return advance(plan, replace(turn.draft, answers=filled), Event("show"), facts).draft
