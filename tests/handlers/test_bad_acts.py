"""
Bad input at every screen that is no question of a filler: each form of review, signing, checking and appraising, a mend of
what was returned, the screens from which a summary is corrected, a record that is looked at, the lists of records.

The same inputs and the same demands as in test_bad_input.py.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.forms.core import acts, rights
from bot.forms.core.draft import About, Draft, Event
from bot.forms.core.records import Act, Record
from bot.forms.core.sending import materialise
from bot.forms.core.types import CompiledTransition
from bot.forms.core.work import Work
from bot.forms.registry import registry
from bot.people import Person, Post
from tests.handlers.attack import Attack, person_of, standing, summed
from tests.handlers.conftest import PEOPLE, VILLAGE
from tests.handlers.hostile import CJK, TEXTS, Stand, Walker, Watched, WatchedHouse, plain, sends, watched

FILLERS = {"check_in": "member", "monthly_report": "officer", "minutes": "officer", "commitment": "officer"}
CONTACT = "contact"  # keeps contact with the village; no other test needs one in its cast
RECORDS = 4
"""Different records of a type, so that there is one with an item voted on, one with cases of resigning, …"""


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WatchedHouse]:
    """清溪村 in a house whose clock stands still on an evening of November 2026."""
    async with standing(tmp_path) as made:
        unit = made.store.unit()
        unit.people.put_person(Person(CONTACT, "郑某某"))
        here = Post(VILLAGE.id, VILLAGE.path, "branch", "contact_cadre", "联系干部", "2020-01-01")
        unit.people.put_post(CONTACT, here)
        await made.store.commit(unit)
        yield made


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log, which must stay without errors."""
    caplog.set_level(logging.WARNING)
    return caplog


class ActWalker(Walker):
    """A walk through the form of an act. An act that was done is undone with the draft, in the database itself."""

    async def open(self) -> ActWalker:
        """Begin the act and remember the record as it is now."""
        await super().open()
        self.rows = self._rows()
        return self

    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(self.house.services.settings.data_dir / "lianxin.db", timeout=10)

    def _rows(self) -> list[tuple[Any, ...]]:
        with closing(self._database()) as database, database:
            found = database.execute("SELECT * FROM records WHERE id = ?", (self.about.record,)).fetchall()
        database.close()
        return found

    async def acts_done(self) -> int:
        """How many acts the record carries."""
        record = await self.house.store.unit().records.get(self.about.record)
        assert record is not None
        return len([act for act in record.acts if act.by != acts.SYSTEM])

    async def doubled(self) -> str:
        """An act that was done twice."""
        count = await self.acts_done()
        return "" if count == self.acts_before + 1 else f"{count - self.acts_before} acts"

    async def put_back(self, draft: Draft) -> None:
        """The record is again as it was when the walk began, and then the draft."""
        if self._rows() != self.rows:
            with closing(self._database()) as database, database:
                marks = ",".join("?" * len(self.rows[0]))
                database.execute(
                    "DELETE FROM acts WHERE record = ? AND n > ?", (self.about.record, self.acts_before)
                )
                database.execute(
                    "DELETE FROM record_versions WHERE record = ? AND n > 1", (self.about.record,)
                )
                database.execute(f"REPLACE INTO records VALUES ({marks})", self.rows[0])
            database.close()
        await super().put_back(draft)

    acts_before = 0


async def records_of(house: WatchedHouse, form: str) -> list[Record]:
    """Records of a type as different walks through its form would send them."""
    by, kind = await person_of(house, FILLERS[form]), house.services.registry[form]
    found: list[Record] = []
    rows = {step.transition.row for step in kind.transitions.values() if step.transition.row}
    for seed in range(120):
        if len(found) >= RECORDS and all(any(list(acts.rows_of(one, row)) for one in found) for row in rows):
            break
        period = "2026-11" if kind.type.obligation is not None else ""
        subject = by.id if form == "check_in" else ""
        walk = await Walker(house, by, About(form, by.id, "QX0301", subject, period), seed).open()
        for _ in range(200):
            if not await walk.step():
                break
        if walk.turn.screen.kind == "summary":
            unit = house.store.unit()
            facts = await house.services.world.facts(unit, walk.turn.draft, kind.plan, by)
            work = Work(kind.plan, walk.turn.draft, facts)
            if not list(work.holes()):
                done = await house.services.desk.sending.new_record(
                    unit, by, kind, walk.turn.draft, materialise(work), facts
                )
                if len(found) < RECORDS or any(list(acts.rows_of(done.record, row)) for row in rows):
                    found.append(done.record)
        await walk.drop()
    assert len(found) >= RECORDS, f"{len(found)} walks came to the end of {form}"
    return found


