"""Review in the chat, both ways: drafted, signed, returned with marks, mended, compared, accepted."""

from __future__ import annotations

import pytest

from bot.handlers.notices import notices
from bot.kept import Filter
from tests.handlers.chat import Chat
from tests.handlers.conftest import Village

LAST_MONTH = "10月"


async def told(village: Village, person: str) -> list[dict[str, object]]:
    """What the outbox says to a person, rendered as it would be sent."""
    store = village.house.store
    render = notices(village.house.services.answers)
    who = await store.unit().people.person(person)
    assert who is not None
    said: list[dict[str, object]] = []
    while waiting := await store.claim_messages(50, 60.0):  # in order per person: one of each at a time
        for one in waiting:
            await store.message_sent(one.message.key)
            if one.message.person == person:
                said += render(one.message, who, "web", "1")
    return said


async def report(chat: Chat, due: str = "32", why: str = "") -> None:
    """Fill in October's report, every question once; *why* so many are due."""
    await chat.say("月度汇报")
    await chat.tap(LAST_MONTH)
    for answer in ("组织主题党日", "10月20号", "在村部学习，28人参加", "学了新修订的条例", "就这些",
                   "0", "1", "0", "0", "1", due, "27", "34", *filter(None, (why,)), "0", "2", "十八", "3", "2"):  # fmt: skip
        if any(answer == label or label.startswith(f"{answer} ") for label, _ in chat.last.buttons):
            await chat.tap(answer if answer in {label for label, _ in chat.last.buttons} else f"{answer} ")
        else:
            await chat.say(answer)
    await chat.tap("无")
    await chat.tap("跳过")
    for answer in ("完成村道招标", "12月5日", "张某某"):
        await chat.say(answer)
    await chat.tap("就这些")


async def test_the_name_of_a_line_opens_it(village: Village) -> None:
    """At 修改某一项 and on the summary itself, with its number or without; a word that is no line's name opens nothing."""
    await report(village.officer)
    line = next(one for one in village.officer.last.text.splitlines() if "佐证材料" in one)
    number = line.split(" ")[0]
    for words in ("佐证材料", f"{number} 佐证材料"):
        await village.officer.tap("修改某一项")
        assert "有要附上的照片或材料吗" in (await village.officer.say(words)).text
        await village.officer.tap("跳过")
        assert "请核对" in village.officer.last.text
        assert "请核对" not in (await village.officer.say(words)).text
        await village.officer.tap("跳过")
    assert "请点下面的按钮" in (await village.officer.say("佐证")).text


