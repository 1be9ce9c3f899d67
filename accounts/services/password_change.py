"""Change of the own password while signed in (PW-7, LK-3)."""

from __future__ import annotations

from accounts.models import User
from accounts.models.codes import RevokedReason
from accounts.selectors.users import get_user
from accounts.services import link_tokens, lockout, password_setting, passwords
from accounts.services.people import lock_owner
from accounts.services.sessions import end_all_sessions
from auditing.services import business_transaction
from common import clock
from common.actors import Actor
from common.problems import FieldError, Problem, ValidationFailed
from logging_app.services import record_auth_event


def change_password(*, actor: Actor, current_password: str, new_password: str) -> None:
    """Replace the password; the session of ``actor`` goes on, the others end (PW-7).

    A wrong current password counts as a failed login and may lock the account (LK-3).

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword, unmet rules on newPassword.
        Problem: ACCOUNT_LOCKED while a lock is in force, so that an open session is no way to go on guessing.
    """
    _ask_ahead(actor, current_password, new_password)
    # The refusal is raised after the transaction, so that the counter and the lock commit.
    with business_transaction(actor=actor):
        user = lock_owner(actor)
        problem = _refusal(user, current_password, new_password)
        if problem is None:
            _change(user, new_password, actor)
    if problem is not None:
        reason = "INCORRECT_PASSWORD" if _names_current(problem) else "WEAK_PASSWORD"
        record_auth_event(
            event_type="PASSWORD_CHANGE_FAILED",
            is_success=False,
            user_id=actor.user_id,
            email=actor.email,
            reason=problem.code if problem.code == "ACCOUNT_LOCKED" else reason,
            session_id=actor.session_id,
        )
        raise problem


def _ask_ahead(actor: Actor, current_password: str, new_password: str) -> None:
    """Judge before the row is locked: under the lock the answer from outside is known, and nobody waits for it."""
    user = get_user(actor.user_id) if actor.user_id is not None else None
    if user is not None and not user.is_lock_in_force(clock.now()):
        _unmet_rules(user, current_password, new_password)


def _refusal(user: User, current_password: str, new_password: str) -> Problem | None:
    now = clock.now()
    lockout.end_lapsed_lock(user, now)
    if user.is_lock_in_force(now):
        return lockout.locked_problem(user, now)
    errors: list[FieldError] = []
    if not passwords.matches(user, current_password):
        lockout.count_failure(user, now)
        errors.append(FieldError("currentPassword", "incorrect_password", "This is not your present password."))
    elif new_password == current_password:
        errors.append(passwords.unchanged("newPassword"))
    errors += _unmet_rules(user, current_password, new_password)
    return ValidationFailed(errors) if errors else None


def _unmet_rules(user: User, current_password: str, new_password: str) -> list[FieldError]:
    # Comparing the new password with the stored hash would only tell a guesser more.
    owner = passwords.Owner.of(user, with_hash=False)
    # What was typed twice is refused whatever else it is, so nobody outside is asked about it.
    judge = passwords.own_errors_of if new_password == current_password else passwords.errors_of
    return judge(new_password, owner, "newPassword")


def _names_current(problem: Problem) -> bool:
    return any(error.field == "currentPassword" for error in problem.errors)


def _change(user: User, new_password: str, actor: Actor) -> None:
    password_setting.store(user, passwords.hash_of(new_password), actor, cause="change")
    # A link or proof from before, perhaps held by whoever the change is meant to keep out, must not undo it.
    link_tokens.void(link_tokens.resets_of(user))
    end_all_sessions(
        user, RevokedReason.PASSWORD_CHANGED, actor=actor, keep_session_id=actor.session_id, is_recorded=False
    )
    record_auth_event(
        event_type="PASSWORD_CHANGED",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        session_id=actor.session_id,
    )
