"""``lianxin …`` typed in this process: everything but a new interpreter, which spares seconds a command."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from bot.__main__ import main


@dataclass
class Said:
    """What a command printed, and how it ended."""

    returncode: int
    stdout: str
    stderr: str


class Console:
    """A terminal with *folder* as data directory; Chinese unless told otherwise."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *args: str, **env: str) -> Said:
        """Type a command line, with *env* added to the environment."""
        self._capsys.readouterr()
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith("LIANXIN_")]:
                patch.delenv(name)
            for name, value in {"LIANXIN_DATA_DIR": str(self.folder), **env}.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["lianxin", *args])
            code = self._run()
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    @staticmethod
    def _run() -> int:
        root = logging.getLogger()
        level, quiet = root.level, logging.getLogger("alembic").level
        try:
            main()
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 1 if end.code else 0
        finally:  # the log of the command goes with it
            for handler in [one for one in root.handlers if getattr(one, "_lianxin", False)]:
                root.removeHandler(handler)
            root.setLevel(level)
            logging.getLogger("alembic").setLevel(quiet)
            logging.captureWarnings(False)
            structlog.reset_defaults()
        return 0


@pytest.fixture
def console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    """A terminal whose data directory does not exist yet."""
    return Console(tmp_path / "data", capsys)
