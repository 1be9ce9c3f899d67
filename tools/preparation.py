"""Bring a database up to date before the processes start; skipped when neither code nor data has changed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.devservices.errors import SetupError, say
from tools.devservices.roles import prepared_stamp, set_prepared_stamp
from tools.devservices.stack import Stack

ROOT = Path(__file__).resolve().parent.parent
_SOURCES = ("*.py", "*.csv")
_NOT_SOURCES = {"tests", "tools", "bench", "docs", "deploy", "var", "node_modules"}
_CHANGES_DATABASE = {"migrate", "flush", "load_seed", "load_demo", "grants", "loaddata", "dbshell", "sqlflush"}


def _hash(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def source_fingerprint() -> str:
    """Hash of everything that decides what the database must hold: code, migrations, seed files."""
    folders = [
        folder
        for folder in sorted(ROOT.iterdir())
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in _NOT_SOURCES
    ]
    return _hash(sorted(path for folder in folders for pattern in _SOURCES for path in folder.rglob(pattern)))


def static_fingerprint() -> str:
    """Hash of our own static files and of the locks (packages bring static files too)."""
    own = [path for path in (ROOT / "static").rglob("*") if path.is_file()]
    return _hash(sorted([*own, ROOT / "requirements" / "dev.txt"]))


def manage(stack: Stack, *arguments: str, owner: bool, hint: str, kind: str = "development") -> str:
    """Run a management command quietly and return its output. Raises SetupError with the output when it fails."""
    environment = stack.owner_environment(kind) if owner else stack.environment(kind)
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=environment,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-25:])
        raise SetupError(f"manage.py {' '.join(arguments)} failed:\n{tail}", hint)
    return done.stdout


def prepare_database(stack: Stack, *, demo: bool) -> None:
    """Migrate, grant, seed and (in development) load the demo data."""
    stamp = f"{source_fingerprint()} demo={demo}"
    if stack.postgres is not None and prepared_stamp(stack.postgres) == stamp:
        return
    say("migrating the database")
    manage(stack, "migrate", "--no-input", owner=True, hint="read the error; `make clean` drops all local data")
    say("granting rights to the application's roles")
    manage(stack, "grants", "--apply", owner=True, hint="DATABASE_OWNER_URL must be the owner of the database")
    say("loading reference data")
    manage(stack, "load_seed", owner=True, hint="a seed file was refused; the message names the file and the line")
    if demo:
        say("loading demo accounts")
        manage(stack, "load_demo", owner=False, hint="read the error; `make clean` drops all local data")
    if stack.postgres is not None:
        set_prepared_stamp(stack.postgres, stamp)


def collect_static(stack: Stack, kind: str = "development") -> None:
    """Collect static files into this instance's own folder, when they have changed."""
    target = stack.layout.root / "static"
    stamp_file = stack.layout.run / "static.stamp"
    stamp = static_fingerprint()
    if target.is_dir() and stamp_file.exists() and stamp_file.read_text() == stamp:
        return
    say("collecting static files")
    manage(stack, "collectstatic", "--no-input", owner=False, hint="the message names the missing file", kind=kind)
    stamp_file.write_text(stamp)


def demo_lines(stack: Stack) -> str:
    """The demo log-ins, as `load_demo --print` says them; kept beside the data because asking takes seconds."""
    cache = stack.layout.run / "demo-accounts.txt"
    stamp = source_fingerprint()
    if cache.exists():
        head, _, text = cache.read_text().partition("\n")
        if head == stamp:
            return text
    text = manage(stack, "load_demo", "--print", owner=False, hint="read the error")
    cache.write_text(f"{stamp}\n{text}")
    return text


def forget_preparation(stack: Stack, command: str) -> None:
    """After a command that may change tables or base data, the next start checks everything again."""
    if command in _CHANGES_DATABASE and stack.postgres is not None:
        set_prepared_stamp(stack.postgres, "")
