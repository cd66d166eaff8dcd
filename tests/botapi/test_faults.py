"""Trouble on order: each kind as a client meets it, and the same trouble again for the same seed."""

from __future__ import annotations

import json

import aiohttp
import pytest

from tests.botapi.conftest import Client, Sink
from tests.botapi.faults import Faults, Rule
from tests.botapi.people import User
from tests.botapi.server import BotApiDouble

SEND = {"chat_id": 1001, "text": "x"}


@pytest.mark.parametrize("code", [500, 502, 503])
async def test_server_errors(api: BotApiDouble, bot: Client, li: User, code: int) -> None:
    """The second sendMessage fails and has no effect; getMe is not meant."""
    api.plan(Rule(str(code), "sendMessage", calls={2}))
    await bot("getMe")
    await bot("sendMessage", **SEND)
    assert (await bot.refused("sendMessage", **SEND)).startswith(str(code))
    await bot("sendMessage", **SEND)
    assert len(li.from_bot) == 2
    assert [call.fault for call in api.ledger.of("sendMessage")] == ["", str(code), ""]
    assert api.ledger.refused() == []


async def test_gateway_timeout_is_a_page_of_html(api: BotApiDouble, bot: Client, li: User) -> None:
    """As nginx says it, not JSON; carried_out leaves the message behind."""
    api.plan(Rule("504", carried_out=True))
    async with bot.session.post(bot.url("sendMessage"), json=SEND) as response:
        assert response.status == 504
        assert "<html>" in await response.text()
    assert len(li.from_bot) == 1


async def test_429_says_how_long(api: BotApiDouble, bot: Client, li: User) -> None:
    """retry_after in the body, Retry-After in the header, nothing sent."""
    api.plan(Rule("429", "sendMessage", seconds=7, times=1))
    answer = await bot.answer("sendMessage", **SEND)
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 7})
    await bot("sendMessage", **SEND)
    assert len(li.from_bot) == 1


@pytest.mark.parametrize(
    ("rule", "arrives"),
    [
        (Rule("reset"), 0),
        (Rule("reset", carried_out=True), 1),
        (Rule("hang", seconds=0.01), 0),
        (Rule("cut"), 1),
        (Rule("cut", carried_out=False), 0),
    ],
)
async def test_broken_connections(api: BotApiDouble, bot: Client, li: User, rule: Rule, arrives: int) -> None:
    """No answer, or half of one; whether the message was sent the client cannot know."""
    api.plan(rule)
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", **SEND)
    assert len(li.from_bot) == arrives
    api.plan()
    await bot("sendMessage", **SEND)


async def test_broken_json_with_200(api: BotApiDouble, bot: Client, li: User) -> None:
    """The message went out, its answer cannot be read."""
    api.plan(Rule("broken"))
    async with bot.session.post(bot.url("sendMessage"), json=SEND) as response:
        assert response.status == 200
        with pytest.raises(json.JSONDecodeError):
            await response.json()
    assert len(li.from_bot) == 1


async def test_delay_and_chosen_errors(api: BotApiDouble, bot: Client, li: User) -> None:
    """A slow answer is an answer; any code and description can be ordered, for one chat only."""
    api.user(1002).start()
    description = "Forbidden: bot was kicked from the group chat"
    api.plan(Rule("error", code=403, description=description, chat_id=1002), Rule("delay", seconds=0.01))
    await bot("sendMessage", **SEND)
    assert await bot.refused("sendMessage", chat_id=1002, text="x") == f"403 {description}"
    assert api.faults.struck == {"delay": 1, "error": 1}


async def test_downloads_break_too(api: BotApiDouble, bot: Client, li: User) -> None:
    """The method is called file."""
    file_id = li.send_document(b"x" * 1000, "x.bin").json["message"]["document"]["file_id"]
    path = (await bot("getFile", file_id=file_id))["file_path"]
    url = f"{api.base}/file/bot{api.token}/{path}"
    api.plan(Rule("cut", "file", times=1), Rule("502", "file", times=1))
    async with bot.session.get(url) as response:
        with pytest.raises(aiohttp.ClientPayloadError):
            await response.read()
    async with bot.session.get(url) as response:
        assert response.status == 502
    async with bot.session.get(url) as response:
        assert await response.read() == b"x" * 1000


async def test_answers_inside_the_webhook_get_lost_only_when_asked(
    api: BotApiDouble, li: User, sink: Sink
) -> None:
    """A rule strikes calls over HTTP unless via says otherwise."""
    api.plan(Rule("502", via="webhook", calls={1}), Rule("500"))
    sink.script = []

    async def reply(_update: object) -> aiohttp.web.StreamResponse:
        return aiohttp.web.json_response({"method": "sendMessage", **SEND})

    sink.script = [reply, reply]
    api.deliver_to(sink.url)
    await api.after(li.text("再"))
    assert [(call.ok, call.fault) for call in api.ledger.of(via="webhook")] == [(False, "502"), (True, "")]
    assert len(li.from_bot) == 1


def test_chance_depends_on_the_seed_alone() -> None:
    """Thirty percent of ten thousand, the same ones whatever else is called in between."""

    def struck(seed: int, others: int) -> list[int]:
        faults = Faults()
        faults.plan((Rule("500", chance=0.3),), seed)
        hits = []
        for number in range(10_000):
            for _ in range(others):
                faults.take("getMe")
            if faults.take("sendMessage", number) is not None:
                hits.append(number)
        return hits

    first = struck(1, 0)
    assert first == struck(1, 1)
    assert first != struck(2, 0)
    assert 2_800 < len(first) < 3_200


def test_unknown_trouble_is_refused() -> None:
    """A typing error in a plan must not mean peace."""
    with pytest.raises(ValueError, match="no such trouble: 418"):
        Rule("418")
    with pytest.raises(ValueError, match="no such trouble: reset"):
        Rule("reset", "update")


def test_a_plan_spares_polls_unless_it_names_them() -> None:
    """The star means calls that say something."""
    faults = Faults()
    faults.plan((Rule("500"),), 1)
    assert faults.take("getUpdates") is None
    assert faults.take("update") is None
    faults.plan((Rule("500", "getUpdates"),), 1)
    assert faults.take("getUpdates") is not None
