"""Small steps that the services about access requests share."""

from __future__ import annotations

from typing import Any

from auditing.services import record
from common import clock
from common.actors import Actor
from companies.models import CompanySwitchRequest
from companies.models.codes import CompanySwitchRequestStatusCode as Status
from reference.selectors import code_id


def set_status(row: CompanySwitchRequest, status: Status) -> None:
    """Set the status without saving; the closing instants agree with it (invariant 15)."""
    row.company_switch_request_status_id = code_id("CompanySwitchRequestStatus", status)


def cancel_row(row: CompanySwitchRequest, actor: Actor, **new: Any) -> None:
    """Close a locked, open request as withdrawn."""
    row.cancelled_at = clock.now()
    set_status(row, Status.CANCELLED)
    save_and_record(row, "ACCESS_REQUEST_CANCELLED", actor, new=new)


def close_for_member(*, user_id: int, company_id: int, actor: Actor) -> None:
    """Close the open request of somebody who has become a member another way; a member has none (invariant 15).

    The caller holds the lock on the person's row and a system scope.
    """
    rows = CompanySwitchRequest.all_companies.select_for_update().filter(
        user_id=user_id,
        to_company_id=company_id,
        company_switch_request_status_id=code_id("CompanySwitchRequestStatus", Status.PENDING),
        is_deleted=False,
    )
    for row in rows:
        cancel_row(row, actor, because="joined")


def save_and_record(
    row: CompanySwitchRequest,
    action: str,
    actor: Actor,
    *,
    new: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Save a changed request with its activity row."""
    row.stamp_updated(actor)
    row.save()
    record_action(row, action, actor, new=new, reason=reason)


def record_action(
    row: CompanySwitchRequest,
    action: str,
    actor: Actor,
    *,
    new: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Queue the activity row of an action on a request, in the chain of the company asked."""
    record(
        action=action,
        entity_type="dbo.CompanySwitchRequest",
        entity_id=row.pk,
        actor=actor,
        company_id=row.to_company_id,
        new={"userId": row.user_id, "isDomainMatch": row.is_domain_match, **(new or {})},
        reason=reason,
    )
