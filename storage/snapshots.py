"""Frozen facts by content digest."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam as q
from sqlalchemy import select

from storage import clean, writes
from storage.core import Part
from storage.tables import snapshots

_GET = select(snapshots.c.doc).where(snapshots.c.digest == q("digest"))


class SnapshotRows(Part):
    """See :class:`bot.usecases.ports.Snapshots`."""

    async def get(self, digest: str) -> Any:
        known = self._core.snapshots.get(digest)
        if known is not None:
            return known
        rows = await self._core.reader.near(_GET, {"digest": digest})
        if not rows:
            return None
        found = clean.loads(rows[0][0])
        self._core.snapshots.put(digest, found)
        return found

    def put(self, kind: str, value: Any) -> str:
        digest = clean.digest(value)
        if self._core.snapshots.get(digest) is None:
            written = clean.canonical(value).decode()
            self._staged.stage(writes.SNAPSHOT_PUT, (digest, kind, written, self._staged.now))
            core, stored = self._core, clean.loads(written)
            self._staged.kept.append(lambda: core.snapshots.put(digest, stored))
        return digest
