"""Where everything lives under VAR_DIR."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# A Unix socket's whole path may have 107 bytes on Linux and 103 on macOS.
SOCKET_PATH_LIMIT = 100
LONGEST_SOCKET_NAME = "/.s.PGSQL.5432"


def is_passable(folder: Path) -> bool:
    """True when every account may pass through the folder and all above it."""
    return all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))


def _temporary_folder() -> str:
    """The system's temporary folder, unless its name is too long for sockets or it is closed to others."""
    for base in dict.fromkeys((tempfile.gettempdir(), "/tmp", "/var/tmp")):
        if len(os.fsencode(base)) < SOCKET_PATH_LIMIT // 2 and Path(base).is_dir() and is_passable(Path(base)):
            return base
    return tempfile.gettempdir()


@dataclass(frozen=True)
class Layout:
    """Paths of one instance. `root` is VAR_DIR, absolute."""

    root: Path

    @classmethod
    def at(cls, var_dir: str | Path) -> Layout:
        """The layout of a VAR_DIR given by the user, relative to the current directory."""
        return cls(Path(os.path.abspath(var_dir)))

    @property
    def run(self) -> Path:
        """Locks, sockets and the state of the running instance; may be deleted when nothing runs."""
        return self.root / "run"

    @property
    def log(self) -> Path:
        return self.root / "log"

    @property
    def state_file(self) -> Path:
        """Places outside VAR_DIR that belong to this instance (short socket folder, data folder)."""
        return self.root / "places.json"

    def create(self) -> None:
        """Make the folders. VAR_DIR stays passable for the account that runs PostgreSQL, the rest is private."""
        for folder in (self.root, self.run, self.log):
            folder.mkdir(parents=True, exist_ok=True)
        self.root.chmod(self.root.stat().st_mode | 0o711)
        self.run.chmod(0o711)

    def places(self) -> dict[str, Any]:
        """What `remember` wrote."""
        try:
            found = json.loads(self.state_file.read_text())
        except (FileNotFoundError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def remember(self, name: str, place: str) -> None:
        """Record a place outside VAR_DIR under a name."""
        self.state_file.write_text(json.dumps({**self.places(), name: place}, indent=1) + "\n")

    def private_place(self, name: str) -> Path:
        """A folder with a random short name that every account may pass through, made once and remembered."""
        known = self.places().get(name)
        if known and Path(known).is_dir() and Path(known).stat().st_uid == os.getuid():
            return Path(known)
        place = Path(tempfile.mkdtemp(prefix="eventlead-", dir=_temporary_folder()))
        place.chmod(0o711)
        self.remember(name, str(place))
        return place

    def socket_folder(self, name: str) -> Path:
        """A folder for one service's socket: under VAR_DIR, or a short private one when that path is too long."""
        wanted = self.run / name
        if len(os.fsencode(str(wanted) + LONGEST_SOCKET_NAME)) < SOCKET_PATH_LIMIT:
            wanted.mkdir(exist_ok=True)
            return wanted
        folder = self.private_place("sockets") / name
        folder.mkdir(exist_ok=True)
        return folder
