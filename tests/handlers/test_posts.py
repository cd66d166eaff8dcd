"""Rights follow the post of today: what ends with it, what is pointed out when it came later, whose form it is."""

from __future__ import annotations

from bot.kept import Filter
from bot.people import Org, Person, Post
from tests.handlers.conftest import OTHER, VILLAGE
from tests.handlers.hostile import watched
from tests.handlers.test_minutes import Evening, act, evening, to_summary
from tests.handlers.test_review import report

__all__ = ["evening"]


async def post(
    evening: Evening, person: str, role: str, title: str, since: str, until: str = "", org: Org = VILLAGE
) -> None:
    """Give somebody a post, or say when it ended."""
    unit = evening.house.store.unit()
    unit.people.put_post(person, Post(org.id, org.path, org.level, role, title, since, until))
    await evening.house.store.commit(unit)


async def newcomer(evening: Evening, person: str, user: int, role: str, title: str, since: str) -> None:
    """Somebody more in the village, with a chat."""
    unit = evening.house.store.unit()
    unit.people.put_person(Person(person, f"新{person}"))
    await evening.house.store.commit(unit)
    await post(evening, person, role, title, since)
    evening.chats[person] = await watched(evening.house, person, user)


async def labels(evening: Evening, who: str, command: str) -> list[str]:
    """The records of a list."""
    said = await evening.chats[who].say(command)
    return [label for label, data in said.buttons if data.startswith("r:view:")]


async def test_a_form_of_an_ended_post_is_not_sent(evening: Evening) -> None:
    """Begun in office, complete after it: told in words, nothing sent, and the form is still there."""
    officer = evening.chats["officer"]
    evening.on("2026-11-20", 10)
    await report(officer)
    await post(evening, "officer", "information_officer", "信息员", "2020-01-01", "2026-11-20")
    evening.on("2026-11-21", 10)
    said = await officer.tap("提交")
    assert "所以没有提交；填的内容还留着" in said.text
    assert await evening.house.store.unit().records.count(Filter(type="monthly_report")) == 0
    assert "接着填：月度汇报" in str((await officer.say("/menu")).buttons)

    await post(evening, "officer", "information_officer", "信息员", "2026-11-21")
    await officer.tap("接着填")
    assert "LX-D-QX03-202610" in (await officer.tap("提交")).text


async def test_who_has_no_post_any_more_reads_their_records_and_does_nothing(evening: Evening) -> None:
    """A returned report of a former officer: read in 与我有关, on no list of what waits, with nothing to press."""
    officer = evening.chats["officer"]
    evening.on("2026-11-03", 10)
    await report(officer)
    await officer.tap("提交")
    await evening.chats["secretary"].say("/todo")
    for label in ("月度汇报", "退给填报人", "本月工作第1项 · 情况", "不清楚", "跳过", "退回给填报人"):
        await evening.chats["secretary"].tap(label)
    assert len(await labels(evening, "officer", "/todo")) == 1
    await officer.tap("月度汇报")
    mend = next(data for label, data in officer.last.buttons if label == "补正")

    await post(evening, "officer", "information_officer", "信息员", "2020-01-01", "2026-11-03")
    evening.on("2026-11-04", 10)
    assert await labels(evening, "officer", "/todo") == []
    assert len(await labels(evening, "officer", "/mine")) == 1
    seen = await officer.tap("月度汇报")
    assert "退回补正" in seen.text
    assert [label for label, _ in seen.buttons] == ["回首页"]
    assert "没有找到这份记录" in (await officer.press(mend, officer.touched)).text
    said = await officer.press(mend.replace("a:resubmit:", "r:fix:") + ":0", officer.touched)
    assert "没有找到这份记录" in said.text


