"""
A second version of a form: drafts in the middle of the first are carried over on first touch, and told so; records of
the first stay as they were sent and read as today's.

The type is invented, since no form of ours has a second version yet: a visit to a village, in two versions that differ
in everything an :class:`Upgrade` can say.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.forms.core.draft import Event, Facts
from bot.forms.core.machine import advance
from bot.forms.core.model import (
    Access,
    Field,
    Form,
    RecordType,
    Repeat,
    Rule,
    Upgrade,
    Who,
    Workflow,
    x,
)
from bot.forms.core.parts import review
from bot.forms.core.records import Record
from bot.forms.core.sending import materialise
from bot.forms.core.types import CompiledType, compile_type
from bot.forms.core.upgrades import read_today, upgraded
from bot.forms.core.work import Work
from bot.forms.registry import Registry, found
from bot.kept import Filter
from bot.settings import Settings
from bot.texts import LANGS, Texts, locales_folder
from storage.migrations import upgrade
from storage.store import DatabaseStore, open_store
from tests.forms.machine_play import Player
from tests.handlers.chat import Chat, House
from tests.handlers.conftest import people

CLERKS = ("town_clerk", "town_committee")


def in_metres(answers: dict[str, Any]) -> dict[str, Any]:
    """The distance was asked in kilometres."""
    if answers.get("distance") is not None:
        answers["distance"] *= 1000
    return answers


def homes(name: str, *needs: str) -> Repeat:
    """Households that were visited; *name*: what the head of one is called here."""
    return Repeat("homes", min=1, max=5, label=name, items=(
        Field(name, "text", max=20), Field("need", "select_one", choices=needs),
    ))  # fmt: skip


V1 = RecordType(
    id="visit", version=1, letter="Z", subject="org", title="place_name",
    form=Form(items=(
        Field("kind", "select_one", choices=("home", "field")),
        Field("place_name", "text", max=40),
        Field("distance", "integer", min=0, max=60,
              rules=(Rule("far", x("${distance} < 40"), weight="confirm", reason=True),)),
        Field("hobby", "text", max=40),
        homes("name", "work", "care"),
        Field("remark", "text", max=100, required=False),
    )),
    workflow=Workflow("submitted", review(), ends=("accepted", "withdrawn", "void")),
    access=Access(fills=("information_officer",), reads=dict.fromkeys((*CLERKS,), "town") | {"information_officer": "own"},
                  exports=CLERKS),
)  # fmt: skip
V2 = replace(
    V1, version=2, title="where",
    form=Form(items=(
        Field("kind", "select_one", choices=("home", "farm")),
        Field("weather", "select_one", choices=("dry", "wet")),
        Field("where", "text", max=40),
        Field("distance", "integer", min=0, max=60_000,
              rules=(Rule("far", x("${distance} < 40000"), weight="confirm", reason=True),)),
        homes("head", "work", "help"),
        Field("remark", "text", max=100, required=False),
    )),
    upgrades=(Upgrade(
        to=2,
        rename={"place_name": "where", "homes.name": "head"},
        choices={"kind": {"field": "farm"}, "homes.need": {"care": "help"}},
        drop=("hobby",),
        change=in_metres,
    ),),
)  # fmt: skip
WORDS = """
visit = 走访记录
visit-kind = 走访哪里？
    .short = 走访
visit-kind-home = 农户
visit-kind-field = 田头
visit-kind-farm = 农场
visit-weather = 天气怎么样？
    .short = 天气
visit-weather-dry = 晴
visit-weather-wet = 雨
visit-place_name = 到了什么地方？
    .short = 地方
visit-where = 走访地点在哪里？
    .short = 地点
visit-distance = 走了多远？
    .short = 路程
    .unit = 里
visit--far = 这么远，请写一句原因。
visit-hobby = 谈到了什么爱好？
    .short = 爱好
visit-homes = 走访了哪几户？
    .short = 农户
visit-homes-name = 户主叫什么？
    .short = 户主
visit-homes-head = 当家人叫什么？
    .short = 当家人
visit-homes-need = 需要什么？
    .short = 需要
