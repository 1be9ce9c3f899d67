"""Mails about accounts (behaviour.md section 19); each is queued in the transaction that causes it (MA-1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.models import User
from common.links import LinkSecret
from logging_app.services import LinkRef, queue_email

VERIFICATION = "email_verification"
RESET = "password_reset"
_RESET_PAGE = LinkRef(path="/reset-password")


def _queue(email_type: str, user: User, data: dict[str, Any], links: dict[str, LinkRef] | None = None) -> None:
    queue_email(
        email_type=email_type,
        recipient=user.email,
        data={"name": user.first_name, "timezoneIdentifier": user.timezone_identifier, **data},
        user_id=user.pk,
        links=links,
    )


def send_verification(user: User, secret: LinkSecret, expiry_hours: int) -> None:
    """Link that confirms the address (SU-3)."""
    link = LinkRef(path="/verify-email", purpose=VERIFICATION, nonce=secret.nonce)
    _queue("email_verification", user, {"expiryHours": expiry_hours}, {"verificationUrl": link})


def send_reset(user: User, secret: LinkSecret, expiry_hours: int) -> None:
    """Link to choose a new password (PW-5)."""
    link = LinkRef(path="/reset-password/confirm", purpose=RESET, nonce=secret.nonce)
    _queue("password_reset", user, {"expiryHours": expiry_hours}, {"resetUrl": link})


def send_account_exists(user: User) -> None:
    """Somebody signed up with a known address (SU-2)."""
    _queue("account_exists", user, {}, {"loginUrl": LinkRef(path="/login"), "resetUrl": _RESET_PAGE})


def send_password_changed(user: User, changed_at: datetime) -> None:
    """Notice after reset and change (PW-6, PW-7)."""
    _queue("password_changed", user, {"changedAt": changed_at}, {"resetUrl": _RESET_PAGE})


def send_account_locked(user: User) -> None:
    """Notice of a lock, automatic or by staff (LK-1); ``lockedUntil`` is empty for a lock without an end."""
    _queue("account_locked", user, {"lockedUntil": user.locked_until}, {"resetUrl": _RESET_PAGE})


def send_system_role_changed(user: User, *, old_role_name: str, new_role_name: str) -> None:
    """Notice of another system role; a company is named for company roles only."""
    data = {"companyName": None, "oldRoleName": old_role_name, "newRoleName": new_role_name}
    _queue("role_changed", user, data, {"dashboardUrl": LinkRef(path="/dashboard")})


def send_session_alert(user: User, detected_at: datetime) -> None:
    """Notice that a spent refresh token came back (SE-4)."""
    _queue("session_alert", user, {"detectedAt": detected_at}, {"sessionsUrl": LinkRef(path="/sessions")})


def send_passkey_changed(user: User, passkey_name: str, *, is_added: bool, changed_at: datetime) -> None:
    """Notice that a passkey was added or removed."""
    data = {"passkeyName": passkey_name, "change": "added" if is_added else "removed", "changedAt": changed_at}
    _queue("passkey_changed", user, data, {"securityUrl": LinkRef(path="/account/security")})
