"""A command line that is wrong, and the help: in the language of the terminal, to the last heading."""

from __future__ import annotations

import re

import pytest

from bot.texts import EN, ZH_HANS, ZH_HANT
from tests.cli.console import Console

WRONG = [
    (("export",), "少了 TYPE。怎么写请看 lianxin export --help"),
    (("export", "minutes", "-o", "a"), "少了 --period。怎么写请看 lianxin export --help"),
    (("export", "minutes", "--anex"), "没有 --anex 这个选项，是不是想写 --annex。"),
    (("export", "minutes", "--period"), "--period 后面少了内容。"),
    (
        ("import", "roster", "没有.xlsx"),
        "file 写得不对：没有这个文件。怎么写请看 lianxin import roster --help",
    ),
    (("import", "roster", "."), "file 写得不对：那是一个文件夹。"),
    (("demo", "--years", "三"), "--years 写得不对：要写阿拉伯数字。"),
    (("demo", "--years", "90"), "--years 写得不对：太大或太小了。"),
    (("nothing",), "没有“nothing”这个命令。怎么写请看 lianxin --help"),
    (("verify", "now"), "多写了 now。"),
]


@pytest.mark.parametrize(("args", "says"), WRONG)
def test_a_wrong_command_line(console: Console, args: tuple[str, ...], says: str) -> None:
    """One line that says what is wrong and where it stands how to write it; code 2, as before."""
    done = console(*args)
    assert (done.returncode, done.stdout) == (2, "")
    (said,) = done.stderr.splitlines()
    assert said.startswith(says), said


@pytest.mark.parametrize("args", [(), ("import",), ("export",), ("template", "roster"), ("demo",)])
@pytest.mark.parametrize("lang", [ZH_HANS, ZH_HANT])
def test_no_english_in_the_help(console: Console, args: tuple[str, ...], lang: str) -> None:
    """Headings, placeholders and marks are translated; names of commands, options and types stay what they are."""
    done = console(*args, "--help", LIANXIN_LOCALE=lang)
    assert done.returncode == 0
    assert done.stdout.startswith("用法：lianxin")
    left = re.findall(
        r"Usage|Options|Arguments|Commands|Show this|required|default|OPTIONS|ARGS", done.stdout
    )
    assert left == []
    assert "Usage: lianxin" in console(*args, "--help", LIANXIN_LOCALE=EN).stdout


def test_a_group_alone_is_its_help(console: Console) -> None:
    """No command at all: the help, on standard error, code 2."""
    for args in ((), ("import",)):
        done = console(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("用法：")
