"""What an action left in the logs and in the audit trail."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from accounts.models import User


def auth_events(**filters: Any) -> list[str]:
    """Types of log.AuthEvent, oldest first."""
    rows = apps.get_model("logging_app", "AuthEvent").objects.filter(**filters)
    return list(rows.order_by("pk").values_list("event_type", flat=True))


def activities(**filters: Any) -> list[str]:
    """Actions of audit.ActivityLog, oldest first."""
    rows = apps.get_model("auditing", "ActivityLog").all_companies.filter(**filters)
    return list(rows.order_by("pk").values_list("action", flat=True))


def snapshots(user: User) -> int:
    """Rows of audit.User for a person."""
    return int(User.history.filter(id=user.pk).count())


def footprint() -> dict[str, int]:
    """Rows of every table a refused action must leave alone."""
    labels = (
        *("accounts.User", "accounts.UserEmailVerificationToken", "accounts.UserPasswordResetToken"),
        *("accounts.UserEmailChangeToken", "accounts.UserRefreshToken", "logging_app.EmailDelivery"),
        "auditing.ActivityLog",
    )
    return {label: apps.get_model(label)._base_manager.count() for label in labels}
