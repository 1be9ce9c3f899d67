"""dbo.UserAuthenticator and dbo.UserRecoveryCode: what proves a second factor besides a passkey."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique

_SEALED_ACCESS = TableAccess(rls="none", retention="permanent", roles="SEALED")


class UserAuthenticator(AuditedTable):
    """Authenticator app of a person: the sealed key of its one-time codes (TOTP, RFC 6238)."""

    access = _SEALED_ACCESS

    user = ForeignKey("accounts.User", related_name="authenticators", help_text="Whose authenticator app it is")
    sealed_key = models.CharField(
        max_length=255, null=True, blank=True, help_text="Key of the codes, encrypted; null once removed"
    )
    confirmed_at = models.DateTimeField(
        null=True, blank=True, help_text="When the first code was shown; null = being set up"
    )
    last_used_step = models.BigIntegerField(default=0, help_text="Time step of the last code; none is taken twice")
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="Last log-in with a code of it")

    class Meta:
        constraints = [
            Unique(fields=["user"], condition=Q(is_deleted=False)),
            Check("LastUsedStep", Q(last_used_step__gte=0)),
            Check(
                "SealedKey", Q(is_deleted=False, sealed_key__isnull=False) | Q(is_deleted=True, sealed_key__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"authenticator app of user {self.user_id}"


class UserRecoveryCode(AuditedTable):
    """Recovery codes of a person, each good for one log-in; soft-deleted once replaced or turned off."""

    access = _SEALED_ACCESS

    user = ForeignKey("accounts.User", help_text="Whose code it is")
    code_hash = models.CharField(
        max_length=255, help_text="Argon2id of the code, all of a set with one salt; older ones a keyed SHA-256, hex"
    )
    used_at = models.DateTimeField(null=True, blank=True, help_text="When the code was spent")

    class Meta:
        indexes = [Index(fields=["user"])]
        constraints = [
            Unique(fields=["code_hash"], condition=Q(is_deleted=False)),
            Check("CodeHash", Q(code_hash__length__gte=64)),
        ]

    def __str__(self) -> str:
        return f"recovery code of user {self.user_id}"
