"""Reopening a closed account by staff, at its owner's wish."""

from __future__ import annotations

from datetime import timedelta

from accounts.models import User
from accounts.selectors.users import effective_status, people, status_behind_lock
from accounts.services import link_tokens, mails
from accounts.services.address_room import make_room
from accounts.services.identity_proof import check_identity_proof
from accounts.services.people import lock_address, lock_user, set_status
from accounts.services.staff_steps import checked_reason, one_staff_action_at_a_time
from auditing.services import business_transaction, record
from common.actors import Actor
from common.permissions import Permission
from common.problems import FieldErrors, Problem
from logging_app.services import record_auth_event
from settings_app.selectors import get_int


def reopen(*, user_id: int, reason: str, identity_proof: str, actor: Actor) -> User:
    """Give a closed account back to its owner, who chooses a new password by the link that is mailed.

    What it could be opened with is gone for good; memberships and system roles do not come back by themselves.

    Raises:
        ValidationFailed: no reason, or no proof of identity.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, USER_STATE (not closed, or erased), ACCOUNT_EXISTS (the address
            has another account by now).
    """
    errors = FieldErrors()
    proof = check_identity_proof(identity_proof, errors)
    text = checked_reason(reason, actor, Permission.USERS_MANAGE, errors)
    with business_transaction(actor, text):
        one_staff_action_at_a_time()
        user = _lock_closed(user_id)
        if not make_room(user.email, actor, reason="its former account was reopened"):
            raise Problem(
                "ACCOUNT_EXISTS",
                f"{user.email} has another account by now. Its owner can go on with that one, or close it or change "
                "its address first.",
            )
        _restore(user, text, proof, actor)
        return people().get(pk=user.pk)


def _lock_closed(user_id: int) -> User:
    """Address before person, the order of sign-up."""
    found = User.objects.filter(pk=user_id).first()
    if found is None:
        raise Problem("NOT_FOUND", "There is no such user.")
    lock_address(found.email)
    if (live := lock_user(user_id)) is not None:
        raise Problem("USER_STATE", f"The account is {effective_status(live).value}, not closed.")
    user: User = User.objects.select_related("user_status", "user_role").get(pk=user_id)
    if user.erased_at is not None:
        raise Problem("USER_STATE", "The data of this account was erased; it cannot come back.")
    return user


def _restore(user: User, reason: str, proof: str, actor: Actor) -> None:
    closed_at = user.deleted_date
    user.is_deleted, user.deleted_date, user.deleted_by_id = False, None, None
    user.failed_login_attempts = 0
    set_status(user, status_behind_lock(user))
    user.stamp_updated(actor)
    user.save()
    record(
        action="USER_REOPENED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"isDeleted": True, "deletedDate": closed_at},
        new={"isDeleted": False, "identityProof": proof},
        reason=reason,
    )
    record_auth_event(
        event_type="ACCOUNT_REOPENED",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        reason=reason,
        details={"byUserId": actor.user_id, "identityProof": proof},
    )
    hours = get_int("PASSWORD_RESET_EXPIRY_HOURS")
    mails.send_account_reopened(user, link_tokens.issue_reset(user, timedelta(hours=hours)), hours)