visit-homes-need-work = 活计
visit-homes-need-care = 照料
visit-homes-need-help = 帮扶
visit-remark = 还有要说的吗？
    .short = 备注
"""
UPGRADED = "表格更新过了"


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """All words of Lianxin and those of the visit."""
    folder = tmp_path_factory.mktemp("words") / "locales"
    shutil.copytree(locales_folder(), folder)
    for lang in LANGS:
        (folder / lang / "visit.ftl").write_text(WORDS, encoding="utf-8")
    return Texts(folder, strict=True)


@dataclass
class Two:
    """One database and what stands on it: the program of yesterday, and the one of today after its update."""

    store: DatabaseStore
    settings: Settings
    words: Texts

    async def chat(self, record: RecordType, person: str = "officer", user: int = 1001) -> Chat:
        """Somebody's chat with the program that has this version of the form."""
        house = House(self.settings, self.store, texts=self.words, types=Registry([record, *found()]))
        chat = await house.chat(person, user)
        await chat.say("/menu")
        return chat


@pytest.fixture
async def two(tmp_path: Path, words: Texts) -> AsyncIterator[Two]:
    """清溪村, with a database of its own."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    own = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    async with open_store(url, files_dir=own.files_dir) as store:
        await people(store, households=4)
        yield Two(store, own, words)


async def say(chat: Chat, *answers: str) -> str:
    """Press what is a button, type the rest; what is shown in the end."""
    for one in answers:
        label = next((label for label, _ in chat.last.buttons if label == one), None)
        await (chat.tap(label) if label is not None else chat.say(one))
    return chat.last.text


async def begun(two: Two, *answers: str) -> Chat:
    """The officer in the middle of a visit, with yesterday's program."""
    chat = await two.chat(V1)
    await chat.tap("走访记录")
    await say(chat, *answers)
    return chat


async def today(two: Two, before: Chat) -> Chat:
    """The same chat after the update: its messages and old buttons are all still there."""
    after = await two.chat(V2)
    after.bubbles |= before.bubbles
    after.touched = before.touched
    unit = two.store.unit()
    (draft,) = await unit.drafts.open_of("officer")
    unit.people.set_live_draft("web", "1001", draft.id)
    await two.store.commit(unit)
    return after


async def answers_of(two: Two) -> dict[str, Any]:
    """What is kept of the open form."""
    unit = two.store.unit()
    (head,) = await unit.drafts.open_of("officer")
    draft = await unit.drafts.get(head.id)
    assert draft is not None
    return draft.answers


async def test_a_draft_goes_on_in_the_new_form(two: Two) -> None:
    """Renamed, recoded, recomputed, gone and new: said once in words, nothing asked twice, sent whole."""
    chat = await today(two, await begun(two, "田头", "村口大棚", "3", "养蜂", "户甲", "照料", "添加一项"))
    shown = await chat.press("d:go:" + (await two.store.unit().drafts.open_of("officer"))[0].id, 1)
    assert UPGRADED in shown.text
    assert "当家人叫什么？" in shown.text
    assert "农户第2项" in shown.text
    assert "4/5" in shown.text, "kind, weather, place, distance, households, remark"
    text = await say(chat, "户乙", "活计")
    assert UPGRADED not in text, "once is enough"
    assert "天气怎么样？" in await say(chat, "就这些", "跳过"), "what is new is asked before the summary"
    summary = await say(chat, "晴")
    for line in ("走访　农场", "天气　晴", "地点　村口大棚", "3,000 里", "户甲", "帮扶", "户乙", "活计"):
        assert line in summary, summary
    assert "养蜂" not in summary
    await chat.tap("提交")
    (head,) = await two.store.unit().records.heads(Filter(type="visit"))
    record = await two.store.unit().records.get(head.id)
    assert record is not None
    assert record.form_version == 2
    assert (record.answers["where"], record.answers["distance"], head.label) == ("村口大棚", 3000, "村口大棚")
    assert [row["need"] for row in record.answers["homes"]] == ["help", "work"]


async def test_words_for_a_renamed_question_count(two: Two) -> None:
    """Who types before having seen that anything changed has answered, where the question is the same one."""
    chat = await today(two, await begun(two, "田头"))
    text = await say(chat, "村口大棚")
    assert UPGRADED in text
    assert "走了多远？" in text
    assert (await answers_of(two))["where"] == "村口大棚"


