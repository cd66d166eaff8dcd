"""What is known of files: who shows them, and when a content may go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.forms.core.draft import About, Draft
from bot.kept import StoredFile
from storage import DatabaseStore

DRAFT = Draft("d1", About("monthly_report", "p1", "QX0301"), 1, rev=1)
DIGEST = "a" * 64
ALL, NONE = "9999", "0000"  # every draft is older than the first, none than the second


async def shown(store: DatabaseStore, *uses: tuple[str, str], done: str | None = None) -> None:
    """A file shown by *uses*; *done*: how the draft d1 is, where there is one."""
    unit = store.unit()
    unit.files.add(StoredFile(DIGEST, "签到表.jpg", "image/jpeg", 9, "p1"))
    for kind, target in uses:
        unit.files.use(DIGEST, kind, target)
    if done is not None:
        unit.drafts.add(replace(DRAFT, done=done))
    await store.commit(unit)


@pytest.mark.parametrize(
    ("uses", "done", "drafts_before", "goes"),
    [
        ([("record", "r1")], None, ALL, False),
        ([("act", "r1#2"), ("draft", "d1")], "cancelled", ALL, False),
        ([("draft", "d1")], "sent", ALL, False),
        ([("draft", "d1")], "", NONE, False),
        ([("draft", "d1")], "", ALL, True),
        ([("draft", "d1")], "cancelled", NONE, True),
        ([("draft", "gone")], None, NONE, True),
        ([], None, NONE, True),
    ],
)
async def test_what_shows_a_file_keeps_it(
    store: DatabaseStore, uses: list[tuple[str, str]], done: str | None, drafts_before: str, goes: bool
) -> None:
    """A record, an act, a draft that was sent or is being filled; a draft that came to nothing does not."""
    await shown(store, *uses, done=done)
    assert await store.forget_file(DIGEST, drafts_before) is goes
    files = store.unit().files
    assert (await files.get(DIGEST) is None) is goes
    assert list(await files.uses(DIGEST)) == ([] if goes else sorted(uses))


async def test_an_unknown_content_may_go(store: DatabaseStore) -> None:
    """One that nobody noted: a crash came between keeping and noting."""
    assert await store.forget_file("b" * 64, NONE)
