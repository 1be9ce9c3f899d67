"""An invitation as the invited person sees it (IN-7): by its link, or among their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import QuerySet

from accounts.selectors import get_user, is_sign_up_open
from common import clock
from common.actors import Actor
from common.links import hash_token
from common.problems import Problem
from common.tenancy import system_scope
from invitations.models import UserInvitation
from invitations.models.codes import UserInvitationStatusCode as Status
from invitations.selectors.invitations import current_status, open_now
from reference.selectors import lookup

NextStep = Literal["signup", "login", "accept", "wrong_account", "none"]


@dataclass(frozen=True, slots=True)
class InvitationPreview:
    """The fields of InvitationPreview; ``is_company_active`` is for pages, which say so before anything is sent."""

    user_invitation_id: int
    company_name: str
    role_code: str
    role_name: str
    inviter_name: str
    invited_email: str
    first_name: str
    last_name: str
    status_code: str
    expires_at: datetime
    next_step: NextStep
    is_company_active: bool


def find_by_link(token: str) -> UserInvitation | None:
    """Return the invitation of a link secret, with company and inviter; the secret of a former mail finds nothing."""
    with system_scope("invitations.selectors.find_by_link"):
        return _rows().filter(token_hash=hash_token(token)).first()


def preview(*, token: str, actor: Actor) -> InvitationPreview:
    """Describe the invitation of a link to its holder, signed in or not.

    Raises:
        Problem: TOKEN_INVALID, the secret is unknown or was replaced.
    """
    row = find_by_link(token)
    if row is None:
        raise Problem("TOKEN_INVALID")
    return _describe(row, actor)


def own_invitations(actor: Actor) -> list[InvitationPreview]:
    """Pending invitations for the person's own, verified address, newest first (IN-9)."""
    user = get_user(actor.user_id) if actor.user_id is not None else None
    if user is None or not user.is_email_verified:
        return []
    with system_scope("invitations.selectors.own_invitations"):
        rows = list(_rows().filter(open_now(clock.now()), invited_email=user.email).order_by("-invited_at", "-id"))
    return [_describe(row, actor) for row in rows]


def _rows() -> QuerySet[UserInvitation]:
    rows: QuerySet[UserInvitation] = UserInvitation.all_companies.filter(is_deleted=False, company__is_deleted=False)
    return rows.select_related("company", "invited_by_user")


def _describe(row: UserInvitation, actor: Actor) -> InvitationPreview:
    status = current_status(row, clock.now())
    role = lookup("UserCompanyRole", row.user_company_role_id)
    return InvitationPreview(
        user_invitation_id=row.pk,
        company_name=row.company.company_name,
        role_code=role.code,
        role_name=role.name,
        inviter_name=row.invited_by_user.full_name,
        invited_email=row.invited_email,
        first_name=row.first_name,
        last_name=row.last_name,
        status_code=status.value,
        expires_at=row.expires_at,
        next_step=_next_step(row, status, actor),
        is_company_active=row.company.is_active,
    )


def _next_step(row: UserInvitation, status: Status, actor: Actor) -> NextStep:
    if status is not Status.PENDING:
        return "none"
    if actor.user_id is not None:
        return "accept" if actor.email == row.invited_email else "wrong_account"
    return "signup" if is_sign_up_open(row.invited_email) else "login"
