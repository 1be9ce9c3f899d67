"""Archive files of removed log rows: gzipped JSON lines, checked before anything is deleted (RT-2).

While a file ``X`` has a companion ``X.deleting``, its rows may still be in the table; the next run finishes that first.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from common.db.partitions import month_of


class ArchiveDamaged(RuntimeError):
    """What was read back from an archive is not what was written; nothing may be deleted."""

    severity = "critical"


@dataclass(frozen=True, slots=True)
class Archive:
    """A finished archive file."""

    path: Path
    rows: int
    checksum: str

    @property
    def marker(self) -> Path:
        """Companion that stands as long as the rows are not all deleted."""
        return self.path.with_name(self.path.name + ".deleting")

    def keys(self, without: Collection[date] = ()) -> Iterator[int]:
        """Primary keys of the archived rows, ascending, without the rows of some months."""
        if not without:
            return _keys(self.path)
        return (_key(row) for row in _rows(self.path) if _month(row) not in without)

    def months(self) -> Counter[date]:
        """Archived rows by the month they were created in."""
        return Counter(_month(row) for row in _rows(self.path))


def write_archive(path: Path, rows: Iterable[models.Model]) -> Archive:
    """Write ``rows`` to ``path``, read them back, and leave file and marker behind.

    Raises:
        ArchiveDamaged: the count of rows read back differs.
    """
    part = path.with_name(path.name + ".part")
    count = 0
    with gzip.open(part, "wt", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(_columns(row), cls=DjangoJSONEncoder, ensure_ascii=False) + "\n")
            count += 1
    _make_durable(part)
    if (found := sum(1 for _ in _keys(part))) != count:
        raise ArchiveDamaged(f"{path.name} holds {found} rows instead of {count}")
    archive = Archive(path, count, _checksum(part))
    archive.marker.touch()
    part.rename(path)
    _make_durable(path.parent)
    return archive


def unfinished(directory: Path, table: str) -> list[Archive]:
    """Archives of a table whose rows an interrupted run did not delete; clears away half-written files."""
    for part in directory.glob(f"{table}-*.part"):
        part.unlink()
    found = []
    for marker in sorted(directory.glob(f"{table}-*.deleting")):
        path = marker.with_name(marker.name.removesuffix(".deleting"))
        if path.exists():
            found.append(Archive(path, sum(1 for _ in _keys(path)), _checksum(path)))
        else:
            marker.unlink()
    return found


def _columns(row: models.Model) -> dict[str, object]:
    return {str(field.column): getattr(row, field.attname) for field in row._meta.concrete_fields}


def _keys(path: Path) -> Iterator[int]:
    return (_key(row) for row in _rows(path))


def _key(row: dict[str, Any]) -> int:
    # The primary key is the first column of every table.
    return int(next(iter(row.values())))


def _month(row: dict[str, Any]) -> date:
    return month_of(datetime.fromisoformat(row["CreatedDate"]))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _make_durable(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
