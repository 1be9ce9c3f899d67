"""Cancelling and declining (IN-6)."""

from __future__ import annotations

from auditing.services import business_transaction
from common import clock
from common.actors import Actor
from common.permissions import Permission
from common.problems import Problem
from common.tenancy import system_scope
from companies.services import require
from invitations.models import UserInvitation
from invitations.models.codes import UserInvitationStatusCode as Status
from invitations.selectors import current_status
from invitations.services import steps
from invitations.services.finding import find_own, find_with_link
from invitations.services.mails import tell_declined


def cancel(*, company_id: int, user_invitation_id: int, actor: Actor, reason: str | None = None) -> UserInvitation:
    """Withdraw a pending invitation; its link stops working at once.

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, INVITATION_NOT_PENDING.
    """
    require(actor, Permission.INVITATIONS_MANAGE, company_id)
    steps.require_in_company(user_invitation_id, company_id, actor)
    with business_transaction(actor):
        row = steps.lock_in_company(user_invitation_id, company_id)
        now = clock.now()
        if current_status(row, now) is not Status.PENDING:
            raise Problem("INVITATION_NOT_PENDING", "Only a pending invitation can be cancelled.")
        row.cancelled_at = now
        row.cancelled_by_user_id = actor.user_id
        row.cancellation_reason = reason or None
        steps.set_status(row, Status.CANCELLED)
        steps.save_and_record(row, "INVITATION_CANCELLED", actor, reason=reason or None)
    return row


def decline_by_link(*, token: str, actor: Actor, reason: str | None = None) -> UserInvitation:
    """Decline as the holder of the link, signed in or not.

    Raises:
        Problem: TOKEN_INVALID, INVITATION_EMAIL_MISMATCH (signed in as somebody else), INVITATION_NOT_PENDING,
            INVITATION_EXPIRED.
    """
    row = find_with_link(token)
    if actor.user_id is not None and actor.email != row.invited_email:
        raise Problem("INVITATION_EMAIL_MISMATCH")
    return _decline(row, actor if actor.user_id is not None else _holder(row), reason, by_link=True)


def decline_by_id(*, user_invitation_id: int, actor: Actor, reason: str | None = None) -> UserInvitation:
    """Decline one of the person's own invitations.

    Raises:
        Problem: NOT_FOUND, INVITATION_NOT_PENDING, INVITATION_EXPIRED.
    """
    return _decline(find_own(user_invitation_id, actor), actor, reason, by_link=False)


def _holder(row: UserInvitation) -> Actor:
    """A visitor who proved the mailbox by its link, and has no account here."""
    return Actor(user_id=None, email=row.invited_email, name=f"{row.first_name} {row.last_name}")


def _decline(found: UserInvitation, actor: Actor, reason: str | None, *, by_link: bool) -> UserInvitation:
    with system_scope("invitations.services.decline"), business_transaction(actor):
        row = steps.lock_found(found, by_link=by_link)
        steps.require_pending(row)
        row.declined_at = clock.now()
        row.decline_reason = reason or None
        steps.set_status(row, Status.DECLINED)
        steps.save_and_record(row, "INVITATION_DECLINED", actor, reason=reason or None)
        tell_declined(row)
    return row
