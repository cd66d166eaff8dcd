"""
Exports: what a clerk may take out of Lianxin, for which period, with which purpose; every one is audited.

:class:`Exporter` checks the right and freezes what is asked as an :class:`ExportJob` (plain data, so
that another process may do it), streams the records into a sink in constant memory, and commits the
audit entry *before* the file may be handed over. Formats live in bot/papers; this module never sees a
cell's style.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Mapping
from datetime import tzinfo
from pathlib import Path
from typing import Any, Final

from bot.errors import NotAllowed
from bot.forms.core.records import Record
from bot.forms.core.types import CompiledType
from bot.forms.registry import Registry
from bot.kept import AuditEntry
from bot.people import Person, scope_of
from bot.texts import Texts
from bot.usecases import selection
from bot.usecases.cells import local_time
from bot.usecases.export_job import (
    FORMATS,
    LATER,
    PURPOSE_LIMIT,
    Cover,
    ExportedFile,
    ExportJob,
    ExportOrder,
    ExportResult,
    FormatRefused,
    Maker,
    OpenSink,
    Produce,
    Progress,
    PurposeMissing,
    UnknownOrg,
    UnknownType,
)
from bot.usecases.layout import Layout
from bot.usecases.ports import Store, Unit
from bot.usecases.spans import span
from bot.wording import Wording

FEW: Final = 400  # records; so many are done in well under a second


class Exporter:
    """
    Use cases of taking records out; one instance per process, no state.

    *apart*: does the work of a long export somewhere else (bot/papers/apart.py: in a process of its
    own), so that whoever is in the middle of a form feels nothing of it. Without it all is done here.
    """

    def __init__(
        self,
        store: Store,
        registry: Registry,
        texts: Texts,
        zone: tzinfo,
        open_sink: OpenSink,
        *,
        apart: Produce | None = None,
    ) -> None:
        self.store, self.registry, self.texts, self.zone = store, registry, texts, zone
        self._open_sink, self._apart = open_sink, apart
        self._wording = Wording(texts)

    # ------------------------------------------------------------------------------------------ rights

    def types_for(self, person: Person, day: str) -> list[str]:
        """Ids of the record types that this person may export on *day*, in the order of their letters."""
        return [kind.id for kind in self.registry if "." not in kind.id and self._scope(kind, person, day)]

    @staticmethod
    def _scope(kind: CompiledType, person: Person, day: str) -> tuple[str, ...]:
        """Prefixes of the tree whose records of this type a person may export."""
        access = kind.type.access
        reads = {role: reach for role, reach in access.reads.items() if role in access.exports}
        return scope_of(person, reads, day)[0]

    async def prepare(self, order: ExportOrder, maker: Maker) -> ExportJob:
        """
        Check what is asked and freeze it.

        Raises:
            UnknownType, BadPeriod, FormatRefused: nonsense was asked.
            PurposeMissing: no purpose given, or a longer one than can be kept.
            NotAllowed: no post of today exports this type.
            UnknownOrg: no such node in reach.
        """
        if order.type not in self.registry:
            raise UnknownType(type=order.type[:40], known=", ".join(sorted(one.id for one in self.registry)))
        asked = span(order.period)
        if order.format not in FORMATS:
            raise FormatRefused(format=order.format[:20], why="later" if order.format in LATER else "unknown")
        purpose = " ".join(order.purpose.split())
        if not purpose or len(purpose) > PURPOSE_LIMIT:
            raise PurposeMissing(most=PURPOSE_LIMIT)
        unit = self.store.unit()
        paths: tuple[str, ...] = ()
        if maker.person is not None:
            today = local_time(unit.now, self.zone)
            paths = self._scope(self.registry[order.type], maker.person, str(today)[:10])
            if not paths:
                raise NotAllowed(what="export")
        paths, name = await self._place(unit, order.org, paths)
        return ExportJob(
            secrets.token_hex(6).upper(), order.type, asked.name, order.format, purpose, order.lang, maker.id,
            maker.name, unit.now, order.org, name, paths, order.annex,
            order.unmask and maker.person is not None, order.together,
        )  # fmt: skip

    async def _place(self, unit: Unit, code: str, paths: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """The prefixes to read and the name of the unit that the cover states."""
        if code:
            org = await unit.people.org(code)
            if org is None or (paths and not any(org.path.startswith(path) for path in paths)):
                raise UnknownOrg(org=code[:20])
            return (org.path,), org.name
        if not paths:
            tops = [org for org in await unit.people.orgs() if not org.parent]
            return (), "、".join(org.name for org in tops)
        held = [org for org in await unit.people.orgs() if org.path in paths]
        return paths, "、".join(org.name for org in held)

    # ----------------------------------------------------------------------------------------- producing

    async def export(
        self, order: ExportOrder, maker: Maker, target: Path, *, progress: Progress | None = None
    ) -> ExportResult:
        """
        Write the export to *target* (and beside it); when this returns, the audit entry is durable.

        Whatever goes wrong, no file is left and nothing was handed over.
        """
        job = await self.prepare(order, maker)
        produce = self._apart if self._apart is not None and await self._is_long(job) else self.produce
        result = await produce(job, target, progress)
        try:
            await self._audit(job, result)
        except BaseException:
            for one in result.files:
                one.path.unlink(missing_ok=True)
            raise
        return result

    async def _is_long(self, job: ExportJob) -> bool:
        """Whether the work would be felt here. An annex brings hundreds of rows a record."""
        kind, unit = self.registry[job.type], self.store.unit()
        return await selection.count(unit, kind, span(job.period), job.paths) > (
            FEW // 20 if job.annex else FEW
        )

    async def produce(self, job: ExportJob, target: Path, progress: Progress | None = None) -> ExportResult:
        """
        Do the work of a checked job in this process, without the audit entry (that is
        :meth:`export`'s).
        """
        kind, asked, unit = self.registry[job.type], span(job.period), self.store.unit()
        orgs = {org.id: org.name for org in await unit.people.orgs()}
        layout = Layout(
            kind, self.texts, job.lang, self.zone, orgs=orgs, hide=not job.unmask, annex=job.annex
        )
        sink = self._open_sink(job.format, target, layout, job.together)
        done, first, last = 0, "", ""
        try:
            expected = await selection.count(unit, kind, asked, job.paths) if progress else 0
            async for record in selection.select(unit, kind, asked, job.paths, self.zone):
                sink.add(record, await _frozen(unit, record) if job.annex else None)
                done += 1
                first = min(first, record.receipt) if first else record.receipt
                last = max(last, record.receipt)
                if done % 200 == 0:
                    if progress:
                        progress(done, max(done, expected))
                    await asyncio.sleep(0)
            written = await asyncio.to_thread(sink.finish, self._cover(job, layout, done, (first, last)))
        except BaseException:
            sink.discard()
            raise
        if progress:
            progress(done, done)
        files = tuple([await asyncio.to_thread(_weighed, path) for path in written.files])
        whole = hashlib.sha256("".join(one.sha256 for one in files).encode()).hexdigest()
        masked = not job.unmask and bool(layout.masked_headings())
        return ExportResult(job.id, done, dict(written.rows), files, whole, written.cut, masked)

    async def _audit(self, job: ExportJob, result: ExportResult) -> None:
        unit = self.store.unit()
        details = {
            "id": job.id, "type": job.type, "period": job.period, "org": job.org, "scope": list(job.paths),
            "format": job.format, "purpose": job.purpose, "masked": not job.unmask, "annex": job.annex,
            "rows": result.rows, "files": [one.sha256 for one in result.files], "digest": result.digest,
        }  # fmt: skip
        unit.audit(AuditEntry("export", job.by, f"{job.type}:{job.period}", details))
        await self.store.commit(unit)

    # --------------------------------------------------------------------------------------------- cover

    def _cover(self, job: ExportJob, layout: Layout, rows: int, receipts: tuple[str, str]) -> Cover:
        """The page 说明: what this is, whose, when, by whom, with which filter and which masks."""
        lang = job.lang

        def say(key: str, **values: str | int) -> str:
            return self.texts.text(f"export-cover-{key}", lang, **values)

        when = self._wording.stamp(job.at, self.zone, lang)
        period = self._wording.period(job.period, lang)
        hidden = self._wording.joined(layout.masked_headings(), lang)
        masks = "shown" if job.unmask else "hidden" if hidden else "nothing"
        mark = say("mark", id=job.id, name=job.by_name, when=when)
        values = {
            "period": period,
            "unit": job.unit or job.org,
            "maker": job.by_name,
            "at": when,
            "purpose": job.purpose,
            "filter": say("filter-rule", type=layout.title, period=period),
            "rows": str(rows),
            "receipts": " – ".join(dict.fromkeys(receipts)),
            "masks": say("masks-rule", how=masks, names=hidden),
            "length": say("length-rule"),
            "checked": "",
            "id": job.id,
        }
        return Cover(
            name=say("name"),
            title=say("title", type=layout.title, period=period),
            head=(say("item"), say("content")),
            lines=tuple((say(key), value) for key, value in values.items()),
            mark=mark,
            properties={
                "LianxinExport": job.id, "LianxinBy": job.by,
                "LianxinByName": job.by_name, "LianxinAt": job.at,
            },
        )  # fmt: skip


async def _frozen(unit: Unit, record: Record) -> dict[str, Any]:
    """The snapshots a record was made with, for the annex of its rosters."""
    found = {}
    for name, kept in record.frozen.items():
        digest = kept.get("digest") if isinstance(kept, Mapping) else None
        if digest:
            found[name] = await unit.snapshots.get(str(digest))
    return found


def _weighed(path: Path) -> ExportedFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return ExportedFile(path, path.stat().st_size, digest)


def remove_old(folder: Path, before: float) -> int:
    """
    Remove exported files from a folder of ours that were written before *before* (POSIX time); how many.

    A file is handed over once, minutes after it was made; what stays behind is only a risk.
    """
    old = [path for path in folder.glob("*") if path.is_file() and path.stat().st_mtime < before]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
