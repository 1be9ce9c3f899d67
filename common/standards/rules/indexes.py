"""Indexes and their filters: S33, S34, S44, S45."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from common.standards.catalogue import Index, Table
from common.standards.context import Context
from common.standards.filters import LIVE, declared_filter
from common.standards.findings import Finding, rule
from common.standards.rules.foreign_keys import ACTOR_COLUMNS

_NEVER_REUSED = frozenset({"SettingKey", "TokenHash"})


@rule("S33")
def foreign_keys_are_indexed(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for key in table.foreign_keys:
            column = key.columns[0]
            if column not in ACTOR_COLUMNS and not any(_serves(index, column) for index in table.indexes):
                yield Finding(f"{table.label}.{column}", "leads no index", f"declare Index(fields=[…]) led by {column}")


def _serves(index: Index, column: str) -> bool:
    allowed = LIVE | {(column, "IS NOT NULL")}
    return index.columns[:1] == (column,) and index.filter is not None and index.filter <= allowed


@rule("S34")
def unique_among_live_rows(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        if not table.has("IsDeleted"):
            continue
        for index in table.indexes:
            if index.is_unique and not _is_never_reused(table, index) and not LIVE.issubset(index.filter or ()):
                yield Finding(
                    f"{table.label} {index.name}", "counts soft-deleted rows", "filter it on IsDeleted = false"
                )


def _is_never_reused(table: Table, index: Index) -> bool:
    is_code = table.schema == "ref" and index.columns == (f"{table.name}Code",)
    return is_code or (len(index.columns) == 1 and index.columns[0] in _NEVER_REUSED)


@rule("S44")
def unique_without_nulls(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        nullable = {column.name for column in table.columns if column.is_nullable}
        for index in table.indexes:
            for column in index.columns if index.is_unique else ():
                if column in nullable and (column, "IS NOT NULL") not in (index.filter or frozenset()):
                    yield Finding(
                        f"{table.label} {index.name}",
                        f"covers {column}, which may be null",
                        f"filter it on {column} IS NOT NULL",
                    )


@rule("S45")
def simple_filters(context: Context) -> Iterator[Finding]:
    for model in context.models:
        declared: list[Any] = [item for item in model._meta.constraints if isinstance(item, models.UniqueConstraint)]
        for item in (*model._meta.indexes, *declared):
            if getattr(item, "expressions", ()):
                yield Finding(f"{model._meta.db_table} {item.name}", "indexes an expression", "index plain columns")
            try:
                declared_filter(model, item.condition)
            except ValueError as error:
                yield Finding(
                    f"{model._meta.db_table} {item.name}",
                    f"the filter {error}",
                    "use ANDed comparisons of columns with constants",
                )
