"""`make check`: every check runs even when one fails; the end tells which did."""

from __future__ import annotations

import difflib
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tools.devservices.layout import Layout
from tools.devservices.stack import Stack, running_stack
from tools.preparation import ROOT
from tools.suite import clear_settings

SNAPSHOT = ROOT / "docs" / "api" / "openapi.json"
SHOWN_DIFF_LINES = 60
CHECKED_DATABASE = "eventlead_check"


def run_checks(var_dir: str) -> int:
    """Run all checks, print a summary; 1 when any failed."""
    clear_settings()
    with running_stack(Layout.at(var_dir), throwaway=True, embedded=True) as stack:
        results = [(name, _timed(name, check)) for name, check in _checks(stack).items()]
    print("\n== summary", flush=True)
    for name, (passed, seconds) in results:
        print(f"{'ok    ' if passed else 'FAILED'} {name} ({seconds:.1f} s)")
    failed = [name for name, (passed, _) in results if not passed]
    print("all checks passed" if not failed else f"{len(failed)} failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def _timed(name: str, check: Callable[[], bool]) -> tuple[bool, float]:
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    return check(), time.monotonic() - started


def _checks(stack: Stack) -> dict[str, Callable[[], bool]]:
    environment = stack.owner_environment("test")
    python = sys.executable
    scripts = Path(python).parent

    def command(*arguments: str, variables: dict[str, str] = environment) -> Callable[[], bool]:
        def check() -> bool:
            return subprocess.run(arguments, cwd=ROOT, env=variables, check=False).returncode == 0

        return check

    def manage(*arguments: str) -> Callable[[], bool]:
        return command(python, "manage.py", *arguments)

    checks = {
        "format": command(python, "-m", "ruff", "format", "--check", "."),
        "lint": command(python, "-m", "ruff", "check", "."),
        "types": command(python, "-m", "mypy"),
        "import contracts": command(str(scripts / "lint-imports"), "--no-cache", "--no-logo"),
        "templates": command(str(scripts / "djlint"), "--check", "--lint", "--quiet", "templates"),
        "migrations in step": manage("makemigrations", "--check", "--dry-run"),
        "system checks": manage("check", "--fail-level", "WARNING"),
        "API document in step": lambda: api_document_in_step(python, environment),
    }
    live = {**environment, **fresh_database(stack)}

    def look(*arguments: str) -> Callable[[], bool]:
        return command(python, "manage.py", *arguments, variables=live)

    checks["migrations run"] = look("migrate", "--verbosity", "0")
    checks["database standards"] = look("standards")
    checks["docs in step"] = look("docs", "--check")
    return checks


def fresh_database(stack: Stack) -> dict[str, str]:
    """Make an empty database and return its variables; one left by an earlier run could hide or invent differences."""
    with psycopg.connect(stack.owner_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {CHECKED_DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {CHECKED_DATABASE} ENCODING 'UTF8' TEMPLATE template0")
    url = urlsplit(stack.owner_url)._replace(path=f"/{CHECKED_DATABASE}").geturl()
    return {"DATABASE_URL": url, "DATABASE_OWNER_URL": url}


def api_document_in_step(python: str, environment: dict[str, str]) -> bool:
    """Compare the committed OpenAPI document with what the code describes."""
    made = subprocess.run(
        [python, "manage.py", "spectacular", "--format", "openapi-json", "--validate", "--fail-on-warn"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        return False
    if not SNAPSHOT.exists():
        print(f"{SNAPSHOT.relative_to(ROOT)} is missing; `make docs` writes it")
        return False
    committed = SNAPSHOT.read_text()
    if committed.rstrip() == made.stdout.rstrip():
        return True
    lines = difflib.unified_diff(
        committed.splitlines(), made.stdout.splitlines(), "committed", "code", lineterm="", n=2
    )
    for number, line in enumerate(lines):
        if number >= SHOWN_DIFF_LINES:
            break
        print(line)
    print("the API document has drifted; `make docs` writes it, then review the difference")
    return False


def write_docs(var_dir: str) -> int:
    """`make docs`: the OpenAPI document and everything `manage.py docs` generates."""
    clear_settings()
    SNAPSHOT.parent.mkdir(parents=True, exist_ok=True)
    steps: list[tuple[str, ...]] = [
        ("spectacular", "--format", "openapi-json", "--validate", "--fail-on-warn", "--file", str(SNAPSHOT)),
        ("migrate", "--verbosity", "0"),
        ("docs",),
    ]
    with running_stack(Layout.at(var_dir), throwaway=True, embedded=True) as stack:
        environment = {**stack.owner_environment("test"), **fresh_database(stack)}
        for step in steps:
            done = subprocess.run([sys.executable, "manage.py", *step], cwd=ROOT, env=environment, check=False)
            if done.returncode != 0:
                return done.returncode
    return 0
