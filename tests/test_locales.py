"""Words: complete in all three languages, with the same arguments, in the tone of voice.md."""

from __future__ import annotations

import ast as python
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.texts import EN, LANGS, ZH_HANS, ZH_HANT, Texts

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
FILES = sorted({path.name for lang in LANGS for path in (LOCALES / lang).glob("*.ftl")})

#: Key -> arguments that a language may leave out, and why.
MAY_LEAVE_OUT = {
    "wording-money": {"unit", "amount"},  # English counts in no 万
}
#: Attribute -> arguments that every use of it gives, whether a language bends by them or not.
COUNTED = {"unit": {"count"}}
PLURALS = {"zero", "one", "two", "few", "many", "other"}


@cache
def entries(lang: str, file: str) -> dict[str, ast.Pattern]:
    """Key -> pattern of one file, attributes as ``key.attribute``, terms as ``-term``."""
    found: dict[str, ast.Pattern] = {}
    path = LOCALES / lang / file
    if not path.exists():
        return found
    for entry in FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Message | ast.Term):
            name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            if entry.value is not None:
                found[name] = entry.value
            for attribute in entry.attributes:
                found[f"{name}.{attribute.id.name}"] = attribute.value
    return found


@cache
def catalog(lang: str) -> dict[str, ast.Pattern]:
    """Every key of a language."""
    return {key: pattern for file in FILES for key, pattern in entries(lang, file).items()}


