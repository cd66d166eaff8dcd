"""Words: looked up by key and language, compiled from Fluent as Fluent means it, safe when one is missing."""

from __future__ import annotations

import logging
import re
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog import BadText, compile_files, plural
from bot.errors import BadSetting, DraftStale, LianxinError
from bot.texts import EN, LANGS, ZH_HANS, ZH_HANT, MissingText, Texts, isolate, known, negotiate

# ---------------------------------------------------------------- looking up


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of words: everything Fluent we use, in three languages."""
    source = """
-branch = 党支部
-branch-of =
    { $kind ->
        [village] 村
       *[town] 镇
    }党支部
plain = 您好
    .hint = 例如 32 或 三十二
lines =
    第一行
    第二行
hello = 您好，{ $name }同志。我是{ -branch }的助手。
signed = { -branch-of(kind: "village") }
percent = { $n }%，{ $name }
literal = { "{" }{ $n }{ "}" }{""}
inside = （{ hello }）{ plain.hint }
number = { NUMBER($n) }元，{ $n }年
choice =
    { $n ->
        [0] 没有
        [1] 一份
       *[other] { $n }份
    }材料
word =
    { $state ->
        [true] 是
        [false] 否
        [late] 逾期{ $n }天
       *[none] 未报
    }
"""
    for lang in LANGS:
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "a.ftl").write_text(source, encoding="utf-8")
    (tmp_path / EN / "b.ftl").write_text(
        "only-here =\n    { $n ->\n        [one] one day\n       *[other] { $n } days\n    }\n"
    )
    (tmp_path / ZH_HANS / "b.ftl").write_text(
        "text-missing = （缺）\nonly-main = 简体{ $n }\n", encoding="utf-8"
    )
    return tmp_path


CASES: list[tuple[str, dict[str, object], str]] = [
    ("plain", {}, "您好"),
    ("plain.hint", {}, "例如 32 或 三十二"),
    ("lines", {}, "第一行\n第二行"),
    ("hello", {"name": "张某某"}, "您好，张某某同志。我是党支部的助手。"),
    ("hello", {"name": "%s{x}<b>&"}, "您好，%s{x}<b>&同志。我是党支部的助手。"),
    ("signed", {}, "村党支部"),
    ("percent", {"n": 5, "name": "100%"}, "5%，100%"),
    ("literal", {"n": 1}, "{1}"),
    ("inside", {"name": "李"}, "（您好，李同志。我是党支部的助手。）例如 32 或 三十二"),
    ("number", {"n": 12345}, "12,345元，12345年"),
    ("number", {"n": Decimal("1234.50")}, "1,234.50元，1234.50年"),
    ("number", {"n": Decimal("1E+3")}, "1,000元，1000年"),
    ("choice", {"n": 0}, "没有材料"),
    ("choice", {"n": 1}, "一份材料"),
    ("choice", {"n": 12}, "12份材料"),
    ("word", {"state": True, "n": 1}, "是"),
    ("word", {"state": False, "n": 1}, "否"),
    ("word", {"state": "late", "n": 3}, "逾期3天"),
    ("word", {"state": "whatever", "n": 3}, "未报"),
]


@pytest.mark.parametrize(("key", "values", "words"), CASES)
def test_words_are_what_fluent_means(key: str, values: dict[str, object], words: str, folder: Path) -> None:
    """Each row: a key, its arguments, the words."""
    assert Texts(folder, strict=True).text(key, ZH_HANS, **values) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(("n", "words"), [(1, "one day"), (0, "0 days"), (2, "2 days"), (1.5, "1.5 days")])
def test_english_has_two_plural_forms(n: float, words: str, folder: Path) -> None:
    """A selector without the number itself goes by the plural form."""
    assert Texts(folder).text("only-here", EN, n=n) == words


@given(st.integers(0, 10**6) | st.decimals(0, 10**6, places=2))
def test_plural_forms_are_those_of_cldr(number: int | Decimal) -> None:
    """Our two lines say what Babel's table of CLDR rules says."""
    for lang in LANGS:
        assert plural(number, lang) == Locale.parse(lang, sep="-").plural_form(number)


