"""Updates on their way to the bot: webhook queues and repeats, getUpdates and its offset."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.botapi.base import Json
from tests.botapi.conftest import OPEN_TAP, Client, Sink
from tests.botapi.faults import Rule
from tests.botapi.people import User
from tests.botapi.server import FIRST_UPDATE_ID, BotApiDouble

FIRST = FIRST_UPDATE_ID
RIVAL = (
    "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


# ------------------------------------------------------------ webhook


async def test_updates_come_with_the_secret_and_are_acked(api: BotApiDouble, li: User, sink: Sink) -> None:
    """What was pending comes first; a 2xx acknowledges, and the ledger knows how."""
    api.deliver_to(sink.url, "s3cret")
    update = await api.acked(li.text("好"))
    assert sink.ids == [FIRST, update.id]
    assert sink.secrets == ["s3cret", "s3cret"]
    assert (update.state, update.how, update.sends, update.statuses) == ("acked", "webhook", 1, [200])
    assert sink.updates[1] == update.json


async def test_repeats_come_at_once_then_after_2_4_8_seconds(api: BotApiDouble, li: User, sink: Sink) -> None:
    """The same bytes, again and again until a 2xx; the queue of the chat waits meanwhile."""
    sink.script = [500] * 5
    api.deliver_to(sink.url)
    update = await api.acked(li.text("后来的"))
    assert sink.ids == [FIRST] * 6 + [update.id]
    assert len(set(sink.bodies[:6])) == 1
    assert api.ledger.updates[FIRST].waits == [0, 2, 4, 8, 16]
    assert api.delivery.info()["last_error_message"] == "Wrong response from the webhook: 500"


async def test_retry_after_is_obeyed(api: BotApiDouble, li: User, sink: Sink) -> None:
    """503 with Retry-After: 20 comes back after 20 (scaled) seconds, not at once."""

    async def busy(_update: Json) -> web.StreamResponse:
        return web.Response(status=503, headers={"Retry-After": "20"})

    sink.script = [busy, 500, busy]
    api.deliver_to(sink.url)
    update = await api.acked(api.ledger.updates[FIRST])
    assert update.waits == [20, 2, 20]


async def test_no_answer_counts_as_failure(api: BotApiDouble, li: User, sink: Sink) -> None:
    """Silence beyond the answer time, death in mid-answer, nobody at the door: repeated until it works."""

    async def sleep(_update: Json) -> web.StreamResponse:
        await asyncio.sleep(0.3)
        return web.Response()

    async def die(_update: Json) -> web.StreamResponse:
        raise asyncio.CancelledError  # aiohttp closes the connection, as a killed process does

    api.delivery.answer_timeout = 0.05
    sink.script = [sleep, die]
    api.deliver_to(sink.url)
    update = await api.acked(api.ledger.updates[FIRST])
    assert update.statuses == [0, 0, 200]
    api.deliver_to("http://127.0.0.1:9/nobody")
    lost = li.text("有人吗")
    await asyncio.sleep(0.05)
    assert lost.state == "pending"
    assert set(lost.statuses) == {0}
    api.deliver_to(sink.url)
    await api.acked(lost)


async def test_one_queue_per_chat_and_one_per_persons_taps(
    api: BotApiDouble, bot: Client, li: User, sink: Sink
) -> None:
    """A poisoned message holds up its own chat only; the same person's tap passes it by."""
    await bot("sendMessage", chat_id=li.id, text="问", reply_markup=OPEN_TAP)
    wang = api.user(1002, "王某某")
    poisoned = True

    async def judge(update: Json) -> web.StreamResponse:
        bad = poisoned and update.get("message", {}).get("chat", {}).get("id") == li.id
        return web.Response(status=500 if bad else 200)

    sink.script = [judge] * 1000
    api.deliver_to(sink.url)
    behind = li.text("排在后面")
    tap, other = li.tap("是"), wang.text("好")
    await api.acked(tap)
    await api.acked(other)
    assert (api.ledger.updates[FIRST].state, behind.state, behind.sends) == ("pending", "pending", 0)
    poisoned = False
    await api.acked(behind)


