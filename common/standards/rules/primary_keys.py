"""Primary keys: S5, S6."""

from __future__ import annotations

from collections.abc import Iterator

from common.standards.catalogue import Table
from common.standards.context import Context
from common.standards.findings import Finding, rule

# Kept by month on PostgreSQL: there the partition key belongs to the primary key.
PARTITIONED = frozenset({"log.ApiRequest", "log.AuthEvent", "log.ApplicationError"})


@rule("S5")
def one_primary_key(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        expected: tuple[str, ...] = (f"{_stem(context, table)}ID",)
        if table.is_partitioned and table.label in PARTITIONED:
            expected = (*expected, "CreatedDate")
        found = table.primary_key.columns if table.primary_key else ()
        if found != expected:
            yield Finding(
                table.label,
                f"has the primary key ({', '.join(found)})" if found else "has no primary key",
                f"make ({', '.join(expected)}) its primary key",
            )


def _stem(context: Context, table: Table) -> str:
    return f"Audit{table.name}" if context.is_history(table) or table.label == "audit.Role" else table.name


@rule("S6")
def bigint_identity(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        if table.primary_key is None:
            continue
        column = table.column(table.primary_key.columns[0])
        if column is not None and (column.kind != "bigint" or not column.is_identity):
            what = column.native + (" identity" if column.is_identity else " without identity")
            yield Finding(f"{table.label}.{column.name}", f"is {what}", "make it bigint identity (BigAutoField)")
