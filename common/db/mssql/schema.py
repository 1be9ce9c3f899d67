"""Schema editor: standard names, statements that carry the schema, renames and moves across schemas.

What it does not do, as its parent: re-create a model's check constraints when the type of a column in them changes.
Such a migration removes the constraint first and adds it again.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from django.db.backends.ddl_references import Statement
from django.db.models import NOT_PROVIDED, Field, Model
from mssql import schema

from common.db.mssql import templates
from common.db.mssql.babelfish import ColumnChangesMixin
from common.db.quoting import label_of
from common.db.schemas import locate
from common.db.standard_names import StandardNamesMixin
from common.naming import cut_identifier

_RESTORED_INDEX = re.compile(r"CREATE UNIQUE INDEX (?P<name>[^\s\[]+) ON (?P<table>[^\s\[]+) \((?P<rest>[^;]*)")


class DatabaseSchemaEditor(StandardNamesMixin, ColumnChangesMixin, schema.DatabaseSchemaEditor):  # type: ignore[misc]
    """mssql-django's editor for tables in schemas."""

    _sql_check_constraint = " CONSTRAINT [%(name)s] CHECK (%(check)s)"
    _sql_select_default_constraint_name = templates.DEFAULT_NAME
    sql_delete_table = templates.DROP_TABLE

    _is_creating = False

    # Defaults and JSON checks are named (S28, S29).

    def _iter_column_sql(
        self,
        column_db_type: str,
        params: list[Any],
        model: type[Model],
        field: Field[Any, Any],
        field_db_params: Any,
        include_default: bool,
    ) -> Iterator[str]:
        for part in super()._iter_column_sql(column_db_type, params, model, field, field_db_params, include_default):
            yield f"CONSTRAINT {self._default_name(model, field)} {part}" if part.startswith("DEFAULT ") else part
        if field.get_internal_type() == "JSONField":
            yield f"CONSTRAINT {self._json_check_name(model, field)} CHECK ({_json_check(field)})"

    def _default_name(self, model: type[Model], field: Field[Any, Any]) -> str:
        return str(self.quote_name(cut_identifier(f"DF_{label_of(model._meta.db_table)}_{field.column}")))

    def _json_check_name(self, model: type[Model], field: Field[Any, Any]) -> str:
        return str(self.quote_name(cut_identifier(f"CK_{label_of(model._meta.db_table)}_{field.column}Json")))

    def _alter_column_database_default_sql(
        self, model: type[Model], old_field: Any, new_field: Field[Any, Any], drop: bool = False
    ) -> tuple[str, Any]:
        if drop:
            return self._drop_default_sql(model, new_field), []
        default, params = self.db_default_sql(new_field)
        name, column = self._default_name(model, new_field), self.quote_name(new_field.column)
        return f"ADD CONSTRAINT {name} DEFAULT {default} FOR {column}", params

    def _alter_column_default_sql(
        self, model: type[Model], old_field: Any, new_field: Field[Any, Any], drop: bool = False
    ) -> tuple[str, Any]:
        if drop:
            return self._drop_default_sql(model, new_field), []
        default = self.prepare_default(self.effective_default(new_field))
        name, column = self._default_name(model, new_field), self.quote_name(new_field.column)
        return f"ADD CONSTRAINT {name} DEFAULT {default} FOR {column}", []

    def _drop_default_sql(self, model: type[Model], field: Field[Any, Any]) -> str:
        """Find the constraint by OBJECT_ID: a default may have been named by the server or before a rename."""
        if self.connection.is_babelfish:
            return super()._drop_default_sql(model, field)
        name = self._default_name(model, field)
        if not self.collect_sql:
            with self.connection.cursor() as cursor:
                cursor.execute(
                    templates.DEFAULT_NAME % {"table": "%s", "column": "%s"},
                    [self.quote_name(model._meta.db_table), field.column],
                )
                found = cursor.fetchone()
            name = str(self.quote_name(found[0])) if found else name
        return f"DROP CONSTRAINT {name}"

    # Quoting of values: text is Unicode (S1).

    def quote_value(self, value: Any) -> str:
        quoted = str(super().quote_value(value))
        return f"N{quoted}" if isinstance(value, str) else quoted

    # Comments carry the schema of the table (S41).

    def alter_db_table_comment(
        self, model: type[Model], old_db_table_comment: str | None, new_db_table_comment: str | None
    ) -> None:
        self.execute(self._comment(model, None, new_db_table_comment), None)

    def _alter_column_comment_sql(
        self, model: type[Model], new_field: Field[Any, Any], new_type: str, new_db_comment: str | None
    ) -> tuple[str, None]:
        return self._comment(model, new_field.column, new_db_comment), None

    def _comment(self, model: type[Model], column: str | None, text: str | None) -> str:
        return templates.comment(*locate(model._meta.db_table), column, text, self._is_creating)

    # Tables

    def create_model(self, model: type[Model]) -> None:
        self._is_creating = True
        try:
            super().create_model(model)
        finally:
            self._is_creating = False
        # The parent shuffles what is deferred; a fixed order makes scripts comparable.
        self.deferred_sql.sort(key=str)

    def alter_db_table(self, model: type[Model], old_db_table: str, new_db_table: str) -> None:
        """Move the table to the other schema first, then give it its bare new name."""
        if old_db_table == new_db_table:
            return
        (old_schema, old_bare), (new_schema, new_bare) = locate(old_db_table), locate(new_db_table)
        if old_schema != new_schema:
            self.execute(f"ALTER SCHEMA [{new_schema}] TRANSFER OBJECT::[{old_schema}].[{old_bare}]")
        if old_bare != new_bare:
            self.execute(f"EXEC sp_rename N'[{new_schema}].[{old_bare}]', N'{new_bare}', N'OBJECT'")
        for sql in self.deferred_sql:
            if isinstance(sql, Statement):
                sql.rename_table_references(old_db_table, new_db_table)

    # Columns

    def _alter_field(
        self,
        model: type[Model],
        old_field: Field[Any, Any],
        new_field: Field[Any, Any],
        old_type: str,
        new_type: str,
        old_db_params: Any,
        new_db_params: Any,
        strict: bool = False,
    ) -> None:
        """Rename first, comment last; in between the parent sees neither.

        The parent renames with unqualified names, answers a changed comment with a change of the column that drops its
        indexes for good, and leaves defaults on a column that SQL Server then refuses to change.
        """
        was_json, is_json = (field.get_internal_type() == "JSONField" for field in (old_field, new_field))
        if was_json:
            name = self._json_check_name(model, old_field)
            self.execute(f"ALTER TABLE {self.quote_name(model._meta.db_table)} DROP CONSTRAINT {name}")
        old_field = copy.copy(old_field)
        if old_field.column != new_field.column:
            self._rename_column(model, str(old_field.column), str(new_field.column))
            old_field.column = new_field.column
        if old_field.has_db_default() and (
            (old_type, old_field.null, old_field.db_default) != (new_type, new_field.null, new_field.db_default)
        ):
            changes = self._drop_default_sql(model, old_field)
            self.execute(self.sql_alter_column % {"table": self.quote_name(model._meta.db_table), "changes": changes})
            old_field.db_default = NOT_PROVIDED
        old_comment, old_field.db_comment = old_field.db_comment, new_field.db_comment
        super()._alter_field(model, old_field, new_field, old_type, new_type, old_db_params, new_db_params, strict)
        if old_comment != new_field.db_comment:
            self.execute(*self._alter_column_comment_sql(model, new_field, new_type, new_field.db_comment))
        if is_json:
            table, name = self.quote_name(model._meta.db_table), self._json_check_name(model, new_field)
            self.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({_json_check(new_field)})")

    def _rename_column(self, model: type[Model], old: str, new: str) -> None:
        table = self.quote_name(model._meta.db_table)
        indexes = [] if self.collect_sql else self._bound_indexes(table, old)
        for name, _ in indexes:
            self.execute(f"DROP INDEX {name} ON {table}")
        self.execute(f"EXEC sp_rename N'{table}.{self.quote_name(old)}', N'{new}', N'COLUMN'")
        for _, statement in indexes:
            self.execute(statement.replace(f"[{old}]", f"[{new}]"), None)
        for sql in self.deferred_sql:
            if isinstance(sql, Statement):
                sql.rename_column_references(model._meta.db_table, old, new)

    def _bound_indexes(self, table: str, column: str) -> list[tuple[str, str]]:
        """Quoted names and CREATE statements of filtered indexes that use the column."""
        with self.connection.cursor() as cursor:
            cursor.execute(templates.BOUND_INDEXES, [table])
            rows = cursor.fetchall()
        columns: dict[tuple[str, bool, str], list[str]] = {}
        for name, is_unique, condition, column_name in rows:
            columns.setdefault((name, bool(is_unique), condition), []).append(column_name)
        found = []
        for (name, is_unique, condition), keys in columns.items():
            if column in keys or f"[{column}]" in condition:
                kind, listed = "UNIQUE INDEX" if is_unique else "INDEX", ", ".join(f"[{key}]" for key in keys)
                found.append((f"[{name}]", f"CREATE {kind} [{name}] ON {table} ({listed}) WHERE {condition}"))
        return found

    def execute(self, sql: Any, params: Any = (), has_result: bool = False) -> Any:
        """Quote what the parent leaves bare when it re-creates unique indexes (``ON dbo.User (``)."""
        text = str(sql)
        if text.startswith("CREATE UNIQUE INDEX ") and _RESTORED_INDEX.search(text):
            sql = _RESTORED_INDEX.sub(self._quote_restored, text).replace(" WHERE None", "")
        return super().execute(sql, params, has_result)

    def _quote_restored(self, match: re.Match[str]) -> str:
        name, table = self.quote_name(match["name"]), self.quote_name(match["table"])
        return f"CREATE UNIQUE INDEX {name} ON {table} ({match['rest']}"


def _json_check(field: Field[Any, Any]) -> str:
    return f"ISJSON([{field.column}]) = 1"
