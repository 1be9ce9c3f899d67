"""Every table declares its schema, who may see and keep its rows, and what each column means."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from common.db.declarations import TableAccess
from common.db.schemas import APP_SCHEMAS, BUSINESS_SCHEMAS, split
from common.history import SnapshotTable
from common.tenancy import NoTenantScope, TenantManager, company_scope

OURS = [model for model in apps.get_models() if model._meta.app_label in APP_SCHEMAS]
NAMES = [model.__name__ for model in OURS]

RLS = {
    "company": {
        "CompanyBillingDetails",
        "CompanyCustomerDetails",
        "CompanyOrganizerDetails",
        "CompanyValidationRule",
        "UserInvitation",
    },
    "own_company": {"Company"},
    "membership": {"UserCompany"},
    "relationship": {"CompanyRelationship"},
    "request": {"CompanySwitchRequest"},
    "person": {"UserIndustry"},
    "trail": {"ActivityLog", "AuditCompany", "AuditCompanyValidationRule", "AuditRole", "AuditUserCompany"},
}
ROLES = {"dbo": "BIZ", "ref": "REF", "config": "CONFIG", "log": "LOG", "audit": "AUDIT", "cache": "CACHE"}
RETENTION = {
    "dbo": "permanent",
    "ref": "permanent",
    "config": "permanent",
    "log": "log",
    "audit": "audit",
    "cache": "cache",
}
TOKENS = {"UserEmailChangeToken", "UserEmailVerificationToken", "UserPasswordResetToken", "UserRefreshToken"}
EXCEPTIONS = {
    **dict.fromkeys(TOKENS, ("token", "TOKEN")),
    **dict.fromkeys(("UserAuthenticator", "UserRecoveryCode"), ("permanent", "SEALED")),
    "User": ("permanent", "USER"),
    "EmailDelivery": ("log", "OUTBOX"),
    "LegalHold": ("governance", "AUDIT"),
    "RetentionRun": ("governance", "AUDIT"),
    "ChainAnchor": ("governance", "AUDIT"),
}

every_model = pytest.mark.parametrize("model", OURS, ids=NAMES)
LOOKUPS = [model for model in OURS if model._meta.app_label == "reference"]
TENANT_MODELS = [
    model
    for model in OURS
    if getattr(model, "access", None) and model.access.is_tenant_scoped and not issubclass(model, SnapshotTable)  # type: ignore[attr-defined]
]


def test_there_are_60_tables() -> None:
    assert len(OURS) == 60
    assert {split(model._meta.db_table)[0] for model in OURS} == set(BUSINESS_SCHEMAS)


@every_model
def test_the_schema_is_that_of_the_app(model: type[models.Model]) -> None:
    assert split(model._meta.db_table)[0] == APP_SCHEMAS[model._meta.app_label]


@every_model
def test_the_access_classes_are_those_of_the_dictionary(model: Any) -> None:
    """database.md 3.1 and 3.2: grants, retention and row-level security of every table."""
    schema = APP_SCHEMAS[model._meta.app_label]
    rls = next((name for name, members in RLS.items() if model.__name__ in members), "none")
    retention, roles = EXCEPTIONS.get(model.__name__, (RETENTION[schema], ROLES[schema]))
    assert model.access == TableAccess(rls=rls, retention=retention, roles=roles)  # type: ignore[arg-type]


def test_no_class_names_a_table_that_is_gone() -> None:
    assert set().union(*RLS.values()) | set(EXCEPTIONS) <= set(NAMES)


@every_model
def test_the_table_and_every_column_are_described(model: type[models.Model]) -> None:
    """S41: the description stands in the database, so it holds no percent sign (the ORM fails on one)."""
    assert model._meta.db_table_comment
    for field in model._meta.concrete_fields:
        assert field.db_comment, f"{model.__name__}.{field.name} has no description"
        assert field.primary_key or field.help_text, f"{model.__name__}.{field.name} has no help_text"
        assert "%" not in field.db_comment


@pytest.mark.parametrize("model", LOOKUPS, ids=lambda model: model.__name__)
def test_lookup_rows_name_their_key_and_who_maintains_them(model: Any) -> None:
    assert model.maintained_by in ("system", "steward")
    assert model.code_field == model._meta.get_field(model.code_field).name
    row = model(**{model.code_field: "a_code", model.name_field: "A name"})
    assert (row.code, row.name, str(row)) == ("a_code", "A name", "A name")


@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda model: model.__name__)
def test_tenant_tables_fail_closed(model: Any) -> None:
    """Second layer of tenancy: outside any scope ``objects`` raises; the default manager stays plain for the ORM."""
    assert isinstance(model.objects, TenantManager)
    with pytest.raises(NoTenantScope):
        model.objects.all()
    with company_scope(7, 7):
        assert "WHERE" in str(model.objects.all().query)
    assert not isinstance(model._default_manager, TenantManager)
    assert model._default_manager.name == "all_companies"
