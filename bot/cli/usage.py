"""
typer's own texts in the language of the terminal: the frame of ``--help``, and what is wrong with a command line.

typer has no translations, so the finished help is gone over, and its refusals are worded anew; one that is not known
here comes as typer says it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

import typer
from typer.exceptions import TyperException

Say = Callable[..., str]

#: What stands in a finished help -> the key of the words instead of it.
_FRAME: Final = (
    (re.compile(r"^Usage: "), "cli-help-usage"),
    (re.compile(r"\[OPTIONS\]"), "cli-help-some-options"),
    (re.compile(r"COMMAND \[ARGS\]\.\.\."), "cli-help-some-command"),
    (re.compile(r"^Options:$", re.MULTILINE), "cli-help-options"),
    (re.compile(r"^Arguments:$", re.MULTILINE), "cli-help-arguments"),
    (re.compile(r"^Commands:$", re.MULTILINE), "cli-help-commands"),
    (re.compile(r"Show\s+this\s+message\s+and\s+exit\."), "cli-help-help"),
    (re.compile(r"\[required\]"), "cli-help-required"),
    (re.compile(r"\[default:\s+"), "cli-help-default"),
)
#: How a refusal of a value ends -> which words of ``cli-usage-bad`` say it.
_WHY: Final = (
    (re.compile(r"does not exist\.$"), "missing"),
    (re.compile(r"is a directory\.$"), "folder"),
    (re.compile(r"is not (readable|writable)\.$"), "rights"),
    (re.compile(r"[Ii]nteger"), "number"),
    (re.compile(r"greater than|less than|range"), "range"),
)


def run(app: typer.Typer, say: Say) -> int:
    """Carry out the command line with the words of *say*; what is wrong with it is one line on standard error and 2."""
    command = typer.main.get_command(app)
    for one in _all(command):
        one.get_help = partial(_worded, one.get_help, say)
    try:
        code = command.main(prog_name="lianxin", standalone_mode=False)
    except TyperException as error:
        print(_refusal(error, say), file=sys.stderr)
        return error.exit_code
    except typer.Abort:
        return 1
    return code if isinstance(code, int) else 0


def _all(command: Any) -> Iterator[Any]:
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from _all(inner)


def _worded(plain: Callable[[Any], str], say: Say, context: Any) -> str:
    """The help with its frame in words of ours."""
    text = plain(context)
    for pattern, key in _FRAME:
        text = pattern.sub(say(key).replace("\\", ""), text)  # no backslash is ever one of ours
    return text


def _refusal(error: TyperException, say: Say) -> str:
    """What is wrong with a command line, and where it says how to write it."""
    kind = type(error).__name__  # typer keeps the classes of its refusals to itself
    if kind == "NoArgsIsHelpError":
        return error.format_message()
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "lianxin"
    return f"{_what(kind, error, say)}{say('cli-usage-hint', command=command)}"


def _what(kind: str, error: TyperException, say: Say) -> str:
    if kind == "MissingParameter":
        return say("cli-usage-missing", what=_name(error))
    if kind == "NoSuchOption":
        near = " / ".join(sorted(getattr(error, "possibilities", None) or ())) or "none"
        return say("cli-usage-option", what=getattr(error, "option_name", ""), near=near)
    if kind == "BadParameter":
        why = next((why for pattern, why in _WHY if pattern.search(error.message)), "other")
        return say("cli-usage-bad", what=_name(error), why=why, said=error.message.rstrip("."))
    if found := re.fullmatch(r"No such command '(.*)'\.", error.message):
        return say("cli-usage-command", what=found[1])
    if found := re.fullmatch(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", error.message):
        return say("cli-usage-extra", what=found[1])
    if found := re.fullmatch(r"Option '(.*)' requires an argument\.", error.message):
        return say("cli-usage-empty", what=found[1])
    return say("cli-usage-other", said=error.message.rstrip("."))


def _name(error: TyperException) -> str:
    """The option or argument as people write it."""
    parameter: Any = getattr(error, "param", None)
    if parameter is None:
        return ""
    if parameter.param_type_name == "option":
        return "/".join(parameter.opts)
    return str(parameter.metavar or parameter.name)
