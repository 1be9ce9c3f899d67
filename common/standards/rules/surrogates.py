"""Surrogate keys beside natural ones: S7 to S10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from common.standards.catalogue import Index, Table
from common.standards.context import Context
from common.standards.filters import LIVE
from common.standards.findings import Finding, rule

JUNCTIONS = {
    "dbo.UserCompany": {"UserID", "CompanyID"},
    "dbo.UserIndustry": {"UserID", "IndustryID"},
    "config.CompanyValidationRule": {"CompanyID", "ValidationRuleID"},
}
_ONE_TO_ONE = re.compile(r"(Company)\w+Details")


def has_surrogate_key(table: Table) -> bool:
    return table.primary_key is not None and table.primary_key.columns[0] == f"{table.stem}ID"


def is_live_unique(index: Index) -> bool:
    """Unique among rows that are not soft-deleted."""
    return index.is_unique and index.filter == LIVE


@rule("S7")
def lookups_have_codes(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables("ref"):
        code = f"{table.name}Code"
        if not has_surrogate_key(table):
            yield Finding(table.label, "has no surrogate key", f"make {table.name}ID its primary key")
        if not any(index.is_unique and index.columns == (code,) and not index.condition for index in table.indexes):
            yield Finding(table.label, f"{code} is not unique", f"add a unique constraint on {code}")


@rule("S8")
def junctions(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        pair = JUNCTIONS.get(table.label)
        if pair is None:
            continue
        if not has_surrogate_key(table):
            yield Finding(table.label, "has no surrogate key", f"make {table.name}ID its primary key")
        if not any(is_live_unique(index) and set(index.columns) == pair for index in table.indexes):
            columns = ", ".join(sorted(pair))
            yield Finding(
                table.label,
                f"({columns}) is not unique among live rows",
                f"add a unique index on ({columns}) where IsDeleted = false",
            )


@rule("S9")
def one_to_one(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables("dbo"):
        found = _ONE_TO_ONE.fullmatch(table.name)
        if found is None:
            continue
        parent = f"{found[1]}ID"
        if not has_surrogate_key(table):
            yield Finding(table.label, "has no surrogate key", f"make {table.name}ID its primary key")
        if not any(is_live_unique(index) and index.columns == (parent,) for index in table.indexes):
            yield Finding(
                table.label,
                f"{parent} is not unique among live rows",
                f"add a unique index on {parent} where IsDeleted = false",
            )


@rule("S10")
def caches(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables("cache"):
        if not has_surrogate_key(table):
            yield Finding(table.label, "has no surrogate key", f"make {table.name}ID its primary key")
        if not any(index.is_unique and not index.condition for index in table.indexes):
            yield Finding(
                table.label, "has no unique index over a natural key", "declare Unique over what is looked up"
            )
