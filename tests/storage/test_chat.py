"""What stands in the built-in chat: lines that keep their place, changes that are counted, causes that act once."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.kept import ChatLine
from storage import DatabaseStore
from tests.storage.conftest import OpenStore


def doc(text: str) -> dict[str, Any]:
    """A line of the bot's."""
    return {"own": False, "message": {"text": text}}


def ids(lines: Any) -> list[int]:
    return [line.id for line in lines]


async def test_history(store: DatabaseStore) -> None:
    """Lines are numbered per chat, read back oldest first, page by page, deleted ones left out."""
    for number in range(1, 8):
        line = await store.chat.append("c1", doc(f"第{number}条"))
        assert line == ChatLine("c1", number, number, doc(f"第{number}条"))
    assert (await store.chat.append("c2", {})).id == 1
    assert await store.chat.history("c1", limit=3) == [
        ChatLine("c1", number, number, doc(f"第{number}条")) for number in (5, 6, 7)
    ]
    assert ids(await store.chat.history("c1", before=5, limit=3)) == [2, 3, 4]
    assert await store.chat.history("c1", before=1) == []
    assert await store.chat.history("nobody") == []
    await store.chat.edit("c1", 6, None)
    assert ids(await store.chat.history("c1", limit=3)) == [4, 5, 7]


async def test_edit(store: DatabaseStore) -> None:
    """A line changes in its place and gets a new sequence number; what is not there, or not any more, cannot."""
    await store.chat.append("c1", doc("一"))
    await store.chat.append("c1", doc("二"))
    assert await store.chat.edit("c1", 1, doc("壹")) == ChatLine("c1", 1, 3, doc("壹"))
    assert await store.chat.line("c1", 1) == ChatLine("c1", 1, 3, doc("壹"))
    assert await store.chat.edit("c1", 3, doc("叁")) is None
    assert await store.chat.edit("c2", 1, doc("叁")) is None
    assert await store.chat.edit("c1", 1, None) == ChatLine("c1", 1, 4, None)
    assert await store.chat.edit("c1", 1, None) is None
    assert await store.chat.edit("c1", 1, doc("又来")) is None
    assert await store.chat.line("c1", 1) == ChatLine("c1", 1, 4, None)
    assert await store.chat.last_seq("c1") == 4
    assert (await store.chat.append("c1", doc("三"))).id == 3


async def test_since(store: DatabaseStore) -> None:
    """Whoever has seen everything up to a number gets each line that changed since, once, as it is now."""
    for text in "一二三":
        await store.chat.append("c1", doc(text))
    await store.chat.edit("c1", 2, doc("贰"))
    await store.chat.edit("c1", 2, doc("弍"))
    await store.chat.edit("c1", 1, None)
    await store.chat.append("c1", doc("四"))
    assert await store.chat.since("c1", 3, 10) == [
        ChatLine("c1", 2, 5, doc("弍")),
        ChatLine("c1", 1, 6, None),
        ChatLine("c1", 4, 7, doc("四")),
    ]
    assert ids(await store.chat.since("c1", 3, 2)) == [2, 1]
    assert await store.chat.since("c1", 7, 10) == []
    assert (await store.chat.last_seq("c1"), await store.chat.last_seq("nobody")) == (7, 0)


async def test_once(store: DatabaseStore, open_again: OpenStore) -> None:
    """The same cause changes a chat once, also from another process and long after; each chat has its own."""
    first = await store.chat.append("c1", doc("通知"), origin="n-1")
    await store.chat.edit("c1", 1, doc("改一"), origin="e-1")
    await store.chat.edit("c1", 1, doc("改二"))
    async with open_again() as other:
        for of in (store, other):
            assert (await of.chat.append("c1", doc("通知"), origin="n-1")).id == first.id
            assert await of.chat.edit("c1", 1, doc("改一"), origin="e-1") is None
            assert await of.chat.of_origin("c1", "e-1") == ChatLine("c1", 1, 3, doc("改二"))
            assert await of.chat.of_origin("c1", "n-2") is None
        assert (await other.chat.append("c2", doc("通知"), origin="n-1")).seq == 1
    assert await store.chat.last_seq("c1") == 3
    assert await store.chat.edit("c1", 9, doc("没有"), origin="e-2") is None
    assert await store.chat.of_origin("c1", "e-2") is None


async def test_together(store: DatabaseStore, open_again: OpenStore) -> None:
    """Fifty lines and fifty edits at once from two processes: no number twice, none left out, causes once."""
    await store.chat.append("c1", doc("一"))
    async with open_again() as other:
        lines = await asyncio.gather(
            *(of.chat.append("c1", {"n": n}) for n in range(25) for of in (store, other)),
            *(of.chat.append("c1", {"n": n}, origin=f"n-{n}") for n in range(10) for of in (store, other)),
        )
        edits = await asyncio.gather(
            *(of.chat.edit("c1", 1, {"n": n}) for n in range(25) for of in (store, other))
        )
    assert {line.id for line in lines} == set(range(2, 62))
    assert sorted(line.seq for line in edits if line) == list(range(62, 112))
    assert len(await store.chat.history("c1", limit=100)) == 61


async def test_facts(store: DatabaseStore) -> None:
    """What is kept beside the lines, by name, replaced as a whole."""
    assert await store.chat.facts("c1") == {}
    await store.chat.keep_fact("c1", "commands", [{"command": "start"}])
    await store.chat.keep_fact("c1", "menu", None)
    await store.chat.keep_fact("c1", "commands", [])
    assert await store.chat.facts("c1") == {"commands": [], "menu": None}
