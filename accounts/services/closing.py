"""The account's half of closing it at its owner's wish; companies.services.account_closing is the whole.

A closed account is soft-deleted and keeps its data: staff can reopen it (``reopening``) until it is erased.
"""

from __future__ import annotations

from accounts.models import User, UserPasskey
from accounts.models.codes import RevokedReason, UserRoleCode
from accounts.services import authenticators, link_tokens, mails, recovery_codes
from accounts.services.people import lock_user, role_code, set_role
from accounts.services.sessions import end_all_sessions
from accounts.services.staff_steps import one_staff_action_at_a_time, require_other_system_admin
from auditing.services import record, record_role_change
from common import clock
from common.actors import Actor
from common.problems import Problem
from logging_app.services import record_auth_event

REASON = "account closed by its owner"


def lock_owner(actor: Actor) -> User:
    """Lock the person of ``actor``; administrators of the system one at a time, so that one of them remains (PM-4).

    Raises:
        Problem: ACCESS_TOKEN_INVALID.
    """
    is_admin = actor.system_role == UserRoleCode.SYSTEM_ADMIN
    if is_admin:
        one_staff_action_at_a_time()
    user = lock_user(actor.user_id) if actor.user_id is not None else None
    # Somebody who was made an administrator a moment ago has no good token any more either (SE-8).
    if user is None or (role_code(user) == UserRoleCode.SYSTEM_ADMIN and not is_admin):
        raise Problem("ACCESS_TOKEN_INVALID")
    return user


def system_admin_problem(user: User) -> Problem | None:
    """LAST_SYSTEM_ADMIN, for the caller to raise after its transaction; the row is locked by ``lock_owner``."""
    try:
        require_other_system_admin(user)
    except Problem as problem:
        return problem
    return None


def close(user: User, actor: Actor) -> None:
    """Close a locked account, in the caller's ``business_transaction``; its memberships are the caller's business.

    What could open it ends at once and for good: sessions, links, password, passkeys and other
    second factors. Its address is free.
    """
    _give_up_system_role(user, actor)
    end_all_sessions(user, RevokedReason.ACCOUNT_CLOSED, actor=actor, is_recorded=False)
    link_tokens.void(link_tokens.verifications_of(user))
    link_tokens.void(link_tokens.resets_of(user))
    link_tokens.void_changes(user)
    _remove_factors(user, actor)
    user.set_unusable_password()
    user.soft_delete(actor)
    user.stamp_updated(actor)
    user.save()
    record(
        action="USER_CLOSED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"isDeleted": False},
        new={"isDeleted": True},
    )
    record_auth_event(
        event_type="ACCOUNT_CLOSED",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        session_id=actor.session_id,
    )
    mails.send_account_closed(user, clock.now())


def _give_up_system_role(user: User, actor: Actor) -> None:
    if role_code(user) != UserRoleCode.SYSTEM_ADMIN:
        return
    set_role(user, UserRoleCode.COMPANY_USER)
    change = {"old": UserRoleCode.SYSTEM_ADMIN.value, "new": UserRoleCode.COMPANY_USER.value}
    record(
        action="SYSTEM_ROLE_REVOKED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"systemRoleCode": change["old"]},
        new={"systemRoleCode": change["new"]},
    )
    record_role_change(
        role_type="system",
        change_kind="changed",
        user_id=user.pk,
        actor=actor,
        old_role_code=change["old"],
        new_role_code=change["new"],
    )


def _remove_factors(user: User, actor: Actor) -> None:
    """Authenticator app, recovery codes and passkeys, without saving the account."""
    user.second_factor_since = None
    authenticator = authenticators.live(user.pk)
    if authenticator is not None:
        authenticators.retire(authenticator, actor)
    recovery_codes.void(user, actor)
    for row in UserPasskey.objects.alive().filter(user=user):
        row.soft_delete(actor)
        row.save()


def recorded(problem: Problem, actor: Actor) -> Problem:
    """Record that closing was refused, and return the problem to raise."""
    wrong_password = problem.code == "VALIDATION_ERROR"
    record_auth_event(
        event_type="ACCOUNT_CLOSE_FAILED",
        is_success=False,
        user_id=actor.user_id,
        email=actor.email,
        reason="INCORRECT_PASSWORD" if wrong_password else problem.code,
        session_id=actor.session_id,
    )
    return problem
