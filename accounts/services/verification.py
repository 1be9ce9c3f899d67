"""Confirmation of e-mail addresses (SU-3 to SU-7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.models import User, UserEmailVerificationToken
from accounts.models.codes import UserStatusCode
from accounts.selectors.users import find_by_email, is_unproven, status_code
from accounts.services import link_tokens, mails
from accounts.services.even_time import even_time
from accounts.services.limits import MAIL_REQUEST, enforce
from accounts.services.people import as_actor, lock_user, set_status
from auditing.services import business_transaction, record
from common import clock
from common.actors import VISITOR, Actor
from common.problems import Problem
from logging_app.services import record_auth_event
from settings_app.selectors import get_int


@dataclass(frozen=True, slots=True)
class VerificationPreview:
    """What the page shows before the button is pressed (SU-4)."""

    email: str
    expires_at: datetime


def send_link(user: User) -> None:
    """Issue a new link and queue its mail, in the caller's transaction; earlier links die (SU-3)."""
    hours = get_int("EMAIL_VERIFICATION_EXPIRY_HOURS")
    secret = link_tokens.issue_verification(user, timedelta(hours=hours))
    mails.send_verification(user, secret, hours)


def preview(token: str) -> VerificationPreview:
    """Look at a link without spending it (SU-4).

    Raises:
        Problem: TOKEN_INVALID, TOKEN_USED, TOKEN_EXPIRED.
    """
    row = link_tokens.require_usable(link_tokens.find(UserEmailVerificationToken, token), clock.now())
    return VerificationPreview(email=row.email, expires_at=row.expires_at)


def verify(*, token: str) -> User:
    """Spend a link: the address is confirmed, a pending account becomes active (SU-5).

    Raises:
        Problem: TOKEN_INVALID, TOKEN_USED, TOKEN_EXPIRED (SU-6).
    """
    row = link_tokens.find(UserEmailVerificationToken, token)
    if row is None:
        raise _failed(None, Problem("TOKEN_INVALID"))
    with business_transaction(actor=as_actor(row.user)):
        user = lock_user(row.user_id)
        now = clock.now()
        if user is not None and user.email == row.email and link_tokens.spend(row, now):
            confirm_address(user, as_actor(user))
            return user
        row = link_tokens.find(UserEmailVerificationToken, token)
        problem = link_tokens.problem_of(row, now) or Problem("TOKEN_INVALID")
    raise _failed(row, problem)


def confirm_address(user: User, actor: Actor) -> None:
    """Set the address confirmed, recorded as a confirmation of its own (SU-5)."""
    if user.is_email_verified:
        return
    before = status_code(user)
    mark_confirmed(user, actor)
    record(
        action="USER_EMAIL_VERIFIED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"isEmailVerified": False, "statusCode": before.value},
        new={"isEmailVerified": True, "statusCode": status_code(user).value},
    )
    record_auth_event(event_type="EMAIL_VERIFIED", is_success=True, user_id=user.pk, email=user.email)


def mark_confirmed(user: User, actor: Actor) -> None:
    """Turn ``pending`` into ``active`` and change no other status (SU-5); what the caller records covers it."""
    user.is_email_verified, user.email_verified_at = True, clock.now()
    if status_code(user) is UserStatusCode.PENDING:
        set_status(user, UserStatusCode.ACTIVE)
    user.stamp_updated(actor)
    user.save()


def resend(*, email: str) -> None:
    """Send a new link to an account nobody has confirmed; says nothing about whether there is one (SU-7).

    Raises:
        Problem: RATE_LIMIT_EXCEEDED.
    """
    address = User.normalize_username(email)
    enforce((MAIL_REQUEST, f"resend:{address}"), email=address)
    with even_time("mail_request"), business_transaction(actor=VISITOR):
        user = _lock_unproven(address)
        if user is not None:
            send_link(user)
            record_auth_event(
                event_type="EMAIL_VERIFICATION_RESENT", is_success=True, user_id=user.pk, email=user.email
            )


def _lock_unproven(email: str) -> User | None:
    found = find_by_email(email)
    user = lock_user(found.pk) if found is not None else None
    return user if user is not None and is_unproven(user) else None


def _failed(row: UserEmailVerificationToken | None, problem: Problem) -> Problem:
    record_auth_event(
        event_type="EMAIL_VERIFICATION_FAILED",
        is_success=False,
        user_id=row.user_id if row else None,
        email=row.email if row else None,
        reason=problem.code,
    )
    return problem