async def test_many_chats_at_once_but_no_more_than_max_connections(
    api: BotApiDouble, bot: Client, sink: Sink
) -> None:
    """Two connections are two updates at a time."""

    async def slow(_update: Json) -> web.StreamResponse:
        await asyncio.sleep(0.005)
        return web.Response()

    sink.script = [slow] * 30
    updates = [api.user(3000 + number).text("x") for number in range(30)]
    await bot("setWebhook", url=sink.url, max_connections=2)
    await api.after(*updates)
    assert sink.most_busy == 2


async def test_order_within_a_chat_is_kept(api: BotApiDouble, li: User, sink: Sink) -> None:
    """Under a third of failures fifty messages still arrive in order."""
    sink.script = [500 if number % 3 == 0 else 200 for number in range(60)]
    updates = [li.text(str(number)) for number in range(50)]
    api.deliver_to(sink.url)
    await api.after(*updates)
    arrived = list(dict.fromkeys(sink.ids))
    assert arrived == sorted(arrived)
    assert len(arrived) == 51


async def test_old_updates_expire(api: BotApiDouble, bot: Client, li: User, sink: Sink) -> None:
    """A tap lives 150 s, a message a day; then they are dropped for good."""
    await bot("sendMessage", chat_id=li.id, text="问", reply_markup=OPEN_TAP)
    tap = li.tap("是")
    api.pass_time(151)
    assert (tap.state, api.ledger.updates[FIRST].state) == ("expired", "pending")
    api.pass_time(86_400)
    assert api.ledger.updates[FIRST].state == "expired"
    fresh = li.text("新的")
    api.deliver_to(sink.url)
    await api.acked(fresh)
    assert sink.ids == [fresh.id]


async def test_an_answer_in_the_response_is_carried_out(
    api: BotApiDouble, bot: Client, li: User, sink: Sink
) -> None:
    """JSON, urlencoded or multipart with a file; marked via="webhook", faults told to nobody."""

    def answer(**response: Any) -> Any:
        async def step(_update: Json) -> web.StreamResponse:
            return web.Response(**response)

        return step

    writer = aiohttp.MultipartWriter("form-data", boundary="B0undary")
    for name, value in (("method", "sendDocument"), ("chat_id", "1001"), ("document", "attach://f")):
        writer.append(value).set_content_disposition("form-data", name=name)
    writer.append(b"a,b\r\n--1\r\n").set_content_disposition("form-data", name="f", filename="表.csv")

    async def multipart(_update: Json) -> web.StreamResponse:
        return web.Response(body=writer)

    sink.script = [
        answer(text='{"method":"sendMessage","chat_id":1001,"text":"一"}', content_type="application/json"),
        answer(
            text="method=sendMessage&chat_id=1001&text=%E4%BA%8C",
            content_type="application/x-www-form-urlencoded",
        ),
        multipart,
        answer(text='{"method":"sendMessage","chat_id":1001,"text":""}', content_type="application/json"),
        answer(text='{"method":"getMe"}', content_type="application/json"),
        answer(text='{"method":"deleteWebhook"}', content_type="application/json"),
        answer(text="{broken", content_type="application/json"),
        answer(text="ok"),
    ]
    updates = [li.text(str(number)) for number in range(7)]
    await bot("setWebhook", url=sink.url)
    await api.after(*updates)
    calls = api.ledger.of(via="webhook")
    assert [(call.method, call.ok) for call in calls] == [
        ("sendMessage", True),
        ("sendMessage", True),
        ("sendDocument", True),
        ("sendMessage", False),
    ]
    assert [post.text for post in li.from_bot] == ["一", "二", ""]
    file_id = li.from_bot[2].json["document"]["file_id"]
    assert api.world.files.find(file_id).content == b"a,b\r\n--1\r\n"
    assert api.ledger.refused()[0].description == "Bad Request: message text is empty"
    assert api.delivery.url == sink.url


async def test_redelivery_on_order(api: BotApiDouble, li: User, sink: Sink) -> None:
    """The same bytes again, one after another or at once, also long after the acknowledgement."""
    api.deliver_to(sink.url)
    update = await api.acked(li.text("好"))
    assert await api.redeliver(update, times=2) == [200, 200]
    assert await api.redeliver(update, times=3, concurrently=True) == [200] * 3
    assert sink.bodies.count(update.body) == 6
    assert sink.most_busy > 1
    assert update.sends == 6


