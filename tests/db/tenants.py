"""Two companies with a row in every tenant table, and the application role, for tests of row-level security."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import connection

from accounts.models import User, UserIndustry
from auditing.models import ActivityLog, AuditRole
from common import clock
from companies.models import Company, CompanyRelationship, CompanySwitchRequest
from companies.models.codes import CompanyRelationshipStatusCode, CompanyRelationshipTypeCode
from invitations.models import UserInvitation
from reference.selectors import code_id
from settings_app.models import CompanyValidationRule, ValidationRule
from tests.factories.accounts import make_user
from tests.factories.companies import make_company

TENANT_MODELS = sorted(
    (model for model in apps.get_models() if hasattr(model, "access") and model.access.is_tenant_scoped),
    key=lambda model: model._meta.db_table,
)
HASH = "0" * 64


@dataclass
class Tenant:
    """A company, its administrator, and its rows by table."""

    company: Company
    person: User
    rows: dict[str, Any] = field(default_factory=dict)


def make_tenant(name: str) -> Tenant:
    """Fill every tenant table for one company and one person."""
    person = make_user()
    company = make_company(admin=person, company_name=name)
    tenant = Tenant(company, person)
    other = make_company(company_name=f"{name} Branch")
    UserIndustry.all_companies.create(user=person, industry_id=code_id("Industry", "retail"), sort_order=1)
    _invitation(tenant)
    _relationship(tenant, other)
    CompanySwitchRequest.all_companies.create(
        user=make_user(),
        to_company=company,
        company_switch_request_type_id=code_id("CompanySwitchRequestType", "access_request"),
        company_switch_request_status_id=code_id("CompanySwitchRequestStatus", "pending"),
        requested_by_user=person,
    )
    rule = ValidationRule.objects.order_by("id").first()
    CompanyValidationRule.all_companies.create(company=company, validation_rule=rule)
    _trail(tenant)
    tenant.rows = {model._meta.db_table: row_of(model, tenant) for model in TENANT_MODELS}
    return tenant


def _invitation(tenant: Tenant) -> None:
    now = clock.now()
    UserInvitation.all_companies.create(
        company=tenant.company,
        invited_by_user=tenant.person,
        invited_email=f"guest{tenant.company.pk}@guests.example",
        first_name="Guest",
        last_name="Person",
        user_company_role_id=code_id("UserCompanyRole", "company_user"),
        user_invitation_status_id=code_id("UserInvitationStatus", "pending"),
        token_hash=f"{tenant.company.pk:064d}",
        invited_at=now,
        expires_at=now + timedelta(days=7),
    )


def _relationship(tenant: Tenant, other: Company) -> None:
    parent, child = tenant.company, other
    CompanyRelationship.all_companies.create(
        parent_company=parent,
        child_company=child,
        lower_company_id=min(parent.pk, child.pk),
        higher_company_id=max(parent.pk, child.pk),
        company_relationship_type_id=code_id("CompanyRelationshipType", CompanyRelationshipTypeCode.BRANCH),
        company_relationship_status_id=code_id("CompanyRelationshipStatus", CompanyRelationshipStatusCode.ACTIVE),
        is_hierarchical=True,
        proposed_by_company=parent,
        proposed_by_user=tenant.person,
        established_by_user=tenant.person,
        established_at=clock.now(),
    )


def _trail(tenant: Tenant) -> None:
    membership = apps.get_model("companies", "UserCompany").all_companies.get(company=tenant.company)
    AuditRole.all_companies.create(
        role_type="company",
        change_kind="assigned",
        user=tenant.person,
        user_company=membership,
        company=tenant.company,
        new_user_company_role_id=membership.user_company_role_id,
        new_role_code="company_admin",
    )
    ActivityLog.all_companies.create(
        chain_key=tenant.company.pk,
        chain_sequence=1,
        action="COMPANY_CREATED",
        entity_type="dbo.Company",
        company=tenant.company,
        user=tenant.person,
        personal_digests={},
        previous_hash=HASH,
        row_hash=HASH,
    )


def row_of(model: Any, tenant: Tenant) -> Any:
    """The tenant's row of a table: by company, by parent company, or by person."""
    names = {f.attname for f in model._meta.concrete_fields}
    manager = model._base_manager
    if model is Company or model.__name__ == "AuditCompany":
        return manager.filter(id=tenant.company.pk).first()
    for name, value in (
        ("company_id", tenant.company.pk),
        ("to_company_id", tenant.company.pk),
        ("parent_company_id", tenant.company.pk),
        ("user_id", tenant.person.pk),
    ):
        if name in names:
            return manager.filter(**{name: value}).first()
    raise LookupError(model)


def values_of(row: Any) -> dict[str, Any]:
    """Columns of a row as the database takes them, without its key."""
    return {
        field.column: field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }


def insert_copy(row: Any) -> None:
    """Insert the same values once more, by plain SQL."""
    values = values_of(row)
    table = connection.ops.quote_name(row._meta.db_table)
    columns = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(values.values()))


def count(model: Any, **filters: Any) -> int:
    """Rows of a table the session sees, without any filter of ours."""
    return int(model._base_manager.filter(**filters).count())
