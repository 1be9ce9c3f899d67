from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from common.backup.policy import SCHEMA_ORDER
from common.backup.sets import MANIFEST, seal_manifest


@pytest.fixture(autouse=True)
def directory(settings: Any, tmp_path: Path) -> Path:
    """An empty BACKUP_DIR, no key, and the role of the test run."""
    settings.BACKUP_DIR = str(tmp_path / "backup")
    settings.BACKUP_ENCRYPTION_KEY = ""
    settings.BACKUP_DATABASE = {**connections["default"].settings_dict}
    return tmp_path / "backup"


@pytest.fixture
def no_scratch_left(db: Any) -> Iterator[None]:
    yield
    with connection.cursor() as cursor:
        # Other test processes have scratch databases of their own.
        cursor.execute("SELECT datname FROM pg_database WHERE datname = %s", [f"restore_drill_{os.getpid()}"])
        assert cursor.fetchall() == []


@pytest.fixture
def fake_set(directory: Path) -> Callable[..., Path]:
    """A set without a database behind it: manifest and files of a few bytes."""

    def make(taken_at: datetime, schemas: tuple[str, ...] = SCHEMA_ORDER) -> Path:
        folder = directory / f"{taken_at:%Y%m%dT%H%M%SZ}-fake"
        folder.mkdir(parents=True)
        entries = {}
        for schema in schemas:
            (folder / f"{schema}.dump").write_bytes(b"dump")
            digest = "a9aa0b39e1f2a8bb3fbb9dbb7fdfd4d7e7b6ad2f7f2c5a1a0d3e7f9a3a4b0c11"
            entries[schema] = {"file": f"{schema}.dump", "bytes": 4, "sha256": digest, "tables": {}}
        content = {
            "name": folder.name,
            "format": 1,
            "takenAt": taken_at.isoformat(),
            "encrypted": False,
            "schemas": entries,
        }
        (folder / MANIFEST).write_text(seal_manifest(content), encoding="utf-8")
        return folder

    return make