async def test_a_cut_connection_repeats_what_the_bot_already_has(
    api: BotApiDouble, li: User, sink: Sink
) -> None:
    """The bot answered 200, Telegram never saw it: the update comes again; "twice" sends it double."""
    api.plan(Rule("cut", "update", calls={1}), Rule("twice", "update", calls={3}))
    api.deliver_to(sink.url)
    first = await api.acked(api.ledger.updates[FIRST])
    assert sink.ids == [FIRST, FIRST]
    assert first.statuses == [0, 200]
    second = await api.acked(li.text("再"))
    await api.quiet()
    assert sink.ids[2:] == [second.id, second.id]


async def test_pause_holds_everything_back(api: BotApiDouble, li: User, sink: Sink) -> None:
    """A Telegram that says nothing for a while, then goes on in order."""
    api.deliver_to(sink.url)
    await api.quiet()
    api.pause()
    updates = [li.text(str(number)) for number in range(3)]
    await asyncio.sleep(0.03)
    assert len(sink.ids) == 1
    api.resume()
    await api.after(*updates)
    assert sink.ids[1:] == [update.id for update in updates]


async def test_410_takes_the_webhook_away_after_23_hours(api: BotApiDouble, li: User, sink: Sink) -> None:
    """The trap of answering "gone"."""
    sink.script = [410] * 1000
    api.deliver_to(sink.url)
    await asyncio.sleep(0.03)
    assert api.delivery.url
    api.pass_time(23 * 3600 + 1)
    await api.bell.until(lambda: not api.delivery.url, "webhook")
    assert api.ledger.updates[FIRST].state == "pending"


# ------------------------------------------------------------ setWebhook


async def test_set_webhook_as_the_bot_calls_it(api: BotApiDouble, bot: Client, li: User, sink: Sink) -> None:
    """Set, told again, asked about, dropped; a public https address is routed to loopback."""
    api.route("https://bot.example.org", sink.url.removesuffix("/hook"))
    public = "https://bot.example.org/hook"
    assert (await bot.answer("setWebhook", url=public, secret_token="a-b_C9"))[
        "description"
    ] == "Webhook was set"
    again = await bot.answer("setWebhook", url=public, secret_token="a-b_C9")
    assert again["description"] == "Webhook is already set"
    await api.acked(api.ledger.updates[FIRST])
    assert sink.secrets == ["a-b_C9"]
    info = await bot("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (public, 0)
    assert (await bot.answer("deleteWebhook"))["description"] == "Webhook was deleted"
    assert (await bot.answer("deleteWebhook"))["description"] == "Webhook is already deleted"
    waiting = li.text("x")
    await bot("deleteWebhook", drop_pending_updates=True)
    assert waiting.state == "dropped"


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        ({"url": "http://bot.example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://nowhere.example.org/hook"},
            "bad webhook: Failed to resolve host: Name or service not known",
        ),
        ({"url": "https://:x/"}, "invalid webhook URL specified"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "秘"}, "secret token contains unallowed characters"),
    ],
)
async def test_webhooks_telegram_refuses(bot: Client, parameters: dict[str, str], complaint: str) -> None:
    """Plain http beyond loopback, unknown hosts, secrets of the wrong kind."""
    assert await bot.refused("setWebhook", **parameters) == f"400 Bad Request: {complaint}"


async def test_unwanted_kinds_are_not_made(api: BotApiDouble, bot: Client, li: User, sink: Sink) -> None:
    """allowed_updates counts from now on; an empty list brings the default back."""
    await bot("setWebhook", url=sink.url, allowed_updates=["message"])
    await api.acked(api.ledger.updates[FIRST])
    assert li.block().state == "unwanted"
    await bot("setWebhook", url=sink.url, allowed_updates=[])
    assert (await api.acked(li.unblock())).kind == "my_chat_member"


# ------------------------------------------------------------ getUpdates


