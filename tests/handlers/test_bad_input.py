"""
Bad input at every question of every form: a clear sentence, the live question again, nothing lost, a quiet log.

tests/handlers/hostile.py lists the inputs; test_bad_acts.py does the same to the forms of review and to lists.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.forms.core.draft import About
from tests.handlers.attack import Attack, person_of, standing, summed
from tests.handlers.conftest import PEOPLE
from tests.handlers.hostile import (
    CJK,
    PDF,
    TEXTS,
    Walker,
    Watched,
    WatchedHouse,
    asks,
    plain,
    sends,
    watched,
)

FORMS = {
    "check_in": "member",
    "monthly_report": "officer",
    "minutes": "convener",
    "commitment": "secretary",
}
WALKS = 8
PERIODS = {"check_in": "2026-11", "monthly_report": "2026-11"}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WatchedHouse]:
    """清溪村 in a house whose clock stands still on an evening of November 2026."""
    async with standing(tmp_path) as made:
        yield made


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log, which must stay without errors."""
    caplog.set_level(logging.WARNING)
    return caplog


async def walker(house: WatchedHouse, form: str, seed: int, who: str = "") -> Walker:
    """A walk through *form* by somebody who fills it."""
    by = await person_of(house, who or FORMS[form])
    subject = by.id if form == "check_in" else ""
    about = About(form, by.id, "QX0301", period=PERIODS.get(form, ""), subject=subject)
    return await Walker(house, by, about, seed).open()


@pytest.mark.parametrize("form", FORMS)
async def test_every_question_stands_everything(
    house: WatchedHouse, quiet: pytest.LogCaptureFixture, form: str
) -> None:
    """Whatever is sent at any question, it is answered in words, asked again, and nothing that was said is lost."""
    chat = await watched(house, FORMS[form], 2000)
    await chat.say("/start")
    foreign = await buttons_of_others(house, form)
    met: set[tuple[str, str]] = set()
    wrong: list[str] = []
    sent = 0
    for seed in range(WALKS):
        walk = await walker(house, form, seed)
        attack = Attack(house, chat, walk, quiet)
        async for stand in walk.stands(met):
            await attack.at(stand, foreign)
        await walk.drop()
        wrong += attack.wrong
        sent += attack.sent
    print(form, len(met), "stands", sent, "inputs", sorted(met))
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(summed(wrong))
    assert len(met) >= LEAST[form], sorted(met)


LEAST = {"check_in": 15, "monthly_report": 20, "minutes": 30, "commitment": 16}
"""Different screens that the walks must reach."""


async def buttons_of_others(house: WatchedHouse, form: str) -> list[str]:
    """Live buttons of another form and of another person's draft."""
    found = []
    for other, who in FORMS.items():
        if who != FORMS[form]:
            walk = await walker(house, other, 3)
            found.append(f"f:{walk.turn.draft.id}:{walk.plan.address(walk.turn.screen.at)}:a0")
            found.append(f"d:drop:{walk.turn.draft.id}")
    return found[:4]


# -- around the forms


async def answered(chat: Watched, log: pytest.LogCaptureFixture, update: dict[str, Any]) -> str:
    """What is said to *update*, once everything about it has been checked."""
    await chat.send(update)
    assert not chat.faults
    assert not [record.getMessage() for record in log.records]
    return plain("\n".join(chat.said))


async def test_somebody_unknown(house: WatchedHouse, quiet: pytest.LogCaptureFixture) -> None:
    """Any command and any words of somebody without an invitation: how to get in, and nothing about anybody."""
    names = [name for name, *_ in PEOPLE.values()]
    for user, (lang, words) in enumerate(
        {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}.items(), 7000
    ):
        chat = Watched(house, user, lang)
        way_in = plain(house.services.texts.text("start-stranger", words))
        for text in (*TEXTS.values(), "月度汇报", "取消"):
            assert way_in in await answered(chat, quiet, chat.message(text=text))
        for command in commands(house):
            said = await answered(chat, quiet, chat.message(text=command))
            assert said
            assert not [name for name in names if name in said]
        for name, update in sends(chat).items():
            said = await answered(chat, quiet, update)
            assert (way_in in said) == (not name.startswith("edited")), name
        for data in (
            "h:home",
            "r:wait:0",
            "r:mine:0",
            "x:types",
            "n:minutes",
            "d:go:x",
            "a:accept:x",
            "h:consent:yes",
        ):
            assert way_in in await answered(chat, quiet, chat.tap_of(data)), data
    assert not list(await house.store.unit().drafts.open_of("member"))


