"""The list behind the menu button: commands with their descriptions; of somebody we know, those their posts can use."""

from __future__ import annotations

from bot.forms.core.types import CompiledType
from bot.people import Person
from bot.services import Services

COMMON = ("menu", "todo", "mine", "records", "export", "cancel", "help", "language", "privacy", "settings")
FIRST = 4  # of them stand before the forms


def commands(services: Services, lang: str, person: Person | None = None) -> tuple[tuple[str, str], ...]:
    """
    (name, description): the forms first, then what always helps. Telegram: names of a-z, 0-9 and _, 1 to 32.

    *person*: leaves out what none of their posts of today can use; it is refused wherever it is typed, whatever a menu shows.
    """
    kinds = [kind for kind in services.registry if "." not in kind.id]
    forms = [
        (kind.id, services.texts.text(kind.id, lang))
        for kind in kinds
        if person is None or may_fill(services, person, kind)
    ]
    no_use = set()
    if person is not None and not any(may_export(services, person, kind) for kind in kinds):
        no_use.add("export")
    if person is not None and not services.reading.shelf.types(person):
        no_use.add("records")
    common = [(name, services.texts.text(f"command-{name}", lang)) for name in COMMON]
    first, last = common[:FIRST], common[FIRST:]
    return tuple(one for one in (*first, *forms, *last) if one[0] not in no_use)


def may_fill(services: Services, person: Person, kind: CompiledType) -> bool:
    """Whether any post of today fills this type."""
    fills = kind.type.access.fills
    return "." not in kind.id and any(post.role in fills for post in person.held(services.world.today()))


def may_export(services: Services, person: Person, kind: CompiledType) -> bool:
    """Whether any post of today exports this type."""
    return any(post.role in kind.type.access.exports for post in person.held(services.world.today()))
