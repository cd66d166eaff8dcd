"""What nobody may send is mended in one place, the same for both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import DatabaseStore, clean
from tests.storage import cast

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("好", "好"),
        ("a\0b", "ab"),
        ("\0", ""),
        ("好\0", "好"),
        ("x\ud800y", "x\ufffdy"),
        ("\udc00\ud800", "\ufffd\ufffd"),
        ("\ud83d\ude00", "😀"),  # two halves that belong together
        ("\\u0000", "\\u0000"),  # six harmless characters
        ("\u202eabc", "\u202eabc"),
    ],
)
def test_text(sent: str, kept: str) -> None:
    """NUL goes, halves of a pair are joined, a lone half is replaced, the rest stays as it is."""
    assert clean.text(sent) == kept
    assert clean.loads(clean.dumps({"a": [sent]})) == {"a": [kept]}
    assert clean.loads(clean.dumps({sent: 1})) == {kept: 1}
    assert clean.digest({"a": sent}) == clean.digest({"a": kept})


@given(ANY_TEXT)
def test_any_text(sent: str) -> None:
    """Whatever comes, what is kept can be encoded, holds no NUL, and cleaning it again changes nothing."""
    kept = clean.text(sent)
    kept.encode()
    assert "\0" not in kept
    assert clean.text(kept) == kept
    assert clean.loads(clean.dumps(sent)) == kept


async def test_stored(store: DatabaseStore) -> None:
    """Hostile text goes through every text column of a draft and a record, and through the cache, mended."""
    await cast.settle(store)
    hostile = "x\ud800y\0z"
    mended = "x\ufffdyz"
    unit = store.unit()
    draft = cast.draft()
    unit.drafts.add(replace(draft, answers={"note": hostile}))
    unit.records.add(cast.record(label=hostile, answers={"note": hostile}, change_reason=hostile))
    unit.mark_update("tg:1", hostile)
    await store.commit(unit)
    unit = store.unit()
    kept = await unit.drafts.get(draft.id)
    record = await unit.records.get("record-1")
    assert kept is not None
    assert record is not None
    assert kept.answers == {"note": mended}
    assert (record.label, record.answers, record.change_reason) == (mended, {"note": mended}, mended)
    assert await store.reply_of("tg:1") == mended
    assert [finding async for finding in store.verify()] == []
