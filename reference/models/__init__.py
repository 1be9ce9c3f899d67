"""The 20 tables of schema ref (database.md 6.2)."""

from reference.models.accounts import FontSize, LayoutDensity, ThemePreference, UserRole, UserStatus
from reference.models.companies import (
    CompanyRelationshipStatus,
    CompanyRelationshipType,
    CompanySwitchRequestStatus,
    CompanySwitchRequestType,
    CustomerTier,
    JoinedVia,
    UserCompanyRole,
    UserCompanyStatus,
    UserInvitationStatus,
)
from reference.models.places import Country, Industry, Language
from reference.models.settings import RuleType, SettingCategory, SettingType

__all__ = [
    "CompanyRelationshipStatus",
    "CompanyRelationshipType",
    "CompanySwitchRequestStatus",
    "CompanySwitchRequestType",
    "Country",
    "CustomerTier",
    "FontSize",
    "Industry",
    "JoinedVia",
    "Language",
    "LayoutDensity",
    "RuleType",
    "SettingCategory",
    "SettingType",
    "ThemePreference",
    "UserCompanyRole",
    "UserCompanyStatus",
    "UserInvitationStatus",
    "UserRole",
    "UserStatus",
]
