"""Reads of invitations."""

from invitations.selectors.invitations import (
    INVITATION_STATUSES,
    InvitationView,
    Inviter,
    current_status,
    describe_invitation,
    describe_invitations,
    invitations,
)
from invitations.selectors.previews import InvitationPreview, find_by_link, own_invitations, preview

__all__ = [
    "INVITATION_STATUSES",
    "InvitationPreview",
    "InvitationView",
    "Inviter",
    "current_status",
    "describe_invitation",
    "describe_invitations",
    "find_by_link",
    "invitations",
    "own_invitations",
    "preview",
]
