"""
What a setting may hold: one small function each, which gives the value in its one form or refuses it.

A refusal is a reason, the key ``error-bad_setting--<reason>`` in errors.ftl; bot/settings.py makes a
BadSetting of it.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import re
import secrets
import tempfile
from pathlib import Path
from typing import Any, Final, NoReturn, get_args, get_type_hints
from urllib.parse import SplitResult, urlsplit, urlunsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import SecretStr
from pydantic_core import PydanticCustomError

from bot.errors import BadSetting
from bot.forms.core.law import Readings

KEY_FILE: Final = "secret_key"
SECRET_LENGTH: Final = 24  # characters
KEY_LENGTH: Final = 32  # characters
DISTINCT: Final = 8  # different characters: fewer is a pattern, not chance
TELEGRAM_PORTS: Final = (443, 80, 88, 8443)  # core.telegram.org/bots/api#setwebhook
MOST_DAYS: Final = 366
SHOWN: Final = 60  # characters of a wrong value that are repeated to the operator

# what documentation, tutorials and this project's own pages print
_SAMPLE_TOKENS: Final = ("123456:ABC-DEF", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "123456789:AA")
_SAMPLE_WORDS: Final = (
    "changeme",
    "change_me",
    "change-me",
    "example",
    "secret",
    "password",
    "your-",
    "your_",
    "sample",
)


def refuse(reason: str, **context: Any) -> NoReturn:
    """Refuse the value being checked; *field* and *given* in the context blame another setting."""
    raise PydanticCustomError(reason, "{reason}", {"reason": reason, **context})


def shown(value: Any) -> str:
    """A wrong value as one short line."""
    if value is None:
        return "unset"
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+", "�", str(value))
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


# ---------------------------------------------------------------- secrets


def bot_token(token: SecretStr) -> SecretStr:
    """``<digits>:<35 characters>``, as BotFather writes them."""
    text = token.get_secret_value().strip()
    if text.startswith(_SAMPLE_TOKENS):
        refuse("sample")
    if not re.fullmatch(r"[0-9]{5,20}:[A-Za-z0-9_-]{30,64}", text):
        refuse("bot_token")
    return SecretStr(text)


def webhook_secret(secret: SecretStr) -> SecretStr:
    """What Telegram sends back in a header: A-Z a-z 0-9 _ -, 24 to 256 characters, no sample."""
    text = secret.get_secret_value().strip()
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", text):
        refuse("secret_characters")
    return SecretStr(_strong(text, SECRET_LENGTH))


def secret_key(key: SecretStr) -> SecretStr:
    """At least 32 characters of chance."""
    text = key.get_secret_value().strip()
    if not text.isprintable():
        refuse("control_characters")
    return SecretStr(_strong(text, KEY_LENGTH)) if text else key


def _strong(text: str, length: int) -> str:
    if any(word in text.lower() for word in _SAMPLE_WORDS):
        refuse("sample")
    if len(text) < length:
        refuse("short")
    if len(set(text)) < DISTINCT:
        refuse("repetitive")
    return text


def kept_key(folder: Path) -> str:
    """
    The key kept in *folder*, made on first use: for its owner's eyes only, and one and the same for two
    processes that start at once.

    Raises BadSetting when the folder cannot be written or the file holds no key.
    """
    path = folder / KEY_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make_key(path)
        path.chmod(0o600)
        key = path.read_text(encoding="ascii").strip()
    except UnicodeDecodeError:
        key = ""
    except OSError:
        raise BadSetting(
            name="LIANXIN_DATA_DIR", value=shown(folder), why="not_writable", example="./data"
        ) from None
    if len(key) < KEY_LENGTH:
        raise BadSetting(name=str(path), value="hidden", why="key_file", example="backup")
    return key


def _make_key(path: Path) -> None:
    # written whole under another name, then linked: nobody ever reads half a key, and the first of two wins
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(name, path)
    finally:
        Path(name).unlink()


# ---------------------------------------------------------------- addresses


def _address(value: str, schemes: tuple[str, ...]) -> SplitResult:
    """*value* taken apart: one of *schemes*, a host, a possible port, and nothing beyond the path."""
    if not value.isprintable() or re.search(r"\s", value):
        refuse("control_characters")
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - raises for a port that cannot be
    except ValueError:
        refuse("port")
    if "://" not in value:
        refuse("not_an_address")
    if parts.scheme.lower() not in schemes:
        refuse("scheme")
    if not parts.hostname:
        refuse("not_an_address")
    if parts.username is not None or parts.password is not None:
        refuse("credentials")
    if parts.query or parts.fragment:
        refuse("query")
    return parts


def _base(parts: SplitResult) -> str:
    """An address to which paths are added: no slash at its end."""
    return urlunsplit(parts._replace(scheme=parts.scheme.lower(), path=parts.path.rstrip("/")))


def is_loopback(host_name: str) -> bool:
    """Whether *host_name* is this machine itself."""
    try:
        return ipaddress.ip_address(host_name).is_loopback
    except ValueError:
        return host_name == "localhost" or host_name.endswith(".localhost")


def _is_inside(host_name: str) -> bool:
    """Whether *host_name* can only be in one's own network: a private address, or a name without a dot."""
    try:
        return ipaddress.ip_address(host_name).is_private
    except ValueError:
        return "." not in host_name or host_name.endswith((".localhost", ".local", ".internal"))


