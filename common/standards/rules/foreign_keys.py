"""Foreign keys: S11, S12, S13, S43."""

from __future__ import annotations

import re
from collections.abc import Iterator

from common.standards.catalogue import ForeignKeyRule, Table
from common.standards.context import Context
from common.standards.findings import Finding, rule

ACTOR_COLUMNS = frozenset({"CreatedBy", "UpdatedBy", "DeletedBy"})
_CONTEXT = re.compile(r"(?:(?:ID|ABN|ACN|GST|IP|ABR)(?=[A-Z]|$)|[A-Z][a-z0-9]+)*")


def _keys(context: Context) -> Iterator[tuple[Table, ForeignKeyRule, Table | None]]:
    for table in context.catalogue.business_tables():
        for key in table.foreign_keys:
            yield table, key, context.catalogue.by_place.get((key.to_schema, key.to_table))


def _target_key(target: Table | None) -> str | None:
    return target.primary_key.columns[0] if target and target.primary_key else None


@rule("S11")
def ends_with_the_key(context: Context) -> Iterator[Finding]:
    for table, key, target in _keys(context):
        expected = _target_key(target)
        column = key.columns[0]
        if column not in ACTOR_COLUMNS and expected is not None and not column.endswith(expected):
            yield Finding(f"{table.label}.{column}", f"references {expected} and does not end so", "rename the column")


@rule("S12")
def context_before_the_key(context: Context) -> Iterator[Finding]:
    for table, key, target in _keys(context):
        expected, column = _target_key(target), key.columns[0]
        place = f"{table.label}.{column}"
        if column in ACTOR_COLUMNS:
            if (key.to_schema, key.to_table) != ("dbo", "User"):
                yield Finding(
                    place,
                    f"is a short form and references {key.to_schema}.{key.to_table}",
                    "reference dbo.User, or write the name out",
                )
        elif expected is None or not column.endswith(expected):
            yield Finding(place, "is a short form", "write the name of the referenced key at its end")
        elif not _CONTEXT.fullmatch(column.removesuffix(expected)):
            yield Finding(place, "has something else than words before the key", "use PascalCase words before the key")


@rule("S13")
def to_primary_keys(context: Context) -> Iterator[Finding]:
    for table, key, target in _keys(context):
        if target is None or target.primary_key is None or key.to_columns != target.primary_key.columns:
            yield Finding(
                f"{table.label} {key.name}",
                f"references {key.to_table} ({', '.join(key.to_columns)})",
                "reference the primary key",
            )


@rule("S43")
def no_action(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.tables:
        for key in table.foreign_keys:
            actions = {key.on_update, key.on_delete} - {"NO ACTION"}
            if actions:
                yield Finding(f"{table.label} {key.name}", f"does {', '.join(sorted(actions))}", "make it NO ACTION")
            if key.is_deferrable:
                yield Finding(f"{table.label} {key.name}", "is deferrable", "create it without DEFERRABLE")
