"""Row-level security as the application role meets it (TI-5, invariant 44, database.md 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from common.db.postgresql import row_security
from common.tenancy import company_scope, current_scope, system_scope
from companies.models import Company, UserCompany
from tests.db.tenants import TENANT_MODELS, Tenant, count, insert_copy, make_tenant
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.roles import as_application

pytestmark = pytest.mark.django_db

TABLES = pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda model: model._meta.db_table)
CHANGED = [model for model in TENANT_MODELS if not model._meta.db_table.startswith("audit.")]
CHANGED_TABLES = pytest.mark.parametrize("model", CHANGED, ids=lambda model: model._meta.db_table)
REFUSED = "violates row-level security policy"


@pytest.fixture
def ours(db: None) -> Tenant:
    return make_tenant("Ours")


@pytest.fixture
def theirs(db: None) -> Tenant:
    return make_tenant("Theirs")


def scope_of(tenant: Tenant) -> Any:
    return company_scope(tenant.company.pk, tenant.person.pk)


@contextmanager
def undone() -> Iterator[None]:
    """A savepoint that is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def key(row: Any) -> dict[str, Any]:
    return {"pk": row.pk}


@TABLES
def test_no_context_no_rows(model: Any, ours: Tenant) -> None:
    with as_application():
        assert count(model) == 0
        assert count(model, **key(ours.rows[model._meta.db_table])) == 0


@TABLES
def test_a_company_sees_its_own_rows_and_no_others(model: Any, ours: Tenant, theirs: Tenant) -> None:
    """No filter of ours is in the query: the database alone keeps them apart (TI-5)."""
    own, foreign = ours.rows[model._meta.db_table], theirs.rows[model._meta.db_table]
    with as_application(), scope_of(ours):
        assert count(model, **key(own)) == 1
        assert count(model, **key(foreign)) == 0
        assert not set(model._base_manager.values_list("pk", flat=True)) & {foreign.pk}


@TABLES
def test_system_scope_sees_all(model: Any, ours: Tenant, theirs: Tenant) -> None:
    with as_application(), system_scope("tests"):
        for tenant in (ours, theirs):
            assert count(model, **key(tenant.rows[model._meta.db_table])) == 1


@TABLES
def test_rows_of_others_cannot_be_inserted(model: Any, ours: Tenant, theirs: Tenant) -> None:
    before = count(model)
    with as_application(), scope_of(ours), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        insert_copy(theirs.rows[model._meta.db_table])
    assert count(model) == before


@CHANGED_TABLES
def test_rows_of_others_cannot_be_changed(model: Any, ours: Tenant, theirs: Tenant) -> None:
    row = theirs.rows[model._meta.db_table]
    with as_application(), scope_of(ours):
        assert model._base_manager.filter(pk=row.pk).update(is_deleted=row.is_deleted) == 0


@CHANGED_TABLES
def test_rows_cannot_be_moved_into_another_company(model: Any, ours: Tenant, theirs: Tenant) -> None:
    names = {field.attname for field in model._meta.concrete_fields}
    moved = {"company_id", "to_company_id", "parent_company_id", "child_company_id"} & names
    values: dict[str, int] = (
        dict.fromkeys(moved, theirs.company.pk) if model is not Company else {"id": theirs.company.pk}
    )
    if "user_id" in names:
        values["user_id"] = theirs.person.pk
    row = ours.rows[model._meta.db_table]
    with as_application(), scope_of(ours), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        model._base_manager.filter(pk=row.pk).update(**values)
    assert count(model, pk=row.pk) == 1


def test_people_see_companies_of_live_memberships() -> None:
    """Own company and relationship read what the person belongs to, whichever company is active."""
    person, member = make_user(), make_user()
    live, left, foreign = make_company(admin=member), make_company(), make_company()
    make_member(person, live)
    make_member(person, left, status="removed")
    with as_application(), company_scope(None, person.pk):
        assert set(Company._base_manager.values_list("pk", flat=True)) == {live.pk}
        assert set(UserCompany._base_manager.values_list("company_id", flat=True)) == {live.pk, left.pk}
        assert Company._base_manager.filter(pk=live.pk).count() == 1
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            Company._base_manager.filter(pk=live.pk).update(phone=None)
    with as_application(), company_scope(live.pk, person.pk):
        assert Company._base_manager.filter(pk=live.pk).update(phone=None) == 1
        assert Company._base_manager.filter(pk=foreign.pk).update(phone=None) == 0
        # Another member of the active company, not their memberships elsewhere.
        make = UserCompany._base_manager.filter(user_id=member.pk)
        assert set(make.values_list("company_id", flat=True)) == {live.pk}


def test_a_trail_shows_what_is_nobodys_only_to_people_with_a_context(ours: Tenant) -> None:
    from auditing.models import ActivityLog

    row = ActivityLog.all_companies.create(
        chain_key=0, chain_sequence=1, action="X", entity_type="dbo.User", personal_digests={}, previous_hash="0" * 64,
        row_hash="0" * 64,
    )  # fmt: skip
    with as_application():
        assert count(ActivityLog, pk=row.pk) == 0
        with company_scope(None, ours.person.pk):
            assert count(ActivityLog, pk=row.pk) == 1
            assert count(ActivityLog, user=ours.person) == 1
        with company_scope(None, make_user().pk):
            assert count(ActivityLog, user=ours.person) == 0


