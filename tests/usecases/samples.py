"""A small invented record type that has everything an export must cope with, and records of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.forms.core.model import (
    Access,
    Field,
    Form,
    Group,
    Need,
    RecordType,
    Repeat,
    Roster,
    Transition,
    Upgrade,
    Who,
    Workflow,
    calc,
    x,
)
from bot.forms.core.parts import RETURN_FORM
from bot.forms.core.records import Act, Record
from bot.people import Org, Person, Post
from bot.texts import LANGS, Texts

ROSTER = {
    "rows": [[f"h{n}", f"3-{n:03}", f"{'王李张赵'[n % 4]}某{n}", f"第{n % 3 + 1}组"] for n in range(1, 13)]
}

SAMPLE = RecordType(
    id="sample",
    version=2,
    letter="Z",
    subject="person",
    event="held_on",
    upgrades=(Upgrade(to=2, rename={"remarks": "story"}, choices={"mood": {"fine": "good"}}),),
    form=Form(
        needs=(Need("homes", "homes"),),
        items=(
            Field("title", "text", max=40),
            Field("story", "text", max=2000, required=False),
            Field("mood", "select_one", choices=("good", "bad")),
            Field("topics", "select_multiple", choices=("road", "water", "school")),
            Field("held_on", "date"),
            Field("started", "datetime"),
            Field("opens", "time"),
            Field("month", "month"),
            Field("count", "integer"),
            Field("length", "decimal"),
            Field("cost", "money"),
            Field("open_to_all", "boolean"),
            Group(
                "people",
                items=(
                    Field("chair", "person"),
                    Field("guest", "person", sees="sensitive"),
                    Field("unit", "organisation"),
                    Field("where", "place", sees="sensitive"),
                    Field("mobile", "phone"),
                    Field("worry", "text", sees="sensitive"),
                    Field("points", "integer", sees="sensitive"),
                ),
            ),
            Field("proof", "file", max=9),
            Field("signed", "own_hand"),
            calc("double", x("${count} * 2")),
            calc("helper", x("${title}")),
            Repeat(
                "session",
                label="spot",
                items=(
                    Field("spot", "text", max=20),
                    Roster("attend", rows=x("fact('homes')"), states="ip"),
                    Repeat("vote", items=(Field("matter", "text", max=60), Field("yes", "integer"))),
                ),
            ),
            Repeat("score", over=("plan", "work"), items=(Field("mark", "integer"),)),
        ),
    ),
    workflow=Workflow(
        "submitted",
        transitions=(
            Transition("accept", ("submitted",), "accepted", Who(("town_clerk",), "town")),
            Transition(
                "return", ("submitted",), "returned", Who(("town_clerk",), "town"), RETURN_FORM, marks=True
            ),
            Transition(
                "follow",
                ("accepted",),
                "",
                Who(("branch_secretary",)),
                Form(items=(Field("percent", "integer"),)),
                row="session.vote",
            ),
            Transition(
                "check",
                ("submitted", "accepted"),
                "",
                Who(("town_clerk",), "town"),
                Form(items=(Field("verdict", "select_one", choices=("kept", "late")), Field("said", "text"))),
            ),
        ),
    ),
    access=Access(
        fills=("branch_secretary",),
        reads={"branch_secretary": "own", "town_clerk": "town", "county": "county"},
        exports=("town_clerk", "county"),
    ),
)

WORDS = {
    "sample": "样例记录",
    "sample-title": "叫什么？",
    "sample-story": "说说情况",
    "sample-mood": "心情怎么样？",
    "sample-mood-good": "不错",
    "sample-mood-bad": "不好",
    "sample-topics": "谈了哪些？",
    "sample-topics-road": "道路",
    "sample-topics-water": "用水",
    "sample-topics-school": "学校",
    "sample-held_on": "哪天开的？",
    "sample-started": "几点开始？",
    "sample-opens": "几点开门？",
    "sample-month": "哪个月？",
    "sample-count": "来了多少人？",
    "sample-length": "有多长？",
    "sample-cost": "花了多少钱？",
    "sample-open_to_all": "对外吗？",
    "sample-chair": "谁主持？",
    "sample-guest": "客人是谁？",
    "sample-unit": "哪个单位？",
    "sample-where": "在哪里？",
    "sample-mobile": "手机号？",
    "sample-worry": "有什么难处？",
    "sample-points": "得几分？",
    "sample-proof": "证明材料",
    "sample-signed": "签字",
    "sample-double": "翻倍",
    "sample-session": "场次",
    "sample-session-spot": "地点",
    "sample-session-attend": "签到",
    "sample-session-vote": "表决",
    "sample-session-vote-matter": "事项",
    "sample-session-vote-yes": "赞成",
    "sample-score": "打分",
    "sample-score-plan": "计划",
    "sample-score-work": "工作",
    "sample-score-mark": "分数",
    "sample-check-verdict": "结论",
    "sample-check-verdict-kept": "兑现",
    "sample-check-verdict-late": "滞后",
    "sample-check-said": "意见",
    "sample-follow-percent": "进度",
    "sample-act-follow": "落实进展",
    "sample-act-check": "对照检查",
    "sample-state-accepted": "已通过",
}


def sample_texts(folder: Path) -> Texts:
    """Lianxin's words and those of the sample, in every language the same."""
    real = Texts().folder
    for lang in LANGS:
        (folder / lang).mkdir(parents=True)
        for path in (real / lang).glob("*.ftl"):
            (folder / lang / path.name).write_bytes(path.read_bytes())
        lines = [f"{key} = {words}" for key, words in WORDS.items()]
        lines.insert(1, "    .unused = …")
        unit = "    .unit = 人\n    .short = 人数"
        text = "\n".join(lines).replace("sample-count = 来了多少人？", f"sample-count = 来了多少人？\n{unit}")
        (folder / lang / "sample.ftl").write_text(text + "\n", encoding="utf-8")
    return Texts(folder, strict=True)


