"""Seed files of schema ref (database.md section 10)."""

from __future__ import annotations

from pathlib import Path

from common.seeding import SeedFile, SeedSet
from reference.selectors.lookups import forget_lookups

_COUNTRY_CODE = r"[A-Z]{2}"
_LANGUAGE_TAG = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"

_LOOKUPS = (
    "CompanyRelationshipStatus",
    "CompanyRelationshipType",
    "CompanySwitchRequestStatus",
    "CompanySwitchRequestType",
    "CustomerTier",
    "FontSize",
    "Industry",
    "JoinedVia",
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
)

SEEDS = SeedSet(
    app_label="reference",
    folder=Path(__file__).resolve().parent.parent / "seed_data",
    files=(
        SeedFile("Country", key="CountryCode", key_pattern=_COUNTRY_CODE),
        SeedFile("Language", key="LanguageCode", key_pattern=_LANGUAGE_TAG),
        *(SeedFile(name, key=f"{name}Code") for name in _LOOKUPS),
    ),
    forget=forget_lookups,
)
