"""Team invitations (schema dbo)."""

from invitations.models.invitation import UserInvitation

__all__ = ["UserInvitation"]
