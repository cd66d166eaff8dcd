"""Settings: right values are read in one form; wrong ones stop the start with one clear sentence (F27)."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.errors import BadSetting
from bot.forms.core.law import Readings
from bot.settings import EXAMPLES, SECRETS, Settings, unknown_names
from bot.texts import LANGS, ZH_HANS, Texts

TOKEN = "7012345678:AAF4xkQ0pZ9m2sUvJ3hTq8cLrY6wBnEoDgI"
SECRET = "k3J9-vQ7xT_mZ2pR8wL5cN4b"
TEXTS = Texts(strict=True)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test starts where there is no .env and no data."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def load(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    """Settings with *values* in the environment, named without the prefix."""
    for name, value in values.items():
        monkeypatch.setenv(f"LIANXIN_{name}", value)
    return Settings.load()


# ---------------------------------------------------------------- what is right


def test_nothing_needs_to_be_set(in_an_empty_folder: Path) -> None:
    """A newcomer sets nothing: SQLite in ./data, the loopback address, no Telegram."""
    settings = Settings.load()
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.public_url == "http://127.0.0.1:8080"
    assert settings.database_url == "sqlite+aiosqlite:///data/lianxin.db"
    assert settings.sqlite_file == Path("data/lianxin.db")
    assert (settings.timezone, settings.locale) == ("Asia/Shanghai", "zh-Hans")
    assert (settings.chat_content, settings.log_format) == ("full", "console")
    assert not settings.telegram
    assert not settings.demo_outside


GOOD = [
    ("BOT_TOKEN", f" {TOKEN} ", "bot_token", TOKEN),
    ("BOT_API", "http://10.3.0.7:8081/", "bot_api", "http://10.3.0.7:8081"),
    ("BOT_API", "http://telegram-bot-api:8081", "bot_api", "http://telegram-bot-api:8081"),
    ("WEBHOOK_SECRET", SECRET, "webhook_secret", SECRET),
    ("DATABASE_URL", "sqlite:////srv/lianxin.db", "database_url", "sqlite+aiosqlite:////srv/lianxin.db"),
    ("DATABASE_URL", "postgres://u:p@db/l", "database_url", "postgresql+asyncpg://u:p@db/l"),
    ("DATABASE_URL", "postgresql://u:p@db:5433/l", "database_url", "postgresql+asyncpg://u:p@db:5433/l"),
    ("DATABASE_URL", "postgresql+asyncpg:///l", "database_url", "postgresql+asyncpg:///l"),
    ("REDIS_URL", "rediss://:p@cache:6380/1", "redis_url", "rediss://:p@cache:6380/1"),
    ("HOST", "::1", "host", "::1"),
    ("HOST", "lianxin.example.org", "host", "lianxin.example.org"),
    ("PORT", "0", "port", 0),
    ("PORT", "65535", "port", 65535),
    ("PUBLIC_URL", "HTTPS://Lianxin.example.org/base/", "public_url", "https://Lianxin.example.org/base"),
    ("TIMEZONE", "Asia/Urumqi", "timezone", "Asia/Urumqi"),
    ("LOCALE", "zh_TW", "locale", "zh-Hant"),
    ("LOCALE", "EN", "locale", "en"),
    ("CHAT_CONTENT", "links", "chat_content", "links"),
    ("LOG_FORMAT", "json", "log_format", "json"),
    ("DEMO_OUTSIDE", "Yes", "demo_outside", True),
    ("BOT_TOKEN", "", "bot_token", None),
]


@pytest.mark.parametrize(("name", "value", "field", "read"), GOOD)
def test_a_right_value_is_read_in_one_form(
    name: str, value: str, field: str, read: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Spellings that mean the same become the same; an empty value is as good as none."""
    found = getattr(load(monkeypatch, **{name: value}), field)
    assert (found.get_secret_value() if hasattr(found, "get_secret_value") else found) == read


