"""What is said beside a question: the refusal apart and on top, nothing twice, the way back to the open form."""

from __future__ import annotations

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
