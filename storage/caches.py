"""Small bounded caches, written through: what is often read and was last written here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Lru(Generic[K, V]):
    """The *most* last used; not for threads."""

    __slots__ = ("_items", "_most")

    def __init__(self, most: int) -> None:
        self._items: OrderedDict[K, V] = OrderedDict()
        self._most = most

    def get(self, key: K) -> V | None:
        """The value, now the last used."""
        found = self._items.get(key)
        if found is not None:
            self._items.move_to_end(key)
        return found

    def put(self, key: K, value: V) -> None:
        """Keep a value; the one longest unused goes when there are too many."""
        self._items[key] = value
        self._items.move_to_end(key)
        if len(self._items) > self._most:
            self._items.popitem(last=False)

    def drop(self, key: K) -> None:
        """Forget one."""
        self._items.pop(key, None)

    def clear(self) -> None:
        """Forget all."""
        self._items.clear()

    def __len__(self) -> int:
        return len(self._items)
