"""A commitment in the chat, over the real database: written down for another, signed, passed, posted, checked, kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.inbox import Inbox
from bot.forms.core.records import Act, Record
from bot.handlers.dispatch import build_dispatcher
from bot.kept import Filter
from bot.settings import Settings
from storage.migrations import upgrade
from storage.store import open_store
from tests.handlers.chat import Bubble, Chat, House
from tests.handlers.conftest import PEOPLE, Village, people
from tests.handlers.hostile import FileBot, watched
from tests.handlers.test_review import told


@dataclass
class Days:
    """A clock that stands until it is moved: ten in the morning in Shanghai."""

    today: str

    def __call__(self) -> datetime:
        return datetime.fromisoformat(f"{self.today}T02:00:00").replace(tzinfo=UTC)


@dataclass
class Year(Village):
    """The cast through a year."""

    days: Days


@pytest.fixture
async def year(tmp_path: Path) -> AsyncIterator[Year]:
    """清溪村 in January 2026."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    days = Days("2026-01-12")
    async with open_store(url, files_dir=settings.files_dir) as store:
        await people(store)
        house = House(settings, store, days)
        chats = {key: await house.chat(key, 1000 + n) for n, key in enumerate(PEOPLE)}
        yield Year(house, **chats, days=days)


async def answer(chat: Chat, *answers: str) -> Bubble:
    """Press what is a button, type the rest."""
    for one in answers:
        labels = [label for label, _ in chat.last.buttons]
        exact = next((label for label in labels if label == one or label.startswith(f"{one} ")), None)
        await (chat.tap(exact) if exact is not None else chat.say(one))
    return chat.last


async def promise(year: Year) -> Bubble:
    """The information officer writes down the secretary's commitment for the year."""
    chat = year.officer
    await chat.say("/menu")
    await chat.tap("履职承诺")
    await answer(chat, "年度承诺", "个人")
    await chat.tap("张某某")
    await answer(chat, "1月1日")
    for domain, content in (
        ("发展", "硬化村道1.2公里"),
        ("服务", "每季度走访困难户一遍"),
        ("廉洁自律", "不插手村内工程发包"),
    ):
        if any(label == "再加一项" for label, _ in chat.last.buttons):
            await chat.tap("再加一项")
        await answer(chat, domain, content, "三月底前完成招标")
        if domain != "廉洁自律":
            await answer(chat, "6月30号")
        await answer(chat, "现场照片")
    return await chat.tap("就这些")


async def open_record(chat: Chat) -> Bubble:
    """The newest record of the village, as this person sees it."""
    return await chat.newest("履职承诺")


async def state(year: Year) -> str:
    """Where the newest commitment stands."""
    heads = await year.house.store.unit().records.heads(Filter(type="commitment"), limit=1)
    return heads[0].state


async def send(chat: Chat) -> None:
    """Press the last button of a summary, whatever it is called."""
    for label, data in chat.last.buttons:
        if data.endswith(":!"):
            await chat.tap(label)
            return


async def act(chat: Chat, name: str, *answers: str) -> Bubble:
    """Open the record, press what may be done, answer what is asked."""
    await open_record(chat)
    await chat.tap(name)
    await answer(chat, *answers)
    await send(chat)
    return chat.last


async def tally(chat: Chat, name: str, *numbers: str) -> Bubble:
    """A meeting in numbers; a photo is left out."""
    return await act(chat, name, *numbers, "跳过")


async def to_meetings(year: Year) -> None:
    """Written down, signed, viewed."""
    await promise(year)
    await year.officer.tap("提交")
    await act(year.secretary, "签名", "本人签字确认")
    await act(year.clerk, "审诺", "同意提交会议")
    assert await state(year) == "meetings"


async def test_it_is_written_down_for_another_and_signed_by_them(year: Year) -> None:
    """The summary says who must sign; the receipt says what comes next; the promiser is told and finds it waiting."""
    summary = await promise(year)
    assert "由承诺人张某某" in summary.text
    receipt = await year.officer.tap("提交")
    assert "LX-C-QX03-2026-0001" in receipt.text
    assert "请承诺人签名" in receipt.text
    said = await told(year, "secretary")
    assert "等您本人签名" in str(said[0]["text"])
    assert "硬化" not in str(said), "no content in a message that is pushed"
    waiting = await year.secretary.say("/todo")
    assert "待承诺人签名" in waiting.buttons[0][0]
    signed = await act(year.secretary, "签名", "本人签字确认")
    assert "待镇党委审诺" in signed.text


