"""Rotation of refresh tokens (SE-4 to SE-6, invariant 28)."""

from __future__ import annotations

from accounts.models import User, UserRefreshToken
from accounts.models.codes import RevokedReason, Transport, UserStatusCode
from accounts.selectors.users import status_code
from accounts.services import access_state, mails
from accounts.services.memberships import membership_for
from accounts.services.people import as_actor, lock_user
from accounts.services.sessions import IssuedSession, add_token, revoke_family
from auditing.services import business_transaction
from common import clock
from common.links import hash_token
from common.problems import Problem
from logging_app.services import record_auth_event


def refresh_session(*, token: str, transport: Transport) -> IssuedSession:
    """Spend a refresh token and issue its successor; of two at once one wins, the other counts as reuse (SE-4).

    Raises:
        Problem: REFRESH_TOKEN_INVALID, REFRESH_TOKEN_EXPIRED, REFRESH_TOKEN_REUSED (the family has ended, and stays so
            although the request fails), ACCOUNT_SUSPENDED.
    """
    user_id = UserRefreshToken.objects.filter(token_hash=hash_token(token)).values_list("user_id", flat=True).first()
    user = User.objects.filter(pk=user_id).first() if user_id is not None else None
    if user is None:
        raise _failed(Problem("REFRESH_TOKEN_INVALID"), None)
    # The refusal is raised after the transaction, so that what it wrote commits.
    with business_transaction(actor=as_actor(user)):
        outcome, row = _rotate(user.pk, token, transport)
    if isinstance(outcome, Problem):
        raise _failed(outcome, row)
    return outcome


def _rotate(user_id: int, token: str, transport: Transport) -> tuple[IssuedSession | Problem, UserRefreshToken]:
    user = lock_user(user_id)
    row = UserRefreshToken.objects.get(token_hash=hash_token(token))
    if user is None or user.erased_at is not None or row.transport != transport.value:
        return Problem("REFRESH_TOKEN_INVALID"), row
    if status_code(user) is UserStatusCode.SUSPENDED:
        return Problem("ACCOUNT_SUSPENDED"), row
    if row.used_at is not None:
        return _end_reused(user, row), row
    if row.revoked_at is not None or row.refresh_token_version != user.refresh_token_version:
        return Problem("REFRESH_TOKEN_INVALID"), row
    if clock.now() >= row.expires_at:
        return Problem("REFRESH_TOKEN_EXPIRED"), row
    return _succeed(user, row), row


def _succeed(user: User, row: UserRefreshToken) -> IssuedSession:
    now = clock.now()
    UserRefreshToken.objects.filter(pk=row.pk).update(used_at=now, last_used_at=now)
    issued = add_token(
        user,
        Transport(row.transport),
        session_id=row.token_family_id,
        membership=membership_for(user.pk, row.company_id),
        started_at=row.session_started_at,
        ends_at=row.session_expires_at,
        has_second_factor=row.has_second_factor,
    )
    record_auth_event(
        event_type="TOKEN_REFRESH",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        session_id=issued.session_id,
    )
    return issued


def _end_reused(user: User, row: UserRefreshToken) -> Problem:
    """End the family; the owner is told once, however often dead tokens of it come back."""
    record_auth_event(
        event_type="TOKEN_REUSE_DETECTED",
        is_success=False,
        user_id=user.pk,
        email=user.email,
        session_id=str(row.token_family_id),
        survive_rollback=False,
    )
    if revoke_family(user.pk, row.token_family_id, RevokedReason.REUSE_DETECTED):
        access_state.forget(user.pk)
        mails.send_session_alert(user, clock.now())
    return Problem("REFRESH_TOKEN_REUSED")


def _failed(problem: Problem, row: UserRefreshToken | None) -> Problem:
    if problem.code == "REFRESH_TOKEN_REUSED":
        return problem
    record_auth_event(
        event_type="TOKEN_REFRESH_FAILED",
        is_success=False,
        user_id=row.user_id if row else None,
        email=row.user.email if row else None,
        reason=problem.code,
        session_id=str(row.token_family_id) if row else None,
    )
    return problem
