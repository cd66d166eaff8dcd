"""
Contents of files, outside the database: ``<folder>/<ab>/<sha256>.<ext>``, where ``ab`` begins the digest.

A content is written beside its place, synced and renamed, and the folder is synced too: when
:meth:`Blobs.keep` returns, the file survives a power cut, and nobody ever sees half of one. The same
content is kept once.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.errors import NotKept

_DIGEST = re.compile(r"[0-9a-f]{64}")
#: First bytes -> extension; what a person finds when they look into the folder after a disaster.
_EXTENSIONS: Final = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"%PDF-", ".pdf"))
_KNOWN: Final = (".jpg", ".png", ".pdf", "")


class Blobs:
    """A folder of contents. Blocking; :meth:`keep_file` is the door for the event loop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def keep_file(self, content: bytes) -> str:
        """:meth:`keep` in a thread."""
        return await asyncio.to_thread(self.keep, content)

    def keep(self, content: bytes) -> str:
        """Keep *content*, durable, and return its SHA-256. Raises NotKept: no room, no right to write."""
        digest = hashlib.sha256(content).hexdigest()
        if self.file_path(digest).is_file():
            return digest
        extension = next((ext for magic, ext in _EXTENSIONS if content.startswith(magic)), "")
        target = self.folder / digest[:2] / f"{digest}{extension}"
        try:
            self._write(content, target)
        except OSError as error:
            raise NotKept(why=os.strerror(error.errno or 0)) from error
        return digest

    def _write(self, content: bytes, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")  # mode 0600
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)

    def file_path(self, digest: str) -> Path:
        """Where the content of *digest* lies, or would lie; ValueError when it is no digest."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError("not a SHA-256 digest")
        paths = [self.folder / digest[:2] / f"{digest}{extension}" for extension in _KNOWN]
        return next((path for path in paths if path.is_file()), paths[-1])

    def files(self) -> Iterator[tuple[str, Path]]:
        """Every content: (digest as its name says, path), in order."""
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            if _DIGEST.fullmatch(path.stem) and path.suffix in _KNOWN:
                yield path.stem, path

    def damaged(self) -> Iterator[str]:
        """Digests whose content is no longer what its name says."""
        for digest, path in self.files():
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    yield digest

    def kept_before(self, moment: float) -> Iterator[str]:
        """
        Digests of contents written before *moment* (POSIX time); parts left by a crash are removed on the
        way.
        """
        for part in self.folder.glob("[0-9a-f][0-9a-f]/.*.part"):
            if part.stat().st_mtime < moment:
                part.unlink(missing_ok=True)
        for digest, path in self.files():
            if path.stat().st_mtime < moment:
                yield digest

    def remove_file(self, digest: str) -> None:
        """Remove a content; nothing happens when it is gone."""
        self.file_path(digest).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a rename durable (POSIX); Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
