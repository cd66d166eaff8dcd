"""What happens on the WebSocket: kept before acknowledged, once, in order, nothing lost over a break."""

from __future__ import annotations

import json
from pathlib import Path

import aiohttp
import pytest

from tests.web.house import House, Limits, house


async def test_first_visit_starts_the_talk_by_itself(served: House, client: aiohttp.ClientSession) -> None:
    """Nobody has to know what /start is; and it is started once, however many pages open."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page, served.page(client, "member") as other:
        await page.shows(1)
        await other.shows(1)
        await page.done("key-00000001", kind="text", text="你好")
        assert page.texts() == [page.texts()[0], "你好", "您写“你好”，已保存。"]
        assert page.texts()[0].startswith("您好，张某某同志")


async def test_tap_edits_in_place_and_asks_on(served: House, client: aiohttp.ClientSession) -> None:
    """A pressed option turns its question into the echo, at its place, and the next question stands last."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        await page.done("key-00000001", kind="tap", line=1, data="go")
        await page.done("key-00000002", kind="tap", line=2, data="a:0:2")
        lines = page.lines()
        assert list(lines) == [1, 2, 3]
        assert lines[2]["text"] == "本月开了几次支委会？\n2，已保存。"
        assert "reply_markup" not in lines[2]
        wish = {"keyboard": "numeric", "placeholder": "例如 2 或 两次", "quiet": 1}
        assert lines[3]["reply_markup"]["lianxin"] == wish
        assert lines[3]["entities"][0]["type"] == "bold"


async def test_same_key_acts_once(served: House, client: aiohttp.ClientSession) -> None:
    """A page that did not hear the answer sends again; the effect and the reply stay single."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        for _ in range(5):
            await page.done("key-00000001", kind="text", text="两次")
        assert page.texts()[1:] == ["两次", "您写“两次”，已保存。"]


async def test_not_kept_is_not_acknowledged(served: House, client: aiohttp.ClientSession) -> None:
    """When the store is away, the page hears "later" instead of "ack"; sent again it is done, once."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        served.inbox.before = 1
        await page.do("key-00000001", kind="text", text="两次")
        later = await page.until("later", key="key-00000001")
        assert "自动再试" in later["text"]
        assert all(event.get("key") != "key-00000001" for event in page.heard if event["t"] == "ack")
        await page.done("key-00000001", kind="text", text="两次")
        assert page.texts()[1:] == ["两次", "您写“两次”，已保存。"]


async def test_crash_between_effect_and_answer(served: House, client: aiohttp.ClientSession) -> None:
    """The effect was kept, the answer was not shown: the same key brings the stored answer, once."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        await page.done("key-00000001", kind="tap", line=1, data="go")
        served.inbox.after = 1
        await page.do("key-00000002", kind="tap", line=2, data="a:0:2")
        await page.until("later", key="key-00000002")
        assert page.lines()[2]["text"].startswith("月度汇报")
        await page.done("key-00000002", kind="tap", line=2, data="a:0:2")
        await page.done("key-00000002", kind="tap", line=2, data="a:0:2")
        assert [text.splitlines()[0] for text in page.texts()[1:]] == [
            "本月开了几次支委会？",
            "月度汇报 · 清溪村党支部 · 2026年11月　2/9",
        ]


async def test_late_repeat_does_not_undo_what_came_after(
    served: House, client: aiohttp.ClientSession
) -> None:
    """An edit is done once per key: a repeat of an old tap leaves the newer state of the line alone."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        await page.done("key-00000001", kind="tap", line=1, data="go")
        await page.done("key-00000002", kind="tap", line=2, data="a:0:2")
        await page.done("key-00000003", kind="tap", line=2, data="back:1")
        newest = page.lines()[2]["text"]
        assert newest.startswith("月度汇报")
        await page.done("key-00000002", kind="tap", line=2, data="a:0:2")
        assert page.lines()[2]["text"] == newest