async def test_who_is_filler_and_promiser_in_one_is_told_once(year: Year) -> None:
    """The secretary's own pledge: one message that it is confirmed, not two."""
    await year.secretary.say("/menu")
    await year.secretary.tap("履职承诺")
    await answer(year.secretary, "一句话承诺")
    await year.secretary.tap("张某某")
    sent = await answer(year.secretary, "每月走访10户困难户", "提交")
    assert "请支部确认" in sent.text
    assert "待支部确认" in (await year.officer.say("/todo")).buttons[0][0]
    posted = await act(year.officer, "确认贴出")
    assert "已贴出" in posted.text
    assert [str(one["text"]) for one in await told(year, "secretary")] == [
        "《履职承诺》已确认，可以贴出（LX-C-QX03-2026-0001）。"
    ]


async def test_the_same_year_twice_is_refused(year: Year) -> None:
    """One live commitment a person and a year; once it is withdrawn another may come."""
    await promise(year)
    await year.officer.tap("提交")
    await promise(year)
    again = await year.officer.tap("提交")
    assert "已经有" in again.text
    assert await year.house.store.unit().records.count(Filter(type="commitment")) == 1
    await act(year.officer, "撤回")
    assert await state(year) == "withdrawn"
    await year.officer.say("/menu")
    await year.officer.tap("接着填")
    assert "LX-C-QX03-2026" in (await year.officer.tap("提交")).text


async def test_late_is_said(year: Year) -> None:
    """The last of January 2026 is a Saturday: due on the next working day, late the day after."""
    for day, late in (("2026-02-02", False), ("2026-02-03", True)):
        year.days.today = day
        await promise(year)
        await year.officer.tap("提交")
        (head,) = await year.house.store.unit().records.heads(Filter(type="commitment"), limit=1)
        assert (head.due_at, head.late) == ("2026-02-02", late)
        assert (head.subject, head.subject_name) == ("secretary", "张某某")
        await act(year.officer, "撤回")


async def minutes(year: Year, held: str = "2026-01-19T19:00", result: str = "passed") -> None:
    """Signed minutes of the representatives' meeting that voted on the commitments."""
    item = {"_": "r1", "title": "审议2026年度履职承诺", "yes": 36, "no": 1, "abstain": 1, "result": result}
    answers = {"mode": "representatives", "should": 42, "present": 38, "quorum_ok": True, "agenda": [item]}
    stamp = f"{held[:10]}T13:00:00.000000Z"
    done = Act(1, "submit", "officer", "李某某", "information_officer@QX0301", stamp, "", "filed")
    unit = year.house.store.unit()
    unit.records.add(Record(
        f"minutes-{held[:10]}", "minutes", 1, f"LX-E-QX03-{held[:4]}{held[5:7]}-0001", "QX0301", "/SF/QX03/QX0301/",
        "officer", "李某某", "information_officer@QX0301", stamp, "filed", event_at=held, answers=answers, acts=(done,),
    ))  # fmt: skip
    await year.house.store.commit(unit)


async def to_notice(year: Year) -> None:
    """Passed by both meetings and posted."""
    await to_meetings(year)
    year.days.today = "2026-01-19"
    await minutes(year)
    said = await tally(year.officer, "登记党员大会", "1月18日", "46", "41", "40", "1", "0 票")
    assert "下一步：还要开村民代表会议（户代表会议），通过了就公示。" in said.text
    chosen = await act(
        year.officer, "登记村民代表会议", "选连心里的记录", "1月19日 审议2026年度履职承诺", "对"
    )
    assert "待公示" in chosen.text
    year.days.today = "2026-01-20"
    await act(year.officer, "登记公示", "1月20日", "1月27日", "跳过")


async def to_force(year: Year) -> None:
    """In force since 28 January."""
    await to_notice(year)
    year.days.today = "2026-01-28"
    await act(year.secretary, "公示期满生效")
    assert await state(year) == "effective"


async def check(year: Year, who: Chat, day: str, *answers: str) -> Bubble:
    """The check of the oldest quarter that is open, held that day."""
    year.days.today = day
    await open_record(who)
    await who.tap("季度对照检查")
    await who.press(who.last.buttons[0][1], max(who.bubbles))
    await answer(who, f"{int(day[5:7])}月{int(day[8:])}日")
    for label in ("党员", "村民代表", "村务监督小组成员", "完成"):
        await who.tap(label)
    return await answer(who, *answers)


