"""
Settings: read once from the environment or ``.env`` (prefix ``LIANXIN_``), checked, frozen.

A value that cannot be used stops the start: `Settings.load` raises BadSetting with the setting's name, what
it holds (never for a secret), why it cannot be used and an example. docs/operators.md describes every name.
"""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import setting_rules as rules
from bot.errors import BadSetting
from bot.forms.core.law import Readings
from bot.setting_rules import refuse
from bot.texts import ZH_HANS, known

PREFIX: Final = "LIANXIN_"
ENV_FILE: Final = ".env"
TELEGRAM_API: Final = "https://api.telegram.org"

#: What to write instead, per setting; "random" is worded as the command that makes such a value.
EXAMPLES: Final = {
    "bot_token": "123456789:AA…",
    "bot_api": TELEGRAM_API,
    "webhook_url": "https://lianxin.example.org",
    "webhook_secret": "random",
    "database_url": "postgresql+asyncpg://lianxin:…@127.0.0.1/lianxin",
    "redis_url": "redis://127.0.0.1:6379/0",
    "host": "127.0.0.1",
    "port": "8080",
    "public_url": "https://lianxin.example.org",
    "data_dir": "./data",
    "secret_key": "random",
    "timezone": "Asia/Shanghai",
    "locale": "zh-Hans | zh-Hant | en",
    "chat_content": "full | guarded | links",
    "log_format": "console | json",
    "demo_outside": "true | false",
}
#: Shown to nobody, not even in an error.
SECRETS: Final = frozenset({"bot_token", "webhook_secret", "secret_key", "database_url", "redis_url"})


class Settings(BaseSettings):
    """All settings, checked. Made by `load`; the composition root hands parts of it on."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,  # LIANXIN_BOT_TOKEN= in .env means: not set
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        env_nested_delimiter="_",  # LIANXIN_LAW_MAJORITY_BASE is law.majority_base
        env_nested_max_split=1,
    )

    bot_token: Annotated[SecretStr, AfterValidator(rules.bot_token)] | None = None
    bot_api: Annotated[str, AfterValidator(rules.bot_api)] = TELEGRAM_API
    webhook_url: Annotated[str, AfterValidator(rules.webhook_url)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(rules.webhook_secret)] | None = None
    database_url: str = Field(default="", repr=False)
    redis_url: Annotated[str, AfterValidator(rules.redis_url)] | None = Field(default=None, repr=False)
    host: Annotated[str, AfterValidator(rules.host)] = "127.0.0.1"
    port: int = 8080
    public_url: Annotated[str, AfterValidator(rules.public_url)] = ""
    data_dir: Path = Path("data")
    secret_key: Annotated[SecretStr, AfterValidator(rules.secret_key)] = SecretStr("")
    timezone: Annotated[str, AfterValidator(rules.time_zone)] = "Asia/Shanghai"
    locale: str = ZH_HANS
    chat_content: Literal["full", "guarded", "links"] = "full"
    log_format: Literal["console", "json"] = "console"
    demo_outside: bool = False
    law: Readings = Readings()

    # ------------------------------------------------------------ what is derived

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def telegram(self) -> bool:
        """Whether Telegram is served at all."""
        return self.bot_token is not None

    @property
    def files_dir(self) -> Path:
        """Where photos and files lie, under their content's hash."""
        return self.data_dir / "files"

    @property
    def sqlite_file(self) -> Path | None:
        """The database file, or None with PostgreSQL."""
        scheme, _, path = self.database_url.partition(":///")
        return Path(path.partition("?")[0]) if scheme == "sqlite+aiosqlite" else None

    @property
    def database_shown(self) -> str:
        """The database for people and logs: SQLite's file, PostgreSQL's address without its password."""
        if self.sqlite_file is not None:
            return str(self.sqlite_file)
        parts = urlsplit(self.database_url)
        if parts.password is None:
            return self.database_url
        return self.database_url.replace(f":{parts.password}@", ":***@", 1)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret in here, for the log's mask (bot/logs.py)."""
        held = [s.get_secret_value() for s in (self.bot_token, self.webhook_secret, self.secret_key) if s]
        held += [urlsplit(url).password or "" for url in (self.database_url, self.redis_url or "")]
        return tuple(secret for secret in held if secret)

    # ------------------------------------------------------------ how it is read

    @classmethod
    def load(cls, env_file: Path | str | None = ENV_FILE, *, keep_key: bool = True) -> Self:
        """
        Settings from the environment, then *env_file*, then the defaults.

        *keep_key*: make and keep the secret key in the data directory when none is set. Without it (every
        command but ``run`` and what comes before it in ``make run``) an unset key stays empty.

        Raises:
            BadSetting: the first wrong value; `problems` gives all of them.
        """
        found, problems = cls._read(env_file)
        if problems:
            raise problems[0]
        assert found is not None
        if keep_key and not found.secret_key.get_secret_value():
            key = SecretStr(rules.kept_key(found.data_dir))
            return found.model_copy(update={"secret_key": key})
        return found

    @classmethod
    def problems(cls, env_file: Path | str | None = ENV_FILE) -> list[BadSetting]:
        """Every wrong value at once, for ``lianxin doctor``; empty when all is well."""
        return cls._read(env_file)[1]

    @classmethod
    def _read(cls, env_file: Path | str | None) -> tuple[Self | None, list[BadSetting]]:
        try:
            return cls(_env_file=env_file), []
        except ValidationError as error:
            return None, [_bad(dict(one)) for one in error.errors(include_url=False)]
        except UnicodeDecodeError:
            return None, [_bad_file(env_file, "not_utf8")]
        except OSError:
            return None, [_bad_file(env_file, "unreadable")]

    @field_validator("port", mode="before")
    @classmethod
    def _port(cls, value: Any) -> int:
        return rules.port(value)

    @field_validator("demo_outside", mode="before")
    @classmethod
    def _switch(cls, value: Any) -> bool:
        return rules.switch(value)

    @field_validator("law", mode="before")
    @classmethod
    def _law(cls, value: Any) -> Any:
        return value if isinstance(value, Readings) else rules.readings(value)

    @field_validator("locale")
    @classmethod
    def _locale(cls, value: str) -> str:
        return known(value) or refuse("not_a_choice")

    @field_validator("data_dir")
    @classmethod
    def _data_dir(cls, value: Path) -> Path:
        return rules.data_dir(value)

    @model_validator(mode="after")
    def _together(self) -> Self:
        if self.webhook_url and self.webhook_secret is None:
            refuse("secret_wanted", field="webhook_secret")
        if self.webhook_url and self.bot_api == TELEGRAM_API:
            rules.telegram_port(self.webhook_url)
        if self.telegram and self.chat_content != "full":
            # better not to start than to send what was not to be sent: the pages that would take it come later
            refuse("no_pages_yet", field="chat_content", given=self.chat_content)
        # frozen for everybody else: these two defaults hang on other settings
        if not self.database_url:
            object.__setattr__(self, "database_url", f"sqlite+aiosqlite:///{self.data_dir / 'lianxin.db'}")
        if not self.public_url:
            host = rules.shown_host(self.host)
            object.__setattr__(self, "public_url", self.webhook_url or f"http://{host}:{self.port}")
        return self

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: str) -> str:
        return rules.database_url(value)


