"""Quoting of mapped tables, values of our column types and flush."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core.management.color import Style
from django.utils import timezone
from mssql import operations

from common.db.quoting import qualify


class DatabaseOperations(operations.DatabaseOperations):  # type: ignore[misc]
    """Turns ``dbo.User`` into two identifiers and keeps instants as naive UTC in datetime2(6)."""

    compiler_module = "common.db.mssql.compiler"

    def quote_name(self, name: str) -> str:
        if not name or (name.startswith("[") and name.endswith("]")):
            return name
        schema, bare = qualify(name)
        return f"[{schema}].[{bare}]" if schema else f"[{bare}]"

    def losable_commit_sql(self) -> str:
        # Delayed durability is an option of the database, or of the COMMIT that the driver sends: nothing to say here.
        return ""

    def max_name_length(self) -> int:
        return 63  # S42 holds on both vendors, so that names agree

    def adapt_datetimefield_value(self, value: Any) -> Any:
        """Aware -> naive UTC: datetime2 knows no offset (database.md section 9, point 1)."""
        if isinstance(value, datetime) and timezone.is_aware(value):
            return value.astimezone(UTC).replace(tzinfo=None)
        return value

    def convert_datetimefield_value(self, value: datetime | None, expression: Any, connection: Any) -> datetime | None:
        if value is None or timezone.is_aware(value):
            return value
        return value.replace(tzinfo=UTC)

    def convert_uuidfield_value(self, value: Any, expression: Any, connection: Any) -> UUID | None:
        return value if value is None or isinstance(value, UUID) else UUID(str(value))

    def sql_flush(
        self, style: Style, tables: Sequence[str], *, reset_sequences: bool = False, allow_cascade: bool = False
    ) -> list[str]:
        """Empty the tables in any order: triggers and constraints off, DELETE, identities back, everything on."""
        quoted = [self.quote_name(table) for table in tables]
        statements = [statement for table in quoted for statement in _switch_off(table)]
        statements += [f"DELETE FROM {table};" for table in quoted]  # noqa: S608  quoted names
        if reset_sequences:
            statements += [_reseed(table) for table in quoted]
        return statements + [statement for table in quoted for statement in _switch_on(table)]


def _switch_off(table: str) -> Iterable[str]:
    # Audit tables refuse DELETE by a trigger.
    yield f"DISABLE TRIGGER ALL ON {table};"
    yield f"ALTER TABLE {table} NOCHECK CONSTRAINT ALL;"


def _switch_on(table: str) -> Iterable[str]:
    yield f"ALTER TABLE {table} WITH CHECK CHECK CONSTRAINT ALL;"
    yield f"ENABLE TRIGGER ALL ON {table};"


def _reseed(table: str) -> str:
    # A table that never had a row would start at the seed itself, any other one at seed + 1.
    return (
        "IF EXISTS (SELECT 1 FROM sys.identity_columns "  # noqa: S608
        f"WHERE object_id = OBJECT_ID(N'{table}') AND last_value IS NOT NULL) "
        f"DBCC CHECKIDENT (N'{table}', RESEED, 0) WITH NO_INFOMSGS;"
    )
