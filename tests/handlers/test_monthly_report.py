"""The monthly report on its way: signed in time or late, told to whom, taken back, filed months afterwards, returned with a day."""

from __future__ import annotations

import pytest

from bot.forms.core.records import Record
from bot.kept import Filter
from bot.people import Org, Person, Post
from tests.handlers.chat import Chat
from tests.handlers.conftest import OTHER, TOWN, VILLAGE
from tests.handlers.hostile import Watched, watched
from tests.handlers.test_minutes import Evening, evening, letters
from tests.handlers.test_review import report

__all__ = ["evening"]
SIGN = ("书记审签", "本人签字确认")
RETURN = ("退回补正", "下一页", "走访", "数不对", "跳过", "退回给填报人")


async def taps(chat: Watched, *labels: str) -> None:
    """One button after the other."""
    for label in labels:
        await chat.tap(label)


async def the_report(evening: Evening) -> Record:
    """The newest report."""
    unit = evening.house.store.unit()
    heads = await unit.records.heads(Filter(type="monthly_report"), limit=1)
    found = await unit.records.get(heads[0].id)
    assert found is not None
    return found


async def look(evening: Evening, who: str) -> Watched:
    """The report opened by somebody."""
    chat = evening.chats[who]
    await chat.newest("月度汇报")
    return chat


async def drafted(evening: Evening, who: str = "officer", day: str = "2026-11-03") -> Watched:
    """October's report, sent."""
    evening.on(day, 10)
    await report(evening.chats[who])
    await evening.chats[who].tap("提交")
    return evening.chats[who]


@pytest.mark.parametrize(("signed", "late"), [("2026-11-05", False), ("2026-11-28", True)])
@pytest.mark.parametrize("way", ["account", "paper"])
async def test_only_what_is_signed_has_reached_the_town(
    evening: Evening, signed: str, late: bool, way: str
) -> None:
    """Drafted in time on the 3rd: the day of the signature says whether it was late; the first receipt stays as it was."""
    officer = await drafted(evening)
    sent = await the_report(evening)
    assert (sent.state, sent.due_at, sent.late, sent.arrived_at) == ("to_sign", "2026-11-05", False, "")
    evening.on(signed, 10)
    if way == "account":
        await taps(await look(evening, "secretary"), *SIGN)
    else:
        await taps(await look(evening, "officer"), "上传书记签字照片")
        await officer.send(officer.file("签字.pdf", "application/pdf", 300))
        await taps(officer, "完成", officer.last.buttons[0][0])
    record = await the_report(evening)
    assert (record.state, record.late) == ("submitted", late)
    assert record.submitted_at == sent.submitted_at
    assert record.arrived_at[:10] == signed


async def test_the_town_waits_from_the_signature_on(evening: Evening) -> None:
    """A report drafted on the 3rd and signed on the 20th has waited a day on the 23rd, not three weeks."""
    await drafted(evening)
    evening.on("2026-11-20", 10)
    await taps(await look(evening, "secretary"), *SIGN)
    evening.on("2026-11-23", 10)
    said = await evening.chats["clerk"].say("/todo")
    assert "清溪村 · 月度汇报 · 11月20日报来 · 2026年10月 · 待镇里审核 · 逾期" in [
        label for label, _ in said.buttons
    ]
    evening.on("2026-11-27", 10)
    said = await evening.chats["clerk"].say("/todo")
    assert "等了很久的 1 件，先看这些" in [label for label, _ in said.buttons]


async def test_who_is_told(evening: Evening) -> None:
    """The secretary that it waits for a signature, the clerk that it came; after a mend the clerk who had returned it."""
    await drafted(evening)
    assert {who for who, _ in await letters(evening)} == {"secretary"}
    await taps(await look(evening, "secretary"), *SIGN)
    assert dict(await letters(evening)) == {
        "officer": "《月度汇报》2026年10月 书记已审签，已报镇里（LX-D-QX03-202610-0001）。",
        "clerk": "有一份《月度汇报》等您办理（LX-D-QX03-202610-0001）。",
    }
    await taps(await look(evening, "committee"), *RETURN)
    await letters(evening)
    officer = await look(evening, "officer")
    await officer.tap("补正")
    await officer.say("19")
    await officer.tap("交回补正")
    assert {who for who, _ in await letters(evening)} == {"secretary"}
    await taps(await look(evening, "secretary"), *SIGN)
    told = dict(await letters(evening))
    assert told["committee"] == "《月度汇报》2026年10月 已补正，请再看（LX-D-QX03-202610-0001）。"
    assert set(told) == {"committee", "officer"}