def test_real_words_are_what_fluents_own_library_makes_of_them() -> None:
    """Every message of ours, through our compiler and through Mozilla's, in every language: equal."""
    texts = Texts(strict=True).load()
    compared = 0
    for lang in LANGS:
        sources = [path.read_text(encoding="utf-8") for path in (texts.folder / lang).glob("*.ftl")]
        names = set(re.findall(r"\$([A-Za-z][\w-]*)", "\n".join(sources)))
        bundle = FluentBundle([lang], use_isolating=False)
        for source in sources:
            bundle.add_resource(FluentResource(source))
        for key in sorted(texts.keys(lang)):
            for number in (1, 4, 12):
                values = dict.fromkeys(names, number)
                name, _, attribute = key.partition(".")
                message = bundle.get_message(name)
                pattern = message.attributes[attribute] if attribute else message.value
                assert pattern is not None
                theirs, errors = bundle.format_pattern(pattern, values)
                assert not errors, (lang, key, errors)
                compiled = texts._catalogs[lang][key]
                ours = compiled if isinstance(compiled, str) else compiled(values)
                assert ours == theirs, (lang, key)
                compared += 1
    assert compared > 300


def test_a_language_is_read_when_first_asked_for(folder: Path) -> None:
    """Broken English does not stop somebody who needs none; `load` reads all at the start."""
    (folder / EN / "broken.ftl").write_text("= no key\n", encoding="utf-8")
    texts = Texts(folder)
    assert texts.text("plain", ZH_HANS) == "您好"
    with pytest.raises(BadText):
        texts.load()


def test_a_quick_command_reads_only_its_files(folder: Path) -> None:
    """``files`` limits what is parsed."""
    assert Texts(folder, files=["b"]).keys(ZH_HANS) == {"text-missing", "only-main"}


# ---------------------------------------------------------------- what is missing


def test_a_missing_key_raises_in_tests(folder: Path) -> None:
    """So does a missing argument, and both say which."""
    texts = Texts(folder, strict=True)
    with pytest.raises(MissingText, match="nowhere"):
        texts.text("nowhere", ZH_HANS)
    with pytest.raises(MissingText) as caught:
        texts.text("hello", EN)
    assert caught.value.details == {"key": "hello", "lang": EN, "argument": "name"}


