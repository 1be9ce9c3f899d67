"""The change of address of a person, as they and the holders of its links see it (PR-1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from accounts.models import UserEmailChangeToken
from accounts.models.codes import EmailChangeSide
from common import clock


@dataclass(frozen=True, slots=True)
class EmailChangeView:
    """A change of address; ``is_changed`` once both addresses are confirmed."""

    new_email: str
    requested_at: datetime
    expires_at: datetime
    is_old_confirmed: bool
    is_new_confirmed: bool

    @property
    def is_changed(self) -> bool:
        return self.is_old_confirmed and self.is_new_confirmed


def describe_change(rows: Iterable[UserEmailChangeToken]) -> EmailChangeView:
    """Describe the two rows of one change."""
    sides = {EmailChangeSide(row.side): row for row in rows}
    row = sides[EmailChangeSide.NEW]
    return EmailChangeView(
        new_email=row.new_email,
        requested_at=row.created_date,
        expires_at=row.expires_at,
        is_old_confirmed=sides[EmailChangeSide.OLD].used_at is not None,
        is_new_confirmed=row.used_at is not None,
    )


def pending_change(user_id: int) -> EmailChangeView | None:
    """The change of address that a person waits for: in time, not cancelled, not made yet."""
    rows = UserEmailChangeToken.objects.filter(
        user_id=user_id, voided_at__isnull=True, expires_at__gt=clock.now()
    ).order_by("-pk")
    newest = list(rows[: len(EmailChangeSide)])
    change = describe_change(newest) if newest else None
    return change if change is not None and not change.is_changed else None
