"""What a command imports: ``lianxin --help`` and ``lianxin export`` must not pay for the chat library."""

from __future__ import annotations

import subprocess
import sys

from bench.figures import show

PROBE = "import sys; {what}; print(int('aiogram' in sys.modules))"


def main(*, long: bool = False) -> None:
    """1 where aiogram was imported, beside what was asked."""
    for name, what in (("help", "import bot.__main__"), ("export", "import bot.__main__, bot.cli.export")):
        found = subprocess.run(
            [sys.executable, "-c", PROBE.format(what=what)], capture_output=True, text=True, check=True
        )
        show(f"imports-aiogram-{name}", int(found.stdout.strip()), "1 = imported", 0)
