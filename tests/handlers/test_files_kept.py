"""What becomes of the files people send into a form: what was submitted stays for good, the rest goes in time."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.forms.core.draft import Draft, Event
from bot.usecases.files import FileMissing, FileRef, files_in, sweep
from storage.blobs import Blobs
from tests.handlers.hostile import PDF, FileBot, Watched
from tests.handlers.test_minutes import Evening, answer, evening, photo, to_summary

__all__ = ["evening"]  # the fixture

NEVER, ALWAYS = "0000", "9999"  # no draft is older, every draft is


async def swept(evening: Evening, drafts_before: str) -> int:
    """Sweep with every content old."""
    store = evening.house.store
    blobs = Blobs(evening.house.services.settings.files_dir)
    return await sweep(store, blobs, time.time() + 3600, drafts_before, evening.house.services.files)


def there(evening: Evening) -> list[str]:
    """Digests of the contents that are kept."""
    return list(Blobs(evening.house.services.settings.files_dir).digests())


async def faults(evening: Evening) -> list[str]:
    """What ``lianxin verify`` would say."""
    return [one.kind async for one in evening.house.store.verify()]


async def to_photo(chat: Watched) -> None:
    """From the menu to the question for the sign-in sheet."""
    await chat.say("/menu")
    await chat.tap("户代表会议记录")
    await answer(chat, "户代表村民会议", "村民委员会", "没有，召集人决定", "陈某某", "李某某", "11月8号")
    await answer(chat, "入户", "张贴", "完成", "昨天晚上七点", "21:00", "文化礼堂", "1-1到6-26", "完成")


async def draft_of(evening: Evening, person: str) -> Draft:
    """The open draft of somebody."""
    unit = evening.house.store.unit()
    (head,) = await unit.drafts.open_of(person)
    found = await unit.drafts.get(head.id)
    assert found is not None
    return found


async def test_what_was_submitted_stays(evening: Evening) -> None:
    """A photo of a submitted record is the record's: the strictest sweep leaves it, and it can be opened."""
    officer = evening.chats["officer"]
    await to_summary(officer)
    await officer.tap("提交")
    record = await evening.record()
    (ref,) = {ref.hash: ref for ref in files_in(record.answers)}.values()
    unit = evening.house.store.unit()
    assert ("record", record.id) in await unit.files.uses(ref.hash)
    assert await swept(evening, ALWAYS) == 0
    assert await evening.house.services.files.open(ref)
    assert await faults(evening) == []


@pytest.mark.parametrize("cancelled", [True, False])
async def test_an_abandoned_photo_goes(evening: Evening, cancelled: bool) -> None:
    """Of a draft that was cancelled at once, of one that is open when nobody has touched it for the keep time."""
    officer = evening.chats["officer"]
    await to_photo(officer)
    await photo(officer)
    (kept,) = there(evening)
    if cancelled:
        await officer.press(f"d:drop:{(await draft_of(evening, 'officer')).id}", officer.touched)
    else:
        assert await swept(evening, NEVER) == 0
        assert there(evening) == [kept]
    assert await swept(evening, NEVER if cancelled else ALWAYS) == 1
    assert there(evening) == []
    unit = evening.house.store.unit()
    assert (await unit.files.get(kept), list(await unit.files.uses(kept))) == (None, [])
    assert await faults(evening) == []


