"""Quoting of mapped tables and row locks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.postgresql import operations

from common.db.postgresql.session_context import without_context
from common.db.quoting import qualify


class DatabaseOperations(operations.DatabaseOperations):
    """Turns ``dbo.User`` into two identifiers and keeps locks on the right table."""

    compiler_module = "common.db.postgresql.compiler"

    def quote_name(self, name: str) -> str:
        if name.startswith('"') and name.endswith('"'):
            return name
        schema, bare = qualify(name)
        return f'"{schema}"."{bare}"' if schema else f'"{bare}"'

    def for_update_sql(
        self, nowait: bool = False, skip_locked: bool = False, of: Iterable[str] = (), no_key: bool = False
    ) -> str:
        # PostgreSQL wants bare relation names here; the compiler has made sure that they are unambiguous.
        bare = tuple(f'"{name.rsplit(chr(34) + "." + chr(34), 1)[-1].strip(chr(34))}"' for name in of)
        return str(super().for_update_sql(nowait=nowait, skip_locked=skip_locked, of=bare, no_key=no_key))

    def sql_flush(
        self, style: Any, tables: Sequence[str], *, reset_sequences: bool = False, allow_cascade: bool = False
    ) -> list[str]:
        statements = list(
            super().sql_flush(style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade)
        )
        if statements and str(self.connection.settings_dict["NAME"]).startswith("test_"):
            # Test databases are emptied between tests; the append-only triggers would refuse that, as they should.
            statements.insert(0, "SET LOCAL session_replication_role = replica;")
        return statements

    def deferrable_sql(self) -> str:
        return ""  # S43: foreign keys are checked at the statement

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        return without_context(str(super().last_executed_query(cursor, sql, params)))

    def losable_commit_sql(self) -> str:
        """What lets the commit of the open transaction not wait for the disk."""
        return "SET LOCAL synchronous_commit = off"

    def max_name_length(self) -> int:
        return 63
