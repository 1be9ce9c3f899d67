"""The declared models hold exactly the tables, columns, keys and constraints of the data dictionary.

The numbers are those of the dictionary (docs), table by table, so that a column added or lost by accident is named.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields

import pytest
from django.apps import apps
from django.db import models

BUSINESS_SCHEMAS = ("dbo", "ref", "config", "log", "audit", "cache")
ACTOR_COLUMNS = ("CreatedBy", "UpdatedBy", "DeletedBy")
CHANGED_BY = "ChangedByUserID"


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of one table; primary key constraints count in none of them."""

    columns: int
    foreign_keys: int
    actor_keys: int
    unique: int
    filtered_unique: int
    indexes: int
    checks: int


EXPECTED = {
    "dbo.Company": Counts(28, 7, 3, 2, 2, 6, 9),
    "dbo.CompanyBillingDetails": Counts(19, 5, 3, 1, 1, 1, 3),
    "dbo.CompanyCustomerDetails": Counts(13, 5, 3, 1, 1, 1, 3),
    "dbo.CompanyOrganizerDetails": Counts(13, 4, 3, 1, 1, 0, 3),
    "dbo.CompanyRelationship": Counts(26, 15, 3, 2, 2, 12, 7),
    "dbo.CompanySwitchRequest": Counts(23, 11, 3, 1, 1, 8, 6),
    "dbo.User": Counts(41, 10, 3, 1, 1, 8, 8),
    "dbo.UserAuthenticator": Counts(13, 4, 3, 1, 1, 0, 4),
    "dbo.UserCompany": Counts(20, 10, 3, 2, 2, 7, 4),
    "dbo.UserEmailChangeToken": Counts(13, 2, 0, 2, 0, 3, 5),
    "dbo.UserEmailVerificationToken": Counts(9, 1, 0, 1, 0, 2, 2),
    "dbo.UserIndustry": Counts(12, 5, 3, 2, 2, 1, 3),
    "dbo.UserInvitation": Counts(28, 9, 3, 2, 1, 7, 7),
    "dbo.UserPasskey": Counts(18, 4, 3, 1, 1, 1, 4),
    "dbo.UserPasswordResetToken": Counts(9, 1, 0, 1, 0, 2, 3),
    "dbo.UserRecoveryCode": Counts(11, 4, 3, 1, 1, 1, 3),
    "dbo.UserRefreshToken": Counts(18, 2, 0, 1, 0, 4, 5),
    "ref.CompanyRelationshipStatus": Counts(15, 3, 3, 1, 0, 0, 3),
    "ref.CompanyRelationshipType": Counts(16, 3, 3, 1, 0, 0, 2),
    "ref.CompanySwitchRequestStatus": Counts(15, 3, 3, 1, 0, 0, 3),
    "ref.CompanySwitchRequestType": Counts(13, 3, 3, 1, 0, 0, 2),
    "ref.Country": Counts(26, 3, 3, 1, 0, 0, 5),
    "ref.CustomerTier": Counts(19, 3, 3, 1, 0, 0, 4),
    "ref.FontSize": Counts(15, 3, 3, 1, 0, 0, 3),
    "ref.Industry": Counts(13, 3, 3, 1, 0, 0, 2),
    "ref.JoinedVia": Counts(13, 3, 3, 1, 0, 0, 2),
    "ref.Language": Counts(13, 3, 3, 1, 0, 0, 2),
    "ref.LayoutDensity": Counts(14, 3, 3, 1, 0, 0, 2),
    "ref.RuleType": Counts(13, 3, 3, 1, 0, 0, 2),
    "ref.SettingCategory": Counts(13, 3, 3, 1, 0, 0, 2),
    "ref.SettingType": Counts(14, 3, 3, 1, 0, 0, 2),
    "ref.ThemePreference": Counts(14, 3, 3, 1, 0, 0, 2),
    "ref.UserCompanyRole": Counts(20, 3, 3, 1, 0, 0, 3),
    "ref.UserCompanyStatus": Counts(16, 3, 3, 1, 0, 0, 3),
    "ref.UserInvitationStatus": Counts(17, 3, 3, 1, 0, 0, 3),
    "ref.UserRole": Counts(18, 3, 3, 1, 0, 0, 3),
    "ref.UserStatus": Counts(15, 3, 3, 1, 0, 0, 3),
    "config.AppSetting": Counts(21, 5, 3, 1, 0, 2, 3),
    "config.CompanyValidationRule": Counts(12, 5, 3, 1, 1, 1, 2),
    "config.ValidationRule": Counts(24, 5, 3, 1, 1, 2, 5),
    "log.ApiRequest": Counts(15, 2, 0, 0, 0, 5, 1),
    "log.ApplicationError": Counts(14, 2, 0, 0, 0, 6, 1),
    "log.AuthEvent": Counts(12, 1, 0, 0, 0, 6, 1),
    "log.EmailDelivery": Counts(20, 2, 0, 0, 0, 7, 2),
    "audit.ActivityLog": Counts(21, 2, 0, 1, 0, 6, 2),
    "audit.AppSetting": Counts(24, 1, 0, 0, 0, 3, 1),
    "audit.ChainAnchor": Counts(8, 0, 0, 1, 0, 1, 2),
    "audit.Company": Counts(31, 1, 0, 0, 0, 3, 1),
    "audit.CompanyValidationRule": Counts(15, 1, 0, 0, 0, 4, 1),
    "audit.Country": Counts(29, 1, 0, 0, 0, 3, 1),
    "audit.CustomerTier": Counts(22, 1, 0, 0, 0, 3, 1),
    "audit.Industry": Counts(16, 1, 0, 0, 0, 3, 1),
    "audit.Language": Counts(16, 1, 0, 0, 0, 3, 1),
    "audit.LegalHold": Counts(12, 4, 0, 1, 1, 3, 2),
    "audit.RetentionRun": Counts(17, 1, 0, 1, 0, 2, 4),
    "audit.Role": Counts(20, 8, 0, 0, 0, 8, 3),
    "audit.User": Counts(38, 1, 0, 0, 0, 3, 1),
    "audit.UserCompany": Counts(23, 1, 0, 0, 0, 4, 1),
    "audit.ValidationRule": Counts(27, 1, 0, 0, 0, 3, 1),
    "cache.ABRSearch": Counts(26, 0, 0, 1, 0, 4, 9),
}

