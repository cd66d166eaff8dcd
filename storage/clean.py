"""
Text and documents on their way into the database: one cleaning for both databases, one way to write JSON.

Neither SQLite nor PostgreSQL takes a lone surrogate, PostgreSQL refuses NUL and SQLite cuts its own functions
short at it. Channels refuse such text at the edge; what comes past them is mended here and
never raises.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson

_CANONICAL = orjson.OPT_SORT_KEYS


def text(value: str) -> str:
    """
    *value* as both databases can hold it: NUL left out, surrogate pairs joined, a lone one becomes U+FFFD.
    """
    if value.isascii():
        return value.replace("\0", "") if "\0" in value else value
    try:
        value.encode()
    except UnicodeEncodeError:
        value = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value.replace("\0", "")


def value(found: Any) -> Any:
    """*found* with every text in it cleaned, keys too; tuples become lists, as in JSON."""
    if isinstance(found, str):
        return text(found)
    if isinstance(found, Mapping):
        return {text(str(key)): value(inner) for key, inner in found.items()}
    if isinstance(found, list | tuple):
        return [value(inner) for inner in found]
    return found


def dumps(document: Any) -> str:
    """
    *document* as JSON text, cleaned. Raises TypeError for what is no JSON (an integer beyond 64 bits too).
    """
    return _json(document, 0).decode()


def dump(document: Any) -> tuple[str, bool]:
    """The same, and whether *document* was clean: what a cache may keep as it is."""
    try:
        written = orjson.dumps(document)
    except TypeError:
        return _json(document, 0).decode(), False
    return (written.decode(), True) if b"\\u0000" not in written else (_json(document, 0).decode(), False)


def loads(written: str) -> Any:
    """The document of :func:`dumps`."""
    return orjson.loads(written)


def canonical(document: Any) -> bytes:
    """The one way a document is written to be hashed: keys sorted, no spaces, UTF-8, cleaned."""
    return _json(document, _CANONICAL)


def digest(document: Any) -> str:
    """SHA-256 of the canonical form, lower-case hex."""
    return hashlib.sha256(canonical(document)).hexdigest()


def _json(document: Any, option: int) -> bytes:
    try:
        written = orjson.dumps(document, option=option)
    except TypeError:
        return orjson.dumps(value(document), option=option)
    if b"\\u0000" in written:
        return orjson.dumps(value(document), option=option)
    return written
