"""Names of tables and columns: S2, S3, S14, S42."""

from __future__ import annotations

import re
from collections.abc import Iterator

from common.db.schemas import locate
from common.naming import ACRONYMS, MAX_IDENTIFIER_BYTES
from common.standards.catalogue import Table
from common.standards.catalogue.shapes import names_of
from common.standards.context import Context, Model, words_of
from common.standards.findings import Finding, rule

_ACRONYM = "|".join(ACRONYMS)
_NAME = re.compile(rf"((?:{_ACRONYM})(?=[A-Z]|$)|[A-Z][a-z0-9]+)+")
_SINGULAR_IN_S = {"Status", "Details", "Address"}
_CUT = re.compile(r".{54}_[0-9a-f]{8}")
# Identifiers of things that are no rows of ours.
FOREIGN_IDENTIFIERS = frozenset(
    {"EntityID", "RequestID", "SessionID", "TokenFamilyID", "ProviderMessageID", "StripeCustomerID"}
)
_ZONE = "TimezoneIdentifier"


@rule("S2")
def pascal_case(context: Context) -> Iterator[Finding]:
    for model in context.models:
        table = model._meta.db_table
        names = [(table, locate(table)[1])]
        names += [(f"{table}.{field.column}", str(field.column)) for field in model._meta.local_concrete_fields]
        for place, name in names:
            if not _NAME.fullmatch(name):
                yield Finding(
                    place,
                    f"{name} is not PascalCase by the acronym table",
                    "rename it; names derive from the class and field names",
                )


@rule("S3")
def singular(context: Context) -> Iterator[Finding]:
    for model in context.models:
        last = words_of(locate(model._meta.db_table)[1])[-1]
        if last.endswith("s") and last not in _SINGULAR_IN_S:
            yield Finding(model._meta.db_table, f"{last} is a plural", "name the class in the singular")


@rule("S14")
def identifiers_are_keys(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        keys = {column for key in table.foreign_keys for column in key.columns}
        keys |= set(table.primary_key.columns) if table.primary_key else set()
        copied = _copied_columns(context, table)
        for column in table.columns:
            place = f"{table.label}.{column.name}"
            if column.name.endswith("ID") and column.name not in keys | copied | FOREIGN_IDENTIFIERS:
                yield Finding(place, "ends in ID and has no foreign key constraint", "add the constraint or rename it")
            if column.name.endswith(_ZONE) and column.name in keys:
                yield Finding(place, "a zone name is a foreign key", "store the IANA name as text")
    for model in context.models:
        yield from _declared_identifiers(context, model)


def _declared_identifiers(context: Context, model: Model) -> Iterator[Finding]:
    table = model._meta.db_table
    added = context.foreign_keys_of_migrations.get(table, {})
    for field in model._meta.local_concrete_fields:
        column = str(field.column)
        if not column.endswith("ID") or column in added or column in FOREIGN_IDENTIFIERS or field.primary_key:
            continue
        is_constrained = field.is_relation and getattr(field, "db_constraint", False)
        if not is_constrained and not hasattr(model, "history_type"):
            yield Finding(f"{table}.{column}", "is declared without a foreign key constraint", "declare a ForeignKey")


def _copied_columns(context: Context, table: Table) -> set[str]:
    """Columns a history table copies from its tracked table."""
    if not context.is_history(table):
        return set()
    return {column.name for column in table.columns if column.name != "ChangedByUserID"}


@rule("S42")
def short_names(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for name in _all_names(table):
            length = len(name.encode())
            if length > MAX_IDENTIFIER_BYTES:
                yield Finding(
                    f"{table.label} {name}", f"has {length} bytes", "cut it with common.naming.cut_identifier"
                )
            elif length == MAX_IDENTIFIER_BYTES and not _CUT.fullmatch(name):
                yield Finding(
                    f"{table.label} {name}",
                    "was cut by the server, not by the rule",
                    "name it with common.naming.cut_identifier",
                )


def _all_names(table: Table) -> Iterator[str]:
    yield table.name
    yield from names_of(table.columns, table.unique_constraints, table.foreign_keys, table.checks)
    yield from names_of(table.indexes, table.triggers, table.policies)
    if table.primary_key:
        yield table.primary_key.name
