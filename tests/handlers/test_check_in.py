"""Check-ins in the chat: consent, filled in for somebody, the same as last time, help, coming home, the township."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.forms.check_in import CONSENT
from bot.forms.core.draft import About
from bot.forms.core.records import Record
from bot.kept import Filter
from bot.people import Person, Post
from bot.settings import Settings
from bot.usecases.sources import left_home
from storage.migrations import upgrade
from storage.store import open_store
from tests.handlers.chat import Chat, House
from tests.handlers.conftest import VILLAGE, Village, people

FORM = "流动党员联系登记"


class Days:
    """A clock that is put to a day."""

    def __init__(self, day: str) -> None:
        self.at(day)

    def at(self, day: str) -> None:
        """Noon of a day, in China."""
        self.now = datetime.fromisoformat(f"{day}T04:00:00").replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def days() -> Days:
    """The clock of the house below."""
    return Days("2026-10-12")


@pytest.fixture
async def house(tmp_path: Path, days: Days) -> AsyncIterator[House]:
    """清溪村 with a second mobile member, on the days the test says."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    async with open_store(url, files_dir=settings.files_dir, now=days) as store:
        await people(store, households=3)
        unit = store.unit()
        unit.people.put_person(Person("second", "钱某某", phone="13800000001"))
        unit.people.put_post(
            "second", Post(VILLAGE.id, VILLAGE.path, VILLAGE.level, "member", "流动党员", "2020-01-01")
        )
        await store.commit(unit)
        yield House(settings, store, days)


async def walk(chat: Chat, *steps: str) -> None:
    """Each step typed, or tapped where a button says it (a leading > insists on the button)."""
    for step in steps:
        if step.startswith(">"):
            await chat.tap(step[1:])
        else:
            await chat.say(step)


async def to_the_end(chat: Chat, **answers: str) -> None:
    """Answer whatever is asked by the first word of *answers* that stands in the question; skip the rest."""
    for _ in range(15):
        if "请核对：" in chat.last.text:
            return
        asked = chat.last.text.splitlines()
        await walk(
            chat,
            next((what for word, what in answers.items() if any(word in line for line in asked)), "跳过"),
        )
    raise AssertionError(chat.last.text)


FIRST = (
    ">首次",
    "鄞州",
    ">务工",
    "某制衣厂",
    ">没换",
    ">编入了",
    "某工业区流动党支部",
    "0",
    "6月",
    "跳过",
    "跳过",
    ">提交",
)


async def sent(house: House, subject: str) -> list[Record]:
    """A member's check-ins, oldest first."""
    unit = house.store.unit()
    heads = await unit.records.heads(Filter(type="check_in", subject=subject), oldest_first=True)
    found = [await unit.records.get(head.id) for head in heads]
    return [record for record in found if record is not None]


async def test_consent_is_asked_once(house: House, days: Days) -> None:
    """Given in the form it is kept with the person, by its version, and the next month does not ask again."""
    member = await house.chat("member", 1)
    await walk(member, FORM, ">同意", *FIRST)
    (record,) = await sent(house, "member")
    assert record.answers["consent_ver"] == CONSENT
    kept = await house.store.unit().people.person("member")
    assert kept is not None
    assert kept.consent == CONSENT
    days.at("2026-11-12")
    assert "这次是哪一种" in (await member.say(FORM)).text


async def test_a_refusal_keeps_nothing(house: House) -> None:
    """Whoever prefers paper is told whom to turn to; no record, no consent."""
    member = await house.chat("member", 1)
    await walk(member, FORM, ">改用纸质")
    assert "改用纸质" in member.last.text
    kept = await house.store.unit().people.person("member")
    assert (await sent(house, "member"), kept and kept.consent) == ([], "")


async def test_the_same_as_last_time_is_what_is_known_now(house: House, days: Days) -> None:
    """
    A change told this month counts this month and the next; the dues are those that were last told, never this month's
    by themselves.
    """
    member = await house.chat("member", 1)
    await walk(member, FORM, ">同意", *FIRST)
    days.at("2026-11-03")
    await walk(member, FORM, ">情况变更", ">所在地", ">完成", "镇海", ">提交")
    for month in ("2026-11", "2026-12"):
        days.at(f"{month}-10")
        await walk(member, FORM, ">定期联系", ">与上期一致")
        await to_the_end(member, 思想="在外一切都好，按时参加线上学习。")
        assert "镇海区" in member.last.text
        assert "某制衣厂" in member.last.text
        assert "党费交至　2026年6月" in member.last.text
        assert "组织生活　0 次" in member.last.text
        await member.tap("提交")
    assert [record.answers["checkin_kind"] for record in await sent(house, "member")] == [
        "first", "change", "regular", "regular",
    ]  # fmt: skip


