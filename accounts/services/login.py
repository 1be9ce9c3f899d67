"""Login as small steps in the order of LG-1: limits, account, password, status, session.

``log_in`` does all of it in one transaction; ``authenticate`` stops before the session; ``complete`` opens one for a
checked person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from accounts.models import User
from accounts.models.codes import PasswordResetPurpose, Transport, UserStatusCode
from accounts.selectors.second_factors import PASSKEY
from accounts.selectors.users import effective_status, find_credentials, is_password_expired
from accounts.services import link_tokens, lockout, passwords
from accounts.services.limits import LOGIN, LOGIN_ADDRESS, client_address, enforce
from accounts.services.memberships import membership_for
from accounts.services.people import as_actor, lock_user
from accounts.services.second_factor_challenges import required_problem
from accounts.services.sessions import IssuedSession, open_session
from auditing.services import business_transaction
from common import clock
from common.problems import Problem
from common.rate_limits import clear
from logging_app.services import record_auth_event

PROOF_LIFE = timedelta(minutes=15)
PASSWORD: Final = "password"  # noqa: S105


def log_in(*, email: str, password: str, transport: Transport | str = Transport.BODY) -> IssuedSession:
    """Sign in and open a session (LG-1, LG-2).

    Raises:
        Problem: RATE_LIMIT_EXCEEDED, INVALID_CREDENTIALS, ACCOUNT_SUSPENDED, ACCOUNT_LOCKED, EMAIL_NOT_VERIFIED,
            PASSWORD_EXPIRED (with ``passwordChangeToken``), SECOND_FACTOR_REQUIRED (with ``challengeToken``).
    """
    entry = _look(email, password)
    # One transaction for judging and opening. The refusal is raised after it, so that the counter and the lock commit.
    with business_transaction(actor=lockout.SIGN_IN):
        user = lock_user(entry.found.pk)
        problem = _judge(user, entry)
        if user is not None and problem is None and (problem := required_problem(user)) is None:
            return _open(user, transport, PASSWORD, clock.now())
    raise entry.refused(problem)


def authenticate(*, email: str, password: str) -> User:
    """Check who somebody is without opening a session; failures are counted and recorded (LG-1, LK-1).

    Raises:
        Problem: as ``log_in``, but for the second factor.
    """
    entry = _look(email, password)
    with business_transaction(actor=lockout.SIGN_IN):
        user = lock_user(entry.found.pk)
        problem = _judge(user, entry)
    if problem is not None or user is None:
        raise entry.refused(problem)
    return user


@dataclass(frozen=True, slots=True)
class _Entry:
    """What was sent, the account it is about, and whether the password was right when that account was read."""

    address: str
    password: str
    found: User
    is_right: bool

    def refused(self, problem: Problem | None) -> Problem:
        """Record a refusal and return it; without a reason the account is gone, which is no one's business."""
        problem = problem or Problem("INVALID_CREDENTIALS")
        reason = "WRONG_PASSWORD" if problem.code == "INVALID_CREDENTIALS" else problem.code
        return _failed(problem, self.address, self.found.pk, reason)


def _look(email: str, password: str) -> _Entry:
    """Count the attempt, find the account, compare the password; an unknown address takes as long (GEN-11)."""
    address = User.normalize_username(email)
    enforce((LOGIN, pair_of(address)), (LOGIN_ADDRESS, client_address()), email=address)
    found = find_credentials(address)
    is_right = passwords.matches(found, password)
    if found is None:
        raise _failed(Problem("INVALID_CREDENTIALS"), address, None, "UNKNOWN_ACCOUNT")
    return _Entry(address, password, found, is_right)


def pair_of(address: str) -> str:
    """Key of the limit that counts log-ins of one address from one client."""
    return f"{client_address()} {address}"


def _judge(user: User | None, entry: _Entry) -> Problem | None:
    """Decide on the locked row; the password is compared again when it was changed meanwhile."""
    if user is None:
        return Problem("INVALID_CREDENTIALS")
    now, is_right = clock.now(), entry.is_right
    lockout.end_lapsed_lock(user, now)
    if user.password_hash != entry.found.password_hash:
        is_right = passwords.matches(user, entry.password)
    if not is_right:
        lockout.count_failure(user, now)
        return Problem("INVALID_CREDENTIALS")
    return refusal(user, now)


def refusal(user: User, now: datetime, *, by_passkey: bool = False) -> Problem | None:
    """The right-password column of LG-1; the age of the password is nothing to a passkey."""
    status = effective_status(user, now)
    if status is UserStatusCode.SUSPENDED or user.erased_at is not None:
        return Problem("ACCOUNT_SUSPENDED")
    if status is UserStatusCode.LOCKED:
        return lockout.locked_problem(user, now)
    if not user.is_email_verified:
        return Problem("EMAIL_NOT_VERIFIED")
    if not by_passkey and is_password_expired(user, now):
        proof = link_tokens.issue_reset(user, PROOF_LIFE, PasswordResetPurpose.EXPIRED)
        return Problem("PASSWORD_EXPIRED", passwordChangeToken=proof.token)
    return None


def complete(user: User, transport: Transport | str, *, method: str = PASSWORD) -> IssuedSession:
    """Open the session of a person who was just authenticated, in the company of LG-2.

    ``method`` says by what: a password alone is not enough for an account whose second factor is on, whoever asks
    (SF-3). A passkey is two factors in one: the device, and what it asks of its owner.

    Raises:
        Problem: SECOND_FACTOR_REQUIRED; ACCOUNT_SUSPENDED or ACCOUNT_LOCKED when that happened in between.
    """
    with business_transaction(actor=as_actor(user)):
        locked = lock_user(user.pk)
        now = clock.now()
        if locked is None or (problem := refusal(locked, now, by_passkey=method == PASSKEY)) is not None:
            raise problem if locked is not None and problem is not None else Problem("INVALID_CREDENTIALS")
        required = required_problem(locked) if method == PASSWORD else None
        if required is None:
            return _open(locked, transport, method, now)
    raise _failed(required, user.email, user.pk, required.code)


def _open(user: User, transport: Transport | str, method: str, now: datetime) -> IssuedSession:
    """Open the session of a person whose locked row lets them in."""
    # The counter and the stamp are no part of the account's history, and no change that an ETag should show.
    User.objects.filter(pk=user.pk).update(failed_login_attempts=0, last_login_date=now)
    user.failed_login_attempts, user.last_login_date = 0, now
    membership = membership_for(user.pk, None)
    issued = open_session(
        user=user,
        transport=transport,
        membership=membership,
        has_second_factor=method != PASSWORD,
    )
    record_auth_event(
        event_type="LOGIN_SUCCESS",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        details={"transport": issued.transport.value, "method": method},
        session_id=issued.session_id,
    )
    pair = pair_of(user.email)
    transaction.on_commit(lambda: clear(LOGIN, pair))
    return issued


def _failed(problem: Problem, email: str, user_id: int | None, reason: str) -> Problem:
    record_auth_event(event_type="LOGIN_FAILED", is_success=False, user_id=user_id, email=email, reason=reason)
    return problem
