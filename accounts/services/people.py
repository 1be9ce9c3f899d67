"""Small steps that every service about accounts shares."""

from __future__ import annotations

from accounts.models import User
from accounts.models.codes import UserRoleCode, UserStatusCode
from accounts.selectors.users import only_person
from common.actors import Actor
from common.db.prepared import PreparedRead
from common.db.row_locks import taking_turns
from common.locks import transaction_lock
from common.problems import Problem
from reference.selectors import code_id, lookup


def lock_user(user_id: int) -> User | None:
    """Lock the row of a live account to the end of the transaction; every service takes it before token rows.

    It is read without a join: a joined row would be looked for as it was before the wait, and a person whose status
    changed meanwhile would seem to be gone.
    """
    return only_person(_LOCKED(user_id))


_LOCKED = PreparedRead(lambda key: taking_turns(User.objects.filter(pk=key, is_deleted=False)))


def lock_owner(actor: Actor) -> User:
    """Lock the account of the signed-in ``actor``.

    Raises:
        Problem: ACCESS_TOKEN_INVALID when it is gone.
    """
    user = lock_user(actor.user_id) if actor.user_id is not None else None
    if user is None:
        raise Problem("ACCESS_TOKEN_INVALID")
    return user


def lock_address(email: str) -> None:
    """Let one sign-up for an address run at a time, whether or not the account exists yet (GEN-3)."""
    transaction_lock(f"account {email}")


def lock_addresses(*emails: str) -> None:
    """As ``lock_address`` for several, always in the same order, so that no two callers wait for each other."""
    for email in sorted(set(emails)):
        lock_address(email)


def as_actor(user: User) -> Actor:
    """A person acting on their own account by a mailed link or at sign-up."""
    return Actor(user_id=user.pk, email=user.email, name=user.full_name or user.email)


def set_status(user: User, status: UserStatusCode) -> None:
    """Set the status without saving; IsLocked follows it (invariant 29)."""
    user.user_status_id = code_id("UserStatus", status)
    user.is_locked = status is UserStatusCode.LOCKED
    if not user.is_locked:
        user.locked_until = None
        user.locked_reason = None


def set_role(user: User, role: UserRoleCode) -> None:
    """Set the platform role without saving."""
    user.user_role_id = code_id("UserRole", role)


def role_code(user: User) -> str:
    """Code of the platform role."""
    return str(lookup("UserRole", user.user_role_id).code)
