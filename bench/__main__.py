"""
``python -m bench``: every figure as one JSON line, each a ratio against a reference measured in the same run.

{"figure", "value", "unit", "goal", "met", "beside"}; absolute times say little on shared machines, ratios do.
"""

from __future__ import annotations

import argparse
import importlib
import sys

QUICK = ("machine", "steps", "catalogue", "imports", "export")
LONG = QUICK


def main() -> int:
    """Run the benchmarks named, or all; 0 also when a goal is missed: the figure says so."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("names", nargs="*", help="machine steps catalogue imports export")
    parser.add_argument("--long", action="store_true", help="more rounds, more rows")
    asked = parser.parse_args()
    for name in asked.names or (LONG if asked.long else QUICK):
        importlib.import_module(f"bench.{name}").main(long=asked.long)
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
