"""dbo.Company, the tenant."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from common.conditions import is_null, is_set, null_or, values
from common.history import tracked
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique
from companies.models.codes import ABNStatus, DisplayNameSource


class Company(AuditedTable):
    """Tenant: a customer organisation."""

    access = TableAccess(rls="own_company", retention="permanent", roles="BIZ")

    company_name = models.CharField(max_length=200, help_text="Name shown everywhere")
    legal_entity_name = models.CharField(
        max_length=200, null=True, blank=True, help_text="From the register; used on tax invoices"
    )
    business_names = models.JSONField(null=True, blank=True, help_text="Business names from the register")
    custom_display_name = models.CharField(
        max_length=200, null=True, blank=True, help_text="Name of the company's own choice"
    )
    display_name_source = models.CharField(
        max_length=20, default=DisplayNameSource.USER.value, help_text="Which name CompanyName was taken from"
    )
    abn = models.CharField(max_length=11, null=True, blank=True, help_text="Australian Business Number, digits only")
    acn = models.CharField(max_length=9, null=True, blank=True, help_text="Australian Company Number, digits only")
    abn_status = models.CharField(max_length=20, null=True, blank=True, help_text="State of the ABN in the register")
    entity_type_code = models.CharField(max_length=10, null=True, blank=True, help_text="The register's type code")
    entity_type = models.CharField(max_length=100, null=True, blank=True, help_text="Type in the register's wording")
    is_gst_registered = models.BooleanField(null=True, blank=True, help_text="Registered for GST; null while unknown")
    abr_verified_at = models.DateTimeField(
        null=True, blank=True, help_text="Last confirmation by the register; null = unverified"
    )
    phone = models.CharField(max_length=20, null=True, blank=True, help_text="Phone in E.164")
    email = models.CharField(max_length=255, null=True, blank=True, help_text="Address, trimmed and in lower case")
    country = ForeignKey("reference.Country", help_text="Country of registration")
    industry = ForeignKey("reference.Industry", null=True, help_text="Industry of the company")
    parent_company = ForeignKey(
        "companies.Company", null=True, help_text="Parent of the one active hierarchical CompanyRelationship"
    )
    founded_by_user = ForeignKey("accounts.User", null=True, help_text="Person who created it in onboarding")
    is_second_factor_required = models.BooleanField(
        default=False, help_text="Only sessions with a second factor may work in the company"
    )
    is_active = models.BooleanField(default=True, help_text="Operational switch, apart from IsDeleted")

    history = tracked("AuditCompany", TableAccess(rls="trail", retention="audit", roles="AUDIT"))

    class Meta:
        indexes = [
            Index(fields=["company_name"]),
            Index(fields=["acn"], condition=Q(acn__isnull=False)),
            Index(fields=["abr_verified_at"], condition=Q(abn__isnull=False)),
            Index(fields=["country"]),
            Index(fields=["industry"]),
            Index(fields=["parent_company"], condition=Q(parent_company__isnull=False)),
        ]
        constraints = [
            Unique(fields=["abn"], condition=Q(abn__isnull=False, is_deleted=False)),
            Unique(fields=["founded_by_user"], condition=Q(founded_by_user__isnull=False, is_deleted=False)),
            Check("ABN", null_or("abn", Q(abn__digits=11))),
            Check("ACN", null_or("acn", Q(acn__digits=9))),
            Check("ABNStatus", null_or("abn_status", Q(abn_status__in=values(ABNStatus)))),
            Check("DisplayNameSource", Q(display_name_source__in=values(DisplayNameSource))),
            Check(
                "CustomDisplayName",
                ~Q(display_name_source=DisplayNameSource.CUSTOM.value) | is_set("custom_display_name"),
            ),
            Check("NoSelfParent", is_null("parent_company") | ~Q(parent_company=F("id"))),
            Check("Email", null_or("email", Q(email__email_shape=True))),
        ]

    def __str__(self) -> str:
        return self.company_name

    @property
    def is_verified(self) -> bool:
        """Whether the business register has confirmed the company."""
        return self.abr_verified_at is not None
