"""dbo.UserEmailChangeToken: the two links that change the address of an account."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from accounts.models.codes import EmailChangeSide
from common.conditions import all_or_none, values
from common.models import Check, ForeignKey, Index, LogTable, TableAccess, Unique


class UserEmailChangeToken(LogTable):
    """Links to the old and the new address of a person; the change takes effect once both are used.

    In a change that staff started, the link to the old address only stops it: using the other one makes the change,
    not before ``effective_from``, and spends both.
    """

    access = TableAccess(rls="none", retention="token", roles="TOKEN")

    user = ForeignKey("accounts.User", help_text="Account whose address changes")
    change_key = models.UUIDField(help_text="The two links of one change share it")
    side = models.CharField(max_length=3, help_text="old or new: the address the link was sent to")
    new_email = models.CharField(max_length=255, help_text="Address the account shall have")
    token_hash = models.CharField(max_length=64, help_text="SHA-256 of the token")
    expires_at = models.DateTimeField(help_text="The link works before this instant")
    used_at = models.DateTimeField(null=True, blank=True, help_text="When this side was confirmed")
    voided_at = models.DateTimeField(null=True, blank=True, help_text="Cancelled, or replaced by a newer change")
    started_by_user = ForeignKey("accounts.User", null=True, help_text="Who of staff started it; null: its owner did")
    effective_from = models.DateTimeField(null=True, blank=True, help_text="Started by staff: not made before this")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="Request that issued it")

    class Meta:
        indexes = [Index(fields=["user"]), Index(fields=["started_by_user"]), Index(fields=["expires_at"])]
        constraints = [
            Unique(fields=["token_hash"]),
            Unique(fields=["change_key", "side"]),
            Check("Side", Q(side__in=values(EmailChangeSide))),
            Check("NewEmail", Q(new_email__email_shape=True)),
            Check("TokenHash", Q(token_hash__length=64)),
            Check("ExpiresAt", Q(expires_at__gt=F("created_date"))),
            Check("ByStaff", all_or_none("started_by_user", "effective_from")),
        ]

    def __str__(self) -> str:
        return f"change of address of user {self.user_id}, {self.side} side"
