"""Households, their representatives and the bodies of a village, all with the days they are valid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, literal_column, or_, select
from sqlalchemy import bindparam as q

from bot.kept import BodyMember, Household, Speaker
from storage import clean, writes
from storage.clock import day_before
from storage.core import Part
from storage.tables import TEXT, body_members, household_representatives, households

_h, _r, _m = households.c, household_representatives.c, body_members.c


def _valid(table: Table) -> ColumnElement[bool]:
    on = q("on", type_=TEXT)
    return and_(
        table.c.valid_from <= on, or_(table.c.valid_to == literal_column("''"), table.c.valid_to >= on)
    )


_ROSTER = (
    select(_h.id, _h.house_no, _r.name, _h.grp, _h.point, _h.head, _h.adults, _h.people, _r.term)
    .select_from(
        households.outerjoin(
            household_representatives, and_(_r.household == _h.id, _valid(household_representatives))
        )
    )
    .where(_h.org == q("org"), _valid(households))
    .order_by(_h.valid_from, _r.valid_from)
)
_BODY = (
    select(_m.id, _m.no, _m.name, _m.grp, _m.sex, _m.capable)
    .where(_m.org == q("org"), _m.body == q("body"), _valid(body_members))
    .order_by(_m.valid_from)
)
_VERSIONS = select(
    _h.id, _h.org, _h.house_no, _h.grp, _h.point, _h.head, _h.adults, _h.valid_from, _h.valid_to, _h.people
).where(_h.org == q("org"))
_SPOKEN = select(_r.household, _r.name, _r.valid_from, _r.valid_to, _r.phone, _r.term).where(
    _r.household.in_(select(_h.id).where(_h.org == q("org")))
)
_MEMBERS = select(
    _m.id, _m.org, _m.body, _m.no, _m.name, _m.grp, _m.valid_from, _m.valid_to, _m.sex, _m.capable
).where(_m.org == q("org"))


def _by_number(row: list[Any]) -> tuple[int, str, str]:
    """House numbers as people count: 2 before 10, whatever stands around the digits."""
    digits = "".join(sign for sign in row[1] if sign.isascii() and sign.isdigit())
    return (int(digits[-12:]) if digits else 0, row[1], row[0])


class HouseholdRows(Part):
    """See :class:`bot.usecases.ports.Households`."""

    async def roster(self, org_id: str, on: str) -> list[list[Any]]:
        rows = await self._core.reader.all(_ROSTER, {"org": org_id, "on": on})
        # where a version was entered before one that was there already, the newer counts
        found = {row[0]: [*row[:2], row[2] or "", *row[3:8], row[8] or ""] for row in rows}
        return sorted(found.values(), key=_by_number)

    async def people_of(self, org_id: str, body: str, on: str) -> list[list[Any]]:
        rows = await self._core.reader.all(_BODY, {"org": org_id, "body": body, "on": on})
        found = {row[0]: [*row[:5], bool(row[5])] for row in rows}
        return sorted(found.values(), key=_by_number)

    async def versions(self, org_id: str) -> Sequence[Household]:
        rows = await self._core.reader.all(_VERSIONS, {"org": org_id})
        return [Household(*(*row[:7], "", *row[7:])) for row in rows]

    async def spoken_for(self, org_id: str) -> Sequence[Speaker]:
        return [Speaker(*row) for row in await self._core.reader.all(_SPOKEN, {"org": org_id})]

    async def members(self, org_id: str) -> Sequence[BodyMember]:
        rows = await self._core.reader.all(_MEMBERS, {"org": org_id})
        return [BodyMember(*(*row[:-1], bool(row[-1]))) for row in rows]

    def put(self, household: Household, *, reason: str = "") -> None:
        staged, since, why = self._staged, household.valid_from, clean.text(reason)
        row = (
            household.id, household.org, clean.text(household.house_no), clean.text(household.group),
            clean.text(household.point), clean.text(household.head), household.adults, since,
            household.valid_to, why, household.people,
        )  # fmt: skip
        speaker = (clean.text(household.representative), clean.text(household.phone), household.term)
        staged.stage(writes.HOUSEHOLD_PUT, row)
        staged.stage(writes.REPRESENTATIVE_PUT, (household.id, *speaker, since, household.valid_to, why))
        if since:
            until = day_before(since)
            staged.stage(writes.HOUSEHOLD_END, (until, household.id, since))
            staged.stage(writes.REPRESENTATIVE_END, (until, household.id, since, *speaker))

    def put_said(self, speaker: Speaker) -> None:
        said = (clean.text(speaker.phone), speaker.term, speaker.household, speaker.since)
        self._staged.stage(writes.REPRESENTATIVE_SAID, said)

    def put_member(self, member: BodyMember, *, reason: str = "") -> None:
        staged, since = self._staged, member.valid_from
        row = (
            member.id, member.org, member.body, clean.text(member.no), clean.text(member.name),
            clean.text(member.group), since, member.valid_to, clean.text(reason), member.sex, int(member.capable),
        )  # fmt: skip
        staged.stage(writes.MEMBER_PUT, row)
        if since:
            staged.stage(writes.MEMBER_END, (day_before(since), member.id, since))
