"""
Telegram's HTML: what it accepts, what it shows, and what is wrong with a text.

Hard faults are those Telegram answers with "can't parse entities" (rules and wording after
tdlib/td, MessageEntity.cpp, parse_html). Soft faults are things it silently drops or guesses
(Bot API, "HTML style"): a link without an address, an unescaped ``&``, a tag inside ``<code>``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.botapi.base import Json, utf16_length

TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
ATTRIBUTES = {
    "a": {"href"},
    "span": {"class"},
    "code": {"class"},
    "tg-emoji": {"emoji-id"},
    "tg-time": {"unix", "format"},
    "blockquote": {"expandable"},
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = " \t\r\n\0\v"
_STOP = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9A-Fa-f]*)|#(?P<dec>[0-9]*)|(?P<name>[A-Za-z]*));?")
_TAG_NAME = re.compile(rf"[^>{_SPACE}]*")
_BLANKS = re.compile(rf"[{_SPACE}]*")
_ATTRIBUTE = re.compile(rf"[^=>/\"'{_SPACE}]*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_USER_LINK = re.compile(r"tg:(?://)?user/?\?(?:[^#]*&)?id=(\d+)", re.IGNORECASE)
_URL_HOST = re.compile(r"(?:[A-Za-z0-9._!$,~*'();&+=\-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])+")


class HtmlError(ValueError):
    """Telegram would refuse the text; the message is its own wording after "can't parse entities: "."""


@dataclass(slots=True)
class Parsed:
    """What Telegram shows of a text: plain text, entities (UTF-16 offsets, outer first), soft faults."""

    text: str
    entities: list[Json] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A start tag whose end has not come yet."""

    name: str
    values: dict[str, str]
    begin: int
    number: int


