"""Parameters of a method call: JSON, multipart or urlencoded, in a request or in a webhook's answer."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl, unquote

from tests.botapi.base import fail
from tests.botapi.files import Upload

_NUMBER = re.compile(r"\s*([+-]?\d+)")
_DISPOSITION = re.compile(
    rb"""(?P<key>name|filename\*?)\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<plain>[^;\s]+))"""
)


class Arguments:
    """
    The parameters of one call.

    Telegram knows only strings: numbers and objects of a JSON body count as their JSON text,
    so ``5`` and ``"5"`` are the same chat_id.
    """

    __slots__ = ("files", "values")

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str) -> str:
        """The parameter as text; "" when it is missing."""
        value = self.values.get(name)
        if isinstance(value, str):
            return value
        if type(value) is int:
            return str(value)
        return "" if value is None else json.dumps(value, ensure_ascii=False)  # None: not given

    def number(self, name: str, default: int = 0) -> int:
        """The parameter as an integer; what is no number counts as 0, as in Telegram."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        match = _NUMBER.match(str(value))
        return int(match.group(1)) if match else 0

    def flag(self, name: str) -> bool:
        """The parameter as yes or no."""
        return self.text(name).lower() in ("true", "yes", "1")

    def raw(self, name: str) -> Any:
        """The parameter as it came."""
        return self.values.get(name)

    def array(self, name: str, complaint: str) -> list[Any] | None:
        """The parameter as a JSON array; None when it is missing."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise fail(complaint) from None
        if not isinstance(value, list):
            raise fail(complaint)
        return value


def read_arguments(content_type: str, body: bytes, query: str = "") -> Arguments:
    """Read a body of any kind Telegram accepts; raises ApiError for one it does not."""
    values: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return Arguments(values)
    if kind == "application/json":
        return Arguments(values | _json_object(body))
    if kind == "application/x-www-form-urlencoded":
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
        except UnicodeDecodeError:
            raise fail("Strings must be encoded in UTF-8") from None
        return Arguments(values | dict(pairs))
    if kind == "multipart/form-data":
        fields, files = read_multipart(content_type, body)
        return Arguments(values | fields, files)
    return Arguments(values)  # Telegram ignores bodies of other kinds


def _json_object(body: bytes) -> dict[str, Any]:
    """
    The fields of a JSON body. Telegram ignores a body it cannot read (tdlib/td, HttpReader.cpp) and
    takes ``null`` for the text "null": ``"reply_markup": null`` is refused, not passed over.
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(value, dict):
        return {}
    return {name: "null" if one is None else one for name, one in value.items()}


def read_multipart(content_type: str, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    """Fields and files of a multipart/form-data body (RFC 7578)."""
    match = re.search(r'boundary="?([^";]+)"?', content_type)
    if match is None:
        raise fail("Boundary not found")
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    delimiter = b"\r\n--" + match.group(1).encode()
    for part in (b"\r\n" + body).split(delimiter)[1:]:
        if part.startswith(b"--"):
            break
        head, separator, content = part.partition(b"\r\n\r\n")
        if not separator:
            raise fail("Invalid multipart data")
        headers = _headers(head)
        names = _names(headers.get(b"content-disposition", b""))
        if "filename" in names:
            mime = headers.get(b"content-type", b"").decode("latin-1") or "application/octet-stream"
            files[names["name"]] = Upload(names["filename"], mime, content)
        elif "name" in names:
            try:
                fields[names["name"]] = content.decode()
            except UnicodeDecodeError:
                raise fail("Strings must be encoded in UTF-8") from None
    return fields, files


def _headers(head: bytes) -> dict[bytes, bytes]:
    pairs = (line.partition(b":") for line in head.split(b"\r\n") if b":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _names(disposition: bytes) -> dict[str, str]:
    names: dict[str, str] = {}
    for match in _DISPOSITION.finditer(disposition):
        quoted = match["quoted"]
        raw = re.sub(rb"\\(.)", rb"\1", quoted) if quoted is not None else match["plain"]
        value, key = raw.decode("utf-8", "replace"), match["key"].decode()
        if key == "filename*":
            names["filename"] = unquote(value.rpartition("'")[2])
        else:
            names.setdefault(key, value)
    return names
