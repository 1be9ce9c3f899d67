"""What Babelfish takes in another form only; SQL Server gets the plain statements.

It ignores the lock hints of SELECT. It refuses NULL and NOT NULL in ALTER COLUMN and keeps what the column is, and its
defaults have no names to drop them by. Migrations of packages need both.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Field, Model

from common.locks import GET_LOCK
from common.naming import cut_identifier


def lock_rows(compiler: Any) -> None:
    """Lock the rows that ``select_for_update`` is about to read, under names, to the end of the transaction.

    Whoever locks the same rows waits, and reads after that what the other left. A plain UPDATE does not wait.
    """
    query = compiler.query.clone()
    query.select_for_update = False
    query.select_related = False
    if not query.is_sliced:
        query.clear_ordering(force=True)
    query.clear_select_clause()
    query.add_fields(("pk",))
    rows, params = query.get_compiler(connection=compiler.connection).as_sql()
    table = query.get_meta().db_table
    with compiler.connection.cursor() as cursor:
        cursor.execute(rows, params)
        for key in sorted({value for (value,) in cursor.fetchall()}):
            cursor.execute(GET_LOCK, [f"{table}:{key}"])


class ColumnChangesMixin:
    """Schema editor that changes columns by other means where the server is Babelfish."""

    connection: Any
    quote_name: Any
    execute: Any

    def _set_field_new_type_null_status(self, field: Field[Any, Any], new_type: str) -> str:
        if self.connection.is_babelfish:
            return new_type
        return str(super()._set_field_new_type_null_status(field, new_type))  # type: ignore[misc]

    def _alter_column_null_sql(
        self, model: type[Model], old_field: Field[Any, Any], new_field: Field[Any, Any]
    ) -> tuple[str, list[Any]] | None:
        if not self.connection.is_babelfish:
            return super()._alter_column_null_sql(model, old_field, new_field)  # type: ignore[misc, no-any-return]
        if new_field.null:
            self._rebuild_column(model, new_field)
            return None
        name = self.quote_name(cut_identifier(f"CK_{model._meta.db_table.rpartition('.')[2]}_{new_field.column}Null"))
        return f"ADD CONSTRAINT {name} CHECK ({self.quote_name(new_field.column)} IS NOT NULL)", []

    def _drop_default_sql(self, model: type[Model], field: Field[Any, Any]) -> str:
        """A default NULL is none."""
        name, column = self._default_name(model, field), self.quote_name(field.column)  # type: ignore[attr-defined]
        return f"ADD CONSTRAINT {name} DEFAULT NULL FOR {column}"

    def _rebuild_column(self, model: type[Model], field: Field[Any, Any]) -> None:
        """Copy the column into one that takes NULL; keys and rules on it go with the old one, and its parent's last."""
        table, column = self.quote_name(model._meta.db_table), self.quote_name(field.column)
        spare = self.quote_name(f"{field.column}__New")
        self.execute(f"ALTER TABLE {table} ADD {spare} {field.db_type(self.connection)} NULL")
        self.execute(f"UPDATE {table} SET {spare} = {column}")  # noqa: S608  quoted names
        self.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        self.execute(f"EXEC sp_rename N'{table}.{spare}', N'{field.column}', N'COLUMN'")