async def test_resume_from_the_last_event(served: House, client: aiohttp.ClientSession) -> None:
    """Whatever changed while a page was away comes once, as it is now: new, edited and deleted lines."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        await page.done("key-00000001", kind="tap", line=1, data="go")
        seen = page.heard[-1].get("seq") or max(event.get("seq", 0) for event in page.heard)
        async with served.page(client, "member", since=seen) as other:
            assert (await other.hear())["changes"] == []
            await other.done("key-00000002", kind="tap", line=2, data="a:0:2")
            await other.done("key-00000003", kind="tap", line=3, data="later")
    async with served.page(client, "member", since=seen) as page:
        welcome = await page.hear()
        assert not welcome["fresh"]
        assert [(change["t"], change["id"]) for change in welcome["changes"]] == [("put", 2), ("gone", 3)]


async def test_unknown_past_starts_from_the_end(served: House, client: aiohttp.ClientSession) -> None:
    """An event number from another database, or too long ago, is answered with the newest lines."""
    await served.enter(client, "member")
    async with served.page(client, "member", since=9_999_999) as page:
        assert (await page.hear())["fresh"]


async def test_history_pages_upwards(served: House, client: aiohttp.ClientSession) -> None:
    """A long chat comes from its end, and what is older when it is asked for, without gap or overlap."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        for n in range(45):
            await page.done(f"key-{n:08}", kind="text", text=f"第{n}句")
    async with served.page(client, "member") as page:
        welcome = await page.hear()
        assert welcome["more"]
        assert [each["id"] for each in welcome["lines"]] == list(range(52, 92))
        await page.ws.send_json({"t": "more", "before": 52})
        older = await page.until("page")
        assert [each["id"] for each in older["lines"]] == list(range(12, 52))
        await page.ws.send_json({"t": "more", "before": 12})
        oldest = await page.until("page", before=12)
        assert [each["id"] for each in oldest["lines"]] == list(range(1, 12))
        assert not oldest["more"]


async def test_two_devices_show_the_same_chat(served: House, client: aiohttp.ClientSession) -> None:
    """What one device does, the other sees; only the device that tapped gets the word in passing."""
    await served.enter(client, "member")
    async with served.client() as second:
        await served.enter(second, "member")
        async with served.page(client, "member") as one, served.page(second, "member") as two:
            await one.shows(1)
            await two.shows(1)
            heard = await one.done("key-00000001", kind="tap", line=1, data="details")
            assert next(event for event in heard if event["t"] == "answer") == {
                "t": "answer", "key": "key-00000001", "text": "只有支部和镇组织办能看到。", "alert": True,
            }  # fmt: skip
            await two.done("key-00000002", kind="text", text="甲")
            await one.shows(3)
            assert one.lines() == two.lines()


async def test_two_people_never_see_each_other(served: House, client: aiohttp.ClientSession) -> None:
    """A chat is found by who is signed in, never by what the page claims."""
    await served.enter(client, "member")
    async with client.ws_connect("/chat/ws") as ws:
        await ws.send_json({"t": "hello", "v": 1, "chat": served.chat("secretary"), "since": 0})
        assert (await ws.receive_json()) == {"t": "bye", "why": "other"}
        assert (await ws.receive()).type is aiohttp.WSMsgType.CLOSE
    async with served.client() as second:
        await served.enter(second, "secretary")
        async with served.page(client, "member") as one, served.page(second, "secretary") as two:
            await one.done("key-00000001", kind="text", text="悄悄话")
            await two.done("key-00000002", kind="text", text="/whoami")
            assert two.texts()[1:] == ["/whoami", "李某某"]


async def test_trouble_in_a_handler_is_told_with_a_way_on(
    served: House, client: aiohttp.ClientSession
) -> None:
    """An update that cannot be carried out is set aside by the inbox; the person gets words and a button."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        await page.done("key-00000001", kind="text", text="/boom")
        last = list(page.lines().values())[-1]
        [[again]] = last["reply_markup"]["inline_keyboard"]
        assert len(again["callback_data"].encode()) <= 64
        await page.done("key-00000002", kind="tap", line=3, data=again["callback_data"])


async def test_text_is_cleaned_once_at_the_edge(served: House, client: aiohttp.ClientSession) -> None:
    """NUL, control characters and lone surrogates never get past the page's door."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        raw = '{"t":"do","key":"key-00000001","act":{"kind":"text","text":"甲\\u0000乙\\ud800丙\\u0007\\r\\n丁"}}'
        await page.ws.send_str(raw)
        await page.until("ack")
        assert page.texts()[1] == "甲乙丙\n丁"


