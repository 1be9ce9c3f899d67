"""`python -m bench [name …] [--rows N]`: run benchmarks, print their numbers, keep the ratios in bench/results/.

A benchmark is a module here with `run(rows: int) -> Outcome`; all of them run unless some are named. Exit status 1
tells that one missed its bar. Results in the repository hold ratios only, which another machine can be compared with;
times are printed.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import sys
from pathlib import Path

import django

import bench
from bench.outcome import Outcome

RESULTS = Path(__file__).resolve().parent / "results"
FULL_ROWS = 1_000_000


def benchmarks() -> list[str]:
    """Names of the modules here that measure something."""
    names = sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_"))
    return [name for name in names if hasattr(importlib.import_module(f"bench.{name}"), "run")]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help="benchmarks to run; all without a name")
    parser.add_argument(
        "--rows", type=int, default=FULL_ROWS, help="rows to measure with; only the full number is kept"
    )
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    missed = []
    for name in options.names or benchmarks():
        print(f"== {name}", flush=True)
        outcome: Outcome = importlib.import_module(f"bench.{name}").run(options.rows)
        for line in outcome.lines():
            print(line, flush=True)
        if options.rows == FULL_ROWS:
            RESULTS.mkdir(exist_ok=True)
            text = json.dumps({"benchmark": name, "rows": options.rows, **outcome.ratios}, indent=2)
            (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        if not outcome.passed:
            missed.append(name)
    print("all bars met" if not missed else f"bars missed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
