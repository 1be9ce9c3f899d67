"""Authentication events: the security evidence."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.models import Check, ForeignKey, Index, LogTable, TableAccess

AUTH_EVENT_TYPES = (
    "SIGNUP",
    "SIGNUP_FAILED",
    "EMAIL_VERIFIED",
    "EMAIL_VERIFICATION_RESENT",
    "EMAIL_VERIFICATION_FAILED",
    "LOGIN_SUCCESS",
    "LOGIN_FAILED",
    "ACCOUNT_LOCKED",
    "ACCOUNT_UNLOCKED",
    "TOKEN_REFRESH",
    "TOKEN_REFRESH_FAILED",
    "TOKEN_REUSE_DETECTED",
    "LOGOUT",
    "SESSIONS_REVOKED",
    "PASSWORD_RESET_REQUESTED",
    "PASSWORD_RESET_COMPLETED",
    "PASSWORD_RESET_FAILED",
    "PASSWORD_CHANGED",
    "PASSWORD_CHANGE_FAILED",
    "RATE_LIMIT_EXCEEDED",
    "PASSKEY_ADDED",
    "PASSKEY_REMOVED",
    "SECOND_FACTOR_ENROLLED",
    "SECOND_FACTOR_REMOVED",
    "SECOND_FACTOR_RESET",
    "SECOND_FACTOR_FAILED",
    "RECOVERY_CODES_RENEWED",
    "RECOVERY_CODE_USED",
    "EMAIL_CHANGE_REQUESTED",
    "EMAIL_CHANGE_FAILED",
    "EMAIL_CHANGE_CANCELLED",
    "EMAIL_CHANGED",
    "ACCOUNT_CLOSED",
    "ACCOUNT_CLOSE_FAILED",
    "ACCOUNT_REOPENED",
)


class AuthEvent(LogTable):
    """Authentication events (security evidence)."""

    access = TableAccess(rls="none", retention="log", roles="LOG")

    event_type = models.CharField(max_length=50, help_text="What happened, UPPER_SNAKE")
    is_success = models.BooleanField(help_text="The attempt succeeded")
    user = ForeignKey("accounts.User", null=True, help_text="Account concerned; empty = unknown address")
    email = models.CharField(max_length=255, null=True, blank=True, help_text="Attempted address, known or not")
    reason = models.CharField(max_length=255, null=True, blank=True, help_text="Code, then free detail; cut to fit")
    details = models.JSONField(null=True, blank=True, help_text="Further facts, redacted")
    session_id = models.CharField(
        max_length=64, null=True, blank=True, help_text="Token family or hash of the browser session key"
    )
    ip_address = models.CharField(max_length=45, null=True, blank=True, help_text="Raw address of the client")
    user_agent = models.CharField(max_length=500, null=True, blank=True, help_text="User agent, cut to fit")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="X-Request-ID of the work")

    class Meta:
        indexes = [
            Index(fields=["created_date"]),
            Index(fields=["user", "created_date"], condition=Q(user__isnull=False)),
            Index(fields=["email", "created_date"]),
            Index(fields=["event_type", "created_date"]),
            Index(fields=["request_id"]),
            Index(fields=["ip_address", "created_date"]),
        ]
        constraints = [Check("EventType", Q(event_type__in=AUTH_EVENT_TYPES))]
