"""What happened to a row: snapshots with before and after, and activity (AU-2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from common.errors import hook

MOST_SHOWN = 50
_KINDS = {"+": "created", "~": "changed", "-": "removed"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A column before and after; ``label`` is its name for people."""

    label: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class SnapshotEntry:
    """A snapshot with what it changed against the one before."""

    snapshot: Any
    kind: str
    differences: list[Difference]


def copied_fields(snapshot: Any) -> list[Any]:
    """Fields of a snapshot that copy the tracked row; the base's own and the library's are left out."""
    tracked = {field.name for field in snapshot.instance_type._meta.concrete_fields}
    return [field for field in snapshot._meta.concrete_fields if field.name in tracked and field.name != "id"]


def differences(before: Any | None, after: Any) -> list[Difference]:
    """Columns that differ between two snapshots; against nothing, those that are filled."""
    found = []
    for field in copied_fields(after):
        new = getattr(after, field.attname)
        old = getattr(before, field.attname) if before is not None else None
        if old != new:
            found.append(Difference(str(field.verbose_name), old, new))
    return found


def snapshot_before(snapshot: Any) -> Any | None:
    """The snapshot of the same row that comes before."""
    earlier = Q(history_date__lt=snapshot.history_date) | Q(
        history_date=snapshot.history_date, history_id__lt=snapshot.history_id
    )
    rows = type(snapshot)._base_manager.filter(earlier, id=snapshot.id)
    return rows.order_by("-history_date", "-history_id").first()


def describe(snapshot: Any, before: Any | None) -> SnapshotEntry:
    """A snapshot and its differences."""
    return SnapshotEntry(snapshot, _KINDS.get(snapshot.history_type, "changed"), differences(before, snapshot))


def snapshot_entries(row: Any) -> list[SnapshotEntry]:
    """Newest snapshots of a tracked row first; nothing for other tables."""
    manager = getattr(type(row), "history", None)
    if manager is None:
        return []
    rows = manager.model._base_manager.filter(id=row.pk).order_by("-history_date", "-history_id")
    snapshots = list(rows[: MOST_SHOWN + 1])
    return [
        describe(snapshot, snapshots[position + 1] if position + 1 < len(snapshots) else None)
        for position, snapshot in enumerate(snapshots[:MOST_SHOWN])
    ]


def activity_entries(row: Any) -> Iterable[Any]:
    """Newest activity rows on this row first."""
    activity = hook("ROW_ACTIVITY")
    return [] if activity is None else activity(row._meta.db_table, row.pk)[:MOST_SHOWN]
