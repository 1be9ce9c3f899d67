"""When an invitation may be sent again (IN-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from invitations.models import UserInvitation
from settings_app.selectors import get_int


@dataclass(frozen=True, slots=True)
class ResendState:
    """Whether the number of resends and the time since the last one allow another; waiting time in seconds."""

    is_exhausted: bool
    retry_after: int

    @property
    def is_allowed(self) -> bool:
        return not self.is_exhausted and self.retry_after == 0


def resend_state(row: UserInvitation, now: datetime) -> ResendState:
    """Compare an invitation with INVITATION_MAX_RESENDS and INVITATION_RESEND_INTERVAL_MINUTES (invariant 13)."""
    is_exhausted = row.resend_count >= get_int("INVITATION_MAX_RESENDS")
    if row.last_resent_at is None:
        return ResendState(is_exhausted, 0)
    opens_at = row.last_resent_at + timedelta(minutes=get_int("INVITATION_RESEND_INTERVAL_MINUTES"))
    seconds = (opens_at - now).total_seconds()
    return ResendState(is_exhausted, max(0, -int(-seconds // 1)))