async def test_a_secretary_who_fills_it_in_is_told_on_for(evening: Evening) -> None:
    """What a secretary sends or mends needs no second signature: the clerk is told at once."""
    await drafted(evening, "secretary")
    assert dict(await letters(evening)) == {"clerk": "有一份《月度汇报》等您办理（LX-D-QX03-202610-0001）。"}
    await taps(await look(evening, "clerk"), *RETURN)
    await letters(evening)
    secretary = await look(evening, "secretary")
    await secretary.tap("补正")
    await secretary.say("19")
    await secretary.tap("交回补正")
    assert dict(await letters(evening)) == {
        "clerk": "《月度汇报》2026年10月 已补正，请再看（LX-D-QX03-202610-0001）。"
    }


async def test_a_return_says_who_by_when_and_whom_to_ring(evening: Evening) -> None:
    """Three working days over a weekend; told in the message, shown in the record; mended, the month's own day is back."""
    await drafted(evening, "secretary")
    await letters(evening)
    evening.on("2026-11-05", 10)  # a Thursday
    await taps(await look(evening, "clerk"), *RETURN)
    record = await the_report(evening)
    assert (record.state, record.due_at, record.late) == ("returned", "2026-11-10", False)
    told = dict(await letters(evening))["secretary"]
    assert told.startswith(
        "组织办干事 赵某某 请您补正《月度汇报》2026年10月，共 1 处，最晚 11月10日 交回（不明白可以打电话：13800000000）：\n"
    )
    secretary = await look(evening, "secretary")
    assert "要求补正，最晚 11月10日 交回：" in secretary.last.text
    evening.on("2026-11-12", 10)
    said = await secretary.say("/todo")
    assert "等了很久 · 清溪村 · 月度汇报 · 11月3日报来 · 2026年10月 · 退回补正" in [
        label for label, _ in said.buttons
    ]
    await look(evening, "secretary")
    await secretary.tap("补正")
    await secretary.say("19")
    await secretary.tap("交回补正")
    record = await the_report(evening)
    assert (record.state, record.due_at, record.late) == ("submitted", "2026-11-05", False)


async def test_what_the_township_has_returned_is_mended_and_not_taken_back(evening: Evening) -> None:
    """Its marks and its day stay: 撤回 is not offered, and its old button says why."""
    officer = await drafted(evening, "secretary")
    await look(evening, "secretary")
    number, withdraw = officer.find("撤回")
    await taps(await look(evening, "clerk"), *RETURN)
    old = await officer.press(withdraw, number)
    assert "已经开始审核，不能撤回了" in old.text
    await look(evening, "secretary")
    assert "撤回" not in [label for label, _ in officer.last.buttons]
    assert (await the_report(evening)).state == "returned"


async def test_it_can_be_taken_back_while_nobody_looks_at_it(evening: Evening) -> None:
    """Before the signature: the month is free again."""
    officer = await drafted(evening)
    await look(evening, "officer")
    await officer.tap("撤回")
    assert (await the_report(evening)).state == "withdrawn"
    await report(officer)
    await officer.tap("提交")
    assert "LX-D-QX03-202610-0002" in officer.last.text


async def test_a_month_that_was_forgotten_is_filed_late(evening: Evening) -> None:
    """
    What is over and missing since the first report is offered, oldest first; nothing from before it, which was told on
    paper; a button of a month that is filed by now begins nothing.
    """
    evening.on("2026-11-10", 10)
    officer = evening.chats["officer"]
    assert await offered(officer) == ["2026年10月", "2026年11月"]
    _, stale = officer.find("10月")
    await report(officer)
    await officer.tap("提交")
    record = await the_report(evening)
    assert (record.period, record.late) == ("2026-10", True)
    evening.on("2027-02-10", 10)
    missing = ["2026年11月", "2026年12月", "2027年1月", "2027年2月"]
    assert await offered(officer) == missing
    said = await officer.press(stale, officer.touched)
    assert [label for label, data in said.buttons if data.startswith("n:")] == missing
    assert "月度汇报 · 清溪村党支部 · 2026年11月" in (await officer.tap("2026年11月")).text


async def offered(officer: Chat) -> list[str]:
    """The months a report may be for."""
    said = await officer.say("月度汇报")
    return [label for label, data in said.buttons if data.startswith("n:")]


