"""People and places named in words: who is on no list, who is nobody, and a place that is still too wide."""

from __future__ import annotations

from typing import Any

import pytest

from bot.forms.core import typed
from bot.forms.core.places import Places
from bot.forms.core.reading import Ambiguous, Read
from bot.texts import LANGS, Texts
from tests.forms.largest import ending, item, opening, resolution, session, village
from tests.forms.play import CLERK, Talk
from tests.forms.test_check_in import again
from tests.forms.test_minutes import begun

PLACES = Places.load()


def test_a_chair_typed_by_hand_is_seen_by_the_reviewer() -> None:
    """Somebody on no list may have led the meeting; the township is told to look."""
    talk = begun().tap("household_assembly", "committee", "nobody").say("赵某某")
    assert talk.asked == "recorder"
    talk.tap("p2", "2026-11-08").do("tick", {"value": "door", "on": True}, talk.screen.at).close()
    session(talk, range(226)).close().close()
    item(talk, "村道硬化筹资", "funds_labour", (0, 201, 15, 10, 0))
    ending(resolution(talk).close()).send()
    assert [flag.key for flag in talk.sent.flags] == ["minutes--chair_by_hand"]
    assert talk.sent.flags[0].args["chair"]["name"] == "赵某某"


@pytest.mark.parametrize(
    "said",
    ["没有人", "不知道", "不清楚", "无", "没有", "还没定", "谁都行", "暂无", "不知道。", "沒有人", "nobody"],
)
def test_nobody_is_no_name(said: str) -> None:
    """A word for "nobody knows" is asked again, with one example."""
    talk = opening(Talk("minutes", CLERK, supplies=village())).goto("chair").say(said)
    assert (talk.asked, talk.refused) == ("chair", "reading-nobody_named")
    for lang in LANGS:
        assert "王某某" in Texts(strict=True).text("reading-nobody_named", lang, text=said, kind="person")


@pytest.mark.parametrize(
    "said",
    [
        "十二月中旬", "月底", "中旬", "年前", "下周", "下周三", "下週", "明年三月底", "12月", "12月31日", "三季度", "晚上八点", "晚上",
        "春节前", "尽快", "30", "三十", "30人", "3户", "一个月", "2027年", "1月底之前", "下个月中旬完成", "周末", "两三个月内", "next week",
        "mid December", "soon",
    ],
)  # fmt: skip
def test_a_time_or_a_number_is_no_name(said: str) -> None:
    """At 谁负责？ somebody answered when, or how many: it is said so, with one example, and nothing is kept."""
    talk = opening(Talk("minutes", CLERK, supplies=village())).goto("chair").say(said)
    assert (talk.asked, talk.refused) == ("chair", "reading-time_for_name")
    for lang in LANGS:
        assert "王某某" in Texts(strict=True).text("reading-time_for_name", lang, text=said, kind="person")


@pytest.mark.parametrize(
    "said",
    [
        "赵某某", "万一鸣", "周一鸣", "周月", "李春天", "马上飞", "张三", "于刚", "陆七", "陸七", "花千", "伍月", "那日", "白明月",
        "初晓", "年华", "时光", "老张", "张书记",
    ],
)  # fmt: skip
def test_a_name_that_sounds_like_a_time_is_a_name(said: str) -> None:
    """Somebody on no list is taken without a question, whatever their name is made of."""
    talk = opening(Talk("minutes", CLERK, supplies=village())).goto("chair").say(said)
    assert talk.draft.answers["chair"]["name"] == said


