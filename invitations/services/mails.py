"""Mails about invitations (behaviour.md section 19)."""

from __future__ import annotations

from django.conf import settings

from companies.selectors import active_membership
from invitations.models import UserInvitation
from logging_app.services import LinkRef, queue_email
from reference.selectors import lookup

PURPOSE = "team_invitation"


def send_invitation(row: UserInvitation, nonce: str, expiry_days: int) -> None:
    """Queue the mail with the link, which states its life (SU-3); company and inviter are loaded."""
    queue_email(
        email_type="team_invitation",
        recipient=row.invited_email,
        data={
            "name": row.first_name,
            "inviterName": row.invited_by_user.full_name,
            "companyName": row.company.company_name,
            "roleName": lookup("UserCompanyRole", row.user_company_role_id).name,
            "expiryDays": expiry_days,
        },
        company_id=row.company_id,
        links={"invitationUrl": LinkRef(path="/invitations/accept", purpose=PURPOSE, nonce=nonce)},
    )


def tell_declined(row: UserInvitation) -> None:
    """Tell the inviter, as long as they belong to the company (IN-6)."""
    inviter = row.invited_by_user
    if inviter.is_deleted or active_membership(inviter.pk, row.company_id) is None:
        return
    queue_email(
        email_type="invitation_declined",
        recipient=inviter.email,
        data={
            "name": inviter.first_name,
            "memberName": f"{row.first_name} {row.last_name}",
            "companyName": row.company.company_name,
            "reason": row.decline_reason or "",
            "invitationsUrl": f"{settings.PUBLIC_ORIGIN}/team/invitations",
        },
        user_id=inviter.pk,
        company_id=row.company_id,
    )
