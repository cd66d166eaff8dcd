"""The readers of what people type, held to a table of phrases: phrases.tsv beside this file."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.forms.core import reading, rollcall
from bot.forms.core.outcomes import CODES, QUESTIONS
from bot.forms.core.reading import Ambiguous, Outcome, Read, Refused
from bot.texts import LANGS, Texts

NOW = datetime(2026, 11, 18, 10, 0)  # noqa: DTZ001 - local wall time, as the readers take it
SETS = {
    "checkin": [("first", "首次报到"), ("regular", "定期联系"), ("change", "变更"), ("home", "返乡")],
    "transfer": [
        ("none", "未转"), ("due", "应转未转"), ("moving", "转出办理中"), ("done", "已转"), ("taken", "已接收"),
    ],
    "vote": [("yes", "同意"), ("no", "不同意"), ("abstain", "弃权")],
    "refuse_first": [("no", "坚决不同意"), ("abstain", "弃权")],
    "months": [("m3", "3个月"), ("m6", "6个月"), ("m12", "12个月")],
    "scores": [(5, "5"), (4, "4"), (3, "3"), (2, "2"), (1, "1")],
    "people": [("w1", "王某某（一组）"), ("w2", "王某某（二组）"), ("l1", "李某某")],
    "work": [("labour", "务工"), ("business", "经商"), ("study", "学习"), ("other", "其他")],
    "life": [
        ("class", "党课"), ("day", "主题党日"), ("review", "民主评议"), ("vote", "选举"), ("online", "线上学习"),
    ],
}  # fmt: skip
ROSTERS = {
    "plain": [
        ("1", "张某某"), ("2", "李某某"), ("3", "王某某"), ("4", "王某某"), ("5", "赵某某"), ("6", "孙某某"),
    ],
    "groups": [("1-001", "张甲"), ("1-002", "张乙"), ("1-003", "李甲"), ("3-001", "李乙"), ("3-002", "王甲")],
    "bare": [("", "张某某"), ("", "李某某"), ("", "王某某")],
}  # fmt: skip


class Phrase(NamedTuple):
    """One line of phrases.tsv; ``line`` is its number there."""

    line: int
    reader: str
    circumstances: str
    text: str
    expected: str


def _phrases() -> list[Phrase]:
    found = []
    lines = (Path(__file__).parent / "phrases.tsv").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            reader, circumstances, text, expected = line.split("\t")
            if text.startswith('"'):
                parts = text.rpartition('" * ')
                text = (
                    ast.literal_eval(parts[0] + '"') * int(parts[2]) if parts[1] else ast.literal_eval(text)
                )
            found.append(Phrase(number, reader, circumstances, text, expected))
    return found


PHRASES = _phrases()


def _call(phrase: Phrase) -> Outcome:
    """Read the phrase as its line says."""
    now, prefer, named = NOW, "near", dict[str, Any]()
    for word in phrase.circumstances.split():
        name, _, value = word.partition("=")
        if word[0].isdigit():
            now = datetime.fromisoformat(word)
        elif word in ("past", "future"):
            prefer = word
        else:
            named[name] = int(value) if value.isdigit() else value or True
    reader: Callable[..., Outcome] = getattr(reading, f"read_{phrase.reader}")
    match phrase.reader:
        case "date" | "month" | "quarter" | "year":
            return reader(phrase.text, now.date(), prefer, **named)
        case "datetime":
            return reader(phrase.text, now, prefer)
        case "time":
            return reader(phrase.text, now)
        case "choice" | "choices":
            return reader(phrase.text, SETS[named["set"]])
        case "ticks":
            return reader(phrase.text, ROSTERS[named["roster"]])
    return reader(phrase.text, **named)


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _written(outcome: Outcome) -> str:
    """An outcome as phrases.tsv writes it."""
    if isinstance(outcome, Read):
        return f"= {_show(outcome.value)}"
    if isinstance(outcome, Ambiguous):
        return f"? {outcome.why}: {' | '.join(map(_show, outcome.values))}"
    return f"! {outcome.code}"


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.line}-{phrase.reader}")
def test_phrase(phrase: Phrase) -> None:
    """What a person typed means what the table says, or is asked about or refused as it says."""
    assert _written(_call(phrase)) == phrase.expected, (phrase.reader, phrase.circumstances, phrase.text[:60])


def test_the_table_covers_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """At least 450 phrases; every reader, every refusal and every question among them. The count is printed."""
    kinds = Counter((phrase.reader, phrase.expected[0]) for phrase in PHRASES)
    readers = sorted({phrase.reader for phrase in PHRASES})
    with capsys.disabled():
        print(f"\n{len(PHRASES)} phrases (read + asked + refused): ", end="")
        print(
            ", ".join(f"{name} {kinds[name, '=']}+{kinds[name, '?']}+{kinds[name, '!']}" for name in readers)
        )
    assert len(PHRASES) >= 450
    assert set(readers) == {
        name.removeprefix("read_") for name in reading.__all__ if name.startswith("read_")
    }
    assert all(kinds[reader, "="] and kinds[reader, "!"] for reader in readers)
    assert len({(phrase.reader, phrase.circumstances, phrase.text) for phrase in PHRASES}) == len(PHRASES)
    outcomes = [_call(phrase) for phrase in PHRASES]
    assert {outcome.code for outcome in outcomes if isinstance(outcome, Refused)} == set(CODES)
    assert {outcome.why for outcome in outcomes if isinstance(outcome, Ambiguous)} == set(QUESTIONS)


ROWS = [[f"h{n}", f"1-{n:03d}", "户"] for n in range(1, 61)]


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_is_said_back_has_words(lang: str) -> None:
    """The words of each refusal and question of the table take exactly what the reader hands over."""
    texts = Texts(strict=True)
    said = set()
    for phrase in PHRASES:
        outcome = _call(phrase)
        if isinstance(outcome, Refused):
            assert {"text", "kind", *CODES[outcome.code]} == set(outcome.details), phrase
            said.add(
                texts.text(f"reading-{outcome.code}", lang, **rollcall.examples(ROWS), **outcome.details)
            )
        elif isinstance(outcome, Ambiguous):
            key = f"reading-ambiguous-{outcome.why}"
            said.add(texts.text(key, lang, text=phrase.text))
            own = [n for n in (1, 2, 3) if texts.has(f"{key}-{n}", lang)]
            assert own == list(range(1, QUESTIONS[outcome.why] + 1)), key
            if own:
                assert len(outcome.values) == len(own), phrase
                assert all("7:30" in texts.text(f"{key}-{n}", lang, value="7:30") for n in own)
    assert len(said) > 300


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_is_told_how_to_write(lang: str) -> None:
    """No kind of answer falls through to the example of another."""
    texts = Texts(strict=True)
    kinds = {outcome.details["kind"] for p in PHRASES if isinstance(outcome := _call(p), Refused)}
    please = {texts.text("reading-please", lang, kind=kind, **rollcall.examples(ROWS)) for kind in kinds}
    assert len(please) == len(kinds) == 14


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh-Hans", "农历闰六月初三"), ("zh-Hant", "農曆閏六月初三"), ("en", "lunar leap month 6, day 3")],
)
def test_a_lunar_day_has_words(lang: str, words: str) -> None:
    """What a button may say of a lunar reading."""
    assert Texts(strict=True).text("reading-lunar", lang, month=6, leap="yes", day=3) == words


def test_a_refusal_quotes_little() -> None:
    """A refusal carries the beginning of what was typed, not all of it."""
    outcome = reading.read_integer("清溪村" * 1000)
    assert isinstance(outcome, Refused)
    assert outcome.details["text"] == ("清溪村" * 7)[:19] + "…"
