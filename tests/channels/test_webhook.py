"""Telegram's webhook: who may call, what may come, when 200 is said and what stands in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.channels.reply import answer, edit, send
from bot.channels.webhook import MOST_BYTES, SECRET_HEADER, Webhook
from bot.kept import Arrived
from bot.texts import Texts
from tests.botapi.faults import Rule
from tests.botapi.server import BotApiDouble
from tests.channels.conftest import SECRET, Rig

PERSON = {"id": 11, "is_bot": False, "first_name": "张某某"}
CHAT = {"id": 11, "type": "private", "first_name": "张某某"}


def message(update_id: Any, text: Any = "好", **more: Any) -> dict[str, Any]:
    """An update as Telegram sends it."""
    content = {"message_id": 1, "date": 1_763_790_000, "chat": CHAT, "from": PERSON, "text": text, **more}
    return {"update_id": update_id, "message": content}


class Caller:
    """Posts bytes to the webhook."""

    def __init__(self, rig: Rig, http: aiohttp.ClientSession) -> None:
        self.rig = rig
        self.http = http

    async def __call__(self, body: Any, secret: str | None = SECRET, **headers: str) -> tuple[int, bytes]:
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        given = {"Content-Type": "application/json", **headers}
        if secret is not None:
            given[SECRET_HEADER] = secret
        async with self.http.post(f"{self.rig.url}/telegram", data=body, headers=given) as response:
            return response.status, await response.read()

    async def raw(self, text: bytes) -> bytes:
        """Speak HTTP by hand; everything that comes back until the connection is closed or 2 s pass."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.rig.port)
        writer.write(text)
        answer = b""
        try:
            async with asyncio.timeout(2):
                while chunk := await reader.read(4096):
                    answer += chunk
        except TimeoutError:
            pass
        writer.close()
        return answer


@pytest.fixture
async def post(hooked: Rig) -> AsyncIterator[Caller]:
    """A caller that knows the address."""
    async with aiohttp.ClientSession() as http:
        yield Caller(hooked, http)


# ---------------------------------------------------------------- who may call


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET + "x", "é" * 10, SECRET.upper()])
async def test_only_telegram_may_call(post: Caller, secret: str | None) -> None:
    """Without the right secret: 401, nothing read, nothing done."""
    status, _ = await post(message(1), secret)
    assert status == 401
    assert post.rig.bot.runs == 0


async def test_bytes_beyond_ascii_in_the_secret_are_only_wrong(post: Caller) -> None:
    """
    A header that is no text at all, two of them, or the secret in the address: 401, never 500.
    """
    body = json.dumps(message(1)).encode()
    length = f"Content-Length: {len(body)}\r\n\r\n".encode()
    for header in (b"\xff\xfe\x80", SECRET.encode() + b"\xe9"):
        head = b"POST /telegram HTTP/1.1\r\nHost: x\r\n" + SECRET_HEADER.encode() + b": " + header + b"\r\n"
        assert (await post.raw(head + length + body)).startswith(b"HTTP/1.1 401")
    twice = 2 * (SECRET_HEADER.encode() + b": " + SECRET.encode() + b"\r\n")
    head = b"POST /telegram HTTP/1.1\r\nHost: x\r\n" + twice
    assert (await post.raw(head + length + body)).startswith(b"HTTP/1.1 401")
    async with post.http.post(f"{post.rig.url}/telegram?secret={SECRET}", json=message(1)) as response:
        assert response.status == 401
    assert post.rig.bot.runs == 0


async def test_a_stranger_is_refused_before_the_body_comes(post: Caller) -> None:
    """401 is said after the headers alone."""
    head = b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"
    assert (await post.raw(head)).startswith(b"HTTP/1.1 401")


async def test_a_webhook_needs_a_secret(hooked: Rig) -> None:
    """An empty secret is refused when the process starts."""
    with pytest.raises(ValueError, match="secret"):
        Webhook(hooked.inbox, hooked.telegram.sender, hooked.telegram.worker, hooked.store.as_store(), "")


# ---------------------------------------------------------------- what may come

NO_UPDATES = [
    b"",
    b"null",
    b"[]",
    b"{}",
    b'"text"',
    b"12",
    b"{",
    b"\xff\xfe",
    b'{"update_id": NaN}',
    b'{"update_id": Infinity}',
    b'{"update_id": 1e999}',
    b'{"update_id": "1"}',
    b'{"update_id": 1.5}',
    b'{"update_id": true}',
    b'{"update_id": null}',
    b'{"update_id": -1}',
    b'{"update_id": 0}',
    b'{"update_id": 9223372036854775808}',
    b'{"update_id": 123456789012345678901234567890}',
    b'[{"update_id": 1}]',
    b'{"message": {"text": "x"}}',
    b"[" * 100_000 + b"]" * 100_000,
    b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    b'"\\ud800' * 3,
    b'{"update_id": 1, "message": ' + b'{"a":' * 2000 + b"1" + b"}" * 2001,
]