async def test_an_offset_confirms_everything_below(api: BotApiDouble, bot: Client, li: User) -> None:
    """Without a higher offset updates come again; with one the lower are gone for good."""
    second = li.text("二")
    ids = [update["update_id"] for update in await bot("getUpdates")]
    assert ids == [FIRST, second.id]
    assert [update["update_id"] for update in await bot("getUpdates")] == ids
    assert api.ledger.acked() == []
    assert [one["update_id"] for one in await bot("getUpdates", offset=second.id)] == [second.id]
    assert [(one.id, one.how) for one in api.ledger.acked()] == [(FIRST, "offset")]
    assert await bot("getUpdates", offset=second.id + 1) == []
    assert second.state == "acked"
    assert await bot("getUpdates", offset=FIRST) == []


async def test_limit_negative_and_absurd_offsets(api: BotApiDouble, bot: Client, li: User) -> None:
    """limit cuts, a negative offset keeps the last ones only, one far ahead confirms nothing."""
    updates = [li.text(str(number)) for number in range(5)]
    assert len(await bot("getUpdates", limit=2)) == 2
    assert len(await bot("getUpdates", offset=updates[-1].id + 1000)) == 6
    assert [one["update_id"] for one in await bot("getUpdates", offset=-2)] == [
        one.id for one in updates[-2:]
    ]
    assert len(api.ledger.acked()) == 4


async def test_long_polling_wakes_for_an_update(api: BotApiDouble, bot: Client, li: User) -> None:
    """The answer comes when something happens, or empty after timeout."""
    await bot("getUpdates", offset=FIRST + 1)
    polling = asyncio.create_task(bot("getUpdates", offset=FIRST + 1, timeout=30))
    await asyncio.sleep(0.02)
    assert not polling.done()
    update = li.text("醒醒")
    assert [one["update_id"] for one in await polling] == [update.id]
    assert await bot("getUpdates", offset=update.id + 1, timeout=1) == []


async def test_two_pollers_are_in_conflict(api: BotApiDouble, bot: Client, li: User) -> None:
    """The newcomer wins, the one that waited gets 409."""
    old = asyncio.create_task(bot.answer("getUpdates", offset=FIRST + 1, timeout=30))
    await asyncio.sleep(0.02)
    new = asyncio.create_task(bot("getUpdates", offset=FIRST + 1, timeout=30))
    answer = await old
    assert f"{answer['error_code']} {answer['description']}" == RIVAL
    update = li.text("x")
    assert [one["update_id"] for one in await new] == [update.id]


async def test_polling_and_webhook_exclude_each_other(
    api: BotApiDouble, bot: Client, li: User, sink: Sink
) -> None:
    """409 while a webhook is set; setting one ends the poll that waits."""
    polling = asyncio.create_task(bot.answer("getUpdates", offset=FIRST + 1, timeout=30))
    await asyncio.sleep(0.02)
    await bot("setWebhook", url=sink.url)
    assert (await polling)["description"] == "Conflict: terminated by setWebhook request"
    refused = await bot.refused("getUpdates")
    assert refused.startswith("409 Conflict: can't use getUpdates method while webhook is active")


async def test_a_poller_killed_while_waiting_loses_nothing(api: BotApiDouble, bot: Client, li: User) -> None:
    """Its connection is dead, the update comes to the next poller."""
    polling = asyncio.create_task(bot("getUpdates", offset=FIRST + 1, timeout=30))
    await asyncio.sleep(0.02)
    polling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await polling
    update = li.text("还在")
    assert [one["update_id"] for one in await bot("getUpdates", offset=FIRST + 1, timeout=1)] == [update.id]


async def test_repeats_on_order_while_polling(api: BotApiDouble, bot: Client, li: User) -> None:
    """A confirmed update heads the next answers once more."""
    await bot("getUpdates", offset=FIRST + 1)
    await api.redeliver(api.ledger.updates[FIRST], times=1)
    fresh = li.text("新的")
    assert [one["update_id"] for one in await bot("getUpdates", offset=FIRST + 1)] == [FIRST, fresh.id]
    assert [one["update_id"] for one in await bot("getUpdates", offset=FIRST + 1)] == [fresh.id]


async def test_a_spinning_poller_is_slowed_down_in_strict_mode(
    api: BotApiDouble, bot: Client, li: User
) -> None:
    """The same offset again within half a second gets one update only."""
    api.polling.strict = True
    li.text("二")
    assert len(await bot("getUpdates")) == 2
    assert len(await bot("getUpdates")) == 1
