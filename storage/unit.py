"""One step: reads now, stages what shall change."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam as q
from sqlalchemy import select

from bot.kept import AuditEntry, PendingEffect
from storage import audit, clean, inbox, writes
from storage.core import Core, Staged
from storage.drafts import DraftRows
from storage.files import FileRows
from storage.households import HouseholdRows
from storage.outbox import OutboxRows
from storage.people import PeopleRows
from storage.records import RecordRows
from storage.snapshots import SnapshotRows
from storage.tables import effects
from storage.ways import WayRows

_EFFECTS = (
    select(effects.c.key, effects.c.type, effects.c.doc)
    .where(effects.c.type == q("type"))
    .order_by(effects.c.created_at, effects.c.key)
)


class StoreUnit:
    """
    See :class:`bot.usecases.ports.Unit`.

    Its parts are made when they are asked for and know only what is staged, not the unit: a step leaves no circle of
    references behind for the garbage collector, which would cost more than the step's own write.
    """

    __slots__ = ("_core", "staged")

    def __init__(self, core: Core, now: str) -> None:
        self._core = core
        self.staged = Staged(now)

    @property
    def now(self) -> str:
        """UTC stamp taken when the unit began."""
        return self.staged.now

    @property
    def drafts(self) -> DraftRows:
        """Forms being filled."""
        return DraftRows(self._core, self.staged)

    @property
    def records(self) -> RecordRows:
        """What was sent."""
        return RecordRows(self._core, self.staged)

    @property
    def people(self) -> PeopleRows:
        """Persons, posts, the tree, chats."""
        return PeopleRows(self._core, self.staged)

    @property
    def ways(self) -> WayRows:
        """Invitations and devices."""
        return WayRows(self._core, self.staged)

    @property
    def snapshots(self) -> SnapshotRows:
        """Frozen facts."""
        return SnapshotRows(self._core, self.staged)

    @property
    def households(self) -> HouseholdRows:
        """Households and bodies."""
        return HouseholdRows(self._core, self.staged)

    @property
    def outbox(self) -> OutboxRows:
        """What must be told."""
        return OutboxRows(self._core, self.staged)

    @property
    def files(self) -> FileRows:
        """What is known of files."""
        return FileRows(self._core, self.staged)

    def audit(self, entry: AuditEntry) -> None:
        """Stage an entry of the chain."""
        self.staged.audits.append(audit.of_entry(entry, self.now))

    def keep_effect(self, effect: PendingEffect) -> None:
        """Stage an effect to be carried out later; the same key once."""
        row = (clean.text(effect.key), effect.type, clean.dumps(dict(effect.doc)), self.now)
        self.staged.stage(writes.EFFECT_KEEP, row)

    async def pending_effects(self, type_id: str) -> Sequence[PendingEffect]:
        """Effects that wait for a record type, oldest first."""
        rows = await self._core.reader.all(_EFFECTS, {"type": type_id})
        return [PendingEffect(key, kind, clean.loads(doc)) for key, kind, doc in rows]

    def drop_effect(self, key: str) -> None:
        """Stage that it was carried out."""
        self.staged.stage(writes.EFFECT_DROP, (clean.text(key),))

    def mark_update(self, key: str, reply: str, *, owed: bool = False) -> None:
        """Stage that the update was carried out, with its reply."""
        state = "owed" if owed else "done"
        self.staged.stage(writes.INBOX_MARK, (*inbox.over(key, reply, self.now), state))
