"""``lianxin doctor``: what is misconfigured or out of reach, and how to mend it. Changes nothing and makes no key."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from bot.cli.checkup import Finding, surroundings
from bot.cli.language import spoken
from bot.errors import BadSetting
from bot.setting_rules import KEY_FILE, is_loopback
from bot.settings import ENV_FILE, SECRETS, Settings, unknown_names
from bot.texts import Texts


def main(*, as_json: bool) -> int:
    """Print every finding; 1 when anything is wrong, else 0."""
    texts = Texts(files=("doctor", "errors", "common"))
    lang = spoken()
    found: list[tuple[str, str, str]] = []  # state, key, words
    problems = Settings.problems()
    found += [("bad", str(bad.details["name"]), texts.problem(bad, lang)) for bad in problems]
    for one in findings(problems):
        key = f"doctor-{one.key}"
        words = texts.problem(one.problem, lang) if one.problem else texts.text(key, lang, **one.values)
        found.append((one.state, one.key, words))
    ok = all(state != "bad" for state, _, _ in found)
    if as_json:
        rows = [{"state": state, "key": key, "text": words} for state, key, words in found]
        print(json.dumps({"ok": ok, "findings": rows}, ensure_ascii=False, indent=1))
    else:
        for state, _, words in found:
            print(f"[{texts.text(f'doctor-state-{state}', lang)}] {words}")
    return 0 if ok else 1


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
    yield from surroundings(settings)


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


def shown(settings: Settings) -> Iterator[Finding]:
    """What the settings come to, without secrets."""
    way = "off" if not settings.telegram else "webhook" if settings.webhook_url else "polling"
    yield Finding("good", "shown-address", {"url": settings.public_url})
    yield Finding("good", "shown-database", {"database": settings.database_shown})
    yield Finding("good", "shown-data", {"folder": str(settings.data_dir.absolute())})
    yield Finding("good", "shown-telegram", {"way": way})