def webhook_url(value: str) -> str:
    """Where Telegram reaches us: https, but for a Bot API server on this very machine."""
    parts = _address(value, ("https", "http"))
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        refuse("plain_http")
    return _base(parts)


def telegram_port(url: str) -> None:
    """Telegram's own servers call four ports; a Bot API server of one's own calls any."""
    parts = urlsplit(url)
    if not is_loopback(parts.hostname or "") and (parts.port or 443) not in TELEGRAM_PORTS:
        refuse("telegram_port", field="webhook_url", given=url)


def bot_api(value: str) -> str:
    """The Bot API server: https, or http inside one's own network (the token is part of every path)."""
    parts = _address(value, ("https", "http"))
    if parts.scheme == "http" and not _is_inside(parts.hostname or ""):
        refuse("plain_http")
    return _base(parts)


def public_url(value: str) -> str:
    """The address that people open."""
    return _base(_address(value, ("https", "http"))) if value else value


def redis_url(value: str) -> str:
    """``redis://``, ``rediss://`` or ``unix://``"""
    if not value.isprintable():
        refuse("control_characters")
    parts = urlsplit(value)
    if parts.scheme not in ("redis", "rediss", "unix"):
        refuse("scheme")
    if not (parts.hostname or (parts.scheme == "unix" and parts.path)):
        refuse("not_an_address")
    return value


def host(value: str) -> str:
    """What to listen on: an IP address or a host name."""
    bare = value.removeprefix("[").removesuffix("]")
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        pass
    # digits and dots alone are an address that went wrong, never a name
    labels = re.fullmatch(
        r"(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9-]{1,63})*", value
    )
    if not labels or re.fullmatch(r"[0-9.]+", value):
        refuse("host")
    return value


def shown_host(value: str) -> str:
    """A listening address as part of a link: "any" becomes this machine, IPv6 gets its brackets."""
    if value in ("0.0.0.0", "::"):  # noqa: S104 - compared with, not listened on
        return "127.0.0.1"
    return f"[{value}]" if ":" in value else value


# ---------------------------------------------------------------- the rest


def port(value: Any) -> int:
    """0 (any free one) to 65535, in plain digits."""
    text = str(value).strip()
    if not re.fullmatch(r"[0-9]{1,9}", text):  # int() would take １２, 1_000 and +5
        refuse("not_a_number")
    if int(text) > 65535:
        refuse("port_range")
    return int(text)


def switch(value: Any, **blame: Any) -> bool:
    """true or false, as people write them; *blame* as in :func:`refuse`."""
    text = str(value).strip().lower()
    if text in ("true", "1", "yes", "on"):
        return True
    if text in ("false", "0", "no", "off"):
        return False
    refuse("not_a_switch", **blame)


def time_zone(value: str) -> str:
    """A name of the IANA data base."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        refuse("time_zone")
    return value


def data_dir(value: Path) -> Path:
    """A folder that is there and can be written, or can be made."""
    if not str(value).isprintable():
        refuse("control_characters")
    path = value.expanduser()
    nearest = next((folder for folder in (path, *path.absolute().parents) if folder.exists()), Path("/"))
    if not nearest.is_dir():
        refuse("not_a_folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        refuse("not_writable")
    return path


def database_url(value: str) -> str:
    """SQLite in a file, or PostgreSQL; other spellings of the two are put right."""
    if not value:
        return value
    if not value.isprintable() or re.search(r"\s", value):
        refuse("control_characters")
    scheme, colon, rest = value.partition("://")
    known = {
        "sqlite": "sqlite+aiosqlite",
        "sqlite+aiosqlite": "sqlite+aiosqlite",
        "postgres": "postgresql+asyncpg",
        "postgresql": "postgresql+asyncpg",
        "postgresql+asyncpg": "postgresql+asyncpg",
    }.get(scheme.lower())
    if not colon or known is None:
        refuse("database")
    url = f"{known}://{rest}"
    if known == "sqlite+aiosqlite":
        path = rest.removeprefix("/").partition("?")[0]
        if not path or ":memory:" in path or "mode=memory" in rest:
            refuse("database_memory")
        if not rest.startswith("/"):  # sqlite://data/x.db would be a host called data
            refuse("database")
        if path.endswith("/") or Path(path).is_dir():
            refuse("database_folder")
        return url
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises for a port that cannot be
    except ValueError:
        refuse("port")
    if not parts.path.strip("/"):
        refuse("database_name")
    return url


# ---------------------------------------------------------------- readings of the law


def readings(given: Any) -> Readings:
    """``{"majority_base": "opening", …}`` as :class:`Readings`; what no reading has the name of is passed over."""
    kinds = get_type_hints(Readings)
    found = {str(name).lower(): text for name, text in dict(given or {}).items()}
    return Readings(**{name: _reading(name, kinds[name], found[name]) for name in kinds if name in found})


def _reading(name: str, kind: Any, given: Any) -> Any:
    blame = {"field": f"law_{name}", "given": given}
    text = str(given).strip()
    if kind is bool:
        return switch(text, example="true | false", **blame)
    if kind is int:
        if not text.isdecimal() or not text.isascii() or int(text[:9]) > MOST_DAYS:
            refuse("days", example=str(getattr(Readings(), name)), **blame)
        return int(text)
    if text not in get_args(kind):
        refuse("not_a_choice", example=" | ".join(get_args(kind)), **blame)
    return text
