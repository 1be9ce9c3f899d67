"""Writes of invitations: everything other apps, pages and endpoints may call."""

from invitations.services.accepting import (
    Accepted,
    InvitedSession,
    accept_by_id,
    accept_by_link,
    sign_up_by_link,
    sign_up_errors,
)
from invitations.services.closing import cancel, decline_by_id, decline_by_link
from invitations.services.expiry import expire_overdue
from invitations.services.sending import entry_errors, invite, resend

__all__ = [
    "Accepted",
    "InvitedSession",
    "accept_by_id",
    "accept_by_link",
    "cancel",
    "decline_by_id",
    "decline_by_link",
    "entry_errors",
    "expire_overdue",
    "invite",
    "resend",
    "sign_up_by_link",
    "sign_up_errors",
]
