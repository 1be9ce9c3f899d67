"""Accepting a new version of the terms."""

from __future__ import annotations

from accounts.models import User
from accounts.selectors.terms import current_terms, has_accepted
from accounts.services.onboarding import lock_user
from auditing.services import apply_changes, business_transaction, save_and_record
from common import clock
from common.actors import Actor
from common.problems import Problem


def accept_terms(*, terms_version: str, actor: Actor) -> User:
    """Accept the version in force; accepting it again is a success that writes nothing (AU-3).

    ``terms_version`` is what the person has read: nobody accepts a text that was replaced under their eyes.

    Raises:
        Problem: TERMS_NOT_CURRENT with ``termsVersion``, the version in force.
    """
    with business_transaction(actor):
        user, current = lock_user(actor), current_terms()
        if terms_version != current:
            raise Problem("TERMS_NOT_CURRENT", termsVersion=current)
        if has_accepted(user, current):
            return user
        former = apply_changes(user, {"terms_version": current, "terms_accepted_at": clock.now()})
        save_and_record(user, former, action="USER_TERMS_ACCEPTED", actor=actor, company_id=actor.company_id)
        return user
