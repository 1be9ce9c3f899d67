"""Storing that time is over (IN-4); readers derive it from the first second anyway."""

from __future__ import annotations

from datetime import datetime

from auditing.services import business_transaction
from common import clock
from common.actors import Actor, system_actor
from common.tenancy import system_scope
from invitations.models import UserInvitation
from invitations.models.codes import UserInvitationStatusCode as Status
from invitations.services import steps
from reference.selectors import code_id

JOB = "invitations.expire_overdue"


def expire_row(row: UserInvitation, now: datetime, actor: Actor) -> None:
    """Close a locked, overdue invitation; the instant is the one at which its time was over."""
    row.expired_at = row.expires_at
    steps.set_status(row, Status.EXPIRED)
    steps.save_and_record(row, "INVITATION_EXPIRED", actor, new={"expiresAt": row.expires_at})


def expire_overdue() -> int:
    """Store the expiry of every overdue invitation, one transaction each; return how many there were.

    Safe to run twice and in parallel: the row is locked and looked at again.
    """
    actor = system_actor(JOB)
    with system_scope(JOB):
        overdue = UserInvitation.all_companies.filter(
            user_invitation_status_id=code_id("UserInvitationStatus", Status.PENDING),
            expires_at__lte=clock.now(),
            is_deleted=False,
        )
        return sum(_expire(key, actor) for key in list(overdue.order_by("expires_at").values_list("pk", flat=True)))


def _expire(user_invitation_id: int, actor: Actor) -> bool:
    with business_transaction(actor):
        row = UserInvitation.all_companies.select_for_update().get(pk=user_invitation_id)
        now = clock.now()
        if not row.is_overdue(now):
            return False
        expire_row(row, now, actor)
        return True
