"""Finding the invitation an invitee means: by the secret of its link, or by id among their own (IN-9)."""

from __future__ import annotations

from accounts.selectors import get_user
from common.actors import Actor
from common.problems import Problem
from common.tenancy import system_scope
from invitations.models import UserInvitation
from invitations.selectors import find_by_link
from invitations.services.steps import report_foreign


def find_with_link(token: str) -> UserInvitation:
    """Return the invitation of a link.

    Raises:
        Problem: TOKEN_INVALID, unknown or replaced.
    """
    row = find_by_link(token)
    if row is None:
        raise Problem("TOKEN_INVALID")
    return row


def find_for_invitee(token: str, actor: Actor) -> UserInvitation:
    """Return the invitation of a link that a signed-in person opened.

    Raises:
        Problem: TOKEN_INVALID, INVITATION_EMAIL_MISMATCH.
    """
    row = find_with_link(token)
    if not is_invitee(row, actor):
        raise Problem("INVITATION_EMAIL_MISMATCH")
    return row


def find_own(user_invitation_id: int, actor: Actor) -> UserInvitation:
    """Return one of the person's own invitations, in whatever state.

    Raises:
        Problem: NOT_FOUND; an attempt on another's leaves evidence (TI-4).
    """
    with system_scope("invitations.services.find_own"):
        row: UserInvitation | None = (
            UserInvitation.all_companies.filter(pk=user_invitation_id, is_deleted=False)
            .select_related("company", "invited_by_user")
            .first()
        )
        if row is not None and is_invitee(row, actor):
            return row
        if row is not None:
            report_foreign(row, actor)
    raise Problem("NOT_FOUND")


def is_invitee(row: UserInvitation, actor: Actor) -> bool:
    """Whether the account has the invited address, verified."""
    user = get_user(actor.user_id) if actor.user_id is not None else None
    return user is not None and user.is_email_verified and user.email == row.invited_email
