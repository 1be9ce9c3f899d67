"""Backup sets on disk: one folder with a dump per schema and the manifest that tells what they hold.

A set is written under a hidden name and renamed when it is whole, so that a folder with a visible name is a whole set.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from common.backup.errors import BackupFailed
from common.backup.policy import SCHEMA_ORDER, in_order, policy_of

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class BackupSet:
    """A whole set; ``manifest`` is what was written with it."""

    path: Path
    manifest: dict[str, Any]

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def taken_at(self) -> datetime:
        """Instant of the snapshot that all dumps of the set show."""
        return datetime.fromisoformat(self.manifest["takenAt"])

    @property
    def schemas(self) -> tuple[str, ...]:
        return in_order(self.manifest["schemas"])

    @property
    def is_full(self) -> bool:
        """Whether the whole database can be restored from it."""
        return set(self.schemas) == set(SCHEMA_ORDER)

    @property
    def is_encrypted(self) -> bool:
        return bool(self.manifest["encrypted"])

    @property
    def size_bytes(self) -> int:
        return sum(entry["bytes"] for entry in self.manifest["schemas"].values())

    @property
    def rows(self) -> int:
        return sum(table["rows"] for entry in self.manifest["schemas"].values() for table in entry["tables"].values())

    def file_of(self, schema: str) -> Path:
        return self.path / str(self.manifest["schemas"][schema]["file"])

    def tables_of(self, schema: str) -> dict[str, dict[str, Any]]:
        """Rows and checksum of each table at the instant of the snapshot."""
        tables: dict[str, dict[str, Any]] = self.manifest["schemas"][schema]["tables"]
        return tables

    def check_file(self, schema: str) -> None:
        """Compare a dump with its checksum.

        Raises:
            BackupFailed: names the file that is missing or damaged.
        """
        path = self.file_of(schema)
        if not path.is_file():
            raise BackupFailed(f"{self.name}/{path.name} is missing")
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != self.manifest["schemas"][schema]["sha256"]:
            raise BackupFailed(f"{self.name}/{path.name} is damaged: its SHA-256 is not the one of the manifest")


def backup_directory() -> Path:
    """BACKUP_DIR, made when it is not there; nobody else may read it."""
    directory = Path(settings.BACKUP_DIR)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    return directory


@contextmanager
def only_one_run() -> Iterator[None]:
    """One backup or drill at a time; whatever an interrupted run left behind is cleared away first.

    Raises:
        BackupFailed: another run is under way.
    """
    directory = backup_directory()
    with (directory / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupFailed(f"another backup or drill is under way in {directory}") from error
        for leftover in directory.glob(".*.part"):
            shutil.rmtree(leftover)
        yield


def seal_manifest(content: dict[str, Any]) -> str:
    """Text of a manifest with its own digest."""
    return json.dumps({**content, "digest": _digest(content)}, indent=1, sort_keys=True) + "\n"


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def read_set(path: Path) -> BackupSet:
    """Read a set's manifest.

    Raises:
        BackupFailed: it is missing or damaged.
    """
    try:
        content = json.loads((path / MANIFEST).read_bytes())
        digest = content.pop("digest")
    except FileNotFoundError as error:
        raise BackupFailed(f"{path.name}/{MANIFEST} is missing") from error
    except (ValueError, KeyError, AttributeError) as error:
        raise BackupFailed(f"{path.name}/{MANIFEST} is damaged: it cannot be read") from error
    if digest != _digest(content):
        raise BackupFailed(f"{path.name}/{MANIFEST} is damaged: its SHA-256 does not fit")
    return BackupSet(path, content)


def set_paths() -> list[Path]:
    """Folders of all sets, newest first."""
    folders = (path for path in backup_directory().iterdir() if path.is_dir() and not path.name.startswith("."))
    return sorted(folders, key=lambda path: path.name, reverse=True)


def readable_sets() -> list[BackupSet]:
    """All sets whose manifest is whole, newest first."""
    found = []
    for path in set_paths():
        try:
            found.append(read_set(path))
        except BackupFailed:  # the drill names it; taking the next backup must go on
            continue
    return found


def newest_by_schema(sets: Sequence[BackupSet]) -> dict[str, BackupSet]:
    """The newest set that holds each schema; ``sets`` come newest first."""
    newest: dict[str, BackupSet] = {}
    for each in sets:
        for schema in each.schemas:
            newest.setdefault(schema, each)
    return newest


def remove_expired(now: datetime) -> list[str]:
    """Remove sets older than the policy keeps any of their schemas; return their names.

    The newest full set and the newest dump of each schema stay, however old.
    """
    sets = readable_sets()
    kept = {each.name for each in newest_by_schema(sets).values()}
    kept.update(each.name for each in [next((each for each in sets if each.is_full), None)] if each)
    expired = [each for each in sets if each.name not in kept and _is_expired(each, now)]
    for each in expired:
        doomed = each.path.with_name(f".{each.name}.part")  # out of sight first: a set is whole or not there
        each.path.rename(doomed)
        shutil.rmtree(doomed)
    return [each.name for each in expired]


def _is_expired(each: BackupSet, now: datetime) -> bool:
    return all(now - each.taken_at > policy_of(schema).kept for schema in each.schemas)


def make_durable(path: Path) -> None:
    """Have the system write a file or folder to disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
