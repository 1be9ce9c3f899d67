"""Sessions: opening, company, ending (SE-1, SE-4, SE-7, SE-8). Rotation is in ``refresh``."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

from accounts.models import User, UserRefreshToken
from accounts.models.codes import RevokedReason, Transport
from accounts.selectors.sessions import live_token, live_tokens
from accounts.services import access_state, access_tokens
from accounts.services.memberships import membership_for, membership_in
from accounts.services.people import as_actor, lock_user
from auditing.services import business_transaction
from common import clock, context
from common.actors import Actor
from common.db.prepared import append
from common.links import hash_token
from common.problems import Problem
from companies.selectors import ActiveMembership
from logging_app.services import record_auth_event
from settings_app.selectors import get_int

_TOKEN_BYTES = 32
_AGENT_LENGTH = 500


@dataclass(frozen=True, slots=True)
class AccessGrant:
    """An access token for a session and the company it acts in; seconds of life."""

    access_token: str
    expires_in: int
    active_company: ActiveMembership | None


@dataclass(frozen=True, slots=True)
class IssuedSession:
    """A session just opened or refreshed; ``refresh_token`` is the handle for page sessions."""

    access_token: str
    refresh_token: str
    expires_in: int
    refresh_expires_in: int
    session_id: str
    active_company: ActiveMembership | None
    user: User
    transport: Transport


def open_session(
    *,
    user: User,
    transport: Transport | str,
    company_id: int | None = None,
    membership: ActiveMembership | None = None,
    has_second_factor: bool = False,
) -> IssuedSession:
    """Open a session that acts in ``company_id``, in the caller's transaction (SE-1).

    A company the person has no usable membership in is left out; ``membership`` is one the caller has just read.
    """
    now = clock.now()
    membership = membership or membership_in(user.pk, company_id)
    ends_at = now + timedelta(days=get_int("SESSION_MAX_DAYS"))
    return add_token(
        user,
        Transport(transport),
        session_id=uuid.uuid4(),
        membership=membership,
        started_at=now,
        ends_at=ends_at,
        has_second_factor=has_second_factor,
    )


def add_token(
    user: User,
    transport: Transport,
    *,
    session_id: UUID,
    membership: ActiveMembership | None,
    started_at: datetime,
    ends_at: datetime,
    has_second_factor: bool = False,
) -> IssuedSession:
    """Insert the next row of a family and sign the access token that goes with it."""
    now, origin, token = clock.now(), context.current(), secrets.token_urlsafe(_TOKEN_BYTES)
    expires_at = min(now + life_of(transport), ends_at)
    row = UserRefreshToken(
        user=user,
        company_id=membership.company_id if membership else None,
        token_family_id=session_id,
        transport=transport.value,
        token_hash=hash_token(token),
        refresh_token_version=user.refresh_token_version,
        session_started_at=started_at,
        session_expires_at=ends_at,
        created_date=now,
        expires_at=expires_at,
        last_used_at=now,
        has_second_factor=has_second_factor,
        ip_address=origin.ip_address,
        user_agent=(origin.user_agent or "")[:_AGENT_LENGTH] or None,
    )
    append(row)
    return IssuedSession(
        access_token=access_tokens.issue(user, str(session_id), membership),
        refresh_token=token,
        expires_in=access_tokens.life_seconds(),
        refresh_expires_in=int((expires_at - now).total_seconds()),
        session_id=str(session_id),
        active_company=membership,
        user=user,
        transport=transport,
    )


def life_of(transport: Transport) -> timedelta:
    """Life of one token: days for the API, minutes without a request for pages (SE-4, SE-9)."""
    if transport is Transport.PAGE:
        return timedelta(minutes=get_int("SESSION_TIMEOUT_MINUTES"))
    return timedelta(days=get_int("REFRESH_TOKEN_EXPIRY_DAYS"))


def issue_access(*, user_id: int, session_id: str) -> AccessGrant:
    """A fresh access token for an open session, with its company and rights as they are now.

    Raises:
        Problem: ACCESS_TOKEN_INVALID when the session has ended.
    """
    row = live_token(session_id)
    if row is None or row.user_id != user_id:
        raise Problem("ACCESS_TOKEN_INVALID")
    membership = membership_for(user_id, row.company_id)
    token = access_tokens.issue(row.user, session_id, membership)
    return AccessGrant(token, access_tokens.life_seconds(), membership)


def set_company(session_id: str | None, company_id: int | None) -> None:
    """Let a session act in another company, in the caller's transaction; the caller has checked the membership."""
    if session_id is None:
        return
    row = live_token(session_id)
    if row is not None:
        UserRefreshToken.objects.filter(pk=row.pk).update(company_id=company_id)
        access_state.forget(row.user_id)


