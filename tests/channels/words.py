"""Words for the tests of this folder, so that they do not hang on anybody else's."""

from __future__ import annotations

from pathlib import Path

from bot.texts import LANGS, Texts

WORDS = {
    "zh-Hans": "trouble = 没办成。（编号 { $id }）\ncommon-retry = 再试一次\nerror-draft_stale = 另一台手机\n"
    "error-not_allowed = 不由您办理 { $what }\n",
    "zh-Hant": "trouble = 沒辦成。（編號 { $id }）\ncommon-retry = 再試一次\n",
    "en": "trouble = Could not be done. (No. { $id })\ncommon-retry = Try again\n",
}


def small_texts(folder: Path) -> Texts:
    """Three languages of a handful of words."""
    for lang in LANGS:
        (folder / lang).mkdir(parents=True, exist_ok=True)
        (folder / lang / "words.ftl").write_text(WORDS[lang])
    return Texts(folder)
