"""The two links of a change of address: looking at one, agreeing with it, stopping the change (PR-1, SU-4).

Of a change that staff started the link to the old address only stops it. The new address may be confirmed at once; the
change is made when its wait is over, by the job ``complete_due`` or by the same link again, whichever comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from accounts.models import User, UserEmailChangeToken
from accounts.models.codes import EmailChangeSide, RevokedReason, UserStatusCode
from accounts.selectors.email_changes import EmailChangeView, describe_change
from accounts.selectors.users import find_by_email, status_code
from accounts.services import link_tokens, lockout, mails
from accounts.services.address_room import make_room
from accounts.services.email_change import record_cancelled
from accounts.services.people import as_actor, lock_addresses, lock_user
from accounts.services.sessions import end_all_sessions
from auditing.services import business_transaction, record
from common import clock
from common.actors import VISITOR, Actor, system_actor
from common.problems import Problem
from logging_app.services import record_auth_event

_TAKEN = "This address has an account of its own by now, so nothing was changed. Log in to that account to use it."

_CLAIMED = "address confirmed by another account"

_BATCH = 500

_ONLY_STOPS = "This link can only stop the change. If you agree, there is nothing to do."


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

    Of a change by staff the new side is enough; confirmed before the wait is over, it counts from its end on.

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
            problem = _agree(found, user, rows, by=as_actor(user), session=actor)
    # Raised after the transaction: a change that is off stays off.
    if problem is not None or user is None:
        raise _failed(found, problem or Problem("TOKEN_INVALID"))
    return _link(found, user, _rows(found))


def stop(*, token: str) -> EmailChangeView:
    """End the open change with either of its links, and return what it was.

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
    return describe_change(rows)


def complete_due() -> int:
    """Make the changes by staff that were confirmed before their wait was over; return how many.

    Safe to run twice and in parallel. Locked accounts are tried again, until the links expire.
    """
    by, now = system_actor("complete_email_changes"), clock.now()
    stopping = UserEmailChangeToken.objects.filter(
        change_key=OuterRef("change_key"), side=EmailChangeSide.OLD.value, used_at__isnull=True
    )
    due = UserEmailChangeToken.objects.filter(
        Exists(stopping),
        side=EmailChangeSide.NEW.value,
        used_at__isnull=False,
        voided_at__isnull=True,
        effective_from__lte=now,
        expires_at__gt=now,
    ).select_related("user")
    made = 0
    for found in due[:_BATCH]:
        with business_transaction(by):
            user, rows = _lock(found)
            if user is None or _problem(found, user, rows) is not None or describe_change(rows).is_changed:
                continue
            problem = _agree(found, user, rows, by=by)
            holder = find_by_email(found.new_email)
            if problem is None:
                made += 1
            elif problem.code == "ACCOUNT_EXISTS" and holder is not None:
                # Nobody looks at a page that could say so.
                mails.send_email_change_taken(holder)
    return made


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
    if any(row.voided_at is not None for row in rows):
        return Problem("TOKEN_INVALID")
    change, now = describe_change(rows), clock.now()
    if change.is_changed:
        # Done; of two changes one after the other, the former has nothing more to say.
        return None if user.email == found.new_email else Problem("TOKEN_USED")
    return Problem("TOKEN_EXPIRED") if now >= found.expires_at else None


def _agree(
    found: UserEmailChangeToken,
    user: User,
    rows: list[UserEmailChangeToken],
    *,
    by: Actor,
    session: Actor = VISITOR,
) -> Problem | None:
    """Use the link; change the address when nothing is missing any more."""
    change, now = describe_change(rows), clock.now()
    is_new = found.side == EmailChangeSide.NEW
    # A suspended account keeps its address; stopping stays possible, so that the change is not made once it is over.
    if status_code(user) is UserStatusCode.SUSPENDED:
        return Problem("TOKEN_INVALID")
    if change.is_changed:
        return None
    if change.is_by_staff and not is_new:
        return Problem("TOKEN_INVALID", _ONLY_STOPS)
    is_used = change.is_new_confirmed if is_new else change.is_old_confirmed
    other_agrees = change.is_old_confirmed if is_new else change.is_new_confirmed
    completes = not change.is_waiting if change.is_by_staff else other_agrees
    if is_used and not completes:
        return None
    if user.is_lock_in_force(now):
        return lockout.locked_problem(user, now)
    # Whether the new address is taken is told only once its owner is known to be asking (GEN-11).
    if (is_new or completes) and not make_room(found.new_email, by, reason=_CLAIMED):
        return _taken(user, change, by)
    try:
        with transaction.atomic():
            if not is_used:
                _use(found, user)
            if completes:
                _change(user, rows, by, session)
    except IntegrityError:
        user.refresh_from_db()
        return _taken(user, change, by)
    return None


def _taken(user: User, change: EmailChangeView, by: Actor) -> Problem:
    record_cancelled(user, change, by, by="taken")
    return Problem("ACCOUNT_EXISTS", _TAKEN)


def _use(found: UserEmailChangeToken, user: User) -> None:
    UserEmailChangeToken.objects.filter(pk=found.pk).update(used_at=clock.now())
    record(
        action="USER_EMAIL_CHANGE_CONFIRMED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=as_actor(user),
        new={"side": found.side, "newEmail": found.new_email},
    )


def _change(user: User, rows: list[UserEmailChangeToken], by: Actor, session: Actor) -> None:
    # Who acts is known by the address they have until now.
    old_email, change, now = user.email, describe_change(rows), clock.now()
    user.email, user.is_email_verified, user.email_verified_at = change.new_email, True, now
    user.stamp_updated(by)
    user.save()
    # Links mailed to the former address must open nothing, and the one that stops this change is spent.
    link_tokens.void(link_tokens.verifications_of(user))
    link_tokens.void(link_tokens.resets_of(user))
    link_tokens.spend_all(link_tokens.changes_of(user).filter(change_key=rows[0].change_key))
    kept = session.session_id if session.user_id == user.pk else None
    end_all_sessions(user, RevokedReason.EMAIL_CHANGED, actor=by, keep_session_id=kept, is_recorded=False)
    staff = {"byUserId": change.started_by_user_id} if change.is_by_staff else {}
    record(
        action="USER_EMAIL_CHANGED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=by,
        old={"email": old_email},
        new={"email": user.email, **staff},
    )
    record_auth_event(
        event_type="EMAIL_CHANGED",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        session_id=session.session_id,
        details=staff or None,
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