def bump_access_version(user: User | int) -> None:
    """Void the access tokens of a person; refreshing carries the new rights (SE-8). In the caller's transaction."""
    user_id = user if isinstance(user, int) else user.pk
    User.objects.filter(pk=user_id).update(access_token_version=F("access_token_version") + 1)
    if isinstance(user, User):
        user.refresh_from_db(fields=["access_token_version"])
    access_state.forget(user_id)


def end_session(*, session_id: str | UUID, user_id: int, reason: RevokedReason, actor: Actor) -> bool:
    """End one session of a person; tells whether it was open (SE-7).

    Signing out is recorded as LOGOUT, ending another device as SESSIONS_REVOKED.
    """
    with business_transaction(actor=actor):
        lock_user(user_id)
        is_open = live_tokens(clock.now()).filter(token_family_id=session_id, user_id=user_id).exists()
        revoke_family(user_id, session_id, reason)
        access_state.forget(user_id)
        if is_open:
            event = "LOGOUT" if reason is RevokedReason.LOGOUT else "SESSIONS_REVOKED"
            record_auth_event(
                event_type=event,
                is_success=True,
                user_id=user_id,
                email=actor.email,
                reason=reason.value,
                session_id=str(session_id),
            )
    return is_open


def end_session_of(*, token: str, transport: Transport) -> None:
    """End the session that a refresh token belongs to: signing out without an access token (SE-7).

    A spent or ended token of a known session is as good: whoever holds it may end what it once was.

    Raises:
        Problem: REFRESH_TOKEN_INVALID for a token that was never issued for this transport.
    """
    rows = UserRefreshToken.objects.select_related("user").filter(transport=transport.value)
    row = rows.filter(token_hash=hash_token(token)).first()
    if row is None:
        raise Problem("REFRESH_TOKEN_INVALID")
    end_session(
        session_id=row.token_family_id, user_id=row.user_id, reason=RevokedReason.LOGOUT, actor=as_actor(row.user)
    )


def revoke_family(user_id: int, session_id: str | UUID, reason: RevokedReason) -> int:
    """Revoke the rows of one family of a person that are not revoked yet."""
    rows = UserRefreshToken.objects.filter(user_id=user_id, token_family_id=session_id, revoked_at__isnull=True)
    return int(rows.update(revoked_at=clock.now(), revoked_reason=reason.value))


def end_all_sessions(
    user: User,
    reason: RevokedReason,
    *,
    actor: Actor,
    keep_session_id: str | None = None,
    is_recorded: bool = True,
    note: str | None = None,
) -> int:
    """End the sessions of a person, pages included; return how many were open (SE-7, SE-8, invariant 31).

    Without ``keep_session_id`` the session stamp is renewed and both token versions are raised. ``is_recorded`` False
    leaves the auth event to the caller's own; ``note`` stands in it behind the code, and so does who ended the
    sessions of somebody else. Joins the caller's transaction.
    """
    with business_transaction(actor=actor):
        lock_user(user.pk)
        now = clock.now()
        rows = UserRefreshToken.objects.filter(user=user, revoked_at__isnull=True)
        alive = live_tokens(now).filter(user=user)
        if keep_session_id is not None:
            rows, alive = rows.exclude(token_family_id=keep_session_id), alive.exclude(token_family_id=keep_session_id)
        ended = alive.count()
        rows.update(revoked_at=now, revoked_reason=reason.value)
        if keep_session_id is None:
            _renew_versions(user)
        access_state.forget(user.pk)
        if is_recorded:
            record_auth_event(
                event_type="SESSIONS_REVOKED",
                is_success=True,
                user_id=user.pk,
                email=user.email,
                reason=reason.value if note is None else f"{reason.value}: {note}",
                details={"sessionsRevoked": ended, **({} if actor.user_id == user.pk else {"byUserId": actor.user_id})},
                session_id=actor.session_id,
            )
    return ended


def _renew_versions(user: User) -> None:
    """New stamp and versions; none of the three columns is part of the account's history."""
    user.renew_session_stamp()
    User.objects.filter(pk=user.pk).update(
        session_token=user.session_token,
        access_token_version=F("access_token_version") + 1,
        refresh_token_version=F("refresh_token_version") + 1,
    )
    user.refresh_from_db(fields=["access_token_version", "refresh_token_version"])
