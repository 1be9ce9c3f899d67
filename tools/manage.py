"""`make manage` and `make dburl`: commands in the environment of a VAR_DIR."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from tools.devservices.binaries import WHEEL_BIN, wheel_folder
from tools.devservices.layout import Layout
from tools.devservices.stack import database_urls, running_stack
from tools.instance import running_variables
from tools.preparation import ROOT, forget_preparation

# Commands that change tables, rights or reference data; everything else runs with the application's rights.
OWNER_COMMANDS = frozenset(
    {
        "migrate",
        "makemigrations",
        "sqlmigrate",
        "showmigrations",
        "flush",
        "grants",
        "load_seed",
        "inspectdb",
        "dbshell",
    }
)


def run_command(var_dir: str, arguments: Sequence[str]) -> int:
    """Run manage.py with the services up; stops those it started. Returns the command's exit code."""
    command = arguments[0] if arguments else "help"
    layout = Layout.at(var_dir)
    with running_stack(layout) as stack:
        environment = stack.owner_environment() if command in OWNER_COMMANDS else stack.environment()
        environment.update(running_variables(layout))
        if stack.postgres is not None:
            # `dbshell` needs psql; the wheel brings one.
            environment["PATH"] = f"{environment.get('PATH', '')}{os.pathsep}{wheel_folder() / WHEEL_BIN}"
        try:
            done = subprocess.run(
                [sys.executable, str(ROOT / "manage.py"), *arguments], env=environment, cwd=ROOT, check=False
            )
        finally:
            forget_preparation(stack, command)
    return done.returncode


def print_urls(var_dir: str) -> int:
    """Print the owner's URL, then the application role's. Raises SetupError when nothing runs."""
    owner, application = database_urls(Layout.at(var_dir))
    print(owner)
    print(application)
    return 0