async def test_who_signed_it_never_reviews_it(evening: Evening) -> None:
    """A secretary who is the township's clerk as well signs the report and is offered no review of it."""
    unit = evening.house.store.unit()
    town = VILLAGE.path[: -len(f"{VILLAGE.id}/")]
    unit.people.put_person(Person("both", "钱某某"))
    unit.people.put_post(
        "both", Post(VILLAGE.id, VILLAGE.path, "branch", "branch_secretary", "", "2020-01-01")
    )
    unit.people.put_post("both", Post("QX03", town, "town", "town_clerk", "", "2020-01-01"))
    await evening.house.store.commit(unit)
    evening.chats["both"] = await watched(evening.house, "both", 1011)
    await drafted(evening)
    await taps(await look(evening, "both"), *SIGN)
    both = await look(evening, "both")
    assert not {label for label, _ in both.last.buttons} & {"审核通过", "退回补正", "开始审核"}
    assert "没有等您办的事" in (await both.say("/todo")).text or not [
        data for _, data in both.last.buttons if data.startswith("r:view:")
    ]
    record = await the_report(evening)
    said = await both.press(f"a:accept:{record.id}", both.touched)
    assert (await the_report(evening)).state == "submitted", said.text
    clerk = await look(evening, "clerk")
    assert "审核通过" in {label for label, _ in clerk.last.buttons}


async def test_no_theme_day_asks_for_nobody(evening: Evening) -> None:
    """Without a theme Party day nobody was due to come: should and present are not asked."""
    evening.on("2026-11-03", 10)
    officer = evening.chats["officer"]
    await officer.say("月度汇报")
    await officer.tap("10月")
    for text in ("走访困难户", "10月20号", "走访了12户困难户", "都收到了慰问"):
        await officer.say(text)
    await officer.tap("就这些")
    for text in ("0", "1", "0", "0", "0"):
        await officer.say(text)
    assert "请写一句原因" in officer.last.text
    await officer.say("党日合并到下月一起过")
    assert "支部现有多少名党员" in officer.last.text
    assert officer.faults == []


async def test_more_due_than_members_is_asked_about_by_the_names_of_both_numbers(evening: Evening) -> None:
    """A slip is taken back by the button of its own question; a reason is said back, and shown to the township."""
    evening.on("2026-11-03", 10)
    officer = evening.chats["officer"]
    await officer.say("月度汇报")
    await officer.tap("10月")
    for text in ("走访困难户", "10月20号", "走访了12户困难户", "都收到了慰问", "就这些"):
        await (officer.tap(text) if text == "就这些" else officer.say(text))
    for text in ("0", "1", "0", "0", "1", "50", "27", "34"):
        await officer.say(text)
    assert {"重新填“应到”", "重新填“党员数”"} <= buttons(officer)
    said = await officer.say("50写错了，是30")
    assert "“50写错了，是30”看不出原因" in said.text
    assert "主题党日应到多少名党员" in (await officer.tap("重新填“应到”")).text
    await officer.say("36")
    said = await officer.say("流入党员一起过党日")
    assert "记下了原因：“流入党员一起过党日”。" in said.text
    assert "流入党员有多少名" in said.text
    assert officer.faults == []


async def test_a_reason_is_shown_with_what_it_is_for(evening: Evening) -> None:
    """The township reads the rule with its figures and then the reason; whoever wrote it sees it too."""
    evening.on("2026-11-03", 10)
    officer = evening.chats["officer"]
    await report(officer, due="36", why="流入党员一起过党日")
    await officer.tap("提交")
    line = "应到 36 人，比支部党员 34 人多。填报人说明：流入党员一起过党日"
    assert f"您写的说明：\n　{line}" in (await look(evening, "officer")).last.text
    secretary = await look(evening, "secretary")
    assert f"提请留意：\n　{line}" in secretary.last.text
    await taps(secretary, "书记审签")
    while "本人签字确认" not in buttons(secretary):
        await taps(secretary, secretary.last.buttons[0][0])
    assert "请点下面的按钮。\n" in (await secretary.say("好的")).text, "its first button signs: no example"
    await taps(secretary, "本人签字确认")
    assert f"提请留意：\n　{line}" in (await look(evening, "clerk")).last.text


async def contact(evening: Evening, name: str = "contact", at: Org = VILLAGE) -> Watched:
    """A cadre who keeps contact with the village, another one, or all of a township."""
    unit = evening.house.store.unit()
    unit.people.put_person(Person(name, "郑某某"))
    unit.people.put_post(name, Post(at.id, at.path, at.level, "contact_cadre", "联系干部", "2020-01-01"))
    await evening.house.store.commit(unit)
    evening.chats[name] = await watched(evening.house, name, 1020 + len(evening.chats))
    return evening.chats[name]


