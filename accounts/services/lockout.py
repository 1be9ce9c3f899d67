"""Locks of accounts (LK-1 to LK-3, invariant 29). Callers hold the row of the person locked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from accounts.models import User
from accounts.models.codes import UserStatusCode
from accounts.selectors.users import effective_status, status_behind_lock, status_code
from accounts.services import mails
from accounts.services.people import set_status
from auditing.services import record
from common.actors import Actor, system_actor
from common.problems import Problem
from logging_app.services import record_auth_event
from settings_app.selectors import get_int

SIGN_IN = system_actor("sign-in")
FAILURES_REASON = "Too many failed log-ins"

UnlockCause = Literal["time", "reset", "staff", "invitation"]


def locked_problem(user: User, now: datetime) -> Problem:
    """423 with the seconds to wait, or null for a lock without an end."""
    until = user.locked_until
    wait = None if until is None else max(1, int((until - now).total_seconds() + 0.999))
    return Problem("ACCOUNT_LOCKED", retryAfter=wait)


def count_failure(user: User, now: datetime) -> None:
    """Count a wrong password; the last one allowed locks the account (LK-1). While locked nothing counts (LK-2)."""
    if effective_status(user, now) not in (UserStatusCode.ACTIVE, UserStatusCode.PENDING):
        return
    user.failed_login_attempts += 1
    # The counter is no part of the account's history, and no change that an ETag should show.
    User.objects.filter(pk=user.pk).update(failed_login_attempts=user.failed_login_attempts)
    if user.failed_login_attempts >= get_int("MAX_LOGIN_ATTEMPTS"):
        until = now + timedelta(minutes=get_int("ACCOUNT_LOCKOUT_MINUTES"))
        lock(user, until=until, reason=FAILURES_REASON, actor=SIGN_IN)


def lock(user: User, *, until: datetime | None, reason: str, actor: Actor) -> None:
    """Lock an account and tell its owner. ``until`` None is a lock that staff must lift.

    Must run inside ``business_transaction``; staff locks also end all sessions, which is their caller's business.
    """
    before = status_code(user)
    set_status(user, UserStatusCode.LOCKED)
    user.locked_until, user.locked_reason = until, reason
    user.stamp_updated(actor)
    user.save()
    new = {"statusCode": UserStatusCode.LOCKED.value, "lockedUntil": until, "lockedReason": reason}
    record(
        action="USER_LOCKED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"statusCode": before.value},
        new=new,
        reason=reason,
    )
    record_auth_event(event_type="ACCOUNT_LOCKED", is_success=True, user_id=user.pk, email=user.email, reason=reason)
    mails.send_account_locked(user)


def unlock(user: User, *, cause: UnlockCause, actor: Actor, reason: str | None = None) -> None:
    """End a lock: the former status and a zero counter come back (LK-2). Must run inside ``business_transaction``."""
    if status_code(user) is not UserStatusCode.LOCKED:
        return
    old = {"statusCode": UserStatusCode.LOCKED.value, "lockedUntil": user.locked_until}
    status = status_behind_lock(user)
    set_status(user, status)
    user.failed_login_attempts = 0
    user.stamp_updated(actor)
    user.save()
    record(
        action="USER_UNLOCKED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old=old,
        new={"statusCode": status.value, "cause": cause},
        reason=reason,
    )
    record_auth_event(event_type="ACCOUNT_UNLOCKED", is_success=True, user_id=user.pk, email=user.email, reason=cause)


def end_lapsed_lock(user: User, now: datetime, actor: Actor = SIGN_IN) -> None:
    """Store that a lock past its time has ended (LK-2)."""
    if user.is_locked and not user.is_lock_in_force(now):
        unlock(user, cause="time", actor=actor)
