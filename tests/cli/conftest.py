"""What the tests of the command line share."""

from __future__ import annotations

from tests.cli.console import console

__all__ = ["console"]