def person(id_: str, name: str) -> dict[str, str]:
    return {"id": id_, "name": name, "post": "书记"}


ANSWERS: dict[str, Any] = {
    "title": "11月例会",
    "story": "第一行\n第二行",
    "mood": "good",
    "topics": ["road", "school"],
    "held_on": "2026-11-03",
    "started": "2026-11-03T19:30",
    "opens": "08:05",
    "month": "2026-11",
    "count": 226,
    "length": "1.25",
    "cost": 36_500_050,
    "open_to_all": True,
    "chair": person("p7", "陈某某"),
    "guest": person("p8", "欧阳某某"),
    "unit": {"id": "o1", "name": "示范县档案馆"},
    "where": {"code": "330212", "name": "浙江省宁波市鄞州区"},
    "mobile": "13812345678",
    "worry": "家里有病人",
    "points": 7,
    "proof": [{"hash": "a" * 64, "name": "签到表.jpg", "type": "image/jpeg", "size": 10}],
    "signed": {
        "way": "account",
        "by": "p7",
        "name": "陈某某",
        "at": "2026-11-04T02:00:00.000000Z",
        "files": [],
    },
    "double": 452,
    "helper": "11月例会",
    "session": [
        {
            "_": "r1",
            "spot": "村部",
            "attend": "ii-ip-------",
            "vote": [{"_": "r2", "matter": "修路", "yes": 4}, {"_": "r3", "matter": "修渠", "yes": 3}],
        },
        {"_": "r4", "spot": "祠堂", "attend": "------iiiii-", "vote": []},
    ],
    "score": [{"_": "plan", "mark": 90}, {"_": "work", "mark": 80}],
}


def sample(number: int = 1, *, org: str = "QX0301", **changes: Any) -> Record:
    """A sent record; ``answers`` of *changes* are laid over the usual ones."""
    answers = {**ANSWERS, **changes.pop("answers", {})}
    made = Record(
        id=f"rec{number:06}", type="sample", form_version=2, receipt=f"LX-Z-QX03-202611-{number:04}",
        org=org,
        org_path=f"/SF/{org[:4]}/{org}/", filler="p1", filler_name="张某某", post=f"branch_secretary@{org}",
        submitted_at=f"2026-11-22T05:53:{number % 60:02}.123456Z", state="submitted", subject="p1",
        subject_name="张某某", period="2026-11", event_at="2026-11-03", due_at="2026-12-05",
        answers=answers,
        frozen={"homes": {"digest": "", "args": {}}},
    )  # fmt: skip
    return replace(made, **changes)


def checked(record: Record) -> Record:
    """The record after a town clerk checked it."""
    acts = (
        Act(1, "submit", "p1", "张某某", record.post, record.submitted_at, "", "submitted"),
        Act(
            2, "check", "p9", "李某某", "town_clerk@QX03", "2026-11-23T01:00:00.000000Z", "submitted",
            "submitted",
            answers={"verdict": "late", "said": "请抓紧"},
        ),
    )  # fmt: skip
    return replace(record, acts=acts, rev=2)


ORGS = [
    Org("SF", "中共示范县委组织部", "示范县", "county", "office", "", "/SF/"),
    Org("QX03", "中共清溪镇委员会", "清溪镇", "town", "office", "SF", "/SF/QX03/"),
    Org("QX0301", "中共清溪镇清溪村支部委员会", "清溪村", "branch", "village", "QX03", "/SF/QX03/QX0301/"),
    Org("QX0302", "中共清溪镇柳湾村支部委员会", "柳湾村", "branch", "village", "QX03", "/SF/QX03/QX0302/"),
    Org("QX04", "中共石桥镇委员会", "石桥镇", "town", "office", "SF", "/SF/QX04/"),
    Org("QX0401", "中共石桥镇石桥村支部委员会", "石桥村", "branch", "village", "QX04", "/SF/QX04/QX0401/"),
]

CLERK = Person("p9", "李某某", posts=(Post("QX03", "/SF/QX03/", "town", "town_clerk", "组织办"),))
COUNTY = Person("p10", "周某某", posts=(Post("SF", "/SF/", "county", "county", "科员"),))
SECRETARY = Person(
    "p1", "张某某", posts=(Post("QX0301", "/SF/QX03/QX0301/", "branch", "branch_secretary", "书记"),)
)
LEAVER = Person(
    "p11", "吴某某", posts=(Post("QX03", "/SF/QX03/", "town", "town_clerk", "组织办", "", "2026-10-31"),)
)
