"""People of 清溪村 and what they do with a commitment (type C), for its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from bot.forms.core import acts
from bot.forms.core.acts import Done, Due
from bot.forms.core.model import Notify
from bot.forms.core.plan import Env, Scope
from bot.forms.core.records import Record
from bot.forms.registry import registry
from bot.people import Person
from tests.forms.play import (
    CADRE,
    CLERK,
    COMMITTEE,
    SECRETARY,
    TOWN,
    VILLAGE,
    WITNESS,
    Talk,
    act,
    offers,
    person,
)

MEMBER = person("p6", "赵某某", "member")
COUNTY = person("p10", "何某某", "county", path="/SF/")
NEIGHBOUR = person("p11", "沈某某", "branch_secretary", path="/SF/QX03/QX0302/", title="书记")
OTHER_TOWN = person("p12", "蒋某某", "town_clerk", path="/SF/QX04/")
EVERYBODY = {
    "promiser": CADRE, "secretary": SECRETARY, "clerk": CLERK, "supervisor": WITNESS, "member": MEMBER, "town": TOWN,
    "committee": COMMITTEE, "county": COUNTY, "neighbour": NEIGHBOUR, "other_town": OTHER_TOWN,
}  # fmt: skip
KIND = registry()["commitment"]
FILED, VIEWED, MET, POSTED, IN_FORCE = "2026-01-10", "2026-01-12", "2026-01-19", "2026-01-20", "2026-01-28"


def at(day: str) -> str:
    """Ten o'clock on a day."""
    return f"{day}T10:00"


def begun(who: Person = CADRE, day: str = FILED, **live: Any) -> Talk:
    """A new commitment on its first question."""
    return Talk("commitment", who, now=at(day), **live)


ROAD = "硬化村道1.2公里，两头接上县道"
PROMISES = {
    "growth": (ROAD, "3月底前完成招标，5月开工"), "service": ("困难户每季度走访一遍", "按片包干，每次记在民情簿上"),
    "integrity": ("不插手村内工程发包", "工程一律招标，结果上墙公布"),
    "other": ("村部每天有人值班", "两委成员轮值，值班表上墙"),
    "goal": ("五年内村集体年收入达到30万元", "盘活旧校舍，发展民宿"),
    "duty": ("按时召开支委会和党员大会", "年初排好全年的日子"),
    "task": ("完成镇里下达的垃圾分类任务", "每户两只桶，每周评比"),
}  # fmt: skip


def item(talk: Talk, domain: str, due: str = "2026-06-30") -> Talk:
    """One item; a person's own needs no owner, integrity no day."""
    if talk.screen.kind == "rows":
        talk.add()
    talk.tap(domain, *PROMISES[domain])
    if talk.asked == "items.due":
        talk.tap(due)
    if talk.asked == "items.owner":
        talk.tap("p1")
    return talk.tap("photo")


def with_items(talk: Talk, *domains: str) -> Talk:
    """Items of these domains, the list closed."""
    for domain in domains:
        item(talk, domain)
    return talk.close()


def annual(who: Person = CADRE, day: str = FILED) -> Talk:
    """A cadre's own commitment for 2026, ready to be sent."""
    talk = begun(who, day).tap("annual")
    if talk.asked == "body":  # the secretary and the information officer may do it for others
        talk.tap("person", "p4")
    talk.tap("2026-01-01")
    return with_items(talk, "growth", "service", "integrity")


def sent(talk: Talk) -> Done:
    """The record of a finished form and what it causes."""
    if talk.turn.sent is None:
        talk.send()
    answers = talk.sent.answers
    scope = Scope(talk.plan.root, answers, Env(talk.facts), stored=True)
    assert KIND.period is not None
    record = Record(
        id="rec1", type="commitment", form_version=1, receipt="LX-C-QX03-2026-0001", org="QX0301", org_path=VILLAGE,
        filler=talk.who.id, filler_name=talk.who.name, post="", submitted_at=talk.live["stamp"], state="",
        period=str(KIND.period(scope)), answers=answers, frozen=talk.draft.frozen,
    )  # fmt: skip
    return acts.submitted(KIND, record, talk.facts)