def unknown_names(env_file: Path | str | None = ENV_FILE) -> list[tuple[str, str]]:
    """``LIANXIN_`` names that no setting has, each with the name that was probably meant (or "")."""
    from difflib import get_close_matches

    from dotenv import dotenv_values

    ours = {f"{PREFIX}{name}".upper() for name in Settings.model_fields if name != "law"}
    ours |= {f"{PREFIX}LAW_{one.name}".upper() for one in fields(Readings)}
    set_here = {name.upper() for name in os.environ}
    if env_file is not None and Path(env_file).is_file():
        set_here |= {name.upper() for name in dotenv_values(env_file)}
    strange = {name for name in set_here if name.startswith(PREFIX) and not name.startswith(f"{PREFIX}TEST_")}
    return [(name, next(iter(get_close_matches(name, ours, 1)), "")) for name in sorted(strange - ours)]


def _bad(error: dict[str, Any]) -> BadSetting:
    """pydantic's complaint as ours: nearly all carry a reason of bot/setting_rules.py."""
    context: dict[str, Any] = error.get("ctx") or {}
    field = str(context.get("field") or next(iter(error["loc"]), ""))
    why = context.get("reason") or {"literal_error": "not_a_choice"}.get(error["type"], "invalid")
    given = context.get("given") if "field" in context else error.get("input")
    return BadSetting(
        name=f"{PREFIX}{field.upper()}",
        value="hidden" if given is not None and field in SECRETS else rules.shown(given),
        why=why,
        example=context.get("example") or EXAMPLES.get(field, ""),
    )


def _bad_file(env_file: Path | str | None, why: str) -> BadSetting:
    return BadSetting(name=str(env_file), value="hidden", why=why, example=f"{PREFIX}PORT=8080")
