"""The first steps on Telegram, by webhook and by polling: an invitation, consent, a report, a check-in, what leaves of it."""

from __future__ import annotations

from tests.channels.whole import TODAY, Town

PHONE = "13912345678"
#: What the member answers: words of the question -> what is tapped or written.
CHECK_IN = (
    ("同意吗", "同意"), ("这次是哪一种", "首次报到"), ("您现在在哪里", "鄞州"), ("现在做什么", "务工"), ("在哪个单位", "某制衣厂"),
    ("手机号换了吗", "换了"), ("新手机号是", "是，没错"), ("新的手机号", PHONE),
    ("编入当地的党组织", "编入了"), ("当地党组织叫什么", "某工业区流动党支部"),
    ("参加了几次组织生活", "两次"), ("参加了哪些", "党课"), ("党费交到哪个月", "上个月"), ("有什么困难", "跳过"),
    ("打算什么时候回来", "跳过"),
)  # fmt: skip


async def test_a_report_from_the_invitation_to_the_township(town: Town) -> None:
    """Invited, filled in, sent with its receipt; the clerk finds it waiting and reads it."""
    secretary = await town.enter("secretary", 501)
    assert "张某某" in secretary.text
    clerk = await town.enter("clerk", 502)
    assert "LX-D-QX03-" in await secretary.reported()
    assert "在村部学习" in await clerk.open("月度汇报")


async def test_a_member_checks_in_and_the_export_is_masked(town: Town) -> None:
    """Consent first and apart, then the form to its end; in the township's workbook phone and place are hidden."""
    member = await town.enter("member", 503)
    await town.enter("secretary", 501)
    clerk = await town.enter("clerk", 502)
    assert "同意并开始" in member.labels
    await member.do("同意并开始")
    await member.say("/check_in")
    for _ in range(30):
        if "请核对" in member.text:
            break
        words = next(answer for question, answer in CHECK_IN if question in member.text)
        await member.do(words)
        if words == "党课":
            await member.do("完成")
    assert "LX-A-QX03-" in await member.do("提交")

    await clerk.say("/export")
    await clerk.tap("流动党员联系登记", f"{TODAY.year}年{TODAY.month}月", "表格（xlsx）", "核查")
    sheets = clerk.workbook()
    cells = [str(cell) for sheet in sheets.values() for row in sheet for cell in row]
    assert any(cell.startswith("LX-A-QX03-") for cell in cells)
    assert not [cell for cell in cells if PHONE in cell or "鄞州" in cell]
    assert {"某制衣厂", "139****5678", "已隐去"} <= set(cells)
