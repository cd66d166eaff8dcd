"""The language a chat speaks, chosen by its name."""

from __future__ import annotations

import pytest

from bot.texts import EN, ZH_HANS, ZH_HANT, Texts
from tests.handlers.conftest import Village


@pytest.mark.parametrize(
    ("said", "lang"),
    [("English", EN), ("英文", EN), ("英語", EN), ("繁体", ZH_HANT), ("繁體字", ZH_HANT), ("简体中文", ZH_HANS), ("簡體", ZH_HANS)],
)  # fmt: skip
async def test_a_language_is_chosen_by_its_name(village: Village, said: str, lang: str) -> None:
    """Typed under the three languages or where nothing is asked: the chat speaks it from then on."""
    await village.member.say("/language")
    shown = await village.member.say(said)
    assert Texts(strict=True).text("language-set", lang) in shown.text


async def test_other_words_choose_none(village: Village) -> None:
    """What only mentions a language changes nothing."""
    shown = await village.member.say("不要英文")
    assert Texts(strict=True).text("language-set", EN) not in shown.text
