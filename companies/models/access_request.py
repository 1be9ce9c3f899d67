"""dbo.CompanySwitchRequest: requests to join a company (invariants 15 and 16)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from common import clock
from common.conditions import all_or_none, at_most_one, is_null, is_set
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique


class CompanySwitchRequest(AuditedTable):
    """Request of a person to join a company (access request)."""

    access = TableAccess(rls="request", retention="permanent", roles="BIZ")

    user = ForeignKey("accounts.User", related_name="access_requests", help_text="Who wants to join")
    from_company = ForeignKey("companies.Company", null=True, help_text="Company the person comes from")
    to_company = ForeignKey("companies.Company", related_name="access_requests", help_text="Company asked")
    company_switch_request_type = ForeignKey(
        "reference.CompanySwitchRequestType", help_text="Only access_request is written in this release"
    )
    company_switch_request_status = ForeignKey("reference.CompanySwitchRequestStatus", help_text="State of the request")
    requested_by_user = ForeignKey("accounts.User", help_text="Who made the request")
    requested_at = models.DateTimeField(default=clock.now, help_text="When the request was made")
    reason = models.CharField(max_length=500, null=True, blank=True, help_text="Why the person wants to join")
    is_domain_match = models.BooleanField(
        default=False, help_text="Requester's verified mail domain equals the company's verified domain"
    )
    approved_by_user = ForeignKey("accounts.User", null=True, help_text="Who admitted the person")
    approved_at = models.DateTimeField(null=True, blank=True, help_text="When the person was admitted")
    rejected_by_user = ForeignKey("accounts.User", null=True, help_text="Who refused the person")
    rejected_at = models.DateTimeField(null=True, blank=True, help_text="When the person was refused")
    rejection_reason = models.CharField(max_length=500, null=True, blank=True, help_text="Why the person was refused")
    cancelled_at = models.DateTimeField(null=True, blank=True, help_text="Withdrawn by the requester")

    class Meta:
        indexes = [
            Index(fields=["user"]),
            Index(fields=["to_company", "company_switch_request_status"]),
            Index(fields=["from_company"], condition=is_set("from_company")),
            Index(fields=["company_switch_request_type"]),
            Index(fields=["company_switch_request_status"]),
            Index(fields=["requested_by_user"]),
            Index(fields=["approved_by_user"], condition=is_set("approved_by_user")),
            Index(fields=["rejected_by_user"], condition=is_set("rejected_by_user")),
        ]
        constraints = [
            Unique(
                fields=["user", "to_company"],
                condition=is_null("approved_at", "rejected_at", "cancelled_at") & Q(is_deleted=False),
            ),
            Check("Closed", at_most_one("approved_at", "rejected_at", "cancelled_at")),
            Check("Approved", all_or_none("approved_by_user", "approved_at")),
            Check("Rejected", all_or_none("rejected_by_user", "rejected_at")),
            Check("Companies", is_null("from_company") | ~Q(from_company=F("to_company"))),
        ]

    def __str__(self) -> str:
        return f"request of user {self.user_id} to company {self.to_company_id}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided or withdrawn the request yet."""
        return self.approved_at is None and self.rejected_at is None and self.cancelled_at is None
