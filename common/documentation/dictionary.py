"""The data dictionary: every table of the six schemas with its columns, keys, indexes and checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from common.db.schemas import BUSINESS_SCHEMAS
from common.documentation.facts import SCHEMA_FACTS
from common.documentation.markdown import code, page, table
from common.documentation.sql_text import readable
from common.standards.catalogue import Column, Index, Table
from common.standards.context import Context

_INTRODUCTION = (
    "Read from the live database. Types are logical: `text(n)`, `int`, `bigint`, `bool`, `timestamp` (UTC, "
    "microseconds), `date`, `decimal(p,s)`, `json`, `uuid`; a `?` marks a column that may be null. Every primary "
    "key is a bigint identity, every foreign key NO ACTION."
)


def dictionary_page(context: Context) -> str:
    """Return ``dictionary.md``."""
    return page("Data dictionary", _INTRODUCTION, _contents(context), *_schemas(context))


def _contents(context: Context) -> str:
    rows = []
    for schema in BUSINESS_SCHEMAS:
        names = [found.name for found in context.catalogue.business_tables(schema)]
        links = ", ".join(f"[{name}](#{_anchor(schema, name)})" for name in names)
        rows.append((f"[{schema}](#schema-{schema})", len(names), links))
    return table(("Schema", "Tables", "Names"), rows)


def _anchor(schema: str, name: str) -> str:
    return f"{schema}{name}".lower()


def _schemas(context: Context) -> Iterator[str]:
    for schema in BUSINESS_SCHEMAS:
        facts = SCHEMA_FACTS[schema]
        yield f"## Schema {schema}"
        yield f"{facts.purpose[:1].upper()}{facts.purpose[1:]}. Kept: {facts.retention}. [Diagram](er-{schema}.svg)."
        for found in context.catalogue.business_tables(schema):
            yield "\n\n".join(_table(context, found))


def _table(context: Context, found: Table) -> Iterator[str]:
    yield f"### {found.label}"
    yield found.comment or ""
    model: Any = context.model_of(found)
    if model is not None:
        access = model.access
        yield (
            f"Row-level security: {access.rls.replace('_', ' ')} · retention: {access.retention} · "
            f"roles: [{access.roles}](permissions.md)"
        )
    references = {key.columns[0]: f"{key.to_schema}.{key.to_table}" for key in found.foreign_keys}
    rows = (_column(column, found, references) for column in found.columns)
    yield table(("Column", "Type", "Default", "Key", "Meaning"), rows)
    rules = list(_rules(found))
    if rules:
        yield "\n".join(rules)


def _column(column: Column, found: Table, references: dict[str, str]) -> tuple[str, ...]:
    is_primary = found.primary_key is not None and column.name == found.primary_key.columns[0]
    key = "primary" if is_primary else ""
    if column.name in references:
        target = references[column.name]
        key = f"→ [{target}](#{_anchor(*target.split('.'))})"
    type_ = column.logical_type + ("?" if column.is_nullable else "")
    return code(column.name), type_, code(readable(column.default)) if column.default else "", key, column.comment or ""


def _rules(found: Table) -> Iterator[str]:
    unique = [_index(index) for index in found.indexes if index.is_unique]
    plain = [_index(index) for index in found.indexes if not index.is_unique]
    if unique:
        yield f"- **Unique**: {'; '.join(unique)}"
    if plain:
        yield f"- **Index**: {'; '.join(plain)}"
    prefix = f"CK_{found.stem}_"
    for check in found.checks:
        yield f"- **Check** {check.name.removeprefix(prefix)}: `{readable(check.definition)}`"
    for trigger in found.triggers:
        yield f"- **Trigger** {trigger.name}: on {', '.join(sorted(trigger.events))}"


def _index(index: Index) -> str:
    condition = f" where `{readable(index.condition)}`" if index.condition else ""
    return f"({', '.join(index.columns)}){condition}"
