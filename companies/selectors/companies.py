"""One company and its one-to-one sides as answers show them (api.md section 3); all reads need the company's scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from abr_cache.services import format_abn
from common.problems import Problem
from companies.models import Company, CompanyBillingDetails, CompanyCustomerDetails, CompanyOrganizerDetails
from reference.selectors import lookup
from reference.services.validation import display_phone

AbnVerification = Literal["verified", "unverified", "none"]


@dataclass(frozen=True, slots=True)
class CompanyView:
    """The fields of Company, with codes instead of keys."""

    company_id: int
    company_name: str
    legal_entity_name: str | None
    business_names: list[str]
    custom_display_name: str | None
    display_name_source: str
    abn: str | None
    abn_formatted: str | None
    acn: str | None
    abn_status: str | None
    abn_verification: AbnVerification
    abr_verified_at: datetime | None
    entity_type: str | None
    is_gst_registered: bool | None
    phone: str | None
    phone_display: str | None
    email: str | None
    country_code: str
    industry_code: str | None
    parent_company_id: int | None
    is_active: bool
    created_date: datetime
    updated_date: datetime | None


@dataclass(frozen=True, slots=True)
class BillingView:
    """The fields of BillingDetails; the invoice name is derived (CO-13)."""

    company_id: int
    tax_invoice_name: str
    billing_contact_name: str | None
    billing_email: str | None
    billing_phone: str | None
    billing_address_line1: str | None
    billing_address_line2: str | None
    billing_city: str | None
    billing_state: str | None
    billing_postal_code: str | None
    billing_country_code: str | None
    updated_date: datetime | None


@dataclass(frozen=True, slots=True)
class OrganizerView:
    """The fields of OrganizerDetails."""

    company_id: int
    website: str | None
    organizer_license_number: str | None
    event_types_organized: list[str]
    average_events_per_year: int | None
    updated_date: datetime | None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """The fields of CustomerDetails."""

    company_id: int
    customer_since: datetime
    customer_tier_code: str
    customer_tier_name: str
    total_events: int
    total_leads_captured: int


def get_company(company_id: int) -> Company:
    """Return a live company of the open scope.

    Raises:
        Problem: COMPANY_NOT_FOUND.
    """
    row: Company | None = Company.objects.alive().filter(pk=company_id).first()
    if row is None:
        raise Problem("COMPANY_NOT_FOUND")
    return row


def get_billing(company_id: int) -> CompanyBillingDetails:
    """Return the billing row of a company, with the company."""
    row: CompanyBillingDetails = (
        CompanyBillingDetails.objects.alive().select_related("company").get(company_id=company_id)
    )
    return row


def get_organizer(company_id: int) -> CompanyOrganizerDetails:
    """Return the organiser row of a company."""
    row: CompanyOrganizerDetails = CompanyOrganizerDetails.objects.alive().get(company_id=company_id)
    return row


def get_customer(company_id: int) -> CustomerView:
    """Describe the subscription side of a company."""
    row: CompanyCustomerDetails = CompanyCustomerDetails.objects.alive().get(company_id=company_id)
    tier = lookup("CustomerTier", row.customer_tier_id)
    return CustomerView(
        company_id=row.company_id,
        customer_since=row.customer_since,
        customer_tier_code=tier.code,
        customer_tier_name=tier.name,
        total_events=row.total_events,
        total_leads_captured=row.total_leads_captured,
    )


def abn_verification(company: Company) -> AbnVerification:
    """What the business register has said about the ABN: nothing to say without one (CO-2)."""
    if company.abn is None:
        return "none"
    return "verified" if company.is_verified else "unverified"


def describe_company(company: Company) -> CompanyView:
    """Describe a company without further queries."""
    country_code = str(lookup("Country", company.country_id).code)
    return CompanyView(
        company_id=company.pk,
        company_name=company.company_name,
        legal_entity_name=company.legal_entity_name,
        business_names=list(company.business_names or []),
        custom_display_name=company.custom_display_name,
        display_name_source=company.display_name_source,
        abn=company.abn,
        abn_formatted=format_abn(company.abn) if company.abn else None,
        acn=company.acn,
        abn_status=company.abn_status,
        abn_verification=abn_verification(company),
        abr_verified_at=company.abr_verified_at,
        entity_type=company.entity_type,
        is_gst_registered=company.is_gst_registered,
        phone=company.phone,
        phone_display=display_phone(company.phone, country_code),
        email=company.email,
        country_code=country_code,
        industry_code=None if company.industry_id is None else str(lookup("Industry", company.industry_id).code),
        parent_company_id=company.parent_company_id,
        is_active=company.is_active,
        created_date=company.created_date,
        updated_date=company.updated_date,
    )


def describe_billing(row: CompanyBillingDetails) -> BillingView:
    """Describe a billing row whose company is loaded."""
    country_id = row.billing_country_id
    return BillingView(
        company_id=row.company_id,
        tax_invoice_name=row.company.legal_entity_name or row.company.company_name,
        billing_contact_name=row.billing_contact_name,
        billing_email=row.billing_email,
        billing_phone=row.billing_phone,
        billing_address_line1=row.billing_address_line1,
        billing_address_line2=row.billing_address_line2,
        billing_city=row.billing_city,
        billing_state=row.billing_state,
        billing_postal_code=row.billing_postal_code,
        billing_country_code=None if country_id is None else str(lookup("Country", country_id).code),
        updated_date=row.updated_date,
    )


def describe_organizer(row: CompanyOrganizerDetails) -> OrganizerView:
    """Describe an organiser row."""
    return OrganizerView(
        company_id=row.company_id,
        website=row.website,
        organizer_license_number=row.organizer_license_number,
        event_types_organized=list(row.event_types_organized or []),
        average_events_per_year=row.average_events_per_year,
        updated_date=row.updated_date,
    )
