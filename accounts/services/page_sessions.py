"""Sessions of server-rendered pages: a Django session that holds the handle of a token family (SE-1, SE-9).

The cookie belongs to Django; whether it still means anything is decided by the row in the database, so that a device
can be ended from anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from django.contrib.auth import login as bind_user
from django.contrib.auth import logout as unbind_user
from django.http import HttpRequest

from accounts.models import User, UserRefreshToken
from accounts.models.codes import RevokedReason, Transport
from accounts.services import login, passkey_login, second_factor_login
from accounts.services.access_state import describe
from accounts.services.memberships import membership_for
from accounts.services.people import as_actor
from accounts.services.sessions import IssuedSession, end_session, life_of
from common import clock
from common.api.principal import Principal
from common.links import hash_token
from settings_app.selectors import get_int

HANDLE: Final = "page_handle"
SESSION_ID: Final = "page_session_id"
_BACKEND: Final = "accounts.backends.AccountBackend"
_MOVE_EVERY = timedelta(minutes=1)

EndedBecause = Literal["timeout", "ended"]


@dataclass(frozen=True, slots=True)
class PageSession:
    """A live page session: its principal, and the instant it ends without a further request."""

    principal: Principal
    user: User
    expires_at: datetime


def log_in(request: HttpRequest, *, email: str, password: str) -> IssuedSession:
    """Log in by page (LG-1, LG-2).

    Raises:
        Problem: as ``login.log_in``.
    """
    issued = login.log_in(email=email, password=password, transport=Transport.PAGE)
    bind(request, issued)
    return issued


def log_in_by_passkey(request: HttpRequest, *, ceremony_token: str, credential: dict[str, Any]) -> IssuedSession:
    """Log in by page with a passkey.

    Raises:
        Problem: as ``passkey_login.log_in``.
    """
    issued = passkey_login.log_in(ceremony_token=ceremony_token, credential=credential, transport=Transport.PAGE)
    bind(request, issued)
    return issued


def pass_second_factor(request: HttpRequest, *, challenge_token: str, code: str) -> IssuedSession:
    """Finish a log-in by page with a code of the app or a recovery code (SF-4).

    Raises:
        Problem: as ``second_factor_login.answer``.
    """
    issued = second_factor_login.answer(challenge_token=challenge_token, code=code, transport=Transport.PAGE)
    bind(request, issued)
    return issued


def pass_second_factor_by_passkey(
    request: HttpRequest, *, challenge_token: str, ceremony_token: str, credential: dict[str, Any]
) -> IssuedSession:
    """Finish a log-in by page with a passkey after the password (SF-4).

    Raises:
        Problem: as ``second_factor_login.answer_with_passkey``.
    """
    issued = second_factor_login.answer_with_passkey(
        challenge_token=challenge_token,
        ceremony_token=ceremony_token,
        credential=credential,
        transport=Transport.PAGE,
    )
    bind(request, issued)
    return issued


def bind(request: HttpRequest, issued: IssuedSession) -> None:
    """Put the handle of an opened session into a fresh browser session; a session that was there ends."""
    _end_bound(request)
    request.session.flush()
    bind_user(request, issued.user, backend=_BACKEND)
    request.session[HANDLE] = issued.refresh_token
    request.session[SESSION_ID] = issued.session_id
    request.session.set_expiry(timedelta(days=get_int("SESSION_MAX_DAYS")))


def sign_out(request: HttpRequest) -> None:
    """End the page session, here and in the list of sessions (SE-7)."""
    _end_bound(request)
    unbind_user(request)


def _end_bound(request: HttpRequest) -> None:
    session_id, user_id = request.session.get(SESSION_ID), request.session.get("_auth_user_id")
    user = User.objects.filter(pk=user_id).first() if session_id and user_id else None
    if user is not None and session_id is not None:
        end_session(session_id=session_id, user_id=user.pk, reason=RevokedReason.LOGOUT, actor=as_actor(user))


def current(request: HttpRequest, user: User) -> PageSession | EndedBecause:
    """Return the page session of a request, moved on, or why there is none any more (SE-9)."""
    handle = request.session.get(HANDLE)
    row = _row(handle) if isinstance(handle, str) else None
    if row is None or row.user_id != user.pk:
        return "ended"
    now = clock.now()
    if row.is_usable(now, user.refresh_token_version) and user.is_active:
        expires_at = _move_on(row, now)
        return PageSession(_principal(row, user), user, expires_at)
    return "timeout" if row.revoked_at is None and now >= row.expires_at else "ended"


def _row(handle: str) -> UserRefreshToken | None:
    rows = UserRefreshToken.objects.filter(token_hash=hash_token(handle), transport=Transport.PAGE.value)
    row: UserRefreshToken | None = rows.select_related("user").first()
    return row


def _move_on(row: UserRefreshToken, now: datetime) -> datetime:
    """Move the end of the session on, at most once a minute."""
    if row.last_used_at is not None and now - row.last_used_at < _MOVE_EVERY:
        return row.expires_at
    expires_at = min(now + life_of(Transport.PAGE), row.session_expires_at)
    UserRefreshToken.objects.filter(pk=row.pk, revoked_at__isnull=True).update(expires_at=expires_at, last_used_at=now)
    return expires_at


def _principal(row: UserRefreshToken, user: User) -> Principal:
    """Rights are read anew on every page; a lost membership moves the session as a refresh would (SE-5)."""
    membership = membership_for(user.pk, row.company_id)
    company_id = membership.company_id if membership else None
    if company_id != row.company_id:
        UserRefreshToken.objects.filter(pk=row.pk).update(company_id=company_id)
    row.user = user
    state = describe(row, None)
    return Principal(
        user_id=user.pk,
        email=state.email,
        full_name=state.full_name,
        session_id=str(row.token_family_id),
        system_role=state.system_role,
        company_id=company_id,
        company_role=membership.role_code if membership else None,
        capabilities=membership.capabilities if membership else frozenset(),
        is_onboarding_complete=state.is_onboarding_complete,
        status=state.status,
        timezone=state.timezone,
        has_second_factor=state.has_second_factor,
    )
