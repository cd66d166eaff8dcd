"""What every command needs to end in words: the language, known before the settings are read, and the exit code."""

from __future__ import annotations

import os
from pathlib import Path

from bot.errors import LianxinError, Unready
from bot.texts import ZH_HANS, known

NAME = "LIANXIN_LOCALE"


def spoken(env_file: str = ".env") -> str:
    """The language of LIANXIN_LOCALE in the environment, then *env_file*; the main one when it is wrong."""
    code = os.environ.get(NAME)
    if code is None and Path(env_file).is_file():
        from dotenv import dotenv_values

        try:
            code = dotenv_values(env_file).get(NAME)
        except (OSError, UnicodeDecodeError):  # Settings.load says so in words
            code = None
    return known(code) or ZH_HANS


def exit_code(error: LianxinError) -> int:
    """2 where something has to be set right before any command can work, as for a wrong command line; else 1."""
    return 2 if isinstance(error, Unready) else 1
