"""The role trail: who held which role, by whom and when (invariant 10)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from auditing.models.activity import AUDIT_TRAIL
from common.models import Check, ForeignKey, Index, LogTable

ROLE_TYPES = ("system", "company")
CHANGE_KINDS = ("assigned", "changed", "removed")

_ROLE_FIELDS = ("old_user_role", "new_user_role", "old_user_company_role", "new_user_company_role")


class AuditRole(LogTable):
    """Every grant, change and removal of a platform or company role."""

    access = AUDIT_TRAIL

    role_type = models.CharField(max_length=10, help_text="system or company")
    change_kind = models.CharField(max_length=10, help_text="assigned, changed or removed")
    user = ForeignKey("accounts.User", help_text="Person whose role it is")
    user_company = ForeignKey("companies.UserCompany", null=True, help_text="Membership of a company role")
    company = ForeignKey("companies.Company", null=True, help_text="Company of a company role")
    old_user_role = ForeignKey("reference.UserRole", null=True, help_text="Platform role before")
    new_user_role = ForeignKey("reference.UserRole", null=True, help_text="Platform role after")
    old_user_company_role = ForeignKey("reference.UserCompanyRole", null=True, help_text="Company role before")
    new_user_company_role = ForeignKey("reference.UserCompanyRole", null=True, help_text="Company role after")
    old_role_code = models.CharField(max_length=50, null=True, blank=True, help_text="Code of the role before")
    new_role_code = models.CharField(max_length=50, null=True, blank=True, help_text="Code of the role after")
    change_reason = models.CharField(max_length=500, null=True, blank=True, help_text="Reason the actor gave")
    changed_by_user = ForeignKey("accounts.User", null=True, help_text="Person who changed it; empty = the system")
    changed_by_email = models.CharField(max_length=255, null=True, blank=True, help_text="That person's address then")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="X-Request-ID of the work")
    ip_address = models.CharField(max_length=45, null=True, blank=True, help_text="Raw address of the client")
    user_agent = models.CharField(max_length=500, null=True, blank=True, help_text="User agent, cut to fit")
    redacted_at = models.DateTimeField(null=True, blank=True, help_text="Instant personal fields were erased")

    class Meta:
        db_table = "audit.Role"
        verbose_name = "role change"
        indexes = [
            Index(fields=["user", "created_date"]),
            Index(fields=["company", "created_date"], condition=Q(company__isnull=False)),
            Index(fields=["user_company"], condition=Q(user_company__isnull=False)),
            *(Index(fields=[name], condition=Q(**{f"{name}__isnull": False})) for name in _ROLE_FIELDS),
            Index(fields=["changed_by_user"], condition=Q(changed_by_user__isnull=False)),
        ]
        constraints = [
            Check("RoleType", Q(role_type__in=ROLE_TYPES)),
            Check("ChangeKind", Q(change_kind__in=CHANGE_KINDS)),
            Check(
                "Scope",
                Q(
                    role_type="system",
                    user_company__isnull=True,
                    company__isnull=True,
                    old_user_company_role__isnull=True,
                    new_user_company_role__isnull=True,
                )
                | Q(
                    role_type="company",
                    user_company__isnull=False,
                    company__isnull=False,
                    old_user_role__isnull=True,
                    new_user_role__isnull=True,
                ),
            ),
        ]
