"""Jobs about accounts: locks past their time (LK-2), pending accounts (SU-9), expired tokens (RT-1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Exists, Max, OuterRef, QuerySet

from accounts.models import (
    User,
    UserEmailChangeToken,
    UserEmailVerificationToken,
    UserPasswordResetToken,
    UserRefreshToken,
)
from accounts.models.codes import UserStatusCode
from accounts.selectors.users import is_unproven, status_code
from accounts.services import link_tokens, lockout
from accounts.services.people import lock_user
from auditing.services import business_transaction, record
from common import clock
from common.actors import Actor, system_actor
from reference.selectors import code_id
from settings_app.selectors import get_int

PENDING_LIFE: Final = timedelta(days=30)
_BATCH = 500


def unlock_expired() -> int:
    """Store the end of locks past their time; return how many (LK-2). Safe to run twice and in parallel."""
    actor, now = system_actor("unlock_expired_accounts"), clock.now()
    due = User.objects.filter(is_locked=True, locked_until__lte=now, is_deleted=False)
    unlocked = 0
    for user_id in list(due.values_list("pk", flat=True)[:_BATCH]):
        with business_transaction(actor=actor):
            user = lock_user(user_id)
            if user is not None and user.is_locked and not user.is_lock_in_force(now):
                lockout.end_lapsed_lock(user, now, actor)
                unlocked += 1
    return unlocked


def remove_pending() -> int:
    """Soft-delete accounts nobody confirmed, 30 days after their last link expired; return how many (SU-9)."""
    actor, limit = system_actor("remove_pending_accounts"), clock.now() - PENDING_LIFE
    younger_link = UserEmailVerificationToken.objects.filter(user=OuterRef("pk"), expires_at__gte=limit)
    candidates = User.objects.filter(
        ~Exists(younger_link),
        user_status_id=code_id("UserStatus", UserStatusCode.PENDING),
        is_email_verified=False,
        is_deleted=False,
        created_date__lt=limit,
    )
    removed = 0
    for user_id in list(candidates.values_list("pk", flat=True)[:_BATCH]):
        with business_transaction(actor=actor, reason="never confirmed"):
            user = lock_user(user_id)
            if user is not None and _is_abandoned(user):
                remove_unconfirmed(user, actor, reason="never confirmed")
                removed += 1
    return removed


def _is_abandoned(user: User) -> bool:
    """Asked again on the locked row: a new sign-up or a confirmation may have come in between."""
    last_link = link_tokens.verifications_of(user).aggregate(last=Max("expires_at"))["last"]
    since = last_link or user.created_date
    is_pending = is_unproven(user) and status_code(user) is UserStatusCode.PENDING
    return is_pending and since < clock.now() - PENDING_LIFE


def remove_unconfirmed(user: User, actor: Actor, *, reason: str) -> None:
    """Blank the personal columns as in an erasure; the address is free again (invariant 47).

    For accounts that nobody has confirmed, in the caller's ``business_transaction`` and with the row locked.
    """
    before = status_code(user)
    user.email = f"erased-{user.pk}@erased.invalid"
    user.first_name = user.last_name = ""
    user.phone = user.role_title = user.bio = user.profile_picture_url = None
    user.set_unusable_password()
    user.renew_session_stamp()
    user.erased_at = clock.now()
    user.soft_delete(actor)
    user.save()
    link_tokens.void(link_tokens.verifications_of(user))
    link_tokens.void(link_tokens.resets_of(user))
    record(
        action="USER_REMOVED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"statusCode": before.value},
        reason=reason,
    )


def purge_tokens() -> int:
    """Delete token rows RETENTION_TOKEN_DAYS after their expiry; return how many (RT-1, invariant 45).

    The application role may not delete in dbo; where a connection of the retention role is configured it is used.
    """
    alias = "retention" if "retention" in settings.DATABASES else DEFAULT_DB_ALIAS
    now = clock.now()
    limit = now - timedelta(days=get_int("RETENTION_TOKEN_DAYS"))
    # The last link of a pending account dates its removal (SU-9), so it stays until that is over.
    limits = {
        UserEmailVerificationToken: min(limit, now - PENDING_LIFE - timedelta(days=1)),
        UserEmailChangeToken: limit,
        UserPasswordResetToken: limit,
        UserRefreshToken: limit,
    }
    return sum(_purge(model.objects.using(alias), until) for model, until in limits.items())


def clear_browser_sessions() -> None:
    """Delete browser sessions past their end; what they stood for ended with their token rows before."""
    SessionStore.clear_expired()


def _purge(rows: QuerySet[Any], limit: datetime) -> int:
    """Delete in bounded batches."""
    gone = 0
    while keys := list(rows.filter(expires_at__lt=limit).values_list("pk", flat=True)[:_BATCH]):
        gone += rows.filter(pk__in=keys).delete()[0]
    return gone
