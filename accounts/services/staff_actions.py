"""Care of accounts by staff: lock, suspend, end sessions, send the verification link again (LK-2, SE-8, section 23)."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from accounts.models.codes import RevokedReason, UserStatusCode
from accounts.selectors.sessions import live_tokens
from accounts.selectors.users import effective_status, is_unproven, status_behind_lock, status_code
from accounts.services import lockout
from accounts.services.people import set_status
from accounts.services.second_factor_reset import reset_second_factor
from accounts.services.sessions import end_all_sessions
from accounts.services.staff_steps import require_other_system_admin, staff_action
from accounts.services.verification import send_link
from auditing.services import record
from common import clock
from common.actors import Actor
from common.problems import FieldErrors, Problem
from companies.selectors import lock_companies_without_other_admin
from logging_app.services import record_auth_event

__all__ = [
    "end_sessions",
    "lock",
    "reactivate",
    "resend_verification",
    "reset_second_factor",
    "suspend",
    "unlock",
]


def lock(*, user_id: int, reason: str, actor: Actor, locked_until: datetime | None = None) -> User:
    """Lock an account, end its sessions and tell its owner; without an end only staff lift the lock (LK-2).

    Raises:
        ValidationFailed: no reason, or an end that is past.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE, LAST_SYSTEM_ADMIN.
    """
    errors = FieldErrors()
    if locked_until is not None and locked_until <= clock.now():
        errors.add("lockedUntil", "too_small", "The lock must end later than now. Leave it out to lock without an end.")
    with staff_action(user_id=user_id, reason=reason, actor=actor, errors=errors) as (user, text):
        lockout.end_lapsed_lock(user, clock.now())
        if status_code(user) not in (UserStatusCode.ACTIVE, UserStatusCode.PENDING):
            raise _wrong_state(user, "Only active and pending accounts can be locked.")
        require_other_system_admin(user)
        lockout.lock(user, until=locked_until, reason=text, actor=actor)
        end_all_sessions(user, RevokedReason.LOCKED, actor=actor, is_recorded=False)
        return user


def unlock(*, user_id: int, reason: str, actor: Actor) -> User:
    """Lift a lock, whoever set it: the former status and a zero counter come back (LK-2).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE.
    """
    with staff_action(user_id=user_id, reason=reason, actor=actor) as (user, text):
        if not user.is_lock_in_force(clock.now()):
            raise _wrong_state(user, "Only locked accounts can be unlocked.")
        lockout.unlock(user, cause="staff", actor=actor, reason=text)
        return user


def suspend(*, user_id: int, reason: str, actor: Actor) -> User:
    """Suspend an account and end its sessions (SE-8); no company may lose its last active admin by it (ME-3).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE, LAST_SYSTEM_ADMIN, LAST_ADMIN.
    """
    with staff_action(user_id=user_id, reason=reason, actor=actor) as (user, text):
        if status_code(user) is UserStatusCode.SUSPENDED:
            raise _wrong_state(user, "It cannot be suspended again.")
        require_other_system_admin(user)
        _require_replaceable(user)
        _change_status(user, UserStatusCode.SUSPENDED, "USER_SUSPENDED", text, actor)
        end_all_sessions(user, RevokedReason.SUSPENDED, actor=actor)
        return user


def reactivate(*, user_id: int, reason: str, actor: Actor) -> User:
    """Lift a suspension: the account is active again, or pending while its address is not confirmed.

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE.
    """
    with staff_action(user_id=user_id, reason=reason, actor=actor) as (user, text):
        if status_code(user) is not UserStatusCode.SUSPENDED:
            raise _wrong_state(user, "Only suspended accounts can be reactivated.")
        user.failed_login_attempts = 0
        _change_status(user, status_behind_lock(user), "USER_REACTIVATED", text, actor)
        return user


def end_sessions(*, user_id: int, reason: str, actor: Actor) -> int:
    """End every session of a person and return how many were open; without one nothing is written (AU-3).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN.
    """
    with staff_action(user_id=user_id, reason=reason, actor=actor) as (user, text):
        if not live_tokens(clock.now()).filter(user=user).exists():
            return 0
        return end_all_sessions(user, RevokedReason.SESSION_ENDED, actor=actor, note=text)


def resend_verification(*, user_id: int, reason: str, actor: Actor) -> User:
    """Send a new link to an account nobody has confirmed; earlier links die (SU-7).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE.
    """
    with staff_action(user_id=user_id, reason=reason, actor=actor) as (user, text):
        if not is_unproven(user):
            raise _wrong_state(user, "A link is sent to accounts only that wait for the confirmation of their address.")
        send_link(user)
        record_auth_event(
            event_type="EMAIL_VERIFICATION_RESENT",
            is_success=True,
            user_id=user.pk,
            email=user.email,
            reason=f"staff: {text}",
            details={"byUserId": actor.user_id},
        )
        return user


def _require_replaceable(user: User) -> None:
    orphaned = lock_companies_without_other_admin(user.pk)
    if orphaned:
        names = ", ".join(orphaned)
        raise Problem("LAST_ADMIN", f"They are the only active administrator of {names}. Appoint another one first.")


def _change_status(user: User, status: UserStatusCode, action: str, reason: str, actor: Actor) -> None:
    before = status_code(user)
    set_status(user, status)
    user.stamp_updated(actor)
    user.save()
    record(
        action=action,
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"statusCode": before.value},
        new={"statusCode": status.value},
        reason=reason,
    )


def _wrong_state(user: User, rule: str) -> Problem:
    return Problem("USER_STATE", f"The account is {effective_status(user).value}. {rule}")
