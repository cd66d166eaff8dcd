"""Files on their way through Telegram: kept by file_id, measured, served once getFile was asked."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from tests.botapi.base import Json, fail

DOWNLOAD_LIMIT = 20 << 20
UPLOAD_LIMIT = 50 << 20
PHOTO_LIMIT = 10 << 20

_FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}
_PREFIXES = {
    "photo": "AgACAgUAAxk",
    "document": "BQACAgUAAxk",
    "voice": "AwACAgUAAxk",
    "sticker": "CAACAgUAAxk",
}
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(slots=True)
class Upload:
    """One file of a multipart request."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class StoredFile:
    """A file Telegram keeps. ``size`` may be larger than the content a test cared to supply."""

    file_id: str
    unique_id: str
    path: str
    content: bytes
    size: int
    name: str
    mime: str
    kind: str

    def json(self) -> Json:
        """The part of Document, PhotoSize … that every file has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """Every file of this bot. Identifiers repeat from run to run, so golden files may hold them."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, content: bytes, name: str, mime: str, size: int | None = None) -> StoredFile:
        """Keep *content*; *size* stands in for a large file nobody wants to hold in memory."""
        number = len(self.by_id)
        digest = hashlib.sha256(content + name.encode("utf-8", "replace") + bytes([number % 251])).hexdigest()
        suffix = PurePosixPath(name).suffix if name else ""
        stored = StoredFile(
            file_id=f"{_PREFIXES[kind]}{number:06d}{digest[:40]}",
            unique_id=f"AQAD{digest[:12]}",
            path=f"{_FOLDERS[kind]}/file_{number}{suffix}",
            content=content,
            size=len(content) if size is None else size,
            name=name,
            mime=mime,
            kind=kind,
        )
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def get_file(self, file_id: str) -> Json:
        """getFile: the path to download from, at most 20 MB."""
        stored = self.find(file_id)
        if stored.size > DOWNLOAD_LIMIT:
            raise fail("File is too big")
        return stored.json() | {"file_path": stored.path}

    def find(self, file_id: str) -> StoredFile:
        """The file behind an identifier the bot was given; raises ApiError for others."""
        if not file_id:
            raise fail("file_id not specified")
        stored = self.by_id.get(file_id)
        if stored is None:
            raise fail("Wrong file_id or the file is temporarily unavailable")
        return stored

    def photo_sizes(self, content: bytes, name: str, size: int | None = None) -> list[Json]:
        """
        The PhotoSize list of a photo, smallest first.

        The small one is a picture of its own: a bot that takes the wrong entry gets the wrong bytes.
        """
        dimensions = image_size(content)
        if dimensions is None:
            raise fail("IMAGE_PROCESS_FAILED")
        width, height = dimensions
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise fail("PHOTO_INVALID_DIMENSIONS")
        ratio = 90 / max(width, height)
        small = (max(1, round(width * ratio)), max(1, round(height * ratio)))
        thumbnail = self.keep("photo", picture(*small), "thumb.png", "image/png")
        full = self.keep("photo", content, name, "image/jpeg", size)
        return [
            thumbnail.json() | {"width": small[0], "height": small[1]},
            full.json() | {"width": width, "height": height},
        ]


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return (width, height) if width and height else None
    if content[:2] == b"\xff\xd8":
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return (width, height) if width and height else None
        if marker == 0xFF or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def picture(width: int = 640, height: int = 480, shade: int = 200) -> bytes:
    """A real PNG of one grey *shade* (0 to 255), for people to send."""
    row = b"\0" + bytes([shade]) * width
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height)),
        (b"IEND", b""),
    ]
    chunks = (struct.pack(">I", len(data)) + kind + data for kind, data in parts)
    sums = (struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk + crc for chunk, crc in zip(chunks, sums, strict=True))
