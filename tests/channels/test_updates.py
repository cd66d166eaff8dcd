"""What comes in: read and cleaned, placed with its person, the same objects as pydantic makes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.updates import (
    BadUpdate,
    StrangeUpdate,
    clean,
    parse,
    place_of,
    read_json,
    update_id_of,
)
from tests.botapi.files import picture
from tests.botapi.server import BotApiDouble

BOT = Bot("1:" + "a" * 35)

# ---------------------------------------------------------------- the lean way equals pydantic's

IDS = st.integers(1, 2**52)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
USERS = st.fixed_dictionaries(
    {"id": IDS, "is_bot": st.booleans(), "first_name": TEXTS},
    optional={"last_name": TEXTS, "username": TEXTS, "language_code": TEXTS, "is_premium": st.just(True)},
)
CHATS = st.fixed_dictionaries(
    {"id": IDS | st.integers(-(2**52), -1), "type": st.sampled_from(["private", "group", "supergroup"])},
    optional={"first_name": TEXTS, "last_name": TEXTS, "username": TEXTS, "title": TEXTS},
)
ENTITIES = st.fixed_dictionaries(
    {"type": st.sampled_from(["bold", "bot_command", "text_link"]), "offset": IDS, "length": IDS},
    optional={"url": st.just("https://example.org")},
)
BUTTONS = st.fixed_dictionaries(
    {"text": TEXTS}, optional={"callback_data": TEXTS, "url": st.just("https://example.org/x")}
)
KEYBOARDS = st.fixed_dictionaries({"inline_keyboard": st.lists(st.lists(BUTTONS, max_size=3), max_size=3)})
MESSAGES = st.fixed_dictionaries(
    {"message_id": st.integers(0, 2**31), "date": st.integers(1, 2**32), "chat": CHATS},
    optional={
        "from": USERS,
        "text": TEXTS,
        "edit_date": st.integers(1, 2**32),
        "entities": st.lists(ENTITIES, max_size=3),
        "reply_markup": KEYBOARDS,
        "caption": TEXTS,
        "location": st.just({"latitude": 30.0, "longitude": 109.5}),
    },
)
QUERIES = st.fixed_dictionaries(
    {"id": TEXTS, "from": USERS, "chat_instance": TEXTS}, optional={"message": MESSAGES, "data": TEXTS}
)
UPDATES = st.fixed_dictionaries({"update_id": IDS, "message": MESSAGES}) | st.fixed_dictionaries(
    {"update_id": IDS, "callback_query": QUERIES}
)


def same(raw: dict[str, Any]) -> None:
    """Both ways give equal objects, mounted to the bot at every depth, with equal JSON."""
    wanted = Update.model_validate(raw, context={"bot": BOT})
    made = parse(raw, BOT)
    assert made == wanted
    assert made.model_dump_json() == wanted.model_dump_json()
    assert made.event_type == wanted.event_type
    for ours, theirs in zip(inside(made), inside(wanted), strict=True):
        assert type(ours) is type(theirs)
        assert ours.bot is BOT
        assert ours.model_fields_set == theirs.model_fields_set
        assert ours.model_extra == theirs.model_extra


def inside(value: Any) -> Iterator[Any]:
    """All objects of an update, depth first."""
    if isinstance(value, list):
        for item in value:
            yield from inside(item)
    elif hasattr(value, "model_fields_set"):
        yield value
        for name in type(value).model_fields:
            yield from inside(getattr(value, name))


@given(UPDATES)
@settings(max_examples=300, deadline=None)
def test_updates_built_by_hand_equal_validated_ones(raw: dict[str, Any]) -> None:
    """Texts and taps of every make, usual and not."""
    same(raw)


async def test_all_kinds_of_the_double_equal_validated_ones() -> None:
    """
    What Telegram really sends: photos, files, albums, voices, forwards, edits, taps on gone messages,
    blocks.
    """
    async with BotApiDouble() as api:
        li = api.user(11, last_name="李", username="li", language_code="zh-hant")
        li.start("token")
        first = li.text("<b>粗</b> https://example.org /help")
        li.text("答", reply_to=first.message_id)
        li.send_photo(picture(), "图")
        li.send_document(b"%PDF-1.4", "纪要.pdf")
        li.send_voice()
        li.send_sticker()
        li.send_location(30.0, 109.5)
        li.send_contact()
        li.forward("转")
        li.edit(first.message_id, "改")
        li.press("old", message=999)
        li.block()
        li.text("群", api.group("示范群"))
        assert len(api.ledger.updates) >= 13
        for update in api.ledger.updates.values():
            same(update.json)


# ---------------------------------------------------------------- reading

READ = [
    (b'"a\\u0000b"', "ab"),
    (b'"\\ud800"', "\ufffd"),
    (b'"\\udc00x\\ud800"', "\ufffdx\ufffd"),
    (b'"\\ud83d\\ude00 \\ud800"', "😀 \ufffd"),
    (b'{"\\ud800": ["\\u0000"], "b": {"c": "\\u0000"}}', {"\ufffd": [""], "b": {"c": ""}}),
    (b'"\\\\u0000"', "\\u0000"),
    (b'"\\\\ud800 \\ud800"', "\\ud800 \ufffd"),
    (b"[1, 1.5, true, null]", [1, 1.5, True, None]),
]


@pytest.mark.parametrize(("body", "value"), READ)
def test_json_is_read_and_cleaned(body: bytes, value: Any) -> None:
    """Each row is a body and what is kept of it."""
    assert read_json(body) == value


UNREADABLE = [
    b"", b"{", b"NaN", b"[NaN]", b"-Infinity", b"1e999", b'["\\ud800", NaN]', b'["\\ud800", 1e999]',
    b"\xff", b'"\xff"', b"[" * 5000, b'["\\ud800"' + b",[" * 5000, b'["\\ud800",' + b"[" * 300 + b"]" * 301,
    b"'a'", b'{"a":1,}',
]  # fmt: skip


@pytest.mark.parametrize("body", UNREADABLE, ids=lambda body: repr(body[:20]))
def test_what_is_no_json_is_refused(body: bytes) -> None:
    """Never anything but BadUpdate."""
    with pytest.raises(BadUpdate):
        read_json(body)


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: json.dumps(text).encode()))
@settings(max_examples=300, deadline=None)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    """Whatever comes is a value without NUL and lone surrogates, or BadUpdate."""
    try:
        value = read_json(body)
    except BadUpdate:
        return
    text = json.dumps(value, ensure_ascii=False)
    text.encode()
    assert "\\u0000" not in json.dumps(value) or "\\\\u0000" in json.dumps(value)


def test_cleaning_stops_at_depth() -> None:
    """Objects from elsewhere cannot exhaust the stack either."""
    deep: Any = "x"
    for _ in range(300):
        deep = [deep]
    with pytest.raises(BadUpdate):
        clean(deep)


def test_numbers() -> None:
    """An update is known by a positive integer of 63 bits."""
    assert update_id_of({"update_id": 1}) == 1
    bad: Any
    for bad in ({}, [], None, "x", {"update_id": True}, {"update_id": 0}, {"update_id": 1 << 63}):
        with pytest.raises(BadUpdate):
            update_id_of(bad)


# ---------------------------------------------------------------- whose it is

U, C = {"id": 7, "language_code": "en"}, {"id": -9}
PLACES = [
    ({"update_id": 1, "message": {"from": U, "chat": C}}, ("7", "-9", "en")),
    ({"update_id": 1, "message": {"chat": {"id": 7}}}, ("7", "7", "")),
    ({"update_id": 1, "callback_query": {"from": U, "message": {"chat": C}}}, ("7", "-9", "en")),
    ({"update_id": 1, "callback_query": {"from": U}}, ("7", "7", "en")),
    ({"update_id": 1, "my_chat_member": {"from": U, "chat": {"id": 7}}}, ("7", "7", "en")),
    ({"update_id": 1, "poll_answer": {"user": U}}, ("7", "7", "en")),
    ({"update_id": 1, "channel_post": {"chat": C}}, ("-9", "-9", "")),
    ({"update_id": 1, "message": []}, ("update 1", "", "")),
    ({"update_id": 1, "message": {"from": [], "chat": "x"}}, ("update 1", "", "")),
    ({"update_id": 1, "message": {"from": {"id": "7"}, "chat": {"id": None}}}, ("update 1", "", "")),
    ({"update_id": 1}, ("update 1", "", "")),
]


@pytest.mark.parametrize(("raw", "place"), PLACES)
def test_place(raw: dict[str, Any], place: tuple[str, str, str]) -> None:
    """Each row is an update, whose turn it is, where to answer, and the language of the app."""
    assert place_of(raw) == place


def test_a_strange_update_is_told_without_its_values() -> None:
    """The error names places only: it ends up in a log."""
    raw = {"update_id": 1, "message": {"message_id": "13800000000", "chat": "张某某", "date": 1}}
    with pytest.raises(StrangeUpdate) as caught:
        parse(raw, BOT)
    told = str(caught.value)
    assert "message.chat" in told
    assert "13800000000" not in told
    assert "张某某" not in told
    assert caught.value.__cause__ is None
