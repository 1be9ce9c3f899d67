"""SQL compilers; only the row lock differs from Django's."""

from __future__ import annotations

from django.db import NotSupportedError
from django.db.models.sql import compiler
from django.db.models.sql.compiler import (
    SQLAggregateCompiler,
    SQLDeleteCompiler,
    SQLInsertCompiler,
    SQLUpdateCompiler,
)

from common.db.schemas import bare_name

__all__ = ["SQLAggregateCompiler", "SQLCompiler", "SQLDeleteCompiler", "SQLInsertCompiler", "SQLUpdateCompiler"]


class SQLCompiler(compiler.SQLCompiler):
    """Refuses ``select_for_update(of=…)`` where PostgreSQL would lock the wrong one of two namesakes."""

    def get_select_for_update_of_arguments(self) -> list[str]:
        tables = [alias for alias, count in self.query.alias_refcount.items() if count]
        bare = [bare_name(alias) for alias in tables]
        doubles = {name for name in bare if bare.count(name) > 1}
        if doubles:
            raise NotSupportedError(
                f"select_for_update(of=…) is ambiguous: tables named {', '.join(sorted(doubles))} "
                "of two schemas are in one query. Lock the row in a query of its own."
            )
        return list(super().get_select_for_update_of_arguments())