def test_a_missing_key_is_survived_in_production(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The main language's words, else a safe sentence; one log line each, however often it is met."""
    texts = Texts(folder)
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            assert texts.text("only-main", EN, n=3) == "简体3"
            assert texts.text("nowhere", ZH_HANT) == "（缺）"
            assert texts.text("hello", ZH_HANS) == "您好，…同志。我是党支部的助手。"
            assert texts.text("word", ZH_HANS) == "未报"
    assert len(caplog.records) == len(set(caplog.messages))
    assert any("nowhere" in line and ZH_HANT in line for line in caplog.messages)


def test_nothing_at_all_is_still_a_word(tmp_path: Path) -> None:
    """Without any file Lianxin still answers something."""
    assert Texts(tmp_path).text("anything", EN) == "…"


def test_a_language_of_nobody_is_a_mistake_of_ours(folder: Path) -> None:
    """A code that was not negotiated must not reach the words."""
    with pytest.raises(ValueError, match="negotiate"):
        Texts(folder).text("plain", "zh-CN")


@pytest.mark.parametrize("value", [None, b"x", ["a"], object()])
def test_an_unworded_value_is_a_mistake_of_ours(value: object, folder: Path) -> None:
    """A list or None shown as Python would show it helps nobody."""
    with pytest.raises(TypeError, match="worded"):
        Texts(folder).text("hello", ZH_HANS, name=value)  # type: ignore[arg-type]


BROKEN = [
    ("= x\n", "a.ftl:1"),
    ("a = 1\na = 2\n", "a.ftl:2"),
    ("ok = 1\n\na = { nowhere }\n", "nowhere"),
    ("a = { b }\nb = { a }\n", "itself"),
    ("a = { -term }\n", "-term"),
    ("a = { DATETIME($d) }\n", "FunctionReference"),
    ("a = { NUMBER($d, minimumFractionDigits: 2) }\n", "FunctionReference"),
    ("a = { $n -> [one] x }\n", "a.ftl:1"),
]


@pytest.mark.parametrize(("source", "said"), BROKEN)
def test_broken_words_stop_the_start(source: str, said: str, tmp_path: Path) -> None:
    """File, line and reason are named."""
    path = tmp_path / "zh-Hans" / "a.ftl"
    path.parent.mkdir()
    path.write_text(source, encoding="utf-8")
    with pytest.raises(BadText) as caught:
        compile_files([path], ZH_HANS)
    assert said in str(caught.value)
    assert "zh-Hans/a.ftl" in str(caught.value)


def test_words_in_another_encoding_stop_the_start(tmp_path: Path) -> None:
    """An editor that saves as GBK is found out."""
    path = tmp_path / "a.ftl"
    path.write_bytes("a = 您好\n".encode("gbk"))
    with pytest.raises(BadText, match="UTF-8"):
        compile_files([path], ZH_HANS)


# ---------------------------------------------------------------- errors in words


def test_an_error_becomes_a_sentence() -> None:
    """By its code, with its details; a reason with words of its own is put in."""
    texts = Texts(strict=True)
    assert texts.problem(DraftStale(draft_id="d", rev=3), ZH_HANS) == texts.text("error-draft_stale", ZH_HANS)
    bad = BadSetting(name="LIANXIN_PORT", value="x", why="not_a_number", example="8080")
    assert texts.problem(bad, ZH_HANS) == "设置 LIANXIN_PORT 不能用（现在是“x”）：要写阿拉伯数字。请写成 8080"


def test_an_error_without_words_is_still_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    """A code that nobody worded shows the safe sentence, never a key."""

    class Odd(LianxinError):
        code = "odd_and_new"

    texts = Texts()
    assert texts.problem(Odd(at=[1]), ZH_HANS) == texts.text("text-missing", ZH_HANS)
    assert "odd_and_new" in caplog.text


# ---------------------------------------------------------------- languages

CODES = [
    ("zh-hans", ZH_HANS),
    ("zh-CN", ZH_HANS),
    ("zh_CN.UTF-8", ZH_HANS),
    ("zh", ZH_HANS),
    ("ZH-SG", ZH_HANS),
    ("zh-Hans-HK", ZH_HANS),
    ("cmn-Hans-CN", ZH_HANS),
    ("zh-TW", ZH_HANT),
    ("zh-HK", ZH_HANT),
    ("zh-MO", ZH_HANT),
    ("zh-hant", ZH_HANT),
    ("zh_Hant_TW", ZH_HANT),
    ("zh-Hant-CN", ZH_HANT),
    ("yue", ZH_HANT),
    ("yue-CN", ZH_HANS),
    ("en", EN),
    ("en-GB", EN),
    ("EN_us", EN),
    ("fr", None),
    ("ug-CN", None),
    ("", None),
    (None, None),
    ("*", None),
    ("zhx", None),
    ("english", None),
]


@pytest.mark.parametrize(("code", "lang"), CODES)
def test_a_code_means_a_language(code: str | None, lang: str | None) -> None:
    """Telegram's, browsers' and operating systems' spellings."""
    assert known(code) == lang
    assert negotiate(code, fallback=ZH_HANT) == (lang or ZH_HANT)


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", ZH_HANS),
        ("fr-FR,fr;q=0.9,en;q=0.5,zh-TW;q=0.7", ZH_HANT),
        ("en;q=0, zh-HK", ZH_HANT),
        ("en;q=0.5,zh;q=0.5", EN),
        ("de, *;q=0.1", ZH_HANS),
        ("en;q=nonsense", EN),
        (";;;,,,", ZH_HANS),
    ],
)
def test_a_browsers_weights_are_followed(header: str, lang: str) -> None:
    """The heaviest of ours, the first of equals, none of those refused."""
    assert negotiate(header) == lang


@given(st.text(max_size=200))
def test_any_header_gives_a_language(header: str) -> None:
    """Whatever is sent, somebody is spoken to."""
    assert negotiate(header) in LANGS


# ---------------------------------------------------------------- foreign text


@pytest.mark.parametrize(
    ("typed", "isolated"),
    [
        ("张某某", "张某某"),
        ("plain", "plain"),
        ("محمد", "\u2068محمد\u2069"),
        ("清溪村 שלום", "\u2068清溪村 שלום\u2069"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("\u2067清溪村", "清溪村"),
        ("\u2069\u2069محمد\u202e", "\u2068محمد\u2069"),
        ("买买提·ئابدۇللا", "\u2068买买提·ئابدۇللا\u2069"),
        ("", ""),
    ],
)
def test_foreign_text_cannot_turn_its_surroundings(typed: str, isolated: str) -> None:
    """Direction controls go; right-to-left names are kept whole and isolated."""
    assert isolate(typed) == isolated
