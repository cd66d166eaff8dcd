"""The shelf: every record somebody may read, type by type, whether anybody waits for them or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from bot.errors import RecordNotFound
from bot.forms.core.types import CompiledType
from bot.kept import Filter
from bot.people import OFFICES, Org, Person, scope_of
from bot.usecases.ports import Unit
from bot.usecases.world import World

Part = Literal["all", "open", "done"]
PARTS: Final[Mapping[str, Part]] = {"a": "all", "o": "open", "d": "done"}


class Shelf:
    """What a post lets somebody read. What is their own is found by name (reading.py: mine)."""

    def __init__(self, world: World) -> None:
        self.world, self.registry = world, world.registry

    def types(self, person: Person) -> list[CompiledType]:
        """Types of which somebody may read more than what is their own; told by their posts, without a look at records."""
        return [kind for kind in self.registry if self._paths(kind, person)]

    def _paths(self, kind: CompiledType, person: Person) -> tuple[str, ...]:
        return scope_of(person, dict(kind.type.access.reads), self.world.today())[0]

    async def counts(self, unit: Unit, person: Person) -> list[tuple[CompiledType, int]]:
        """The types that have records somebody may read, with how many."""
        found = []
        for kind in self.types(person):
            count = await unit.records.count(Filter(type=kind.id, paths=self._paths(kind, person)))
            if count:
                found.append((kind, count))
        return found

    async def where(self, unit: Unit, person: Person, type_id: str, part: Part, org_id: str = "") -> Filter:
        """
        The filter of one list; *org_id*: only of this node.

        Raises:
            RecordNotFound: no such type or node, or no right to read it there.
        """
        if type_id not in self.registry or not (paths := self._paths(self.registry[type_id], person)):
            raise RecordNotFound()
        if org_id:
            org = await unit.people.org(org_id)
            if org is None or not org.path.startswith(paths):
                raise RecordNotFound()
            paths = (org.path,)
        return Filter(type=type_id, paths=paths, states=states_of(self.registry[type_id], part))

    def wide(self, type_id: str, person: Person) -> bool:
        """Whether somebody reads this type of several places, so that the place tells records apart."""
        reads = self.registry[type_id].type.access.reads
        return any(post.level in OFFICES and post.role in reads for post in person.held(self.world.today()))

    async def places(self, unit: Unit, person: Person, type_id: str) -> Sequence[Org]:
        """The branches whose records of this type somebody may read, in the order of the tree."""
        if type_id not in self.registry:
            raise RecordNotFound()
        found: dict[str, Org] = {}
        for path in self._paths(self.registry[type_id], person):
            found.update((org.id, org) for org in await unit.people.orgs(under=path, level="branch"))
        return list(found.values())

    @staticmethod
    def named(places: Sequence[Org], text: str) -> list[Org]:
        """The places that *text* means: the number in the list, the code, or a part of the name."""
        if text.isascii() and text.isdigit() and len(text) < 4:
            return list(places[int(text) - 1 : int(text)]) if int(text) else []
        exact = [org for org in places if text.upper() == org.id or text in (org.short, org.name)]
        return exact or [org for org in places if text in org.short or text in org.name]


def states_of(kind: CompiledType, part: Part) -> tuple[str, ...]:
    """The states of a part: where nothing follows any more (done), where something does (open); none: all."""
    ends = set(kind.type.workflow.ends)
    if part == "done":
        return tuple(sorted(ends))
    if part == "open":
        return tuple(
            sorted({state for step in kind.transitions.values() for state in step.transition.frm} - ends)
        )
    return ()


__all__ = ["PARTS", "Part", "Shelf", "states_of"]