def test_scopes_nest_and_come_back(ours: Tenant, theirs: Tenant) -> None:
    """Entering and leaving a scope inside of one transaction; a savepoint that is rolled back changes nothing."""

    def visible() -> set[int]:
        return set(UserCompany._base_manager.values_list("company_id", flat=True))

    with as_application(), transaction.atomic():
        assert visible() == set()
        with scope_of(ours):
            assert visible() == {ours.company.pk}
            with system_scope("tests"):
                assert {ours.company.pk, theirs.company.pk} <= visible()
            assert visible() == {ours.company.pk}
            with undone(), scope_of(theirs):
                assert visible() == {theirs.company.pk}
            assert visible() == {ours.company.pk}
            with transaction.atomic(), scope_of(theirs):
                assert visible() == {theirs.company.pk}
            assert visible() == {ours.company.pk}
        assert visible() == set()
    assert current_scope() is None


def test_savepoint_that_set_the_context_first_takes_it_along(ours: Tenant) -> None:
    with as_application(), scope_of(ours):
        with undone():
            assert count(UserCompany) == 1
        assert count(UserCompany) == 1


@pytest.mark.parametrize("model", [m for m in TENANT_MODELS if hasattr(m, "all_companies")], ids=lambda m: m.__name__)
def test_each_layer_alone_keeps_tenants_apart(model: Any, ours: Tenant, theirs: Tenant) -> None:
    """TI-5: the plain manager under policies, and the scoped manager without them."""
    foreign = theirs.rows[model._meta.db_table]
    with as_application(), scope_of(ours):
        assert not model.all_companies.filter(pk=foreign.pk).exists()
    with scope_of(ours):
        assert model.all_companies.filter(pk=foreign.pk).exists()  # the owner passes the policies
        assert not model.objects.filter(pk=foreign.pk).exists()


def test_owner_sees_rows_by_policy_and_is_bound_without(ours: Tenant) -> None:
    """FORCE: data migrations of the owner see rows because of the second policy, not because it owns the table."""
    assert count(Company, pk=ours.company.pk) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            pytest.skip("this connection's role bypasses row-level security")
        cursor.execute('DROP POLICY "RLS_Company_Open" ON dbo."Company"')
    assert count(Company, pk=ours.company.pk) == 0


def test_foreign_keys_to_protected_tables_can_still_be_added(ours: Tenant) -> None:
    """PostgreSQL compares rows as the owner and refuses to under forced policies; the schema editor sees to it."""
    with connection.cursor() as cursor:
        cursor.execute('CREATE TABLE dbo."Later" ("CompanyID" bigint)')
        cursor.execute('INSERT INTO dbo."Later" VALUES (%s)', [ours.company.pk])
    with connection.schema_editor(atomic=False) as editor:
        editor.execute(
            'ALTER TABLE "dbo"."Later" ADD CONSTRAINT "FK_Later_Company_CompanyID" '
            'FOREIGN KEY ("CompanyID") REFERENCES "dbo"."Company" ("CompanyID")'
        )
    assert list(row_security.differences(connection)) == []


@pytest.mark.parametrize(
    ("role", "table", "sees"),
    [
        ("eventlead_support", 'dbo."Company"', True),
        ("eventlead_analyst", 'audit."ActivityLog"', True),
        ("eventlead_compliance", 'audit."Role"', True),
        ("eventlead_retention", 'audit."UserCompany"', True),
        ("eventlead_app", 'audit."ActivityLog"', False),
    ],
)
def test_readers_need_no_context(role: str, table: str, sees: bool, ours: Tenant) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert (cursor.fetchone()[0] > 0) is sees
        cursor.execute("RESET ROLE")


def test_a_role_nobody_declared_sees_nothing(ours: Tenant) -> None:
    with connection.cursor() as cursor:
        cursor.execute("GRANT SELECT ON ALL TABLES IN SCHEMA dbo TO eventlead_steward")
        cursor.execute("GRANT USAGE ON SCHEMA dbo TO eventlead_steward")
        cursor.execute("SET LOCAL ROLE eventlead_steward")
        cursor.execute('SELECT count(*) FROM dbo."Company"')
        assert cursor.fetchone() == (0,)
        cursor.execute("RESET ROLE")


def test_live_policies_are_the_declared_ones() -> None:
    """S35, word for word."""
    assert list(row_security.differences(connection)) == []


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ('ALTER TABLE dbo."Company" DISABLE ROW LEVEL SECURITY', "row-level security of dbo.Company is not enabled"),
        ('ALTER TABLE dbo."Company" NO FORCE ROW LEVEL SECURITY', "row-level security of dbo.Company is not forced"),
        ('DROP POLICY "RLS_Role" ON audit."Role"', "policy RLS_AuditRole_Open of audit.Role is missing"),
        (
            'ALTER POLICY "RLS_Company_Tenant" ON dbo."Company" USING (true)',
            "policy RLS_Company_Tenant of dbo.Company differs from its declaration",
        ),
        (
            'CREATE POLICY "Extra" ON dbo."UserIndustry" USING (true)',
            "policy Extra of dbo.UserIndustry is not declared",
        ),
        (
            'ALTER TABLE ref."Country" ENABLE ROW LEVEL SECURITY',
            "ref.Country has row-level security, but declares none",
        ),
    ],
)
def test_what_differs_is_found(statement: str, finding: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement.replace('"RLS_Role"', '"RLS_AuditRole_Open"'))
    assert list(row_security.differences(connection)) == [finding]
