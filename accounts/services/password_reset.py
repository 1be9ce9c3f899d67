"""Forgotten and expired passwords (PW-5, PW-6, PW-8)."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.models import User, UserPasswordResetToken
from accounts.models.codes import RevokedReason, UserStatusCode
from accounts.selectors.users import find_by_email, status_code
from accounts.services import link_tokens, lockout, mails, password_setting, passwords
from accounts.services.even_time import even_time
from accounts.services.limits import MAIL_REQUEST, enforce
from accounts.services.people import as_actor, lock_user
from accounts.services.sessions import end_all_sessions
from accounts.services.verification import confirm_address
from auditing.services import business_transaction
from common import clock
from common.actors import VISITOR
from common.problems import Problem, ValidationFailed
from logging_app.services import record_auth_event
from settings_app.selectors import get_int


def request_reset(*, email: str) -> None:
    """Mail a link to active, locked and pending accounts; says nothing about whether there is one (PW-5).

    Raises:
        Problem: RATE_LIMIT_EXCEEDED.
    """
    address = User.normalize_username(email)
    enforce((MAIL_REQUEST, f"reset:{address}"), email=address)
    with even_time("mail_request"):
        found = find_by_email(address)
        with business_transaction(actor=as_actor(found) if found else VISITOR):
            user = lock_user(found.pk) if found else None
            is_sent = user is not None and _may_reset(user)
            if user is not None and is_sent:
                _send_link(user)
            record_auth_event(
                event_type="PASSWORD_RESET_REQUESTED",
                is_success=is_sent,
                user_id=user.pk if user else None,
                email=address,
                reason=None if is_sent else "NO_ACCOUNT_TO_RESET",
            )


def _may_reset(user: User) -> bool:
    return user.erased_at is None and status_code(user) is not UserStatusCode.SUSPENDED


def _send_link(user: User) -> None:
    hours = get_int("PASSWORD_RESET_EXPIRY_HOURS")
    mails.send_reset(user, link_tokens.issue_reset(user, timedelta(hours=hours)), hours)


def validate(token: str) -> datetime:
    """Look at a link or proof without spending it; return its end (PW-8).

    Raises:
        Problem: TOKEN_INVALID, TOKEN_USED, TOKEN_EXPIRED.
    """
    return _usable(link_tokens.find(UserPasswordResetToken, token)).expires_at


def _usable(row: UserPasswordResetToken | None) -> UserPasswordResetToken:
    if row is not None and not _may_reset(row.user):
        row = None
    return link_tokens.require_usable(row, clock.now())


def confirm(*, token: str, new_password: str) -> None:
    """Set a new password with a link or proof; of two at once one succeeds (PW-6).

    Raises:
        ValidationFailed: unmet rules on ``newPassword``; the link stays usable.
        Problem: TOKEN_INVALID, TOKEN_USED, TOKEN_EXPIRED.
    """
    found = link_tokens.find(UserPasswordResetToken, token)
    try:
        row = _usable(found)
        passwords.require_good(new_password, passwords.Owner.of(row.user), "newPassword")
        _spend_and_store(row, passwords.hash_of(new_password))
    except Problem as problem:
        reason = "WEAK_PASSWORD" if isinstance(problem, ValidationFailed) else problem.code
        record_auth_event(
            event_type="PASSWORD_RESET_FAILED",
            is_success=False,
            user_id=found.user_id if found else None,
            email=found.user.email if found else None,
            reason=reason,
        )
        raise


def _spend_and_store(row: UserPasswordResetToken, password_hash: str) -> None:
    actor = as_actor(row.user)
    with business_transaction(actor=actor):
        user = lock_user(row.user_id)
        now = clock.now()
        if user is None or not _may_reset(user) or not link_tokens.spend(row, now):
            row.refresh_from_db()
            raise link_tokens.problem_of(row, now) or Problem("TOKEN_INVALID")
        lockout.end_lapsed_lock(user, now, actor)
        if user.is_locked and user.locked_until is not None:
            lockout.unlock(user, cause="reset", actor=actor)
        password_setting.store(user, password_hash, actor, cause="reset")
        confirm_address(user, actor)
        link_tokens.spend_all(link_tokens.resets_of(user))
        link_tokens.spend_all(link_tokens.verifications_of(user))
        end_all_sessions(user, RevokedReason.PASSWORD_RESET, actor=actor, is_recorded=False)
        record_auth_event(
            event_type="PASSWORD_RESET_COMPLETED",
            is_success=True,
            user_id=user.pk,
            email=user.email,
            reason=row.purpose,
        )
