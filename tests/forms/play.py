"""
One conversation with a form, event by event, with no bot, page or database in sight.

:class:`Talk` feeds ``begin()`` and ``advance()``; the draft goes through JSON between turns. What was done and shown can
be kept as a golden conversation, ``tests/golden/<type>.<case>.json`` (``make golden`` rewrites, people read the diff).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

from bot.forms.core import acts
from bot.forms.core.acts import Done
from bot.forms.core.draft import (
    About,
    Draft,
    Event,
    EventKind,
    Facts,
    Line,
    Note,
    Path,
    Screen,
    Sent,
    Turn,
    key_of,
)
from bot.forms.core.machine import advance, begin, supply
from bot.forms.core.places import Places
from bot.forms.core.records import Record
from bot.forms.core.types import CompiledType
from bot.forms.core.workdays import Calendar
from bot.forms.registry import registry
from bot.people import Person, Post

GOLDEN = FilePath(__file__).parent.parent / "golden"
NOW = "2026-11-22T19:30"
VILLAGE = "/SF/QX03/QX0301/"


def person(number: str, name: str, *roles: str, path: str = VILLAGE, title: str = "") -> Person:
    """Somebody invented who holds *roles* at the node of *path* (the village, unless said otherwise)."""
    org = path.strip("/").rpartition("/")[2]
    level = {1: "county", 2: "town", 3: "branch"}[path.strip("/").count("/") + 1]
    return Person(number, name, posts=tuple(Post(org, path, level, role, title) for role in roles))


def option(one: Person) -> dict[str, Any]:
    """A person as the lists of a form offer them."""
    title = next((post.title for post in one.posts if post.title), "")
    return {
        "value": one.id, "label": f"{one.name}（{title}）" if title else one.name, "name": one.name,
        "roles": [post.role for post in one.posts], "take": {"id": one.id, "name": one.name, "post": title},
    }  # fmt: skip


SECRETARY = person("p1", "张某某", "branch_secretary", title="书记")
CLERK = person("p2", "周某某", "information_officer", title="信息员")
CHAIR = person("p3", "陈某某", "convener", title="议事长")
CADRE = person("p4", "李某某", "village_cadre", title="村委会副主任")
WITNESS = person("p5", "吴某某", "supervisor", title="村务监督小组成员")
TOWN = person("p8", "郑某某", "town_clerk", path="/SF/QX03/")
COMMITTEE = person("p9", "孙某某", "town_committee", path="/SF/QX03/")
VILLAGERS = (SECRETARY, CLERK, CHAIR, CADRE, WITNESS)


def stamp(now: str) -> str:
    """The UTC stamp of a local minute (Asia/Shanghai, no summer time)."""
    hour = int(now[11:13]) - 8
    assert hour >= 0, "play in the daytime"
    return f"{now[:11]}{hour:02d}{now[13:16]}:00.000000Z"


def facts_for(
    who: Person, about: About, now: str, more: Mapping[str, Any], type_id: str = ""
) -> dict[str, Any]:
    """Live facts as the use cases hand them over, of an invented village."""
    post = who.posts[0]
    return {
        "today": now[:10], "now": now, "stamp": stamp(now), "tries": 0, "labels": {}, "places": Places.load(),
        "calendar": Calendar(frozenset(), frozenset(), frozenset({2025, 2026, 2027})),
        "actor": {"id": who.id, "name": who.name, "post": post.title, "roles": [one.role for one in who.posts]},
        "about": {"org": about.org, "org_name": "清溪村党支部", "org_short": "清溪村", "org_kind": "village",
                  "period": about.period, "type": type_id, "row": about.row, "subject": about.subject,
                  "record": about.record, "proxy_for": about.proxy_for},
        "people": [option(one) for one in VILLAGERS], "cadres": [option(one) for one in VILLAGERS],
        "supervisors": [option(WITNESS)], "witnesses": [option(WITNESS)],
        "consent": "", "meetings": [], "met": [], "filed": False, "alike": {}, "markable": [], **more,
    }  # fmt: skip


class Talk:
    """
    One person filling one form. ``supplies``: need source -> value, or a function of its arguments.

    Every method does one thing a person does and gives the turn; ``refused`` is the key of the words when it was not taken.
    """

    def __init__(self, form: str, who: Person = CLERK, *, now: str = NOW, supplies: Mapping[str, Any] | None = None,
                 record: Record | None = None, row: str = "", period: str = "", subject: str = "", **live: Any) -> None:  # fmt: skip
        self.kind: CompiledType = registry()[form.partition("/")[0]]
        self.plan = self.kind.plan_of(form)
        self.who, self.record, self.supplies = who, record, dict(supplies or {})
        self.about = About(form, who.id, "QX0301", record=record.id if record else "", row=row,
                           period=record.period if record else period, subject=record.subject if record else subject)  # fmt: skip
        self.live = facts_for(who, self.about, now, live, self.kind.id)
        self.frozen: dict[str, Any] = {}
        self.lines: list[dict[str, Any]] = []
        self.steps: list[tuple[Draft, Event, Facts]] = []  # what advance() was given, for who measures it
        step = self.kind.transitions.get(self.about.transition)
        mends = record is not None and step is not None and bool(step.transition.mends)
        if record is not None and mends:
            self.frozen = {name: self._value(name, kept["args"]) for name, kept in record.frozen.items()}
            first = begin(self.plan, "draft", self.about, self.facts, frozen=record.frozen, base=record.answers,
                          marks=acts.marks_of(record))  # fmt: skip
        else:
            first = begin(self.plan, "draft", self.about, self.facts)
        self.turn = self._supplied(first)
        self._note("begin", None)

    # -- the world

    @property
    def facts(self) -> Facts:
        """What the machine may know now."""
        facts = Facts(self.live, dict(self.frozen))
        if self.record is None:
            return facts
        return replace(facts, record=self.record.answers, acts=self.record.acts, round=self.record.round)

    def at(self, now: str) -> Talk:
        """Time goes on."""
        self.live = {**self.live, "now": now, "today": now[:10], "stamp": stamp(now)}
        return self

    def _value(self, name: str, args: Mapping[str, Any]) -> Any:
        value = self.supplies.get(name, {})
        return value(args) if callable(value) else value

    def _supplied(self, turn: Turn) -> Turn:
        for _ in range(8):
            if not turn.requests:
                return turn
            kept = {}
            for request in turn.requests:
                value = self._value(request.source, request.args)
                self.frozen[request.name] = value
                digest = hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]
                kept[request.name] = {"digest": digest, "args": dict(request.args)}
            turn = supply(self.plan, turn, kept, self.facts)
        raise AssertionError("the form keeps asking for facts")

    # -- what happened

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.turn.draft

    @property
    def screen(self) -> Screen:
        """What is shown now."""
        return self.turn.screen

    @property
    def asked(self) -> str:
        """Where we are: names of the path without row ids, ``agenda.category``; "" is the summary."""
        return ".".join(part for part in self.screen.at[::2])

    @property
    def refused(self) -> str:
        """The key of the words in which the last event was not taken, "" when it was."""
        return self.screen.problem.key if self.screen.problem is not None else ""

    @property
    def said(self) -> dict[str, dict[str, Any]]:
        """Words key -> arguments of what is said above the question."""
        return {note.key: dict(note.args) for note in self.screen.notes}

    @property
    def sent(self) -> Sent:
        """What was sent."""
        assert self.turn.sent is not None, (
            f"not sent: {self.screen.kind} {self.screen.at} {self.screen.problem}"
        )
        return self.turn.sent

    # -- what a person does

    def do(self, kind: EventKind, value: Any = None, at: Path | None = None, **more: Any) -> Talk:
        """One event, with the draft through JSON."""
        stored = Draft.from_json(json.loads(json.dumps(self.turn.draft.to_json())))
        event = Event(kind, at, value, **more)
        self.steps.append((stored, event, self.facts))
        self.turn = self._supplied(advance(self.plan, stored, event, self.facts))
        self._note(kind, value)
        return self

    def tap(self, *values: Any) -> Talk:
        """Answer one question after the other with values as buttons carry them."""
        for value in values:
            self.do("answer", value, self.screen.at)
        return self

    def say(self, *texts: str) -> Talk:
        """Type something."""
        for text in texts:
            self.do("text", text)
        return self

    def skip(self) -> Talk:
        """跳过"""
        return self.do("skip", at=self.screen.at)

    def add(self) -> Talk:
        """添加一项"""
        return self.do("add", at=self.screen.at)

    def close(self) -> Talk:
        """就这些, 完成"""
        return self.do("close", at=self.screen.at)

    def photo(self, name: str = "签到表.jpg") -> Talk:
        """Send one picture and say that it is the last."""
        digest = hashlib.sha256(name.encode()).hexdigest()
        return self.do("file", {"hash": digest, "name": name, "type": "image/jpeg", "size": 812_345}).close()

    def tick(self, rows: range | list[int], mark: str = "i") -> Talk:
        """Tick rows of a roster."""
        return self.do("tick", {"rows": list(rows), "mark": mark}, self.screen.at)

    def goto(self, *path: str) -> Talk:
        """修改某一项"""
        return self.do("goto", list(path))

    def send(self) -> Talk:
        """提交"""
        return self.do("send", at=self.screen.at)

    # -- golden conversations

    def _note(self, kind: str, value: Any) -> None:
        shown = seen(self.screen)
        self.lines.append({"did": [kind, brief(value)] if value is not None else [kind], **shown})
        if self.turn.sent is not None:
            self.lines[-1]["sent"] = brief(self.turn.sent.answers)
            self.lines[-1]["flags"] = [[flag.key, brief(dict(flag.args))] for flag in self.turn.sent.flags]


def seen(screen: Screen) -> dict[str, Any]:
    """A screen in plain JSON, nothing in it that is empty."""
    show = {name: brief(value) for name, value in screen.show.items()}
    found = {
        "kind": screen.kind, "at": key_of(screen.at), "asks": screen.question, "progress": list(screen.progress),
        "crumbs": [list(crumb) for crumb in screen.crumbs], "options": [brief(o.value) for o in screen.options],
        "chosen": [brief(o.value) for o in screen.options if o.chosen], "buttons": list(screen.buttons),
        "notes": [worded(note) for note in screen.notes], "problem": worded(screen.problem) if screen.problem else None,
        "last": screen.last, "value": brief(screen.value), "show": show, "lines": [shown_line(line) for line in screen.lines],
        "mark": dict(screen.mark) if screen.mark else None, "was": brief(screen.was),
    }  # fmt: skip
    return {name: value for name, value in found.items() if value not in (None, [], {}, "", [0, 0])}


def worded(note: Note) -> list[Any]:
    """A note as [key, arguments]."""
    return [note.key, brief(dict(note.args))] if note.args else [note.key]


def shown_line(line: Line) -> Any:
    """A line of a summary: path, value, status, rows."""
    shown: list[Any] = [key_of(line.path), brief(line.value), line.status]
    return [*shown, [[shown_line(one) for one in row] for row in line.rows]] if line.rows else shown


def brief(value: Any) -> Any:
    """A value as a golden file shows it: long runs of ticks as counts, everything else as it is."""
    if isinstance(value, str) and len(value) > 80 and len(set(value)) < 4:
        return "ticks: " + " ".join(f"{mark}×{value.count(mark)}" for mark in sorted(set(value)))
    if isinstance(value, Mapping):
        return {key: brief(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        if len(value) > 40 and all(isinstance(one, int) for one in value):
            return f"{len(value)} rows: {value[0]} … {value[-1]}"
        return [brief(one) for one in value]
    return value


def check_golden(name: str, talk: Talk, rewrite: bool) -> None:
    """Compare the conversation with ``tests/golden/<name>.json``, or write it."""
    path = GOLDEN / f"{name}.json"
    text = (
        "[\n" + ",\n".join(json.dumps(line, ensure_ascii=False, default=str) for line in talk.lines) + "\n]\n"
    )
    if rewrite:
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no golden conversation {path.name}: make golden, then read it"
    assert json.loads(text) == json.loads(path.read_text(encoding="utf-8")), (
        f"{path.name}: make golden, then read the diff"
    )


# -- records


def kept(talk: Talk, receipt: str = "LX-E-QX03-202611-0001") -> Record:
    """The record of a finished form, as sending.py makes it."""
    answers = talk.sent.answers
    record = Record(
        id="rec1", type=talk.kind.id, form_version=talk.draft.version, receipt=receipt, org="QX0301", org_path=VILLAGE,
        filler=talk.who.id, filler_name=talk.who.name, post=f"{talk.who.posts[0].role}@QX0301",
        submitted_at=talk.live["stamp"], state="", period=talk.about.period or talk.live["today"][:7], answers=answers,
        frozen=talk.draft.frozen, flags=tuple({"key": f.key, "args": dict(f.args)} for f in talk.sent.flags),
    )  # fmt: skip
    return acts.submitted(talk.kind, record, talk.facts).record


def offers(record: Record, who: Person, now: str = NOW) -> list[str]:
    """The acts somebody may do on a record, as their list of buttons shows them."""
    kind = registry()[record.type]
    about = About(record.type, who.id, record.org, record=record.id)
    facts = Facts(facts_for(who, about, now, {}, record.type), {}, record.answers, record.acts, record.round)
    return [step.name for step in acts.available(kind, record, who, now[:10], facts)]


def act(record: Record, name: str, who: Person, fill: Callable[[Talk], Any] | None = None, *, now: str = NOW, row: str = "",
        supplies: Mapping[str, Any] | None = None, **live: Any) -> Done:  # fmt: skip
    """
    Do a transition: *fill* answers its form. Raises NotAllowed as the use case does.
    """
    kind = registry()[record.type]
    step = kind.transitions[name]
    talk = Talk(f"{record.type}/{name}", who, now=now, supplies=supplies, record=record, row=row, **live)
    answers: dict[str, Any] = {}
    if fill is not None:
        fill(talk)
        if talk.turn.sent is None and talk.screen.kind == "summary":
            talk.send()
        answers = talk.sent.answers
    if step.transition.mends:
        record = replace(record, answers=answers, version=record.version + 1)
        answers = {}
    return acts.perform(
        kind, record, name, who, talk.facts, day=now[:10], at=stamp(now), answers=answers, row=row
    )
