"""
Words: ``locales/<lang>/*.ftl`` in Fluent's notation, asked for by key and language.

bot/catalog.py compiles them; a text without arguments is a plain string, so that asking for it costs two
dictionary look-ups. No bidi isolation marks are put round arguments: who shows what *other people* typed
passes it through `isolate` first.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Final

from bot.catalog import Compiled, NoArgument, Value, Values, compile_files
from bot.errors import LianxinError

log = logging.getLogger(__name__)

ZH_HANS: Final = "zh-Hans"
ZH_HANT: Final = "zh-Hant"
EN: Final = "en"
LANGS: Final = (ZH_HANS, ZH_HANT, EN)


class MissingText(LianxinError):
    """A key, or an argument of its words, is missing. Details: key, lang, argument (or "")."""

    code = "missing_text"


class Texts:
    """
    All words of Lianxin in all its languages; a language is read when it is first asked for.

    *strict* (tests): a missing key or argument raises MissingText. Otherwise the reader gets the main
    language's words or a safe sentence, and the log one line.
    *files* limits what is read to these files ("errors" for errors.ftl), for a command that starts quickly.
    """

    def __init__(
        self, folder: Path | None = None, *, strict: bool = False, files: Iterable[str] | None = None
    ) -> None:
        self.folder = folder or locales_folder()
        self._strict = strict
        self._files = None if files is None else frozenset(files)
        self._catalogs = _Catalogs(self)
        self._reported: set[tuple[str, str, str]] = set()

    def text(self, key: str, lang: str, /, **values: Value) -> str:
        """The words of *key* (``message`` or ``message.attribute``) in *lang*, one of LANGS."""
        try:
            found = self._catalogs[lang][key]
            return found if found.__class__ is str else found(values)  # type: ignore[operator]
        except KeyError as missing:
            return self._missing(key, lang, values, missing)

    def has(self, key: str, lang: str) -> bool:
        """Whether *key* has words in *lang* itself."""
        return key in self._catalogs[lang]

    def keys(self, lang: str) -> frozenset[str]:
        """Every key of *lang*, attributes as ``message.attribute``."""
        return frozenset(self._catalogs[lang])

    def load(self, *langs: str) -> Texts:
        """Read *langs* (all when none is named) now, not in the middle of somebody's first question."""
        for lang in langs or LANGS:
            _ = self._catalogs[lang]
        return self

    def problem(self, error: LianxinError, lang: str) -> str:
        """
        One sentence for *error*: the words of ``error-<code>`` with its details.

        A detail ``why`` that names a key ``error-<code>--<why>`` is replaced by those words.
        """
        key = f"error-{error.code}"
        values: dict[str, Value] = {
            name: value if isinstance(value, str | int | float | Decimal) else str(value)
            for name, value in error.details.items()
        }
        why = f"{key}--{values.get('why', '')}"
        if self.has(why, lang):
            values["why"] = self.text(why, lang, **values)
        return self.text(key, lang, **values)

    def _missing(self, key: str, lang: str, values: Values, missing: KeyError) -> str:
        argument = missing.argument if isinstance(missing, NoArgument) else ""
        if lang not in LANGS:
            raise ValueError(f"{lang!r} is no language of ours; negotiate() first") from None
        if self._strict:
            raise MissingText(key=key, lang=lang, argument=argument) from None
        if (key, lang, argument) not in self._reported:
            self._reported.add((key, lang, argument))
            log.error("missing text: key=%s lang=%s argument=%s", key, lang, argument or "-")
        if argument:
            return self.text(key, lang, **{**values, argument: "…"})
        if lang != ZH_HANS:
            return self.text(key, ZH_HANS, **values)
        return self.text("text-missing", lang) if key != "text-missing" else "…"


class _Catalogs(dict[str, dict[str, Compiled]]):
    """Language -> key -> words, each language read on first use."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, lang: str) -> dict[str, Compiled]:
        if lang not in LANGS:
            raise KeyError(lang)
        wanted = self._texts._files
        paths = [
            path
            for path in sorted((self._texts.folder / lang).glob("*.ftl"))
            if wanted is None or path.stem in wanted
        ]
        self[lang] = catalog = compile_files(paths, lang)
        return catalog


def locales_folder() -> Path:
    """Where the words are: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "locales"
    return inside if inside.is_dir() else package.parent / "locales"


# ---------------------------------------------------------------- languages


def known(code: str | None) -> str | None:
    """The language that *code* (``zh-hans``, ``zh_TW``, ``en-GB``, …) means, or None: none of ours."""
    parts = re.split(r"[-_.@]", (code or "").strip().lower())
    if parts[0] == "en":
        return EN
    if parts[0] not in ("zh", "cmn", "yue"):
        return None
    if "hans" in parts:
        return ZH_HANS
    if "hant" in parts or {"tw", "hk", "mo"} & set(parts):
        return ZH_HANT
    return ZH_HANT if parts[0] == "yue" and "cn" not in parts else ZH_HANS


def negotiate(codes: str | None, fallback: str = ZH_HANS) -> str:
    """
    The language for somebody whose Telegram ``language_code`` or browser ``Accept-Language`` is *codes*.

    A header's weights are followed; nothing of ours in it: *fallback*.
    """
    weighted: list[tuple[float, int, str]] = []
    for place, entry in enumerate((codes or "").split(",")):
        code, _, rest = entry.partition(";")
        weight = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", rest)
        lang = known(code)
        if lang is not None and (quality := float(weight[1]) if weight else 1.0) > 0:
            weighted.append((-quality, place, lang))
    return min(weighted)[2] if weighted else fallback


# ---------------------------------------------------------------- foreign text

_FSI, _PDI = "\u2068", "\u2069"
_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def isolate(foreign: str) -> str:
    """
    *foreign* text, typed by somebody else, so that it cannot turn the words round it about.

    Its own direction controls go; where it holds letters written from right to left, FSI … PDI go round it.
    Nearly all text has neither and comes back as it is.
    """
    if foreign.isascii():
        return foreign
    cleaned = _BIDI_CONTROLS.sub("", foreign)
    return f"{_FSI}{cleaned}{_PDI}" if _RIGHT_TO_LEFT.search(cleaned) else cleaned