def test_the_environment_wins_over_the_env_file(
    in_an_empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """.env is read from where Lianxin is started; what is exported wins."""
    Path(".env").write_text("LIANXIN_PORT=9001\nLIANXIN_LOCALE=en\nOTHER=1\n", encoding="utf-8")
    settings = load(monkeypatch, PORT="9002")
    assert (settings.port, settings.locale) == (9002, "en")


def test_a_webhook_gives_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PUBLIC_URL the address that Telegram calls is the one that people open."""
    url = "https://lianxin.example.org:8443/"
    settings = load(monkeypatch, WEBHOOK_URL=url, WEBHOOK_SECRET=SECRET, BOT_TOKEN=TOKEN)
    assert settings.webhook_url == settings.public_url == "https://lianxin.example.org:8443"


def test_a_bot_api_server_on_this_machine_may_call_plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """A webhook on the loopback address needs no https and may use any port."""
    api, url = "http://127.0.0.1:8081", "http://127.0.0.1:8099"
    assert load(monkeypatch, WEBHOOK_URL=url, WEBHOOK_SECRET=SECRET, BOT_API=api).webhook_url == url


def test_listening_everywhere_is_linked_as_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """0.0.0.0 is no address that anybody could open."""
    assert load(monkeypatch, HOST="0.0.0.0", PORT="81").public_url == "http://127.0.0.1:81"
    assert load(monkeypatch, HOST="::1").public_url == "http://[::1]:81"


def test_settings_are_frozen() -> None:
    """Nobody changes a setting while Lianxin runs."""
    settings = Settings.load()
    with pytest.raises(ValidationError):
        settings.port = 1  # type: ignore[misc]


# ---------------------------------------------------------------- what is wrong: F27, one clear sentence each

BAD = [
    ("BOT_TOKEN", "abc", "bot_token"),
    ("BOT_TOKEN", "7012345678:short", "bot_token"),
    ("BOT_TOKEN", TOKEN.replace(":", "："), "bot_token"),
    ("BOT_TOKEN", f"{TOKEN[:20]} {TOKEN[20:]}", "bot_token"),
    ("BOT_TOKEN", "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", "sample"),
    ("BOT_API", "api.telegram.org", "not_an_address"),
    ("BOT_API", "ftp://10.0.0.1", "scheme"),
    ("BOT_API", "http://api.telegram.org", "plain_http"),
    ("BOT_API", "https://me:pass@api.example.org", "credentials"),
    ("BOT_API", "file:///etc/passwd", "scheme"),
    ("WEBHOOK_URL", "http://lianxin.example.org", "plain_http"),
    ("WEBHOOK_URL", "https://lianxin.example.org/?a=1", "query"),
    ("WEBHOOK_URL", "https://", "not_an_address"),
    ("WEBHOOK_URL", "https://lianxin.example.org:99999", "port"),
    ("WEBHOOK_URL", "https://lianxin .example.org", "control_characters"),
    ("WEBHOOK_SECRET", "k3J9vQ7x", "short"),
    ("WEBHOOK_SECRET", "changeme-changeme-changeme-1", "sample"),
    ("WEBHOOK_SECRET", "abababababababababababababab", "repetitive"),
    ("WEBHOOK_SECRET", "密码密码密码密码密码密码密码密码", "secret_characters"),
    ("WEBHOOK_SECRET", f"{SECRET} {SECRET}", "secret_characters"),
    ("SECRET_KEY", "k3J9vQ7xTmZ2pR8wL5cN4b", "short"),
    ("SECRET_KEY", "0" * 64, "repetitive"),
    ("DATABASE_URL", "mysql://u:p@db/l", "database"),
    ("DATABASE_URL", "postgresql+psycopg://u:p@db/l", "database"),
    ("DATABASE_URL", "data/lianxin.db", "database"),
    ("DATABASE_URL", "sqlite+aiosqlite://", "database_memory"),
    ("DATABASE_URL", "sqlite+aiosqlite:///:memory:", "database_memory"),
    ("DATABASE_URL", "sqlite+aiosqlite:///.", "database_folder"),
    ("DATABASE_URL", "postgresql://u:p@db", "database_name"),
    ("DATABASE_URL", "postgresql://u:p@db:port/l", "port"),
    ("REDIS_URL", "http://cache:6379", "scheme"),
    ("HOST", "http://127.0.0.1", "host"),
    ("HOST", "127.0.0.1:8080", "host"),
    ("HOST", "127.0.0.256", "host"),
    ("PORT", "http", "not_a_number"),
    ("PORT", "８０８０", "not_a_number"),
    ("PORT", "8_080", "not_a_number"),
    ("PORT", "-1", "not_a_number"),
    ("PORT", "65536", "port_range"),
    ("PUBLIC_URL", "lianxin.example.org", "not_an_address"),
    ("DATA_DIR", "a_file", "not_a_folder"),
    ("DATA_DIR", "a_file/below", "not_a_folder"),
    ("TIMEZONE", "北京时间", "time_zone"),
    ("TIMEZONE", "../../etc/passwd", "time_zone"),
    ("TIMEZONE", "UTC+8", "time_zone"),
    ("LOCALE", "fr", "not_a_choice"),
    ("CHAT_CONTENT", "some", "not_a_choice"),
    ("LOG_FORMAT", "xml", "not_a_choice"),
    ("DEMO_OUTSIDE", "maybe", "not_a_switch"),
]


@pytest.mark.parametrize(("name", "value", "why"), BAD)
def test_a_wrong_value_stops_the_start(
    name: str, value: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence in every language: which setting, why, what to write; a secret is never repeated."""
    Path("a_file").touch()
    with pytest.raises(BadSetting) as caught:
        load(monkeypatch, **{name: value})
    assert (caught.value.details["name"], caught.value.details["why"]) == (f"LIANXIN_{name}", why)
    for lang in LANGS:
        said = TEXTS.problem(caught.value, lang)
        assert f"LIANXIN_{name}" in said
        assert TEXTS.text(f"error-bad_setting--{why}", lang) in said
        assert "\n" not in said.replace("\n    ", " ")
        if name.lower() in SECRETS:
            assert value not in said
            assert value not in str(caught.value)
        else:
            assert value in said
        example = EXAMPLES[name.lower()]
        assert ("openssl rand" if example == "random" else example) in said


def test_what_must_not_travel_does_not_start_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A content policy that cannot be kept yet stops the start where there is an outside chat, and only there."""
    assert load(monkeypatch, CHAT_CONTENT="guarded").chat_content == "guarded"
    with pytest.raises(BadSetting) as caught:
        load(monkeypatch, CHAT_CONTENT="guarded", BOT_TOKEN=TOKEN)
    assert (caught.value.details["name"], caught.value.details["why"]) == (
        "LIANXIN_CHAT_CONTENT",
        "no_pages_yet",
    )
    assert "full" in TEXTS.problem(caught.value, "zh-Hans")


def test_readings_of_the_law_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every reading has its own name; what is not set keeps the owner's default."""
    found = load(
        monkeypatch, LAW_MAJORITY_BASE="opening", LAW_REPRESENTATIVES_NOTICE="5", LAW_FIRST_DAY_COUNTS="yes"
    )
    assert found.law == Readings(majority_base="opening", representatives_notice=5, first_day_counts=True)
    assert load(monkeypatch).law == found.law
    assert unknown_names() == []


@pytest.mark.parametrize(
    ("name", "value", "why", "example"),
    [
        ("MAJORITY_BASE", "half", "not_a_choice", "remaining | opening"),
        ("POSTING_OTHER", "一周", "days", "7"),
        ("POSTING_OTHER", "4000", "days", "7"),
        ("REVIEW_OTHER", "maybe", "not_a_switch", "true | false"),
    ],
)
def test_a_reading_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, why: str, example: str
) -> None:
    """As any other setting: which one, why, and what to write instead."""
    with pytest.raises(BadSetting) as caught:
        load(monkeypatch, **{f"LAW_{name}": value})
    assert (caught.value.details["name"], caught.value.details["why"]) == (f"LIANXIN_LAW_{name}", why)
    assert example in TEXTS.problem(caught.value, "zh-Hans")