@pytest.mark.parametrize("body", NO_UPDATES, ids=lambda body: repr(body[:30]))
async def test_what_is_no_update_is_refused(
    post: Caller, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """400 and one line, never 500 and a traceback."""
    status, _ = await post(body)
    assert status == 400
    assert len(caplog.records) == 1
    assert caplog.records[0].exc_info is None
    assert post.rig.bot.runs == 0


STRANGE = [
    {"update_id": 5, "message": []},
    {"update_id": 5, "message": "text"},
    {"update_id": 5, "message": {"message_id": "x"}},
    {"update_id": 5, "message": {"chat": {"id": "x"}, "from": [], "text": {}}},
    message(5, text=["list"]),
    message(5, chat={"id": "eleven", "type": "private"}),
    message(5, date="yesterday"),
    message(5, **{"from": {"id": 2**70, "is_bot": False, "first_name": "x"}}),
    {"update_id": 5, "callback_query": {"id": 1, "from": {}}},
    {"update_id": 5, "callback_query": {"data": "again:tg:1"}},
    {"update_id": 5, "callback_query": {"data": "again:tg:1", "from": {"id": 1}, "id": []}},
]


@pytest.mark.parametrize("raw", STRANGE, ids=lambda raw: json.dumps(raw)[:60])
async def test_strange_updates_are_set_aside(post: Caller, raw: dict[str, Any]) -> None:
    """
    Right secret, a number, wrong types: kept for the administrator and acknowledged, so that it blocks
    nobody.
    """
    status, _ = await post(raw)
    assert status == 200
    assert post.rig.store.state("tg:5") == "dead"
    assert (await post(message(6)))[0] == 200
    assert post.rig.bot.said(11) == ["好"]


async def test_kinds_nobody_knows_are_acknowledged(post: Caller) -> None:
    """What is newer than this program, or wanted by no handler, is answered with an empty 200."""
    for raw in ({"update_id": 5, "hologram": {"id": 1}}, {"update_id": 6, "poll": {}}, {"update_id": 7}):
        assert await post(raw) == (200, b"")


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\0b", "ab"), ("a\ud800b", "a\ufffdb"), ("\ud83d\ude00", "😀"), ("\\u0000", "\\u0000")],
)
async def test_text_is_cleaned_once_at_the_edge(post: Caller, text: str, kept: str) -> None:
    """NUL and lone surrogates never reach a handler; pairs and innocent backslashes stay."""
    status, _ = await post(message(1, text))
    assert status == 200
    assert post.rig.bot.said(11) == [kept]


async def test_a_body_that_is_too_large_is_refused_early(post: Caller) -> None:
    """413 from the length alone, and from what really comes where no length is given."""
    head = b"POST /telegram HTTP/1.1\r\nHost: x\r\n" + f"{SECRET_HEADER}: {SECRET}\r\n".encode()
    announced = head + f"Content-Length: {MOST_BYTES + 1}\r\n\r\n".encode()
    assert (await post.raw(announced)).startswith(b"HTTP/1.1 413")
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    chunked = head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 17
    assert (await post.raw(chunked)).startswith(b"HTTP/1.1 413")
    assert post.rig.bot.runs == 0


