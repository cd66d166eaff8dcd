"""Records that acts open: kept until their type exists, begun once for whoever fills them, with what is known."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.forms.core.model import Access, Field, Form, RecordType, Workflow
from bot.forms.registry import Registry, found
from bot.settings import Settings
from bot.texts import LANGS, Texts, locales_folder
from storage.migrations import upgrade
from storage.store import DatabaseStore, open_store
from tests.handlers.chat import House
from tests.handlers.conftest import people
from tests.handlers.test_check_in import FIRST, FORM, walk

HOTLINE = RecordType(
    id="hotline", version=1, letter="B", subject="org",
    form=Form(items=(Field("difficulty", "text", max=300), Field("reply", "text", max=300))),
    workflow=Workflow("filed", ends=("filed",)), access=Access(fills=("branch_secretary", "information_officer")),
)  # fmt: skip
ASKED = (*FIRST[:-3], "想问社保怎么转", ">要", "跳过", ">提交")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """清溪村."""
    url = f"sqlite+aiosqlite:///{tmp_path}/lianxin.db"
    await upgrade(url)
    async with open_store(url, files_dir=tmp_path / "files") as opened:
        await people(opened, households=3)
        yield opened


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """All words of Lianxin and those of the hotline."""
    folder = tmp_path_factory.mktemp("words") / "locales"
    shutil.copytree(locales_folder(), folder)
    said = (
        "hotline = 求助热线\nhotline-difficulty = 什么困难？\n    .short = 困难\n"
        "hotline-reply = 怎么答复的？\n    .short = 答复\n"
    )
    for lang in LANGS:
        (folder / lang / "hotline.ftl").write_text(said, encoding="utf-8")
    return Texts(folder, strict=True)


def houses(tmp_path: Path, store: DatabaseStore, words: Texts) -> tuple[House, House]:
    """The program before the hotline exists, and the one after."""
    settings = Settings(
        data_dir=tmp_path, database_url=f"sqlite+aiosqlite:///{tmp_path}/lianxin.db", _env_file=None
    )
    before = House(settings, store, texts=words)
    return before, House(settings, store, texts=words, types=Registry([HOTLINE, *found()]))


async def told(house: House, person: str) -> list[tuple[str, str]]:
    """(words, data of the first button) of what the outbox has for somebody."""
    said: list[tuple[str, str]] = []
    while waiting := await house.store.claim_messages(50, 60.0):  # in order per person: one of each at a time
        for one in waiting:
            await house.store.message_sent(one.message.key)
            if one.message.person == person:
                said.append((one.message.words, one.message.buttons[0][0][2]))
    return said


async def test_what_waited_is_opened_when_its_type_is_there(
    tmp_path: Path, store: DatabaseStore, words: Texts
) -> None:
    """
    Kept while nobody could fill it; with the new program begun once for the secretary, who finds the member's words in
    place and has only the rest to say.
    """
    before, after = houses(tmp_path, store, words)
    await walk(await before.chat("member", 1), FORM, ">同意", *ASKED)
    assert len(await store.unit().pending_effects("hotline")) == 1
    opening = after.services.desk.effects.opening
    assert (await opening.carry_out_kept(store), await opening.carry_out_kept(store)) == (1, 0)
    assert await store.unit().pending_effects("hotline") == []
    secretary = await after.chat("secretary", 2)
    ((_, go),) = [one for one in await told(after, "secretary") if one[0] == "told-opened"]
    await secretary.say("/menu")
    shown = await secretary.press(go, secretary.touched)
    assert "想问社保怎么转" in shown.text
    await secretary.say("想问社保怎么转")
    await walk(secretary, "已电话答复", ">提交")
    assert "已提交，回执" in secretary.last.text


async def test_a_type_that_is_there_is_opened_at_once(
    tmp_path: Path, store: DatabaseStore, words: Texts
) -> None:
    """In the same transaction as what asked for it; nothing is left waiting."""
    _, after = houses(tmp_path, store, words)
    await walk(await after.chat("member", 1), FORM, ">同意", *ASKED)
    assert await store.unit().pending_effects("hotline") == []
    assert [head.form for head in await store.unit().drafts.open_of("secretary")] == ["hotline"]
