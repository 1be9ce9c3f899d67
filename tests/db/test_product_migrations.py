"""The product's migrations: forward, back and forward again on an empty database (S39), and history tables."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from common.actors import system_actor
from common.db.postgresql import grants
from common.db.schemas import SCHEMAS
from common.history import change
from tests.db.bench import ALIAS

_COLUMNS = """
SELECT table_schema, table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
FROM information_schema.columns WHERE table_schema IN ('dbo', 'ref', 'config', 'log', 'audit', 'cache')
  AND NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = to_regclass(format('%%I.%%I', table_schema, table_name))
                  AND c.relispartition)
"""
_NAMES = """
SELECT n.nspname, c.relname, con.conname, pg_get_constraintdef(con.oid)
FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('dbo', 'ref', 'config', 'log', 'audit', 'cache') AND con.contype <> 'n' AND NOT c.relispartition
UNION
SELECT schemaname::name, tablename, indexname, indexdef FROM pg_indexes i
WHERE schemaname IN ('dbo', 'ref', 'config', 'log', 'audit', 'cache')
  AND NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = to_regclass(format('%%I.%%I', schemaname, tablename))
                  AND c.relispartition)
"""
_POLICIES = """
SELECT n.nspname, c.relname, c.relrowsecurity::text, c.relforcerowsecurity::text, p.polname::text,
       pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_policy p ON p.polrelid = c.oid
"""
DROP_ORDER = (
    "admin",
    "invitations",
    "companies",
    "abr_cache",
    "auditing",
    "logging_app",
    "settings_app",
    "accounts",
    "reference",
)


def shape(database: Any) -> set[tuple[Any, ...]]:
    """Columns, constraints, indexes and policies of the six schemas."""
    with database.cursor() as cursor:
        cursor.execute(_COLUMNS, [])
        columns = set(cursor.fetchall())
        cursor.execute(_NAMES, [])
        names = set(cursor.fetchall())
        cursor.execute(_POLICIES, [])
        return columns | names | set(cursor.fetchall())


def drop_schemas(database: Any) -> None:
    with database.cursor() as cursor:
        for schema in SCHEMAS:
            cursor.execute(f'DROP SCHEMA "{schema}" CASCADE')


@pytest.mark.slow
def test_migrations_forward_back_and_forward_equal_the_script(scratch: Any, tmp_path: Path) -> None:
    """S39, S37, S47: both ways of making the schema give the same tables, and each new table its grants."""
    quiet: dict[str, Any] = {"database": ALIAS, "verbosity": 0}
    call_command("migrate", **quiet)
    first = shape(scratch)

    for label in DROP_ORDER:
        call_command("migrate", label, "zero", **quiet)
    assert {table for table in scratch.introspection.table_names() if "." in table} == set()

    grants.apply(scratch)  # creates the roles where a server has none, so that the next run must grant
    call_command("migrate", **quiet)
    assert shape(scratch) == first
    assert not grants.compare(scratch)

    drop_schemas(scratch)
    target = tmp_path / "schema.sql"
    call_command("ddl", vendor="postgresql", output=target)
    with scratch.cursor() as cursor:
        cursor.execute(target.read_text(encoding="utf-8"))
    assert shape(scratch) == first
    assert not grants.compare(scratch)


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    out = io.StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out)
    assert "No changes detected" in out.getvalue()


@pytest.mark.django_db
def test_history_goes_to_the_namesake_in_audit() -> None:
    """Snapshots of ref.Industry lie in audit.Industry, with reason and without actor for jobs."""
    from reference.models import Industry

    industry = Industry.objects.order_by("id").first()
    before = industry.history.count()
    with change(system_actor("test"), reason="renamed"):
        industry.industry_name = "Renamed"
        industry.save()

    snapshot = industry.history.first()
    assert industry.history.count() == before + 1
    assert (snapshot.industry_name, snapshot.history_type) == ("Renamed", "~")
    assert (snapshot.history_change_reason, snapshot.history_user_id) == ("renamed", None)
    with connection.cursor() as cursor:
        cursor.execute('SELECT "IndustryName" FROM "audit"."Industry" WHERE "AuditIndustryID" = %s', [snapshot.pk])
        assert cursor.fetchone() == ("Renamed",)
        cursor.execute('SELECT "IndustryName" FROM "ref"."Industry" WHERE "IndustryID" = %s', [industry.pk])
        assert cursor.fetchone() == ("Renamed",)
