"""Closing the own account: memberships, open requests and the account itself, in one transaction."""

from __future__ import annotations

from accounts.services import closing
from accounts.services.password_confirmation import confirmation_problem
from auditing.services import business_transaction
from common.actors import Actor
from common.tenancy import system_scope
from companies.services.departing import last_admin_problem, leave_everything, lock_departures


def close_account(*, current_password: str, actor: Actor) -> None:
    """Close the account of ``actor``; nobody can log in to it any more, and its address is free for a new sign-up.

    A company with nobody else in it is deactivated; one with others keeps its only administrator from closing.
    Invitations to the address stay: they are for an address, not for an account (IN-9).

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword; it counts as a failed log-in (LK-3).
        Problem: ACCOUNT_LOCKED, LAST_SYSTEM_ADMIN, LAST_ADMIN (``companies`` names them), ACCESS_TOKEN_INVALID.
    """
    with system_scope("companies.services.close_account"), business_transaction(actor, closing.REASON):
        user = closing.lock_owner(actor)
        problem = confirmation_problem(user, current_password) or closing.system_admin_problem(user)
        if problem is None:
            found = lock_departures(user.pk)
            problem = last_admin_problem(found)
            if problem is None:
                leave_everything(user.pk, found, actor, closing.REASON)
                closing.close(user, actor)
    # Raised after the transaction, so that the counter and the lock commit.
    if problem is not None:
        raise closing.recorded(problem, actor)