def link_fault(url: str, https_only: bool = False) -> str | None:
    """Why Telegram would refuse *url* in a link or button, in its own words; None when it is fine."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = ("tg", url[3:]) if url.lower().startswith("tg:") else ("http", url)
    scheme = scheme.lower()
    if scheme not in ("http", "https", "tg", "ton", "tonsite"):
        return "Unsupported URL protocol"
    if https_only and scheme != "https":
        return "Only HTTPS links are allowed"
    host_port = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    host, colon, port = host_port.partition(":")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port) <= 65535):
        return "Wrong port number specified in the URL"
    if not host:
        return "URL host is empty"
    if not _URL_HOST.fullmatch(host):
        return "Disallowed character in URL host"
    if scheme in ("http", "https") and "." not in host:
        return "Wrong HTTP URL"
    return None


def parse(text: str) -> Parsed:
    """Read *text* as ``parse_mode=HTML`` does; raises HtmlError where Telegram refuses it."""
    return _Reader(text).run()


def visible_length(text: str) -> int:
    """UTF-16 units that count against 4096 (or 1024 for a caption) after the tags are read."""
    return utf16_length(parse(text).text.strip(" \n"))


def telegram_html_faults(text: str, limit: int = 4096) -> list[str]:
    """
    Everything wrong with an outgoing HTML text; an empty list means it may be sent as it is.

    Hard faults come alone (nothing behind them was read), soft ones all together.
    """
    try:
        parsed = parse(text)
    except HtmlError as error:
        return [f"can't parse entities: {error}"]
    faults = parsed.faults
    length = utf16_length(parsed.text.strip(" \n"))
    if length == 0:
        faults.append("no visible text")
    if length > limit:
        faults.append(f"{length} UTF-16 units are shown, {limit} are allowed")
    for control in sorted(set(_CONTROL.findall(text))):
        faults.append(f"character U+{ord(control):04X} cannot be shown")
    return faults


class _Reader:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.shown: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.opened = 0
        self.entities: list[tuple[int, int, int, Json]] = []  # begin, -length, number of the tag, entity
        self.faults: list[str] = []

    def run(self) -> Parsed:
        source, at = self.source, 0
        while (stop := _STOP.search(source, at)) is not None:
            self._show(source[at : stop.start()], at)
            at = self._reference(stop.start()) if stop.group() == "&" else self._tag(stop.start())
        self._show(source[at:], at)
        if self.open:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        self.entities.sort(key=lambda row: row[:3])
        return Parsed("".join(self.shown), self._nested(), self.faults)

    def _show(self, piece: str, at: int) -> None:
        if piece:
            if ">" in piece:
                where = self._bytes(at + piece.index(">"))
                self.faults.append(f"'>' at byte offset {where} is not written as &gt;")
            self.shown.append(piece)
            self.offset += utf16_length(piece)

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _decode(self, at: int) -> tuple[str, int]:
        """The character a reference at *at* stands for ("" when it is none) and where it ends."""
        match = _REFERENCE.match(self.source, at)
        assert match is not None  # "&" alone matches
        end = match.end()
        if (name := match["name"]) is not None:
            return NAMED.get(name, ""), end
        digits, base = (match["hex"], 16) if match["hex"] is not None else (match["dec"], 10)
        length = end - at - self.source[at:end].endswith(";")
        code = int(digits or "0", base) if length < 10 else 0
        if code == 0 or code >= 0x10FFFF:
            return "", end
        if 0xD800 <= code <= 0xDFFF:
            raise HtmlError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return chr(code), end

    def _reference(self, at: int) -> int:
        character, end = self._decode(at)
        if not character:
            self.faults.append(f"'&' at byte offset {self._bytes(at)} is not written as &amp;")
            character, end = "&", at + 1
        elif self.source[end - 1] != ";":
            where = self._bytes(at)
            self.faults.append(f"'{self.source[at:end]}' at byte offset {where} lacks its semicolon")
        self.shown.append(character)
        self.offset += utf16_length(character)
        return end

    def _blanks(self, at: int) -> int:
        match = _BLANKS.match(self.source, at)
        assert match is not None
        return match.end()

    def _tag(self, at: int) -> int:
        if self.source.startswith("</", at):
            return self._end_tag(at)
        match = _TAG_NAME.match(self.source, at + 1)
        assert match is not None
        if match.end() == len(self.source):
            raise HtmlError(f"Unclosed start tag at byte offset {self._bytes(at)}")
        name = match.group().lower()
        if name not in TAGS:
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {self._bytes(at)}')
        values, end = self._attributes(name, at, match.end())
        if name == "span" and values.get("class") != "tg-spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(at)}')
        self.opened += 1
        self.open.append(_Open(name, values, self.offset, self.opened))
        return end

    def _attributes(self, name: str, start: int, at: int) -> tuple[dict[str, str], int]:
        source = self.source
        values: dict[str, str] = {}
        known = ATTRIBUTES.get(name, set())
        while True:
            at = self._blanks(at)
            if source.startswith(">", at):
                return values, at + 1
            match = _ATTRIBUTE.match(source, at)
            assert match is not None
            if not match.group():
                if at >= len(source):
                    raise HtmlError(f'Unclosed start tag "{name}" at byte offset {self._bytes(start)}')
                where = self._bytes(start)
                raise HtmlError(f'Empty attribute name in the tag "{name}" at byte offset {where}')
            attribute, at = match.group(), self._blanks(match.end())
            if attribute not in known:
                self.faults.append(f"attribute '{attribute}' of <{name}> means nothing to Telegram")
            if not source.startswith("=", at):
                if at >= len(source):
                    raise HtmlError(f'Unclosed start tag "{name}" at byte offset {self._bytes(start)}')
                values[attribute] = ""
                continue
            at = self._blanks(at + 1)
            if at >= len(source):
                raise HtmlError(f'Unclosed start tag "{name}" at byte offset {self._bytes(start)}')
            values[attribute], at = self._value(start, at)

    def _value(self, start: int, at: int) -> tuple[str, int]:
        source = self.source
        if source[at] not in "\"'":
            match = _NAME_TOKEN.match(source, at)
            assert match is not None
            end = match.end()
            if end < len(source) and source[end] not in _SPACE + ">":
                raise HtmlError(f"Unexpected end of name token at byte offset {self._bytes(at)}")
            value = match.group().lower()
        else:
            end = source.find(source[at], at + 1)
            if end < 0:
                raise HtmlError(f"Unclosed start tag at byte offset {self._bytes(start)}")
            value, end = self._literal(at + 1, end), end + 1
        if end >= len(source):
            raise HtmlError(f"Unclosed start tag at byte offset {self._bytes(start)}")
        return value, end

    def _literal(self, at: int, end: int) -> str:
        pieces = []
        while (amp := self.source.find("&", at, end)) >= 0:
            pieces.append(self.source[at:amp])
            character, after = self._decode(amp)
            if not character:
                self.faults.append(f"'&' at byte offset {self._bytes(amp)} is not written as &amp;")
                character, after = "&", amp + 1
            pieces.append(character)
            at = after
        return "".join((*pieces, self.source[at:end]))

    def _end_tag(self, at: int) -> int:
        if not self.open:
            raise HtmlError(f"Unexpected end tag at byte offset {self._bytes(at)}")
        match = _TAG_NAME.match(self.source, at + 2)
        assert match is not None
        found, end = match.group().lower(), self._blanks(match.end())
        if not self.source.startswith(">", end):
            raise HtmlError(f"Unclosed end tag at byte offset {self._bytes(at)}")
        tag = self.open[-1]
        if found and found != tag.name:
            raise HtmlError(
                f"Unmatched end tag at byte offset {self._bytes(at)}, "
                f'expected "</{tag.name}>", found "</{found}>"'
            )
        if self.offset > tag.begin:
            self._close(tag)
        self.open.pop()
        return end + 1

    def _close(self, tag: _Open) -> None:
        entity: Json = {"offset": tag.begin, "length": self.offset - tag.begin, "type": TAGS[tag.name]}
        if tag.name == "a":
            url = tag.values.get("href") or self._text_since(tag.begin)
            user = _USER_LINK.match(url)
            if user is not None:
                entity |= {"type": "text_mention", "user": {"id": int(user.group(1))}}
            elif fault := link_fault(url):
                self.faults.append(f"link '{url}' is dropped: {fault}")
                return
            else:
                entity["url"] = url
        elif tag.name == "tg-emoji":
            number = tag.values.get("emoji-id", "")
            if not re.fullmatch(r"-?[1-9][0-9]*", number):
                raise HtmlError("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = number
        elif tag.name == "blockquote" and "expandable" in tag.values:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "code" and tag.values.get("class", "").startswith("language-"):
            entity["language"] = tag.values["class"][len("language-") :]
        elif tag.name == "tg-time":
            entity |= {"unix_time": int(tag.values.get("unix") or 0)}
        self.entities.append((tag.begin, -entity["length"], tag.number, entity))

    def _text_since(self, begin: int) -> str:
        units = "".join(self.shown).encode("utf-16-le", "surrogatepass")[begin * 2 :]
        return units.decode("utf-16-le", "surrogatepass")

    def _nested(self) -> list[Json]:
        """Entities Telegram keeps: nothing inside code or pre, no quotation inside another."""
        kept: list[Json] = []
        around: list[Json] = []
        for _, _, _, entity in self.entities:
            while around and around[-1]["offset"] + around[-1]["length"] <= entity["offset"]:
                around.pop()
            outer = next((one for one in around if one["type"] in ("code", "pre")), None)
            quoted = "blockquote" in entity["type"] and any("blockquote" in one["type"] for one in around)
            code_in_pre = outer is not None and outer["type"] == "pre" and entity["type"] == "code"
            if outer is not None and code_in_pre and "language" in entity:
                outer["language"] = entity["language"]
            elif outer is not None or quoted:
                where = outer["type"] if outer is not None else "blockquote"
                self.faults.append(f"{entity['type']} inside {where} is dropped")
            else:
                kept.append(entity)
                around.append(entity)
        for entity in kept:
            if entity["type"] == "code":
                entity.pop("language", None)
        return kept
