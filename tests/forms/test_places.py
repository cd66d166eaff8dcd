"""Places by code: the table is whole, names find their place, old codes still read."""

from __future__ import annotations

import re
import tracemalloc
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.forms.core import typed
from bot.forms.core.places import Place, Places
from bot.forms.core.reading import Ambiguous, Read

PLACES = Places.load()


def everything() -> list[Place]:
    """Every place in force, from the provinces down."""
    found = list(PLACES.children())
    for place in found:
        found.extend(PLACES.children(place.code))
    return found


EVERYTHING = everything()


def names(text: str, limit: int = 8) -> list[str]:
    """Full names of what a search finds."""
    return [PLACES.full_name(place.code) for place in PLACES.search(text, limit)]


# ---------------------------------------------------------------------- the table


def test_the_table_is_whole() -> None:
    """34 at the level of provinces, 333 prefectures, more than 2,800 counties; every parent is in force."""
    levels = [place.level for place in EVERYTHING]
    assert levels.count("province") == 34
    assert levels.count("city") == 333
    assert 2840 <= levels.count("county") <= 2860
    assert len({place.code for place in EVERYTHING}) == len(EVERYTHING)
    for place in EVERYTHING:
        assert re.fullmatch(r"\d{6}", place.code)
        assert 2 <= len(place.short) <= len(place.name)
        parent = PLACES.get(place.parent)
        assert parent is None if place.level == "province" else parent is not None and not parent.now