def walk(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """*node* and all below it."""
    yield node
    for child in vars(node).values():
        for inner in child if isinstance(child, list) else [child]:
            if isinstance(inner, ast.BaseNode):
                yield from walk(inner)


def arguments(lang: str, key: str) -> set[str]:
    """Names of the arguments of *key*, those of messages it quotes included."""
    names: set[str] = set()
    for node in walk(catalog(lang)[key]):
        if isinstance(node, ast.VariableReference):
            names.add(node.id.name)
        elif isinstance(node, ast.MessageReference):
            attribute = f".{node.attribute.name}" if node.attribute else ""
            names |= arguments(lang, node.id.name + attribute)
    return names


def named_variants(pattern: ast.Pattern) -> dict[str, set[str]]:
    """Selector's argument -> names of its variants, plural forms and numbers aside."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in walk(pattern):
        if isinstance(node, ast.SelectExpression) and isinstance(node.selector, ast.VariableReference):
            for variant in node.variants:
                if isinstance(variant.key, ast.Identifier) and variant.key.name not in PLURALS:
                    found[node.selector.id.name].add(variant.key.name)
    return {name: variants for name, variants in found.items() if variants}


def plain_text(pattern: ast.Pattern) -> str:
    """All words of *pattern*, every variant, without its arguments."""
    return "\n".join(
        node.value for node in walk(pattern) if isinstance(node, ast.TextElement | ast.StringLiteral)
    )


# ---------------------------------------------------------------- completeness


@pytest.mark.parametrize("lang", LANGS)
def test_every_file_can_be_read(lang: str) -> None:
    """No broken line, no key twice, no reference to nothing, no function we do not have."""
    assert len(Texts(strict=True).load(lang).keys(lang)) > 50


@pytest.mark.parametrize("file", FILES)
def test_every_key_is_in_every_language(file: str) -> None:
    """Keys and attributes of a file are the same in all three; the difference is listed."""
    keys = {lang: {key for key in entries(lang, file) if not key.startswith("-")} for lang in LANGS}
    everywhere = set.union(*keys.values())
    missing = {lang: sorted(everywhere - keys[lang]) for lang in LANGS if everywhere - keys[lang]}
    assert missing == {}, f"{file}: missing words"


@pytest.mark.parametrize("file", FILES)
def test_every_argument_is_in_every_language(file: str) -> None:
    """A translation that drops the number, or asks for one that nobody gives, is found."""
    wrong = []
    for key in entries(ZH_HANS, file):
        wanted = arguments(ZH_HANS, key)
        for lang in (ZH_HANT, EN):
            if key in catalog(lang) and not key.startswith("-"):
                given = arguments(lang, key)
                if given - wanted - COUNTED.get(
                    key.rpartition(".")[2], set()
                ) or wanted - given - MAY_LEAVE_OUT.get(key, set()):
                    wrong.append(f"{lang} {key}: {sorted(given)} instead of {sorted(wanted)}")
    assert wrong == []


@pytest.mark.parametrize("file", FILES)
def test_every_variant_is_in_every_language(file: str) -> None:
    """``[late] 逾期`` must not fall through to another word in a translation."""
    wrong = []
    for key, pattern in entries(ZH_HANS, file).items():
        wanted = named_variants(pattern)
        for lang in (ZH_HANT, EN):
            if key in catalog(lang) and key not in MAY_LEAVE_OUT:
                given = named_variants(catalog(lang)[key])
                if given != wanted:
                    wrong.append(f"{lang} {key}: {given} instead of {wanted}")
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_words_are_empty(lang: str) -> None:
    """Every key says something."""
    empty = [
        key
        for key, pattern in catalog(lang).items()
        if not plain_text(pattern).strip()
        and not any(isinstance(node, ast.Placeable) for node in walk(pattern))
    ]
    assert empty == []


# ---------------------------------------------------------------- script and tone


def ideographs(text: str) -> set[str]:
    """The Chinese characters in *text*."""
    return set(re.findall(r"[\u3400-\u9fff]", text))


def outside(characters: set[str], charset: str) -> set[str]:
    """Those of *characters* that a national character set does not have."""
    return {c for c in characters if not c.encode(charset, "ignore")}


@pytest.mark.parametrize(
    ("lang", "charset"),
    [
        (ZH_HANS, "gb2312"),  # has no traditional forms
        (ZH_HANT, "big5"),  # has no simplified forms
    ],
)
def test_each_script_keeps_to_itself(lang: str, charset: str) -> None:
    """审 in a traditional text, or 審 in a simplified one, was forgotten; languages' names are exempt."""
    wrong = {
        key: "".join(sorted(strange))
        for key, pattern in catalog(lang).items()
        if not key.startswith("language-")
        and (strange := outside(ideographs(plain_text(pattern)), charset) - RARE_BUT_RIGHT[lang])
    }
    assert wrong == {}


#: Characters that the old character sets lack although the language writes them.
RARE_BUT_RIGHT: dict[str, set[str]] = {ZH_HANS: set("镕堃喆"), ZH_HANT: set("裏")}


@pytest.mark.parametrize("lang", [ZH_HANS, ZH_HANT])
def test_people_are_addressed_politely(lang: str) -> None:
    """您 to everyone, never 你 (voice.md)."""
    assert [key for key, pattern in catalog(lang).items() if re.search("你", plain_text(pattern))] == []


@pytest.mark.parametrize("lang", LANGS)
def test_nobody_is_shouted_at(lang: str) -> None:
    """No exclamation marks, and at most one of them would be too many (voice.md)."""
    assert [key for key, pattern in catalog(lang).items() if re.search("[!！]", plain_text(pattern))] == []


@pytest.mark.parametrize("lang", [ZH_HANS, ZH_HANT])
def test_chinese_has_chinese_punctuation(lang: str) -> None:
    """A half-width comma or question mark right after a Chinese character is a slip of the keyboard."""
    slips = [
        f"{key}: {found.group()}"
        for key, pattern in catalog(lang).items()
        for found in re.finditer(r"[\u4e00-\u9fff][,;?](?=\s|$|[\u4e00-\u9fff])", plain_text(pattern))
    ]
    assert slips == []


def test_english_has_no_full_width_punctuation() -> None:
    """，。：； in an English text were left over from the original."""
    assert [
        key for key, pattern in catalog(EN).items() if re.search("[，。：；？（）]", plain_text(pattern))
    ] == []


# ---------------------------------------------------------------- errors


def error_classes() -> dict[str, str]:
    """Code -> class of every LianxinError in the code, read without importing anything."""
    classes: dict[str, tuple[list[str], str]] = {}
    for folder in ("bot", "storage", "web"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, python.ClassDef):
                    bases = [python.unparse(base).rpartition(".")[2] for base in node.bases]
                    classes[node.name] = bases, _code_of(node)
    ours = {"LianxinError"}
    while grown := {name for name, (bases, _) in classes.items() if ours & set(bases)} - ours:
        ours |= grown
    return {classes[name][1]: name for name in ours if classes[name][1]}


def _code_of(node: python.ClassDef) -> str:
    for line in node.body:
        target = line.targets[0] if isinstance(line, python.Assign) else getattr(line, "target", None)
        value = getattr(line, "value", None)
        if isinstance(target, python.Name) and target.id == "code" and isinstance(value, python.Constant):
            return str(value.value)
    return ""


@pytest.mark.parametrize("code", sorted(error_classes()))
def test_every_error_has_words(code: str) -> None:
    """Whatever is raised on purpose can be said to a person, in every language."""
    assert [lang for lang in LANGS if f"error-{code}" not in catalog(lang)] == []


def test_every_reason_a_setting_is_refused_for_has_words() -> None:
    """And no words are left of a reason that no longer exists."""
    source = (ROOT / "bot" / "setting_rules.py").read_text(encoding="utf-8")
    source += (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    used = set(re.findall(r"""refuse\(\s*"(\w+)\"""", source)) | set(re.findall(r"""why="(\w+)\"""", source))
    used |= set(re.findall(r"""_bad_file\(env_file, "(\w+)\"""", source)) | {"not_a_choice", "invalid"}
    worded = {key.partition("--")[2] for key in catalog(ZH_HANS) if key.startswith("error-bad_setting--")}
    assert used == worded
