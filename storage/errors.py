"""What goes wrong inside storage and never leaves it."""

from __future__ import annotations


class Taken(Exception):
    """A row with this key is there already (a unique index said so)."""


class Refused(Exception):
    """Something in a group of units could not be carried out: redo them one by one."""


class Passing(Exception):
    """The database could not just now (locked, deadlock, serialisation): the same again may work."""


class Lost(Exception):
    """The connection broke. ``committed``: True, False, or None where nobody can know."""

    def __init__(self, committed: bool = False) -> None:
        super().__init__()
        self.committed = committed
