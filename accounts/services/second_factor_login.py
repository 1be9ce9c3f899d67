"""The second step of a log-in by password: a code of the app, a recovery code, or a passkey (SF-3, SF-4)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from accounts.models import User
from accounts.models.codes import Transport
from accounts.selectors.second_factors import PASSKEY, RECOVERY, TOTP, recovery_codes_left
from accounts.services import authenticators, lockout, login, mails, recovery_codes, totp
from accounts.services.limits import LOGIN, LOGIN_ADDRESS, client_address, enforce
from accounts.services.passkey_ceremonies import Ceremony, Purpose, begin, spend
from accounts.services.passkey_login import Unaccepted, prove
from accounts.services.passkey_protocol import request_options
from accounts.services.passkeys import live_passkeys
from accounts.services.people import lock_user
from accounts.services.recovery_codes import HashedCode
from accounts.services.second_factor_challenges import Challenge, opened, required_problem
from accounts.services.sessions import IssuedSession
from auditing.services import business_transaction
from common import clock
from common.problems import Problem
from logging_app.services import record_auth_event

__all__ = ["answer", "answer_with_passkey", "begin_passkey", "required_problem"]

_OVER: Final = "SECOND_FACTOR_CHALLENGE_INVALID"
_WRONG: Final = "SECOND_FACTOR_INVALID"


def answer(*, challenge_token: str, code: str, transport: Transport | str = Transport.BODY) -> IssuedSession:
    """Finish a log-in with a code of the app or a recovery code, each taken once.

    A wrong code counts as a failed log-in and may lock the account (LK-1); the challenge stays usable.

    Raises:
        Problem: RATE_LIMIT_EXCEEDED, SECOND_FACTOR_CHALLENGE_INVALID, SECOND_FACTOR_INVALID, ACCOUNT_SUSPENDED,
            ACCOUNT_LOCKED, EMAIL_NOT_VERIFIED, PASSWORD_EXPIRED.
    """
    challenge = _require(challenge_token)
    method: str | None = None
    recovery_code = recovery_codes.hashed(challenge.user_id, code)
    # The refusal is raised after the transaction, so that the counter and the lock commit.
    with business_transaction(actor=lockout.SIGN_IN):
        user = lock_user(challenge.user_id)
        now = clock.now()
        problem = _problem_before(challenge, user, now)
        if user is not None and problem is None:
            method = _method_of(user, code, recovery_code, now)
            problem = _problem_after(challenge, user, method, now)
    if problem is not None or user is None:
        raise _failed(problem or Problem(_OVER), user)
    return login.complete(user, transport, method=f"password+{method}")


def begin_passkey(*, challenge_token: str) -> tuple[Ceremony, dict[str, Any]]:
    """Begin to answer with a passkey; the options name the person's own, who showed the password already.

    Raises:
        Problem: RATE_LIMIT_EXCEEDED, SECOND_FACTOR_CHALLENGE_INVALID.
    """
    challenge = _require(challenge_token, is_attempt=False)
    user = User.objects.filter(pk=challenge.user_id, is_deleted=False).first()
    if user is None or not challenge.fits(user) or challenge.is_spent:
        raise _failed(Problem(_OVER), user)
    ceremony = begin(Purpose.SECOND_FACTOR, user.pk)
    return ceremony, request_options(ceremony.challenge, live_passkeys(user.pk))


def answer_with_passkey(
    *,
    challenge_token: str,
    ceremony_token: str,
    credential: dict[str, Any],
    transport: Transport | str = Transport.BODY,
) -> IssuedSession:
    """Finish a log-in with a signature of one of the person's passkeys.

    Nobody guesses signatures, so a bad one locks nothing.

    Raises:
        Problem: as ``answer``.
    """
    challenge = _require(challenge_token)
    with business_transaction(actor=lockout.SIGN_IN):
        user = lock_user(challenge.user_id)
        now = clock.now()
        problem, reason = _problem_before(challenge, user, now), None
        if user is not None and problem is None:
            reason = _unproven_because(user, ceremony_token, credential)
            if reason is not None:
                problem = Problem(_WRONG)
            elif not challenge.take(now):
                problem = Problem(_OVER)
    if problem is not None or user is None:
        raise _failed(problem or Problem(_OVER), user, reason, PASSKEY)
    return login.complete(user, transport, method=f"password+{PASSKEY}")


def _require(token: str, *, is_attempt: bool = True) -> Challenge:
    """Open a challenge and count the attempt against the limits of log-ins (SF-4); beginning with a passkey is none."""
    challenge = opened(token)
    if challenge is None or not is_attempt:
        enforce((LOGIN_ADDRESS, client_address()))
    if challenge is None:
        raise _failed(Problem(_OVER), None)
    if not is_attempt:
        return challenge
    address = User.objects.filter(pk=challenge.user_id).values_list("email", flat=True).first() or ""
    enforce((LOGIN, login.pair_of(address)), (LOGIN_ADDRESS, client_address()), email=address)
    return challenge


def _problem_before(challenge: Challenge, user: User | None, now: datetime) -> Problem | None:
    """What bars every answer: a challenge that is over, an account that may not log in. While locked none is tried."""
    if user is None or not challenge.fits(user) or challenge.is_spent:
        return Problem(_OVER)
    lockout.end_lapsed_lock(user, now)
    return login.refusal(user, now)


def _method_of(user: User, code: str, recovery_code: HashedCode | None, now: datetime) -> str | None:
    """Spend a code; by what it proved the person, or None for a wrong one."""
    digits = "".join(code.split())
    if totp.is_shaped(digits):
        return TOTP if authenticators.use_code(user, digits, now) else None
    if not recovery_codes.spend(user, recovery_code):
        return None
    left = recovery_codes_left(user.pk)
    record_auth_event(
        event_type="RECOVERY_CODE_USED",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        details={"codesLeft": left},
    )
    mails.send_second_factor_changed(user, "code_used", now, codes_left=left)
    return RECOVERY


def _problem_after(challenge: Challenge, user: User, method: str | None, now: datetime) -> Problem | None:
    if method is None:
        lockout.count_failure(user, now)
        return Problem(_WRONG)
    return None if challenge.take(now) else Problem(_OVER)


def _unproven_because(user: User, ceremony_token: str, credential: dict[str, Any]) -> str | None:
    signed = spend(ceremony_token, Purpose.SECOND_FACTOR, user.pk)
    if signed is None:
        return "CEREMONY_OVER"
    try:
        prove(user, credential, signed)
    except Unaccepted as reason:
        return str(reason)
    return None


def _failed(problem: Problem, user: User | None, reason: str | None = None, method: str | None = None) -> Problem:
    record_auth_event(
        event_type="SECOND_FACTOR_FAILED",
        is_success=False,
        user_id=user.pk if user else None,
        email=user.email if user else None,
        reason=reason or problem.code,
        details={"method": method} if method else None,
    )
    return problem
