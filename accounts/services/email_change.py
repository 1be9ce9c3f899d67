"""Asking for another e-mail address, and thinking better of it (PR-1). The links are used in ``email_change_links``."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from accounts.models import User
from accounts.models.codes import EmailChangeSide, UserStatusCode
from accounts.selectors.email_changes import EmailChangeView, pending_change
from accounts.selectors.users import find_by_email, status_code
from accounts.services import link_tokens, mails
from accounts.services.address_room import is_unclaimed
from accounts.services.addresses import address_errors
from accounts.services.even_time import even_time
from accounts.services.limits import MAIL_REQUEST, enforce
from accounts.services.password_confirmation import confirmation_problem
from accounts.services.people import lock_owner
from auditing.services import business_transaction, record
from common.actors import Actor
from common.problems import FieldError, Problem, ValidationFailed
from common.text import is_email_shape
from logging_app.services import record_auth_event
from settings_app.selectors import get_int


def request_change(*, new_email: str, current_password: str, actor: Actor) -> EmailChangeView:
    """Mail a link to the present and to the new address; the change is made once both are used.

    The answer is the same whether or not the new address has an account: then its owner is told, and gets no link
    (GEN-11). An earlier open change dies, also one that staff started. A wrong password counts as a failed log-in
    (LK-3).

    Raises:
        ValidationFailed: ``email_invalid``, ``email_disposable`` or ``not_applicable`` on newEmail,
            ``incorrect_password`` on currentPassword.
        Problem: ACCOUNT_LOCKED, RATE_LIMIT_EXCEEDED.
    """
    address = User.normalize_username(new_email)
    with even_time("email_change"):
        with business_transaction(actor):
            user = lock_owner(actor)
            errors = new_address_errors(address, user)
            # An address that cannot be used is said without trying the password, so that it costs no failure.
            problem = ValidationFailed(errors) if errors else confirmation_problem(user, current_password)
            if problem is None:
                enforce(
                    (MAIL_REQUEST, f"email-change:{user.pk}"),
                    (MAIL_REQUEST, f"email-change-to:{address}"),
                    email=address,
                )
                return _begin(user, address, actor)
        # Raised after the transaction, so that the counter and the lock commit.
        raise _failed(problem, actor, address)


def new_address_errors(new_email: str, user: User) -> list[FieldError]:
    """What keeps a person from that address, other than who has it."""
    if not is_email_shape(new_email):
        message = "This is not an e-mail address. It looks like name@example.com."
        return [FieldError("newEmail", "email_invalid", message)]
    if new_email == user.email:
        return [FieldError("newEmail", "not_applicable", "This is the address that the account has already.")]
    return address_errors(new_email, "newEmail")


def cancel(*, actor: Actor) -> None:
    """Withdraw the open change of address; its links work no more.

    Raises:
        Problem: NOT_FOUND when none is open.
    """
    with business_transaction(actor):
        user = lock_owner(actor)
        change = pending_change(user.pk)
        if change is None:
            raise Problem("NOT_FOUND", "There is no change of address to cancel.")
        record_cancelled(user, change, actor, by="account")


def record_requested(
    user: User, actor: Actor, new: dict[str, Any], *, reason: str | None = None, proof: str | None = None
) -> None:
    """Record that a change of address is open; ``reason`` and ``proof`` of identity are those of staff."""
    is_by_staff = proof is not None
    record(
        action="USER_EMAIL_CHANGE_REQUESTED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        new={**new, "identityProof": proof} if is_by_staff else new,
        reason=reason,
    )
    record_auth_event(
        event_type="EMAIL_CHANGE_REQUESTED",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        reason=f"staff: {reason}" if is_by_staff else None,
        details={"byUserId": actor.user_id, "identityProof": proof} if is_by_staff else None,
        session_id=None if is_by_staff else actor.session_id,
    )


def record_cancelled(user: User, change: EmailChangeView, actor: Actor, *, by: str, reason: str | None = None) -> None:
    """Void an open change and record it.

    ``by`` says where from: ``account``, the side of the link used, ``taken``, or ``staff`` with their reason.
    """
    link_tokens.void_changes(user)
    is_by_staff = by == "staff"
    record(
        action="USER_EMAIL_CHANGE_CANCELLED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"newEmail": change.new_email},
        new={"by": by},
        reason=reason,
    )
    record_auth_event(
        event_type="EMAIL_CHANGE_CANCELLED",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        reason=f"staff: {reason}" if is_by_staff else by,
        details={"byUserId": actor.user_id} if is_by_staff else None,
        session_id=None if is_by_staff else actor.session_id,
    )


def open_change(user: User) -> EmailChangeView:
    """The change that was just stored."""
    change = pending_change(user.pk)
    if change is None:
        raise RuntimeError("the change just stored is not there")
    return change


def _begin(user: User, address: str, actor: Actor) -> EmailChangeView:
    hours = get_int("EMAIL_CHANGE_EXPIRY_HOURS")
    secrets = link_tokens.issue_email_change(user, address, timedelta(hours=hours))
    mails.send_email_change_old(user, secrets[EmailChangeSide.OLD], address, hours)
    holder = find_by_email(address)
    if holder is None or is_unclaimed(holder):
        mails.send_email_change_new(user, secrets[EmailChangeSide.NEW], address, hours)
    elif status_code(holder) is not UserStatusCode.SUSPENDED:
        mails.send_email_change_taken(holder)
    record_requested(user, actor, {"newEmail": address})
    return open_change(user)


def _failed(problem: Problem, actor: Actor, address: str) -> Problem:
    """Evidence of a refused confirmation; an address that cannot be used is none."""
    wrong_password = any(error.field == "currentPassword" for error in problem.errors)
    if wrong_password or problem.code == "ACCOUNT_LOCKED":
        record_auth_event(
            event_type="EMAIL_CHANGE_FAILED",
            is_success=False,
            user_id=actor.user_id,
            email=actor.email,
            reason="INCORRECT_PASSWORD" if wrong_password else problem.code,
            session_id=actor.session_id,
        )
    return problem
