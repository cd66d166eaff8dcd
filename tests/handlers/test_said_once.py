"""What is said beside a question: the refusal apart and on top, nothing twice, the way back to the open form."""

from __future__ import annotations

import pytest

from tests.handlers.hostile import FileBot
from tests.handlers.test_check_in import walk
from tests.handlers.test_transcripts import Story, story

__all__ = ["story"]


async def test_a_refusal_stands_on_top_apart_from_the_live_question(story: Story) -> None:
    """What was wrong with the last answer comes before the head of the question that is open now."""
    officer = await story.chat("officer")
    await walk(officer, "月度汇报", ">2026年10月", "组织主题党日")
    refused = (await officer.say("哪天都行")).text
    said, _, rest = refused.partition("\n\n")
    assert "哪天都行" in said
    assert rest.startswith("月度汇报 · 清溪村党支部 · 2026年10月")
    assert "哪一天？" in rest


async def test_plain_digits_are_not_read_back_and_words_are(story: Story) -> None:
    """An echo says how something was read; what was kept as it was typed needs none."""
    officer = await story.chat("officer")
    await walk(
        officer, "月度汇报", ">2026年10月", "组织主题党日", "10月20号", "在村部学习，28人参加", "学了条例"
    )
    listed = officer.last
    assert "组织主题党日" not in listed.text  # the button says it
    assert "1. 组织主题党日" in [label for label, _ in listed.buttons]
    await walk(officer, ">1. 组织主题党日")
    assert "这一项好了" in [label for label, _ in officer.last.buttons]
    await walk(officer, ">这一项好了", ">就这些")
    assert "已保存" not in (await officer.say("2")).text
    assert "您写“两次”，记作 2 次，已保存。" in (await officer.say("两次")).text


async def test_pages_looked_at_in_between_lead_back(story: Story) -> None:
    """/privacy, /settings and /language in mid-form offer to go on with it; the language that is spoken is marked."""
    officer = await story.chat("officer")
    await walk(officer, "月度汇报", ">2026年10月")
    for command in ("/privacy", "/settings", "/language"):
        await officer.say(command)
        assert [label for label, _ in officer.last.buttons][-2:] == ["接着填", "回首页"], command
    assert [label for label, _ in officer.last.buttons][:3] == ["✓ 简体中文", "繁體中文", "English"]
    assert "做了什么？" in (await officer.tap("接着填")).text
    asked = (await officer.tap("求助")).text
    assert "做了什么？" in asked
    assert "赵某某" in asked


async def test_what_was_tapped_is_said_with_the_next_question(story: Story) -> None:
    """The button is gone: what stood on it is said in a few words, of several choices all, of a yes to a rule the value."""
    member = await story.chat("member")
    await walk(member, "流动党员联系登记", ">同意", ">首次")
    assert "\n已保存：首次报到\n" in member.last.text
    await walk(member, "鄞州", ">务工")
    assert "\n已保存：务工\n" in member.last.text
    await walk(member, "某制衣厂", ">没换", ">编入了", "某工业区流动党支部", ">1 次")
    assert "\n已保存：1 次\n" in member.last.text
    await walk(member, ">党课", ">选举")
    assert "已保存" not in member.last.text, "three more may be chosen"
    await walk(member, ">完成")
    assert "\n已保存：党课、选举\n" in member.last.text
    await walk(member, ">2026年10月", ">跳过", ">跳过")
    assert "已保存" not in member.last.text, "the summary says all"


async def test_the_very_words_of_an_answer_are_not_said_back(story: Story) -> None:
    """Typed as the button has it: that it is saved is enough."""
    member = await story.chat("member")
    await walk(member, "流动党员联系登记", "同意", "首次报到", "鄞州", "务工")
    assert "\n已保存。\n" in member.last.text
    assert "您写" not in member.last.text


async def test_what_is_filed_is_said_before_it_is_asked(story: Story) -> None:
    """Home says what has been sent for this period; the form says it above its choices, and once."""
    member = await story.chat("member")
    first = (">首次", "鄞州", ">务工", "某制衣厂", ">没换", ">编入了", "某工业区流动党支部", "0", "10月")
    await walk(member, "流动党员联系登记", ">同意", *first, ">跳过", ">跳过", ">提交")
    story.days.at("2026-12-10")
    assert "本期已报" not in (await member.say("/menu")).text
    await walk(member, "流动党员联系登记", ">定期联系", ">与上期一致", "在厂里上班，一切都好")
    while "请核对" not in member.last.text:
        await walk(member, ">跳过")
    await walk(member, ">提交", "/menu")
    assert "本期已报：流动党员联系登记 2026年12月 定期联系" in member.last.text
    told = "这个月的定期联系已经报过了。"
    asked = (await member.say("流动党员联系登记")).text
    assert asked.index(told) < asked.index("这次是哪一种？")
    assert (await member.tap("定期联系")).text.count(told) == 1


async def test_to_skip_is_spoken_of_only_where_one_can(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged file is to be sent again; that it may come later is said where 跳过 stands below."""
    monkeypatch.setattr(FileBot, "content", b"%PDF-1.4 broken")
    member = await story.chat("member")
    await walk(member, "流动党员联系登记", ">同意", ">首次", "鄞州")
    await member.send(member.file("材料.pdf", "application/pdf", 300))
    assert "请重新发一次。\n\n" in member.last.text
    await walk(member, ">务工")
    await member.send(member.file("材料.pdf", "application/pdf", 300))
    assert "请重新发一次。信号不好的话，可以先跳过，过后再补。\n\n" in member.last.text


async def test_usual_titles_follow_the_language(story: Story) -> None:
    """名 and 村 are data; 書記 and Secretary are words, on the home page, on buttons and in answers."""
    secretary = await story.chat("secretary")
    for name, title in (("繁體中文", "書記"), ("简体中文", "书记"), ("English", "Secretary")):
        await walk(secretary, "/language", f">{name}")
        assert (await secretary.say("/menu")).text.startswith(f"张某某　清溪村党支部 {title}")
    await walk(secretary, "/commitment", ">Yearly", ">One person")
    assert "陈某某（Convener）" in [label for label, _ in secretary.last.buttons]


async def test_a_yes_or_no_in_a_row_is_said_once(story: Story) -> None:
    """突出；要单独报: the name of the question is not said before an answer that says it itself."""
    officer = await story.chat("officer")
    await walk(
        officer, "月度汇报", ">2026年10月", "组织主题党日", "10月20号", "在村部学习，28人参加", "学了条例", ">就这些",
        "0", "1", "0", "0", "1", "32", "27", "34", "0", "2", "18", "3", "2",
        ">写一个问题", "村口路灯坏了，缺钱",
    )  # fmt: skip
    await walk(officer, ">突出")
    assert "开通以后" not in officer.last.text
    assert "照原来的办法" in officer.last.text
    await walk(officer, ">要单独报", ">写一个问题", "桥栏松动", ">突出", ">不用", ">就这些", ">跳过")
    await walk(officer, "完成村道招标", "12月5日", "张某某", ">就这些")
    assert "村口路灯坏了，缺钱；突出；要单独报" in officer.last.text
    assert "桥栏松动；突出；不单独报" in officer.last.text
