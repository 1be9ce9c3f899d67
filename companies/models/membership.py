"""dbo.UserCompany: who belongs to which company (invariants 5 to 8)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common import clock
from common.conditions import is_null, is_set
from common.history import tracked
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique


class UserCompany(AuditedTable):
    """Membership of a person in a company; a removed one is revived, never duplicated."""

    access = TableAccess(rls="membership", retention="permanent", roles="BIZ")

    user = ForeignKey("accounts.User", related_name="memberships", help_text="The member")
    company = ForeignKey("companies.Company", related_name="memberships", help_text="Company the person belongs to")
    user_company_role = ForeignKey("reference.UserCompanyRole", help_text="Role inside the company")
    user_company_status = ForeignKey("reference.UserCompanyStatus", help_text="State of the membership")
    is_primary_company = models.BooleanField(default=False, help_text="Opened at sign-in")
    joined_date = models.DateTimeField(default=clock.now, help_text="When the person joined, last time")
    joined_via = ForeignKey("reference.JoinedVia", help_text="How the membership arose")
    invited_by_user = ForeignKey("accounts.User", null=True, help_text="Who invited the person")
    invited_date = models.DateTimeField(null=True, blank=True, help_text="When the person was invited")
    removed_date = models.DateTimeField(null=True, blank=True, help_text="Cleared when revived; the past is in history")
    removed_by_user = ForeignKey("accounts.User", null=True, help_text="Who removed the person")
    removal_reason = models.CharField(max_length=500, null=True, blank=True, help_text="Why the person was removed")

    history = tracked(
        "AuditUserCompany",
        TableAccess(rls="trail", retention="audit", roles="AUDIT"),
        indexes=[Index(fields=["company", "history_date"])],
    )

    class Meta:
        indexes = [
            Index(fields=["user", "user_company_status"]),
            Index(fields=["company", "user_company_status"]),
            Index(fields=["user_company_role"]),
            Index(fields=["user_company_status"]),
            Index(fields=["joined_via"]),
            Index(fields=["invited_by_user"], condition=Q(invited_by_user__isnull=False)),
            Index(fields=["removed_by_user"], condition=Q(removed_by_user__isnull=False)),
        ]
        constraints = [
            Unique(fields=["user", "company"], condition=Q(is_deleted=False)),
            Unique(fields=["user"], condition=Q(is_primary_company=True, is_deleted=False)),
            Check("Removal", is_set("removed_date") | is_null("removed_by_user", "removal_reason")),
            Check("Primary", Q(is_primary_company=False) | is_null("removed_date")),
        ]

    def __str__(self) -> str:
        return f"user {self.user_id} in company {self.company_id}"
