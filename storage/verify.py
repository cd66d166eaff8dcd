"""
Checks what is hashed: the audit chain, the acts, versions and entries it speaks of, snapshots, files.

Everything is read in pages, so that a million entries need no more memory than a thousand. A cut tail is
found only against the head (kept beside the chain, in the same database): an operator who changes both is
found only by an anchor outside, which is why :func:`head` is there to be sent elsewhere.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Select, Text, and_, cast, exists, or_, select, tuple_

from bot.kept import Finding
from storage import audit as kinds
from storage import clean, files
from storage.core import Core
from storage.tables import acts, audit, audit_head, record_versions, records, snapshots
from storage.tables import files as file_table
from storage.writer import AuditRow, link_hash

PAGE = 2_000

_a, _v = acts.c, record_versions.c
_CHAIN = select(
    audit.c.seq, audit.c.at, audit.c.actor, audit.c.kind, audit.c.action, audit.c.target, audit.c.digest,
    audit.c.details, audit.c.prev, audit.c.hash,
).order_by(audit.c.seq).limit(PAGE)  # fmt: skip
_HEAD = select(audit_head.c.seq, audit_head.c.hash)
_ACTS = select(
    _a.record, _a.n, _a.name, _a.by_person, _a.by_name, _a.post, _a.at, _a.from_state, _a.to_state, _a.round,
    _a.row_id, _a.answers,
)  # fmt: skip
_VERSIONS = select(_v.record, _v.n, _v.by_person, _v.at, _v.reason, _v.answers, _v.digest)


async def head(core: Core) -> tuple[int, str]:
    """Number and hash of the newest entry: what to keep outside, to find a cut tail by."""
    found = await core.reader.first(_HEAD)
    return (found[0], found[1]) if found else (0, "")


async def findings(core: Core) -> AsyncIterator[Finding]:
    """All that does not fit, as it is found."""
    async for finding in _chain(core):
        yield finding
    async for finding in _without_entry(core):
        yield finding
    async for finding in _current(core):
        yield finding
    async for finding in _snapshots(core):
        yield finding
    async for finding in _files(core):
        yield finding


async def _chain(core: Core) -> AsyncIterator[Finding]:
    """Walk the chain; look up what each entry speaks of."""
    top, top_hash = await head(core)
    expected, prev = 1, ""
    while rows := await core.reader.all(_CHAIN.where(audit.c.seq >= expected)):
        acted = await _by_target(core, _ACTS, acts.c.record, [row[5] for row in rows if row[3] == "act"])
        sent = await _by_target(
            core, _VERSIONS, record_versions.c.record, [row[5] for row in rows if row[3] == "version"]
        )
        for seq, *said, stored_prev, stored_hash in rows:
            entry = AuditRow(*said)
            if seq != expected:
                yield Finding("audit_missing", str(expected), {"until": seq - 1})
                prev = stored_prev
            if stored_prev != prev or stored_hash != link_hash(seq, entry, stored_prev):
                yield Finding("audit_changed", str(seq))
            for finding in _content(entry, acted, sent):
                yield finding
            expected, prev = seq + 1, stored_hash
        await asyncio.sleep(0)
    if expected - 1 != top or prev != top_hash:
        yield Finding("audit_tail", str(expected - 1), {"head": top})


def _content(entry: AuditRow, acted: dict[str, Any], sent: dict[str, Any]) -> list[Finding]:
    if entry.kind == "entry":
        fits = kinds.entry_digest(entry._replace(digest="")) == entry.digest
        return [] if fits else [Finding("entry_changed", entry.target)]
    row = (acted if entry.kind == "act" else sent).get(entry.target)
    if row is None:
        return [Finding(f"{entry.kind}_missing", entry.target)]
    found = _act_digest(row) if entry.kind == "act" else _version_digest(row)
    return [] if found == entry.digest else [Finding(f"{entry.kind}_changed", entry.target)]


def _act_digest(row: Sequence[Any]) -> str:
    record, n, name, by, by_name, post, at, frm, to, round_, row_id, answers = row
    said = {
        "n": n, "name": name, "by": by, "by_name": by_name, "post": post, "at": at, "frm": frm, "to": to,
        "round": round_, "row": row_id, "answers": clean.loads(answers),
    }  # fmt: skip
    return kinds.act_digest(record, said)


def _version_digest(row: Sequence[Any]) -> str:
    record, n, by, at, reason, answers, _ = row
    return kinds.version_digest(record, n, by, at, reason, clean.loads(answers))


async def _by_target(
    core: Core, query: Select[Any], record: Column[str], targets: Sequence[str]
) -> dict[str, Sequence[Any]]:
    """Rows of a page's targets, ``record#n`` -> row."""
    ids = sorted({target.rpartition("#")[0] for target in targets})
    found: dict[str, Sequence[Any]] = {}
    for start in range(0, len(ids), 500):
        for row in await core.reader.all(query.where(record.in_(ids[start : start + 500]))):
            found[f"{row[0]}#{row[1]}"] = row
    return found


async def _without_entry(core: Core) -> AsyncIterator[Finding]:
    """Acts and versions that no entry speaks of."""
    for kind, table in (("act", acts), ("version", record_versions)):
        target = table.c.record.concat("#").concat(cast(table.c.n, Text))
        entry = exists().where(audit.c.kind == kind, audit.c.target == target)
        query = (
            select(table.c.record, table.c.n).where(~entry).order_by(table.c.record, table.c.n).limit(PAGE)
        )
        after: tuple[Any, ...] = ("", 0)
        while rows := await core.reader.all(query.where(tuple_(table.c.record, table.c.n) > tuple_(*after))):
            for record, n in rows:
                yield Finding(f"{kind}_unknown", f"{record}#{n}")
            after = tuple(rows[-1])


async def _current(core: Core) -> AsyncIterator[Finding]:
    """A record shows the answers of its newest version. The database compares: only what differs is read."""
    after = ""
    query = (
        select(records.c.id, records.c.version, _v.n)
        .outerjoin(record_versions, and_(_v.record == records.c.id, _v.n == records.c.version))
        .where(or_(_v.n.is_(None), _v.answers != records.c.answers))
        .order_by(records.c.id)
        .limit(PAGE)
    )
    while rows := await core.reader.all(query.where(records.c.id > after)):
        for record, version, kept in rows:
            if kept is None:
                yield Finding("version_missing", f"{record}#{version}")
            else:
                yield Finding("record_changed", record)
        after = rows[-1][0]


async def _snapshots(core: Core) -> AsyncIterator[Finding]:
    after = ""
    query = select(snapshots.c.digest, snapshots.c.doc).order_by(snapshots.c.digest).limit(100)
    while rows := await core.reader.all(query.where(snapshots.c.digest > after)):
        for digest, doc in rows:
            if hashlib.sha256(doc.encode()).hexdigest() != digest:
                yield Finding("snapshot_changed", digest)
        after = rows[-1][0]


async def _files(core: Core) -> AsyncIterator[Finding]:
    after = ""
    query = select(file_table.c.digest).order_by(file_table.c.digest).limit(PAGE)
    while rows := await core.reader.all(query.where(file_table.c.digest > after)):
        for (digest,) in rows:
            found = await asyncio.to_thread(_digest_of, files.path_of(core.files, digest))
            if found is None:
                yield Finding("file_missing", digest)
            elif found != digest:
                yield Finding("file_changed", digest)
        after = rows[-1][0]


def _digest_of(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
