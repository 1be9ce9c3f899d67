"""Names of constraints and indexes: S24 to S29."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from common.naming import cut_identifier
from common.standards.catalogue import Table
from common.standards.catalogue.shapes import names_of
from common.standards.context import Context
from common.standards.findings import Finding, rule


def _wrong(table: Table, name: str, expected: str) -> Iterator[Finding]:
    if name != expected:
        yield Finding(f"{table.label} {name}", f"is not named {expected}", f"rename it to {expected}")


@rule("S24")
def primary_key_names(context: Context) -> Iterator[Finding]:
    owners: Counter[str] = Counter()
    for table in context.catalogue.business_tables():
        if table.primary_key is not None:
            yield from _wrong(table, table.primary_key.name, cut_identifier(f"PK_{table.stem}"))
            owners[table.primary_key.name] += 1
        behind = {key.name for key in table.unique_constraints}
        owners.update(names_of(table.unique_constraints, table.foreign_keys, table.checks))
        owners.update(index.name for index in table.indexes if index.name not in behind)
    for name, count in owners.items():
        if count > 1:
            yield Finding(name, f"names {count} constraints or indexes", "name each after its own table")


@rule("S25")
def foreign_key_names(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for key in table.foreign_keys:
            target = context.catalogue.by_place.get((key.to_schema, key.to_table))
            stem = target.stem if target else key.to_table
            yield from _wrong(table, key.name, cut_identifier("_".join(["FK", table.stem, stem, *key.columns])))


@rule("S26")
def unique_names(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for index in table.indexes:
            if index.is_unique:
                yield from _wrong(table, index.name, cut_identifier("_".join(["UQ", table.stem, *index.columns])))


@rule("S27")
def index_names(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for index in table.indexes:
            if not index.is_unique:
                yield from _wrong(table, index.name, cut_identifier("_".join(["IX", table.stem, *index.columns])))


@rule("S28")
def check_names(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for item in table.checks:
            if not re.fullmatch(rf"CK_{table.stem}_[A-Z][A-Za-z0-9]*", item.name):
                yield Finding(
                    f"{table.label} {item.name}",
                    f"is not named CK_{table.stem}_<Rule>",
                    "declare a Check; use IntegerField instead of field types with checks of their own",
                )


@rule("S29")
def default_names(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for column in table.columns:
            if column.default_name is not None:
                yield from _wrong(table, column.default_name, cut_identifier(f"DF_{table.stem}_{column.name}"))
