"""SQL compilers; only the row lock differs from mssql-django's."""

from __future__ import annotations

from typing import Any

from django.db import NotSupportedError
from mssql import compiler
from mssql.compiler import SQLAggregateCompiler, SQLDeleteCompiler, SQLInsertCompiler, SQLUpdateCompiler

from common.db.mssql.babelfish import lock_rows

__all__ = ["SQLAggregateCompiler", "SQLCompiler", "SQLDeleteCompiler", "SQLInsertCompiler", "SQLUpdateCompiler"]


class SQLCompiler(compiler.SQLCompiler):  # type: ignore[misc]
    """Understands ``select_for_update(of=("self",))``: the lock hint stands behind the first table anyway."""

    def get_select_for_update_of_arguments(self) -> list[str]:
        if set(self.query.select_for_update_of) - {"self"}:
            raise NotSupportedError(
                "SQL Server locks the rows of the query's own table only; lock related rows in a query of their own"
            )
        return []

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        if self.query.select_for_update and self.connection.is_babelfish:
            lock_rows(self)
        return super().execute_sql(*args, **kwargs)