async def kept(house: WatchedHouse, record: Record, name: str, state: str, said: Mapping[str, Any]) -> Record:
    """The record once more, in *state*, where an act of the township has brought it."""
    clerk = PEOPLE["clerk"][0]
    act = Act(2, "return" if said else "open", "clerk", clerk, "town_clerk@QX03", record.submitted_at, "submitted", state,
              answers=said)  # fmt: skip
    made = replace(record, id=name, receipt=f"{record.receipt}-{name}", unique_key="", state=record.acts[0].to, rev=1,
                   acts=record.acts[:1])  # fmt: skip
    unit = house.store.unit()
    unit.records.add(made)
    made = replace(made, state=state, rev=2, acts=(*made.acts, act))
    unit.records.act(made, act)
    await house.store.commit(unit)
    return made


def over(record: Record) -> Record:
    """The record of something that was promised for last year: what cannot be done before that ended can be done."""
    if "term_to" not in record.answers:
        return record
    return replace(record, answers={**record.answers, "term_from": "2025-01-01", "term_to": "2025-12-31"})


def marks_on(record: Record) -> dict[str, Any]:
    """A return that marks the first two things that were asked."""
    plan = registry()[record.type].plan
    open_ = [
        entry.name
        for entry in plan.root.entries
        if entry.is_field and entry.is_question and entry.name in record.answers
        if not getattr(entry.item, "final", False)
    ]
    return {
        "marks": [
            {"_": f"r{n}", "place": name, "reason": "unclear", "text": "请写清<b>&"}
            for n, name in enumerate(open_[:2], 1)
        ]
    }


async def actor(house: WatchedHouse, step: CompiledTransition, record: Record) -> Person | None:
    """Somebody of the village or town who may do this."""
    kind, today = house.services.registry[record.type], house.services.world.today()
    for key in (*PEOPLE, CONTACT):
        person = await person_of(house, key)
        if rights.entitled(kind, step.transition.who, record, person, today) is not None:
            return person
    return None


async def act_walks(house: WatchedHouse, form: str) -> AsyncIterator[tuple[str, ActWalker | None]]:
    """A walk through each act of a type that asks something, over the first record that allows it."""
    stored = await records_of(house, form)
    for name, step in house.services.registry[form].transitions.items():
        if not step.plan.steps and not step.transition.mends:
            continue
        for n, one in enumerate([*stored, *map(over, stored)]):
            said = marks_on(one) if step.transition.mends else {}
            record = await kept(house, one, f"{form}.{name}.{n}", step.transition.frm[0], said)
            who = await actor(house, step, record)
            rows = list(acts.rows_of(record, step.transition.row)) if step.transition.row else [{"_": ""}]
            if who is None or not rows:
                continue
            about = About(f"{form}/{name}", who.id, "QX0301", record=record.id, row=rows[0]["_"])
            if house.services.reading.barred(record, who, name, about.row) is not None:
                continue  # it cannot even be begun: test_not_now.py
            walk = await ActWalker(house, who, about, n).open()
            walk.acts_before = await walk.acts_done()
            yield name, walk
            break
        else:
            yield name, None


FORMS = list(FILLERS)
LEAST = {"check_in": 8, "monthly_report": 11, "minutes": 24, "commitment": 50}
"""Different screens of acts that the walks must reach."""


