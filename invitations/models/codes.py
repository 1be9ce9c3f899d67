"""Codes of the lookups that invitations behave by (seeded system rows, database.md 6.2)."""

from __future__ import annotations

from enum import StrEnum


class UserInvitationStatusCode(StrEnum):
    """Codes of ref.UserInvitationStatus."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
