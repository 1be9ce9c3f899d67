"""Reads the catalogue of all schemas: dotted names for the six, bare names for framework tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.postgresql import introspection
from django.db.backends.postgresql.introspection import TableInfo

from common.db.schemas import FRAMEWORK_SCHEMA, SCHEMAS, locate

_TABLES = """
SELECT n.nspname, c.relname,
       CASE WHEN c.relispartition THEN 'p' WHEN c.relkind IN ('m', 'v') THEN 'v' ELSE 't' END,
       obj_description(c.oid, 'pg_class')
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v') AND n.nspname = ANY(%s)
ORDER BY n.nspname, c.relname
"""

_RELATIONS = """
SELECT a1.attname, a2.attname, n2.nspname, c2.relname
FROM pg_catalog.pg_constraint con
JOIN pg_catalog.pg_class c1 ON con.conrelid = c1.oid
JOIN pg_catalog.pg_namespace n1 ON n1.oid = c1.relnamespace
JOIN pg_catalog.pg_class c2 ON con.confrelid = c2.oid
JOIN pg_catalog.pg_namespace n2 ON n2.oid = c2.relnamespace
JOIN pg_catalog.pg_attribute a1 ON a1.attrelid = c1.oid AND a1.attnum = con.conkey[1]
JOIN pg_catalog.pg_attribute a2 ON a2.attrelid = c2.oid AND a2.attnum = con.confkey[1]
WHERE con.contype = 'f' AND n1.nspname = %s AND c1.relname = %s
"""


def model_name(schema: str, bare: str) -> str:
    """Name under which models know a table."""
    return bare if schema == FRAMEWORK_SCHEMA else f"{schema}.{bare}"


class DatabaseIntrospection(introspection.DatabaseIntrospection):
    """Upstream looks at visible tables only; here each look-up is limited to the table's own schema."""

    def get_table_list(self, cursor: Any) -> list[Any]:
        cursor.execute(_TABLES, [list(SCHEMAS)])
        return [
            TableInfo(model_name(schema, bare), kind, comment)
            for schema, bare, kind, comment in cursor.fetchall()
            if model_name(schema, bare) not in self.ignored_tables
        ]

    def get_relations(self, cursor: Any, table_name: str) -> dict[str, tuple[str, str]]:
        cursor.execute(_RELATIONS, locate(table_name))
        return {
            column: (other_column, model_name(schema, bare)) for column, other_column, schema, bare in cursor.fetchall()
        }

    def get_table_description(self, cursor: Any, table_name: str) -> list[Any]:
        with _only_schema(cursor, table_name) as bare:
            return list(super().get_table_description(cursor, bare))

    def get_sequences(self, cursor: Any, table_name: str, table_fields: Any = ()) -> list[Any]:
        with _only_schema(cursor, table_name) as bare:
            sequences = super().get_sequences(cursor, bare, table_fields)
        return [{**sequence, "table": table_name} for sequence in sequences]

    def get_constraints(self, cursor: Any, table_name: str) -> dict[str, Any]:
        with _only_schema(cursor, table_name) as bare:
            constraints: dict[str, Any] = super().get_constraints(cursor, bare)
        for column, (other_column, other_table) in self.get_relations(cursor, table_name).items():
            for constraint in constraints.values():
                if constraint["foreign_key"] and constraint["columns"] == [column]:
                    constraint["foreign_key"] = (other_table, other_column)
        return constraints


@contextmanager
def _only_schema(cursor: Any, table_name: str) -> Iterator[str]:
    schema, bare = locate(table_name)
    cursor.execute("SELECT current_setting('search_path')")
    (before,) = cursor.fetchone()
    cursor.execute("SELECT set_config('search_path', %s, false)", [f'"{schema}"'])
    try:
        yield bare
    finally:
        cursor.execute("SELECT set_config('search_path', %s, false)", [before])
