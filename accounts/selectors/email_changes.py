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
    """A change of address; ``is_changed`` once both links are used.

    Of a change that staff started (``started_by_user_id``) the new address alone confirms, and nothing changes before
    ``effective_from``; the link to the old one counts as used once the change is made.
    """

    new_email: str
    requested_at: datetime
    expires_at: datetime
    is_old_confirmed: bool
    is_new_confirmed: bool
    started_by_user_id: int | None = None
    effective_from: datetime | None = None

    @property
    def is_changed(self) -> bool:
        return self.is_old_confirmed and self.is_new_confirmed

    @property
    def is_by_staff(self) -> bool:
        return self.started_by_user_id is not None

    @property
    def is_waiting(self) -> bool:
        """Whether a confirmation counts later only."""
        return self.effective_from is not None and clock.now() < self.effective_from


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
        started_by_user_id=row.started_by_user_id,
        effective_from=row.effective_from,
    )


def pending_change(user_id: int) -> EmailChangeView | None:
    """The change of address that a person waits for: in time, not cancelled, not made yet."""
    rows = UserEmailChangeToken.objects.filter(
        user_id=user_id, voided_at__isnull=True, expires_at__gt=clock.now()
    ).order_by("-pk")
    newest = list(rows[: len(EmailChangeSide)])
    change = describe_change(newest) if newest else None
    return change if change is not None and not change.is_changed else None
