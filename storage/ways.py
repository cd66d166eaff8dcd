"""The ways in: invitations used once, devices signed in. Codes and tokens are kept as SHA-256 only."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import bindparam as q
from sqlalchemy import literal_column, select

from bot.kept import Device, Invitation
from storage import clean, writes
from storage.core import Part
from storage.tables import devices, invitations

_i, _d = invitations.c, devices.c
_INVITATION = select(
    _i.id, _i.role, _i.org, _i.person, _i.name, _i.created_by, _i.created_at, _i.expires_at, _i.used_at, _i.used_by,
    _i.ended_at,
)  # fmt: skip
_BY_CODE = _INVITATION.where(_i.code_hash == q("code"))
_DEVICE = select(_d.id, _d.person, _d.kind, _d.label, _d.created_at, _d.seen_at, _d.expires_at, _d.ended_at)
_BY_TOKEN = _DEVICE.where(
    _d.token_hash == q("token"), _d.ended_at == literal_column("''"), _d.expires_at > q("now")
)
_OF_PERSON = _DEVICE.where(
    _d.person == q("person"), _d.ended_at == literal_column("''"), _d.expires_at > q("now")
).order_by(_d.seen_at.desc(), _d.id)


def hash_of(secret: str) -> str:
    """What is kept of a code or token. They are random and long, so a plain hash suffices."""
    return hashlib.sha256(clean.text(secret).encode()).hexdigest()


class WayRows(Part):
    """See :class:`bot.usecases.ports.Ways`."""

    async def invitation(self, code: str) -> Invitation | None:
        rows = await self._core.reader.near(_BY_CODE, {"code": hash_of(code)})
        return Invitation(*rows[0]) if rows else None

    async def invitations(self, *, org: str = "", person: str = "") -> Sequence[Invitation]:
        query = _INVITATION.order_by(_i.created_at.desc(), _i.id.desc()).limit(200)
        if org:
            query = query.where(_i.org == org)
        if person:
            query = query.where(_i.person == person)
        return [Invitation(*row) for row in await self._core.reader.all(query)]

    def invite(self, code: str, invitation: Invitation) -> None:
        row = (
            invitation.id, hash_of(code), invitation.role, invitation.org, invitation.person,
            clean.text(invitation.name), invitation.created_by, invitation.created_at or self._staged.now,
            invitation.expires_at,
        )  # fmt: skip
        self._staged.stage(writes.INVITATION_ADD, row)

    def use_invitation(self, code: str, person_id: str) -> None:
        self._staged.stage(writes.INVITATION_USE, (self._staged.now, person_id, hash_of(code)))

    def end_invitation(self, invitation_id: str) -> None:
        self._staged.stage(writes.INVITATION_END, (self._staged.now, invitation_id))

    async def device(self, token: str) -> Device | None:
        rows = await self._core.reader.near(_BY_TOKEN, {"token": hash_of(token), "now": self._staged.now})
        return Device(*rows[0]) if rows else None

    async def devices_of(self, person_id: str) -> Sequence[Device]:
        rows = await self._core.reader.near(_OF_PERSON, {"person": person_id, "now": self._staged.now})
        return [Device(*row) for row in rows]

    def add_device(self, token: str, device: Device) -> None:
        now = self._staged.now
        row = (
            device.id, hash_of(token), device.person, device.kind, clean.text(device.label),
            device.created_at or now, device.seen_at or now, device.expires_at,
        )  # fmt: skip
        self._staged.stage(writes.DEVICE_ADD, row)

    def seen_device(self, device_id: str, expires_at: str) -> None:
        self._staged.stage(writes.DEVICE_SEEN, (self._staged.now, expires_at, device_id))

    def end_device(self, device_id: str) -> None:
        self._staged.stage(writes.DEVICE_END, (self._staged.now, device_id))
