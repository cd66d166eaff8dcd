"""Logs: one line an event, alike from structlog and the standard library, and no personal data in any."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import structlog

from bot import logs

TOKEN = "7012345678:AAF4xkQ0pZ9m2sUvJ3hTq8cLrY6wBnEoDgI"
SECRET = "k3J9-vQ7xT_mZ2pR8wL5cN4b"
LINK = "q8ZrT1x-vQ7mPw2LsK9dHb4JcF6yGn0U"

#: Planted in a line -> what must not be left of it. The first two columns are one canary each.
CANARIES = [
    (f"POST https://api.telegram.org/bot{TOKEN}/getMe", TOKEN.partition(":")[2]),
    (f"url=https%3A%2F%2Fx%2Fbot{TOKEN.replace(':', '%3A')}%2FgetMe", TOKEN.partition(":")[2]),
    ("请打 13800138000 找他", "13800138000"),
    ("电话：138 0013 8000。", "138 0013 8000"),
    ("tel=138-0013-8000", "138-0013-8000"),
    ("+86 13800138000", "13800138000"),
    ("+8613800138000", "13800138000"),
    ("008613800138000", "13800138000"),
    ("我的号码１３８００１３８０００", "１３８００１３８０００"),
    ("phone13800138000x", "13800138000"),
    ("0718-8221234 转组织办", "0718-8221234"),
    ("身份证 42280119900101123X", "42280119900101123X"),
    ("422801199001011234", "422801199001011234"),
    ("422801 19900101 1234", "19900101 1234"),
    ("老证 422801900101123", "422801900101123"),
    (f"https://t.me/lianxin_bot?start={LINK}", LINK),
    (f"GET /enter/{LINK} 200", LINK),
    ("query_id=AA&user=%7B%22id%22%3A1%7D&auth_date=1795000000&hash=" + "c0ffee" * 10, "c0ffee" * 10),
    (f"Cookie: __Host-lianxin={LINK}; a=b", LINK),
    ("{'Authorization': 'Bearer abcdefghijk'}", "abcdefghijk"),
    (f"secret header was {SECRET}", SECRET),
]

#: Lines an operator needs as they are.
PLAIN = [
    "update_id=812345678 person=1042 took 0.013812345678 s",
    "2026-11-22T05:53:00.123456Z",
    "at=1795000000123456789 ns=1380013800012345",
    "record LX-D-QX03-202611-0017 filed",
    "chat_id=-1001234567890",
    "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "files/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 stored",
    "listening on http://127.0.0.1:8080",
    "code=draft_stale key=wording-date lang=zh-Hans",
    "应到 312 户，须到会 208 户",
]


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """What a test sets up is undone after it."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def lines_of(log_format: str) -> io.StringIO:
    """Logging set up to write into a string."""
    stream = io.StringIO()
    logs.set_up("json" if log_format == "json" else "console", secrets=[SECRET], stream=stream)
    return stream


@pytest.mark.parametrize(("line", "canary"), CANARIES)
@pytest.mark.parametrize("log_format", ["console", "json"])
def test_a_planted_canary_never_comes_out(line: str, canary: str, log_format: str) -> None:
    """As an event, an argument, a field, inside an exception, and through either logging library."""
    stream = lines_of(log_format)
    structlog.get_logger("a").info("sent", note=line, nested={"deep": {"note": line}}, many=[line])
    structlog.get_logger("b").warning("said %s", line)
    logging.getLogger("aiohttp.server").error("Error handling request: %s", line)
    try:
        raise ValueError(line)
    except ValueError:
        logging.getLogger("aiogram.event").exception("Cause exception while process update")
        structlog.get_logger("c").exception("failed", where=line)
    said = stream.getvalue()
    assert said.count("\n") >= 5
    assert canary not in said
    assert "***" in said


@pytest.mark.parametrize("line", PLAIN)
def test_what_an_operator_needs_stays(line: str) -> None:
    """Ids, times, hashes, amounts and addresses are not mistaken for phones or tokens."""
    stream = lines_of("console")
    logging.getLogger("x").info("%s", line)
    assert line in stream.getvalue()


@pytest.mark.parametrize("field", sorted(logs.PRIVATE_FIELDS))
def test_private_fields_are_never_written(field: str) -> None:
    """Answers, names and codes have no pattern: they are masked by the name of the field, at any depth."""
    stream = lines_of("json")
    structlog.get_logger().info("saved", **{field: "清溪村张某某"}, inner={field: {"x": "清溪村张某某"}})
    assert "张某某" not in stream.getvalue()
    assert json.loads(stream.getvalue())[field] == "***"


def test_a_person_reads_the_time_of_their_place() -> None:
    """At a terminal the hour is the deployment's, to the second."""
    stream = io.StringIO()
    logs.set_up("console", stream=stream, zone=ZoneInfo("Asia/Shanghai"))
    before = datetime.now(ZoneInfo("Asia/Shanghai")).replace(microsecond=0, tzinfo=None)
    logging.getLogger("x").info("here")
    stamp = datetime.strptime(stream.getvalue()[:19], "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 - as it is read
    assert timedelta(0) <= stamp - before < timedelta(seconds=10)


def test_json_lines_are_json() -> None:
    """One object a line, Chinese as it is, with what is bound to the context, from both libraries alike."""
    stream = lines_of("json")
    structlog.contextvars.bind_contextvars(update_id=7, replica="a")
    structlog.get_logger("lianxin").info("已保存", rev=3)
    logging.getLogger("aiohttp").warning("慢 %d ms", 12)
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (first["message"], first["rev"], first["level"], first["logger"]) == (
        "已保存",
        3,
        "info",
        "lianxin",
    )
    assert (second["message"], second["level"], second["logger"]) == ("慢 12 ms", "warning", "aiohttp")
    assert first["update_id"] == second["update_id"] == 7
    assert first["timestamp"].endswith("Z")


@pytest.mark.parametrize("value", [13800138000, [{"tel": 13800138000}], ("13800138000",), {13800138000: 1}])
def test_a_masked_line_is_still_json(value: object) -> None:
    """A phone kept as a number becomes a masked text, and a masked cookie keeps its quotes."""
    stream = lines_of("json")
    structlog.get_logger().info("odd", given=value, header='Cookie: a="b"; c')
    assert "13800138000" not in stream.getvalue()
    assert json.loads(stream.getvalue())["header"].startswith("Cookie: ***")


def test_setting_up_twice_writes_once() -> None:
    """The command line sets logs up before the settings are read, and again after."""
    lines_of("console")
    stream = lines_of("console")
    logging.getLogger("x").info("once")
    assert stream.getvalue().count("once") == 1


def test_a_long_line_is_masked_in_linear_time() -> None:
    """A megabyte of digits and dashes, made to confuse the patterns, is done at once."""
    masker = logs.Masker([SECRET])
    hostile = "1-" * 100_000 + "13 8" * 100_000 + "/aA1-" * 100_000 + "422801 " * 50_000
    assert len(masker(hostile)) > 0
