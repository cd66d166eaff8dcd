"""The list behind the menu button: commands with their descriptions."""

from __future__ import annotations

from bot.services import Services

COMMON = ("menu", "todo", "mine", "export", "cancel", "help", "language", "privacy", "settings")


def commands(services: Services, lang: str) -> tuple[tuple[str, str], ...]:
    """(name, description): the forms first, then what always helps. Telegram: names of a-z, 0-9 and _, 1 to 32."""
    forms = [
        (kind.id, services.texts.text(kind.id, lang)) for kind in services.registry if "." not in kind.id
    ]
    common = [(name, services.texts.text(f"command-{name}", lang)) for name in COMMON]
    return (*common[:3], *forms, *common[3:])
