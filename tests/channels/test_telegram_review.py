"""A monthly report on Telegram, from the empty form to the workbook in the township's hands, by webhook and by polling."""

from __future__ import annotations

import io

from PIL import Image

from bot.usecases.files import files_in
from tests.channels.whole import MONTH, Somebody, Town
from tests.usecases.made_files import CANARY, exif, jpeg, picture

SIGN = ("书记审签", "本人签字确认")
CLEARER = "10月20日在村部学习，应到32人，实到27人"


async def test_a_report_is_signed_returned_mended_accepted_and_exported(town: Town) -> None:
    """Each of the three in their own chat; the town marks two places, the village changes those two and no more."""
    officer, secretary = await town.enter("officer", 501), await town.enter("secretary", 502)
    clerk = await town.enter("clerk", 503)

    assert "请书记审签" in await officer.reported()
    assert "等您审签" in secretary.text, "told without asking"
    await secretary.open("月度汇报")
    assert "待镇里审核" in await secretary.tap(*SIGN)
    assert "书记已审签，已报镇里" in officer.text

    assert "等您办理" in clerk.text
    await returned(clerk)
    await mended(officer)

    await secretary.open("月度汇报")
    await secretary.tap(*SIGN)
    assert "已补正，请再看" in clerk.text
    shown = await clerk.open("月度汇报")
    assert "走访：18 户 → 19 户" in shown
    assert f"情况：在村部学习，28人参加 → {CLEARER}，没有请假" in shown
    assert "第 2 版" in shown
    await clerk.tap("审核通过")
    assert "已审核通过" in officer.text

    await exported(clerk)


async def returned(clerk: Somebody) -> None:
    """Two places marked: one with a reason in the clerk's own words, one with a picked reason and no more."""
    await clerk.open("月度汇报")
    await clerk.tap("开始审核", "退回补正", "本月工作第1项 · 情况", "其他")
    await clerk.say("请写清日期和参加人数")
    await clerk.tap("再标一处", "走访", "数不对", "跳过")
    assert "1. 本月工作第1项 · 情况：其他；请写清日期和参加人数\n2. 走访：数不对" in clerk.text
    assert "退回补正" in await clerk.tap("退回给填报人")


async def mended(officer: Somebody) -> None:
    """One message with a button for each place; those places may be changed, before sending once more too, and no other."""
    letters = [post for post in officer.user.from_bot if "请您补正" in post.text]
    assert len(letters) == 1
    assert letters[0].labels == ["改第1处", "改第2处"]
    assert "原来填的：在村部学习，28人参加" in await officer.do("改第1处")
    await officer.say(CLEARER)
    assert "原来填的：18 户" in officer.text
    await officer.say("19")
    await officer.do("修改某一项")
    assert officer.labels[:-1] == ["1 本月工作第1项 · 情况", "13 走访"]
    await officer.do("1 本月工作第1项")
    said = await officer.say(f"{CLEARER}，没有请假")
    assert f"{CLEARER}，没有请假 （原：在村部学习，28人参加）" in said
    assert "走访　19 户 （原：18 户）" in said
    assert "补正：已办" in await officer.do("交回补正")
    await officer.did(officer.user.tap("改第2处"))
    assert "现在不用补正了" in officer.text, "an old button changes nothing"


async def exported(clerk: Somebody) -> None:
    """Type, period, format, purpose; the document opens and has the record in it, as it was mended."""
    await clerk.say("/export")
    await clerk.tap("月度汇报", MONTH, "表格（xlsx）", "工作汇总")
    said = clerk.user.from_bot[-2].text
    assert "共 1 条，已导出" in said
    assert "不要转发到群里" in said
    sheets = clerk.workbook()
    head, record = sheets["月度汇报"]
    row = dict(zip(head, record, strict=True))
    assert (row["党组织"], row["走访（户）"], row["状态"], row["版本"]) == ("清溪村党支部", 19, "审核通过", 2)
    assert row["回执编号"].startswith("LX-D-QX03-")
    assert f"{CLEARER}，没有请假" in sheets["本月工作"][1]
    assert ["用途", "工作汇总"] in sheets["说明"]


async def test_the_signature_on_paper_comes_as_an_album(town: Town) -> None:
    """Three photos at once are one answer, said once, kept as pictures and without the place where they were taken."""
    officer = await town.enter("officer", 501)
    await town.enter("secretary", 502)
    clerk = await town.enter("clerk", 503)
    await officer.reported()
    await officer.do("查看")
    await officer.tap("上传书记签字照片")
    photos = [jpeg(picture(80 + n, 60), exif=exif()) for n in range(3)]
    assert all(CANARY in one for one in photos)
    before = len(officer.user.from_bot)
    await officer.album(*photos)
    assert len(officer.user.from_bot) == before + 1, officer.user.transcript()
    assert "已收到 3 个文件" in officer.text
    assert "待镇里审核" in await officer.do("完成")
    assert "等您办理" in clerk.text
    record = await town.record("monthly_report")
    assert (record.state, record.acts[-1].name) == ("submitted", "sign_paper")
    kept = [(await town.services.files.open(ref)).read_bytes() for ref in files_in(record.acts[-1].answers)]
    assert sorted(Image.open(io.BytesIO(one)).size for one in kept) == [(80, 60), (81, 60), (82, 60)]
    assert not any(CANARY in one for one in kept)
    assert len(town.api.ledger.of("file")) == 3
