"""Confirming something weighty with the present password, while signed in (LK-3)."""

from __future__ import annotations

from accounts.models import User
from accounts.services import lockout, passwords
from common import clock
from common.actors import Actor
from common.problems import Problem, ValidationFailed
from logging_app.services import record_auth_event


def confirmation_problem(user: User, current_password: str) -> Problem | None:
    """What is wrong with the password, for the caller to raise after its transaction so that the counter commits.

    A wrong one counts as a failed log-in and may lock the account; while a lock is in force none is looked at, so that
    an open session is no way to go on guessing. The caller holds the row of the person locked.
    """
    now = clock.now()
    lockout.end_lapsed_lock(user, now)
    if user.is_lock_in_force(now):
        return lockout.locked_problem(user, now)
    if passwords.matches(user, current_password):
        return None
    lockout.count_failure(user, now)
    return ValidationFailed.of("currentPassword", "incorrect_password", "This is not your present password.")


def recorded(problem: Problem, actor: Actor) -> Problem:
    """Record that a confirmation failed, and return the problem to raise."""
    if problem.code in ("ACCOUNT_LOCKED", "VALIDATION_ERROR"):
        record_auth_event(
            event_type="LOGIN_FAILED",
            is_success=False,
            user_id=actor.user_id,
            email=actor.email,
            reason="INCORRECT_PASSWORD" if problem.code == "VALIDATION_ERROR" else problem.code,
            details={"method": "confirmation"},
            session_id=actor.session_id,
        )
    return problem
