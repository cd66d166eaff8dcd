"""Forms being filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam as q
from sqlalchemy import case, literal_column, null, select

from bot.forms.core.draft import Draft
from bot.kept import DraftHead
from storage import clean, writes
from storage.core import Core, Part
from storage.statements import Row
from storage.tables import TEXT, drafts

_c = drafts.c
_GET = select(_c.doc).where(_c.id == q("id"))
_NEWER = select(
    case((_c.rev == q("known"), null()), else_=_c.doc),
).where(_c.id == q("id"))
_ANY_ORG = q("org", type_=TEXT) == literal_column("''")
_FIND = (
    select(_c.id)
    .where(
        _c.owner == q("owner"),
        _c.done == literal_column("''"),
        _c.form == q("form"),
        (_c.period == q("period")) | (_c.record != literal_column("''")),  # an act's period is its record's
        _c.record == q("record"),
        _c.row_id == q("row"),
        (_c.org == q("org")) | _ANY_ORG,
        (_c.subject == q("subject")) | (_c.record != literal_column("''")),
    )
    .order_by(_c.updated_at.desc(), _c.id.desc())
    .limit(1)
)
_OPEN = (
    select(_c.id, _c.form, _c.org, _c.period, _c.record, _c.row_id, _c.updated_at, _c.subject)
    .where(_c.owner == q("owner"), _c.done == literal_column("''"))
    .order_by(_c.updated_at.desc(), _c.id.desc())
    .limit(50)
)


class DraftRows(Part):
    """See :class:`bot.usecases.ports.Drafts`."""

    async def get(self, draft_id: str) -> Draft | None:
        core = self._core
        known = core.drafts.get(draft_id)
        if known is not None:
            if not core.replicas:
                return known
            rows = await core.reader.near(_NEWER, {"id": draft_id, "known": known.rev})
            if rows and rows[0][0] is None:
                return known
        else:
            rows = await core.reader.near(_GET, {"id": draft_id})
        if not rows:
            return None
        draft = Draft.from_json(clean.loads(rows[0][0]))
        keep(core, draft)
        return draft

    async def find(
        self,
        owner: str,
        form: str,
        *,
        org: str = "",
        subject: str = "",
        period: str = "",
        record: str = "",
        row: str = "",
    ) -> Draft | None:
        values = {
            "owner": owner, "form": form, "org": org, "subject": subject, "period": period, "record": record, "row": row,
        }  # fmt: skip
        found = await self._core.reader.near(_FIND, values)
        return await self.get(found[0][0]) if found else None

    async def open_of(self, owner: str) -> Sequence[DraftHead]:
        rows = await self._core.reader.near(_OPEN, {"owner": owner})
        return [DraftHead(*row) for row in rows]

    def add(self, draft: Draft) -> None:
        about = draft.about
        row: Row = (
            draft.id, about.owner, about.form, about.org, about.subject, about.period, about.record, about.row, draft.done,
            draft.rev, self._staged.now, self._document(draft),
        )  # fmt: skip
        self._staged.stage(writes.DRAFT_ADD, row)

    def save(self, draft: Draft) -> None:
        about = draft.about
        row: Row = (
            about.form, about.org, about.period, about.row, draft.done, draft.rev, self._staged.now,
            self._document(draft), draft.id, draft.rev - 1,
        )  # fmt: skip
        self._staged.stage(writes.DRAFT_SAVE, row)

    def _document(self, draft: Draft) -> str:
        """The draft as it will be stored; once it is, the cache holds the same."""
        core = self._core
        written, as_is = clean.dump(draft.to_json())
        stored = draft if as_is else Draft.from_json(clean.loads(written))
        self._staged.kept.append(lambda: keep(core, stored))
        self._staged.refused.append(lambda: core.drafts.drop(draft.id))
        return written


def keep(core: Core, draft: Draft) -> None:
    """Put a stored draft into the cache, unless a newer one is there."""
    known: Any = core.drafts.get(draft.id)
    if known is None or known.rev <= draft.rev:
        core.drafts.put(draft.id, draft)
