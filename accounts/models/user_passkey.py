"""dbo.UserPasskey: WebAuthn credentials of people."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique


class UserPasskey(AuditedTable):
    """Passkeys with which a person logs in; the private key never leaves the person's device."""

    # Log-in finds the person by the credential, so the rows cannot depend on who is signed in.
    access = TableAccess(rls="none", retention="permanent", roles="BIZ")

    user = ForeignKey("accounts.User", related_name="passkeys", help_text="Whose passkey it is")
    passkey_name = models.CharField(max_length=100, help_text="Name the person gave it")
    credential_hash = models.CharField(max_length=64, help_text="SHA-256 of CredentialHandle, hex")
    credential_handle = models.CharField(max_length=1400, help_text="Credential id, base64url")
    public_key = models.TextField(help_text="COSE public key, base64url")
    sign_count = models.BigIntegerField(default=0, help_text="Last counter of the device; 0 = it does not count")
    transports = models.JSONField(default=list, blank=True, help_text="Ways to reach the device, such as internal")
    is_backed_up = models.BooleanField(default=False, help_text="The passkey is synced to other devices")
    authenticator_model = models.CharField(
        max_length=36, null=True, blank=True, help_text="AAGUID, the model of the device"
    )
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="Last log-in or second step with it")

    class Meta:
        indexes = [Index(fields=["user"])]
        constraints = [
            Unique(fields=["credential_hash"], condition=Q(is_deleted=False)),
            Check("CredentialHash", Q(credential_hash__length=64)),
            Check("SignCount", Q(sign_count__gte=0)),
        ]

    def __str__(self) -> str:
        return f"passkey {self.passkey_name} of user {self.user_id}"