@pytest.mark.parametrize("form", FORMS)
async def test_every_act_stands_everything(
    house: WatchedHouse, quiet: pytest.LogCaptureFixture, form: str
) -> None:
    """Whatever a reviewer, signer or checker sends: words, the question again, nothing lost, the act done once or not."""
    met: set[tuple[str, str]] = set()
    wrong: list[str] = []
    missed: list[str] = []
    chats: dict[str, Watched] = {}
    async for name, walk in act_walks(house, form):
        if walk is None:
            missed.append(name)
            continue
        who = walk.person.id
        if who not in chats:
            chats[who] = await watched(house, who, 3000 + len(chats))
        quiet.clear()
        attack = Attack(house, chats[who], walk, quiet)
        async for stand in walk.stands(met, most=60):
            await attack.at(stand, ["d:drop:nosuchdraft", "f:nosuchdraft:1.0:a0"])
        await walk.drop()
        wrong += [f"{name} {one}" for one in attack.wrong]
    print(form, len(met), "stands", sorted(met))
    assert not missed, "nobody of the cast could be brought to these"
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(summed(wrong))
    assert len(met) >= LEAST[form], sorted(met)


@pytest.mark.parametrize("form", FORMS)
async def test_corrections_from_the_summary_stand_everything(
    house: WatchedHouse, quiet: pytest.LogCaptureFixture, form: str
) -> None:
    """The summary, its list of what to change, and each question that is opened from it."""
    by = await person_of(house, FILLERS[form])
    chat = await watched(house, by.id, 3100)
    period = "2026-11" if form in ("check_in", "monthly_report") else ""
    subject = by.id if form == "check_in" else ""
    walk = await Walker(house, by, About(form, by.id, "QX0301", subject, period), 0).open()
    for seed in range(1, 40):
        for _ in range(200):
            if walk.turn.screen.kind == "summary" or not await walk.step():
                break
        if walk.turn.screen.kind == "summary":
            break
        await walk.drop()
        walk = await Walker(house, by, About(form, by.id, "QX0301", subject, period), seed).open()
    summary = await walk.stored()
    assert walk.turn.screen.kind == "summary"
    attack = Attack(house, chat, walk, quiet)
    lines = [line for line in walk.turn.screen.lines if line.status not in ("computed", "locked")]
    for opening in ("d:go", "d:change"):
        attack.opening = opening
        await attack.at(Stand(summary, walk.turn.screen), [])
    attack.opening = "d:go"
    for line in (*lines[:3], *lines[-2:]):
        unit = house.store.unit()
        result = await house.services.desk.submit(unit, by, summary.id, Event("goto", None, list(line.path)))
        await house.store.commit(unit)
        assert result.turn.draft.ret, "from here it goes back to the summary"
        await attack.at(Stand(await walk.stored(), result.turn.screen), [])
        await walk.put_back(summary)
    assert attack.sent > 200
    assert not attack.wrong, "\n".join(summed(attack.wrong))


# -- where no form is open


LOOKS = ("r:view:{id}", "r:wait:0", "r:late:0", "r:mine:0", "a:return:{id}", "h:home")


@pytest.mark.parametrize("look", LOOKS)
async def test_looking_at_records(house: WatchedHouse, quiet: pytest.LogCaptureFixture, look: str) -> None:
    """A record, the lists: whatever comes is answered in words, and neither a record nor a draft is touched by it."""
    (one, *_) = await records_of(house, "monthly_report")
    record = await kept(house, one, "seen", "submitted", {})
    chat = await watched(house, "clerk", 3200)
    await chat.press(look.format(id=record.id), 1)
    shown = chat.last
    updates = [*(chat.message(text=text) for text in TEXTS.values()), *sends(chat).values()]
    for update in updates:
        if "a:" not in look:
            await chat.press(look.format(id=record.id), 1)
        await chat.send(update)
        assert CJK.search(plain("\n".join(chat.said))), update
    same = await house.store.unit().records.get(record.id)
    assert same is not None
    assert (same.rev, same.state) == (record.rev, record.state)
    for _, data in shown.buttons:
        if data.startswith(("d:", "f:")):
            continue
        for _ in range(2):
            await asyncio.gather(chat.send(chat.tap_of(data)), chat.send(chat.tap_of(data)))
            assert CJK.search(plain("\n".join(chat.said))), data
    after = await house.store.unit().records.get(record.id)
    assert after is not None
    names = [act.name for act in after.acts[2:]]
    assert len(names) == len(set(names)), f"done twice: {names}"
    assert not chat.faults
    assert not [entry.getMessage() for entry in quiet.records]
    assert [finding async for finding in house.store.verify()] == []
