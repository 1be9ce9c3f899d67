"""dbo.UserInvitation (invariants 11 to 14)."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from common import clock
from common.conditions import at_most_one, is_null, is_set
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique

_CLOSING_INSTANTS = ("accepted_at", "declined_at", "cancelled_at", "expired_at")


class UserInvitation(AuditedTable):
    """Invitation of an address to a company; a resend renews the token of the same row."""

    access = TableAccess(rls="company", retention="permanent", roles="BIZ")

    company = ForeignKey("companies.Company", related_name="invitations", help_text="Company that invites")
    invited_by_user = ForeignKey("accounts.User", help_text="Who invited")
    invited_email = models.CharField(max_length=255, help_text="Invited address, trimmed and in lower case")
    first_name = models.CharField(max_length=100, help_text="Given name of the invitee")
    last_name = models.CharField(max_length=100, help_text="Family name of the invitee")
    user_company_role = ForeignKey("reference.UserCompanyRole", help_text="Role given on acceptance")
    token_hash = models.CharField(max_length=64, help_text="SHA-256 of the mailed token")
    user_invitation_status = ForeignKey("reference.UserInvitationStatus", help_text="State of the invitation")
    invited_at = models.DateTimeField(default=clock.now, help_text="When the invitation was made")
    expires_at = models.DateTimeField(help_text="The invitation can be accepted before this instant")
    accepted_at = models.DateTimeField(null=True, blank=True, help_text="When it was accepted")
    accepted_by_user = ForeignKey("accounts.User", null=True, help_text="Account that accepted")
    declined_at = models.DateTimeField(null=True, blank=True, help_text="When it was declined")
    decline_reason = models.CharField(max_length=500, null=True, blank=True, help_text="Why it was declined")
    cancelled_at = models.DateTimeField(null=True, blank=True, help_text="When the company withdrew it")
    cancelled_by_user = ForeignKey("accounts.User", null=True, help_text="Who withdrew it")
    cancellation_reason = models.CharField(max_length=500, null=True, blank=True, help_text="Why it was withdrawn")
    expired_at = models.DateTimeField(
        null=True, blank=True, help_text="Written when expiry is materialised; cleared by a resend"
    )
    resend_count = models.IntegerField(default=0, help_text="How often it was sent again")
    last_resent_at = models.DateTimeField(null=True, blank=True, help_text="When it was last sent again")

    class Meta:
        indexes = [
            Index(fields=["company", "user_invitation_status"]),
            Index(fields=["invited_email"]),
            Index(fields=["invited_by_user"]),
            Index(fields=["user_company_role"]),
            Index(fields=["user_invitation_status", "expires_at"]),
            Index(fields=["accepted_by_user"], condition=is_set("accepted_by_user")),
            Index(fields=["cancelled_by_user"], condition=is_set("cancelled_by_user")),
        ]
        constraints = [
            Unique(fields=["token_hash"]),
            Unique(fields=["company", "invited_email"], condition=is_null(*_CLOSING_INSTANTS) & Q(is_deleted=False)),
            Check("InvitedEmail", Q(invited_email__email_shape=True)),
            Check("ExpiresAt", Q(expires_at__gt=F("invited_at"))),
            Check("Closed", at_most_one(*_CLOSING_INSTANTS)),
            Check("ResendCount", Q(resend_count__gte=0)),
            Check("TokenHash", Q(token_hash__length=64)),
        ]

    def __str__(self) -> str:
        return f"invitation of {self.invited_email} to company {self.company_id}"

    @property
    def is_open(self) -> bool:
        """Whether it was not accepted, declined, withdrawn or marked expired yet."""
        return all(getattr(self, instant) is None for instant in _CLOSING_INSTANTS)

    def is_overdue(self, now: datetime) -> bool:
        """Whether it is open but its time is over at ``now`` (invariant 11: it is then marked expired)."""
        return self.is_open and now >= self.expires_at
