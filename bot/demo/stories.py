"""What the invented people reported: check-ins and monthly reports in every state."""

from __future__ import annotations

import random
from typing import Any

from bot.demo.county import County, Village
from bot.demo.history import Historian, Step, closed, rows
from bot.forms.core.functions import add_days, add_months
from bot.forms.core.places import Places

CITIES = ("330212", "330106", "320508", "310115", "440305", "350203", "440606", "330782")
WORK = (
    "组织主题党日",
    "走访困难户",
    "清理河道",
    "召开支委会",
    "更新公开栏",
    "慰问老党员",
    "村道招标准备",
    "防汛巡查",
)
PLANS = ("完成村道招标", "召开党员大会", "走访10户困难户", "检修水渠", "整理村务档案")
TROUBLES = ("村道资金缺口8万元", "水渠有两处堵塞", "年轻党员外出多，组织生活人数偏少")


class Stories:
    """Deterministic: one seed, one history. ``today`` is the demo's day (ISO)."""

    def __init__(self, county: County, historian: Historian, today: str, seed: int = 2026) -> None:
        self.county, self.historian, self.today = county, historian, today
        self.random = random.Random(seed)  # noqa: S311 - invented stories, no secrets
        self.places = Places.load()

    # -- A

    async def check_ins(self, months: list[str]) -> None:
        """Most members report most months; a few not at all; this month is half-way."""
        for number, village in enumerate(self.county.villages):
            for n, member in enumerate(village.mobile):
                habit = self.random.random()
                for month in months:
                    if habit < 0.12 or (month == self.today[:7] and self.random.random() < 0.45):
                        continue
                    day = f"{month}-{self.random.randint(2, 24):02d}"
                    if day > self.today:
                        continue
                    first = month == months[0]
                    state = self.random.random()
                    steps: tuple[Step, ...] = ()
                    if month != self.today[:7] or state < 0.5:
                        steps = (
                            Step(
                                "confirm",
                                village.secretary,
                                max(day, min(add_days(day, 3), self.today)),
                                {"way": "phone"},
                            ),
                        )
                    elif state < 0.6 and number % 9 == 0:
                        marks = rows({"place": "difficulty", "reason": "unclear", "text": "请写清要问什么"})
                        steps = (Step("return", village.secretary, day, {"marks": marks}),)
                    await self.historian.record(
                        "check_in", member, village.org.id, day, self.check_in(n, month, first), period=month,
                        subject=member.id, steps=steps,
                    )  # fmt: skip

    def check_in(self, n: int, month: str, first: bool) -> dict[str, Any]:
        """The answers of one check-in."""
        code = CITIES[n % len(CITIES)]
        joined = n % 3 != 0
        answers: dict[str, Any] = {
            "consent": "v1", "checkin_kind": "first" if first else "regular",
            "place": {"code": code, "name": self.places.full_name(code)}, "job_kind": ("labour", "business", "flexible")[n % 3],
            "employer": "某制衣厂" if n % 3 == 0 else None, "mobile_changed": False, "host_joined": joined,
            "life_count": n % 3, "dues_through": add_months(month, -(n % 3)), "difficulty": "想问社保怎么转" if n % 5 == 0 else None,
            "return_plan": None,
        }  # fmt: skip
        if joined:
            answers["host_org"] = {"id": "", "name": "某工业区流动党支部"}
        else:
            answers["host_why_not"] = "not_known"
        if answers["life_count"]:
            answers["life_items"] = ["theme_day"]
        if answers["difficulty"]:
            answers["need_help"] = True
        answers["thought_report"] = (
            "在外一切都好，按时参加线上学习，惦记着村里修路的事，过年回来再和大家商量。"
        )
        return answers

    # -- D

    async def monthly_reports(self, months: list[str]) -> None:
        """The months before are settled; last month's lie in every state; a few branches are late or missing."""
        for n, village in enumerate(self.county.villages):
            for month in months[:-1]:
                newest = month == months[-2]
                if newest and n % 12 == 11:
                    continue  # has not reported at all
                await self.monthly_report(n, village, month, settled=not newest)

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
            {"signed": {"way": "account", "by": secretary.id, "name": secretary.name, "at": "", "files": []}},
        )
        marks = rows({"place": "done/r1/text", "reason": "unclear", "text": "请写清日期和参加人数"},
                     {"place": "next_plan/r1/owner", "reason": "missing", "text": None})  # fmt: skip
        stages: list[tuple[Step, ...]] = [
            (
                sign,
                Step("open", town, after(1)),
                Step("accept", town, after(2)),
                Step("archive", town, after(4)),
            ),
            (sign, Step("accept", town, after(2))),
            (sign, Step("open", town, after(1))),
            (sign,),
            (sign, Step("return", town, after(1), {"marks": marks})),
            (),
        ]
        chosen = stages[0] if settled else stages[(0, 1, 1, 1, 2, 3, 3, 4, 1, 5)[n % 10]]
        await self.historian.record(
            "monthly_report", clerk, village.org.id, day, self.report(n, village, month), period=month, steps=chosen,
        )  # fmt: skip

    def report(self, n: int, village: Village, month: str) -> dict[str, Any]:
        """The answers of one report; the text differs from month to month."""
        pick = random.Random(f"{n}-{month}")  # noqa: S311
        done = []
        for k in range(pick.randint(1, 3)):
            where, what = (
                pick.choice(("在村部", "在文化礼堂", "在二组", "在村口")),
                pick.choice(TROUBLES + PLANS),
            )
            text = f"{where}开展，{pick.randint(6, 30)}人参加，{what}"
            done.append(
                {
                    "item": WORK[(n + k) % len(WORK)],
                    "date": f"{month}-{5 + k * 7:02d}",
                    "result": None,
                    "text": text,
                }
            )
        should = 20 + n % 9
        answers: dict[str, Any] = {
            "member_mtg": 1 if int(month[5:]) % 3 == 0 else pick.randint(0, 1), "committee": pick.randint(1, 2),
            "group": pick.randint(0, 3), "class": pick.randint(0, 1), "theme_day": 1, "should": should,
            "present": should - pick.randint(0, 6), "members": should + 5, "outflow": len(village.mobile), "inflow": n % 2,
            "applicants": n % 4, "visits": pick.randint(4, 25), "issues_new": pick.randint(0, 5),
            "issues_closed": pick.randint(0, 4), "help_wanted": None,
        }  # fmt: skip
        problems = rows({"text": TROUBLES[n % len(TROUBLES)], "level": "common"}) if n % 3 == 0 else []
        following = add_months(month, 1)
        owner = village.secretary
        plan = rows(*(
            {"item": PLANS[(n + k) % len(PLANS)], "due": f"{following}-{10 + k * 5:02d}",
             "owner": {"id": owner.id, "name": owner.name, "post": "书记"}}
            for k in range(pick.randint(1, 2))
        ))  # fmt: skip
        return (
            answers
            | closed("done", rows(*done))
            | closed("problems", problems)
            | closed("next_plan", plan)
            | closed("planned", [])
        )
