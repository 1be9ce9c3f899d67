"""Which account runs PostgreSQL. The server refuses root, so root hands it to an unprivileged existing account."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.devservices.errors import SetupError

CANDIDATES = ("nobody", "daemon")


@dataclass(frozen=True)
class OsAccount:
    """An account of the operating system; `switches` is True when it differs from ours (we are root)."""

    uid: int
    gid: int
    switches: bool

    def popen_options(self) -> dict[str, Any]:
        """Keyword arguments for subprocess that make the child this account."""
        if not self.switches:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can(self, test: str, path: Path) -> bool:
        """True when this account passes the shell's file test, such as `-x` or `-w`, on a path."""
        command = ["/bin/sh", "-c", f'test {test} "$1"', "sh", str(path)]
        return subprocess.run(command, check=False, cwd="/", **self.popen_options()).returncode == 0

    def give(self, path: Path) -> None:
        """Make the account the owner of a file or folder of ours."""
        if self.switches:
            os.chown(path, self.uid, self.gid)


def server_account(data_dir: Path) -> OsAccount:
    """The account for a data folder: its present owner when we are root, else ourselves. Raises SetupError."""
    owner = data_dir.stat().st_uid if data_dir.exists() else None
    if os.getuid() != 0:
        if owner is not None and owner != os.getuid():
            raise SetupError(
                f"{data_dir} belongs to another account (uid {owner}).",
                "run as that account or as root, or choose another folder with VAR_DIR=…",
            )
        return OsAccount(os.getuid(), os.getgid(), switches=False)
    if owner:
        return OsAccount(owner, data_dir.stat().st_gid, switches=True)
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return OsAccount(entry.pw_uid, entry.pw_gid, switches=True)
    raise SetupError("PostgreSQL does not run as root and no account 'nobody' exists.", "run as an ordinary user")