async def test_a_report_of_a_time_before_the_post_is_pointed_out_to_the_reviewer_alone(
    evening: Evening,
) -> None:
    """October told by who came into office in November: no refusal; who may send it back sees it, another reader does not."""
    await newcomer(evening, "fresh", 1050, "information_officer", "信息员", "2026-11-10")
    await newcomer(evening, "other", 1051, "information_officer", "信息员", "2020-01-01")
    evening.on("2026-11-20", 10)
    await report(evening.chats["fresh"])
    await evening.chats["fresh"].tap("提交")
    seen = {}
    for who, command in (("secretary", "/todo"), ("other", "/records"), ("fresh", "/mine")):
        await evening.chats[who].say(command)
        seen[who] = (await evening.chats[who].tap("2026年10月")).text
    assert "填报人11月10日（周二）起任信息员，所报的事在这之前" in seen["secretary"]
    evening.chats["secretary"].lang = "en"
    await evening.chats["secretary"].say("/language")
    await evening.chats["secretary"].tap("English")
    await evening.chats["secretary"].say("/todo")
    said = (await evening.chats["secretary"].tap("came 20 Nov")).text
    assert "Who filled it in has been Information officer since" in said
    assert "所报的事" not in seen["other"]
    assert "所报的事" not in seen["fresh"]


async def test_a_secretary_who_is_a_member_is_asked_whose_it_is(evening: Evening) -> None:
    """本人的 or 替别人填; members beyond one page are turned to, or found by a part of their name."""
    await post(evening, "secretary", "member", "党员", "2020-01-01")
    unit = evening.house.store.unit()
    for n in range(1, 40):
        unit.people.put_person(Person(f"m{n:02}", f"林某{n:02}"))
        unit.people.put_post(
            f"m{n:02}", Post(VILLAGE.id, VILLAGE.path, "branch", "member", "流动党员", "2020-01-01")
        )
    await evening.house.store.commit(unit)
    secretary = evening.chats["secretary"]
    await secretary.say("/check_in")
    asked = await secretary.tap("本人的")
    assert "替" not in asked.text.splitlines()[0]
    await secretary.say("/check_in")
    first = await secretary.tap("替别人填")
    assert "林某01（流动党员）" in str(first.buttons)
    assert "林某30" not in str(first.buttons)
    second = await secretary.tap("下一页")
    assert "林某30" in str(
        (await secretary.tap("下一页") if "林某30" not in str(second.buttons) else second).buttons
    )
    assert "没有找到叫“赵”的党员" in (await secretary.say("赵")).text
    assert "有几位" in (await secretary.say("林某3")).text
    begun = await secretary.say("林某39")
    assert "替林某39填" in begun.text


async def test_a_member_fills_nobody_elses(evening: Evening) -> None:
    """The id of another member in a made-up button opens no form."""
    evening.chats["member"] = member = await watched(evening.house, "member", 1060)
    await newcomer(evening, "m1", 1061, "member", "流动党员", "2020-01-01")
    await member.say("/menu")
    said = await member.press(f"n:check_in:{VILLAGE.id}:2026-11:m1", member.touched)
    assert "这一步不由您办理" in said.text


async def test_every_open_form_is_a_tap_away(evening: Evening) -> None:
    """Three on the home page, the others behind a button that says how many there are."""
    await newcomer(evening, "m1", 1061, "member", "流动党员", "2020-01-01")
    officer = evening.chats["officer"]
    for command, name in (("minutes", ""), ("commitment", ""), ("check_in", "王某某"), ("check_in", "新m1")):
        await officer.say(f"/{command}")
        if name:
            await officer.tap(name)
    home = await officer.say("/menu")
    assert len([label for label, _ in home.buttons if label.startswith("接着填")]) == 3
    more = await officer.tap("还有 1 份没填完")
    assert len([label for label, _ in more.buttons if label.startswith("接着填")]) == 4


async def test_a_post_elsewhere_gives_and_takes_nothing_here(evening: Evening) -> None:
    """A supervisor who sits on another village's committee may witness here; there they may not."""
    await post(evening, "supervisor", "village_cadre", "委员", "2020-01-01", org=OTHER)
    await to_summary(evening.chats["officer"])
    await evening.chats["officer"].tap("提交")
    said = await act(evening, "supervisor", "见证签字", "不是，可以见证", "本人签字确认")
    assert "待" in said.text
    record = await evening.record()
    assert "attest" in [one.name for one in record.acts]
