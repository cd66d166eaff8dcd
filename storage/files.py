"""Files: what is known of them stands in the database, their content beside it under its digest."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import bindparam as q
from sqlalchemy import select

from bot.kept import StoredFile
from storage import clean, writes
from storage.core import Core, Part
from storage.tables import file_uses, files
from storage.writer import Batch

_f = files.c
_GET = select(_f.digest, _f.name, _f.media_type, _f.size, _f.owner, _f.created_at).where(
    _f.digest == q("digest")
)
_USES = (
    select(file_uses.c.kind, file_uses.c.target)
    .where(file_uses.c.digest == q("digest"))
    .order_by(file_uses.c.kind, file_uses.c.target)
)


class FileRows(Part):
    """See :class:`bot.usecases.ports.Files`."""

    async def get(self, digest: str) -> StoredFile | None:
        rows = await self._core.reader.near(_GET, {"digest": digest})
        return StoredFile(*rows[0]) if rows else None

    async def uses(self, digest: str) -> Sequence[tuple[str, str]]:
        rows = await self._core.reader.near(_USES, {"digest": digest})
        return [(kind, target) for kind, target in rows]

    def add(self, file: StoredFile) -> None:
        row = (
            file.digest, clean.text(file.name), clean.text(file.media_type), file.size, file.owner,
            file.created_at or self._staged.now,
        )  # fmt: skip
        self._staged.stage(writes.FILE_ADD, row)

    def use(self, digest: str, kind: str, target: str) -> None:
        self._staged.stage(writes.FILE_USE, (digest, kind, target, self._staged.now))


async def forget(core: Core, digest: str, drafts_before: str) -> bool:
    """See :meth:`bot.usecases.ports.Store.forget_file`."""
    batch = Batch()
    batch.ask(writes.FILE_FORGET, (digest, drafts_before))
    batch.ask(writes.FILE_USES_FORGET, (digest,))
    batch.ask(writes.FILE_KNOWN, (digest,))
    await core.writer.commit(batch)
    return not batch.answers[2]


def path_of(folder: Path, digest: str) -> Path:
    """
    Where content lies: ``ab/abcdef…``. Raises ValueError for what is no digest, so that no name leads
    outside.
    """
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError("not a digest")
    return folder / digest[:2] / digest


async def keep(folder: Path, content: bytes) -> str:
    """Write content under its digest, durable, once; a crash leaves either all of it or nothing."""
    return await asyncio.to_thread(_keep, folder, content)


def _keep(folder: Path, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(folder, digest)
    if path.exists():
        os.utime(path)  # young again: the sweep must leave time for noting it
        return digest
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)
    return digest


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
