"""Codes of the lookups and text states that companies behave by (seeded system rows, database.md 6.1 and 6.2)."""

from __future__ import annotations

from enum import StrEnum


class UserCompanyRoleCode(StrEnum):
    """Codes of ref.UserCompanyRole, the roles inside one company."""

    COMPANY_ADMIN = "company_admin"
    COMPANY_USER = "company_user"
    COMPANY_VIEWER = "company_viewer"


class UserCompanyStatusCode(StrEnum):
    """Codes of ref.UserCompanyStatus."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    REMOVED = "removed"


class JoinedViaCode(StrEnum):
    """Codes of ref.JoinedVia that this release writes."""

    SIGNUP = "signup"
    INVITATION = "invitation"
    ACCESS_REQUEST = "access_request"


class CustomerTierCode(StrEnum):
    """Code of the tier a new company starts in."""

    FREE = "free"


class CompanyRelationshipTypeCode(StrEnum):
    """Codes of ref.CompanyRelationshipType."""

    BRANCH = "branch"
    SUBSIDIARY = "subsidiary"
    PARTNER = "partner"


class CompanyRelationshipStatusCode(StrEnum):
    """Codes of ref.CompanyRelationshipStatus."""

    PENDING = "pending"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"


class CompanySwitchRequestTypeCode(StrEnum):
    """Code of ref.CompanySwitchRequestType that this release writes."""

    ACCESS_REQUEST = "access_request"


class CompanySwitchRequestStatusCode(StrEnum):
    """Codes of ref.CompanySwitchRequestStatus."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


class DisplayNameSource(StrEnum):
    """Which name Company.CompanyName was taken from."""

    LEGAL = "legal"
    BUSINESS = "business"
    CUSTOM = "custom"
    USER = "user"


class ABNStatus(StrEnum):
    """State of an ABN in the business register."""

    ACTIVE = "active"
    CANCELLED = "cancelled"