# What is typed at "where are you", and the code it is read as; or what is asked next and how many places are offered.
WHERE: dict[str, Any] = {
    "鄞州": "330212",
    "在鄞州打工": "330212",
    "浙江宁波鄞州区": "330212",
    "我现在在宁波鄞州那边上班": "330212",
    "鄞州那邊": "330212",
    "东莞": "441900",
    "在东莞打工": "441900",
    "在宁波打工": ("inside", 10),
    "宁波那边": ("inside", 10),
    "宁波": ("inside", 10),
    "去宁波上班了": ("inside", 10),
    "來寧波打工": ("inside", 10),
    "浙江": ("inside", 11),
    "广东": ("inside", 21),
    "来宾": ("inside", 6),
    "来安": "341122",
    "鼓楼": ("place", 4),
    "香港": "810000",
    "在澳门打工": "820000",
    "台湾": "710000",
    "越南": ("990000", "境外（越南）"),
    "在越南打工": ("990000", "境外（越南）"),
    "去了柬埔寨": ("990000", "境外（柬埔寨）"),
    "境外": "990000",
    "国外": ("990000", "境外"),
    "境外越南": ("990000", "境外（越南）"),
    "国外，加纳": ("990000", "境外（加纳）"),
    "朝鲜": ("990000", "境外（朝鲜）"),
    "Vietnam": ("990000", "境外（Vietnam）"),
    "清溪村某处": "no_such_place",
    "县": "several_places",
}


@pytest.mark.parametrize("said", WHERE)
def test_a_place_is_narrowed_down_to_the_county(said: str) -> None:
    """A city or province is never the answer where it has counties, and none of them is left out."""
    outcome, wanted = typed.read_place(said, PLACES), WHERE[said]
    if isinstance(outcome, Read):
        value = outcome.value
        assert (value if isinstance(value, str) else (value["code"], value["name"])) == wanted
        code = value if isinstance(value, str) else value["code"]
        assert PLACES.is_finest(code)
    elif isinstance(outcome, Ambiguous):
        assert (outcome.why, len(outcome.values)) == wanted
    else:
        assert outcome.code == wanted


def where() -> Talk:
    """At the question where somebody is."""
    return again().tap("change", ["place"])


def test_a_province_is_asked_down_to_its_county() -> None:
    """浙江, 宁波市, 鄞州区: three steps, and the words above the buttons name what has been said."""
    talk = where().say("在浙江打工")
    assert (talk.asked, talk.screen.kind) == ("place", "which")
    assert talk.screen.notes[-1].args["text"] == "在浙江打工"
    ningbo = list(talk.screen.value).index("330200")
    talk.do("choose", ningbo, talk.screen.at)
    assert (talk.screen.kind, talk.screen.notes[-1].args["text"]) == ("which", "浙江省宁波市")
    assert len(talk.screen.value) == 10
    talk.do("choose", list(talk.screen.value).index("330212"), talk.screen.at)
    assert talk.draft.answers["place"] == {"code": "330212", "name": "浙江省宁波市鄞州区"}


def test_a_name_typed_under_a_list_is_one_of_the_list() -> None:
    """鼓楼 stands in four cities; under those of Nanjing it is that city's."""
    talk = where().say("南京").say("鼓楼")
    assert talk.draft.answers["place"] == {"code": "320106", "name": "江苏省南京市鼓楼区"}


def test_a_long_list_of_places_is_paged() -> None:
    """No place is cut off without a word: ten at a time, each with its own number to choose."""
    talk = where().say("广东")
    seen = []
    pages = talk.screen.pages[1]
    assert pages == 3
    for page in range(pages):
        talk.do("show", {"page": page})
        assert talk.screen.pages == (page, pages)
        seen += [option.value for option in talk.screen.options]
    assert seen == list(range(21))


def test_abroad_is_kept_with_its_country() -> None:
    """A member in Vietnam can answer, and the echo says what was kept."""
    talk = where().say("在越南打工")
    assert talk.draft.answers["place"] == {"code": "990000", "name": "境外（越南）"}
    assert talk.said["echo"]["value"]["name"] == "境外（越南）"


@pytest.mark.parametrize(
    "value", ["330200", "330000", {"code": "123456", "name": "某处"}, {"code": "", "name": "某处"}]
)
def test_a_skin_cannot_send_a_place_that_is_none(value: Any) -> None:
    """Neither a city for a county, nor a code that nobody has given."""
    talk = where().tap(value)
    assert (talk.asked, talk.refused) in (("place", "problem-place_wide"), ("place", "problem-choice_gone"))
