"""What a changed row leaves in the activity log: the fields that changed, before and after (AU-2, AU-3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditing.services import record
from common.actors import Actor
from common.models import AuditedTable
from common.naming import to_camel


def apply_changes(row: AuditedTable, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Set attributes of a row; return the former values of those that changed."""
    former = {name: getattr(row, name) for name, value in wanted.items() if getattr(row, name) != value}
    for name in former:
        setattr(row, name, wanted[name])
    return former


def save_and_record(
    row: AuditedTable, former: Mapping[str, Any], *, action: str, actor: Actor, company_id: int | None
) -> None:
    """Save a changed row and record which fields changed; without a change nothing is written (AU-3)."""
    if not former:
        return
    row.stamp_updated(actor)
    row.save()
    record(
        action=action,
        entity_type=f"dbo.{type(row).__name__}",
        entity_id=row.pk,
        actor=actor,
        company_id=company_id,
        old={to_camel(name): value for name, value in former.items()},
        new={to_camel(name): getattr(row, name) for name in former},
    )
