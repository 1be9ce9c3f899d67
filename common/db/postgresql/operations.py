"""Quoting of mapped tables and row locks."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.postgresql import operations

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

    def deferrable_sql(self) -> str:
        return ""  # S43: foreign keys are checked at the statement

    def max_name_length(self) -> int:
        return 63
