"""Signed-in people without the log-in form."""

from __future__ import annotations

from typing import Any

from accounts.models import User, UserRefreshToken
from accounts.models.codes import Transport
from accounts.services import access_state
from accounts.services.people import as_actor
from accounts.services.sessions import IssuedSession, open_session
from auditing.services import business_transaction
from tests.factories.accounts import PASSWORD
from tests.support.api import ApiClient

UNSET: Any = object()


def session_of(
    user: User,
    company_id: int | None = UNSET,
    transport: Transport = Transport.BODY,
    *,
    has_second_factor: bool = False,
) -> IssuedSession:
    """Open a session; without ``company_id`` in the company a log-in would choose."""
    from accounts.services.memberships import membership_for

    if company_id is UNSET:
        membership = membership_for(user.pk, None)
        company_id = membership.company_id if membership else None
    with business_transaction(actor=as_actor(user)):
        return open_session(user=user, transport=transport, company_id=company_id, has_second_factor=has_second_factor)


def client_of(user: User, company_id: int | None = UNSET, *, has_second_factor: bool = False) -> ApiClient:
    """A client that sends the access token of a new session."""
    return ApiClient(session_of(user, company_id, has_second_factor=has_second_factor).access_token)


def confirm_sessions(user: User) -> None:
    """Let the open sessions of a person count as confirmed with a second factor."""
    UserRefreshToken.objects.filter(user=user).update(has_second_factor=True)
    access_state.forget(user.pk)


def log_in(api: ApiClient, user: User, **more: Any) -> dict[str, Any]:
    """Log in over HTTP; the answered body."""
    body: dict[str, Any] = api.post("/auth/login", {"email": user.email, "password": PASSWORD, **more}).json()
    return body


def refresh(api: ApiClient, token: str) -> Any:
    """Refresh by a token in the body."""
    return api.post("/auth/refresh", {"refreshToken": token})
