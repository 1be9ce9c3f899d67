"""Schema editor: standard names, index statements that carry the schema, renames across schemas."""

from __future__ import annotations

from typing import Any

from django.db.backends.ddl_references import Statement
from django.db.backends.postgresql import schema
from django.db.models import Model

from common.db.schemas import locate
from common.db.standard_names import StandardNamesMixin

_FORCED_TABLES = """
SELECT format('"%s"."%s"', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relforcerowsecurity
"""


class DatabaseSchemaEditor(StandardNamesMixin, schema.DatabaseSchemaEditor):
    """Django's editor, with the statements mended that name an index or constraint without its schema."""

    # Foreign keys are never deferred here, so there is nothing to set immediate (and the name lacks its schema).
    sql_create_column_inline_fk = "CONSTRAINT %(name)s REFERENCES %(to_table)s(%(to_column)s)%(deferrable)s"
    sql_delete_fk = "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s"

    def execute(self, sql: Any, params: Any = ()) -> None:
        """Let the owner past its own policies while PostgreSQL compares rows for a new foreign key.

        It reads both tables as their owner and refuses to do so under forced row-level security.
        """
        text = str(sql)
        tables = self._forced_tables(text) if "REFERENCES" in text and not self.collect_sql else []
        for table in tables:
            super().execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", None)
        super().execute(sql, params)
        for table in tables:
            super().execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY", None)

    def _forced_tables(self, sql: str) -> list[str]:
        with self.connection.cursor() as cursor:
            cursor.execute(_FORCED_TABLES)
            return [name for (name,) in cursor.fetchall() if name in sql]

    def _in_schema(self, model: type[Model], name: str) -> str:
        schema_name, _ = locate(model._meta.db_table)
        return f"{self.quote_name(schema_name)}.{self.connection.ops.quote_name(name)}"

    def _delete_index_sql(
        self, model: type[Model], name: str, sql: str | None = None, concurrently: bool = False
    ) -> Any:
        statement: Any = super()._delete_index_sql(model, name, sql, concurrently)  # type: ignore[misc]
        statement.parts["name"] = self._in_schema(model, name)
        return statement

    def _delete_constraint_sql(self, template: str, model: type[Model], name: str) -> Any:
        statement: Any = super()._delete_constraint_sql(template, model, name)  # type: ignore[misc]
        if "INDEX" in template:
            statement.parts["name"] = self._in_schema(model, name)
        return statement

    def _rename_index_sql(self, model: type[Model], old_name: str, new_name: str) -> Any:
        statement: Any = super()._rename_index_sql(model, old_name, new_name)  # type: ignore[misc]
        statement.parts["old_name"] = self._in_schema(model, old_name)
        return statement

    def _comment_sql(self, comment: str | None) -> str:
        # Comments go through the placeholder parser of the driver, where a lone per cent sign is an error.
        return str(super()._comment_sql(comment)).replace("%", "%%")  # type: ignore[misc]

    def alter_db_table(self, model: type[Model], old_db_table: str, new_db_table: str) -> None:
        """Move the table to the other schema first, then give it its bare new name."""
        if old_db_table == new_db_table:
            return
        (old_schema, old_bare), (new_schema, new_bare) = locate(old_db_table), locate(new_db_table)
        if old_schema != new_schema:
            self.execute(f'ALTER TABLE "{old_schema}"."{old_bare}" SET SCHEMA "{new_schema}"')
        if old_bare != new_bare:
            self.execute(f'ALTER TABLE "{new_schema}"."{old_bare}" RENAME TO "{new_bare}"')
        for sql in self.deferred_sql:
            if isinstance(sql, Statement):
                sql.rename_table_references(old_db_table, new_db_table)