async def test_a_body_that_never_ends_is_given_up(post: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller that stops in the middle holds its connection for a limited time only."""
    monkeypatch.setattr("bot.channels.webhook.BODY_SECONDS", 0.2)
    head = b"POST /telegram HTTP/1.1\r\nHost: x\r\n" + f"{SECRET_HEADER}: {SECRET}\r\n".encode()
    answer = await post.raw(head + b"Content-Length: 100\r\n\r\n{")
    assert answer.startswith(b"HTTP/1.1 408")


# ---------------------------------------------------------------- what stands in the response


async def test_the_reply_travels_in_the_response(hooked: Rig) -> None:
    """One new message: no call is made at all."""
    li = hooked.api.user(11)
    await hooked.api.after(li.text("好"))
    assert [call.method for call in hooked.api.ledger.of(via="webhook")] == ["sendMessage"]
    assert hooked.api.ledger.of("sendMessage", via="http") == []


async def test_a_tap_is_answered_by_a_call_and_edited_in_the_response(hooked: Rig) -> None:
    """The heavier of two goes into the response."""
    li = hooked.api.user(11)
    await hooked.api.after(li.text("好"))
    await hooked.api.after(li.tap("记下"))
    assert [call.method for call in hooked.api.ledger.of(via="webhook")][1:] == ["editMessageText"]
    assert len(hooked.api.ledger.of("answerCallbackQuery", via="http")) == 1


async def test_several_messages_keep_their_order(hooked: Rig) -> None:
    """Three messages and the next update's one: all four in order, however slow the first call is."""
    hooked.bot.say = lambda chat, text: (
        [send(chat, f"{text}{n}") for n in (1, 2, 3)] if text == "三" else [send(chat, text)]
    )
    hooked.api.plan(Rule("delay", "sendMessage", calls=[1], seconds=0.3))
    li = hooked.api.user(11)
    await hooked.api.after(li.text("三"), li.text("一"))
    assert [post.text for post in li.from_bot] == ["三1", "三2", "三3", "一"]


async def test_messages_beside_the_response_survive_a_crash(hooked: Rig) -> None:
    """What the response cannot carry is owed: killed before it was sent, the next process sends it."""
    hooked.bot.say = lambda chat, text: [send(chat, "一"), send(chat, "二")]
    hooked.api.plan(Rule("503", "sendMessage"))
    li = hooked.api.user(11)
    update = li.text("好")
    await hooked.api.acked(update)
    assert hooked.store.state(f"tg:{update.id}") == "owed"
    await hooked.kill()
    hooked.api.plan()
    await hooked.start()
    await li.sees("二")
    await hooked.api.quiet()
    assert [post.text for post in li.from_bot] == ["一", "二"]
    assert hooked.store.state(f"tg:{update.id}") == "done"


async def test_a_repeat_gets_the_same_bytes(post: Caller) -> None:
    """The response of a repeat is the stored reply, also while the first is still being worked."""
    post.rig.bot.slow["慢"] = asyncio.Event()
    tasks = [asyncio.create_task(post(message(1, "慢"))) for _ in range(5)]
    await asyncio.sleep(0.1)
    assert not any(task.done() for task in tasks)
    post.rig.bot.slow["慢"].set()
    answers = set(await asyncio.gather(*tasks))
    answers.add(await post(message(1, "慢")))
    assert len(answers) == 1
    assert json.loads(answers.pop()[1])["text"] == "1. 慢"
    assert post.rig.bot.said(11) == ["慢"]


async def test_a_repeat_after_a_restart_gets_the_same_bytes(post: Caller) -> None:
    """The stored reply, word for word, though the handler would say something else by now."""
    first = await post(message(1, "一"))
    await post(message(2, "二"))
    await post.rig.stop()
    await post.rig.start()
    await asyncio.sleep(0.05)
    assert await post(message(1, "一")) == first
    assert post.rig.bot.said(11) == ["一", "二"]


async def test_one_person_is_worked_one_after_the_other(post: Caller) -> None:
    """
    Thirty updates of one person at once, as from a tap, a text and a phone page: each sees the one
    before.
    """
    answers = await asyncio.gather(*(post(message(n, "好")) for n in range(1, 31)))
    numbers = sorted(int(json.loads(body)["text"].split(".")[0]) for _, body in answers)
    assert numbers == list(range(1, 31))


async def test_calls_beside_the_response_are_not_repeated(post: Caller) -> None:
    """A repeat brings the response again, but no second copy of what went by calls."""
    post.rig.api.user(11).chat.started = True
    post.rig.bot.say = lambda chat, text: [send(chat, "一"), send(chat, "二")]
    for _ in range(3):
        assert (await post(message(1)))[0] == 200
    await post.rig.api.user(11).sees("二")
    await asyncio.sleep(0.1)
    assert len(post.rig.api.ledger.of("sendMessage", via="http")) == 2


# ---------------------------------------------------------------- when 200 is said


async def test_no_200_before_the_commit(post: Caller) -> None:
    """As long as the commit waits, so does the answer."""
    post.rig.store.gate = asyncio.Event()
    task = asyncio.create_task(post(message(1)))
    await asyncio.sleep(0.2)
    assert not task.done()
    post.rig.store.gate.set()
    assert (await task)[0] == 200


async def test_503_while_nothing_can_be_kept(post: Caller) -> None:
    """Not acknowledged, asked to come again soon, and then carried out; never 410."""
    post.rig.store.down = True
    async with post.http.post(
        f"{post.rig.url}/telegram", json=message(1), headers={SECRET_HEADER: SECRET}
    ) as response:
        assert response.status == 503
        assert int(response.headers["Retry-After"]) >= 1
    post.rig.store.down = False
    assert (await post(message(1)))[0] == 200
    assert post.rig.bot.said(11) == ["好"]


async def test_503_when_there_is_too_much(post: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than can be held is asked to come again; what is in work is not disturbed."""
    monkeypatch.setattr("bot.channels.webhook.MOST_LOAD", 2)
    post.rig.bot.slow["慢"] = asyncio.Event()
    held = [asyncio.create_task(post(message(n, "慢"))) for n in (1, 2)]
    await asyncio.sleep(0.1)
    assert (await post(message(3)))[0] == 503
    post.rig.bot.slow["慢"].set()
    assert [(await task)[0] for task in held] == [200, 200]


async def test_long_work_is_handed_over(api: BotApiDouble, texts: Texts) -> None:
    """
    What takes longer than Telegram likes to wait is kept as it came and answered; the work goes on, its reply
    comes by a call, and the next update of the same person waits for it.
    """
    rig = Rig(api, "webhook", texts)
    await rig.start(hand_over_after=0.2)
    li = api.user(11)
    rig.bot.slow["慢"] = asyncio.Event()
    first = li.text("慢")
    await api.acked(first, within=2)
    assert rig.store.state(f"tg:{first.id}") == "pending"
    second = li.text("好")
    await asyncio.sleep(0.1)
    assert second.state == "pending"
    rig.bot.slow["慢"].set()
    await api.after(first, second)
    assert rig.bot.said(11) == ["慢", "好"]
    assert [post.text for post in li.from_bot] == ["1. 慢", "2. 好"]
    await asyncio.sleep(0.05)
    assert rig.store.state(f"tg:{first.id}") == "done"
    await rig.stop()


async def test_handed_over_work_survives_a_crash(api: BotApiDouble, texts: Texts) -> None:
    """Killed after the early 200: the next process finds the update and carries it out."""
    rig = Rig(api, "webhook", texts)
    await rig.start(hand_over_after=0.1)
    li = api.user(11)
    rig.bot.slow["慢"] = asyncio.Event()
    first = li.text("慢")
    await api.acked(first, within=2)
    await rig.kill()
    assert rig.bot.said(11) == []
    rig.bot.slow["慢"].set()
    await rig.start()
    await li.sees("1. 慢")
    assert rig.bot.said(11) == ["慢"]
    await rig.stop()


async def test_what_an_earlier_process_left_comes_first(api: BotApiDouble, texts: Texts) -> None:
    """Two updates of a person were handed over and lost their process: a third waits for both."""
    rig = Rig(api, "webhook", texts)
    li = api.user(11)
    api.pause()
    left = [li.text("一"), li.text("二")]
    await rig.store.take_in([Arrived(f"tg:{one.id}", "tg", "11", one.body.decode()) for one in left])
    for one in left:
        api.ledger.ack(one, "webhook")
    rig.bot.slow["一"] = asyncio.Event()
    await rig.start()
    api.resume()
    third = li.text("三")
    await asyncio.sleep(0.2)
    assert third.state == "pending"
    rig.bot.slow["一"].set()
    await api.after(third)
    assert rig.bot.said(11) == ["一", "二", "三"]
    await rig.stop()


async def test_closing_refuses_what_comes_and_ends_what_runs(post: Caller) -> None:
    """After SIGTERM: 503 for the new, 200 for what was under way."""
    post.rig.bot.slow["慢"] = asyncio.Event()
    running = asyncio.create_task(post(message(1, "慢")))
    await asyncio.sleep(0.1)
    stopping = asyncio.create_task(post.rig.telegram.stop(5))
    await asyncio.sleep(0.05)
    assert (await post(message(2)))[0] == 503
    post.rig.bot.slow["慢"].set()
    assert (await running)[0] == 200
    await stopping


async def test_the_webhook_is_set_with_its_secret(hooked: Rig) -> None:
    """setWebhook names the address, the secret and the kinds wanted, and drops nothing."""
    await hooked.api.after(hooked.api.user(11).text("好"))
    (call,) = hooked.api.ledger.of("setWebhook")
    given = {key: str(value) for key, value in call.arguments.items()}
    assert given["url"] == "https://lianxin.example.org/telegram"
    assert given["secret_token"] == SECRET
    assert given["drop_pending_updates"].lower() == "false"
    assert "callback_query" in given["allowed_updates"]


async def test_not_modified_and_late_taps_are_no_errors(
    hooked: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    """An edit that changes nothing and an answer to an old tap fail quietly."""
    li = hooked.api.user(11)
    await hooked.api.after(li.text("好"))
    hooked.bot.say = lambda chat, text: [
        edit(chat, 2, "1. 好", [[("记下", "note:1")]]),
        answer("nonsense"),
        answer("x"),
    ]
    await hooked.api.after(li.text("再"))
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
