"""
What seldom happens but must be seen once: one record in each state that the other stories do not reach.

A few villages after 清溪村 live through it: taken back, void, mended, objected, promised in one sentence, checked every
quarter, appraised, archived.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.demo.county import Village
from bot.demo.history import Step, closed, rows
from bot.demo.meetings import Meetings, hand, person
from bot.demo.stories import Stories
from bot.forms.core.functions import add_days, add_months
from bot.forms.core.records import Record
from bot.people import Person

WHY = {"reason": "重复报送"}
#: Quarters of a year -> (the day of its check, what had become of the three promises).
CHECKS = (
    ("Q1", "04-03", ("on_time", "on_time", "done")),
    ("Q2", "07-03", ("done", "late", "done")),
    ("Q3", "10-09", ("done", "done", "done")),
    ("Q4", "12-28", ("done", "done", "done")),
)


class Endings:
    """Deterministic, like the stories it goes on from."""

    def __init__(self, stories: Stories, meetings: Meetings) -> None:
        self.stories, self.meetings = stories, meetings
        self.county, self.historian, self.today = stories.county, stories.historian, stories.today

    async def all(self) -> None:
        """Every type, every state that is left."""
        await self.check_ins()
        await self.monthly_reports()
        await self.minutes()
        await self.commitments()

    def town(self, village: Village) -> tuple[Person, Person]:
        """The clerk and the committee member of a village's town."""
        return self.county.clerks[village.org.parent], self.county.committee[village.org.parent]

    # -- A and D

    async def check_ins(self) -> None:
        """Opened, taken back, void: a member who moved, and could not make up their mind."""
        village = self.county.villages[1]
        day, member = add_days(self.today, -2), village.mobile[0]
        _, committee = self.town(village)
        confirm = Step("confirm", village.secretary, day, {"way": "phone"})
        ends: tuple[tuple[Step, ...], ...] = (
            (Step("open", village.secretary, day),),
            (Step("withdraw", member, day),),
            (confirm, Step("void", committee, self.today, WHY)),
        )
        for steps in ends:
            answers = self.stories.check_in(1, day[:7], False) | {
                "checkin_kind": "change",
                "changed": ["place"],
            }
            await self.historian.record(
                "check_in",
                member,
                village.org.id,
                day,
                answers,
                period=day[:7],
                subject=member.id,
                steps=steps,
            )

    async def monthly_reports(self) -> None:
        """Last month's of the villages that had not reported: one taken back, one void and sent again, one mended."""
        month = add_months(self.today, -1)[:7]
        left = [n for n in range(len(self.county.villages)) if n % 12 == 11]
        for n, end in zip(left, ("withdraw", "void", "mend"), strict=False):
            village = self.county.villages[n]
            clerk, secretary = village.clerk, village.secretary
            town, committee = self.town(village)
            day = f"{self.today[:7]}-03" if self.today[8:] > "03" else self.today
            sign = Step("sign", secretary, day, {"signed": hand(secretary, day)})
            marks = rows({"place": "done/r1/text", "reason": "unclear", "text": "请写清谁领学的"})
            steps: dict[str, tuple[Step, ...]] = {
                "withdraw": (sign, Step("withdraw", clerk, day)),
                "void": (sign, Step("accept", town, day), Step("void", committee, self.today, WHY)),
                "mend": (sign, Step("return", town, day, {"marks": marks})),
            }
            answers = self.stories.report(n, village, month)
            record = await self.historian.record(
                "monthly_report", clerk, village.org.id, day, answers, period=month, steps=steps[end]
            )
            if end == "mend":
                done = [
                    {**row, "text": f"{row['text']}村党支部书记领学。"} if row["_"] == "r1" else row
                    for row in record.answers["done"]
                ]
                record = await self.historian.mend(record, clerk, self.today, {"done": done})
                for step in (
                    Step("sign", secretary, self.today, {"signed": hand(secretary, self.today)}),
                    Step("accept", town, self.today),
                ):
                    record = await self.historian.act(record, step)

    # -- E

    async def minutes(self) -> None:
        """Villages that have told of no meeting: returned, corrected by order, posted, followed, archived, void."""
        quiet = [n for n in range(len(self.county.villages)) if n % 4 == 3 and n % 7 and n % 11]
        ends = (
            "returned",
            "ordered",
            "complied",
            "notice",
            "tracking",
            "closed",
            "archived",
            "withdrawn",
            "void",
        )
        for n, end in zip(quiet, ends, strict=False):
            village = self.county.villages[n]
            held = add_days(self.today, -40 - n % 9)
            answers, told = self.meetings.meeting(2 * n, village, held), add_days(held, 1)
            if end == "tracking":  # told so late that it is marked 补录
                answers["backfill_reason"], told = "信息员外出学习", add_days(held, 9)
            record = await self.historian.record(
                "minutes", village.clerk, village.org.id, told, answers,
                steps=self.after_minutes(village, told, end), hour=9,
            )  # fmt: skip
            if end in ("closed", "archived"):
                await self.carried_out(record, village, add_days(held, 30), archive=end == "archived")

    def after_minutes(self, village: Village, told: str, end: str) -> tuple[Step, ...]:
        """The acts that lead from the day it was told to *end*."""
        town, committee = self.town(village)
        signed, filed = add_days(told, 1), add_days(told, 2)
        steps = [
            Step("confirm_chair", village.convener, signed, {"signed": hand(village.convener, signed)}),
            Step(
                "attest",
                village.supervisor,
                signed,
                {"related": False, "signed": hand(village.supervisor, signed)},
            ),
        ]
        if end == "withdrawn":
            return (Step("withdraw", village.clerk, signed),)
        if end == "returned":
            marks = rows(
                {"place": "agenda/r1/discussion", "reason": "unclear", "text": "请写明主要意见是谁提的"}
            )
            return (*steps, Step("return", town, filed, {"marks": marks}))
        if end in ("ordered", "complied"):
            steps.append(
                Step("order", town, filed, {"text": "决议第1条与村规民约备案稿不一致，请核对后改正。"})
            )
            if end == "complied":
                steps.append(
                    Step(
                        "comply",
                        village.clerk,
                        add_days(filed, 5),
                        {"text": "已按备案稿核对，重新张贴。", "proof": None},
                    )
                )
            return tuple(steps)
        steps.append(Step("file", town, filed, {"text": None}))
        if end == "void":
            return (
                *steps,
                Step("void", committee, add_days(filed, 1), {"reason": "会议日期写错，已重新开会"}),
            )
        recent = end == "notice"
        posted = add_days(self.today, -3) if recent else add_days(filed, 1)
        steps.append(Step("post", village.clerk, posted, {
            "notice_from": posted, "notice_to": add_days(posted, 16), "notice_photo": self.meetings.photo}))  # fmt: skip
        if not recent:
            steps.append(Step("end_notice", village.clerk, add_days(posted, 18)))
        return tuple(steps)

    async def carried_out(self, record: Record, village: Village, day: str, *, archive: bool) -> None:
        """Every resolution followed to its end; then the archive."""
        for item in record.answers["agenda"]:
            for resolution in item.get("resolution") or ():
                told = {"done_on": day, "percent": 100, "note": "已按决议办完", "photo": None}
                record = await self.historian.act(
                    record, Step("follow", village.clerk, day, told, resolution["_"])
                )
        if archive:
            await self.historian.act(record, Step("archive", self.town(village)[0], add_days(day, 2)))

    # -- C

    async def commitments(self) -> None:
        """Cadres of a few villages promise too, each on another way; five kinds in all."""
        for n, end in enumerate(
            ("to_sign", "in_review", "returned", "rejected", "objected", "reopened", "withdrawn", "void")
        ):
            await self.yearly(self.county.villages[1 + n], end)
        await self.last_year(self.county.villages[9], archive=False)
        await self.last_year(self.county.villages[10], archive=True)
        for n, end in enumerate(("to_confirm", "posted", "archived")):
            await self.sentence(self.county.villages[11 + n], end)
        await self.term(self.county.villages[14])
        await self.venture(self.county.villages[15])
        await self.resignation(self.county.villages[16])

    async def promise(self, village: Village, who: Person, day: str, answers: Mapping[str, Any],
                      steps: tuple[Step, ...], *, filler: Person | None = None) -> Record:  # fmt: skip
        """One commitment of one person; *filler*: who typed it for them."""
        about = {"body": "person", "promiser": person(who, "书记" if who is village.secretary else "委员")}
        return await self.historian.record(
            "commitment",
            filler or who,
            village.org.id,
            day,
            {**about, **answers},
            subject=who.id,
            steps=steps,
        )

    def by_items(self, village: Village, who: Person, year: str) -> dict[str, Any]:
        """What every secretary promises for a year, promised by somebody else."""
        given = self.meetings.commitment(village, year)
        named = person(who, "委员")
        items = [{**row, "owner": named} for row in given["items"]]
        return {**given, "promiser": named, **closed("items", items)}

    async def yearly(self, village: Village, end: str) -> None:
        """This year's promise of a committee member, as far as *end*."""
        who = village.cadres[-1]
        day = f"{self.today[:4]}-01-12"
        town, committee = self.town(village)
        agreed = self.meetings.after_promise(0, village, day)
        early: dict[str, tuple[Step, ...]] = {
            "to_sign": (),
            "in_review": (Step("open", town, add_days(day, 2)),),
            "returned": (Step("return", town, add_days(day, 2), {
                "marks": rows({"place": "items/r1/measure", "reason": "unclear", "text": "请写清由谁做、什么时候做"})}),),
            "rejected": (agreed[0], self.voted_down(agreed[1])),
            "objected": (*agreed[:4], self.objection(village, agreed[3].day)),
            "reopened": (*agreed, Step("amend", who, add_days(agreed[4].day, 30), {"reason": "工程改期，要重新承诺"})),
            "withdrawn": (Step("withdraw", who, day),),
            "void": (*agreed, Step("void", committee, add_days(agreed[4].day, 9), {"reason": "本人已调离"})),
        }  # fmt: skip
        filler = village.clerk if end == "to_sign" else None
        await self.promise(village, who, day, self.by_items(village, who, day[:4]), early[end], filler=filler)

    @staticmethod
    def voted_down(meeting: Step) -> Step:
        """The members' meeting said no."""
        assert meeting.answers is not None
        return replace(meeting, answers={**meeting.answers, "yes": 9, "no": 13, "passed": False})

    def objection(self, village: Village, posted: str) -> Step:
        """Somebody objects while the notice hangs."""
        day = add_days(posted, 3)
        return Step("object", village.supervisor, day, {
            "said_on": day, "said_by": "visit", "objector": None, "matter": "第1项的工程去年已经做过一段，请核实。",
            "proof": None})  # fmt: skip

    async def last_year(self, village: Village, *, archive: bool) -> None:
        """Last year's promise of a committee member: in force, checked every quarter, appraised, perhaps archived."""
        year = str(int(self.today[:4]) - 1)
        who = village.cadres[-1]
        town, _ = self.town(village)
        day = f"{year}-01-12"
        steps = list(self.meetings.after_promise(0, village, day))
        for quarter, held, results in CHECKS:
            steps.append(self.check(f"{year}-{quarter}", f"{year}-{held}", results, town))
        appraised = f"{int(year) + 1}-01-18"
        steps.append(Step("final", town, appraised, {
            "missing_reason": None, "grade": "kept", "opinion": "四次检查到会人数够，承诺事项都已办完。"}))  # fmt: skip
        if archive:
            steps.append(Step("archive", town, add_days(appraised, 20)))
        await self.promise(village, who, day, self.by_items(village, who, year), tuple(steps))

    @staticmethod
    def check(quarter: str, day: str, results: tuple[str, ...], town: Person) -> Step:
        """One quarterly check; what is late says why and until when."""
        found = [
            {"_": f"r{n}", "result": result} if result != "late"
            else {"_": f"r{n}", "result": result, "why": "雨季停工", "until": add_days(day, 45)}
            for n, result in enumerate(results, 1)
        ]  # fmt: skip
        return Step("check", town, day, {
            "quarter": quarter, "meeting_date": day, "present_kinds": ["member", "representative", "supervisor"],
            "results": found, "results#": len(found), "text": "逐项对照，查看台账和现场照片。", "photo": None})  # fmt: skip

    async def sentence(self, village: Village, end: str) -> None:
        """One sentence of a committee member."""
        who = village.cadres[-1]
        day = add_days(self.today, -20)
        steps: list[Step] = []
        if end != "to_confirm":
            steps.append(Step("confirm", village.secretary, add_days(day, 1)))
        if end == "archived":
            steps.append(Step("archive_pledge", self.town(village)[0], add_days(day, 9)))
        said = {
            "kind": "pledge", "term_from": day, "term_to": f"{day[:4]}-12-31", "sentence": "每周到村部值一天班，群众找得到人。",
        }  # fmt: skip
        await self.promise(village, who, day, said, tuple(steps))

    async def term(self, village: Village) -> None:
        """The team's goals for its term of office, put to the meetings."""
        day = f"{self.today[:4]}-02-20"
        who = person(village.secretary, "书记")
        said = (("goal", "集体收入翻一番", "盘活旧校舍出租"), ("duty", "两委每月集中学习", "排好学习表"),
                ("task", "全村通自来水", "分两年铺管"), ("integrity", "亲属不承包村里工程", "公开每一份合同"))  # fmt: skip
        end = add_days(add_months(day, 60), -1)
        items = [
            {"domain": domain, "content": content, "measure": measure, "due": end, "owner": who, "evidence_kind": "papers"}
            for domain, content, measure in said
        ]  # fmt: skip
        answers = {"kind": "term", "body": "team", "promiser": who, "term_from": day, "term_to": end}
        await self.historian.record(
            "commitment", village.secretary, village.org.id, day, {**answers, **closed("items", rows(*items))},
            steps=self.meetings.after_promise(5, village, day),
        )  # fmt: skip

    async def venture(self, village: Village) -> None:
        """What a secretary will build within a year."""
        day = add_months(self.today, -2)
        who = person(village.secretary, "书记")
        end = add_days(add_months(day, 12), -1)
        item = {"domain": "growth", "content": "建一座两吨的茶叶加工房", "measure": "合作社出资，村民入股", "due": end,
                "owner": who, "evidence_kind": "voucher"}  # fmt: skip
        answers = {"kind": "venture", "body": "person", "promiser": who, "term_from": day, "term_to": end}
        await self.historian.record(
            "commitment", village.secretary, village.org.id, day, {**answers, **closed("items", rows(item))},
            subject=village.secretary.id, steps=self.meetings.after_promise(4, village, day),
        )  # fmt: skip

    async def resignation(self, village: Village) -> None:
        """When a secretary would resign by themselves."""
        day = add_months(self.today, -1)
        reasons = rows({"event": "连续两年民主评议不称职"}, {"event": "任期内没有完成自来水工程"})
        answers = {
            "kind": "resign", "body": "person", "promiser": person(village.secretary, "书记"), "term_from": day,
            "term_to": add_days(add_months(day, 36), -1),
        }  # fmt: skip
        await self.historian.record(
            "commitment", village.secretary, village.org.id, day, {**answers, **closed("resign_if", reasons)},
            subject=village.secretary.id, steps=(),
        )  # fmt: skip


__all__ = ["Endings"]