async def test_the_day_of_return_says_whether_it_may_be_skipped(house: House, days: Days) -> None:
    """Only where it may be skipped is it said; what was told before says on which day, this month too."""
    member = await house.chat("member", 1)
    await walk(member, FORM, ">同意", *FIRST[:-2])
    assert "没定就跳过" in member.last.text
    assert "跳过" in [label for label, _ in member.last.buttons]
    await walk(member, "2月6日", ">提交")
    await walk(member, FORM, ">情况变更", ">返乡打算", ">完成")
    assert "最可能的那一天" in member.last.text
    assert "跳过" not in member.last.text
    assert "跳过" not in [label for label, _ in member.last.buttons]
    assert "10月12日（周一）填的：2027年2月6日" in member.last.text
    assert "上期" not in member.last.text


async def test_unknown_dues_are_asked(house: House, days: Days) -> None:
    """Nothing is put in for a month that nobody has named."""
    member = await house.chat("member", 1)
    await walk(member, FORM, ">同意", ">情况变更", ">所在地", ">完成", "镇海", ">提交")
    days.at("2026-11-10")
    await walk(member, FORM, ">定期联系")
    await walk(member, ">与上期一致", ">务工", "跳过", ">还没有", ">不知道怎么找")
    assert "党费交到哪个月" in member.last.text


async def test_filled_in_for_two_members(house: House) -> None:
    """
    Each of them has a form of their own that says whose it is; consent is read to them and kept as theirs; the record
    says who filled it in.
    """
    officer = await house.chat("officer", 1)
    await walk(officer, FORM, ">王某某", ">本人口头同意", ">首次")
    await officer.say("/menu")
    assert any(label.startswith("接着填") and "替王某某填" in label for label, _ in officer.last.buttons)
    await walk(officer, "/check_in", ">钱某某")
    assert "替钱某某填" in officer.last.text
    assert "本人同意吗" in officer.last.text, "nothing of the other member's form"
    await walk(officer, ">本人口头同意", *FIRST[:-1], ">本人电话里说的", ">提交")
    (record,) = await sent(house, "second")
    assert (record.filler, record.proxy_for, record.answers["consent_said"]) == ("officer", "second", "told")
    kept = {name: await house.store.unit().people.person(name) for name in ("second", "officer", "member")}
    assert {name: one.consent for name, one in kept.items() if one is not None} == {
        "second": CONSENT, "officer": "", "member": "",
    }  # fmt: skip


async def test_who_was_told_of_it_confirms_with_their_own_word(house: House) -> None:
    """Filled in for a member: they hear of it, find it, confirm it once; nobody else can, and it stands in the history."""
    officer, member = await house.chat("officer", 1), await house.chat("member", 2)
    await walk(officer, FORM, ">王某某", ">本人口头同意", *FIRST[:-1], ">本人电话里说的", ">提交")
    told = [
        one.message.words
        for one in await house.store.claim_messages(50, 60.0)
        if one.message.person == "member"
    ]
    assert told == ["check_in-told-own_word"]
    await walk(member, "/menu", ">与我有关", ">流动党员联系登记")
    await walk(member, ">本人确认", ">查看")
    (record,) = await sent(house, "member")
    assert [(act.name, act.by) for act in record.acts] == [("submit", "officer"), ("own_word", "member")]
    assert "本人确认 · 王某某" in member.last.text
    labels = [label for label, _ in member.last.buttons]
    assert "本人确认" not in labels, "said once"
    assert not {"核实确认", "开始审核"} & set(labels), "nobody reviews what is about themselves"


async def test_who_asks_for_help_opens_a_case(house: House) -> None:
    """The hotline is a record type to come: the case waits for it, once."""
    member = await house.chat("member", 1)
    await walk(member, FORM, ">同意", *FIRST[:-3], "想问社保怎么转", ">要", "跳过", ">提交")
    (case,) = await house.store.unit().pending_effects("hotline")
    assert case.doc["values"] == {"difficulty": "想问社保怎么转"}