def test_at_least_thirty_cases_are_tried() -> None:
    """Thirty names are enough."""
    assert len(BAD) >= 30
    assert len({(name, value) for name, value, _ in BAD}) == len(BAD)


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the secret header anybody could pose as Telegram: the missing setting is named."""
    with pytest.raises(BadSetting) as caught:
        load(monkeypatch, WEBHOOK_URL="https://lianxin.example.org")
    said = TEXTS.problem(caught.value, ZH_HANS)
    assert caught.value.details["name"] == "LIANXIN_WEBHOOK_SECRET"
    assert "没有写" in said
    assert "openssl rand -hex 32" in said


def test_telegram_calls_four_ports_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A webhook on port 9000 would wait for ever; a Bot API server of one's own may call it."""
    url = "https://lianxin.example.org:9000"
    with pytest.raises(BadSetting) as caught:
        load(monkeypatch, WEBHOOK_URL=url, WEBHOOK_SECRET=SECRET)
    assert caught.value.details["why"] == "telegram_port"
    assert url in TEXTS.problem(caught.value, ZH_HANS)
    assert load(monkeypatch, BOT_API="http://bot-api:8081").webhook_url == url


def test_all_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor need not be called once for each."""
    monkeypatch.setenv("LIANXIN_PORT", "x")
    monkeypatch.setenv("LIANXIN_LOCALE", "fr")
    assert {bad.details["name"] for bad in Settings.problems()} == {"LIANXIN_PORT", "LIANXIN_LOCALE"}


@pytest.mark.parametrize(("content", "why"), [(b"LIANXIN_LOCALE=\xd6\xd0\xce\xc4\n", "not_utf8")])
def test_an_env_file_that_cannot_be_read_is_named(content: bytes, why: str) -> None:
    """A .env saved as GBK by an old editor is told apart from a wrong value."""
    Path(".env").write_bytes(content)
    with pytest.raises(BadSetting) as caught:
        Settings.load()
    assert (caught.value.details["name"], caught.value.details["why"]) == (".env", why)
    assert "UTF-8" in TEXTS.problem(caught.value, ZH_HANS)


def test_a_misspelt_name_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """LIANXIN_WEBHOOK_SECERT would be ignored without a word."""
    monkeypatch.setenv("LIANXIN_WEBHOOK_SECERT", SECRET)
    monkeypatch.setenv("LIANXIN_TEST_REQUIRE", "")
    Path(".env").write_text("LIANXIN_PROT=1\nLIANXIN_PORT=1\n", encoding="utf-8")
    assert unknown_names() == [
        ("LIANXIN_PROT", "LIANXIN_PORT"),
        ("LIANXIN_WEBHOOK_SECERT", "LIANXIN_WEBHOOK_SECRET"),
    ]


# ---------------------------------------------------------------- secrets


def test_nothing_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither repr nor the address for the log holds a secret; `secrets` has them all for the mask."""
    key = "Zr8w-L5cN4b_k3J9vQ7xTmZ2pR0aHs6yE1dU"
    settings = load(
        monkeypatch,
        BOT_TOKEN=TOKEN,
        WEBHOOK_SECRET=SECRET,
        SECRET_KEY=key,
        DATABASE_URL="postgresql://lianxin:pw-of-the-db@db/l",
        REDIS_URL="redis://:pw-of-redis@cache",
    )
    held = {TOKEN, SECRET, key, "pw-of-the-db", "pw-of-redis"}
    assert set(settings.secrets) == held
    said = f"{settings!r} {settings} {settings.database_shown}"
    assert not [secret for secret in held if secret in said]
    assert settings.database_shown == "postgresql+asyncpg://lianxin:***@db/l"


