"""
What a branch does in a month, as its report tells it. The numbers in a text are the numbers of the report: who should
come and who came, households visited, requests; and what was planned last month is told of this month.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from bot.demo.county import Village
from bot.demo.history import closed, rows
from bot.forms.core.functions import add_months

#: Themes of the monthly Party day, January first: the county sets them for all.
THEMES = ("走访慰问困难党员", "学习惠农政策", "学雷锋志愿服务", "植树护绿", "学习宪法和村规民约", "防汛应急演练", "重温入党誓词",
          "关爱老人儿童", "村庄环境整治", "秋收助农", "冬季安全用火", "学习先进典型")  # fmt: skip
MEETING = "召开党员大会"
Work = tuple[str, str, str]
#: What else is done: (item, how it went, what came of it); the names in braces are figures of the report.
WORK: tuple[Work, ...] = (
    ("走访困难户", "村干部分片走访{visits}户，其中困难户{few}户，记下用水、看病、子女上学等诉求{issues_new}件。", "办结{issues_closed}件"),
    ("清理河道", "组织党员和村民{some}人清理二组门前河段，清出垃圾{few}车。", "河段干净，水流畅通"),
    ("召开支委会", "召开支委会{committee}次，研究了村道维护、低保复核和下月安排。", "事项都有人负责"),
    ("更新公开栏", "上墙公开上月村级收支、低保名单和工程进度，答复村民询问{few}次。", "无异议"),
    ("慰问老党员", "看望七十岁以上老党员{few}名，送去慰问品，听取对村里工作的建议。", "收到建议{few}条"),
    ("宣讲惠农政策", "在文化礼堂宣讲农保、医保缴费政策，到场村民{some}人，发放资料{many}份。", "当场答疑{few}人"),
    ("调处邻里纠纷", "村干部上门调解宅基地边界纠纷一起，双方当场签了协议。", "已化解"),
)  # fmt: skip
#: Work that is planned one month and told of the next: (item, how it went, what came of it).
PLANS: tuple[Work, ...] = (
    ("完成村道招标", "二组到三组村道0.8公里公开招标，{few}家单位投标，开标时村务监督小组全程在场。", "已签合同"),
    (MEETING, "召开党员大会，应到{should}人，实到{present}人，通报上季度工作和村级收支。", "党员没有不同意见"),
    ("走访10户困难户", "村两委成员分头走访困难户10户，逐户登记需求，能办的当场办。", "登记需求{few}件"),
    ("检修水渠", "雇工并组织村民{some}人疏通三组水渠{many}0米，更换闸板{few}块。", "已通水"),
    ("更换路灯", "更换村道沿线损坏的路灯{few}盏，夜间出行亮了。", "已验收"),
    ("整修文化礼堂屋面", "请施工队翻修文化礼堂屋面，渗漏处全部补好。", "已验收"),
    ("医保缴费登记", "逐户登记明年医保缴费，集中办理{many}户，帮{few}户老人在手机上办好。", "登记完{many}户"),
    ("排查安全隐患", "排查用电、用火和老旧房屋{visits}户，当场整改{few}处。", "其余已限期"),
    ("整理村务档案", "把今年的会议记录、合同和收支凭证装订归档，共{many}卷。", "已入柜"),
)  # fmt: skip
TROUBLES = ("村道维护资金还缺8万元", "三组水渠有两处渗漏，浇灌受影响", "年轻党员外出多，组织生活到会人数偏少",
            "村卫生室缺一名值班医生", "河道上游时有垃圾漂下来")  # fmt: skip


VISITS = WORK[0]


class Month:
    """One branch in one month; the same in every demo. *n*: number of the branch in the county."""

    def __init__(self, n: int, village: Village, month: str) -> None:
        self.n, self.village, self.month = n, village, month
        self.number = int(month[:4]) * 12 + int(month[5:]) - 1
        pick = random.Random(f"{n}-{month}")  # noqa: S311 - an invented month
        home = village.members - len(village.mobile)  # who is away is excused
        held = self.meets(self.number)
        asked = pick.randint(1, 5)
        self.figures: dict[str, Any] = {
            "member_mtg": int(held), "committee": pick.randint(1, 2), "group": pick.randint(0, 2), "class": int(not held),
            "theme_day": 1, "should": home, "present": home - pick.randint(0, home // 5), "members": village.members,
            "outflow": len(village.mobile), "inflow": n % 2, "applicants": n % 4, "visits": pick.randint(10, 25),
            "issues_new": asked, "issues_closed": pick.randint(1, asked),
        }  # fmt: skip
        self.about = {
            **self.figures,
            "few": pick.randint(2, 5),
            "some": pick.randint(9, 24),
            "many": pick.randint(3, 9) * 10,
        }
        self.pick = pick

    def answers(self) -> dict[str, Any]:
        """The answers of the report."""
        before = Month(self.n, self.village, add_months(f"{self.month}-01", -1)[:7])
        planned = [
            {"item": item, "state": self.became(k, item)} for k, (item, *_) in enumerate(before.plans())
        ]
        kept = {row["item"] for row in planned if row["state"] == "done"}
        visited = any("走访" in item for item in kept)
        work = [
            self.theme(),
            *(one for one in PLANS if one[0] in kept),
            *(one for one in self.more() if not (visited and one is VISITS)),
        ]
        done = [self.told(k, one) for k, one in enumerate(work)]
        problems = [{"text": TROUBLES[self.n % len(TROUBLES)], "level": "common"}] if self.n % 3 == 0 else []
        return (
            self.figures
            | {"help_wanted": None}
            | closed("planned", rows(*planned))
            | closed("done", rows(*done))
            | closed("problems", rows(*problems))
            | closed("next_plan", rows(*self.next_plan()))
        )

    def meets(self, number: int) -> bool:
        """Whether that month has the members' meeting of its quarter."""
        return number % 3 == self.n % 3

    def became(self, k: int, item: str) -> str:
        """What has become of a plan: most is done."""
        states = ("done", "done", "going", "done", "not_started")
        return "done" if item == MEETING else states[(self.number + k + self.n) % len(states)]

    def theme(self) -> Work:
        """The Party day, which every month has."""
        theme = THEMES[self.number % 12]
        return (
            "组织主题党日",
            f"在村部开展“{theme}”主题党日，应到{{should}}人，实到{{present}}人。",
            "实到{present}人",
        )

    def more(self) -> list[Work]:
        """One or two things beside; no month tells what the one before told."""
        first = (self.n + 2 * self.number) % len(WORK)
        return [WORK[(first + k) % len(WORK)] for k in range(1 + (self.n + self.number) % 2)]

    def plans(self) -> list[Work]:
        """What is planned for the month after: its members' meeting, or one or two other things."""
        others = [one for one in PLANS if one[0] != MEETING]
        first = (self.n + 2 * self.number) % len(others)
        found = [others[(first + k) % len(others)] for k in range(1 + (self.n + self.number) % 2)]
        meeting = [one for one in PLANS if one[0] == MEETING and self.meets(self.number + 1)]
        return [*meeting, *found][:2]

    def told(self, k: int, work: Work) -> Mapping[str, Any]:
        """One row of the work done."""
        item, text, result = work
        return {
            "item": item,
            "date": f"{self.month}-{4 + k * 5:02d}",
            "text": text.format(**self.about),
            "result": result.format(**self.about),
        }

    def next_plan(self) -> list[dict[str, Any]]:
        """The plan of the month after, each with somebody who answers for it."""
        village, following = self.village, add_months(f"{self.month}-01", 1)[:7]
        owners = ((village.secretary, "书记"), (village.convener, "副书记"))
        return [
            {"item": item, "due": f"{following}-{12 + k * 8:02d}",
             "owner": {"id": owners[k % 2][0].id, "name": owners[k % 2][0].name, "post": owners[k % 2][1]}}
            for k, (item, *_) in enumerate(self.plans())
        ]  # fmt: skip
