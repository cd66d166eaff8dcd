"""What happens on the WebSocket: kept before acknowledged, once, in order, nothing lost over a break."""

from __future__ import annotations

import aiohttp

from tests.web.house import House


async def test_first_visit_starts_the_talk_by_itself(served: House, client: aiohttp.ClientSession) -> None:
    """Nobody has to know what /start is; and it is started once, however many pages open."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page, served.page(client, "member") as other:
        await page.until("put")
        await other.until("put")
        await page.done("key-00000001", kind="text", text="你好")
        assert page.texts() == [page.texts()[0], "你好", "您写“你好”，已保存。"]
        assert page.texts()[0].startswith("您好，张某某同志")


async def test_tap_edits_in_place_and_asks_on(served: House, client: aiohttp.ClientSession) -> None:
    """A pressed option turns its question into the echo, at its place, and the next question stands last."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.until("put", id=1)
        await page.done("key-00000001", kind="tap", line=1, data="go")
        await page.done("key-00000002", kind="tap", line=2, data="a:0:2")
        lines = page.lines()
        assert list(lines) == [1, 2, 3]
        assert lines[2]["text"] == "本月开了几次支委会？\n2，已保存。"
        assert "reply_markup" not in lines[2]
        assert lines[3]["reply_markup"]["lianxin"] == {
            "keyboard": "numeric",
            "placeholder": "例如 2 或 两次",
            "quiet": 1,
        }
        assert lines[3]["entities"][0]["type"] == "bold"