async def test_a_contact_cadre_comments_on_a_report(evening: Evening) -> None:
    """
    Found in 查看记录, asked of nobody in 待办; nothing of it in the message but that it is there; read by branch and town;
    the report stays where it is, and a review that was begun meanwhile goes on.
    """
    chat = await contact(evening)
    await drafted(evening)
    await look(evening, "contact")
    assert "写意见" not in buttons(chat), "unsigned it is the branch's own"
    await taps(await look(evening, "secretary"), *SIGN)
    await letters(evening)
    assert "现在没有待办" in (await chat.say("/todo")).text
    clerk = await look(evening, "clerk")
    await taps(clerk, "退回补正")
    await look(evening, "contact")
    assert "写意见" in buttons(chat)
    await chat.tap("写意见")
    said = await chat.say("路灯的钱请和电站对接")
    assert "现在是“待镇里审核”" in said.text
    told = "《月度汇报》2026年10月 联系干部写了意见，请看（LX-D-QX03-202610-0001）。"
    assert dict(await letters(evening)) == {"officer": told, "secretary": told}
    for who in ("officer", "secretary", "committee", "contact"):
        text = (await look(evening, who)).last.text
        assert "写意见 · 郑某某 · " in text, who
        assert "意见　路灯的钱请和电站对接" in text, who
    await taps(await look(evening, "clerk"), "审核通过")
    await look(evening, "contact")
    await chat.tap("写意见")
    await chat.say("第二次也看过了")
    record = await the_report(evening)
    assert (record.state, [act.name for act in record.acts]) == (
        "accepted", ["submit", "sign", "comment", "accept", "comment"],
    )  # fmt: skip


async def test_a_contact_cadre_of_the_township_reads_its_villages(evening: Evening) -> None:
    """Their scope is the node of their post and what lies below it: every branch's reports, and a comment on each."""
    chat = await contact(evening, "leader", TOWN)
    await drafted(evening)
    await taps(await look(evening, "secretary"), *SIGN)
    await chat.say("/records")
    assert "清溪村 · 2026年10月 · 待镇里审核" in buttons(chat)
    assert "写意见" in buttons(await look(evening, "leader"))


async def test_only_who_keeps_contact_comments_and_not_on_their_own(evening: Evening) -> None:
    """Others have no such button, and an old one refuses; a contact cadre of another village does not find the report."""
    chat = await contact(evening)
    unit = evening.house.store.unit()
    unit.people.put_post(
        "contact", Post(VILLAGE.id, VILLAGE.path, "branch", "branch_secretary", "", "2020-01-01")
    )
    await evening.house.store.commit(unit)
    await contact(evening, "far", OTHER)
    await drafted(evening)
    await taps(await look(evening, "contact"), *SIGN)
    record = await the_report(evening)
    for who in ("contact", "officer", "clerk", "far"):
        await evening.chats[who].say("/menu")
        said = await evening.chats[who].press(f"a:comment:{record.id}", evening.chats[who].touched)
        assert "有什么意见" not in said.text, who
    assert "没有找到这份记录" in evening.chats["far"].last.text
    assert "写意见" not in buttons(await look(evening, "contact")), "who signed it comments on nothing"
    assert chat.faults == []


async def test_what_is_accepted_goes_into_the_summary_and_then_away(evening: Evening) -> None:
    """The words after acceptance say what is still to be done; neither step is on a list of what waits; void stays possible."""
    await drafted(evening, "secretary")
    clerk = await look(evening, "clerk")
    said = await clerk.tap("审核通过")
    assert "下一步：收入镇里的月度汇总，再归档。" in said.text
    assert "已收入" not in said.text
    assert "现在没有待办" in (await clerk.say("/todo")).text
    await look(evening, "clerk")
    assert {"收入汇总", "归档"} <= buttons(clerk), "what came after the summary is archived without it"
    assert (await clerk.tap("收入汇总")).text.endswith("下一步：归档。")
    committee = await look(evening, "committee")
    assert buttons(committee) >= {"归档", "作废"}
    assert "收入汇总" not in buttons(committee)
    await committee.tap("归档")
    acts = [act.name for act in (await the_report(evening)).acts]
    assert acts == ["submit", "accept", "include", "archive"]


def buttons(chat: Chat) -> set[str]:
    """The buttons somebody has now."""
    return {label for label, _ in chat.last.buttons}
