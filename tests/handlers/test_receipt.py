"""A receipt is what a person has in hand: it stays in the chat as it was, whatever is pressed under it."""

from __future__ import annotations

from tests.handlers.chat import Chat
from tests.handlers.test_check_in import FORM, walk
from tests.handlers.test_transcripts import Story, story

__all__ = ["story"]


async def _sent(member: Chat) -> int:
    await walk(
        member, FORM, ">同意", ">首次", "鄞州", ">务工", "某制衣厂", ">没换", ">编入了", "某工业区流动党支部", "0", "10月",
        ">跳过", ">跳过", ">提交",
    )  # fmt: skip
    assert "已提交，回执 LX-A-" in member.last.text
    return member.touched


async def test_home_from_a_receipt_comes_below_it(story: Story) -> None:
    """回首页 under a receipt opens the home page in a message of its own; the next form does not take its place."""
    member = await story.chat("member")
    number = await _sent(member)
    receipt = member.bubbles[number].text
    await member.tap("回首页", on=number)
    assert member.touched != number
    await walk(member, f">{FORM}")
    assert member.bubbles[number].text == receipt


async def test_a_record_looked_at_from_its_receipt_comes_below_it(story: Story) -> None:
    """查看 shows the record in a message of its own, as often as it is pressed."""
    member = await story.chat("member")
    number = await _sent(member)
    receipt = member.bubbles[number].text
    seen = [await member.tap("查看", on=number), await member.tap("查看", on=number)]
    assert all("王某某 报于" in one.text for one in seen)
    assert member.bubbles[number].text == receipt


async def test_what_an_act_did_stays_too(story: Story) -> None:
    """The confirmation of a check-in says its receipt; the way home leaves it there."""
    await _sent(await story.chat("member"))
    secretary = await story.chat("secretary")
    await walk(secretary, "/todo", f">{FORM}", ">核实确认", ">电话")
    number, done = secretary.touched, secretary.last.text
    assert "已办（LX-A-" in done
    await secretary.tap("回首页", on=number)
    assert secretary.bubbles[number].text == done
