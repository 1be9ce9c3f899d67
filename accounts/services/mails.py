"""Mails about accounts (behaviour.md section 19); each is queued in the transaction that causes it (MA-1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.models import User
from common.links import LinkSecret
from logging_app.services import LinkRef, queue_email

VERIFICATION = "email_verification"
RESET = "password_reset"
EMAIL_CHANGE = "email_change"
_RESET_PAGE = LinkRef(path="/reset-password")
_SECURITY_PAGE = LinkRef(path="/account/security")


def _queue(
    email_type: str,
    user: User,
    data: dict[str, Any],
    links: dict[str, LinkRef] | None = None,
    recipient: str | None = None,
) -> None:
    queue_email(
        email_type=email_type,
        recipient=recipient or user.email,
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


def send_password_changed(user: User, changed_at: datetime, passkey_count: int) -> None:
    """Notice after reset and change (PW-6, PW-7); passkeys stay, which the owner of some is told."""
    data: dict[str, Any] = {"changedAt": changed_at}
    links = {"resetUrl": _RESET_PAGE}
    if passkey_count:
        data["passkeyCount"], links["securityUrl"] = passkey_count, _SECURITY_PAGE
    _queue("password_changed", user, data, links)


def send_account_locked(user: User) -> None:
    """Notice of a lock, automatic or by staff (LK-1); ``lockedUntil`` is empty for a lock without an end."""
    _queue("account_locked", user, {"lockedUntil": user.locked_until}, {"resetUrl": _RESET_PAGE})


def send_account_closed(user: User, closed_at: datetime) -> None:
    """Notice to whoever closed their account, or finds it closed by somebody else."""
    _queue("account_closed", user, {"closedAt": closed_at}, {"supportUrl": LinkRef(path="/support")})


def send_account_reopened(user: User, secret: LinkSecret, expiry_hours: int) -> None:
    """The account is open again; its link chooses the new password that it needs."""
    link = LinkRef(path="/reset-password/confirm", purpose=RESET, nonce=secret.nonce)
    _queue("account_reopened", user, {"expiryHours": expiry_hours}, {"resetUrl": link, "requestUrl": _RESET_PAGE})


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
    _queue("passkey_changed", user, data, {"securityUrl": _SECURITY_PAGE})


def send_second_factor_changed(user: User, change: str, changed_at: datetime, *, codes_left: int | None = None) -> None:
    """Notice of what happened to the second factor; ``change`` is enabled, removed,
    app_added, app_removed, codes_renewed, code_used or reset."""
    data = {"change": change, "changedAt": changed_at, "codesLeft": codes_left}
    _queue("second_factor_changed", user, data, {"securityUrl": LinkRef(path="/account/security")})


def send_email_change_old(user: User, secret: LinkSecret, new_email: str, expiry_hours: int) -> None:
    """Link of the present address: agree to the change of address, or stop it (PR-1)."""
    data = {"newEmail": new_email, "expiryHours": expiry_hours}
    _queue("email_change_old", user, data, {"confirmUrl": _change_link(secret)})


def send_email_change_new(user: User, secret: LinkSecret, new_email: str, expiry_hours: int) -> None:
    """Link of the new address; nothing is said about the present one to a mailbox that may be a stranger's (PR-1)."""
    data = {"expiryHours": expiry_hours}
    _queue("email_change_new", user, data, {"confirmUrl": _change_link(secret)}, recipient=new_email)


def send_staff_change_old(
    user: User, secret: LinkSecret, new_email: str, effective_from: datetime | None, expiry_hours: int
) -> None:
    """Notice to the present address of a change that staff started, with the link that stops it (PR-1)."""
    data = {"newEmail": new_email, "effectiveFrom": effective_from, "expiryHours": expiry_hours}
    _queue("email_change_staff_old", user, data, {"stopUrl": _change_link(secret)})


def send_staff_change_new(
    user: User, secret: LinkSecret, new_email: str, effective_from: datetime | None, expiry_hours: int
) -> None:
    """Link of the new address of a change that staff started; the present one is not told (PR-1)."""
    data = {"effectiveFrom": effective_from, "expiryHours": expiry_hours}
    _queue("email_change_staff_new", user, data, {"confirmUrl": _change_link(secret)}, recipient=new_email)


def _change_link(secret: LinkSecret) -> LinkRef:
    return LinkRef(path="/confirm-email-change", purpose=EMAIL_CHANGE, nonce=secret.nonce)


def send_email_change_taken(owner: User) -> None:
    """Somebody wanted to move another account to an address that has one (GEN-11)."""
    _queue("email_change_taken", owner, {}, {"loginUrl": LinkRef(path="/login"), "resetUrl": _RESET_PAGE})


def send_email_changed(user: User, *, old_email: str, changed_at: datetime) -> None:
    """Notice to both addresses once the new one holds; the former one is told where to turn (PR-1)."""
    data = {"newEmail": user.email, "changedAt": changed_at}
    for recipient, path in ((old_email, "/support"), (user.email, "/login")):
        is_former = recipient == old_email
        values = {**data, "isFormerAddress": is_former}
        _queue("email_changed", user, values, {"nextUrl": LinkRef(path=path)}, recipient=recipient)
