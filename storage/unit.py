"""One step: reads now, stages what shall change."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam as q
from sqlalchemy import select

from bot.kept import AuditEntry, PendingEffect
from storage import audit, clean, inbox, writes
from storage.core import Core
from storage.drafts import DraftRows
from storage.files import FileRows
from storage.households import HouseholdRows
from storage.outbox import OutboxRows
from storage.people import PeopleRows
from storage.records import RecordRows
from storage.snapshots import SnapshotRows
from storage.tables import effects
from storage.ways import WayRows
from storage.writer import Batch

_EFFECTS = (
    select(effects.c.key, effects.c.type, effects.c.doc)
    .where(effects.c.type == q("type"))
    .order_by(effects.c.created_at, effects.c.key)
)


class StoreUnit(Batch):
    """See :class:`bot.usecases.ports.Unit`."""

    __slots__ = (
        "_core", "drafts", "files", "households", "now", "outbox", "people", "people_changed", "records",
        "snapshots", "told",
        "ways",
    )  # fmt: skip

    def __init__(self, core: Core, now: str) -> None:
        super().__init__()
        self._core = core
        self.now = now
        self.people_changed = False
        self.told = False
        self.drafts = DraftRows(core, self)
        self.records = RecordRows(core, self)
        self.people = PeopleRows(core, self)
        self.ways = WayRows(core, self)
        self.snapshots = SnapshotRows(core, self)
        self.households = HouseholdRows(core, self)
        self.outbox = OutboxRows(core, self)
        self.files = FileRows(core, self)

    def audit(self, entry: AuditEntry) -> None:
        """Stage an entry of the chain."""
        self.audits.append(audit.of_entry(entry, self.now))

    def keep_effect(self, effect: PendingEffect) -> None:
        """Stage an effect to be carried out later; the same key once."""
        row = (clean.text(effect.key), effect.type, clean.dumps(dict(effect.doc)), self.now)
        self.stage(writes.EFFECT_KEEP, row)

    async def pending_effects(self, type_id: str) -> Sequence[PendingEffect]:
        """Effects that wait for a record type, oldest first."""
        rows = await self._core.reader.all(_EFFECTS, {"type": type_id})
        return [PendingEffect(key, kind, clean.loads(doc)) for key, kind, doc in rows]

    def drop_effect(self, key: str) -> None:
        """Stage that it was carried out."""
        self.stage(writes.EFFECT_DROP, (clean.text(key),))

    def mark_update(self, key: str, reply: str, *, owed: bool = False) -> None:
        """Stage that the update was carried out, with its reply."""
        self.stage(writes.INBOX_MARK, (*inbox.over(key, reply, self.now), "owed" if owed else "done"))