async def test_report_goes_all_the_way(village: Village) -> None:
    """The clerk drafts, the secretary signs, the town returns two places, they are mended and accepted."""
    await report(village.officer)
    assert village.officer.last.text.count("\n") > 12, village.officer.last.text
    receipt = await village.officer.tap("提交")
    assert "LX-D-QX03-202610-0001" in receipt.text
    assert "请书记审签" in receipt.text

    assert "月度汇报" in (await village.secretary.say("/todo")).buttons[0][0]
    await village.secretary.tap("月度汇报")
    await village.secretary.tap("书记审签")
    signed = await village.secretary.tap("本人签字确认")
    assert "待镇里审核" in signed.text

    await village.clerk.say("/todo")
    await village.clerk.tap("清溪村")
    assert "点“开始审核”，就登记为由您来看" in village.clerk.last.text
    opened = await village.clerk.tap("开始审核")
    assert opened.text.startswith("已登记：这份由您审核")
    assert "开始审核 · 赵某某" in opened.text
    asked = await village.clerk.tap("退回补正")
    assert [label for label, _ in asked.buttons][:3] == [
        "1. 本月工作",
        "2. 本月工作第1项 · 事项",
        "3. 本月工作第1项 · 日期",
    ]
    assert len(asked.buttons) < 16, "the question stays in sight"
    await village.clerk.tap("本月工作第1项 · 情况")
    await village.clerk.tap("不清楚")
    await village.clerk.say("请写清日期和参加人数")
    await village.clerk.tap("再标一处")
    said = await village.clerk.say("走访")
    assert "\n已保存。\n" in said.text, "the very words of the list"
    await village.clerk.tap("数不对")
    await village.clerk.tap("跳过")
    assert "1. 本月工作第1项 · 情况：不清楚；请写清日期和参加人数\n2. 走访：数不对" in village.clerk.last.text
    returned = await village.clerk.tap("退回给填报人")
    assert "退回补正" in returned.text

    message = next(call for call in await told(village, "officer") if "补正" in str(call["text"]))
    assert "本月工作第1项 · 情况：不清楚；请写清日期和参加人数" in str(message["text"])
    assert "\n2. 走访：数不对" in str(message["text"])
    rows = message["reply_markup"]["inline_keyboard"]  # type: ignore[index]
    assert [row[0]["text"] for row in rows] == ["改第1处", "改第2处"]

    last = await village.officer.press(
        rows[1][0]["callback_data"], 7
    )  # the second place first, in a new form
    assert "走访" in last.text
    assert "原来填的：18 户" in last.text
    assert 7 not in village.officer.bubbles, "the message with the buttons of all places stays as it is"
    first = await village.officer.press(rows[0][0]["callback_data"], 7)
    assert 7 not in village.officer.bubbles
    assert village.officer.touched == max(village.officer.bubbles), "answered at the end of the chat"
    assert len(await village.house.store.unit().drafts.open_of("officer")) == 1, "one form for all places"
    assert "请补正：不清楚 请写清日期和参加人数" in first.text
    assert "原来填的：在村部学习，28人参加" in first.text
    second = await village.officer.say("10月20日在村部学习，应到32人，实到27人")
    assert "走访" in second.text
    await village.officer.say("19")
    done = await village.officer.tap("交回补正")
    assert "补正：已办" in done.text
    late = await village.officer.press(rows[0][0]["callback_data"], 7)
    assert late.text.startswith("这份记录现在不用补正了")

    await village.secretary.say("/todo")
    await village.secretary.tap("月度汇报")
    await village.secretary.tap("书记审签")
    await village.secretary.tap("本人签字确认")
    await village.clerk.say("/todo")
    shown = await village.clerk.tap("清溪村")
    assert "走访：18 户 → 19 户" in shown.text
    assert "第 2 版" in shown.text
    history = shown.text.partition("办理经过：")[2]
    assert [line.split(" · ")[:2] for line in history.splitlines() if line.count(" · ") == 2 and line[0] != "　"] == [
        ["书记审签", "张某某"], ["开始审核", "赵某某"], ["退回补正", "赵某某"], ["补正", "李某某"], ["书记审签", "张某某"],
    ]  # fmt: skip
    assert "　第 2 版，更正原因：退回补正" in history
    assert "　1. 本月工作第1项 · 情况：不清楚；请写清日期和参加人数\n　2. 走访：数不对" in history
    accepted = await village.clerk.tap("审核通过")
    assert "审核通过" in accepted.text

    record = await village.house.store.unit().records.by_receipt("LX-D-QX03-202610-0001")
    assert record is not None
    assert record.state == "accepted"
    assert record.change_reason == "return"
    assert [act.name for act in record.acts] == [
        "submit",
        "sign",
        "open",
        "return",
        "resubmit",
        "sign",
        "accept",
    ]
    assert [finding async for finding in village.house.store.verify()] == []


async def test_only_marked_fields_open(village: Village) -> None:
    """A field that was not marked stays as it was sent."""
    await test_report_goes_as_far_as_returned(village)
    await village.officer.press("h:home", 7)
    await village.officer.tap("与我有关")
    await village.officer.tap("月度汇报")
    live = await village.officer.tap("补正")
    assert "走访" in live.text
    await village.officer.say("19")
    change = await village.officer.tap("修改某一项")
    assert [label for label, _ in change.buttons if "走访" in label]
    assert not [label for label, _ in change.buttons if "支委会" in label]


async def test_report_goes_as_far_as_returned(village: Village) -> None:
    """A secretary who drafts signs by sending; the town returns one place."""
    await village.secretary.say("月度汇报")
    await report(village.secretary)
    await village.secretary.tap("提交")
    records = await village.house.store.unit().records.heads(Filter(type="monthly_report"))
    assert records[0].state == "submitted"
    village.officer, village.secretary = village.secretary, village.officer
    await village.clerk.say("/todo")
    await village.clerk.tap("清溪村")
    for label in ("退回补正", "下一页", "走访", "数不对", "跳过", "退回给填报人"):
        await village.clerk.tap(label)


@pytest.mark.parametrize("who", ["stranger", "member"])
async def test_foreign_and_missing_look_the_same(village: Village, who: str) -> None:
    """Somebody without a right hears the same of a foreign record as of one that does not exist."""
    await report(village.officer)
    await village.officer.tap("提交")
    heads = await village.house.store.unit().records.heads(Filter(type="monthly_report"))
    chat: Chat = getattr(village, who)
    await chat.say("/start")
    foreign = (await chat.press(f"r:view:{heads[0].id}", max(chat.bubbles))).text
    missing = (await chat.press("r:view:nosuchrecord", max(chat.bubbles))).text
    assert foreign == missing
    for act in ("accept", "return", "sign", "open"):
        assert (await chat.press(f"a:{act}:{heads[0].id}", max(chat.bubbles))).text == missing


async def test_nobody_reviews_their_own(village: Village) -> None:
    """A secretary who sent the report is offered no review of it."""
    await report(village.secretary)
    await village.secretary.tap("提交")
    await village.secretary.tap("查看")
    labels = {label for label, _ in village.secretary.last.buttons}
    assert "撤回" in labels
    assert not labels & {"审核通过", "退回补正", "开始审核"}