async def test_home_for_weeks(house: House, days: Days) -> None:
    """Coming home is told with its day; told late it is asked why and marked; the roster's entry is to be closed."""
    member = await house.chat("member", 1)
    await walk(member, FORM, ">同意", *FIRST)
    days.at("2026-11-20")
    await walk(member, FORM, ">返乡", "11月1日")
    await to_the_end(member, 证="已查验", 为什么现在才报="刚回来没信号", 几次="0", 党费="6月")
    await member.tap("提交")
    record = (await sent(house, "member"))[-1]
    assert (record.backfill, record.backfill_reason, record.event_at[:10]) == (
        True,
        "刚回来没信号",
        "2026-11-01",
    )
    (closing,) = await house.store.unit().pending_effects("homecoming")
    assert closing.doc["values"]["returned_on"] == "2026-11-01"


async def test_the_township_may_look_too(village: Village) -> None:
    """What only one person of a branch could have confirmed does not stay for ever: the township confirms or returns it."""
    await walk(village.member, FORM, ">同意", *FIRST)
    clerk = village.clerk
    assert "回首页" in (await clerk.say("/todo")).buttons[-1][0], "nobody in the township is waited for"
    await clerk.newest(FORM)
    await clerk.tap("核实确认")
    await clerk.tap("电话")
    while "提交" in [label for label, _ in clerk.last.buttons]:
        await clerk.tap("提交")
    (head,) = await village.house.store.unit().records.heads(Filter(type="check_in"))
    assert head.state == "accepted"


async def test_the_words_on_a_button_may_be_typed(village: Village) -> None:
    """跳过 skips instead of becoming the answer, 上一步 goes back, and so does a list's own word for its end."""
    member = village.member
    await walk(member, FORM, ">同意", ">首次", "鄞州", ">务工", "跳过")
    assert "手机号换了吗" in member.last.text
    assert "在哪个单位" in (await member.say("上一步")).text
    assert "现在做什么" in (await member.say("上一步")).text
    officer = village.officer
    await officer.say("月度汇报")
    await walk(officer, ">10月", "组织主题党日", "10月20号", "在村部学习，28人参加", "完成")
    assert "本月做了哪些工作" in officer.last.text
    await officer.say("就这些")
    assert "本月做了哪些工作" not in officer.last.text


@pytest.mark.parametrize(
    ("left", "sent_on", "due", "late"),
    [
        ("2026-10-20", "2026-11-10", "2026-11-19", False),
        ("2026-10-20", "2026-11-20", "2026-11-19", True),
        ("2026-10-12", "2026-10-13", "2026-11-11", False),  # the day the county began
        ("2026-10-11", "2027-03-01", "", False),
        ("2019-03-01", "2026-10-13", "", False),
        ("", "2027-03-01", "", False),
    ],
)
async def test_a_first_report_is_due_a_month_after_leaving(
    house: House, days: Days, left: str, sent_on: str, due: str, late: bool
) -> None:
    """Within thirty days; nobody is late for having left before Lianxin knew them, or on a day nobody wrote down."""
    unit = house.store.unit()
    post = Post(VILLAGE.id, VILLAGE.path, VILLAGE.level, "member", "流动党员", "2020-01-01", away_from=left)
    unit.people.put_post("second", post)
    await house.store.commit(unit)
    days.at(sent_on)
    member = await house.chat("second", 1)
    await walk(member, FORM, ">同意", *FIRST)
    (record,) = await sent(house, "second")
    assert (record.answers["checkin_kind"], record.due_at, record.late) == ("first", due, late)


async def test_a_first_report_that_is_mended_stays_due_when_it_was(house: House, days: Days) -> None:
    """Who has come home meanwhile, or left again, was away when it was sent."""
    days.at("2026-11-10")
    unit, away = house.store.unit(), {"away_from": "2026-10-20"}
    post = Post(VILLAGE.id, VILLAGE.path, VILLAGE.level, "member", "党员", "2020-01-01", **away)
    unit.people.put_post("second", post)
    await house.store.commit(unit)
    member = await house.chat("second", 1)
    await walk(member, FORM, ">同意", *FIRST)
    (record,) = await sent(house, "second")
    unit = house.store.unit()
    unit.people.put_post("second", replace(post, away_to="2026-11-25"))
    await house.store.commit(unit)
    days.at("2026-12-01")
    unit, world = house.store.unit(), house.services.world
    person = await unit.people.person("second")
    assert person is not None
    about = About("check_in", "second", VILLAGE.id, subject="second", period="2026-11")
    assert await left_home(world, unit, about, person) is None
    assert await left_home(world, unit, replace(about, record=record.id), person) == "2026-10-20"
