"""
Builds pinyin.tsv, how the names of places.tsv sound, with pypinyin 0.55.0 (MIT, LICENSE.pinyin.txt).

    pip install --target somewhere pypinyin==0.55.0
    PYTHONPATH=somewhere python bot/forms/core/data/build_pinyin.py

pypinyin reads names as words, and a few of them as no local does; those are put right below. Never run at import.

pinyin.tsv: a syllable and the characters usually read so; ``=``, a name and its reading where that differs, one line for
each reading; ``!``, an English name and the code it stands for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
CHARACTERS = dict(
    乐="le", 什="shi", 佛="fo", 六="liu", 勒="le", 卡="ka", 埔="pu", 堡="bu", 尾="wei", 朝="chao", 柏="bai", 蚌="beng",
    都="du", 长="chang", 阿="a", 曾="zeng",
)  # fmt: skip
"""Characters that names of places read one way, but for the names below."""
NAMES = dict(
    乐清="yue qing", 乐亭="lao ting", 乐陵="lao ling", 六安="lu an", 六合="lu he", 大埔="da bu", 东阿="dong e", 长子="zhang zi",
    单县="shan xian", 荥经="ying jing", 涡阳="guo yang", 浚县="xun xian", 大城="dai cheng", 洪洞="hong tong", 繁峙="fan shi",
    珲春="hun chun", 宕昌="tan chang", 称多="chen duo", 伽师="jia shi", 筠连="jun lian", 漯河="luo he", 覃塘="qin tang",
    尉犁="yu li", 番禺="pan yu", 牟定="mou ding", 重庆="chong qing", 厦门="xia men", 西藏="xi zang",
)  # fmt: skip
"""Names as they are read where they lie; a full name begins as its short one does."""
ALSO = {
    "大城": "da cheng",
    "六合": "liu he",
    "筠连": "yun lian",
    "大埔": "da pu",
    "红寺堡": "hong si bao",
    "乐陵": "le ling",
}
"""Readings that are heard as often."""
ENGLISH = {
    "hongkong": "810000", "macao": "820000", "macau": "820000", "innermongolia": "150000", "tibet": "540000",
    "shaanxi": "610000", "harbin": "230100", "qiqihar": "230200", "hohhot": "150100", "ordos": "150600",
    "hulunbuir": "150700", "urumqi": "650100", "karamay": "650200", "turpan": "650400", "kashgar": "653100",
    "hotan": "653200", "aksu": "652900", "altay": "654300", "lhasa": "540100", "shigatse": "540200", "xigaze": "540200",
    "chamdo": "540300", "qamdo": "540300", "nyingchi": "540400", "nagqu": "540600", "ngari": "542500",
}  # fmt: skip
"""English names that are no pinyin."""


def names() -> list[str]:
    """Every name and short name of places.tsv."""
    found: set[str] = set()
    for line in (HERE / "places.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] == "!area":
            found.add(cells[1])
        elif not line.startswith(("#", "!")):
            found.update(cells[1:3])
    return sorted(found)


def reading(name: str) -> list[str]:
    """The syllables of a name."""
    lazy_pinyin = import_module("pypinyin").lazy_pinyin
    said = [CHARACTERS.get(char, one) for char, one in zip(name, lazy_pinyin(name), strict=True)]
    for start, own in NAMES.items():
        if name.startswith(start):
            said[: len(start)] = own.split()
    return said


def build() -> list[str]:
    """The lines of pinyin.tsv."""
    readings = {name: reading(name) for name in names()}
    heard: dict[str, Counter[str]] = defaultdict(Counter)
    for name, said in readings.items():
        for char, one in zip(name, said, strict=True):
            heard[char][one] += 1
    usual = {char: CHARACTERS.get(char) or counts.most_common(1)[0][0] for char, counts in heard.items()}
    syllables: dict[str, list[str]] = defaultdict(list)
    for char, one in sorted(usual.items()):
        syllables[one].append(char)
    lines = ["# places.tsv read by pypinyin 0.55.0 (MIT) and the tables of build_pinyin.py"]
    lines += [f"{one}\t{''.join(chars)}" for one, chars in sorted(syllables.items())]
    for name, said in readings.items():
        if said != [usual[char] for char in name]:
            lines.append(f"=\t{name}\t{' '.join(said)}")
        for start, own in ALSO.items():
            if name.startswith(start):
                lines.append(f"=\t{name}\t{' '.join([*own.split(), *said[len(start) :]])}")
                if said == [usual[char] for char in name]:
                    lines.append(f"=\t{name}\t{' '.join(said)}")
    return lines + [f"!\t{name}\t{code}" for name, code in sorted(ENGLISH.items())]


if __name__ == "__main__":
    rows = build()
    (HERE / "pinyin.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(rows) - 1} lines")
