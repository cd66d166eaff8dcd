"""Minutes of a household-representative meeting on Telegram: written, signed, witnessed, filed by the township, never approved."""

from __future__ import annotations

import io
from datetime import timedelta

from PIL import Image

from bot.usecases.files import files_in
from tests.channels.whole import TODAY, Somebody, Town
from tests.usecases.made_files import CANARY, exif, jpeg, picture

MET = TODAY - timedelta(days=1)
PERIOD = f"{MET.year}年{MET.month}月"


async def test_minutes_from_the_first_question_until_the_township_has_filed_them(town: Town) -> None:
    """Five people in their own chats; the township may file, ask for words, order a correction, and approve nothing."""
    officer, secretary = await town.enter("officer", 501), await town.enter("secretary", 502)
    convener, supervisor = await town.enter("convener", 503), await town.enter("supervisor", 504)
    clerk = await town.enter("clerk", 505)

    said = await officer.met(*(jpeg(picture(90 + n, 60), exif=exif()) for n in range(4)))
    assert "应到 3 户，须到会 2 户以上（三分之二）；实到 3 户，达到法定人数" in said
    assert "赞成 2 票，须 2 票以上（过半数），通过" in said
    assert "签到表 4 个文件" in said, "one photo, then three at once"
    assert "主持人陈某某（议事长）签字、村务监督成员见证" in await officer.do("提交")
    await photographs_are_kept(town)

    assert "等您审签" in convener.text
    await convener.open("户代表会议记录")
    await convener.tap("主持人签字", "本人签字确认")
    assert "等村务监督成员见证" in supervisor.text
    await supervisor.open("户代表会议记录")
    await supervisor.tap("见证签字", "不是，可以见证", "本人签字确认")
    assert "已送镇里备案" in officer.text

    assert "等您办理" in clerk.text
    shown = await clerk.open("户代表会议记录")
    assert "赞成 2 票" in shown
    assert clerk.labels == ["看照片和文件（4）", "予以备案", "要求补正", "责令改正", "回首页"]
    await the_sheets_are_seen(clerk)
    await no_number_can_be_marked(clerk)
    await clerk.open("户代表会议记录")
    assert "已备案，待公布" in await clerk.tap("予以备案", "跳过")
    assert "镇里已备案" in officer.text
    record = await town.record("minutes")
    assert [act.name for act in record.acts] == ["submit", "confirm_chair", "attest", "both_signed", "file"]

    await the_roster_stays_at_home(clerk)
    assert secretary.text.startswith("张某某"), "still at home: told nothing that asks nothing of them"


async def photographs_are_kept(town: Town) -> None:
    """Each as the picture it was, without the place where it was taken."""
    record = await town.record("minutes")
    kept = [(await town.services.files.open(ref)).read_bytes() for ref in files_in(record.answers)]
    assert sorted(Image.open(io.BytesIO(one)).size[0] for one in kept) == [90, 91, 92, 93]
    assert not any(CANARY in one for one in kept)


async def the_sheets_are_seen(clerk: Somebody) -> None:
    """All four as photos with their words, then the way back to what may be done."""
    said = await clerk.tap("看照片和文件")
    photos = [post.json for post in clerk.user.from_bot if "photo" in post.json]
    assert [one["caption"] for one in photos] == [f"第1场 · 签到表 {n}" for n in (1, 2, 3, 4)]
    assert said == "照片和文件都在上面了。"
    await clerk.tap("回到这份记录")
    assert "予以备案" in clerk.labels


async def no_number_can_be_marked(clerk: Somebody) -> None:
    """Neither tapped nor typed: ticks, votes and what they hang on are not among the places; the form is put away."""
    await clerk.tap("要求补正")
    offered = list(clerk.labels)
    while "下一页 ›" in clerk.labels:
        await clerk.do("下一页 ›")
        offered += clerk.labels
    places = {label.rpartition(" ")[2] for label in offered}
    assert {"讨论", "签到表", "责任人"} <= places
    assert not {"赞成", "反对", "弃权", "无效", "签到", "先走", "会议类别", "议题", "场次"} & places
    for number in ("赞成", "反对", "先走"):
        await clerk.say(number)
        assert "哪一处？" in clerk.text, "asked again"
    await clerk.do("稍后再填", "不填了", "确定不填")


async def the_roster_stays_at_home(clerk: Somebody) -> None:
    """The workbook has the minutes, the quorum and the result, and no household's name."""
    await clerk.say("/export")
    await clerk.tap("户代表会议记录", PERIOD, "表格（xlsx）", "核查")
    sheets = clerk.workbook()
    cells = [str(cell) for sheet in sheets.values() for row in sheet for cell in row]
    assert any(cell.startswith("LX-E-QX03-") for cell in cells)
    assert "村道硬化筹资" in cells
    assert not {f"户{n}" for n in (1, 2, 3)} & set(cells)
