"""Making room for an account at an address that another one holds without a right to it."""

from __future__ import annotations

from accounts.models import User
from accounts.selectors.users import find_by_email, is_unproven
from accounts.services.cleanup import remove_unconfirmed
from accounts.services.people import lock_user
from common.actors import Actor


def is_unclaimed(user: User) -> bool:
    """Whether an account stands in nobody's way: nobody has confirmed its address, and staff have not locked it."""
    return is_unproven(user) and not (user.is_locked and user.locked_until is None)


def make_room(address: str, actor: Actor, *, reason: str) -> bool:
    """Whether the address is free now; an account there that nobody has confirmed is removed (SU-2, SU-9).

    The caller holds the lock on the address, in a ``business_transaction``.
    """
    found = find_by_email(address)
    holder = lock_user(found.pk) if found is not None else None
    if holder is None or holder.email != address:
        return True
    if not is_unclaimed(holder):
        return False
    remove_unconfirmed(holder, actor, reason=reason)
    return True
