"""What the invented villages met about and promised: minutes and commitments in every state."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from bot.demo.county import County, Village
from bot.demo.history import Historian, Step, closed, rows
from bot.forms.core.functions import add_days
from bot.people import Person

TOPICS = (
    ("村道硬化筹资筹劳", "funds_labour"), ("文化礼堂修缮", "public_works"), ("村庄规划公示稿", "planning"),
    ("困难户帮扶名单", "aid_persons"), ("集体收入使用", "collective_income"),
)  # fmt: skip
PROMISES = (
    ("growth", "硬化村道1.2公里", "筹资筹劳，六月底前开工"), ("service", "每月走访10户困难户", "分片包户，记好台账"),
    ("integrity", "村级支出月月公开", "每月五日前上墙公示"),
)  # fmt: skip


def person(one: Person, title: str) -> dict[str, Any]:
    """A person as answers name them."""
    return {"id": one.id, "name": one.name, "post": title}


def hand(one: Person, day: str) -> dict[str, Any]:
    """Signed with one's own account, on the afternoon of a day (ISO)."""
    return {"way": "account", "by": one.id, "name": one.name, "at": f"{day}T07:00:00.000000Z", "files": []}


class Meetings:
    """Deterministic, like the other stories. ``today``: ISO day of the demo."""

    def __init__(self, county: County, historian: Historian, today: str, photo: Mapping[str, Any]) -> None:
        self.county, self.historian, self.today = county, historian, today
        self.photo = [dict(photo)]

    def later(self, day: str, days: int) -> str:
        """So many days later, but never tomorrow."""
        return min(add_days(day, days), self.today)

    async def minutes(self) -> None:
        """Three villages in four have met lately; their minutes lie in every state."""
        for n, village in enumerate(self.county.villages):
            if n % 4 == 3:
                continue
            held = add_days(self.today, -(3 + n % 60))
            await self.historian.record(
                "minutes", village.clerk, village.org.id, self.later(held, 1), self.meeting(n, village, held),
                steps=self.after_meeting(n, village, held), hour=9,
            )  # fmt: skip

    def meeting(self, n: int, village: Village, held: str) -> dict[str, Any]:
        """The answers of one meeting; now and then too few came, and only opinions could be noted."""
        pick = random.Random(f"minutes-{n}")  # noqa: S311 - an invented meeting
        count = len(village.households)
        present = round(count * (0.72 if n % 11 else 0.5)) + pick.randint(0, 5)
        marks = ["i"] * present + ["-"] * (count - present)
        pick.shuffle(marks)
        session = {
            "held_at": f"{held}T19:00", "ended": "21:00", "place": "文化礼堂", "attend": "".join(marks), "attend#": 1,
            "proxy": [], "proxy#": 0, "sheet": self.photo,
        }  # fmt: skip
        quorate = present * 3 >= count * 2
        agenda = [self.item(n + k, village, held, present, quorate) for k in range(1 + n % 2)]
        answers: dict[str, Any] = {
            "meeting_kind": "household_assembly", "basis": "households", "caller": "committee", "request_by": "nobody",
            "chair": person(village.convener, "议事长"), "recorder": person(village.clerk, "信息员"),
            "convener": person(village.convener, "议事长"),
            "notified_on": add_days(held, -12), "notice_way": ["door", "poster"], "party_reviewed": True,
            "party_review_date": add_days(held, -15), "read_back": "aloud",
        }  # fmt: skip
        if not quorate:
            answers["no_quorum"] = "talk"
        return (
            answers
            | closed("session", rows(session))
            | closed("observers", [])
            | closed("agenda", rows(*agenda))
        )

    def item(self, n: int, village: Village, held: str, present: int, quorate: bool) -> dict[str, Any]:
        """One item: proposed, discussed and, where enough came, voted on."""
        title, category = TOPICS[n % len(TOPICS)]
        found: dict[str, Any] = {
            "title": title, "category": category, "conflict": False, "plan": f"{title}方案，村两委提出，已入户征求意见。",
            "discussion": "多数户代表赞成，提出账目要公开、工程要有人监督。",
        }  # fmt: skip
        if not quorate:
            return found
        ayes = present * 4 // 5 if n % 7 else present // 3
        ballot = {"_": "r1", "left": 0, "ayes": ayes, "noes": present - ayes - 2, "abstained": 2, "spoilt": 0}
        found |= {"way": "hands", "ballot": [ballot], "ballot#": 1}
        if ayes * 2 > present:
            text = {
                "text": f"{title}按方案实施。",
                "owner": person(village.secretary, "书记"),
                "due": add_days(held, 120),
            }
            found |= closed("resolution", rows(text))
        return found

    def after_meeting(self, n: int, village: Village, held: str) -> tuple[Step, ...]:
        """As far as these minutes have come."""
        town, signed = self.county.clerks[village.org.parent], self.later(held, 2)
        steps = [
            Step("confirm_chair", village.convener, signed, {"signed": hand(village.convener, signed)}),
            Step(
                "attest",
                village.supervisor,
                signed,
                {"related": False, "signed": hand(village.supervisor, signed)},
            ),
            Step("file", town, self.later(held, 3), {"text": None}),
        ]
        if n % 11 == 0:
            return tuple(steps[:2])
        return tuple(steps[: (3, 3, 2, 1, 3, 0)[n % 6]])

    async def commitments(self) -> None:
        """Every secretary promises something for the year; the promises are on their way."""
        year = self.today[:4]
        for n, village in enumerate(self.county.villages):
            day = f"{year}-01-{10 + n % 15:02d}"
            await self.historian.record(
                "commitment", village.secretary, village.org.id, day, self.commitment(village, year),
                subject=village.secretary.id, steps=self.after_promise(n, village, day),
            )  # fmt: skip

    def commitment(self, village: Village, year: str) -> dict[str, Any]:
        """An annual commitment of three items."""
        who = person(village.secretary, "书记")
        items = [
            {"domain": domain, "content": content, "measure": measure, "due": f"{year}-{6 + k * 2:02d}-30", "owner": who,
             "evidence_kind": "photo"}
            for k, (domain, content, measure) in enumerate(PROMISES)
        ]  # fmt: skip
        answers: dict[str, Any] = {
            "kind": "annual", "body": "person", "promiser": who, "term_from": f"{year}-01-01", "term_to": f"{year}-12-31",
        }  # fmt: skip
        return answers | closed("items", rows(*items))

    def after_promise(self, n: int, village: Village, day: str) -> tuple[Step, ...]:
        """From just sent to in effect."""
        town = self.county.clerks[village.org.parent]
        met, viewed = add_days(day, 10), add_days(day, 3)
        steps = [
            Step("view", town, viewed, {"town_view": "同意提交会议。", "on": viewed}),
            Step("meeting_member", village.clerk, met, {
                "held": met, "should": 26, "present": 23, "yes": 22, "no": 0, "abstain": 1, "proof": self.photo, "passed": True}),
            Step("meeting_villager", village.clerk, met, {
                "way": "paper", "mode": "representatives", "held": met, "should": 40, "present": 36, "yes": 34, "no": 1,
                "abstain": 1, "met_on": met, "paper": self.photo, "passed": True}),
            Step("publish", village.clerk, add_days(met, 1), {
                "notice_from": add_days(met, 1), "notice_to": add_days(met, 9), "notice_photo": None}),
            Step("take_effect", village.clerk, add_days(met, 10)),
        ]  # fmt: skip
        return tuple(steps[: (5, 5, 5, 4, 3, 1, 0, 5)[n % 8]])