@pytest.mark.parametrize("way", ["typed", "pressed"])
async def test_an_answer_to_what_is_gone_is_no_answer_to_anything_else(two: Two, way: str) -> None:
    """The question went away with the update: what is sent to it lands nowhere, and the live question is shown."""
    before = await begun(two, "田头", "村口大棚", "3")
    assert "爱好" in before.last.text
    old = next(data for label, data in before.last.buttons if label == "上一步")
    chat = await today(two, before)
    shown = await (chat.say("养蜂") if way == "typed" else chat.press(old, chat.touched))
    assert UPGRADED in shown.text
    assert "天气怎么样？" in shown.text or "走访了哪几户" in shown.text, shown.text
    assert await answers_of(two) == {"kind": "farm", "where": "村口大棚", "distance": 3000}


async def test_a_reason_half_given_is_asked_for_again(two: Two) -> None:
    """A reason was wanted when the form changed: what is typed is not taken for the answer it was a reason of."""
    before = await begun(two, "田头", "邻县", "50")
    assert "请写一句原因" in before.last.text
    chat = await today(two, before)
    text = await say(chat, "12")
    assert UPGRADED in text
    assert "走了多远？" in text
    assert "请写一句原因" in await say(chat, "50000")
    await say(chat, "去看引进的种苗")
    kept = await two.store.unit().drafts.get((await two.store.unit().drafts.open_of("officer"))[0].id)
    assert kept is not None
    assert kept.answers["distance"] == 50_000
    assert list(kept.why.values()) == ["去看引进的种苗"]


async def test_old_buttons_of_the_summary_send_nothing(two: Two) -> None:
    """The summary of yesterday still hangs in the chat: its button shows what is new instead of sending."""
    before = await begun(two, "农户", "三组", "2", "下棋", "户甲", "活计", "就这些", "没有要说的")
    old = next(data for label, data in before.last.buttons if label == "提交")
    chat = await today(two, before)
    shown = await chat.press(old, chat.touched)
    assert UPGRADED in shown.text
    assert "天气怎么样？" in shown.text
    assert await two.store.unit().records.count(Filter(type="visit")) == 0
    assert "请核对" in await say(chat, "雨")


async def sent(two: Two) -> Record:
    """A record of the first version."""
    chat = await begun(two, "田头", "村口大棚", "3", "养蜂", "户甲", "照料", "就这些", "带了肥料", "提交")
    assert "LX-Z-QX03" in chat.last.text
    (head,) = await two.store.unit().records.heads(Filter(type="visit"))
    record = await two.store.unit().records.get(head.id)
    assert record is not None
    return record


async def test_a_record_of_the_first_version_is_read_as_today_and_stays_as_sent(two: Two) -> None:
    """Opened, accepted: shown in today's words; what is stored, hashed and exported as sent is not touched."""
    record = await sent(two)
    clerk = await two.chat(V2, "clerk", 1006)
    shown = await clerk.press(f"r:view:{record.id}", 1)
    for line in ("走访　农场", "地点　村口大棚", "3,000 里", "户甲；帮扶", "带了肥料"):
        assert line in shown.text, shown.text
    await clerk.tap("审核通过")
    after = await two.store.unit().records.get(record.id)
    assert after is not None
    assert after.state == "accepted"
    assert (after.form_version, after.answers) == (1, record.answers)
    assert [finding async for finding in two.store.verify()] == []


