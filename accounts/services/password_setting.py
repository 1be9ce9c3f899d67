"""What a new password does to an account, whichever way it came (PW-6, PW-7)."""

from __future__ import annotations

from accounts.models import User
from accounts.selectors.second_factors import passkey_count
from accounts.services import mails
from auditing.services import record
from common import clock
from common.actors import Actor


def store(user: User, password_hash: str, actor: Actor, cause: str) -> None:
    """Store a hash with its date, record it, and queue the notice; in the caller's ``business_transaction``."""
    now = clock.now()
    old = {"lastPasswordChange": user.last_password_change}
    user.password_hash, user.last_password_change = password_hash, now
    user.failed_login_attempts = 0
    user.stamp_updated(actor)
    user.save()
    record(
        action="USER_PASSWORD_CHANGED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old=old,
        new={"lastPasswordChange": now, "cause": cause},
    )
    mails.send_password_changed(user, now, passkey_count(user.pk))