def commands(house: WatchedHouse) -> list[str]:
    """Every command there is, with and without an argument."""
    names = ["start", "help", "cancel", "language", "privacy", "settings", "todo", "mine", "export", "menu"]
    names += [kind.id.replace(".", "_") for kind in house.services.registry]
    return [f"/{name}{rest}" for name in names for rest in ("", "@lianxin_bot <b>&x")]


@pytest.mark.parametrize("who", ["member", "supervisor", "committee", "clerk", "stranger"])
async def test_outside_a_form(house: WatchedHouse, quiet: pytest.LogCaptureFixture, who: str) -> None:
    """Before consent, and by a role that fills no form, everything is answered in words; consent is never assumed."""
    chat = await watched(house, who, 2100)
    for text in (*TEXTS.values(), *commands(house), "月度汇报", "检查", "取消", "帮助"):
        assert CJK.search(await answered(chat, quiet, chat.message(text=text))), text
        await leave(chat)
    for name, update in sends(chat).items():
        assert CJK.search(await answered(chat, quiet, update)), name
    for kind in house.services.registry:
        for data in (f"n:{kind.id}", f"n:{kind.id}:QX0301:2026-11:member", f"n:{kind.id}:SF:x:y", "n:nosuch"):
            assert CJK.search(await answered(chat, quiet, chat.tap_of(data))), data
            await leave(chat)
    for data in ("r:view:x", "r:wait:x", "r:mine:-1", "r:mine:99999999999", "r:wait:²", "a:accept:x", "a:nosuch:x", "x:types",
                 "x:check_in:x:y", "x:nosuch", "h:nosuch", "h:language:xx", "d:go:x", "d:nosuch:x", "f:x:y:z"):  # fmt: skip
        assert CJK.search(await answered(chat, quiet, chat.tap_of(data))), data
    person = await person_of(house, who)
    assert not person.consent
    assert [finding async for finding in house.store.verify()] == []


