"""What a changed row leaves in the activity log: the fields that changed, before and after (AU-2, AU-3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditing.services.recording import record
from common.actors import Actor
from common.models import AuditedTable
from common.naming import to_camel


def apply_changes(row: AuditedTable, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Set attributes of a row; return the former values of those that changed."""
    former = {name: getattr(row, name) for name, value in wanted.items() if getattr(row, name) != value}
    for name in former:
        setattr(row, name, wanted[name])
    return former


def former_values(row: AuditedTable, before: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values ``before`` that the row no longer has."""
    return {name: value for name, value in before.items() if getattr(row, name) != value}


def save_and_record(
    row: AuditedTable,
    former: Mapping[str, Any],
    *,
    action: str,
    actor: Actor,
    company_id: int | None = None,
    about: Mapping[str, Any] | None = None,
) -> bool:
    """Save a changed row and record which fields changed; without a change nothing is written (AU-3).

    ``about`` stands before the fields on both sides and names the row. Returns whether anything was written.
    """
    if not former:
        return False
    row.stamp_updated(actor)
    row.save()
    record(
        action=action,
        entity_type=str(row._meta.db_table),
        entity_id=row.pk,
        actor=actor,
        company_id=company_id,
        old={**(about or {}), **{to_camel(name): value for name, value in former.items()}},
        new={**(about or {}), **{to_camel(name): getattr(row, name) for name in former}},
    )
    return True
