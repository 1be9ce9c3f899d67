"""Audit tables are append-only in the database itself (AU-1, invariant 39, S46)."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import Error, connection, transaction

AUDIT_TABLES = sorted(model._meta.db_table for model in apps.get_app_config("auditing").get_models())


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db
@pytest.mark.parametrize("table", AUDIT_TABLES)
def test_truncate_is_refused_even_for_the_owner(table: str) -> None:
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {connection.ops.quote_name(table)} CASCADE")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ['UPDATE audit."ChainAnchor" SET "RowsCovered" = 9', 'DELETE FROM audit."ChainAnchor"']
)
def test_update_and_delete_are_refused_even_for_the_owner(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO audit."ChainAnchor" ("ChainKey", "ChainSequence", "RowHash", "AnchorKind", "RowsCovered") '
            "VALUES (0, 1, %s, 'manual', 1)",
            ["0" * 64],
        )
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert _count("audit.ChainAnchor") == 1


@pytest.mark.django_db
def test_every_audit_table_has_both_triggers() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'audit' AND NOT t.tgisinternal GROUP BY 1"
        )
        found = dict(cursor.fetchall())
    assert found == {table.removeprefix("audit."): 2 for table in AUDIT_TABLES}