async def test_a_year_of_a_commitment(year: Year) -> None:
    """Passed, posted, in force, checked four times, appraised, archived."""
    await to_force(year)
    shown = await check(year, year.clerk, "2026-03-30", "按期", "按期")
    assert "“不插手村内工程发包”（12月31日（周四）前）做到哪一步了？" in shown.text
    await answer(year.clerk, "按期", "村民代表认可村道进度", "跳过", "季度对照检查")
    seen = await open_record(year.secretary)
    for said in ("办理经过", "审诺 · 赵某某 · ", "同意提交会议", "赞成　40 票", "1月19日 审议2026年度履职承诺",
                 "硬化村道1.2公里；按期", "村民代表认可村道进度"):  # fmt: skip
        assert said in seen.text, seen.text
    await check(
        year,
        year.supervisor,
        "2026-06-28",
        "已完成",
        "按期",
        "按期",
        "村道已通车，群众满意",
        "跳过",
        "季度对照检查",
    )
    await check(year, year.clerk, "2026-09-28", "已完成", "按期", "村民代表没有意见", "跳过", "季度对照检查")
    await check(year, year.clerk, "2026-12-28", "已完成", "村民代表没有意见", "跳过", "季度对照检查")
    assert "已完成 3 项" in (await final(year)).text
    await answer(year.clerk, "兑现", "三项都办成了，群众认可", "年终评诺")
    assert await state(year) == "appraised"
    assert "归入个人档案" in (await act(year.committee, "归档")).text


async def final(year: Year) -> Bubble:
    """The counts of the yearly appraisal, before its first answer."""
    await open_record(year.clerk)
    return await year.clerk.tap("年终评诺")


async def test_who_objects_stays_unknown_to_the_promiser(year: Year) -> None:
    """The township sees who and what; the promiser sees that there is an objection and how it was settled."""
    await to_notice(year)
    year.days.today = "2026-01-22"
    objection = "村道里有一段是去年修的"
    await act(year.supervisor, "登记异议", "1月22日", "来访", "钱某某", objection, "跳过")
    assert await state(year) == "objected"
    for chat, sees in ((year.clerk, True), (year.secretary, False)):
        seen = await open_record(chat)
        assert ("钱某某" in seen.text, objection in seen.text) == (sees, sees), seen.text
        assert "登记异议" in seen.text
    again = await act(year.officer, "登记异议", "1月22日", "来电", "跳过", "走访没有走到三组", "跳过")
    assert "请镇里处理异议（还有 2 条）" in again.text
    await open_record(year.clerk)
    asked = await year.clerk.tap("处理异议")
    assert "第 1 条异议（共 2 条），怎么处理？" in asked.text
    assert f"异议内容：{objection}" in asked.text
    left = await answer(year.clerk, "不成立", "经核实，里程以验收单为准")
    assert "请镇里处理异议（还有 1 条）" in left.text
    assert await state(year) == "objected"
    await act(year.clerk, "处理异议", "不成立", "三组已经补走一遍")
    assert await state(year) == "notice"
    seen = await open_record(year.secretary)
    assert "里程以验收单为准" in seen.text
    assert objection not in seen.text
    assert "没有走到三组" not in seen.text


async def test_a_year_passed_on_paper_is_no_secret(year: Year) -> None:
    """The clerk is told that nothing of the vote was checked here, and whoever opens the record reads it."""
    await to_meetings(year)
    year.days.today = "2026-01-19"
    await told(year, "clerk")
    year.house.bot = FileBot("42:TEST")
    services, bot = year.house.services, year.house.bot
    year.house.inbox = Inbox(year.house.store, build_dispatcher(services), {"web": bot}, services.texts)
    officer = await watched(year.house, "officer", 2001)
    await open_record(officer)
    await officer.tap("登记村民代表会议")
    await answer(officer, "村民代表会议", "1月18日", "42", "38", "36", "1")
    await answer(officer, officer.last.buttons[0][0])
    await officer.send(officer.file("记录.pdf", "application/pdf", 300))
    asked = await officer.tap("完成")
    assert "连心没有核过" in asked.text
    await answer(officer, "会是启用连心以前开的")
    await send(officer)
    said = [str(one["text"]) for one in await told(year, "clerk")]
    assert len(said) == 1
    assert "照纸质记录登记通过的" in said[0]
    assert "连心没有核过" in (await open_record(year.clerk)).text


