"""What the invented people reported: check-ins and monthly reports in every state."""

from __future__ import annotations

import random
from typing import Any

from bot.demo.county import County, Village
from bot.demo.history import Historian, Step, rows
from bot.demo.work import Month
from bot.forms.core.functions import add_days, add_months
from bot.forms.core.places import Places

CITIES = ("330212", "330106", "320508", "310115", "440305", "350203", "440606", "330782")
#: What members write once a quarter, and what they would have help with.
THOUGHTS = (
    "在外一切都好，按时参加线上学习，惦记着村里修路的事，过年回来再和大家商量。",
    "厂里最近订单多，加班也多，学习都放在周末补。听说村里水渠修好了，很高兴。",
    "参加了园区流动党支部的学习，认识了几位老乡党员，约好一起做志愿服务。",
    "在外跑运输，时间不固定，线上党课都看了。家里老人托村里照看，心里踏实。",
    "店里生意还可以，带了两个同村青年出来学手艺。党费按月交，活动能到的都到。",
    "孩子转到这边上学，今年回去得少。村里的通知都在群里看，有事随时叫我。",
)
DIFFICULTIES = ("想问社保怎么转", "孩子在外上学，想问学籍材料怎么开", "想办组织关系介绍信，不知道要带什么")


class Stories:
    """Deterministic: one seed, one history. ``today`` is the demo's day (ISO)."""

    def __init__(self, county: County, historian: Historian, today: str, seed: int = 2026) -> None:
        self.county, self.historian, self.today = county, historian, today
        self.random = random.Random(seed)  # noqa: S311 - invented stories, no secrets
        self.places = Places.load()

    # -- A

    async def check_ins(self, months: list[str]) -> None:
        """Most members report most months; a few not at all; this month is half-way."""
        away = [(number, village, n, member) for number, village in enumerate(self.county.villages)
                for n, member in enumerate(village.mobile)]  # fmt: skip
        reporting = [one for one in away if self.random.random() >= 0.12]
        for month in months:
            for number, village, n, member in reporting:
                if month == self.today[:7] and self.random.random() < 0.45:
                    continue
                day = f"{month}-{self.random.randint(2, 24):02d}"
                if day > self.today:
                    continue
                answers = self.check_in(5 * number + n, month, month == months[0])
                await self.historian.record(
                    "check_in", member, village.org.id, day, answers, period=month, subject=member.id,
                    steps=self.after_check_in(number, village, day),
                )  # fmt: skip
            await self.historian.flush()  # the next month looks back at this one

    def after_check_in(self, number: int, village: Village, day: str) -> tuple[Step, ...]:
        """Confirmed by telephone; this month's not all of them yet, and a few are returned."""
        state = self.random.random()
        if day[:7] != self.today[:7] or state < 0.5:
            later = max(day, min(add_days(day, 3), self.today))
            return (Step("confirm", village.secretary, later, {"way": "phone"}),)
        if state < 0.6 and number % 9 == 0:
            marks = rows({"place": "difficulty", "reason": "unclear", "text": "请写清要问什么"})
            return (Step("return", village.secretary, day, {"marks": marks}),)
        return ()

    def check_in(self, n: int, month: str, first: bool) -> dict[str, Any]:
        """The answers of one check-in."""
        code = CITIES[n % len(CITIES)]
        joined = n % 3 != 0
        answers: dict[str, Any] = {
            "consent": "v1", "checkin_kind": "first" if first else "regular",
            "place": {"code": code, "name": self.places.full_name(code)}, "job_kind": ("labour", "business", "flexible")[n % 3],
            "employer": "某制衣厂" if n % 3 == 0 else None, "mobile_changed": False, "host_joined": joined,
            "life_count": n % 3, "dues_through": add_months(month, -(n % 3)), "return_plan": None,
            "difficulty": DIFFICULTIES[int(month[5:]) % len(DIFFICULTIES)] if n % 5 == 0 else None,
        }  # fmt: skip
        if joined:
            answers["host_org"] = {"id": "", "name": "某工业区流动党支部"}
        else:
            answers["host_why_not"] = "not_known"
        if answers["life_count"]:
            answers["life_items"] = ["theme_day"]
        if answers["difficulty"]:
            answers["need_help"] = True
        answers["thought_report"] = THOUGHTS[(n + int(month[5:])) % len(THOUGHTS)]
        return answers

    # -- D

    async def monthly_reports(self, months: list[str]) -> None:
        """The months before are settled; last month's lie in every state; a few branches are late or missing."""
        for month in months[:-1]:
            newest = month == months[-2]
            for n, village in enumerate(self.county.villages):
                if not (newest and n % 12 == 11):  # else it has not reported at all
                    await self.monthly_report(n, village, month, settled=not newest)
            await self.historian.flush()  # the next month looks back at this one

    async def monthly_report(self, n: int, village: Village, month: str, *, settled: bool) -> None:
        """One report: drafted by the clerk, signed by the secretary, looked at by the town."""
        due = f"{add_months(month, 1)}-05"
        late = n % 10 == 7
        day = min(add_days(due, 3 if late else -(n % 4)), self.today)
        if day[:7] == month:
            day = f"{add_months(month, 1)}-01"
        clerk, secretary = village.clerk, village.secretary
        town = self.county.clerks[village.org.parent]

        def after(days: int) -> str:
            """So many days later, but never tomorrow."""
            return min(add_days(day, days), self.today)

        sign = Step(
            "sign",
            secretary,
            day,
            {
                "signed": {
                    "way": "account",
                    "by": secretary.id,
                    "name": secretary.name,
                    "at": f"{day}T07:00:00.000000Z",
                    "files": [],
                }
            },
        )
        marks = rows({"place": "done/r1/text", "reason": "unclear", "text": "请写清学了什么、谁领学的"},
                     {"place": "visits", "reason": "wrong", "text": "与走访台账不符，请再核一下"})  # fmt: skip
        stages: list[tuple[Step, ...]] = [
            (
                sign,
                Step("open", town, after(1)),
                Step("accept", town, after(2)),
                Step("include", town, after(3)),
                Step("archive", town, after(4)),
            ),
            (sign, Step("accept", town, after(2))),
            (sign, Step("open", town, after(1))),
            (sign,),
            (sign, Step("return", town, after(1), {"marks": marks})),
            (),
            (sign, Step("accept", town, after(2)), Step("include", town, after(3))),
        ]
        chosen = stages[0] if settled else stages[(0, 1, 6, 1, 2, 3, 3, 4, 1, 5)[n % 10]]
        await self.historian.record(
            "monthly_report", clerk, village.org.id, day, self.report(n, village, month), period=month, steps=chosen,
        )  # fmt: skip

    def report(self, n: int, village: Village, month: str) -> dict[str, Any]:
        """The answers of one report."""
        return Month(n, village, month).answers()
