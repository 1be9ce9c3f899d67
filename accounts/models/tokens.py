"""dbo.UserEmailVerificationToken, dbo.UserPasswordResetToken, dbo.UserRefreshToken (invariants 25 to 28, 32)."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from accounts.models.codes import PasswordResetPurpose, RevokedReason, Transport
from common.conditions import all_or_none, null_or, values
from common.models import Check, ForeignKey, Index, LogTable, TableAccess, Unique

_TOKEN_ACCESS = TableAccess(rls="none", retention="token", roles="TOKEN")


class UserEmailVerificationToken(LogTable):
    """Address verification link."""

    access = _TOKEN_ACCESS

    user = ForeignKey("accounts.User", help_text="Account whose address is verified")
    email = models.CharField(max_length=255, help_text="Address it verifies")
    token_hash = models.CharField(max_length=64, help_text="SHA-256 of the token")
    expires_at = models.DateTimeField(help_text="The link works before this instant")
    used_at = models.DateTimeField(null=True, blank=True, help_text="When the link was spent")
    voided_at = models.DateTimeField(null=True, blank=True, help_text="Replaced by a newer one")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="Request that issued it")

    class Meta:
        indexes = [Index(fields=["user"]), Index(fields=["expires_at"])]
        constraints = [
            Unique(fields=["token_hash"]),
            Check("TokenHash", Q(token_hash__length=64)),
            Check("ExpiresAt", Q(expires_at__gt=F("created_date"))),
        ]

    def __str__(self) -> str:
        return f"verification of {self.email}"


class UserPasswordResetToken(LogTable):
    """Password reset link, and the proof that lets an expired password be changed."""

    access = _TOKEN_ACCESS

    user = ForeignKey("accounts.User", help_text="Account whose password is reset")
    purpose = models.CharField(
        max_length=10, default=PasswordResetPurpose.RESET.value, help_text="reset = mailed link, expired = proof"
    )
    token_hash = models.CharField(max_length=64, help_text="SHA-256 of the token")
    expires_at = models.DateTimeField(help_text="The token works before this instant")
    used_at = models.DateTimeField(null=True, blank=True, help_text="When the token was spent")
    voided_at = models.DateTimeField(null=True, blank=True, help_text="Replaced by a newer one")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="Request that issued it")

    class Meta:
        indexes = [Index(fields=["user"]), Index(fields=["expires_at"])]
        constraints = [
            Unique(fields=["token_hash"]),
            Check("Purpose", Q(purpose__in=values(PasswordResetPurpose))),
            Check("TokenHash", Q(token_hash__length=64)),
            Check("ExpiresAt", Q(expires_at__gt=F("created_date"))),
        ]

    def __str__(self) -> str:
        return f"password {self.purpose} of user {self.user_id}"


class UserRefreshToken(LogTable):
    """Sessions and their refresh tokens; one family = one signed-in device, by page or API."""

    access = _TOKEN_ACCESS

    user = ForeignKey("accounts.User", help_text="Who is signed in")
    company = ForeignKey("companies.Company", null=True, help_text="Active company of the session")
    token_family_id = models.UUIDField(help_text="Claim sid, sessionId; same through all rotations")
    transport = models.CharField(
        max_length=10, help_text="body, cookie or page; page: TokenHash is of the handle in the browser session"
    )
    token_hash = models.CharField(max_length=64, help_text="SHA-256 of the token or handle")
    refresh_token_version = models.IntegerField(help_text="User.RefreshTokenVersion at issue")
    session_started_at = models.DateTimeField(help_text="When the person signed in")
    session_expires_at = models.DateTimeField(help_text="End of the session however often it is refreshed")
    expires_at = models.DateTimeField(
        help_text="End of this token; page: last use + SESSION_TIMEOUT_MINUTES, moved on at most once a minute"
    )
    used_at = models.DateTimeField(null=True, blank=True, help_text="Rotated; a second use revokes the family")
    revoked_at = models.DateTimeField(null=True, blank=True, help_text="When the token was revoked")
    revoked_reason = models.CharField(max_length=30, null=True, blank=True, help_text="Why the token was revoked")
    ip_address = models.CharField(max_length=45, null=True, blank=True, help_text="Address of the device")
    user_agent = models.CharField(max_length=500, null=True, blank=True, help_text="Browser or client of the device")
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="Last use of the session")
    has_second_factor = models.BooleanField(default=False, help_text="A second factor was shown at the log-in")

    class Meta:
        indexes = [
            Index(fields=["user"]),
            Index(fields=["token_family_id"]),
            Index(fields=["expires_at"]),
            Index(fields=["company"], condition=Q(company__isnull=False)),
        ]
        constraints = [
            Unique(fields=["token_hash"]),
            Check("Transport", Q(transport__in=values(Transport))),
            Check("TokenHash", Q(token_hash__length=64)),
            Check("ExpiresAt", Q(expires_at__gt=F("created_date"), expires_at__lte=F("session_expires_at"))),
            Check("Revoked", all_or_none("revoked_at", "revoked_reason")),
            Check("RevokedReason", null_or("revoked_reason", Q(revoked_reason__in=values(RevokedReason)))),
        ]

    def __str__(self) -> str:
        return f"session {self.token_family_id}"

    def is_usable(self, now: datetime, user_version: int) -> bool:
        """Whether the token is good at ``now`` for a user at ``user_version`` of RefreshTokenVersion (invariant 28)."""
        if self.used_at is not None or self.revoked_at is not None:
            return False
        return now < self.expires_at and self.refresh_token_version == user_version
