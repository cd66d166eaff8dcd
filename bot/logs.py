"""
Logging: one line an event, through structlog and the standard library alike, with personal data masked.

What reaches a log is masked twice: fields that hold secrets or answers by their name are
replaced before a line is made, and the finished line, traceback included, is searched for bot tokens, phones,
identity numbers, sign-in codes and the secrets of the settings. As what is masked is the finished text,
nothing gets round it: neither an exception's text, nor a library's own message, nor an object's repr.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable, Mapping, MutableMapping
from datetime import UTC, datetime, tzinfo
from typing import IO, Any, Final, Literal

import structlog

MASK: Final = "***"

#: Fields of an event that are never written, whatever they hold.
PRIVATE_FIELDS: Final = frozenset(
    {
        "answer", "answers", "authorization", "body", "cookie", "draft", "init_data", "invitation", "name",
        "password", "payload", "phone", "photo", "secret", "text", "token", "value", "was",
    }
)  # fmt: skip

# Digits may be full-width and in groups; boundaries keep longer numbers (ids, nanoseconds) as they are.
_D = "[0-9０-９]"
_GAP = r"[\s\-‐-―.]?"
_PATTERNS: Final = (
    # a bot's token, also inside an address and with its colon escaped
    (re.compile(r"(?<![0-9])([0-9]{5,20})(?::|%3[Aa])[A-Za-z0-9_-]{30,64}"), rf"\1:{MASK}"),
    # an identity card: 17 digits and a check digit, also in the groups of a form (6-8-4)
    (re.compile(rf"(?<!{_D}){_D}{{6}}{_GAP}{_D}{{8}}{_GAP}{_D}{{3}}[0-9０-９XxＸｘ](?!{_D})"), f"{MASK}ID"),
    # the 15 digits of before 1999: area, then a date
    (re.compile(r"(?<![0-9])[1-6][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9])"),
     f"{MASK}ID"),
    # a mobile: 1[3-9] and nine more, written 3-4-4 or in one, with or without +86
    (re.compile(rf"(?<!{_D})(?:(?:\+|00|＋)?(?:86|８６){_GAP})?[1１][3-9３-９]{_D}{_GAP}{_D}{{4}}{_GAP}{_D}{{4}}(?!{_D})"),
     f"{MASK}TEL"),
    # a landline with its area code
    (re.compile(r"(?<![0-9])0[1-9][0-9]{1,2}-[2-9][0-9]{6,7}(?![0-9])"), f"{MASK}TEL"),
    # what signs a person in: invitations, personal links, Telegram's initData
    (re.compile(r"((?:start|startapp|invite|token|hash|signature|tgWebAppData)(?:=|%3[Dd]))[A-Za-z0-9_.%~-]{8,}"),
     rf"\1{MASK}"),
    # a personal link: a long part of a path with capitals, small letters and digits (a hash has no capitals)
    (re.compile(r"(?<=/)(?=[a-z0-9_-]*[A-Z])(?=[A-Z0-9_-]*[a-z])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{20,}"),
     MASK),
    (re.compile(r"((?:[Cc]ookie|[Aa]uthorization|X-Telegram-Bot-Api-Secret-Token)['\"]?\s*[:=]\s*['\"]?)[^\r\n,}'\"]+"),
     rf"\1{MASK}"),
)  # fmt: skip


class Masker:
    """Masks personal data in finished text, and the secrets it was given."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        # short ones would mask half of every line; the settings refuse such secrets anyway
        known = sorted({secret for secret in secrets if len(secret) >= 6}, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None

    def __call__(self, text: str) -> str:
        """*text* with every token, phone, identity number, code and known secret masked."""
        if self._known is not None:
            text = self._known.sub(MASK, text)
        for pattern, mask in _PATTERNS:
            text = pattern.sub(mask, text)
        return text

    def leaves(self, value: Any) -> Any:
        """*value*, a structure about to become JSON, with every text and number in it masked."""
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, int | float):
            masked = self(str(value))
            return value if masked == str(value) else masked
        if isinstance(value, Mapping):
            return {self(str(name)): self.leaves(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.leaves(inner) for inner in value]
        return self(str(value))


def hide_private_fields(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor: fields named in PRIVATE_FIELDS are masked, at any depth."""
    for name in event:
        if name in PRIVATE_FIELDS:
            event[name] = MASK
        elif isinstance(event[name], Mapping):
            event[name] = hide_private_fields(_, __, dict(event[name]))
    return event


class _MaskedRenderer:
    """The last step of every line, structlog's and the standard library's: masked, then one line of JSON."""

    def __init__(self, masker: Masker) -> None:
        self._masker = masker
        self._render = structlog.processors.JSONRenderer(ensure_ascii=False, default=str)

    def __call__(self, logger: Any, method: str, event: MutableMapping[str, Any]) -> str | bytes:
        return self._render(logger, method, self._masker.leaves(event))


class _MaskedFormatter(structlog.stdlib.ProcessorFormatter):
    """The last step for a person at a terminal: made, then masked."""

    def __init__(self, masker: Masker | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._masker = masker

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return self._masker(line) if self._masker else line


#: Libraries that say more than an operator can use.
QUIET: Final = dict.fromkeys(("aiohttp.access", "aiosqlite", "alembic", "asyncio"), logging.WARNING)


def _local_time(zone: tzinfo | None) -> structlog.typing.Processor:
    def stamped(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event["timestamp"] = datetime.now(UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
        return event

    return stamped


def set_up(
    log_format: Literal["console", "json"] = "console",
    *,
    secrets: Iterable[str] = (),
    stream: IO[str] | None = None,
    level: int = logging.INFO,
    zone: tzinfo | None = None,
) -> None:
    """
    Send every log line of the process to *stream* (standard error), masked.

    Lines for people tell the time of *zone* (the machine's where None), lines of JSON that of UTC.

    May be called again; the last call counts. ``structlog.get_logger()`` and ``logging.getLogger()`` come out
    alike, and what `structlog.contextvars` binds (update id, person id, replica) stands in both.
    """
    stream = stream if stream is not None else sys.stderr
    masker = Masker(secrets)
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True) if log_format == "json" else _local_time(zone),
        hide_private_fields,
    ]
    last: list[structlog.typing.Processor]
    if log_format == "json":
        last = [
            structlog.processors.format_exc_info,
            structlog.processors.EventRenamer("message"),
            _MaskedRenderer(masker),
        ]
    else:
        colours = stream.isatty()
        plain = structlog.dev.plain_traceback
        last = [structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=plain, pad_event_to=0)]
    formatter = _MaskedFormatter(
        None if log_format == "json" else masker,  # masking a line of JSON could break it
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    for old in root.handlers[:]:
        if getattr(old, "_lianxin", False):
            root.removeHandler(old)
    handler._lianxin = True  # type: ignore[attr-defined]
    root.addHandler(handler)
    root.setLevel(level)
    for name, quiet in QUIET.items():
        logging.getLogger(name).setLevel(max(level, quiet))
    logging.captureWarnings(True)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
