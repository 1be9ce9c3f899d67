"""The second factor of a person: turning it on and off, its app, its recovery codes (SF-1, SF-2, SF-5).

Everything but the first code of an app is confirmed with the present password; a wrong one counts as a failed log-in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from accounts.models import User, UserRefreshToken
from accounts.models.codes import RevokedReason
from accounts.selectors.second_factors import PASSKEY, TOTP, has_authenticator, passkey_count, required_by
from accounts.services import authenticators, mails, recovery_codes, totp
from accounts.services.authenticators import AuthenticatorSetup
from accounts.services.password_confirmation import confirmation_problem, recorded
from accounts.services.people import lock_owner
from accounts.services.sessions import end_all_sessions
from auditing.services import business_transaction, record
from common import clock
from common.actors import Actor
from common.problems import Problem, ValidationFailed
from logging_app.services import record_auth_event

T = TypeVar("T")


def begin_authenticator(*, actor: Actor, current_password: str) -> AuthenticatorSetup:
    """Begin to set up an authenticator app: a new key that counts once its first code is shown, within half an hour.

    An app that is in use goes on until then, so that a person can move to another phone.

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword.
        Problem: ACCOUNT_LOCKED.
    """

    def begin(user: User) -> AuthenticatorSetup:
        setup = authenticators.begin(user, actor)
        _record("USER_AUTHENTICATOR_BEGUN", user, actor)
        return setup

    return _confirmed(actor, current_password, begin)


def pending_authenticator(*, actor: Actor) -> AuthenticatorSetup | None:
    """What was begun and still waits for its first code, so that a page that is loaded again shows the same."""
    with business_transaction(actor):
        return authenticators.pending(lock_owner(actor))


def confirm_authenticator(*, actor: Actor, code: str) -> list[str]:
    """Put the app into use by its first code; turn the second factor on and return its recovery codes.

    Where it was on already there are none to return. Turning it on ends the other sessions (SF-2).

    Raises:
        ValidationFailed: ``not_applicable`` on code.
        Problem: SECOND_FACTOR_STATE when nothing is being set up, or for too long.
    """
    with business_transaction(actor):
        user = lock_owner(actor)
        if authenticators.pending(user) is None:
            raise _wrong_state("No app is being set up, or it took longer than half an hour. Begin again.")
        digits = "".join(code.split())
        had_one = has_authenticator(user.pk)
        if not totp.is_shaped(digits) or authenticators.confirm(user, digits, actor) is None:
            message = (
                "This is not the code the app shows now. Enter its six digits, such as 123 456. If they keep failing, "
                "let your phone set its clock by itself."
            )
            raise ValidationFailed.of("code", "not_applicable", message)
        _record("USER_AUTHENTICATOR_ADDED", user, actor, new={"replacesAnother": had_one})
        if user.second_factor_since is None:
            return _turn_on(user, actor, TOTP)
        _record_event("SECOND_FACTOR_ENROLLED", user, actor, TOTP)
        mails.send_second_factor_changed(user, "app_added", clock.now())
        return []


def remove_authenticator(*, actor: Actor, current_password: str) -> None:
    """Take the app away, or what is being set up where there is none yet.

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword.
        Problem: ACCOUNT_LOCKED, SECOND_FACTOR_STATE without an app, SECOND_FACTOR_LAST_METHOD while nothing else
            could answer.
    """

    def remove(user: User) -> None:
        row = authenticators.live(user.pk)
        if row is None:
            raise _wrong_state("There is no authenticator app to remove.")
        was_in_use = row.confirmed_at is not None
        if was_in_use and user.second_factor_since is not None and passkey_count(user.pk) == 0:
            raise Problem("SECOND_FACTOR_LAST_METHOD")
        authenticators.retire(row, actor)
        _record("USER_AUTHENTICATOR_REMOVED", user, actor, old={"wasInUse": was_in_use})
        if was_in_use:
            _record_event("SECOND_FACTOR_REMOVED", user, actor, TOTP)
            mails.send_second_factor_changed(user, "app_removed", clock.now())

    _confirmed(actor, current_password, remove)


def enable_passkeys(*, actor: Actor, current_password: str) -> list[str]:
    """Turn the second factor on with the passkeys the person has; where it is on they count already.

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword.
        Problem: ACCOUNT_LOCKED, SECOND_FACTOR_STATE without a passkey.
    """

    def enable(user: User) -> list[str]:
        if passkey_count(user.pk) == 0:
            raise _wrong_state("There is no passkey yet. Add one first.")
        return _turn_on(user, actor, PASSKEY) if user.second_factor_since is None else []

    return _confirmed(actor, current_password, enable)


def renew_recovery_codes(*, actor: Actor, current_password: str) -> list[str]:
    """Return ten new recovery codes; the old ones die.

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword.
        Problem: ACCOUNT_LOCKED, SECOND_FACTOR_STATE while the second factor is off.
    """

    def renew(user: User) -> list[str]:
        if user.second_factor_since is None:
            raise _wrong_state("The second factor is off, so it has no recovery codes.")
        codes = recovery_codes.issue(user, actor)
        _record("USER_RECOVERY_CODES_RENEWED", user, actor, new={"codes": len(codes)})
        _record_event("RECOVERY_CODES_RENEWED", user, actor, None)
        mails.send_second_factor_changed(user, "codes_renewed", clock.now(), codes_left=len(codes))
        return codes

    return _confirmed(actor, current_password, renew)


def turn_off(*, actor: Actor, current_password: str) -> None:
    """Turn the second factor off: app and recovery codes go, passkeys stay for logging in.

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword.
        Problem: ACCOUNT_LOCKED, SECOND_FACTOR_STATE while it is off, SECOND_FACTOR_ENFORCED.
    """

    def off(user: User) -> None:
        if user.second_factor_since is None:
            raise _wrong_state("The second factor is off already.")
        if required_by(user):
            raise Problem("SECOND_FACTOR_ENFORCED")
        _record("USER_SECOND_FACTOR_DISABLED", user, actor, old={"secondFactorSince": user.second_factor_since})
        take_away(user, actor)
        _record_event("SECOND_FACTOR_REMOVED", user, actor, None)
        mails.send_second_factor_changed(user, "removed", clock.now())

    _confirmed(actor, current_password, off)


def take_away(user: User, actor: Actor) -> None:
    """Remove app and recovery codes and save the account as one without a second factor.

    In the caller's transaction, which holds the row of the person locked and records what happened.
    """
    row = authenticators.live(user.pk)
    if row is not None:
        authenticators.retire(row, actor)
    recovery_codes.void(user, actor)
    user.second_factor_since = None
    user.stamp_updated(actor)
    user.save()


def _turn_on(user: User, actor: Actor, method: str) -> list[str]:
    now = clock.now()
    user.second_factor_since = now
    user.stamp_updated(actor)
    user.save()
    codes = recovery_codes.issue(user, actor)
    rows = UserRefreshToken.objects.filter(user=user, token_family_id=actor.session_id, used_at__isnull=True)
    rows.filter(revoked_at__isnull=True).update(has_second_factor=True)
    end_all_sessions(user, RevokedReason.FACTOR_CHANGED, actor=actor, keep_session_id=actor.session_id)
    _record("USER_SECOND_FACTOR_ENABLED", user, actor, new={"method": method, "secondFactorSince": now})
    _record_event("SECOND_FACTOR_ENROLLED", user, actor, method)
    mails.send_second_factor_changed(user, "enabled", now, codes_left=len(codes))
    return codes


def _confirmed(actor: Actor, current_password: str, change: Callable[[User], T]) -> T:
    """Make a change once the present password is shown; while it is wrong nothing changes but the counter."""
    with business_transaction(actor):
        user = lock_owner(actor)
        problem = confirmation_problem(user, current_password)
        if problem is None:
            return change(user)
    # Raised after the transaction, so that the counter and the lock commit.
    raise recorded(problem, actor)


def _wrong_state(detail: str) -> Problem:
    return Problem("SECOND_FACTOR_STATE", detail)


def _record(
    action: str, user: User, actor: Actor, *, old: dict[str, object] | None = None, new: dict[str, object] | None = None
) -> None:
    record(action=action, entity_type="dbo.User", entity_id=user.pk, actor=actor, old=old, new=new)


def _record_event(event_type: str, user: User, actor: Actor, method: str | None) -> None:
    record_auth_event(
        event_type=event_type,
        is_success=True,
        user_id=user.pk,
        email=user.email,
        details={"method": method} if method else None,
        session_id=actor.session_id,
    )
