"""
The folder of contents as housekeeping sees it: what lies there since when, and how it goes.

Writing and finding are storage/files.py's; this is for the sweep of orphans (bot/usecases/files.py: sweep).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from storage import files

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Blobs:
    """Contents under their digests: ``<folder>/<ab>/<sha256>``, where ``ab`` begins the digest. Blocking."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def keep_file(self, content: bytes) -> str:
        """Put content where files lie, durable, and return its digest."""
        return await files.keep(self.folder, content)

    def file_path(self, digest: str) -> Path:
        """Where the content of *digest* lies, or would lie; ValueError when it is no digest."""
        return files.path_of(self.folder, digest)

    def digests(self) -> Iterator[str]:
        """Every content, in order."""
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            if _DIGEST.fullmatch(path.name) and path.is_file():
                yield path.name

    def kept_before(self, moment: float) -> Iterator[str]:
        """
        Digests of contents written before *moment* (POSIX time).

        Halves that a crash left behind (hidden names) are removed on the way.
        """
        for half in self.folder.glob("[0-9a-f][0-9a-f]/.*"):
            if half.is_file() and half.stat().st_mtime < moment:
                half.unlink(missing_ok=True)
        for digest in self.digests():
            if self.file_path(digest).stat().st_mtime < moment:
                yield digest

    def remove_file(self, digest: str, before: float) -> bool:
        """Remove a content unless somebody has sent it again since *before* (POSIX time), or it is gone."""
        path = self.file_path(digest)
        try:
            if path.stat().st_mtime >= before:
                return False
            path.unlink()
        except FileNotFoundError:
            return False
        return True
