"""The two links of a change of address: looking at one, agreeing with it, stopping the change (PR-1, SU-4)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from accounts.models import User, UserEmailChangeToken
from accounts.models.codes import EmailChangeSide, RevokedReason, UserStatusCode
from accounts.selectors.email_changes import EmailChangeView, describe_change
from accounts.selectors.users import status_code
from accounts.services import link_tokens, lockout, mails
from accounts.services.address_room import make_room
from accounts.services.email_change import record_cancelled
from accounts.services.people import as_actor, lock_addresses, lock_user
from accounts.services.sessions import end_all_sessions
from auditing.services import business_transaction, record
from common import clock
from common.actors import VISITOR, Actor
from common.problems import Problem
from logging_app.services import record_auth_event

_TAKEN = "This address has an account of its own by now, so nothing was changed. Log in to that account to use it."

_CLAIMED = "address confirmed by another account"


@dataclass(frozen=True, slots=True)
class EmailChangeLink:
    """What the holder of a link is shown; the present address only to its own side."""

    side: EmailChangeSide
    change: EmailChangeView
    old_email: str | None


def preview(token: str) -> EmailChangeLink:
    """Look at a link without using it (SU-4).

    Raises:
        Problem: TOKEN_INVALID, TOKEN_EXPIRED.
    """
    found = link_tokens.find(UserEmailChangeToken, token)
    if found is None:
        raise Problem("TOKEN_INVALID")
    rows = _rows(found)
    problem = _problem(found, found.user, rows)
    if problem is not None:
        raise problem
    return _link(found, found.user, rows)


def confirm(*, token: str, actor: Actor = VISITOR) -> EmailChangeLink:
    """Agree for the side of the link; with both sides the address changes at once. The same link again is a success.

    The session of ``actor`` goes on when the account is their own; every other session ends.

    Raises:
        Problem: TOKEN_INVALID (unknown, cancelled, replaced), TOKEN_EXPIRED, ACCOUNT_LOCKED, ACCOUNT_EXISTS (the
            new address has an account by now; the change is off).
    """
    found = link_tokens.find(UserEmailChangeToken, token)
    if found is None:
        raise _failed(None, Problem("TOKEN_INVALID"))
    with business_transaction(as_actor(found.user)):
        user, rows = _lock(found)
        problem = _problem(found, user, rows)
        if problem is None and user is not None:
            problem = _agree(found, user, rows, actor)
    # Raised after the transaction: a change that is off stays off.
    if problem is not None or user is None:
        raise _failed(found, problem or Problem("TOKEN_INVALID"))
    return _link(found, user, _rows(found))


def stop(*, token: str) -> None:
    """End the open change with either of its links.

    Raises:
        Problem: TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_USED when the address was changed already.
    """
    found = link_tokens.find(UserEmailChangeToken, token)
    if found is None:
        raise _failed(None, Problem("TOKEN_INVALID"))
    with business_transaction(as_actor(found.user)):
        user, rows = _lock(found)
        problem = _problem(found, user, rows)
        if problem is None and user is not None:
            change = describe_change(rows)
            if change.is_changed:
                problem = Problem("TOKEN_USED", "The address was changed already. Write to support if it was not you.")
            else:
                record_cancelled(user, change, as_actor(user), by=found.side)
    if problem is not None:
        raise _failed(found, problem)


def _rows(found: UserEmailChangeToken) -> list[UserEmailChangeToken]:
    return list(UserEmailChangeToken.objects.filter(change_key=found.change_key))


def _lock(found: UserEmailChangeToken) -> tuple[User | None, list[UserEmailChangeToken]]:
    """Addresses before the person, the order of sign-up; then both rows as they are after the wait."""
    lock_addresses(found.user.email, found.new_email)
    user = lock_user(found.user_id)
    return user, _rows(found)


def _problem(found: UserEmailChangeToken, user: User | None, rows: list[UserEmailChangeToken]) -> Problem | None:
    """What is wrong with a link; None when it may be used, or has been."""
    if user is None or user.is_deleted or user.erased_at is not None:
        return Problem("TOKEN_INVALID")
    if any(row.voided_at is not None for row in rows) or status_code(user) is UserStatusCode.SUSPENDED:
        return Problem("TOKEN_INVALID")
    change, now = describe_change(rows), clock.now()
    if change.is_changed:
        # Done; of two changes one after the other, the former has nothing more to say.
        return None if user.email == found.new_email else Problem("TOKEN_USED")
    return Problem("TOKEN_EXPIRED") if now >= found.expires_at else None


def _agree(found: UserEmailChangeToken, user: User, rows: list[UserEmailChangeToken], actor: Actor) -> Problem | None:
    """Use the link; when it is the second one, change the address."""
    before, now = describe_change(rows), clock.now()
    is_new = found.side == EmailChangeSide.NEW
    if before.is_changed or (before.is_new_confirmed if is_new else before.is_old_confirmed):
        return None
    if user.is_lock_in_force(now):
        return lockout.locked_problem(user, now)
    completes = before.is_old_confirmed if is_new else before.is_new_confirmed
    # Whether the new address is taken is told only once its owner is known to be asking (GEN-11).
    if (is_new or completes) and not make_room(found.new_email, as_actor(user), reason=_CLAIMED):
        record_cancelled(user, before, as_actor(user), by="taken")
        return Problem("ACCOUNT_EXISTS", _TAKEN)
    try:
        with transaction.atomic():
            _use(found, user)
            if completes:
                _change(user, found.new_email, actor)
    except IntegrityError:
        user.refresh_from_db()
        record_cancelled(user, before, as_actor(user), by="taken")
        return Problem("ACCOUNT_EXISTS", _TAKEN)
    return None


def _use(found: UserEmailChangeToken, user: User) -> None:
    UserEmailChangeToken.objects.filter(pk=found.pk).update(used_at=clock.now())
    record(
        action="USER_EMAIL_CHANGE_CONFIRMED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=as_actor(user),
        new={"side": found.side, "newEmail": found.new_email},
    )


def _change(user: User, new_email: str, actor: Actor) -> None:
    # Who acts is known by the address they have until now.
    old_email, now, own = user.email, clock.now(), as_actor(user)
    user.email, user.is_email_verified, user.email_verified_at = new_email, True, now
    user.stamp_updated(own)
    user.save()
    # Links mailed to the former address must open nothing.
    link_tokens.void(link_tokens.verifications_of(user))
    link_tokens.void(link_tokens.resets_of(user))
    kept = actor.session_id if actor.user_id == user.pk else None
    end_all_sessions(user, RevokedReason.EMAIL_CHANGED, actor=own, keep_session_id=kept, is_recorded=False)
    record(
        action="USER_EMAIL_CHANGED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=own,
        old={"email": old_email},
        new={"email": new_email},
    )
    record_auth_event(
        event_type="EMAIL_CHANGED", is_success=True, user_id=user.pk, email=new_email, session_id=actor.session_id
    )
    mails.send_email_changed(user, old_email=old_email, changed_at=now)


def _link(found: UserEmailChangeToken, user: User, rows: list[UserEmailChangeToken]) -> EmailChangeLink:
    side = EmailChangeSide(found.side)
    change = describe_change(rows)
    shows_old = side is EmailChangeSide.OLD and not change.is_changed
    return EmailChangeLink(side, change, user.email if shows_old else None)


def _failed(found: UserEmailChangeToken | None, problem: Problem) -> Problem:
    record_auth_event(
        event_type="EMAIL_CHANGE_FAILED",
        is_success=False,
        user_id=found.user_id if found else None,
        email=found.user.email if found else None,
        reason=problem.code,
    )
    return problem
