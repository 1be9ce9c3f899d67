"""Command line of the tooling: `python -m tools run|manage|dburl|test|e2e|check|bench|docs` (the Makefile calls it)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import environ

from tools.devservices.errors import SetupError
from tools.preparation import ROOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    parser.add_argument("command", choices=sorted(_commands()))
    parser.add_argument("--var-dir", default="var")
    parser.add_argument("--port", type=_port, default=8000)
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"PORT must be a number from 1 to 65535, not {text!r}")
    return int(text)


# Imports stay inside: `dburl` must answer at once.
def _run(options: argparse.Namespace) -> int:
    from tools.run import run

    return run(options.var_dir, options.port)


def _manage(options: argparse.Namespace) -> int:
    from tools.manage import run_command

    return run_command(options.var_dir, options.arguments)


def _dburl(options: argparse.Namespace) -> int:
    from tools.manage import print_urls

    return print_urls(options.var_dir)


def _suite(name: str) -> Callable[[argparse.Namespace], int]:
    def command(options: argparse.Namespace) -> int:
        from tools import suite

        function: Callable[[str, Sequence[str]], int] = getattr(suite, name)
        return function(options.var_dir, options.arguments)

    return command


def _check(options: argparse.Namespace) -> int:
    from tools.checks import run_checks

    return run_checks(options.var_dir)


def _docs(options: argparse.Namespace) -> int:
    from tools.checks import write_docs

    return write_docs(options.var_dir)


def _commands() -> dict[str, Callable[[argparse.Namespace], int]]:
    return {
        "run": _run,
        "manage": _manage,
        "dburl": _dburl,
        "test": _suite("run_tests"),
        "e2e": _suite("run_browser_tests"),
        "bench": _suite("run_benchmarks"),
        "check": _check,
        "docs": _docs,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what follows `--` is handed on. A SetupError becomes a message and exit code 1."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    cut = given.index("--") if "--" in given else len(given)
    options = _parser().parse_args(given[:cut])
    options.arguments = given[cut + 1 :]
    if Path(ROOT / ".env").is_file():
        environ.Env.read_env(str(ROOT / ".env"))  # the launcher must know DATABASE_URL too
    try:
        return _commands()[options.command](options)
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
