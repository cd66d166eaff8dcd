"""Who is away from home: the columns 外出日期 and 返回日期 of the roster, imported, and the day a first report is due."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.papers.roster_book import write_errors
from bot.people import MOBILE, Post
from bot.usecases.roster_sheets import SHAPE, Cell, Piece
from storage import DatabaseStore, open_store, upgrade
from tests.usecases.rosters import COUNTY, TEXTS, Cells, Line, faults, importer, load

VILLAGE = "QX0301"
SINCE = "2012-07-01"
COUNTY_STANDS = {**COUNTY, "people": [*COUNTY["people"], {"code": "M1", "name": "钱某某"}]}


@pytest.fixture
async def county(tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """清溪村 with one more member."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    async with open_store(url, files_dir=tmp_path / "files") as opened:
        assert faults(await load(opened, COUNTY_STANDS)) == []
        yield opened


def row(away_from: object = None, away_to: object = None, title: str = "党员", **more: object) -> Line:
    """The member's row in 任职."""
    line = {"person": "M1", "org": VILLAGE, "role": "党员", "title": title, "since": SINCE}
    return {**line, "away_from": away_from, "away_to": away_to, **more}


async def post(store: DatabaseStore) -> Post:
    """The member's post."""
    found = await store.unit().people.person("r-M1")
    assert found is not None
    return found.posts[0]


async def away(store: DatabaseStore, *days: str) -> list[bool]:
    """Whether the member was away from the village on each day."""
    found = await store.unit().people.person("r-M1")
    assert found is not None
    return [found.is_mobile(VILLAGE, day) for day in days]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (row(), [False, False, False]),
        (row("2026-03-01"), [False, True, True]),
        (row(date(2026, 3, 1)), [False, True, True]),
        (row("2026年3月1日", "2026-06-01"), [False, True, False]),
        (row("是"), [True, True, True]),
        (row("是", "2026-06-01"), [True, True, False]),
        (row("否"), [False, False, False]),
        (row("无", "无"), [False, False, False]),
        (row(title=MOBILE), [True, True, True]),
        (row("2026-03-01", title=MOBILE), [False, True, True]),
        (row(None, "2026-06-01", title=MOBILE), [True, True, False]),
        (row("2026-03-01", until="2026-04-30"), [False, True, False]),
        (row("2030-01-01"), [False, False, False]),
    ],
)
async def test_who_is_away(county: DatabaseStore, line: Line, expected: list[bool]) -> None:
    """By the day, by 是, or by the title of old sheets; the day of coming back is at home; a second import changes nothing."""
    written = {name: value.isoformat() if isinstance(value, date) else value for name, value in line.items()}
    assert faults(await load(county, {"posts": [written]})) == []
    assert await away(county, "2026-02-28", "2026-03-01", "2026-06-01") == expected
    again = await load(county, {"posts": [written]})
    assert (again.changes, faults(again)) == (0, [])


async def test_leaving_coming_back_leaving_again(county: DatabaseStore) -> None:
    """What is left empty stays; a new day of leaving opens a new absence, an earlier one mends the known."""
    for line, left, back in (
        (row("2026-03-01"), "2026-03-01", ""),
        (row(), "2026-03-01", ""),
        (row(None, "2026-06-01"), "2026-03-01", "2026-06-01"),
        (row("2026-02-15"), "2026-02-15", "2026-06-01"),
        (row("2026-09-01"), "2026-09-01", ""),
        (row("是"), "2026-09-01", ""),
        (row("否", "2026-10-01"), "2026-09-01", "2026-10-01"),
        (row("否"), "2026-09-01", "2026-10-01"),
    ):
        assert faults(await load(county, {"posts": [line]})) == []
        found = await post(county)
        assert (found.away_from, found.away_to) == (left, back), line


@pytest.mark.parametrize(
    ("known", "line", "column", "key"),
    [
        (None, row("2026-03-01", role="信息员"), "away_from", "away_role"),
        (None, row(None, "2026-03-01", role="信息员"), "away_to", "away_role"),
        (None, row(None, "2026-03-01"), "away_from", "away_unknown"),
        (None, row("2026-03-01", "2026-02-28"), "away_to", "away_before"),
        (None, row("是", "2012-06-30"), "away_to", "away_before"),
        (None, row("去年春天"), "away_from", None),
        (None, row("46082"), "away_from", "day_number"),
        (row("2026-03-01"), row("否"), "away_to", "away_back"),
        (row("2026-03-01", "2026-06-01"), row("是"), "away_from", "away_again"),
    ],
)
async def test_what_cannot_be(
    county: DatabaseStore, tmp_path: Path, known: Line | None, line: Line, column: str, key: str | None
) -> None:
    """Refused with its reason, in words that exist; what was known stays, and the row comes back as it was written."""
    if known is not None:
        await load(county, {"posts": [known]})
    before = [one.posts async for one in county.unit().people.everybody()]
    report = await load(county, {"posts": [line]})
    ((sheet, number, at, found),) = faults(report)
    assert (sheet, number, at) == ("posts", 2, column)
    assert key in (None, found)
    assert [one.posts async for one in county.unit().people.everybody()] == before
    bad = report.sheets["posts"].bad
    assert bad[0].cells[-2:] == (line.get("away_from") or "", line.get("away_to") or "")
    write_errors(tmp_path / "errors.xlsx", importer(county).words, {"posts": bad})
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert TEXTS.text(bad[0].faults[0].key, lang, **bad[0].faults[0].values)


async def test_a_sheet_from_before_the_columns(county: DatabaseStore) -> None:
    """An old template still filled in, grey example and all: its rows are read, its example is passed over."""
    words = importer(county).words
    shape = SHAPE["posts"]
    old = [column for column in shape.columns if not column.name.startswith("away")]
    mark = f"{words.text('roster-example')} {words.example(shape, old[0])}"
    example: list[Cell] = [mark, *(words.example(shape, column) for column in old[1:])]
    line = row(title=MOBILE)
    filled: list[Cell] = [line.get(column.name) for column in old]

    class Old(Cells):
        async def pieces(self) -> AsyncIterator[Piece]:
            yield Piece(words.sheet("posts"), [])
            heading: list[Cell] = [words.heading(shape, column) for column in old]
            yield Piece(words.sheet("posts"), [(1, heading), (2, example), (3, filled)])

    report = await importer(county).load(Old({}), by="system:test")
    assert (faults(report), report.changes, report.sheets["posts"].examples) == ([], 1, 1)
    assert await away(county, "2012-06-30", "2012-07-01") == [False, True]


async def test_the_day_of_leaving(county: DatabaseStore) -> None:
    """Known only where somebody wrote it: not by the title, not by 是, not of who is back."""
    for line, left in (
        (row(title=MOBILE), ""),
        (row("是"), ""),
        (row("2026-03-01"), "2026-03-01"),
        (row(None, "2026-06-01"), ""),
    ):
        await load(county, {"posts": [line]})
        found = await county.unit().people.person("r-M1")
        assert found is not None
        assert found.left_on(VILLAGE, "2026-11-22") == left
        assert found.left_on("QX0302", "2026-11-22") == ""
