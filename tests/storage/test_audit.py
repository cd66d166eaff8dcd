"""The chain shows what was done to it: each kind of tampering is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.kept import AuditEntry, StoredFile
from storage import DatabaseStore
from tests.storage import cast
from tests.storage.conftest import execute

Tamper = Callable[..., Awaitable[None]]


@pytest.fixture
def tamper(url: str) -> Tamper:
    """Runs SQL as an operator with database access would."""

    async def run(*statements: str) -> None:
        if url.startswith("postgresql"):
            await execute(url, *statements)
            return
        with sqlite3.connect(url.partition("///")[2]) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()

    return run


async def found(store: DatabaseStore) -> list[tuple[str, str]]:
    """What verify says."""
    return [(finding.kind, finding.where) async for finding in store.verify()]


async def history(store: DatabaseStore) -> None:
    """Three records, one of them returned and mended; an export; a file; a snapshot. Ten entries."""
    first = cast.record(1)
    await cast.keep(store, first)
    await cast.keep(store, cast.record(2), cast.record(3))
    back = cast.acted(first, cast.act(2, "return", "submitted", "returned"))
    unit = store.unit()
    unit.records.act(back, back.acts[-1])
    await store.commit(unit)
    mended = cast.acted(
        back, cast.act(3, "mend", "returned", "submitted"), version=2, answers={"mood": "low"}
    )
    unit = store.unit()
    unit.records.act(mended, mended.acts[-1])
    unit.records.new_version(mended)
    unit.audit(AuditEntry("export", "p-clerk", "check_in", {"rows": 3, "purpose": "月度汇总"}))
    unit.snapshots.put("roster", [1, 2, 3])
    digest = await store.keep_file(b"%PDF-1.7 a signed sheet")
    unit.files.add(StoredFile(digest, "签到.pdf", "application/pdf", 23, "p-member"))
    await store.commit(unit)


async def test_untouched(store: DatabaseStore) -> None:
    """An empty database and one with a history are both in order."""
    assert await found(store) == []
    await history(store)
    assert await found(store) == []


@pytest.mark.parametrize(
    ("statements", "wanted"),
    [
        (["UPDATE audit SET actor = 'p-other' WHERE seq = 4"], ("audit_changed", "4")),
        (["UPDATE audit SET target = 'record-9#1' WHERE seq = 3"], ("audit_changed", "3")),
        (["DELETE FROM audit WHERE seq = 5"], ("audit_missing", "5")),
        (["DELETE FROM audit WHERE seq = 1"], ("audit_missing", "1")),
        (["DELETE FROM audit WHERE seq >= 9"], ("audit_tail", "8")),
        (
            [
                """INSERT INTO audit
                   SELECT 11, at, actor, kind, action, target, digest, details, hash, hash FROM audit WHERE seq = 10"""
            ],
            ("audit_changed", "11"),
        ),
        (
            ["UPDATE audit SET seq = 100 WHERE seq = 4", "UPDATE audit SET seq = 4 WHERE seq = 5",
             "UPDATE audit SET seq = 5 WHERE seq = 100"],
            ("audit_changed", "4"),
        ),
        (["""UPDATE audit SET details = '{"rows":1}' WHERE kind = 'entry'"""], ("entry_changed", "check_in")),
        (["UPDATE acts SET by_person = 'p-clerk' WHERE record = 'record-2'"], ("act_changed", "record-2#1")),
        (["UPDATE acts SET answers = '{}', to_state = 'x' WHERE n = 2"], ("act_changed", "record-1#2")),
        (["DELETE FROM acts WHERE n = 3"], ("act_missing", "record-1#3")),
        (
            [
                """INSERT INTO acts SELECT record, 9, name, by_person, by_name, post, at, from_state, to_state, round,
                   row_id, answers FROM acts WHERE n = 2"""
            ],
            ("act_unknown", "record-1#9"),
        ),
        (
            ["""UPDATE record_versions SET answers = '{"mood":"good"}' WHERE n = 2"""],
            ("version_changed", "record-1#2"),
        ),
        (["DELETE FROM record_versions WHERE n = 2"], ("version_missing", "record-1#2")),
        (["""UPDATE records SET answers = '{"mood":"bad"}' WHERE id = 'record-3'"""], ("record_changed", "record-3")),
        (["UPDATE snapshots SET doc = '[1,2]'"], ("snapshot_changed", "")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
async def test_found(
    store: DatabaseStore, tamper: Tamper, statements: list[str], wanted: tuple[str, str]
) -> None:
    """Changed, deleted, inserted, reordered, cut off: each is found, and where."""
    await history(store)
    await tamper(*statements)
    kind, where = wanted
    assert any(one[0] == kind and one[1].startswith(where) for one in await found(store)), await found(store)


async def test_rehashed(store: DatabaseStore, tamper: Tamper) -> None:
    """Who changes an act and its entry's digest too still breaks the chain."""
    await history(store)
    await tamper(
        "UPDATE acts SET by_person = 'p-clerk' WHERE record = 'record-2'",
        "UPDATE audit SET digest = 'x' WHERE target = 'record-2#1' AND kind = 'act'",
    )
    assert ("audit_changed", "3") in await found(store) or ("audit_changed", "4") in await found(store)


async def test_files(store: DatabaseStore) -> None:
    """A file that was changed or lost is named by its digest."""
    await history(store)
    digest = await store.keep_file(b"%PDF-1.7 a signed sheet")
    path: Path = store.file_path(digest)
    path.write_bytes(b"%PDF-1.7 another sheet")
    assert await found(store) == [("file_changed", digest)]
    path.unlink()
    assert await found(store) == [("file_missing", digest)]


async def test_longer_than_a_page(store: DatabaseStore) -> None:
    """The walk crosses pages without a false alarm and still finds the one that was touched."""
    unit = store.unit()
    for number in range(4_500):
        unit.audit(AuditEntry("step", "p-member", f"t{number}"))
    await store.commit(unit)
    assert await found(store) == []


def test_places_outside(store: DatabaseStore) -> None:
    """No name leads out of the folder of files."""
    for name in ("../../etc/passwd", "", "A" * 64, "0" * 63, "0" * 65, "0" * 63 + "/"):
        with pytest.raises(ValueError, match="digest"):
            store.file_path(name)