def test_statistical_codes_are_left_out() -> None:
    """No 市辖区, no development zones, no collective headings."""
    assert not [p for p in EVERYTHING if p.name == "市辖区" or "直辖县级" in p.name or "开发区" in p.name]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("330212", "浙江省宁波市鄞州区"),
        ("330113", "浙江省杭州市临平区"),
        ("110105", "北京市朝阳区"),
        ("429004", "湖北省仙桃市"),
        ("441900", "广东省东莞市"),
        ("422801", "湖北省恩施土家族苗族自治州恩施市"),
        ("469030", "海南省琼中黎族苗族自治县"),
        ("500157", "重庆市两江新区"),
        ("540481", "西藏自治区林芝市米林市"),
        ("810000", "香港特别行政区"),
        ("330103", "浙江省杭州市下城区"),  # former, still readable
        ("999999", ""),
        ("", ""),
    ],
)
def test_full_names(code: str, name: str) -> None:
    """From the province down; a code that is none has no name."""
    assert PLACES.full_name(code) == name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("鄞州区", "鄞州"),
        ("浙江省", "浙江"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("恩施土家族苗族自治州", "恩施"),
        ("东乡族自治县", "东乡"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("察布查尔锡伯自治县", "察布查尔"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("管城回族区", "管城"),
        ("浦东新区", "浦东"),
        ("清新区", "清新"),
        ("万柏林区", "万柏林"),
        ("神农架林区", "神农架"),
        ("阿拉善左旗", "阿拉善左旗"),
        ("郊区", "郊区"),
        ("唐县", "唐县"),
        ("香港特别行政区", "香港"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    """What people say; never a single character."""
    assert {place.short for place in EVERYTHING if place.name == name} == {short}


def test_going_down_and_up() -> None:
    """Children, paths, levels, and what is the finest there is."""
    zhejiang, ningbo = PLACES.get("330000"), PLACES.get("330200")
    assert zhejiang is not None
    assert ningbo is not None
    assert ningbo in PLACES.children("330000")
    assert [place.code for place in PLACES.path("330212")] == ["330000", "330200", "330212"]
    assert (zhejiang.level, ningbo.level) == ("province", "city")
    assert PLACES.within("330212", "330000")
    assert not PLACES.within("330212", "320000")
    assert not PLACES.within("none", "320000")
    assert PLACES.is_finest("330212")
    assert PLACES.is_finest("441900")
    assert not PLACES.is_finest("330200")
    assert not PLACES.is_finest("none")
    assert all(place.level == "county" for place in PLACES.children("110000"))
    assert PLACES.get("nothing") is None
    assert PLACES.path("nothing") == ()


def test_former_codes_read_and_lead_on() -> None:
    """An old code keeps its name, is in nobody's list, and leads to a place in force."""
    old = PLACES.get("330104")
    assert old is not None
    assert (old.name, old.now) == ("江干区", "330102")
    assert old not in PLACES.children("330100")
    former = [place for code in range(110000, 660000) if (place := PLACES.get(str(code))) and place.now]
    assert len(former) > 20
    for place in former:
        successor = PLACES.get(place.now)
        assert successor is not None
        assert not successor.now
        assert successor.code[:2] == place.code[:2]


# ---------------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("鄞州", ["浙江省宁波市鄞州区"]),
        ("鄞州区", ["浙江省宁波市鄞州区"]),
        ("浙江宁波鄞州", ["浙江省宁波市鄞州区"]),
        ("浙江省 宁波市，鄞州区", ["浙江省宁波市鄞州区"]),
        ("浙江鄞州", ["浙江省宁波市鄞州区"]),
        ("中国浙江省宁波市鄞州区", ["浙江省宁波市鄞州区"]),
        ("寧波市鄞州區", ["浙江省宁波市鄞州区"]),
        ("330212", ["浙江省宁波市鄞州区"]),
        ("３３０２１２", ["浙江省宁波市鄞州区"]),
        ("我现在在宁波市鄞州区打工", ["浙江省宁波市鄞州区"]),
        ("浙江省宁波市鄞州区下应街道东兴社区", ["浙江省宁波市鄞州区"]),
        ("北京朝阳", ["北京市朝阳区"]),
        ("鼓楼区", ["江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "福建省福州市鼓楼区", "河南省开封市鼓楼区"]),
        ("南京鼓楼", ["江苏省南京市鼓楼区"]),
        ("朝阳区", ["北京市朝阳区", "吉林省长春市朝阳区"]),
        ("西双", ["云南省西双版纳傣族自治州"]),
        ("浙江宁", ["浙江省宁波市", "浙江省宁波市宁海县"]),
        ("东莞", ["广东省东莞市"]),
        ("上海浦东", ["上海市浦东新区"]),
        ("江干区", ["浙江省杭州市上城区"]),  # a former name finds its successor
        ("江北", ["浙江省宁波市江北区", "重庆市两江新区"]),
        ("台湾", ["台湾省"]),
        ("臺灣", ["台湾省"]),
        ("重庆北碚", ["重庆市北碚区"]),
        ("仙桃", ["湖北省仙桃市"]),
        ("江东区", ["浙江省宁波市鄞州区"]),
        ("上海闸北", ["上海市静安区"]),
        ("雄安新区", ["河北省保定市容城县", "河北省保定市安新县", "河北省保定市雄县"]),
        ("Guangzhou Tianhe", ["广东省广州市天河区"]),
        ("Hong Kong", ["香港特别行政区"]),
        ("abc", []),
        ("", []),
        (" ，。", []),
        ("123", []),
        ("🙂", []),
        ("火星", []),
    ],
)
def test_search(text: str, found: list[str]) -> None:
    """Each row is what somebody typed and every place it may mean."""
    assert names(text) == found


def test_a_city_is_followed_by_its_counties() -> None:
    """宁波 gives the city first, then all ten of its counties."""
    found = names("宁波", 20)
    assert found[0] == "浙江省宁波市"
    assert len(found) == 11
    assert all(name.startswith("浙江省宁波市") for name in found)
    assert names("宁波", 3) == found[:3]


def test_places_of_one_name_come_before_what_lies_in_them() -> None:
    """朝阳 is a city, two districts and a county; the larger first, then the city's own parts."""
    assert names("朝阳")[:4] == ["辽宁省朝阳市", "北京市朝阳区", "辽宁省朝阳市朝阳县", "吉林省长春市朝阳区"]
    assert names("吉林")[:2] == ["吉林省", "吉林省吉林市"]
    assert names("吉林吉林")[0] == "吉林省吉林市"


def test_every_place_is_found_by_its_full_name() -> None:
    """The full name leads to its place alone (then what lies in it), and so do the short names in a row."""
    for place in EVERYTHING:
        assert PLACES.search(PLACES.full_name(place.code), 1) == [place]
        shorts = "".join(each.short for each in PLACES.path(place.code))
        assert place in PLACES.search(shorts, 4)


def test_every_name_is_found() -> None:
    """A bare name or short name gives every place that bears it."""
    for place in EVERYTHING[::7]:
        for form in (place.name, place.short):
            assert place in PLACES.search(form, 60)


@given(text=st.text(max_size=40) | st.text(alphabet="浙江宁波市鄞州区吉林省东海县朝阳北京", max_size=40))
def test_whatever_is_typed_the_answer_is_places_in_force(text: str) -> None:
    """Never an error, never a former code, never twice the same, never more than asked for."""
    found = PLACES.search(text, 5)
    assert len(found) == len(set(found)) <= 5
    assert all(not place.now and PLACES.get(place.code) is place for place in found)
    assert PLACES.search(text, 0) == []


def test_a_table_of_ones_own() -> None:
    """An office may hand over its own rows, with traditional characters or without."""
    own = Places(
        [Place("990000", "示范省", "示范", ""), Place("990100", "清溪县", "清溪", "990000")],
        traditional="範范",
    )
    assert [place.code for place in own.search("示範清溪")] == ["990100"]
    assert len(own) == 2


def test_the_table_is_small() -> None:
    """Table and search index together stay under five megabytes."""
    Places.load.cache_clear()
    tracemalloc.start()
    try:
        Places.load().search("鄞州")
        assert tracemalloc.get_traced_memory()[0] < 5_000_000
    finally:
        tracemalloc.stop()


# ---------------------------------------------------------------------- what is meant, and what may be


def heard(text: str) -> str:
    """What a typed place means: read, the places asked about, or refused."""
    outcome = typed.read_place(text, PLACES)
    if isinstance(outcome, Read):
        code = outcome.value["code"] if isinstance(outcome.value, dict) else outcome.value
        return f"= {PLACES.full_name(code)}"
    if isinstance(outcome, Ambiguous):
        if outcome.why == "inside":
            outer = PLACES.get(outcome.values[0])
            assert outer is not None
            return f"? in {PLACES.full_name(outer.parent)}"
        return f"? {' '.join(PLACES.path(code)[-1].name for code in outcome.values)}"
    return f"! {outcome.code}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # former districts, and areas that are no division
        ("宁波市江东区", "= 浙江省宁波市鄞州区"),
        ("北京崇文", "= 北京市东城区"),
        ("贵安新区", "? 花溪区 清镇市 西秀区 平坝区"),
        ("雄安新区", "? 容城县 安新县 雄县"),
        ("南京江北新区", "? 浦口区 栖霞区 六合区"),
        ("东莞松山湖", "= 广东省东莞市"),
        ("襄樊", "? in 湖北省襄阳市"),
        # a name that is part of another is not that place
        ("宁波江北新区", "? in 浙江省宁波市"),
        ("宁波市江西村", "? in 浙江省宁波市"),
        ("广州天河路", "? in 广东省广州市"),
        ("苏州工业园区", "? in 江苏省苏州市"),
        ("昆山路", "! no_such_place"),
        ("某安新区", "! no_such_place"),
        # what may be meant is asked about, even where it is one place
        ("萧山市", "? 萧山区"),
        ("昆山富士康", "? 昆山市"),
        ("义乌市场", "? 义乌市"),
        ("版纳", "? 西双版纳傣族自治州"),
        # inside a sentence
        ("我现在在宁波市鄞州区打工", "= 浙江省宁波市鄞州区"),
        ("跟老公在上海浦东", "= 上海市浦东新区"),
        ("宁波鄞州下应街道", "= 浙江省宁波市鄞州区"),
        ("老家某某村，现在鄞州区", "= 浙江省宁波市鄞州区"),
        # in Latin letters
        ("Shenzhen", "? in 广东省深圳市"),
        ("Ningbo", "? in 浙江省宁波市"),
        ("Níngbō Shì", "? in 浙江省宁波市"),
        ("Guangzhou Tianhe", "= 广东省广州市天河区"),
        ("Tianhe District, Guangzhou", "= 广东省广州市天河区"),
        ("guangzhoutianhe", "= 广东省广州市天河区"),
        ("I work in Ningbo, Yinzhou", "= 浙江省宁波市鄞州区"),
        ("Yinzhou, Ningbo, Zhejiang", "= 浙江省宁波市鄞州区"),
        ("Yinzhou", "? 银州区 鄞州区"),
        ("Xi'an", "? 西安市 西安区 西安区"),
        ("Lüliang", "? 吕梁市 陆良县"),
        ("Shaanxi", "? in 陕西省"),
        ("Shanxi", "? 山西省 陕西省"),
        ("Harbin", "? in 黑龙江省哈尔滨市"),
        ("Shenzhen CBD", "? in 广东省深圳市"),
        ("Jiangdong, Ningbo", "= 浙江省宁波市鄞州区"),
        ("Xiong'an New Area", "? 容城县 安新县 雄县"),
        ("Dongguan", "= 广东省东莞市"),
        ("abroad Vietnam", "= 境外"),
        ("Atlantis", "! no_such_place"),
    ],
)
def test_a_typed_place(text: str, wanted: str) -> None:
    """Whole names are taken, parts of other names are not, and what is open is asked about."""
    assert heard(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Wulumuqi",
        "Urumqi",
        "Lasa",
        "Lhasa",
        "Liuan",
        "Luan",
        "Yuexi",
        "Yueqing",
        "Changzhi",
        "Zhangzi",
        "Chongqing",
    ],
)
def test_sounds_that_are_easily_misread(text: str) -> None:
    """Names as they are read where they lie, and English ones."""
    found = {place.short for place in PLACES.named(text)}
    wanted = {"Wulumuqi": "乌鲁木齐", "Urumqi": "乌鲁木齐", "Lasa": "拉萨", "Lhasa": "拉萨", "Luan": "六安", "Yueqing": "乐清",
              "Changzhi": "长治", "Zhangzi": "长子", "Chongqing": "重庆", "Yuexi": "岳西"}.get(text)  # fmt: skip
    assert (wanted in found) if wanted else not found


def test_every_place_can_be_written_in_pinyin() -> None:
    """The table of sounds leaves no character of a name out."""
    lines = (
        resources.files("bot.forms.core")
        .joinpath("data", "pinyin.tsv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    known = {char for line in lines if line[0] not in "#=!" for char in line.split("\t")[1]}
    assert {char for place in EVERYTHING for char in place.name} <= known


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("杭州宁波", ["浙江省杭州市", "浙江省宁波市"]),
        ("在浙江杭州宁波打工", ["浙江省杭州市", "浙江省宁波市"]),
        ("杭州和宁波", ["浙江省杭州市", "浙江省宁波市"]),
        ("杭州宁波鄞州", ["浙江省杭州市", "浙江省宁波市鄞州区"]),
    ],
)
def test_two_places_are_asked_about(text: str, wanted: list[str]) -> None:
    """Two names of which neither lies in the other: which of them, never the counties of the first."""
    read = typed.read_place(text, PLACES)
    assert isinstance(read, Ambiguous)
    assert [PLACES.full_name(code) for code in read.values] == wanted


@pytest.mark.parametrize("text", ["上海南京路", "上海南京东路", "上海南京路工地"])
def test_a_road_of_another_citys_name_is_no_second_place(text: str) -> None:
    """The place around it is meant."""
    read = typed.read_place(text, PLACES)
    assert isinstance(read, Ambiguous)
    assert {PLACES.full_name(code)[:3] for code in read.values} == {"上海市"}
