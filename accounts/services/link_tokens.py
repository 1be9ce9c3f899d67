"""Mailed secrets: one newest link a person and purpose, spent once (SU-3, SU-6, invariants 25 to 27)."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import QuerySet

from accounts.models import User, UserEmailChangeToken, UserEmailVerificationToken, UserPasswordResetToken
from accounts.models.codes import EmailChangeSide, PasswordResetPurpose
from common import clock, context
from common.links import LinkSecret, hash_token, issue_link_secret
from common.problems import Problem

Token = TypeVar("Token", UserEmailVerificationToken, UserPasswordResetToken, UserEmailChangeToken)


def issue_verification(user: User, life: timedelta) -> LinkSecret:
    """Store a new verification link; earlier ones die."""
    void(verifications_of(user))
    secret = issue_link_secret("email_verification")
    UserEmailVerificationToken.objects.create(user=user, email=user.email, **_columns(secret, life))
    return secret


def issue_reset(user: User, life: timedelta, purpose: PasswordResetPurpose = PasswordResetPurpose.RESET) -> LinkSecret:
    """Store a new reset link or expired-password proof; earlier ones of the same purpose die."""
    void(resets_of(user).filter(purpose=purpose.value))
    secret = issue_link_secret("password_reset")
    UserPasswordResetToken.objects.create(user=user, purpose=purpose.value, **_columns(secret, life))
    return secret


def issue_email_change(
    user: User,
    new_email: str,
    life: timedelta,
    *,
    started_by_user_id: int | None = None,
    effective_from: datetime | None = None,
) -> dict[EmailChangeSide, LinkSecret]:
    """Store the two links of a change of address, one for each side; an earlier open change dies.

    Staff who start one are named, and say from when on it may be made.
    """
    void_changes(user)
    shared = {
        "user": user,
        "change_key": uuid.uuid4(),
        "new_email": new_email,
        "started_by_user_id": started_by_user_id,
        "effective_from": effective_from,
    }
    secrets = {side: issue_link_secret("email_change") for side in EmailChangeSide}
    for side, secret in secrets.items():
        UserEmailChangeToken.objects.create(side=side.value, **shared, **_columns(secret, life))
    return secrets


def _columns(secret: LinkSecret, life: timedelta) -> dict[str, object]:
    now = clock.now()
    return {
        "token_hash": secret.token_hash,
        "created_date": now,
        "expires_at": now + life,
        "request_id": context.current().request_id or None,
    }


def verifications_of(user: User) -> QuerySet[UserEmailVerificationToken]:
    """All verification links of a person."""
    rows: QuerySet[UserEmailVerificationToken] = UserEmailVerificationToken.objects.filter(user=user)
    return rows


def resets_of(user: User) -> QuerySet[UserPasswordResetToken]:
    """All reset links and proofs of a person."""
    rows: QuerySet[UserPasswordResetToken] = UserPasswordResetToken.objects.filter(user=user)
    return rows


def changes_of(user: User) -> QuerySet[UserEmailChangeToken]:
    """All change-of-address links of a person."""
    rows: QuerySet[UserEmailChangeToken] = UserEmailChangeToken.objects.filter(user=user)
    return rows


def void_changes(user: User) -> bool:
    """Void the open change of address, a side that was confirmed included; tells whether there was one in time."""
    now = clock.now()
    unspent = changes_of(user).filter(used_at__isnull=True, voided_at__isnull=True)
    is_open = unspent.filter(expires_at__gt=now).exists()
    keys = list(unspent.values_list("change_key", flat=True))
    changes_of(user).filter(change_key__in=keys).update(voided_at=now)
    return is_open


def void(rows: QuerySet[Token]) -> None:
    """Replace links: unspent ones work no more and count as unknown."""
    rows.filter(used_at__isnull=True, voided_at__isnull=True).update(voided_at=clock.now())


def spend_all(rows: QuerySet[Token]) -> None:
    """Spend every link left; opening one tells that it was used."""
    rows.filter(used_at__isnull=True, voided_at__isnull=True).update(used_at=clock.now())


def find(model: type[Token], token: str) -> Token | None:
    """Return the row of a secret, with its person."""
    row: Token | None = model.objects.filter(token_hash=hash_token(token)).select_related("user").first()
    return row


def problem_of(row: Token | None, now: datetime) -> Problem | None:
    """What is wrong with a link, in the order of SU-6; None when it may be spent."""
    if row is None or row.voided_at is not None or not _belongs_to_someone(row):
        return Problem("TOKEN_INVALID")
    if row.used_at is not None:
        return Problem("TOKEN_USED")
    if now >= row.expires_at:
        return Problem("TOKEN_EXPIRED")
    return None


def require_usable(row: Token | None, now: datetime) -> Token:
    """Return the row of a link that may be spent.

    Raises:
        Problem: TOKEN_INVALID, TOKEN_USED, TOKEN_EXPIRED.
    """
    problem = problem_of(row, now)
    if problem is not None or row is None:
        raise problem or Problem("TOKEN_INVALID")
    return row


def _belongs_to_someone(row: Token) -> bool:
    return not row.user.is_deleted and row.user.erased_at is None


def spend(row: Token, now: datetime) -> bool:
    """Spend a link; of two at once exactly one succeeds (invariant 26)."""
    rows = type(row).objects.filter(pk=row.pk, used_at__isnull=True, voided_at__isnull=True, expires_at__gt=now)
    return bool(rows.update(used_at=now) == 1)
