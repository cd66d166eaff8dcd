"""Who came and who did not, typed at a roster: nothing is guessed, and what is said back is what was ticked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Answers
from bot.forms.core import rollcall
from bot.forms.core.draft import Facts, Note
from bot.forms.core.model import Form, Roster, x
from bot.texts import LANGS, Texts
from tests.forms.largest import opening, village
from tests.forms.machine_play import live
from tests.forms.play import Talk
from tests.forms.test_machine_rows import Trip

NAMES = ["张甲", "李乙", "王丙", "赵丁", "孙戊", "来福", "全到", "代明", "周辛", "吴壬", "郑癸", "冯除"]
# One group of twelve rows, and the same people as three groups of four.
PLAIN = [[f"h{n}", str(n), name, "", "", "", 3] for n, name in enumerate(NAMES, 1)]
GROUPS = [[f"h{n}", f"{n // 4 + 1}-{n % 4 + 1:03}", name, "", "", "", 3] for n, name in enumerate(NAMES)]

# What is typed at a roster of twelve numbered rows, and the marks it leaves where none were ticked: + here, o absent, p by
# proxy, . not spoken of; or the words of the refusal.
SAID = {
    # the word of absence belongs to the exception
    "除了12没来，其他都到了": "+++++++++++o",
    "除了12没到，其他都到了": "+++++++++++o",
    "除了12缺席，其他都到了": "+++++++++++o",
    "除了12没来，其余都来了": "+++++++++++o",
    "除12没来外，其他都到了": "+++++++++++o",
    "除了2、5没来以外都到了": "+o++o+++++++",
    "除了没来的2、5，其他都到了": "+o++o+++++++",
    "除了12没来": "+++++++++++o",
    "除了２、５沒來，其他都到了": "+o++o+++++++",
    "除了2、5都没来，其他都到了": "+o++o+++++++",
    "都到了，除了12没来": "+++++++++++o",
    "都来了，除了12": "+++++++++++o",
    "全部除了12": "+++++++++++o",
    "除了12": "+++++++++++o",
    "除了12都到了": "+++++++++++o",
    "除2、5以外都到了": "+o++o+++++++",
    "1-6除了2没来": "+o++++......",
    "1-6都到了，除了2": "+o++++......",
    "除了2没来，1-6都到了": "+o++++......",
    "除了12请假，其他都到了": "+++++++++++o",
    "everyone except 12": "+++++++++++o",
    "除2、5两户没来外，其他都到了": "+o++o+++++++",
    "2、5这两户没来，其他都到了": "+o++o+++++++",
    "2、5等2户没来": ".o..o.......",
    "2、5三户没来": "problem-roster_unclear",
    "2、5户没来": ".o..o.......",
    "2号、5号没来": ".o..o.......",
    "除了2和5，其他都到齐了": "+o++o+++++++",
    "除了2、5没签到，其他都签到了": "+o++o+++++++",
    "12除外，其他都到了": "+++++++++++o",
    "全部到齐，12除外": "+++++++++++o",
    "2、5以外都到了": "+o++o+++++++",
    "2，5以外都到了": "problem-roster_unclear",
    "只有12没来": "+++++++++++o",
    "都来了，就3没来": "++o+++++++++",
    "缺2": ".o..........",
    "缺2、5": ".o..o.......",
    "缺2、5，其他都到了": "+o++o+++++++",
    "缺2户": "problem-roster_counted",
    "不到的有2、3": ".oo.........",
    "就12没来，其他都来了": "+++++++++++o",
    "只有2、5到了": "o+oo+ooooooo",
    "只有12没来，5到了": "problem-roster_unclear",
    "12不在家": "...........o",
    # the others did not come
    "除了12，其他都没来": "ooooooooooo+",
    "除了12以外，其他人都没来": "ooooooooooo+",
    "除了12来了，其他都没来": "ooooooooooo+",
    "除了12，都没来": "ooooooooooo+",
    "都没来，除了12": "ooooooooooo+",
    # whose absence it is cannot be told
    "除了2、5都没来": "problem-roster_unclear",
    "除了12外没来": "problem-roster_unclear",
    "除了12来了": "problem-roster_unclear",
    "除了12没来，其他没来": "problem-roster_unclear",
    "12没来，15": "problem-roster_unclear",
    "12没来，其他": "problem-roster_unclear",
    "2, 5 absent, the others came": "+o++o+++++++",
    "没来的是1，2到了": "problem-roster_unclear",
    "其他都到了": "problem-roster_unclear",
    "一户没来": "problem-roster_unclear",
    "没来": "problem-roster_unclear",
    "1到了，1没来": "problem-roster_unclear",
    "没到齐": "reading-no_such_row",
    # two things said
    "2、5没来，其他都来了": "+o++o+++++++",
    "2、5没来，都到了": "+o++o+++++++",
    "都到了，2、5没来": "+o++o+++++++",
    "1-6来了，其他没来": "++++++oooooo",
    "1-6到了，8没来": "++++++.o....",
    "1-6到了，2没来": "+o++++......",
    "1-6没来，2到了": "o+oooo......",
    "没来的是2、5": ".o..o.......",
    "没来的有2、5，其他都到了": "+o++o+++++++",
    "缺席：2、5": ".o..o.......",
    "缺席2、5": ".o..o.......",
    "到会的有1-3，没来的是5": "+++.o.......",
    "2、5没来": ".o..o.......",
    "2 absent": ".o..........",
    # everybody, nobody
    "没人缺席": "+" * 12,
    "没有人缺席": "+" * 12,
    "没有没来的": "+" * 12,
    "没人没来": "+" * 12,
    "沒有缺席": "+" * 12,
    "缺席：无": "+" * 12,
    "一个不缺": "+" * 12,
    "都到齐了": "+" * 12,
    "到齐了": "+" * 12,
    "大家都到了": "+" * 12,
    "全到了": "+" * 12,
    "全部到会": "+" * 12,
    "都没来": "o" * 12,
    "一个都没来": "o" * 12,
    "没人来": "o" * 12,
    "全部缺席": "o" * 12,
    "没有": "." * 12,
    # rows
    "1-3、5到了": "+++.+.......",
    "到会的有：1、3": "+.+.........",
    "实到1-3": "+++.........",
    "张甲没来": "o...........",
    "来福": ".....+......",
    "全到": "......+.....",
    "代明": ".......+....",
    "冯除": "...........+",
    # numbers of people or of households are no rows
    "1-5 2人": "problem-roster_counted",
    "1-5，2人": "problem-roster_counted",
    "12人": "problem-roster_counted",
    "12人没来": "problem-roster_counted",
    "3户没来": "problem-roster_counted",
    "除了3户都到了": "problem-roster_counted",
    "实到11户": "problem-roster_counted",
    "到会11人": "problem-roster_counted",
    "第3户没来": "..o.........",
}
GROUPED = {
    "一组全到": "++++........",
    "一组全部到了": "++++........",
    "一组都来了": "++++........",
    "1组全到": "++++........",
    "三组没来，其他都到了": "++++++++oooo",
    "除了三组没来，其他都到了": "++++++++oooo",
    "一组除了1-002都到了": "+o++........",
    "一组全到，二组没来": "++++oooo....",
    "一组的都到齐了": "++++........",
    "二组没来，其他组都到了": "++++oooo++++",
}
PROXIES = {
    "1、2委托": "pp..........",
    "代理 1-2": "pp..........",
    "2代": ".p..........",
    "1-6到了，其中2委托": "+p++++......",
    "除了2委托，其他都到了": "+p++++++++++",
    "2没来，3委托，其他都到了": "+op+++++++++",
    "代明": ".......+....",
}
HEADS = {
    "1-3 2人": "222.........",
    "1-3各2人": "222.........",
    "1-3来了2人": "222.........",
    "1-3": "111.........",
    "2没来，其他都来了": "1o1111111111",
    "12：3": "...........3",
    "12人": "problem-roster_counted",
    "1-12人": "problem-roster_counted",
    "1没来2人": "problem-roster_unclear",
    "12人没来": "problem-roster_counted",
}
CASES = [
    *((PLAIN, "i", text, wanted) for text, wanted in SAID.items()),
    *((GROUPS, "i", text, wanted) for text, wanted in GROUPED.items()),
    *((PLAIN, "ip", text, wanted) for text, wanted in PROXIES.items()),
    *((PLAIN, "heads", text, wanted) for text, wanted in HEADS.items()),
]


def written(text: str, rows: Sequence[Sequence[object]], states: str) -> str:
    """What a line does to a roster, as the tables above write it."""
    heard = rollcall.typed(text, rows, states)
    if isinstance(heard, Note):
        return heard.key
    marks = ["."] * len(rows)
    for chosen, mark in heard:
        for row in chosen:
            assert marks[row] == ".", "no row gets two marks"
            marks[row] = {"i": "+", "-": "o"}.get(mark, mark)
    return "".join(marks)


@pytest.mark.parametrize(("rows", "states", "text", "wanted"), CASES, ids=[case[2] for case in CASES])
def test_what_a_line_says(rows: list[list[object]], states: str, text: str, wanted: str) -> None:
    """A line marks the rows it speaks of, each as it says, or is refused."""
    assert written(text, rows, states) == wanted


def session_open(households: int) -> Talk:
    """Minutes of an invented village at their sign-in."""
    talk = opening(Talk("minutes", supplies=village(households), now="2026-11-22T19:30"))
    while talk.asked != "session.attend":
        talk.say(
            {"session.held_at": "2026-11-20 19:00", "session.ended": "21:00"}.get(talk.asked, "文化礼堂")
        )
    return talk


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("households", [1, 2, 12, 60, 312])
@pytest.mark.parametrize("typed", ["除了2、5都没来", "来了三十户", "9-99"])
def test_a_refused_line_is_told_why_with_an_example(lang: str, households: int, typed: str) -> None:
    """The words quote the line and show how to write it, in numbers of this very roster, and so written it is understood."""
    texts, talk = Texts(strict=True), session_open(households)
    talk.say(typed)
    problem = talk.screen.problem
    assert problem is not None
    said = texts.text(problem.key, lang, **problem.args)
    assert typed in said
    shown = talk.screen.show["examples"]
    assert shown["other"] in said
    ticked = f"{shown['first']}到{shown['until']}、{shown['other']}"
    assert talk.say(ticked).refused == ""
    assert talk.say(f"除了 {shown['first']}、{shown['other']}").refused == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("除了12号都来了", "“12号”对上了 1-012 户代表12、2-012 户代表62"),
        ("12", "1-012 户代表12、2-012 户代表62、3-012"),
        ("12没来", "例如 1-012。"),
        ("户代表", "…，看不出是哪一个"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_what_fits_several_rows_says_which(typed: str, said: str, lang: str) -> None:
    """A number without its group fits one row of each: at most five are named, the first as the example; so written it is taken."""
    talk = session_open(312).say(typed)
    problem = talk.screen.problem
    assert problem is not None
    assert problem.key == "problem-several_rows"
    words = Answers(Texts(strict=True)).note(problem, lang)
    assert lang != "zh-Hans" or said in words
    assert 3 < len(problem.args["fits"]) <= 5
    assert problem.args["fit"] in words
    assert talk.say(problem.args["fit"]).refused == ""


HERE = ["{x}到了", "{x}", "到会的有{x}", "实到{x}", "{x}都来了"]
GONE = ["{x}没来", "没来的是{x}", "缺席：{x}", "{x}没到", "{x}请假了", "未到的有{x}"]
ALL_BUT = [
    "除了{x}没来，其他都到了", "除了{x}", "除{x}以外都到了", "{x}没来，其他都来了", "没来的是{x}，其他都到了", "除了{x}都到了",
    "除了{x}缺席，其余都到了", "都到了，除了{x}没来", "都来了，{x}没来", "除没到的{x}外，其他都到了",
]  # fmt: skip
NONE_BUT = ["除了{x}，其他都没来", "{x}到了，其他都没来", "除了{x}来了，其余都没到", "都没来，除了{x}"]


@given(
    st.sets(st.integers(0, 11), min_size=1, max_size=11),
    st.sampled_from(
        [(form, kind) for kind, forms in enumerate((HERE, GONE, ALL_BUT, NONE_BUT)) for form in forms]
    ),
    st.sampled_from(["、", "，", " ", ",", "和"]),
    st.booleans(),
)
@settings(max_examples=400, deadline=None)
def test_the_rows_of_a_line_and_no_others(
    rows: set[int], form: tuple[str, int], join: str, by_name: bool
) -> None:
    """Any rows, by number or by name, in any of these sentences: exactly they are here or absent, and exactly the others."""
    words, kind = form
    odd = ("来福", "全到", "代明", "冯除")  # names that hold a word of presence stand alone, or as numbers
    said = [NAMES[n] if by_name and NAMES[n] not in odd else str(n + 1) for n in sorted(rows)]
    text = words.format(x=join.join(said))
    named, others = [("+", "."), ("o", "."), ("o", "+"), ("+", "o")][kind]
    assert written(text, PLAIN, "i") == "".join(named if n in rows else others for n in range(12))


PIECES = [
    "除了", "除", "都", "全", "全部", "没来", "没到", "缺席", "到了", "来了", "其他", "一组", "三组", "1-001", "2-3", "12", "1", "3-1到3-3",
    "，", "、", "的", "是", "外", "以外", "没有", "没人", "人", "户", "2人", "委托", "张甲", "来福", "全到", "代明", "不", "请假", "其中",
]  # fmt: skip


@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join), min_size=1, max_size=3),
    st.sampled_from(["i", "ip"]),
)
@settings(max_examples=400, deadline=None)
def test_what_is_said_back_is_what_was_ticked(lines: list[str], states: str) -> None:
    """Whatever is typed: the numbers said back are those of the rows that were marked, or nothing was touched."""
    trip = Trip(Form(items=(Roster("came", x("fact('people')"), states=states),), live=("people",)))
    trip.facts = Facts(live(people={"rows": GROUPS}))
    for line in lines:
        before = trip.turn.draft.answers.get("came", "-" * 12)
        trip.do("text", line)
        after = trip.turn.draft.answers.get("came", "-" * 12)
        if trip.turn.screen.problem is not None:
            assert after == before
            continue
        said = [(note.key, dict(note.args)) for note in trip.turn.screen.notes]
        ticked = sum(args["count"] for key, args in said if key == "roster-ticked")
        gone = sum(args["count"] for key, args in said if key == "roster-unticked")
        heard = rollcall.typed(line, GROUPS, states)
        assert not isinstance(heard, Note)
        touched = {row: mark for chosen, mark in heard for row in chosen}
        assert all(after[row] == touched.get(row, before[row]) for row in range(12))
        assert ticked == sum(mark != "-" for mark in touched.values())
        assert gone == sum(mark == "-" for mark in touched.values())
