"""Another e-mail address for somebody who lost the mailbox of the present one, started by staff (PR-1, section 23)."""

from __future__ import annotations

from datetime import timedelta

from accounts.models import User
from accounts.models.codes import EmailChangeSide, UserStatusCode
from accounts.selectors.email_changes import EmailChangeView, pending_change
from accounts.selectors.users import effective_status, find_by_email
from accounts.services import link_tokens, mails
from accounts.services.address_room import is_unclaimed
from accounts.services.email_change import new_address_errors, open_change, record_cancelled, record_requested
from accounts.services.identity_proof import check_identity_proof
from accounts.services.staff_steps import staff_action
from common import clock
from common.actors import Actor
from common.problems import FieldErrors, Problem, ValidationFailed
from settings_app.selectors import get_int


def start_change(*, user_id: int, new_email: str, reason: str, identity_proof: str, actor: Actor) -> EmailChangeView:
    """Mail a link that confirms to the new address, and one that stops the change to the present one.

    The change is made once the new address is confirmed, and EMAIL_CHANGE_STAFF_WAIT_HOURS are over in which an owner
    who did not ask can stop it. It replaces an open change, whoever started that.

    Raises:
        ValidationFailed: no reason, no proof of identity; ``email_invalid``, ``email_disposable`` or
            ``not_applicable`` on newEmail.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE (not active), ACCOUNT_EXISTS
            (the new address has an account).
    """
    address, errors = User.normalize_username(new_email), FieldErrors()
    proof = check_identity_proof(identity_proof, errors)
    with staff_action(user_id=user_id, reason=reason, actor=actor, errors=errors) as (user, text):
        if bad := new_address_errors(address, user):
            raise ValidationFailed(bad)
        _require_active(user)
        _require_free(address)
        _begin(user, address, actor, text, proof)
        return open_change(user)


def cancel_change(*, user_id: int, reason: str, actor: Actor) -> User:
    """End the open change of address of a person, whoever started it; its links work no more.

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE when none is open.
    """
    with staff_action(user_id=user_id, reason=reason, actor=actor) as (user, text):
        change = pending_change(user.pk)
        if change is None:
            raise Problem("USER_STATE", "No change of address is open.")
        record_cancelled(user, change, actor, by="staff", reason=text)
        return user


def _require_active(user: User) -> None:
    status = effective_status(user)
    if status is UserStatusCode.PENDING:
        raise Problem("USER_STATE", "Nobody has confirmed this account. Let them sign up with the right address.")
    if status is not UserStatusCode.ACTIVE:
        raise Problem("USER_STATE", f"The account is {status.value}. Make it active first, then change its address.")


def _require_free(address: str) -> None:
    """Staff see every account, so that nothing is hidden from them (GEN-11 is about everybody else)."""
    holder = find_by_email(address)
    if holder is not None and not is_unclaimed(holder):
        raise Problem(
            "ACCOUNT_EXISTS",
            f"{address} has an account already, number {holder.pk}. Its owner can go on with that one, or close it or "
            "change its address first.",
        )


def _begin(user: User, address: str, actor: Actor, reason: str, proof: str) -> None:
    wait, hours = get_int("EMAIL_CHANGE_STAFF_WAIT_HOURS"), get_int("EMAIL_CHANGE_EXPIRY_HOURS")
    effective_from = clock.now() + timedelta(hours=wait)
    secrets = link_tokens.issue_email_change(
        user,
        address,
        timedelta(hours=wait + hours),
        started_by_user_id=actor.user_id,
        effective_from=effective_from,
    )
    told_from = effective_from if wait else None
    mails.send_staff_change_old(user, secrets[EmailChangeSide.OLD], address, told_from, wait + hours)
    mails.send_staff_change_new(user, secrets[EmailChangeSide.NEW], address, told_from, wait + hours)
    record_requested(user, actor, {"newEmail": address, "effectiveFrom": effective_from}, reason=reason, proof=proof)
