"""Log-in by passkey.

Whatever is wrong with a signature has one answer, PASSKEY_INVALID; the auth event says what it was.
"""

from __future__ import annotations

from typing import Any, Final

from accounts.models import User, UserPasskey
from accounts.models.codes import Transport
from accounts.services import lockout, login
from accounts.services.limits import LOGIN, LOGIN_ADDRESS, client_address, enforce
from accounts.services.passkey_ceremonies import Ceremony, Purpose, begin, spend
from accounts.services.passkey_protocol import Refused, handle_in, request_options, user_handle, verify_assertion
from accounts.services.people import lock_user
from accounts.services.sessions import IssuedSession
from auditing.services import business_transaction
from common import clock
from common.links import hash_token
from common.problems import Problem
from logging_app.services import record_auth_event

METHOD: Final = "passkey"


class Unaccepted(Exception):
    """A passkey that proves nothing; the argument is the code for the auth event."""


def begin_login() -> tuple[Ceremony, dict[str, Any]]:
    """Begin a log-in: the same for everybody, no account is named (nothing enumerable)."""
    ceremony = begin(Purpose.LOGIN)
    return ceremony, request_options(ceremony.challenge)


def log_in(
    *, ceremony_token: str, credential: dict[str, Any], transport: Transport | str = Transport.BODY
) -> IssuedSession:
    """Log in with a signature of the ceremony; the age of the password does not matter (LG-1, LG-2).

    Raises:
        Problem: RATE_LIMIT_EXCEEDED, PASSKEY_INVALID, ACCOUNT_SUSPENDED, ACCOUNT_LOCKED, EMAIL_NOT_VERIFIED.
    """
    key = hash_of(credential)
    enforce((LOGIN, f"{client_address()} {METHOD} {key}"), (LOGIN_ADDRESS, client_address()))
    challenge = spend(ceremony_token, Purpose.LOGIN)
    if challenge is None:
        raise _failed(Problem("PASSKEY_INVALID"), None, "CEREMONY_OVER")
    found = UserPasskey.objects.alive().filter(credential_hash=key).select_related("user").first()
    if found is None:
        raise _failed(Problem("PASSKEY_INVALID"), None, "UNKNOWN_PASSKEY")
    try:
        user, problem = _judge(found, credential, challenge)
    except Unaccepted as reason:
        raise _failed(Problem("PASSKEY_INVALID"), found.user, str(reason)) from reason
    if problem is not None:
        raise _failed(problem, user, problem.code)
    return login.complete(user, transport, method=METHOD)


def _judge(found: UserPasskey, credential: dict[str, Any], challenge: bytes) -> tuple[User, Problem | None]:
    """Decide on the locked rows; a lapsed lock ends as it does with the right password (LK-2)."""
    with business_transaction(actor=lockout.SIGN_IN):
        user = lock_user(found.user_id)
        if user is None:
            raise Unaccepted("UNKNOWN_ACCOUNT")
        if handle_in(credential) is None:
            raise Unaccepted("NO_USER_HANDLE")
        prove(user, credential, challenge)
        now = clock.now()
        lockout.end_lapsed_lock(user, now)
        return user, login.refusal(user, now, by_passkey=True)


def prove(user: User, credential: dict[str, Any], challenge: bytes) -> None:
    """Check a signature by a passkey of the person, whose row the caller has locked, and move its counter on.

    Raises:
        Unaccepted: no passkey of this person, a bad signature, or a counter that went back.
    """
    rows = UserPasskey.objects.alive().select_for_update().filter(user_id=user.pk)
    row: UserPasskey | None = rows.filter(credential_hash=hash_of(credential)).first()
    if row is None:
        raise Unaccepted("UNKNOWN_PASSKEY")
    if handle_in(credential) not in (None, user_handle(user.pk)):
        raise Unaccepted("PASSKEY_OF_ANOTHER")
    try:
        verified = verify_assertion(row, credential, challenge)
    except Refused as refusal:
        raise Unaccepted(f"BAD_SIGNATURE {refusal}") from refusal
    if verified.new_sign_count <= row.sign_count and (verified.new_sign_count, row.sign_count) != (0, 0):
        raise Unaccepted("PASSKEY_COUNTER_WENT_BACK")
    # What using it leaves behind is no change that its owner made.
    UserPasskey.objects.filter(pk=row.pk).update(
        sign_count=verified.new_sign_count, is_backed_up=verified.credential_backed_up, last_used_at=clock.now()
    )


def hash_of(credential: dict[str, Any]) -> str:
    """What the credential of an answer is found by; of a broken one, something nobody has."""
    return hash_token(str(credential.get("id", "")))


def _failed(problem: Problem, user: User | None, reason: str) -> Problem:
    record_auth_event(
        event_type="LOGIN_FAILED",
        is_success=False,
        user_id=user.pk if user else None,
        email=user.email if user else None,
        reason=reason,
        details={"method": METHOD},
    )
    return problem
