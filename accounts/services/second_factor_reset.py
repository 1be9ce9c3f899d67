"""Second factors of people who lost theirs, taken away by staff (SF-6)."""

from __future__ import annotations

from accounts.models import User, UserPasskey
from accounts.models.codes import RevokedReason
from accounts.services import mails, second_factor
from accounts.services.identity_proof import check_identity_proof
from accounts.services.sessions import end_all_sessions
from accounts.services.staff_steps import staff_action
from auditing.services import record
from common import clock
from common.actors import Actor
from common.problems import FieldErrors, Problem
from logging_app.services import record_auth_event


def reset_second_factor(*, actor: Actor, user_id: int, reason: str, identity_proof: str) -> User:
    """Turn the second factor of a person off, remove app, recovery codes and passkeys, end every session, tell them.

    Raises:
        ValidationFailed: no reason, or no proof of identity.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, USER_STATE without a second factor.
    """
    errors = FieldErrors()
    proof = check_identity_proof(identity_proof, errors)
    with staff_action(user_id=user_id, reason=reason, actor=actor, errors=errors) as (user, text):
        if user.second_factor_since is None:
            raise Problem("USER_STATE", "The account has no second factor. Its password can be reset by mail.")
        since = user.second_factor_since
        removed = forget_all(user, actor)
        record(
            action="USER_SECOND_FACTOR_RESET",
            entity_type="dbo.User",
            entity_id=user.pk,
            actor=actor,
            old={"secondFactorSince": since},
            new={"passkeysRemoved": removed, "identityProof": proof},
            reason=text,
        )
        end_all_sessions(user, RevokedReason.FACTOR_RESET, actor=actor, is_recorded=False)
        record_auth_event(
            event_type="SECOND_FACTOR_RESET",
            is_success=True,
            user_id=user.pk,
            email=user.email,
            reason=f"staff: {text}",
            details={"byUserId": actor.user_id, "identityProof": proof},
        )
        mails.send_second_factor_changed(user, "reset", clock.now())
        return user


def forget_all(user: User, actor: Actor) -> int:
    """Take away app, recovery codes and passkeys and save the account; return how many passkeys went (SF-6, SF-7).

    In the caller's transaction, which holds the row of the person locked and records what happened.
    """
    second_factor.take_away(user, actor)
    rows = list(UserPasskey.objects.alive().filter(user=user))
    for row in rows:
        row.soft_delete(actor)
        row.save()
    return len(rows)
