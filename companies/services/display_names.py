"""Names of a company: which one is shown and where it came from (CO-11, CO-12)."""

from __future__ import annotations

from companies.models import Company
from companies.models.codes import DisplayNameSource


def display_name_source(company: Company) -> DisplayNameSource:
    """Derive the source of ``company_name`` from the register facts the company holds (CO-12)."""
    name = company.company_name.casefold()
    if company.legal_entity_name and name == company.legal_entity_name.casefold():
        return DisplayNameSource.LEGAL
    if name in {business_name.casefold() for business_name in company.business_names or []}:
        return DisplayNameSource.BUSINESS
    return DisplayNameSource.CUSTOM if company.legal_entity_name else DisplayNameSource.USER


def derive_names(company: Company) -> None:
    """Set the source and the custom name from the name in use; the service saves."""
    source = display_name_source(company)
    company.display_name_source = source.value
    company.custom_display_name = company.company_name if source is DisplayNameSource.CUSTOM else None