BAD = [
    {"kind": "text", "text": ""},
    {"kind": "text", "text": "甲" * 4097},
    {"kind": "text", "text": 7},
    {"kind": "text"},
    {"kind": "tap", "line": 0, "data": "go"},
    {"kind": "tap", "line": True, "data": "go"},
    {"kind": "tap", "line": 10**30, "data": "go"},
    {"kind": "tap", "line": 1, "data": "甲" * 22},
    {"kind": "tap", "line": 1, "data": ["go"]},
    {"kind": "photo", "file": "../../etc/passwd"},
    {"kind": "photo", "file": "0" * 32},
    {"kind": "document"},
    {"kind": "location", "latitude": "NaN", "longitude": 1},
    {"kind": "location", "latitude": 91, "longitude": 1},
    {"kind": "location", "latitude": 1e309, "longitude": 1},
    {"kind": "command", "command": "start"},
    {"kind": "command", "command": "/" + "x" * 60},
    {"kind": "nothing"},
    [],
    None,
    "text",
]


async def test_what_is_no_action_is_refused(served: House, client: aiohttp.ClientSession) -> None:
    """The page is told once and for all; nothing reaches the inbox, and the connection lives on."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.shows(1)
        reached = len(served.inbox.keys)
        for n, act in enumerate(BAD):
            await page.ws.send_str(json.dumps({"t": "do", "key": f"key-{n:08}", "act": act}))
            refused = await page.until("refused", key=f"key-{n:08}")
            assert refused["text"]
        assert len(served.inbox.keys) == reached
        await page.done("key-99999999", kind="text", text="还在")


@pytest.mark.parametrize(
    "word",
    [
        "no json",
        "[1]",
        "{}",
        '{"t":"do","key":"k"}',
        '{"t":"do","key":"' + "k" * 37 + '"}',
        '{"t":"more","before":"x"}',
        "[" * 50_000,
    ],
)
async def test_nonsense_ends_the_connection(served: House, client: aiohttp.ClientSession, word: str) -> None:
    """What no page of ours says is not answered for long."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.hear()
        await page.ws.send_str(word)
        while (message := await page.ws.receive(timeout=10)).type is aiohttp.WSMsgType.TEXT:
            pass
        assert message.type is aiohttp.WSMsgType.CLOSE
        assert page.ws.close_code == 4000


async def test_hello_first(tmp_path: Path, database: Path) -> None:
    """A connection that says nothing is closed."""
    async with (
        house(tmp_path, database=database, limits=Limits(hello=0.1)) as served,
        served.client() as client,
    ):
        await served.enter(client, "member")
        async with client.ws_connect("/chat/ws") as ws:
            assert (await ws.receive(timeout=10)).type is aiohttp.WSMsgType.CLOSE


async def test_signed_out_pages_hear_of_it(served: House, client: aiohttp.ClientSession) -> None:
    """Signing a device out closes its pages at once and no other's."""
    await served.enter(client, "member")
    async with served.client() as second:
        await served.enter(second, "member")
        async with served.page(client, "member") as one, served.page(second, "member") as two:
            await two.hear()
            async with client.post("/leave", allow_redirects=False) as answer:
                assert answer.status == 303
            await one.until("bye")
            assert (await one.ws.receive(timeout=10)).type is aiohttp.WSMsgType.CLOSE
            assert one.ws.close_code == 4001
            await two.done("key-00000001", kind="text", text="我还在")


async def test_language_chosen_in_the_chat_reaches_the_page(
    served: House, client: aiohttp.ClientSession
) -> None:
    """The page is told, so that its own words follow."""
    await served.enter(client, "member")
    async with served.page(client, "member") as page:
        await page.do("key-00000001", kind="text", text="/lang")
        assert (await page.until("lang"))["lang"] == "en"
    async with client.get("/chat") as answer:
        assert '<html lang="en">' in await answer.text()


async def test_slow_page_is_cut_off_and_misses_nothing(served: House, client: aiohttp.ClientSession) -> None:
    """More events than a page keeps up with close it; coming back with its number it gets the rest."""
    await served.enter(client, "member")
    chat = int(served.chat("member"))
    async with served.page(client, "member") as page:
        await page.shows(1)
        # a burst within one turn of the loop: no connection can have taken any of it
        for n in range(500):
            served.hub.publish(str(chat), {"t": "typing", "action": str(n)})
        while (message := await page.ws.receive(timeout=10)).type is aiohttp.WSMsgType.TEXT:
            pass
        assert message.type is aiohttp.WSMsgType.CLOSE
        assert page.ws.close_code == 4008
    await served.bot.send_message(chat, "补上的")
    async with served.page(client, "member", since=1) as page:
        welcome = await page.hear()
        assert [change["line"]["text"] for change in welcome["changes"]] == ["补上的"]
