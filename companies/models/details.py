"""One-to-one sides of a company: subscription, billing, organiser (invariant 24)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common import clock
from common.conditions import null_or
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique

_DETAILS_ACCESS = TableAccess(rls="company", retention="permanent", roles="BIZ")


class CompanyCustomerDetails(AuditedTable):
    """Subscription side of a company (one-to-one)."""

    access = _DETAILS_ACCESS

    company = ForeignKey("companies.Company", help_text="The company")
    customer_tier = ForeignKey("reference.CustomerTier", help_text="Subscription tier")
    customer_since = models.DateTimeField(default=clock.now, help_text="Start of the subscription")
    total_events = models.IntegerField(default=0, help_text="Events held so far")
    total_leads_captured = models.IntegerField(default=0, help_text="Leads captured so far")

    class Meta:
        indexes = [Index(fields=["customer_tier"])]
        constraints = [
            Unique(fields=["company"], condition=Q(is_deleted=False)),
            Check("Totals", Q(total_events__gte=0, total_leads_captured__gte=0)),
        ]

    def __str__(self) -> str:
        return f"customer details of company {self.company_id}"


class CompanyBillingDetails(AuditedTable):
    """Invoice name, contact and address (one-to-one)."""

    access = _DETAILS_ACCESS

    company = ForeignKey("companies.Company", help_text="The company")
    billing_contact_name = models.CharField(max_length=200, null=True, blank=True, help_text="Contact for invoices")
    billing_email = models.CharField(
        max_length=255, null=True, blank=True, help_text="Address for invoices, trimmed and in lower case"
    )
    billing_phone = models.CharField(max_length=20, null=True, blank=True, help_text="Phone for invoices in E.164")
    billing_address_line1 = models.CharField(max_length=255, null=True, blank=True, help_text="Street")
    billing_address_line2 = models.CharField(max_length=255, null=True, blank=True, help_text="Rest of the street part")
    billing_city = models.CharField(max_length=100, null=True, blank=True, help_text="Suburb or city")
    billing_state = models.CharField(
        max_length=100,
        null=True,
        blank=True,
        help_text="A subdivision code (NSW) where the country has a list, else free text",
    )
    billing_postal_code = models.CharField(max_length=20, null=True, blank=True, help_text="Postal code")
    billing_country = ForeignKey("reference.Country", null=True, help_text="Country of the billing address")
    stripe_customer_id = models.CharField(max_length=100, null=True, blank=True, help_text="Customer key at Stripe")

    class Meta:
        indexes = [Index(fields=["billing_country"])]
        constraints = [
            Unique(fields=["company"], condition=Q(is_deleted=False)),
            Check("BillingEmail", null_or("billing_email", Q(billing_email__email_shape=True))),
        ]

    def __str__(self) -> str:
        return f"billing details of company {self.company_id}"


class CompanyOrganizerDetails(AuditedTable):
    """Event-organiser side of a company (one-to-one)."""

    access = _DETAILS_ACCESS

    company = ForeignKey("companies.Company", help_text="The company")
    website = models.CharField(max_length=500, null=True, blank=True, help_text="Web site of the organiser")
    organizer_license_number = models.CharField(
        max_length=100, null=True, blank=True, help_text="Licence number of the organiser"
    )
    event_types_organized = models.JSONField(null=True, blank=True, help_text="Kinds of event the company holds")
    average_events_per_year = models.IntegerField(null=True, blank=True, help_text="Events in a usual year")

    class Meta:
        constraints = [
            Unique(fields=["company"], condition=Q(is_deleted=False)),
            Check("AverageEventsPerYear", null_or("average_events_per_year", Q(average_events_per_year__gte=0))),
        ]

    def __str__(self) -> str:
        return f"organiser details of company {self.company_id}"
