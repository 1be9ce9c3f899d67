"""Companies and their customer, billing and organiser sides."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from companies.admin.base import CompanyDataAdmin
from companies.models import Company, CompanyBillingDetails, CompanyCustomerDetails, CompanyOrganizerDetails


@admin.register(Company)
class CompanyAdmin(CompanyDataAdmin):
    """Tenants."""

    icon: ClassVar[str] = "apartment"
    menu_title: ClassVar[str] = "Companies"
    menu_order: ClassVar[int] = 10
    list_display = ("company_name", "abn", "abn_status", "country", "industry", "is_active", "created_date")
    search_fields = ("company_name__startswith", "abn", "acn", "pk")
    search_help_text = "Beginning of the name, ABN or ACN without spaces, or number of the company"


@admin.register(CompanyCustomerDetails)
class CompanyCustomerDetailsAdmin(CompanyDataAdmin):
    """Subscriptions."""

    icon: ClassVar[str] = "sell"
    menu_title: ClassVar[str] = "Subscriptions"
    list_display = ("company", "customer_tier", "customer_since", "total_events", "total_leads_captured")


@admin.register(CompanyBillingDetails)
class CompanyBillingDetailsAdmin(CompanyDataAdmin):
    """Invoice addresses."""

    icon: ClassVar[str] = "receipt_long"
    menu_title: ClassVar[str] = "Billing"
    list_display = ("company", "billing_contact_name", "billing_email", "billing_city", "billing_state")


@admin.register(CompanyOrganizerDetails)
class CompanyOrganizerDetailsAdmin(CompanyDataAdmin):
    """Organiser sides."""

    icon: ClassVar[str] = "event"
    menu_title: ClassVar[str] = "Organisers"
    list_display = ("company", "website", "organizer_license_number", "average_events_per_year")