def test_a_key_is_made_once_and_kept_private(in_an_empty_folder: Path) -> None:
    """The second start finds the key of the first, readable by its owner only."""
    first = Settings.load().secret_key.get_secret_value()
    kept = in_an_empty_folder / "data" / "secret_key"
    assert len(first) >= 32
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    kept.chmod(0o644)
    assert Settings.load().secret_key.get_secret_value() == first
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in kept.parent.iterdir()] == ["secret_key"]


def test_two_processes_that_start_at_once_share_one_key() -> None:
    """Whoever comes second takes the key of the first."""
    found: list[str] = []
    starts = [
        threading.Thread(target=lambda: found.append(Settings.load().secret_key.get_secret_value()))
        for _ in range(8)
    ]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_who_only_looks_makes_no_key(in_an_empty_folder: Path) -> None:
    """The doctor leaves no trace."""
    assert Settings.load(keep_key=False).secret_key.get_secret_value() == ""
    assert list(in_an_empty_folder.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff\xfe\x00broken"])
def test_a_broken_key_file_is_not_replaced(content: bytes, in_an_empty_folder: Path) -> None:
    """A new key would make what is encrypted unreadable: the operator is sent to the backup."""
    kept = in_an_empty_folder / "data" / "secret_key"
    kept.parent.mkdir()
    kept.write_bytes(content)
    with pytest.raises(BadSetting) as caught:
        Settings.load()
    assert caught.value.details["why"] == "key_file"
    assert "备份" in TEXTS.problem(caught.value, ZH_HANS)
    assert kept.read_bytes() == content


def test_a_key_that_is_set_is_not_written_down(
    in_an_empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who brings a key keeps it himself."""
    key = "Zr8w-L5cN4b_k3J9vQ7xTmZ2pR0aHs6yE1dU"
    assert load(monkeypatch, SECRET_KEY=key).secret_key.get_secret_value() == key
    assert list(in_an_empty_folder.iterdir()) == []
