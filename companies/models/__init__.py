"""Companies, their members, details, links and access requests (schema dbo)."""

from companies.models.access_request import CompanySwitchRequest
from companies.models.company import Company
from companies.models.details import CompanyBillingDetails, CompanyCustomerDetails, CompanyOrganizerDetails
from companies.models.membership import UserCompany
from companies.models.relationship import CompanyRelationship

__all__ = [
    "Company",
    "CompanyBillingDetails",
    "CompanyCustomerDetails",
    "CompanyOrganizerDetails",
    "CompanyRelationship",
    "CompanySwitchRequest",
    "UserCompany",
]