async def leave(chat: Watched) -> None:
    """Put aside whatever form a command has opened."""
    unit = chat.house.store.unit()
    unit.people.set_live_draft("web", str(chat.user), "")
    await chat.house.store.commit(unit)


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
async def test_in_ones_own_language(house: WatchedHouse, quiet: pytest.LogCaptureFixture, lang: str) -> None:
    """Each refusal and the question after it speak the person's language, whatever the app says."""
    unit = house.store.unit()
    unit.people.set_lang("officer", lang)
    await house.store.commit(unit)
    walk = await walker(house, "monthly_report", 1)
    chat = await watched(house, "officer", 2200)
    texts = house.services.texts
    while walk.turn.screen.field_kind != "integer":
        assert await walk.step()
    await chat.press(f"d:go:{walk.turn.draft.id}", 1)
    question = asks(house, walk.turn.screen, lang)
    bad = sends(chat)
    said = {
        "problem-wrong_kind": await answered(chat, quiet, bad["sticker"]),
        "problem-edited": await answered(chat, quiet, bad["edited"]),
        "problem-file_later": await answered(chat, quiet, bad["PDF named .jpg"]),
        "problem-no_command": await answered(chat, quiet, chat.message(text="/nosuch")),
        "button-unknown": await answered(chat, quiet, bad["nonsense area"]),
        "error-draft_not_found": await answered(chat, quiet, chat.tap_of("d:go:nosuchdraft")),
    }
    for key, words in said.items():
        papers = house.services.answers.short("monthly_report-evidence", lang)
        assert plain(texts.text(key, lang, question=papers)) in words
        assert question in words
    too_large = texts.text("error-file_too_large", lang, limit_mb=house.services.files.limits.bytes // 2**20)
    assert plain(too_large) in await answered(chat, quiet, bad["25 MB"])
    for text in ("三十多", str(2**63), "<b>&_*["):
        words = await answered(chat, quiet, chat.message(text=text))
        assert question in words
        assert text in words or text == str(2**63), words


async def test_pdf_named_jpg(house: WatchedHouse, quiet: pytest.LogCaptureFixture) -> None:
    """The content decides what a file is: a PDF named .jpg is kept as a PDF, a page of HTML is refused."""
    chat = await watched(house, "convener", 2300)
    walk = await walker(house, "minutes", 0)
    for seed in range(1, WALKS):
        while walk.turn.screen.field_kind != "file" and await walk.step():
            pass
        if walk.turn.screen.field_kind == "file":
            break
        await walk.drop()
        walk = await walker(house, "minutes", seed)
    assert walk.turn.screen.field_kind == "file", "no walk came to a question for a file"
    before = await walk.stored()
    await chat.press(f"d:go:{before.id}", 1)
    house.files.content = b"<html><script>alert(1)</script></html>"
    said = await answered(chat, quiet, chat.file("签到表.jpg", "image/jpeg", 38))
    assert asks(house, walk.turn.screen, "zh-Hans") in said
    assert (await walk.stored()).dumps() == before.dumps()
    house.files.content = PDF
    await answered(chat, quiet, chat.file("签到表.jpg", "image/jpeg", len(PDF)))
    kept = str((await walk.stored()).to_json())
    assert "application/pdf" in kept
    assert "签到表.pdf" in kept
    assert "签到表.jpg" not in kept


async def test_button_of_ones_other_form(house: WatchedHouse, quiet: pytest.LogCaptureFixture) -> None:
    """A button of another form that is open goes on with that form; the first one waits as it was."""
    chat = await watched(house, "officer", 2400)
    report, promise = (
        await walker(house, "monthly_report", 1),
        await walker(house, "commitment", 1, "officer"),
    )
    kept = await report.stored()
    await chat.press(f"d:go:{promise.turn.draft.id}", 1)
    other = next(data for _, data in chat.last.buttons if data.startswith(f"f:{promise.turn.draft.id}"))
    first = await answered(chat, quiet, chat.tap_of(f"d:go:{kept.id}"))
    await answered(chat, quiet, chat.tap_of(other))
    assert (await report.stored()).dumps() == kept.dumps()
    draft, screen = await promise.shown()
    assert asks(house, screen, "zh-Hans") in plain(chat.said[-1])
    assert await house.store.unit().people.live_draft("web", "2400") == draft.id
    assert await answered(chat, quiet, chat.tap_of(f"d:go:{kept.id}")) == first


async def test_groups_hear_nothing(house: WatchedHouse, quiet: pytest.LogCaptureFixture) -> None:
    """In a group, a channel or inline the bot says nothing about anybody, whatever is sent there and by whom."""
    chat = await watched(house, "clerk", 2500)
    walk = await walker(house, "minutes", 1)
    for kind, number in (("group", -100), ("supergroup", -1001234567890), ("channel", -1009876543210)):
        group = {"id": number, "type": kind, "title": "清溪村大家庭"}
        updates = [chat.message(text=text) for text in (*commands(house), "待办", "好")]
        updates += sends(chat).values()
        updates += [
            chat.tap_of(data) for data in ("r:wait:0", "h:home", f"d:go:{walk.turn.draft.id}", "x:types")
        ]
        updates += [chat.message(new_chat_members=[{"id": 9, "is_bot": True, "first_name": "x"}])]
        for update in updates:
            holder = next(iter(update.values()))
            (holder.get("message") or holder)["chat"] = group
            await chat.send(update)
            assert not chat.said, (update, chat.said)
        post = {**chat.message(text="/todo")["message"], "chat": group}
        post.pop("from")
        for name in ("channel_post", "edited_channel_post", "message"):
            assert await chat.send({name: post}) == []
    query = {"id": "1", "from": chat._user(), "query": "月度汇报", "offset": ""}
    assert await chat.send({"inline_query": query}) == []
    assert not chat.faults
    assert not [record.getMessage() for record in quiet.records]


async def test_blocked_and_back(house: WatchedHouse, quiet: pytest.LogCaptureFixture) -> None:
    """Who blocks the bot is not written to; who comes back is, and finds the open form where it was."""
    chat = await watched(house, "officer", 2600)
    walk = await walker(house, "monthly_report", 1)
    await chat.press(f"d:go:{walk.turn.draft.id}", 1)
    bot = {"id": 42, "is_bot": True, "first_name": "x"}

    async def become(status: str, kind: str = "private") -> None:
        more = {"until_date": 0} if status == "kicked" else {}
        change = {
            "chat": {"id": 2600, "type": kind, "first_name": "x"}, "from": chat._user(), "date": int(house.now()),
            "old_chat_member": {"status": "member", "user": bot},
            "new_chat_member": {"status": status, "user": bot, **more},
        }  # fmt: skip
        assert await chat.send({"my_chat_member": change}) == []

    async def reached() -> bool:
        return ("web", "2600") in await house.store.unit().people.chats_of("officer")

    assert await reached()
    await become("kicked")
    assert not await reached()
    await become("member", "group")
    assert not await reached()
    await become("member")
    assert await reached()
    said = await answered(chat, quiet, sends(chat)["sticker"])
    assert asks(house, walk.turn.screen, "zh-Hans") in said
    assert walk.turn.draft.dumps() == (await walk.stored()).dumps()
