"""``lianxin doctor``: what is misconfigured, and how to mend it. Changes nothing and makes no key."""

from __future__ import annotations

import json
import socket
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from bot.catalog import Value
from bot.cli.language import spoken
from bot.errors import BadSetting
from bot.setting_rules import KEY_FILE, is_loopback
from bot.settings import ENV_FILE, SECRETS, Settings, unknown_names
from bot.texts import Texts


@dataclass(frozen=True)
class Finding:
    """One thing found: ``doctor-<key>`` in words with *values*. Only "bad" keeps Lianxin from starting."""

    state: Literal["good", "look", "bad"]
    key: str
    values: dict[str, Value] = field(default_factory=dict)


def main(*, as_json: bool) -> int:
    """Print every finding; 1 when something keeps Lianxin from starting, else 0."""
    texts = Texts(files=("doctor", "errors", "common"))
    lang = spoken()
    found: list[tuple[str, str, str]] = []  # state, key, words
    problems = Settings.problems()
    found += [("bad", str(bad.details["name"]), texts.problem(bad, lang)) for bad in problems]
    for one in findings(problems):
        found.append((one.state, one.key, texts.text(f"doctor-{one.key}", lang, **one.values)))
    if as_json:
        ok = not problems
        rows = [{"state": state, "key": key, "text": words} for state, key, words in found]
        print(json.dumps({"ok": ok, "findings": rows}, ensure_ascii=False, indent=1))
    else:
        for state, _, words in found:
            print(f"[{texts.text(f'doctor-state-{state}', lang)}] {words}")
    return 1 if problems else 0


def findings(problems: Iterable[BadSetting]) -> Iterator[Finding]:
    """What there is to say besides *problems*; about the settings themselves only when there are none."""
    for name, meant in unknown_names():
        yield Finding("look", "unknown", {"name": name, "meant": meant or "none"})
    yield from _env_file(Path(ENV_FILE))
    if list(problems):
        return
    settings = Settings.load(keep_key=False)
    looked = list(_settings(settings))
    yield from looked
    if not looked:
        yield Finding("good", "all-good")
    yield from shown(settings)


def _env_file(path: Path) -> Iterator[Finding]:
    """A .env with secrets that other users of the machine can read."""
    try:
        content = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    if _open_to_others(path) and any(f"LIANXIN_{name.upper()}" in content.upper() for name in SECRETS):
        yield Finding("look", "env_file_open", {"file": str(path)})


def _open_to_others(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _settings(settings: Settings) -> Iterator[Finding]:
    """Values that are right each by itself but probably not what is wanted."""
    inside = is_loopback(settings.host)
    public = urlsplit(settings.public_url)
    if settings.webhook_url and not settings.telegram:
        yield Finding("look", "webhook_without_token")
    if not inside and is_loopback(public.hostname or ""):
        yield Finding("look", "links_point_inside", {"host": settings.host, "url": settings.public_url})
    elif public.scheme == "http" and not is_loopback(public.hostname or ""):
        yield Finding("look", "plain_links", {"url": settings.public_url})
    if settings.demo_outside:
        yield Finding("look", "demo_outside")
    key_file = settings.data_dir / KEY_FILE
    if not settings.secret_key.get_secret_value() and key_file.exists() and _open_to_others(key_file):
        yield Finding("look", "key_file_open", {"file": str(key_file)})
    file = settings.sqlite_file
    if file is not None and not file.exists():
        yield Finding("look", "no_database", {"database": str(file)})
    if settings.port and _taken(settings.host, settings.port):
        yield Finding("look", "port_taken", {"port": settings.port})


def _taken(host: str, port: int) -> bool:
    """Whether somebody listens on *port* already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def shown(settings: Settings) -> Iterator[Finding]:
    """What the settings come to, without secrets."""
    way = "off" if not settings.telegram else "webhook" if settings.webhook_url else "polling"
    yield Finding("good", "shown-address", {"url": settings.public_url})
    yield Finding("good", "shown-database", {"database": settings.database_shown})
    yield Finding("good", "shown-data", {"folder": str(settings.data_dir.absolute())})
    yield Finding("good", "shown-telegram", {"way": way})
