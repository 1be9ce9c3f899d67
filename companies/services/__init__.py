"""Writes of companies and memberships: everything other apps may call."""

from companies.services.company_input import BillingInput, CompanyInput
from companies.services.creation import CreatedCompany, create_company
from companies.services.cross_company import record_cross_company_attempt
from companies.services.memberships import demote_primary, join, role_name
from companies.services.switching import switch_company

__all__ = [
    "BillingInput",
    "CompanyInput",
    "CreatedCompany",
    "create_company",
    "demote_primary",
    "join",
    "record_cross_company_attempt",
    "role_name",
    "switch_company",
]
