"""Random play of any form: mostly right answers, so that the deep states are reached; every event is checked."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.forms.core import fields
from bot.forms.core.draft import About, Draft, Event, Facts, Line, Path, Turn
from bot.forms.core.machine import advance, begin, supply
from bot.forms.core.places import Places
from bot.forms.core.plan import Entry, Plan, Scope
from bot.forms.core.work import Work
from bot.forms.core.workdays import Calendar

TODAY = "2026-11-22"
PEOPLE = [
    {
        "value": f"p{n}",
        "label": name,
        "name": name,
        "roles": ["village_cadre"],
        "take": {"id": f"p{n}", "name": name, "post": ""},
    }
    for n, name in enumerate(("张某某", "李某某", "王某某", "陈某某"), 1)
]


def live(**more: Any) -> dict[str, Any]:
    """Live facts of an invented evening in 清溪村."""
    return {
        "today": TODAY, "now": f"{TODAY}T19:30", "stamp": f"{TODAY}T11:30:00.000000Z", "tries": 0, "labels": {},
        "places": Places.load(), "calendar": Calendar(frozenset(), frozenset(), frozenset({2026})),
        "actor": {"id": "p1", "name": "张某某", "post": "书记", "roles": ["branch_secretary"]},
        "about": {"org": "QX0301", "org_name": "清溪村党支部", "org_short": "清溪村", "org_kind": "village",
                  "period": "2026-11", "type": "", "row": "", "subject": "", "record": "", "proxy_for": ""},
        "people": PEOPLE, "cadres": PEOPLE, "supervisors": PEOPLE, "meetings": [], "met": [], "consent": "", "filed": False, **more,
    }  # fmt: skip


def up(scope: Scope, name: str) -> Scope:
    """The scope *name* is found in, seen from *scope*."""
    for _ in range(scope.level.find(name)[0]):
        assert scope.up is not None
        scope = scope.up
    return scope


def left_over(of: Callable[[str], Any]) -> int:
    """Votes not given yet in a tally of the minutes."""
    return int((of("in_room") or 0) - sum(of(name) or 0 for name in ("ayes", "noes", "abstained")))


#: Words key -> what somebody would answer who looks at the answers around it, where chance would hardly ever be right.
CLEVER: dict[str, Callable[[Callable[[str], Any], random.Random], Any]] = {
    "minutes-session-ended": lambda of, pick: f"{int(of('held_at')[11:13]) + 1:02d}:45",
    "minutes-request_n": lambda of, pick: pick.randint(1, 30),
    "minutes-notified_on": lambda of, pick: f"2026-10-{pick.randint(1, 30):02d}",
    "minutes-party_review_date": lambda of, pick: f"2026-10-{pick.randint(1, 30):02d}",
    "minutes-no_quorum": lambda of, pick: pick.choice(("talk", "talk", "recount")),
    "minutes-read_back": lambda of, pick: pick.choice(("aloud", "changed")),
    "minutes-agenda-category": lambda of, pick: pick.choice(
        ("funds_labour", "planning", "land_contract", "village_rules")
    ),
    "minutes-agenda-resolution-due": lambda of, pick: pick.choice(("2026-12-05", "2026-12-31")),
    "minutes-agenda-ballot-left": lambda of, pick: pick.randint(0, 2),
    "minutes-agenda-ballot-ayes": lambda of, pick: pick.randint(0, left_over(of)),
    "minutes-agenda-ballot-noes": lambda of, pick: pick.randint(0, left_over(of)),
    "minutes-agenda-ballot-abstained": lambda of, pick: pick.randint(0, left_over(of)),
    "minutes-agenda-ballot-spoilt": lambda of, pick: left_over(of),
}


class Player:
    """
    One conversation. ``supplies``: need source -> value (a function of its args or plain data). ``returned``: whose
    record came back, with the ``marks`` on it.

    After every event: the draft survives JSON and gives the same turn again; the cursor stands on something asked.
    """

    restless = False
    """Whether the summary is never sent, and one line after the other looked at again."""

    def __init__(
        self,
        plan: Plan,
        seed: int,
        supplies: Mapping[str, Any] | None = None,
        facts: dict[str, Any] | None = None,
        returned: Player | None = None,
        marks: Mapping[str, Any] | None = None,
    ) -> None:
        self.plan, self.random = plan, random.Random(seed)
        self.supplies = dict(supplies or {})
        self.frozen: dict[str, Any] = dict(returned.frozen) if returned else {}
        self.live = facts or live()
        self.restless = (
            False  # whether the summary is never sent, and one line after the other looked at again
        )
        self.turn: Turn
        about = About(plan.id, "p1", "QX0301", period="2026-11")
        if returned is not None:
            assert returned.turn.sent is not None
            again = begin(plan, "d", about, self.facts, frozen=returned.turn.draft.frozen,
                          base=json.loads(json.dumps(returned.turn.sent.answers)), marks=marks)  # fmt: skip
            self.turn = self._supplied(again)
            return
        self.turn = self._supplied(begin(plan, "d", about, self.facts))

    @property
    def facts(self) -> Facts:
        """The facts as they are handed over now."""
        return Facts(self.live, dict(self.frozen))

    def _supplied(self, turn: Turn) -> Turn:
        for _ in range(8):
            if not turn.requests:
                return turn
            kept = {}
            for request in turn.requests:
                value = self.supplies.get(request.source, {})
                self.frozen[request.name] = value(request.args) if callable(value) else value
                digest = str(hash(json.dumps(self.frozen[request.name], sort_keys=True, default=str)))
                kept[request.name] = {"digest": digest, "args": dict(request.args)}
            turn = supply(self.plan, turn, kept, self.facts)
        raise AssertionError("the form keeps asking for facts")

    def do(self, event: Event) -> Turn:
        """Apply one event, with the draft through JSON, and check what must always hold."""
        stored = Draft.from_json(json.loads(json.dumps(self.turn.draft.to_json())))
        turn = self._supplied(advance(self.plan, stored, event, self.facts))
        again = self._supplied(advance(self.plan, stored, event, self.facts))
        assert turn.draft.dumps() == again.draft.dumps(), "a replayed event gives another draft"
        if turn.screen.problem is not None:
            assert turn.draft.dumps() == stored.dumps() or turn.changed, "a refused answer changed the draft"
        self.turn = turn
        if not turn.draft.done:
            work = Work(self.plan, turn.draft, self.facts)
            assert work.exists(turn.draft.at), f"the cursor stands nowhere: {turn.draft.at}"
        return turn

    def play(self, most: int = 400) -> Turn:
        """Answer until the form is sent, or *most* events have gone by."""
        for _ in range(most):
            if self.turn.draft.done:
                return self.turn
            self.do(self.next_event())
        return self.turn

    def next_event(self) -> Event:
        """What somebody would do on this screen: usually the sensible thing, now and then something else."""
        screen, chance = self.turn.screen, self.random.random()
        at = screen.at
        if screen.kind == "which":
            return (
                Event("choose", at, self.random.randrange(len(screen.options)))
                if screen.options
                else Event("confirm", at, True)
            )
        if screen.kind == "confirm":
            return Event("confirm", at, True)
        if screen.kind == "reason":
            return Event("text", None, "合并到下月一起开")
        if screen.kind == "summary":
            again = chance < 0.25 or self.restless
            return self._opened(screen.lines) if again else Event("send", at)
        if chance < 0.04:
            return Event("back")
        if chance < 0.06:
            return Event("answer", ("no", "such", "place"), 1)
        if screen.kind in ("rows", "row") and screen.lines and chance < 0.2:
            return self._opened(screen.lines)
        if screen.kind == "rows":
            want_more = (
                "add" in screen.buttons
                and (not screen.show["count"] or chance < 0.3)
                and screen.problem is None
            )
            if screen.problem is not None and "rows_many" in screen.problem.key:
                return Event("goto", None, list(screen.lines[0].path))
            if want_more or (screen.problem is not None and "add" in screen.buttons):
                return Event("add", at)
            return Event("close", at)
        if screen.kind == "row":
            return Event("remove" if "remove" in screen.buttons and chance < 0.5 else "close", at)
        if screen.kind == "roster":
            return self._tick()
        return self._answer(at)

    def _opened(self, lines: Iterable[Line]) -> Event:
        """Any line is opened, of any depth, or a row as a whole."""
        ways: list[Path] = []
        queue = list(lines)
        while queue:
            line = queue.pop()
            ways += [line.path] if line.status not in ("computed", "locked") else []
            for row in line.rows:
                queue += row
                ways += [row[0].path[:-1]] if row else []
        return Event("goto", None, list(self.random.choice(ways))) if ways else Event("show")

    def _tick(self) -> Event:
        show = self.turn.screen.show
        if show["count"] and self.random.random() < 0.7:
            return Event("close", self.turn.screen.at)
        if self.random.random() < 0.5:
            mark = "1" if show["states"] == "heads" else show["states"][0]
            return Event("tick", self.turn.screen.at, {"all": mark})
        return Event("text", None, f"1-{max(1, show['total'] * 3 // 4)}")

    def _answer(self, at: Path) -> Event:
        work = Work(self.plan, self.turn.draft, self.facts)
        entry, scope = work.locate(at)
        if "skip" in self.turn.screen.buttons and self.random.random() < 0.4:
            return Event("skip", at)
        if entry.kind == "file":
            picked = self.turn.draft.pending
            if picked is not None:
                return Event("close", at)
            return Event(
                "file",
                at,
                {"hash": f"{self.random.random()}", "name": "a.jpg", "type": "image/jpeg", "size": 9},
            )
        if self.random.random() < 0.08:
            return Event(
                "text",
                None,
                self.random.choice(("", "三十多", "<b>&_*[", "²", "9" * 400, "十二", "昨天", "无")),
            )
        return Event("answer", at, self.value(entry, scope))

    def value(self, entry: Entry, scope: Scope) -> Any:
        """A plausible value for a question."""
        pick = self.random
        if entry.words in CLEVER and pick.random() < 0.9:
            return CLEVER[entry.words](lambda name: scope.level.find(name)[1].value(up(scope, name)), pick)
        options = [option.value for option in fields.options(entry, scope)]
        if entry.kind == "select_multiple":
            return pick.sample(options, pick.randint(1, len(options)))
        if options and (
            entry.kind in ("select_one", "boolean", "person", "ref", "organisation") or pick.random() < 0.5
        ):
            return pick.choice(options)
        low = getattr(entry.item, "min", None) or 0
        high = getattr(entry.item, "max", None)
        days = [f"2026-11-{n:02d}" for n in range(1, 23)] + ["2026-12-05", "2026-12-31", "2026-01-05"]
        made: dict[str, Callable[[], Any]] = {
            "text": lambda: "在村部学习，28人参加"[: high or 60].ljust(low, "好"),
            "integer": lambda: pick.randint(low, min(high or 60, 60)), "money": lambda: pick.randint(1, 10**7),
            "decimal": lambda: "3.5", "date": lambda: pick.choice(days),
            "datetime": lambda: f"{pick.choice(days[:22])}T{pick.choice(('19:00', '20:30', '09:00'))}", "time": lambda: "19:30",
            "month": lambda: pick.choice(("2026-10", "2026-11")), "quarter": lambda: "2026-Q4", "year": lambda: "2026",
            "phone": lambda: "13800000000", "place": lambda: pick.choice(("330212", "110105")), "person": lambda: {"name": "赵某某"},
            "organisation": lambda: {"name": "某工业区流动党支部"}, "own_hand": lambda: "account",
        }  # fmt: skip
        return made[entry.kind]()