async def test_a_returned_record_of_the_first_version_is_mended_in_the_second(two: Two) -> None:
    """Marked by yesterday's names, mended by today's: the marks point where they pointed, the rest is not asked."""
    record = await sent(two)
    clerk = await two.chat(V1, "clerk", 1006)
    await clerk.press(f"r:view:{record.id}", 1)
    await clerk.tap("退回补正")
    await clerk.tap("地方")
    await say(clerk, "不清楚", "请写到组")
    await say(clerk, "再标一处")
    await clerk.tap("户主")
    await say(clerk, "数不对", "跳过", "退回给填报人")
    assert "退回" in clerk.last.text, clerk.last
    officer = await two.chat(V2)
    shown = await officer.press(f"r:view:{record.id}", 1)
    assert "地点：不清楚" in shown.text, shown.text
    await officer.tap("补正")
    assert "走访地点在哪里？" in officer.last.text
    assert "请写到组" in officer.last.text
    assert "当家人叫什么？" in await say(officer, "三组村口大棚")
    assert "天气怎么样？" in await say(officer, "户丙")
    summary = await say(officer, "晴")
    assert "三组村口大棚" in summary
    await officer.tap("交回补正")
    mended = await two.store.unit().records.get(record.id)
    assert mended is not None
    assert (mended.version, mended.form_version, mended.answers["distance"]) == (2, 2, 3000)
    seen = await (await two.chat(V2, "clerk", 1006)).press(f"r:view:{record.id}", 1)
    assert "3,000 里" in seen.text
    assert "3,000,000" not in seen.text, "upgraded once, not twice"


# -- any walk


def compiled() -> tuple[CompiledType, CompiledType]:
    """Both versions, compiled."""
    return compile_type(V1), compile_type(V2)


OLD, NEW = compiled()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6), most=st.integers(0, 25), more=st.integers(0, 60))
def test_any_draft_of_the_first_version_goes_on(seed: int, most: int, more: int) -> None:
    """Wherever somebody was: nothing raises, the cursor stands on a question, what did not change is kept."""
    player = Player(OLD.plan, seed)
    turn = player.play(most)
    if turn.draft.done:
        return
    before = turn.draft
    draft = upgraded(NEW, NEW.plan, before)
    assert upgraded(NEW, NEW.plan, draft) is draft
    turn = advance(NEW.plan, draft, Event("supply", value={}), Facts(player.live))
    work = Work(NEW.plan, turn.draft, Facts(player.live))
    assert work.exists(turn.draft.at)
    assert turn.screen.problem is None
    kept = turn.draft.answers
    assert kept.get("remark", "?") == before.answers.get("remark", "?")
    assert kept.get("where", "?") == before.answers.get("place_name", "?")
    assert [row.get("head") for row in kept.get("homes", ())] == [
        row.get("name") for row in before.answers.get("homes", ())
    ]
    assert "hobby" not in kept
    assert json.dumps(turn.draft.to_json())
    onward = Player(NEW.plan, seed + 1)
    onward.turn = turn
    done = onward.play(more)
    if done.sent is not None:
        assert set(done.sent.answers) <= {"kind", "weather", "where", "distance", "homes", "remark"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6))
def test_any_record_of_the_first_version_reads_as_today(seed: int) -> None:
    """A record is read, never rewritten: the stored one is as it was, the read one has today's names only."""
    player = Player(OLD.plan, seed)
    if player.play().sent is None:
        return
    answers = materialise(Work(OLD.plan, player.turn.draft, player.facts)).answers
    record = Record(
        "r", "visit", 1, "LX", "QX0301", "/", "p1", "张某某", "", "", "submitted", answers=answers
    )
    stored = json.dumps(dict(record.answers), sort_keys=True)
    read = read_today(NEW, record)
    assert json.dumps(dict(record.answers), sort_keys=True) == stored
    assert read_today(NEW, read) is read
    assert read.answers["where"] == answers["place_name"]
    assert read.answers["distance"] == answers["distance"] * 1000
    assert {row["need"] for row in read.answers["homes"]} <= {"work", "help"}


def test_an_act_has_questions_of_its_own() -> None:
    """A renaming of the record's fields does not mean a field of the same name in an act's form."""
    asks = Form(items=(Field("place_name", "text"),))
    step = replace(V1.workflow.transitions[0], name="note", form=asks, who=Who(CLERKS), to="submitted")
    kind = compile_type(
        replace(V2, workflow=replace(V2.workflow, transitions=(*V2.workflow.transitions, step)))
    )
    plan = kind.plan_of("visit/note")
    draft = Player(plan, 1).turn.draft
    draft = replace(
        draft, version=1, answers={"place_name": "好"}, about=replace(draft.about, form="visit/note")
    )
    assert upgraded(kind, plan, draft).answers == {"place_name": "好"}
