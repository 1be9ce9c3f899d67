"""Reads of sessions: a session is a family of refresh tokens with exactly one live row (SE-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from accounts.models import UserRefreshToken
from common import clock


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One device as the list of sessions shows it; ``expires_at`` is the end however often it is refreshed."""

    session_id: UUID
    created_date: datetime
    last_used_at: datetime
    expires_at: datetime
    ip_address: str | None
    user_agent: str | None
    company_id: int | None
    is_current: bool


def live_tokens(now: datetime) -> QuerySet[UserRefreshToken]:
    """Rows that hold a session open at ``now`` (invariants 28 and 32)."""
    queryset: QuerySet[UserRefreshToken] = UserRefreshToken.objects.filter(
        used_at__isnull=True,
        revoked_at__isnull=True,
        expires_at__gt=now,
        session_expires_at__gt=now,
        refresh_token_version=F("user__refresh_token_version"),
    )
    return queryset


def live_token(session_id: UUID | str) -> UserRefreshToken | None:
    """The row that holds a session open, with its user, or None when the session has ended."""
    rows = live_tokens(clock.now()).filter(token_family_id=session_id)
    return rows.select_related("user", "user__user_status", "user__user_role").order_by("-id").first()


def live_sessions(user_id: int, current_session_id: str | None = None) -> list[SessionRow]:
    """Open sessions of a person, the one in use first, then by last use."""
    rows = live_tokens(clock.now()).filter(user_id=user_id)
    sessions = [_describe(row, current_session_id) for row in rows]
    return sorted(sessions, key=lambda s: (not s.is_current, -s.last_used_at.timestamp()))


def _describe(row: UserRefreshToken, current_session_id: str | None) -> SessionRow:
    return SessionRow(
        session_id=row.token_family_id,
        created_date=row.session_started_at,
        last_used_at=row.last_used_at or row.session_started_at,
        expires_at=row.session_expires_at,
        ip_address=row.ip_address,
        user_agent=row.user_agent,
        company_id=row.company_id,
        is_current=str(row.token_family_id) == current_session_id,
    )