def told(effects: Iterable[Due]) -> set[tuple[str, str]]:
    """(to, words) of the messages an act causes."""
    return {(due.effect.to, due.effect.key) for due in effects if isinstance(due.effect, Notify)}


def nothing(talk: Talk) -> Talk:
    """A transition that asks nothing but computes something."""
    return talk


def view(record: Record, day: str = VIEWED) -> Record:
    """The township agrees."""
    return act(record, "view", TOWN, lambda talk: talk.tap("同意提交会议"), now=at(day)).record


def members(
    should: int = 46, present: int = 41, yes: int = 40, no: int = 1, held: str = "2026-01-18"
) -> Callable[[Talk], Talk]:
    """The members' meeting in numbers; the rest abstained."""
    return lambda talk: talk.tap(held, should, present, yes, no, present - yes - no).skip()


def villagers(mode: str = "representatives", should: int = 42, present: int = 38, yes: int = 36, no: int = 1,
              held: str = "2026-01-19") -> Callable[[Talk], Talk]:  # fmt: skip
    """The representatives' meeting, from paper; a promise for a year says why no minutes were sent."""

    def fill(talk: Talk) -> Talk:
        talk.tap(mode, held, should, present, yes, no, present - yes - no).photo()
        return talk.say("会是启用连心以前开的") if talk.asked == "paper_why" else talk

    return fill


def met(record: Record, day: str = MET) -> Record:
    """Both meetings pass it."""
    record = act(record, "meeting_villager", CLERK, villagers(held=day), now=at(day)).record
    return act(record, "meeting_member", SECRETARY, members(held=day), now=at(day)).record


def post(record: Record, first: str = POSTED, last: str = "2026-01-27") -> Record:
    """Put up on the wall."""
    return act(record, "publish", SECRETARY, lambda talk: talk.tap(first, last).skip(), now=at(first)).record


def effective(record: Record | None = None) -> Record:
    """The cadre's commitment in force since 28 January."""
    record = post(met(view(record or sent(annual()).record)))
    return act(record, "take_effect", CLERK, now=at(IN_FORCE)).record


def checked(*results: str, quarter: str = "2026-Q1", held: str = "") -> Callable[[Talk], Talk]:
    """A quarter's check: one result an item; those that are asked, for what was done stays done."""
    day = held or {"1": "2026-04-08", "2": "2026-07-08", "3": "2026-10-08", "4": "2026-12-28"}[quarter[-1]]

    def fill(talk: Talk) -> Talk:
        talk.tap(quarter, day, ["member", "representative", "supervisor"])
        for result in results:
            talk.tap(result)
            if result in ("late", "not_started"):
                talk.tap("雨季停工两周，石料没到", "2026-12-20")
        return talk.tap("村民代表认可村道质量").skip()

    return fill


def check(record: Record, who: Person, *results: str, quarter: str = "2026-Q1", day: str = "") -> Done:
    """A check entered two days after it was held."""
    now = day or {"1": "2026-04-10", "2": "2026-07-10", "3": "2026-10-10", "4": "2026-12-30"}[quarter[-1]]
    return act(record, "check", who, checked(*results, quarter=quarter), now=at(now))


def year_of_checks(record: Record) -> Record:
    """Four quarters: the first item is done in the second, the others at the end."""
    record = check(record, TOWN, "on_time", "on_time", "on_time").record
    record = check(record, TOWN, "done", "on_time", "on_time", quarter="2026-Q2").record
    record = check(record, WITNESS, "on_time", "on_time", quarter="2026-Q3").record
    return check(record, TOWN, "done", "done", quarter="2026-Q4").record


def in_state(record: Record, state: str) -> Record:
    """The same record as if it stood there."""
    return replace(record, state=state)


def may(record: Record, name: str, day: str = IN_FORCE) -> set[str]:
    """Who of everybody is offered *name*."""
    return {who for who, one in EVERYBODY.items() if name in offers(record, one, at(day))}
