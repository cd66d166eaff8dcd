"""The files of a record: whoever reads it sees the sheet itself, whoever may not gets nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.usecases.files import files_in
from tests.handlers.hostile import FileBot, watched
from tests.handlers.test_minutes import FORM, Evening, act, evening, photo, to_summary

__all__ = ["evening"]

DOOR = "看照片和文件（1）"


def picture() -> bytes:
    """A small photo."""
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(made, "JPEG")
    return made.getvalue()


async def sent(evening: Evening) -> None:
    """Minutes with a photo of the sign-in sheet."""
    await to_summary(evening.chats["officer"])
    await evening.chats["officer"].tap("提交")


@pytest.mark.parametrize("who", ["convener", "supervisor"])
async def test_who_signs_sees_the_sheet(evening: Evening, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    """From 待办 the record, from it the photo with its words, and the way back to the acts."""
    monkeypatch.setattr(FileBot, "content", picture())
    await sent(evening)
    chat = evening.chats[who]
    await chat.say("/todo")
    said = await chat.tap(FORM)
    assert "签到表 1 个文件" in said.text
    assert said.buttons[0][0] == DOOR
    said = await chat.tap(DOOR)
    (sheet,) = chat.photos
    assert sheet["caption"] == "第1场 · 签到表 1"
    assert Path(sheet["path"]).read_bytes()[:2] == b"\xff\xd8"
    assert said.text == "照片和文件都在上面了。"
    said = await chat.tap("回到这份记录")
    assert DOOR in [label for label, _ in said.buttons]
    assert chat.faults == []


async def test_the_clerk_gets_documents_too_and_those_of_acts(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF is a document; the paper that was signed is among them; more than fit come with the next tap."""
    await sent(evening)
    await act(evening, "supervisor", "见证签字", "不是，可以见证", "本人签字确认")
    officer = evening.chats["officer"]
    await officer.newest(FORM)
    await officer.tap("上传主持人签字")
    await photo(officer)
    clerk = evening.chats["clerk"]
    await clerk.newest(FORM)
    monkeypatch.setattr("bot.handlers.attached.AT_ONCE", 1)
    said = await clerk.tap("看照片和文件（2）")
    assert "上面是前 1 个，共 2 个。" in said.text
    assert [one["name"] for one in clerk.documents] == ["签到表.pdf"]
    said = await clerk.tap("再看 1 个")
    assert said.text == "照片和文件都在上面了。"
    assert len(clerk.documents) == 2
    assert clerk.faults == []


async def test_who_may_not_read_it_gets_nothing(evening: Evening) -> None:
    """The same button in another village: as if there were no such record."""
    await sent(evening)
    stranger = await watched(evening.house, "stranger", 1010)
    await stranger.say("/menu")
    before = stranger.touched
    said = await stranger.press(f"r:files:{(await evening.record()).id}", before)
    assert stranger.photos == stranger.documents == []
    assert "签到表" not in said.text
    assert stranger.faults == []


async def test_a_file_that_is_gone_is_said(evening: Evening) -> None:
    """The others still come; of this one there are words."""
    await sent(evening)
    (ref,) = {one.hash: one for one in files_in((await evening.record()).answers)}.values()
    (await evening.house.services.files.open(ref)).unlink()
    clerk = evening.chats["clerk"]
    await clerk.newest(FORM)
    said = await clerk.tap(DOOR)
    assert clerk.documents == []
    assert said.text == "有 1 个现在找不到了，请联系管理员。"
