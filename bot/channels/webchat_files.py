"""
Files of the built-in chat: what people send and what the bot sends, outside the database, one folder a chat.

This is the chat's own copy, the part that Telegram's servers play there: a use case that keeps evidence takes
it from here (getFile) and stores it by content. Names on disk are made here; a name that people gave is only
ever shown. Photos are made anew from their pixels, so that no position or other hidden data stays in them.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import re
import secrets
import unicodedata
import warnings
from collections.abc import AsyncGenerator, AsyncIterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

import filetype  # type: ignore[import-untyped]
from PIL import Image, ImageOps

from bot.errors import LianxinError

MAX_BYTES = 20 * 1024 * 1024  # what Telegram lets a bot fetch (getFile)
MAX_PIXELS = 50_000_000  # before decoding: a 17 kB file can claim 144 million
PHOTO_SIDE = 2560  # pixels on the longer side of a photo, Telegram's largest
THUMB_SIDE = 720
_CHAT = re.compile(r"^-?[0-9]{1,18}$")
_ID = re.compile(r"^[0-9a-f]{32}$")
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(1, 10)),
    *(f"lpt{n}" for n in range(1, 10)),
}


class FileTooBig(LianxinError):
    """A file is larger than the chat carries. Details: limit_mb."""

    code = "file_too_big"


class FileUnreadable(LianxinError):
    """A photo cannot be read as one: another kind of file, damaged, or far too many pixels."""

    code = "file_unreadable"


class FileEmpty(LianxinError):
    """A file without a single byte."""

    code = "file_empty"


@dataclass(frozen=True, slots=True)
class Kept:
    """
    A file on the shelf. ``name``: cleaned, as shown. ``mime``: by content, never by name. ``size``: bytes.

    ``width``, ``height``, ``thumb_width``, ``thumb_height``: pixels, photos only (else 0).
    """

    chat: str
    id: str
    name: str
    mime: str
    size: int
    digest: str
    width: int = 0
    height: int = 0
    thumb_width: int = 0
    thumb_height: int = 0

    @property
    def file_id(self) -> str:
        """The Bot API file id; the small form of a photo has ``.small`` behind it."""
        return f"{self.chat}.{self.id}"


class FileShelf:
    """The folder of all chats' files. ``root`` is made when the first file comes."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def keep(
        self,
        chat: str,
        chunks: AsyncIterable[bytes],
        *,
        name: str,
        photo: bool = False,
        key: str = "",
        limit: int = MAX_BYTES,
    ) -> Kept:
        """
        Take a file in, in pieces, through a temporary file. The same *key* in a chat gives the same file id.

        Raises:
            FileTooBig, FileEmpty; FileUnreadable when *photo* is asked for and it is none.
        """
        file_id = hashlib.sha256(f"{chat}\0{key}".encode()).hexdigest()[:32] if key else secrets.token_hex(16)
        if key and (known := self.find(chat, file_id)):
            return known
        folder = self._folder(chat)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = folder / f"{file_id}.{secrets.token_hex(4)}.part"
        try:
            await _write(draft, chunks, limit)
            return await asyncio.to_thread(self._settle, draft, chat, file_id, clean_name(name), photo)
        finally:
            with contextlib.suppress(FileNotFoundError):
                draft.unlink()

    def find(self, chat: str, file_id: str) -> Kept | None:
        """The file of this id in this chat, None for anything else."""
        if not _CHAT.match(chat) or not _ID.match(file_id):
            return None
        try:
            about = json.loads((self._folder(chat) / f"{file_id}.json").read_text("utf-8"))
            return Kept(chat=chat, id=file_id, **about)
        except (OSError, ValueError, TypeError):
            return None

    def by_file_id(self, file_id: str) -> tuple[Kept, bool] | None:
        """The file behind a Bot API file id, and whether its small form is meant."""
        chat, _, rest = file_id.partition(".")
        own, _, form = rest.partition(".")
        kept = self.find(chat, own)
        return None if kept is None or form not in ("", "small") else (kept, form == "small")

    def path(self, kept: Kept, *, small: bool = False) -> Path:
        """Where its bytes lie."""
        return self._folder(kept.chat) / (
            f"{kept.id}.small" if small and kept.thumb_width else f"{kept.id}.bin"
        )

    async def read(
        self, kept: Kept, *, small: bool = False, chunk_size: int = 65536
    ) -> AsyncGenerator[bytes, None]:
        """Its bytes, in pieces."""
        content = await asyncio.to_thread(self.path(kept, small=small).open, "rb")
        try:
            while chunk := await asyncio.to_thread(content.read, chunk_size):
                yield chunk
        finally:
            content.close()

    def _folder(self, chat: str) -> Path:
        return self._root / chat

    def _settle(self, draft: Path, chat: str, file_id: str, name: str, photo: bool) -> Kept:
        folder = self._folder(chat)
        width = height = thumb_width = thumb_height = 0
        final, small = folder / f"{file_id}.bin", folder / f"{file_id}.small"
        if photo:
            width, height = _remake(draft, draft, PHOTO_SIDE)
            part = folder / f"{file_id}.{secrets.token_hex(4)}.part"
            thumb_width, thumb_height = _remake(draft, part, THUMB_SIDE)
            part.replace(small)
            mime, name = "image/jpeg", str(Path(name).with_suffix(".jpg"))
        else:
            mime = sniff(draft, name)
        with draft.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
            os.fsync(content.fileno())
        kept = Kept(
            chat, file_id, name, mime, draft.stat().st_size, digest, width, height, thumb_width, thumb_height
        )
        draft.replace(final)
        about = {key: value for key, value in asdict(kept).items() if key not in ("chat", "id")}
        note = folder / f"{file_id}.{secrets.token_hex(4)}.part"
        note.write_text(json.dumps(about, ensure_ascii=False), "utf-8")
        note.replace(folder / f"{file_id}.json")  # last: a file counts from here on
        return kept


