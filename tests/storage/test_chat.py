"""The messages of the built-in chat."""

from __future__ import annotations

import asyncio

from storage import DatabaseStore
from tests.storage.conftest import OpenStore


async def test_history(store: DatabaseStore) -> None:
    """Messages are numbered per chat, read back oldest first, page by page."""
    for number in range(1, 8):
        assert (
            await store.chat.append("c1", "in" if number % 2 else "out", {"text": f"第{number}条"}) == number
        )
    assert await store.chat.append("c2", "out", {}) == 1
    page = await store.chat.history("c1", limit=3)
    assert [(found.message_id, found.direction, found.doc) for found in page] == [
        (5, "in", {"text": "第5条"}),
        (6, "out", {"text": "第6条"}),
        (7, "in", {"text": "第7条"}),
    ]
    assert [found.message_id for found in await store.chat.history("c1", before=5, limit=3)] == [2, 3, 4]
    assert await store.chat.history("c1", before=1) == []
    assert await store.chat.history("nobody") == []


async def test_edit(store: DatabaseStore) -> None:
    """A message is edited in place and deleted; what is not there cannot be."""
    await store.chat.append("c1", "out", {"text": "一", "buttons": [["好"]]})
    assert await store.chat.edit("c1", 1, {"text": "二"})
    found = await store.chat.get("c1", 1)
    assert found is not None
    assert found.doc == {"text": "二"}
    assert found.edited_at >= found.at
    assert not await store.chat.edit("c1", 2, {})
    assert not await store.chat.edit("c2", 1, {})
    assert await store.chat.delete("c1", 1)
    assert not await store.chat.delete("c1", 1)
    assert await store.chat.get("c1", 1) is None


async def test_together(store: DatabaseStore, open_again: OpenStore) -> None:
    """Fifty messages at once from two processes: fifty numbers, none twice, none left out."""
    async with open_again() as other:
        numbers = await asyncio.gather(
            *(of.chat.append("c1", "in", {"n": n}) for n in range(25) for of in (store, other))
        )
    assert sorted(numbers) == list(range(1, 51))
    assert len(await store.chat.history("c1", limit=100)) == 50
