"""dbo.CompanyRelationship: links between companies (invariants 18 to 23)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from common import clock
from common.conditions import all_or_none, is_null, is_set
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique


class CompanyRelationship(AuditedTable):
    """Link between two companies, proposed by one side and confirmed by the other."""

    access = TableAccess(rls="relationship", retention="permanent", roles="BIZ")

    parent_company = ForeignKey("companies.Company", help_text="Parent side, or first side of equals")
    child_company = ForeignKey("companies.Company", help_text="Child side, or second side of equals")
    lower_company = ForeignKey("companies.Company", help_text="Smaller key of the two sides")
    higher_company = ForeignKey("companies.Company", help_text="Greater key of the two sides")
    company_relationship_type = ForeignKey("reference.CompanyRelationshipType", help_text="Kind of link")
    company_relationship_status = ForeignKey("reference.CompanyRelationshipStatus", help_text="State of the link")
    is_hierarchical = models.BooleanField(help_text="Copied from the type when proposed, then fixed")
    proposed_by_company = ForeignKey("companies.Company", help_text="One of the two sides")
    proposed_by_user = ForeignKey("accounts.User", help_text="Who proposed the link")
    proposed_at = models.DateTimeField(default=clock.now, help_text="When the link was proposed")
    established_by_user = ForeignKey("accounts.User", null=True, help_text="Who confirmed")
    established_at = models.DateTimeField(null=True, blank=True, help_text="When the link was confirmed")
    suspended_by_company = ForeignKey("companies.Company", null=True, help_text="Only this side lifts the suspension")
    suspended_by_user = ForeignKey("accounts.User", null=True, help_text="Who suspended the link")
    suspended_at = models.DateTimeField(null=True, blank=True, help_text="When the link was suspended")
    terminated_by_user = ForeignKey("accounts.User", null=True, help_text="Who ended, declined or withdrew it")
    terminated_at = models.DateTimeField(null=True, blank=True, help_text="Also for a declined or withdrawn proposal")
    status_reason = models.CharField(max_length=500, null=True, blank=True, help_text="Reason of the last change")

    class Meta:
        indexes = [
            Index(fields=["parent_company"]),
            Index(fields=["child_company"]),
            Index(fields=["lower_company"]),
            Index(fields=["higher_company"]),
            Index(fields=["proposed_by_company"]),
            Index(fields=["company_relationship_type"]),
            Index(fields=["company_relationship_status"]),
            Index(fields=["proposed_by_user"]),
            Index(fields=["established_by_user"], condition=is_set("established_by_user")),
            Index(fields=["suspended_by_company"], condition=is_set("suspended_by_company")),
            Index(fields=["suspended_by_user"], condition=is_set("suspended_by_user")),
            Index(fields=["terminated_by_user"], condition=is_set("terminated_by_user")),
        ]
        constraints = [
            Unique(
                fields=["lower_company", "higher_company"],
                condition=Q(terminated_at__isnull=True, is_deleted=False),
            ),
            Unique(
                fields=["child_company"],
                condition=Q(
                    is_hierarchical=True,
                    established_at__isnull=False,
                    terminated_at__isnull=True,
                    is_deleted=False,
                ),
            ),
            Check(
                "Pair",
                Q(lower_company__lt=F("higher_company"))
                & (
                    Q(lower_company=F("parent_company"), higher_company=F("child_company"))
                    | Q(lower_company=F("child_company"), higher_company=F("parent_company"))
                ),
            ),
            Check(
                "Proposer",
                Q(proposed_by_company=F("parent_company")) | Q(proposed_by_company=F("child_company")),
            ),
            Check("Established", all_or_none("established_by_user", "established_at")),
            Check(
                "Suspended",
                is_null("suspended_by_company", "suspended_by_user", "suspended_at")
                | (
                    is_set("suspended_by_company", "suspended_by_user", "suspended_at")
                    & (Q(suspended_by_company=F("parent_company")) | Q(suspended_by_company=F("child_company")))
                ),
            ),
            Check("Terminated", all_or_none("terminated_by_user", "terminated_at")),
        ]

    def __str__(self) -> str:
        return f"link of companies {self.parent_company_id} and {self.child_company_id}"
