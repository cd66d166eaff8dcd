"""What goes into the audit chain, and how each kind is digested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.forms.core.records import Act, Record
from bot.kept import AuditEntry
from storage import clean
from storage.writer import AuditRow


def of_act(record_id: str, act: Act) -> AuditRow:
    """The entry of an act: it *is* the act, by its digest."""
    digest = act_digest(record_id, act.to_json())
    return AuditRow(act.at, act.by, "act", act.name, f"{record_id}#{act.n}", digest, "{}")


def act_digest(record_id: str, act: Mapping[str, Any]) -> str:
    """Digest of an act as stored."""
    return clean.digest({"record": record_id, **act})


def of_version(record: Record, at: str) -> AuditRow:
    """The entry of a version of a record's answers."""
    by = record.acts[-1].by if record.acts else record.filler
    digest = version_digest(record.id, record.version, by, at, record.change_reason, record.answers)
    return AuditRow(at, by, "version", "", f"{record.id}#{record.version}", digest, "{}")


def version_digest(record: str, n: int, by: str, at: str, reason: str, answers: Any) -> str:
    """Digest of a version as stored."""
    return clean.digest({"record": record, "n": n, "by": by, "at": at, "reason": reason, "answers": answers})


def of_entry(entry: AuditEntry, at: str) -> AuditRow:
    """The entry of something that happened outside a record."""
    details = clean.canonical(dict(entry.details)).decode()
    row = AuditRow(
        at, clean.text(entry.actor), "entry", clean.text(entry.action), clean.text(entry.target), "", details
    )
    return row._replace(digest=entry_digest(row))


def entry_digest(row: AuditRow) -> str:
    """Digest of an entry's own words."""
    return clean.digest([row.at, row.actor, row.action, row.target, row.details])
