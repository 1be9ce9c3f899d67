"""What happened to a row: snapshots with before and after, and activity (AU-2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime

from common.backoffice.instants import FORMAT
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
    """A snapshot with what it changed against the one before; ``is_first`` while nothing is known of before."""

    snapshot: Any
    kind: str
    differences: list[Difference]
    is_first: bool


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """A row of the activity log with the values it changed."""

    row: Any
    changes: list[Difference]


def copied_fields(snapshot: Any) -> list[Any]:
    """Fields of a snapshot that copy the tracked row; the base's own and the library's are left out."""
    tracked = {field.name for field in snapshot.instance_type._meta.concrete_fields}
    return [field for field in snapshot._meta.concrete_fields if field.name in tracked and field.name != "id"]


class Names:
    """Names of lookup rows for their keys, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, Any], str] = {}

    def shown(self, field: Any, value: Any) -> Any:
        """The value of a column for people: the name behind the key of a lookup, instants to the second."""
        if isinstance(value, datetime):
            return date_format(localtime(value), FORMAT)
        model = field.related_model if field.many_to_one else None
        if value is None or model is None or model._meta.app_label != "reference":
            return value
        if (model, value) not in self._known:
            row = model._base_manager.filter(pk=value).first()
            self._known[model, value] = str(value) if row is None else str(row)
        return self._known[model, value]


def differences(before: Any | None, after: Any, names: Names) -> list[Difference]:
    """Columns that differ between two snapshots; against nothing, those that are filled."""
    found = []
    for field in copied_fields(after):
        new = getattr(after, field.attname)
        old = getattr(before, field.attname) if before is not None else None
        if old != new:
            found.append(Difference(str(field.verbose_name), names.shown(field, old), names.shown(field, new)))
    return found


def snapshot_before(snapshot: Any) -> Any | None:
    """The snapshot of the same row that comes before."""
    earlier = Q(history_date__lt=snapshot.history_date) | Q(
        history_date=snapshot.history_date, history_id__lt=snapshot.history_id
    )
    rows = type(snapshot)._base_manager.filter(earlier, id=snapshot.id)
    return rows.order_by("-history_date", "-history_id").first()


def describe(snapshot: Any, before: Any | None, names: Names | None = None) -> SnapshotEntry:
    """A snapshot and its differences."""
    found = differences(before, snapshot, names or Names())
    kind = _KINDS.get(snapshot.history_type, "changed")
    return SnapshotEntry(snapshot, kind, found, is_first=before is None and snapshot.history_type != "+")


def snapshot_entries(row: Any) -> list[SnapshotEntry]:
    """Newest snapshots of a tracked row first; nothing for other tables."""
    manager = getattr(type(row), "history", None)
    if manager is None:
        return []
    rows = manager.model._base_manager.filter(id=row.pk).order_by("-history_date", "-history_id")
    snapshots, names = list(rows[: MOST_SHOWN + 1]), Names()
    return [
        describe(snapshot, snapshots[position + 1] if position + 1 < len(snapshots) else None, names)
        for position, snapshot in enumerate(snapshots[:MOST_SHOWN])
    ]


def activity_entries(row: Any) -> list[ActivityEntry]:
    """Newest activity on this row first."""
    activity = hook("ROW_ACTIVITY")
    found = [] if activity is None else activity(row._meta.db_table, row.pk)[:MOST_SHOWN]
    return [ActivityEntry(item, _changes(item.old_value, item.new_value)) for item in found]


def _changes(old: Any, new: Any) -> list[Difference]:
    """Members of two JSON objects that differ."""
    before, after = (value if isinstance(value, dict) else {} for value in (old, new))
    names = dict.fromkeys([*before, *after])
    return [
        Difference(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    ]