def _private(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


async def _write(draft: Path, chunks: AsyncIterable[bytes], limit: int) -> None:
    size = 0
    out = await asyncio.to_thread(_private, draft)
    with out:
        async for chunk in chunks:
            size += len(chunk)
            if size > limit:
                raise FileTooBig(limit_mb=limit // (1024 * 1024))
            await asyncio.to_thread(out.write, chunk)
    if not size:
        raise FileEmpty


def _remake(source: Path, target: Path, side: int) -> tuple[int, int]:
    """Write the picture anew as JPEG, turned upright, at most *side* pixels long, nothing but its pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; they are refused below by size
            with Image.open(source, formats=("JPEG", "PNG", "WEBP", "GIF", "BMP", "MPO")) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise FileUnreadable
                picture.draft("RGB", (side, side))
                upright = ImageOps.exif_transpose(picture)
                upright.thumbnail((side, side))
                if upright.mode not in ("RGB", "L"):
                    flat = Image.new("RGB", upright.size, "white")
                    upright = upright.convert("RGBA")
                    flat.paste(upright, mask=upright.getchannel("A"))
                    upright = flat
                pixels = Image.frombytes(upright.mode, upright.size, upright.tobytes())
        pixels.save(target, "JPEG", quality=85, optimize=True)
    except FileUnreadable:
        raise
    except Exception as error:  # a broken picture makes Pillow raise nearly anything
        raise FileUnreadable from error
    return pixels.size


def sniff(path: Path, name: str) -> str:
    """The content type by content; plain text by trying to read it; else application/octet-stream."""
    kind = filetype.guess(str(path))
    if kind is not None:
        return str(kind.mime)
    with path.open("rb") as content:
        head = content.read(4096)
    if b"\0" in head:
        return "application/octet-stream"
    try:
        head.decode("utf-8-sig", "strict" if len(head) < 4096 else "ignore")
    except UnicodeDecodeError:
        return "application/octet-stream"
    return "text/csv" if name.lower().endswith(".csv") else "text/plain"


def clean_name(name: str) -> str:
    """
    A file name that is safe to show and to offer: no path, no control or direction marks, at most 120
    characters.

    The ending stays, even where the rest must go.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    name = "".join(
        char for char in name if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    )
    name = re.sub(r'[<>:"|?*]+', "_", name)
    name = re.sub(r"\s+", " ", name).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = name, ""
    stem = stem.strip(" .")[: 110 - len(ending)]
    if not stem or stem.lower() in _RESERVED:
        stem = f"file_{stem}" if stem else "file"
    return f"{stem}.{ending}" if ending else stem
