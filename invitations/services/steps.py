"""Small steps that the services about invitations share."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from auditing.services import record
from common import clock, context
from common.actors import Actor
from common.links import issue_link_secret
from common.problems import Problem
from common.tenancy import system_scope
from companies.services import record_cross_company_attempt
from invitations.models import UserInvitation
from invitations.models.codes import UserInvitationStatusCode as Status
from invitations.selectors import current_status
from invitations.services.mails import PURPOSE, send_invitation
from reference.selectors import code_id, lookup
from settings_app.selectors import get_int

OPEN_CONSTRAINT = "UQ_UserInvitation_CompanyID_InvitedEmail"


def role_code(row: UserInvitation) -> str:
    """Code of the role the invitation gives."""
    return str(lookup("UserCompanyRole", row.user_company_role_id).code)


def set_status(row: UserInvitation, status: Status) -> None:
    """Set the status without saving; the closing instants agree with it (invariant 12)."""
    row.user_invitation_status_id = code_id("UserInvitationStatus", status)


def renew_link(row: UserInvitation, now: datetime) -> str:
    """Give the row a new secret and a new life without saving; return the nonce for the mail (IN-3, IN-5)."""
    secret = issue_link_secret(PURPOSE)
    row.token_hash = secret.token_hash
    row.expires_at = now + timedelta(days=get_int("INVITATION_EXPIRY_DAYS"))
    return secret.nonce


def mail_link(row: UserInvitation, nonce: str) -> None:
    """Queue the mail with the link; the row's company and inviter are loaded."""
    send_invitation(row, nonce, get_int("INVITATION_EXPIRY_DAYS"))


def require_pending(row: UserInvitation) -> None:
    """Refuse an invitation that is closed or over.

    Raises:
        Problem: INVITATION_NOT_PENDING with advice for its state (IN-11), INVITATION_EXPIRED.
    """
    match current_status(row, clock.now()):
        case Status.EXPIRED:
            raise Problem("INVITATION_EXPIRED")
        case Status.ACCEPTED:
            raise Problem("INVITATION_NOT_PENDING", "This invitation was already accepted. Log in to go on.")
        case Status.CANCELLED:
            raise Problem(
                "INVITATION_NOT_PENDING", "This invitation was withdrawn. Ask the person who invited you for a new one."
            )
        case Status.DECLINED:
            raise Problem(
                "INVITATION_NOT_PENDING", "This invitation was declined. Ask the person who invited you for a new one."
            )


def require_in_company(user_invitation_id: int, company_id: int, actor: Actor) -> None:
    """Refuse an id that is not one of the company's; call it outside of a transaction (TI-3, TI-4).

    Raises:
        Problem: NOT_FOUND; an attempt on another company's invitation leaves evidence.
    """
    with system_scope("invitations.services.require_in_company"):
        row = UserInvitation.all_companies.filter(pk=user_invitation_id, is_deleted=False).first()
    if row is not None and row.company_id == company_id:
        return
    if row is not None:
        report_foreign(row, actor)
    raise Problem("NOT_FOUND")


def report_foreign(row: UserInvitation, actor: Actor) -> None:
    """Leave evidence of an attempt on somebody else's invitation (TI-4)."""
    record_cross_company_attempt(
        actor=actor,
        attempted_company_id=row.company_id,
        resource_type="UserInvitation",
        resource_id=row.pk,
        path=context.current().path or "",
    )


def lock_in_company(user_invitation_id: int, company_id: int) -> UserInvitation:
    """Lock an invitation of the open scope to the end of the transaction, with company and inviter.

    Raises:
        Problem: NOT_FOUND.
    """
    rows = UserInvitation.objects.alive().select_for_update(of=("self",))
    row: UserInvitation | None = (
        rows.select_related("company", "invited_by_user").filter(pk=user_invitation_id, company_id=company_id).first()
    )
    if row is None:
        raise Problem("NOT_FOUND")
    return row


def lock_found(found: UserInvitation, *, by_link: bool) -> UserInvitation:
    """Lock an invitation that its invitee found, who is in no scope of the company; call it in a system scope.

    Raises:
        Problem: TOKEN_INVALID when it was sent again in the meantime, so that the link just opened is dead.
    """
    row: UserInvitation = (
        UserInvitation.all_companies.select_for_update(of=("self",))
        .select_related("company", "invited_by_user")
        .get(pk=found.pk)
    )
    if by_link and row.token_hash != found.token_hash:
        raise Problem("TOKEN_INVALID")
    return row


def save_and_record(
    row: UserInvitation,
    action: str,
    actor: Actor,
    *,
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Save a changed invitation with its activity row."""
    row.stamp_updated(actor)
    row.save()
    record_action(row, action, actor, old=old, new=new, reason=reason)


def record_action(
    row: UserInvitation,
    action: str,
    actor: Actor,
    *,
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Queue the activity row of an action on an invitation."""
    record(
        action=action,
        entity_type="dbo.UserInvitation",
        entity_id=row.pk,
        actor=actor,
        company_id=row.company_id,
        old=old,
        new={"invitedEmail": row.invited_email, "roleCode": role_code(row), **(new or {})},
        reason=reason,
    )