async def test_minutes_that_prove_nothing_are_not_offered(year: Year) -> None:
    """Only signed minutes with a vote; where there are none, paper is what is left."""
    await to_meetings(year)
    year.days.today = "2026-01-20"
    await minutes(year, result="opinion")
    await open_record(year.officer)
    shown = await year.officer.tap("登记村民代表会议")
    assert "开的是哪一种会" in shown.text


async def test_a_no_opens_a_new_round(year: Year) -> None:
    """The members say no: the secretary sees why, changes it, and all begins anew."""
    await to_meetings(year)
    year.days.today = "2026-01-19"
    said = await tally(year.officer, "登记党员大会", "1月18日", "46", "24", "23", "1", "0 票")
    assert "会议没有通过" in said.text
    assert await state(year) == "rejected"
    await open_record(year.secretary)
    summary = await year.secretary.tap("修改后重报")
    assert "请核对" in summary.text
    await year.secretary.tap("修改后重报")
    assert await state(year) == "submitted", "the promiser who sends it signs by sending"
    assert "　第 2 版，更正原因：党员大会没有通过" in (await open_record(year.secretary)).text
    await act(year.clerk, "审诺", "同意再次提交会议")
    await open_record(year.officer)
    await year.officer.tap("登记党员大会")
    assert "不再算" in (await answer(year.officer, "1月18日")).text


async def test_the_promisers_own_reason_is_the_reason_of_the_version(year: Year) -> None:
    """What is in force is changed by who promised it: their words are kept with the version, and go out in words."""
    await to_force(year)
    await act(year.secretary, "修改承诺", "里程量错了，少了两百米")
    await open_record(year.secretary)
    await year.secretary.tap("修改后重报")
    await send(year.secretary)
    unit = year.house.store.unit()
    heads = await unit.records.heads(Filter(type="commitment"), limit=1)
    record = await unit.records.get(heads[0].id)
    assert record is not None
    assert (record.version, record.change_reason) == (2, "amend|里程量错了，少了两百米")
    shown = await open_record(year.clerk)
    assert "　第 2 版，更正原因：承诺人要修改" in shown.text
    assert "里程量错了，少了两百米" in shown.text


async def test_what_is_behind_is_kept_until_its_type_exists(year: Year) -> None:
    """A check with one item behind leaves one effect in the database; people are told, without its content."""
    await to_force(year)
    await check(
        year,
        year.clerk,
        "2026-03-30",
        "滞后",
        "雨季停工两周，石料没到",
        "6月30日",
        "按期",
        "按期",
        "进度慢了两周",
        "跳过",
        "季度对照检查",
    )
    (kept,) = await year.house.store.unit().pending_effects("rectification")
    values = kept.doc["values"]
    assert (values["source"], values["due"], values["owner"]["id"]) == ("check", "2026-06-30", "secretary")
    assert (values["problem"], values["why"]) == ("硬化村道1.2公里", "雨季停工两周，石料没到")
    said = [str(one["text"]) for one in await told(year, "officer")]
    assert any("没跟上" in one for one in said)
    assert not any("硬化" in one for one in said)


async def waiting(year: Year, who: Chat) -> list[str]:
    """The commitments on somebody's list of what waits."""
    said = await who.say("/todo")
    return [label for label, data in said.buttons if data.startswith("r:view:") and "履职承诺" in label]


async def test_a_check_waits_for_the_township_once_its_quarter_is_over(year: Year) -> None:
    """From April on, for clerk and committee member, until it is held; the appraisal when every quarter is checked."""
    await to_force(year)
    year.days.today = "2026-03-31"
    assert await waiting(year, year.clerk) == []
    year.days.today = "2026-04-01"
    assert len(await waiting(year, year.clerk)) == 1
    assert len(await waiting(year, year.committee)) == 1
    assert await waiting(year, year.supervisor) == [], "may be there, and calls none"
    assert await waiting(year, year.officer) == []
    said = ("按期", "按期", "按期", "村民代表认可村道进度", "跳过", "季度对照检查")
    await check(year, year.clerk, "2026-04-02", *said)
    assert await waiting(year, year.clerk) == []
    year.days.today = "2027-01-16"
    assert len(await waiting(year, year.clerk)) == 1, "the year is over and nothing can be checked any more"