async def test_an_album_is_answered_below_its_last_picture(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many are sent at once: one message, after all of them, that says how many there are and asks on."""
    officer = evening.chats["officer"]
    await to_photo(officer)
    bubbles, album = len(officer.bubbles), []
    contents = [PDF + b"\n" * n for n in range(3)]
    monkeypatch.setattr(FileBot, "content", property(lambda _: contents.pop()))
    for n in range(3):
        update = officer.file(f"签到表{n}.pdf", "application/pdf", 300)
        update["message"]["media_group_id"] = "one"
        album.append(asyncio.create_task(officer.send(update)))
        await asyncio.sleep(0.1)  # as a phone with a weak signal sends them
    said = [await one for one in album]
    assert [bool(calls) for calls in said] == [False, False, True], said
    assert len(officer.bubbles) == bubbles + 1
    assert "已收到 3 个文件，发完请点“完成”。" in officer.last.text
    number = officer.touched
    await officer.tap("完成")
    assert officer.touched == number == max(officer.bubbles)


async def album(
    chat: Watched, monkeypatch: pytest.MonkeyPatch, contents: list[bytes]
) -> list[list[dict[str, Any]]]:
    """What is said to each of several documents that are sent at once."""
    bubbles, sent = len(chat.bubbles), []
    left = [*reversed(contents)]
    monkeypatch.setattr(FileBot, "content", property(lambda _: left.pop()))
    for n in range(len(contents)):
        update = chat.file(f"签到表{n}.pdf", "application/pdf", 300)
        update["message"]["media_group_id"] = "two"
        sent.append(asyncio.create_task(chat.send(update)))
        await asyncio.sleep(0.1)
    said = [await one for one in sent]
    assert len(chat.bubbles) == bubbles + 1
    return said


async def test_an_album_nobody_asked_for_is_refused_once(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a question that wants no file, and where no form is open: one message, after the last of them."""
    officer = evening.chats["officer"]
    await officer.say("/menu")
    await officer.tap("户代表会议记录")
    wanted = [False, False, True]
    three = [PDF + b"\n" * n for n in range(3)]
    assert [bool(calls) for calls in await album(officer, monkeypatch, three)] == wanted
    assert "这一题不用发照片或文件" in officer.last.text
    await officer.tap("稍后再填")
    assert [bool(calls) for calls in await album(officer, monkeypatch, three)] == wanted


async def test_what_is_wrong_with_one_of_an_album_is_said_below_its_last(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that cannot be kept among two that can: both are counted, and what was wrong is not lost."""
    officer = evening.chats["officer"]
    await to_photo(officer)
    said = await album(officer, monkeypatch, [PDF, b"\x00no picture", PDF + b"\n"])
    assert [bool(calls) for calls in said] == [False, False, True]
    assert "已收到 2 个文件" in officer.last.text
    assert officer.last.text.count("这种文件这里收不了") == 1
    said = await album(officer, monkeypatch, [b"\x00no picture", b"\x01neither"])
    assert [bool(calls) for calls in said] == [False, True]
    assert officer.last.text.count("这种文件这里收不了") == 1


async def test_a_picture_by_itself_says_how_many_there_are(evening: Evening) -> None:
    """One after the other is counted as well."""
    officer = evening.chats["officer"]
    await to_photo(officer)
    await officer.send(officer.file("签到表.pdf", "application/pdf", 300))
    assert "已收到 1 个文件，发完请点“完成”。" in officer.last.text


async def test_a_file_nobody_asked_for_is_not_noted(evening: Evening) -> None:
    """Sent under a question for something else: refused in words, and the content is an orphan."""
    officer = evening.chats["officer"]
    await officer.say("/menu")
    await officer.tap("户代表会议记录")
    await officer.send(officer.file("签到表.pdf", "application/pdf", 300))
    (kept,) = there(evening)
    assert await evening.house.store.unit().files.get(kept) is None
    assert await swept(evening, NEVER) == 1


async def test_sent_again_it_is_young_again(evening: Evening) -> None:
    """A content that is there already and is sent once more must survive until it is noted."""
    files = evening.house.services.files
    before = datetime.now(UTC).timestamp() + 1
    ref = await files.take(PDF, "a.pdf")
    path = await files.open(ref)
    os.utime(path, (1_000_000, 1_000_000))
    assert await files.take(PDF, "b.pdf")
    blobs = Blobs(evening.house.services.settings.files_dir)
    assert await sweep(evening.house.store, blobs, before - 3600, ALWAYS) == 0


def forged(ref: dict[str, Any]) -> list[Any]:
    """Answers that name a file which is not the sender's, or tell it otherwise than it was kept."""
    return [[ref], [{"hash": ref["hash"]}], [{**ref, "hash": "f" * 64}], [{**ref, "type": "text/html"}]]


async def test_a_foreign_hash_is_refused(evening: Evening) -> None:
    """Only what this person sent may be named in an answer, whichever skin it comes from, and as it was kept."""
    officer, secretary = evening.chats["officer"], evening.chats["secretary"]
    await to_photo(officer)
    await photo(officer)
    (ref,) = {one.hash: one for one in files_in((await draft_of(evening, "officer")).answers)}.values()
    await to_photo(secretary)
    draft = await draft_of(evening, "secretary")
    unit = evening.house.store.unit()
    person = await unit.people.person("secretary")
    assert person is not None
    for value in forged(ref.to_json()):
        for event in (Event("answer", draft.at, value), Event("file", None, value[0])):
            with pytest.raises(FileMissing):
                await evening.house.services.desk.submit(evening.house.store.unit(), person, draft.id, event)
    own = await evening.house.services.files.take(PDF, "a.pdf")  # the same content, sent by herself
    sent = FileRef(own.hash, own.name, own.type, own.size)
    event = Event("file", None, sent.to_json())
    result = await evening.house.services.desk.submit(unit, person, draft.id, event, taken=sent)
    assert result.turn.changed