HISTORY_TABLES_OF_THE_45 = {"audit.User", "audit.Company"}
HISTORY_TABLES = HISTORY_TABLES_OF_THE_45 | {
    "audit.AppSetting",
    "audit.CompanyValidationRule",
    "audit.Country",
    "audit.CustomerTier",
    "audit.Industry",
    "audit.Language",
    "audit.UserCompany",
    "audit.ValidationRule",
}
GOVERNANCE_TABLES = {"audit.LegalHold", "audit.RetentionRun", "audit.ChainAnchor"}
ACCOUNT_TABLES = {"dbo.UserAuthenticator", "dbo.UserEmailChangeToken", "dbo.UserPasskey", "dbo.UserRecoveryCode"}
BEYOND_THE_45 = ACCOUNT_TABLES | GOVERNANCE_TABLES | (HISTORY_TABLES - HISTORY_TABLES_OF_THE_45)


def declared_tables() -> dict[str, type[models.Model]]:
    return {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.db_table.startswith(tuple(f"{schema}." for schema in BUSINESS_SCHEMAS))
    }


def foreign_key_columns(model: type[models.Model]) -> list[str]:
    """Columns with a foreign key constraint; a history table's one is added by migration, beside the ORM."""
    columns = [
        field.column
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and field.db_constraint  # type: ignore[attr-defined]
    ]
    if model._meta.db_table in HISTORY_TABLES:
        columns.append(CHANGED_BY)
    return columns


def count(model: type[models.Model]) -> Counts:
    keys = foreign_key_columns(model)
    rules = model._meta.constraints
    unique = [rule for rule in rules if isinstance(rule, models.UniqueConstraint)]
    plain = [field for field in model._meta.local_fields if not field.primary_key]
    unnamed_unique = [field for field in plain if field.unique]
    unnamed_indexes = [field for field in plain if field.db_index]  # type: ignore[attr-defined]
    return Counts(
        columns=len(model._meta.local_fields),
        foreign_keys=len(keys),
        actor_keys=len([column for column in keys if column in ACTOR_COLUMNS]),
        unique=len(unique) + len(unnamed_unique),
        filtered_unique=len([rule for rule in unique if rule.condition is not None]),
        indexes=len(model._meta.indexes) + len(unnamed_indexes),
        checks=len([rule for rule in rules if isinstance(rule, models.CheckConstraint)]),
    )


def total(tables: set[str]) -> Counts:
    numbers = [astuple(count(model)) for table, model in declared_tables().items() if table in tables]
    return Counts(*(sum(column) for column in zip(*numbers, strict=True)))


def test_tables_are_exactly_those_of_the_dictionary() -> None:
    assert set(declared_tables()) == set(EXPECTED)


@pytest.mark.parametrize("table", EXPECTED)
def test_counts_of_table(table: str) -> None:
    found, expected = count(declared_tables()[table]), EXPECTED[table]
    differences = {
        item.name: (getattr(found, item.name), getattr(expected, item.name))
        for item in fields(Counts)
        if getattr(found, item.name) != getattr(expected, item.name)
    }
    assert not differences, f"{table}: (found, expected) {differences}"


def test_totals_of_the_45_tables() -> None:
    tables = set(EXPECTED) - BEYOND_THE_45
    assert len(tables) == 45
    assert total(tables) == Counts(825, 179, 99, 43, 16, 112, 147)


def test_totals_with_history_and_governance() -> None:
    assert len(EXPECTED) == 60
    assert total(set(EXPECTED)) == Counts(1089, 206, 108, 51, 20, 149, 179)
