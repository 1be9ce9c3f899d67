"""The product's tables in the live catalogue: names, keys and schemas by the standards of the data dictionary."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from common.db.schemas import BUSINESS_SCHEMAS, SCHEMAS, locate
from common.naming import cut_identifier

pytestmark = pytest.mark.django_db

_CONSTRAINTS = """
SELECT n.nspname, c.relname, con.conname, con.contype, con.condeferrable, con.confupdtype, con.confdeltype,
       (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(con.conkey) WITH ORDINALITY k(num, place)
        JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num),
       rn.nspname, rc.relname
FROM pg_constraint con
JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class rc ON rc.oid = con.confrelid LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
WHERE n.nspname = ANY(%s) AND con.contype IN ('p', 'f', 'u', 'c') AND NOT c.relispartition
"""
_INDEXES = """
SELECT n.nspname, c.relname, ic.relname, i.indisunique,
       (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(num, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num),
       pg_get_expr(i.indpred, i.indrelid)
FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY(%s) AND NOT c.relispartition
  AND NOT EXISTS (SELECT 1 FROM pg_constraint con WHERE con.conindid = i.indexrelid AND con.contype IN ('p', 'u'))
"""


def rows(sql: str, *params: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


@pytest.fixture
def labels() -> dict[tuple[str, str], str]:
    """``<Table>`` in names: the primary key column without ID (S24)."""
    found = rows(_CONSTRAINTS, list(BUSINESS_SCHEMAS))
    return {(row[0], row[1]): row[7][0].removesuffix("ID") for row in found if row[3] == "p"}


def test_tables_are_exactly_those_of_the_models() -> None:
    """S4, S37: no table outside the seven schemas, none missing."""
    live = {
        (schema, table)
        for schema, table in rows(
            "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition "
            "AND n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'"
        )
    }
    declared = {locate(model._meta.db_table) for model in apps.get_models(include_auto_created=True)}
    assert live == declared | {("django", "django_migrations")}
    assert {schema for schema, _ in live} == set(SCHEMAS)


def test_flush_lists_exactly_the_model_tables() -> None:
    declared = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    assert set(connection.introspection.django_table_names(only_existing=True, include_views=False)) == declared
    statements = " ".join(connection.ops.sql_flush(_plain_style(), sorted(declared)))
    assert all(connection.ops.quote_name(table) in statements for table in declared)


def _plain_style() -> Any:
    from django.core.management.color import no_style

    return no_style()


def test_primary_keys_are_named_by_the_standard() -> None:
    """S5, S24."""
    for schema, table, name, kind, *_, columns, _, _ in rows(_CONSTRAINTS, list(BUSINESS_SCHEMAS)):
        if kind == "p":
            assert name == f"PK_{columns[0].removesuffix('ID')}", f"{schema}.{table}"
            assert columns[0] in {f"{table}ID", f"Audit{table}ID"}


def test_foreign_keys_are_named_by_the_standard_and_checked_at_once(labels: dict[tuple[str, str], str]) -> None:
    """S25, S43."""
    found = [row for row in rows(_CONSTRAINTS, list(SCHEMAS)) if row[3] == "f"]
    assert len(found) > 100
    for schema, table, name, _, deferrable, on_update, on_delete, columns, to_schema, to_table in found:
        assert (deferrable, on_update, on_delete) == (False, "a", "a"), name
        if schema in BUSINESS_SCHEMAS:
            target = labels[to_schema, to_table]
            assert name == cut_identifier(f"FK_{labels[schema, table]}_{target}_{columns[0]}")


def test_unique_rules_indexes_and_checks_are_named_by_the_standard(labels: dict[tuple[str, str], str]) -> None:
    """S26, S27, S28."""
    for schema, table, name, kind, *_, columns, _, _ in rows(_CONSTRAINTS, list(BUSINESS_SCHEMAS)):
        if kind == "u":
            assert name == cut_identifier("_".join(["UQ", labels[schema, table], *columns]))
        if kind == "c":
            assert re.fullmatch(rf"CK_{labels[schema, table]}_[A-Za-z0-9]+", name), f"{schema}.{table}: {name}"
    for schema, table, name, is_unique, columns, _ in rows(_INDEXES, list(BUSINESS_SCHEMAS)):
        prefix = "UQ" if is_unique else "IX"
        assert name == cut_identifier("_".join([prefix, labels[schema, table], *columns])), f"{schema}.{table}"


def test_names_are_unique_and_short(labels: dict[tuple[str, str], str]) -> None:
    """S24, S42."""
    constraints = [row[2] for row in rows(_CONSTRAINTS, list(BUSINESS_SCHEMAS))]
    indexes = [row[2] for row in rows(_INDEXES, list(BUSINESS_SCHEMAS))]
    names = constraints + indexes
    assert sorted(names) == sorted(set(names))
    assert all(len(name.encode()) <= 63 for name in names)


def test_unique_indexes_over_nullable_columns_skip_nulls() -> None:
    """S44."""
    nullable = {
        (schema, table, column)
        for schema, table, column in rows(
            "SELECT table_schema, table_name, column_name FROM information_schema.columns "
            "WHERE is_nullable = 'YES' AND table_schema = ANY(%s)",
            list(BUSINESS_SCHEMAS),
        )
    }
    for schema, table, name, is_unique, columns, condition in rows(_INDEXES, list(BUSINESS_SCHEMAS)):
        for column in columns if is_unique else ():
            if (schema, table, column) in nullable:
                assert f'"{column}" IS NOT NULL' in (condition or ""), name


def test_keys_are_bigint_identities() -> None:
    """S6."""
    for model in apps.get_models():
        if not hasattr(model, "access"):
            continue
        schema, table = locate(model._meta.db_table)
        ((kind, identity),) = rows(
            "SELECT format_type(atttypid, atttypmod), attidentity FROM pg_attribute "
            "WHERE attrelid = %s::regclass AND attname = %s",
            f'"{schema}"."{table}"',
            model._meta.pk.column,
        )
        assert (kind, identity) == ("bigint", "d"), model


def test_comments_equal_the_models() -> None:
    """S41."""
    for model in apps.get_models():
        if not hasattr(model, "access"):
            continue
        with connection.cursor() as cursor:
            described = connection.introspection.get_table_description(cursor, model._meta.db_table)
        live = {column.name: column.comment for column in described}
        assert live == {field.column: field.db_comment for field in model._meta.local_concrete_fields}, model


def test_inspectdb_reads_every_table() -> None:
    out = io.StringIO()
    call_command("inspectdb", stdout=out)
    text = out.getvalue()
    assert "Unable to inspect" not in text
    assert "db_table = 'dbo.User'" in text
    assert "db_table = 'audit.User'" in text
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert {table for table in tables if f"db_table = '{table}'" not in text} == set()


def test_instants_have_microseconds_and_utc_defaults() -> None:
    """S16, S17."""
    found = rows(
        "SELECT table_schema || '.' || table_name || '.' || column_name, data_type, datetime_precision, column_default "
        "FROM information_schema.columns WHERE table_schema = ANY(%s) AND data_type LIKE 'time%%'",
        list(BUSINESS_SCHEMAS),
    )
    for name, kind, precision, default in found:
        assert (kind, precision) == ("timestamp with time zone", 6), name
        assert default in {None, "now()"}, name
